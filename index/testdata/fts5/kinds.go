package main

import (
	"math/rand/v2"
	"strings"

	"kehoach/extract/plan"
	"kehoach/index"
	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// kind is a kind of query in both languages, one for one.
type kind struct {
	name    string
	ours    []index.Request
	theirs  []ask
	clients bool
}

// ask is a question to SQLite: an FTS5 expression and what is done with the matches.
type ask struct {
	match    string
	facets   bool
	sorted   bool
	snippets bool
}

// sampler takes words out of the texts that were indexed.
type sampler struct {
	*rand.Rand
	texts []string
}

func newSampler(made []*plan.Extraction) *sampler {
	s := &sampler{Rand: rand.New(rand.NewPCG(9, 9))}
	for _, x := range made[:min(len(made), 200)] {
		for _, m := range x.Models {
			for _, a := range m.Assignments {
				s.texts = append(s.texts, a.Text)
			}
		}
	}
	return s
}

// run returns from least to most neighbouring words: as printed, and loose.
func (s *sampler) run(least, most int) (printed string, loose []string) {
	for {
		text := s.texts[s.IntN(len(s.texts))]
		ws := fold.Split(text)
		n := least + s.IntN(most-least+1)
		if len(ws) < n {
			continue
		}
		from := s.IntN(len(ws) - n + 1)
		ws = ws[from : from+n]
		loose = nil
		for _, w := range ws {
			loose = append(loose, w.Loose)
		}
		return strings.ReplaceAll(text[ws[0].Start:ws[n-1].End], `"`, ""), loose
	}
}

func quoted(words []string, with string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = `"` + w + `"`
	}
	return strings.Join(out, with)
}

// kinds makes the queries. The words of SQLite carry no marks, for it folds them as
// far as it can; it knows nothing of "đ".
func kinds(s *sampler) []kind {
	all := []kind{
		{name: "term"}, {name: "quoted phrase"}, {name: "folded AND"}, {name: "folded OR"}, {name: "prefix"},
		{name: "four facets"}, {name: "filter and sort"}, {name: "full ranked against OR"},
		{name: "full ranked against OR with snippets", clients: true},
	}
	for i := range all {
		k := &all[i]
		for range *asked {
			ours, theirs := s.pair(k.name)
			ours.Limit = 10
			k.ours, k.theirs = append(k.ours, ours), append(k.theirs, theirs)
		}
	}
	return all
}

func (s *sampler) pair(name string) (index.Request, ask) {
	switch name {
	case "term":
		printed, _ := s.run(1, 1)
		return index.Request{Query: `"` + printed + `"`}, ask{match: `"` + printed + `"`}
	case "quoted phrase":
		printed, _ := s.run(2, 4)
		return index.Request{Query: `"` + printed + `"`}, ask{match: `"` + printed + `"`}
	case "folded AND":
		_, loose := s.run(2, 4)
		return index.Request{Query: strings.Join(loose, " AND ")}, ask{match: quoted(loose, " AND ")}
	case "folded OR":
		_, loose := s.run(2, 4)
		return index.Request{Query: strings.Join(loose, " OR ")}, ask{match: quoted(loose, " OR ")}
	case "prefix":
		_, loose := s.run(1, 1)
		begin := loose[0][:min(3, len(loose[0]))]
		if len(begin) < 2 || begin[0] < 'a' || begin[len(begin)-1] < 'a' {
			return s.pair(name)
		}
		return index.Request{Query: begin + "*"}, ask{match: `"` + begin + `"*`}
	}
	_, loose := s.run(3, 6)
	ours, theirs := index.Request{Query: strings.Join(loose, " ")}, ask{match: quoted(loose, " OR ")}
	switch name {
	case "four facets":
		ours.Facets = []string{query.Province, query.Lead, query.Tool, query.Year}
		theirs.facets = true
	case "filter and sort":
		ours.Filters = []index.Filter{{Field: query.Year, Values: []string{"2023"}}, {Field: query.Due, Values: []string{"2024"}}}
		ours.Sort, ours.Offset = index.ByDue, 20
		theirs.sorted = true
	case "full ranked against OR with snippets":
		theirs.snippets = true
	}
	return ours, theirs
}
