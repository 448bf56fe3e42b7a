package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

func ptr[T any](v T) *T { return &v }

func agencies(names ...string) []plan.Agency {
	var out []plan.Agency
	for _, n := range names {
		out = append(out, plan.Agency{Name: n, Canonical: n})
	}
	return out
}

func deadline(text, end string) *plan.Timeline {
	return &plan.Timeline{Text: text, Kind: plan.Deadline, End: ptr(plan.Date(end))}
}

// province makes a plan of three models; tests change it.
func province() *plan.Extraction {
	x := &plan.Extraction{Schema: plan.Schema}
	x.Plan.ID, x.Plan.Locality.Province = "tinh", ptr("Một")
	x.Plan.Abbreviations = map[string]string{"STP": "Sở Tư pháp"}
	x.Groups = []plan.Group{{Label: "II.1", Title: "Nhóm công dân số"}}
	x.Models = []plan.Model{
		{Number: 1, Title: "Triển khai tố giác tội phạm qua ứng dụng VNeID", Group: ptr("II.1"), Objective: ptr("An toàn"), Lead: agencies("Công an tỉnh Một"),
			Cooperating: agencies("Sở Tư pháp"), Timeline: deadline("30/12/2023", "2023-12-30"), Tools: []plan.Tool{{Name: "VNeID", Canonical: "VNeID"}},
			Assignments: []plan.Assignment{{Actors: agencies("Công an tỉnh"), Role: plan.Lead, Text: "Công an tỉnh chủ trì"}},
			Span:        source.Span{Page: 1, Line: 3, EndLine: 9, Start: 0, End: 10}},
		{Number: 2, Title: "Phân tích tình hình dân cư", Lead: agencies("Sở Thông tin và Truyền thông"), Timeline: deadline("Quý I/2024", "2024-Q1")},
		{Number: 3, Title: "Chợ 4.0 thanh toán bằng ví điện tử", Timeline: &plan.Timeline{Text: "sau khi có hướng dẫn", Kind: plan.Conditional, WaitsOn: []string{"Bộ Công an"}}},
	}
	x.Responsibilities = []plan.Responsibility{{Agency: "Sở Tư pháp", Section: "IV.2", Items: []string{"Làm một", "Làm hai"}}}
	return x
}

func TestSelect(t *testing.T) {
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	tests := []struct {
		f    Filter
		want []int
	}{
		{Filter{}, []int{1, 2, 3}},
		{Filter{Agencies: []string{"tu phap"}}, []int{1}},
		{Filter{Agencies: []string{"Sở thông tin", "công an"}}, []int{1, 2}},
		{Filter{Tools: []string{"vneid"}}, []int{1}},
		{Filter{Groups: []string{"II.1"}}, []int{1}},
		{Filter{Groups: []string{"cong dan so"}}, []int{1}},
		{Filter{From: day("2024-01-01")}, []int{2}},
		{Filter{To: day("2023-12-31")}, []int{1}},
		{Filter{From: day("2024-02-01"), To: day("2024-02-15")}, []int{2}}, // the quarter holds those days
		{Filter{From: day("2025-01-01")}, nil},
	}
	for _, tt := range tests {
		x := province()
		x.Appendix = []plan.AppendixRow{{Number: 1}, {Number: 2}, {Number: 3}}
		x.Conflicts = []plan.Conflict{{Model: 1}, {Model: 2}, {Model: 3}}
		full := align.Align([]*plan.Extraction{x}, align.National, nil)
		a := Select(full, tt.f)
		var got []int
		for _, m := range a.Plans[0].Models {
			got = append(got, m.Number)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v: models %v, want %v", tt.f.Words(), got, tt.want)
		}
		if y := a.Plans[0]; len(y.Appendix) != len(tt.want) || len(y.Conflicts) != len(tt.want) || len(x.Conflicts) != 3 {
			t.Errorf("%v: %d appendix rows, %d conflicts", tt.f.Words(), len(y.Appendix), len(y.Conflicts))
		}
		stand := 0
		for _, r := range a.Rows {
			for _, m := range r.Members {
				stand++
				if r.Entry != nil && r.Entry.Number == 30 && a.Model(m).Number != 1 {
					t.Errorf("%v: row 30 holds model %d", tt.f.Words(), a.Model(m).Number)
				}
			}
		}
		if stand != len(tt.want) {
			t.Errorf("%v: %d members, want %d", tt.f.Words(), stand, len(tt.want))
		}
		if got, want := a.Coverage[0].Takes, full.Coverage[0].Takes; !slices.Equal(got, want) {
			t.Errorf("%v: the coverage changed", tt.f.Words())
		}
	}
}

// TestSelectAnnexOfTasks holds that the rows of an annex that details no model are kept by
// what they say themselves.
func TestSelectAnnexOfTasks(t *testing.T) {
	x := &plan.Extraction{Schema: plan.Schema, Tasks: []plan.Task{{ID: "1", Text: "Việc", Lead: agencies("Sở Tư pháp")}}}
	x.Appendix = []plan.AppendixRow{
		{Number: 1, Title: "Một", Lead: agencies("Sở Tư pháp")},
		{Number: 2, Title: "Hai", Lead: agencies("Sở Y tế"), Timeline: deadline("30/12/2023", "2023-12-30"), Tools: ptr("VNeID")},
	}
	a := align.Align([]*plan.Extraction{x}, align.National, nil)
	for _, tt := range []struct {
		f    Filter
		want []string
	}{
		{Filter{Agencies: []string{"tu phap"}}, []string{"Một"}},
		{Filter{Tools: []string{"vneid"}}, []string{"Hai"}},
		{Filter{To: time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC)}, []string{"Hai"}},
		{Filter{Groups: []string{"II"}}, nil},
	} {
		var got []string
		for _, r := range Select(a, tt.f).Plans[0].Appendix {
			got = append(got, r.Title)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v: rows %v, want %v", tt.f.Words(), got, tt.want)
		}
	}
}

func TestAgenda(t *testing.T) {
	x := province()
	x.Tasks = []plan.Task{{ID: "III.1", Text: "Việc", Timeline: &plan.Timeline{Kind: plan.Recurring, Text: "thường xuyên"}}}
	for _, tt := range []struct {
		on   string
		want []string
	}{
		{"2023-12-30", []string{"quý này (Quý IV/2023): 1", "quý tới (Quý I/2024): 2", "Thường xuyên: III.1", "Chờ điều kiện: 3"}},
		{"2023-12-31", []string{"Đã qua hạn: 1", "quý tới (Quý I/2024): 2", "Thường xuyên: III.1", "Chờ điều kiện: 3"}},
		{"2024-03-31", []string{"Đã qua hạn: 1", "quý này (Quý I/2024): 2", "Thường xuyên: III.1", "Chờ điều kiện: 3"}},
		{"2024-04-01", []string{"Đã qua hạn: 1 2", "Thường xuyên: III.1", "Chờ điều kiện: 3"}},
		{"2023-01-01", []string{"Đến hạn sau đó: 1 2", "Thường xuyên: III.1", "Chờ điều kiện: 3"}},
	} {
		on, _ := time.Parse(time.DateOnly, tt.on)
		var got []string
		for _, p := range Agenda([]*plan.Extraction{x}, Filter{}, on) {
			var numbers []string
			for _, it := range p.Items {
				numbers = append(numbers, it.Number)
			}
			name := strings.NewReplacer(" (kế hoạch không cho biết đã xong hay chưa)", "", "Còn hạn trong ", "", "Đến hạn quý tới", "quý tới").Replace(p.Name)
			got = append(got, name+": "+strings.Join(numbers, " "))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("on %s:\n got %q\nwant %q", tt.on, got, tt.want)
		}
	}
	parts := Agenda([]*plan.Extraction{x}, Filter{Agencies: []string{"công an"}}, time.Date(2023, 12, 1, 12, 0, 0, 0, time.UTC))
	if len(parts) != 1 || len(parts[0].Items) != 1 || parts[0].Items[0].Days != 29 {
		t.Errorf("of the police alone: %+v", parts)
	}
}

func TestAgency(t *testing.T) {
	plans := []*plan.Extraction{province()}
	for name, want := range map[string]string{
		"Công an tỉnh": "[1:lead 1:lead]", // the field and the duty
		"cong an":      "[1:lead 1:lead]",
		"STP":          "[1:cooperate IV.2:responsible IV.2:responsible]",
		"Sở Tư pháp":   "[1:cooperate IV.2:responsible IV.2:responsible]",
		"Sở Y tế":      "[]",
	} {
		got := []string{}
		for _, p := range Agency(plans, name).Plans {
			for _, d := range p.Duties {
				got = append(got, d.Number+":"+d.Role)
			}
		}
		if fmt.Sprint(got) != want {
			t.Errorf("%s: %v, want %s", name, got, want)
		}
	}
	if o := Agency(plans, "công an tỉnh"); !slices.Equal(o.Names, []string{"Công an tỉnh", "Công an tỉnh Một"}) {
		t.Errorf("names %q", o.Names)
	}
}

func TestAudit(t *testing.T) {
	x := province()
	x.Conflicts = []plan.Conflict{{Model: 1, Field: "timeline", Body: "30/12/2023", Appendix: "30/10/2023"}}
	x.Appendix = []plan.AppendixRow{{Number: 1, Span: source.Span{Page: 2, Line: 7, EndLine: 7, Start: 11, End: 20}}}
	x.Diagnostics = []source.Diagnostic{
		{Code: "count-mismatch", Severity: source.Warning, Message: "khai 20, đọc được 19", Where: "II.2", Span: &source.Span{Page: 1, Line: 1, EndLine: 1, End: 5}},
		{Code: "odd-date", Severity: source.Warning, Message: "ngày lạ"},
		{Code: "appendix-conflict", Severity: source.Warning, Message: "như trên", Where: "Mô hình 1"}, // said by the conflict already
	}
	var got []string
	themes := Audit(x, "Nhóm (20\nmô hình) khác nhau")
	for _, th := range themes {
		got = append(got, fmt.Sprintf("%s: %d", th.Name, len(th.Findings)))
	}
	want := []string{themeConflicts + ": 1", themeCounts + ": 1", themeErrors + ": 1", themeGaps + ": 4"}
	if !slices.Equal(got, want) {
		t.Fatalf("themes %q, want %q", got, want)
	}
	c := themes[0].Findings[0]
	if len(c.Quotes) != 2 || c.Quotes[0].Span.Line != 3 || Place(c.Quotes[1].Span) != "tr. 2, dòng 7" {
		t.Errorf("a conflict quotes %+v", c.Quotes)
	}
	if len(Audit(&plan.Extraction{}, "")) != 0 {
		t.Error("nothing has faults")
	}
}

func TestDiff(t *testing.T) {
	if d := Diff(province(), province(), align.National); len(d) != 0 {
		t.Errorf("a plan differs from itself: %+v", d)
	}
	b := province()
	b.Plan.Number = ptr("2/KH")
	b.Groups = append(b.Groups, plan.Group{Label: "II.2", Title: "Nhóm khác"})
	b.Models[0].Number, b.Models[0].Title = 9, "Tố giác tội phạm qua VNeID và tổng đài"
	b.Models[0].Group = ptr("II.2")
	b.Models[0].Cooperating = agencies("Sở Y tế")
	b.Models[0].Timeline = deadline("30/11/2023", "2023-11-30")
	b.Models[0].Tools = nil
	b.Models = append(b.Models[:2:2], plan.Model{Number: 10, Title: "Bãi đỗ xe thông minh"})
	var got []string
	for _, c := range Diff(province(), b, align.National) {
		got = append(got, fmt.Sprintf("%s %s -%v +%v", c.Kind, c.Field, c.Lost, c.Gained))
	}
	want := []string{
		"changed plan.number -[] +[]", "lost  -[] +[]", "gained  -[] +[]", "renumbered number -[] +[]", "reworded title -[] +[]", "moved group -[] +[]",
		"changed timeline -[] +[]", "changed cooperating -[Sở Tư pháp] +[Sở Y tế]", "changed tools -[VNeID] +[]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFlat(t *testing.T) {
	x := province()
	x.Models[0].Title = "=1+1"
	x.Models[1].Objective = ptr("@x, \"y\"\nz")
	a := align.Align([]*plan.Extraction{x}, align.National, nil)
	var b bytes.Buffer
	if err := WriteCSV(&b, a); err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(b.String(), byteOrderMark)
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if !ok || err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if rows[1][4] != "'=1+1" || rows[2][7] != "'@x, \"y\"\nz" {
		t.Errorf("formulas are not guarded: %q, %q", rows[1][4], rows[2][7])
	}
	b.Reset()
	if err := WriteNDJSON(&b, a); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		var r record
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Model == nil || len(r.Rows) == 0 {
			t.Errorf("%s: %v", line, err)
		}
	}
	b.Reset()
	if err := WriteJSON(&b, a); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("json: %v", err)
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		list []int
		want string
	}{{nil, ""}, {[]int{3}, "3"}, {[]int{2, 1}, "1, 2"}, {[]int{1, 2, 3, 7, 9, 10, 11}, "1–3, 7, 9–11"}} {
		if got := Numbers(tt.list); got != tt.want {
			t.Errorf("Numbers(%v) = %q, want %q", tt.list, got, tt.want)
		}
	}
}

// TestDiffByAppendix holds that a lead and a time that only the appendix gives are no gap.
func TestDiffByAppendix(t *testing.T) {
	a, b := province(), province()
	b.Appendix = []plan.AppendixRow{{Number: 1, Lead: b.Models[0].Lead, Cooperating: b.Models[0].Cooperating, Timeline: deadline("30/11/2023", "2023-11-30"),
		Span: source.Span{Page: 9, Line: 1, EndLine: 1}}}
	b.Appendix[0].Timeline.Span = source.Span{Page: 9, Line: 1, EndLine: 1}
	b.Models[0].Lead, b.Models[0].Cooperating, b.Models[0].Timeline = nil, nil, nil
	var got []string
	for _, c := range Diff(a, b, align.National) {
		got = append(got, fmt.Sprintf("%s %s: %s, %s", c.Kind, c.Field, c.After, Place(c.SpanB)))
	}
	if want := []string{"changed timeline: 30/11/2023, tr. 9, dòng 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
