package report

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Finding is one thing that a reader of a plan should look at.
type Finding struct {
	Where   string  `json:"where"` // "Mô hình 5", "II.2"
	Message string  `json:"message"`
	Code    string  `json:"code"`
	Quotes  []Quote `json:"quotes"` // both places, where two contradict each other
}

// Theme is a group of findings.
type Theme struct {
	Name     string    `json:"name"`
	Notes    bool      `json:"notes"` // worth knowing, no fault
	Findings []Finding `json:"findings"`
}

// quoteLength is how many letters of a passage an audit quotes.
const quoteLength = 160

// Audit lists the contradictions and gaps of x, grouped. text is its file as read.
// Themes without findings are left out.
func Audit(x *plan.Extraction, text string) []Theme {
	byTheme := map[string][]Finding{themeConflicts: conflicts(x, text), themeGaps: gaps(x)}
	for _, d := range x.Diagnostics {
		if name := themeOf(d); name != "" {
			byTheme[name] = append(byTheme[name], diagnosed(d, text))
		}
	}
	var out []Theme
	for _, name := range themes {
		if list := byTheme[name]; len(list) > 0 {
			out = append(out, Theme{name, name == themeNotes, list})
		}
	}
	return out
}

// Faults are the names of the themes in their order, but for those worth knowing only.
func Faults() []string {
	return slices.DeleteFunc(slices.Clone(themes), func(name string) bool { return name == themeNotes })
}

// themeOf groups a diagnostic by its code; one that is not known goes by its severity.
// It is "" for what conflicts and gaps say already.
func themeOf(d source.Diagnostic) string {
	if name, ok := themeOfCode[d.Code]; ok {
		return name
	}
	if d.Severity == source.Info {
		return themeNotes
	}
	return themeErrors
}

// conflicts are the fields in which body and appendix contradict each other.
func conflicts(x *plan.Extraction, text string) []Finding {
	var out []Finding
	for _, c := range x.Conflicts {
		f := Finding{Where: fmt.Sprintf("Mô hình %d", c.Model), Code: "appendix-conflict",
			Message: fmt.Sprintf("%s: phần chính nêu “%s”, phụ lục nêu “%s”", FieldName(c.Field), c.Body, c.Appendix)}
		for i := range x.Models {
			if x.Models[i].Number == c.Model {
				f.Quotes = append(f.Quotes, QuoteAt(text, bodySpan(&x.Models[i], c), quoteLength))
			}
		}
		for _, r := range x.Appendix {
			if r.Number == c.Model {
				f.Quotes = append(f.Quotes, QuoteAt(text, r.Span, quoteLength))
			}
		}
		out = append(out, f)
	}
	return out
}

// bodySpan is where the body says what the appendix contradicts: the duty that names
// the agency, where the field itself does not.
func bodySpan(m *plan.Model, c plan.Conflict) source.Span {
	for _, d := range m.Assignments {
		if c.Field == "lead" && len(m.Lead) == 0 && d.Role == plan.Lead &&
			slices.ContainsFunc(d.Actors, func(a plan.Agency) bool { return strings.Contains(c.Body, a.Name) }) {
			return d.Span
		}
	}
	bodies := map[string][]plan.Agency{"lead": m.Lead, "cooperating": m.Cooperating}[c.Field]
	var at source.Span
	for _, a := range bodies {
		at = at.Union(a.Span) // they may stand in a field of another name
	}
	if !at.IsZero() {
		return at
	}
	return fieldSpan(m, c.Field)
}

func diagnosed(d source.Diagnostic, text string) Finding {
	f := Finding{Where: d.Where, Message: d.Message, Code: d.Code}
	if strings.HasPrefix(d.Message, d.Where) {
		f.Where = ""
	}
	if d.Span != nil {
		f.Quotes = append(f.Quotes, QuoteAt(text, *d.Span, quoteLength))
	}
	for _, r := range d.Related {
		f.Quotes = append(f.Quotes, QuoteAt(text, r, quoteLength))
	}
	return f
}

// gaps says which fields some models leave out that others of the plan have.
func gaps(x *plan.Extraction) []Finding {
	var out []Finding
	for _, f := range []struct {
		field string
		has   func(*plan.Model) bool
	}{
		{"objective", func(m *plan.Model) bool { return m.Objective != nil }},
		{"lead", func(m *plan.Model) bool { l, _ := align.LeadsOf(x, m); return len(l) > 0 }},
		{"assignments", func(m *plan.Model) bool { return len(m.Assignments) > 0 }},
		{"timeline", func(m *plan.Model) bool { t, _ := align.TimelineOf(x, m); return t != nil }},
		{"tools", func(m *plan.Model) bool { return len(m.Tools) > 0 }},
	} {
		var without []int
		for i := range x.Models {
			if !f.has(&x.Models[i]) {
				without = append(without, x.Models[i].Number)
			}
		}
		if len(without) > 0 {
			name := strings.ToLower(FieldName(f.field))
			if f.field == "lead" {
				name += " hay thực hiện"
			}
			out = append(out, Finding{Code: "no-" + f.field, Message: fmt.Sprintf("%d/%d mô hình không nêu %s: %s", len(without), len(x.Models), name, Numbers(without))})
		}
	}
	var tasks []string
	for _, t := range x.Tasks {
		if len(t.Lead)+len(t.Implementing) == 0 {
			tasks = append(tasks, t.ID)
		}
	}
	if len(tasks) > 0 {
		out = append(out, Finding{Code: "no-lead", Message: fmt.Sprintf("%d/%d nhiệm vụ không nêu cơ quan chủ trì, thực hiện: %s", len(tasks), len(x.Tasks), strings.Join(tasks, ", "))})
	}
	return out
}

// Numbers writes 1, 2, 3, 7 as "1–3, 7".
func Numbers(list []int) string {
	list = slices.Sorted(slices.Values(list))
	var parts []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		switch {
		case j-i >= 2:
			parts = append(parts, fmt.Sprintf("%d–%d", list[i], list[j]))
		case j > i:
			parts = append(parts, fmt.Sprint(list[i]), fmt.Sprint(list[j]))
		default:
			parts = append(parts, fmt.Sprint(list[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
