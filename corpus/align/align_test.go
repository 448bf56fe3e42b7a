package align

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach/extract/plan"
)

var update = flag.Bool("update", false, "write the golden files anew")

// truth is testdata/truth.tsv: the rows of each model, by plan and number.
type truth struct {
	plans []*plan.Extraction
	rows  map[string][]string // "PLAN#12" to row ids
}

func readTruth(t testing.TB) truth {
	t.Helper()
	b, err := os.ReadFile("testdata/truth.tsv")
	if err != nil {
		t.Fatal(err)
	}
	out := truth{rows: map[string][]string{}}
	byID := map[string]*plan.Extraction{}
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 5 || f[4] == "" {
			t.Fatalf("truth: %q", line)
		}
		x := byID[f[0]]
		if x == nil {
			x = newPlan(f[0])
			byID[f[0]] = x
			out.plans = append(out.plans, x)
		}
		n, err := strconv.Atoi(f[1])
		if err != nil {
			t.Fatal(err)
		}
		x.Models = append(x.Models, plan.Model{Number: n, Title: f[3]})
		for _, r := range strings.Split(f[2], "+") {
			key := f[0] + "#" + f[1]
			out.rows[key] = append(out.rows[key], "dm:"+r)
		}
	}
	return out
}

func newPlan(id string) *plan.Extraction {
	x := &plan.Extraction{Schema: plan.Schema}
	x.Plan.ID, x.Source.Name = id, id+".txt"
	level := plan.Province
	x.Plan.Level = &level
	return x
}

// rowsOf turns an alignment round: the row ids of each model.
func rowsOf(a *Alignment) map[string][]string {
	out := map[string][]string{}
	for _, r := range a.Rows {
		for _, m := range r.Members {
			key := modelKey(a.Plans[m.Plan], a.Model(m))
			out[key] = append(out[key], r.ID)
		}
	}
	return out
}

// pairF1 compares two groupings by the pairs of models that stand in one row.
func pairF1(want, got map[string][]string) float64 {
	pairs := func(rows map[string][]string) map[[2]string]bool {
		members := map[string][]string{}
		for key, ids := range rows {
			for _, id := range ids {
				members[id] = append(members[id], key)
			}
		}
		out := map[[2]string]bool{}
		for _, keys := range members {
			slices.Sort(keys)
			for i := range keys {
				for j := i + 1; j < len(keys); j++ {
					out[[2]string{keys[i], keys[j]}] = true
				}
			}
		}
		return out
	}
	w, g := pairs(want), pairs(got)
	both := 0
	for p := range w {
		if g[p] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(w)+len(g))
}

func TestSamplePlans(t *testing.T) {
	tr := readTruth(t)
	if len(tr.rows) != 157 {
		t.Fatalf("%d models in the truth, want 157", len(tr.rows))
	}
	got := rowsOf(Align(tr.plans, National, nil))
	for key, want := range tr.rows {
		if !slices.Equal(got[key], want) {
			t.Errorf("%s stands in %v, want %v", key, got[key], want)
		}
	}
	if f := pairF1(tr.rows, got); f != 1 {
		t.Errorf("pairwise F1 %.4f, want 1", f)
	}
}

func TestCompareGolden(t *testing.T) {
	var b bytes.Buffer
	if err := Align(readTruth(t).plans, National, nil).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("testdata/compare.json", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/compare.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Error("compare.json is not what WriteJSON prints; look at the difference, then run with -update")
	}
}

func TestOrderOfPlansDoesNotMatter(t *testing.T) {
	plans := append(readTruth(t).plans, newGenerator(3).plans(6)...)
	var want bytes.Buffer
	if err := Align(plans, National, nil).WriteJSON(&want); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 5 {
		rnd.Shuffle(len(plans), func(i, j int) { plans[i], plans[j] = plans[j], plans[i] })
		var got bytes.Buffer
		if err := Align(plans, National, nil).WriteJSON(&got); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want.Bytes()) {
			t.Fatal("another order of the plans gives another alignment")
		}
	}
}

// TestOnePlanMoreMovesNoRow leaves each plan out and asks that the rows of the others
// are then the same, and in the same order.
func TestOnePlanMoreMovesNoRow(t *testing.T) {
	plans := append(readTruth(t).plans, newGenerator(4).plans(8)...)
	whole := Align(plans, National, nil)
	for i, left := range plans {
		rest := slices.Delete(slices.Clone(plans), i, i+1)
		want, got := membersWithout(whole, left), membersWithout(Align(rest, National, nil), left)
		if !slices.Equal(got, want) {
			t.Errorf("without %s:\n got %s\nwant %s", left.Plan.ID, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
	}
}

// membersWithout lists the rows of a in order, each as the models of all plans but one.
func membersWithout(a *Alignment, left *plan.Extraction) []string {
	var out []string
	for _, r := range a.Rows {
		var keys []string
		for _, m := range r.Members {
			if a.Plans[m.Plan] != left {
				keys = append(keys, modelKey(a.Plans[m.Plan], a.Model(m)))
			}
		}
		if len(keys) > 0 {
			out = append(out, strings.Join(keys, " "))
		}
	}
	return out
}

func TestGeneratedTitles(t *testing.T) {
	for seed := range uint64(6) {
		g := newGenerator(seed)
		plans := g.plans(30)
		a := Align(plans, National, nil)
		got := rowsOf(a)
		f := pairF1(g.truth, got)
		t.Logf("seed %d: pairwise F1 %.4f over %d models", seed, f, len(g.truth))
		if f < 0.97 {
			t.Errorf("seed %d: pairwise F1 %.4f, want 0.97", seed, f)
			for key, want := range g.truth {
				if fmt.Sprint(got[key]) != fmt.Sprint(want) && strings.HasPrefix(want[0], "dm:") {
					t.Logf("%s %q in %v, want %v", key, g.titles[key], got[key], want)
				}
			}
		}
		onePerPlan(t, a)
	}
}

// onePerPlan holds that a row has two models of a plan never, and a model two rows only
// where it is marked as a merge.
func onePerPlan(t *testing.T, a *Alignment) {
	t.Helper()
	stands := map[string]int{}
	merged := map[string]bool{}
	for _, r := range a.Rows {
		plans := map[int]bool{}
		for _, m := range r.Members {
			if plans[m.Plan] {
				t.Errorf("row %s has two models of %s", r.ID, a.Plans[m.Plan].Plan.ID)
			}
			plans[m.Plan] = true
			key := fmt.Sprint(m.Plan, "#", m.Model)
			stands[key]++
			merged[key] = merged[key] || m.Merged
		}
	}
	total := 0
	for _, x := range a.Plans {
		total += len(x.Models)
	}
	if len(stands) != total {
		t.Errorf("%d models stand in rows, want %d", len(stands), total)
	}
	for key, n := range stands {
		if n > 1 != merged[key] {
			t.Errorf("model %s stands in %d rows, marked as merge: %v", key, n, merged[key])
		}
	}
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{100, 300, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			plans := newGenerator(1).plans(n)
			b.ReportAllocs()
			for b.Loop() {
				Align(plans, National, nil)
			}
		})
	}
}
