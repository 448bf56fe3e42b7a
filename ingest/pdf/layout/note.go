package layout

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// noteType is the size of the type of footnotes, at most, in sizes of that of the page:
// 10 points in a text of 13 or 14.
const noteType = 0.88

// noteMark reads what a footnote begins with: "1 Quyết định", where the figure is raised
// "1Quyết định", "[1] …", "(*) …".
var noteMark = regexp.MustCompile(`^[\[(]?(\d{1,3}|\*{1,3})[\])]?\s?(\p{L}.*)$`)

// takeNotes takes the footnotes off the lower ends of the pages and returns those of each
// page: lines in small type that begin with a mark or, where the last of the page before
// breaks off, that go on with it. They would stand in the middle of a sentence that goes on on the
// next page.
func takeNotes(pages [][]Line) (notes [][]Line) {
	notes = make([][]Line, len(pages))
	usual := pageType(slices.Concat(pages...))
	for i, lines := range pages {
		end := len(lines)
		for end > 0 && lines[end-1].table == nil && pageNumber.MatchString(lines[end-1].Text) {
			end--
		}
		if at := firstNote(lines[:end], typeOf(lines, usual), i > 0 && broken(notes[i-1])); at > 0 {
			notes[i] = slices.Clone(lines[at:end])
			pages[i] = slices.Delete(lines, at, end)
		}
	}
	return notes
}

// broken reports whether the last of the footnotes of a page breaks off within a sentence.
func broken(notes []Line) bool {
	n := len(notes)
	return n > 0 && !strings.HasSuffix(notes[n-1].Text, ".") && !strings.HasSuffix(notes[n-1].Text, ";")
}

// firstNote returns where the footnotes of a page begin, 0 where it has none: with a mark
// or, where a note may go on from the page before, with the small type. A page number may
// stand below them, and is not among lines.
func firstNote(lines []Line, size float64, goesOn bool) int {
	first := 0
	for j := len(lines) - 1; j > 0; j-- {
		l := &lines[j]
		if l.table != nil || l.block != 0 || j+1 < len(lines) && l.y < lines[j+1].y {
			break
		}
		switch {
		case l.size >= noteType*size && !referred(lines[:j], l.Text):
			return first
		case goesOn || noteMark.MatchString(l.Text):
			first = j
		}
	}
	return first
}

// referred reports whether a line that begins with a figure has it raised behind a word of one of
// those above: a note in the type of the text.
func referred(above []Line, line string) bool {
	m := noteMark.FindStringSubmatch(line)
	if m == nil || m[1][0] == '*' {
		return false
	}
	mark := superscript(m[1])
	return slices.ContainsFunc(above, func(l Line) bool { return strings.Index(l.Text, mark) > 0 })
}

// leastUsual is the share of the letters of a page in the usual type of the document that
// makes it that of the page, however long its footnotes are.
const leastUsual = 0.1

// typeOf returns the size of the type of a page: that of the document, if the page has it.
func typeOf(lines []Line, usual float64) float64 {
	letters, all := 0, 0
	for _, l := range lines {
		n := utf8.RuneCountInString(l.Text)
		if all += n; math.Abs(l.size-usual) < 0.1 {
			letters += n
		}
	}
	if float64(letters) >= leastUsual*float64(all) {
		return usual
	}
	return pageType(lines)
}

// pageType returns the size of the type in which most of a page is set, or of a document.
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
	notes[0].Apart = true
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
		if err == nil && m[2] == 0 {
			l.Text = superscript(l.Text[:m[3]]) + " " + l.Text[m[4]:]
		} else if m[3] == m[4] {
			l.Text = l.Text[:m[3]] + " " + l.Text[m[4]:]
		}
	}
}

// superscript writes figures raised, as the mark of the note stands in the text.
func superscript(figures string) string {
	var b strings.Builder
	for _, r := range figures {
		b.WriteString(superscripts[string(r)])
	}
	return b.String()
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
