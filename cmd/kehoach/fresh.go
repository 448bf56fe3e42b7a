package main

import (
	"errors"
	"fmt"
	"io"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
)

// After an ingest at a terminal or for a person, new plans are told of shortly: how they
// stand to the catalogue and to the plans that were there before.
const (
	freshReported = 5   // plans; of more the list would be no short report
	freshCompared = 300 // plans in the corpus; with more the comparison takes too long to wait for
)

// reportFresh tells of the plans ids, which have just been added or updated. It is only
// a service: what goes wrong with it does not make the ingest fail.
func reportFresh(w io.Writer, c *corpus.Corpus, ids []string) {
	if len(ids) == 0 || len(ids) > freshReported {
		return
	}
	if n, err := c.Count(); err != nil || n > freshCompared {
		return
	}
	records, err := c.Records()
	if err != nil && !errors.Is(err, corpus.ErrDamaged) {
		return
	}
	var plans []*plan.Extraction
	for _, r := range records {
		if x, err := c.Extraction(r.ID); err == nil {
			plans = append(plans, x)
		}
	}
	corrections, err := loadCorrections(c)
	if err != nil {
		return
	}
	a := align.Align(plans, align.National, corrections)
	for _, id := range ids {
		if f, ok := report.FreshOf(a, id); ok {
			printFresh(w, f)
		}
	}
}

func printFresh(w io.Writer, f report.Fresh) {
	fmt.Fprintf(w, msgFresh+"\n", clean(f.Name), f.Plan, f.Models, f.Tasks, f.Warnings)
	if !f.HasModels {
		return
	}
	c := f.Coverage
	fmt.Fprintf(w, "  "+msgFreshCoverage+"\n", len(c.Takes), len(c.Takes)+len(c.Lacks))
	switch {
	case f.Others == 0:
		fmt.Fprintln(w, "  "+msgFreshAlone)
	case f.Compared == 0:
		fmt.Fprintf(w, "  "+msgFreshUnlike+"\n", f.Others)
	}
	for _, l := range []struct {
		words string
		list  []int
	}{{msgFreshLacks, c.Lacks}, {msgFreshOwn, c.Own}, {msgFreshMerges, c.Merges}, {msgFreshLead, f.LeadOdd}, {msgFreshTime, f.TimeOdd}} {
		if len(l.list) > 0 {
			fmt.Fprintf(w, "  "+l.words+"\n", len(l.list), report.Numbers(l.list))
		}
	}
	if f.Warnings > 0 {
		fmt.Fprintf(w, "  "+msgFreshAudit+"\n", f.Plan)
	}
}
