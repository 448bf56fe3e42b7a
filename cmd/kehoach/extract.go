package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"kehoach/extract"
	"kehoach/ingest"
	"kehoach/ingest/source"
)

func newExtract(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgExtractUse, Short: msgExtractShort, Long: msgExtractLong, Example: msgExtractExample,
		Args: wantArgs(1, 1),
	}
	format := formatFlag(cmd, "table", "json")
	a.readFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		f, err := a.readDocument(cmd.Context(), args[0])
		if err != nil {
			return err
		}
		x := extract.Extract(f)
		if format.value == "json" {
			return a.printJSON(x, true)
		}
		printPlan(a.stdout, x)
		return nil
	}
	return cmd
}

// readDocument reads the file at path, or standard input where path is "-".
func (a *app) readDocument(ctx context.Context, path string) (*source.File, error) {
	pages, end := pageProgress(a.stderr)
	defer end()
	a.reading.Progress = pages
	if path != "-" {
		f, err := ingest.ReadFile(ctx, path, a.reading)
		return f, named(path, err)
	}
	data, err := io.ReadAll(io.LimitReader(a.stdin, ingest.DefaultMaxBytes+1))
	if err != nil {
		return nil, err
	}
	f, err := ingest.Read(ctx, msgStdinName, data, a.reading)
	return f, named(msgStdinName, err)
}

// named adds the name of a document to why it was refused; other errors name it
// themselves.
func named(name string, err error) error {
	var refusal *source.Refusal
	if errors.As(err, &refusal) {
		return &documentError{err, name}
	}
	return err
}
