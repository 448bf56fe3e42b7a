package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
)

// selection is what the flags of the commands that look at many plans ask for.
type selection struct {
	plans, agencies, tools, groups []string
	from, to                       string
	catalogue                      string
	filter                         report.Filter

	leftOut []*plan.Extraction // the documents of which nothing can be compared; known after align
}

// selectionFlags gives cmd the flags that choose plans and the catalogue.
func selectionFlags(cmd *cobra.Command) *selection {
	s := &selection{}
	cmd.Flags().StringSliceVar(&s.plans, "plans", nil, msgFlagPlans)
	cmd.Flags().StringVar(&s.catalogue, "catalogue", "", msgFlagCatalogue)
	return s
}

// filterFlags gives cmd the flags that choose models and tasks too.
func (s *selection) filterFlags(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&s.agencies, "agency", nil, msgFlagAgencyFilter)
	cmd.Flags().StringArrayVar(&s.tools, "tool", nil, msgFlagToolFilter)
	cmd.Flags().StringArrayVar(&s.groups, "group", nil, msgFlagGroupFilter)
	cmd.Flags().StringVar(&s.from, "from", "", msgFlagFrom)
	cmd.Flags().StringVar(&s.to, "to", "", msgFlagTo)
}

// parse checks what the flags say.
func (s *selection) parse() error {
	s.filter = report.Filter{Agencies: s.agencies, Tools: s.tools, Groups: s.groups}
	var err error
	if s.filter.From, err = parseDay(s.from, false); err != nil {
		return err
	}
	s.filter.To, err = parseDay(s.to, true)
	return err
}

// words says what was asked for.
func (s *selection) words() []string {
	words := s.filter.Words()
	if len(s.plans) > 0 {
		words = append([]string{msgPlansWord + ": " + strings.Join(s.plans, ", ")}, words...)
	}
	return words
}

// collect loads the plans that s chooses, with the warning that some are damaged.
func (s *selection) collect(c *corpus.Corpus) ([]*plan.Extraction, error) {
	var ids []string
	var damaged error
	if len(s.plans) == 0 {
		records, err := c.Records()
		if err != nil && !errors.Is(err, corpus.ErrDamaged) {
			return nil, err
		}
		damaged = err
		for _, r := range records {
			ids = append(ids, r.ID)
		}
	}
	for _, name := range s.plans {
		id, err := c.Find(name)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	var out []*plan.Extraction
	for _, id := range ids {
		x, err := c.Extraction(id)
		switch {
		case errors.Is(err, corpus.ErrNotFound) && len(s.plans) == 0:
			continue // removed since
		case errors.Is(err, corpus.ErrDamaged):
			damaged = errors.Join(damaged, err)
			continue
		case err != nil:
			return nil, err
		}
		out = append(out, x)
	}
	return out, damaged
}

// align loads the plans and aligns them. Damaged plans are left out and told of in the
// error, beside an alignment of the others.
func (s *selection) align(c *corpus.Corpus) (*align.Alignment, error) {
	cat, err := s.loadCatalogue()
	if err != nil {
		return nil, err
	}
	plans, damaged := s.collect(c)
	if damaged != nil && !errors.Is(damaged, corpus.ErrDamaged) {
		return nil, damaged
	}
	if len(s.plans) == 0 {
		plans = s.comparable(plans)
	}
	corrections, err := loadCorrections(c)
	if err != nil {
		return nil, err
	}
	return report.Select(align.Align(plans, cat, corrections), s.filter), damaged
}

// comparable keeps the documents in which models, tasks or duties were read, all where there
// are none such. The others would fill a column with nothing.
func (s *selection) comparable(plans []*plan.Extraction) []*plan.Extraction {
	kept := make([]*plan.Extraction, 0, len(plans))
	for _, x := range plans {
		if len(x.Models)+len(x.Tasks)+len(x.Appendix)+len(x.Responsibilities) > 0 {
			kept = append(kept, x)
		} else {
			s.leftOut = append(s.leftOut, x)
		}
	}
	if len(kept) == 0 {
		s.leftOut = nil
		return plans
	}
	return kept
}

// tellLeftOut names the documents that a comparison leaves out.
func (a *app) tellLeftOut(s *selection) {
	for _, x := range s.leftOut {
		fmt.Fprintf(a.stderr, msgLeftOut+"\n", align.Name(x), x.Plan.ID)
	}
}

func (s *selection) loadCatalogue() (*align.Catalogue, error) {
	if s.catalogue == "" {
		return align.National, nil
	}
	b, err := os.ReadFile(s.catalogue)
	if err != nil {
		return nil, err
	}
	cat, err := align.ParseCatalogue(string(b))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", s.catalogue, err)
	}
	if cat.Version == "" {
		cat.Version = filepath.Base(s.catalogue)
	}
	return cat, nil
}

// parseDay reads a day as people write it: 2024, 2024-06, 2024-06-30, 30/06/2024,
// 06/2024. Of a month or year it is the last day where end is set, else the first.
func parseDay(s string, end bool) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, -1}, {"2006-01", 0, 1, -1}, {"01/2006", 0, 1, -1}, {"1/2006", 0, 1, -1}, {"2006-01-02", 0, 0, 0}, {"2/1/2006", 0, 0, 0}} {
		if t, err := time.Parse(f.layout, s); err == nil {
			if end {
				t = t.AddDate(f.years, f.months, f.days)
			}
			return t, nil
		}
	}
	return time.Time{}, usagef(msgHintDay, msgErrDay, s)
}

// writeFile makes a file whole or not at all: under another name first.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".kehoach-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
