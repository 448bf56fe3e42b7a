package outline

import (
	"strings"

	"kehoach/normalize"
)

// A grid table draws its borders with letters, as pandoc writes those of Word:
//
//	+-----+----------------------+-------------------+
//	| TT  | Nội dung             | Cơ quan chủ trì   |
//	+=====+======================+===================+
//	| 1   | Lắp đặt 06 Kiosk tự  | Phòng Công nghệ   |
//	|     | phục vụ              | thông tin         |
//	+-----+----------------------+-------------------+
//
// The lines between two borders are one row.

// gridTable reads the table whose first border stands right above lines[k]: its rows, and
// how many of the lines it takes; 0 where none does.
func gridTable(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	if lines[k] == 0 || !isBorder(sourceLine(t, lines[k]-1)) || !isBarred(sourceLine(t, lines[k])) {
		return nil, 0
	}
	var open *Para
	i := lines[k]
	for ; i < len(t.Lines); i++ {
		switch s := sourceLine(t, i); {
		case isBorder(s):
			open = nil
			continue
		case !isBarred(s):
			return rows, linesBefore(lines[k:], i)
		case t.Lines[i].Kind != normalize.Content:
			continue // a line whose cells are all empty
		}
		if open == nil {
			open = &Para{text: t, first: i}
			rows = append(rows, open)
		}
		open.addCells(phrase(t, t.Lines[i].Span))
		open.last = i
	}
	return rows, linesBefore(lines[k:], i)
}

// isBorder reports whether s is "+-----+=====+".
func isBorder(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 4 && s[0] == '+' && s[len(s)-1] == '+' && strings.Trim(s, "+-=:") == ""
}

func isBarred(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) > 2 && s[0] == '|' && s[len(s)-1] == '|'
}

// linesBefore counts those of the lines that stand before the line end.
func linesBefore(lines []int, end int) int {
	n := 0
	for n < len(lines) && lines[n] < end {
		n++
	}
	return n
}

// addCells joins each cell of a line to that of the row it goes on with.
func (p *Para) addCells(l Phrase) {
	start, k := 0, 0
	for i := 0; i <= len(l.Text); i++ {
		if i < len(l.Text) && l.Text[i] != '\t' {
			continue
		}
		c := l.Slice(start, i)
		start = i + 1
		switch {
		case k == len(p.Cells):
			p.Cells = append(p.Cells, c)
		case p.Cells[k].Text == "":
			p.Cells[k] = c
		case c.Text != "":
			p.Cells[k] = Join(" ", p.Cells[k], c)
		}
		k++
	}
	p.Phrase = Join("\t", p.Cells...)
}
