package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// A reader of PDF sets what stands in the middle of a row's height beside the middle of its
// lines: the number of a row comes behind the first lines of its cells then. Where each row
// begins is known all the same, by the blank lines between rows or, without any, because as
// many lines stand above a number as below it.

// A block is a stretch of a table's lines without a blank line, the end of a page, the heading
// of a group or a repeated head within.
type block struct {
	lines   []int
	numbers []int // the places in lines of those with a number
	page    bool  // it begins a page
}

// centredRows returns the lines with which the rows of a table begin whose numbers stand in the
// middle of their rows; nil where the numbers stand in their first lines. It shows where beside
// a number no cell of contents begins, and one begins above it.
func (a *aligned) centredRows(lines []int, before int) map[int]bool {
	if a.meanings[0] != "number" {
		return nil
	}
	blocks := a.blocks(lines, before)
	rows, amidst, begun, top := 0, 0, 0, 0
	for _, b := range blocks {
		rows += len(b.numbers)
		above := 0 // the line behind the number before
		for _, at := range b.numbers {
			if !a.mayBegin(b.lines[at]) {
				amidst++
				if slices.ContainsFunc(b.lines[above:at], a.mayBegin) {
					begun++
				}
			}
			above = at + 1
		}
		if len(b.lines) > 2 && len(b.numbers) == 1 && b.numbers[0] == 0 && !b.page {
			top++
		}
	}
	if begun == 0 || begun*6 < rows || begun*3 < amidst*2 || top > begun {
		return nil // what stands beside a number begins its cell
	}
	starts := map[int]bool{}
	for _, b := range blocks {
		for _, at := range a.rowsOf(b) {
			starts[b.lines[at]] = true
		}
	}
	return starts
}

// blocks parts the lines behind the head of a table, up to one that cannot be part of it.
func (a *aligned) blocks(lines []int, before int) []block {
	var out []block
	for _, i := range lines {
		bs := bits(a.t, i)
		head := isHeaderRow(a.t.Line(i))
		if len(bs) == 0 || strings.ContainsAny(sourceLine(a.t, i), "\t|") || !head && !a.isGroup(bs) && !a.fits(bs) {
			break
		}
		blank, page := gap(a.t, before, i)
		before = i
		if head || a.isGroup(bs) {
			out = append(out, block{})
			continue
		}
		if len(out) == 0 || blank || page || len(out[len(out)-1].lines) == 0 {
			out = append(out, block{page: page})
		}
		b := &out[len(out)-1]
		if k, _ := a.column(bs[0]); k == 0 && isRowNumber(bs[0].Text) {
			b.numbers = append(b.numbers, len(b.lines))
		}
		b.lines = append(b.lines, i)
	}
	return out
}

// isRowNumber reports whether a cell is the number of a row: "1", "2.", "3.1".
func isRowNumber(s string) bool {
	s = strings.TrimRight(s, ".)")
	return s != "" && len(s) < 6 && strings.Trim(s, "0123456789.") == ""
}

// rowsOf returns where in a block rows begin. A block without a number goes on with the row
// before it.
func (a *aligned) rowsOf(b block) []int {
	if len(b.numbers) < 2 {
		return make([]int, len(b.numbers)) // its first line, if it has a row at all
	}
	best := a.shortest(b)
	if best == nil {
		return b.numbers
	}
	return best
}

// shortest returns the beginnings of the rows of a block with several numbers for which what
// stands above each number and what stands below it differ least, and those lines look most
// like the first of a row. A row ends behind its number and before the next, so that each line
// may end one row only.
func (a *aligned) shortest(b block) []int {
	n := len(b.lines)
	cost := make([]int, n+1) // of the rows up to the line
	from := make([]int, n+1) // where the last of them begins
	last := []int{0}         // where a row may begin: the ends of the one before
	for r, at := range b.numbers {
		behind := n
		if r+1 < len(b.numbers) {
			behind = b.numbers[r+1]
		}
		var ends []int
		for end := at + 1; end <= behind; end++ {
			if r+1 == len(b.numbers) && end < n || end-1-at > mostLines {
				continue
			}
			best := -1
			for _, start := range last {
				above, below := at-start, end-1-at
				c := cost[start] + uneven(above, below) + 3*a.goesOnIn(b.lines[start])
				if above <= mostLines && (best < 0 || c < best) {
					best, from[end] = c, start
				}
			}
			if best >= 0 {
				cost[end] = best
				ends = append(ends, end)
			}
		}
		if last = ends; len(last) == 0 {
			return nil
		}
	}
	starts := make([]int, len(b.numbers))
	for r, end := len(starts), n; r > 0; r-- {
		starts[r-1] = from[end]
		end = from[end]
	}
	return starts
}

// uneven tells how far the number of a row stands from its middle; of an even number of lines
// it is printed beside the last above the middle.
func uneven(above, below int) int {
	switch {
	case below == above+1:
		return 1
	case above > below:
		return 2 * (above - below)
	}
	return 2 * (below - above)
}

// mostLines is how many lines of a row may stand above its number, and below it.
const mostLines = 24

// goesOnIn returns how many cells of a line go on with those of the line before it: what begins
// with a small letter.
func (a *aligned) goesOnIn(line int) int {
	n := 0
	for _, b := range bits(a.t, line) {
		if r, _ := utf8.DecodeRuneInString(b.Text); unicode.IsLower(r) {
			n++
		}
	}
	return n
}

// mayBegin reports whether the cell that stands in a line behind the number begins with a
// capital, as the first line of a row does.
func (a *aligned) mayBegin(line int) bool {
	for _, b := range bits(a.t, line) {
		if k, _ := a.column(b); k == 1 {
			return isUpperFirst(b.Text) || strings.Trim(normalize.Fold(b.Text)[:1], "0123456789") == ""
		}
	}
	return false
}
