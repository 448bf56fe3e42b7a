package report

import (
	"fmt"
	"strings"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Quote is a stretch of a document: what it says there, and where.
type Quote struct {
	Text string      `json:"text"`
	Span source.Span `json:"span"`
}

// Place writes where a span is: "tr. 1, dòng 12–14"; "" for no place.
func Place(s source.Span) string {
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

// QuoteAt returns the words at s in text, the file of the plan, on one line, without the
// marks of Markdown, and at most so many letters; a text that is not known gives no words.
func QuoteAt(text string, s source.Span, most int) Quote {
	q := Quote{Span: s}
	if s.Start >= 0 && s.Start <= s.End && s.End <= len(text) {
		q.Text = strings.Join(strings.Fields(strings.ReplaceAll(text[s.Start:s.End], "**", "")), " ")
		if r := []rune(q.Text); len(r) > most {
			q.Text = string(r[:most]) + "…"
		}
	}
	return q
}

// fieldSpan is where a field of m stands, or m itself.
func fieldSpan(m *plan.Model, field string) source.Span {
	if s, ok := m.Spans[field]; ok && !s.IsZero() {
		return s
	}
	if field == "timeline" && m.Timeline != nil && !m.Timeline.Span.IsZero() {
		return m.Timeline.Span
	}
	return m.Span
}
