package outline

import (
	"slices"
	"strings"
	"unicode"
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
	a := aligned{t: t}
	heads := a.readHead(lines[k:])
	taken = a.readRows(lines[k:], heads)
	if taken == heads {
		return nil, 0
	}
	if starts := a.centredRows(lines[k+heads:k+taken], lines[k+heads-1]); starts != nil {
		a = aligned{t: t, starts: starts}
		taken = a.readRows(lines[k:], a.readHead(lines[k:]))
	}
	return a.rows, taken
}

// readHead reads the head that begins with the first of lines and returns how many it takes.
func (a *aligned) readHead(lines []int) int {
	head := bits(a.t, lines[0])
	for _, b := range head {
		a.columns = append(a.columns, strip{b.at, b.end})
		meaning, _ := Column(b.Text)
		a.meanings = append(a.meanings, meaning)
	}
	for n := 1; n < len(lines) && n <= mostHeadLines; n++ {
		bs := bits(a.t, lines[n])
		if rest, lower := a.part(bs); lower != nil {
			a.add(lines[0], head, true)
			for _, i := range lines[1:n] {
				a.add(i, bits(a.t, i), false)
			}
			a.add(lines[n], rest, false)
			a.add(lines[n], lower, true)
			return n + 1
		}
		if !a.fits(bs) || bs[0].at < a.columns[0].end {
			break // a row, or the heading of a group
		}
	}
	a.add(lines[0], head, true)
	return 1
}

// mostHeadLines are the lines of a head, at most, behind which one parts its columns: "Cơ quan thực" /
// "hiện" / "Chủ trì", "Phối hợp".
const mostHeadLines = 3

// headTexts are the texts of the head's columns, joined over its lines; nil before the first row.
func (a *aligned) headTexts() (texts []string) {
	if a.heads == 0 {
		return nil
	}
	for _, p := range a.rows[:a.heads] {
		for _, c := range p.Cells {
			texts = append(texts, c.Text)
		}
	}
	return texts
}

// readAgain reads the head once more, on a further page, where its columns may stand elsewhere: how many
// of lines it takes, 0 where they are no such head. The rows behind it stand below its columns.
func (a *aligned) readAgain(lines []int) (taken int) {
	want := a.headTexts()
	if want == nil || !isHeaderRow(a.t.Line(lines[0])) {
		return 0
	}
	b := aligned{t: a.t}
	for taken = b.readHead(lines); ; taken++ {
		b.heads = len(b.rows)
		if slices.Equal(b.headTexts(), want) {
			a.columns = b.columns
			return taken
		}
		if taken == len(lines) || taken > 2*mostHeadLines {
			return 0
		}
		bs := bits(a.t, lines[taken])
		if !b.fits(bs) {
			return 0
		}
		b.add(lines[taken], bs, false)
	}
}

// readRows reads the rows behind the lines of the head and returns how many lines both take.
func (a *aligned) readRows(lines []int, heads int) (taken int) {
	taken = heads
	for taken < len(lines) {
		i := lines[taken]
		if sourceLine(a.t, i) != "" && strings.ContainsAny(sourceLine(a.t, i), "\t|") {
			break
		}
		bs := a.partNumber(bits(a.t, i))
		if len(bs) == 0 {
			break
		}
		blank, page := gap(a.t, lines[taken-1], i)
		if n := 0; blank || page {
			if n = a.readAgain(lines[taken:]); n > 0 {
				taken += n
				continue
			}
		}
		if page && a.repeatsHead(bs) {
			taken++ // of a head that stands on each page its first line is known as one
			continue
		}
		counted := a.countsBelow(bs, lines[taken+1:])
		within := counted || a.fits(bs) || !blank && a.wrapsFirst(bs) || len(bs) == 1 && a.isGroup(bs)
		heading := a.isHeading(bs) || isSectionLine(bs) || !a.fits(bs) && a.isGroup(bs)
		if !within || heading && !counted && !a.rowFollows(lines[taken+1:]) {
			break
		}
		begins := counted || a.begins(bs, i, lines[taken-1])
		if begins && a.heads == 0 {
			a.heads = len(a.rows)
		}
		if n := len(a.rows); !begins && blank && n > 2 && isHeaderRow(a.t.Line(lines[taken-1])) {
			// the head stands again on the page that a row goes on: it is put before that row
			a.rows[n-2], a.rows[n-1] = a.rows[n-1], a.rows[n-2]
		}
		a.add(i, bs, begins)
		taken++
	}
	return taken
}

// partNumber parts the number of a row from the title behind it where one blank stands between, the
// column of numbers being as narrow as that: "5.1 Đối soát".
func (a *aligned) partNumber(bs []bit) []bit {
	if len(bs) == 0 || a.meanings[0] != "number" || len(a.columns) < 2 {
		return bs
	}
	b := bs[0]
	i := strings.IndexByte(b.Text, ' ')
	if i <= 0 || !isRowNumber(b.Text[:i]) || b.at > a.columns[0].at+2 {
		return bs
	}
	at := b.at + width(b.Text[:i+1])
	if at < a.columns[1].at-1 || at > a.columns[1].at+1 {
		return bs
	}
	number := bit{b.Slice(0, i), b.at, at - 1}
	return slices.Concat([]bit{number, {b.From(i + 1), at, b.end}}, bs[1:])
}

// countsBelow reports whether a line is the heading of a group by its number, which those of the rows below
// it repeat: "1. Hoàn thiện cơ chế" above "1.1".
func (a *aligned) countsBelow(bs []bit, lines []int) bool {
	m := readMarker(bs[0].Text)
	if len(bs) != 1 || m.Style != Dec1 || len(lines) == 0 {
		return false
	}
	below := a.partNumber(bits(a.t, lines[0]))
	return len(below) > 2 && slices.ContainsFunc(below, func(b bit) bool {
		k, _ := a.column(b)
		return a.meanings[k] == "number" && strings.HasPrefix(b.Text, m.Label+".") && isRowNumber(b.Text)
	})
}

// repeatsHead reports whether a line is one of those behind the first of the head.
func (a *aligned) repeatsHead(bs []bit) bool {
	for _, b := range bs {
		if !a.below[b.Text] {
			return false
		}
	}
	return true
}

// part parts the columns that a second line of heads parts: "Cơ quan thực hiện" above "Chủ
// trì" and "Phối hợp". It returns those heads, nil where the line parts none, and the rest
// of the line, which goes on with heads of the first: "Thời gian" above "hoàn thành".
func (a *aligned) part(line []bit) (rest, lower []bit) {
	under := make([][]bit, len(a.columns))
	for _, b := range line {
		k, _ := a.column(b)
		under[k] = append(under[k], b)
	}
	var columns []strip
	var meanings []string
	for k, bs := range under {
		if len(bs) < 2 {
			rest = append(rest, bs...)
			columns, meanings = append(columns, a.columns[k]), append(meanings, a.meanings[k])
			continue
		}
		known := false // one is the name of a column; another may go on below: "Cơ quan phối" / "hợp"
		for _, b := range bs {
			meaning, ok := Column(b.Text)
			known = known || ok || isPeriod(b.Text)
			lower = append(lower, b)
			columns, meanings = append(columns, strip{b.at, b.end}), append(meanings, meaning)
		}
		if !known || k == 0 {
			return nil, nil
		}
	}
	if lower != nil {
		a.columns, a.meanings = columns, meanings
	}
	return rest, lower
}

// isSectionLine reports whether a line is a heading of the document, by its number and its
// capitals: "III. TỔ CHỨC THỰC HIỆN".
func isSectionLine(bs []bit) bool {
	if len(bs) != 1 {
		return false
	}
	m := readMarker(bs[0].Text)
	return (m.Style == Roman || m.Style == Upper) && IsCaps(bs[0].Text[m.size:])
}

// aligned is a table on its way.
type aligned struct {
	t        *normalize.Text
	columns  []strip  // as wide as what was seen of each; heads may be set in their middle
	meanings []string // of each, as Column gives them
	rows     []*Para
	heads    int             // how many of them are the head, known when the first behind it begins
	below    map[string]bool // what stands in the lines of the head behind its first
	starts   map[int]bool    // the lines with which rows begin, where their numbers do not tell
	spaced   bool            // a blank line stands between its rows
	headed   bool            // the last line headed a group
}

// A strip runs down the page from the column at to the column before end.
type strip struct{ at, end int }

// column returns the column in which b stands, and how many it touches: the one above or
// below it, else the nearest.
func (a *aligned) column(b bit) (nearest, touched int) {
	for k := range a.columns {
		if a.away(k, b) < 0 {
			touched++
		}
		if a.away(k, b) < a.away(nearest, b) {
			nearest = k
		}
	}
	return nearest, touched
}

// away is how far b stands from the k-th column; -1 where it touches it.
func (a *aligned) away(k int, b bit) int {
	c := a.columns[k]
	return max(c.at-b.end, b.at-c.end, -1)
}

// fits reports whether a line can be part of the table: each bit within one column, and
// not all of it at the left margin of the text, where the document goes on.
func (a *aligned) fits(bs []bit) bool {
	if len(bs) == 0 {
		return false
	}
	for _, b := range bs {
		if _, touched := a.column(b); touched > 1 {
			return b.at >= a.columns[0].at && a.isGroup(bs)
		}
	}
	if k, _ := a.column(bs[0]); len(bs) == 1 && k == 0 {
		m := readMarker(bs[0].Text)
		return m.Style == None && utf8.RuneCountInString(bs[0].Text) <= 8
	}
	return true
}

// wrapsFirst reports whether a line right below another goes on with the cell of the first
// column, which holds titles and no numbers.
func (a *aligned) wrapsFirst(bs []bit) bool {
	k, touched := a.column(bs[0])
	return len(bs) == 1 && k == 0 && touched == 1 && a.meanings[0] != "number" && bs[0].at >= a.columns[0].at && readMarker(bs[0].Text).Style == None
}

// isHeading reports whether a line is one text across columns.
func (a *aligned) isHeading(bs []bit) bool {
	_, touched := a.column(bs[0])
	return len(bs) == 1 && touched > 1
}

// rowFollows reports whether the next line is a row, perhaps behind the rest of a heading: what stands
// above it is the heading of a group, else that of the document's next section.
func (a *aligned) rowFollows(lines []int) bool {
	if len(lines) == 0 {
		return false
	}
	bs := bits(a.t, lines[0])
	if len(bs) == 1 && len(lines) > 1 && goesOn(bs[0].Text) {
		bs = bits(a.t, lines[1]) // "Nhóm 7. … nguồn nhân" / "lực và truyền thông"
	}
	if len(bs) > 1 {
		bs = a.partNumber(bs) // alone it is the number of a heading: "1. Công an xã"
	}
	return len(bs) > 1 && a.fits(bs) || len(bs) == 1 && a.isHeading(bs) && a.fits(bs)
}

// isGroup reports whether a line across the columns is the heading of a group of rows:
// "II. Công dân số", or "II" or "1" in the column of numbers and the rest behind it.
func (a *aligned) isGroup(bs []bit) bool {
	s := bs[0].Text
	if k, _ := a.column(bs[0]); len(bs) == 2 && k == 0 && a.meanings[0] == "number" {
		if _, touched := a.column(bs[1]); touched > 1 && isRowNumber(s) {
			return true // "1    Nhiệm vụ về liên thông thủ tục hành chính", over the columns
		}
		s = strings.TrimRight(s, ".") + ". A" // the marker as it would stand before a text
	} else if len(bs) > 1 {
		return false
	}
	m := readMarker(s)
	return m.Style == Roman || m.Style == Upper || strings.HasPrefix(normalize.Fold(s), "nhóm")
}

// begins reports whether a line begins a row: its number stands in it; without a column
// of numbers, its title does, behind a blank line where these part the rows, else with a
// capital and nearly all other columns filled.
func (a *aligned) begins(bs []bit, line, before int) bool {
	first, _ := a.column(bs[0])
	switch {
	case first != 0 && len(bs) == 1 && a.isGroup(bs):
		return true // "A. Hành chính công (04 mô hình)"
	case a.starts != nil:
		return a.starts[line] || a.isGroup(bs) || isHeaderRow(a.t.Line(line))
	case a.meanings[0] == "number":
		return first == 0
	case slices.Contains(a.meanings, "number"): // "Thời gian", "TT", "Nhiệm vụ"
		return a.numbered(bs)
	case a.meanings[0] == "timeline" && len(bs) > 1 && first == 0 && isMonth(bs[0].Text):
		return true // "9/2024", "Tháng 10"
	}
	blank, page := gap(a.t, before, line)
	a.spaced = a.spaced || blank && !page
	below := a.headed
	a.headed = first == 0 && a.isGroup(bs)
	switch {
	case first != 0:
		return false
	case blank && !page || below || a.headed:
		return true
	}
	return (page || !a.spaced) && isUpperFirst(bs[0].Text) && len(bs) >= max(2, len(a.columns)-1)
}

// numbered reports whether a line holds the number of a row, in a column that is not the first.
func (a *aligned) numbered(bs []bit) bool {
	return slices.ContainsFunc(bs, func(b bit) bool {
		k, _ := a.column(b)
		return a.meanings[k] == "number" && isRowNumber(b.Text)
	})
}

// add puts the bits of a line into the last row, or into a new one.
func (a *aligned) add(line int, bs []bit, begins bool) {
	if begins || len(a.rows) == 0 {
		a.rows = append(a.rows, &Para{text: a.t, first: line, last: line, Cells: make([]Phrase, len(a.columns))})
	}
	p := a.rows[len(a.rows)-1]
	p.last = line
	if len(a.rows) == 1 && !begins { // the head goes on
		for _, b := range bs {
			if a.below == nil {
				a.below = map[string]bool{}
			}
			a.below[b.Text] = true
		}
	}
	for _, b := range bs {
		k, touched := a.column(b)
		if touched <= 1 {
			a.columns[k] = strip{min(a.columns[k].at, b.at), max(a.columns[k].end, b.end)}
		}
		if p.Cells[k].Text == "" {
			p.Cells[k] = b.Phrase
		} else {
			p.Cells[k] = Join(between(p.Cells[k].Text, b.Text), p.Cells[k], b.Phrase)
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
		s := t.Source(normalize.Span{Start: i, End: i + 1})
		if c == '\t' || s.End-s.Start >= 2 && width(t.File.Text[s.Start:s.End]) >= 2 { // a no-break blank has two bytes
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
	at := width(t.File.Text[from:place.Start])
	return bit{p, at, at + width(t.File.Text[place.Start:place.End])}
}

// width is how many columns s takes: a mark that combines with its letter takes none.
func width(s string) int {
	n := 0
	for _, r := range s {
		if r < 0x300 || !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// sourceLine is a line as read.
func sourceLine(t *normalize.Text, i int) string {
	l := t.File.Lines[i]
	return t.File.Text[l.Start:l.End]
}
