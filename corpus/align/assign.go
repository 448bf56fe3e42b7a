package align

import (
	"cmp"
	"math"
	"slices"
)

// edge says that an item of a plan may be an anchor, and how much that is worth.
type edge struct {
	item, anchor int
	worth        float64 // above 0
}

// assign chooses edges so that no item and no anchor stands in two and their worth
// together is the greatest. Equal worth is settled by the lower item, then anchor.
// It solves each connected part alone, which keeps the cubic step small.
func assign(edges []edge) []edge {
	var chosen []edge
	for _, part := range parts(edges) {
		chosen = append(chosen, hungarian(part)...)
	}
	slices.SortFunc(chosen, byItem)
	return chosen
}

func byItem(a, b edge) int {
	return cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(a.anchor, b.anchor))
}

// parts splits edges into connected parts, each sorted.
func parts(edges []edge) [][]edge {
	edges = slices.Clone(edges)
	slices.SortFunc(edges, byItem)
	parent := map[int]int{} // items as they are, anchors as ^anchor
	var find func(int) int
	find = func(x int) int {
		p, ok := parent[x]
		if !ok || p == x {
			parent[x] = x
			return x
		}
		root := find(p)
		parent[x] = root
		return root
	}
	for _, e := range edges {
		parent[find(e.item)] = find(^e.anchor)
	}
	var out [][]edge
	at := map[int]int{}
	for _, e := range edges {
		root := find(e.item)
		i, ok := at[root]
		if !ok {
			i = len(out)
			at[root] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], e)
	}
	return out
}

// hungarian solves one connected part by shortest augmenting paths over a dense
// matrix of costs; each item also has an empty place of its own that costs nothing.
func hungarian(edges []edge) []edge {
	if len(edges) == 1 {
		return edges
	}
	items, anchors := numbering(edges)
	n := len(items.of)
	m := len(anchors.of) + n // the last n columns mean "nobody's"
	worth := make([]float64, (n+1)*(m+1))
	for _, e := range edges {
		worth[(items.at[e.item]+1)*(m+1)+anchors.at[e.anchor]+1] = e.worth
	}
	cost := func(i, j int) float64 {
		switch w := worth[i*(m+1)+j]; {
		case w > 0:
			return -w
		case j > len(anchors.of):
			return 0
		}
		return 1 // no edge: worse than nobody
	}
	match := augment(n, m, cost)
	var out []edge
	for j := 1; j <= len(anchors.of); j++ {
		if i := match[j]; i > 0 && worth[i*(m+1)+j] > 0 {
			out = append(out, edge{items.of[i-1], anchors.of[j-1], worth[i*(m+1)+j]})
		}
	}
	return out
}

// augment returns, for each column from 1, the row that has it, or 0. Rows count
// from 1 too. It is the method of Jonker and Volgenant with potentials u and v.
func augment(n, m int, cost func(i, j int) float64) []int {
	u, v := make([]float64, n+1), make([]float64, m+1)
	match, way := make([]int, m+1), make([]int, m+1)
	low, used := make([]float64, m+1), make([]bool, m+1)
	for i := 1; i <= n; i++ {
		match[0] = i
		for j := range low {
			low[j], used[j] = math.Inf(1), false
		}
		j0 := 0
		for match[j0] != 0 {
			used[j0] = true
			i0, j1, delta := match[j0], 0, math.Inf(1)
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := cost(i0, j) - u[i0] - v[j]; c < low[j] {
					low[j], way[j] = c, j0
				}
				if low[j] < delta {
					delta, j1 = low[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[match[j]] += delta
					v[j] -= delta
				} else {
					low[j] -= delta
				}
			}
			j0 = j1
		}
		for j0 != 0 {
			match[j0] = match[way[j0]]
			j0 = way[j0]
		}
	}
	return match
}

// numbers gives each of some values a number from 0, in rising order.
type numbers struct {
	of []int
	at map[int]int
}

func numbering(edges []edge) (items, anchors numbers) {
	for _, e := range edges {
		items.of = append(items.of, e.item)
		anchors.of = append(anchors.of, e.anchor)
	}
	for _, n := range []*numbers{&items, &anchors} {
		slices.Sort(n.of)
		n.of = slices.Compact(n.of)
		n.at = make(map[int]int, len(n.of))
		for i, x := range n.of {
			n.at[x] = i
		}
	}
	return items, anchors
}
