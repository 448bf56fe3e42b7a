package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/report"
)

func newAgenda(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgAgendaUse, Short: msgAgendaShort, Long: msgAgendaLong, Example: msgAgendaExample,
		Args: wantArgs(0, 0),
	}
	s := selectionFlags(cmd)
	s.filterFlags(cmd)
	var on string
	cmd.Flags().StringVar(&on, "on", "", msgFlagOn)
	format := formatFlag(cmd, "table", "json", "csv", "md")
	cmd.RunE = func(*cobra.Command, []string) error {
		if err := s.parse(); err != nil {
			return err
		}
		day, err := parseDay(on, true)
		if err != nil {
			return err
		}
		if day.IsZero() {
			day = time.Now()
		}
		return a.read(func(c *corpus.Corpus) error {
			plans, damaged := s.collect(c)
			if damaged != nil && !errors.Is(damaged, corpus.ErrDamaged) {
				return damaged
			}
			return errors.Join(a.printAgenda(report.Agenda(plans, s.filter, day), day, format.value), damaged)
		})
	}
	return cmd
}

func (a *app) printAgenda(parts []report.Due, on time.Time, format string) error {
	if format == "json" {
		return a.printJSON(map[string]any{"on": on.Format(time.DateOnly), "parts": append([]report.Due{}, parts...)}, true)
	}
	if len(parts) == 0 {
		fmt.Fprintln(a.stderr, msgAgendaNone)
		return nil
	}
	var rows [][]string
	for _, p := range parts {
		for _, it := range p.Items {
			end := ""
			if t, err := time.Parse(time.DateOnly, it.End); err == nil {
				end = t.Format("02/01/2006")
			}
			text := it.Text
			if it.Appendix {
				text += msgAgendaAppendix
			}
			rows = append(rows, []string{p.Name, end, it.Name, it.Number, firstWords(it.Title, 90), strings.Join(it.Lead, "; "),
				firstWords(text, 90), strings.Join(it.WaitsOn, "; "), report.Place(it.Span)})
		}
	}
	return a.printGrid(msgAgendaHeader, rows, format)
}

// firstWords keeps the beginning of s, so many letters, and says that it is no more.
func firstWords(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
