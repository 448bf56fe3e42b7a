package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
)

// A field is a label and what stands under it, up to the next label.
type field struct {
	meaning string // as in labels.txt; "" for text under no label, "?" for an unknown label
	label   string // as printed
	head    *outline.Para
	value   outline.Phrase // behind the label, on its line
	items   []*outline.Para
	actor   outline.Phrase // the bodies whose duties stand in the field, where its head names them
	parted  bool           // the value is only some of the sentences behind the label
	at      source.Span    // where it stands, once it is read
}

// fieldsOf cuts the paragraphs under a heading into fields.
func fieldsOf(head *outline.Para) []*field {
	var below []*outline.Para
	head.Walk(func(p *outline.Para) bool {
		if p.Item == nil { // else another model below this one: a heading gone astray
			below = append(below, p)
		}
		return p.Item == nil
	})
	var fields []*field
	var open *field
	for i, p := range below {
		switch {
		case p.Label != nil && opens(open, p):
			open = &field{meaning: p.Label.Meaning, label: labelText(p), head: p, value: p.Value().Trim()}
			fields = append(fields, open)
		case headsDuties(open, p):
			bodies, _ := agency.Title(p.Text)
			open = &field{meaning: "assignments", head: p, actor: p.Slice(bodies.Start, bodies.End)}
			fields = append(fields, open)
		case open != nil && statedMeaning(open, p) != "":
			open = &field{meaning: statedMeaning(open, p), head: p, value: p.Phrase.Trim()}
			fields = append(fields, open)
		case p.Recurs && givesWay(open):
			label, rest, ok := unknownLabel(p)
			if !ok {
				open.items = append(open.items, p)
				break
			}
			open = &field{meaning: "?", label: label, head: p, value: rest.Trim()}
			fields = append(fields, open)
		case open != nil && open.meaning == "timeline" && open.value.Text != "" && dutyBehindTime(open, p):
			open = &field{meaning: "assignments", head: open.head, items: []*outline.Para{p}, parted: true}
			fields = append(fields, open)
		case open != nil && open.isList() && (isRow(p) || p.Marker.Style == outline.None && i+1 < len(below) && isRow(below[i+1])):
			// a table behind a model, and its title, tell of more than its last field
		case open == nil || !belongs(open, p):
			f := &field{head: p, value: p.Phrase.Trim()}
			if label, rest, ok := unknownLabel(p); ok && (open != nil || p.Marker.Style != outline.None) {
				f.meaning, f.label, f.value = "?", label, rest.Trim()
				open = f
			}
			fields = append(fields, f)
		default:
			open.items = append(open.items, p)
		}
	}
	return fields
}

// fewestDutyWords are the words of the shortest bullet that says what is to be done and names nobody.
const fewestDutyWords = 4

// dutyBehindTime reports whether p is a bullet that says what is to be done: behind a time that is told on one
// line it is no part of that.
func dutyBehindTime(open *field, p *outline.Para) bool {
	if p.Marker.Style < outline.Dash || p.Label != nil || p.Cells != nil {
		return false
	}
	if !agency.Begins(p.Text) {
		_, start, whole := timeline.Only(open.value.Text)
		_, _, _, timed := timeline.Find(p.Text)
		return whole && start == 0 && !timed && !strings.Contains(p.Text, ":") && len(strings.Fields(p.Text)) >= fewestDutyWords
	}
	if _, rest, ok := strings.Cut(p.Text, ":"); ok {
		if _, _, isTime := timeline.Only(strings.Trim(rest, " .;")); isTime {
			return false // "- Công an tỉnh: trước 30/6/2024"
		}
	}
	bodies, ok := agency.Title(p.Text)
	return !ok || strings.Trim(p.Text[bodies.End:], " :.;") != ""
}

// isRow reports whether p is the row of a table, and no line of two cells.
func isRow(p *outline.Para) bool { return len(p.Cells) > 2 }

// isList reports whether a field names bodies, times or things, and so has no table.
func (f *field) isList() bool {
	switch f.meaning {
	case "lead", "cooperating", "executing", "supporting", "timeline", "tools":
		return true
	}
	return false
}

// givesWay reports whether an open field may end before a line with a label of unknown meaning that
// recurs: it has a label of a known wording without a number, and is no list of duties or contents,
// whose lines have such labels of their own, unless it has had its lines.
func givesWay(open *field) bool {
	if open == nil || open.head.Marker.Style != outline.None || open.head.Label == nil || open.head.Label.Own {
		return false
	}
	lists := open.meaning == "assignments" || open.meaning == "content"
	return !lists || open.value.Text == "" && len(open.items) > 0
}

// headsDuties reports whether p heads what bodies have to do, and is no part of a field that says so
// already: "a. Trách nhiệm của Bảo hiểm xã hội tỉnh" over bullets.
func headsDuties(open *field, p *outline.Para) bool {
	if p.Label != nil || p.Cells != nil || len(p.Children) == 0 || p.Marker.Style == outline.None || p.Marker.Style >= outline.Dash {
		return false
	}
	if open != nil {
		switch open.meaning {
		case "assignments", "organising", "content", "allocation", "executing", "?":
			if below(p, open.head) || open.actor.Text == "" {
				return false
			}
		}
	}
	bodies, ok := agency.Title(p.Text)
	return ok && strings.Trim(p.Text[bodies.End:], " :.") == ""
}

// labelText is the label of p as printed.
func labelText(p *outline.Para) string {
	return strings.TrimRight(strings.TrimSpace(p.Text[:p.Label.End]), " :.-–")
}

// opens reports whether the label of p begins a field of its own. Below the label of a
// field, a label of the same meaning is part of its text, and so is one that may be a
// common word ("Nhiệm vụ: …").
func opens(open *field, p *outline.Para) bool {
	if open == nil || !below(p, open.head) {
		return true
	}
	switch p.Label.Meaning {
	case open.meaning, "other", "product", "assignments", "organising", "content":
		return false
	}
	return open.meaning == "assignments" || open.meaning == "allocation" || open.meaning == "executing" || open.meaning == "organising" || open.meaning == "content" || open.meaning == "?"
}

func below(p, q *outline.Para) bool {
	for a := p.Parent; a != nil; a = a.Parent {
		if a == q {
			return true
		}
	}
	return false
}

// belongs reports whether p is part of the open field: it stands below its label, or
// beside it where the label announced a list.
func belongs(open *field, p *outline.Para) bool {
	if below(p, open.head) || p.Marker.Style == outline.None {
		return true
	}
	return open.value.Text == "" && len(open.head.Children) == 0 || p.Marker.Style != open.head.Marker.Style
}

// unknownLabelForm reads a short label before a colon that no lexicon knows.
var unknownLabelForm = pattern.MustCompile(`^(\p{Lu}[^:;.,()“”]{2,40}):\s`)

func unknownLabel(p *outline.Para) (label string, rest outline.Phrase, ok bool) {
	m := unknownLabelForm.FindStringSubmatchIndex(p.Text)
	if m == nil || len(agency.List(p.Text[:m[3]])) > 0 && p.Marker.Style >= outline.Dash && !p.Strong {
		return "", outline.Phrase{}, false
	}
	return p.Text[m[2]:m[3]], p.From(m[1]), true
}

// whole is the text of a field: what stands behind the label and below it, each part
// behind a blank, bullets with their dash.
func (f *field) whole() outline.Phrase {
	text := f.value
	for _, p := range f.items {
		sep := " "
		if p.Marker.Style >= outline.Dash && text.Text != "" {
			sep = " - "
		}
		if text.Text == "" {
			text = p.Phrase
		} else {
			text = outline.Join(sep, punctuated(text, f, p), p.Phrase)
		}
	}
	return text.Trim()
}

// punctuated gives a text back the mark that Trim took off, because more follows.
func punctuated(text outline.Phrase, f *field, next *outline.Para) outline.Phrase {
	if len(f.items) > 0 && next == f.items[0] {
		return f.head.Value()
	}
	return text
}

// entries are the bullets of a field, or its whole text where it has none. Text without
// a marker goes on with the bullet before it.
func (f *field) entries() []outline.Phrase {
	var out []outline.Phrase
	if f.value.Text != "" {
		out = append(out, bulletsWithin(f.value)...)
	}
	for _, p := range f.items {
		if n := len(out); n > 0 && p.Marker.Style == outline.None && f.value.Text == "" && p.Parent != f.head {
			out[n-1] = outline.Join(" ", out[n-1], p.Phrase)
			continue
		}
		out = append(out, bulletsWithin(p.Phrase)...) // the rest of a cell that the page break cut
	}
	for i := range out {
		out[i] = out[i].Trim()
	}
	return out
}

// bulletsWithin parts a text at the bullets within it, as the lines of a table's cell are joined:
// "- Công chức một cửa; - Đoàn viên thanh niên". The first may have lost its own.
func bulletsWithin(s outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	start := 0
	if at := bulletWithin.FindStringIndex(s.Text); at != nil {
		start = at[1]
	}
	for _, at := range bulletBehind.FindAllStringIndex(s.Text, -1) {
		if at[0] < start || !upperAt(s.Text, at[1]) {
			continue
		}
		out = append(out, s.Slice(start, at[0]+1))
		start = at[1]
	}
	if out == nil {
		return []outline.Phrase{s}
	}
	return append(out, s.From(start))
}

// upperAt reports whether a capital stands at a byte of s.
func upperAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// bulletWithin reads a bullet at the start, bulletBehind one that stands behind the end of another
// entry.
var (
	bulletWithin = pattern.MustCompile(`^[-+•–] ?`)
	bulletBehind = pattern.MustCompile(`[;.] ?[-+•–] `)
)

// span is where a field stands.
func (f *field) span() source.Span {
	if f.parted {
		return f.value.Whole()
	}
	s := f.head.Whole()
	for _, p := range f.items {
		s = s.Union(p.Whole())
	}
	return s
}
