package index

import (
	"context"
	"fmt"
	"math"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
	"golang.org/x/text/unicode/norm"

	"kehoach/index/query"
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
	case query.Adjacent:
		return b.adjacent(n)
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
		r, err := b.reader.TermFieldReader(b.ctx, []byte(v), field, false, false, false)
		if err != nil {
			return nil, err
		}
		t, err := newTerm(r, 0, 0)
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
	words, err := b.index.expand(query.Text, prefix, false)
	if err != nil {
		return nil, err
	}
	return b.anyOf(query.Text, words)
}

func (b *cursors) ranked(n query.Ranked) (cursor, error) {
	var groups, boosts []cursor
	for _, g := range n.Groups {
		var of []cursor
		for _, a := range g {
			c, err := b.alternative(a)
			if err != nil {
				return nil, err
			}
			if c.doc() != end {
				of = append(of, c)
			}
		}
		groups = append(groups, newBestOf(of))
	}
	var damping []damper
	if b.scored {
		for _, a := range n.Boosts {
			c, err := b.alternative(a)
			if err != nil {
				return nil, err
			}
			if c.doc() != end {
				boosts = append(boosts, c)
			}
		}
		for _, a := range n.Damping {
			c, err := b.alternative(a)
			if err != nil {
				return nil, err
			}
			damping = append(damping, damper{c, a.Weight})
		}
	}
	return newRanked(groups, boosts, damping, n.Min)
}

func (b *cursors) alternative(a query.Alternative) (cursor, error) {
	var of []cursor
	for _, t := range a.Terms {
		length := 0.0
		if b.scored {
			length = lengths[t.Field]
		}
		r, err := b.reader.TermFieldReader(b.ctx, []byte(t.Text), t.Field, length > 0, length > 0, false)
		if err != nil {
			return nil, err
		}
		rarity := b.rarity(r.Count())
		if length == 0 { // a value says much even where many documents have it
			rarity = max(rarity, valueRarity)
		}
		c, err := newTerm(r, a.Weight*rarity, length)
		if err != nil {
			return nil, err
		}
		of = append(of, c)
	}
	return newAllOf(of, 1)
}

const (
	rarityPower = 1.2 // a word that few documents have says more than its share
	valueRarity = 4   // of a value, however many documents have it
)

// rarity is the weight of a term that n documents have.
func (b *cursors) rarity(n uint64) float64 {
	f := float64(n)
	return math.Pow(math.Log(1+(b.total-f+0.5)/(f+0.5)), rarityPower)
}

// adjacent walks over the documents in which the words stand side by side. Pairs and
// exact words narrow it down; the stored text decides.
func (b *cursors) adjacent(n query.Adjacent) (cursor, error) {
	var terms []query.Term
	for i, w := range n.Words {
		if i > 0 {
			terms = append(terms, query.Term{Field: query.Pairs, Text: n.Words[i-1] + "_" + w})
		}
		if n.Exact != nil {
			terms = append(terms, query.Term{Field: query.Exact, Text: n.Exact[i]})
		}
	}
	if len(n.Words) == 1 && n.Exact == nil {
		terms = append(terms, query.Term{Field: query.Text, Text: n.Words[0]})
	}
	c, err := b.alternative(query.Alternative{Terms: terms, Weight: 1})
	if err != nil || len(n.Words) == 1 || len(n.Words) == 2 && n.Exact == nil {
		return c, err
	}
	v := &verified{cursor: c, index: b.index, words: n, typed: []byte(norm.NFC.String(n.Typed))}
	return v, v.settle()
}
