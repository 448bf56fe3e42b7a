package outline

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/normalize"
)

// A table copied out of a word processor or a spreadsheet has tabs between its cells, and its
// cells go on over lines:
//
//	TT	Nội dung	Đơn vị
//	chủ trì	Thời gian
//	1	Số hóa hồ sơ
//	hộ tịch	Phòng Tư pháp	Quý II
//	2	…
//
// Where each row begins, its number tells, or without numbers that the row before it is whole; how many
// cells it has, the head.

// mostSpilled is the most lines that a head or the last cell of a row has.
const mostSpilled = 12

// longestSpilled is the most lines over which a row goes on.
const longestSpilled = 100

// spilledTable reads the table whose head begins at lines[k]: its rows, and how many of the
// lines it takes; 0 where none begins there, or each of its rows is a line.
func spilledTable(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	first, _, ok := strings.Cut(t.Line(lines[k]), "\t")
	if !ok || strings.Contains(sourceLine(t, lines[k]), "|") {
		return nil, 0
	}
	s := spilled{t: t, lines: lines[k:]}
	readHead, readLine := s.readHead, s.readLine
	if m, known := Column(first); !known || m != "number" {
		readHead, readLine = s.readPlainHead, s.readPlainLine
	}
	if !readHead() {
		return nil, 0
	}
	for s.at < len(s.lines) && readLine() {
	}
	if s.close(); !s.sound() {
		return nil, 0
	}
	return s.rows, s.at
}

// spilled is such a table on its way.
type spilled struct {
	t       *normalize.Text
	lines   []int
	at      int // the next of lines to read
	heads   int // the lines of the head
	columns int
	rows    []*Para  // the head in one row or two, and the others
	next    int      // the number of the next row
	inner   []int    // the number of the row before where it has parts, "2.1"
	plain   bool     // there is no column of numbers
	means   []string // of each column, of a table without numbers
	whole   int      // the rows that have as many cells as the head, or head a group
	parted  bool     // a line ends within a cell that is not its row's last
	over    bool     // a row is no row: it has more cells than the head
}

// readHead reads the head, up to the first row.
func (s *spilled) readHead() bool {
	s.next = 1
	for ; s.at < len(s.lines) && s.at < mostSpilled; s.at++ {
		l := s.t.Line(s.lines[s.at])
		if s.at > 0 && (s.startsRow(l) || isHeaderRow(s.rows[0].Text) && s.headsRows(l)) {
			break
		}
		if n := len(s.rows); n == 0 || strings.HasPrefix(l, "\t") && len(s.rows[n-1].Cells) == s.columns {
			s.begin() // the lower row of a head begins with the cell below the number
		} else {
			s.goOn()
		}
		if len(s.rows) == 1 {
			s.columns = len(s.rows[0].Cells)
		}
	}
	s.heads = s.at
	if s.columns < leastColumns || s.columns > mostColumns || len(s.rows) > 2 || s.at == len(s.lines) {
		return false
	}
	first := s.t.Line(s.lines[s.at])
	return isHeaderRow(s.rows[0].Text) && (s.startsRow(first) || s.headsRows(first))
}

// readLine reads the next line, as the beginning of a row or more of one; false where the
// table ends before it.
func (s *spilled) readLine() bool {
	l := s.t.Line(s.lines[s.at])
	blank, _ := gap(s.t, s.lines[s.at-1], s.lines[s.at])
	open, full := s.rows[len(s.rows)-1], s.full() || blank && s.lacksLast()
	switch tabs := strings.Count(l, "\t"); {
	case s.startsRow(l):
		s.begin()
		if n, ok := rowNumber(l); ok {
			s.next = n + 1
		}
		s.inner = innerNumber(l)
	case s.headAgain():
		s.at += s.heads
		return s.sound()
	case isHeaderRow(l):
		return false // of another table
	case tabs == s.columns-1:
		s.begin()
	case full && strings.HasPrefix(l, "\t"):
		s.begin() // beside cells merged with those above
	case full && tabs > 0:
		return false
	case full && s.headsRows(l):
		s.begin()
	case full && !s.goesOnLast(l):
		return false
	default:
		s.goOn()
		s.over = len(open.Cells) > s.columns || s.lines[s.at]-open.first > longestSpilled
	}
	s.at++
	return !s.over
}

// readPlainHead reads the head of a table without numbers: a line, and those that go on with its last cell.
func (s *spilled) readPlainHead() bool {
	s.plain = true
	s.begin()
	for s.at++; s.at < len(s.lines) && s.at < mostSpilled && small(cell{Phrase: Phrase{Text: s.t.Line(s.lines[s.at])}}); s.at++ {
		s.goOn()
	}
	s.heads, s.columns = s.at, len(s.rows[0].Cells)
	for _, c := range s.rows[0].Cells {
		meaning, ok := Column(c.Text)
		if !ok {
			meaning, _ = columnByWord(c.Text)
		}
		s.means = append(s.means, meaning)
	}
	return s.columns >= leastColumns && s.columns <= mostColumns && isHeaderRow(s.rows[0].Text)
}

// readPlainLine is readLine for a table without numbers: a row begins where the one before it has all of its
// cells. What then stands in a line without tabs may be more of its last cell, or begin the first of the next.
func (s *spilled) readPlainLine() bool {
	l := s.t.Line(s.lines[s.at])
	blank, _ := gap(s.t, s.lines[s.at-1], s.lines[s.at])
	open, full := s.rows[len(s.rows)-1], s.full() || blank && s.lacksLast()
	switch tabs := strings.Count(l, "\t"); {
	case s.headAgain():
		s.at += s.heads
		return s.sound()
	case isHeaderRow(l), full && tabs == 0 && blank:
		return false
	case full && tabs > 0:
		s.begin()
	case full && s.headsPlainRows(l):
		s.begin()
	case full && !small(cell{Phrase: Phrase{Text: l}}):
		switch more, row := s.goesOnWith(l), s.opensCell(l); {
		case more == row:
			return false // nothing tells which
		case row:
			s.begin()
		default:
			s.goOn()
		}
	case !full && !s.goesOnWith(l):
		return false // the row lacks cells, and this is the next
	default:
		s.goOn()
		s.over = len(open.Cells) > s.columns || s.lines[s.at]-open.first > longestSpilled
	}
	s.at++
	return !s.over
}

// headsPlainRows reports whether a line without tabs heads a group, right before a row.
func (s *spilled) headsPlainRows(l string) bool {
	m := readMarker(l).Style
	return m >= Roman && m <= Dec1 && len(l) <= longestGroup && s.at+1 < len(s.lines) && strings.IndexByte(s.t.Line(s.lines[s.at+1]), '\t') >= 0
}

// goesOnWith reports whether a line may go on with the last cell of the open row, by its first letter and by
// what that cell's column tells.
func (s *spilled) goesOnWith(l string) bool {
	open := s.rows[len(s.rows)-1]
	n := min(len(open.Cells), s.columns) - 1
	if goesOnCell(l) || tied(open.Cells[n].Text) {
		return true
	}
	switch s.means[n] {
	case "lead", "cooperating", "executing":
		return namesBodyFirst(l)
	case "timeline":
		return timeBegins.MatchString(normalize.FoldInPlace(l))
	}
	return false
}

// opensCell reports whether a line begins the first cell of a row, with which the next line goes on.
func (s *spilled) opensCell(l string) bool {
	if s.at+1 == len(s.lines) {
		return false
	}
	next := s.t.Line(s.lines[s.at+1])
	blank, _ := gap(s.t, s.lines[s.at], s.lines[s.at+1])
	return !blank && (small(cell{Phrase: Phrase{Text: next}}) || tied(l))
}

// full reports whether the open row has all of its cells.
func (s *spilled) full() bool {
	return s.at == s.heads || len(s.rows[len(s.rows)-1].Cells) >= s.columns
}

// lacksLast reports whether the open row has all cells but the last, which is empty.
func (s *spilled) lacksLast() bool {
	return s.at > s.heads && len(s.rows[len(s.rows)-1].Cells) == s.columns-1
}

// startsRow reports whether a line begins with the number of the next row, of a group, or of
// one numbered anew.
func (s *spilled) startsRow(l string) bool {
	label, _, ok := strings.Cut(l, "\t")
	label = strings.Trim(label, " .")
	if !ok || label == "" || len(label) > 8 {
		return false
	}
	if n, ok := rowNumber(l); ok {
		return n == s.next || n == 1 || s.heads == 0 || s.full()
	}
	inner := strings.Trim(label, "0123456789.") == "" && strings.Contains(label, ".")
	return inner || romanNumber(label) > 0 || len(label) == 1 && label[0] >= 'A' && label[0] <= 'H'
}

// rowNumber returns the number that is the whole first cell of a line.
func rowNumber(l string) (n int, ok bool) {
	label, _, _ := strings.Cut(l, "\t")
	n, err := strconv.Atoi(strings.Trim(label, " ."))
	return n, err == nil && n > 0 && n < 1000
}

// innerNumber returns the parts of the number that is the whole first cell of a line where it has several,
// "2.1"; nil where it has not.
func innerNumber(l string) (parts []int) {
	label, _, ok := strings.Cut(l, "\t")
	label = strings.Trim(label, " .")
	if !ok || !strings.Contains(label, ".") || len(label) > 8 {
		return nil
	}
	for part := range strings.SplitSeq(label, ".") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}

// comesBehind reports whether a number of several parts is the one behind another: "1.2" or "2.1" behind "1.1".
func comesBehind(next, before []int) bool {
	for i := range min(len(next), len(before)) {
		if next[i] != before[i] {
			return next[i] == before[i]+1 && !slices.ContainsFunc(next[i+1:], func(n int) bool { return n != 1 })
		}
	}
	return len(before) > 0 && len(next) == len(before)+1 && next[len(before)] == 1
}

// headAgain reports whether the lines to come are those of the head.
func (s *spilled) headAgain() bool {
	if s.at+s.heads >= len(s.lines) {
		return false
	}
	for i := range s.heads {
		if s.t.Line(s.lines[s.at+i]) != s.t.Line(s.lines[i]) {
			return false
		}
	}
	return true
}

// headsRows reports whether a line without tabs heads a group: "II. Nhiệm vụ về hạ tầng" right
// before a row.
func (s *spilled) headsRows(l string) bool {
	m := readMarker(l).Style
	return (m >= Roman && m < Dash && m != Article && m != Annex || opensGroup(l)) && len(l) <= longestGroup && !strings.HasSuffix(l, ".") &&
		s.at+1 < len(s.lines) && s.startsRow(s.t.Line(s.lines[s.at+1]))
}

// goesOnLast reports whether a line goes on with the last cell of a row: another row follows
// soon, or the line cannot begin a paragraph.
func (s *spilled) goesOnLast(l string) bool {
	if blank, _ := gap(s.t, s.lines[s.at-1], s.lines[s.at]); blank {
		return false
	}
	for i := s.at + 1; i < len(s.lines) && i <= s.at+mostSpilled; i++ {
		next := s.t.Line(s.lines[i])
		if n, ok := rowNumber(next); (ok && n == s.next || comesBehind(innerNumber(next), s.inner)) && s.startsRow(next) {
			return true
		} else if isHeaderRow(next) {
			break // of another table
		}
	}
	return small(cell{Phrase: Phrase{Text: l}})
}

// begin makes a row of the next line.
func (s *spilled) begin() {
	s.close()
	s.rows = append(s.rows, s.cut())
}

// goOn adds the next line to the open row: what stands before its first tab belongs to the
// row's last cell.
func (s *spilled) goOn() {
	p, rest := s.rows[len(s.rows)-1], s.cut()
	n := len(p.Cells) - 1
	switch first := rest.Cells[0]; {
	case p.Cells[n].Text == "":
		p.Cells[n] = first
	case first.Text != "":
		p.Cells[n] = Join(between(p.Cells[n].Text, first.Text), p.Cells[n], first)
		p.Cells[n].lined = true
		s.parted = s.parted || len(rest.Cells) > 1
	}
	p.Cells, p.last = append(p.Cells, rest.Cells[1:]...), rest.last
	p.Phrase = Join("\t", p.Cells...)
}

// cut cuts the next line into cells.
func (s *spilled) cut() *Para {
	i := s.lines[s.at]
	p := &Para{text: s.t, first: i, last: i}
	p.cut()
	return p
}

// close ends the open row. A spreadsheet puts a cell of several lines in quotation marks.
func (s *spilled) close() {
	if len(s.rows) == 0 {
		return
	}
	p := s.rows[len(s.rows)-1]
	if len(p.Cells) == s.columns || len(p.Cells) <= 2 && p.first == p.last { // a group has its title alone
		s.whole++
	}
	for k, c := range p.Cells {
		if n := len(c.Text); c.lined && n > 2 && c.Text[0] == '"' && c.Text[n-1] == '"' {
			p.Cells[k] = c.Slice(1, n-1)
		}
	}
	p.Phrase = Join("\t", p.Cells...)
}

// sound reports whether the rows are those of the head, and lines end within their cells.
func (s *spilled) sound() bool {
	least := len(s.rows) * 3
	if s.plain {
		least = len(s.rows) * 4 // nothing else tells where a row begins
	}
	return s.parted && !s.over && len(s.rows) > 2 && s.whole*4 >= least
}
