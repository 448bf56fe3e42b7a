package align

import (
	"cmp"
	"slices"
	"strings"

	"kehoach/extract/plan"
)

// Aspect is what the plans are compared by.
type Aspect string

const (
	ByLead     Aspect = "lead"     // chủ trì, or who implements where none leads
	ByTimeline Aspect = "timeline" // thời gian
	ByTools    Aspect = "tools"    // công cụ
)

// Verdict tells how the members of a row agree in an aspect.
type Verdict string

const (
	Alone  Verdict = "alone"  // fewer than two members say anything
	Agree  Verdict = "agree"  // all that say something say the same
	Levels Verdict = "levels" // the same line of work, at other levels
	Differ Verdict = "differ"
)

// Difference is the verdict on a row, and the members that do not say what most say.
type Difference struct {
	Verdict Verdict
	Odd     []int // indexes into Row.Members
	Split   bool  // nothing is said by most: all that say something are odd
}

// Differences compares the members of r in an aspect. A member that says nothing is
// left out: a gap is no contradiction.
func (a *Alignment) Differences(r Row, by Aspect) Difference {
	keys := make([]string, len(r.Members))
	fields := make([]string, len(r.Members))
	for i, m := range r.Members {
		keys[i], fields[i] = aspectKey(a.Plans[m.Plan], a.Model(m), by)
	}
	if by == ByLead {
		a.settleDuties(r, keys)
	}
	said, counts := 0, map[string]int{}
	for _, k := range keys {
		if k != "" {
			said++
			counts[k]++
		}
	}
	switch {
	case said < 2:
		return Difference{Verdict: Alone}
	case len(counts) == 1:
		return Difference{Verdict: Agree}
	}
	d := Difference{Verdict: Differ}
	if by == ByLead && distinct(fields) == 1 {
		d.Verdict = Levels
	}
	usual := mostCommon(keys, counts)
	d.Split = usual == ""
	for i, k := range keys {
		if k != "" && k != usual {
			d.Odd = append(d.Odd, i)
		}
	}
	return d
}

// settleDuties looks at the members of which only the leads of single duties are known,
// several perhaps: one that names the lead of another member agrees with it.
func (a *Alignment) settleDuties(r Row, keys []string) {
	for i, m := range r.Members {
		if _, basis := LeadsOf(a.Plans[m.Plan], a.Model(m)); basis != InAssignments {
			continue
		}
		names := strings.Split(keys[i], "; ")
		for j, other := range keys {
			if j != i && other != "" && slices.Contains(names, other) {
				keys[i] = other
				break
			}
		}
	}
}

// mostCommon returns the key that most members share; "" where no key has most.
func mostCommon(keys []string, counts map[string]int) string {
	best, tie := "", false
	for _, k := range keys {
		switch {
		case k == "" || k == best:
		case counts[k] > counts[best]:
			best, tie = k, false
		case counts[k] == counts[best]:
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

func distinct(keys []string) int {
	seen := map[string]bool{}
	for _, k := range keys {
		if k != "" {
			seen[k] = true
		}
	}
	return len(seen)
}

// aspectKey returns what a model says in an aspect, in a form that can be compared, and
// for agencies also without their levels; "" where it says nothing.
func aspectKey(x *plan.Extraction, m *plan.Model, by Aspect) (key, field string) {
	l := x.Plan.Locality
	var list, fields []string
	switch by {
	case ByLead:
		leads, _ := LeadsOf(x, m)
		for _, g := range leads {
			if anyone(g) {
				continue
			}
			list = append(list, AgencyKey(g, l))
			fields = append(fields, FieldKey(g, l))
		}
	case ByTools:
		for _, t := range m.Tools {
			list = append(list, Fold(cmp.Or(t.Canonical, t.Name)))
		}
	case ByTimeline:
		if t, _ := TimelineOf(x, m); t != nil {
			key := string(t.Kind) + " " + dateOf(t.Start) + " " + dateOf(t.End)
			if t.Start == nil && t.End == nil && t.Kind == plan.Conditional {
				key += strings.Join(foldWords(t.Text), " ")
			}
			return key, ""
		}
	}
	return joined(list), joined(fields)
}

// Basis says where in a plan a value of a model stands.
type Basis string

const (
	InField       Basis = ""             // in the model's own field
	InAppendix    Basis = "appendix"     // in its row of the appendix
	InAssignments Basis = "assignments"  // with its duties: who leads one of them
	Implementing  Basis = "implementing" // nobody is said to lead: who implements it
)

// LeadsOf returns who leads m, from the best place that says it.
func LeadsOf(x *plan.Extraction, m *plan.Model) ([]plan.Agency, Basis) {
	if len(m.Lead) > 0 {
		return m.Lead, InField
	}
	if r := appendixOf(x, m); r != nil && len(r.Lead) > 0 {
		return r.Lead, InAppendix
	}
	var leads []plan.Agency
	seen := map[string]bool{}
	for _, d := range m.Assignments {
		for _, g := range d.Actors {
			if key := AgencyKey(g, x.Plan.Locality); d.Role == plan.Lead && !seen[key] {
				seen[key] = true
				leads = append(leads, g)
			}
		}
	}
	if len(leads) > 0 {
		return leads, InAssignments
	}
	if len(m.Implementing) > 0 {
		return m.Implementing, Implementing
	}
	return nil, InField
}

// CooperatingOf returns who cooperates in m, from its field or its row of the appendix.
func CooperatingOf(x *plan.Extraction, m *plan.Model) ([]plan.Agency, Basis) {
	if len(m.Cooperating) > 0 {
		return m.Cooperating, InField
	}
	if r := appendixOf(x, m); r != nil && len(r.Cooperating) > 0 {
		return r.Cooperating, InAppendix
	}
	return nil, InField
}

// TimelineOf returns when m is to be done, from the best place that says it.
func TimelineOf(x *plan.Extraction, m *plan.Model) (*plan.Timeline, Basis) {
	if m.Timeline != nil {
		return m.Timeline, InField
	}
	if r := appendixOf(x, m); r != nil && r.Timeline != nil {
		return r.Timeline, InAppendix
	}
	return nil, InField
}

func appendixOf(x *plan.Extraction, m *plan.Model) *plan.AppendixRow {
	for i := range x.Appendix {
		if x.Appendix[i].Number == m.Number {
			return &x.Appendix[i]
		}
	}
	return nil
}

// anyone reports whether a names nobody in particular: "các đơn vị có liên quan".
func anyone(a plan.Agency) bool { return strings.Contains(Fold(a.Name), "lien quan") }

func joined(list []string) string {
	slices.Sort(list)
	return strings.Join(slices.Compact(list), "; ")
}

func dateOf(d *plan.Date) string {
	if d == nil {
		return ""
	}
	return string(*d)
}
