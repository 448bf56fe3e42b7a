package extract_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
)

var shakes = flag.Int("shakes", 1, "how many damaged copies of each text TestShaken reads")

// marks are what the rules look for between words: one in another's place, or too many, is what they must bear.
var marks = []string{".", ",", ";", ":", "(", ")", "[", "]", " - ", "/", "\t", "\n", " ", "|", "“", "”", "", "→", "2024", "Chủ trì: ", "TG: "}

// TestShaken holds that no text of a plan stops the program whose marks stand elsewhere than they should: the
// fragments and layouts, damaged at random. A copy of a text and a seed is the same always:
//
//	go test ./extract -run TestShaken -seed 17 -shakes 100
func TestShaken(t *testing.T) {
	files, err := filepath.Glob("../testdata/fragments/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fragments", err)
	}
	layouts, err := filepath.Glob("../testdata/layouts/*.txt")
	if err != nil || len(layouts) == 0 {
		t.Fatal("no layouts", err)
	}
	for i, file := range append(files, layouts...) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for n := range uint64(*shakes) {
			readShaken(t, file, *firstSeed+n, shaken(rand.New(rand.NewPCG(*firstSeed+n, uint64(i))), string(text)))
		}
	}
}

// readShaken reads a damaged text and fails the test where reading it panics or a model stands outside of it.
func readShaken(t *testing.T, file string, seed uint64, text string) {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s, seed %d: %v\n%s", filepath.Base(file), seed, r, debug.Stack())
		}
	}()
	for _, m := range read("shaken", text).Models {
		if m.Span.Start < 0 || m.Span.End > len(text) || m.Span.Start > m.Span.End {
			t.Errorf("%s, seed %d: model %d: span %+v outside of %d bytes", filepath.Base(file), seed, m.Number, m.Span, len(text))
		}
	}
}

// shaken puts another mark in the place of about every eighth, and drops, doubles and swaps some lines.
func shaken(r *rand.Rand, text string) string {
	var b strings.Builder
	for _, c := range text {
		if strings.ContainsRune(".,;:()[]-/\t\n", c) && r.IntN(8) == 0 {
			b.WriteString(marks[r.IntN(len(marks))])
			continue
		}
		b.WriteRune(c)
	}
	lines := strings.Split(b.String(), "\n")
	for range 1 + len(lines)/20 {
		i, k := r.IntN(len(lines)), r.IntN(len(lines))
		switch r.IntN(3) {
		case 0:
			lines[i] = ""
		case 1:
			lines[i] = lines[k]
		default:
			lines[i], lines[k] = lines[k], lines[i]
		}
	}
	return strings.Join(lines, "\n")
}
