package tool

import (
	"os"
	"strings"
	"testing"
)

func TestCorpus(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	phrase := ""
	for i, line := range strings.Split(string(b), "\n") {
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] != '\t':
			phrase, _, _ = strings.Cut(line, "\t#")
			continue
		}
		var got []string
		for _, m := range List(phrase) {
			name := phrase[m.Start:m.End]
			if m.Canonical != name {
				name += " = " + m.Canonical
			}
			got = append(got, name)
		}
		if want := strings.TrimSpace(line); strings.Join(got, " | ") != want && !(want == "(none)" && got == nil) {
			t.Errorf("corpus.txt:%d: %q\n got %s\nwant %s", i+1, phrase, strings.Join(got, " | "), want)
		}
	}
}
