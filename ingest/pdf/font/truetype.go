package font

import (
	"bytes"
	"encoding/binary"

	"kehoach/ingest/pdf/syntax"
)

// glyphText returns the text of the glyphs of an embedded TrueType font, by number:
// its table "cmap" (OpenType 1.9, "cmap") turned round. Of several characters for a
// glyph the lowest is taken, which is the plain one.
func glyphText(font []byte) map[uint32]string {
	out := map[uint32]string{}
	put := func(char, glyph uint32) {
		if _, taken := out[glyph]; !taken && glyph != 0 && char >= ' ' {
			out[glyph] = string(rune(char))
		}
	}
	eachSubtable(font, func(platform, encoding uint16, t []byte, left *int) {
		if platform == 0 || platform == 3 && (encoding == 1 || encoding == 10) {
			eachCode(t, put, left)
		}
	})
	return out
}

// glyphCodes returns the glyphs of the codes of a simple font: those of its symbols,
// which stand at U+F000 and the code, or else those of its Macintosh table.
func glyphCodes(font []byte) map[byte]uint32 {
	symbols, macintosh := map[byte]uint32{}, map[byte]uint32{}
	eachSubtable(font, func(platform, encoding uint16, t []byte, left *int) {
		switch {
		case platform == 3 && encoding == 0:
			eachCode(t, func(char, glyph uint32) {
				if char >= 0xF000 && char <= 0xF0FF || char <= 0xFF {
					symbols[byte(char)] = glyph
				}
			}, left)
		case platform == 1:
			eachCode(t, func(char, glyph uint32) {
				if char <= 0xFF && glyph != 0 {
					macintosh[byte(char)] = glyph
				}
			}, left)
		}
	})
	if len(symbols) > 0 {
		return symbols
	}
	return macintosh
}

// eachSubtable calls see with each table of characters, and with what is left of the
// codes that may be looked at in all of them.
func eachSubtable(font []byte, see func(platform, encoding uint16, t []byte, left *int)) {
	table := sfntTable(font, "cmap")
	left := maxCodes
	for i := range min(int(u16(table, 2)), maxSubtables) {
		if offset := int(u32(table, 8+8*i)); offset < len(table) {
			see(u16(table, 4+8*i), u16(table, 6+8*i), table[offset:], &left)
		}
	}
}

func sfntTable(font []byte, tag string) []byte {
	for i := range int(u16(font, 4)) {
		at := 12 + 16*i
		if at+16 > len(font) || string(font[at:at+4]) != tag {
			continue
		}
		start, size := int(u32(font, at+8)), int(u32(font, at+12))
		if start > len(font) {
			return nil
		}
		return font[start:min(len(font), start+size)]
	}
	return nil
}

func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}

const (
	maxSubtables = 16      // of a font; three are usual
	maxGroups    = 20_000  // of a subtable of format 12
	maxCodes     = 300_000 // looked at in all of them; Unicode's first plane has 65,536
)

// eachCode calls put with the characters of a table and their glyphs. It reads the
// formats 0 and 6 (a list of glyphs), 4 (segments of the first plane) and 12 (groups).
func eachCode(t []byte, put func(char, glyph uint32), left *int) {
	switch u16(t, 0) {
	case 0:
		for c := 0; c < 256 && 6+c < len(t); c++ {
			put(uint32(c), uint32(t[6+c]))
		}
	case 6:
		start := uint32(u16(t, 6))
		for i := 0; i < int(u16(t, 8)) && 12+2*i <= len(t) && *left > 0; i++ {
			*left--
			put(start+uint32(i), uint32(u16(t, 10+2*i)))
		}
	case 4:
		n := int(u16(t, 6)) / 2
		for i := range n {
			end, start := uint32(u16(t, 14+2*i)), uint32(u16(t, 16+2*n+2*i))
			delta, at := uint32(u16(t, 16+4*n+2*i)), 16+6*n+2*i
			shift := int(u16(t, at))
			for c := start; c <= end && c < 0xFFFF && *left > 0; c++ {
				*left--
				glyph := c
				if shift != 0 {
					if glyph = uint32(u16(t, at+shift+2*int(c-start))); glyph == 0 {
						continue
					}
				}
				put(c, (glyph+delta)&0xFFFF)
			}
		}
	case 12:
		for i := range min(int(u32(t, 12)), maxGroups) {
			start, end, glyph := u32(t, 16+12*i), u32(t, 20+12*i), u32(t, 24+12*i)
			for c := start; c <= end && c-start < maxRange && c < 0x30000 && *left > 0; c++ {
				*left--
				put(c, glyph+c-start)
			}
		}
	}
}

// builtIn returns the glyph names of the encoding of an embedded Type 1 font, which
// stands in its clear text as "dup 65 /A put".
func builtIn(font []byte) map[byte]string {
	start := bytes.Index(font, []byte("/Encoding"))
	if start < 0 {
		return nil
	}
	l := syntax.Lexer{Data: font[start:min(len(font), start+16<<10)]}
	out := map[byte]string{}
	for {
		switch o := l.Next(); {
		case o.Kind == syntax.EOF, o.Is(syntax.Operator, "def"), o.Is(syntax.Operator, "readonly"), o.Is(syntax.Operator, "StandardEncoding"):
			return out
		case o.Is(syntax.Operator, "dup"):
			code, name := l.Next(), l.Next()
			if code.Kind == syntax.Number && name.Kind == syntax.Name && code.Int() >= 0 && code.Int() < 256 {
				out[byte(code.Int())] = string(name.Text)
			}
		}
	}
}
