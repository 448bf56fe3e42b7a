package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
)

// correctCommand is one call of kehoach correct.
type correctCommand struct {
	*app
	same, not []string
	forget    bool
	note      string
	format    *choice
}

func newCorrect(a *app) *cobra.Command {
	c := &correctCommand{app: a}
	cmd := &cobra.Command{
		Use: msgCorrectUse, Short: msgCorrectShort, Long: msgCorrectLong, Example: msgCorrectExample,
		Args: wantArgs(0, 2), ValidArgsFunction: a.completePlans,
	}
	cmd.Flags().StringArrayVar(&c.same, "same", nil, msgFlagSame)
	cmd.Flags().StringArrayVar(&c.not, "not", nil, msgFlagNot)
	cmd.Flags().BoolVar(&c.forget, "forget", false, msgFlagForget)
	cmd.Flags().StringVar(&c.note, "note", "", msgFlagNote)
	c.format = formatFlag(cmd, "table", "json")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.read(c.list)
		}
		if len(args) == 1 || len(c.same)+len(c.not) == 0 && !c.forget {
			return usagef(fmt.Sprintf(msgHintHelp, cmd.CommandPath()), msgErrCorrect)
		}
		if err := a.read(func(*corpus.Corpus) error { return nil }); err != nil {
			return err // without a corpus there is nothing to correct, and none is made
		}
		return a.write(cmd, func(_ context.Context, w *corpus.Writer) error { return c.change(w, args) })
	}
	return cmd
}

func (c *correctCommand) list(k *corpus.Corpus) error {
	list, err := loadCorrections(k)
	if err != nil {
		return err
	}
	if c.format.value == "json" {
		return c.printJSON(map[string]any{"corrections": list}, true)
	}
	t := table{header: msgCorrectHeader}
	for _, x := range list {
		t.add(x.Plan, strconv.Itoa(x.Model), msgSame[x.Same], strings.TrimPrefix(x.Row, "dm:"), x.Note)
	}
	if len(list) == 0 {
		fmt.Fprintln(c.stderr, msgCorrectNone)
		return nil
	}
	t.print(c.stdout)
	return nil
}

func loadCorrections(k *corpus.Corpus) ([]align.Correction, error) {
	list := []align.Correction{}
	return list, k.Corrections(&list)
}

// change replaces what was said of one model and one row.
func (c *correctCommand) change(w *corpus.Writer, args []string) error {
	id, number, err := findModel(w.Corpus, args[0], args[1])
	if err != nil {
		return err
	}
	list, err := loadCorrections(w.Corpus)
	if err != nil {
		return err
	}
	if c.forget {
		list = slices.DeleteFunc(list, func(x align.Correction) bool { return x.Plan == id && x.Model == number })
	}
	for _, side := range []struct {
		rows []string
		same bool
	}{{c.same, true}, {c.not, false}} {
		for _, name := range side.rows {
			row, err := findRow(w.Corpus, name)
			if err != nil {
				return err
			}
			list = slices.DeleteFunc(list, func(x align.Correction) bool { return x.Plan == id && x.Model == number && x.Row == row })
			list = append(list, align.Correction{Plan: id, Model: number, Row: row, Same: side.same, Note: c.note})
		}
	}
	if err := w.SetCorrections(list); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, msgCorrected+"\n", id, number)
	return nil
}

// findModel finds a plan that has a model of that number.
func findModel(k *corpus.Corpus, name, number string) (id string, n int, err error) {
	if n, err = strconv.Atoi(number); err != nil {
		return "", 0, usagef("", msgErrModelNumber, number)
	}
	x, err := extractionOf(k, name)
	if err != nil {
		return "", 0, err
	}
	if !modelOf(x, n) {
		return "", 0, hint(fmt.Sprintf(msgHintModels, x.Plan.ID), fmt.Errorf(msgErrNoModel, x.Plan.ID, n))
	}
	return x.Plan.ID, n, nil
}

// findRow reads "16", a number of the catalogue, or "PLAN#12", a model of a plan.
func findRow(k *corpus.Corpus, name string) (string, error) {
	if n, err := strconv.Atoi(strings.TrimPrefix(name, "dm:")); err == nil {
		return "dm:" + strconv.Itoa(n), nil
	}
	i := strings.LastIndex(name, "#")
	if i < 0 {
		return "", usagef("", msgErrRow, name)
	}
	id, n, err := findModel(k, name[:i], name[i+1:])
	return id + "#" + strconv.Itoa(n), err
}
