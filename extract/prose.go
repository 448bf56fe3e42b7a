package extract

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// lacksRoles reports whether no field has said who carries a model out.
func lacksRoles(m *plan.Model) bool {
	return len(m.Lead)+len(m.Cooperating)+len(m.Implementing)+len(m.Assignments) == 0 && m.Objective == nil && m.Timeline == nil
}

// prose reads a model that is told in sentences: who leads it, with whom, until when and
// with what. Only what a sentence says in so many words is read.
func (r *reader) prose(m *plan.Model, text outline.Phrase) {
	for _, s := range sentences(text) {
		r.within("sentence", "", func() { r.sentence(m, s) })
	}
}

// sentence reads one sentence about a model.
func (r *reader) sentence(m *plan.Model, s outline.Phrase) {
	f := normalize.Fold(s.Text)
	if m.Objective == nil && (strings.HasPrefix(f, "nhằm ") || strings.HasPrefix(f, "mục tiêu")) {
		o := s.Trim()
		m.Objective = &o.Text
		m.Spans["objective"] = o.Whole()
		r.because("objective", o.Whole())
		return
	}
	if strings.Contains(f, "chủ trì") {
		lead, cooperating, _ := r.roles(s)
		m.Lead, m.Cooperating = addAgencies(m.Lead, lead), addAgencies(m.Cooperating, cooperating)
	}
	if read, start, end, ok := timeline.Find(s.Text); ok && m.Timeline == nil {
		m.Timeline = r.timeOf(s.Slice(start, end).Trim(), read)
	}
	if i := toolClause(f); i >= 0 && len(m.Tools) == 0 {
		m.Tools = r.tools(s.From(i))
	}
}

// toolClause returns where a folded sentence begins to tell with what, or -1.
func toolClause(f string) int {
	for _, w := range []string{"công cụ triển khai là ", "công cụ triển khai: ", "công cụ là ", "công cụ: ", "sử dụng ", "thông qua ", "trên nền tảng "} {
		if i := strings.Index(f, w); i >= 0 {
			return i + len(w)
		}
	}
	return -1
}

// sentences cuts a text at its full stops and semicolons.
func sentences(text outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	start, depth := 0, 0
	for i := 0; i < len(text.Text); i++ {
		switch c := text.Text[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth <= 0 && (c == '.' || c == ';') && (i+1 == len(text.Text) || text.Text[i+1] == ' '):
			out = append(out, text.Slice(start, i+1))
			start = i + 1
		}
	}
	if rest := text.From(start); rest.Text != "" {
		out = append(out, rest)
	}
	return out
}

// statement reports whether a paragraph says who does the task above it, and perhaps by
// when: "- Công an huyện chủ trì, phối hợp với …, hoàn thành trước 31/12/2022."
func statement(text string) bool {
	found, _ := agency.Subject(text)
	if len(found) == 0 || len(text) > 600 {
		return false
	}
	f := normalize.Fold(text)
	return strings.Contains(f, "chủ trì") || strings.Contains(f, "thực hiện") || strings.Contains(f, "phối hợp")
}
