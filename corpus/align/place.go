package align

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// place assigns the models of one plan that have no place yet to anchors of near, one
// to one, from least similarity on.
func (w *works) place(models []*model, near *nearby, least float64) {
	w.assignAll(models, near, least, func(*model, *anchor) float64 { return 0 })
}

// placeAgain places the plan a second time, now that it is known where most models
// stand: those beside a model tell which of two like anchors it is.
func (w *works) placeAgain(models []*model) {
	order := make([]int, len(models)) // the order of the anchor of each model, or -1
	for i, m := range models {
		order[i] = -1
		if len(m.places) > 0 && m.places[0].similarity >= sure {
			order[i] = m.places[0].anchor.order
		}
	}
	beside := func(m *model, a *anchor) float64 {
		fits := 0.0
		if i := m.index - 1; i >= 0 && order[i] >= 0 && a.order > order[i] && a.order-order[i] <= 2 {
			fits += 0.5
		}
		if i := m.index + 1; i < len(order) && order[i] > a.order && order[i]-a.order <= 2 {
			fits += 0.5
		}
		return fits
	}
	for _, m := range models {
		m.places = nil
	}
	w.assignAll(models, w.catalogue, accept, beside)
}

// option is an anchor that a model may be.
type option struct {
	anchor int // in the list of the plan's anchors
	verdict
}

func (w *works) assignAll(models []*model, near *nearby, least float64, beside func(*model, *anchor) float64) {
	taken := map[*anchor]bool{}
	for _, m := range models {
		if len(m.places) == 0 {
			w.force(m, near)
		}
		for _, p := range m.places {
			taken[p.anchor] = true
		}
	}
	var anchors []*anchor
	number := map[*anchor]int{}
	options := make([][]option, len(models))
	var edges []edge
	for i, m := range models {
		if len(m.places) > 0 {
			continue
		}
		for _, a := range near.candidates(m) {
			if taken[a] || w.refused(m, a) {
				continue
			}
			v := judge(m, a, beside(m, a))
			if v.similarity < least {
				continue
			}
			if _, ok := number[a]; !ok {
				number[a] = len(anchors)
				anchors = append(anchors, a)
			}
			options[i] = append(options[i], option{number[a], v})
			edges = append(edges, edge{i, number[a], worth(v.similarity, m, a)})
		}
	}
	for _, e := range assign(edges) {
		models[e.item].places = append(models[e.item].places, settle(e.anchor, options[e.item], anchors))
	}
}

// settle makes the place that was chosen, and notes the next best of the options.
func settle(chosen int, options []option, anchors []*anchor) place {
	p := place{anchor: anchors[chosen], margin: 1}
	for _, o := range options {
		if o.anchor == chosen {
			p.similarity, p.why = o.similarity, o.why
		}
	}
	for _, o := range options {
		if gap := p.similarity - o.similarity; o.anchor != chosen && gap < p.margin {
			p.second, p.margin = anchors[o.anchor], gap
		}
	}
	return p
}

// worth makes one good match worth more than two poor ones. The same number settles
// what is otherwise equal.
func worth(similarity float64, m *model, a *anchor) float64 {
	x := math.Pow(similarity, 3)
	if a.entry != nil && a.entry.Number == m.source.Number {
		x += 1e-6
	}
	return x
}

// cluster places what the catalogue does not know. In each round some models without a
// place become anchors, the shortest wording first, and all find theirs among them.
func (w *works) cluster() {
	w.clusters = &nearby{}
	for {
		left := w.unplaced()
		if len(left) == 0 {
			return
		}
		near := &nearby{}
		for _, m := range left {
			if !w.covered(m, near) {
				near.add(&anchor{id: m.key, order: len(w.cat.Entries) + len(w.clusters.anchors) + len(near.anchors), leader: m,
					title: m.title, objective: m.objective, group: m.group})
			}
		}
		for _, models := range w.models {
			w.place(models, near, acceptCluster)
		}
		for _, a := range near.anchors {
			w.clusters.add(a)
		}
	}
}

// unplaced returns the models without a place in an order that depends on nothing but
// themselves.
func (w *works) unplaced() []*model {
	var left []*model
	for _, models := range w.models {
		for _, m := range models {
			if len(m.places) == 0 {
				left = append(left, m)
			}
		}
	}
	slices.SortStableFunc(left, func(a, b *model) int {
		return cmp.Or(cmp.Compare(strings.Count(a.folded, " "), strings.Count(b.folded, " ")),
			cmp.Compare(a.folded, b.folded), cmp.Compare(a.plan, b.plan), cmp.Compare(a.index, b.index))
	})
	return left
}

// covered reports whether an anchor of another plan can take m.
func (w *works) covered(m *model, near *nearby) bool {
	for _, a := range near.find(m.title) {
		if a.leader.plan != m.plan && !w.refused(m, a) && judge(m, a, 0).similarity >= acceptCluster {
			return true
		}
	}
	return len(w.forced[m]) > 0 && slices.ContainsFunc(near.anchors, func(a *anchor) bool { return slices.Contains(w.forced[m], a.id) })
}

// force gives m the anchors of near that a person confirmed.
func (w *works) force(m *model, near *nearby) bool {
	for _, id := range w.forced[m] {
		for _, a := range near.anchors {
			if a.id == id && a.leader != m {
				v := judge(m, a, 0)
				m.places = append(m.places, place{anchor: a, similarity: v.similarity, why: append(v.why, "người dùng xác nhận"), margin: 1})
			}
		}
	}
	for i := range m.places {
		m.places[i].merged = len(m.places) > 1
	}
	return len(m.places) > 0
}

func (w *works) refused(m *model, a *anchor) bool { return a.leader != m && w.forbidden[m][a.id] }
