package align

import (
	"cmp"
	"slices"
)

// What a title must hold of a second anchor before the plan is said to merge two.
const (
	mergeWhole = 0.78 // of the whole title of each
	mergeOwn   = 0.75 // of what the one says and the other does not
	mergeLeast = 0.30 // so much of each title must be its own
	mergeSays  = 3.0  // and so much weight must that be: some four telling words
)

// merge looks for models of one plan that take in a second anchor, which no other model
// of the plan has: "MOOC … và đào tạo, tập huấn an ninh" is two of the national list.
func (w *works) merge(models []*model) {
	taken := map[*anchor]bool{}
	for _, m := range models {
		for _, p := range m.places {
			taken[p.anchor] = true
		}
	}
	type find struct {
		m *model
		a *anchor
		v float64
	}
	var finds []find
	for _, m := range models {
		if len(m.places) != 1 {
			continue
		}
		for _, near := range []*nearby{w.catalogue, w.clusters} {
			for _, a := range near.find(m.title) {
				if !taken[a] && !w.refused(m, a) && merges(m.title, m.places[0].anchor.title, a.title) {
					finds = append(finds, find{m, a, a.title.within(m.title)})
				}
			}
		}
	}
	slices.SortStableFunc(finds, func(x, y find) int {
		return cmp.Or(cmp.Compare(y.v, x.v), cmp.Compare(x.m.index, y.m.index), cmp.Compare(x.a.order, y.a.order))
	})
	for _, f := range finds {
		if taken[f.a] || len(f.m.places) != 1 {
			continue
		}
		taken[f.a] = true
		first := &f.m.places[0]
		first.merged = true
		first.why = append(first.why, "mô hình này gộp hai mô hình")
		f.m.places = append(f.m.places, place{anchor: f.a, similarity: round(f.v), merged: true, margin: 1,
			why: []string{"tên chứa " + percent(f.v) + " tên của hàng", "mô hình này gộp hai mô hình"}})
	}
}

// merges reports whether title holds both a and b, each with what is its own.
func merges(title, a, b features) bool {
	if a.within(title) < mergeWhole || b.within(title) < mergeWhole {
		return false
	}
	ownA, ownB := a.without(b), b.without(a)
	return ownA.total >= mergeLeast*a.total && ownB.total >= mergeLeast*b.total &&
		min(ownA.total, ownB.total) >= mergeSays &&
		ownA.within(title) >= mergeOwn && ownB.within(title) >= mergeOwn
}
