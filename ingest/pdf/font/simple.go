package font

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"

	"kehoach/ingest/pdf/object"
)

func (f *Font) loadSimple(doc Streams, v object.Value) {
	descriptor := v.Key("FontDescriptor")
	scale := 1.0 / 1000
	if v.Key("Subtype").Name() == "Type3" {
		if a := math.Abs(v.Key("FontMatrix").Index(0).Float64()); a > 0 {
			scale = a
		}
		f.Em = drawnHeight(v)
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

// drawnHeight returns the height of a Type 3 font at size 1. Writers that draw glyphs in
// dots set them at whatever size makes them right; the box of the font tells.
func drawnHeight(v object.Value) float64 {
	box := v.Key("FontBBox")
	h := math.Abs((box.Index(3).Float64() - box.Index(1).Float64()) * v.Key("FontMatrix").Index(3).Float64())
	if h == 0 || h > 1e4 || h > 0.3 && h < 3 {
		return 1
	}
	return h
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
	f.embedded = loadProgram(doc, descriptor)
	if f.known(descriptor) {
		for c, s := range f.encoding {
			if s == "" {
				f.encoding[c] = nothing
			}
		}
	}
	if e.Name() == "" && e.Key("BaseEncoding").Name() == "" {
		for code, s := range f.embedded.codes {
			f.encoding[code] = s
		}
	}
	if f.contradicted() {
		f.encoding = [256]string{}
	}
	f.loadDifferences(e.Key("Differences"), v.Key("Subtype").Name() == "Type3")
}

// contradicted reports whether the font's own map says of most codes otherwise than the encoding: they number the
// glyphs of a subset in the order of their use, and what the map leaves out nobody knows.
func (f *Font) contradicted() bool {
	same, other := 0, 0
	for code, s := range f.toUnicode {
		if code > 0xFF || !meaningful(s) {
			continue
		}
		switch f.encoding[code] {
		case "", nothing:
		case s:
			same++
		default:
			other++
		}
	}
	return other > same
}

// known reports whether all codes of the font are known: it has an encoding of its own,
// or none but the standard one. In both those that are left out show nothing.
func (f *Font) known(descriptor object.Value) bool {
	embedded := !descriptor.Key("FontFile2").IsNull() || !descriptor.Key("FontFile3").IsNull()
	return len(f.embedded.codes) > 0 || !embedded && (!f.subset || !descriptor.Key("FontFile").IsNull())
}

// nothing is the text of a code that shows nothing; "" is that of a code that nobody
// knows.
const nothing = "\x00"

// loadDifferences reads "code /name /name … code …". A name that says nothing but
// repeats its code, as a97 or C61 for 97, stands for the character of the code, where
// all such names do; so does a drawn glyph whose name is a word, as /square.
func (f *Font) loadDifferences(differences object.Value, drawn bool) {
	code := 0
	var numbered []int
	other := false
	for i := range differences.Len() {
		switch d := differences.Index(i); d.Kind() {
		case object.Integer:
			code = int(d.Int64())
		case object.Name:
			if code >= 0 && code < 256 {
				switch text := GlyphName(d.Name()); {
				case d.Name() == ".notdef" && code == ' ':
					f.encoding[code] = " "
				case d.Name() == ".notdef":
					f.encoding[code] = nothing
				case text == "" && (repeats(d.Name(), code) || drawn && isWord(d.Name())):
					numbered = append(numbered, code)
				default:
					f.encoding[code] = text
					other = other || text == ""
				}
			}
			code++
		}
	}
	for _, c := range numbered {
		if f.encoding[c] = ""; !other && c >= ' ' {
			f.encoding[c] = string(charmap.Windows1252.DecodeByte(byte(c)))
		}
	}
}

func isWord(name string) bool {
	return len(name) > 2 && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) })
}

// repeats reports whether a name is one or two letters and a number, which is the code
// in decimal or hexadecimal.
func repeats(name string, code int) bool {
	digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return strconv.Itoa(code) == digits ||
		len(name) > 2 && strings.EqualFold(name[1:], strconv.FormatInt(int64(code), 16))
}
