package align_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach/corpus/align"
	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// extracted reads the sample plans of the project, by the names of their files.
func extracted(t *testing.T) []*plan.Extraction {
	t.Helper()
	files, err := filepath.Glob("../../testdata/plans/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample plans", err)
	}
	var out []*plan.Extraction
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		x := extract.Extract(source.NewText(filepath.Base(name), string(b)))
		x.Plan.ID = strings.TrimSuffix(filepath.Base(name), ".txt")
		out = append(out, x)
	}
	return out
}

// TestRealExtractions holds the truth of truth.tsv against the plans as they are really
// read, with their objectives, groups and abbreviations, and with the plan of tasks
// among them; then with each plan added last.
func TestRealExtractions(t *testing.T) {
	b, err := os.ReadFile("testdata/truth.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for line := range strings.Lines(string(b)) {
		if f := strings.Split(line, "\t"); len(f) == 5 && !strings.HasPrefix(line, "#") {
			want[f[0]+"#"+f[1]] = f[2]
		}
	}
	plans := extracted(t)
	for last := range plans {
		order := append(slices.Delete(slices.Clone(plans), last, last+1), plans[last])
		got := map[string]string{}
		a := align.Align(order, align.National, nil)
		for _, r := range a.Rows {
			for _, m := range r.Members {
				key := fmt.Sprintf("%s#%d", a.Plans[m.Plan].Plan.ID, a.Model(m).Number)
				got[key] = strings.TrimPrefix(got[key]+"+"+strings.TrimPrefix(r.ID, "dm:"), "+")
			}
		}
		for key, rows := range want {
			if got[key] != rows {
				t.Errorf("with %s last: %s stands in %q, want %q", plans[last].Plan.ID, key, got[key], rows)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%d models, want %d", len(got), len(want))
		}
	}
}

// TestTasks names the tasks of the plan without models that are the work of a model.
func TestTasks(t *testing.T) {
	a := align.Align(extracted(t), align.National, nil)
	var got []string
	for _, r := range a.Rows {
		for _, w := range r.Weaker {
			got = append(got, r.ID+" "+a.Plans[w.Plan].Tasks[w.Task].ID)
		}
	}
	// III.1.c is about "các dịch vụ công thiết yếu"; III.2.a says "Triển khai tổ giác tội
	// phạm qua ứng dụng VNeID" in so many words.
	if want := []string{"dm:1 III.1.c", "dm:30 III.2.a"}; !slices.Equal(got, want) {
		t.Errorf("tasks %q, want %q", got, want)
	}
}
