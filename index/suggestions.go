package index

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

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
				to := spelling(r, hits)
				if !isMarked(text) {
					to = unmarked(to)
				}
				b.WriteString(to)
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

// isMarked reports whether text is written with diacritics.
func isMarked(text string) bool {
	return slices.ContainsFunc(fold.Split(text), fold.Word.Marked)
}

// unmarked is text without its diacritics, letter by letter.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ':
			return 'd'
		case unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, norm.NFD.String(text))
}
