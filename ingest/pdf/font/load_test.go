package font

import (
	"testing"

	"kehoach/ingest/pdf/object"
)

// load reads the font whose dictionary has these entries; object 4 is a descendant with
// the entries of descendant.
func load(t *testing.T, entries, descendant string) *Font {
	t.Helper()
	file := "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/F<<" + entries + ">>>>endobj\n4 0 obj<<" + descendant + ">>endobj\n"
	doc, err := object.Open([]byte(file), "", object.Limits{Pages: 1, Inflated: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return Load(doc, doc.Pages[0].Key("F"))
}

func TestLoad(t *testing.T) {
	const japan, identity = "/CIDSystemInfo<</Ordering(Japan1)>>", "/CIDSystemInfo<</Ordering(Identity)>>"
	const composite = "/Subtype/Type0/DescendantFonts[4 0 R]"
	for name, c := range map[string]struct{ entries, descendant, codes, want string }{
		"names that repeat codes":      {"/Subtype/Type3/Encoding<</Differences[75/a75 101/C65/x0]>>", "", "Ke", "\uFFFD\uFFFD"},
		"in decimal and hexadecimal":   {"/Subtype/Type3/Encoding<</Differences[75/a75 101/C65/.notdef]>>", "", "Ke", "Ke"},
		"drawn words":                  {"/Subtype/Type3/Encoding<</Differences[75/square]>>", "", "K", "K"},
		"names that say nothing":       {"/Subtype/Type3/Encoding<</Differences[75/square2]>>", "", "K", "\uFFFD"},
		"no glyph":                     {"/Subtype/Type1/Encoding<</Differences[32/.notdef 75/.notdef/f_f]>>", "", "K L\x01", " ff"},
		"Symbol":                       {"/Subtype/Type1/BaseFont/Symbol", "", "q\xB3", "θ≥"},
		"Zapf Dingbats":                {"/Subtype/Type1/BaseFont/ZapfDingbats", "", "48l\xAC", "✔✘●①"},
		"ToUnicode says Identity":      {composite + "/Encoding/Identity-H/ToUnicode/Identity-H", identity, "\x1E\xBF", "ế"},
		"nobody knows":                 {composite + "/Encoding/Identity-H", identity, "\x1E\xBF", "\uFFFD"},
		"a font that everybody has":    {composite + "/Encoding/Identity-H/BaseFont/ABCDEF+TimesNewRomanPS-BoldMT", "/Subtype/CIDFontType2" + identity, "\x00\x2E\x00\x48", "Ke"},
		"a collection begins in ASCII": {composite + "/Encoding/Identity-H", japan, "\x00\x2C\x00\x46", "Ke"},
		"Shift JIS":                    {composite + "/Encoding/90ms-RKSJ-H", japan, "a\x82\xa0b", "aあb"},
		"JIS":                          {composite + "/Encoding/H", japan, "\x24\x22", "あ"},
		"GBK":                          {composite + "/Encoding/GBK-EUC-H", "/CIDSystemInfo<</Ordering(GB1)>>", "a\xc4\xbf", "a目"},
		"UTF-16":                       {composite + "/Encoding/UniJIS-UTF16-H", japan, "\x1E\xBF", "ế"},
	} {
		f := load(t, c.entries, c.descendant)
		got := ""
		for s := []byte(c.codes); len(s) > 0; {
			g, n := f.Next(s)
			got, s = got+g.Text, s[n:]
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestDrawnHeight(t *testing.T) {
	for matrix, want := range map[string]float64{"[.01 0 0 .01 0 0]": 1, "[1 0 0 -1 0 0]": 70, "[0 0 0 0 0 0]": 1} {
		if f := load(t, "/Subtype/Type3/FontBBox[0 -10 60 60]/FontMatrix"+matrix, ""); f.Em != want {
			t.Errorf("%s: height %v, want %v", matrix, f.Em, want)
		}
	}
}

func TestFromUnicode(t *testing.T) {
	pairs := func(m map[int]int) []byte {
		b := make([]byte, 2*0x2000)
		for c, glyph := range m {
			b[2*c], b[2*c+1] = byte(glyph>>8), byte(glyph)
		}
		return b
	}
	for name, c := range map[string]struct {
		table map[int]int
		want  bool
	}{
		"letters":     {map[int]int{'K': 1, 'e': 2, 'ế': 3}, true},
		"same":        {map[int]int{'K': 'K', 'e': 'e'}, false},
		"no letters":  {map[int]int{0x900: 1, 0x905: 2}, false},
		"nothing":     {nil, false},
		"mostly same": {map[int]int{'K': 'K', 'e': 'e', 'h': 3}, false},
	} {
		if got := fromUnicode(pairs(c.table)); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

// TestContradicted holds that a map which says of the codes otherwise than the encoding leaves nothing of that.
func TestContradicted(t *testing.T) {
	for name, c := range map[string]struct {
		told map[uint32]string
		want bool
	}{
		"a subset's numbers": {map[uint32]string{1: "Ủ", 0x28: "ố", 0x29: "n", 0x43: "3"}, true},
		"the same":           {map[uint32]string{0x41: "A", 0x42: "B", 0x43: "Đ"}, false},
		"no map":             {nil, false},
	} {
		f := Font{toUnicode: c.told, encoding: baseEncoding("WinAnsiEncoding")}
		if got := f.contradicted(); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
