package outline

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/normalize"
)

// A table copied out of a browser may come with its cells one below the other: the heads
// of its columns, then "1", the cells of the first row, "2", …. Where each row begins, its
// number tells; a row with fewer cells than there are columns leaves open which is which,
// and is kept as its number and its first cell.

// columns a stacked table has, at least and at most.
const leastColumns, mostColumns = 3, 10

// longestNumberHead is the bytes of the longest head of a column of numbers, "Số thứ tự".
const longestNumberHead = 20

// stackedTable reads the table whose first column's head is lines[k]: its rows, and how
// many of the lines it takes; 0 where none begins there.
func stackedTable(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	head, _, inLine := strings.Cut(t.Line(lines[k]), "\t")
	if len(head) > longestNumberHead {
		return nil, 0
	} else if m, ok := Column(head); !ok || m != "number" {
		return nil, 0
	}
	barred := isBarredCell(t, lines[k])
	if inLine && !barred {
		return nil, 0
	}
	ways := []func(*cells) bool{byBlock, byLine, byGap}
	if barred {
		ways = []func(*cells) bool{byBar}
	}
	best := -1
	for _, way := range ways {
		s := stacked{cells: cells{t: t, read: way, from: lines[k]}, barred: barred}
		end := s.readTable()
		if n := s.whole(); end >= 0 && n > best {
			rows, taken, best = s.rows, linesBefore(lines[k:], end+1), n
		}
		if end >= 0 && best == len(s.rows) {
			break
		}
	}
	return rows, taken
}

// whole returns how many rows were read with all of their cells, or head a group.
func (s *stacked) whole() int {
	n := 0
	for _, p := range s.rows {
		if len(p.Cells) == s.columns || romanNumber(p.Cells[0].Text) > 0 {
			n++
		}
	}
	return n
}

// isBarredCell reports whether the text of a line is a cell that a bar ends: at its end or
// on the next line.
func isBarredCell(t *normalize.Text, i int) bool {
	if s := strings.TrimSpace(sourceLine(t, i)); s == "" || strings.HasSuffix(s, "|") {
		return s != ""
	}
	for i++; i < len(t.Lines); i++ {
		if s := strings.TrimSpace(sourceLine(t, i)); s != "" {
			return s[0] == '|'
		}
	}
	return false
}

// stacked is such a table on its way.
type stacked struct {
	cells
	barred  bool // it is certain where each cell ends
	at      int  // the next cell to read
	columns int
	means   []string // of each column, as Column gives them
	next    int      // the number of the next row
	inside  string   // what stands before it: "2." where the rows are 2.1, 2.2, …
	rows    []*Para
}

// readTable reads the whole table and returns its last line; -1 where it is none.
func (s *stacked) readTable() int {
	if !s.readHead() {
		return -1
	}
	for s.readRow() {
	}
	if len(s.rows) < 3 { // the head and two rows
		return -1
	}
	last := s.rows[len(s.rows)-1].last
	if s.barred && last-s.rows[0].first < len(s.rows) {
		return -1 // each row is a line: nothing is stacked
	}
	return last
}

// readHead reads the heads of the columns, up to the number of the first row.
func (s *stacked) readHead() bool {
	known := 0
	for s.columns = 0; s.columns <= mostColumns && !s.isNumber(s.columns, 1) && s.groupAt(s.columns, 1) == 0; s.columns++ {
		l := s.text(s.columns)
		if l == "" || strings.IndexByte(l, '\t') >= 0 {
			return false
		}
		m, ok := Column(l)
		if ok {
			known++
		}
		s.means = append(s.means, m)
	}
	if s.columns < leastColumns || s.columns > mostColumns || known*3 < s.columns*2 {
		return false
	}
	s.next, s.at = 1, s.columns
	s.add(s.partHeads(s.all[:s.columns]))
	return true
}

// partHeads puts the lower row of a head in the place of the cell that it parts: of "TT,
// Nội dung, Cơ quan thực hiện, Thời gian, Chủ trì, Phối hợp" the last two stand below the
// third, if the rows have a cell less than that.
func (s *stacked) partHeads(heads []cell) []cell {
	n := len(heads)
	upper, lower := s.means[:n-2], s.means[n-2:]
	whole := ""
	switch {
	case lower[0] == "lead" && lower[1] == "cooperating":
		whole = "executing"
	case lower[0] == "begins" && lower[1] == "ends":
		whole = "timeline"
	}
	i := slices.Index(upper, whole)
	if whole == "" || i < 0 || slices.Contains(upper, lower[0]) || s.firstRow() != n-1 {
		return heads
	}
	s.columns--
	s.means = slices.Concat(upper[:i], lower, upper[i+1:])
	return slices.Concat(heads[:i], heads[n-2:], heads[i+1:n-2])
}

// firstRow returns how many cells the first row has; 0 where that does not show.
func (s *stacked) firstRow() int {
	from, inside := s.innerGroup(s.at)
	if from == 0 {
		from = max(s.at, s.groupAt(s.at, 1))
	}
	defer func(before string) { s.inside = before }(s.inside)
	s.inside = inside
	for n := leastColumns; n <= mostColumns; n++ {
		if s.isNumber(from+n, 2) {
			return n
		}
	}
	return 0
}

// readRow reads the next row, or the heading of a group before it.
func (s *stacked) readRow() bool {
	end, inside := s.innerGroup(s.at)
	if end > 0 {
		s.inside, s.next = inside, 1
	} else {
		end = s.groupAt(s.at, s.next)
	}
	if end > 0 {
		s.add([]cell{s.all[s.at], joined(s.all[s.at+1 : end])})
		s.at = end
		return true
	}
	if s.next > 1 && s.isNumber(s.at, 1) && !s.isNumber(s.at, s.next) && len(s.rows[len(s.rows)-1].Cells) == 2 {
		s.next = 1 // numbered anew in each group
	}
	if !s.isNumber(s.at, s.next) {
		return false
	}
	if end = s.endOfRow(); end < s.at+2 {
		return false
	}
	row := s.all[s.at:end]
	all := row
	if len(row) > s.columns && !s.barred {
		row = s.settle(row)
	}
	if len(row) == s.columns {
		s.add(row)
	} else {
		s.addSome(row[:2], all)
	}
	s.at, s.next = end, s.next+1
	return true
}

// endOfRow returns the cell behind the row that begins at s.at: where the next row or a
// group begins, before a heading, else where all columns are filled.
func (s *stacked) endOfRow() int {
	full := s.at + s.columns
	most := s.at + 3*s.columns
	if s.barred {
		most = full
	}
	for j := s.at + 2; j <= most; j++ {
		x, ok := s.cells.at(j)
		if !ok {
			break
		}
		if s.isNumber(j, s.next+1) && (j == full || !x.doubtful || !s.numberedAgain(j)) || x.opens || s.groupAt(j, s.next+1) > 0 {
			return j
		}
		if end, _ := s.innerGroup(j); end > 0 {
			return j
		}
	}
	for j := s.at + 1; j < full; j++ {
		x, ok := s.cells.at(j)
		if m := readMarker(x.Text); !ok || m.Style != None && m.Style <= Article && !s.barred {
			return j
		}
	}
	return s.endOfLast(full)
}

// numberedAgain reports whether the number of the next row, which stands in the j-th cell,
// stands again soon: this one is that of a page then.
func (s *stacked) numberedAgain(j int) bool {
	for k := j + 1; k <= j+s.columns+2; k++ {
		if s.isNumber(k, s.next+1) {
			return true
		}
	}
	return false
}

// isNumber reports whether the j-th cell is the number n and nothing else.
func (s *stacked) isNumber(j, n int) bool {
	text, ok := strings.CutPrefix(strings.Trim(s.text(j), " ."), s.inside)
	return ok && (text == strconv.Itoa(n) || n < 10 && text == "0"+strconv.Itoa(n))
}

// innerGroup returns the cell behind the heading of a group that is numbered as the rows
// below it are, "2" before "2.1", and what stands before their numbers.
func (s *stacked) innerGroup(j int) (end int, inside string) {
	label := strings.Trim(s.text(j), " .")
	outer := label[:strings.LastIndexByte(label, '.')+1]
	if n, err := strconv.Atoi(label[len(outer):]); err != nil || n < 1 || n > 99 {
		return 0, ""
	}
	for k := j + 2; k <= j+mostColumns; k++ {
		x, ok := s.cells.at(k)
		switch text := strings.Trim(x.Text, " ."); {
		case !ok:
			return 0, ""
		case text == label+".1":
			return k, label + "."
		case s.barred && text != "", !s.barred && k == j+longestTitle:
			return 0, ""
		}
	}
	return 0, ""
}

// groupAt returns the cell behind the heading of a group that begins at the j-th cell: "I"
// or "A" alone and its title, before row n or one numbered anew; 0 where none begins there.
func (s *stacked) groupAt(j, n int) int {
	label := strings.Trim(s.text(j), " .")
	if romanNumber(label) == 0 && (len(label) != 1 || label[0] < 'A' || label[0] > 'H') {
		return 0
	}
	for k := j + 2; k <= j+mostColumns; k++ {
		x, ok := s.cells.at(k)
		switch {
		case !ok:
			return 0
		case s.isNumber(k, n) || s.isNumber(k, 1):
			return k
		case s.barred && x.Text != "", !s.barred && k == j+longestTitle:
			return 0
		}
	}
	return 0
}

// longestTitle is one more than the most lines that the title of a group has.
const longestTitle = 5

// add makes a row of cells.
func (s *stacked) add(row []cell) {
	p := &Para{text: s.t, first: row[0].first, last: row[len(row)-1].last}
	for _, c := range row {
		p.Cells = append(p.Cells, c.Phrase)
	}
	p.Phrase = Join("\t", p.Cells...)
	s.rows = append(s.rows, p)
}

// addSome makes a row of those of its cells that are certain; the text of the others is kept.
func (s *stacked) addSome(certain, all []cell) {
	s.add(certain)
	p := s.rows[len(s.rows)-1]
	phrases := slices.Clone(p.Cells)
	for _, c := range all {
		if c.first > p.last {
			phrases = append(phrases, c.Phrase)
		}
	}
	p.Phrase, p.last = Join("\t", phrases...), max(p.last, all[len(all)-1].last)
}
