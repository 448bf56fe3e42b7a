package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

// Schema names the meaning of what WriteJSON and WriteNDJSON print.
const Schema = "kehoach/export/v1"

// WriteJSON writes all of a as one JSON object: the extractions and the comparison.
func WriteJSON(w io.Writer, a *align.Alignment) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	plans := a.Plans
	if plans == nil {
		plans = []*plan.Extraction{}
	}
	return e.Encode(struct {
		Schema     string             `json:"schema"`
		Plans      []*plan.Extraction `json:"plans"`
		Comparison align.Comparison   `json:"comparison"`
	}{Schema, plans, a.Comparison()})
}

// record is a line of NDJSON: a model, or a task of a plan without models.
type record struct {
	Schema string      `json:"schema"`
	Plan   string      `json:"plan"`
	Source string      `json:"source"`
	Kind   string      `json:"kind"` // "model" or "task"
	Rows   []string    `json:"rows"` // ids of its rows in the comparison
	Model  *plan.Model `json:"model,omitempty"`
	Task   *plan.Task  `json:"task,omitempty"`
}

// WriteNDJSON writes one line of JSON for each model and task.
func WriteNDJSON(w io.Writer, a *align.Alignment) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return eachRecord(a, func(r record) error { return e.Encode(r) })
}

func eachRecord(a *align.Alignment, do func(record) error) error {
	models, tasks := map[[2]int][]string{}, map[[2]int][]string{}
	for _, r := range a.Rows {
		for _, m := range r.Members {
			key := [2]int{m.Plan, m.Model}
			models[key] = append(models[key], r.ID)
		}
		for _, t := range r.Weaker {
			key := [2]int{t.Plan, t.Task}
			tasks[key] = append(tasks[key], r.ID)
		}
	}
	orNone := func(list []string) []string { return append([]string{}, list...) }
	for i, x := range a.Plans {
		for j := range x.Models {
			if err := do(record{Schema, x.Plan.ID, x.Source.Name, "model", orNone(models[[2]int{i, j}]), &x.Models[j], nil}); err != nil {
				return err
			}
		}
		for j := range x.Tasks {
			if err := do(record{Schema, x.Plan.ID, x.Source.Name, "task", orNone(tasks[[2]int{i, j}]), nil, &x.Tasks[j]}); err != nil {
				return err
			}
		}
	}
	return nil
}

// byteOrderMark makes Excel read the file as UTF-8.
const byteOrderMark = "\ufeff"

// WriteCSV writes a row for each model and task. Lists stand in one cell, a line each.
// A text that a spreadsheet would take for a formula gets an apostrophe before it.
func WriteCSV(w io.Writer, a *align.Alignment) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(csvHeader); err != nil {
		return err
	}
	err := eachRecord(a, func(r record) error {
		row := csvRow(r)
		for i := range row {
			row[i] = Guard(row[i])
		}
		return c.Write(row)
	})
	c.Flush()
	if err != nil {
		return err
	}
	return c.Error()
}

// Guard keeps a spreadsheet from running the text of a document.
func Guard(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

func csvRow(r record) []string {
	head := []string{r.Plan, r.Source}
	rows := strings.ReplaceAll(strings.Join(r.Rows, "\n"), "dm:", "")
	if t := r.Task; t != nil {
		return append(head, "Nhiệm vụ", t.ID, t.Text, rows, "", "", names(t.Lead), names(t.Cooperating), names(t.Implementing), timelineText(t.Timeline),
			timelineKind(t.Timeline), start(t.Timeline), end(t.Timeline), "", strconv.Itoa(t.Span.Page), lineRange(t.Span.Line, t.Span.EndLine))
	}
	m := r.Model
	var tools []string
	for _, t := range m.Tools {
		tools = append(tools, t.Name)
	}
	return append(head, "Mô hình", strconv.Itoa(m.Number), m.Title, rows, deref(m.Group), deref(m.Objective), names(m.Lead), names(m.Cooperating),
		names(m.Implementing), timelineText(m.Timeline), timelineKind(m.Timeline), start(m.Timeline), end(m.Timeline), strings.Join(tools, "\n"),
		strconv.Itoa(m.Span.Page), lineRange(m.Span.Line, m.Span.EndLine))
}

func lineRange(from, to int) string {
	if to > from {
		return fmt.Sprintf("%d–%d", from, to)
	}
	return strconv.Itoa(from)
}

func names(list []plan.Agency) string {
	out := make([]string, len(list))
	for i, a := range list {
		out[i] = a.Name
	}
	return strings.Join(out, "\n")
}

func timelineText(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return t.Text
}

func timelineKind(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return kindWords[t.Kind]
}

func start(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return deref(t.Start)
}

func end(t *plan.Timeline) string {
	if t == nil {
		return ""
	}
	return deref(t.End)
}

func deref[S ~string](s *S) string {
	if s == nil {
		return ""
	}
	return string(*s)
}
