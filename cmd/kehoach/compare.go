package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
)

// compareCommand is one call of kehoach compare.
type compareCommand struct {
	*app
	*selection
	by, format *choice
	doubts     bool
}

func newCompare(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgCompareUse, Short: msgCompareShort, Long: msgCompareLong, Example: msgCompareExample,
		Args: wantArgs(0, 0),
	}
	c := &compareCommand{app: a, selection: selectionFlags(cmd)}
	c.filterFlags(cmd)
	c.format = formatFlag(cmd, "table", "json", "csv", "md")
	c.by = &choice{string(align.ByLead), []string{string(align.ByLead), string(align.ByTimeline), string(align.ByTools)}}
	cmd.Flags().Var(c.by, "by", msgFlagBy)
	cmd.Flags().BoolVar(&c.doubts, "doubts", false, msgFlagDoubts)
	cmd.RunE = func(*cobra.Command, []string) error {
		if err := c.parse(); err != nil {
			return err
		}
		return a.read(c.run)
	}
	return cmd
}

func (c *compareCommand) run(k *corpus.Corpus) error {
	a, damaged := c.align(k)
	if a == nil {
		return damaged
	}
	c.tellLeftOut(c.selection)
	if c.format.value == "json" {
		return errors.Join(a.WriteJSON(c.stdout), damaged)
	}
	header, rows := c.grid(a)
	if c.doubts {
		header, rows = doubtGrid(a)
	}
	return errors.Join(c.printGrid(header, rows, c.format.value), damaged)
}

// printGrid prints rows under a header as a table, as CSV or as Markdown.
func (a *app) printGrid(header []string, rows [][]string, format string) error {
	switch format {
	case "csv":
		w := csv.NewWriter(a.stdout)
		for _, row := range rows {
			for i := range row {
				row[i] = report.Guard(row[i])
			}
		}
		if err := w.WriteAll(append([][]string{header}, rows...)); err != nil {
			return err
		}
		return w.Error()
	case "md":
		cells := func(row []string) string {
			escaped := make([]string, len(row))
			for i, s := range row {
				escaped[i] = strings.NewReplacer("|", `\|`, "\n", "<br>", "<", "&lt;").Replace(s)
			}
			return "| " + strings.Join(escaped, " | ") + " |"
		}
		fmt.Fprintln(a.stdout, cells(header))
		fmt.Fprintln(a.stdout, "|"+strings.Repeat(" --- |", len(header)))
		for _, row := range rows {
			fmt.Fprintln(a.stdout, cells(row))
		}
		return nil
	}
	t := table{header: upper(header)}
	for _, row := range rows {
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "\n", "; ")
		}
		t.add(row...)
	}
	t.print(a.stdout)
	return nil
}

func upper(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ToUpper(s)
	}
	return out
}

// grid is the comparison by one aspect: a row a model, a column a plan.
func (c *compareCommand) grid(a *align.Alignment) (header []string, rows [][]string) {
	header = []string{msgCompareCatalogue, msgCompareModel, msgCompareVerdict}
	for _, x := range a.Plans {
		header = append(header, align.Name(x))
	}
	by := align.Aspect(c.by.value)
	for _, r := range a.Rows {
		row := []string{rowID(r), r.Title, msgVerdict[a.Differences(r, by).Verdict]}
		for i := range a.Plans {
			row = append(row, said(a, r, i, by))
		}
		rows = append(rows, row)
	}
	return header, rows
}

func rowID(r align.Row) string {
	if r.Entry != nil {
		return strconv.Itoa(r.Entry.Number)
	}
	return r.ID
}

// said is what a plan says in a row: "12: Sở Y tế".
func said(a *align.Alignment, r align.Row, p int, by align.Aspect) string {
	i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
	if i < 0 {
		for _, t := range r.Weaker {
			if t.Plan == p {
				return fmt.Sprintf(msgCompareTask, a.Plans[p].Tasks[t.Task].ID)
			}
		}
		return ""
	}
	member := r.Members[i]
	m := a.Model(member)
	var words []string
	ground := ""
	switch by {
	case align.ByLead:
		leads, basis := align.LeadsOf(a.Plans[p], m)
		ground = msgBasis[basis]
		for _, g := range leads {
			words = append(words, align.Spelled(g))
		}
	case align.ByTools:
		for _, t := range m.Tools {
			words = append(words, t.Name)
		}
	case align.ByTimeline:
		if t, basis := align.TimelineOf(a.Plans[p], m); t != nil {
			ground = msgBasis[basis]
			words = append(words, t.Text)
		}
	}
	mark := ""
	if member.Merged {
		mark = msgCompareMerged
	}
	if member.Doubtful {
		mark += " ?"
	}
	return strings.TrimSuffix(fmt.Sprintf("%d%s: %s%s", m.Number, mark, strings.Join(words, "\n"), ground), ": ")
}

// doubtGrid lists the pairs that a person should look at.
func doubtGrid(a *align.Alignment) (header []string, rows [][]string) {
	for _, d := range a.Doubts {
		x := a.Plans[d.Plan]
		m := x.Models[d.Model]
		rows = append(rows, []string{x.Plan.ID, strconv.Itoa(m.Number), m.Title, strings.TrimPrefix(d.Row, "dm:"), d.RowTitle,
			fmt.Sprintf("%.0f%%", 100*d.Similarity), msgPlaced[d.Placed], strings.Join(d.Why, ", ")})
	}
	return msgDoubtHeader, rows
}

// modelOf reports whether a plan has a model of that number.
func modelOf(x *plan.Extraction, number int) bool {
	return slices.ContainsFunc(x.Models, func(m plan.Model) bool { return m.Number == number })
}
