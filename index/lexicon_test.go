package index

import (
	"slices"
	"strings"
	"testing"

	"kehoach/extract/lexicon"
	"kehoach/index/vi/fold"
)

// Every line of typed.txt has a short form that is of one word and new, and a long one
// of several, in the order of the first letters.
func TestTyped(t *testing.T) {
	var seen []string
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		seen = append(seen, fold.Key(r.Columns[0]))
	}
	for n, line := range strings.Split(strings.TrimSpace(typed), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		short, long, ok := strings.Cut(line, "\t")
		key := fold.Key(short)
		if !ok || strings.Contains(key, " ") || len(strings.Fields(fold.Key(long))) < 2 {
			t.Errorf("typed.txt:%d: %q", n+1, line)
		}
		if slices.Contains(seen, key) {
			t.Errorf("typed.txt:%d: %s stands there already, or in the lexicon", n+1, short)
		}
		seen = append(seen, key)
		initials := ""
		for _, w := range strings.Fields(fold.Key(long)) {
			if w != "va" || len(key) > len(initials) && strings.HasPrefix(key[len(initials):], "v") {
				initials += w[:1]
			}
		}
		if initials != key {
			t.Errorf("typed.txt:%d: %s has the initials %s", n+1, long, initials)
		}
	}
}

// Every line of said.txt has a word, and a wording of several.
func TestSaid(t *testing.T) {
	for n, line := range strings.Split(strings.TrimSpace(said), "\n") {
		short, long, ok := strings.Cut(line, "\t")
		words := len(strings.Fields(fold.Key(long)))
		if !strings.HasPrefix(line, "#") && (!ok || words < 2 || words <= len(strings.Fields(fold.Key(short)))) {
			t.Errorf("said.txt:%d: %q", n+1, line)
		}
	}
}
