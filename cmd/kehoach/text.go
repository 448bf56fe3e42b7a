package main

import (
	"bufio"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"kehoach/extract"
	"kehoach/ingest/source"
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
			a.remarkReading(args[0], f.Diagnostics)
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

// mostRemarks are printed of one file; each page of a long one may have one.
const mostRemarks = 8

// remarkReading tells what the reader of a file noticed, but for what matters to single
// values: doubtful words of scans and what was mended in them.
func (a *app) remarkReading(name string, ds []source.Diagnostic) {
	ds = slices.DeleteFunc(slices.Clone(ds), func(d source.Diagnostic) bool {
		return d.Severity == source.Info && (d.Code == "ocr-doubtful" || d.Code == "ocr-repaired")
	})
	for i, d := range ds {
		if i == mostRemarks {
			fmt.Fprintf(a.stderr, "%s: %s: "+msgMoreRemarks+"\n", msgNoteWord, clean(name), len(ds)-i)
			return
		}
		fmt.Fprintf(a.stderr, "%s: %s: %s\n", msgNoteWord, clean(name), clean(d.Message))
	}
}
