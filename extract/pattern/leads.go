package pattern

import (
	"regexp/syntax"
	"unicode"
	"unicode/utf8"
)

// bytes is a set of bytes: those with which a match may begin. A pattern that can only match
// where the text begins needs to look at nothing but its first byte for most texts.
type bytes [4]uint64

func (b *bytes) add(c byte)      { b[c>>6] |= 1 << (c & 63) }
func (b *bytes) has(c byte) bool { return b[c>>6]>>(c&63)&1 != 0 }

// addRange adds the first bytes of the characters from lo to hi.
func (b *bytes) addRange(lo, hi rune) {
	first := func(r rune) byte {
		if 0xD800 <= r && r < 0xE000 {
			return 0xED // of surrogates, which no text holds
		}
		return string(r)[0]
	}
	for c := int(first(lo)); c <= int(first(hi)); c++ {
		b.add(byte(c))
	}
	if lo <= utf8.RuneError && utf8.RuneError <= hi { // which stands for any byte that is no UTF-8
		for c := utf8.RuneSelf; c < 1<<8; c++ {
			b.add(byte(c))
		}
	}
}

// lead adds the bytes with which what re matches may begin, and reports whether it may match
// nothing, so that what stands behind it counts too.
func (b *bytes) lead(re *syntax.Regexp) (empty bool) {
	switch re.Op {
	case syntax.OpLiteral:
		b.addRange(re.Rune[0], re.Rune[0])
		if re.Flags&syntax.FoldCase != 0 {
			for r := unicode.SimpleFold(re.Rune[0]); r != re.Rune[0]; r = unicode.SimpleFold(r) {
				b.addRange(r, r)
			}
		}
		return false
	case syntax.OpCharClass:
		for i := 0; i < len(re.Rune); i += 2 {
			b.addRange(re.Rune[i], re.Rune[i+1])
		}
		return false
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.addRange(0, unicode.MaxRune)
		return false
	case syntax.OpCapture, syntax.OpPlus:
		return b.lead(re.Sub[0])
	case syntax.OpStar, syntax.OpQuest:
		b.lead(re.Sub[0])
		return true
	case syntax.OpRepeat:
		return b.lead(re.Sub[0]) || re.Min == 0
	case syntax.OpConcat:
		for _, part := range re.Sub {
			if !b.lead(part) {
				return false
			}
		}
		return true
	case syntax.OpAlternate:
		for _, choice := range re.Sub {
			empty = b.lead(choice) || empty
		}
		return empty
	case syntax.OpNoMatch:
		return false
	}
	return true // it asks for a place, not for characters
}
