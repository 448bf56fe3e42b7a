package index

import (
	_ "embed"
	"strings"
	"sync"

	"kehoach/extract/lexicon"
	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// typed are abbreviations that users type; the file tells its format.
//
//go:embed typed.txt
var typed string

// said are foreign words for what plans call by others; the file tells its format.
//
//go:embed said.txt
var said string

// shared returns the abbreviations that all plans share. Columns of the file: short
// form, long form, sort, confidence, source.
func shared() *query.Abbreviations {
	a := &query.Abbreviations{}
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		a.Add(r.Columns[0], r.Columns[1])
		a.AddInitials(r.Columns[0], r.Columns[1])
	}
	for line := range strings.Lines(typed + said) {
		if short, long, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(short, "#") {
			a.Add(short, long)
		}
	}
	return a
}

// confusion is a wording that recognition or typing has damaged, and what was meant.
type confusion struct{ seen, meant []string } // loose words

// confusions returns the damaged wordings that all plans share, by their first word.
// Columns of the file: as seen ("|" parts spellings), as meant, sort, source.
var confusions = sync.OnceValue(func() map[string][]confusion {
	byFirst := map[string][]confusion{}
	for _, r := range lexicon.Rows("confusions.txt", 4) {
		meant := strings.Fields(fold.Key(r.Columns[1]))
		for _, s := range strings.Split(r.Columns[0], "|") {
			seen := strings.Fields(fold.Key(s))
			if len(seen) > 0 && strings.Join(seen, " ") != strings.Join(meant, " ") {
				byFirst[seen[0]] = append(byFirst[seen[0]], confusion{seen, meant})
			}
		}
	}
	return byFirst
})
