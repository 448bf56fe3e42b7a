package index

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

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
	rec, err := x.first(ctx, itself)
	if err != nil {
		return nil, fmt.Errorf("model %d of %s: %w", model, planID, err)
	}
	title, objective := rec.parts[0].Text, ""
	for _, part := range rec.parts {
		if part.Field == "objective" {
			objective += part.Text + "\n"
		}
	}
	c, err := query.Like(title, objective, dictionary{x})
	if err != nil {
		return nil, err
	}
	c.Root = query.Both{Of: []query.Node{
		query.AnyOf{Field: query.Kind, Values: []string{string(ModelKind), string(TaskKind)}},
		c.Root, query.Without{Of: itself},
	}}
	result, err := x.find(ctx, Request{Query: title, Limit: limit}, c)
	if err != nil {
		return nil, err
	}
	result.TookMS = milliseconds(began)
	return result, nil
}

// first returns the first document that n holds for.
func (x *Index) first(ctx context.Context, n query.Node) (record, error) {
	p, err := x.page(ctx, Request{Limit: 1, Sort: ByPlan}, n, nil)
	if err != nil {
		return record{}, err
	}
	if len(p.matches) == 0 {
		return record{}, ErrNotFound
	}
	return x.read(p.matches[0])
}
