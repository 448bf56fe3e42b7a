package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"kehoach/corpus"
)

func newRemove(a *app) *cobra.Command {
	return &cobra.Command{
		Use: msgRemoveUse, Short: msgRemoveShort, Long: msgRemoveLong, Example: msgRemoveExample,
		Args: wantArgs(1, -1), ValidArgsFunction: a.completePlans,
		RunE: func(cmd *cobra.Command, args []string) error {
			// Without a corpus there is nothing to remove, and none is made.
			if err := a.read(func(*corpus.Corpus) error { return nil }); err != nil {
				return err
			}
			return a.write(cmd, func(ctx context.Context, w *corpus.Writer) error {
				ids, err := findAll(w.Corpus, args)
				if err != nil {
					return err
				}
				for _, id := range ids {
					if err := w.Remove(ctx, id); err != nil {
						return err
					}
					fmt.Fprintf(a.stderr, msgRemoved+"\n", id)
				}
				return nil
			})
		},
	}
}

// findAll finds every plan that names tell before anything is done to one of them.
func findAll(c *corpus.Corpus, names []string) ([]string, error) {
	var ids []string
	for _, name := range names {
		id, err := c.Find(name)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}
