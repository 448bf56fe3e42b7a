package layout

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"kehoach/ingest/pdf/content"
	"kehoach/ingest/source"
)

// table is a grid of fields. Where no rule parts two fields they are one cell, which
// stands at the upper left of them; the others stay empty.
type table struct {
	xs, ys []float64 // ys from the top
	cell   []int     // for each field, row by row: the field in which its cell begins
	glyphs map[int][]content.Glyph
	aside  map[int][]content.Glyph // those that run in another direction, turned

	pad float64 // how far from its rules its text begins

	loose               bool // it has no rules, its columns are where its text stands
	openTop, openBottom bool // no rule closes it: the first or last row goes on over a page break
}

// newTables makes tables of a group of rules that touch. It is one, unless tables of
// different columns stand right below each other.
func newTables(g *group) (tables []*table) {
	if len(g.across) == 0 || len(g.down) == 0 {
		return nil
	}
	xs, ys := g.grid()
	if len(xs) < 3 || len(ys) < 2 || len(xs)*len(ys) > maxFields {
		return nil
	}
	for start := 0; start+1 < len(ys); {
		columns, end := stretch(g, xs, ys, start)
		t := &table{xs: columns, ys: ys[start : end+1], glyphs: map[int][]content.Glyph{}, aside: map[int][]content.Glyph{}}
		t.openTop, t.openBottom = g.openTop && start == 0, g.openBottom && end == len(ys)-1
		t.merge(g.across, g.down)
		if len(columns) >= 3 {
			tables = append(tables, t)
		}
		start = end
	}
	return tables
}

// stretch returns the columns of the table whose first row is start, and the row
// behind its last: the rows go on as long as one of them has all the columns that any
// of them has.
func stretch(g *group, xs, ys []float64, start int) (columns []float64, end int) {
	parted := func(r int) []bool {
		row := make([]bool, len(xs))
		for c, x := range xs {
			row[c] = covers(g.down, x, (ys[r]+ys[r+1])/2)
		}
		return row
	}
	most := parted(start)
	for end = start + 1; end+1 < len(ys); end++ {
		row := parted(end)
		switch {
		case within(row, most):
		case within(most, row):
			most = row
		default:
			return marked(xs, most), end
		}
	}
	return marked(xs, most), end
}

func within(a, b []bool) bool {
	for i := range a {
		if a[i] && !b[i] {
			return false
		}
	}
	return true
}

func marked(xs []float64, marks []bool) (out []float64) {
	for i, x := range xs {
		if marks[i] {
			out = append(out, x)
		}
	}
	return out
}

func (t *table) columns() int { return len(t.xs) - 1 }
func (t *table) rows() int    { return len(t.ys) - 1 }
func (t *table) top() float64 { return t.ys[0] }

// merge finds the cell of each field from those to the left and above.
func (t *table) merge(across, down []content.Rule) {
	cols := t.columns()
	t.cell = make([]int, cols*t.rows())
	for r := range t.rows() {
		middle := (t.ys[r] + t.ys[r+1]) / 2
		for c := range cols {
			i := r*cols + c
			t.cell[i] = i
			center := (t.xs[c] + t.xs[c+1]) / 2
			switch {
			case c > 0 && !covers(down, t.xs[c], middle):
				t.cell[i] = t.cell[i-1]
			case r > 0 && !covers(across, center, t.ys[r]):
				t.cell[i] = t.cell[i-cols]
			}
		}
	}
}

// putInTable gives a glyph to the cell in which it stands.
func putInTable(tables []*table, g content.Glyph) bool {
	t, field := cellAt(tables, g.X+g.Width/2, g.Y+0.3*g.Size)
	if t == nil {
		return false
	}
	t.glyphs[field] = append(t.glyphs[field], g)
	return true
}

// aside gives glyphs that run in another direction than the tables, and are turned, to
// the cells in which they stand, and returns the others.
func aside(tables []*table, glyphs []content.Glyph, main, other direction) (free []content.Glyph) {
	if main.quarter == oblique || other.quarter == oblique {
		return glyphs
	}
	for _, g := range glyphs {
		x, y := main.at(other, g.X+g.Width/2, g.Y+0.3*g.Size)
		t, field := cellAt(tables, x, y)
		if t == nil {
			free = append(free, g)
			continue
		}
		t.aside[field] = append(t.aside[field], g)
	}
	return free
}

// cellAt returns the table at a point and the field in which the cell there begins.
func cellAt(tables []*table, x, y float64) (*table, int) {
	for _, t := range tables {
		if x < t.xs[0]-1 || x > t.xs[len(t.xs)-1]+1 || y > t.ys[0]+1 || y < t.ys[len(t.ys)-1]-1 {
			continue
		}
		return t, t.cell[index(t.ys, y)*t.columns()+index(t.xs, x)]
	}
	return nil, 0
}

// lines returns the rows that have text, and lets the glyphs go.
func (t *table) lines() []Line {
	defer func() { t.glyphs, t.aside = nil, nil }()
	t.pad = t.padding()
	var out []Line
	for r := range t.rows() {
		cells := make([]string, t.columns())
		any := false
		above := make([]bool, t.columns())
		var doubts []string
		for c := range cells {
			field := r*t.columns() + c
			cells[c] = t.text(field)
			above[c] = t.cell[field] < r*t.columns() && t.cell[field]%t.columns() == c
			any = any || cells[c] != ""
			doubts = append(doubts, doubtful(t.glyphs[field])...)
		}
		if any {
			out = append(out, Line{Cells: cells, above: above, Doubts: doubts, x0: t.xs[0], x1: t.xs[len(t.xs)-1], y: t.ys[r], table: t})
		}
	}
	return out
}

// doubtful returns the words among glyphs that were recognised and are not sure.
func doubtful(glyphs []content.Glyph) (words []string) {
	for _, g := range glyphs {
		if g.Doubt {
			words = append(words, strings.TrimSpace(g.Text))
		}
	}
	return words
}

// text returns the lines of a cell joined with blanks, its paragraphs as those of a File's cell.
func (t *table) text(field int) string {
	var parts []string
	if len(t.glyphs[field]) > 0 {
		parts = t.joined(field, linesOf(t.glyphs[field]))
	}
	for _, l := range linesOf(t.aside[field]) {
		parts = appendPart(parts, l.text())
	}
	return strings.ReplaceAll(strings.Join(parts, " "), source.CellBreak+" ", source.CellBreak)
}

// joined returns the lines of a cell, each that ended on purpose with a mark behind it.
func (t *table) joined(field int, lines []*textLine) (parts []string) {
	left, right := t.sides(field)
	margin := right - left
	for _, l := range lines {
		margin = max(0, min(margin, l.x0()-left))
	}
	for i, l := range lines {
		if pad := min(margin, t.pad); i > 0 && forced(lines[i-1], l, left+pad, right-pad) {
			parts[len(parts)-1] += l.text()
			continue
		}
		if i > 0 && endedEarly(lines[i-1], l, left+margin, right-margin) {
			parts[len(parts)-1] += source.CellBreak
		}
		parts = appendPart(parts, l.text())
	}
	return parts
}

// roomLeft is what a line of a cell leaves free beyond the next word, in sizes of the type, to have
// ended on purpose.
const roomLeft = 0.8

// endedEarly reports whether a line of a cell between two margins ended on purpose: the first word of
// the next would have stood on it too.
func endedEarly(line, next *textLine, left, right float64) bool {
	text := next.text()
	word, _, _ := strings.Cut(text, " ")
	if bullet.MatchString(word) { // it does not stand alone
		_, rest, _ := strings.Cut(text, " ")
		word, _, _ = strings.Cut(rest, " ")
	}
	width := (next.x1() - next.x0()) * float64(utf8.RuneCountInString(word)) / float64(max(1, utf8.RuneCountInString(text)))
	free := right - line.x1()
	if before := line.x0() - left; before > line.size && math.Abs(before-free) < line.size {
		free += before // it is centred
	}
	return free > width+roomLeft*line.size
}

// bullet reads the mark of an entry.
var bullet = regexp.MustCompile(`^[-+–•*]$`)

// sides returns where the cell that begins in a field begins and ends.
func (t *table) sides(field int) (left, right float64) {
	c := field % t.columns()
	end := c + 1
	for end < t.columns() && t.cell[field-c+end] == field {
		end++
	}
	return t.xs[c], t.xs[end]
}

// date reads a day that is complete.
var date = regexp.MustCompile(`\d{1,2}/\d{1,2}/(19|20)\d{2}$`)

// appendPart adds a line of a cell. A code that broke at a hyphen and a day that broke
// anywhere are put together.
func appendPart(parts []string, line string) []string {
	n := len(parts)
	if n == 0 {
		return append(parts, line)
	}
	last := parts[n-1]
	word, _, _ := strings.Cut(line, " ")
	word = strings.TrimRight(word, ".,;")
	begun := last[strings.LastIndexByte(last, ' ')+1:]
	split := word != "" && strings.Contains(begun, "/") && !date.MatchString(last) && date.MatchString(last+word) && len(word) < 10
	if split || brokenCode(last, line) {
		parts[n-1] += line
		return parts
	}
	return append(parts, line)
}
