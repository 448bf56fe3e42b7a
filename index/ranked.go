package index

import "math"

// ranked walks over the documents that at least min of its groups have. See
// query.Ranked for the score.
type ranked struct {
	groups []member // ordered by the document that they stand on
	boosts []cursor
	min    int
	number uint64
}

// member is a cursor with the document that it stands on.
type member struct {
	cursor
	at uint64
}

func (m *member) seek(target uint64) error {
	err := m.cursor.seek(target)
	m.at = m.cursor.doc()
	return err
}

func newRanked(groups, boosts []cursor, least int) (cursor, error) {
	if len(groups) == 0 {
		return nothing{}, nil
	}
	r := &ranked{boosts: boosts, min: max(1, min(least, len(groups)))}
	for _, g := range groups {
		r.groups = append(r.groups, member{g, g.doc()})
	}
	return r, r.settle()
}

func (r *ranked) doc() uint64 { return r.number }

// settle moves on to the next document that enough groups have. No document before
// the one that group number min stands on can have enough.
func (r *ranked) settle() error {
	for {
		r.order()
		r.number = r.groups[r.min-1].at
		if r.number == end || r.groups[0].at == r.number {
			return nil
		}
		for i := range r.groups[:r.min-1] {
			if g := &r.groups[i]; g.at < r.number {
				if err := g.seek(r.number); err != nil {
					return err
				}
			}
		}
	}
}

// order sorts the groups by insertion: they are few, and nearly in order.
func (r *ranked) order() {
	for i := 1; i < len(r.groups); i++ {
		for j := i; j > 0 && r.groups[j].at < r.groups[j-1].at; j-- {
			r.groups[j], r.groups[j-1] = r.groups[j-1], r.groups[j]
		}
	}
}

func (r *ranked) seek(target uint64) error {
	if target <= r.number {
		return nil
	}
	for i := range r.groups {
		g := &r.groups[i]
		if g.at >= target {
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
	for i := range r.groups {
		g := &r.groups[i]
		if g.at != r.number {
			break
		}
		sum += g.score()
		found++
	}
	share := found / float64(len(r.groups))
	sum *= share * share
	return rounded(sum + raised(r.boosts, r.number))
}

// raised is what boosts add to the score of a document. It moves them there.
func raised(boosts []cursor, number uint64) float64 {
	sum := 0.0
	for _, b := range boosts {
		if has(b, number) {
			sum += b.score()
		}
	}
	return sum
}

// boosted raises the scores of some of the documents of its cursor.
type boosted struct {
	cursor
	boosts []cursor
}

func (b *boosted) score() float64 { return rounded(b.cursor.score() + raised(b.boosts, b.doc())) }

func (b *boosted) close() error { return closeAll(append(b.boosts, b.cursor)) }

// rounded is a score without its last digits: they vary with the order of additions,
// which is no ranking.
func rounded(score float64) float64 { return math.Round(score*1e9) / 1e9 }

// has moves c to a document and reports whether it has it. A cursor that fails stands
// past the last document; the next seek of a group fails as well.
func has(c cursor, number uint64) bool {
	if c.doc() < number && c.seek(number) != nil {
		return false
	}
	return c.doc() == number
}

func (r *ranked) close() error {
	all := r.boosts
	for _, g := range r.groups {
		all = append(all, g.cursor)
	}
	return closeAll(all)
}

// damped lowers the scores of some of the documents of its cursor.
type damped struct {
	cursor
	by []damper
}

type damper struct {
	cursor
	factor float64
}

func (d *damped) score() float64 {
	score := d.cursor.score()
	for _, b := range d.by {
		if has(b.cursor, d.doc()) {
			score *= b.factor
		}
	}
	return score
}

func (d *damped) close() error {
	all := []cursor{d.cursor}
	for _, b := range d.by {
		all = append(all, b.cursor)
	}
	return closeAll(all)
}
