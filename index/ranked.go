package index

import (
	"cmp"
	"math"
	"slices"
)

// ranked walks over the documents that at least min of its groups have. See
// query.Ranked for the score.
type ranked struct {
	groups  []cursor // ordered by the document that they stand on
	boosts  []cursor
	damping []damper
	min     int
	size    float64 // number of groups
	number  uint64
}

type damper struct {
	cursor
	factor float64
}

func newRanked(groups, boosts []cursor, damping []damper, least int) (cursor, error) {
	r := &ranked{groups: groups, boosts: boosts, damping: damping, min: max(1, min(least, len(groups))), size: float64(len(groups))}
	if len(groups) == 0 {
		return nothing{}, nil
	}
	return r, r.settle()
}

func (r *ranked) doc() uint64 { return r.number }

// settle moves on to the next document that enough groups have. No document before
// the one that group number min stands on can have enough.
func (r *ranked) settle() error {
	for {
		slices.SortFunc(r.groups, func(a, b cursor) int { return cmp.Compare(a.doc(), b.doc()) })
		r.number = r.groups[r.min-1].doc()
		if r.number == end || r.groups[0].doc() == r.number {
			return nil
		}
		for _, g := range r.groups[:r.min-1] {
			if g.doc() < r.number {
				if err := g.seek(r.number); err != nil {
					return err
				}
			}
		}
	}
}

func (r *ranked) seek(target uint64) error {
	if target <= r.number {
		return nil
	}
	for _, g := range r.groups {
		if g.doc() >= target {
			break // they are ordered
		}
		if err := g.seek(target); err != nil {
			return err
		}
	}
	return r.settle()
}

// score moves the boosts to the document, which is why a document is scored once and
// before the next.
func (r *ranked) score() float64 {
	sum, found := 0.0, 0.0
	for _, g := range r.groups {
		if g.doc() != r.number {
			break
		}
		sum += g.score()
		found++
	}
	sum *= found / r.size
	for _, b := range r.boosts {
		if r.has(b) {
			sum += b.score()
		}
	}
	for _, d := range r.damping {
		if r.has(d.cursor) {
			sum *= d.factor
		}
	}
	// The order of additions varies; what it changes in the last digits is no ranking.
	return math.Round(sum*1e9) / 1e9
}

// has moves c to the document and reports whether it has it. A cursor that fails
// stands past the last document; the next seek of a group fails as well.
func (r *ranked) has(c cursor) bool {
	if c.doc() < r.number && c.seek(r.number) != nil {
		return false
	}
	return c.doc() == r.number
}

func (r *ranked) close() error {
	all := slices.Concat(r.groups, r.boosts)
	for _, d := range r.damping {
		all = append(all, d.cursor)
	}
	return closeAll(all)
}
