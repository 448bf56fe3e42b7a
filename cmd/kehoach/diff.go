package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
)

func newDiff(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgDiffUse, Short: msgDiffShort, Long: msgDiffLong, Example: msgDiffExample,
		Args: wantArgs(1, 2), ValidArgsFunction: a.completePlans,
	}
	format := formatFlag(cmd, "table", "json")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(c *corpus.Corpus) error {
			x, y, err := diffed(c, args)
			if err != nil {
				return err
			}
			changes := report.Diff(x, y, align.National)
			if format.value == "json" {
				return a.printJSON(map[string]any{"a": x.Plan.ID, "b": y.Plan.ID, "changes": append([]report.Change{}, changes...)}, true)
			}
			printDiff(a.stdout, x, y, changes)
			return nil
		})
	}
	return cmd
}

// diffed finds the two plans: two names, or one plan, of which the last two versions
// are meant.
func diffed(c *corpus.Corpus, args []string) (x, y *plan.Extraction, err error) {
	if len(args) == 2 {
		if x, err = versionOf(c, args[0]); err == nil {
			y, err = versionOf(c, args[1])
		}
		return x, y, err
	}
	id, err := c.Find(args[0])
	if err != nil {
		return nil, nil, err
	}
	history, err := c.History(id)
	if err != nil {
		return nil, nil, err
	}
	if len(history) < 2 {
		return nil, nil, hint(msgHintDiff, fmt.Errorf(msgErrOneVersion, id))
	}
	x, err = c.Version(id, len(history)-1)
	if err == nil {
		y, err = c.Version(id, len(history))
	}
	return x, y, err
}

// versionOf reads "PLAN" and "PLAN@2", the second version that is kept.
func versionOf(c *corpus.Corpus, name string) (*plan.Extraction, error) {
	if i := strings.LastIndex(name, "@"); i > 0 {
		if n, err := strconv.Atoi(name[i+1:]); err == nil {
			id, err := c.Find(name[:i])
			if err != nil {
				return nil, err
			}
			x, err := c.Version(id, n)
			if errors.Is(err, corpus.ErrNotFound) {
				return nil, fmt.Errorf(msgErrVersion, id, n)
			}
			return x, err
		}
	}
	return extractionOf(c, name)
}

func printDiff(w io.Writer, x, y *plan.Extraction, changes []report.Change) {
	s := styleFor(w)
	fmt.Fprintf(w, "A: %s\nB: %s\n", clean(planLine(x)), clean(planLine(y)))
	if len(changes) == 0 {
		fmt.Fprintln(w, msgDiffNone)
	}
	last := ""
	for _, c := range changes {
		if h := diffHeading(c); h != last {
			fmt.Fprintf(w, "\n%s\n", s.bold(clean(h)))
			last = h
		}
		for _, l := range diffLines(c) {
			fmt.Fprintln(w, "  "+clean(l))
		}
	}
}

// diffHeading names what changed: the plan, or a model under both its numbers.
func diffHeading(c report.Change) string {
	switch {
	case c.A == nil && c.B == nil:
		return msgDiffPlan
	case c.Kind == report.Gained:
		return msgDiffGained
	case c.Kind == report.Lost:
		return msgDiffLost
	case *c.A == *c.B:
		return fmt.Sprintf(msgDiffModel, *c.A, firstWords(c.Model, 100))
	}
	return fmt.Sprintf(msgDiffModels, *c.A, *c.B, firstWords(c.Model, 100))
}

func diffLines(c report.Change) []string {
	const most = 160
	switch {
	case c.Kind == report.Gained:
		return []string{fmt.Sprintf("+ %d. %s (B: %s)", *c.B, firstWords(c.Model, most), report.Place(c.SpanB))}
	case c.Kind == report.Lost:
		return []string{fmt.Sprintf("- %d. %s (A: %s)", *c.A, firstWords(c.Model, most), report.Place(c.SpanA))}
	case c.Kind == report.Renumbered:
		return []string{fmt.Sprintf(msgDiffNumber, c.Before, c.After)}
	}
	lines := []string{fmt.Sprintf("%s (%s; A: %s; B: %s)", report.FieldName(c.Field), report.KindName(c.Kind), orDash(report.Place(c.SpanA)), orDash(report.Place(c.SpanB)))}
	if c.Gained == nil && c.Lost == nil {
		before, after := fromChange(c.Before, c.After, most)
		return append(lines, "  - "+orNone(firstWords(before, most)), "  + "+orNone(firstWords(after, most)))
	}
	for _, l := range c.Lost {
		lines = append(lines, "  - "+firstWords(l, most))
	}
	for _, g := range c.Gained {
		lines = append(lines, "  + "+firstWords(g, most))
	}
	return lines
}

// fromChange leaves out what two long texts begin with alike, but for a few words, so that
// what is printed of them is what differs.
func fromChange(before, after string, most int) (string, string) {
	a, b := []rune(before), []rune(after)
	same := 0
	for same < min(len(a), len(b)) && a[same] == b[same] {
		same++
	}
	const kept = 40
	if max(len(a), len(b)) <= most || same <= most-kept {
		return before, after
	}
	for end := same; same > end-kept || same > 0 && a[same-1] != ' '; {
		same-- // back to the beginning of a word
	}
	return "…" + string(a[same:]), "…" + string(b[same:])
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func orNone(s string) string {
	if s == "" {
		return msgDiffNothing
	}
	return s
}
