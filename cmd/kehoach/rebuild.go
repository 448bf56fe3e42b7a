package main

import (
	"context"
	"fmt"

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
				tally, err := w.Rebuild(ctx, all, a.reading)
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
