package main

import (
	"fmt"
	"strconv"
	"strings"

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
			return a.showPart(x, args[1], format.value)
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

// showPart shows the model of a number, or the task of an id or of the end of one.
func (a *app) showPart(x *plan.Extraction, part, format string) error {
	n, err := strconv.Atoi(part)
	if err != nil && len(x.Tasks) == 0 {
		return usagef("", msgErrModelNumber, part)
	}
	for i := range x.Models {
		if m := &x.Models[i]; err == nil && m.Number == n {
			return a.showOne(m, format, func() { printModel(a.stdout, m) })
		}
	}
	switch tasks := tasksOf(x, part); len(tasks) {
	case 0:
		return hint(fmt.Sprintf(msgHintParts, x.Plan.ID), fmt.Errorf(msgErrNoPart, x.Plan.ID, part))
	case 1:
		return a.showOne(tasks[0], format, func() { printTask(a.stdout, tasks[0]) })
	default:
		var ids []string
		for _, t := range tasks {
			ids = append(ids, t.ID)
		}
		return hint(fmt.Sprintf(msgHintOneTask, x.Plan.ID, ids[0]), fmt.Errorf(msgErrSeveralTasks, x.Plan.ID, part, strings.Join(ids, ", ")))
	}
}

// tasksOf returns the task of an id, else those whose ids end with it: "3.a" is "III.3.a".
func tasksOf(x *plan.Extraction, id string) (ending []*plan.Task) {
	for i := range x.Tasks {
		t := &x.Tasks[i]
		if strings.EqualFold(t.ID, id) {
			return []*plan.Task{t}
		}
		if strings.HasSuffix(strings.ToLower(t.ID), "."+strings.ToLower(id)) {
			ending = append(ending, t)
		}
	}
	return ending
}

func (a *app) showOne(v any, format string, print func()) error {
	if format == "json" {
		return a.printJSON(v, true)
	}
	print()
	return nil
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
