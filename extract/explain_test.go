package extract_test

import (
	"encoding/json"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/ingest/source"
)

// TestExplain holds that each value of every sample has a ground, and that explaining
// changes nothing that is read.
func TestExplain(t *testing.T) {
	rules := strings.Fields("head tail heading task duties label own-label unknown-label no-label column sentence role above name kind bodies between tool tool-kind tool-named")
	known := map[string]bool{}
	for _, r := range rules {
		known[r] = true
	}
	for name, text := range plans(t) {
		t.Run(name, func(t *testing.T) {
			f := source.NewText(name+".txt", text)
			x, reasons := extract.Explain(f)
			if x.Fingerprint() != extract.Extract(f).Fingerprint() {
				t.Error("explained and plain extraction differ")
			}
			if len(reasons) < 50 {
				t.Errorf("%d reasons", len(reasons))
			}
			for _, r := range reasons {
				if len(r.Steps) == 0 {
					t.Errorf("%s: %s %q has no ground", r.Of, r.Field, r.Value)
				}
				for _, s := range r.Steps {
					if !known[s.Rule] && !strings.HasPrefix(s.Rule, "timeline/") {
						t.Errorf("%s: %s %q: unknown rule %q", r.Of, r.Field, r.Value, s.Rule)
					}
				}
				if r.Span.IsZero() {
					t.Errorf("%s: %s %q has no place", r.Of, r.Field, r.Value)
				}
			}
			if _, err := json.Marshal(reasons); err != nil {
				t.Error(err)
			}
		})
	}
}
