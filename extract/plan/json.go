package plan

import (
	"slices"
	"strconv"

	"kehoach/ingest/source"
)

// AppendJSON appends what json.Marshal makes of x to b. It knows the types of this package
// where json.Marshal asks for them, in less than half the instructions; a test holds the two
// against each other, field by field.
func (x *Extraction) AppendJSON(b []byte) []byte {
	likely := min(max(x.Coverage.Total, 0), mostText) * 5 / 2 // bytes; a damaged file may say anything
	w := jsonWriter{slices.Grow(b, likely)}
	w.extraction(x)
	return w.b
}

// mostText is more than the bytes of any plan.
const mostText = 1 << 22

// A jsonWriter appends values and, before them, their names.
type jsonWriter struct{ b []byte }

func (w *jsonWriter) extraction(x *Extraction) {
	w.open('{')
	w.text("schema", x.Schema)
	w.name("source")
	w.source(&x.Source)
	w.name("plan")
	w.plan(&x.Plan)
	list(w, "sections", x.Sections, w.section)
	list(w, "groups", x.Groups, w.group)
	list(w, "models", x.Models, w.model)
	list(w, "tasks", x.Tasks, w.task)
	list(w, "responsibilities", x.Responsibilities, w.responsibility)
	list(w, "appendix", x.Appendix, w.appendixRow)
	list(w, "conflicts", x.Conflicts, w.conflict)
	list(w, "diagnostics", x.Diagnostics, w.diagnostic)
	w.name("coverage")
	w.open('{')
	w.number("total", x.Coverage.Total)
	w.number("understood", x.Coverage.Understood)
	w.close('}')
	w.close('}')
}

func (w *jsonWriter) source(s *Source) {
	w.open('{')
	w.text("name", s.Name)
	w.text("sha256", s.SHA256)
	w.text("media_type", s.MediaType)
	w.number("pages", s.Pages)
	w.text("reader", s.Reader)
	w.close('}')
}

func (w *jsonWriter) plan(p *Plan) {
	w.open('{')
	w.text("id", p.ID)
	w.text("kind", p.Kind)
	maybe(w, "number", p.Number)
	maybe(w, "symbol", p.Symbol)
	list(w, "issuers", p.Issuers, w.item)
	maybe(w, "place", p.Place)
	maybe(w, "date", p.Date)
	maybe(w, "title", p.Title)
	maybe(w, "level", p.Level)
	w.name("locality")
	w.open('{')
	maybe(w, "province", p.Locality.Province)
	maybe(w, "district", p.Locality.District)
	maybe(w, "commune", p.Locality.Commune)
	w.close('}')
	w.name("period")
	w.open('{')
	maybe(w, "start", p.Period.Start)
	maybe(w, "end", p.Period.End)
	w.close('}')
	w.maybeNumber("declared_models", p.DeclaredModels)
	list(w, "signers", p.Signers, w.signer)
	list(w, "recipients", p.Recipients, w.item)
	list(w, "legal_basis", p.LegalBasis, w.citation)
	table(w, "abbreviations", p.Abbreviations, w.quote)
	table(w, "spans", p.Spans, w.place)
	w.close('}')
}

func (w *jsonWriter) signer(s *Signer) {
	w.open('{')
	maybe(w, "name", s.Name)
	if s.Rank != nil {
		maybe(w, "rank", s.Rank)
	}
	maybe(w, "title", s.Title)
	w.span("span", s.Span)
	w.close('}')
}

func (w *jsonWriter) citation(c *Citation) {
	w.open('{')
	w.text("kind", c.Kind)
	maybe(w, "number", c.Number)
	maybe(w, "date", c.Date)
	maybe(w, "issuer", c.Issuer)
	w.span("span", c.Span)
	w.close('}')
}

func (w *jsonWriter) section(s *Section) {
	w.open('{')
	w.text("label", s.Label)
	w.text("title", s.Title)
	if len(s.Text) > 0 {
		list(w, "text", s.Text, w.paragraph)
	}
	w.span("span", s.Span)
	w.close('}')
}

func (w *jsonWriter) paragraph(p *Paragraph) {
	w.open('{')
	w.text("text", p.Text)
	w.span("span", p.Span)
	w.close('}')
}

func (w *jsonWriter) group(g *Group) {
	w.open('{')
	w.text("label", g.Label)
	w.text("title", g.Title)
	w.maybeNumber("declared", g.Declared)
	list(w, "models", g.Models, func(n *int) { w.b = strconv.AppendInt(w.b, int64(*n), 10) })
	w.span("span", g.Span)
	w.close('}')
}

func (w *jsonWriter) model(m *Model) {
	w.open('{')
	w.number("number", m.Number)
	w.text("title", m.Title)
	maybe(w, "note", m.Note)
	maybe(w, "group", m.Group)
	maybe(w, "objective", m.Objective)
	list(w, "lead", m.Lead, w.agency)
	list(w, "cooperating", m.Cooperating, w.agency)
	list(w, "implementing", m.Implementing, w.agency)
	list(w, "supporting", m.Supporting, w.agency)
	list(w, "guiding", m.Guiding, w.agency)
	list(w, "assignments", m.Assignments, w.assignment)
	list(w, "forces", m.Forces, w.item)
	w.timeline("timeline", m.Timeline)
	list(w, "tools", m.Tools, w.tool)
	list(w, "other", m.Other, w.field)
	w.span("span", m.Span)
	table(w, "spans", m.Spans, w.place)
	w.close('}')
}

func (w *jsonWriter) field(f *Field) {
	w.open('{')
	w.text("label", f.Label)
	w.text("text", f.Text)
	w.span("span", f.Span)
	w.close('}')
}

func (w *jsonWriter) agency(a *Agency) {
	w.open('{')
	w.text("name", a.Name)
	w.text("canonical", a.Canonical)
	w.span("span", a.Span)
	w.close('}')
}

func (w *jsonWriter) assignment(a *Assignment) {
	w.open('{')
	list(w, "actors", a.Actors, w.agency)
	w.text("role", string(a.Role))
	w.text("text", a.Text)
	w.span("span", a.Span)
	w.close('}')
}

func (w *jsonWriter) timeline(name string, t *Timeline) {
	w.name(name)
	if t == nil {
		w.null()
		return
	}
	w.open('{')
	w.text("text", t.Text)
	w.text("kind", string(t.Kind))
	maybe(w, "start", t.Start)
	maybe(w, "end", t.End)
	w.name("hedged")
	w.b = strconv.AppendBool(w.b, t.Hedged)
	if len(t.WaitsOn) > 0 {
		list(w, "waits_on", t.WaitsOn, w.item)
	}
	if t.WaitModel != nil {
		w.number("wait_model", *t.WaitModel)
	}
	w.span("span", t.Span)
	w.close('}')
}

func (w *jsonWriter) tool(t *Tool) {
	w.open('{')
	w.text("name", t.Name)
	w.text("canonical", t.Canonical)
	w.text("text", t.Text)
	w.span("span", t.Span)
	w.close('}')
}

func (w *jsonWriter) task(t *Task) {
	w.open('{')
	w.text("id", t.ID)
	w.text("text", t.Text)
	list(w, "lead", t.Lead, w.agency)
	list(w, "cooperating", t.Cooperating, w.agency)
	list(w, "implementing", t.Implementing, w.agency)
	w.timeline("timeline", t.Timeline)
	maybe(w, "product", t.Product)
	w.span("span", t.Span)
	w.close('}')
}

func (w *jsonWriter) responsibility(r *Responsibility) {
	w.open('{')
	w.text("agency", r.Agency)
	w.text("section", r.Section)
	list(w, "items", r.Items, w.item)
	w.span("span", r.Span)
	w.close('}')
}

func (w *jsonWriter) appendixRow(a *AppendixRow) {
	w.open('{')
	w.number("number", a.Number)
	w.text("title", a.Title)
	list(w, "lead", a.Lead, w.agency)
	list(w, "cooperating", a.Cooperating, w.agency)
	maybe(w, "forces", a.Forces)
	w.timeline("timeline", a.Timeline)
	maybe(w, "tools", a.Tools)
	w.span("span", a.Span)
	w.close('}')
}

func (w *jsonWriter) conflict(c *Conflict) {
	w.open('{')
	w.number("model", c.Model)
	w.text("field", c.Field)
	w.text("body", c.Body)
	w.text("appendix", c.Appendix)
	w.close('}')
}

func (w *jsonWriter) diagnostic(d *source.Diagnostic) {
	w.open('{')
	w.text("code", d.Code)
	w.text("severity", string(d.Severity))
	w.text("message", d.Message)
	w.text("where", d.Where)
	if d.Span == nil {
		w.name("span")
		w.null()
	} else {
		w.span("span", *d.Span)
	}
	if len(d.Related) > 0 {
		list(w, "related", d.Related, func(s *source.Span) { w.place(*s) })
	}
	w.close('}')
}

func (w *jsonWriter) span(name string, s source.Span) {
	w.name(name)
	w.place(s)
}

func (w *jsonWriter) place(s source.Span) {
	b := append(w.b, `{"page":`...)
	b = strconv.AppendInt(b, int64(s.Page), 10)
	b = append(b, `,"line":`...)
	b = strconv.AppendInt(b, int64(s.Line), 10)
	b = append(b, `,"end_line":`...)
	b = strconv.AppendInt(b, int64(s.EndLine), 10)
	if s.EndPage != 0 {
		b = append(b, `,"end_page":`...)
		b = strconv.AppendInt(b, int64(s.EndPage), 10)
	}
	b = append(b, `,"start":`...)
	b = strconv.AppendInt(b, int64(s.Start), 10)
	b = append(b, `,"end":`...)
	b = strconv.AppendInt(b, int64(s.End), 10)
	w.b = append(b, '}')
}
