package index

import (
	"strings"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// suggestions writes the query again with its repairs, as the first hits that have
// them spell the words.
func suggestions(text string, repairs []query.Repair, hits []record) []string {
	var b strings.Builder
	at := 0
	for _, w := range fold.Split(text) {
		for _, r := range repairs {
			if w.Loose == r.From {
				b.WriteString(text[at:w.Start])
				b.WriteString(spelling(r, hits))
				at = w.End
				break
			}
		}
	}
	if at == 0 {
		return nil
	}
	b.WriteString(text[at:])
	return []string{b.String()}
}

// spelling is how the hits print the repaired word beside one of its neighbours.
func spelling(r query.Repair, hits []record) string {
	for _, hit := range hits {
		for _, p := range hit.parts {
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
