package font

import (
	"strings"

	"kehoach/ingest/pdf/object"
)

func (f *Font) loadComposite(doc Streams, v object.Value) {
	f.composite = true
	e := v.Key("Encoding")
	if e.Kind() == object.Stream {
		if b, err := doc.Bytes(e); err == nil {
			f.code = parseCMap(b)
		}
	}
	name := e.Name()
	d := v.Key("DescendantFonts").Index(0)
	f.native = encodingOf(name)
	f.Vertical = name == "V" || strings.HasSuffix(name, "-V")
	ordering := d.Key("CIDSystemInfo").Key("Ordering").RawString()
	f.latin = isCollection(ordering)
	if strings.HasPrefix(name, "Uni") && (strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")) {
		f.unicode, f.latin = true, false
	}
	if w := d.Key("DW"); !w.IsNull() {
		f.missing = w.Float64() / 1000
	}
	f.loadWidths(d.Key("W"))
	descriptor := d.Key("FontDescriptor")
	if f.latin && descriptor.Key("FontFile2").IsNull() { // in which writers number the glyphs as they like
		f.ordering = ordering
	}
	f.embedded = loadProgram(doc, descriptor)
	if b, err := doc.Bytes(d.Key("CIDToGIDMap")); err == nil {
		f.toGlyph, f.unicode = b, f.unicode || fromUnicode(b)
	}
	if f.embedded.glyphs == nil && strings.HasPrefix(name, "Identity") && d.Key("Subtype").Name() == "CIDFontType2" && !f.latin {
		f.embedded.glyphs = unembeddedGlyphs(f.Name)
	}
}

// fromUnicode reports whether a map from numbers to glyphs looks like one from Unicode:
// most of its numbers are those of letters and signs, and not the same as the glyphs.
func fromUnicode(toGlyph []byte) bool {
	all, same, letters := 0, 0, 0
	for c := 1; 2*c+1 < len(toGlyph); c++ {
		glyph := int(u16(toGlyph, 2*c))
		if glyph == 0 {
			continue
		}
		all++
		if glyph == c {
			same++
		}
		if c >= ' ' && c < 0x250 || c >= 0x1E00 && c < 0x2100 {
			letters++
		}
	}
	return all > 0 && same*2 < all && letters*5 >= all*4
}

// compositeText asks what nobody wrote a map for.
func (f *Font) compositeText(code, cid uint32) string {
	if f.native != nil {
		return decoded(f.native, code)
	}
	if s := f.embeddedText(cid); s != "" {
		return s
	}
	switch {
	case f.latin && cid >= 1 && cid <= 94:
		return string(rune(cid + ' ' - 1))
	case f.ordering != "":
		return collected(f.ordering, cid)
	case f.unicode && code >= ' ':
		return string(rune(code))
	}
	return ""
}

// embeddedText returns what the font itself says about a number of a composite font.
func (f *Font) embeddedText(cid uint32) string {
	if i := 2 * int(cid); len(f.toGlyph) >= 2 {
		return f.embedded.glyphs[uint32(u16(f.toGlyph, i))]
	}
	return f.embedded.text(cid)
}

const maxRange = 1 << 16 // codes in one range of widths or of a map

// loadWidths reads "c [w w …]" and "first last w".
func (f *Font) loadWidths(w object.Value) {
	for i := 0; i+1 < w.Len(); {
		first, next := uint32(w.Index(i).Int64()), w.Index(i+1)
		if next.Kind() == object.Array {
			for j := range next.Len() {
				f.widths[first+uint32(j)] = next.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		width := w.Index(i+2).Float64() / 1000
		for c, last := first, uint32(next.Int64()); c <= last && c-first < maxRange; c++ {
			f.widths[c] = width
		}
		i += 3
	}
}
