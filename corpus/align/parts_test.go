package align

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kehoach/extract/plan"
)

// TestWordings holds that each wording is read, once, and that what it stands for is
// not itself replaced by something else.
func TestWordings(t *testing.T) {
	for first, list := range wordings.replace {
		for _, p := range list {
			if p.from[0] != first {
				t.Errorf("%v filed under %q", p.from, first)
			}
			if again := replaceAll(p.to, wordings.replace); !slices.Equal(again, p.to) {
				t.Errorf("%v becomes %v, which becomes %v", p.from, p.to, again)
			}
		}
	}
	seen := map[string]bool{}
	for line := range strings.Lines(wordingsText) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 4 {
			if seen[f[0]+f[1]] {
				t.Errorf("%s %s stands twice", f[0], f[1])
			}
			seen[f[0]+f[1]] = true
			if f[3] == "" {
				t.Errorf("%s %s has no origin", f[0], f[1])
			}
		}
	}
	for _, bad := range []string{"same\ta\tb", "perhaps\ta\tb\tc"} {
		if _, err := parseWordings(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
}

func TestWords(t *testing.T) {
	own := phrases{}
	own.add([]string{"ioc"}, []string{"trung", "tam", "dieu", "hanh", "ioc"})
	tests := []struct{ title, want string }{
		{"Khám, chữa bệnh tại BỆNH VIỆN", "kham chua benh co so kham chua benh"},
		{"Cơ sở có điều kiện", "co so dieu kien"}, // "có" is a stop word, "cơ" is not
		{"CSDLQG về DC", "co so du lieu quoc gia dan cu"},
		{"thẻ CCCD gắn chip", "can cuoc cong dan gan chip"},
		{"IOC tỉnh", "trung tam dieu hanh ioc tinh"},
		{"", ""},
		{"((", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, w := range wordings.words(tt.title, own, nil) {
			got = append(got, w.text)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("words(%q) = %q, want %q", tt.title, strings.Join(got, " "), tt.want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, e := range National.Entries {
		f.Add(e.Title)
	}
	f.Add("a (b) c) (d")
	v := newVocabulary(National)
	f.Fuzz(func(t *testing.T, title string) {
		x := v.features(wordings.words(title, nil, nil))
		if s := titleSimilarity(x, x); len(x.list) > 0 && (s < 0.999 || s > 1.001) {
			t.Errorf("%q is like itself by %v", title, s)
		}
		withoutAsides(title)
	})
}

// TestAssign compares with every possible assignment.
func TestAssign(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		var edges []edge
		for i := range 5 {
			for j := range 5 {
				if rnd.IntN(2) == 0 {
					edges = append(edges, edge{i, j, float64(1+rnd.IntN(9)) / 10})
				}
			}
		}
		got := 0.0
		items, anchors := map[int]bool{}, map[int]bool{}
		for _, e := range assign(edges) {
			if items[e.item] || anchors[e.anchor] {
				t.Fatalf("%v: item or anchor twice", assign(edges))
			}
			items[e.item], anchors[e.anchor] = true, true
			got += e.worth
		}
		if want := bestByHand(edges, 0, map[int]bool{}); got < want-1e-9 || got > want+1e-9 {
			t.Fatalf("assign(%v) is worth %v, best is %v", edges, got, want)
		}
	}
}

// bestByHand tries everything for the items from item on.
func bestByHand(edges []edge, item int, taken map[int]bool) float64 {
	if item == 5 {
		return 0
	}
	best := bestByHand(edges, item+1, taken)
	for _, e := range edges {
		if e.item == item && !taken[e.anchor] {
			taken[e.anchor] = true
			best = max(best, e.worth+bestByHand(edges, item+1, taken))
			delete(taken, e.anchor)
		}
	}
	return best
}

func planOf(id string, titles ...string) *plan.Extraction {
	x := newPlan(id)
	for i, title := range titles {
		x.Models = append(x.Models, plan.Model{Number: i + 1, Title: title})
	}
	return x
}

func TestCorrections(t *testing.T) {
	plans := func() []*plan.Extraction {
		return []*plan.Extraction{
			planOf("a", "Triển khai tố giác tội phạm qua ứng dụng VNeID", "Chợ 4.0 thanh toán bằng ví điện tử"),
			planOf("b", "Tố giác tội phạm", "Chợ số dùng ví điện tử"),
			planOf("c", "Chợ 4.0 thanh toán bằng ví điện tử", "Phân tích tình hình dân cư"),
		}
	}
	tests := []struct {
		name        string
		corrections []Correction
		key         string
		want        []string
	}{
		{"none", nil, "b#1", []string{"dm:30"}},
		{"refused", []Correction{{Plan: "b", Model: 1, Row: "30"}}, "b#1", []string{"b#1"}},
		{"confirmed elsewhere", []Correction{{Plan: "b", Model: 1, Row: "dm:31", Same: true}}, "b#1", []string{"dm:31"}},
		{"two confirmed are a merge", []Correction{{Plan: "b", Model: 1, Row: "30", Same: true}, {Plan: "b", Model: 1, Row: "31", Same: true}}, "b#1", []string{"dm:30", "dm:31"}},
		{"another model confirmed", []Correction{{Plan: "b", Model: 2, Row: "a#2", Same: true}}, "b#2", []string{"a#2"}},
		{"another model refused", []Correction{{Plan: "c", Model: 1, Row: "a#2"}}, "c#1", []string{"c#1"}},
		{"the model a row stands for", []Correction{{Plan: "a", Model: 2, Row: "c#1"}}, "a#2", []string{"a#2"}},
		{"nothing of that name", []Correction{{Plan: "z", Model: 9, Row: "q#7", Same: true}}, "b#1", []string{"dm:30"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := rowsOf(Align(plans(), National, tt.corrections))
			if !slices.Equal(got[tt.key], tt.want) {
				t.Errorf("%s stands in %v, want %v (all: %v)", tt.key, got[tt.key], tt.want, got)
			}
		})
	}
}

func TestParseCatalogue(t *testing.T) {
	if n := len(National.Entries); n != 44 || National.Version == "" {
		t.Errorf("the national list has %d entries, version %q", n, National.Version)
	}
	for _, e := range National.Entries {
		if (e.Title == "") != (e.Number == 23) || e.Confidence == "" || e.Source == "" {
			t.Errorf("entry %+v", e)
		}
	}
	c, err := ParseCatalogue("\ufeff# version: x/1\nnumber,title,note\n7,\"Một, hai\",z\n")
	if err != nil || c.Version != "x/1" || len(c.Entries) != 1 || c.Entries[0].Title != "Một, hai" {
		t.Errorf("got %+v, %v", c, err)
	}
	for _, bad := range []string{"title\nx\n", "number,title\nx,y\n", "number,title\n1,a\n1,b\n", "number,title\n1,\"a\n"} {
		if _, err := ParseCatalogue(bad); err == nil {
			t.Errorf("%q is read", bad)
		}
	}
	if a := Align([]*plan.Extraction{planOf("a", "Chợ", "Chợ")}, &Catalogue{}, nil); len(a.Rows) != 2 {
		t.Errorf("without a catalogue: %d rows, want 2", len(a.Rows))
	}
}

func TestAgencyKey(t *testing.T) {
	province, commune := "Tuyên Quang", "Hưng Chính"
	l := plan.Locality{Province: &province, Commune: &commune}
	same := [][2]string{
		{"Công an tỉnh Tuyên Quang", "Công an tỉnh"},
		{"Sở Văn hóa - Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"},
		{"UBND tỉnh", "Ủy ban nhân dân tỉnh"},
		{"Ngân hàng Nhà nước Việt Nam chi nhánh Tuyên Quang", "Ngân hàng Nhà nước chi nhánh tỉnh Tuyên Quang"},
	}
	for _, p := range same {
		if a, b := AgencyKey(plan.Agency{Name: p[0]}, l), AgencyKey(plan.Agency{Name: p[1]}, l); a != b {
			t.Errorf("%q and %q: keys %q and %q", p[0], p[1], a, b)
		}
	}
	a, b := plan.Agency{Name: "Công an tỉnh"}, plan.Agency{Name: "x", Canonical: "Công an xã Hưng Chính"}
	if AgencyKey(a, l) == AgencyKey(b, l) || FieldKey(a, l) != FieldKey(b, l) {
		t.Error("the police of the province and of the commune: other agencies of one line of work")
	}
	if got := AgencyName(b, l); got != "Công an xã" {
		t.Errorf("AgencyName = %q", got)
	}
}

func TestDifferences(t *testing.T) {
	date := func(s string) *plan.Date { d := plan.Date(s); return &d }
	a := &Alignment{Plans: []*plan.Extraction{planOf("a", "x"), planOf("b", "x"), planOf("c", "x")}}
	row := Row{Members: []Member{{Plan: 0}, {Plan: 1}, {Plan: 2}}}
	lead := func(names ...string) {
		for i, n := range names {
			a.Plans[i].Models[0].Lead = nil
			if n != "" {
				a.Plans[i].Models[0].Lead = []plan.Agency{{Name: n}}
			}
		}
	}
	check := func(by Aspect, want Verdict, odd ...int) {
		t.Helper()
		if d := a.Differences(row, by); d.Verdict != want || !slices.Equal(d.Odd, odd) {
			t.Errorf("%s: %+v, want %s %v", by, d, want, odd)
		}
	}
	lead("", "", "Sở Y tế")
	check(ByLead, Alone)
	lead("Sở Y tế", "", "SỞ Y TẾ")
	check(ByLead, Agree)
	lead("Sở Y tế", "Sở Tư pháp", "Sở Y tế")
	check(ByLead, Differ, 1)
	lead("Công an xã", "Công an tỉnh", "")
	check(ByLead, Levels, 0, 1)
	for i, end := range []string{"2023-12", "2023-12", "2023-12-30"} {
		a.Plans[i].Models[0].Timeline = &plan.Timeline{Kind: plan.Deadline, End: date(end)}
	}
	check(ByTimeline, Differ, 2)
	check(ByTools, Alone)
}
