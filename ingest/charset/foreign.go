package charset

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Foreign reports whether a text that is no Vietnamese reads like another language: it
// is mostly in one other script, or its words can be spoken. A text layer that is broken
// does not: its letters come from anywhere.
func Foreign(text string) bool {
	j := Judge(text)
	if j.Strange*10 > j.Letters || j.Marked*30 > j.Words {
		return false
	}
	var latin int
	other := make([]int, len(scripts))
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		if unicode.Is(unicode.Latin, r) {
			latin++
		} else if i := slices.IndexFunc(scripts, func(s []*unicode.RangeTable) bool { return unicode.In(r, s...) }); i >= 0 {
			other[i]++
		}
	}
	if slices.Max(other)*100 >= j.Letters*leastScript {
		return j.Letters > 0
	}
	all, spoken := 0, 0
	for _, word := range strings.FieldsFunc(text, notInWord) {
		if len(word) > 1 && !abbreviation(word) {
			all++
			if speakable(word) {
				spoken++
			}
		}
	}
	return spoken*100 >= all*leastSpoken && j.Single <= all && latin > 0
}

// Percent of a text: of its letters in one script, of its words that can be spoken.
const (
	leastScript = 60
	leastSpoken = 70
)

// Legible reports whether a text can be read, in whatever languages and however odd:
// labels, formulas, several scripts side by side. Codes that were taken for letters
// make words that cannot be spoken, or that mix scripts.
func Legible(text string) bool {
	if j := Judge(text); j.Strange*20 > j.Letters+j.Strange {
		return false
	}
	all, good := 0, 0
	for _, word := range strings.FieldsFunc(text, notInWord) {
		if len(word) == 1 {
			continue
		}
		all++
		if oneScript(word) && (word[0] >= utf8.RuneSelf && !strings.ContainsFunc(word, isLatin) || speakable(word)) {
			good++
		}
	}
	return all < fewWords || good*100 >= all*leastLegible
}

const (
	fewWords     = 12 // too little to condemn it
	leastLegible = 50 // percent of the words
)

func isLatin(r rune) bool { return unicode.Is(unicode.Latin, r) }

// oneScript reports whether the letters of a word are all in one script.
func oneScript(word string) bool {
	found := -2
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		i := slices.IndexFunc(scripts, func(s []*unicode.RangeTable) bool { return unicode.In(r, s...) })
		if found != -2 && i != found {
			return false
		}
		found = i
	}
	return true
}

// scripts are those that one language uses side by side.
var scripts = [][]*unicode.RangeTable{
	{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo},
	{unicode.Cyrillic}, {unicode.Greek}, {unicode.Arabic}, {unicode.Hebrew}, {unicode.Thai},
	{unicode.Lao}, {unicode.Khmer}, {unicode.Myanmar}, {unicode.Devanagari}, {unicode.Georgian}, {unicode.Armenian},
}

// speakable reports whether a word has a vowel, no more than four consonants in a row,
// and capitals nowhere but in front or throughout.
func speakable(word string) bool {
	vowel, run, capitals, letters := false, 0, 0, 0
	for i, r := range norm.NFD.String(word) {
		if !unicode.IsLetter(r) {
			if !unicode.Is(unicode.Mn, r) {
				return false // a sign of an old encoding
			}
			continue
		}
		letters++
		if unicode.IsUpper(r) && i > 0 {
			capitals++
		}
		if strings.ContainsRune("aeiouyæøœıAEIOUYÆØŒ", r) {
			vowel, run = true, 0
		} else if run++; run > 4 {
			return false
		}
	}
	return vowel && (capitals == 0 || capitals == letters-1)
}

// English reports whether a text has the small words of English, which Vietnamese
// without its marks has not.
func English(text string) bool {
	all, found := 0, 0
	for _, word := range strings.FieldsFunc(text, notInWord) {
		all++
		if slices.Contains(english, strings.ToLower(word)) {
			found++
		}
	}
	return all > 0 && found*100 >= all*leastEnglish
}

const leastEnglish = 2 // percent; English texts have 10 to 20

var english = []string{"of", "and", "for", "is", "that", "with", "as", "by", "was", "are", "this", "from", "which", "or"}
