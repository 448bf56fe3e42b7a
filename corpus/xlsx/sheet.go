package xlsx

import (
	"fmt"
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
	page  bool   // a page of paper may begin with it
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
	broken  bool // pages of paper begin at some columns
	note    bool // a cell was higher than Excel shows

	charted bool // a chart is to come
	end     int  // the last row of the table, where others stand below it
}

// linkTo is a link from a cell to a place in the workbook.
type linkTo struct{ cell, to string }

const (
	pageWidth = 140.0 // digits of width across an A4 page on its side
	smallest  = 0.68  // scale at which print can still be read
	linkLimit = 65000 // Excel keeps 65,530 links in a sheet
)

// open begins a sheet whose table has the given columns; the first frozen of them stay.
// Without a heading it takes the one that belongs to its name.
func (b *book) open(name string, columns []column, frozen int, h *heading) (*sheet, error) {
	s := &sheet{b: b, name: name, frozen: frozen, charted: hasChart(name)}
	if err := b.add(name); err != nil {
		return nil, err
	}
	b.sheets++
	s.part = fmt.Sprintf("xl/worksheets/sheet%d.xml", b.sheets)
	s.pick, s.columns = b.opt.Template.choose(name, columns)
	if h == nil {
		h = b.heading(name)
	}
	breaks, widest := s.pages()
	if err := s.layout(widest); err != nil {
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
	for _, i := range breaks {
		if err := s.sw.InsertPageBreak(at(i+1, 1)); err != nil {
			return nil, err
		}
	}
	s.broken = len(breaks) > 0
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
			switch c.look {
			case bold:
				width /= boldness
			case origins:
				width *= smallness
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
		}
		if c.to > 0 && c.look == number {
			c.look = numberLink
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
	return s.sw.SetRow(at(1, s.row), row, excelize.RowOpts{Height: height(high)})
}

// leads reports whether c may be a link. LibreOffice wraps no text that is a link, so
// one of several lines would be cut there; an origin stands beside each of those.
func (s *sheet) leads(c cell, width float64) bool {
	t, ok := c.value.(string)
	if c.look == origins {
		width *= smallness
	}
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
	if len(s.links) > 0 {
		if err := s.b.file.SetCellHyperLink(s.name, "A1", placeLink, "Location"); err != nil {
			return err
		}
		s.b.rewrites[s.part] = append(s.b.rewrites[s.part], linksRewrite(s.links))
	}
	switch below := s.end > 0; { // excelize writes both kinds of breaks where there is one
	case s.broken && !below:
		s.b.rewrites[s.part] = append(s.b.rewrites[s.part], rewrite{"<rowBreaks></rowBreaks>", ""})
	case below && !s.broken:
		s.b.rewrites[s.part] = append(s.b.rewrites[s.part], rewrite{"<colBreaks></colBreaks>", ""})
	}
	s.b.tables++
	shown := false
	if err := s.sw.AddTable(&excelize.Table{Range: at(1, s.headRow) + ":" + at(len(s.columns), s.tableEnd()),
		Name: fmt.Sprintf("Bang%d", s.b.tables), StyleName: "TableStyleLight1", ShowRowStripes: &shown}); err != nil {
		return err
	}
	if err := s.printTitles(); err != nil {
		return err
	}
	return s.sw.Flush()
}

// tableEnd is the last row of the table; one without rows has an empty one.
func (s *sheet) tableEnd() int {
	if s.end > 0 {
		return s.end
	}
	return max(s.row, s.headRow+1)
}

// at names a cell by column and row, both from 1.
func at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		panic("xlsx: " + err.Error()) // more columns than Excel has: open refuses them
	}
	return name
}
