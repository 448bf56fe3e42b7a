// Package layout makes lines of text out of the glyphs of a page: words and lines from
// their positions (line.go, layers.go, leftward.go), heads and signature blocks column by
// column (column.go, signature.go), tables as rows of cells, ruled ones (grid.go, table.go)
// and others, of three columns (borderless.go) or of labels (labelled.go), with the
// words that narrow cells break (broken.go); and, over all pages, running heads and page
// numbers out (furniture.go), footnotes out of the sentences that they interrupt (note.go),
// tables and rows that a page break cut joined again (continue.go, cutrow.go), and which
// lines begin a paragraph or go on with one (paragraph.go, flow.go). The order in which a file draws its glyphs says nothing, but where texts
// lie on top of each other. Begin with Document.
package layout

import (
	"slices"
	"strings"

	"kehoach/ingest/pdf/content"
	"kehoach/ingest/source"
)

// Line is a line of text or a row of a table.
type Line struct {
	Text  string      // of a line; of a row see Cells
	Cells []string    // of a row of a table; nil for a line
	Page  int         // from 1
	Apart bool        // it begins a paragraph, as far as the eye can tell
	Flow  source.Flow // whether it begins one or goes on, where the page shows it

	above []bool // the cells that one above them covers

	Doubts []string // the words that were recognised optically, not surely

	block           int     // the column that it stands in, counted over the page; 0 for none
	x0, x1, y, size float64 // box: left, right, baseline; size of the type
	top, bottom     float64 // the highest and the lowest baseline of its page
	table           *table
}

// String is the line as a File has it: cells with a tab between.
func (l *Line) String() string {
	if l.Cells == nil {
		return l.Text
	}
	cells := l.Cells
	for c, covered := range l.above {
		if covered && cells[c] == "" {
			cells = slices.Clone(cells)
			cells[c] = source.CellAbove
		}
	}
	return strings.Join(cells, "\t")
}

// Text is the text of a page as a File has it, a blank line between paragraphs.
func Text(lines []Line) string {
	var b strings.Builder
	for i := range lines {
		if lines[i].Apart {
			b.WriteByte('\n')
		}
		b.WriteString(lines[i].String())
		b.WriteByte('\n')
	}
	return b.String()
}

// Flow tells of each line of Text how it stands to the one before.
func Flow(lines []Line) (all []source.Flow) {
	for i := range lines {
		if lines[i].Apart {
			all = append(all, source.Unshown) // the blank line
		}
		all = append(all, lines[i].Flow)
	}
	return all
}

// Document lays out all pages and what goes over several of them.
func Document(pages []*content.Page) [][]Line {
	out := make([][]Line, len(pages))
	for i, p := range pages {
		out[i] = Page(p)
	}
	Join(out)
	return out
}

// Join does with the lines of all pages what needs more than one of them.
func Join(pages [][]Line) {
	for i := range pages {
		for j := range pages[i] {
			pages[i][j].Page = i + 1
		}
	}
	dropFurniture(pages)
	notes := takeNotes(pages)
	joinTables(pages)
	joinHyphens(pages)
	markApart(pages)
	markFlow(pages)
	putNotes(pages, notes)
}

// Page lays out one page. The direction in which most of its glyphs run comes first;
// text in other directions follows, but for that within the cells of a table, as in
// heads that are set upwards to save room.
func Page(p *content.Page) []Line {
	all := directions(p.Glyphs)
	if len(all) == 0 {
		return nil
	}
	tables := findTables(all[0].turnRules(p.Rules))
	free := make([][]content.Glyph, len(all))
	for i, d := range all[1:] {
		free[i+1] = aside(tables, withoutWatermark(d.turn(p.Glyphs), d, p.Glyphs), all[0], d)
	}
	lines := mainLines(withoutWatermark(all[0].turn(p.Glyphs), all[0], p.Glyphs), tables)
	for _, glyphs := range free[1:] {
		lines = append(lines, flow(linesOf(glyphs))...)
	}
	return lines
}

// mainLines lays out the glyphs of the main direction: those in tables by cells, the
// others as flowing text, tables at their height.
func mainLines(glyphs []content.Glyph, tables []*table) []Line {
	free := glyphs
	if len(tables) > 0 {
		free = make([]content.Glyph, 0, len(glyphs))
	}
	top, bottom := 0.0, 0.0
	for i, g := range glyphs {
		if i == 0 {
			top, bottom = g.Y, g.Y
		}
		top, bottom = max(top, g.Y), min(bottom, g.Y)
		if len(tables) > 0 && !putInTable(tables, g) {
			free = append(free, g)
		}
	}
	lines := flowAround(linesOf(free), tables)
	for i := range lines {
		lines[i].top, lines[i].bottom = top, bottom
	}
	return lines
}

// flowAround lays out the free lines above, between and below the tables, which stand
// in order from the top.
func flowAround(free []*textLine, tables []*table) []Line {
	var lines []Line
	for _, t := range tables {
		rows := t.lines()
		if len(rows) == 0 {
			continue
		}
		n := 0
		for n < len(free) && free[n].y > t.top() {
			n++
		}
		lines = append(append(lines, flow(free[:n])...), rows...)
		free = free[n:]
	}
	return append(lines, flow(free)...)
}
