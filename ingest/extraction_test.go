package ingest_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/extract/score"
	"kehoach/ingest"
	"kehoach/ingest/measure"
)

// leastF1 is how much of what is extracted from the text of a plan must come out of its
// documents too, and nothing else.
const leastF1 = 0.995

// TestExtraction compares what is extracted from each document with what is extracted
// from the text of its plan.
func TestExtraction(t *testing.T) {
	texts, err := filepath.Glob("../testdata/plans/*.txt")
	if err != nil || len(texts) != 5 {
		t.Fatalf("%d plans, %v", len(texts), err)
	}
	for _, path := range texts {
		want := values(t, path)
		if len(want) < 20 {
			t.Fatalf("%s: %d values", path, len(want))
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		for _, ending := range []string{".chromium.pdf", ".libreoffice.pdf", ".docx", ".html"} {
			got := values(t, "../testdata/documents/"+name+ending)
			f1 := agreement(want, got)
			t.Logf("%s%s: %.4f of %d values", name, ending, f1, total(want))
			if f1 < leastF1 {
				t.Errorf("%s%s: F1 %.4f; %s", name, ending, f1, difference(want, got))
			}
		}
	}
}

// leastSheetF1 is the same for plans with a table of narrow columns, in which words and rows are broken.
const leastSheetF1 = 0.97

// TestSheets compares what is extracted from such documents with what is extracted from their texts.
func TestSheets(t *testing.T) {
	documents, err := filepath.Glob("../testdata/documents/sheets/*.pdf")
	if err != nil || len(documents) == 0 {
		t.Fatalf("%d documents, %v", len(documents), err)
	}
	for _, path := range documents {
		name := strings.TrimSuffix(filepath.Base(path), ".pdf")
		want, got := values(t, "../testdata/layouts/"+name+".txt"), values(t, path)
		f1 := agreement(want, got)
		t.Logf("%s: %.4f of %d values", name, f1, total(want))
		if f1 < leastSheetF1 {
			t.Errorf("%s: F1 %.4f; %s", name, f1, difference(want, got))
		}
	}
}

// leastScanF1 is the same for a clean scan, in which a letter in fifty may be another one.
const (
	leastScanF1 = 0.95
	misread     = 0.02
)

// forgive makes values of got that are all but those of want the same.
func forgive(want, got map[string]int) {
	for g, n := range got {
		if want[g] > 0 {
			continue
		}
		for w := range want {
			if got[w] == 0 && len(w) > 40 && w[:8] == g[:min(8, len(g))] && measure.ErrorRate(w, g) <= misread {
				delete(got, g)
				got[w] = n
				break
			}
		}
	}
}

// TestScanExtraction compares what is extracted from a scan of a plan with what is
// extracted from its text.
func TestScanExtraction(t *testing.T) {
	ingest.NeedOCR(t)
	const name = "xuan-loc-02-kh-tctda06"
	want := values(t, "../testdata/plans/"+name+".txt")
	path := filepath.Join(t.TempDir(), "scan.pdf")
	data := ingest.Scanned(t, "../testdata/documents/"+name+".libreoffice.pdf", "", 1, 2, 3, 4, 5, 6, 7, 8)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	got := values(t, path)
	forgive(want, got)
	f1 := agreement(want, got)
	t.Logf("%.4f of %d values", f1, total(want))
	if f1 < leastScanF1 {
		t.Errorf("F1 %.4f; %s", f1, difference(want, got))
	}
}

// agreement is the F1 of the values of one extraction against those of another.
func agreement(want, got map[string]int) float64 {
	both := 0
	for v, n := range want {
		both += min(n, got[v])
	}
	return 2 * float64(both) / float64(total(want)+total(got))
}

// values returns what an extraction holds, each value with its field, counted.
func values(t *testing.T, path string) map[string]int {
	t.Helper()
	f, err := ingest.ReadFile(t.Context(), path, ingest.Options{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	x := extract.Extract(f)
	v := map[string]int{}
	add := func(field string, value any) {
		if s := fmt.Sprint(value); s != "" && s != "<nil>" {
			v[field+": "+s]++
		}
	}
	agencies := func(field string, list []plan.Agency) {
		for _, a := range list {
			add(field, a.Canonical)
		}
	}
	when := func(field string, tl *plan.Timeline) {
		if tl != nil {
			add(field, tl.Text)
		}
	}
	for _, m := range x.Models {
		add("model", fmt.Sprint(m.Number, " ", m.Title))
		agencies("lead", m.Lead)
		agencies("cooperating", m.Cooperating)
		agencies("implementing", m.Implementing)
		when("timeline", m.Timeline)
		for _, tool := range m.Tools {
			add("tool", tool.Name)
		}
		for _, a := range m.Assignments {
			add("assignment", a.Text)
		}
	}
	for _, task := range x.Tasks {
		add("task", task.ID+" "+task.Text)
		agencies("task lead", task.Lead)
		when("task timeline", task.Timeline)
	}
	for _, row := range x.Appendix {
		add("row", fmt.Sprint(row.Number, " ", row.Title))
		agencies("row lead", row.Lead)
		when("row timeline", row.Timeline)
	}
	return v
}

func total(v map[string]int) (n int) {
	for _, c := range v {
		n += c
	}
	return n
}

// difference lists a few of the values that only one side has.
func difference(want, got map[string]int) string {
	var b strings.Builder
	shown := 0
	for _, c := range []struct {
		name string
		a, b map[string]int
	}{{"missing", want, got}, {"spurious", got, want}} {
		for v, n := range c.a {
			if n > c.b[v] && shown < 12 {
				fmt.Fprintf(&b, "\n\t%s %.120s", c.name, v)
				shown++
			}
		}
	}
	return b.String()
}

// TestMade compares what is extracted from plans made as offices make them with their truth.
func TestMade(t *testing.T) {
	truths, err := filepath.Glob("../testdata/made/*.json")
	if err != nil || len(truths) != 12 {
		t.Fatalf("%d plans, %v", len(truths), err)
	}
	for _, truth := range truths {
		for _, ending := range []string{".docx", ".libreoffice.pdf"} {
			path := strings.TrimSuffix(truth, ".json") + ending
			if r := against(t, truth, path); r.Micro() < 0.98 {
				t.Errorf("%s: micro F1 %.4f; %s", path, r.Micro(), strings.Join(r.Misses, "\n\t"))
			}
		}
	}
}

// TestScannedTable holds that of a scan the cells of a table are read, and the text around it.
func TestScannedTable(t *testing.T) {
	ingest.NeedOCR(t)
	const name = "../testdata/made/van-chan-cchc-2025-bang"
	path := filepath.Join(t.TempDir(), "scan.pdf")
	if err := os.WriteFile(path, ingest.Scanned(t, name+".libreoffice.pdf", "", 1, 2, 3, 4), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := against(t, name+".json", path); r.Micro() < 0.95 {
		t.Errorf("micro F1 %.4f; %s", r.Micro(), strings.Join(r.Misses, "\n\t"))
	}
}

// against scores what is extracted from a document against the truth of its plan.
func against(t *testing.T, truth, path string) *score.Result {
	t.Helper()
	want, err := os.ReadFile(truth)
	if err != nil {
		t.Fatal(err)
	}
	f, err := ingest.ReadFile(t.Context(), path, ingest.Options{Cache: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(extract.Extract(f))
	if err != nil {
		t.Fatal(err)
	}
	r, err := score.Compare(want, got)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
