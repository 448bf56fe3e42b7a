package index

import (
	"context"

	"kehoach/index/query"
)

// Passage is a document in full, with what a query found in it.
type Passage struct {
	Hit   Hit       `json:"hit"`
	Parts []Snippet `json:"parts"` // all of it, in the order of the document
}

// Passage returns the document of a hit, marked as for the query. The error is
// ErrNotFound where there is no such document.
func (x *Index) Passage(ctx context.Context, id, text string) (*Passage, error) {
	e, err := query.Parse(text)
	if err != nil {
		return nil, err
	}
	c, err := query.Compile(e, dictionary{x})
	if err != nil {
		return nil, err
	}
	rec, err := x.first(ctx, query.AnyOf{Field: "_id", Values: []string{id}})
	if err != nil {
		return nil, err
	}
	m := newMarker(c.Marks)
	p := &Passage{Hit: Hit{
		Plan: rec.Plan, Source: rec.Source, Model: rec.Number, Kind: rec.Kind, Span: rec.Span,
		Title: rec.parts[0].Text, Snippets: m.snippets(rec.parts), ID: id,
	}}
	for i, marks := range m.inAll(rec.parts) {
		part := rec.parts[i]
		p.Parts = append(p.Parts, Snippet{Field: part.Field, HTML: fragment{end: len(part.Text), marks: marks}.html(part.Text), Span: part.Span})
	}
	return p, nil
}
