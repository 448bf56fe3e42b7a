package index

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kehoach/extract/plan"
	"kehoach/index/query"
	"kehoach/index/vi"
	"kehoach/ingest/source"
)

// readingProperty holds suggested readings of damaged words. They are indexed with
// the text and not stored with it.
const readingProperty = "reading"

// breakText parts the parts of a document in its one stored text.
const breakText = string(vi.Break)

// document is what one thing that can be found looks like to the index.
type document struct {
	id       string
	kind     Kind
	number   *int // of a model
	span     source.Span
	parts    []Part // the first is the title
	context  []string
	facets   map[string][]string
	readings []string
	damages  []damage
}

// Part is a stretch of printed text of a document, with its place.
type Part struct {
	Field string      `json:"field"` // the name of the field in an extraction: "title", "objective", "appendix_lead", …
	Text  string      `json:"text"`
	Span  source.Span `json:"span"`

	damages []damage
}

// add appends a part unless text is empty.
func (d *document) add(field, text string, span source.Span) {
	if strings.TrimSpace(text) != "" {
		d.parts = append(d.parts, Part{Field: field, Text: text, Span: span})
	}
}

// has reports whether text already is a part of d.
func (d *document) has(text string) bool {
	return slices.ContainsFunc(d.parts, func(p Part) bool { return p.Text == text })
}

func (d *document) addAgencies(field string, as []plan.Agency) {
	for _, a := range as {
		d.add(field, a.Name, a.Span)
	}
}

// facet adds a value to a facet, once.
func (d *document) facet(name, value string) {
	if value != "" && !slices.Contains(d.facets[name], value) {
		d.facets[name] = append(d.facets[name], value)
	}
}

// facetAgencies adds agencies to a facet and to those that it is a part of.
func (d *document) facetAgencies(name string, as []plan.Agency) {
	for _, a := range as {
		d.facet(name, a.Canonical)
		d.facet(query.Agency, a.Canonical)
		switch name {
		case query.Lead:
			d.facet(query.Leading, a.Canonical)
		case query.Cooperating:
			d.facet(query.Helping, a.Canonical)
		}
	}
}

func (d *document) facetTimeline(t *plan.Timeline) {
	if t == nil {
		return
	}
	d.facet(query.Timeline, string(t.Kind))
	if t.End == nil || t.Kind != plan.Deadline && t.Kind != plan.Range {
		return
	}
	due := string(*t.End)
	d.facet(query.Due, lastDay(due))
	d.facet(query.DueYear, due[:min(4, len(due))])
	d.facet(query.DueQuarter, quarter(due))
}

// refPattern reads the number of a document: "06/QĐ-TTg", "73/2019/NĐ-CP",
// "233/KH - UBND", "38-CT/TU".
var refPattern = regexp.MustCompile(`\d{1,5}(?:\s?/\s?\d{4})?\s?[/-]\s?\p{Lu}[\p{L}\d]*(?:\s?[-/]\s?\p{Lu}[\p{L}\d]*)+`)

func refs(text string) []string {
	if !mayHoldRef(text) {
		return nil
	}
	found := refPattern.FindAllString(text, -1)
	for i, r := range found {
		found[i] = strings.ReplaceAll(r, " ", "")
	}
	return found
}

// mayHoldRef reports whether a digit stands before a slash or a dash in text. Few texts
// have that, and to look for the pattern takes long.
func mayHoldRef(text string) bool {
	for i := 1; i < len(text); i++ {
		if text[i] != '/' && text[i] != '-' {
			continue
		}
		before := text[i-1]
		if before <= ' ' && i > 1 {
			before = text[i-2]
		}
		if '0' <= before && before <= '9' {
			return true
		}
	}
	return false
}

// properties is d as Bleve's mapping takes it.
func (d *document) properties(x *plan.Extraction) map[string]any {
	m := meta{Plan: x.Plan.ID, Source: x.Source.Name, Kind: d.kind, Number: d.number, Span: d.span, Damage: d.damages}
	texts := make([]string, len(d.parts))
	headings, goals := []string{d.parts[0].Text}, []string(nil)
	for i, p := range d.parts {
		texts[i] = strings.ReplaceAll(p.Text, breakText, " ")
		m.Fields, m.Spans = append(m.Fields, p.Field), append(m.Spans, p.Span)
		switch p.Field {
		case "objective":
			goals = append(goals, p.Text)
		case "note": // it stands in the heading
			headings = append(headings, p.Text)
		}
		for _, r := range refs(p.Text) {
			d.facet(query.Ref, r)
		}
	}
	props := map[string]any{
		metaField: string(m.encode()), query.Text: strings.Join(texts, breakText), query.Title: headings, query.Goal: goals,
		query.Context: d.context, readingProperty: d.readings, query.Kind: string(d.kind),
	}
	if d.number != nil {
		props[query.Number] = strconv.Itoa(*d.number)
	}
	for name, values := range d.facets {
		props[name] = values
	}
	return props
}
