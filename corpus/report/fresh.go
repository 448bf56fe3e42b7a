package report

import (
	"cmp"
	"slices"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Fresh is what there is to say of a plan that has just come in.
type Fresh struct {
	Plan      string
	Name      string
	Models    int
	Tasks     int
	Warnings  int
	Coverage  align.Coverage
	Others    int   // other plans that it was compared with
	Compared  int   // those of them that share a model with it
	LeadOdd   []int // numbers of models led by another agency than in most other plans
	TimeOdd   []int // numbers of models with another time than in most other plans
	OnlyHere  []int // numbers of models that no other plan has
	HasModels bool
}

// FreshOf compares the plan id with the others of an alignment; ok is false where the
// alignment does not have it.
func FreshOf(a *align.Alignment, id string) (f Fresh, ok bool) {
	p := slices.IndexFunc(a.Plans, func(x *plan.Extraction) bool { return x.Plan.ID == id })
	if p < 0 {
		return f, false
	}
	x := a.Plans[p]
	f = Fresh{Plan: id, Name: align.Name(x), Models: len(x.Models), Tasks: len(x.Tasks), Coverage: a.Coverage[p], HasModels: len(x.Models) > 0, Others: len(a.Plans) - 1}
	for _, d := range x.Diagnostics {
		if d.Severity != source.Info {
			f.Warnings++
		}
	}
	others := map[int]bool{}
	for _, r := range a.Rows {
		i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
		if i < 0 {
			continue
		}
		number := a.Model(r.Members[i]).Number
		if len(r.Members) == 1 {
			f.OnlyHere = append(f.OnlyHere, number)
		}
		for _, m := range r.Members {
			others[m.Plan] = true
		}
		if slices.Contains(a.Differences(r, align.ByLead).Odd, i) {
			f.LeadOdd = append(f.LeadOdd, number)
		}
		if slices.Contains(a.Differences(r, align.ByTimeline).Odd, i) {
			f.TimeOdd = append(f.TimeOdd, number)
		}
	}
	delete(others, p)
	f.Compared = len(others)
	for _, list := range []*[]int{&f.LeadOdd, &f.TimeOdd, &f.OnlyHere} {
		slices.SortFunc(*list, cmp.Compare)
		*list = slices.Compact(*list) // a merged model stands in two rows
	}
	return f, true
}
