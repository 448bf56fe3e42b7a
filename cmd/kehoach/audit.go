package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
)

func newAudit(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgAuditUse, Short: msgAuditShort, Long: msgAuditLong, Example: msgAuditExample,
		Args: wantArgs(1, 1), ValidArgsFunction: a.completePlans,
	}
	format := formatFlag(cmd, "table", "json")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(c *corpus.Corpus) error {
			x, err := extractionOf(c, args[0])
			if err != nil {
				return err
			}
			themes := report.Audit(x, texts(c)(x))
			coverage := align.Align([]*plan.Extraction{x}, align.National, nil).Coverage[0]
			if format.value == "json" {
				return a.printJSON(map[string]any{"plan": x.Plan.ID, "themes": themes, "lacks": coverage.Lacks, "own": coverage.Own}, true)
			}
			printAudit(a.stdout, x, themes, coverage)
			return nil
		})
	}
	return cmd
}

func printAudit(w io.Writer, x *plan.Extraction, themes []report.Theme, c align.Coverage) {
	s := styleFor(w)
	fmt.Fprintf(w, "%s\n", s.bold(clean(planLine(x))))
	for _, t := range themes {
		fmt.Fprintf(w, "\n%s (%d)\n", s.bold(t.Name), len(t.Findings))
		for _, f := range t.Findings {
			where := ""
			if f.Where != "" {
				where = f.Where + ": "
			}
			fmt.Fprintf(w, "- %s%s\n", clean(where), clean(f.Message))
			for _, q := range f.Quotes {
				fmt.Fprintf(w, "    %s: “%s”\n", report.Place(q.Span), clean(q.Text))
			}
		}
	}
	if len(themes) == 0 {
		fmt.Fprintln(w, msgAuditNone)
	}
	if len(x.Models) > 0 {
		fmt.Fprintf(w, "\n%s\n", s.bold(msgAuditCatalogue))
		fmt.Fprintf(w, "- "+msgAuditCoverage+"\n", len(c.Takes), len(c.Takes)+len(c.Lacks))
		for _, part := range []struct {
			words string
			list  []int
		}{{msgAuditLacks, c.Lacks}, {msgAuditOwn, c.Own}, {msgAuditMerges, c.Merges}} {
			if len(part.list) > 0 {
				fmt.Fprintf(w, "- "+part.words+"\n", report.Numbers(part.list))
			}
		}
	}
}

// planLine names a plan on one line: place, number, date.
func planLine(x *plan.Extraction) string {
	line := align.Name(x)
	if x.Plan.Number != nil {
		line += ", " + *x.Plan.Number
	}
	if x.Plan.Date != nil {
		line += ", " + calendar.Words(x.Plan.Date)
	}
	return line + " (" + x.Plan.ID + ")"
}
