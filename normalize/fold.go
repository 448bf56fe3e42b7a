package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case with the tone marks of oa, oe and uy where the new
// style puts them ("hòa" → "hoà", "Ủy" → "uỷ"), so that both styles are one. Other
// letters keep their marks: "tố" and "tổ" stay apart.
func Fold(s string) string {
	same := foldedUpTo(s)
	if same == len(s) {
		return s
	}
	var room [256]byte // on the stack: a string is made of it once
	b := append(room[:0], s[:same]...)
	if len(s) < len(room) {
		return string(appendFold(b, s[same:], true))
	}
	var out strings.Builder
	out.Grow(len(s) + len(s)/16)
	for b = room[:0]; len(s) >= len(room); {
		cut := max(strings.LastIndexByte(s[:len(room)/2], ' '), 0)
		if cut == 0 {
			break // no word is as long
		}
		out.Write(appendFold(b, s[:cut], true))
		s = s[cut:]
	}
	out.Write(appendFold(b, s, true))
	return out.String()
}

// FoldInPlace is Fold with every byte where it was: where a tone mark would move bytes
// ("tùy"), only the case is folded, so that offsets in it are offsets in s.
func FoldInPlace(s string) string {
	f := Fold(s)
	if len(f) != len(s) {
		f = string(appendFold(nil, s, false))
	}
	if len(f) != len(s) {
		return s
	}
	return f
}

// foldedUpTo returns how many bytes at the start of s are their own fold whatever stands
// behind them. It ends before a letter that is not, and not between one and a tone that
// may move to it.
func foldedUpTo(s string) int {
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf && traits[s[i]]&small != 0 {
			i++
			continue
		}
		r, n := runeAt(s, i)
		is := traitsOf(r)
		if is&small == 0 || is&turns != 0 && mayMove(s, i+n) {
			if i > 0 && s[i-1] == 'q' {
				i--
			}
			return i
		}
		i += n
	}
	return len(s)
}

// appendFold appends s in lower case to b, with its tones moved or where they are.
func appendFold(b []byte, s string, tones bool) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			b = append(b, byte(smallOf[c]))
			i++
			continue
		}
		r, n := runeAt(s, i)
		is := traitsOf(r)
		if tones && is&turns != 0 && moves(s, i, i+n, r) {
			b = appendMoved(b, lower(r), lower(rune(s[i+n])))
			i += n + 1
			continue
		}
		if is&small != 0 {
			b = append(b, s[i:i+n]...)
		} else {
			b = utf8.AppendRune(b, lower(r))
		}
		i += n
	}
	return b
}

// Digits returns s with the letters that a recogniser takes for digits read as such inside
// of numbers: "3l/12/2023" → "31/12/2023", "I2" → "12". Its bytes stay where they are.
func Digits(s string) string {
	var out []byte // made when the first letter is read as a digit
	for from, to := besideDigit(s, 0); from < len(s); from, to = besideDigit(s, to) {
		for i := from; i < to; i++ {
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
	}
	if out == nil {
		return s
	}
	return string(out)
}

// besideDigit returns where the first digit or slash of s from s[i] on stands, with the
// letters beside it that may be digits; s[len(s):] where there is none. Without one there is no number.
func besideDigit(s string, i int) (from, to int) {
	for at := i; at < len(s); at++ {
		if s[at] < '/' || s[at] > '9' { // the slash stands right before the digits
			continue
		}
		from, to = at, at+1
		for from > i && alike(s[from-1]) {
			from--
		}
		for to < len(s) && alike(s[to]) {
			to++
		}
		return from, to
	}
	return len(s), len(s)
}

// alike reports whether c is a letter that a recogniser takes for a digit.
func alike(c byte) bool { return alikes[c] }

var alikes = [256]bool{'l': true, 'I': true, 'i': true, 'o': true, 'O': true}

// longestNumber is how many digits a number has whose letters may be digits: a year's.
const longestNumber = 4

// inNumber reports whether s[i] stands in a word of digits and such letters, of which one
// is a digit, or which stands between the slashes of a date: "30/lO/2023".
func inNumber(s string, i int) bool {
	if !(i > 0 && numberBeside(s[i-1])) && !(i+1 < len(s) && numberBeside(s[i+1])) {
		return false // as most letters
	}
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
	return digit && to-from <= longestNumber && (traitsOf(before)|traitsOf(after))&inWord == 0
}

func numeral(c byte) bool { return alike(c) || '0' <= c && c <= '9' }

// numberBeside reports whether c can stand in a number beside a letter for a digit.
func numberBeside(c byte) bool { return numeral(c) || c == '/' }

// Bare returns s in lower case without any mark: "Đơn vị chù trì" → "don vi chu tri". It
// finds what was misread; two words that are one when bare are still two words.
func Bare(s string) string {
	var room [64]byte
	out := room[:0]
	for i := 0; i < len(s); {
		r, n := runeAt(s, i)
		if r >= tableSize || bareOf[r] == notOne {
			return bareByForm(s)
		}
		if bareOf[r] != onlyMark {
			out = utf8.AppendRune(out, rune(bareOf[r]))
		}
		i += n
	}
	return string(out)
}

// bareByForm is Bare of any characters.
func bareByForm(s string) string {
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
