package index

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search"

	"kehoach/index/query"
)

// FacetFields are the fields whose values a Request may count.
var FacetFields = []string{
	query.Kind, query.Province, query.Level, query.Plan, query.Group, query.Lead, query.Agency,
	query.Tool, query.Timeline, query.Year, query.DueYear, query.DueQuarter,
}

// MaxLimit is the greatest Request.Limit.
const MaxLimit = 10_000

const (
	maxFacetValues = 1000
	few            = 3 // hits, below which other queries are suggested
)

// Search finds what r asks for. The error is a *query.Error where the query does not
// parse.
func (x *Index) Search(ctx context.Context, r Request) (*Result, error) {
	began := time.Now()
	c, err := x.compile(r)
	if err != nil {
		return nil, err
	}
	result, err := x.find(ctx, r, c)
	if err != nil {
		return nil, err
	}
	result.TookMS = float64(time.Since(began).Microseconds()) / 1000
	return result, nil
}

// find carries out what was made of r.
func (x *Index) find(ctx context.Context, r Request, c *query.Compiled) (*Result, error) {
	request, err := x.request(r, c)
	if err != nil {
		return nil, err
	}
	found, err := x.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	result := &Result{Query: r.Query, Total: int(found.Total), Hits: []Hit{}, Facets: facets(found), Understood: c.Notes}
	m := newMarker(c.Marks)
	for _, match := range found.Hits {
		hit, err := readHit(match, m)
		if err != nil {
			return nil, err
		}
		result.Hits = append(result.Hits, hit)
	}
	if result.Total < few || len(c.Repairs) > 0 {
		result.Suggestions = suggestions(r.Query, c, found.Hits)
	}
	return result, nil
}

// compile makes query and filters of r ready.
func (x *Index) compile(r Request) (*query.Compiled, error) {
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
	return query.Compile(e, dictionary{x})
}

// request says to Bleve what r asks for.
func (x *Index) request(r Request, c *query.Compiled) (*bleve.SearchRequest, error) {
	if r.Limit < 0 || r.Limit > MaxLimit || r.Offset < 0 {
		return nil, fmt.Errorf("search for %d hits after %d", r.Limit, r.Offset)
	}
	order, ok := map[Sort][]string{
		"": {"-_score", "_id"}, ByRelevance: {"-_score", "_id"}, ByPlan: {"_id"},
		ByDate: {"-" + query.Date, "_id"}, ByDue: {query.Due, "_id"},
	}[r.Sort]
	if !ok {
		return nil, fmt.Errorf("sort by %q", r.Sort)
	}
	scored := order[0] == "-_score"
	request := bleve.NewSearchRequestOptions(&compiled{c.Root, x, scored}, r.Limit, r.Offset, false)
	request.SortBy(order)
	request.Fields = []string{query.Text, metaField}
	for _, name := range r.Facets {
		if !slices.Contains(FacetFields, name) {
			return nil, fmt.Errorf("count the values of %q", name)
		}
		request.AddFacet(name, bleve.NewFacetRequest(name, maxFacetValues))
	}
	return request, nil
}

// facets reads the counts, the most frequent values first.
func facets(found *bleve.SearchResult) map[string][]FacetValue {
	all := map[string][]FacetValue{}
	for name, f := range found.Facets {
		values := []FacetValue{}
		for _, t := range f.Terms.Terms() {
			values = append(values, FacetValue{t.Term, t.Count})
		}
		slices.SortFunc(values, func(a, b FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		all[name] = values
	}
	return all
}

// readHit makes a hit of what Bleve found.
func readHit(match *search.DocumentMatch, m *marker) (Hit, error) {
	data, err := readMeta(match.Fields)
	if err != nil {
		return Hit{}, err
	}
	parts := readParts(data, match.Fields)
	return Hit{
		Plan: data.Plan, Source: data.Source, Model: data.Number, Kind: data.Kind, Span: data.Span,
		Title: parts[0].Text, Score: match.Score, Snippets: m.snippets(parts), ID: match.ID,
	}, nil
}

func readMeta(fields map[string]any) (meta, error) {
	var m meta
	s, _ := fields[metaField].(string)
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return m, rebuild("a document has no data: %v", err)
	}
	return m, nil
}

// readParts joins the stored texts of a document with their places.
func readParts(m meta, fields map[string]any) []Part {
	var texts []string
	switch t := fields[query.Text].(type) {
	case string:
		texts = []string{t}
	case []any:
		for _, s := range t {
			text, _ := s.(string)
			texts = append(texts, text)
		}
	}
	parts := make([]Part, max(1, min(len(texts), len(m.Fields), len(m.Spans))))
	for i := range parts {
		if i < len(texts) {
			parts[i] = Part{m.Fields[i], texts[i], m.Spans[i]}
		}
	}
	return parts
}
