package index

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// newPlan makes the extraction of a plan out of lines "field: text", models parted by
// lines "model N: title". Each line is its own place.
func newPlan(id, text string) *plan.Extraction {
	x := &plan.Extraction{Schema: plan.Schema, Source: plan.Source{Name: id + ".txt", Pages: 1}, Plan: plan.Plan{ID: id, Kind: "Kế hoạch"}}
	var m *plan.Model
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		field, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		span := source.Span{Page: 1, Line: i + 1, EndLine: i + 1, Start: 100 * i, End: 100*i + len(value)}
		number := 0
		if _, err := fmt.Sscanf(field, "model %d", &number); err == nil {
			x.Models = append(x.Models, plan.Model{Number: number, Title: value, Span: span})
			m = &x.Models[len(x.Models)-1]
			continue
		}
		if m == nil {
			setPlan(&x.Plan, field, value)
			continue
		}
		setModel(m, field, value, span)
	}
	return x
}

func setPlan(p *plan.Plan, field, value string) {
	switch field {
	case "title":
		p.Title = &value
	case "number":
		p.Number = &value
	case "date":
		p.Date = date(value)
	case "province":
		p.Locality.Province = &value
	case "short":
		short, long, _ := strings.Cut(value, "=")
		if p.Abbreviations == nil {
			p.Abbreviations = map[string]string{}
		}
		p.Abbreviations[short] = long
	default:
		panic("no such field of a plan: " + field)
	}
}

func setModel(m *plan.Model, field, value string, span source.Span) {
	agency := plan.Agency{Name: value, Canonical: value, Span: span}
	switch field {
	case "objective":
		m.Objective = &value
	case "lead":
		m.Lead = append(m.Lead, agency)
	case "cooperating":
		m.Cooperating = append(m.Cooperating, agency)
	case "assignment":
		m.Assignments = append(m.Assignments, plan.Assignment{Text: value, Span: span})
	case "tool":
		m.Tools = append(m.Tools, plan.Tool{Name: value, Canonical: value, Text: value, Span: span})
	case "due":
		m.Timeline = &plan.Timeline{Text: value, Kind: plan.Deadline, End: date(value), Span: span}
	default:
		panic("no such field of a model: " + field)
	}
}

func date(s string) *plan.Date {
	d := plan.Date(s)
	return &d
}

// indexOf returns an index of plans, made in one go.
func indexOf(t testing.TB, plans ...*plan.Extraction) *Index {
	t.Helper()
	dir := t.TempDir()
	apply(t, dir, plans)
	return open(t, dir)
}

func apply(t testing.TB, dir string, put []*plan.Extraction, remove ...string) {
	t.Helper()
	w, err := OpenWriter(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Apply(context.Background(), put, remove); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// find returns the hits of a query as "plan/number", or "plan/kind" of what is no model.
func find(t testing.TB, x *Index, q string) []string {
	t.Helper()
	return names(ask(t, x, Request{Query: q, Limit: 20}))
}

func ask(t testing.TB, x *Index, r Request) *Result {
	t.Helper()
	result, err := x.Search(context.Background(), r)
	if err != nil {
		t.Fatalf("search %q: %v", r.Query, err)
	}
	return result
}

func names(r *Result) []string {
	out := []string{}
	for _, h := range r.Hits {
		if h.Model != nil {
			out = append(out, fmt.Sprintf("%s/%d", h.Plan, *h.Model))
		} else {
			out = append(out, h.Plan+"/"+string(h.Kind))
		}
	}
	return out
}
