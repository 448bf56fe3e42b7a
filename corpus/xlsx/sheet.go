package xlsx

import (
	"fmt"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"
)

// column is a column of a sheet.
type column struct {
	key   string // by which a template chooses it
	title string // unique in its sheet
	width float64
	help  string // what it means, for "Chú giải"; "" where an earlier column said it
	block string // the heading over it and its neighbours of the same block
	page  bool   // a page of paper begins with it
}

// cell is what stands in a cell: nil, string, int, float64 or time.Time.
type cell struct {
	value any
	look  look
	to    int // row of "Dữ liệu" to which it leads; 0 for none
}

func text(s string) cell { return cell{value: s} }
func num(n int) cell     { return cell{value: n, look: number} }

// date is a cell of a real date, or an empty one.
func date(t time.Time) cell {
	if t.IsZero() {
		return cell{look: day}
	}
	return cell{value: t, look: day}
}

// heading stands above the table of a sheet.
type heading struct{ title, remark string }

// sheet writes one sheet, row by row.
type sheet struct {
	b       *book
	name    string
	part    string // of the file
	sw      *excelize.StreamWriter
	columns []column
	pick    []int // of the caller's columns, which are written, in order
	headRow int
	row     int // last row written
	frozen  int // columns that stay when one scrolls to the right
	links   []linkTo
	full    bool // no more links fit
	note    bool // a cell was higher than Excel shows

	side    [][]cell // a small table to the right, for a chart: its head, then its rows
	charted int      // the column at which a chart begins; 0 without one

	heights     []float64 // of the rows below the head
	chartedRows int       // that the chart covers
}

// linkTo is a link from a cell to a place in the workbook.
type linkTo struct{ cell, to string }

const (
	pageWidth = 140.0 // digits of width across an A4 page on its side
	smallest  = 0.68  // scale at which print can still be read
	linkLimit = 65000 // Excel keeps 65,530 links in a sheet
)

// open begins a sheet whose table has the given columns; the first frozen of them stay.
func (b *book) open(name string, columns []column, frozen int, h *heading) (*sheet, error) {
	return b.start(&sheet{b: b, name: name, frozen: frozen}, columns, h)
}

// openBeside is open for a sheet with a small table at its right.
func (b *book) openBeside(name string, columns []column, frozen int, side [][]cell) (*sheet, error) {
	return b.start(&sheet{b: b, name: name, frozen: frozen, side: side}, columns, nil)
}

func (b *book) start(s *sheet, columns []column, h *heading) (*sheet, error) {
	name := s.name
	if err := b.add(name); err != nil {
		return nil, err
	}
	b.sheets++
	s.part = fmt.Sprintf("xl/worksheets/sheet%d.xml", b.sheets)
	s.pick, s.columns = b.opt.Template.choose(name, columns)
	if err := s.layout(); err != nil {
		return nil, err
	}
	var err error
	if s.sw, err = b.file.NewStreamWriter(name); err != nil {
		return nil, err
	}
	if err := s.sw.SetColWidth(1, 1, placeWidth); err != nil {
		return nil, err
	}
	var widths []width
	for i, c := range s.columns {
		widths = append(widths, width{i + 1, i + 1, c.width})
		if c.help != "" {
			b.legend = append(b.legend, legendColumn{name, c.title, c.help})
		}
	}
	for i, c := range s.columns {
		if c.page {
			if err := s.sw.InsertPageBreak(at(i+1, 1)); err != nil {
				return nil, err
			}
		}
	}
	if len(s.side) > 0 {
		left := s.sideAt()
		widths = append(widths, width{left, left + len(s.side[0]) - 1, 13})
	}
	b.rewrites[s.part] = append(b.rewrites[s.part], widthsRewrite(widths))
	return s, s.begin(h)
}

// add writes a row. It takes a cell for each column that open was given.
func (s *sheet) add(cells ...cell) error {
	s.row++
	row := make([]any, len(s.pick))
	high := 1
	for i, from := range s.pick {
		c := cells[from]
		if t, ok := c.value.(string); ok {
			c.value = s.fit(t)
			t = c.value.(string)
			width := s.columns[i].width
			if c.look == bold {
				width /= boldness
			}
			n := lines(t, width)
			s.note = s.note || float64(n)*lineHeight+padding > maxHeight
			high = max(high, n)
			if c.look == plainText && guarded(t) {
				c.look = guardText
			}
		}
		if c.to > 0 && !s.leads(c, s.columns[i].width) {
			c.to = 0
			if c.look == link {
				c.look = plainText
			}
			if c.look == differsLink {
				c.look = differs
			}
		}
		if c.to > 0 && len(s.links) == linkLimit && !s.full {
			s.full = true
			s.b.note(fmt.Sprintf(noteLinkLimit, s.name))
		}
		if c.to > 0 && len(s.links) < linkLimit {
			s.links = append(s.links, linkTo{at(i+1, s.row), fmt.Sprintf("'%s'!%s", s.b.data.sheetOf(c.to), at(1, s.b.data.rowOf(c.to)))})
		}
		row[i] = s.styled(c)
	}
	s.heights = append(s.heights, height(high))
	return s.sw.SetRow(at(1, s.row), s.beside(row), excelize.RowOpts{Height: height(high)})
}

// leads reports whether c may be a link. LibreOffice wraps no text that is a link, so
// one of several lines would be cut there.
func (s *sheet) leads(c cell, width float64) bool {
	t, ok := c.value.(string)
	return !ok || lines(t, width) == 1
}

// fit makes t fit a cell: what is too long ends in a note of where the rest stands.
func (s *sheet) fit(t string) string {
	t = clean(t)
	if len(t) <= cellLimit || units(t) <= cellLimit {
		return t
	}
	s.b.note(fmt.Sprintf(noteSplit, s.name, s.row))
	return split(t, cellLimit-units(restInData))[0] + restInData
}

func (b *book) note(n string) { b.notes = append(b.notes, n) }

func (s *sheet) styled(c cell) excelize.Cell {
	return excelize.Cell{StyleID: s.b.styles[c.look], Value: c.value}
}

// close ends the sheet: table, links, print titles.
func (s *sheet) close() error {
	if s.note {
		s.b.note(fmt.Sprintf(noteHigh, s.name))
	}
	last := max(s.row, s.headRow+1)
	for s.row-s.headRow+1 < len(s.side) {
		s.row++
		if err := s.sw.SetRow(at(1, s.row), s.beside(make([]any, len(s.columns)))); err != nil {
			return err
		}
	}
	if len(s.links) > 0 {
		if err := s.b.file.SetCellHyperLink(s.name, "A1", placeLink, "Location"); err != nil {
			return err
		}
		s.b.rewrites[s.part] = append(s.b.rewrites[s.part], linksRewrite(s.links))
	}
	if slices.ContainsFunc(s.columns, func(c column) bool { return c.page }) {
		s.b.rewrites[s.part] = append(s.b.rewrites[s.part], rewrite{"<rowBreaks></rowBreaks>", ""}) // there are column breaks only
	}
	s.b.tables++
	shown := false
	if err := s.sw.AddTable(&excelize.Table{Range: at(1, s.headRow) + ":" + at(len(s.columns), last),
		Name: fmt.Sprintf("Bang%d", s.b.tables), StyleName: "TableStyleLight1", ShowRowStripes: &shown}); err != nil {
		return err
	}
	if err := s.printTitles(); err != nil {
		return err
	}
	if err := s.printArea(last); err != nil {
		return err
	}
	return s.sw.Flush()
}

// at names a cell by column and row, both from 1.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic("xlsx: " + err.Error()) // more columns than Excel has: open refuses them
	}
	return name
}
