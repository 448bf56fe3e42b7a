package index

import (
	"testing"

	"kehoach/extract/plan"
)

// TestAppendixRows holds that each row of an annex can be found: one that tells of a model with
// it, any other by itself, also where its number stands in another group too.
func TestAppendixRows(t *testing.T) {
	row := func(n int, title string) plan.AppendixRow { return plan.AppendixRow{Number: n, Title: title} }
	for _, c := range []struct {
		name string
		x    plan.Extraction
		want map[Kind]int
	}{
		{"numbers begun anew beside models",
			plan.Extraction{Models: []plan.Model{{Number: 1, Title: "A"}}, Appendix: []plan.AppendixRow{row(1, "A"), row(1, "B"), row(2, "C")}},
			map[Kind]int{ModelKind: 3}},
		{"numbers begun anew beside tasks",
			plan.Extraction{Tasks: []plan.Task{{ID: "II.1", Text: "A"}}, Appendix: []plan.AppendixRow{row(1, "B"), row(1, "C")}},
			map[Kind]int{TaskKind: 3}},
	} {
		got := map[Kind]int{}
		for _, d := range documents(&c.x) {
			if d.kind != PlanKind {
				got[d.kind]++
			}
		}
		for kind, n := range c.want {
			if got[kind] != n {
				t.Errorf("%s: %d documents of kind %v, want %d", c.name, got[kind], kind, n)
			}
		}
	}
}
