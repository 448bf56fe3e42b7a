package outline

import (
	"strconv"
	"strings"

	"kehoach/normalize"
)

// A table copied out of a browser may come with each cell on a line of its own: the heads
// of its columns one below the other, then "1", the cells of the first row, "2", …. Where
// each row begins, its number tells; a row with fewer lines or more than there are columns
// leaves open which cell is which, and is kept as its number and its first cell.

// columns a stacked table has, at least and at most.
const leastColumns, mostColumns = 3, 10

// longestNumberHead is the bytes of the longest head of a column of numbers, "Số thứ tự".
const longestNumberHead = 20

// stackedTable reads the table whose first column's head is lines[k]: its rows, and how
// many of the lines it takes; 0 where none begins there.
func stackedTable(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	if s := t.Line(lines[k]); len(s) > longestNumberHead {
		return nil, 0
	} else if m, ok := Column(s); !ok || m != "number" {
		return nil, 0
	}
	s := stacked{t: t, from: lines[k]}
	if !s.readHead() {
		return nil, 0
	}
	for s.readRow() {
	}
	if len(s.rows) < 3 { // the head and two rows
		return nil, 0
	}
	return s.rows, linesBefore(lines[k:], s.lines[s.at-1]+1)
}

// stacked is such a table on its way.
type stacked struct {
	t       *normalize.Text
	lines   []int // with text, those too that hold a number alone and may be a page's
	from    int   // the line of the file behind them
	at      int   // the next line to read
	columns int
	next    int // the number of the next row
	rows    []*Para
}

// line returns the j-th line of the table, "" behind the last of the file.
func (s *stacked) line(j int) string {
	for ; j >= len(s.lines) && s.from < len(s.t.Lines); s.from++ {
		if kind := s.t.Lines[s.from].Kind; kind == normalize.Content || kind == normalize.PageNumber {
			s.lines = append(s.lines, s.from)
		}
	}
	if j >= len(s.lines) {
		return ""
	}
	return s.t.Line(s.lines[j])
}

// readHead reads the heads of the columns, up to the number of the first row.
func (s *stacked) readHead() bool {
	known := 0
	for s.columns = 0; s.columns <= mostColumns && !s.isNumber(s.columns, 1) && !s.isGroup(s.columns); s.columns++ {
		l := s.line(s.columns)
		if l == "" || strings.IndexByte(l, '\t') >= 0 {
			return false
		}
		if _, ok := Column(l); ok {
			known++
		}
	}
	if s.columns < leastColumns || s.columns > mostColumns || known*3 < s.columns*2 {
		return false
	}
	s.next = 1
	s.add(0, s.columns)
	s.at = s.columns
	return true
}

// readRow reads the next row, or the heading of a group before it.
func (s *stacked) readRow() bool {
	if s.isGroup(s.at) {
		s.add(s.at, s.at+2)
		s.at += 2
		return true
	}
	if !s.isNumber(s.at, s.next) {
		return false
	}
	end := s.endOfRow()
	if end < s.at+2 {
		return false
	}
	if end == s.at+s.columns {
		s.add(s.at, end)
	} else {
		s.add(s.at, s.at+2)
	}
	s.at, s.next = end, s.next+1
	return true
}

// endOfRow returns the line behind the row that begins at s.at: where the next row or a
// group begins, before a heading, else where all columns are filled.
func (s *stacked) endOfRow() int {
	full := s.at + s.columns
	for j := s.at + 2; j <= s.at+2*s.columns && s.line(j) != ""; j++ {
		if s.isNumber(j, s.next+1) && (j == full || s.t.Lines[s.lines[j]].Kind == normalize.Content) || s.isGroup(j) {
			return j
		}
	}
	for j := s.at + 1; j < full; j++ {
		if m := readMarker(s.line(j)); s.line(j) == "" || m.Style != None && m.Style <= Article {
			return j
		}
	}
	return full
}

// isNumber reports whether the j-th line is the number n and nothing else.
func (s *stacked) isNumber(j, n int) bool {
	return strings.Trim(s.line(j), " .") == strconv.Itoa(n)
}

// isGroup reports whether the j-th line is "I" or "A" alone, and a number follows the line
// below it.
func (s *stacked) isGroup(j int) bool {
	label := strings.Trim(s.line(j), " .")
	return (romanNumber(label) > 0 || len(label) == 1 && label[0] >= 'A' && label[0] <= 'H') && s.isNumber(j+2, max(s.next, 1))
}

// add makes a row of the lines from i up to j.
func (s *stacked) add(i, j int) {
	p := &Para{text: s.t, first: s.lines[i], last: s.lines[j-1]}
	for _, l := range s.lines[i:j] {
		p.Cells = append(p.Cells, phrase(s.t, s.t.Lines[l].Span))
	}
	p.Phrase = Join("\t", p.Cells...)
	s.rows = append(s.rows, p)
}
