package charset

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// VIQR (RFC 1456) writes the marks of a letter as signs behind it ("Ke^' hoa.ch" → "Kế
// hoạch"), as in mail of the nineties; "\" in front of a sign makes it nothing but that.

// viqrModifiers are the first signs behind a vowel: what they make of which.
var viqrModifiers = map[byte]struct{ vowels, mark string }{
	'(': {"aA", "\u0306"}, '^': {"aeoAEO", "\u0302"}, '+': {"ouOU", "\u031B"}, '*': {"ouOU", "\u031B"},
}

var viqrTones = map[byte]string{'\'': "\u0301", '`': "\u0300", '?': "\u0309", '~': "\u0303", '.': "\u0323"}

// VIQR converts a text.
func VIQR(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c, next := s[i], at(s, i+1)
		switch {
		case c == '\\' && (viqrTones[next] != "" || viqrModifiers[next].mark != "" || next == '\\' || next == 'd' || next == 'D'):
			i++
			b.WriteByte(next)
		case c == 'd' && next == 'd':
			i++
			b.WriteString("đ")
		case c == 'D' && (next == 'd' || next == 'D'):
			i++
			b.WriteString("Đ")
		default:
			b.WriteByte(c)
			i += marksBehind(&b, s, i)
		}
	}
	return norm.NFC.String(b.String())
}

// marksBehind writes the marks that the signs behind the letter at i stand for, and returns
// how many signs these are.
func marksBehind(b *strings.Builder, s string, i int) (n int) {
	if strings.IndexByte("aeiouyAEIOUY", s[i]) < 0 {
		return 0
	}
	if m := viqrModifiers[at(s, i+1)]; m.mark != "" && strings.IndexByte(m.vowels, s[i]) >= 0 {
		b.WriteString(m.mark)
		n++
	}
	if t := viqrTones[at(s, i+n+1)]; t != "" {
		b.WriteString(t)
		n++
	}
	return n
}

// at returns a byte of s, 0 behind its end.
func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}
