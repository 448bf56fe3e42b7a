package xlsx

import (
	"fmt"
	"strings"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// place says where a value stands: "tr. 1, dòng 12–14". It is "" for no place.
func place(s source.Span) string {
	switch {
	case s.Line == 0:
		return ""
	case s.EndPage != 0 && s.EndPage != s.Page:
		return fmt.Sprintf("tr. %d, dòng %d – tr. %d, dòng %d", s.Page, s.Line, s.EndPage, s.EndLine)
	case s.EndLine > s.Line:
		return fmt.Sprintf("tr. %d, dòng %d–%d", s.Page, s.Line, s.EndLine)
	}
	return fmt.Sprintf("tr. %d, dòng %d", s.Page, s.Line)
}

// quote returns the words at s in the file of x on one line, where they are known.
func (b *book) quote(x *plan.Extraction, s source.Span) string {
	if b.opt.Text == nil || s.IsZero() {
		return ""
	}
	t := b.opt.Text(x)
	if s.Start < 0 || s.End > len(t) || s.Start > s.End {
		return ""
	}
	return strings.Join(strings.Fields(t[s.Start:s.End]), " ")
}

// agencies lists names as printed, one a line.
func agencies(list []plan.Agency) string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = a.Name
	}
	return strings.Join(names, "\n")
}

// leads says who leads m; who implements it, where nobody is said to lead.
func leads(m *plan.Model) string {
	if len(m.Lead) > 0 || len(m.Implementing) == 0 {
		return agencies(m.Lead)
	}
	return agencies(m.Implementing) + "\n(thực hiện)"
}

func timelineText(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return t.Text
}

func toolNames(list []plan.Tool) string {
	names := make([]string, len(list))
	for i, t := range list {
		names[i] = t.Name
	}
	return strings.Join(names, "\n")
}

// spanOf is where a field of m stands, or m itself.
func spanOf(m *plan.Model, field string) source.Span {
	if s, ok := m.Spans[field]; ok && !s.IsZero() {
		return s
	}
	return m.Span
}

// rowNumber is the number of a row in the catalogue, or nothing.
func rowNumber(r align.Row) cell {
	if r.Entry == nil {
		return cell{value: outside, look: absent}
	}
	return num(r.Entry.Number)
}
