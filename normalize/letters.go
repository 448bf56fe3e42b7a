package normalize

import (
	"unicode"
	"unicode/utf8"
)

// Most of the program's time goes into reading letters, so what is asked of them stands in
// tables. The letters of Vietnamese and the marks in its texts end below tableSize; of the
// others package unicode is asked, which is several times slower.
const tableSize = 0x2080

// A trait is something that is asked of a character.
type trait uint8

const (
	inWord  trait = 1 << iota // part of a word: a letter, a digit, a mark on one
	small                     // its own small letter, as are digits and marks
	turns                     // o or u with a tone, which may move to the vowel behind it
	space                     // a blank of any sort
	letters                   // a letter
	capital                   // a capital letter
)

var traits, smallOf, bareOf = letterTables()

func letterTables() (is [tableSize]trait, low [tableSize]uint16, bare [tableSize]int16) {
	for r := range rune(tableSize) {
		low[r] = uint16(unicode.ToLower(r))
		is[r], bare[r] = askTraits(r), bareLetter(r)
	}
	return is, low, bare
}

func askTraits(r rune) (is trait) {
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
		is |= inWord
	}
	if unicode.ToLower(r) == r {
		is |= small
	}
	if _, follow := newStyle(unicode.ToLower(r)); follow != 0 {
		is |= turns
	}
	if unicode.IsSpace(r) {
		is |= space
	}
	if unicode.IsLetter(r) {
		is |= letters
	}
	if unicode.IsUpper(r) {
		is |= capital
	}
	return is
}

func traitsOf(r rune) trait {
	if r < tableSize {
		return traits[r]
	}
	return askTraits(r)
}

// IsLetter is unicode.IsLetter.
func IsLetter(r rune) bool { return traitsOf(r)&letters != 0 }

// IsCapital is unicode.IsUpper.
func IsCapital(r rune) bool { return traitsOf(r)&capital != 0 }

// lower is unicode.ToLower.
func lower(r rune) rune {
	if r < tableSize {
		return rune(smallOf[r])
	}
	return unicode.ToLower(r)
}

// What bareLetter returns of a character that has no bare letter.
const (
	onlyMark = -1 // it is a mark on a letter
	notOne   = -2 // what is left of it is several letters, or beyond the table
)

// bareLetter returns r in lower case without its marks.
func bareLetter(r rune) int16 {
	bare := int16(onlyMark)
	for _, x := range bareByForm(string(r)) {
		if bare != onlyMark || x >= tableSize {
			return notOne
		}
		bare = int16(x)
	}
	return bare
}

// runeAt is utf8.DecodeRuneInString of s[i:], with a shorter way to the letters of
// Vietnamese.
func runeAt(s string, i int) (r rune, size int) {
	switch c := s[i]; {
	case c < utf8.RuneSelf:
		return rune(c), 1
	case c >= 0xC2 && c <= 0xDF && i+1 < len(s) && s[i+1]&0xC0 == 0x80:
		return rune(c&0x1F)<<6 | rune(s[i+1]&0x3F), 2
	case c == 0xE1 && i+2 < len(s) && s[i+1]&0xC0 == 0x80 && s[i+2]&0xC0 == 0x80:
		return 0x1000 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s[i:])
}
