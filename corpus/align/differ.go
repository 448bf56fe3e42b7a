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
		keys[i], fields[i] = aspectKey(a.Model(m), a.Plans[m.Plan].Plan.Locality, by)
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
func aspectKey(m *plan.Model, l plan.Locality, by Aspect) (key, field string) {
	var list, fields []string
	switch by {
	case ByLead:
		for _, g := range Leads(m) {
			list = append(list, AgencyKey(g, l))
			fields = append(fields, FieldKey(g, l))
		}
	case ByTools:
		for _, t := range m.Tools {
			list = append(list, Fold(cmp.Or(t.Canonical, t.Name)))
		}
	case ByTimeline:
		if t := m.Timeline; t != nil {
			key := string(t.Kind) + " " + dateOf(t.Start) + " " + dateOf(t.End)
			if t.Start == nil && t.End == nil && t.Kind == plan.Conditional {
				key += strings.Join(foldWords(t.Text), " ")
			}
			return key, ""
		}
	}
	return joined(list), joined(fields)
}

// Leads returns who leads m, or who implements it where nobody is said to lead.
func Leads(m *plan.Model) []plan.Agency {
	if len(m.Lead) > 0 {
		return m.Lead
	}
	return m.Implementing
}

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
