package normalize

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Word is a word or a mark of a text, made ready for matching.
type Word struct {
	Start, End int    // bytes in the text
	Fold       string // lower case, tone mark at its new-style place; marks: one character
	Mark       bool   // a mark, not a word
}

// Words splits s into words and marks; blanks are dropped. A word is letters, digits
// and the combining marks on them. Every dash is "-".
//
// Those of a phrase that the caller does not keep stay on its stack: Words is short enough
// for the compiler to set it in its place. Who keeps them calls AppendWords with nil.
func Words(s string) []Word { return AppendWords(make([]Word, 0, phrase), s) }

// phrase is how many words most phrases have at most.
const phrase = 64

// AppendWords appends the words of s to words.
func AppendWords(words []Word, s string) []Word {
	if cap(words)*4 < len(s) { // few texts have more words and marks
		words = slices.Grow(words, len(s)/4+1)
	}
	var folded strings.Builder // the folds that differ from their words, one behind the other
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		end, same := word(s, i)
		switch {
		case end == i:
			var isMark bool
			if end, isMark = behind(s, i); isMark {
				words = append(words, Word{Start: i, End: end, Fold: mark(s[i:end]), Mark: true})
			}
		case same:
			words = append(words, Word{Start: i, End: end, Fold: s[i:end]})
		default:
			words = append(words, Word{Start: i, End: end, Fold: appendWord(&folded, s[i:end], len(s)-i)})
		}
		i = end
	}
	return words
}

// Next returns where the first word or mark of s from s[i] on stands, s[len(s):] where there
// is none, and whether it is its own Fold. It is the way for those who need few folds.
func Next(s string, i int) (start, end int, same bool) {
	for i < len(s) {
		if s[i] == ' ' {
			i++
			continue
		}
		if end, same = word(s, i); end > i {
			return i, end, same
		}
		var isMark bool
		if end, isMark = behind(s, i); isMark {
			return i, end, mark(s[i:end]) == s[i:end]
		}
		i = end
	}
	return len(s), len(s), true
}

// behind returns where the character at s[i] ends, of which no word begins, and whether it is
// a mark and no blank of any sort.
func behind(s string, i int) (end int, isMark bool) {
	r, n := runeAt(s, i)
	return i + n, traitsOf(r)&space == 0
}

// AppendFold appends the Fold of the Word that is printed w to b, for those who look
// it up and do not keep it.
func AppendFold(b []byte, w string) []byte {
	if r, _ := runeAt(w, 0); traitsOf(r)&inWord == 0 {
		return append(b, mark(w)...) // a mark may have a small letter: "Ⓚ"
	}
	return appendFold(b, w, true)
}

// SingleBlanks returns s with one blank in place of several, and none at its ends.
func SingleBlanks(s string) string {
	blank := true // the character before
	for _, r := range s {
		is := traitsOf(r)&space != 0
		if is && (blank || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = is
	}
	return strings.TrimSuffix(s, " ")
}

// mark is w, "-" where it is a dash.
func mark(w string) string {
	if w == "–" || w == "—" || w == "‑" {
		return "-"
	}
	return w
}

// word returns where the word at s[start] ends, start where none begins there, and whether
// it is its own fold. It decodes the letters of Vietnamese itself: no other loop turns as often.
func word(s string, start int) (end int, same bool) {
	all := small
	for end = start; end < len(s); {
		c := s[end]
		if c < utf8.RuneSelf {
			if traits[c]&inWord == 0 {
				break
			}
			all &= traits[c]
			end++
			continue
		}
		var r rune
		n := 0
		switch {
		case c == 0xE1 && end+2 < len(s) && s[end+1]&0xC0 == 0x80 && s[end+2]&0xC0 == 0x80:
			r, n = 0x1000|rune(s[end+1]&0x3F)<<6|rune(s[end+2]&0x3F), 3
		case c >= 0xC2 && c <= 0xDF && end+1 < len(s) && s[end+1]&0xC0 == 0x80:
			r, n = rune(c&0x1F)<<6|rune(s[end+1]&0x3F), 2
		default:
			r, n = utf8.DecodeRuneInString(s[end:])
		}
		is := traitsOf(r)
		if is&inWord == 0 {
			break
		}
		end += n
		if is&turns != 0 && mayMove(s, end) {
			is = 0
		}
		all &= is
	}
	return end, all != 0
}

// appendWord appends the fold of w to folded and returns it. The text has so many bytes
// from w on.
func appendWord(folded *strings.Builder, w string, left int) string {
	if folded.Cap() == 0 {
		folded.Grow(left/4 + len(w))
	}
	var room [32]byte
	from := folded.Len()
	folded.Write(appendFold(room[:0], w, true))
	return folded.String()[from:]
}
