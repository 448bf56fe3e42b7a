package extract

// What is told once for all tasks of a heading: in numbered headings beside the one that holds the
// tasks ("2. Cơ quan chủ trì, phối hợp", "3. Thời gian thực hiện: …"), or in fields between the
// heading and its first task.

import (
	"slices"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
)

// toldOnce returns what the fields among siblings tell of all tasks among them, and which they are.
func (r *reader) toldOnce(ps []*outline.Para, charged parties) (parties, []*outline.Para) {
	var all plan.Task
	var read []*outline.Para
	tasks := 0 // so many siblings are tasks, or hold some
	for _, p := range ps {
		switch {
		case p.Marker.Label != "" && p.Label == nil:
			tasks++
		case p.Label != nil && (p.Marker.Label != "" || tasks == 0):
			if r.toldField(&all, p) {
				read = append(read, p)
			}
		case p.Label == nil && tasks == 0:
			if f, ok := sharedIn(p, false); ok && p.Marker.Style == outline.None {
				r.within("above", f.label, func() { ok = r.taskField(&all, f.field) })
				if ok {
					read = append(read, p)
				}
			}
		}
	}
	if tasks == 0 || len(read) == 0 {
		return charged, nil
	}
	by := parties{lead: all.Lead, cooperating: all.Cooperating, implementing: all.Implementing, until: all.Timeline, told: true}
	if by.count() == 0 {
		until := by.until
		by = charged
		by.until, by.told = until, true
	}
	return by, read
}

// toldField reads a field that holds for several tasks. One that only heads who leads and who
// cooperates has these below it.
func (r *reader) toldField(all *plan.Task, p *outline.Para) (read bool) {
	if !namesBodies(p.Label.Meaning) && p.Label.Meaning != "timeline" {
		return false
	}
	if p.Value().Trim().Text == "" && slices.ContainsFunc(p.Children, func(c *outline.Para) bool { return c.Label != nil }) {
		r.understood[p] = true
		for _, c := range p.Children {
			read = c.Label != nil && r.labelledField(all, c) || read
		}
		return read
	}
	return r.labelledField(all, p)
}

// takeTold gives a task what is told once for it and others, where it has no field of its own; it
// reports whether that names somebody.
func (r *reader) takeTold(t *plan.Task, by parties, said bool) bool {
	if t.Timeline == nil {
		t.Timeline = by.until
	}
	if said || by.count() == 0 {
		return false
	}
	t.Lead, t.Cooperating, t.Implementing = by.lead, by.cooperating, by.implementing
	return true
}
