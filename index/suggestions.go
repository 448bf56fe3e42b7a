package index

import (
	"strings"

	"github.com/blevesearch/bleve/v2/search"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// suggestions writes the query again with its repairs, as the first hits that have
// them spell the words.
func suggestions(text string, c *query.Compiled, hits []*search.DocumentMatch) []string {
	if len(c.Repairs) == 0 {
		return nil
	}
	words := fold.Split(text)
	changed := false
	var b strings.Builder
	at := 0
	for i, w := range words {
		for _, r := range c.Repairs {
			if w.Loose != r.From || i > 0 && r.Before == "" && i == 0 {
				continue
			}
			b.WriteString(text[at:w.Start])
			b.WriteString(spelling(r, hits))
			at = w.End
			changed = true
			break
		}
	}
	b.WriteString(text[at:])
	if !changed {
		return nil
	}
	return []string{b.String()}
}

// spelling is how the hits print the repaired word beside one of its neighbours.
func spelling(r query.Repair, hits []*search.DocumentMatch) string {
	for _, hit := range hits {
		m, err := readMeta(hit.Fields)
		if err != nil {
			continue
		}
		for _, p := range readParts(m, hit.Fields) {
			ws := fold.Split(p.Text)
			for i, w := range ws {
				if w.Loose != r.To {
					continue
				}
				before := i > 0 && ws[i-1].Loose == r.Before
				after := i+1 < len(ws) && ws[i+1].Loose == r.After
				if before || after || r.Before == "" && r.After == "" {
					return strings.ToLower(p.Text[w.Start:w.End])
				}
			}
		}
	}
	return r.To
}
