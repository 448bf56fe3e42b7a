package extract

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// The rows of a table: their lines joined, their numbers, what kind each is of.

// A row is one row of a table, its continuation lines joined.
type row struct {
	kind       rowKind
	aboveTable bool   // of a group: its heading stands above the table, and ends the path of the section
	label      string // "II", "2", "1.3" of the number column
	section    string // the path of the heading above its table
	number     int
	item       bool // "Mô hình 6: …" stands in it
	cells      map[string]outline.Phrase
	span       source.Span
	table      outline.Table
	para       *outline.Para  // its first line
	due        *plan.Timeline // what the heading of its group says, where that is a time
}

type rowKind uint8

const (
	modelRow rowKind = iota
	groupRow
)

// rows reads the rows of t: a row without a number and without a body of its own goes on
// with the one before it, a row with one text only is a group.
func (r *reader) rows(t outline.Table, places map[*outline.Para]place) []row {
	var out []row
	body := t.Body()
	numbered := numbersWithin(t, body) || t.Has("number") && anyNumber(t, body)
	var group *outline.Para
	var due *plan.Timeline
	for i, p := range body {
		if g := places[p].group; g != nil && g != group {
			group, r.understood[g] = g, true
			out = append(out, row{kind: groupRow, label: g.Path(), section: places[p].section, aboveTable: true, cells: map[string]outline.Phrase{"title": g.Phrase}, span: g.Whole()})
		}
		cells := t.Cells(p)
		title := cells["title"]
		if title.Text == "" {
			title = cells["task"]
		}
		label := strings.Trim(cells["number"].Text, " .()")
		if numbered && !t.Has("number") {
			if m := numberWithin.FindStringSubmatchIndex(title.Text); m != nil {
				label = strings.Trim(title.Text[m[2]:m[3]], ".)")
				cells[contentsOf(cells)] = title.From(m[1])
			}
		}
		if onlyFirst(p) && (label == "" || len(label) > 8) {
			title, label = p.Cells[0], ""
		}
		if title.Text == "" && groupLabel.MatchString(label) {
			title = besidesLabel(p, label)
		}
		broken, isBroken := brokenGroup(p, label, title)
		if isBroken {
			title = broken
		}
		switch {
		case isBroken, (isGroupRow(p, label, title.Text) || partsRow(t, body, i)) && (label != "" || namesGroup(title.Text) || !goesOn(t, label, cells, out, numbered)):
			l, text := cutLabel(label, title)
			due = r.timeOfHeading(text)
			out = append(out, row{kind: groupRow, label: l, section: places[p].section, cells: map[string]outline.Phrase{"title": text}, span: p.Whole()})
			continue
		case goesOn(t, label, cells, out, numbered):
			last := &out[len(out)-1]
			for k, c := range cells {
				last.cells[k] = joinCell(last.cells[k], c)
			}
			last.span = last.span.Union(p.Whole())
			continue
		}
		for k, c := range t.Covered(p) {
			if cells[k].Text == "" && !ofRow[k] {
				cells[k] = c
			}
		}
		if label == "" && numbered && cells["title"].Text == "" && len(out) > 0 && standsAlone(cells, out[len(out)-1].cells) {
			label = out[len(out)-1].label
		}
		n, _ := strconv.Atoi(codeOf.ReplaceAllString(label, "$1"))
		out = append(out, row{label: label, section: places[p].section, number: n, cells: cells, span: p.Whole(), table: t, para: p, due: due})
	}
	number(out)
	r.dittos(out)
	return out
}

// ofRow are the columns that say what a row is: a merged cell there makes no second row.
var ofRow = map[string]bool{"number": true, "title": true, "task": true, "group": true}

// number reads the number and the title of each model's row.
func number(rows []row) {
	next := 1
	for i := range rows {
		x := &rows[i]
		if x.kind != modelRow {
			continue
		}
		key := "title"
		if x.cells[key].Text == "" {
			key = "task"
		}
		title := x.cells[key]
		if item, ok := outline.ReadItem(title.Text); ok {
			x.number, x.item = item.Number, true
			x.cells[key] = title.From(item.End)
		} else if x.number == 0 {
			x.number = next
		}
		next = x.number + 1
	}
}

// codeOf reads the code of a model, of which the figures are its number: "MH-01".
var codeOf = pattern.MustCompile(`^[A-ZĐ]{1,4} ?[-.]? ?(\d{1,3})$`)

// contentsOf names the column that says what a row is about.
func contentsOf(cells map[string]outline.Phrase) string {
	if cells["title"].Text != "" {
		return "title"
	}
	return "task"
}

// numberWithin reads the number of a row that stands in the cell of its contents: "1.1 Tổ chức
// 02 lớp bồi dưỡng", "3. Tập huấn".
var numberWithin = pattern.MustCompile(`^(\d{1,2}(?:\.\d{1,2}){1,2}[.)]?|\d{1,3}[.)]) `)

// numbersWithin reports whether most rows of a table without a column of numbers have them in
// the cells of their contents.
func numbersWithin(t outline.Table, body []*outline.Para) bool {
	if t.Has("number") {
		return false
	}
	with, all := 0, 0
	for _, p := range body {
		cells := t.Cells(p)
		if len(cells) < 2 {
			continue
		}
		all++
		if numberWithin.MatchString(cells[contentsOf(cells)].Text) {
			with++
		}
	}
	return with > 1 && with*2 > all
}

// anyNumber reports whether some row of a table has a number in the column for it.
func anyNumber(t outline.Table, body []*outline.Para) bool {
	return slices.ContainsFunc(body, func(p *outline.Para) bool {
		return strings.ContainsAny(t.Cells(p)["number"].Text, "0123456789")
	})
}

// goesOn reports whether cells are the rest of the row before: a row broken over pages.
func goesOn(t outline.Table, label string, cells map[string]outline.Phrase, before []row, numbered bool) bool {
	if len(before) == 0 || before[len(before)-1].kind != modelRow || label != "" || !numbered {
		return false
	}
	if cells["title"].Text != "" {
		if _, ok := outline.ReadItem(cells["title"].Text); ok {
			return false
		}
	}
	return len(cells) > 0 && !strings.HasPrefix(normalize.Fold(cells["title"].Text), "nhóm") && !standsAlone(cells, before[len(before)-1].cells)
}

// standsAlone reports whether cells and those of the row before are two rows beside one number,
// which a merged cell holds: each says what is to be done, who leads and when.
func standsAlone(cells, before map[string]outline.Phrase) bool {
	for _, c := range []map[string]outline.Phrase{cells, before} {
		if !upperAt(c[contentsOf(c)].Text, 0) || !agency.Begins(c["lead"].Text) {
			return false
		}
		if _, start, ok := timeline.Only(c["timeline"].Text); !ok || start != 0 {
			return false
		}
	}
	return true
}

func joinCell(a, b outline.Phrase) outline.Phrase {
	switch {
	case a.Text == "":
		return b
	case b.Text == "":
		return a
	}
	return outline.Join(" ", a, b)
}

// onlyFirst reports whether all of a row's text stands in its first cell.
func onlyFirst(p *outline.Para) bool {
	for _, c := range p.Cells[1:] {
		if c.Text != "" {
			return false
		}
	}
	return p.Cells[0].Text != ""
}
