package xlsx

import (
	"fmt"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// layout sets a sheet up for A4 on its side: as many pages across as its columns need
// to be read, or those that begin where its columns say, of which the widest is given.
func (s *sheet) layout(widest float64) error {
	f := s.b.file
	fit, landscape, a4 := true, "landscape", 9
	options := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}
	if s.paged() {
		fit = false
		scale := uint(math.Floor(100 * min(1, max(smallest, pageWidth/widest))))
		options.AdjustTo = &scale
	} else {
		across, down := int(math.Ceil(s.total()*smallest/pageWidth)), 0 // 0: as many as it takes
		options.FitToWidth, options.FitToHeight = &across, &down
	}
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.name, &options); err != nil {
		return err
	}
	side, top, foot := 0.4, 0.6, 0.3
	if err := f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &foot, Footer: &foot}); err != nil {
		return err
	}
	// A blank parts the size 9 from a text that begins with a digit.
	return f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: `&L&"Times New Roman,Italic"&9` + s.b.title + `&R&"Times New Roman,Bold"&9&A`,
		OddFooter: `&L&"Times New Roman,Italic"&9 ` + s.b.opt.Date.Format("02/01/2006") + `&R&"Times New Roman,Regular"&9` + footPage,
	})
}

// paged reports whether the sheet is printed in one scale, with breaks of its own: Excel
// passes over breaks where a sheet is to fit a number of pages.
func (s *sheet) paged() bool {
	return s.charted || slices.ContainsFunc(s.columns, func(c column) bool { return c.page })
}

func (s *sheet) total() float64 {
	sum := 0.0
	for _, c := range s.columns {
		sum += c.width
	}
	return sum
}

// maxBreaks is how many breaks between columns a sheet is given; Excel keeps 1,026.
const maxBreaks = 1000

// pages returns the columns, from 0, at which a page begins: each as late as print that
// can be read allows. widest is the width of the widest page.
func (s *sheet) pages() (breaks []int, widest float64) {
	const room = pageWidth / smallest
	repeated := 0.0
	for _, c := range s.columns[:min(s.frozen, len(s.columns))] {
		repeated += c.width
	}
	page := 0.0
	for i := 0; i < len(s.columns); {
		block, to := s.columns[i].width, i+1
		for to < len(s.columns) && !s.columns[to].page {
			block += s.columns[to].width
			to++
		}
		if s.columns[i].page && i > s.frozen && page+block > room && len(breaks) < maxBreaks {
			breaks = append(breaks, i)
			page = repeated
		}
		page += block
		widest = max(widest, page)
		i = to
	}
	return breaks, widest
}

// repeats reports whether the frozen columns are printed on every page across.
func (s *sheet) repeats() bool {
	return s.frozen > 0 && (!s.charted || s.total()*smallest > pageWidth)
}

// printTitles repeats the head on every page, and the frozen columns where a page does
// not hold all.
func (s *sheet) printTitles() error {
	first := 1
	if s.headRow > headingRows {
		first += headingRows // the heading of the sheet stands once
	}
	refers := fmt.Sprintf("'%s'!$%d:$%d", s.name, first, s.headRow)
	if s.repeats() {
		name, err := excelize.ColumnNumberToName(min(s.frozen, len(s.columns)))
		if err != nil {
			return err
		}
		refers = fmt.Sprintf("'%s'!$A:$%s,%s", s.name, name, refers)
	}
	return s.b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: refers, Scope: s.name})
}
