package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// Suggestion completes what a user has begun to type.
type Suggestion struct {
	Kind  string `json:"kind"` // "agency", "tool" or "title"
	Text  string `json:"text"`
	Count int    `json:"count"` // documents that have it
}

const (
	maxTitles     = 200  // hits among which titles are looked for
	maxExpansions = 1000 // words that a prefix stands for
)

// Suggest returns names of agencies and tools and titles of models that have the words
// of prefix side by side, the last one perhaps only begun; at most limit of each kind.
func (x *Index) Suggest(ctx context.Context, prefix string, limit int) ([]Suggestion, error) {
	words := strings.Fields(fold.Key(prefix))
	all := []Suggestion{}
	if len(words) == 0 {
		return all, nil
	}
	for _, field := range []string{query.Agency, query.Tool} {
		found, err := x.suggestValues(field, words)
		if err != nil {
			return nil, err
		}
		all = append(all, found[:min(limit, len(found))]...)
	}
	titles, err := x.suggestTitles(ctx, words)
	if err != nil {
		return nil, err
	}
	return append(all, titles[:min(limit, len(titles))]...), nil
}

// candidate gathers the spellings of one name.
type candidate struct {
	at        int // the first word of the name that was begun
	spellings []Suggestion
}

// candidates are names by their loose forms.
type candidates struct {
	byKey map[string]*candidate
	order []string // keys, as they came
}

// add counts n documents for a spelling of a name.
func (cs *candidates) add(key string, at int, s Suggestion) {
	if cs.byKey == nil {
		cs.byKey = map[string]*candidate{}
	}
	c := cs.byKey[key]
	if c == nil {
		c = &candidate{at: at}
		cs.byKey[key], cs.order = c, append(cs.order, key)
	}
	i := slices.IndexFunc(c.spellings, func(other Suggestion) bool { return other.Text == s.Text })
	if i < 0 {
		c.spellings = append(c.spellings, s)
		return
	}
	c.spellings[i].Count += s.Count
}

// best returns names in their commonest spelling, with the documents of all: those
// that begin with what was typed first, then by how many documents have them.
func (cs *candidates) best() []Suggestion {
	slices.SortStableFunc(cs.order, func(a, b string) int {
		x, y := cs.byKey[a], cs.byKey[b]
		return cmp.Or(cmp.Compare(min(x.at, 1), min(y.at, 1)), cmp.Compare(y.count(), x.count()))
	})
	out := []Suggestion{}
	for _, key := range cs.order {
		c := cs.byKey[key]
		s := slices.MaxFunc(c.spellings, func(a, b Suggestion) int { return cmp.Compare(a.Count, b.Count) })
		s.Count = c.count()
		out = append(out, s)
	}
	return out
}

func (c *candidate) count() int {
	n := 0
	for _, s := range c.spellings {
		n += s.Count
	}
	return n
}

// suggestValues completes names.
func (x *Index) suggestValues(field string, words []string) ([]Suggestion, error) {
	d := dictionary{x}
	values, err := d.Values(field)
	if err != nil {
		return nil, err
	}
	abbreviations, err := x.abbreviations()
	if err != nil {
		return nil, err
	}
	var found candidates
	for _, v := range values {
		at := begun(v.Words, words)
		if at < 0 && abbreviations.Short(words, v.Words) {
			at = 0
		}
		if at < 0 {
			continue
		}
		n, err := d.Count(query.Term{Field: field, Text: v.Text})
		if err != nil {
			return nil, err
		}
		if n > 0 {
			found.add(strings.Join(v.Words, " "), at, Suggestion{field, v.Text, n})
		}
	}
	return found.best(), nil
}

// begun returns where in value the words stand, of which the last may be only the
// beginning of one, or -1.
func begun(value, words []string) int {
	last := len(words) - 1
	for at := 0; at+last < len(value); at++ {
		if slices.Equal(value[at:at+last], words[:last]) && strings.HasPrefix(value[at+last], words[last]) {
			return at
		}
	}
	return -1
}

// suggestTitles completes titles of models.
func (x *Index) suggestTitles(ctx context.Context, words []string) ([]Suggestion, error) {
	last, before := words[len(words)-1], ""
	var of []query.Node
	if n := len(words); n > 1 {
		before = words[n-2] + "_"
	}
	expansions, err := x.expand(query.Title, before+last)
	if err != nil {
		return nil, err
	}
	of = append(of, query.AnyOf{Field: query.Kind, Values: []string{string(ModelKind)}}, query.AnyOf{Field: query.Title, Values: expansions})
	for i := 0; i+2 < len(words); i++ {
		of = append(of, query.AnyOf{Field: query.Title, Values: []string{words[i] + "_" + words[i+1]}})
	}
	p, err := x.page(ctx, Request{Limit: maxTitles, Sort: ByPlan}, query.Both{Of: of}, nil)
	if err != nil {
		return nil, fmt.Errorf("suggest titles: %w", err)
	}
	var found candidates
	for _, match := range p.matches {
		rec, err := x.read(match)
		if err != nil {
			return nil, err
		}
		title := rec.parts[0].Text
		loose := strings.Fields(fold.Key(title))
		if at := begun(loose, words); at >= 0 {
			found.add(strings.Join(loose, " "), at, Suggestion{query.Title, title, 1})
		}
	}
	return found.best(), nil
}

// expand returns the first terms of a field that begin so: words, or pairs where prefix
// has the sign of one.
func (x *Index) expand(field, prefix string) ([]string, error) {
	d, err := x.reader.FieldDictPrefix(field, []byte(prefix))
	if err != nil {
		return nil, err
	}
	defer d.Close()
	var terms []string
	for len(terms) < maxExpansions {
		e, err := d.Next()
		if err != nil || e == nil {
			return terms, err
		}
		if strings.Contains(e.Term, "_") == strings.Contains(prefix, "_") {
			terms = append(terms, strings.Clone(e.Term))
		}
	}
	return terms, nil
}
