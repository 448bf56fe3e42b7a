package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/report"
)

func newAgency(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgAgencyUse, Short: msgAgencyShort, Long: msgAgencyLong, Example: msgAgencyExample,
		Args: wantArgs(1, 1),
	}
	s := selectionFlags(cmd)
	format := formatFlag(cmd, "table", "json", "csv", "md")
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(c *corpus.Corpus) error {
			plans, damaged := s.collect(c)
			if damaged != nil && !errors.Is(damaged, corpus.ErrDamaged) {
				return damaged
			}
			o := report.Agency(plans, args[0])
			if len(o.Plans) == 0 && format.value != "json" {
				return errors.Join(hint(msgHintAgency, fmt.Errorf(msgErrAgency, args[0])), damaged)
			}
			return errors.Join(a.printAgency(o, format.value), damaged)
		})
	}
	return cmd
}

func (a *app) printAgency(o report.Office, format string) error {
	if format == "json" {
		return a.printJSON(o, true)
	}
	var rows [][]string
	for _, p := range o.Plans {
		for _, d := range p.Duties {
			what := d.Title
			if d.Text != "" {
				what = firstWords(d.Text, 140)
			}
			rows = append(rows, []string{p.Name, report.RoleName(d.Role), d.Number, firstWords(what, 140), d.Name, firstWords(d.Time, 60), report.Place(d.Span)})
		}
	}
	return a.printGrid(msgAgencyHeader, rows, format)
}
