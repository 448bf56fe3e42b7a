package ingest

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/ocr"
	"kehoach/ingest/pdf"
	"kehoach/ingest/pdf/layout"
	"kehoach/ingest/source"
)

// scanned renders pages of a document at the resolution of an office scanner, puts a red
// stamp on the first and makes a PDF of the images, behind a page with the lines of text,
// if any.
func scanned(t *testing.T, path string, text string, pages ...int) []byte {
	t.Helper()
	kids, objects := "", ""
	if text != "" {
		kids = "3 0 R "
		draw := "BT /F 12 Tf 72 700 Td (" + text + ") Tj ET"
		objects = fmt.Sprintf("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F<</Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n"+
			"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", len(draw), draw)
	}
	for i, n := range pages {
		width, height, pixels := rendered(t, path, n, 200)
		if i == 0 {
			stamp(pixels, width, width*2/3, height/3)
		}
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		if _, err := z.Write(pixels); err != nil || z.Close() != nil {
			t.Fatal(err)
		}
		const draw = "595 0 0 842 0 0 cm /I Do"
		o := 10 * (i + 1)
		kids += fmt.Sprintf("%d 0 R ", o)
		objects += fmt.Sprintf("%d 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I %d 0 R>>>>/Contents %d 0 R>>endobj\n"+
			"%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"+
			"%d 0 obj<</Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n",
			o, o+2, o+1, o+1, len(draw), draw, o+2, width, height, packed.Len(), packed.Bytes())
	}
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count %d/Kids[%s]>>endobj\n%strailer<</Root 1 0 R>>\n",
		strings.Count(kids, "R"), kids, objects)
}

// rendered returns the image of a page, three bytes a pixel.
func rendered(t *testing.T, path string, page, dpi int) (width, height int, pixels []byte) {
	t.Helper()
	n := fmt.Sprint(page)
	ppm, err := exec.Command("pdftoppm", "-r", fmt.Sprint(dpi), "-f", n, "-l", n, "-singlefile", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var depth int
	if _, err := fmt.Sscanf(string(ppm[:min(len(ppm), 32)]), "P6\n%d %d\n%d", &width, &height, &depth); err != nil {
		t.Fatal(err)
	}
	return width, height, ppm[len(ppm)-3*width*height:]
}

// stamp draws a ring of translucent red ink, 4 cm wide, about a point of an image of
// three bytes a pixel.
func stamp(pixels []byte, width, cx, cy int) {
	for y := -160; y <= 160; y++ {
		for x := -160; x <= 160; x++ {
			if d := x*x + y*y; d > 160*160 || d < 145*145 && d > 115*115 || d < 100*100 {
				continue
			}
			p := pixels[3*((cy+y)*width+cx+x):]
			p[0], p[1], p[2] = byte(int(p[0])*220/255), byte(int(p[1])*30/255), byte(int(p[2])*40/255)
		}
	}
}

// needOCR skips a test where the programs are missing; where CI is set they must be there.
func needOCR(t *testing.T) {
	t.Helper()
	if _, err := ocr.Find(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

// TestTellNothing holds that a PDF without text says so, and that one that may have lost
// its text is no success.
func TestTellNothing(t *testing.T) {
	text, empty := &source.File{Text: "a"}, &source.File{}
	if err := tellNothing(text); err != nil || len(text.Diagnostics) > 0 {
		t.Errorf("text: %v, %v", err, text.Diagnostics)
	}
	if err := tellNothing(empty); err != nil || len(empty.Diagnostics) != 1 || empty.Diagnostics[0].Code != "no-text" {
		t.Errorf("no text: %v, %v", err, empty.Diagnostics)
	}
	for _, code := range []string{pdf.CodeDamaged, pdf.CodeIncomplete} {
		var r *source.Refusal
		err := tellNothing(&source.File{Diagnostics: []source.Diagnostic{{Code: code}}})
		if !errors.As(err, &r) || r.Reason != source.Damaged {
			t.Errorf("%s: %v", code, err)
		}
	}
}

// TestFailure holds that no English reaches the reader of a plan.
func TestFailure(t *testing.T) {
	for want, err := range map[string]error{
		"bỏ qua":        fmt.Errorf("recognise page 7: %w", ocr.ErrHopeless),
		"quá thời gian": fmt.Errorf("recognise page 7: %w", &source.Refusal{Reason: source.OverLimit, Detail: "wall time 1m0s"}),
		"báo lỗi":       errors.New("exit status 1"),
	} {
		if got := failure(err); !strings.Contains(got, want) {
			t.Errorf("%v: %q", err, got)
		}
	}
}

// TestCutOff holds that a PDF of which only the beginning is left is told as such.
func TestCutOff(t *testing.T) {
	needOCR(t)
	data, err := os.ReadFile(documents + "page.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(t.Context(), "page.pdf", data[:3000], Options{Cache: t.TempDir()})
	var r *source.Refusal
	if !errors.As(err, &r) || r.Reason != source.CutOff {
		t.Errorf("got %v, want %s", err, source.CutOff)
	}
}

func TestReadScan(t *testing.T) {
	needOCR(t)
	data := scanned(t, documents+"xuan-loc-02-kh-tctda06.libreoffice.pdf", "Trang dau co lop chu, mot dong rat dai de khong bi coi la anh.", 1)
	pages := 0
	f, err := Read(t.Context(), "scan.pdf", data, Options{Cache: t.TempDir(), Progress: func(done, all int) { pages = all }})
	if err != nil {
		t.Fatal(err)
	}
	texts := pageTexts(f, 2)
	want, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.want.txt")
	if err != nil {
		t.Fatal(err)
	}
	head := strings.Join(strings.Fields(string(want))[:len(strings.Fields(texts[1]))], " ")
	if rate := measure.ErrorRate(head, texts[1]); rate > 0.01 {
		t.Errorf("character error rate %.2f %%", 100*rate)
	}
	if !strings.HasPrefix(texts[0], "Trang dau") || pages != 1 || f.Pages() != 2 {
		t.Errorf("first page %q, %d pages recognised of %d", texts[0], pages, f.Pages())
	}
	if len(f.Diagnostics) == 0 || f.Diagnostics[0].Code != "ocr-pages" || f.Diagnostics[0].Span.Page != 2 {
		t.Errorf("%+v", f.Diagnostics)
	}
	for _, d := range f.Diagnostics {
		if d.Code == "ocr-doubtful" && !strings.Contains(f.Text[d.Span.Start:d.Span.End], strings.Split(d.Message, "“")[1][:2]) {
			t.Errorf("%q is not in %q", d.Message, f.Text[d.Span.Start:d.Span.End])
		}
	}
}

// A copyist says where a pixel of a copy comes from on the page, and how bright its paper is, 1 as it was.
type copyist func(x, y, width, height int) (fromX, fromY int, light float64)

// worn is a scanner that draws the page in leaning a little less than would have it set straight.
func worn(x, y, _, _ int) (fromX, fromY int, light float64) {
	const lean = 350 // a pixel in so many
	return x + y/lean, y - x/lean, 1
}

// telephone is one held at an angle above the page: what is right and low is in the shade, and the
// sides of the page lean against each other.
func telephone(x, y, width, height int) (fromX, fromY int, light float64) {
	aside := 0.02 * float64(y-height/2) * float64(x-width/2) / float64(width/2)
	return x + int(aside), y, 1 - 0.3*float64(x)/float64(width) - 0.2*float64(y)/float64(height)
}

// coarse makes a PDF of a copy of a page: at 150 dpi, grey, blurred, with noise.
func coarse(t *testing.T, path string, page int, by copyist) []byte {
	t.Helper()
	width, height, pixels := rendered(t, path, page, 150)
	noise := rand.New(rand.NewPCG(1, 2))
	out := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			sum := 0
			atX, atY, light := by(x, y, width, height)
			for k := range 9 {
				fromX, fromY := atX+k%3-1, atY+k/3-1
				if fromX < 0 || fromX >= width || fromY < 0 || fromY >= height {
					sum += 255
					continue
				}
				sum += int(pixels[3*(fromY*width+fromX)])
			}
			out.Pix[y*out.Stride+x] = byte(max(0, min(255, float64(sum)/9*light+6*noise.NormFloat64())))
		}
	}
	var packed bytes.Buffer
	if err := jpeg.Encode(&packed, out, &jpeg.Options{Quality: 50}); err != nil {
		t.Fatal(err)
	}
	const draw = "595 0 0 842 0 0 cm /I Do"
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>endobj\n"+
		"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n"+
		"5 0 obj<</Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>\n",
		len(draw), draw, width, height, packed.Len(), packed.Bytes())
}

// TestCoarseScan holds that the table on a coarse scan or a photograph comes out row by row, cell by cell.
func TestCoarseScan(t *testing.T) {
	needOCR(t)
	const page, made = 2, "../testdata/made/van-chan-cchc-2025-bang.libreoffice.pdf"
	data, err := os.ReadFile(made)
	if err != nil {
		t.Fatal(err)
	}
	digital, err := Read(t.Context(), "digital.pdf", data, Options{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	rows := func(f *source.File) map[string]string { // by their numbers
		out := map[string]string{}
		for _, l := range f.Lines {
			if number, rest, ok := strings.Cut(f.Text[l.Start:l.End], "\t"); ok && number != "" {
				out[number] = rest
			}
		}
		return out
	}
	want := rows(digital)
	for name, by := range map[string]copyist{"worn scanner": worn, "telephone": telephone} {
		scan, err := Read(t.Context(), "scan.pdf", coarse(t, made, page, by), Options{Cache: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		got := rows(scan)
		for n := 3; n <= 10; n++ { // row 11 goes on over the page
			number := fmt.Sprint(n)
			if strings.Count(got[number], "\t") != strings.Count(want[number], "\t") || measure.ErrorRate(want[number], got[number]) > 0.05 {
				t.Errorf("%s, row %d: got %q, want %q", name, n, got[number], want[number])
			}
		}
	}
}

// TestReadInterrupted holds that a recognition that was interrupted goes on where it was.
func TestReadInterrupted(t *testing.T) {
	needOCR(t)
	data := scanned(t, documents+"xuan-loc-02-kh-tctda06.libreoffice.pdf", "", 7, 6, 5)
	cache := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	opt := Options{Cache: cache, Progress: func(done, all int) { cancel() }}
	if _, err := Read(ctx, "scan.pdf", data, opt); !errors.Is(err, context.Canceled) {
		t.Fatalf("interrupted: %v", err)
	}
	kept, err := filepath.Glob(cache + "/*/*.json")
	if err != nil || len(kept) == 0 || len(kept) == 3 {
		t.Fatalf("%d pages kept, %v", len(kept), err)
	}
	before, err := os.Stat(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(t.Context(), "scan.pdf", data, Options{Cache: cache})
	if err != nil || f.Pages() != 3 {
		t.Fatalf("%d pages, %v", f.Pages(), err)
	}
	if after, err := os.Stat(kept[0]); err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a page was recognised again: %v", err)
	}
}

func scan(page int) source.Diagnostic {
	return source.Diagnostic{Code: pdf.CodeScan, Span: &source.Span{Page: page, Line: 1, EndLine: 1}}
}

func TestWithoutOCR(t *testing.T) {
	missing := &ocr.Missing{Packages: []string{"poppler-utils", "tesseract-ocr"}}
	f := &source.File{Diagnostics: []source.Diagnostic{scan(1)}}
	f.SetPages([]string{"", ""})
	_, err := withoutOCR(f, unread(f), missing)
	var r *source.Refusal
	if !errors.As(err, &r) || r.Reason != source.NeedsTool || r.Detail != "apt install poppler-utils tesseract-ocr" {
		t.Errorf("nothing but scans: %v", err)
	}
	f.Diagnostics[0].Code = pdf.CodeUnclear
	f.SetPages([]string{"A = 0,5"})
	if g, err := withoutOCR(f, unread(f), missing); err != nil || len(g.Diagnostics) != 2 {
		t.Errorf("text that is no Vietnamese: %v", err)
	}
	f.Diagnostics = []source.Diagnostic{scan(1)}
	f.SetPages([]string{"", "Kế hoạch"})
	if g, err := withoutOCR(f, unread(f), missing); err != nil || len(g.Diagnostics) != 2 || g.Diagnostics[1].Code != "ocr-missing" {
		t.Errorf("a page has text: %v", err)
	}
}

func TestRecognised(t *testing.T) {
	word := func(text string, confidence float64) ocr.Page {
		return ocr.Page{Words: []ocr.Word{{Text: text, X: 100, Y: 100, Width: 100, Height: 30, Line: 1, Confidence: confidence}}, Confidence: confidence}
	}
	f := &source.File{Diagnostics: []source.Diagnostic{scan(2), scan(3), {Code: pdf.CodeDamaged, Span: &source.Span{Page: 1}}}}
	f.SetPages([]string{"một\n", "", ""})
	g, err := recognised(f, unread(f), map[int]ocr.Page{2: word("hai", 50)}, map[int]error{3: errors.New("too dark")})
	if err != nil || g.Text != "một\nhai\n" {
		t.Fatalf("%q, %v", g.Text, err)
	}
	var codes []string
	for _, d := range g.Diagnostics {
		codes = append(codes, d.Code)
	}
	if got := strings.Join(codes, " "); got != "scanned-page damaged-page ocr-pages ocr-poor ocr-doubtful ocr-failed" {
		t.Errorf("diagnostics %s", got)
	}
	if d := g.Diagnostics[4]; d.Span.Page != 2 || g.Text[d.Span.Start:d.Span.End] != "hai" {
		t.Errorf("%+v", d.Span)
	}
}

func TestNothingRead(t *testing.T) {
	slow := &source.Refusal{Reason: source.OverLimit, Detail: "wall time 1m0s"}
	for want, failed := range map[source.Reason]map[int]error{
		source.Empty:     nil,
		source.OverLimit: {2: fmt.Errorf("recognise page 2: %w", slow), 3: errors.New("too dark")},
		source.Damaged:   {3: errors.New("too dark")},
	} {
		var r *source.Refusal
		if err := nothingRead([]int{1, 2, 3}, failed); !errors.As(err, &r) || r.Reason != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestDoubts(t *testing.T) {
	f := source.NewText("", "Kế hoạch\n\nKế hoạch số 5\nTT\tSở Y tế\tSở\n")
	f.NumberPrinted()
	lines := []layout.Line{{}, {Doubts: []string{"hoạch", "5"}}, {Doubts: []string{"Sở", "TT", "Y tế", "mất"}}}
	ds := doubts(f, 1, lines)
	var got []string
	for _, d := range f.Doubts {
		got = append(got, fmt.Sprintf("%s %d", f.Text[d.Span.Start:d.Span.End], d.Span.Line))
	}
	if s := strings.Join(got, ", "); s != "hoạch 2, 5 2, TT 3, Sở 3, Y tế 3" || len(ds) != 2 {
		t.Errorf("%s; %+v", s, ds)
	}
}
