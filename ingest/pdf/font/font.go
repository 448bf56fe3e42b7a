// Package font turns the codes of a PDF's text into Unicode and widths. A font may
// say what its codes mean in many places, each of them often missing or partial; Load
// asks them in order of trust: the ToUnicode map, the embedded font's own table of
// characters, the encoding with its differences and glyph names. The old Vietnamese
// fonts are converted (package charset). Begin with Load and Font.Next.
package font

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/ingest/charset"
	"kehoach/ingest/pdf/object"
)

// Glyph is what one code stands for.
type Glyph struct {
	Text  string  // Unicode; "" for nothing, U+FFFD where nobody knows
	Width float64 // in units of the text space: 1 is the font size
	Space bool    // the code 32 of one byte, to which word spacing applies
	Mark  bool    // nothing but combining marks
}

// Font reads strings set in one font.
type Font struct {
	Name string // of the face, without the tag of a subset

	composite bool
	code      *cmap // of a composite font with a map of its own; nil: two bytes
	toUnicode map[uint32]string
	embedded  map[uint32]string // by code
	encoding  [256]string       // of a simple font
	utf16     bool              // the codes are UTF-16
	widths    map[uint32]float64
	missing   float64 // width of a code without one
	convert   func(rune) string
	pictures  map[byte]string // of a symbol font

	simple [256]*Glyph
	glyphs map[uint32]*Glyph
}

// Streams reads the streams of a document.
type Streams interface {
	Bytes(object.Value) ([]byte, error)
}

// Load reads a font dictionary. It never fails: what cannot be read is left out.
func Load(doc Streams, v object.Value) (f *Font) {
	f = &Font{widths: map[uint32]float64{}, glyphs: map[uint32]*Glyph{}, missing: 1}
	defer func() { _ = recover() }() // the library panics on values it cannot parse
	f.Name = v.Key("BaseFont").Name()
	if i := strings.IndexByte(f.Name, '+'); i == 6 {
		f.Name = f.Name[7:]
	}
	if b, err := doc.Bytes(v.Key("ToUnicode")); err == nil {
		f.toUnicode = parseCMap(b).text
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(doc, v)
	} else {
		f.loadSimple(doc, v)
	}
	f.pictures = picturesOf(f.Name)
	if !f.modern() {
		f.convert = charset.OfFont(f.Name)
	}
	return f
}

// modern reports whether the font's own map leads to letters that the old encodings
// have no characters for: then it needs no conversion, whatever its name.
func (f *Font) modern() bool {
	for _, s := range f.toUnicode {
		for _, r := range s {
			if r >= 0x1EA0 && r <= 0x1EF9 || r == 'ơ' || r == 'ư' || r == 'ă' {
				return true
			}
		}
	}
	return false
}

func (f *Font) loadComposite(doc Streams, v object.Value) {
	f.composite = true
	e := v.Key("Encoding")
	if e.Kind() == object.Stream {
		if b, err := doc.Bytes(e); err == nil {
			f.code = parseCMap(b)
		}
	}
	name := e.Name()
	f.utf16 = strings.HasPrefix(name, "Uni") && (strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16"))
	d := v.Key("DescendantFonts").Index(0)
	if w := d.Key("DW"); !w.IsNull() {
		f.missing = w.Float64() / 1000
	}
	f.loadWidths(d.Key("W"))
	if b, err := doc.Bytes(d.Key("FontDescriptor").Key("FontFile2")); err == nil {
		f.embedded = byCode(glyphText(b), d.Key("CIDToGIDMap"), doc)
	}
}

// byCode turns the text of glyphs into that of codes, through the font's map if it
// has one.
func byCode(text map[uint32]string, toGlyph object.Value, doc Streams) map[uint32]string {
	table, err := doc.Bytes(toGlyph)
	if err != nil || len(table) < 2 {
		return text
	}
	out := make(map[uint32]string, len(text))
	for code := 0; 2*code+1 < len(table); code++ {
		if s := text[uint32(table[2*code])<<8|uint32(table[2*code+1])]; s != "" {
			out[uint32(code)] = s
		}
	}
	return out
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

func (f *Font) loadSimple(doc Streams, v object.Value) {
	descriptor := v.Key("FontDescriptor")
	scale := 1.0 / 1000
	if v.Key("Subtype").Name() == "Type3" {
		if a := v.Key("FontMatrix").Index(0).Float64(); a > 0 {
			scale = a
		}
	}
	f.missing = descriptor.Key("MissingWidth").Float64() / 1000
	widths := v.Key("Widths")
	first := uint32(v.Key("FirstChar").Int64())
	for i := range min(widths.Len(), 512) {
		f.widths[first+uint32(i)] = widths.Index(i).Float64() * scale
	}
	f.loadEncoding(doc, v, descriptor)
	if widths.Len() == 0 {
		for code, s := range f.encoding {
			f.widths[uint32(code)] = guessWidth(s)
		}
	}
}

func (f *Font) loadEncoding(doc Streams, v, descriptor object.Value) {
	e := v.Key("Encoding")
	base := e.Name()
	if base == "" {
		base = e.Key("BaseEncoding").Name()
	}
	if base == "" && v.Key("Subtype").Name() == "Type1" {
		base = "StandardEncoding"
	}
	f.encoding = baseEncoding(base)
	if b, err := doc.Bytes(descriptor.Key("FontFile")); err == nil && e.Name() == "" {
		for code, name := range builtIn(b) {
			f.encoding[code] = GlyphName(name)
		}
	}
	differences := e.Key("Differences")
	code := 0
	for i := range differences.Len() {
		switch d := differences.Index(i); d.Kind() {
		case object.Integer:
			code = int(d.Int64())
		case object.Name:
			if code >= 0 && code < 256 {
				f.encoding[code] = GlyphName(d.Name())
			}
			code++
		}
	}
}

// Next returns the glyph of the first code of s and the bytes that the code takes.
func (f *Font) Next(s []byte) (*Glyph, int) {
	if !f.composite {
		c := s[0]
		if f.simple[c] == nil {
			f.simple[c] = f.glyph(uint32(c), uint32(c), 1)
		}
		return f.simple[c], 1
	}
	code, n := uint32(0), 2
	if f.code != nil && len(f.code.spaces) > 0 {
		code, n = f.code.next(s)
	} else if len(s) == 1 {
		code, n = uint32(s[0]), 1
	} else {
		code = uint32(s[0])<<8 | uint32(s[1])
	}
	key := code | uint32(n)<<28
	g := f.glyphs[key]
	if g == nil {
		cid := code
		if f.code != nil {
			cid = f.code.cid(code)
		}
		g = f.glyph(code, cid, n)
		f.glyphs[key] = g
	}
	return g, n
}

func (f *Font) glyph(code, cid uint32, bytes int) *Glyph {
	width, ok := f.widths[cid]
	if !ok {
		width = f.missing
	}
	text := f.text(code, cid)
	return &Glyph{Text: text, Width: width, Space: bytes == 1 && code == ' ', Mark: onlyMarks(text)}
}

// text asks for the meaning of a code in order of trust.
func (f *Font) text(code, cid uint32) string {
	s, mapped := f.toUnicode[code]
	if !meaningful(s) {
		switch {
		case f.utf16:
			s = string(rune(code))
		case f.composite:
			s = f.embedded[cid]
		default:
			s = f.encoding[code&0xFF]
		}
		if s == "" && !mapped {
			s = string(utf8.RuneError)
		}
	}
	if f.pictures != nil {
		s = f.picture(s, code)
	}
	if f.convert != nil {
		var b strings.Builder
		for _, r := range s {
			b.WriteString(f.convert(r))
		}
		s = b.String()
	}
	return clean(s)
}

// picture replaces what a symbol font shows: its characters stand in the private use
// area at U+F000 and the code, or the code itself is all there is.
func (f *Font) picture(s string, code uint32) string {
	if r, n := utf8.DecodeRuneInString(s); n == len(s) && r >= 0xF000 && r <= 0xF0FF {
		code = uint32(r - 0xF000)
	} else if s != "" && r != utf8.RuneError && r > 0xFF {
		return s
	}
	if p, ok := f.pictures[byte(code)]; ok {
		return p
	}
	return s
}

func meaningful(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && r != utf8.RuneError && r != 0
}

var ligatures = strings.NewReplacer("\uFB00", "ff", "\uFB01", "fi", "\uFB02", "fl", "\uFB03", "ffi", "\uFB04", "ffl",
	"\u00A0", " ", "\u00AD", "-", "\u2010", "-", "\u2011", "-", "\u200B", "", "\u200C", "", "\u200D", "", "\uFEFF", "", "\x00", "")

// clean writes ligatures out and drops what is not to be seen.
func clean(s string) string {
	if len(s) == 1 && s[0] >= ' ' {
		return s
	}
	s = ligatures.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ':
			return -1
		}
		return r
	}, s)
}

func onlyMarks(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return s != ""
}
