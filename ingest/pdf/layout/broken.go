package layout

// Words that a column too narrow for them breaks over two lines of its cell: "S|TT", "1|0", "livestrea|m". What
// wrote the document sets such a word on lines of its own, and parts it where the width ends.

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/ingest/charset"
)

// The room that the first letter of the next line needs, in sizes of the type, and what these measures may be off by.
const (
	wideLetter   = 0.9 // m, M, Q
	capitalRoom  = 0.8
	ordinaryRoom = 0.55
	looseFit     = 0.1
	sameRoom     = 0.5 // by which the room on both sides of a centred line may differ
)

// forced reports whether a line of a cell, whose text has room from left to right, was broken within a word, the
// column being too narrow for it: the word stands alone, and the first letter of the next line has no room behind it.
func forced(line, next *textLine, left, right float64) bool {
	word, rest := line.text(), next.text()
	before, free := line.x0()-left, right-line.x1()
	if math.Abs(before-free) < sameRoom*line.size { // it is centred, and would move
		free += before
	}
	if strings.Contains(word, " ") || free >= (roomOf(rest)+looseFit)*line.size {
		return false
	}
	behind, more, _ := strings.Cut(rest, " ")
	return longCode(word, behind) || more == "" && (brokenNumber(word, behind) || brokenCapitals(word, behind)) || brokenSyllable(word, behind) || brokenName(word, behind)
}

// roomOf returns the room that the first letter of a text needs.
func roomOf(s string) float64 {
	switch r, _ := utf8.DecodeRuneInString(s); {
	case strings.ContainsRune("mwMWQ&", r):
		return wideLetter
	case unicode.IsUpper(r):
		return capitalRoom
	}
	return ordinaryRoom
}

// longCode reports whether a word is an abbreviation or a figure that a column may be too narrow for, and more of
// one stands behind it: no year or day is whole, no word or other short name begins.
func longCode(word, behind string) bool {
	return codeWord.MatchString(word) && !strings.HasSuffix(word, ",") && !isDigits(word) && !date.MatchString(word) && codeRest.MatchString(behind)
}

var (
	codeWord = regexp.MustCompile(`^(?:[\p{Lu}\d/,]{4,}|\p{Lu}\.[\p{Lu}&]{2,}|\p{Lu}*&\p{Lu}*)$`)
	codeRest = regexp.MustCompile(`^[\p{Lu}\d&][\p{Lu}\d&/-]*[.,;:)]?$`)
)

// brokenNumber reports whether the digits of one number stand on two lines: no year is whole on the first, and no
// number of a row has more than four.
func brokenNumber(a, b string) bool {
	b = strings.TrimRight(b, ".")
	return isDigits(a) && isDigits(b) && len(a)+len(b) <= 4
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// brokenCapitals reports whether an abbreviation stands on two lines, the last letters of it alone on the second:
// "HCC|B", "S|TT".
func brokenCapitals(a, b string) bool {
	return capitals.MatchString(a) && capitals.MatchString(b) && (utf8.RuneCountInString(b) <= 2 && utf8.RuneCountInString(a) <= 3 || utf8.RuneCountInString(a) == 1)
}

var capitals = regexp.MustCompile(`^\p{Lu}+$`)

// brokenSyllable reports whether a Vietnamese syllable stands on two lines, of which one alone is none: "tuầ|n",
// "S|ố", "đồng/t|ổ"; or the end of a longer foreign word, which is none either: "livestrea|m".
func brokenSyllable(a, b string) bool {
	a, b = lastLetters(a), firstLetters(b)
	if a == "" || b == "" {
		return false
	}
	first, second := isSyllable(a), isSyllable(b)
	if first && second {
		return false
	}
	return isSyllable(a+b) || !first && !second && utf8.RuneCountInString(a) >= leastForeign && utf8.RuneCountInString(b) <= 3 && strings.ToLower(b) == b
}

// leastForeign is the letters of a foreign word before the break, at least.
const leastForeign = 4

func isSyllable(s string) bool {
	_, ok := charset.Syllable(s)
	return ok
}

// brokenName reports whether a name as makers of programs coin them stands on two lines, "VNeI|D", or one of the
// foreign words that plans use, "Camer|a".
func brokenName(a, b string) bool {
	end := firstLetters(b)
	return coined.MatchString(a) && capitals.MatchString(end) && utf8.RuneCountInString(end) <= 2 || foreignWords[strings.ToLower(lastLetters(a)+end)]
}

var coined = regexp.MustCompile(`^\p{Lu}+\p{Ll}+\p{Lu}+$`)

var foreignWords = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields("camera video internet website online kiosk livestream facebook google smartphone laptop server tiktok youtube homestay robot email fanpage postmart vneid viettel messenger software android blockchain") {
		words[w] = true
	}
	return words
}()

// lastLetters returns the letters with which a word ends, firstLetters those with which it begins.
func lastLetters(s string) string {
	rest := strings.TrimRightFunc(s, unicode.IsLetter)
	return s[len(rest):]
}

func firstLetters(s string) string {
	return s[:len(s)-len(strings.TrimLeftFunc(s, unicode.IsLetter))]
}

// padding returns how far from the rules of a table its text begins: so far do the lines of most cells stay away.
func (t *table) padding() float64 {
	var all []float64
	for field, glyphs := range t.glyphs {
		left, _ := t.sides(field)
		nearest := math.Inf(1)
		for _, g := range glyphs {
			if strings.TrimSpace(g.Text) != "" {
				nearest = min(nearest, g.X-left)
			}
		}
		if nearest < t.xs[len(t.xs)-1]-t.xs[0] {
			all = append(all, max(0, nearest))
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/10]
}
