package font

import (
	"encoding/binary"
	"testing"
)

func TestGlyphName(t *testing.T) {
	for name, want := range map[string]string{
		"A": "A", "ecircumflexacute": "ế", "Ohornhookabove": "Ở", "uhorn": "ư", "dcroat": "đ", "abrevedotbelow": "ặ",
		"uni1EBF": "ế", "uni00650301": "é", "u1EBF": "ế", "one.oldstyle": "1", "space": " ", "quotedblleft": "“",
		"backslash": "\\", "quotedbl": `"`, "fi": "fi", "g12": "", "": "", ".notdef": "", "nothing": "",
	} {
		if got := GlyphName(name); got != want && !(name == "uni00650301" && got == "e\u0301") {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestBaseEncoding(t *testing.T) {
	for _, c := range []struct {
		name string
		code byte
		want string
	}{
		{"WinAnsiEncoding", 0x93, "“"}, {"MacRomanEncoding", 0xD2, "“"}, {"StandardEncoding", 0xAA, "“"},
		{"StandardEncoding", 0xAE, "ﬁ"}, {"StandardEncoding", 0xB1, "–"}, {"StandardEncoding", 0xD0, "—"},
		{"StandardEncoding", 0xE1, "Æ"}, {"StandardEncoding", 0xFB, "ß"}, {"StandardEncoding", 'A', "A"},
	} {
		if got := baseEncoding(c.name)[c.code]; got != c.want {
			t.Errorf("%s %02X: got %q, want %q", c.name, c.code, got, c.want)
		}
	}
}

func TestParseCMap(t *testing.T) {
	m := parseCMap([]byte(`1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0003> <0020> <0004> <1EBF> endbfchar
3 beginbfrange <0010> <0012> <0041> <0020> <0021> [<1EA1> <00660069>] <0030> <0000> <0041> endbfrange
1 beginbfchar <0005> /ecircumflexacute endbfchar
1 beginbfrange <0040> <0041> <D835DC00> endbfrange`))
	for code, want := range map[uint32]string{3: " ", 4: "ế", 0x11: "B", 0x20: "ạ", 0x21: "fi", 5: "ế", 0x30: "", 0x41: "\U0001D401"} {
		if got := m.text[code]; got != want {
			t.Errorf("%04X: got %q, want %q", code, got, want)
		}
	}
	if code, n := m.next([]byte{0, 4, 9}); code != 4 || n != 2 {
		t.Errorf("next: %d of %d bytes", code, n)
	}
}

// trueType returns a font with nothing but a cmap of format 4: "ế" is glyph 7, "A" to
// "C" are 1 to 3.
func trueType() []byte {
	words := func(ws ...uint16) (b []byte) {
		for _, w := range ws {
			b = binary.BigEndian.AppendUint16(b, w)
		}
		return b
	}
	delta := func(char, glyph int) uint16 { return uint16(glyph - char) }
	sub := words(4, 40, 0, 6, 0, 0, 0, 'C', 0x1EBF, 0xFFFF, 0, 'A', 0x1EBF, 0xFFFF, delta('A', 1), delta(0x1EBF, 7), 1, 0, 0, 0)
	table := append(words(0, 1, 3, 1, 0, 12), sub...)
	font := append(words(0, 1, 1, 0, 0, 0), "cmap"...)
	font = append(font, words(0, 0, 0, 28, 0, uint16(len(table)))...)
	return append(font, table...)
}

func TestGlyphText(t *testing.T) {
	text := glyphText(trueType())
	for glyph, want := range map[uint32]string{1: "A", 3: "C", 7: "ế", 8: ""} {
		if text[glyph] != want {
			t.Errorf("glyph %d: got %q, want %q", glyph, text[glyph], want)
		}
	}
}

func TestBuiltIn(t *testing.T) {
	got := builtIn([]byte("%!PS\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 65 /Aacute put\ndup 300 /B put\nreadonly def"))
	if len(got) != 1 || got[65] != "Aacute" {
		t.Errorf("got %v", got)
	}
}

func TestNext(t *testing.T) {
	composite := &Font{composite: true, glyphs: map[uint32]*Glyph{}, widths: map[uint32]float64{7: 0.5}, missing: 1,
		toUnicode: map[uint32]string{3: " ", 8: "\uFFFD"}, embedded: program{glyphs: map[uint32]string{7: "ế", 8: "ạ"}}}
	for _, c := range []struct {
		in   string
		want Glyph
		n    int
	}{
		{"\x00\x03", Glyph{Text: " ", Width: 1}, 2},
		{"\x00\x07\x00", Glyph{Text: "ế", Width: 0.5}, 2},
		{"\x00\x08", Glyph{Text: "ạ", Width: 1}, 2},
		{"\x00\x09", Glyph{Text: "\uFFFD", Width: 1}, 2},
		{"\x07", Glyph{Text: "ế", Width: 0.5}, 1},
	} {
		if g, n := composite.Next([]byte(c.in)); *g != c.want || n != c.n {
			t.Errorf("%q: got %+v of %d bytes", c.in, *g, n)
		}
	}
	simple := &Font{encoding: baseEncoding("WinAnsiEncoding"), widths: map[uint32]float64{}, pictures: picturesOf("Symbol")}
	if g, _ := simple.Next([]byte{0xB7}); g.Text != "•" {
		t.Errorf("bullet: %+v", *g)
	}
	if g, _ := simple.Next([]byte{' '}); !g.Space {
		t.Errorf("blank: %+v", *g)
	}
}

func FuzzParseCMap(f *testing.F) {
	f.Add([]byte("1 beginbfrange <0010> <FFFFFFFF> <0041> endbfrange"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data)
		if len(m.text) > maxMapped+maxRange {
			t.Fatalf("%d codes", len(m.text))
		}
		if len(m.spaces) > 0 {
			m.next([]byte{1, 2, 3, 4})
		}
	})
}

func FuzzFontPrograms(f *testing.F) {
	f.Add(trueType())
	f.Add(compactFont())
	f.Fuzz(func(t *testing.T, data []byte) {
		fromTables(data)
		fromCompact(parseCompact(data))
	})
}
