package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

var today = time.Date(2024, 1, 15, 9, 30, 0, 0, time.UTC)

func ptr[T any](v T) *T { return &v }

// plans makes two small plans and one of tasks, with every kind of value and with text
// that is awkward in a workbook.
func plans() []*plan.Extraction {
	at := func(line int) source.Span { return source.Span{Page: 1, Line: line, EndLine: line, Start: 0, End: 5} }
	agency := func(name string) plan.Agency { return plan.Agency{Name: name, Canonical: name, Span: at(4)} }
	one := &plan.Extraction{Schema: plan.Schema, Source: plan.Source{Name: "một.txt", SHA256: "aa"}}
	one.Plan = plan.Plan{ID: "mot", Kind: "Kế hoạch", Number: ptr("1/KH-UBND"), Issuers: []string{"Ủy ban nhân dân tỉnh Một"}, Date: ptr(plan.Date("2023-10-13")),
		Title: ptr("=CMD()|'x'!A1"), Level: ptr(plan.Province), Locality: plan.Locality{Province: ptr("Một")}, DeclaredModels: ptr(3)}
	one.Groups = []plan.Group{{Label: "II.1", Title: "Nhóm một", Models: []int{1, 2}}}
	one.Models = []plan.Model{
		{Number: 1, Title: "Triển khai tố giác tội phạm qua ứng dụng VNeID", Group: ptr("II.1"), Lead: []plan.Agency{agency("Công an tỉnh")},
			Cooperating: []plan.Agency{agency("Sở Tư pháp"), agency("@Sở lạ")}, Objective: ptr("+84 \x01 \x0b dòng"),
			Timeline: &plan.Timeline{Text: "30/12/2023", Kind: plan.Deadline, End: ptr(plan.Date("2023-12-30")), Span: at(9)},
			Tools:    []plan.Tool{{Name: "VNeID", Canonical: "VNeID", Span: at(10)}}, Span: at(3)},
		{Number: 2, Title: "-Phân tích tình hình dân cư", Timeline: &plan.Timeline{Text: "Quý I/2024", Kind: plan.Deadline, End: ptr(plan.Date("2024-Q1")), Span: at(19)},
			Objective: ptr(strings.Repeat("rất dài ", 5000)), Span: at(12)},
	}
	one.Conflicts = []plan.Conflict{{Model: 1, Field: "timeline", Body: "30/12/2023", Appendix: "30/10/2023"}}
	one.Appendix = []plan.AppendixRow{{Number: 1, Title: "Tố giác tội phạm", Span: at(90)}}
	one.Diagnostics = []source.Diagnostic{{Code: "count-mismatch", Severity: source.Warning, Message: "khai 3, đọc được 2", Where: "II.1", Span: ptr(at(2))}}

	two := &plan.Extraction{Schema: plan.Schema, Source: plan.Source{Name: "hai.txt", SHA256: "bb"}}
	two.Plan = plan.Plan{ID: "hai", Kind: "Kế hoạch", Date: ptr(plan.Date("2023")), Level: ptr(plan.Province), Locality: plan.Locality{Province: ptr("Hai")}}
	two.Models = []plan.Model{
		{Number: 7, Title: "Tố giác tội phạm qua VNeID", Lead: []plan.Agency{agency("Sở Tư pháp")}, Timeline: &plan.Timeline{Text: "Thường xuyên", Kind: plan.Recurring, Span: at(6)}, Span: at(5)},
		{Number: 8, Title: "Chợ 4.0 thanh toán bằng ví điện tử", Span: at(15)},
	}

	three := &plan.Extraction{Schema: plan.Schema, Source: plan.Source{Name: "ba.txt", SHA256: "cc"}}
	three.Plan = plan.Plan{ID: "ba", Kind: "Kế hoạch", Level: ptr(plan.District), Locality: plan.Locality{Province: ptr("Hai"), District: ptr("Ba")}}
	three.Tasks = []plan.Task{{ID: "III.2.a", Text: "Triển khai tố giác tội phạm qua ứng dụng VNeID", Lead: []plan.Agency{agency("Công an huyện")}, Span: at(8)}}
	return []*plan.Extraction{one, two, three}
}

func write(t testing.TB, a *align.Alignment, opt Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, a, opt); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func options() Options {
	return Options{Date: today, Version: "v1", Text: func(x *plan.Extraction) string { return "=1+1 của " + x.Plan.ID }}
}

func TestSameBytes(t *testing.T) {
	want := write(t, align.Align(plans(), align.National, nil), options())
	for range 5 {
		p := plans()
		p[0], p[2] = p[2], p[0]
		opt := options()
		opt.Date = opt.Date.Add(3 * time.Hour)
		if !bytes.Equal(write(t, align.Align(p, align.National, nil), opt), want) {
			t.Fatal("the same plans on the same day give other bytes")
		}
	}
}

// TestSheets reads the workbook with another reader than the library that wrote it.
func TestSheets(t *testing.T) {
	wb := read(t, write(t, align.Align(plans(), align.National, nil), options()))
	var names []string
	for _, p := range pages() {
		names = append(names, p.name)
	}
	if got := strings.Join(wb.names, ","); got != strings.Join(names, ",") {
		t.Errorf("sheets %s", got)
	}
	for _, name := range wb.names {
		s := wb.sheets[name]
		if s.formulas != 0 {
			t.Errorf("%s has %d formulas", name, s.formulas)
		}
		if s.table == nil || s.table.Ref == "" || s.table.Filter == "" {
			t.Errorf("%s has no table with a filter", name)
			continue
		}
		if len(s.table.columns()) != len(s.head) {
			t.Errorf("%s: %d columns in the table, %d heads", name, len(s.table.columns()), len(s.head))
		}
		seen := map[string]bool{}
		for i, c := range s.table.columns() {
			if c != s.head[i] || seen[strings.ToLower(c)] {
				t.Errorf("%s: column %d is %q in the table, %q in the sheet", name, i, c, s.head[i])
			}
			seen[strings.ToLower(c)] = true
		}
		if !s.frozen || s.orientation != "landscape" || s.paper != "9" {
			t.Errorf("%s: frozen %v, %s, paper %s", name, s.frozen, s.orientation, s.paper)
		}
		if !strings.Contains(s.footer, "&9 15/01/2024") { // not size 915
			t.Errorf("%s: footer %q", name, s.footer)
		}
		if !strings.Contains(wb.titles[name], "$") {
			t.Errorf("%s has no print titles", name)
		}
		for _, l := range s.links {
			if v := wb.at(l); v == "" {
				t.Errorf("%s: link to %s, where nothing stands", name, l)
			}
		}
	}
	if n := len(wb.sheets[sheetCompare].links); n == 0 {
		t.Error("no link from a compared cell")
	}
}

func TestCells(t *testing.T) {
	wb := read(t, write(t, align.Align(plans(), align.National, nil), options()))
	find := func(sheet, column, key, value string) cellRead {
		t.Helper()
		c, ok := wb.sheets[sheet].find(column, key, value)
		if !ok {
			t.Fatalf("%s: no row with %s = %q", sheet, key, value)
		}
		return c
	}
	if c := find(sheetSummary, "Trích yếu", "Kế hoạch", "Một"); c.value != "=CMD()|'x'!A1" || c.kind != "inlineStr" {
		t.Errorf("a title like a formula is %+v", c)
	}
	if c := find(sheetSummary, "Ngày", "Kế hoạch", "Một"); c.value != "45212" || c.kind != "" { // 13/10/2023
		t.Errorf("a date is %+v", c)
	}
	if c := find(sheetSummary, "Ngày", "Kế hoạch", "Hai"); c.value != "2023" || c.kind != "inlineStr" {
		t.Errorf("a year alone is %+v", c)
	}
	if c := find(sheetProgress, "Hạn", "Văn bản ghi", "Quý I/2024"); c.value != "45382" { // 31/03/2024
		t.Errorf("the last day of a quarter is %+v", c)
	}
	if c := find(sheetProgress, "Trạng thái", "Văn bản ghi", "30/12/2023"); c.value != stateLate {
		t.Errorf("a deadline that is over is %+v", c)
	}
	if c := find(sheetModels, "Mục tiêu", "Số", "1"); c.value != "+84 ␁ ␋ dòng" {
		t.Errorf("control characters are %+q", c.value)
	}
	if c := find(sheetModels, "Mục tiêu", "Số", "2"); units(c.value) > cellLimit || !strings.HasSuffix(c.value, restInData) {
		t.Errorf("a long text has %d units and ends in %q", units(c.value), c.value[len(c.value)-40:])
	}
	var long strings.Builder
	for _, row := range wb.sheets[sheetData].rows {
		if strings.Contains(row["Giá trị"].value, "rất dài") {
			if !strings.HasPrefix(row["Phần"].value, "phần ") {
				t.Error("a part of a long text does not say so")
			}
			long.WriteString(row["Giá trị"].value)
		}
	}
	if long.String() != strings.Repeat("rất dài ", 5000) {
		t.Errorf("the parts of a long text make %d bytes", long.Len())
	}
	if c := find(sheetCompare, "Về chủ trì", "Số danh mục", "30"); c.value != "Khác nhau" {
		t.Errorf("two leads: %+v", c)
	}
	if c := find(sheetCompare, "Số – Ba", "Số danh mục", "30"); c.value != "III.2.a" {
		t.Errorf("the task of the third plan: %+v", c)
	}
	if c := find(sheetConflicts, "Nguồn 2", "Loại", "Phần chính và phụ lục mâu thuẫn"); c.value != "tr. 1, dòng 90" {
		t.Errorf("the second place of a conflict: %+v", c)
	}
	if c := find(sheetData, "Trích nguyên văn", "Giá trị", "Công an tỉnh"); c.value != "=1+1" {
		t.Errorf("a quotation: %+v", c)
	}
}

func TestEmptyCorpus(t *testing.T) {
	wb := read(t, write(t, align.Align(nil, align.National, nil), Options{Date: today}))
	if len(wb.names) != len(pages()) {
		t.Errorf("sheets %v", wb.names)
	}
}

func TestTemplate(t *testing.T) {
	tp, err := ParseTemplate(`
sheets = ["Mô hình", "So sánh mô hình"]
[[sheet]]
name = "Mô hình"
  [[sheet.column]]
  key = "number"
  [[sheet.column]]
  key = "title"
  title = "Tên gọi"
  width = 60
[[sheet]]
name = "So sánh mô hình"
  [[sheet.column]]
  key = "title"
  [[sheet.column]]
  key = "lead"
`)
	if err != nil {
		t.Fatal(err)
	}
	opt := options()
	opt.Template = tp
	wb := read(t, write(t, align.Align(plans(), align.National, nil), opt))
	if got := fmt.Sprint(wb.names); got != "[So sánh mô hình Mô hình Dữ liệu Chú giải]" {
		t.Errorf("sheets %s", got)
	}
	if got := fmt.Sprint(wb.sheets[sheetModels].head); got != "[Số Tên gọi]" {
		t.Errorf("columns %s", got)
	}
	if got := strings.Join(wb.sheets[sheetCompare].head, "|"); got != "Mô hình|Chủ trì – Hai|Chủ trì – Một|Chủ trì – Ba" {
		t.Errorf("columns %s", got)
	}
	for _, bad := range []string{`sheet = 1`, `sheets = ["Không có"]`, `tên = "x"`, "[[sheet]]\nname = \"Mô hình\"\n[[sheet.column]]\nkey = \"none\"", "[[sheet]]\nname = \"Mô hình\"\n[[sheet.column]]\nkey = \"title\"\nwidth = 999"} {
		if _, err := ParseTemplate(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}
