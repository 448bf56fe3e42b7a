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

	"golang.org/x/text/encoding"

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
	Name string  // of the face, without the tag of a subset
	Em   float64 // height of the type at size 1: 1, but for glyphs that are drawings
	// Vertical tells that its lines run downwards, a size for each glyph.
	Vertical bool

	subset    bool
	composite bool
	code      *cmap // of a composite font with a map of its own; nil: two bytes
	toUnicode map[uint32]string
	embedded  program
	toGlyph   []byte            // of a composite font: two bytes a number, the glyph
	encoding  [256]string       // of a simple font
	unicode   bool              // the codes are Unicode, if nothing else tells what they are
	native    encoding.Encoding // in which the codes of a composite font are; nil: two bytes each
	latin     bool              // the numbers are those of a collection, which begins with ASCII
	ordering  string            // the name of that collection, where the numbers are sure to be its
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
	f = &Font{Em: 1, widths: map[uint32]float64{}, glyphs: map[uint32]*Glyph{}, missing: 1}
	defer func() { _ = recover() }() // the library panics on values it cannot parse
	if v.Kind() != object.Dict {
		return f // it was cut off: nobody knows what its codes mean
	}
	f.Name = v.Key("BaseFont").Name()
	if i := strings.IndexByte(f.Name, '+'); i == 6 {
		f.Name, f.subset = f.Name[7:], true
	}
	if b, err := doc.Bytes(v.Key("ToUnicode")); err == nil {
		f.toUnicode = parseCMap(b).text
	}
	f.unicode = strings.HasPrefix(v.Key("ToUnicode").Name(), "Identity")
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(doc, v)
		mendRanges(f.toUnicode)
		if len(f.embedded.glyphs) == 0 {
			fillHoles(f.toUnicode)
		}
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
	} else if len(s) == 1 || oneByte(f.native, s[0]) {
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
	told := meaningful(s)
	if !told {
		if f.composite {
			s = f.compositeText(code, cid)
		} else {
			s = f.encoding[code&0xFF]
		}
		if s == "" && !mapped && !(strings.ContainsRune("\t\n\r", rune(code)) && !f.composite) {
			s = string(utf8.RuneError)
		}
	}
	if f.pictures != nil {
		s = f.picture(s, code, told)
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
// area at U+F000 and the code, or the code itself is all there is. What the font's map
// told is believed.
func (f *Font) picture(s string, code uint32, told bool) string {
	if r, n := utf8.DecodeRuneInString(s); n == len(s) && r >= 0xF000 && r <= 0xF0FF {
		code = uint32(r - 0xF000)
	} else if told && r > 0xFF {
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
	"\u00A0", " ", "\u00AD", "-", "\u2010", "-", "\u2011", "-", "\u200B", "", "\u200C", "", "\u200D", "", "\u2060", "", "\uFEFF", "", "\x00", "")

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
