package xlsx

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// layout sets a sheet up for A4 on its side: as many pages across as its columns need
// to be read, or those that its columns ask for.
func (s *sheet) layout() error {
	f := s.b.file
	fit, landscape, a4 := true, "landscape", 9
	options := excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape}
	total, widest, pages := s.widths()
	if pages {
		fit = false
		scale := uint(math.Floor(100 * min(1, pageWidth/widest)))
		options.AdjustTo = &scale
	} else {
		across, down := int(math.Ceil(total*smallest/pageWidth)), 0 // 0: as many as it takes
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
		OddHeader: `&L&"Times New Roman,Italic"&9` + bookTitle + `&R&"Times New Roman,Bold"&9&A`,
		OddFooter: `&L&"Times New Roman,Italic"&9 ` + s.b.opt.Date.Format("02/01/2006") + `&R&"Times New Roman,Regular"&9` + footPage,
	})
}

// widths returns the width of all columns, that of the widest page among those that
// the columns ask for, and whether they ask.
func (s *sheet) widths() (total, widest float64, pages bool) {
	repeated, page := 0.0, 0.0
	for i, c := range s.columns {
		if c.page {
			pages = true
			page = repeated
		}
		if i < s.frozen {
			repeated += c.width
		}
		total += c.width
		page += c.width
		widest = max(widest, page)
	}
	return total, widest, pages
}

// printTitles repeats the head on every page, and the frozen columns where a page does
// not hold all.
func (s *sheet) printTitles() error {
	first := 1
	if s.headRow > 2 {
		first = s.headRow // the heading of the sheet stands once
	}
	refers := fmt.Sprintf("'%s'!$%d:$%d", s.name, first, s.headRow)
	if total, _, _ := s.widths(); s.frozen > 0 && (s.charted == 0 || total*smallest > pageWidth) {
		name, err := excelize.ColumnNumberToName(min(s.frozen, len(s.columns)))
		if err != nil {
			return err
		}
		refers = fmt.Sprintf("'%s'!$A:$%s,%s", s.name, name, refers)
	}
	return s.b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: refers, Scope: s.name})
}

// printArea keeps the table and the chart beside it on pages of their own.
func (s *sheet) printArea(last int) error {
	if s.charted == 0 {
		return nil
	}
	area := func(col, row, toCol, toRow int) string {
		from, _ := excelize.CoordinatesToCellName(col, row, true)
		to, _ := excelize.CoordinatesToCellName(toCol, toRow, true)
		return fmt.Sprintf("'%s'!%s:%s", s.name, from, to)
	}
	refers := area(1, 1, len(s.columns), last) + "," + area(len(s.columns)+2, s.headRow+1, s.charted+chartColumns-1, s.headRow+s.chartedRows+1) // a row of air below
	return s.b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: refers, Scope: s.name})
}
