package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

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
	spareHits      = 20 // hits beyond a page that are asked for, to see ties at its end
)

// page is a page of matches, with what is counted over all of them.
type page struct {
	total   int
	matches []*search.DocumentMatch
	facets  map[string][]FacetValue
}

// page finds the documents for which root holds, in the order and on the page that r
// asks for. Documents that are equal follow in the order of their ids.
func (x *Index) page(ctx context.Context, r Request, root query.Node, close []query.Close) (*page, error) {
	if r.Limit < 0 || r.Limit > MaxLimit || r.Offset < 0 {
		return nil, fmt.Errorf("search for %d hits after %d", r.Limit, r.Offset)
	}
	for _, name := range r.Facets {
		if !slices.Contains(FacetFields, name) {
			return nil, fmt.Errorf("count the values of %q", name)
		}
	}
	switch r.Sort {
	case "", ByRelevance:
		if !ranks(root) {
			return x.sorted(ctx, r, root, "_id")
		}
		return x.ranked(ctx, r, root, close)
	case ByPlan:
		return x.sorted(ctx, r, root, "_id")
	case ByDate:
		return x.sorted(ctx, r, root, "-"+query.Date, "_id")
	case ByDue:
		return x.sorted(ctx, r, root, query.Due, "_id")
	}
	return nil, fmt.Errorf("sort by %q", r.Sort)
}

// ranks reports whether n gives scores.
func ranks(n query.Node) bool {
	switch n := n.(type) {
	case query.Ranked, query.Adjacent:
		return true
	case query.Damped:
		return ranks(n.Of)
	case query.Both:
		return slices.ContainsFunc(n.Of, ranks)
	case query.Either:
		return slices.ContainsFunc(n.Of, ranks)
	}
	return false
}

// ranked asks Bleve to sort by score alone and puts documents of one score in order
// itself: to read the id of every match would cost as much as to score it. Where what
// was asked for ends among more documents of one score, Bleve must do it. The best are
// looked at again: whether they have the words close together.
func (x *Index) ranked(ctx context.Context, r Request, root query.Node, close []query.Close) (*page, error) {
	last := r.Offset + r.Limit
	looked := 0
	if len(close) > 0 && last > 0 {
		looked = lookedAt
	}
	wanted := max(last, looked)
	all, err := x.run(ctx, r, root, wanted+spareHits, 0, "-_score")
	if err != nil {
		return nil, err
	}
	m := all.matches
	if n := len(m); n == wanted+spareHits && n < all.total && wanted > 0 && m[wanted-1].Score == m[n-1].Score {
		if all, err = x.sorted(ctx, Request{Facets: r.Facets, Limit: wanted}, root, "-_score", "_id"); err != nil {
			return nil, err
		}
		m = all.matches
	}
	better := func(a, b *search.DocumentMatch) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(m, better)
	if looked > 0 {
		best := m[:min(looked, len(m))]
		if err := x.raise(best, close); err != nil {
			return nil, err
		}
		slices.SortFunc(best, better)
	}
	all.matches = m[min(r.Offset, len(m)):min(last, len(m))]
	return all, nil
}

func (x *Index) sorted(ctx context.Context, r Request, root query.Node, order ...string) (*page, error) {
	return x.run(ctx, r, root, r.Limit, r.Offset, order...)
}

// run lets Bleve search.
func (x *Index) run(ctx context.Context, r Request, root query.Node, size, from int, order ...string) (*page, error) {
	q := &compiled{root: root, index: x, scored: order[0] == "-_score"}
	request := bleve.NewSearchRequestOptions(q, size, from, false)
	request.SortBy(order)
	for _, name := range r.Facets {
		request.AddFacet(name, bleve.NewFacetRequest(name, maxFacetValues))
	}
	found, err := x.bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return &page{int(found.Total), found.Hits, facets(found)}, nil
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
