package align

import (
	"cmp"
	"fmt"
	"slices"

	"kehoach/extract/plan"
)

func catalogueID(number int) string { return fmt.Sprintf("dm:%d", number) }

func modelKey(x *plan.Extraction, m *plan.Model) string {
	return fmt.Sprintf("%s#%d", x.Plan.ID, m.Number)
}

// alignment makes the outcome out of the places.
func (w *works) alignment(corrections []Correction) *Alignment {
	a := &Alignment{Catalogue: w.cat, Plans: w.plans, Corrections: corrections}
	members := map[*anchor][]Member{}
	for _, models := range w.models {
		for _, m := range models {
			for _, p := range m.places {
				members[p.anchor] = append(members[p.anchor], Member{Plan: m.plan, Model: m.index, Similarity: p.similarity,
					Why: p.why, Merged: p.merged, Doubtful: doubtful(p) && !confirmed(corrections, m, p)})
			}
		}
	}
	for _, an := range w.catalogue.anchors {
		if ms := members[an]; len(ms) > 0 {
			a.Rows = append(a.Rows, Row{ID: an.id, Entry: an.entry, Title: an.entry.Title, Group: an.entry.Group, Members: ms})
		}
	}
	for _, an := range w.sortedClusters() {
		if ms := members[an]; len(ms) > 0 {
			l := an.leader
			a.Rows = append(a.Rows, Row{ID: an.id, Title: l.source.Title, Group: groupTitle(w.plans[l.plan], l.source), Members: ms})
		}
	}
	w.weaker(a)
	a.Coverage = coverage(a)
	a.Doubts = w.doubts(corrections)
	return a
}

// sortedClusters orders the rows beyond the catalogue by their wording, so that a new
// row pushes in between and moves no other.
func (w *works) sortedClusters() []*anchor {
	list := slices.Clone(w.clusters.anchors)
	slices.SortStableFunc(list, func(a, b *anchor) int {
		return cmp.Or(cmp.Compare(a.leader.folded, b.leader.folded), cmp.Compare(a.id, b.id))
	})
	return list
}

func groupTitle(x *plan.Extraction, m *plan.Model) string {
	if m.Group != nil {
		for _, g := range x.Groups {
			if g.Label == *m.Group {
				return g.Title
			}
		}
	}
	return ""
}

func doubtful(p place) bool {
	if p.merged || p.similarity == 1 {
		return false
	}
	return p.similarity < sure || p.margin < narrow
}

// doubts lists the uncertain places, and the rows that a model came near to.
func (w *works) doubts(corrections []Correction) []Doubt {
	var out []Doubt
	add := func(m *model, a *anchor, similarity float64, placed bool, why ...string) {
		title := ""
		if a.entry != nil {
			title = a.entry.Title
		} else {
			title = a.leader.source.Title
		}
		out = append(out, Doubt{Plan: m.plan, Model: m.index, Row: a.id, RowTitle: title, Similarity: similarity, Placed: placed, Why: why})
	}
	for _, models := range w.models {
		for _, m := range models {
			for _, p := range m.places {
				if doubtful(p) && !confirmed(corrections, m, p) {
					add(m, p.anchor, p.similarity, true, p.why...)
					if p.second != nil && p.margin < narrow {
						add(m, p.second, round(p.similarity-p.margin), false, "gần bằng hàng đã chọn")
					}
				}
			}
			if len(m.places) == 1 && m.places[0].anchor.entry == nil {
				w.nearMiss(m, add)
			}
		}
	}
	return out
}

// nearMiss names the catalogue model, or the other row, that m nearly is.
func (w *works) nearMiss(m *model, add func(*model, *anchor, float64, bool, ...string)) {
	var best *anchor
	var v verdict
	for _, near := range []*nearby{w.catalogue, w.clusters} {
		for _, a := range near.find(m.title) {
			if a == m.places[0].anchor || w.refused(m, a) || a.leader != nil && a.leader.plan == m.plan {
				continue
			}
			if u := judge(m, a, 0); u.similarity > v.similarity {
				best, v = a, u
			}
		}
	}
	if best != nil && v.similarity >= suspect {
		add(m, best, v.similarity, false, v.why...)
	}
}

// weaker joins the tasks of plans without models to the rows whose work they are.
func (w *works) weaker(a *Alignment) {
	row := map[string]int{}
	for i, r := range a.Rows {
		row[r.ID] = i
	}
	for i, x := range w.plans {
		if len(x.Models) > 0 {
			continue
		}
		own, places := ownWords(x)
		for j, t := range x.Tasks {
			for _, an := range w.named(wordings.words(t.Text, own, places)) {
				share := an.share
				r, ok := row[an.id]
				if !ok {
					r = len(a.Rows)
					row[an.id] = r
					a.Rows = append(a.Rows, Row{ID: an.id, Entry: an.entry, Title: an.entry.Title, Group: an.entry.Group})
				}
				a.Rows[r].Weaker = append(a.Rows[r].Weaker, Weaker{Plan: i, Task: j, Similarity: share,
					Why: []string{"nhiệm vụ nhắc " + percent(share) + " tên mô hình"}})
			}
		}
	}
	order := map[string]int{}
	for i, an := range w.catalogue.anchors {
		order[an.id] = i
	}
	slices.SortStableFunc(a.Rows, func(x, y Row) int {
		i, known := order[x.ID]
		j, known2 := order[y.ID]
		switch {
		case known && known2:
			return cmp.Compare(i, j)
		case known:
			return -1
		case known2:
			return 1
		}
		return 0
	})
}

const taskShare = 0.65 // so much of a model's title, its brackets aside, must stand in a task

// mention is an anchor whose title a text holds.
type mention struct {
	*anchor
	share float64
}

// named returns the anchors that a task's text mentions. Single words of a title are
// all over a long text, so only words in a row count, and what the title begins with
// must be there: "truyền thông nội bộ cho cán bộ, công chức" is not any work with cán bộ.
func (w *works) named(words []word) []mention {
	var out []mention
	text, pairs := w.vocab.features(words), w.vocab.pairs(words)
	for _, near := range []*nearby{w.catalogue, w.clusters} {
		for _, an := range near.find(text) {
			title := w.titleOf(an)
			if share := round(w.vocab.pairs(title).within(pairs)); share >= taskShare && w.vocab.headOf(title).shared(pairs) > 0 {
				out = append(out, mention{an, share})
			}
		}
	}
	return out
}

// titleOf returns the words of an anchor's title, its brackets aside.
func (w *works) titleOf(a *anchor) []word {
	if a.leader == nil {
		return wordings.words(withoutAsides(a.entry.Title), nil, nil)
	}
	own, places := ownWords(w.plans[a.leader.plan])
	return wordings.words(withoutAsides(a.leader.source.Title), own, places)
}

// Label names a model of a plan for a person: "Mô hình 12".
func Label(m *plan.Model) string { return fmt.Sprintf("Mô hình %d", m.Number) }

// Name is what to call a plan in a heading: its place, or its number, or its file.
func Name(x *plan.Extraction) string {
	l := x.Plan.Locality
	for _, p := range []*string{l.Commune, l.District, l.Province} {
		if p != nil {
			return *p
		}
	}
	if x.Plan.Number != nil {
		return *x.Plan.Number
	}
	return x.Source.Name
}
