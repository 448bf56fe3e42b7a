package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"kehoach/corpus"
)

func newRebuild(a *app) *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use: msgRebuildUse, Short: msgRebuildShort, Long: msgRebuildLong, Example: msgRebuildExample,
		Args: wantArgs(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.read(func(*corpus.Corpus) error { return nil }); err != nil {
				return err // no corpus is made here
			}
			return a.write(cmd, func(ctx context.Context, w *corpus.Writer) error {
				bar := rebuildProgress{w: a.stderr}
				tally, err := w.Rebuild(ctx, all, a.reading, bar.show)
				bar.finish()
				if err != nil {
					return err
				}
				records, err := w.Records()
				fmt.Fprintf(a.stderr, msgRebuilt+"\n", len(records), tally.Refreshed)
				a.noteKept(tally)
				return err
			})
		},
	}
	a.readFlags(cmd)
	cmd.Flags().BoolVar(&all, "all", false, msgFlagAll)
	return cmd
}

// rebuildProgress shows a bar for each step of a rebuild.
type rebuildProgress struct {
	w     io.Writer
	step  corpus.Step
	begun bool
	bar   *progress
}

func (r *rebuildProgress) show(s corpus.Step, done, plans int) {
	if !r.begun || s != r.step {
		r.finish()
		r.begun, r.step, r.bar = true, s, newProgress(r.w, plans)
		if s == corpus.Indexing {
			r.bar.describe(msgProgressIndex)
		}
	}
	r.bar.reach(done)
}

func (r *rebuildProgress) finish() { r.bar.finish() }
