package extract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach/extract/score"
)

// TestLayouts holds what is read of plans in layouts unlike the sample plans. The golden
// file counts what is wrong in each and lists it: these are the known failures.
func TestLayouts(t *testing.T) {
	files, err := filepath.Glob("../testdata/layouts/*.json")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d annotated layouts: %v", len(files), err)
	}
	var b strings.Builder
	all := &score.Result{Counts: map[string]*score.Counts{}}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		r := compare(t, file, strings.TrimSuffix(file, ".json")+".txt")
		fmt.Fprintf(&b, "%s: micro F1 %.4f\n", name, r.Micro())
		writeFailures(&b, r)
		merge(all, r)
		if r.Micro() < 0.85 {
			t.Errorf("%s: micro F1 %.4f, want 0.85 or more", name, r.Micro())
		}
	}
	fmt.Fprintf(&b, "\nall: right, missing, spurious, F1\n%s", all)
	golden(t, "../testdata/layouts/score.txt", []byte(b.String()))
	if all.Micro() < 0.97 {
		t.Errorf("micro F1 %.4f over all layouts, want 0.97 or more", all.Micro())
	}
}

// compare scores what is read of a text against its annotation.
func compare(t *testing.T, annotation, text string) *score.Result {
	t.Helper()
	want, err := os.ReadFile(annotation)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimSuffix(filepath.Base(text), ".txt")
	r, err := score.Compare(want, asJSON(t, read(name, string(b))))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// writeFailures lists the fields of r that are not all right, and what missed.
func writeFailures(b *strings.Builder, r *score.Result) {
	for _, f := range r.Fields {
		if c := r.Counts[f]; c.Missing+c.Spurious > 0 {
			fmt.Fprintf(b, "  %-24s %4d %4d %4d\n", f, c.Right, c.Missing, c.Spurious)
		}
	}
	for _, m := range r.Misses {
		fmt.Fprintf(b, "    %s\n", m)
	}
}

// merge adds the counts of r to those of all.
func merge(all, r *score.Result) {
	for _, f := range r.Fields {
		if all.Counts[f] == nil {
			all.Fields, all.Counts[f] = append(all.Fields, f), &score.Counts{}
		}
		c := all.Counts[f]
		c.Right, c.Missing, c.Spurious = c.Right+r.Counts[f].Right, c.Missing+r.Counts[f].Missing, c.Spurious+r.Counts[f].Spurious
	}
}

// openingFields are what the opening of a document is read for.
var openingFields = []string{"plan.kind", "plan.number", "plan.date", "plan.title", "plan.issuers", "plan.legal_basis"}

// TestOpenings holds what is read of the openings of documents as web sites and
// recognisers deliver them.
func TestOpenings(t *testing.T) {
	b, err := os.ReadFile("../testdata/openings/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]json.RawMessage
	if err := json.Unmarshal(b, &truth); err != nil {
		t.Fatal(err)
	}
	var names []string
	for name := range truth {
		names = append(names, name)
	}
	slices.Sort(names)
	all := &score.Result{Counts: map[string]*score.Counts{}}
	var out strings.Builder
	for _, name := range names {
		text, err := os.ReadFile("../testdata/openings/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Appendf(nil, `{"plan": %s}`, truth[name])
		r, err := score.Compare(want, asJSON(t, read(name, string(text))))
		if err != nil {
			t.Fatal(err)
		}
		r.Fields = slices.DeleteFunc(r.Fields, func(f string) bool { return !slices.Contains(openingFields, f) })
		merge(all, r)
		for _, m := range r.Misses {
			if slices.ContainsFunc(openingFields, func(f string) bool { return strings.HasPrefix(m, f) }) {
				fmt.Fprintf(&out, "%s: %s\n", name, m)
			}
		}
	}
	fmt.Fprintf(&out, "%d openings: right, missing, spurious, F1\n%s", len(names), all)
	golden(t, "../testdata/openings/score.txt", []byte(out.String()))
	for _, f := range openingFields {
		if f1 := all.Counts[f].F1(); f1 < 0.93 {
			t.Errorf("%s: F1 %.3f, want 0.93 or more", f, f1)
		}
	}
}
