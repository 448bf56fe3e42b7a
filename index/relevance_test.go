package index

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

var (
	update = flag.Bool("update", false, "write golden files")
	long   = flag.Bool("long", false, "also run what takes minutes")
)

const queriesDir = "../testdata/queries"

// judged is a query with the grades of what it is to find.
type judged struct {
	comment, query string
	grades         map[string]int // by the name of a document as names gives it
}

// listed reads the names of a list: "xuan-loc “Phòng Y tế, Trung tâm Y tế huyện”, long-an 5".
var listed = regexp.MustCompile(`[^,“ ][^,“]*(?:“[^”]*”)?`)

// readQueries reads a file of testdata/queries; its README tells the format.
func readQueries(t *testing.T, name string) []judged {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(queriesDir, name))
	if err != nil {
		t.Fatal(err)
	}
	var qs []judged
	comment := ""
	for n, line := range strings.Split(strings.TrimRight(string(b), "\n"), "\n") {
		grades, isGrades := strings.CutPrefix(line, "\t")
		c, isComment := strings.CutPrefix(line, "# ")
		switch {
		case isComment:
			comment = c
		case isGrades && len(qs) > 0:
			grade, list, _ := strings.Cut(grades, " ")
			g, err := strconv.Atoi(grade)
			if err != nil || g < 1 || g > 2 {
				t.Fatalf("%s:%d: no grade", name, n+1)
			}
			for _, name := range listed.FindAllString(list, -1) {
				qs[len(qs)-1].grades[name] = g
			}
		default:
			qs = append(qs, judged{comment, line, map[string]int{}})
		}
	}
	return qs
}

// samplePlans are the extractions of the five plans.
var samplePlans = func(t testing.TB) []*plan.Extraction {
	t.Helper()
	paths, err := filepath.Glob("../testdata/plans/*.txt")
	if err != nil || len(paths) != 5 {
		t.Fatalf("plans: %v, %v", paths, err)
	}
	var xs []*plan.Extraction
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		xs = append(xs, extract.Extract(source.NewText(filepath.Base(path), string(b))))
	}
	return xs
}

// graded returns the grade of a hit: models are named by number, tasks by first words.
func (q judged) graded(h Hit) (name string, grade int) {
	for name, grade := range q.grades {
		source, what, _ := strings.Cut(name, " ")
		if !strings.HasPrefix(h.Source, source) {
			continue
		}
		switch {
		case what == "plan" && h.Kind == PlanKind,
			h.Model != nil && what == strconv.Itoa(*h.Model),
			strings.HasPrefix(what, "“") && strings.HasPrefix(h.Title, strings.Trim(what, "“”")):
			return name, grade
		}
	}
	return "", 0
}

// score returns nDCG@10 and recall@10 of hits.
func (q judged) score(hits []Hit) (ndcg, recall float64) {
	gain := func(grade, rank int) float64 { return (math.Pow(2, float64(grade)) - 1) / math.Log2(float64(rank)+2) }
	var dcg, ideal, found float64
	seen := map[string]bool{}
	for i, h := range hits[:min(10, len(hits))] {
		if name, grade := q.graded(h); grade > 0 && !seen[name] {
			seen[name] = true
			dcg += gain(grade, i)
			found++
		}
	}
	var grades []int
	for _, g := range q.grades {
		grades = append(grades, g)
	}
	slices.Sort(grades)
	slices.Reverse(grades)
	for i, g := range grades[:min(10, len(grades))] {
		ideal += gain(g, i)
	}
	return dcg / ideal, found / float64(min(10, len(grades)))
}

// TestRelevance holds the quality of search as a golden file, so that every change
// shows what it won and lost.
func TestRelevance(t *testing.T) {
	plans := samplePlans(t)
	sets := []string{"queries.txt", "blind.txt", "open.txt", "aside.txt", "last.txt", "anew.txt", "held.txt", "judge.txt"}
	golden := filepath.Join(queriesDir, "score.txt")
	want, err := os.ReadFile(golden)
	if err != nil && !*update {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for _, among := range []struct {
		what string
		n    int
		kind distractorKind
		slow bool
	}{
		{"the plans alone", 0, piecesOf(3), false},
		{"1000 models of pieces of three words", 1000, piecesOf(3), false},
		{"1000 models of pieces of eight words", 1000, piecesOf(8), false},
		{"1000 models of other matters", 1000, otherMatters(t), false},
		{"10000 models of pieces of three words", 10_000, piecesOf(3), true},
	} {
		head := "among " + among.what
		if among.slow && !*long && !*update {
			if i := bytes.Index(want, []byte(head)); i >= 0 {
				got.Write(want[i:]) // as it was
			}
			break
		}
		x := indexOf(t, slices.Concat(plans, among.kind(plans, among.n))...)
		for _, set := range sets {
			fmt.Fprintf(&got, "%s, %s", head, set)
			writeScores(t, &got, x, readQueries(t, set))
		}
	}
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got.String() != string(want) {
		t.Errorf("the quality of search has changed; see the difference with -update:\n%s", got.String())
	}
}

func writeScores(t *testing.T, w *bytes.Buffer, x *Index, queries []judged) {
	var ndcgs, recalls float64
	none := 0
	var short strings.Builder
	for _, q := range queries {
		r := ask(t, x, Request{Query: q.query, Limit: 10})
		ndcg, recall := q.score(r.Hits)
		ndcgs += ndcg
		recalls += recall
		if recall == 0 {
			none++
		}
		if ndcg < 0.995 {
			fmt.Fprintf(&short, "\t%.2f %.2f  %s\n", ndcg, recall, q.query)
		}
	}
	n := float64(len(queries))
	fmt.Fprintf(w, ": nDCG@10 %.3f, recall@10 %.3f, %d queries find nothing relevant\n%s", ndcgs/n, recalls/n, none, short.String())
}
