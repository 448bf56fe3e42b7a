package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Change is one difference between two plans, or two versions of one.
type Change struct {
	Kind   string      `json:"kind"`  // "gained", "lost", "renumbered", "moved", "reworded", "changed"
	Model  string      `json:"model"` // its title in B, or in A where B has it no more
	A      *int        `json:"a"`     // its number in A
	B      *int        `json:"b"`
	Field  string      `json:"field"`
	Before string      `json:"before"`
	After  string      `json:"after"`
	Gained []string    `json:"gained"` // of a list: agencies, tools
	Lost   []string    `json:"lost"`
	SpanA  source.Span `json:"span_a"`
	SpanB  source.Span `json:"span_b"`
}

// The kinds of change.
const (
	Gained     = "gained"
	Lost       = "lost"
	Renumbered = "renumbered"
	Moved      = "moved" // to another group
	Reworded   = "reworded"
	Changed    = "changed"
)

// Diff compares two plans model by model and field by field: the same models are found
// as for the comparison, whatever their numbers.
func Diff(a, b *plan.Extraction, cat *align.Catalogue) []Change {
	one, two := *a, *b
	one.Plan.ID, two.Plan.ID = "a", "b" // two versions of a plan have one id
	al := align.Align([]*plan.Extraction{&one, &two}, cat, nil)
	out := headChanges(a, b)
	var pairs, gained, lost []Change
	seen := map[[2]int]bool{}
	for _, r := range al.Rows {
		var in [2]*plan.Model
		for _, m := range r.Members {
			side := 0
			if al.Plans[m.Plan] == &two {
				side = 1
			}
			in[side] = al.Model(m)
		}
		switch {
		case in[0] != nil && in[1] != nil:
			key := [2]int{in[0].Number, in[1].Number}
			if !seen[key] {
				pairs = append(pairs, modelChanges(a, b, in[0], in[1])...)
			}
			seen[key] = true
		case in[0] != nil:
			lost = append(lost, Change{Kind: Lost, Model: in[0].Title, A: &in[0].Number, SpanA: in[0].Span})
		case in[1] != nil:
			gained = append(gained, Change{Kind: Gained, Model: in[1].Title, B: &in[1].Number, SpanB: in[1].Span})
		}
	}
	return append(append(append(out, lost...), gained...), pairs...)
}

// headChanges compares what the plans say of themselves.
func headChanges(a, b *plan.Extraction) []Change {
	var out []Change
	for _, f := range []struct{ field, before, after string }{
		{"number", deref(a.Plan.Number), deref(b.Plan.Number)},
		{"date", calendar.Words(a.Plan.Date), calendar.Words(b.Plan.Date)},
		{"title", deref(a.Plan.Title), deref(b.Plan.Title)},
		{"issuers", strings.Join(a.Plan.Issuers, "; "), strings.Join(b.Plan.Issuers, "; ")},
		{"period", calendar.Period(a.Plan.Period), calendar.Period(b.Plan.Period)},
		{"declared_models", count(a.Plan.DeclaredModels), count(b.Plan.DeclaredModels)},
	} {
		if f.before != f.after {
			out = append(out, Change{Kind: Changed, Field: "plan." + f.field, Before: f.before, After: f.after, SpanA: a.Plan.Spans[f.field], SpanB: b.Plan.Spans[f.field]})
		}
	}
	return out
}

func count(n *int) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

// modelChanges compares one model in both.
func modelChanges(a, b *plan.Extraction, m, n *plan.Model) []Change {
	var out []Change
	add := func(kind, field, before, after string) {
		out = append(out, Change{Kind: kind, Model: n.Title, A: &m.Number, B: &n.Number, Field: field, Before: before, After: after,
			SpanA: fieldSpan(m, field), SpanB: fieldSpan(n, field)})
	}
	if m.Number != n.Number {
		add(Renumbered, "number", fmt.Sprint(m.Number), fmt.Sprint(n.Number))
	}
	if !sameWords(m.Title, n.Title) {
		add(Reworded, "title", m.Title, n.Title)
	}
	if g, h := groupTitle(a, m), groupTitle(b, n); !sameGroup(g, h) {
		add(Moved, "group", g, h)
	}
	if !sameWords(deref(m.Objective), deref(n.Objective)) {
		add(Reworded, "objective", deref(m.Objective), deref(n.Objective))
	}
	s, _ := align.TimelineOf(a, m)
	t, _ := align.TimelineOf(b, n)
	if !sameTime(s, t) {
		out = append(out, Change{Kind: Changed, Model: n.Title, A: &m.Number, B: &n.Number, Field: "timeline", Before: timelineText(s), After: timelineText(t),
			SpanA: timeSpan(m, s), SpanB: timeSpan(n, t)})
	}
	withM, _ := align.CooperatingOf(a, m)
	withN, _ := align.CooperatingOf(b, n)
	for _, f := range []struct {
		field string
		m, n  []plan.Agency
	}{{"lead", leadsOf(a, m), leadsOf(b, n)}, {"cooperating", withM, withN}, {"implementing", m.Implementing, n.Implementing},
		{"supporting", m.Supporting, n.Supporting}, {"guiding", m.Guiding, n.Guiding}} {
		out = append(out, listChange(m, n, f.field, named(f.m, a.Plan.Locality), named(f.n, b.Plan.Locality))...)
	}
	out = append(out, listChange(m, n, "tools", tools(m), tools(n))...)
	return append(out, listChange(m, n, "assignments", texts(m), texts(n))...)
}

// leadsOf are those who lead a model by its field, or by the appendix where the field says
// nothing: who leads a single duty does not lead the model.
func leadsOf(x *plan.Extraction, m *plan.Model) []plan.Agency {
	list, basis := align.LeadsOf(x, m)
	if basis == align.InField || basis == align.InAppendix {
		return list
	}
	return nil
}

// timeSpan is where t stands, or the model that has none.
func timeSpan(m *plan.Model, t *plan.Timeline) source.Span {
	if t != nil && !t.Span.IsZero() {
		return t.Span
	}
	return fieldSpan(m, "timeline")
}

// entry is a thing in a list, what it is compared by, and where it stands.
type entry struct {
	key, text string
	span      source.Span
}

func named(list []plan.Agency, l plan.Locality) []entry {
	var out []entry
	for _, a := range list {
		out = append(out, entry{align.AgencyKey(a, l), align.Spelled(a), a.Span})
	}
	return out
}

func tools(m *plan.Model) []entry {
	var out []entry
	for _, t := range m.Tools {
		key := t.Canonical
		if key == "" {
			key = t.Name
		}
		out = append(out, entry{align.Fold(key), t.Name, t.Span})
	}
	return out
}

func texts(m *plan.Model) []entry {
	var out []entry
	for _, a := range m.Assignments {
		out = append(out, entry{plainWords(a.Text), a.Text, a.Span})
	}
	return out
}

// listChange says what a list of n has more or less than that of m.
func listChange(m, n *plan.Model, field string, before, after []entry) []Change {
	lacks := func(list, other []entry) []string {
		out := []string{}
		for _, e := range list {
			if !slices.ContainsFunc(other, func(o entry) bool { return o.key == e.key }) {
				out = append(out, e.text)
			}
		}
		return out
	}
	gained, lost := lacks(after, before), lacks(before, after)
	if len(gained)+len(lost) == 0 {
		return nil
	}
	return []Change{{Kind: Changed, Model: n.Title, A: &m.Number, B: &n.Number, Field: field, Gained: gained, Lost: lost,
		SpanA: listSpan(m, field, before), SpanB: listSpan(n, field, after)}}
}

// listSpan is where a list stands: its field, or where the list begins.
func listSpan(m *plan.Model, field string, list []entry) source.Span {
	if _, whole := m.Spans[field]; !whole && len(list) > 0 && !list[0].span.IsZero() {
		return list[0].span
	}
	return fieldSpan(m, field)
}

func groupTitle(x *plan.Extraction, m *plan.Model) string {
	for _, g := range x.Groups {
		if m.Group != nil && g.Label == *m.Group {
			return g.Title
		}
	}
	return ""
}

// sameGroup compares the titles of groups: what stands in brackets is the plan's own.
func sameGroup(g, h string) bool {
	return sameWords(g, h) || align.Plain(brackets.ReplaceAllString(g, "")) == align.Plain(brackets.ReplaceAllString(h, ""))
}

var brackets = regexp.MustCompile(`\([^()]*\)`) // "thủ tục hành chính (TTHC)"

func sameTime(s, t *plan.Timeline) bool {
	if s == nil || t == nil {
		return s == t
	}
	return s.Kind == t.Kind && deref(s.Start) == deref(t.Start) && deref(s.End) == deref(t.End) &&
		(s.Start != nil || s.End != nil || sameWords(s.Text, t.Text))
}

// sameWords compares texts by their words: case, marks, blanks and punctuation apart.
func sameWords(a, b string) bool { return a == b || plainWords(a) == plainWords(b) }

func plainWords(s string) string {
	return strings.Join(strings.FieldsFunc(align.Fold(s), func(r rune) bool {
		return !('a' <= r && r <= 'z' || '0' <= r && r <= '9')
	}), " ")
}
