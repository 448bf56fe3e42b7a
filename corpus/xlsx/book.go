package xlsx

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

// book is a workbook under way.
type book struct {
	*align.Alignment
	opt    Options
	file   *excelize.File
	styles [looks]int
	title  string   // of the workbook
	names  []string // of the plans, unique, for headings; in the order of Plans
	data   *dataIndex
	tables int
	legend []legendColumn // the columns written so far, for "Chú giải"
	notes  []string       // what had to be split or left out, for "Chú giải"

	sheets   int                  // made so far
	rewrites map[string][]rewrite // by part of the file
}

// titleOf names the workbook after what most of its plans carry out.
func titleOf(plans []*plan.Extraction) string {
	of06, withModels := 0, 0
	for _, x := range plans {
		if carriesOut06(x) {
			of06++
		}
		if len(x.Models) > 0 {
			withModels++
		}
	}
	switch {
	case of06*2 > len(plans):
		return titleOf06
	case withModels > 0:
		return titleOfModels
	}
	return titleOfTasks
}

// carriesOut06 reports whether a plan rests on the Prime Minister's decision 06/QĐ-TTg or names
// the project by that number.
func carriesOut06(x *plan.Extraction) bool {
	if t := x.Plan.Title; t != nil && strings.Contains(*t, "Đề án 06") {
		return true
	}
	return slices.ContainsFunc(x.Plan.LegalBasis, func(c plan.Citation) bool { return c.Number != nil && *c.Number == "06/QĐ-TTg" })
}

func newBook(a *align.Alignment, opt Options) (*book, error) {
	b := &book{Alignment: a, opt: opt, file: excelize.NewFile(), names: planNames(a.Plans), title: titleOf(a.Plans), rewrites: map[string][]rewrite{}}
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return newSteadyZip(w, b.rewrites) })
	var err error
	if b.styles, err = styles(b.file); err != nil {
		return nil, err
	}
	if err := b.file.SetDefaultFont(font); err != nil {
		return nil, err
	}
	b.data = indexData(b)
	return b, b.properties()
}

// properties sets the document's own data, which Excel shows under "Info".
func (b *book) properties() error {
	stamp := b.opt.Date.Format(time.DateOnly) + "T00:00:00Z" // the hour would make two files of one day differ
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title: b.title, Subject: bookSubject, Creator: program(b.opt.Version), LastModifiedBy: program(b.opt.Version),
		Created: stamp, Modified: stamp, Language: "vi-VN", Description: strings.Join(b.opt.Filters, "; "),
	}); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "kehoach", AppVersion: "1.0000"})
}

func program(version string) string { return strings.TrimSpace("kehoach " + version) }

// write ends the workbook.
func (b *book) write(w io.Writer) error { return b.file.Write(w) }

// add makes a sheet. The first one takes the place of the one that excelize begins
// with: to delete that at the end would read every sheet again.
func (b *book) add(name string) error {
	const began = "Sheet1"
	if list := b.file.GetSheetList(); len(list) == 1 && list[0] == began {
		return b.file.SetSheetName(began, name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// ofName is the name of a sheet without the number of those that go on: "Dữ liệu (2)".
func ofName(name string) string { return strings.Split(name, " (")[0] }

// heading is what stands above the table of a sheet.
func (b *book) heading(name string) *heading {
	h := intros[ofName(name)]
	h.remark = strings.Replace(h.remark, "%s", b.opt.Date.Format("02/01/2006"), 1)
	return &h
}

// planNames names each plan by its place, and by more where two are of one place.
func planNames(plans []*plan.Extraction) []string {
	more := []func(*plan.Extraction) string{
		align.Name,
		func(x *plan.Extraction) string { return align.Name(x) + " (" + deref(x.Plan.Number) + ")" },
		func(x *plan.Extraction) string { return align.Name(x) + " (" + x.Source.Name + ")" },
		func(x *plan.Extraction) string { return align.Name(x) + " (" + x.Plan.ID + ")" },
	}
	names := make([]string, len(plans))
	for _, name := range more {
		count := map[string]int{}
		for _, n := range names {
			count[strings.ToLower(n)]++
		}
		for i, x := range plans {
			if count[strings.ToLower(names[i])] != 1 {
				names[i] = clean(name(x))
			}
		}
	}
	seen := map[string]int{}
	for i, n := range names {
		if seen[strings.ToLower(n)]++; seen[strings.ToLower(n)] > 1 {
			names[i] = fmt.Sprintf("%s [%d]", n, seen[strings.ToLower(n)])
		}
	}
	return names
}

func deref[S ~string](s *S) string {
	if s == nil {
		return ""
	}
	return string(*s)
}
