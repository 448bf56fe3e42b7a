package font

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"

	"kehoach/ingest/pdf/object"
)

// program is what an embedded font says about its glyphs, in whatever format.
type program struct {
	glyphs map[uint32]string // the text of a glyph: by the table of characters, else by its name
	cids   map[uint32]uint32 // the glyph of each number of a collection; nil where they are the same
	codes  map[byte]string   // the text of the codes of its own encoding
}

// loadProgram reads the font that a descriptor embeds; nothing where there is none.
func loadProgram(doc Streams, descriptor object.Value) program {
	if b, err := doc.Bytes(descriptor.Key("FontFile2")); err == nil {
		return fromTables(b)
	}
	if b, err := doc.Bytes(descriptor.Key("FontFile3")); err == nil {
		if len(b) >= 4 && (string(b[:4]) == "OTTO" || binary.BigEndian.Uint32(b) == 0x00010000) {
			return fromTables(b)
		}
		return fromCompact(parseCompact(b))
	}
	if b, err := doc.Bytes(descriptor.Key("FontFile")); err == nil {
		p := program{codes: map[byte]string{}}
		for code, name := range builtIn(b) {
			p.codes[code] = GlyphName(name)
		}
		return p
	}
	return program{}
}

// fromTables reads a TrueType or OpenType font.
func fromTables(b []byte) program {
	p := program{}
	if c := sfntTable(b, "CFF "); len(c) > 0 {
		p = fromCompact(parseCompact(c))
	}
	glyphs := glyphText(b)
	for glyph, name := range postNames(sfntTable(b, "post")) {
		if s := GlyphName(name); s != "" && glyphs[uint32(glyph)] == "" {
			glyphs[uint32(glyph)] = s
		}
	}
	for glyph, s := range p.glyphs {
		if glyphs[glyph] == "" {
			glyphs[glyph] = s
		}
	}
	p.glyphs = glyphs
	if len(p.codes) == 0 {
		p.codes = map[byte]string{}
		for code, glyph := range glyphCodes(b) {
			if s := glyphs[glyph]; s != "" {
				p.codes[code] = s
			}
		}
	}
	return p
}

func fromCompact(c compact) program {
	p := program{glyphs: map[uint32]string{}, cids: c.cids, codes: map[byte]string{}}
	for glyph, name := range c.names {
		if s := GlyphName(name); s != "" {
			p.glyphs[uint32(glyph)] = s
		}
	}
	for code, glyph := range c.codes {
		if s := p.glyphs[glyph]; s != "" {
			p.codes[code] = s
		}
	}
	return p
}

// text returns the text of a number of the collection.
func (p program) text(cid uint32) string {
	if p.cids == nil {
		return p.glyphs[cid]
	}
	glyph, ok := p.cids[cid]
	if !ok {
		return ""
	}
	return p.glyphs[glyph]
}

// macintoshOrder are the names of the glyphs in the order of Apple's fonts, in which
// Microsoft's begin too (OpenType 1.9, "post").
//
//go:embed macintosh-order.txt
var macintoshOrderText string

var macintoshOrder = strings.Fields(macintoshOrderText)

// postNames reads the names of the glyphs from the table "post".
func postNames(t []byte) []string {
	switch u32(t, 0) {
	case 0x00010000:
		return macintoshOrder
	case 0x00020000:
		n := int(u16(t, 32))
		var own []string
		for at := 34 + 2*n; at < len(t); {
			end := min(len(t), at+1+int(t[at]))
			own = append(own, string(t[at+1:end]))
			at = end
		}
		names := make([]string, 0, min(n, len(t)/2))
		for i := 0; i < n && 34+2*i+2 <= len(t); i++ {
			k, name := int(u16(t, 34+2*i)), ""
			if k < len(macintoshOrder) {
				name = macintoshOrder[k]
			} else if k -= len(macintoshOrder); k < len(own) {
				name = own[k]
			}
			names = append(names, name)
		}
		return names
	}
	return nil
}

// otherOrder are the fonts of Microsoft whose glyphs stand in an order of their own.
var otherOrder = []string{"Calibri", "Cambria", "Candara", "Consolas", "Constantia", "Corbel", "Segoe"}

// unembeddedGlyphs returns the text of the first glyphs of a TrueType font that a file
// leaves out because everybody has it: they stand in Apple's order. It returns nil where
// they do not.
func unembeddedGlyphs(font string) map[uint32]string {
	if slices.ContainsFunc(otherOrder, func(name string) bool { return strings.HasPrefix(font, name) }) {
		return nil
	}
	glyphs := map[uint32]string{}
	for glyph, name := range macintoshOrder {
		if s := GlyphName(name); s != "" {
			glyphs[uint32(glyph)] = s
		}
	}
	return glyphs
}
