package layout

// Rows that a page break cuts. Whoever draws the table closes the row at the end of the page and opens it again on the
// next: only what stands in the cells tells that they go on.

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// habits is how the rows of a table are written.
type habits struct {
	numbers  int  // the column that numbers them, -1 where none does
	before   int  // the number of the row before the last
	capitals bool // their cells begin with capitals
	each     bool // every row has a number, but for headings
}

// mostSmall is one of so many cells that begin with a small letter in a table whose cells begin with capitals.
const mostSmall = 5

// habitsOf learns from the rows of a table that stand on a page and from those that follow on the next.
func habitsOf(page []Line, t *table, next []Line) habits {
	h := habits{numbers: -1}
	var rows []Line
	for _, l := range page {
		if l.table == t {
			rows = append(rows, l)
		}
	}
	var before []string // the row before the last
	if n := len(rows); n > 1 {
		before = rows[n-2].Cells
	}
	rows = append(rows, next...)
	if len(rows) == 0 {
		return h
	}
	small, all, full := 0, 0, 0
	numbered := make([]int, len(rows[0].Cells))
	for _, l := range rows {
		if len(written(l.Cells)) > 2 {
			full++
		}
		for c, text := range l.Cells {
			if number.MatchString(text) {
				numbered[c]++
				continue
			}
			if text != "" {
				if all++; beginsSmall(text) {
					small++
				}
			}
		}
	}
	h.capitals = all > 0 && small*mostSmall <= all
	for c, n := range numbered {
		if n >= 2 && 3*n >= 2*(full-1) { // its head has none
			h.numbers = c
			break
		}
	}
	h.each = h.numbers >= 0 && numbersEach(rows, h.numbers)
	if h.numbers >= 0 && before != nil {
		h.before, _ = strconv.Atoi(strings.TrimRight(before[h.numbers], ".)"))
	}
	return h
}

var number = regexp.MustCompile(`^\d{1,3}[.)]?$`)

// numbersEach reports whether behind the first row that a column numbers it numbers all that are no headings.
func numbersEach(rows []Line, column int) bool {
	begun := false
	for _, l := range rows {
		switch {
		case number.MatchString(l.Cells[column]):
			begun = true
		case begun && l.Cells[column] == "" && len(written(l.Cells)) > 1:
			return false
		}
	}
	return true
}

// written returns the columns of a row that are not empty.
func written(cells []string) (columns []int) {
	for c, text := range cells {
		if text != "" {
			columns = append(columns, c)
		}
	}
	return columns
}

// beginsSmall reports whether a text begins with a small letter.
func beginsSmall(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// cut reports whether next, the first row of a page, is the rest of row, the last of the page before: it has no number
// in a table that numbers each row, and more than a heading has; or else no number, or an empty first cell, and one of
// its cells goes on in the middle of a sentence; or most of its cells do, where the cells of the table begin with capitals.
func (h habits) cut(row, next []string) bool {
	columns := written(next)
	small := 0
	for _, c := range columns {
		if row[c] != "" && beginsSmall(next[c]) {
			small++
		}
	}
	switch {
	case len(columns) == 0:
		return false
	case len(columns) == 1 && len(written(row)) == 1: // the heading of a group
		return small == 1 && h.capitals
	case len(columns) == 1 && h.numbers != 0 && small == 0 && columns[0] == 0: // another heading
		return false
	case h.numbers >= 0 && next[h.numbers] != "" && !h.brokenNumber(row, next):
		return false
	case h.each && row[h.numbers] != "" && columns[len(columns)-1] > h.numbers+1:
		return true
	case h.numbers >= 0 && row[h.numbers] != "", next[0] == "":
		return small > 0 || unfinished(row, next)
	}
	return h.capitals && small >= 2 && 5*small >= 3*len(columns)
}

// join adds the rest of a row to it.
func (h habits) join(row *Line, rest Line) {
	row.Doubts = append(row.Doubts, rest.Doubts...)
	for c, text := range rest.Cells {
		if c == h.numbers && text != "" {
			row.Cells[c] += text
			continue
		}
		row.Cells[c] = strings.TrimSpace(strings.Join(appendPart(nonEmpty(row.Cells[c]), text), " "))
	}
}

// brokenNumber reports whether the number of the row is parted too: "1" and "1" behind row 10.
func (h habits) brokenNumber(row, next []string) bool {
	n, err := strconv.Atoi(row[h.numbers] + next[h.numbers])
	return err == nil && h.before > 0 && n == h.before+1
}

// unfinished reports whether a cell of the row has no mark at its end and goes on in the next.
func unfinished(row, next []string) bool {
	for c, text := range next {
		if text != "" && row[c] != "" && !strings.ContainsAny(row[c][len(row[c])-1:], ".;:") {
			return true
		}
	}
	return false
}
