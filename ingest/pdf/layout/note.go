package layout

import (
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"
)

// noteType is the size of the type of footnotes, at most, in sizes of that of the page:
// 10 points in a text of 13 or 14.
const noteType = 0.88

// noteMark reads what a footnote begins with: "1 Quyết định", where the figure is raised
// "1Quyết định", "[1] …", "(*) …".
var noteMark = regexp.MustCompile(`^[\[(]?(\d{1,3}|\*{1,3})[\])]?\s?(\p{L}.*)$`)

// takeNotes takes the footnotes off the lower ends of the pages and returns those of each
// page: lines in small type that begin with a mark. They would stand in the middle of a
// sentence that goes on on the next page.
func takeNotes(pages [][]Line) (notes [][]Line) {
	notes = make([][]Line, len(pages))
	for i, lines := range pages {
		end := len(lines)
		for end > 0 && lines[end-1].table == nil && pageNumber.MatchString(lines[end-1].Text) {
			end--
		}
		if at := firstNote(lines[:end]); at > 0 {
			notes[i] = slices.Clone(lines[at:end])
			pages[i] = slices.Delete(lines, at, end)
		}
	}
	return notes
}

// firstNote returns where the footnotes of a page begin, 0 where it has none. A page
// number may stand below them, and is not among lines.
func firstNote(lines []Line) int {
	small := noteType * pageType(lines)
	first := 0
	for j := len(lines) - 1; j > 0; j-- {
		l := &lines[j]
		if l.table != nil || l.block != 0 || l.size >= small || j+1 < len(lines) && l.y < lines[j+1].y {
			break
		}
		if noteMark.MatchString(l.Text) {
			first = j
		}
	}
	return first
}

// pageType returns the size of the type in which most of a page is set.
func pageType(lines []Line) float64 {
	letters := map[float64]int{}
	best, most := 0.0, 0
	for _, l := range lines {
		if l.table != nil {
			continue
		}
		letters[l.size] += utf8.RuneCountInString(l.Text)
		if n := letters[l.size]; n > most {
			best, most = l.size, n
		}
	}
	return best
}

// putNotes puts the footnotes back as paragraphs of their own: behind the text of their
// page or, where its last paragraph goes on on the next one, in front of that paragraph.
func putNotes(pages, notes [][]Line) {
	for i, own := range notes {
		if len(own) == 0 {
			continue
		}
		parted(own)
		at := len(pages[i])
		if i+1 < len(pages) && len(pages[i+1]) > 0 && !pages[i+1][0].Apart {
			if last := lastApart(pages[i]); last > 0 {
				at = last
			}
		}
		pages[i] = slices.Insert(pages[i], at, own...)
	}
}

// parted marks where each footnote begins and parts its mark, which a smaller type set
// close to it, from its text.
func parted(notes []Line) {
	number := 0
	for i := range notes {
		l := &notes[i]
		m := noteMark.FindStringSubmatchIndex(l.Text)
		if m == nil {
			continue
		}
		n, err := strconv.Atoi(l.Text[m[2]:m[3]])
		if err == nil && number > 0 && n != number+1 {
			continue // a line that begins with a figure
		}
		number = n
		l.Apart = true
		if m[3] == m[4] {
			l.Text = l.Text[:m[3]] + " " + l.Text[m[4]:]
		}
	}
}

// lastApart returns where the last paragraph of a page begins, 0 where it began before.
func lastApart(lines []Line) int {
	for j := len(lines) - 1; j > 0; j-- {
		if lines[j].Apart {
			return j
		}
	}
	return 0
}
