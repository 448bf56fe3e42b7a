package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is a word or a mark of a text, made ready for matching.
type Word struct {
	Start, End int    // bytes in the text
	Fold       string // lower case, tone mark at its new-style place; marks: one character
	Mark       bool   // a mark, not a word
}

// Words splits s into words and marks; blanks are dropped. A word is letters, digits
// and the combining marks on them. Every dash is "-".
func Words(s string) []Word { return AppendWords(make([]Word, 0, len(s)/5+1), s) }

// AppendWords appends the words of s to words.
func AppendWords(words []Word, s string) []Word {
	var folded strings.Builder // the folds that differ from their words, one behind the other
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case wordRune(r):
			end, same := word(s, i)
			w := Word{Start: i, End: end, Fold: s[i:end]}
			if !same {
				if folded.Cap() == 0 {
					folded.Grow((len(s)-i)/4 + len(w.Fold))
				}
				from := folded.Len()
				writeFold(&folded, w.Fold)
				w.Fold = folded.String()[from:]
			}
			words = append(words, w)
			i = end
			continue
		case r == ' ' || r == '\t' || unicode.IsSpace(r):
		case r == '–' || r == '—' || r == '‑':
			words = append(words, Word{Start: i, End: i + n, Fold: "-", Mark: true})
		default:
			words = append(words, Word{Start: i, End: i + n, Fold: s[i : i+n], Mark: true})
		}
		i += n
	}
	return words
}

// word returns where the word at s[start] ends, and whether it is its own fold.
func word(s string, start int) (end int, same bool) {
	same = true
	for i := start; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !isWord[c] {
				return i, same
			}
			same = same && (c < 'A' || c > 'Z')
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !wordRune(r) {
			return i, same
		}
		i += n
		same = same && r < tableSize && lowered[r] == r && !(isTurned[r] && mayTurn(s, i))
	}
	return len(s), same
}

// mayTurn reports whether the letter at s[i] lets the tone before it move to it.
func mayTurn(s string, i int) bool {
	return i < len(s) && (s[i] == 'a' || s[i] == 'e' || s[i] == 'y')
}

// writeFold writes Fold(w).
func writeFold(b *strings.Builder, w string) {
	for i, r := range w {
		r = lower(r)
		if r >= tableSize || isTurned[r] && i+2 < len(w) {
			b.WriteString(Fold(w))
			return
		}
	}
	for _, r := range w {
		b.WriteRune(lower(r))
	}
}

func wordRune(r rune) bool {
	if r < tableSize {
		return isWord[r]
	}
	return inWord(r)
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// The letters of Vietnamese end below tableSize; for them tables are several times faster
// than package unicode, and most of the program's time goes into reading words.
const tableSize = 0x1F00

var isWord, isTurned, lowered = runeTables()

func runeTables() (word, turned [tableSize]bool, lower [tableSize]rune) {
	for r := range rune(tableSize) {
		word[r], lower[r] = inWord(r), unicode.ToLower(r)
		_, follow := newStyle(r)
		turned[r] = follow != 0
	}
	return word, turned, lower
}

// lower is unicode.ToLower.
func lower(r rune) rune {
	if r < tableSize {
		return lowered[r]
	}
	return unicode.ToLower(r)
}

// Fold returns s in lower case with the tone marks of oa, oe and uy where the new
// style puts them ("hòa" → "hoà", "Ủy" → "uỷ"), so that both styles are one. Other
// letters keep their marks: "tố" and "tổ" stay apart.
func Fold(s string) string {
	tones := false
	for i, r := range s {
		if l := lower(r); l != r {
			s = s[:i] + strings.Map(lower, s[i:])
			return foldTones(s)
		}
		tones = tones || r < tableSize && isTurned[r]
	}
	if tones {
		return foldTones(s)
	}
	return s
}

// FoldInPlace is Fold with every byte where it was: where a tone mark would move bytes
// ("tùy"), only the case is folded, so that offsets in it are offsets in s.
func FoldInPlace(s string) string {
	f := Fold(s)
	if len(f) != len(s) {
		f = strings.Map(lower, s)
	}
	if len(f) != len(s) {
		return s
	}
	return f
}

// Digits returns s with the letters that a recogniser takes for digits read as such inside
// of numbers: "3l/12/2023" → "31/12/2023", "I2" → "12". Its bytes stay where they are.
func Digits(s string) string {
	var out []byte // made when the first letter is read as a digit
	for i := 0; i < len(s); i++ {
		if !alike(s[i]) || !inNumber(s, i) {
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		if s[i] == 'o' || s[i] == 'O' {
			out[i] = '0'
		} else {
			out[i] = '1'
		}
	}
	if out == nil {
		return s
	}
	return string(out)
}

func alike(c byte) bool { return c == 'l' || c == 'I' || c == 'i' || c == 'o' || c == 'O' }

// longestNumber is how many digits a number has whose letters may be digits: a year's.
const longestNumber = 4

// inNumber reports whether s[i] stands in a word of digits and such letters, of which one
// is a digit, or which stands between the slashes of a date: "30/lO/2023".
func inNumber(s string, i int) bool {
	digit := false
	from, to := i, i
	for from > 0 && i-from <= longestNumber && numeral(s[from-1]) {
		from--
		digit = digit || !alike(s[from])
	}
	for to < len(s) && to-i <= longestNumber && numeral(s[to]) {
		digit = digit || !alike(s[to])
		to++
	}
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	if before == '/' && after == '/' && from > 1 && numeral(s[from-2]) {
		digit = true
	}
	return digit && to-from <= longestNumber && !wordRune(before) && !wordRune(after)
}

func numeral(c byte) bool { return alike(c) || '0' <= c && c <= '9' }

// Bare returns s in lower case without any mark: "Đơn vị chù trì" → "don vi chu tri". It
// finds what was misread; two words that are one when bare are still two words.
func Bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ':
			return 'd'
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
}

// foldTones moves tone marks in each word of s.
func foldTones(s string) string {
	var out []byte // made when the first mark moves
	done := 0
	for i, r := range s {
		moved, follow := newStyle(r)
		if follow == 0 {
			continue
		}
		end := i + utf8.RuneLen(r)
		if end >= len(s) || rune(s[end]) != follow && !(follow == 'a' && s[end] == 'e') {
			continue
		}
		second := rune(s[end])
		if next, _ := utf8.DecodeRuneInString(s[end+1:]); end+1 < len(s) && wordRune(next) {
			continue // the rhyme goes on: "hoàn", "quỳnh"
		}
		if i > 0 && s[i-1] == 'q' {
			continue
		}
		out = append(out, s[done:i]...)
		out = append(out, moved)
		out = utf8.AppendRune(out, toned[tone{second, toneOf(r)}])
		done = end + 1
	}
	if out == nil {
		return s
	}
	return string(append(out, s[done:]...))
}

type tone struct {
	vowel rune
	mark  int
}

// Each row holds a vowel without a tone and with the five tones, in one order.
var vowels = [][]rune{[]rune("oòóỏõọ"), []rune("uùúủũụ"), []rune("aàáảãạ"), []rune("eèéẻẽẹ"), []rune("yỳýỷỹỵ")}

var toned, toneMarks = toneTables()

func toneTables() (map[tone]rune, map[rune]int) {
	t, m := map[tone]rune{}, map[rune]int{}
	for _, row := range vowels {
		for i, r := range row[1:] {
			t[tone{row[0], i}] = r
			m[r] = i
		}
	}
	return t, m
}

func toneOf(r rune) int { return toneMarks[r] }

// newStyle returns the vowel r without its tone, and the vowel that must follow it for
// the tone to move there; 0 where r is no toned o or u.
func newStyle(r rune) (plain byte, follow rune) {
	switch r {
	case 'ò', 'ó', 'ỏ', 'õ', 'ọ':
		return 'o', 'a'
	case 'ù', 'ú', 'ủ', 'ũ', 'ụ':
		return 'u', 'y'
	}
	return 0, 0
}
