// Package fold brings Vietnamese words to the two forms in which search compares
// them. It is pure and knows no search engine. Begin with Split.
//
// The exact form keeps what the writer meant and drops how it was typed: lower case,
// composed (NFC), the tone mark moved behind the last letter so that "hoà" and "hòa"
// are one word, and final y written i where the two are spelling variants ("kỹ",
// "kĩ"). The loose form drops every mark as well, and đ is d: "kham chua benh".
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a text: in Vietnamese a syllable, else a run of letters and digits.
type Word struct {
	Start, End int // half-open byte offsets in the text as it was given
	Exact      string
	Loose      string
}

// Marked reports whether w carries a mark that its loose form loses.
func (w Word) Marked() bool { return w.Exact != w.Loose }

// Split returns the words of text, in order.
func Split(text string) []Word {
	b := []byte(text)
	words := make([]Word, 0, len(b)/6+1)
	var exact, loose []byte
	for start, end := Next(b, 0); start < end; start, end = Next(b, end) {
		exact, loose = Append(exact[:0], loose[:0], b[start:end])
		words = append(words, Word{start, end, string(exact), string(loose)})
	}
	return words
}

// Key returns the loose forms of the words of text with one blank between: what two
// names are compared by.
func Key(text string) string {
	b := []byte(text)
	key := make([]byte, 0, len(b))
	var exact []byte
	for start, end := Next(b, 0); start < end; start, end = Next(b, end) {
		if len(key) > 0 {
			key = append(key, ' ')
		}
		exact, key = appendFrom(exact[:0], key, b[start:end])
	}
	return string(key)
}

// ExactKey is Key with the exact forms.
func ExactKey(text string) string {
	var s strings.Builder
	for i, w := range Split(text) {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(w.Exact)
	}
	return s.String()
}

// Next returns where the first word of text at or after offset from stands;
// start == end where there is none.
func Next(text []byte, from int) (start, end int) {
	i := from
	for i < len(text) {
		ok, n := inWord(text[i:])
		if ok && !markAt(text[i:]) {
			break
		}
		i += n
	}
	return i, End(text, i)
}

// End returns where the word ends in which text stands at offset from.
func End(text []byte, from int) int {
	for from < len(text) {
		ok, n := inWord(text[from:])
		if !ok {
			break
		}
		from += n
	}
	return from
}

// inWord reports whether b begins with a character of a word, and its size.
func inWord(b []byte) (bool, int) {
	c := b[0]
	switch {
	case c < utf8.RuneSelf:
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9', 1
	case len(b) > 2 && c == 0xE1 && 0xB8 <= b[1] && b[1] <= 0xBB && b[2]&0xC0 == 0x80:
		return true, 3 // U+1E00–U+1EFF, letters with two marks
	case len(b) > 1 && 0xC4 <= c && c <= 0xC8 && b[1]&0xC0 == 0x80:
		return true, 2 // U+0100–U+023F, letters all of them
	}
	r, n := utf8.DecodeRune(b)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r), n
}

// markAt reports whether b begins with a mark that stands alone: no word begins so.
func markAt(b []byte) bool {
	if b[0] < 0xCC { // U+0300 begins with 0xCC
		return false
	}
	r, _ := utf8.DecodeRune(b)
	return unicode.Is(unicode.Mn, r)
}

// Append appends the exact form of word to exact and its loose form to loose.
func Append(exact, loose, word []byte) (newExact, newLoose []byte) {
	return appendFrom(exact, loose, word)
}

func appendFrom(exact, loose, word []byte) (newExact, newLoose []byte) {
	e0, l0 := len(exact), len(loose)
	var tone rune
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			exact, loose = append(exact, c), append(loose, c)
			i++
			continue
		}
		r, n := utf8.DecodeRune(word[i:])
		i += n
		switch l := letterOf(r); {
		case l.plain != 0:
			if tone == 0 {
				tone = l.tone
			}
			exact, loose = utf8.AppendRune(exact, l.shaped), utf8.AppendRune(loose, l.plain)
		case isTone(r):
			if tone == 0 {
				tone = r
			}
		case r == circumflex || r == breve || r == horn:
			exact = compose(exact, e0, r)
		case unicode.Is(unicode.Mn, r):
		default:
			lower := unicode.ToLower(r)
			exact, loose = utf8.AppendRune(exact, lower), utf8.AppendRune(loose, lower)
		}
	}
	if iForY(loose[l0:]) {
		loose[len(loose)-1] = 'i'
		if exact[len(exact)-1] == 'y' { // it is "ŷ" in other languages
			exact[len(exact)-1] = 'i'
		}
	}
	if tone != 0 {
		exact = utf8.AppendRune(exact, tone)
	}
	return exact, loose
}

// compose joins a mark of shape that stands alone (NFD) with the letter before it.
func compose(exact []byte, from int, mark rune) []byte {
	if len(exact) == from {
		return exact
	}
	last, n := utf8.DecodeLastRune(exact)
	joined := []rune(norm.NFC.String(string([]rune{last, mark})))
	if len(joined) != 1 {
		return exact
	}
	return utf8.AppendRune(exact[:len(exact)-n], joined[0])
}

// iForY reports whether the final y of a syllable is only another spelling of i:
// "kỹ" and "kĩ" are one word, "tay" and "tai", "thúy" and "thúi" are not.
func iForY(loose []byte) bool {
	n := len(loose)
	if n < 2 || loose[n-1] != 'y' {
		return false
	}
	switch string(loose[:n-1]) {
	case "h", "k", "l", "m", "s", "t", "v", "qu":
		return true
	}
	return false
}
