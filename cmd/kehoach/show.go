package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/extract/plan"
)

func newShow(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgShowUse, Short: msgShowShort, Long: msgShowLong, Example: msgShowExample,
		Args: wantArgs(1, 2), ValidArgsFunction: a.completePlans,
	}
	format := formatFlag(cmd, "table", "json")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(c *corpus.Corpus) error {
			x, err := extractionOf(c, args[0])
			if err != nil {
				return err
			}
			if len(args) == 1 {
				return a.showPlan(x, format.value)
			}
			return a.showModel(x, args[1], format.value)
		})
	}
	return cmd
}

// extractionOf finds a plan by its id, number or file, and loads it.
func extractionOf(c *corpus.Corpus, name string) (*plan.Extraction, error) {
	id, err := c.Find(name)
	if err != nil {
		return nil, err
	}
	return c.Extraction(id)
}

func (a *app) showPlan(x *plan.Extraction, format string) error {
	if format == "json" {
		return a.printJSON(x, true)
	}
	printPlan(a.stdout, x)
	return nil
}

func (a *app) showModel(x *plan.Extraction, number, format string) error {
	n, err := strconv.Atoi(number)
	if err != nil {
		return usagef("", msgErrModelNumber, number)
	}
	for i := range x.Models {
		m := &x.Models[i]
		if m.Number != n {
			continue
		}
		if format == "json" {
			return a.printJSON(m, true)
		}
		printModel(a.stdout, m)
		return nil
	}
	return hint(fmt.Sprintf(msgHintModels, x.Plan.ID), fmt.Errorf(msgErrNoModel, x.Plan.ID, n))
}

// completePlans completes the ids of the plans in the corpus.
func (a *app) completePlans(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	_ = a.read(func(c *corpus.Corpus) error { // without a corpus there is nothing to complete
		records, err := c.Records()
		for _, r := range records {
			ids = append(ids, r.ID)
		}
		return err
	})
	return ids, cobra.ShellCompDirectiveNoFileComp
}
