package check

// Bodies that were merged in 2025.

import (
	"iter"
	"strings"
	"sync"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// agencies yields all bodies that models, tasks and the appendix name.
func (c *checker) agencies() iter.Seq[*plan.Agency] {
	return func(yield func(*plan.Agency) bool) {
		all := func(lists ...[]plan.Agency) bool {
			for _, l := range lists {
				for i := range l {
					if !yield(&l[i]) {
						return false
					}
				}
			}
			return true
		}
		for i := range c.x.Models {
			m := &c.x.Models[i]
			if !all(m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding) {
				return
			}
			for k := range m.Assignments {
				if !all(m.Assignments[k].Actors) {
					return
				}
			}
		}
		for i := range c.x.Tasks {
			if t := &c.x.Tasks[i]; !all(t.Lead, t.Cooperating, t.Implementing) {
				return
			}
		}
		for i := range c.x.Appendix {
			if a := &c.x.Appendix[i]; !all(a.Lead, a.Cooperating) {
				return
			}
		}
	}
}

// A merger is what became of a body.
type merger struct {
	key                            string // of its name
	name, successor, since, source string
}

var mergers = sync.OnceValue(func() (all []merger) {
	for _, r := range lexicon.Rows("successors.txt", 6) {
		all = append(all, merger{key(r.Columns[0]), r.Columns[0], r.Columns[1], r.Columns[2], r.Columns[5]})
	}
	return all
})

// successors suggests what became of the bodies that were merged in 2025, each once. A
// plan that is issued later and still names one is worth a second look.
func (c *checker) successors() {
	at := map[string]source.Span{} // by canonical name
	for a := range c.agencies() {
		if _, ok := at[a.Canonical]; !ok {
			at[a.Canonical] = a.Span
		}
	}
	first := map[string]source.Span{} // by key
	for name, span := range at {
		if k := key(name); first[k].IsZero() || span.Start < first[k].Start {
			first[k] = span
		}
	}
	for _, m := range mergers() {
		at, ok := first[m.key]
		if !ok {
			continue
		}
		delete(first, m.key)
		d := c.say(AgencyMerged, "", at, "“%s”: từ %s chức năng thuộc %s (%s). Chỉ là gợi ý, tên trong kế hoạch giữ nguyên.", m.name, Printed(plan.Date(m.since)), strings.ReplaceAll(m.successor, "|", " hoặc "), m.source)
		if issued := date(c.x.Plan.Date); issued != "" && first4(issued) >= first4(plan.Date(m.since)) && string(issued) > m.since {
			d.Severity = severities[NumberTwoWays]
		}
	}
}

func first4(d plan.Date) string { return string(d)[:4] }
