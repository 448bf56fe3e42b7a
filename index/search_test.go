package index

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach/extract/plan"
	"kehoach/index/query"
	"kehoach/ingest/source"
)

// library is a small corpus on which each way to ask is tried.
func library(t testing.TB) *Index {
	t.Helper()
	return indexOf(t,
		newPlan("tq", `
			title: Triển khai các mô hình điểm tại tỉnh Tuyên Quang
			number: 233/KH-UBND
			date: 2023-10-13
			province: Tuyên Quang
			short: CSDLQG về DC=Cơ sở dữ liệu quốc gia về dân cư
			model 1: Khám chữa bệnh sử dụng thẻ CCCD và VNeID
			objective: Người dân khám, chữa bệnh bằng thẻ căn cước
			lead: Sở Y tế
			cooperating: Công an tỉnh
			tool: VNeID
			due: 2024-06
			model 2: Hệ thống quản lý trường học
			lead: Sở Giáo dục và Đào tạo
			tool: Ứng dụng quản lý trường học
			due: 2024-12-30
			model 3: Triển khai tố giác tội phạm qua VNeID
			lead: Công an tỉnh
			tool: VNeID
			model 4: Làm sạch CSDLQG về DC theo Nghị định số 85/2016/NĐ-CP
			assignment: Kết quả t ch hợp dữ liệu gửi qua Call Center
			lead: Công an tỉnh
			due: 2023-Q4`),
		newPlan("la", `
			title: Kế hoạch phối hợp trên địa bàn tỉnh Long An
			number: 2312/KHPH-TCT
			date: 2023-08
			province: Long An
			model 1: Khám chữa bệnh sử dụng sinh trắc học, Kiosk tự phục vụ
			assignment: Sở Y tế tích hợp dữ liệu theo Quyết định số 06/QĐ-TTg; kết quả tích hợp dữ liệu được báo cáo
			lead: Sở Y tế
			tool: Kiosk
			due: 2024-06-30
			model 2: Cung cấp dịch vụ công trực tuyến
			lead: Văn phòng Ủy ban nhân dân tỉnh
			model 3: Triển khai tổ giác tội phạm
			lead: Công an tỉnh
			model 4: Số hóa, làm sạch Cơ sở dữ liệu quốc gia về dân cư
			lead: Công an tỉnh`))
}

func TestSearch(t *testing.T) {
	x := library(t)
	for _, tt := range []struct {
		query string
		want  string // hits, best first; "…" stands for any more
	}{
		// diacritics, case, tone placement, i and y
		{"kham chua benh", "tq/1 la/1"},
		{"KHÁM CHỮA BỆNH", "tq/1 la/1"},
		{"tố giác", "tq/3 la/3"},
		{"tổ giác", "la/3 tq/3"},
		{"số hoá", "la/4"},
		{"kết quả tích hợp dữ liệu", "la/1 tq/4"},
		// phrases
		{`"khám chữa bệnh sử dụng thẻ"`, "tq/1"},
		{`"kham chua benh su dung the"`, "tq/1"},
		{`"tố giác"`, "tq/3"},
		{`"bệnh khám"`, ""},
		{`"du lieu quoc gia ve dan cu"`, "la/4 tq/plan"},
		// the beginning of a word
		{"kios*", "la/1"},
		{"bệnh* Sinh*", "la/1"},
		{"xyz*", ""},
		// operators
		{`tội phạm -VNeID`, "la/3"},
		{`tội phạm KHÔNG VNeID`, "la/3"},
		{"kiosk HOẶC trường học", "tq/2 la/1"},
		{"(kiosk OR trường học) AND tế", "la/1"},
		{"khám -sinh trắc", "tq/1"},
		// fields
		{"chutri:y tế kiosk", "la/1"},
		{`coquan:"công an" khám`, "tq/1"},
		{"congcu:vneid tội", "tq/3"},
		{"tinh:long an bệnh", "la/1"},
		{"han:<2024-01-01", "tq/4"},
		{"han:quý II/2024", "la/1 tq/1"},
		{"han:>=2024-07-01", "tq/2"},
		{"han:2024 -han:6/2024", "tq/2"},
		{"ngay:2023-08 loai:plan", "la/plan"},
		{"nam:2023 kehoach:la mohinh:3", "la/3"},
		{"so:85", "tq/4"},
		{"so:06/QĐ", "la/1"},
		{"so:233", "tq/plan"},
		{"tieude:truong hoc", "tq/2"},
		{"tinh:hà nội", ""},
		// agency and role
		{"Sở GDĐT chủ trì", "tq/2"},
		{"do so y te chu tri kiosk", "la/1"},
		{"chủ trì: Sở Y tế", "la/1 tq/1"},
		{"công an tỉnh phối hợp", "tq/1"},
		{"Sở Y tế chủ trì triển khai tố giác tội phạm qua VNeID", "tq/3"}, // it does not; the words are found
		// abbreviations, both ways
		{"dvc trực tuyến", "la/2"},
		{"cơ sở dữ liệu quốc gia về dân cư", "la/4 tq/4 tq/plan"},
		{"CSDLQG về DC", "tq/4 la/4 tq/plan"},
		{"thẻ căn cước công dân", "tq/1"},
		{"vpub chủ trì", "la/2"},
		{"kcb bằng kiosk", "la/1 tq/1"},
		{"DVCTT", "la/2"},
		// document numbers
		{"06/QĐ-TTg", "la/1"},
		{"06/qd-ttg", "la/1"},
		{"6/QD-TTG", "la/1"},
		{"số 06", "la/1"},
		{"85/2016/nd-cp", "tq/4"},
		// the number of a model
		{"mô hình 4", "la/4 tq/4"},
		{"MH4 long an", "la/4 la/1 la/2 la/3"},
		// times
		{"khám bệnh tháng 6/2024", "tq/1 la/1"},
		{"quý II năm 2024", "tq/1 la/1"},
		// an agency that does something before its words
		{"công an tỉnh khám chữa", "tq/1 la/1 la/3 tq/3 la/4 tq/4 la/2"},
		// typos
		{"kham chua benhj", "tq/1 la/1"},
		{"trường hcọ", "tq/2"},
		{"kioks", "la/1"},
		{"callcenter", "tq/4"},
		{"quanly truonghoc", "tq/2"},
		// places
		{"khám chữa bệnh Tuyên Quang", "tq/1 la/1"},
		{"khám chữa bệnh Long An", "la/1 tq/1"},
	} {
		got := strings.Join(slices.DeleteFunc(find(t, x, tt.query), func(name string) bool {
			return strings.HasSuffix(name, "/plan") && !strings.Contains(tt.want, name)
		}), " ")
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.query, got, tt.want)
		}
	}
}

func TestUnderstood(t *testing.T) {
	x := library(t)
	r := ask(t, x, Request{Query: "Sở GDĐT chủ trì", Limit: 1})
	if !slices.Equal(r.Understood, []string{"cơ quan chủ trì: Sở Giáo dục và Đào tạo"}) {
		t.Errorf("understood %q", r.Understood)
	}
	r = ask(t, x, Request{Query: "tinh:Huế kiosk", Limit: 1})
	if !slices.Equal(r.Understood, []string{"trong kho không có “Huế” ở trường “tinh”"}) {
		t.Errorf("understood %q", r.Understood)
	}
	r = ask(t, x, Request{Query: "Kiosk tự phụcc vụ", Limit: 1})
	if !slices.Equal(r.Suggestions, []string{"Kiosk tự phục vụ"}) {
		t.Errorf("suggestions %q", r.Suggestions)
	}
	r = ask(t, x, Request{Query: "kiosk tu phucc vu", Limit: 1})
	if !slices.Equal(r.Suggestions, []string{"kiosk tu phuc vu"}) {
		t.Errorf("suggestions %q", r.Suggestions)
	}
}

// What a plan says outside of models and duties is found with its own place; what
// stands among the fields of a model is the model's.
func TestSectionText(t *testing.T) {
	x := newPlan("p", `
		title: Kế hoạch
		model 1: Khám bệnh
		lead: Sở Y tế`)
	at := func(line int) source.Span {
		return source.Span{Page: 1, Line: line, EndLine: line, Start: 1000 * line, End: 1000*line + 900}
	}
	x.Models[0].Span = source.Span{Page: 1, Line: 5, EndLine: 7, Start: 5000, End: 7900}
	x.Sections = []plan.Section{{Label: "I", Title: "MỤC ĐÍCH", Span: at(2), Text: []plan.Paragraph{
		{Text: "Tổ công tác là hạt nhân", Span: at(3)}, {Text: "Thuận tiện cho người bệnh", Span: at(6)},
	}}}
	index := indexOf(t, x)
	for query, want := range map[string]string{"hat nhan": "p/plan", "thuận tiện": "p/1"} {
		hits := ask(t, index, Request{Query: query, Limit: 2}).Hits
		if got := names(&Result{Hits: hits}); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", query, got, want)
		} else if s := hits[0].Snippets[0]; s.Span.Line != 3 && s.Span.Line != 6 {
			t.Errorf("%s: found at %+v", query, s.Span)
		}
	}
}

// Who asks for times, or for an order of them, sees those of each hit first.
func TestTimes(t *testing.T) {
	x := library(t)
	for _, r := range []Request{
		{Query: "han:6/2024"}, {Query: "khám bệnh tháng 6/2024"}, {Query: "kham benh", Sort: ByDue},
		{Query: "tiendo:han", Sort: ByDue}, {Query: "khám", Filters: []Filter{{query.Due, []string{"2024"}}}},
	} {
		r.Limit = 1
		hits := ask(t, x, r).Hits
		if len(hits) != 1 || len(hits[0].Snippets) == 0 || hits[0].Snippets[0].Field != "timeline" {
			t.Errorf("%+v: %+v", r, hits)
		}
	}
	if hits := ask(t, x, Request{Query: "kham benh", Limit: 1}).Hits; hits[0].Snippets[0].Field == "timeline" {
		t.Errorf("times that nobody asked for: %+v", hits)
	}
}

// Where little is found, the queries that are suggested find more.
func TestLooser(t *testing.T) {
	x := library(t)
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{`"Kiosk phục vụ"`, []string{"Kiosk phục vụ"}},
		{`tinh:"tuyên quag" khám`, []string{`tinh:"Tuyên Quang" khám`}},
		{"tinh:Tuyn Quang khám", []string{`tinh:"Tuyên Quang" khám`}},
		{"chutri:y te xyzzyx kiosk", []string{"chutri:y te kiosk"}},
		{`kiosk xyzzyx -"du lịch"`, []string{`kiosk -"du lịch"`}},
		{"xyzzyx", nil},
		{"khám bệnh", nil}, // enough is found
		{`tinh:"hà nội"`, nil},
	} {
		r := ask(t, x, Request{Query: tt.query, Limit: 5})
		if !slices.Equal(r.Suggestions, tt.want) {
			t.Errorf("%s: %d hits, suggestions %q, want %q", tt.query, r.Total, r.Suggestions, tt.want)
		}
		for _, s := range r.Suggestions {
			if other := ask(t, x, Request{Query: s}); other.Total <= r.Total {
				t.Errorf("%s finds %d, %s %d", s, other.Total, tt.query, r.Total)
			}
		}
	}
}

func TestHit(t *testing.T) {
	h := ask(t, library(t), Request{Query: "kiosk", Limit: 1}).Hits[0]
	if h.Plan != "la" || h.Source != "la.txt" || h.Kind != ModelKind || h.Model == nil || *h.Model != 1 ||
		h.Title != "Khám chữa bệnh sử dụng sinh trắc học, Kiosk tự phục vụ" || h.Span.Line != 5 || h.Score <= 0 {
		t.Errorf("%+v", h)
	}
	if s := h.Snippets[1]; s.Field != "tools" || s.HTML != "<mark>Kiosk</mark>" || s.Span.Line != 8 {
		t.Errorf("%+v", s)
	}
}

func TestErrors(t *testing.T) {
	x := library(t)
	for _, r := range []Request{
		{Query: "("}, {Query: "foo:bar"},
		{Filters: []Filter{{"nothing", []string{"x"}}}},
		{Filters: []Filter{{query.Due, []string{"mai"}}}},
	} {
		var e *query.Error
		if _, err := x.Search(t.Context(), r); !errors.As(err, &e) {
			t.Errorf("%+v: %v, want a *query.Error", r, err)
		}
	}
	for _, r := range []Request{{Limit: -1}, {Limit: MaxLimit + 1}, {Offset: -1}, {Sort: "size"}, {Facets: []string{"title"}}} {
		if _, err := x.Search(t.Context(), r); err == nil {
			t.Errorf("%+v: no error", r)
		}
	}
}

// The counts of facets are those of all hits, whatever the page and the filters.
func TestFacets(t *testing.T) {
	x := library(t)
	for _, r := range []Request{
		{},
		{Query: "khám bệnh"},
		{Filters: []Filter{{query.Province, []string{"long an", "Tuyên Quang"}}, {query.Lead, []string{"Công an tỉnh", "y tế"}}}},
		{Query: "khám", Filters: []Filter{{query.Year, []string{"2023"}}, {query.Due, []string{"<2025", "2023"}}}},
		{Query: "-kiosk", Filters: []Filter{{query.Kind, []string{"mô hình"}}}},
	} {
		r.Limit = 100
		all := ask(t, x, r)
		r.Limit, r.Facets = 1, FacetFields
		got := ask(t, x, r)
		if got.Total != all.Total || got.Total != len(all.Hits) || got.Total == 0 {
			t.Errorf("%+v: %d and %d hits", r, got.Total, len(all.Hits))
		}
		want := map[string]int{}
		for _, h := range all.Hits {
			want["plan="+h.Plan]++
			want["kind="+string(h.Kind)]++
		}
		for _, name := range []string{query.Plan, query.Kind} {
			for _, v := range got.Facets[name] {
				if want[name+"="+v.Value] != v.Count {
					t.Errorf("%+v: %s %s %d, want %v", r, name, v.Value, v.Count, want)
				}
			}
		}
	}
	r := ask(t, x, Request{Filters: []Filter{{query.Kind, []string{"model"}}}, Facets: []string{query.Lead, query.DueQuarter, query.Tool}, Limit: 1})
	for name, want := range map[string][]FacetValue{
		query.Lead:       {{"Công an tỉnh", 4}, {"Sở Y tế", 2}, {"Sở Giáo dục và Đào tạo", 1}, {"Văn phòng Ủy ban nhân dân tỉnh", 1}},
		query.DueQuarter: {{"2024-Q2", 2}, {"2023-Q4", 1}, {"2024-Q4", 1}},
		query.Tool:       {{"VNeID", 2}, {"Kiosk", 1}, {"Ứng dụng quản lý trường học", 1}},
	} {
		if !slices.Equal(r.Facets[name], want) {
			t.Errorf("%s: %v, want %v", name, r.Facets[name], want)
		}
	}
}

func TestSort(t *testing.T) {
	x := library(t)
	for _, tt := range []struct {
		sort Sort
		want string
	}{
		{ByDue, "tq/4 la/1 tq/1 tq/2 la/2 la/3 la/4 tq/3"},
		{ByDate, "tq/1 tq/2 tq/3 tq/4 la/1 la/2 la/3 la/4"},
		{ByPlan, "la/1 la/2 la/3 la/4 tq/1 tq/2 tq/3 tq/4"},
	} {
		r := ask(t, x, Request{Query: "loai:model", Sort: tt.sort, Limit: 20})
		if got := strings.Join(names(r), " "); got != tt.want {
			t.Errorf("by %s: %s, want %s", tt.sort, got, tt.want)
		}
	}
}

// Pages join without a gap or an overlap, among hits of one score too, in whatever
// order the plans came and however often they were changed.
func TestPages(t *testing.T) {
	var plans []*plan.Extraction
	for i := range 60 { // more of one score than are looked at twice
		plans = append(plans, onePlan(fmt.Sprintf("p%02d", i), "khám chữa bệnh", "khám bệnh từ xa", "chữa bệnh"))
	}
	x := indexOf(t, plans...)
	dir := t.TempDir()
	slices.Reverse(plans)
	apply(t, dir, plans[:40])
	for i := 0; i < 60; i += 6 {
		apply(t, dir, plans[i:i+6], "p00", "nobody")
	}
	apply(t, dir, []*plan.Extraction{plans[59]})
	y := open(t, dir)
	for _, r := range []Request{{Query: "kham benh"}, {Query: "khám chữa bệnh"}, {}, {Query: "benh", Sort: ByDue}} {
		r.Limit = 400
		whole := names(ask(t, x, r))
		if len(whole) < 120 {
			t.Fatalf("%+v: %d hits", r, len(whole))
		}
		if other := names(ask(t, y, r)); !slices.Equal(whole, other) {
			t.Errorf("%+v: another history gives another order:\n%v\n%v", r, whole, other)
		}
		var pages []string
		r.Limit = 17
		for r.Offset = 0; r.Offset < len(whole); r.Offset += 17 {
			pages = append(pages, names(ask(t, x, r))...)
		}
		if !slices.Equal(pages, whole) {
			t.Errorf("%+v: pages\n%v\n%v", r, pages, whole)
		}
	}
}

func TestSuggest(t *testing.T) {
	x := library(t)
	for _, tt := range [][2]string{
		{"so", "agency Sở Y tế 2, agency Sở Giáo dục và Đào tạo 1, title Số hóa, làm sạch Cơ sở dữ liệu quốc gia về dân cư 1, title Làm sạch CSDLQG về DC theo Nghị định số 85/2016/NĐ-CP 1"},
		{"so giao d", "agency Sở Giáo dục và Đào tạo 1"},
		{"giáo dục", "agency Sở Giáo dục và Đào tạo 1"},
		{"sgddt", "agency Sở Giáo dục và Đào tạo 1"},
		{"kham chua b", "title Khám chữa bệnh sử dụng sinh trắc học, Kiosk tự phục vụ 1, title Khám chữa bệnh sử dụng thẻ CCCD và VNeID 1"},
		{"kio", "tool Kiosk 1, title Khám chữa bệnh sử dụng sinh trắc học, Kiosk tự phục vụ 1"},
		{"xyz", ""},
		{"", ""},
	} {
		found, err := x.Suggest(t.Context(), tt[0], 10)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range found {
			got = append(got, fmt.Sprint(s.Kind, " ", s.Text, " ", s.Count))
		}
		if strings.Join(got, ", ") != tt[1] {
			t.Errorf("suggest %q: %s, want %s", tt[0], strings.Join(got, ", "), tt[1])
		}
	}
}

// Names that are spelled in several ways are one, in the commonest spelling; those
// that begin with what was typed go before others.
func TestSuggestGathersSpellings(t *testing.T) {
	x := indexOf(t,
		onePlan("a", "Tổ giác tội phạm", "Tố giác tội phạm", "Qua VNeID: tố giác", "Qua VNeID: Tố giác", "Qua VNeID, tố giác", "Qua VNeID: tố giác"),
		onePlan("b", "Tố giác tội phạm"))
	found, err := x.Suggest(t.Context(), "to gi", 10)
	want := []Suggestion{{"title", "Tố giác tội phạm", 3}, {"title", "Qua VNeID: tố giác", 4}}
	if err != nil || !slices.Equal(found, want) {
		t.Errorf("%v, %v, want %v", found, err, want)
	}
}

func TestSimilar(t *testing.T) {
	x := library(t)
	r, err := x.Similar(t.Context(), "tq", 1, 5)
	if err != nil || len(r.Hits) == 0 || names(r)[0] != "la/1" || slices.Contains(names(r), "tq/1") {
		t.Errorf("like tq/1: %v, %v", r, err)
	}
	r, err = x.Similar(t.Context(), "la", 4, 5)
	if err != nil || len(r.Hits) == 0 || names(r)[0] != "tq/4" {
		t.Errorf("like la/4: %v, %v", r, err)
	}
	if _, err := x.Similar(t.Context(), "tq", 99, 5); !errors.Is(err, ErrNotFound) {
		t.Errorf("like a model that is not there: %v", err)
	}
}

func TestPassage(t *testing.T) {
	x := library(t)
	h := ask(t, x, Request{Query: "kiosk", Limit: 1}).Hits[0]
	p, err := x.Passage(t.Context(), h.ID, "kiosk")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range p.Parts {
		got = append(got, fmt.Sprint(s.Field, " ", s.Span.Line, " ", s.HTML))
	}
	want := []string{
		"title 5 Khám chữa bệnh sử dụng sinh trắc học, <mark>Kiosk</mark> tự phục vụ",
		"lead 7 Sở Y tế",
		"assignments 6 Sở Y tế tích hợp dữ liệu theo Quyết định số 06/QĐ-TTg; kết quả tích hợp dữ liệu được báo cáo",
		"timeline 9 2024-06-30",
		"tools 8 <mark>Kiosk</mark>",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if _, err := x.Passage(t.Context(), "nothing", ""); !errors.Is(err, ErrNotFound) {
		t.Errorf("a passage that is not there: %v", err)
	}
}
