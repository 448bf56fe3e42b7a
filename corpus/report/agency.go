package report

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Duty is one thing that an agency has to do.
type Duty struct {
	Role   string      `json:"role"` // "lead", "cooperate", "implement", "support", "guide", "responsible"
	Number string      `json:"number"`
	Title  string      `json:"title"`
	Text   string      `json:"text"` // of an assignment or responsibility
	Time   string      `json:"time"`
	Name   string      `json:"name"` // of the agency as printed
	Span   source.Span `json:"span"`
}

// Duties are those of an agency in one plan.
type Duties struct {
	Plan   string `json:"plan"`
	Name   string `json:"name"`
	Duties []Duty `json:"duties"`
}

// Office is all that an agency has to do, under all its names.
type Office struct {
	Query string   `json:"query"`
	Names []string `json:"names"` // as printed
	Plans []Duties `json:"plans"`
}

// Agency gathers what the agency called name has to do in all plans. A name in full, an
// abbreviation, or a part of a name will do; one that fits an agency whole wins.
func Agency(plans []*plan.Extraction, name string) Office {
	o := Office{Query: name, Names: []string{}, Plans: []Duties{}}
	wanted := wantedKeys(plans, name)
	for _, x := range plans {
		d := &duties{x: x, wanted: wanted, names: map[string]bool{}}
		d.gather()
		if len(d.list) > 0 {
			o.Plans = append(o.Plans, Duties{x.Plan.ID, align.Name(x), d.list})
		}
		for n := range d.names {
			if !slices.Contains(o.Names, n) {
				o.Names = append(o.Names, n)
			}
		}
	}
	slices.Sort(o.Names)
	return o
}

// wantedKeys are the keys of the agencies that name means.
func wantedKeys(plans []*plan.Extraction, name string) map[string]bool {
	whole, part := map[string]bool{}, map[string]bool{}
	folded := align.Fold(strings.Join(strings.Fields(name), " "))
	for _, x := range plans {
		l := x.Plan.Locality
		query := align.AgencyKey(plan.Agency{Name: inFull(x, name)}, l)
		eachAgency(x, func(a plan.Agency) {
			key := align.AgencyKey(a, l)
			switch {
			case key == query || align.Fold(a.Name) == folded || align.Fold(a.Canonical) == folded:
				whole[key] = true
			case query != "" && strings.Contains(" "+key+" ", " "+query+" "):
				part[key] = true
			}
		})
	}
	if len(whole) > 0 {
		return whole
	}
	return part
}

// inFull is what x itself says that name stands for, or name.
func inFull(x *plan.Extraction, name string) string {
	for short, full := range x.Plan.Abbreviations {
		if strings.EqualFold(strings.Join(strings.Fields(short), " "), strings.Join(strings.Fields(name), " ")) {
			return full
		}
	}
	return name
}

// eachAgency visits every agency of x with a role.
func eachAgency(x *plan.Extraction, do func(plan.Agency)) {
	visit := func(lists ...[]plan.Agency) {
		for _, l := range lists {
			for _, a := range l {
				do(a)
			}
		}
	}
	for i := range x.Models {
		m := &x.Models[i]
		visit(m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding)
		for _, d := range m.Assignments {
			visit(d.Actors)
		}
	}
	for _, t := range x.Tasks {
		visit(t.Lead, t.Cooperating, t.Implementing)
	}
	for _, r := range x.Appendix {
		visit(r.Lead, r.Cooperating)
	}
	for _, r := range x.Responsibilities {
		do(plan.Agency{Name: r.Agency, Canonical: r.Agency})
	}
}

// duties gathers those of one plan.
type duties struct {
	x      *plan.Extraction
	wanted map[string]bool
	names  map[string]bool
	list   []Duty
}

func (d *duties) is(list []plan.Agency) (plan.Agency, bool) {
	for _, a := range list {
		if d.wanted[align.AgencyKey(a, d.x.Plan.Locality)] {
			d.names[a.Name] = true
			return a, true
		}
	}
	return plan.Agency{}, false
}

func (d *duties) gather() {
	for i := range d.x.Models {
		m := &d.x.Models[i]
		number := fmt.Sprint(m.Number)
		for _, r := range []struct {
			role string
			list []plan.Agency
		}{{"lead", m.Lead}, {"cooperate", m.Cooperating}, {"implement", m.Implementing}, {"support", m.Supporting}, {"guide", m.Guiding}} {
			if a, ok := d.is(r.list); ok {
				d.list = append(d.list, Duty{Role: r.role, Number: number, Title: m.Title, Time: timelineText(m.Timeline), Name: a.Name, Span: orSpan(a.Span, m.Span)})
			}
		}
		for _, as := range m.Assignments {
			if a, ok := d.is(as.Actors); ok {
				d.list = append(d.list, Duty{Role: string(as.Role), Number: number, Title: m.Title, Text: as.Text, Time: timelineText(m.Timeline), Name: a.Name, Span: as.Span})
			}
		}
	}
	for _, t := range d.x.Tasks {
		for _, r := range []struct {
			role string
			list []plan.Agency
		}{{"lead", t.Lead}, {"cooperate", t.Cooperating}, {"implement", t.Implementing}} {
			if a, ok := d.is(r.list); ok {
				d.list = append(d.list, Duty{Role: r.role, Number: t.ID, Title: t.Text, Time: timelineText(t.Timeline), Name: a.Name, Span: orSpan(a.Span, t.Span)})
			}
		}
	}
	for _, r := range d.x.Appendix {
		for _, list := range []struct {
			role string
			list []plan.Agency
		}{{"lead", r.Lead}, {"cooperate", r.Cooperating}} {
			if a, ok := d.is(list.list); ok {
				d.list = append(d.list, Duty{Role: list.role, Number: fmt.Sprintf("PL %d", r.Number), Title: r.Title, Time: timelineText(r.Timeline), Name: a.Name, Span: orSpan(a.Span, r.Span)})
			}
		}
	}
	for _, r := range d.x.Responsibilities {
		if _, ok := d.is([]plan.Agency{{Name: r.Agency, Canonical: r.Agency}}); ok {
			for _, item := range r.Items {
				d.list = append(d.list, Duty{Role: "responsible", Number: r.Section, Text: item, Name: r.Agency, Span: r.Span})
			}
		}
	}
}

func orSpan(a, b source.Span) source.Span {
	if a.IsZero() {
		return b
	}
	return a
}
