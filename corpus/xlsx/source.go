package xlsx

import (
	"strings"

	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// place says where a value stands: "tr. 1, dòng 12–14". It is "" for no place.
func place(s source.Span) string { return report.Place(s) }

// quote returns the words at s in the file of x on one line, without the marks of
// Markdown, where they are known.
func (b *book) quote(x *plan.Extraction, s source.Span) string {
	if b.opt.Text == nil || s.IsZero() {
		return ""
	}
	t := b.opt.Text(x)
	if s.Start < 0 || s.End > len(t) || s.Start > s.End {
		return ""
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(t[s.Start:s.End], "**", "")), " ")
}

// agencies lists names, one a line: as printed, but mere abbreviations in full.
func agencies(list []plan.Agency) string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = align.Spelled(a)
	}
	return strings.Join(names, "\n")
}

// leads says who leads m, and on what ground where its own field does not say it.
func leads(x *plan.Extraction, m *plan.Model) string {
	list, basis := align.LeadsOf(x, m)
	return strings.TrimSpace(agencies(list) + "\n" + basisWords[basis])
}

// partners says who cooperates in m, and on what ground.
func partners(x *plan.Extraction, m *plan.Model) string {
	list, basis := align.CooperatingOf(x, m)
	return strings.TrimSpace(agencies(list) + "\n" + basisWords[basis])
}

// times says when m is to be done, and on what ground.
func times(x *plan.Extraction, m *plan.Model) string {
	t, basis := align.TimelineOf(x, m)
	return strings.TrimSpace(timelineText(t) + "\n" + basisWords[basis])
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
