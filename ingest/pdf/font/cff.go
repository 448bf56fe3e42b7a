package font

import (
	_ "embed"
	"strings"
)

// compact is what a font in the Compact Font Format (Adobe Technical Note 5176) says
// about its glyphs.
type compact struct {
	names []string          // by glyph, of a font whose glyphs have names
	cids  map[uint32]uint32 // the glyph of each number, of a font whose glyphs have numbers
	codes map[byte]uint32   // the font's own encoding: the glyph of a code
}

// standardStrings are those that every such font has (appendix A), by their numbers.
//
//go:embed standard-strings.txt
var standardStringsText string

var standardStrings = strings.Fields(standardStringsText)

// parseCompact reads the tables of the first font of a set. What is damaged is left out.
func parseCompact(b []byte) compact {
	if len(b) < 4 {
		return compact{}
	}
	_, at := index(b, int(b[2]))
	tops, at := index(b, at)
	texts, _ := index(b, at)
	if len(tops) == 0 {
		return compact{}
	}
	top := dictionary(tops[0])
	glyphs, _ := index(b, first(top[opCharStrings]))
	_, numbered := top[opROS]
	charset := glyphNumbers(b, first(top[opCharset]), len(glyphs), numbered)
	c := compact{codes: codesOf(b, top[opEncoding], charset)}
	if numbered {
		c.cids = make(map[uint32]uint32, len(charset))
		for glyph, cid := range charset {
			c.cids[uint32(cid)] = uint32(glyph)
		}
		return c
	}
	c.names = make([]string, len(charset))
	for glyph, sid := range charset {
		c.names[glyph] = text(texts, int(sid))
	}
	return c
}

// Operators of the top dictionary; those of two bytes have 12 in front.
const (
	opCharset     = 15
	opEncoding    = 16
	opCharStrings = 17
	opROS         = 12<<8 | 30 // the glyphs have numbers of a collection
)

// index reads a list of byte strings and returns where it ends.
func index(b []byte, at int) (items [][]byte, end int) {
	n := int(u16(b, at))
	if at < 0 || at+3 > len(b) || n == 0 {
		return nil, at + 2
	}
	size := int(b[at+2])
	base := at + 3 + (n+1)*size - 1
	if size < 1 || size > 4 || base > len(b) {
		return nil, len(b)
	}
	offset := func(i int) int {
		var v uint32
		for _, c := range b[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | uint32(c)
		}
		return base + int(v)
	}
	for i := range n {
		start, stop := offset(i), offset(i+1)
		if start > stop || stop > len(b) {
			return items, len(b)
		}
		items = append(items, b[start:stop])
	}
	return items, offset(n)
}

// dictionary reads operators and the numbers in front of each. Fractions are left out:
// none of the operators above takes them.
func dictionary(b []byte) map[int][]int {
	d := map[int][]int{}
	var operands []int
	for i := 0; i < len(b); {
		c := int(b[i])
		i++
		switch {
		case c == 12 && i < len(b):
			d[12<<8|int(b[i])] = operands
			operands = nil
			i++
		case c <= 21:
			d[c] = operands
			operands = nil
		case c == 28:
			operands = append(operands, int(int16(u16(b, i))))
			i += 2
		case c == 29:
			operands = append(operands, int(int32(u32(b, i))))
			i += 4
		case c == 30:
			for i < len(b) && b[i]&0xF != 0xF {
				i++
			}
			i++
			operands = append(operands, 0)
		case c >= 32 && c <= 246:
			operands = append(operands, c-139)
		case c >= 247 && c <= 250 && i < len(b):
			operands = append(operands, (c-247)*256+int(b[i])+108)
			i++
		case c >= 251 && c <= 254 && i < len(b):
			operands = append(operands, -(c-251)*256-int(b[i])-108)
			i++
		}
	}
	return d
}

func first(operands []int) int {
	if len(operands) == 0 {
		return 0
	}
	return operands[0]
}

// glyphNumbers returns the name's or the collection's number of each glyph. The first
// glyph, which stands for what is missing, has 0.
func glyphNumbers(b []byte, at, glyphs int, numbered bool) []uint16 {
	out := make([]uint16, 1, glyphs+1)
	if at <= 2 && !numbered { // predefined: ISOAdobe; the two expert sets have no letters
		for sid := 1; sid < glyphs && sid <= 228; sid++ {
			out = append(out, uint16(sid))
		}
		return out
	}
	if at <= 2 || at >= len(b) { // a collection without one counts its glyphs
		for cid := 1; cid < glyphs; cid++ {
			out = append(out, uint16(cid))
		}
		return out
	}
	format := b[at]
	for at++; len(out) < glyphs && at+2 <= len(b); {
		start, more := u16(b, at), 0
		at += 2
		switch {
		case format == 1 && at < len(b):
			more = int(b[at])
			at++
		case format == 2:
			more = int(u16(b, at))
			at += 2
		}
		for i := 0; i <= more && len(out) < glyphs; i++ {
			out = append(out, start+uint16(i))
		}
	}
	return out
}

// codesOf returns the glyphs of the codes: by a table of the font or by the standard
// encoding, whose names are the standard strings in their order.
func codesOf(b []byte, operands []int, charset []uint16) map[byte]uint32 {
	out := map[byte]uint32{}
	at := first(operands)
	if at <= 1 || at+2 > len(b) {
		return out
	}
	format, n := b[at]&0x7F, int(b[at+1])
	glyph := uint32(1)
	for i, at := 0, at+2; i < n && at < len(b); i++ {
		code, more := int(b[at]), 0
		at++
		if format == 1 && at < len(b) {
			more = int(b[at])
			at++
		}
		for j := 0; j <= more && int(glyph) < len(charset) && code+j < 256; j++ {
			out[byte(code+j)] = glyph
			glyph++
		}
	}
	return out
}

func text(texts [][]byte, sid int) string {
	if sid < len(standardStrings) {
		return standardStrings[sid]
	}
	if sid -= len(standardStrings); sid < len(texts) {
		return string(texts[sid])
	}
	return ""
}
