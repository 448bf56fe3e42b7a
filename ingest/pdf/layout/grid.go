package layout

import (
	"cmp"
	"math"
	"slices"

	"kehoach/ingest/pdf/content"
)

// Measures of rules, in points.
const (
	straight  = 1.5  // how far a rule may lean
	shortest  = 4.0  // rule that counts; shorter ones are dashes and ticks
	touching  = 3.0  // rules nearer than this meet
	openEnd   = 5.0  // what stands out over the last rule across of a table that is open
	maxRules  = 8000 // on a page; more is a drawing
	maxFields = 40_000
)

// findTables joins the rules that touch into grids. A grid of at least two columns is
// a table. They come from the top down.
func findTables(rules []content.Rule) []*table {
	var across, down []content.Rule
	for _, r := range rules {
		switch w, h := r.X1-r.X0, r.Y1-r.Y0; {
		case h < straight && w > shortest:
			across = append(across, r)
		case w < straight && h > shortest:
			down = append(down, r)
		}
	}
	if len(across) < 2 || len(down) < 2 || len(across)+len(down) > maxRules {
		return nil
	}
	var tables []*table
	for _, g := range meeting(across, down) {
		tables = append(tables, newTables(g)...)
	}
	slices.SortStableFunc(tables, func(a, b *table) int { return cmp.Compare(b.top(), a.top()) })
	return tables
}

type group struct {
	across, down        []content.Rule
	openTop, openBottom bool
}

// meeting groups the rules that are connected, by union and find.
func meeting(across, down []content.Rule) []*group {
	parent := make([]int, len(across)+len(down))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for i, h := range across {
		for j, v := range down {
			if v.X0 >= h.X0-touching && v.X0 <= h.X1+touching && h.Y0 >= v.Y0-touching && h.Y0 <= v.Y1+touching {
				parent[find(i)] = find(len(across) + j)
			}
		}
	}
	var groups []*group
	byRoot := map[int]*group{}
	of := func(i int) *group {
		root := find(i)
		if byRoot[root] == nil {
			byRoot[root] = &group{}
			groups = append(groups, byRoot[root])
		}
		return byRoot[root]
	}
	for i, h := range across {
		g := of(i)
		g.across = append(g.across, h)
	}
	for j, v := range down {
		g := of(len(across) + j)
		g.down = append(g.down, v)
	}
	return groups
}

// cluster returns the distinct values, those nearer than touching taken for one.
func cluster(values []float64) []float64 {
	slices.Sort(values)
	var out []float64
	for i, v := range values {
		if i == 0 || v-out[len(out)-1] > touching {
			out = append(out, v)
		}
	}
	return out
}

// grid returns the lines of a group: xs from the left, ys from the top. Where the
// rules that go down end beyond the last one across, a page break cut the table: it is
// open there.
func (g *group) grid() (xs, ys []float64) {
	for _, v := range g.down {
		xs = append(xs, v.X0)
	}
	for _, h := range g.across {
		ys = append(ys, h.Y0)
	}
	for _, v := range g.down {
		if v.Y1 > slices.Max(ys)+openEnd {
			g.openTop = true
			ys = append(ys, v.Y1)
		}
		if v.Y0 < slices.Min(ys)-openEnd {
			g.openBottom = true
			ys = append(ys, v.Y0)
		}
	}
	xs, ys = cluster(xs), cluster(ys)
	slices.Reverse(ys)
	return xs, ys
}

// covers reports whether one of the rules covers the point.
func covers(rules []content.Rule, x, y float64) bool {
	for _, r := range rules {
		if x >= r.X0-touching && x <= r.X1+touching && y >= r.Y0-touching && y <= r.Y1+touching {
			return true
		}
	}
	return false
}

func index(values []float64, v float64) int {
	for i := range len(values) - 1 {
		if math.Min(values[i], values[i+1]) <= v && v <= math.Max(values[i], values[i+1]) {
			return i
		}
	}
	if math.Abs(v-values[0]) < math.Abs(v-values[len(values)-1]) {
		return 0
	}
	return len(values) - 2
}
