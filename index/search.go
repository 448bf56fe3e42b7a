package index

import (
	"context"
	"errors"
	"time"

	"kehoach/index/query"
)

// Search finds what r asks for. The error is a *query.Error where the query does not
// parse.
func (x *Index) Search(ctx context.Context, r Request) (*Result, error) {
	began := time.Now()
	result, err := x.findBy(ctx, r, query.Compile)
	if err == nil && result.Total == 0 && len(result.Understood) > 0 {
		result, err = x.findBy(ctx, r, query.CompilePlainly) // too much was understood
	}
	if err != nil {
		return nil, err
	}
	if result.Total < few && len(result.Suggestions) == 0 {
		if result.Suggestions, err = x.looser(ctx, r, result.Total); err != nil {
			return nil, err
		}
	}
	result.TookMS = milliseconds(began)
	return result, nil
}

const (
	few            = 3 // hits, of which fewer make one look for other queries
	maxSuggestions = 3
)

// looser returns the other ways to write the query of r that find more than it does.
func (x *Index) looser(ctx context.Context, r Request, total int) ([]string, error) {
	ways, err := query.Looser(r.Query, dictionary{x})
	if err != nil {
		return nil, err
	}
	var found []string
	for _, way := range ways[:min(len(ways), maxSuggestions)] {
		other, err := x.findBy(ctx, Request{Query: way, Filters: r.Filters}, query.Compile)
		var unclear *query.Error
		if errors.As(err, &unclear) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if other.Total > total {
			found = append(found, way)
		}
	}
	return found, nil
}

func milliseconds(began time.Time) float64 { return float64(time.Since(began).Microseconds()) / 1000 }

func (x *Index) findBy(ctx context.Context, r Request, compile func(query.Expr, query.Dictionary) (*query.Compiled, error)) (*Result, error) {
	e, err := r.expression()
	if err != nil {
		return nil, err
	}
	c, err := compile(e, dictionary{x})
	if err != nil {
		return nil, err
	}
	return x.find(ctx, r, c)
}

// expression is what query and filters of r say together.
func (r Request) expression() (query.Expr, error) {
	e, err := query.Parse(r.Query)
	if err != nil {
		return nil, err
	}
	for _, f := range r.Filters {
		var values []query.Expr
		for _, v := range f.Values {
			condition, err := query.Condition(f.Field, v)
			if err != nil {
				return nil, err
			}
			values = append(values, condition)
		}
		filter := query.Expr(query.Or{Of: values})
		if _, all := e.(query.Everything); all {
			e = filter
		} else {
			e = query.And{Of: []query.Expr{filter, e}}
		}
	}
	return e, nil
}

// find carries out what was made of r.
func (x *Index) find(ctx context.Context, r Request, c *query.Compiled) (*Result, error) {
	p, err := x.page(ctx, r, c.Root, c.Close)
	if err != nil {
		return nil, err
	}
	result := &Result{Query: r.Query, Total: p.total, Hits: []Hit{}, Facets: p.facets, Understood: c.Notes}
	m := newMarker(c.Marks)
	var records []record
	for _, match := range p.matches {
		rec, err := x.read(match)
		if err != nil {
			return nil, err
		}
		records = append(records, rec)
		snippets := m.snippets(rec.parts)
		if len(snippets) == 0 {
			snippets = []Snippet{opening(rec.parts)}
		}
		if c.Timed || r.Sort == ByDue {
			snippets = withTime(snippets, rec.parts)
		}
		result.Hits = append(result.Hits, Hit{
			Plan: rec.Plan, Source: rec.Source, Model: rec.Number, Kind: rec.Kind, Span: rec.Span,
			Title: rec.parts[0].Text, Score: match.Score, Snippets: snippets, ID: match.ID,
		})
	}
	if len(c.Repairs) > 0 {
		result.Suggestions = suggestions(r.Query, c.Repairs, records)
	}
	return result, nil
}
