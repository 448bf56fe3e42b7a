package index

import (
	"context"
	"strings"
	"sync"

	index "github.com/blevesearch/bleve_index_api"

	"kehoach/index/query"
	"kehoach/index/vi"
	"kehoach/index/vi/fold"
)

// dictionary is what Index knows of its words, as package query asks for it.
type dictionary struct{ *Index }

// Count tells how many documents have a term; of a pair of words, about how many have
// it in any spelling. The dictionary of a field also has
// terms of deleted documents; their count is 0.
func (d dictionary) Count(t query.Term) (int, error) {
	terms := []string{t.Text}
	if t.Field == query.Pairs {
		var err error
		if terms, err = d.expand(t.Field, vi.AnySpelling(t.Text)); err != nil {
			return 0, err
		}
	}
	n := 0
	for _, text := range terms {
		r, err := d.reader.TermFieldReader(context.Background(), []byte(text), t.Field, false, false, false)
		if err != nil {
			return 0, err
		}
		n += int(r.Count())
		if err := r.Close(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// Values returns all values of a field.
func (d dictionary) Values(field string) ([]query.Value, error) {
	return d.vocabularies.of(field, d.reader)
}

// Abbreviations returns those of the indexed plans and those of all plans.
func (d dictionary) Abbreviations() (*query.Abbreviations, error) { return d.abbreviations() }

func (x *Index) readAbbreviations() (*query.Abbreviations, error) {
	a := shared()
	values, err := x.vocabularies.of(shortField, x.reader)
	if err != nil {
		return nil, err
	}
	for _, v := range values {
		short, long, _ := strings.Cut(v.Text, "\t")
		a.Add(short, long)
	}
	return a, nil
}

// vocabularies holds the values of fields, read when they are first asked for. There
// are few of them: agencies, tools, dates.
type vocabularies struct {
	mu     sync.Mutex
	values map[string][]query.Value
}

func (v *vocabularies) of(field string, r index.IndexReader) ([]query.Value, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if values, ok := v.values[field]; ok {
		return values, nil
	}
	dict, err := r.FieldDict(field)
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	values := []query.Value{}
	for {
		e, err := dict.Next()
		if err != nil {
			return nil, err
		}
		if e == nil {
			break
		}
		values = append(values, query.Value{Text: strings.Clone(e.Term), Words: strings.Fields(fold.Key(e.Term))})
	}
	if v.values == nil {
		v.values = map[string][]query.Value{}
	}
	v.values[field] = values
	return values, nil
}

// valuesIn returns the values of a field that r holds for.
func (x *Index) valuesIn(r query.Range) ([]string, error) {
	values, err := x.vocabularies.of(r.Field, x.reader)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, v := range values {
		if r.Holds(v.Text) {
			found = append(found, v.Text)
		}
	}
	return found, nil
}
