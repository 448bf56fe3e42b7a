package outline

import (
	"strings"
	"unicode/utf8"

	"kehoach/normalize"
)

// A table whose columns are set apart by blanks alone has cells of several lines: what
// belongs to which cell shows only in where it stands on its line. Such a table begins
// with a line that names columns and holds no tab or bar, and ends before a line that
// does not fit its columns.

// A bit is a stretch of a line between two gaps, and where it stands: from the column at
// to the column before end, counted in letters of the line as read.
type bit struct {
	Phrase
	at, end int
}

// alignedTable reads the table that begins at lines[k]: its rows, and how many of the
// lines it takes; 0 where none begins there.
func alignedTable(t *normalize.Text, lines []int, k int) (rows []*Para, taken int) {
	if !isHeaderRow(t.Line(lines[k])) || strings.ContainsAny(sourceLine(t, lines[k]), "\t|") {
		return nil, 0
	}
	head := bits(t, lines[k])
	a := aligned{t: t}
	for _, b := range head {
		a.columns = append(a.columns, b.at)
		meaning, _ := Column(b.Text)
		a.meanings = append(a.meanings, meaning)
	}
	a.add(lines[k], head, true)
	taken = 1
	for _, i := range lines[k+1:] {
		if sourceLine(t, i) != "" && strings.ContainsAny(sourceLine(t, i), "\t|") {
			break
		}
		bs := bits(t, i)
		if !a.fits(bs) || a.isHeading(bs) && !a.rowFollows(lines[k+taken+1:]) {
			break
		}
		a.add(i, bs, a.begins(bs, i, lines[k+taken-1]))
		taken++
	}
	if taken == 1 {
		return nil, 0
	}
	return a.rows, taken
}

// aligned is a table on its way.
type aligned struct {
	t        *normalize.Text
	columns  []int    // where each begins
	meanings []string // of each, as Column gives them
	rows     []*Para
}

// column returns the column in which b stands: the last that begins at or a little
// behind its first letter.
func (a *aligned) column(b bit) int {
	k := 0
	for i, at := range a.columns {
		if at <= b.at+2 {
			k = i
		}
	}
	return k
}

// fits reports whether a line can be part of the table: each bit within one column, and
// not all of it at the left margin of the text, where the document goes on.
func (a *aligned) fits(bs []bit) bool {
	if len(bs) == 0 {
		return false
	}
	for _, b := range bs {
		k := a.column(b)
		if k+1 < len(a.columns) && b.end > a.columns[k+1]+1 {
			return len(bs) == 1 && b.at >= a.columns[0] && a.isGroup(b)
		}
	}
	if len(bs) == 1 && a.column(bs[0]) == 0 {
		m := readMarker(bs[0].Text)
		return m.Style == None && utf8.RuneCountInString(bs[0].Text) <= 8
	}
	return true
}

// isHeading reports whether a line is one text across columns.
func (a *aligned) isHeading(bs []bit) bool {
	k := a.column(bs[0])
	return len(bs) == 1 && k+1 < len(a.columns) && bs[0].end > a.columns[k+1]+1
}

// rowFollows reports whether the next line is a row: what stands above it is the heading
// of a group, else that of the document's next section.
func (a *aligned) rowFollows(lines []int) bool {
	if len(lines) == 0 {
		return false
	}
	bs := bits(a.t, lines[0])
	return len(bs) > 1 && a.fits(bs) || len(bs) == 1 && a.isHeading(bs) && a.fits(bs)
}

// isGroup reports whether a line across the columns is the heading of a group of rows.
func (a *aligned) isGroup(b bit) bool {
	m := readMarker(b.Text)
	return m.Style == Roman || m.Style == Upper || strings.HasPrefix(normalize.Fold(b.Text), "nhóm")
}

// begins reports whether a line begins a row: its number stands in it; without a column
// of numbers, its title does and a blank line or another filled column stands by.
func (a *aligned) begins(bs []bit, line, before int) bool {
	first := a.column(bs[0])
	if a.meanings[0] == "number" {
		return first == 0
	}
	blank, page := gap(a.t, before, line)
	return first == 0 && (blank || page || len(bs) >= max(2, len(a.columns)-1))
}

// add puts the bits of a line into the last row, or into a new one.
func (a *aligned) add(line int, bs []bit, begins bool) {
	if begins || len(a.rows) == 0 {
		a.rows = append(a.rows, &Para{text: a.t, first: line, last: line, Cells: make([]Phrase, len(a.columns))})
	}
	p := a.rows[len(a.rows)-1]
	p.last = line
	for _, b := range bs {
		k := a.column(b)
		if p.Cells[k].Text == "" {
			p.Cells[k] = b.Phrase
		} else {
			p.Cells[k] = Join(" ", p.Cells[k], b.Phrase)
		}
	}
	p.Phrase = Join("\t", p.Cells...)
}

// bits cuts a line where two blanks or more part it.
func bits(t *normalize.Text, line int) []bit {
	l := t.Lines[line]
	var out []bit
	start := l.Start
	cut := func(end int) {
		if end > start {
			out = append(out, newBit(t, line, normalize.Span{Start: start, End: end}))
		}
	}
	for i := l.Start; i < l.End; i++ {
		c := t.Body[i]
		if c != '\t' && c != ' ' {
			continue
		}
		if s := t.Source(normalize.Span{Start: i, End: i + 1}); c == '\t' || s.End-s.Start >= 2 {
			cut(i)
			start = i + 1
		}
	}
	cut(l.End)
	return out
}

func newBit(t *normalize.Text, line int, s normalize.Span) bit {
	p := phrase(t, s)
	place := t.Source(s)
	from := t.File.Lines[line].Start
	at := utf8.RuneCountInString(t.File.Text[from:place.Start])
	return bit{p, at, at + utf8.RuneCountInString(t.File.Text[place.Start:place.End])}
}

// sourceLine is a line as read.
func sourceLine(t *normalize.Text, i int) string {
	l := t.File.Lines[i]
	return t.File.Text[l.Start:l.End]
}
