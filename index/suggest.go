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

// suggestValues completes names: those that begin with the words first, then by how
// many documents have them.
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
	type candidate struct {
		Suggestion
		at int
	}
	var found []candidate
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
			found = append(found, candidate{Suggestion{field, v.Text, n}, at})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(min(a.at, 1), min(b.at, 1)), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	out := make([]Suggestion, len(found))
	for i, c := range found {
		out[i] = c.Suggestion
	}
	return out, nil
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

// suggestTitles completes titles of models, the most frequent first.
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
	place := map[string]int{}
	out := []Suggestion{}
	for _, match := range p.matches {
		rec, err := x.read(match)
		if err != nil {
			return nil, err
		}
		title := rec.parts[0].Text
		key := fold.ExactKey(title)
		if begun(strings.Fields(fold.Key(title)), words) < 0 {
			continue
		}
		if i, ok := place[key]; ok {
			out[i].Count++
			continue
		}
		place[key] = len(out)
		out = append(out, Suggestion{query.Title, title, 1})
	}
	slices.SortStableFunc(out, func(a, b Suggestion) int { return cmp.Compare(b.Count, a.Count) })
	return out, nil
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
