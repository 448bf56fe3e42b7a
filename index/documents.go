package index

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"kehoach/extract/plan"
	"kehoach/index/query"
	"kehoach/index/vi/fold"
	"kehoach/ingest/source"
)

// documents returns all that can be found of x: its header, its models with what an
// appendix adds to them, its tasks and its responsibilities.
func documents(x *plan.Extraction) []document {
	b := builder{x: x, groups: map[string]string{}, full: fullNames(x)}
	for _, g := range x.Groups {
		b.groups[g.Label] = g.Title
	}
	b.header()
	rows := map[int]int{} // the first of a number, for numbers may begin anew in each group
	for i, r := range slices.Backward(x.Appendix) {
		rows[r.Number] = i
	}
	told := map[int]bool{} // the rows that are about a model
	for _, m := range x.Models {
		var row plan.AppendixRow
		i, ok := rows[m.Number]
		if ok {
			row, told[i] = x.Appendix[i], true
		}
		b.model(m, row, ok)
	}
	for i, r := range x.Appendix {
		if !told[i] {
			b.row(r)
		}
	}
	for _, t := range x.Tasks {
		b.task(t)
	}
	for _, r := range x.Responsibilities {
		b.responsibility(r)
	}
	addReadings(b.docs)
	return b.docs
}

type builder struct {
	x      *plan.Extraction
	groups map[string]string // titles by label
	full   map[string]string // names of bodies by what is printed
	docs   []document
}

// documentID orders the documents of a plan as they stand in it.
func documentID(planID string, kind Kind, n int) string {
	order := map[Kind]int{PlanKind: 0, ModelKind: 1, TaskKind: 2, ResponsibilityKind: 3}
	return fmt.Sprintf("%s/%d/%06d", planID, order[kind], n)
}

// begin makes a document with all that it has from its plan.
func (b *builder) begin(kind Kind, title, titleField string, span, titleSpan source.Span) *document {
	p := &b.x.Plan
	d := document{id: documentID(p.ID, kind, len(b.docs)), kind: kind, span: span, facets: map[string][]string{}}
	d.parts = append(d.parts, Part{Field: titleField, Text: title, Span: titleSpan})
	d.context = append(d.context, p.Issuers...)
	for _, s := range []*string{p.Number, p.Locality.Commune, p.Locality.District, p.Locality.Province} {
		if s != nil {
			d.context = append(d.context, *s)
		}
	}
	d.facet(query.Plan, p.ID)
	d.facet(query.Province, deref(p.Locality.Province))
	for _, s := range []*string{p.Locality.Commune, p.Locality.District, p.Locality.Province} {
		d.facet(query.Locality, deref(s))
	}
	if p.Level != nil {
		d.facet(query.Level, string(*p.Level))
	}
	if p.Date != nil {
		d.facet(query.Date, string(*p.Date))
		d.facet(query.Year, string((*p.Date)[:min(4, len(*p.Date))]))
	}
	b.docs = append(b.docs, d)
	return &b.docs[len(b.docs)-1]
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (b *builder) header() {
	p := &b.x.Plan
	spanOf := func(field string) source.Span { return p.Spans[field] }
	title := cmp.Or(deref(p.Title), deref(p.Number), p.Kind, p.ID)
	whole := source.Span{}
	for _, s := range p.Spans {
		whole = whole.Union(s)
	}
	d := b.begin(PlanKind, title, "title", whole, spanOf("title"))
	d.context = nil
	d.add("kind", p.Kind, spanOf("kind"))
	d.add("number", deref(p.Number), spanOf("number"))
	for _, s := range p.Issuers {
		d.add("issuers", s, spanOf("issuers"))
		d.facet(query.Agency, s)
	}
	for _, s := range []*string{p.Locality.Commune, p.Locality.District, p.Locality.Province} {
		d.add("locality", deref(s), spanOf("place"))
	}
	for _, c := range p.LegalBasis {
		d.add("legal_basis", citation(c), c.Span)
	}
	for _, s := range b.x.Sections {
		d.add("sections", s.Title, s.Span)
		for _, p := range s.Text {
			if !b.inModel(p.Span) {
				d.add("section_text", p.Text, p.Span)
			}
		}
	}
	for _, g := range b.x.Groups {
		d.add("groups", g.Title, g.Span)
	}
	for _, s := range p.Signers {
		d.add("signers", deref(s.Name), s.Span)
		d.add("signers", deref(s.Title), s.Span)
	}
	for _, r := range p.Recipients {
		d.add("recipients", r, spanOf("recipients"))
	}
	for _, short := range slices.Sorted(maps.Keys(p.Abbreviations)) {
		d.add("abbreviations", short, spanOf("abbreviations"))
		d.add("abbreviations", p.Abbreviations[short], spanOf("abbreviations"))
		d.facet(shortField, short+"\t"+p.Abbreviations[short])
	}
}

// citation words a citation as documents do: "Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ".
func citation(c plan.Citation) string {
	s := c.Kind
	if c.Number != nil {
		s += " số " + *c.Number
	}
	if c.Issuer != nil {
		s += " của " + *c.Issuer
	}
	return s
}

func (b *builder) model(m plan.Model, row plan.AppendixRow, hasRow bool) {
	d := b.begin(ModelKind, m.Title, "title", m.Span, spanOr(m.Spans["title"], m.Span))
	d.setNumber(&m.Number)
	if m.Group != nil {
		d.facet(query.Group, b.groups[*m.Group])
		d.context = append(d.context, b.groups[*m.Group])
	}
	d.add("objective", deref(m.Objective), spanOr(m.Spans["objective"], m.Span))
	d.add("note", deref(m.Note), m.Span)
	for _, r := range []struct {
		field    string
		agencies []plan.Agency
		facet    string
	}{
		{"lead", m.Lead, query.Lead},
		{"cooperating", m.Cooperating, query.Cooperating},
		{"implementing", m.Implementing, query.Agency},
		{"supporting", m.Supporting, query.Agency},
		{"guiding", m.Guiding, query.Agency},
	} {
		d.addAgencies(r.field, r.agencies)
		d.facetAgencies(r.facet, r.agencies)
	}
	for _, a := range m.Assignments {
		d.add("assignments", a.Text, a.Span)
		switch a.Role {
		case plan.Lead:
			d.facetAgencies(query.Leading, a.Actors)
		case plan.Cooperate:
			d.facetAgencies(query.Helping, a.Actors)
		default:
			d.facetAgencies(query.Agency, a.Actors)
		}
	}
	for _, f := range m.Forces {
		d.add("forces", f, spanOr(m.Spans["forces"], m.Span))
	}
	d.addTimeline(m.Timeline)
	for _, t := range m.Tools {
		d.facet(query.Tool, t.Canonical)
		if !d.has(t.Text) {
			d.add("tools", t.Text, t.Span)
		}
	}
	for _, f := range m.Other {
		d.add("other", f.Text, f.Span)
	}
	for _, s := range b.x.Sections {
		for _, p := range s.Text {
			if within(p.Span, m.Span) {
				d.add("other", p.Text, p.Span)
			}
		}
	}
	if hasRow {
		d.addRow(row, len(m.Lead) == 0, m.Timeline == nil)
	}
}

// inModel reports whether a paragraph stands among the fields of a model.
func (b *builder) inModel(s source.Span) bool {
	return slices.ContainsFunc(b.x.Models, func(m plan.Model) bool { return within(s, m.Span) })
}

func within(inner, outer source.Span) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}

// setNumber makes d the model with a number. Documents write it before the title; who
// asks for "mô hình 6 Tuyên Quang" means it.
func (d *document) setNumber(n *int) {
	d.number = n
	d.context = append(d.context, fmt.Sprintf("Mô hình %d", *n))
}

func (d *document) addTimeline(t *plan.Timeline) {
	if t != nil {
		d.add("timeline", t.Text, t.Span)
		d.facetTimeline(t)
	}
}

// addRow adds what an appendix says of the model d. Who leads and when counts only
// where the body does not say.
func (d *document) addRow(r plan.AppendixRow, lead, timeline bool) {
	if fold.ExactKey(r.Title) != fold.ExactKey(d.parts[0].Text) {
		d.add("appendix", r.Title, r.Span)
	}
	d.addAgencies("appendix_lead", r.Lead)
	d.addAgencies("appendix_cooperating", r.Cooperating)
	d.facetAgencies(query.Leading, r.Lead)
	d.facetAgencies(query.Helping, r.Cooperating)
	if lead {
		d.facetAgencies(query.Lead, r.Lead)
	}
	d.add("appendix_forces", deref(r.Forces), r.Span)
	if t := r.Timeline; t != nil {
		d.add("appendix_timeline", t.Text, t.Span)
		if timeline {
			d.facetTimeline(t)
		}
	}
	d.add("appendix_tools", deref(r.Tools), r.Span)
}

// row adds a row of the annex that is about no model of the body: a model of its own, or a task
// where the plan is organised by tasks.
func (b *builder) row(r plan.AppendixRow) {
	if len(b.x.Models) == 0 && len(b.x.Tasks) > 0 {
		b.begin(TaskKind, r.Title, "text", r.Span, r.Span).addRow(r, true, true)
		return
	}
	d := b.begin(ModelKind, r.Title, "title", r.Span, r.Span)
	d.setNumber(&r.Number)
	d.addRow(r, true, true)
}

func (b *builder) task(t plan.Task) {
	d := b.begin(TaskKind, t.Text, "text", t.Span, t.Span)
	d.addAgencies("lead", t.Lead)
	d.addAgencies("cooperating", t.Cooperating)
	d.addAgencies("implementing", t.Implementing)
	d.facetAgencies(query.Lead, t.Lead)
	d.facetAgencies(query.Cooperating, t.Cooperating)
	d.facetAgencies(query.Agency, t.Implementing)
	d.addTimeline(t.Timeline)
	d.add("product", deref(t.Product), t.Span)
}

func (b *builder) responsibility(r plan.Responsibility) {
	d := b.begin(ResponsibilityKind, r.Agency, "agency", r.Span, r.Span)
	for _, name := range b.bodies(r.Agency) {
		d.facet(query.Agency, name)
	}
	for _, item := range r.Items {
		d.add("items", item, r.Span)
	}
}

func spanOr(s, other source.Span) source.Span {
	if s.IsZero() {
		return other
	}
	return s
}
