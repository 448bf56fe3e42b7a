package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/source"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"I. MỤC ĐÍCH, YÊU CẦU", "I. MỤC ĐÍCH, YÊU CẦU"},
		{norm.NFD.String("Ủy ban nhân dân"), "Ủy ban nhân dân"},
		{"Số: 61/NĐ\u00adCP, giai đoạn 2011\u00ad2020, Độc lập \u00ad Tự do", "Số: 61/NĐ-CP, giai đoạn 2011-2020, Độc lập - Tự do"},
		{"Sở\u00a0Y\u200b tế\u00ad", "Sở Y tế"},
		{"  - **Mục tiêu:** Rà soát  triển khai ", "- Mục tiêu: Rà soát triển khai"},
		{"(*cơ sở cầm đồ; cơ sở khác*)", "(cơ sở cầm đồ; cơ sở khác)"},
		{"Khách sạn 2-3*; Khách sạn 4*; Khách sạn 5*", "Khách sạn 2-3*; Khách sạn 4*; Khách sạn 5*"},
		{"ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{"| 1 | | Sở Y tế |", "1\t\tSở Y tế"},
		{"\t\tChủ trì\tPhối hợp\t", "\t\tChủ trì\tPhối hợp\t"},
		{"UBND TỈNH          CỘNG HÒA", "UBND TỈNH\tCỘNG HÒA"},
		{"### II. NỘI DUNG", "II. NỘI DUNG"},
		{"---------------", ""},
		{"|---|:--:|", ""},
		{"||. NHIỆM VỤ", "II. NHIỆM VỤ"},
		{"|", ""},
		{"VNeID<br>Kiosk", "VNeID Kiosk"},
		{"1\\. Nhóm", "1. Nhóm"},
		{`Sở Y tế\; \"Tổ 02\"\./\.`, `Sở Y tế; "Tổ 02"./.`},
		{"**KẾ HOẠCH**\\", "KẾ HOẠCH"},
		{"UBND TỈNH\\    CỘNG HÒA\\", "UBND TỈNH\tCỘNG HÒA"},
		{"Số:&nbsp;7/KH-UBND", "Số: 7/KH-UBND"},
	} {
		text := New(source.NewText("a.txt", c.in+"\n"))
		if got := text.Line(0); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSource(t *testing.T) {
	in := "x\n  - **Mục\u00a0tiêu:** " + norm.NFD.String("hòa") + "  bình\n"
	text := New(source.NewText("a.txt", in))
	line := text.Lines[1]
	for _, want := range []struct{ canonical, printed string }{
		{"Mục tiêu", "Mục\u00a0tiêu"},
		{"hòa", norm.NFD.String("hòa")},
		{"bình", "bình"},
		{"- Mục tiêu: hòa bình", in[4 : len(in)-1]},
	} {
		i := strings.Index(text.Body, want.canonical)
		s := text.Source(Span{i, i + len(want.canonical)})
		if got := in[s.Start:s.End]; got != want.printed || s.Line != 2 {
			t.Errorf("%q: got %q on line %d, want %q on line 2", want.canonical, got, s.Line, want.printed)
		}
	}
	if s := text.Source(line.Span); s.Line != 2 || s.EndLine != 2 {
		t.Errorf("line: %+v", s)
	}
}

func TestFold(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"Hòa", "hoà"}, {"ỦY", "uỷ"}, {"khỏe", "khoẻ"}, {"văn hóa", "văn hoá"}, {"thủy lợi", "thuỷ lợi"}, {"rà sóat", "rà soát"}, {"quy họach", "quy hoạch"},
	} {
		if Fold(c.a) != Fold(c.b) {
			t.Errorf("%q and %q stay apart: %q, %q", c.a, c.b, Fold(c.a), Fold(c.b))
		}
	}
	for _, c := range []struct{ in, want string }{
		{"quý", "quý"}, {"Hoàn", "hoàn"}, {"quỳnh", "quỳnh"}, {"tố", "tố"}, {"thúy", "thuý"}, {"của", "của"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFoldInPlace(t *testing.T) {
	for in, want := range map[string]string{
		"Tùy Sở": "tùy sở", "Hòa bình": "hoà bình", "ỦY BAN": "uỷ ban", "Lũy kế": "lũy kế", "": "",
	} {
		if got := FoldInPlace(in); got != want {
			t.Errorf("FoldInPlace(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for in, want := range map[string]string{
		"3l/12/2023": "31/12/2023", "ngày I2 tháng 9": "ngày 12 tháng 9", "2O23": "2023", "l0": "10", "3O/lO/2023": "30/10/2023", "quý II/2024": "quý II/2024",
		"II": "II", "lo": "lo", "C06": "C06", "QĐ1o": "QĐ1o", "Mô hình l": "Mô hình l", "": "",
	} {
		if got := Digits(in); got != want {
			t.Errorf("Digits(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBare(t *testing.T) {
	if got := Bare("Đơn vị chù trì, TỔ CHỨC"); got != "don vi chu tri, to chuc" {
		t.Errorf("Bare: %q", got)
	}
}

func TestFurniture(t *testing.T) {
	lines := 0
	pageful := func() string { // no two lines are alike
		var b strings.Builder
		for range 40 {
			b.WriteString("Một dòng chữ thường của văn bản này" + strings.Repeat("a", lines%7) + strings.Repeat("b", lines/7) + ".\n")
			lines++
		}
		return b.String()
	}
	deep := strings.Repeat(" ", centred)
	for _, c := range []struct {
		name, in string
		kind     Kind
		want     int
	}{
		{"page numbers", pageful() + "2\n" + pageful() + "3\n" + pageful(), PageNumber, 2},
		{"those of an annex, counted anew", pageful() + "\n" + deep + "2\n\n" + pageful() + "\n" + deep + "3\n\n" + pageful() + "\n" + deep + "2\n\n" + pageful() + "\n" + deep + "3\n\n" + pageful(), PageNumber, 4},
		{"numbers at the left are not", pageful() + "\n2\n\n" + pageful() + "\n3\n\n" + pageful() + "\n2\n\n" + pageful() + "\n3\n\n" + pageful(), PageNumber, 2},
		{"one that says so", "Đơn vị chủ trì: Sở Y tế.\n- 2 -\nĐơn vị phối hợp: Công an tỉnh.\n", PageNumber, 1},
		{"one beside dirt", pageful() + "‘2\n" + pageful() + "3 °\n" + pageful(), PageNumber, 2},
		{"a page by name", "Đơn vị chủ trì: Sở Y tế.\nTrang 2\nĐơn vị phối hợp: Công an tỉnh.\n", PageNumber, 1},
		{"a foot of two pages", pageful() + "Kế hoạch Đề án 06 - xã A\nTrang 2\n" + pageful() + "Kế hoạch Đề án 06 - xã A\nTrang 3\n" + pageful(), Running, 2},
		{"the only one", pageful() + "\n2\n\n" + pageful(), PageNumber, 1},
		{"what stands beside the only one", pageful() + "\n\nTrang 2/3\n\n4. Mô hình 4: Tên của mô hình\n" + pageful(), Running, 0},
		{"a month that ends a cell", pageful() + "Hoàn thành trong tháng\n11/2024\nvà duy trì\n" + pageful(), PageNumber, 0},
		{"a number too early", "Kế hoạch\n2\n" + pageful(), PageNumber, 0},
		{"rows of a table", "1\nSở Y tế\n2\nSở Tư pháp\n3\nCông an tỉnh\n", PageNumber, 0},
		{"one that cuts a table", "TT\tTên\tChủ trì\n1\tA\tSở Y tế\n2\n2\tB\tSở Nội vụ\n", PageNumber, 1},
		{"a row's number above its cells", "1\tA\tSở Y tế\n2\nB\tSở Nội vụ\tQuý I\n", PageNumber, 0},
		{"one that cuts a sentence", "phục vụ công tác chỉ đạo\n\n7\n\nđiều hành của lãnh đạo\n", PageNumber, 1},
		{"running head", pageful() + "2\nUBND TỈNH A - KẾ HOẠCH\n" + pageful() + "3\nUBND TỈNH A - KẾ HOẠCH\n" + pageful() + "4\nUBND TỈNH A - KẾ HOẠCH\n" + pageful(), Running, 3},
		{"the title once more, within a sentence", "KẾ HOẠCH\nTriển khai các mô hình Đề án 06\nnăm 2024\n" + pageful() + pageful() + "Phối hợp: Sở Giáo dục\nKế hoạch triển khai các mô hình Đề án 06 năm 2024 - UBND tỉnh A\n- 2 -\nvà Đào tạo, Công an tỉnh.\n" + pageful(), Running, 1},
		{"a plan that a sentence names", "KẾ HOẠCH\nTriển khai các mô hình Đề án 06\nnăm 2024\n" + pageful() + pageful() + "Thực hiện theo\nKế hoạch triển khai chuyển đổi số\n- 2 -\nvà các văn bản của tỉnh.\n" + pageful(), Running, 0},
		{"a foot with the page in a column", "Mã QR.\n\nSở Y tế - Kế hoạch          Trang 2/3\n\nMô hình 4\n", Running, 1},
		{"related documents", "- 1Quyết định 06\n- 2Công văn 15\n- 3Thông tư 46\nKẾ HOẠCH\n", RelatedDoc, 3},
		{"nothing but numbers", "- 1 -\n- 2 -\n", PageNumber, 0},
		{"a list of the document", "- 1 Quyết định\n- 2 Công văn\n- 3 Thông tư\n", RelatedDoc, 0},
	} {
		n := 0
		for _, l := range New(source.NewText("a.txt", c.in)).Lines {
			if l.Kind == c.kind {
				n++
			}
		}
		if n != c.want {
			t.Errorf("%s: got %d lines, want %d", c.name, n, c.want)
		}
	}
}

// TestBarePages holds that what is all there is of small pages is their text.
func TestBarePages(t *testing.T) {
	for name, pages := range map[string][]string{
		"a line a page":    {"Phần 1", "Phần 2, lớn", "Phần 3", "Phần 44, lớn", "Phần 55, lớn", "Phần 66, lớn", "Phần 7, lớn", "Phần 8"},
		"two lines a page": {"Phần 1\nDự thảo", "Phần 2\nDự thảo", "Phần 3\nDự thảo", "Phần 4\nDự thảo"},
	} {
		f := &source.File{}
		f.SetPages(pages)
		for _, l := range New(f).Lines {
			if l.Kind == Running {
				t.Errorf("%s: a line is taken for furniture", name)
				break
			}
		}
	}
}

func FuzzNew(f *testing.F) {
	files, err := filepath.Glob("../testdata/plans/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no plans: %v", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b[:min(len(b), 4000)]))
	}
	for _, s := range []string{"*a*\n**b", "\t\t", "e\u200d\u0302\u0301", "#\n| |", "\xff\xfe*", "- 1Ă\n- 2Â\n- 3Đ", "#\r#\r\x82", "# ====", "\xe52¹W¹\xe5\n\x02\x00¹W", "W\u200b¹\n¹W", "mV¹\n¹\x01m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		once := New(source.NewText("a.txt", in))
		twice := New(source.NewText("a.txt", once.Body))
		// What was escaped, or stood beside a mark, may be a mark the second time.
		if !strings.ContainsAny(in, "*\\") && once.Body != twice.Body {
			t.Fatalf("twice is not once:\n%q\n%q", once.Body, twice.Body)
		}
		for i, l := range once.Lines {
			s := once.Source(l.Span)
			if s.Start < 0 || s.End > len(in) || s.Start > s.End {
				t.Fatalf("line %d: span %+v outside of %d bytes", i, s, len(in))
			}
		}
	})
}

// FuzzWords holds that a word's fold is that of Fold, which takes it by itself.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"Ủy ban HÒA có của thuý Hoà, toà; Khỏe quý", "ỦY QUỲNH hoàn òa óe", "\u13a0ò", "o\u0300A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, w := range Words(s) {
			if w.Start < end || w.End <= w.Start || w.End > len(s) {
				t.Fatalf("%q: a word from %d to %d, after one up to %d", s, w.Start, w.End, end)
			}
			if end = w.End; !w.Mark && w.Fold != Fold(s[w.Start:w.End]) {
				t.Fatalf("%q: folded %q, alone %q", s[w.Start:w.End], w.Fold, Fold(s[w.Start:w.End]))
			}
		}
	})
}

func BenchmarkNew(b *testing.B) {
	in, err := os.ReadFile("../testdata/plans/quang-nam-7384-kh-ubnd.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	f := source.NewText("a.txt", string(in))
	for b.Loop() {
		New(f)
	}
}

// TestBreaks holds which blanks end a line within a cell.
func TestBreaks(t *testing.T) {
	n := New(source.NewText("a.md", "| A B<br>C | D <br/> E |\n| **SỞ** **Y TẾ** | **Chủ trì:** **Sở** |\nF G"))
	var got []string
	for i := range n.Lines {
		for _, at := range n.Breaks(n.Lines[i].Span) {
			got = append(got, n.Body[at-1:at+2])
		}
	}
	if strings.Join(got, ",") != "B C,D E,\x9e Y" {
		t.Errorf("breaks at %q", got)
	}
}

// TestOpenRows holds that a bar at the end of a line stands beside an empty cell where the rows
// of a table are not closed by bars, and closes the row where they are.
func TestOpenRows(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"TT | Tên | Ai | Hạn\n | | Chủ trì | \n1 | A | B | 2024\n2 | C | |", "TT\tTên\tAi\tHạn/\t\tChủ trì\t/1\tA\tB\t2024/2\tC\t\t"},
		{"| TT | Tên |\n| 1 | A |\n | | B |", "TT\tTên/1\tA/\tB"},
		{"ỦY BAN | CỘNG HÒA\n|", "ỦY BAN\tCỘNG HÒA/"},
		{"TT | Tên | Ai |\n | | Chủ trì |\n1 | A | B |", "TT\tTên\tAi/\t\tChủ trì/1\tA\tB"},
	} {
		text := New(source.NewText("a.txt", c.in))
		var got []string
		for i := range text.Lines {
			got = append(got, text.Line(i))
		}
		if s := strings.Join(got, "/"); s != c.want {
			t.Errorf("%q: got %q, want %q", c.in, s, c.want)
		}
	}
}

func TestSingleBlanks(t *testing.T) {
	for _, s := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "Sở Y tế", "Sở  Y\u00a0tế ", "a\n", "à\u2003b"} {
		if got, want := SingleBlanks(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// TestFootnotes holds that footnotes and their marks are no text, and that units, years and lines
// that nothing refers to are.
func TestFootnotes(t *testing.T) {
	for in, want := range map[string]string{
		"Đạt VietGAP¹ trên 5 m² đất.\n¹ Tiêu chuẩn thực hành.\nHết.":                              "Đạt VietGAP trên 5 m² đất.\n\nHết.\n",
		"Theo Đề án[1], năm 2024 [1].\n\n[1] Quyết định số 06/QĐ-TTg của\nThủ tướng.\n\nHết [2].": "Theo Đề án, năm 2024 [1].\n\n\n\n\nHết [2].\n",
		"Đến năm 2025² đạt.\n\n² Nghị quyết số 2.\n\nII. NỘI DUNG":                                "Đến năm 2025 đạt.\n\n\n\nII. NỘI DUNG\n",
		"Rộng 12 m².\n² m là đơn vị.":                                                             "Rộng 12 m².\n² m là đơn vị.\n",
		"[1] Quyết định số 5.\nKhông nhắc tới.":                                                   "[1] Quyết định số 5.\nKhông nhắc tới.\n",
	} {
		if got := New(source.NewText("a.txt", in)).String(); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
}
