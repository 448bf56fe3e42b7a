package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// joinTables joins a table that goes on at the top of the next page: its head is not
// repeated, and a row that the page break cut is one row, on the page where it begins.
func joinTables(pages [][]Line) {
	head := map[*table][]Line{} // the rows of the page on which the table begins
	for i := 1; i < len(pages); i++ {
		last := lastRow(pages[:i])
		next := leadingRows(pages[i])
		if last == nil || len(next) == 0 || !sameColumns(last.table, next[0].table) {
			continue
		}
		first, ok := head[last.table]
		if !ok {
			first = rowsOf(pages[:i], last.table)
		}
		head[next[0].table] = first
		drop := 0
		for drop < len(next) && drop < len(first) && sameHead(next[drop].Cells, first[drop].Cells) {
			drop++
		}
		open := last.table.openBottom && next[0].table.openTop
		if drop < len(next) {
			h := habitsOf(pageOf(pages[:i]), last.table, next[drop+1:])
			if open && drop == 0 || h.cut(last.Cells, next[drop].Cells) {
				h.join(last, next[drop])
				drop++
			} else {
				goOn(last, next[drop:])
			}
		}
		pages[i] = pages[i][drop:]
	}
}

// goOn marks the empty cells of the first of the rows on a page that one on the page before covers:
// merged cells, of which the page break left a part of two rows or more on either page.
func goOn(last *Line, rows []Line) {
	for c, text := range rows[0].Cells {
		ended := c < len(last.above) && last.above[c]
		begins := len(rows) > 1 && rows[1].table == rows[0].table && c < len(rows[1].above) && rows[1].above[c]
		if text == "" && c < len(rows[0].above) && (ended || begins) {
			rows[0].above[c] = true
		}
	}
}

// sameHead reports whether two rows are one head. A recogniser reads some letters of it otherwise
// on the next page, no figures.
func sameHead(a, b []string) bool {
	if slices.Equal(a, b) {
		return true
	}
	if len(a) != len(b) {
		return false
	}
	letters, other := 0, 0
	for i := range a {
		x, n := unmarked(a[i])
		y, m := unmarked(b[i])
		if n != m || (len(x) == 0) != (len(y) == 0) {
			return false
		}
		letters += max(len(x), len(y))
		other += differing(x, y)
	}
	return letters >= leastHead && other*mostMisread <= letters
}

const (
	leastHead   = 8 // letters of a row; fewer are alike by chance
	mostMisread = 8 // one of so many may be read otherwise
)

// unmarked returns the letters of a text without their marks, and its figures.
func unmarked(s string) (letters []rune, figures string) {
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case unicode.IsDigit(r):
			figures += string(r)
		case unicode.IsLetter(r):
			letters = append(letters, r)
		}
	}
	return letters, figures
}

// differing is how many letters from the first to the last that is not the same two texts differ
// in, the longer one's.
func differing(a, b []rune) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return max(len(a), len(b))
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// pageOf returns the lines of the last page that has some.
func pageOf(pages [][]Line) []Line {
	for i := len(pages) - 1; i >= 0; i-- {
		if len(pages[i]) > 0 {
			return pages[i]
		}
	}
	return nil
}

// lastRow returns the last line before a page if it is a row.
func lastRow(pages [][]Line) *Line {
	page := pageOf(pages)
	if n := len(page); n > 0 && page[n-1].table != nil {
		return &page[n-1]
	}
	return nil
}

// leadingRows returns the rows of the table at the top of a page.
func leadingRows(lines []Line) []Line {
	n := 0
	for n < len(lines) && lines[n].table != nil && lines[n].table == lines[0].table {
		n++
	}
	return lines[:n]
}

func rowsOf(pages [][]Line, t *table) (rows []Line) {
	for _, lines := range pages {
		for _, l := range lines {
			if l.table == t {
				rows = append(rows, Line{Cells: slices.Clone(l.Cells)})
			}
		}
	}
	return rows
}

// sameColumns reports whether two tables have their columns at the same places.
func sameColumns(a, b *table) bool {
	if len(a.xs) != len(b.xs) || a.loose || b.loose {
		return len(a.xs) == len(b.xs) && a.loose && b.loose
	}
	for i := range a.xs {
		if math.Abs(a.xs[i]-b.xs[i]) > 2*touching {
			return false
		}
	}
	return true
}

// joinHyphens puts together the codes that a line end broke behind a hyphen
// ("TCTĐA06CP-" / "TCTĐA06LA"): the rest moves up to where the code begins.
func joinHyphens(pages [][]Line) {
	var above *Line
	for i := range pages {
		kept := pages[i][:0]
		for _, l := range pages[i] {
			if above != nil && above.Cells == nil && l.Cells == nil && brokenCode(above.Text, l.Text) {
				word, rest, _ := strings.Cut(l.Text, " ")
				above.Text += word
				if l.Text = strings.TrimSpace(rest); l.Text == "" {
					continue
				}
			}
			kept = append(kept, l)
			above = &kept[len(kept)-1]
		}
		pages[i] = kept
	}
}

// brokenCode reports whether a line ends in a hyphen that belongs to a word, and the
// next one goes on with a letter or a figure.
func brokenCode(line, next string) bool {
	before, ok := strings.CutSuffix(line, "-")
	if !ok {
		return false
	}
	a, _ := utf8.DecodeLastRuneInString(before)
	b, _ := utf8.DecodeRuneInString(next)
	return wordRune(a) && wordRune(b)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
