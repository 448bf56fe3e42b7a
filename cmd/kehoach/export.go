package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kehoach/corpus"
	"kehoach/corpus/align"
	"kehoach/corpus/report"
	"kehoach/corpus/xlsx"
	"kehoach/extract/plan"
)

// exportCommand is one call of kehoach export.
type exportCommand struct {
	*app
	*selection
	format       string
	date         string
	templateFile string
}

// exportFormats are the kinds of file, by the ending of their names.
var exportFormats = []string{"xlsx", "csv", "ndjson", "json"}

func newExport(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: msgExportUse, Short: msgExportShort, Long: msgExportLong, Example: msgExportExample,
		Args: wantArgs(1, 1),
	}
	e := &exportCommand{app: a, selection: selectionFlags(cmd)}
	e.filterFlags(cmd)
	cmd.Flags().StringVar(&e.format, "format", "", msgExportFormat)
	cmd.Flags().StringVar(&e.date, "date", "", msgExportDate)
	cmd.Flags().StringVar(&e.templateFile, "template", "", msgExportTemplate)
	cmd.RunE = func(_ *cobra.Command, args []string) error { return e.run(args[0]) }
	return cmd
}

func (e *exportCommand) run(name string) error {
	format, err := e.formatOf(name)
	if err != nil {
		return err
	}
	if err := e.parse(); err != nil {
		return err
	}
	day, err := parseDay(e.date, true)
	if err != nil {
		return err
	}
	if day.IsZero() {
		day = time.Now()
	}
	template, err := e.template()
	if err != nil {
		return err
	}
	return e.read(func(c *corpus.Corpus) error {
		a, damaged := e.align(c)
		if a == nil {
			return damaged
		}
		e.tellLeftOut(e.selection)
		write := func(w io.Writer) error { return e.write(w, format, a, c, day, template) }
		if name == "-" {
			err = write(e.stdout)
		} else if err = writeFile(name, write); err == nil {
			fmt.Fprintf(e.stderr, msgExported+"\n", name, len(a.Plans), countModels(a.Plans))
		}
		return errors.Join(err, damaged)
	})
}

// formatOf is the kind of file that the user asked for.
func (e *exportCommand) formatOf(name string) (string, error) {
	format := e.format
	if format == "" {
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
	}
	for _, f := range exportFormats {
		if format == f {
			return f, nil
		}
	}
	return "", usagef(msgHintExport, msgErrExport, name)
}

func (e *exportCommand) template() (*xlsx.Template, error) {
	if e.templateFile == "" {
		return nil, nil
	}
	b, err := os.ReadFile(e.templateFile)
	if err != nil {
		return nil, err
	}
	t, err := xlsx.ParseTemplate(string(b))
	if err != nil {
		return nil, usagef("", "%s: %v", e.templateFile, err)
	}
	return t, nil
}

func (e *exportCommand) write(w io.Writer, format string, a *align.Alignment, c *corpus.Corpus, day time.Time, t *xlsx.Template) error {
	switch format {
	case "csv":
		return report.WriteCSV(w, a)
	case "ndjson":
		return report.WriteNDJSON(w, a)
	case "json":
		return report.WriteJSON(w, a)
	}
	return xlsx.Write(w, a, xlsx.Options{Date: day, Version: programVersion().Version, Filters: e.words(), Text: texts(c), Template: t})
}

// texts gives the text of each plan's file, the last one kept.
func texts(c *corpus.Corpus) func(*plan.Extraction) string {
	var id, text string
	return func(x *plan.Extraction) string {
		if x.Plan.ID != id {
			id, text = x.Plan.ID, ""
			if f, err := c.File(id); err == nil { // without it there are no quotations
				text = f.Text
			}
		}
		return text
	}
}

func countModels(plans []*plan.Extraction) int {
	n := 0
	for _, x := range plans {
		n += len(x.Models)
	}
	return n
}
