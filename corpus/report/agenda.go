package report

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Item is a model or task with a time.
type Item struct {
	Plan     string      `json:"plan"`
	Name     string      `json:"name"` // of the plan, for people
	Number   string      `json:"number"`
	Title    string      `json:"title"`
	Lead     []string    `json:"lead"`
	Text     string      `json:"text"` // the time as printed
	End      string      `json:"end"`  // the last day, YYYY-MM-DD, or ""
	Days     int         `json:"days"` // from the day of the agenda to End; below 0: over
	WaitsOn  []string    `json:"waits_on"`
	Appendix bool        `json:"appendix"` // the time stands in the appendix only
	Span     source.Span `json:"span"`

	end  time.Time
	kind calendar.State
}

// Due is a part of an agenda.
type Due struct {
	Name  string `json:"name"`
	Items []Item `json:"items"`
}

// Agenda sorts what plans set out by how it stands on a day: overdue, due this quarter
// and the next, later, beginning without an end, recurring, waiting. f narrows it.
func Agenda(plans []*plan.Extraction, f Filter, on time.Time) []Due {
	today := time.Date(on.Year(), on.Month(), on.Day(), 0, 0, 0, 0, time.UTC)
	quarter := time.Date(on.Year(), (on.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC)
	next, after := quarter.AddDate(0, 3, 0), quarter.AddDate(0, 6, 0)
	parts := []Due{{Name: dueOver}, {Name: fmt.Sprintf(dueQuarter, calendar.Quarter(quarter))}, {Name: fmt.Sprintf(dueNext, calendar.Quarter(next))},
		{Name: dueLater}, {Name: dueOpen}, {Name: dueRecurring}, {Name: dueWaiting}}
	for _, x := range plans {
		y, _, _ := f.plan(x)
		for _, it := range items(y, today) {
			i := 0
			switch {
			case it.kind == calendar.Late:
			case it.kind == calendar.Unlimited:
				i = 4
			case it.kind == calendar.Recurring:
				i = 5
			case it.kind == calendar.Waiting:
				i = 6
			case it.end.Before(next):
				i = 1
			case it.end.Before(after):
				i = 2
			default:
				i = 3
			}
			parts[i].Items = append(parts[i].Items, it)
		}
	}
	for i := range parts {
		slices.SortStableFunc(parts[i].Items, func(a, b Item) int { return cmp.Compare(a.End, b.End) })
	}
	return slices.DeleteFunc(parts, func(d Due) bool { return len(d.Items) == 0 })
}

func items(x *plan.Extraction, on time.Time) []Item {
	var out []Item
	for i := range x.Models {
		m := &x.Models[i]
		t, basis := align.TimelineOf(x, m)
		leads, _ := align.LeadsOf(x, m)
		if t != nil {
			out = append(out, item(x, t, on, fmt.Sprint(m.Number), m.Title, leads, basis == align.InAppendix))
		}
	}
	for _, t := range x.Tasks {
		if t.Timeline != nil {
			leads := t.Lead
			if len(leads) == 0 {
				leads = t.Implementing
			}
			out = append(out, item(x, t.Timeline, on, t.ID, t.Text, leads, false))
		}
	}
	return out
}

func item(x *plan.Extraction, t *plan.Timeline, on time.Time, number, title string, leads []plan.Agency, appendix bool) Item {
	it := Item{Plan: x.Plan.ID, Name: align.Name(x), Number: number, Title: title, Lead: []string{}, Text: t.Text, WaitsOn: append([]string{}, t.WaitsOn...),
		Appendix: appendix, Span: t.Span, end: calendar.Last(t.End), kind: calendar.StateOf(t, on)}
	for _, a := range leads {
		it.Lead = append(it.Lead, align.Spelled(a))
	}
	if t.WaitModel != nil {
		it.WaitsOn = append(it.WaitsOn, fmt.Sprintf("mô hình %d", *t.WaitModel))
	}
	if !it.end.IsZero() {
		it.End = it.end.Format(time.DateOnly)
		it.Days = int(it.end.Sub(on).Hours() / 24)
	}
	return it
}
