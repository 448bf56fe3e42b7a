package xlsx

import (
	"github.com/xuri/excelize/v2"
)

// begin freezes and writes what stands above the rows.
func (s *sheet) begin(h *heading) error {
	bands := s.bands()
	s.headRow = 1
	if h != nil {
		s.headRow += headingRows
	}
	if bands != nil {
		s.headRow++
	}
	if err := s.freeze(); err != nil {
		return err
	}
	if h != nil {
		if err := s.writeHeading(h); err != nil {
			return err
		}
	}
	if bands != nil {
		if err := s.writeBands(bands); err != nil {
			return err
		}
	}
	return s.writeHead()
}

const headingRows = 3

func (s *sheet) freeze() error {
	columns := min(s.frozen, len(s.columns)-1)
	p := &excelize.Panes{Freeze: true, XSplit: columns, YSplit: s.headRow, TopLeftCell: at(columns+1, s.headRow+1), ActivePane: "bottomRight"}
	if columns == 0 {
		p.ActivePane = "bottomLeft"
	}
	return s.sw.SetPanes(p)
}

// headingColumn is the first of those that are not printed on every page, where there are
// several pages across: on the others the heading would be cut.
func (s *sheet) headingColumn() int {
	if !s.repeats() || s.total()*smallest <= pageWidth {
		return 1
	}
	return min(s.frozen, len(s.columns)-1) + 1
}

func (s *sheet) writeHeading(h *heading) error {
	for _, l := range [headingRows]struct {
		text string
		look look
		high float64
	}{{h.title, title, 24}, {h.remark, remark, 18}, {"", remark, 6}} {
		s.row++
		if err := s.sw.SetRow(at(s.headingColumn(), s.row), []any{s.styled(cell{value: l.text, look: l.look})}, excelize.RowOpts{Height: l.high}); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheet) writeHead() error {
	row := make([]any, len(s.columns))
	high := 1
	for i, c := range s.columns {
		row[i] = s.styled(cell{value: c.title, look: head})
		high = max(high, lines(c.title, c.width*0.9)) // bold
	}
	s.row++
	return s.sw.SetRow(at(1, s.row), row, excelize.RowOpts{Height: height(high) + 4})
}

// stretch is a block of neighbouring columns under one heading.
type stretch struct {
	title    string
	from, to int // columns from 1, inclusive
}

func (s *sheet) bands() []stretch {
	var out []stretch
	any := false
	for i, c := range s.columns {
		any = any || c.block != ""
		if n := len(out); n > 0 && out[n-1].title == c.block {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, stretch{c.block, i + 1, i + 1})
	}
	if !any {
		return nil
	}
	return out
}

func (s *sheet) writeBands(bands []stretch) error {
	row := make([]any, len(s.columns))
	high := 1
	for _, b := range bands {
		width := 0.0
		for i := b.from; i <= b.to; i++ {
			width += s.columns[i-1].width
			if b.title != "" {
				row[i-1] = s.styled(cell{value: "", look: band})
			}
		}
		if b.title == "" {
			continue
		}
		row[b.from-1] = s.styled(cell{value: clean(b.title), look: band})
		high = max(high, lines(b.title, width*0.92))
		if b.from < b.to {
			if err := s.sw.MergeCell(at(b.from, s.row+1), at(b.to, s.row+1)); err != nil {
				return err
			}
		}
	}
	s.row++
	return s.sw.SetRow(at(1, s.row), row, excelize.RowOpts{Height: height(high) + 4})
}
