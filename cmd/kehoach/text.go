package main

import (
	"bufio"

	"github.com/spf13/cobra"

	"kehoach/extract"
)

func newText(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgTextUse, Short: msgTextShort, Long: msgTextLong, Example: msgTextExample,
		Args: wantArgs(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := a.readDocument(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			w := bufio.NewWriter(a.stdout)
			for _, p := range extract.Paragraphs(f) {
				w.WriteString(p)
				w.WriteByte('\n')
			}
			return w.Flush()
		},
	}
	a.readFlags(cmd)
	return cmd
}
