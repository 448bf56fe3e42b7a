package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"

	"kehoach/index/query"
	"kehoach/index/vi"
)

// compiled carries out a query.Compiled: to Bleve it is a query like its own.
type compiled struct {
	root   query.Node
	index  *Index
	scored bool // scores are wanted
}

// Searcher is called by Bleve.
func (q *compiled) Searcher(ctx context.Context, r index.IndexReader, _ mapping.IndexMapping, _ search.SearcherOptions) (search.Searcher, error) {
	total, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	b := cursors{ctx: ctx, reader: r, index: q.index, total: float64(total), scored: q.scored}
	c, err := b.node(q.root)
	if err != nil {
		return nil, err
	}
	return &searcher{cursor: c}, nil
}

// searcher is a cursor as Bleve calls it.
type searcher struct {
	cursor
	begun bool
}

func (s *searcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	if s.begun && s.doc() != end {
		if err := s.seek(s.doc() + 1); err != nil {
			return nil, err
		}
	}
	s.begun = true
	return s.match(ctx), nil
}

func (s *searcher) Advance(ctx *search.SearchContext, id index.IndexInternalID) (*search.DocumentMatch, error) {
	s.begun = true
	if target := id.Value(); target > s.doc() {
		if err := s.seek(target); err != nil {
			return nil, err
		}
	}
	return s.match(ctx), nil
}

func (s *searcher) match(ctx *search.SearchContext) *search.DocumentMatch {
	if s.doc() == end {
		return nil
	}
	m := ctx.DocumentMatchPool.Get()
	m.IndexInternalID = index.NewIndexInternalID(m.IndexInternalID, s.doc())
	m.Score = s.score()
	return m
}

func (s *searcher) Close() error               { return s.close() }
func (s *searcher) Weight() float64            { return 1 }
func (s *searcher) SetQueryNorm(float64)       {}
func (s *searcher) Count() uint64              { return 0 }
func (s *searcher) Min() int                   { return 0 }
func (s *searcher) Size() int                  { return 0 }
func (s *searcher) DocumentMatchPoolSize() int { return 1 }

// cursors makes cursors of nodes.
type cursors struct {
	ctx    context.Context
	reader index.IndexReader
	index  *Index
	total  float64 // documents in the index
	scored bool
}

// lengths are the normal lengths of the fields of words, in words. What is usual for
// a model of the sample plans is near enough; only the ratio to other models matters.
var lengths = map[string]float64{
	query.Text: 250, query.Exact: 250, query.Pairs: 250, query.Title: 25, query.Goal: 60, query.Context: 60,
}

func (b *cursors) node(n query.Node) (cursor, error) {
	switch n := n.(type) {
	case query.All:
		return b.everything()
	case query.Ranked:
		return b.ranked(n)
	case query.Damped:
		return b.damped(n)
	case query.Adjacent:
		c, err := b.adjacent(n)
		if err != nil || !b.scored {
			return c, err
		}
		boosts, err := b.alternatives(n.Boosts)
		return &boosted{c, boosts}, err
	case query.Begins:
		return b.begins(n.Prefix)
	case query.AnyOf:
		return b.anyOf(n.Field, n.Values)
	case query.Range:
		values, err := b.index.valuesIn(n)
		if err != nil {
			return nil, err
		}
		return b.anyOf(n.Field, values)
	case query.Both:
		return b.both(n.Of)
	case query.Either:
		of, err := b.nodes(n.Of)
		return newBestOf(of), err
	case query.Without:
		return b.both([]query.Node{n})
	case query.None:
		return nothing{}, nil
	}
	return nil, fmt.Errorf("search for a %T", n)
}

func (b *cursors) nodes(of []query.Node) ([]cursor, error) {
	var cs []cursor
	for _, n := range of {
		c, err := b.node(n)
		if err != nil {
			return nil, err
		}
		cs = append(cs, c)
	}
	return cs, nil
}

// both makes the cursor of a conjunction, of which some members may be denied. The
// scores of the members add up.
func (b *cursors) both(of []query.Node) (cursor, error) {
	var wanted, denied []cursor
	for _, n := range of {
		without, isDenied := n.(query.Without)
		if isDenied {
			n = without.Of
		}
		c, err := b.node(n)
		if err != nil {
			return nil, err
		}
		if isDenied {
			denied = append(denied, c)
		} else {
			wanted = append(wanted, c)
		}
	}
	if len(wanted) == 0 {
		c, err := b.everything()
		if err != nil {
			return nil, err
		}
		wanted = append(wanted, c)
	}
	c, err := newAllOf(wanted, float64(len(wanted)))
	if err != nil || len(denied) == 0 {
		return c, err
	}
	return newButNot(c, newBestOf(denied))
}

// everything walks over all documents: each has a kind.
func (b *cursors) everything() (cursor, error) {
	return b.anyOf(query.Kind, []string{string(PlanKind), string(ModelKind), string(TaskKind), string(ResponsibilityKind)})
}

// anyOf walks over the documents that have one of the values, without a score.
func (b *cursors) anyOf(field string, values []string) (cursor, error) {
	var cs []cursor
	for _, v := range values {
		t, err := b.term(query.Term{Field: field, Text: v}, 0, false)
		if err != nil {
			return nil, err
		}
		cs = append(cs, t)
	}
	return quiet{newBestOf(cs)}, nil
}

// begins walks over the documents with a word that begins so. A short prefix stands
// for its first words only.
func (b *cursors) begins(prefix string) (cursor, error) {
	words, err := b.index.expand(query.Text, prefix)
	if err != nil {
		return nil, err
	}
	return b.anyOf(query.Text, words)
}

func (b *cursors) ranked(n query.Ranked) (cursor, error) {
	var groups, boosts []cursor
	for _, g := range n.Groups {
		of, err := b.alternatives(g)
		if err != nil {
			return nil, err
		}
		groups = append(groups, newBestOf(of))
	}
	if b.scored {
		var err error
		if boosts, err = b.alternatives(n.Boosts); err != nil {
			return nil, err
		}
	}
	return newRanked(groups, boosts, n.Min)
}

func (b *cursors) damped(n query.Damped) (cursor, error) {
	c, err := b.node(n.Of)
	if err != nil || !b.scored {
		return c, err
	}
	d := &damped{cursor: c}
	for _, a := range n.By {
		c, err := b.alternative(a)
		if err != nil {
			return nil, err
		}
		d.by = append(d.by, damper{c, a.Weight})
	}
	return d, nil
}

// alternatives makes the cursors of those alternatives that any document has.
func (b *cursors) alternatives(as []query.Alternative) ([]cursor, error) {
	var of []cursor
	for _, a := range as {
		c, err := b.alternative(a)
		if err != nil {
			return nil, err
		}
		if c.doc() != end {
			of = append(of, c)
		}
	}
	return of, nil
}

func (b *cursors) alternative(a query.Alternative) (cursor, error) {
	var of []countedCursor
	for _, t := range a.Terms {
		c, err := b.term(t, a.Weight, b.scored)
		if err != nil {
			return nil, err
		}
		of = append(of, c)
	}
	return allTerms(of)
}

// allTerms walks over the documents that have all terms, the rarest leading.
func allTerms(of []countedCursor) (cursor, error) {
	sorted := slices.SortedStableFunc(slices.Values(of), func(a, b countedCursor) int { return cmp.Compare(a.documents(), b.documents()) })
	cs := make([]cursor, len(sorted))
	for i, t := range sorted {
		cs[i] = t
	}
	return newAllOf(cs, 1)
}

// term walks over the documents with a term; how often they have it is known if
// counted. Of a pair of words all spellings count as one term.
func (b *cursors) term(t query.Term, weight float64, counted bool) (countedCursor, error) {
	terms := []string{t.Text}
	if t.Field == query.Pairs {
		var err error
		if terms, err = b.index.expand(t.Field, vi.AnySpelling(t.Text)); err != nil {
			return nil, err
		}
	}
	return b.spelled(t.Field, terms, weight, counted)
}

// spelled walks over the documents with any of the terms, as if they were one.
func (b *cursors) spelled(field string, terms []string, weight float64, counted bool) (countedCursor, error) {
	length := lengths[field]
	counted = counted && length > 0
	var of []*term
	count := uint64(0)
	for _, text := range terms {
		r, err := b.reader.TermFieldReader(b.ctx, []byte(text), field, counted, counted, false)
		if err != nil {
			return nil, err
		}
		c := &term{reader: r, count: r.Count()}
		if err := c.begin(); err != nil {
			return nil, err
		}
		count += c.count
		of = append(of, c)
	}
	rarity := b.rarity(count)
	if length == 0 && field != query.Agency { // a value says much even where many documents have it
		rarity = max(rarity, valueRarity)
	}
	if !b.scored {
		length = 0
	}
	for _, c := range of {
		c.weight, c.length = weight*rarity, length
	}
	return newAnySpelling(of, count), nil
}

const valueRarity = 4 // of a value, however many documents have it

// rarity is the weight of a term that n documents have.
func (b *cursors) rarity(n uint64) float64 { return rarity(b.total, n) }

func rarity(total float64, n uint64) float64 {
	f := float64(n)
	return math.Log(1 + (total-f+0.5)/(f+0.5))
}
