package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kehoach/index"
)

func newSuggest(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgSuggestUse, Short: msgSuggestShort, Long: msgSuggestLong, Example: msgSuggestExample,
		Args: wantArgs(1, -1),
	}
	format := formatFlag(cmd, "table", "json")
	limit := cmd.Flags().IntP("limit", "n", 10, msgFlagEach)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.search(cmd, func(x *index.Index) error {
			found, err := x.Suggest(cmd.Context(), strings.Join(args, " "), max(0, *limit))
			if err != nil {
				return err
			}
			if format.value == "json" {
				return a.printJSON(map[string]any{"suggestions": found}, true)
			}
			t := table{header: msgSuggestHeader}
			for _, s := range found {
				t.add(msgSuggestKinds[s.Kind], s.Text, strconv.Itoa(s.Count))
			}
			t.print(a.stdout)
			return nil
		})
	}
	return cmd
}
