package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// form is what the marks of a line told before they were dropped.
type form struct{ strong, headline, rule bool }

// line appends the canonical characters of one line that stands at offset in the file.
func (b *builder) line(s string, offset int) form {
	if plain(s) && (len(b.notes.marks) == 0 || strings.IndexByte(s, '[') < 0) {
		b.copy(s, offset)
		return form{}
	}
	c := b.chars[:0]
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == softHyphen && wasDash(s[:i], s[i+n:]) {
			r = '-'
		}
		if r = letter(r); r >= 0 {
			c = append(c, char{r: r, from: offset + i, size: n})
		}
		i += n
	}
	b.chars = c
	c, f := dropMarks(c, b.row)
	if f.rule {
		return f
	}
	b.write(compose(blanks(b.notes.withoutMarks(c))))
	return f
}

// softHyphen is where a word may be broken; some writers of PDF put it for every hyphen.
const softHyphen = '\u00ad'

// wasDash reports whether a soft hyphen between before and after was a dash: no word is
// broken between capitals and digits ("NĐ-CP", "2011-2020"), or between blanks.
func wasDash(before, after string) bool {
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(after)
	strong := func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }
	return strong(a) && strong(b) || unicode.IsSpace(a) && unicode.IsSpace(b)
}

// plain reports whether s is canonical as it stands; most lines are. It knows the letters
// of Vietnamese and common marks, and leaves everything else to a closer look.
func plain(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == ' ' || s[len(s)-1] == ' ' || s[0] == '#' || s[0] == '>' {
		return false
	}
	seen := unknown // what its bytes tell, together
	for i := 0; i < len(s); {
		is := plainness[s[i]]
		seen |= is
		switch {
		case is&(stays|drawn) != 0:
			i++
		case is == blank:
			if i++; s[i] == ' ' { // it is not the last
				return false
			}
		case is == triples && isToned(s, i):
			i += 3
		case is == pairs:
			if i+1 == len(s) || s[i+1]&0xC0 != 0x80 {
				return false
			}
			i += 2
		case is&(leads|triples) != 0:
			n := plainRune(s, i)
			if n == 0 {
				return false
			}
			i += n
		default:
			return false
		}
	}
	return seen&^blank != drawn
}

// What a byte of a line tells of whether the line is plain.
type tells uint8

const (
	unknown tells = 0      // it calls for a closer look
	stays   tells = 1 << 0 // it stays as it is
	drawn   tells = 1 << 1 // so it does, unless the line holds nothing else: a drawn line
	pairs   tells = 1 << 2 // it begins a letter of two bytes, which stays
	triples tells = 1 << 3 // it begins Ạ to ỹ, of three bytes, which stay, or what plainRune judges
	leads   tells = 1 << 4 // it begins a rune that plainRune judges
	blank   tells = 1 << 5 // it stays, but not beside another
)

var plainness = func() (of [256]tells) {
	for c := ' '; c < 0x7f; c++ {
		of[c] = stays
	}
	for _, c := range `*|\<&_` {
		of[c] = unknown
	}
	for _, c := range "-=." {
		of[c] = drawn
	}
	of[' '] = blank
	for c := 0xC3; c <= 0xC8; c++ { // À to ȿ
		of[c] = pairs
	}
	of[0xE1], of[0xE2] = triples, leads // those of E2 are general punctuation
	return of
}()

// isToned reports whether Ạ to ỹ, E1 BA A0 to E1 BB B9, stands at s[i], where E1 does.
func isToned(s string, i int) bool {
	return i+2 < len(s) && (s[i+1] == 0xBA && s[i+2]-0xA0 < 0x20 || s[i+1] == 0xBB && s[i+2]-0x80 < 0x3A)
}

// plainRune returns the bytes of the rune at s[i] if it is a composed Latin letter or a mark
// of general punctuation that stays as it is, else 0.
func plainRune(s string, i int) int {
	r, n := runeAt(s, i)
	switch {
	case r >= 'À' && r < 0x240, r >= 'Ạ' && r <= 'ỹ':
		return n
	case r >= 0x2000 && r < 0x2028 && letter(r) == r: // "…" may make a line of dots
		return n
	}
	return 0
}

// letter returns the canonical form of r, or -1 where r is to be dropped.
func letter(r rune) rune {
	switch {
	case r == '\t':
		return r
	case r == '\u2011', r == '\u2010':
		return '-'
	case r == softHyphen, r == '\u200b', r == '\u200c', r == '\u200d', r >= '\u2060' && r <= '\u2064', r == '\ufeff',
		r >= '\u200e' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return -1
	case r == '\u2028', r == '\u2029', r == '\f', r == '\v', r == '\r', r == '\u0085':
		return ' '
	case r < ' ', r == 0x7f, r >= 0x80 && r < 0xa0:
		return -1
	case r > 0x7f && unicode.Is(unicode.Zs, r):
		return ' '
	}
	return r
}

// A char is one character on its way, with the bytes of the file it stands for.
type char struct {
	r          rune
	from, size int
}

// blanks makes one blank of several, a tab of three or more (a gap between columns),
// and drops those at both ends and around tabs.
func blanks(c []char) []char {
	out, last := c[:0], 0
	for i := 0; i < len(c); {
		if c[i].r != ' ' {
			out = append(out, c[i])
			last = len(out)
			i++
			continue
		}
		j, broken := i, false
		for j < len(c) && c[j].r == ' ' {
			broken = broken || c[j].size > utf8.UTFMax-1 // "<br>" is longer than any blank
			j++
		}
		tabBefore := len(out) > 0 && out[len(out)-1].r == '\t'
		tabAfter := j < len(c) && c[j].r == '\t'
		if last > 0 && !tabBefore && !tabAfter {
			blank := char{r: ' ', from: c[i].from, size: c[j-1].from + c[j-1].size - c[i].from}
			if j-i >= 3 && !broken {
				blank.r = '\t'
			}
			out = append(out, blank)
		}
		i = j
	}
	return out[:last]
}

// compose brings c into NFC, in place.
func compose(c []char) []char {
	if isComposed(c) {
		return c
	}
	var b strings.Builder
	out := make([]char, 0, len(c))
	for i := 0; i < len(c); {
		j := i + 1
		for j < len(c) && !norm.NFC.PropertiesString(string(c[j].r)).BoundaryBefore() {
			j++
		}
		b.Reset()
		for _, x := range c[i:j] {
			b.WriteRune(x.r)
		}
		size := c[j-1].from + c[j-1].size - c[i].from
		if s := norm.NFC.String(b.String()); s == b.String() {
			out = append(out, c[i:j]...)
		} else {
			for _, r := range s {
				out = append(out, char{r: r, from: c[i].from, size: size})
			}
		}
		i = j
	}
	return out
}

func isComposed(c []char) bool {
	for _, x := range c {
		// Below U+0300 nothing combines with what stands before it.
		if x.r >= 0x300 && !(x.r >= 0x1EA0 && x.r <= 0x1EF9) && !(x.r >= 0x2010 && x.r <= 0x2027) {
			return false
		}
	}
	return true
}

// write appends c.
func (b *builder) write(c []char) {
	var buf [utf8.UTFMax]byte
	for _, x := range c {
		s := buf[:utf8.EncodeRune(buf[:], x.r)]
		if len(s) == x.size {
			b.copy(string(s), x.from)
		} else {
			b.replace(string(s), x.from, x.size)
		}
	}
}
