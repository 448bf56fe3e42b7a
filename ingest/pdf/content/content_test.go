package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kehoach/ingest/pdf/object"
)

// page reads a page with a stream, in which /F1 is a font with widths of half a size
// and /X1 a form that shows "form".
func page(t testing.TB, stream, extra string) *Page {
	t.Helper()
	form := "BT /F1 10 Tf (form) Tj ET"
	file := "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources 5 0 R" + extra + ">>endobj\n" +
		fmt.Sprintf("4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", len(stream), stream) +
		"5 0 obj<</Properties<</P1<</ActualText(no)>>>>/Font<</F1 6 0 R/F2 10 0 R>>/XObject<</X1 7 0 R/I1 8 0 R>>>>endobj\n" +
		"6 0 obj<</Type/Font/Subtype/Type1/BaseFont/Any/Encoding/WinAnsiEncoding/FirstChar 32/Widths[" + strings.Repeat("500 ", 200) + "]>>endobj\n" +
		fmt.Sprintf("7 0 obj<</Subtype/Form/Matrix[1 0 0 1 100 0]/Length %d>>stream\n%s\nendstream endobj\n", len(form), form) +
		"8 0 obj<</Subtype/Image/Width 1/Height 1/Length 0>>stream\n\nendstream endobj\n" +
		"9 0 obj<</Subtype/Form/Length 14>>stream\n/Tx BMC EMC   \nendstream endobj\n" +
		"10 0 obj<</Subtype/Type0/Encoding/Identity-V/DescendantFonts[<</CIDSystemInfo<</Ordering(Japan1)>>>>]>>endobj\n"
	doc, err := object.Open([]byte(file), "", object.Limits{Pages: 10, Inflated: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Doc: doc}
	p, err := r.Page(doc.Pages[0])
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// show writes each glyph with its place.
func show(p *Page) string {
	var parts []string
	for _, g := range p.Glyphs {
		parts = append(parts, fmt.Sprintf("%s@%.4g,%.4g", g.Text, g.X, g.Y))
	}
	return strings.Join(parts, " ")
}

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ stream, want string }{
		"Td":                 {"BT /F1 10 Tf 10 20 Td (ab) Tj 0 -12 Td (c) Tj ET", "a@10,20 b@15,20 c@10,8"},
		"TJ":                 {"BT /F1 10 Tf [(a) -500 (b)] TJ ET", "a@0,0 b@10,0"},
		"Tm":                 {"BT /F1 1 Tf 10 0 0 10 5 6 Tm (ab) Tj ET", "a@5,6 b@10,6"},
		"T* and '":           {"BT /F1 10 Tf 12 TL 0 50 Td (a) Tj T* (b) Tj (c) ' ET", "a@0,50 b@0,38 c@0,26"},
		`"`:                  {`BT /F1 10 Tf 12 TL 0 50 Td 3 1 (a b) " ET`, "a@0,38  @6,38 b@15,38"},
		"Tc, Tw, Tz":         {"BT /F1 10 Tf 1 Tc 2 Tw 50 Tz (a b) Tj ET", "a@0,0  @3,0 b@7,0"},
		"rise":               {"BT /F1 10 Tf 4 Ts (a) Tj ET", "a@0,4"},
		"cm, q, Q":           {"q 2 0 0 2 10 10 cm BT /F1 10 Tf (ab) Tj ET Q BT /F1 10 Tf (c) Tj ET", "a@10,10 b@20,10 c@0,0"},
		"Q too often":        {"Q Q BT /F1 10 Tf (a) Tj ET", "a@0,0"},
		"form":               {"1 0 0 1 0 50 cm /X1 Do BT /F1 10 Tf (a) Tj ET", "f@100,50 o@105,50 r@110,50 m@115,50 a@0,50"},
		"header artifact":    {"/Artifact <</Type/Pagination/Subtype/Header>> BDC BT /F1 10 Tf (x) Tj ET EMC BT /F1 10 Tf (a) Tj ET", "a@0,0"},
		"actual text":        {"/Span <</ActualText <FEFF1EBF>>> BDC BT /F9 10 Tf (ab) Tj ET EMC", "ế@0,0"},
		"named text":         {"/Span /P1 BDC BT /F9 10 Tf (ab) Tj ET EMC", "no@0,0"},
		"text of what reads": {"/Span <</ActualText(no)>> BDC BT /F1 10 Tf (a) Tj ET EMC", "a@0,0"},
		"other marks":        {"/Span <</ActualText <FEFF1EA1>>> BDC BT /F1 10 Tf (a) Tj ET EMC BT /F1 10 Tf 5 0 Td (b) Tj ET", "ạ@0,0 b@5,0"},
		"another letter":     {"/Span <</ActualText <FEFF1EBF>>> BDC BT /F1 10 Tf (a) Tj ET EMC", "a@0,0"},
		"downwards":          {"BT /F2 10 Tf 9 50 Td [<034B034C> -500 <034D>] TJ ET", "あ@9,50 ぃ@9,40 い@9,35"},
		"inline image":       {"BI /W 1 ID \x00(EI\xff EI BT /F1 10 Tf (a) Tj ET", "a@0,0"},
		"no font":            {"BT (a) Tj ET", "\uFFFD@0,0"},
		"broken operators":   {"BT /F1 10 Tf ) >> ] Tj [ (a) TJ 1 cm (b", ""},
	} {
		p := page(t, c.stream, "")
		if name == "no font" {
			if p.Unread != 1 {
				t.Errorf("%s: %d unread", name, p.Unread)
			}
			continue
		}
		if got := show(p); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// TestInherited holds that a page takes from above what its own resources lack.
func TestInherited(t *testing.T) {
	file := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Resources<</Font<</F1 4 0 R>>>>>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F2 4 0 R>>>>>>endobj\n" +
		"4 0 obj<</Subtype/Type1/BaseFont/Helvetica>>endobj 5 0 obj<</Length 28>>stream\nBT /F1 10 Tf (a) Tj ET      \nendstream endobj\n"
	doc, err := object.Open([]byte(file), "", object.Limits{Pages: 1, Inflated: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Doc: doc}
	if p, err := r.Page(doc.Pages[0]); err != nil || show(p) != "a@0,0" {
		t.Errorf("%s, %v", show(p), err)
	}
}

func TestDirection(t *testing.T) {
	for stream, want := range map[string]int8{"1 0 0 1": 0, "0 1 -1 0": 1, "-1 0 0 -1": 2, "0 -1 1 0": 3, "1 1 -1 1": -1} {
		p := page(t, "BT /F1 10 Tf "+stream+" 50 50 Tm (a) Tj ET", "")
		if g := p.Glyphs[0]; g.Quarter != want || g.Width < 4.9 {
			t.Errorf("%s: quarter %d, width %v", stream, g.Quarter, g.Width)
		}
	}
}

func TestRules(t *testing.T) {
	for stream, want := range map[string]string{
		"10 20 m 90 20 l S":                 "[{10 20 90 20}]",
		"10 20 80 0.5 re f":                 "[{10 20.25 90 20.25}]",
		"10 20 0.5 60 re f":                 "[{10.25 20 10.25 80}]",
		"10 20 80 60 re f":                  "[]",
		"10 20 80 60 re n":                  "[]",
		"10 20 80 60 re S":                  "[{10 20 90 20} {10 80 90 80} {10 20 10 80} {90 20 90 80}]",
		"10 20 m 90 20 l 90 21 l 10 21 l f": "[{10 20.5 90 20.5}]",
		"2 0 0 2 0 0 cm 5 10 m 45 10 l S":   "[{10 20 90 20}]",
	} {
		if got := fmt.Sprint(page(t, stream, "").Rules); got != want {
			t.Errorf("%s: got %s, want %s", stream, got, want)
		}
	}
}

func TestImage(t *testing.T) {
	p := page(t, "200 0 0 50 0 0 cm /I1 Do", "/Rotate 450")
	if p.Images != 1 || p.Cover != 0.5 || p.Rotate != 90 || p.Box != [4]float64{0, 0, 200, 100} {
		t.Errorf("got %d images, cover %v, rotated %d, box %v", p.Images, p.Cover, p.Rotate, p.Box)
	}
}

// TestCover holds that all images of a page count, each place once, and nothing outside.
func TestCover(t *testing.T) {
	half, other := "q 200 0 0 50 0 0 cm /I1 Do Q ", "q 100 0 0 50 0 50 cm /I1 Do Q "
	strips := ""
	for i := range 100 {
		strips += fmt.Sprintf("q 200 0 0 1 0 %d cm /I1 Do Q ", i)
	}
	for name, c := range map[string]struct {
		stream string
		want   float64
	}{
		"twice at the same place": {half + half, 0.5},
		"two":                     {half + other, 0.75},
		"in strips":               {strips, 1},
		"larger than the page":    {"900 0 0 900 -100 -100 cm /I1 Do", 1},
		"beside the page":         {"200 0 0 100 300 0 cm /I1 Do", 0},
		"upside down":             {"-200 0 0 -50 200 100 cm /I1 Do", 0.5},
		"on its side":             {"0 100 -100 0 100 0 cm /I1 Do", 0.5},
		"within the stream":       {"200 0 0 50 0 0 cm BI /W 1 ID \x00 EI ", 0.5},
	} {
		if p := page(t, c.stream, ""); p.Cover != c.want {
			t.Errorf("%s: cover %v, want %v", name, p.Cover, c.want)
		}
	}
}

func TestShapes(t *testing.T) {
	letter := "10 10 m " + strings.Repeat("11 12 13 14 15 16 c ", 12) + "h "
	for stream, want := range map[string]int{
		letter + "f " + letter + "f*":           2,
		letter + "S":                            0,
		letter + "W n":                          0,
		"0 0 m 9 0 l 9 9 l 0 9 l h f":           0,
		strings.Repeat("0 0 9 9 re ", 20) + "f": 0,
	} {
		if p := page(t, stream, ""); p.Shapes != want {
			t.Errorf("%s: %d shapes, want %d", stream, p.Shapes, want)
		}
	}
}

func TestFormInItself(t *testing.T) {
	stream := "/X1 Do"
	file := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Contents 7 0 R/Resources<</XObject<</X1 7 0 R>>>>>>endobj\n" +
		fmt.Sprintf("7 0 obj<</Subtype/Form/Length %d>>stream\n%s\nendstream endobj\n", len(stream), stream)
	doc, err := object.Open([]byte(file), "", object.Limits{Pages: 10, Inflated: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Doc: doc}
	if _, err := r.Page(doc.Pages[0]); err != nil {
		t.Fatal(err)
	}
}

// TestDrawnOften holds that a page that draws one form again and again is refused by the
// name of the limit.
func TestDrawnOften(t *testing.T) {
	stream := strings.Repeat("/X1 Do ", 300)
	file := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Contents 4 0 R/Resources<</XObject<</X1 5 0 R>>>>>>endobj\n" +
		fmt.Sprintf("4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", len(stream), stream) +
		fmt.Sprintf("5 0 obj<</Subtype/Form/Resources<</XObject<</X1 6 0 R>>>>/Length %d>>stream\n%s\nendstream endobj\n", len(stream), stream) +
		"6 0 obj<</Subtype/Form/Length 1>>stream\nq\nendstream endobj\n"
	doc, err := object.Open([]byte(file), "", object.Limits{Pages: 1, Inflated: 100 << 20})
	if err != nil {
		t.Fatal(err)
	}
	r := Reader{Doc: doc}
	var limit *object.LimitError
	if _, err := r.Page(doc.Pages[0]); !errors.As(err, &limit) || limit.Limit != "drawn" {
		t.Errorf("got %v", err)
	}
}

func FuzzPage(f *testing.F) {
	f.Add("BT /F1 10 Tf 10 20 Td [(ab) -200 <41>] TJ ET q 1 0 0 1 0 0 cm /X1 Do Q 1 2 3 4 re f")
	f.Fuzz(func(t *testing.T, stream string) {
		if len(stream) < 1<<14 {
			page(t, stream, "")
		}
	})
}
