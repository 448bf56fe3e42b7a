package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

const documents = "../../testdata/documents/"

// ceiling is the character error rate that no document may go over.
const ceiling = 0.001

func readFile(t testing.TB, path string) *source.File {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return f
}

func TestReadPlans(t *testing.T) {
	paths, err := filepath.Glob(documents + "*.*.pdf")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d documents, %v", len(paths), err)
	}
	for _, path := range paths {
		name, _, _ := strings.Cut(filepath.Base(path), ".")
		want, err := os.ReadFile(documents + name + ".want.txt")
		if err != nil {
			t.Fatal(err)
		}
		f := readFile(t, path)
		if rate := measure.ErrorRate(string(want), f.Text); rate > ceiling {
			t.Errorf("%s: character error rate %.2f %%", path, 100*rate)
		}
		if f.Pages() < 5 || len(f.Diagnostics) > 0 {
			t.Errorf("%s: %d pages, %v", path, f.Pages(), f.Diagnostics)
		}
	}
}

func TestReadRows(t *testing.T) {
	const row = "1\tMô hình 1: Triển khai 53 dịch vụ công theo Đề án 06.\tVPUB\tC06, STTTT\tTổ CNSCĐ\t30/12/2023\tVNeID Hệ thống giải quyết TTHC tỉnh\n"
	for _, producer := range []string{"chromium", "libreoffice"} {
		f := readFile(t, documents+"long-an-2312-khph-tctda06."+producer+".pdf")
		if !strings.Contains(f.Text, row) {
			t.Errorf("%s: no row %q", producer, row)
		}
	}
}

func TestReadPlaces(t *testing.T) {
	f := readFile(t, documents+"xuan-loc-02-kh-tctda06.libreoffice.pdf")
	at := strings.Index(f.Text, "KẾ HOẠCH")
	if s := f.Span(at, at+1); s.Page != 1 || s.Line < 2 || s.Line > 5 {
		t.Errorf("the title stands at %+v", s)
	}
	if s := f.Span(len(f.Text)-3, len(f.Text)-2); s.Page != f.Pages() || s.Page < 5 {
		t.Errorf("the end stands at %+v of %d pages", s, f.Pages())
	}
}

// made returns a file with a page for each content stream, its font named and encoded
// as told.
func made(font, encoding string, streams ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids[")
	for i := range streams {
		b.WriteString(" " + string(rune('0'+5+2*i/10%10)) + string(rune('0'+2*i%10)) + " 0 R")
	}
	b.WriteString("]>>endobj\n3 0 obj<</Type/Font/Subtype/TrueType/BaseFont/" + font + "/Encoding/" + encoding + ">>endobj\n" +
		"4 0 obj<</Subtype/Image/Width 9/Height 9/Length 0>>stream\n\nendstream endobj\n")
	for i, s := range streams {
		n := string(rune('0'+5+2*i/10%10)) + string(rune('0'+2*i%10))
		m := string(rune('0'+5+(2*i+1)/10%10)) + string(rune('0'+(2*i+1)%10))
		b.WriteString(n + " 0 obj<</Type/Page/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents " + m + " 0 R>>endobj\n" +
			m + " 0 obj<<>>stream\n" + s + "\nendstream endobj\n")
	}
	return b.Bytes()
}

func codes(f *source.File) string {
	var parts []string
	for _, d := range f.Diagnostics {
		parts = append(parts, d.Code)
	}
	return strings.Join(parts, " ")
}

func TestReadLegacy(t *testing.T) {
	const tcvn3 = "BT /F 10 Tf 9 700 Td (KÕ ho¹ch thùc hiÖn c¸c m« h×nh ®iÓm thóc ®Èy §Ò ¸n trªn ®Þa bµn tØnh n¨m nay vµ c¸c n¨m tiÕp theo nh»m n©ng cao hiÖu qu¶) Tj ET"
	const want = "Kế hoạch thực hiện các mô hình điểm thúc đẩy Đề án trên địa bàn tỉnh năm nay và các năm tiếp theo nhằm nâng cao hiệu quả\n"
	var latin1 []byte
	for _, r := range tcvn3 {
		latin1 = append(latin1, byte(r))
	}
	for font, code := range map[string]string{".VnTime": "", "ABCDEF+.VnTime,Bold": "", "Unknown": CodeOldEncoding} {
		f, err := Read(made(font, "WinAnsiEncoding", string(latin1)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Text != want || codes(f) != code {
			t.Errorf("%s: %q, diagnostics %q", font, f.Text, codes(f))
		}
	}
}

func TestReadScan(t *testing.T) {
	const half = "595 0 0 421 0 0 cm /I Do "
	const image, stamp = "595 0 0 842 0 0 cm /I Do ", "BT /F 10 Tf 9 700 Td (Ky boi: Uy ban nhan dan tinh; ngay ky 13.10.2023 15:30:12 +07:00) Tj ET "
	vietnamese := ""
	for y := range 6 {
		vietnamese += fmt.Sprintf("BT /F 10 Tf 9 %d Td (%s) Tj ET ", 500+12*y, strings.Repeat("Th\xF4ng tin c\xF4ng d\xE2n v\xE0 c\xE1c gi\xE1 tr\xEC t\xEDch c\xFAc c\xF9ng ", 3))
	}
	drawn := "9 9 m " + strings.Repeat("1 2 3 4 5 6 c ", 12) + "f "
	strips := ""
	for y := 0; y < 842; y += 20 {
		strips += fmt.Sprintf("q 595 0 0 20 0 %d cm /I Do Q ", y)
	}
	plain := "BT /F 10 Tf 9 700 Td (" + strings.Repeat("Ke hoach trien khai thuc hien cac mo hinh diem tren dia ban ", 6) + ") Tj ET "
	for name, c := range map[string]struct{ stream, code string }{
		"an image":                    {image, CodeScan},
		"an image and a stamp":        {stamp + image, CodeScan},
		"half an image":               {half, CodeScan},
		"a word and half an image":    {"BT /F 10 Tf 9 700 Td (So 02) Tj ET " + half, CodeImage},
		"a stamp":                     {stamp, ""},
		"a caption and half an image": {stamp + half, CodeImage},
		"text and half an image":      {vietnamese + half, CodeLargeImage},
		"text on an image":            {vietnamese + image, ""},
		"strips of an image":          {stamp + strips, CodeScan},
		"an image in the stream":      {"595 0 0 842 0 0 cm BI /W 9 /H 9 ID \x00 EI ", CodeScan},
		"drawn letters":               {strings.Repeat(drawn, 500), CodeScan},
		"drawn letters and a stamp":   {stamp + strings.Repeat(drawn, 500), CodeImage},
		"a drawn emblem":              {strings.Repeat(drawn, 150), CodeScan},
		"a word, a drawn emblem":      {"BT /F 10 Tf 9 700 Td (So 02) Tj ET " + strings.Repeat(drawn, 150), CodeImage},
		"a few drawn lines":           {strings.Repeat(drawn, 50), ""},
		"another language":            {"BT /F 10 Tf 9 700 Td (" + strings.Repeat("Linzensoep met bloem boter laurier kruidnagelen wortels kopjes water ", 5) + ") Tj ET " + image, ""},
		"labels":                      {"BT /F 10 Tf 9 700 Td (" + strings.Repeat("A = 0.5 B = 0.6 ", 20) + ") Tj ET ", CodeUnclear},
		"a little text":               {"BT /F 10 Tf 9 700 Td (So 02) Tj ET", ""},
		"nothing":                     {"", ""},
		"text without marks":          {plain, ""},
		"text without marks, image":   {plain + image, CodeBadTextLayer},
	} {
		f, err := Read(made("Times", "WinAnsiEncoding", c.stream), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if codes(f) != c.code || c.code != "" && f.Diagnostics[0].Span.Page != 1 {
			t.Errorf("%s: diagnostics %+v", name, f.Diagnostics)
		}
	}
}

func TestReadBadTextLayer(t *testing.T) {
	for text, kept := range map[string]bool{
		"Th\xe2c hi\xe1n K\xc1 ho\xbfch c\xb9a Ban Ch\xdf \xf0\xbfo \xf0\xdf \xe1n t\xdfnh, ban h\xe0nh tri khai theo quy trong c\xe1c sau nh\xe2 n\xe0y tr\xean": true,
		strings.Repeat("K\xc1x ho\xbfch\xe2 \xb1\xe1n \xc1\xdf\xdf ", 10):                                                                                         false,
	} {
		f, err := Read(made("Times", "WinAnsiEncoding", "BT /F 10 Tf 9 700 Td ("+text+") Tj ET"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if codes(f) != CodeBadTextLayer || (f.Text != "") != kept {
			t.Errorf("%q: text %q, diagnostics %s", text, f.Text, codes(f))
		}
	}
}

func TestKeep(t *testing.T) {
	const vietnamese = "Kế hoạch triển khai thực hiện các mô hình điểm trên địa bàn tỉnh năm nay"
	const garbled = "Kế hoch trin khai thc hin các mô hnh đim trên đa bn tnh năm nay"
	for name, c := range map[string]struct {
		code, layer, read string
		want              bool
	}{
		"a stamp":                 {CodeScan, "Ký bởi: Trần A", vietnamese, false},
		"more stamp than scan":    {CodeScan, "Ký bởi: Trần A", "oo", true},
		"no layer":                {CodeBadTextLayer, "", "oo", false},
		"broken, read":            {CodeBadTextLayer, garbled, vietnamese, false},
		"broken, misread":         {CodeBadTextLayer, garbled, strings.Repeat("Kxe hwch qrin zzz ", 5), true},
		"foreign, read":           {CodeUnclear, "A = 0,5 B = 0,6", vietnamese, false},
		"foreign, misread":        {CodeUnclear, "A = 0,5 B = 0,6", "A=05 B=0,6 ấo", true},
		"a word beside an image":  {CodeImage, "Trang 1", "Trang 1 " + vietnamese, false},
		"a word beside a picture": {CodeImage, "Trang 1", "Trang", true},
		"a caption, a picture":    {CodeImage, "Công dân số, trang 1", "Công dân số, trang 1 ~,", true},
	} {
		if got := Keep(c.code, c.layer, c.read); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestReadLimits(t *testing.T) {
	data := made("Times", "WinAnsiEncoding", "BT (a) Tj ET", "BT (b) Tj ET", "BT (c) Tj ET")
	refused(t, data, Options{Pages: 2}, source.OverLimit, "pages 2")
	data, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	refused(t, data, Options{Inflated: 50_000}, source.OverLimit, "inflated bytes 50000")
	if data, err = os.ReadFile("object/testdata/password.pdf"); err != nil {
		t.Fatal(err)
	}
	refused(t, data, Options{}, source.NeedsPassword, "")
	refused(t, []byte("%PDF-1.4 and nothing else"), Options{}, source.Damaged, "no pages")
}

func refused(t *testing.T, data []byte, opt Options, reason source.Reason, detail string) {
	t.Helper()
	_, err := Read(data, opt)
	var r *source.Refusal
	if !errors.As(err, &r) || r.Reason != reason || !strings.Contains(r.Detail, detail) {
		t.Errorf("got %v, want %s %s", err, reason, detail)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(made("Times", "WinAnsiEncoding", "BT /F 10 Tf (a) Tj ET 1 2 3 4 re f"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = Read(data, Options{Pages: 10, Inflated: 1 << 20})
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile(documents + "long-an-2312-khph-tctda06.libreoffice.pdf")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
