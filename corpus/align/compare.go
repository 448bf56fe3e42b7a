package align

import (
	"encoding/json"
	"io"

	"kehoach/extract/plan"
)

// Comparison is the form in which an alignment is printed for other programs. Its
// names are a contract; new ones may be added.
type Comparison struct {
	Schema    string          `json:"schema"`
	Catalogue string          `json:"catalogue"`
	Plans     []string        `json:"plans"`
	Rows      []comparisonRow `json:"rows"`
	Coverage  []coverageOut   `json:"coverage"`
	Doubts    []doubtOut      `json:"doubts"`
	Corrected []Correction    `json:"corrections"`
}

// Schema names the meaning of what WriteJSON prints.
const Schema = "kehoach/compare/v1"

type comparisonRow struct {
	ID          string             `json:"id"`
	Title       string             `json:"title"`
	Group       string             `json:"group"`
	Catalogue   *int               `json:"catalogue"` // its number there; null where no catalogue knows it
	Members     []comparisonMember `json:"members"`
	Tasks       []taskOut          `json:"tasks"` // of plans without models: weaker
	Differences map[Aspect]Verdict `json:"differences"`
}

type comparisonMember struct {
	Plan         string         `json:"plan"`
	Source       string         `json:"source"`
	Number       int            `json:"number"`
	Title        string         `json:"title"`
	Lead         []plan.Agency  `json:"lead"`
	Cooperating  []plan.Agency  `json:"cooperating"`
	Implementing []plan.Agency  `json:"implementing"`
	Timeline     *plan.Timeline `json:"timeline"`
	Tools        []plan.Tool    `json:"tools"`
	LedBy        []plan.Agency  `json:"led_by"`      // lead, or who leads by the best other place that tells it
	LedByFrom    string         `json:"led_by_from"` // "field", "appendix", "assignments" or "implementing"; "" where led_by is empty
	Similarity   float64        `json:"similarity"`
	Why          []string       `json:"why"`
	Merged       bool           `json:"merged"`
	Doubtful     bool           `json:"doubtful"`
}

type taskOut struct {
	Plan       string   `json:"plan"`
	Source     string   `json:"source"`
	ID         string   `json:"id"`
	Text       string   `json:"text"`
	Similarity float64  `json:"similarity"`
	Why        []string `json:"why"`
}

type coverageOut struct {
	Plan   string  `json:"plan"`
	Share  float64 `json:"share"`
	Takes  []int   `json:"takes"`
	Lacks  []int   `json:"lacks"`
	Own    []int   `json:"own"`    // numbers of models that no catalogue knows
	Unique []int   `json:"unique"` // those of own that no other plan has
	Merges []int   `json:"merges"`
}

type doubtOut struct {
	Plan       string   `json:"plan"`
	Number     int      `json:"number"`
	Title      string   `json:"title"`
	Row        string   `json:"row"`
	RowTitle   string   `json:"row_title"`
	Similarity float64  `json:"similarity"`
	Placed     bool     `json:"placed"`
	Why        []string `json:"why"`
}

// WriteJSON prints a for other programs.
func (a *Alignment) WriteJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(a.Comparison())
}

// Comparison is what WriteJSON prints.
func (a *Alignment) Comparison() Comparison {
	out := Comparison{Schema: Schema, Catalogue: a.Catalogue.Version, Plans: []string{}, Rows: []comparisonRow{},
		Coverage: []coverageOut{}, Doubts: []doubtOut{}, Corrected: append([]Correction{}, a.Corrections...)}
	for _, x := range a.Plans {
		out.Plans = append(out.Plans, x.Plan.ID)
	}
	for _, r := range a.Rows {
		out.Rows = append(out.Rows, a.rowOut(r))
	}
	for _, c := range a.Coverage {
		x := a.Plans[c.Plan]
		out.Coverage = append(out.Coverage, coverageOut{x.Plan.ID, round(c.Share()), orEmpty(c.Takes), orEmpty(c.Lacks),
			orEmpty(c.Own), orEmpty(c.Unique), orEmpty(c.Merges)})
	}
	for _, d := range a.Doubts {
		x := a.Plans[d.Plan]
		m := x.Models[d.Model]
		out.Doubts = append(out.Doubts, doubtOut{x.Plan.ID, m.Number, m.Title, d.Row, d.RowTitle, d.Similarity, d.Placed, orEmpty(d.Why)})
	}
	return out
}

func (a *Alignment) rowOut(r Row) comparisonRow {
	out := comparisonRow{ID: r.ID, Title: r.Title, Group: r.Group, Members: []comparisonMember{}, Tasks: []taskOut{},
		Differences: map[Aspect]Verdict{}}
	if r.Entry != nil {
		out.Catalogue = &r.Entry.Number
	}
	for _, m := range r.Members {
		x, mo := a.Plans[m.Plan], a.Model(m)
		ledBy, basis := LeadsOf(x, mo)
		out.Members = append(out.Members, comparisonMember{LedBy: orEmpty(ledBy), LedByFrom: basisName(basis, len(ledBy)),
			Plan: x.Plan.ID, Source: x.Source.Name, Number: mo.Number, Title: mo.Title,
			Lead: orEmpty(mo.Lead), Cooperating: orEmpty(mo.Cooperating), Implementing: orEmpty(mo.Implementing),
			Timeline: mo.Timeline, Tools: orEmpty(mo.Tools), Similarity: m.Similarity, Why: orEmpty(m.Why), Merged: m.Merged, Doubtful: m.Doubtful})
	}
	for _, t := range r.Weaker {
		x := a.Plans[t.Plan]
		out.Tasks = append(out.Tasks, taskOut{x.Plan.ID, x.Source.Name, x.Tasks[t.Task].ID, x.Tasks[t.Task].Text, t.Similarity, orEmpty(t.Why)})
	}
	for _, by := range []Aspect{ByLead, ByTimeline, ByTools} {
		out.Differences[by] = a.Differences(r, by).Verdict
	}
	return out
}

func basisName(b Basis, agencies int) string {
	if b == InField && agencies > 0 {
		return "field"
	}
	return string(b)
}

// orEmpty prints as [] what would print as null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
