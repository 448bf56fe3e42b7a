package outline

import (
	"maps"
	"slices"
	"strings"

	"kehoach/ingest/source"
)

// markTables finds the rows of tables among ps and cuts them into cells. A line with
// tabs is a row where it has three cells or more, or stands beside a row, or is the
// head of a table; elsewhere its tabs are blanks. It returns the paragraphs, of a row that was
// broken in two one.
func markTables(ps []*Para) []*Para {
	for i, p := range ps {
		tabs := strings.Count(p.Text, "\t")
		if tabs == 0 || p.Cells != nil {
			continue
		}
		near := i > 0 && ps[i-1].Cells != nil || i+1 < len(ps) && strings.Count(ps[i+1].Text, "\t") >= 2
		if tabs >= 2 || near || isHeaderRow(p.Text) {
			p.cut()
		} else {
			p.Phrase = p.flat()
		}
	}
	ps = joinBroken(ps)
	headed := false
	for i, p := range ps {
		switch {
		case p.Cells != nil:
			headed = headed || isHeaderRow(p.Text)
		case headed && i+1 < len(ps) && p.partsRows(ps[i-1], ps[i+1]):
			p.cut()
		default:
			headed = false
		}
	}
	return ps
}

// joinBroken makes one row of those that a line's end within a cell broke, as a copy out of a
// word processor has them: "1.1 | Nuôi trâu | Chủ trì: Công an" and "Phối hợp: Hội Nông dân |
// Quý II". The rest of a row has as many cells as the first lacks and one, and no number.
func joinBroken(ps []*Para) []*Para {
	columns := 0
	taken := map[*Para]bool{}
	for i, p := range ps {
		switch {
		case p.Cells == nil || taken[p]:
			continue
		case isHeaderRow(p.Text):
			columns = len(p.Cells)
			continue
		case len(p.Cells) < 2 || len(p.Cells) >= columns:
			continue
		}
		have := len(p.Cells)
		for k := i + 1; k < len(ps) && k < i+mostBreaks; k++ {
			rest := ps[k]
			if rest.Cells == nil && strings.IndexByte(rest.Text, '\t') >= 0 || isHeaderRow(rest.Text) || rest.Cells != nil && !goesOnCell(rest.Cells[0].Text) || rest.Cells == nil && !goesOnCell(rest.Text) {
				break
			}
			if rest.Cells != nil {
				have += len(rest.Cells) - 1
			}
			if have > columns {
				break
			}
			if have == columns && rest.Cells != nil {
				for _, r := range ps[i+1 : k+1] {
					p.takeRest(r)
					taken[r] = true
				}
				break
			}
		}
	}
	if len(taken) == 0 {
		return ps
	}
	return slices.DeleteFunc(ps, func(p *Para) bool { return taken[p] })
}

// mostBreaks is one more than the most lines that the cell has within which a row is broken.
const mostBreaks = 9

// goesOnCell reports whether a text goes on with a cell: it begins with a small letter, a bullet
// or the label of a field.
func goesOnCell(s string) bool {
	m := readMarker(s)
	return m.Style >= Dash || m.Style == None && (small(cell{Phrase: Phrase{Text: s}}) || readLabel(s, false) != nil)
}

// takeRest joins the rest of a row to p.
func (p *Para) takeRest(rest *Para) {
	cells := rest.Cells
	if cells == nil {
		cells = []Phrase{rest.Phrase}
	}
	n := len(p.Cells) - 1
	p.Cells[n] = Join("; ", p.Cells[n], cells[0])
	p.Cells = append(p.Cells, cells[1:]...)
	p.Phrase, p.last = Join("\t", p.Cells...), rest.last
}

// partsRows reports whether p, a line without cells between two rows, heads a group of rows:
// "1. Nhận thức, nhân lực số".
func (p *Para) partsRows(before, behind *Para) bool {
	if len(before.Cells) < 3 && len(before.Cells) != 1 || len(behind.Cells) < 3 || isHeaderRow(behind.Text) ||
		p.first != p.last || len(p.Text) > longestGroup || strings.HasSuffix(p.Text, ".") || p.Item != nil || p.Label != nil {
		return false
	}
	s := p.Marker.Style
	return s >= Roman && s < Dash && s != Article && s != Annex || opensGroup(p.Text)
}

// cut makes p a row. Its marker, if any, belongs to the first cell.
func (p *Para) cut() {
	l := p.text.Lines[p.first]
	p.Phrase = phrase(p.text, l.Span)
	p.Marker, p.Label, p.Item = Marker{}, nil, nil
	start := 0
	for i := 0; i <= len(p.Text); i++ {
		if i == len(p.Text) || p.Text[i] == '\t' {
			p.Cells = append(p.Cells, p.Slice(start, i))
			start = i + 1
		}
	}
}

// Table is the rows of a table under one head, those repeated on later pages included.
type Table struct {
	Rows    []*Para
	columns []string                 // the meaning of each column; "" where unknown
	printed []string                 // the head of each column as printed
	covered map[*Para]map[int]Phrase // what a merged cell above says that covers the one here
	heads   map[*Para]bool
	meant   map[int]Phrase    // the heads of the columns whose cells are marks, see marks.go
	byRole  bool              // some of them are bodies
	marks   map[string]string // what its legend says of marks, see legend.go
	ticks   map[int]string    // what the bodies do in whose columns cells are ticked, see marks.go
	Legend  *Para             // the paragraph beside it that says so; nil where none does
}

// Tables gathers the rows among ps that stand under a head. Rows without one belong to
// no table that can be read.
func Tables(ps []*Para) []Table {
	var out []Table
	for i := 0; i < len(ps); i++ {
		if ps[i].Cells == nil || !isHeaderRow(ps[i].Text) {
			continue
		}
		t, first := Table{heads: map[*Para]bool{}}, i
		for ; i < len(ps) && ps[i].Cells != nil; i++ {
			t.Rows = append(t.Rows, ps[i])
		}
		i--
		t.readHeads()
		t.readLegend(ps, first, i)
		t.readRoles()
		if !t.byRole {
			t.readTicks()
		}
		t.readCovered()
		if n := len(out); n > 0 && out[n-1].goesOn(t) {
			out[n-1].Rows = append(out[n-1].Rows, t.Rows...)
			maps.Copy(out[n-1].heads, t.heads)
			maps.Copy(out[n-1].covered, t.covered)
			continue
		}
		out = append(out, t)
	}
	return out
}

// goesOn reports whether u has the columns of t: it is t on the next page.
func (t Table) goesOn(u Table) bool {
	return strings.Join(t.columns, "\t") == strings.Join(u.columns, "\t")
}

// readHeads reads the columns from the head, which may stand in two rows: the lower one
// parts a merged cell of the upper. A head repeated later is left out of the body.
func (t *Table) readHeads() {
	for i, p := range t.Rows {
		switch {
		case isHeaderRow(p.Text):
			t.heads[p] = true
			t.name(p)
		case i > 0 && t.heads[t.Rows[i-1]] && (t.lower(p) || i+1 < len(t.Rows) && t.headsMarks(p, t.Rows[i+1])):
			t.heads[p] = true
			t.name(p)
		}
	}
	t.nameContents()
}

// parted parts a cell of the k-th column whose head names two things: at " / ", or where the
// label of the second stands in it ("Công dân số. Mục tiêu: …").
func (t Table) parted(k int, c Phrase) (first, second Phrase, meaning string) {
	_, meaning, ok := twoColumns(t.printed[k])
	if !ok {
		return c, Phrase{}, ""
	}
	if i := strings.Index(c.Text, " / "); i > 0 {
		return c.Slice(0, i), c.From(i + len(" / ")), meaning
	}
	for i := strings.IndexByte(c.Text, ' '); i >= 0 && i+1 < len(c.Text); {
		if isUpperFirst(c.Text[i+1:]) {
			if l := readLabel(c.Text[i+1:], false); l != nil && l.Meaning == meaning {
				return c.Slice(0, i).Trim(), c.From(i + 1 + l.End), meaning
			}
		}
		next := strings.IndexByte(c.Text[i+1:], ' ')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return c, Phrase{}, ""
}

// Has reports whether t has a column of that meaning.
func (t Table) Has(meaning string) bool {
	if t.byRole && (meaning == "lead" || meaning == "cooperating") {
		return true
	}
	for _, c := range t.columns {
		if c == meaning {
			return true
		}
	}
	for _, c := range t.ticks {
		if c == meaning {
			return true
		}
	}
	return false
}

// Head returns the printed head of the column of a meaning.
func (t Table) Head(meaning string) string {
	for k, c := range t.columns {
		if c == meaning {
			return t.printed[k]
		}
	}
	return ""
}

// Body returns the rows below the head.
func (t Table) Body() []*Para {
	var out []*Para
	for _, p := range t.Rows {
		if !t.heads[p] {
			out = append(out, p)
		}
	}
	return out
}

// NameByContents gives a meaning that no column has to the first without one of which most cells, two or
// more, tell it: a column "Về đích" with a time in each row.
func (t *Table) NameByContents(meaning string, tells func(string) bool) {
	if t.Has(meaning) {
		return
	}
	for k, known := range t.columns {
		filled, told := t.count(k, tells)
		if known == "" && told >= 2 && told*3 >= filled*2 {
			t.columns[k] = meaning
			return
		}
	}
}

// IsCalendar reports whether t is a calendar: its first column says when what stands beside it takes
// place.
func (t Table) IsCalendar() bool { return len(t.columns) > 2 && t.columns[0] == "timeline" }

// tellsOnce reports whether the first column of t tells for several rows, once: when, in a calendar, or who
// leads, before the number of a row.
func (t Table) tellsOnce() bool {
	return t.IsCalendar() || len(t.columns) > 2 && t.columns[0] == "lead" && t.columns[1] == "number"
}

// readCovered finds what merged cells say of the rows below their first. Where the first column tells
// once, an empty cell of it is one, also where the document no longer shows that it was merged.
func (t *Table) readCovered() {
	t.covered = map[*Para]map[int]Phrase{}
	for i, p := range t.Rows {
		if i == 0 || t.heads[p] || t.heads[t.Rows[i-1]] || p.text == nil {
			continue
		}
		line := sourceLine(p.text, p.first)
		once := t.tellsOnce() && p.Cells[0].Text == "" && len(p.Cells) > 2
		if !once && !strings.Contains(line, source.CellAbove) {
			continue
		}
		above := t.Rows[i-1]
		for k, c := range strings.Split(line, "\t") {
			if c != source.CellAbove && (k > 0 || !once) || k >= len(above.Cells) {
				continue
			}
			said := above.Cells[k]
			if said.Text == "" {
				said = t.covered[above][k]
			}
			if said.Text == "" {
				continue
			}
			if t.covered[p] == nil {
				t.covered[p] = map[int]Phrase{}
			}
			t.covered[p][k] = said
		}
	}
}

// Covered returns what merged cells above a row say of it, by the meaning of their columns.
func (t Table) Covered(p *Para) map[string]Phrase {
	out := map[string]Phrase{}
	for k, c := range t.covered[p] {
		if k < len(t.columns) && t.columns[k] != "" {
			out[t.columns[k]] = c
		}
	}
	return out
}

// Cells returns the cells of a row by the meaning of their column, empty ones left out.
func (t Table) Cells(p *Para) map[string]Phrase {
	cells := map[string]Phrase{}
	for k, c := range p.Cells {
		if k >= len(t.columns) || c.Text == "" {
			continue
		}
		if meaning, said, ok := t.mark(k, c); ok && meaning != "" {
			if have, ok := cells[meaning]; ok {
				said = Join("; ", have, said)
			}
			cells[meaning] = said
			continue
		}
		if t.columns[k] == "" {
			continue
		}
		c, second, meaning := t.parted(k, c)
		if meaning != "" {
			cells[meaning] = second
		}
		if have, ok := cells[t.columns[k]]; ok {
			c = Join("; ", have, c)
		}
		cells[t.columns[k]] = c
	}
	return cells
}
