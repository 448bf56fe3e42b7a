package xlsx

import (
	"fmt"
	"slices"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// origin is where the first of the values that a compared cell shows comes from: its row
// of "Dữ liệu", 0 for none, and its place in the document.
type origin struct {
	row  int
	span source.Span
}

// cell is a narrow cell that says the place and leads to the row. LibreOffice wraps no
// text that is a link, so a value of several lines cannot be one itself: this one is.
func (o origin) cell() cell {
	if o.row == 0 {
		return cell{}
	}
	return cell{value: shortPlace(o.span), look: origins, to: o.row}
}

// shortPlace fits a narrow column: "tr. 1, d. 53".
func shortPlace(s source.Span) string {
	if s.Line == 0 {
		return "→"
	}
	return fmt.Sprintf("tr. %d, d. %d", s.Page, s.Line)
}

// leadOrigin is the origin of what leads says of a model.
func (b *book) leadOrigin(p, j int) origin {
	x := b.Plans[p]
	m := &x.Models[j]
	list, basis := align.LeadsOf(x, m)
	switch {
	case len(list) == 0:
		return origin{}
	case basis == align.InAppendix:
		return b.appendixOrigin(p, m.Number, "lead", list[0].Span)
	case basis == align.InAssignments:
		return b.dutyOrigin(p, j)
	case basis == align.Implementing:
		return origin{b.data.row(subject{p, ofModel, j}, "implementing"), list[0].Span}
	}
	return origin{b.data.row(subject{p, ofModel, j}, "lead"), list[0].Span}
}

// dutyOrigin is that of the first duty of a model that somebody leads.
func (b *book) dutyOrigin(p, j int) origin {
	said := 0 // duties without words have no row
	for _, d := range b.Plans[p].Models[j].Assignments {
		if d.Text != "" {
			said++
		}
		if d.Role == plan.Lead && len(d.Actors) > 0 {
			return origin{b.data.nth(subject{p, ofModel, j}, "assignments", said), d.Span}
		}
	}
	return origin{}
}

// partnerOrigin is the origin of what partners says of a model.
func (b *book) partnerOrigin(p, j int) origin {
	x := b.Plans[p]
	m := &x.Models[j]
	list, basis := align.CooperatingOf(x, m)
	switch {
	case len(list) == 0:
		return origin{}
	case basis == align.InAppendix:
		return b.appendixOrigin(p, m.Number, "cooperating", list[0].Span)
	}
	return origin{b.data.row(subject{p, ofModel, j}, "cooperating"), list[0].Span}
}

// timeOrigin is the origin of what times says of a model.
func (b *book) timeOrigin(p, j int) origin {
	x := b.Plans[p]
	m := &x.Models[j]
	t, basis := align.TimelineOf(x, m)
	switch {
	case t == nil:
		return origin{}
	case basis == align.InAppendix:
		return b.appendixOrigin(p, m.Number, "timeline", t.Span)
	}
	return origin{b.data.row(subject{p, ofModel, j}, "timeline"), t.Span}
}

func (b *book) appendixOrigin(p, number int, field string, span source.Span) origin {
	k := slices.IndexFunc(b.Plans[p].Appendix, func(r plan.AppendixRow) bool { return r.Number == number })
	return origin{b.data.row(subject{p, ofAppendix, k}, field), span}
}

// taskOrigin is the origin of a field of a task, whose first value stands at span.
func (b *book) taskOrigin(p, j int, field string, list []plan.Agency) origin {
	if len(list) == 0 {
		return origin{}
	}
	return origin{b.data.row(subject{p, ofTask, j}, field), list[0].Span}
}
