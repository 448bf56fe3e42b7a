package index

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/extract/plan"
)

// A distractorKind makes n models among which those of plans are to be found.
type distractorKind func(plans []*plan.Extraction, n int) []*plan.Extraction

// piecesOf makes models out of random pieces of so many words of the texts of plans: of
// three words, they have the words of the plans and not what they say; of eight, whole
// clauses of them, and one can say with right that some were to be found.
func piecesOf(words int) distractorKind {
	return func(plans []*plan.Extraction, n int) []*plan.Extraction {
		var pieces []string
		for _, x := range plans {
			for _, d := range documents(x) {
				for _, p := range d.parts {
					ws := strings.Fields(p.Text)
					for i := 0; i+words <= len(ws); i += words {
						if c := strings.Join(ws[i:i+words], " "); len(refs(c)) == 0 { // who names a document is no distractor
							pieces = append(pieces, c)
						}
					}
				}
			}
		}
		return madeOf(pieces, sizes{title: 12 / words, goal: 30 / words, duty: 43 / words}, n)
	}
}

// otherMatters makes models out of wordings of plans about other things: roads, cattle,
// floods. Its file is a wording a line.
func otherMatters(t *testing.T) distractorKind {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(queriesDir, "elsewhere.txt"))
	if err != nil {
		t.Fatal(err)
	}
	wordings := strings.Split(strings.TrimSpace(string(b)), "\n")
	return func(_ []*plan.Extraction, n int) []*plan.Extraction {
		return madeOf(wordings, sizes{title: 2, goal: 4, duty: 4}, n)
	}
}

// sizes are how many pieces make what a model has.
type sizes struct{ title, goal, duty int }

// madeOf makes n models of random pieces, always the same ones.
func madeOf(pieces []string, of sizes, n int) []*plan.Extraction {
	const perPlan, duties = 40, 6
	r := rand.New(rand.NewPCG(7, uint64(n)))
	some := func(n int) string {
		var words []string
		for range n {
			words = append(words, pieces[r.IntN(len(pieces))])
		}
		return strings.Join(words, " ")
	}
	var out []*plan.Extraction
	for n > 0 {
		x := &plan.Extraction{Plan: plan.Plan{ID: fmt.Sprintf("distractor-%d", len(out))}, Source: plan.Source{Name: "distractor.txt"}}
		for i := range min(n, perPlan) {
			objective := some(of.goal)
			m := plan.Model{Number: i + 1, Title: some(of.title), Objective: &objective}
			for range duties {
				m.Assignments = append(m.Assignments, plan.Assignment{Text: some(of.duty)})
			}
			x.Models = append(x.Models, m)
		}
		n -= len(x.Models)
		out = append(out, x)
	}
	return out
}
