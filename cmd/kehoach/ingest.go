package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/corpus"
)

// ingestCommand is one call of kehoach ingest.
type ingestCommand struct {
	*app
	format *choice
	failed bool
	jobs   int
	bar    *progress
	fresh  []string        // ids of the plans added or updated
	empty  []corpus.Result // files of which no model and no task was read
}

func newIngest(a *app) *cobra.Command {
	in := &ingestCommand{app: a}
	cmd := &cobra.Command{
		Use: msgIngestUse, Short: msgIngestShort, Long: msgIngestLong, Example: msgIngestExample,
		Args: func(cmd *cobra.Command, args []string) error {
			if in.failed {
				return nil
			}
			return wantArgs(1, -1)(cmd, args)
		},
	}
	in.format = formatFlag(cmd, "table", "json")
	cmd.Flags().BoolVar(&in.failed, "failed", false, msgFlagFailed)
	cmd.Flags().IntVarP(&in.jobs, "jobs", "j", 0, msgFlagJobs)
	a.readFlags(cmd)
	export := cmd.Flags().String("export", "", msgFlagExport)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		e := &exportCommand{app: a, selection: &selection{}}
		if *export != "" {
			if _, err := e.formatOf(*export); err != nil {
				return err // before an hour's work, not after it
			}
		}
		err := a.write(cmd, func(ctx context.Context, w *corpus.Writer) error {
			return in.run(ctx, w, args)
		})
		if *export != "" && (err == nil || errors.Is(err, errReported)) {
			err = errors.Join(err, e.run(*export))
		}
		return err
	}
	return cmd
}

func (in *ingestCommand) run(ctx context.Context, w *corpus.Writer, args []string) error {
	paths := args
	if in.failed {
		list, err := w.Failures()
		if err != nil {
			return err
		}
		for _, f := range list {
			paths = append(paths, f.File)
		}
		if len(paths) == 0 {
			fmt.Fprintln(in.stderr, msgNoFailed)
			return nil
		}
	}
	files, skipped := corpus.Files(paths)
	in.noteSkipped(skipped)
	if len(files) == 0 {
		fmt.Fprintln(in.stderr, msgNoFiles)
	}
	in.bar = newProgress(in.stderr, len(files))
	in.reading.Progress = in.bar.pages
	if in.bar == nil {
		pages, end := pageProgress(in.stderr)
		in.reading.Progress = pages
		defer end()
	}
	tally, err := w.Ingest(ctx, files, corpus.Ingest{
		Workers: in.jobs, Report: in.report, Refreshing: in.refreshing, Read: in.reading,
	})
	in.bar.finish()
	in.summarize(tally)
	in.noteEmpty()
	if err == nil && in.format.value != "json" {
		reportFresh(in.stderr, w.Corpus, in.fresh)
	}
	if err == nil && tally.Failed > 0 {
		return errReported
	}
	return err
}

// noteSkipped tells of what a user might miss. Hidden files nobody means.
func (in *ingestCommand) noteSkipped(skipped []corpus.Skip) {
	for _, s := range skipped {
		if why := msgSkip[s.Reason]; why != "" {
			fmt.Fprintf(in.stderr, "%s: "+msgSkipped+"\n", msgNoteWord, s.Path, why)
		}
	}
}

// ingestedFile is a result as ingest prints it for programs; the contract names the
// fields up to error.
type ingestedFile struct {
	File        string        `json:"file"`
	Status      corpus.Status `json:"status"`
	Plan        *string       `json:"plan"`
	Models      int           `json:"models"`
	Diagnostics int           `json:"diagnostics"`
	Error       *string       `json:"error"`
	Tasks       int           `json:"tasks"`
	Warnings    []string      `json:"warnings,omitempty"`
}

func (in *ingestCommand) report(r corpus.Result) {
	in.bar.clear()
	defer in.bar.advance()
	if in.format.value == "json" {
		line := ingestedFile{
			File: r.File, Status: r.Status, Models: r.Record.Summary.Models, Tasks: r.Record.Summary.Tasks,
			Diagnostics: r.Record.Summary.Diagnostics, Warnings: r.Warnings,
		}
		if r.Record.ID != "" {
			line.Plan = &r.Record.ID
		}
		if r.Err != nil {
			text := fileError(r.Err)
			line.Error = &text
		}
		if isEmpty(r) {
			line.Warnings = append(line.Warnings, msgEmpty)
		}
		_ = in.printJSON(line, false) // nobody listens: the corpus matters more
		return
	}
	in.reportLine(r)
	if isEmpty(r) {
		in.empty = append(in.empty, r)
	}
	changed := r.Status == corpus.Added || r.Status == corpus.Updated
	if !isEmpty(r) && changed && !slices.Contains(in.fresh, r.Record.ID) { // two files may be one document
		in.fresh = append(in.fresh, r.Record.ID)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(in.stderr, "%s: %s\n", msgNoteWord, clean(w))
	}
}

// isEmpty reports whether a file was read and holds no model and no task: somebody's
// shopping list in the folder of plans, perhaps, or a plan in a form not known yet. It is
// kept, as nobody can tell these apart for certain, but never in silence.
func isEmpty(r corpus.Result) bool {
	return r.Status != corpus.Failed && r.Record.Summary.Models+r.Record.Summary.Tasks == 0
}

// emptyNamed is how many empty files are named; the others stand above with "0 mô hình".
const emptyNamed = 20

func (in *ingestCommand) noteEmpty() {
	if len(in.empty) == 0 {
		return
	}
	fmt.Fprintf(in.stderr, "%s: "+msgEmptyFiles+"\n", msgNoteWord, len(in.empty))
	for i, r := range in.empty {
		if i == emptyNamed {
			fmt.Fprintf(in.stderr, "  "+msgEmptyMore+"\n", len(in.empty)-i)
			break
		}
		fmt.Fprintf(in.stderr, "  %s: kehoach remove %s\n", clean(r.File), r.Record.ID)
	}
}

func (in *ingestCommand) reportLine(r corpus.Result) {
	s := styleFor(in.stdout)
	status := pad(msgStatus[r.Status], 9)
	if r.Status == corpus.Failed {
		fmt.Fprintf(in.stdout, "%s %s: %s\n", s.red(status), clean(r.File), clean(fileError(r.Err)))
		return
	}
	if r.Status != corpus.Unchanged {
		status = s.green(status)
	}
	var found []string
	sum := r.Record.Summary
	if sum.Models > 0 || sum.Tasks == 0 {
		found = append(found, fmt.Sprintf(msgModels, sum.Models))
	}
	if sum.Tasks > 0 {
		found = append(found, fmt.Sprintf(msgTasks, sum.Tasks))
	}
	if sum.Warnings > 0 {
		found = append(found, s.yellow(fmt.Sprintf(msgWarnings, sum.Warnings)))
	}
	fmt.Fprintf(in.stdout, "%s %s: %s (%s)\n", status, clean(r.File), strings.Join(found, ", "), r.Record.ID)
}

func (in *ingestCommand) summarize(t corpus.Tally) {
	total := t.Added + t.Unchanged + t.Updated + t.Failed
	fmt.Fprintf(in.stderr, msgSummary+"\n", total, t.Added, t.Unchanged, t.Updated, t.Failed)
	if t.Refreshed > 0 {
		fmt.Fprintf(in.stderr, msgRefreshed+"\n", t.Refreshed)
	}
	in.noteKept(t)
}

func (in *ingestCommand) refreshing(plans int) {
	in.bar.finish()
	fmt.Fprintf(in.stderr, msgRefreshing+"\n", plans)
}

// noteKept tells of plans that could not be read again.
func (a *app) noteKept(t corpus.Tally) {
	if len(t.Kept) > 0 {
		fmt.Fprintf(a.stderr, "%s: "+msgKept+"\n", msgNoteWord, strings.Join(t.Kept, ", "))
	}
}
