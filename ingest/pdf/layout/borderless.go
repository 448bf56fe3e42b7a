package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// rowNumber reads what stands in the first column of a table without rules: "1", "2.".
var rowNumber = regexp.MustCompile(`^(\d{1,3})[.)]?$`)

// leastColumns is how many a table without rules must have to be told from a head and
// from two signatures side by side.
const leastColumns = 3

// borderless reads the table without rules that begins with the first line, and returns
// how many lines it takes; none where there is none. Such a table is sure only where its
// first column counts: a row begins with each number, the lines between belong to the
// row above, those in front of the first number are the head.
func borderless(lines []*textLine) (rows []Line, n int) {
	if len(lines[0].pieces) < leastColumns {
		return nil, 0
	}
	columns, n := commonColumns(lines)
	if len(columns) < leastColumns {
		return nil, 0
	}
	t := &table{loose: true, ys: []float64{lines[0].y, lines[n-1].y}}
	for _, c := range columns {
		t.xs = append(t.xs, c.from)
	}
	t.xs = append(t.xs, columns[len(columns)-1].to)
	last, numbered := 0, 0
	for i, l := range lines[:n] {
		cells := make([]string, len(columns))
		for _, p := range l.pieces {
			c := columnOf(columns, p)
			cells[c] = strings.TrimSpace(cells[c] + " " + p.text)
		}
		number := rowNumber.FindStringSubmatch(cells[0])
		switch {
		case number != nil:
			k, _ := strconv.Atoi(number[1])
			if numbered > 0 && k != last+1 {
				n = i
			}
			last = k
			numbered++
		case numbered > 0 && (cells[0] != "" || lines[i-1].y-l.y > closeLine*l.size):
			n = i // the text goes on below the table
		}
		if n == i {
			break
		}
		if number != nil || rows == nil {
			rows = append(rows, Line{Cells: make([]string, len(columns)), x0: t.xs[0], x1: t.xs[len(t.xs)-1], y: l.y, size: l.size, table: t})
		}
		row := rows[len(rows)-1].Cells
		for c, text := range cells {
			if text != "" {
				row[c] = strings.Join(appendPart(nonEmpty(row[c]), text), " ")
			}
		}
	}
	if numbered < 2 {
		return nil, 0
	}
	return rows, n
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
