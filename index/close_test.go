package index

import (
	"slices"
	"testing"

	"kehoach/index/query"
)

// What has the words of a query in one stretch goes before what has them strewn.
func TestClose(t *testing.T) {
	x := indexOf(t, newPlan("p", `
		title: Kế hoạch
		model 1: Giáo viên
		assignment: Nâng cao đời sống cho giáo viên; ký kết hợp đồng
		assignment: Số hóa hồ sơ
		assignment: Gửi cho trường những chữ còn sai
		model 2: Trách nhiệm của phòng
		assignment: Cấp chữ ký số cho đội ngũ giáo viên trên toàn huyện`))
	if got := find(t, x, "chu ky so cho giao vien"); !slices.Equal(got, []string{"p/2", "p/1"}) {
		t.Errorf("found %v", got)
	}
}

func TestCloseness(t *testing.T) {
	x := indexOf(t, onePlan("p", "a b c d dich vu cong"))
	k, err := x.newCloseness(query.Close{Words: 4, Ways: []query.Way{
		{Said: []string{"a"}, From: 0, End: 1},
		{Said: []string{"b"}, From: 1, End: 2},
		{Said: []string{"c"}, From: 2, End: 3},
		{Said: []string{"dvc"}, From: 3, End: 4},
		{Said: []string{"dich", "vu", "cong"}, From: 3, End: 4},
	}})
	if err != nil {
		t.Fatal(err)
	}
	k.width, k.total = 5, 4
	for i := range k.worth {
		k.worth[i] = 1
	}
	for _, tt := range []struct {
		text         string
		best, second float64
	}{
		{"", 0, 0},
		{"x a b c dvc x", 1, 0},
		{"a b x c dvc", 1, 0},
		{"b a c dvc", 1, 0},
		{"x", 0, 0},
		{"A x b", 0.5, 0},
		{"a b c", 0.75, 0},
		{"a a a", 0.25, 0},
		{"a x x x x b", 0.25, 0},               // six words
		{"dịch vụ công x a", 0.5, 0},           // five
		{"dịch vụ công x x a", 0.25, 0},        // six
		{"x dịch vụ", 0, 0},                    // a part of a way says nothing
		{"a b" + breakText + "c", 0.5, 0.25},   // parts are apart
		{"a x x x b x x c x a b", 0.75, 0},     // the best stretch
		{"c" + breakText + "a dvc", 0.5, 0.25}, // the best parts
		{"a" + breakText + "a b" + breakText + "x" + breakText + "c dvc a", 0.75, 0.5},
	} {
		if k.read([]byte(tt.text)); k.best != tt.best || k.second != tt.second {
			t.Errorf("%q: %v and %v, want %v and %v", tt.text, k.best, k.second, tt.best, tt.second)
		}
	}
	for text, want := range map[string]bool{
		"x a b c dvc x": true, "a b c dịch vụ công": true, "a b x c dvc": false, "b a c dvc": false, "a b c": false, "": false,
	} {
		if k.read([]byte(text)); k.whole != want {
			t.Errorf("%q: whole %v, want %v", text, k.whole, want)
		}
	}
}

func BenchmarkCloseness(b *testing.B) {
	x := indexOf(b, samplePlans(b)...)
	k, err := x.newCloseness(query.Close{Words: 2, Ways: []query.Way{{Said: []string{"chu"}, End: 1}, {Said: []string{"tri"}, From: 1, End: 2}}})
	if err != nil {
		b.Fatal(err)
	}
	var texts [][]byte
	for _, d := range documents(samplePlans(b)[2]) {
		for _, p := range d.parts {
			texts = append(texts, []byte(p.Text))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range texts {
			k.read(t)
		}
	}
}
