package index

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/blevesearch/bleve/v2"

	"kehoach/index/query"
)

// ErrNotFound says that the index has no such document.
var ErrNotFound = errors.New("not found")

// Similar returns the models and tasks most like a model, the likest first. The error
// is ErrNotFound where the plan has no such model.
func (x *Index) Similar(ctx context.Context, planID string, model, limit int) (*Result, error) {
	began := time.Now()
	itself := query.Both{Of: []query.Node{
		query.AnyOf{Field: query.Plan, Values: []string{planID}},
		query.AnyOf{Field: query.Number, Values: []string{strconv.Itoa(model)}},
	}}
	p, err := x.passage(ctx, itself, newMarker(nil))
	if err != nil {
		return nil, fmt.Errorf("model %d of %s: %w", model, planID, err)
	}
	objective := ""
	for _, part := range p.parts {
		if part.Field == "objective" {
			objective += part.Text + "\n"
		}
	}
	c, err := query.Like(p.Hit.Title, objective, dictionary{x})
	if err != nil {
		return nil, err
	}
	c.Root = query.Both{Of: []query.Node{
		query.AnyOf{Field: query.Kind, Values: []string{string(ModelKind), string(TaskKind)}},
		c.Root, query.Without{Of: itself},
	}}
	result, err := x.find(ctx, Request{Query: p.Hit.Title, Limit: limit}, c)
	if err != nil {
		return nil, err
	}
	result.TookMS = float64(time.Since(began).Microseconds()) / 1000
	return result, nil
}

// Passage is a document in full, with what a query found in it.
type Passage struct {
	Hit   Hit       `json:"hit"`
	Parts []Snippet `json:"parts"` // all of it, in the order of the document

	parts []Part
}

// Passage returns the document of a hit, marked as for the query.
func (x *Index) Passage(ctx context.Context, id, text string) (*Passage, error) {
	e, err := query.Parse(text)
	if err != nil {
		return nil, err
	}
	c, err := query.Compile(e, dictionary{x})
	if err != nil {
		return nil, err
	}
	return x.passage(ctx, query.AnyOf{Field: "_id", Values: []string{id}}, newMarker(c.Marks))
}

// passage returns the first document that n holds for.
func (x *Index) passage(ctx context.Context, n query.Node, m *marker) (*Passage, error) {
	request := bleve.NewSearchRequestOptions(&compiled{n, x, false}, 1, 0, false)
	request.SortBy([]string{"_id"})
	request.Fields = []string{query.Text, metaField}
	found, err := x.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	if len(found.Hits) == 0 {
		return nil, ErrNotFound
	}
	match := found.Hits[0]
	data, err := readMeta(match.Fields)
	if err != nil {
		return nil, err
	}
	p := &Passage{parts: readParts(data, match.Fields)}
	if p.Hit, err = readHit(match, m); err != nil {
		return nil, err
	}
	for i, marks := range m.inAll(p.parts) {
		part := p.parts[i]
		p.Parts = append(p.Parts, Snippet{part.Field, fragment{end: len(part.Text), marks: marks}.html(part.Text), part.Span})
	}
	return p, nil
}
