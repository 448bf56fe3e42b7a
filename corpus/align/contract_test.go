package align

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestContract holds the names that other programs read in what WriteJSON prints.
func TestContract(t *testing.T) {
	b, err := os.ReadFile("testdata/compare.json")
	if err != nil {
		t.Fatal(err)
	}
	var out struct {
		Plans []string `json:"plans"`
		Rows  []map[string]json.RawMessage
	}
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Plans) != 4 || len(out.Rows) != 43 {
		t.Errorf("%d plans, %d rows", len(out.Plans), len(out.Rows))
	}
	for _, r := range out.Rows {
		if len(r["title"]) == 0 {
			t.Error("a row without title")
		}
		var members []map[string]json.RawMessage
		if err := json.Unmarshal(r["members"], &members); err != nil {
			t.Fatal(err)
		}
		for _, m := range members {
			for _, key := range strings.Fields("plan source number title lead cooperating timeline tools similarity") {
				if _, ok := m[key]; !ok {
					t.Errorf("a member without %s", key)
				}
			}
		}
	}
}

func FuzzParseCatalogue(f *testing.F) {
	f.Add(nationalText)
	f.Add("number,title\n1,\"a\"\"b\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCatalogue(text)
		if err != nil {
			return
		}
		seen := map[int]bool{}
		for _, e := range c.Entries {
			if seen[e.Number] {
				t.Errorf("number %d twice", e.Number)
			}
			seen[e.Number] = true
		}
	})
}
