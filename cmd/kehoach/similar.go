package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/index"
)

func newSimilar(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgSimilarUse, Short: msgSimilarShort, Long: msgSimilarLong, Example: msgSimilarExample,
		Args: wantArgs(2, 2), ValidArgsFunction: a.completePlans,
	}
	format := formatFlag(cmd, "table", "json")
	limit := cmd.Flags().IntP("limit", "n", 10, msgFlagLimit)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		n, err := strconv.Atoi(args[1])
		if err != nil {
			return usagef("", msgErrModelNumber, args[1])
		}
		var id string
		err = a.read(func(c *corpus.Corpus) error {
			id, err = c.Find(args[0])
			return err
		})
		if err != nil {
			return err
		}
		return a.search(cmd, func(x *index.Index) error {
			r, err := x.Similar(cmd.Context(), id, n, max(0, *limit))
			if errors.Is(err, index.ErrNotFound) {
				return hint(fmt.Sprintf(msgHintModels, id), fmt.Errorf(msgErrNoModel, id, n))
			}
			if err != nil {
				return err
			}
			if format.value == "json" {
				return a.printJSON(r, true)
			}
			a.printResult(r, index.Request{})
			return nil
		})
	}
	return cmd
}
