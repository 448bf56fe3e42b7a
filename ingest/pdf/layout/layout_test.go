package layout

import (
	"strings"
	"testing"

	"kehoach/ingest/pdf/content"
	"kehoach/ingest/source"
)

// sheet sets text by hand: letters half a size wide, as if in one font.
type sheet struct{ content.Page }

const size = 10.0

func (s *sheet) set(x, y float64, text string) *sheet {
	for _, r := range text {
		s.Glyphs = append(s.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, Width: size / 2, Size: size})
		x += size / 2
	}
	return s
}

func (s *sheet) rule(x0, y0, x1, y1 float64) *sheet {
	s.Rules = append(s.Rules, content.Rule{X0: x0, Y0: y0, X1: x1, Y1: y1})
	return s
}

// grid draws all rules of a table.
func (s *sheet) grid(xs, ys []float64) *sheet {
	for i, y := range ys {
		for c := range len(xs) - 1 {
			s.rule(xs[c], y, xs[c+1], y)
		}
		if i > 0 {
			for _, x := range xs {
				s.rule(x, y, x, ys[i-1])
			}
		}
	}
	return s
}

func text(lines []Line) string {
	var parts []string
	for i := range lines {
		parts = append(parts, lines[i].String())
	}
	return strings.Join(parts, "|")
}

func TestPage(t *testing.T) {
	for name, c := range map[string]struct {
		page *sheet
		want string
	}{
		"lines in any order":         {new(sheet).set(50, 680, "thực hiện").set(50, 700, "Kế hoạch"), "Kế hoạch|thực hiện"},
		"blanks from gaps":           {new(sheet).set(50, 700, "Kế").set(63, 700, "hoạch"), "Kế hoạch"},
		"a word in two fonts":        {new(sheet).set(50, 700, "tri").set(70, 700, "n").set(65, 700, "ể"), "triển"},
		"blanks under letters":       {new(sheet).set(50, 700, "tri n").set(65, 700, "ể"), "triển"},
		"bold by drawing twice":      {new(sheet).set(50, 700, "Số").set(50.4, 700, "Số"), "Số"},
		"spaced-out heading":         {spaced("KẾ HOẠCH NĂM"), "KẾ HOẠCH NĂM"},
		"spaced-out, short":          {spaced("ĐỀ ÁN"), "ĐỀ ÁN"},
		"a stamp over the text":      {new(sheet).set(50, 700, "Kế hoạch này").set(63, 701, "Văn bản đến"), "Kế hoạch này|Văn bản đến"},
		"letters apart":              {new(sheet).set(50, 700, "a").set(58, 700, "b").set(66, 700, "c"), "a b c"},
		"two letters apart":          {new(sheet).set(50, 700, "A").set(57, 700, "B"), "A B"},
		"raised figure":              {raisedFigure(), "năm 2023¹ và"},
		"raised figure, a note's":    {noteFigure(), "chu|1 Gồm"},
		"raised figure, drawn later": {raisedLater(), "năm 2023¹² và|các năm"},
		"head in two columns": {new(sheet).set(50, 700, "ỦY BAN NHÂN DÂN").set(250, 700, "CỘNG HÒA").
			set(50, 685, "TỈNH LONG AN").set(250, 685, "Độc lập").set(50, 600, "KẾ HOẠCH"),
			"ỦY BAN NHÂN DÂN|TỈNH LONG AN|CỘNG HÒA|Độc lập|KẾ HOẠCH"},
		"signature beside recipients": {new(sheet).set(50, 700, "Nơi nhận:").set(50, 688, "- Như trên;").set(250, 680, "CHỦ TỊCH").
			set(50, 676, "- Lưu: VT.").set(250, 640, "Nguyễn Văn A"),
			"Nơi nhận:|- Như trên;|- Lưu: VT.|CHỦ TỊCH|Nguyễn Văn A"},
		"a long line of the left column": {new(sheet).set(50, 700, "Nơi nhận:").set(150, 700, "CHỦ TỊCH").set(50, 688, "- Tổ chức tại tỉnh;").set(50, 676, "- VT."),
			"Nơi nhận:|- Tổ chức tại tỉnh;|- VT.|CHỦ TỊCH"},
		"a gap in one line is no column": {new(sheet).set(50, 700, "Số:").set(120, 700, "KH").set(50, 688, "Kế hoạch này được thực hiện"),
			"Số: KH|Kế hoạch này được thực hiện"},
		"table": {new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680, 640}).set(52, 688, "TT").set(102, 688, "Mô hình").
			set(52, 668, "1").set(102, 668, "Khám bệnh").set(102, 656, "bằng thẻ").set(50, 720, "trên").set(50, 600, "dưới"),
			"trên|TT\tMô hình|1\tKhám bệnh\u2028bằng thẻ|dưới"},
		"a cell whose line is full": {new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680, 640}).set(52, 688, "TT").set(102, 688, "Mô hình").
			set(52, 668, "1").set(102, 668, "Khám chữa bệnh ở").set(102, 656, "trạm bằng thẻ"), "TT\tMô hình|1\tKhám chữa bệnh ở trạm bằng thẻ"},
		"cells merged across": {new(sheet).rule(50, 700, 200, 700).rule(50, 680, 200, 680).rule(50, 660, 200, 660).
			rule(50, 660, 50, 700).rule(200, 660, 200, 700).rule(100, 660, 100, 680).
			set(102, 688, "Nhóm").set(52, 668, "1").set(102, 668, "A"), "Nhóm\t|1\tA"},
		"cells merged down": {new(sheet).rule(50, 700, 200, 700).rule(100, 680, 200, 680).rule(50, 660, 200, 660).
			rule(50, 660, 50, 700).rule(200, 660, 200, 700).rule(100, 660, 100, 700).
			set(52, 676, "Cả hai").set(102, 688, "A").set(102, 668, "B"), "Cả hai\tA|\u2063\tB"},
		"two tables that touch": {new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680}).grid([]float64{50, 120, 200}, []float64{680, 660}).
			set(52, 688, "A").set(102, 688, "B").set(52, 668, "C").set(122, 668, "D"), "A\tB|C\tD"},
		"a day broken in a narrow cell": {new(sheet).grid([]float64{50, 100, 200}, []float64{700, 660}).set(52, 688, "30/12/2").set(52, 672, "023").set(102, 688, "x"),
			"30/12/2023\tx"},
		"a box is no table": {new(sheet).grid([]float64{50, 200}, []float64{700, 660}).set(52, 688, "khung"), "khung"},
		"table without rules": {new(sheet).set(50, 720, "Danh mục các mô hình điểm của tỉnh").set(50, 700, "TT").set(80, 700, "Mô hình").set(200, 700, "Chủ trì").
			set(50, 688, "1").set(80, 688, "Khám bệnh").set(200, 688, "Sở Y tế").set(80, 676, "bằng thẻ").
			set(50, 664, "2").set(80, 664, "Chấm công").set(200, 664, "Sở Nội vụ").set(50, 640, "Các cơ quan căn cứ kế hoạch này"),
			"Danh mục các mô hình điểm của tỉnh|TT\tMô hình\tChủ trì|1\tKhám bệnh bằng thẻ\tSở Y tế|2\tChấm công\tSở Nội vụ|Các cơ quan căn cứ kế hoạch này"},
		"table without rules and numbers": {new(sheet).set(50, 700, "Nội dung").set(160, 700, "Chủ trì").set(260, 700, "Thời gian").
			set(50, 688, "Khám bệnh").set(160, 688, "Sở Y tế").set(260, 688, "Quý I").set(50, 676, "bằng thẻ").
			set(50, 664, "Chấm công").set(160, 664, "Sở Nội vụ").set(260, 664, "Quý II").set(160, 652, "tỉnh").
			set(50, 628, "Các cơ quan căn cứ kế hoạch này thực hiện tại"),
			"Nội dung\tChủ trì\tThời gian|Khám bệnh bằng thẻ\tSở Y tế\tQuý I|Chấm công\tSở Nội vụ tỉnh\tQuý II|Các cơ quan căn cứ kế hoạch này thực hiện tại"},
		"rows apart": {new(sheet).set(50, 700, "Nội dung").set(160, 700, "Chủ trì").set(260, 700, "Thời gian").
			set(50, 682, "thẻ").set(160, 682, "Sở Y tế").set(260, 682, "Quý I").set(50, 670, "khám").set(160, 670, "và").set(260, 670, "quý II").
			set(50, 652, "học bạ").set(160, 652, "Sở GDĐT").set(260, 652, "Năm 2025"),
			"Nội dung\tChủ trì\tThời gian|thẻ khám\tSở Y tế và\tQuý I quý II|học bạ\tSở GDĐT\tNăm 2025"},
		"three columns of text": {new(sheet).set(50, 700, "Kế hoạch").set(160, 700, "thực hiện").set(260, 700, "trong năm").
			set(50, 688, "của tỉnh").set(160, 688, "tại các sở").set(260, 688, "này và cả").set(50, 676, "nhằm đẩy").set(160, 676, "và huyện").set(260, 676, "năm sau"),
			"Kế hoạch|của tỉnh|nhằm đẩy|thực hiện|tại các sở|và huyện|trong năm|này và cả|năm sau"},
		"three signatures": {new(sheet).set(50, 700, "CÔNG AN").set(120, 700, "SỞ Y TẾ").set(200, 700, "SỞ NỘI VỤ").
			set(50, 680, "Trần A").set(120, 680, "Lê B").set(200, 680, "Vũ C"), "CÔNG AN|Trần A|SỞ Y TẾ|Lê B|SỞ NỘI VỤ|Vũ C"},
		"signatures of one plan": {new(sheet).set(60, 700, "TM. UBND XÃ").set(160, 700, "TM. MTTQ XÃ").set(260, 700, "CÔNG AN XÃ").set(70, 688, "CHỦ TỊCH").set(170, 688, "CHỦ TỊCH").
			set(57, 630, "Nguyễn Văn A").set(255, 618, "Trung tá Lê B").set(160, 618, "Trần Thị C").set(50, 594, "Nơi nhận:").set(50, 582, "- Như trên;").set(50, 570, "- Lưu."),
			"TM. UBND XÃ|CHỦ TỊCH|Nguyễn Văn A|TM. MTTQ XÃ|CHỦ TỊCH|Trần Thị C|CÔNG AN XÃ|Trung tá Lê B|Nơi nhận:|- Như trên;|- Lưu."},
		"a line before signatures": {new(sheet).set(50, 718, "báo cáo.").set(60, 700, "TM. UBND XÃ").set(160, 700, "TM. MTTQ XÃ").set(70, 688, "CHỦ TỊCH").set(170, 688, "CHỦ TỊCH").
			set(57, 630, "Nguyễn Văn A").set(160, 630, "Trần Thị C"), "báo cáo.|TM. UBND XÃ|CHỦ TỊCH|Nguyễn Văn A|TM. MTTQ XÃ|CHỦ TỊCH|Trần Thị C"},
		"a plan's head of three bodies": {new(sheet).set(50, 700, "ỦY BAN MTTQ").set(150, 700, "ỦY BAN NHÂN DÂN").set(270, 700, "CÔNG AN").set(60, 688, "XÃ MỸ LỘC").set(170, 688, "XÃ MỸ LỘC").set(265, 688, "XÃ MỸ LỘC").
			set(150, 668, "KẾ HOẠCH PHỐI HỢP"), "ỦY BAN MTTQ|XÃ MỸ LỘC|ỦY BAN NHÂN DÂN|XÃ MỸ LỘC|CÔNG AN|XÃ MỸ LỘC|KẾ HOẠCH PHỐI HỢP"},
		"labels": {new(sheet).set(50, 712, "Mô hình 1").set(50, 700, "Tên mô hình").set(150, 700, "Khám bệnh").set(50, 688, "Đơn vị").set(150, 688, "Sở Y tế chủ trì, Công an tỉnh").
			set(50, 676, "thực hiện").set(150, 676, "phối hợp").set(150, 664, "thực hiện").set(50, 652, "Thời gian").set(150, 652, "Quý I").set(50, 634, "Mô hình 2"),
			"Mô hình 1|Tên mô hình\tKhám bệnh|Đơn vị thực hiện\tSở Y tế chủ trì, Công an tỉnh phối hợp thực hiện|Thời gian\tQuý I|Mô hình 2"},
		"two columns of text": {new(sheet).set(50, 700, "Kế hoạch này được").set(160, 700, "Thời gian làm trong").set(50, 688, "thực hiện tại tỉnh").set(160, 688, "các năm tiếp theo").
			set(50, 676, "Các sở làm ngay").set(160, 676, "Và báo cáo về sở").set(50, 664, "trong năm nay").set(160, 664, "theo quý").set(160, 652, "và năm"),
			"Kế hoạch này được|thực hiện tại tỉnh|Các sở làm ngay|trong năm nay|Thời gian làm trong|các năm tiếp theo|Và báo cáo về sở|theo quý|và năm"},
		"turned page": {turned(), "Kế hoạch|thực hiện"},
		"a heading in the middle": {new(sheet).set(80, 740, "UBND TỈNH").set(250, 740, "CỘNG HÒA").set(152, 724, "KẾ HOẠCH").
			set(210, 708, "tại địa phương, có").set(50, 703, "Nâng cao vai trò của tổ").set(210, 696, "trọng tâm.").set(50, 691, "công tác các cấp"),
			"UBND TỈNH CỘNG HÒA|KẾ HOẠCH|Nâng cao vai trò của tổ|công tác các cấp|tại địa phương, có|trọng tâm."},
		"two pages on a sheet": {twoPages(), strings.Repeat("Thực hiện kế hoạch này|", 10) + "Nơi nhận:|- Như trên;|" + strings.Repeat("- Lưu: VT.|", 6) + "CHỦ TỊCH|Nguyễn Văn A"},
	} {
		if got := text(Page(&c.page.Page)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// twoPages sets the end of a plan as the second page on a sheet of two.
func twoPages() *sheet {
	s := new(sheet)
	for i := range 10 {
		s.set(50, 700-12*float64(i), "Thực hiện kế hoạch này")
	}
	s.set(300, 698, "Nơi nhận:").set(400, 698, "CHỦ TỊCH").set(300, 686, "- Như trên;")
	for i := range 6 {
		s.set(300, 674-12*float64(i), "- Lưu: VT.")
	}
	return s.set(400, 650, "Nguyễn Văn A")
}

// noted sets lines of a page and, in small type at its foot, footnotes, which a raised
// figure begins, and the number of the page.
func noted(lines, notes []string, number string) *content.Page {
	s := &sheet{}
	for i, l := range lines {
		s.set(50, 700-12*float64(i), l)
	}
	for i, n := range notes {
		at := len(s.Glyphs)
		s.set(50, 200-9*float64(i), n)
		for j := range s.Glyphs[at:] {
			s.Glyphs[at+j].Size = 0.75 * size
		}
	}
	return &s.set(300, 50, number).Page
}

func TestNotes(t *testing.T) {
	long := "mot dong chu day het chieu rong cua trang giay"
	pages := []*content.Page{
		noted([]string{long, long, "het doan.", long}, []string{"1Quyết định số 5", "năm 2023.", "2Luật"}, "1"),
		noted([]string{long, "het doan.", long}, []string{"3Quyết định số 5", "năm 2023"}, "2"),
		noted([]string{"het doan.", long, long}, []string{"của tỉnh", "nay."}, "3"),
		noted([]string{long, "het doan.", long}, nil, "4"),
		noted([]string{"het doan.", long, long}, []string{"2023 là năm đầu"}, "5"),
		noted([]string{long, "het."}, nil, "6"),
		noted([]string{long, "het."}, []string{"Nơi nhận:", "- Như trên."}, "7"),
	}
	var got []string
	for _, lines := range Document(pages) {
		got = append(got, strings.ReplaceAll(Text(lines), long, "..."))
	}
	want := []string{
		"...\n...\nhet doan.\n\n¹ Quyết định số 5\nnăm 2023.\n\n² Luật\n\n...\n",
		"...\nhet doan.\n\n³ Quyết định số 5\nnăm 2023\n\n...\n",
		"het doan.\n\ncủa tỉnh\nnay.\n\n...\n...\n",
		"...\nhet doan.\n\n...\n",
		"het doan.\n\n...\n...\n\n2023 là năm đầu\n",
		"\n...\nhet.\n",
		"\n...\nhet.\n\nNơi nhận:\n\n- Như trên.\n",
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("page %d:\n got %q\nwant %q", i+1, got[i], want[i])
		}
	}
}

func spaced(text string) *sheet {
	s := &sheet{}
	x := 50.0
	for _, r := range text {
		s.set(x, 700, string(r))
		x += 0.7 * size
	}
	return s
}

func raisedFigure() *sheet {
	s := new(sheet).set(50, 700, "năm 2023")
	s.Glyphs = append(s.Glyphs, content.Glyph{Text: "1", X: 90, Y: 704.5, Width: 2, Size: 5})
	return s.set(94, 700, "và")
}

// noteFigure draws the mark of a footnote in front of its text.
func noteFigure() *sheet {
	s := new(sheet).set(50, 700, "chu")
	s.Glyphs = append(s.Glyphs, content.Glyph{Text: "1", X: 50, Y: 654, Width: 3, Size: size / 2})
	return s.set(53, 650, " Gồm")
}

// raisedLater draws the letter with marks of a line in front of the figures above it.
func raisedLater() *sheet {
	s := new(sheet).set(50, 700, "n").set(60, 700, "m 2023").set(50, 690, "các năm").set(55, 700, "ă")
	for x := range 2 {
		s.Glyphs = append(s.Glyphs, content.Glyph{Text: string(rune('1' + x)), X: 90 + 2*float64(x), Y: 704.5, Width: 2, Size: 5})
	}
	return s.set(97, 700, "và")
}

func turned() *sheet {
	s := new(sheet).set(50, 700, "Kế hoạch").set(50, 680, "thực hiện")
	for i := range s.Glyphs {
		g := &s.Glyphs[i]
		g.X, g.Y, g.Quarter = -g.Y, g.X, 1
	}
	return s
}

// merged draws two rows between three heights, their first cells one.
func merged(top, middle, bottom float64) *sheet {
	return new(sheet).rule(50, top, 200, top).rule(100, middle, 200, middle).rule(50, bottom, 200, bottom).
		rule(50, bottom, 50, top).rule(200, bottom, 200, top).rule(100, bottom, 100, top)
}

// bare sets a table without rules, with its head and a row a number.
func bare(numbers ...string) *content.Page {
	s := new(sheet).set(50, 700, "TT").set(80, 700, "Mô hình").set(200, 700, "Chủ trì")
	for i, n := range numbers {
		y := 680 - 12*float64(i)
		s.set(50, y, n).set(80, y, "A").set(200, y, "B")
	}
	return &s.Page
}

// footed sets four lines of a letter and a foot.
func footed(letter, foot string) *content.Page {
	s := new(sheet).set(50, 100, foot)
	for i, line := range strings.Split(four(letter), "|") {
		s.set(50, 700-12*float64(i), line)
	}
	return &s.Page
}

func four(letter string) string {
	line := strings.Repeat(letter, 30)
	return strings.Join([]string{line, line, line, line}, "|")
}

func TestDocument(t *testing.T) {
	page := func(number, first, last string) *content.Page {
		return &new(sheet).set(300, 800, number).set(50, 700, first).set(50, 690, first+"1").set(50, 680, "giữa trang").set(50, 670, last+"1").set(50, 660, last).Page
	}
	head := func() *sheet {
		return new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680, 660}).set(52, 688, "TT").set(102, 688, "Mô hình")
	}
	misread := func() *sheet {
		return new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680, 660}).set(52, 688, "TT").set(102, 688, "– Môhinh")
	}
	for name, c := range map[string]struct {
		pages []*content.Page
		want  string
	}{
		"page numbers": {[]*content.Page{page(" ", "a", "b"), page("2", "c", "d"), page("3", "e", "f")},
			"a|a1|giữa trang|b1|b / c|c1|giữa trang|d1|d / e|e1|giữa trang|f1|f"},
		"a number that counts nothing stays": {[]*content.Page{page("2023", "a", "b"), page("1995", "c", "d")},
			"2023|a|a1|giữa trang|b1|b / 1995|c|c1|giữa trang|d1|d"},
		"running foot": {[]*content.Page{footed("a", "Nội bộ, trang 1/3"), footed("b", "Nội bộ, trang 2/3"), footed("c", "Nội bộ, trang 3/3")},
			four("a") + " / " + four("b") + " / " + four("c")},
		"an item at the foot of pages": {[]*content.Page{footed("a", "e) Công cụ:"), footed("b", "e) Công cụ:"), footed("c", "e) Công cụ:")},
			four("a") + "|e) Công cụ: / " + four("b") + "|e) Công cụ: / " + four("c") + "|e) Công cụ:"},
		"more repeats than not": {[]*content.Page{footed("", "Nội bộ, trang 1/3"), footed("", "Nội bộ, trang 2/3"), footed("", "Nội bộ, trang 3/3")},
			"Nội bộ, trang 1/3 / Nội bộ, trang 2/3 / Nội bộ, trang 3/3"},
		"figures that do not count pages": {[]*content.Page{page("", "a", "Số lượng 12"), page("", "b", "Số lượng 7"), page("", "c", "Số lượng 25")},
			"a|a1|giữa trang|Số lượng 121|Số lượng 12 / b|b1|giữa trang|Số lượng 71|Số lượng 7 / c|c1|giữa trang|Số lượng 251|Số lượng 25"},
		"nothing but what repeats": {[]*content.Page{&new(sheet).set(50, 700, "Phần 1").Page, &new(sheet).set(50, 700, "Phần 2").Page, &new(sheet).set(50, 700, "Phần 3").Page},
			"Phần 1 / Phần 2 / Phần 3"},
		"code over a line end": {[]*content.Page{&new(sheet).set(50, 700, "Số: 2312/KHPH-").set(50, 688, "TCT và các -").set(50, 676, "sở").Page},
			"Số: 2312/KHPH-TCT|và các -|sở"},
		"table with its head repeated": {[]*content.Page{&head().set(52, 668, "1").set(102, 668, "A").Page, &head().set(52, 668, "2").set(102, 668, "B").Page},
			"TT\tMô hình|1\tA / 2\tB"},
		"merged cell cut by the page": {[]*content.Page{
			&merged(700, 680, 660).set(102, 688, "1").set(102, 668, "2;").set(52, 688, "Sở").Page, &new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680}).set(102, 688, "3").Page},
			"Sở\t1|\u2063\t2; / \u2063\t3"},
		"empty cell behind the page": {[]*content.Page{
			&new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680}).set(52, 688, "Sở").set(102, 688, "1;").Page, &new(sheet).grid([]float64{50, 100, 200}, []float64{700, 680}).set(102, 688, "2").Page},
			"Sở\t1; / \t2"},
		"table with its head read otherwise": {[]*content.Page{&head().set(52, 668, "1").set(102, 668, "A").Page, &misread().set(52, 668, "2").set(102, 668, "B").Page},
			"TT\tMô hình|1\tA / 2\tB"},
		"rows that figures part": {[]*content.Page{&head().set(52, 668, "1").set(102, 668, "Mô hình số 1").Page, &head().set(52, 668, "1").set(102, 668, "Mô hình số 2").Page},
			"TT\tMô hình|1\tMô hình số 1 / 1\tMô hình số 2"},
		"table without rules with its head repeated": {[]*content.Page{bare("1", "2"), bare("3", "4")},
			"TT\tMô hình\tChủ trì|1\tA\tB|2\tA\tB / 3\tA\tB|4\tA\tB"},
		"row cut by the page": {[]*content.Page{&head().set(52, 668, "1").set(102, 668, "Khám").Page, &head().set(102, 668, "bệnh").Page},
			"TT\tMô hình|1\tKhám bệnh / "},
	} {
		var got []string
		for _, lines := range Document(c.pages) {
			got = append(got, text(lines))
		}
		if s := strings.Join(got, " / "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, s, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	long, short := "mot dong chu day het chieu rong trang", "dong cuoi"
	lines := func(at ...float64) *content.Page { // x and y of lines, a long and a short one in turn
		s := &sheet{}
		for i := 0; i < len(at); i += 2 {
			s.set(at[i], at[i+1], []string{long, short}[i/2%2])
		}
		return &s.Page
	}
	for name, c := range map[string]struct {
		pages []*content.Page
		want  string // a letter a line, "A" for one that stands apart
	}{
		"more room":                   {[]*content.Page{lines(50, 700, 50, 688, 50, 670, 50, 658, 50, 640, 50, 628, 50, 610, 50, 598)}, "aaAaAaAa"},
		"ends early, over a page too": {[]*content.Page{lines(50, 700, 50, 688, 50, 676, 50, 664), lines(50, 700, 50, 688)}, "aaAa/Aa"},
		"stands in":                   {[]*content.Page{&new(sheet).set(50, 700, long+" va").set(80, 688, long).set(50, 676, long+" va").set(50, 664, long+" va").Page}, "aAaa"},
		"item of a list":              {[]*content.Page{&new(sheet).set(50, 700, "- "+long).set(60, 688, long).set(60, 676, long).Page}, "aaa"},
		"title of two lines":          {[]*content.Page{&new(sheet).set(50, 700, long+long).set(200, 688, short).set(190, 676, short+"xxxx").set(50, 664, long+long).Page}, "aaaa"},
		"columns":                     {[]*content.Page{&new(sheet).set(50, 700, short).set(300, 700, short).set(50, 688, short).set(300, 688, short).set(50, 600, long).Page}, "aaAaA"},
	} {
		var parts []string
		for _, lines := range Document(c.pages) {
			part := ""
			for _, l := range lines {
				part += map[bool]string{true: "A", false: "a"}[l.Apart]
			}
			parts = append(parts, part)
		}
		if got := strings.Join(parts, "/"); got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

func TestFlow(t *testing.T) {
	full := "mot dong chu day het chieu rong" // of a paragraph that is justified
	first := "M" + full[1:]
	// page makes a page of lines: "> " before one lets it stand in, "=" sets it to the margin.
	page := func(lines ...string) *content.Page {
		s := &sheet{}
		for i, line := range lines {
			x := 50.0
			if rest, in := strings.CutPrefix(line, "> "); in {
				x, line = 80, rest
			}
			if strings.HasPrefix(line, "=") { // set to the margin
				line = line[1:]
				s.spread(x, 50+float64(len(full)+5)*size/2, 700-12*float64(i), line)
				continue
			}
			s.set(x, 700-12*float64(i), line)
		}
		return &s.Page
	}
	for name, c := range map[string]struct {
		page *content.Page
		want string // a letter a line, "G" for one that goes on, "B" for one that begins a paragraph
	}{
		"paragraphs that stand in": {page("> ="+first, "="+full+".", "Tiep", "> ="+first, "="+full, "cuoi.", "> ="+first, "="+full, "cuoi.", "> ="+first, "="+full, "cuoi."), "-GGBGGBGGBGG"},
		"a dash within a sentence": {page("> ="+full, "="+full, "- hai.", "> =- "+full, "="+full, "cuoi.", "> =- "+full, "="+full, "cuoi.", "> =- "+full, "="+full, "cuoi."), "-GG-GG-GG-GG"},
		"items at the margin":      {page("="+full, "="+full, "- hai.", "- ba", "="+full, "- bon", "="+full, "="+full), "-G-----G"},
		"ragged":                   {page("> "+full, full+" va", "cuoi.", "> "+full, full+" mot", "cuoi.", "> "+full+" hai ba", "cuoi.", "> "+full, "cuoi."), "----------"},
	} {
		got := ""
		for _, l := range Document([]*content.Page{c.page})[0] {
			got += map[source.Flow]string{source.GoesOn: "G", source.Begins: "B", source.Unshown: "-"}[l.Flow]
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", name, got, c.want)
		}
	}
}

// spread sets a text from x0 to x1.
func (s *sheet) spread(x0, x1, y float64, text string) *sheet {
	step := (x1 - x0) / float64(len(text))
	for i, r := range text {
		s.Glyphs = append(s.Glyphs, content.Glyph{Text: string(r), X: x0 + float64(i)*step, Y: y, Width: step, Size: size})
	}
	return s
}

func FuzzPage(f *testing.F) {
	f.Add([]byte("ab\x00\x10\x20"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s sheet
		for i := 0; i+4 < len(data) && i < 5000; i += 5 {
			x, y := float64(data[i])*3, float64(data[i+1])*3
			if data[i+2]%3 == 0 {
				s.rule(x, y, x+float64(data[i+3]%2)*200, y+float64(data[i+4]%2)*200)
				continue
			}
			s.set(x, y, string(rune('a'+data[i+3]%26)))
		}
		Document([]*content.Page{&s.Page, &s.Page})
	})
}
