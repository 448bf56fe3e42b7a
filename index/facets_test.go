package index

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// TestFacetsAgainstCounting holds totals and the counts of all facets, under random
// filters and phrases, against a count over the documents themselves.
func TestFacetsAgainstCounting(t *testing.T) {
	plans := samplePlans(t)
	x := indexOf(t, plans...)
	var docs []document
	for _, p := range plans {
		docs = append(docs, documents(p)...)
	}
	for i := range docs {
		docs[i].facet(query.Kind, string(docs[i].kind))
	}
	values := map[string][]string{}
	for _, name := range FacetFields {
		all := map[string]bool{}
		for _, d := range docs {
			for _, v := range d.facets[name] {
				all[v] = true
			}
		}
		values[name] = slices.Sorted(maps.Keys(all))
	}
	r := rand.New(rand.NewPCG(11, 12))
	found := 0
	for range 400 {
		request := Request{Facets: FacetFields, Filters: randomFilters(r, values)}
		var phrase []string
		if r.IntN(2) == 0 {
			d := docs[r.IntN(len(docs))]
			ws := fold.Split(d.parts[r.IntN(len(d.parts))].Text)
			from := r.IntN(len(ws))
			phrase = looseWords(ws[from:min(len(ws), from+1+r.IntN(3))])
			request.Query = `"` + strings.Join(phrase, " ") + `"`
		}
		var want []document
		for _, d := range docs {
			if d.passes(request.Filters) && (phrase == nil || d.says(phrase)) {
				want = append(want, d)
			}
		}
		found += len(want)
		checkCounts(t, request, ask(t, x, request), want)
	}
	if found < 1000 {
		t.Errorf("only %d documents were found", found)
	}
}

// randomFilters makes up to three filters of up to three values; a value may be any
// that some document has.
func randomFilters(r *rand.Rand, values map[string][]string) []Filter {
	var fs []Filter
	for range r.IntN(4) {
		name := FacetFields[r.IntN(len(FacetFields))]
		f := Filter{Field: name}
		for range 1 + r.IntN(3) {
			f.Values = append(f.Values, values[name][r.IntN(len(values[name]))])
		}
		fs = append(fs, f)
	}
	return fs
}

// passes reports whether d has, of each filter, a value that one of those wanted is in.
func (d *document) passes(fs []Filter) bool {
	return !slices.ContainsFunc(fs, func(f Filter) bool {
		return !slices.ContainsFunc(d.facets[f.Field], func(has string) bool {
			if f.Field == query.Kind || f.Field == query.Level || f.Field == query.Timeline {
				return slices.Contains(f.Values, has)
			}
			return slices.ContainsFunc(f.Values, func(want string) bool { return holdsWords(has, want) })
		})
	})
}

func holdsWords(text, words string) bool {
	return strings.Contains(" "+spelled.Replace(fold.Key(text))+" ", " "+spelled.Replace(fold.Key(words))+" ")
}

// spelled spells out the abbreviations that names of agencies and groups have.
var spelled = strings.NewReplacer(
	"tthc", "thu tuc hanh chinh", "dvc", "dich vu cong", "csdlqg ve dc", "co so du lieu quoc gia ve dan cu",
	"hdnd", "hoi dong nhan dan", "ubnd", "ui ban nhan dan", "uy ban", "ui ban", "thu tuc hanh chinh thu tuc hanh chinh", "thu tuc hanh chinh",
)

// says reports whether the loose words stand side by side in a part of d.
func (d *document) says(words []string) bool {
	return slices.ContainsFunc(d.parts, func(p Part) bool {
		return strings.Contains(" "+fold.Key(p.Text)+" ", " "+strings.Join(words, " ")+" ")
	})
}

func checkCounts(t *testing.T, asked Request, got *Result, want []document) {
	t.Helper()
	if got.Total != len(want) {
		t.Errorf("%q %v: %d hits, want %d", asked.Query, asked.Filters, got.Total, len(want))
		return
	}
	for _, name := range FacetFields {
		counts := map[string]int{}
		for _, d := range want {
			for _, v := range d.facets[name] {
				counts[v]++
			}
		}
		have := map[string]int{}
		for _, v := range got.Facets[name] {
			have[v.Value] = v.Count
		}
		if !maps.Equal(counts, have) {
			t.Errorf("%q %v: %s", asked.Query, asked.Filters, fmt.Sprintf("%s: %v, want %v", name, have, counts))
		}
	}
}
