package index

import (
	"context"
	"slices"
	"testing"

	"kehoach/extract/plan"
	"kehoach/index/query"
)

// headed is a plan whose responsibilities have these headings.
func headed(headings ...string) *plan.Extraction {
	x := onePlan("p", "khám bệnh")
	agency := func(name, canonical string) plan.Agency { return plan.Agency{Name: name, Canonical: canonical} }
	x.Models[0].Lead = []plan.Agency{agency("Công an tỉnh", "Công an tỉnh Long An"), agency("Công an", "Công an tỉnh Long An")}
	x.Models[0].Cooperating = []plan.Agency{agency("Công an", "Công an huyện Đức Hòa")}
	for _, h := range headings {
		x.Responsibilities = append(x.Responsibilities, plan.Responsibility{Agency: h, Items: []string{"báo cáo"}})
	}
	return x
}

func TestBodies(t *testing.T) {
	b := builder{x: headed(), full: fullNames(headed())}
	for _, tt := range []struct {
		heading string
		want    []string
	}{
		{"Sở Y tế", []string{"Sở Y tế"}},
		{"Công an tỉnh, Sở Y tế", []string{"Công an tỉnh Long An", "Sở Y tế"}},
		{"Phòng Y tế, Trung tâm Y tế huyện", []string{"Phòng Y tế", "Trung tâm Y tế huyện"}},
		{"Sở Văn hóa, Thể thao và Du lịch", []string{"Sở Văn hóa, Thể thao và Du lịch"}},
		{"Các sở, ban, ngành; UBND các huyện, thị xã, thành phố", []string{"Các sở, ban, ngành", "UBND các huyện, thị xã, thành phố"}},
		{"Công an", []string{"Công an"}}, // of two bodies that the plan calls so
		{"", []string{""}},
	} {
		if got := b.bodies(tt.heading); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.heading, got, tt.want)
		}
	}
}

// Of a heading that names several bodies each is counted and suggested by itself.
func TestBodiesOfHeadings(t *testing.T) {
	x := indexOf(t, headed("Công an tỉnh, Sở Y tế", "Sở Y tế"))
	r := ask(t, x, Request{Query: "loai:responsibility", Facets: []string{query.Agency}})
	if want := []FacetValue{{"Sở Y tế", 2}, {"Công an tỉnh Long An", 1}}; !slices.Equal(r.Facets[query.Agency], want) {
		t.Errorf("facet: %v, want %v", r.Facets[query.Agency], want)
	}
	got, err := x.Suggest(context.Background(), "so y", 10)
	if want := []Suggestion{{"agency", "Sở Y tế", 2}}; err != nil || !slices.Equal(got, want) {
		t.Errorf("suggested: %v, %v; want %v", got, err, want)
	}
}
