package layout

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// rowNumber reads what stands in the first column of a table without rules: "1", "2.".
var rowNumber = regexp.MustCompile(`^(\d{1,3})[.)]?$`)

// leastColumns is how many a table without rules must have to be told from a head and
// from two signatures side by side.
const leastColumns = 3

// mostLines bounds the lines that are looked at: pages have 100.
const mostLines = 500

// borderless reads the table without rules that begins with the first line, and returns
// how many lines it takes; none where there is none. Such a table is sure only where its
// first column counts (see counted), or where most of its rows begin in all columns (see
// filled).
func borderless(lines []*textLine) (rows []Line, n int) {
	if len(lines[0].pieces) < leastColumns {
		return nil, 0
	}
	columns, n := commonColumns(lines[:min(len(lines), mostLines)])
	if len(columns) < leastColumns {
		return nil, 0
	}
	b := &looseTable{lines: lines[:n], least: math.Inf(1), table: &table{loose: true, ys: []float64{lines[0].y, lines[n-1].y}}}
	for _, c := range columns {
		b.table.xs = append(b.table.xs, c.from)
	}
	b.table.xs = append(b.table.xs, columns[len(columns)-1].to)
	for i, l := range b.lines {
		if i > 0 {
			b.least = min(b.least, lines[i-1].y-l.y)
		}
		cells := make([]string, len(columns))
		for _, p := range l.pieces {
			c := columnOf(columns, p)
			cells[c] = strings.TrimSpace(cells[c] + " " + p.text)
		}
		b.cells = append(b.cells, cells)
	}
	if rows, n = b.counted(); n == 0 {
		rows, n = b.filled()
	}
	return rows, n
}

// looseTable is what may be a table without rules: lines and, for each, the text in each
// column.
type looseTable struct {
	lines []*textLine
	cells [][]string
	least float64 // the least distance of two lines
	table *table
}

// counted reads a table whose first column counts: a row begins with each number, the
// lines between belong to the row above, those in front of the first number are the head.
func (b *looseTable) counted() (rows []Line, n int) {
	last, numbered := 0, 0
	for i, l := range b.lines {
		number := rowNumber.FindStringSubmatch(b.cells[i][0])
		switch {
		case number != nil:
			k, _ := strconv.Atoi(number[1])
			if numbered > 0 && k != last+1 {
				return b.enough(rows, i, numbered)
			}
			last = k
			numbered++
		case numbered > 0 && (b.cells[i][0] != "" || b.lines[i-1].y-l.y > closeLine*l.size):
			return b.enough(rows, i, numbered)
		}
		rows = b.add(rows, i, number != nil)
	}
	return b.enough(rows, len(b.lines), numbered)
}

func (b *looseTable) enough(rows []Line, n, numbered int) ([]Line, int) {
	if numbered < 2 {
		return nil, 0
	}
	return rows, n
}

// add puts a line into a new row, or into the last one.
func (b *looseTable) add(rows []Line, i int, begins bool) []Line {
	l := b.lines[i]
	if begins || rows == nil {
		xs := b.table.xs
		rows = append(rows, Line{Cells: make([]string, len(b.cells[i])), x0: xs[0], x1: xs[len(xs)-1], y: l.y, size: l.size, table: b.table})
	}
	row := rows[len(rows)-1].Cells
	for c, text := range b.cells[i] {
		if text != "" {
			row[c] = strings.Join(appendPart(nonEmpty(row[c]), text), " ")
		}
	}
	return rows
}

// leastFilled is how many rows, with the head, make a table that does not count.
const leastFilled = 3

// filled reads a table each of whose rows begins in all columns; other lines belong to the
// row above. Where rows have more room above them than their own lines, that tells where
// they begin, else a capital does. Of columns of running text most lines are filled and
// begin neither so.
func (b *looseTable) filled() (rows []Line, n int) {
	for _, begins := range []func(i int) bool{b.apart, b.capital} {
		var found []Line
		starts, others := 0, 0
		for i, cells := range b.cells {
			full := !slices.Contains(cells, "")
			first := full && (i == 0 || begins(i))
			switch {
			case first:
				starts++
			case full:
				others++
			}
			found = b.add(found, i, first)
		}
		if starts >= leastFilled && others*3 <= starts {
			return found, len(b.lines)
		}
	}
	return nil, 0
}

// apart reports whether a line has clearly more room above it than the closest ones of the
// table have.
func (b *looseTable) apart(i int) bool { return b.lines[i-1].y-b.lines[i].y > 1.25*b.least }

// capital reports whether the first cell of a line does not begin with a small letter.
func (b *looseTable) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(b.cells[i][0])
	return !unicode.IsLower(r)
}

// commonColumns returns the columns of the first line and of as many below it as have
// them too, and how many lines these are.
func commonColumns(lines []*textLine) (columns []gutter, n int) {
	for i, l := range lines {
		if i > 0 && lines[i-1].y-l.y > blockGap*max(l.size, lines[i-1].size) {
			break
		}
		next := slices.Clone(columns)
		for _, p := range l.pieces {
			next = append(next, gutter{p.x0, p.x1})
		}
		if next = united(next, gutterMin*l.size); len(next) < leastColumns {
			break
		}
		columns, n = next, i+1
	}
	return columns, n
}

// united joins stretches that touch, or nearly so.
func united(stretches []gutter, gap float64) []gutter {
	slices.SortFunc(stretches, func(a, b gutter) int { return cmp.Compare(a.from, b.from) })
	out := stretches[:0]
	for _, s := range stretches {
		if k := len(out) - 1; k >= 0 && s.from-out[k].to < gap {
			out[k].to = max(out[k].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

func columnOf(columns []gutter, p piece) int {
	for c, s := range columns {
		if p.x0 <= s.to {
			return c
		}
	}
	return len(columns) - 1
}
