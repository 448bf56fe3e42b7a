// Package report looks at the plans of a corpus from other sides than the document:
// what an agency has to do, what falls due, where a plan contradicts itself, how two
// plans differ; and it narrows an alignment to what a reader asked for. It is given
// plans and dates and reads no files and no clock. Each report is one file.
package report

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
)

// Filter says which models and tasks a reader wants to see. An empty field asks
// nothing; several values of a field are alternatives; the fields must all be met.
type Filter struct {
	Agencies []string // part of a name, as printed or in full, in any role
	Tools    []string // part of a tool's name
	Groups   []string // part of a group's title, or its label
	From, To time.Time
}

// IsZero reports whether f lets everything through.
func (f Filter) IsZero() bool {
	return len(f.Agencies)+len(f.Tools)+len(f.Groups) == 0 && f.From.IsZero() && f.To.IsZero()
}

// Words says f for people.
func (f Filter) Words() []string {
	var out []string
	for _, part := range []struct {
		name   string
		values []string
	}{{"Cơ quan", f.Agencies}, {"Công cụ", f.Tools}, {"Nhóm", f.Groups}} {
		if len(part.values) > 0 {
			out = append(out, part.name+": "+strings.Join(part.values, " hoặc "))
		}
	}
	const day = "02/01/2006"
	switch {
	case !f.From.IsZero() && !f.To.IsZero():
		out = append(out, fmt.Sprintf("Thời gian: từ %s đến %s", f.From.Format(day), f.To.Format(day)))
	case !f.From.IsZero():
		out = append(out, "Thời gian: từ "+f.From.Format(day))
	case !f.To.IsZero():
		out = append(out, "Thời gian: đến "+f.To.Format(day))
	}
	return out
}

// Select narrows a to the models and tasks that f asks for. Rows and places stay as the
// whole plans decided them, and so does the coverage.
func Select(a *align.Alignment, f Filter) *align.Alignment {
	if f.IsZero() {
		return a
	}
	out := *a
	out.Plans = make([]*plan.Extraction, len(a.Plans))
	models, tasks := make([]map[int]int, len(a.Plans)), make([]map[int]int, len(a.Plans))
	for i, x := range a.Plans {
		out.Plans[i], models[i], tasks[i] = f.plan(x)
	}
	out.Rows = nil
	for _, r := range a.Rows {
		members, weaker := r.Members, r.Weaker
		r.Members, r.Weaker = nil, nil
		for _, m := range members {
			if to, ok := models[m.Plan][m.Model]; ok {
				m.Model = to
				r.Members = append(r.Members, m)
			}
		}
		for _, t := range weaker {
			if to, ok := tasks[t.Plan][t.Task]; ok {
				t.Task = to
				r.Weaker = append(r.Weaker, t)
			}
		}
		if len(r.Members)+len(r.Weaker) > 0 {
			out.Rows = append(out.Rows, r)
		}
	}
	out.Doubts = nil
	for _, d := range a.Doubts {
		if to, ok := models[d.Plan][d.Model]; ok {
			d.Model = to
			out.Doubts = append(out.Doubts, d)
		}
	}
	return &out
}

// plan returns x with what f asks for, and where each model and task that stays went.
func (f Filter) plan(x *plan.Extraction) (y *plan.Extraction, models, tasks map[int]int) {
	c := *x
	c.Models, c.Tasks = nil, nil
	models, tasks = map[int]int{}, map[int]int{}
	groups := map[string]string{}
	for _, g := range x.Groups {
		groups[g.Label] = g.Title
	}
	for i, m := range x.Models {
		if f.model(&m, groups) {
			models[i] = len(c.Models)
			c.Models = append(c.Models, m)
		}
	}
	kept := func(number int) bool {
		return slices.ContainsFunc(c.Models, func(m plan.Model) bool { return m.Number == number })
	}
	c.Appendix = slices.DeleteFunc(slices.Clone(x.Appendix), func(r plan.AppendixRow) bool {
		if len(x.Models) == 0 { // an annex of tasks: its rows follow no model
			return !f.row(&r)
		}
		return !kept(r.Number)
	})
	c.Conflicts = slices.DeleteFunc(slices.Clone(x.Conflicts), func(k plan.Conflict) bool { return !kept(k.Model) })
	for i, t := range x.Tasks {
		if f.task(&t) {
			tasks[i] = len(c.Tasks)
			c.Tasks = append(c.Tasks, t)
		}
	}
	return &c, models, tasks
}

func (f Filter) model(m *plan.Model, groups map[string]string) bool {
	var names []string
	for _, list := range [][]plan.Agency{m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding} {
		names = appendNames(names, list)
	}
	for _, a := range m.Assignments {
		names = appendNames(names, a.Actors)
	}
	var tools []string
	for _, t := range m.Tools {
		tools = append(tools, t.Name, t.Canonical)
	}
	group := ""
	if m.Group != nil {
		group = *m.Group
	}
	return matches(f.Agencies, names) && matches(f.Tools, tools) &&
		(len(f.Groups) == 0 || slices.Contains(f.Groups, group) || matches(f.Groups, []string{groups[group]})) && f.time(m.Timeline)
}

func (f Filter) task(t *plan.Task) bool {
	var names []string
	for _, list := range [][]plan.Agency{t.Lead, t.Cooperating, t.Implementing} {
		names = appendNames(names, list)
	}
	return len(f.Tools)+len(f.Groups) == 0 && matches(f.Agencies, names) && f.time(t.Timeline)
}

func (f Filter) row(r *plan.AppendixRow) bool {
	names := appendNames(appendNames(nil, r.Lead), r.Cooperating)
	var tools []string
	if r.Tools != nil {
		tools = append(tools, *r.Tools)
	}
	return len(f.Groups) == 0 && matches(f.Agencies, names) && matches(f.Tools, tools) && f.time(r.Timeline)
}

func appendNames(names []string, list []plan.Agency) []string {
	for _, a := range list {
		names = append(names, a.Name, a.Canonical)
	}
	return names
}

// matches reports whether a wanted part stands in one of values, case and marks apart.
func matches(wanted, values []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w string) bool {
		w = align.Fold(w)
		return slices.ContainsFunc(values, func(v string) bool { return strings.Contains(align.Fold(v), w) })
	})
}

// time reports whether a timeline and the time asked for have a day in common.
func (f Filter) time(t *plan.Timeline) bool {
	if f.From.IsZero() && f.To.IsZero() {
		return true
	}
	if t == nil {
		return false
	}
	start, end := calendar.First(t.Start), calendar.Last(t.End)
	if start.IsZero() {
		start = calendar.First(t.End) // of a deadline only its own day, month or quarter is known
	}
	switch {
	case start.IsZero() && end.IsZero():
		return false
	case !f.From.IsZero() && !end.IsZero() && end.Before(f.From):
		return false
	}
	return f.To.IsZero() || !start.After(f.To)
}
