// Package xlsx makes the comparison workbook: a file for Excel and LibreOffice that
// can be printed and handed up. It is the one package that knows Excel. It reads no
// corpus and takes no clock: what it shows, and the date it bears, is given to it, and
// the same input gives the same bytes.
//
// Begin with Write, then pages, the list of what a workbook holds: each sheet is one
// file. How a sheet gets onto paper is in sheet.go.
package xlsx

import (
	"fmt"
	"io"
	"time"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

// Options are what a workbook needs besides the alignment.
type Options struct {
	Date    time.Time // the day for which deadlines are judged, and the file's own date
	Version string    // of the program
	Filters []string  // what the user asked for, in words, for "Chú giải"

	// Text returns the text of the file from which x was read, for quoting; "" where it
	// is not known. It may be nil.
	Text func(x *plan.Extraction) string

	Template *Template // may be nil: every column
}

// A page is one sheet of the workbook.
type page struct {
	name string
	fill func(*book) error
}

// pages returns the sheets in the order of the tabs.
func pages() []page {
	return []page{
		{sheetSummary, fillSummary},
		{sheetCompare, fillCompare},
		{sheetMatrix, fillMatrix},
		{sheetCoverage, fillCoverage},
		{sheetProgress, fillProgress},
		{sheetAgencies, fillAgencies},
		{sheetTools, fillTools},
		{sheetConflicts, fillConflicts},
		{sheetModels, fillModels},
		{sheetTasks, fillTasks},
		{sheetWarnings, fillWarnings},
		{sheetData, fillData},
		{sheetLegend, fillLegend},
	}
}

// Write writes the workbook of a to w.
func Write(w io.Writer, a *align.Alignment, opt Options) error {
	b, err := newBook(a, opt)
	if err != nil {
		return fmt.Errorf("make workbook: %w", err)
	}
	defer b.file.Close()
	for _, p := range pages() {
		if !opt.Template.wants(p.name) {
			continue
		}
		if err := p.fill(b); err != nil {
			return fmt.Errorf("write sheet %s: %w", p.name, err)
		}
	}
	if err := b.write(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}
