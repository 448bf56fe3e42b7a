package extract

import (
	"fmt"
	"sort"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/plan"
	"kehoach/extract/tool"
	"kehoach/ingest/source"
)

// Reason tells where one value of an extraction stands, and why it was read.
type Reason struct {
	Of    string      `json:"of"`    // "plan", "model 6", "task II.1", "responsibility 2", "appendix 6"
	Field string      `json:"field"` // its name in JSON
	Value string      `json:"value"` // as printed
	Means string      `json:"means"` // what it was read as, where that differs: a full name, "deadline ..2023-11-30"
	Span  source.Span `json:"span"`
	Steps []Step      `json:"steps"` // from the widest ground to the narrowest
}

// Step is one rule that had a part in reading a value. The rules are:
//
//   - "head", "tail": the head or the end of the document;
//   - "heading": the head of a model; "task": a paragraph or row that is a task;
//   - "duties": a heading that names whom the duties below it bind;
//   - "label": a label of the lexicon; "own-label": one that the document repeats;
//   - "unknown-label": a label that no rule understands; its text is kept as printed;
//   - "no-label": a paragraph without a label, kept as printed;
//   - "column": the column of a table; "sentence": a sentence that says so;
//   - "role": a word that gives a role; "above": what a bullet or heading above names;
//   - "by-number": a sentence elsewhere that names the model by its number;
//   - "name", "kind", "bodies", "between": how a body's name was found (see agency.How);
//   - "timeline/…": a rule of the table in package timeline;
//   - "tool", "tool-kind", "tool-named": how a tool was found (see tool.How).
type Step struct {
	Rule    string `json:"rule"`
	Wording string `json:"wording"` // the words of the document or the lexicon, "" where the rule needs none
}

// Explain reads f as Extract does, and tells why each value was read.
func Explain(f *source.File) (*plan.Extraction, []Reason) {
	r := newReader(f)
	r.trace = trace{}
	x := r.read(f)
	e := explainer{trace: r.trace}
	e.plan(&x.Plan)
	for i := range x.Models {
		e.model(&x.Models[i])
	}
	for i := range x.Tasks {
		e.task(&x.Tasks[i])
	}
	for i, d := range x.Responsibilities {
		e.add(fmt.Sprintf("responsibility %d", i+1), "agency", d.Agency, d.Span, Step{"duties", d.Section})
	}
	for i := range x.Appendix {
		e.appendix(&x.Appendix[i])
	}
	return x, e.reasons
}

// A trace keeps why values were read, by their field and place. A nil trace keeps
// nothing.
type trace map[traced][]Step

type traced struct {
	field string
	span  source.Span
}

// because notes that the value of a field at span was read for what the reader is under
// now, and by steps.
func (r *reader) because(field string, span source.Span, steps ...Step) {
	key := traced{field, span}
	if r.trace == nil || r.trace[key] != nil {
		return
	}
	r.trace[key] = append(append([]Step{}, r.under...), steps...)
}

// within runs read under one more step.
func (r *reader) within(rule, wording string, read func()) {
	r.under = append(r.under, Step{rule, wording})
	read()
	r.under = r.under[:len(r.under)-1]
}

// labelRule tells whose label it is.
func labelRule(f *field) string {
	p := f.head
	switch {
	case p.Label == nil && f.label == "":
		return "sentence"
	case p.Label == nil:
		return "unknown-label"
	case p.Label.Own:
		return "own-label"
	}
	return "label"
}

// An explainer walks through an extraction.
type explainer struct {
	trace   trace
	reasons []Reason
}

func (e *explainer) add(of, field, value string, span source.Span, steps ...Step) {
	if value == "" {
		return
	}
	if known := e.trace[traced{field, span}]; known != nil {
		steps = append(append([]Step{}, known...), steps...)
	}
	e.reasons = append(e.reasons, Reason{Of: of, Field: field, Value: value, Span: span, Steps: steps})
}

func (e *explainer) plan(p *plan.Plan) {
	values := map[string]string{
		"kind": p.Kind, "number": deref(p.Number), "symbol": deref(p.Symbol), "place": deref(p.Place), "title": deref(p.Title),
		"issuers": strings.Join(p.Issuers, "; "), "date": date(p.Date), "period": date(p.Period.Start) + "–" + date(p.Period.End),
		"recipients": strings.Join(p.Recipients, "; "),
	}
	if p.DeclaredModels != nil {
		values["declared_models"] = fmt.Sprint(*p.DeclaredModels)
	}
	var fields []string
	for field := range p.Spans {
		fields = append(fields, field)
	}
	sort.Slice(fields, func(i, j int) bool {
		a, b := p.Spans[fields[i]], p.Spans[fields[j]]
		return a.Line < b.Line || a.Line == b.Line && fields[i] < fields[j]
	})
	for _, field := range fields {
		rule := "head"
		switch field {
		case "recipients":
			rule = "tail"
		case "period", "declared_models":
			rule = "sentence"
		}
		e.add("plan", field, values[field], p.Spans[field], Step{rule, ""})
	}
	for _, c := range p.LegalBasis {
		e.add("plan", "legal_basis", strings.TrimSpace(c.Kind+" "+deref(c.Number)), c.Span, Step{"head", ""})
	}
	for _, s := range p.Signers {
		e.add("plan", "signers", deref(s.Name), s.Span, Step{"tail", ""})
	}
}

func (e *explainer) model(m *plan.Model) {
	of := fmt.Sprintf("model %d", m.Number)
	e.add(of, "title", m.Title, m.Spans["title"])
	e.add(of, "objective", deref(m.Objective), m.Spans["objective"])
	e.agencies(of, "lead", m.Lead)
	e.agencies(of, "cooperating", m.Cooperating)
	e.agencies(of, "implementing", m.Implementing)
	e.agencies(of, "supporting", m.Supporting)
	e.agencies(of, "guiding", m.Guiding)
	for _, a := range m.Assignments {
		e.add(of, "assignments", a.Text, a.Span)
		e.agencies(of, "actors", a.Actors)
	}
	for _, f := range m.Forces {
		e.add(of, "forces", f, m.Spans["forces"])
	}
	e.timeline(of, m.Timeline)
	for _, t := range m.Tools {
		how, wording := tool.How(t.Name)
		e.add(of, "tools", t.Name, t.Span, Step{how, wording})
		e.means(t.Canonical)
	}
	for _, f := range m.Other {
		kept := Step{"unknown-label", f.Label}
		if f.Label == "" {
			kept.Rule = "no-label"
		}
		e.add(of, "other", f.Text, f.Span, kept)
	}
}

func (e *explainer) task(t *plan.Task) {
	of := "task " + t.ID
	e.add(of, "text", t.Text, t.Span, Step{"task", t.ID})
	e.agencies(of, "lead", t.Lead)
	e.agencies(of, "cooperating", t.Cooperating)
	e.agencies(of, "implementing", t.Implementing)
	e.timeline(of, t.Timeline)
	e.add(of, "product", deref(t.Product), t.Span, e.trace[traced{"product " + t.ID, source.Span{}}]...)
}

func (e *explainer) appendix(a *plan.AppendixRow) {
	of := fmt.Sprintf("appendix %d", a.Number)
	e.add(of, "title", a.Title, a.Span, Step{"column", "title"})
	e.agencies(of, "lead", a.Lead)
	e.agencies(of, "cooperating", a.Cooperating)
	e.timeline(of, a.Timeline)
	e.add(of, "forces", deref(a.Forces), a.Span, Step{"column", "forces"})
	e.add(of, "tools", deref(a.Tools), a.Span, Step{"column", "tools"})
}

func (e *explainer) agencies(of, field string, as []plan.Agency) {
	for _, a := range as {
		how, wording := agency.How(a.Name)
		steps := e.trace[traced{"agency", a.Span}]
		e.reasons = append(e.reasons, Reason{Of: of, Field: field, Value: a.Name, Span: a.Span, Steps: append(append([]Step{}, steps...), Step{how, wording})})
		e.means(a.Canonical)
	}
}

func (e *explainer) timeline(of string, t *plan.Timeline) {
	if t == nil {
		return
	}
	e.add(of, "timeline", t.Text, t.Span)
	means := string(t.Kind)
	if t.Start != nil || t.End != nil {
		means += " " + date(t.Start) + ".." + date(t.End)
	}
	e.means(means)
}

// means says what the last value was read as.
func (e *explainer) means(s string) {
	if last := &e.reasons[len(e.reasons)-1]; s != last.Value {
		last.Means = s
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func date(d *plan.Date) string {
	if d == nil {
		return ""
	}
	return string(*d)
}
