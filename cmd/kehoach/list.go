package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
)

func newList(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgListUse, Short: msgListShort, Long: msgListLong, Example: msgListExample,
		Args: wantArgs(0, 0),
	}
	format := formatFlag(cmd, "table", "json")
	cmd.RunE = func(*cobra.Command, []string) error {
		return a.read(func(c *corpus.Corpus) error {
			records, err := c.Records()
			if err != nil && !errors.Is(err, corpus.ErrDamaged) {
				return err
			}
			return errors.Join(a.printRecords(records, format.value), err)
		})
	}
	return cmd
}

// listedPlan is a plan as list prints it for programs; the contract names the fields.
type listedPlan struct {
	ID          string        `json:"id"`
	Source      string        `json:"source"`
	Kind        string        `json:"kind"`
	Number      *string       `json:"number"`
	Date        *plan.Date    `json:"date"`
	Title       *string       `json:"title"`
	Issuers     []string      `json:"issuers"`
	Level       *plan.Level   `json:"level"`
	Locality    plan.Locality `json:"locality"`
	Models      int           `json:"models"`
	Tasks       int           `json:"tasks"`
	Diagnostics int           `json:"diagnostics"`
	Warnings    int           `json:"warnings"`
	SHA256      string        `json:"sha256"`
	Rules       string        `json:"rules"`
}

func (a *app) printRecords(records []corpus.Record, format string) error {
	if format == "json" {
		plans := make([]listedPlan, len(records))
		for i, r := range records {
			s := r.Summary
			plans[i] = listedPlan{
				r.ID, r.Source, s.Kind, s.Number, s.Date, s.Title, s.Issuers, s.Level, s.Locality,
				s.Models, s.Tasks, s.Diagnostics, s.Warnings, r.SHA256, r.Rules,
			}
		}
		return a.printJSON(map[string]any{"plans": plans}, true)
	}
	if len(records) == 0 {
		fmt.Fprintln(a.stderr, msgListEmpty)
		return nil
	}
	t := table{header: msgListHeader}
	for _, r := range records {
		s := r.Summary
		t.add(r.ID, orEmpty(s.Number), calendar.Words(s.Date), strings.Join(s.Issuers, "; "),
			strconv.Itoa(s.Models), strconv.Itoa(s.Tasks), strconv.Itoa(s.Warnings), r.Source)
	}
	t.print(a.stdout)
	return nil
}

func orEmpty[S ~string](s *S) string {
	if s == nil {
		return ""
	}
	return string(*s)
}
