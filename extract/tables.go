package extract

import (
	"strconv"
	"strings"

	"kehoach/extract/check"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// readTables reads the tables of models or tasks. A table of models is an appendix where
// the body has models, else its rows are the models. It returns the rows of tables of tasks that
// stand in an annex: what they are shows when the body has been read.
func (r *reader) readTables() (annexed []row) {
	if len(r.x.Models) == 0 {
		r.readTransposed()
	}
	inBody := len(r.x.Models) > 0
	places := r.places()
	for _, t := range outline.Tables(r.outline.Paras) {
		if t.Has("title") || t.Has("task") {
			t.NameByContents("timeline", func(s string) bool { _, start, ok := timeline.Only(s); return ok && start == 0 })
		}
		rows := r.rows(t, places)
		for _, p := range t.Rows {
			r.understood[p] = true
		}
		if t.Legend != nil {
			r.understood[t.Legend] = true
		}
		first := places[t.Rows[0]]
		r.understandTitle(first.at)
		switch {
		case inBody && t.Has("number") && !t.Has("title") && !t.Has("task") && !numbersModels(t):
			// "TT | Đơn vị | Số đội hình": of what it numbers nothing tells
		case inBody && t.Has("number") && !t.Has("title") && !t.Has("task"):
			for _, row := range rows {
				r.complete(row, places[row.para].above)
			}
		case t.Has("title") && inBody:
			for _, row := range rows {
				r.appendix(row)
			}
		case t.Has("title") || t.Has("task") && r.namesModels(rows):
			r.modelRows(rows)
		case t.Has("task") && !inBody && first.annex:
			annexed = append(annexed, rows...)
		case t.Has("task") && !inBody:
			r.taskRows(rows)
		}
	}
	return annexed
}

// numbersModels reports whether the numbers of a table without titles may be those of models: the head
// of their column says so, or no column tells anything else than what models have.
func numbersModels(t outline.Table) bool {
	return ofModels.MatchString(normalize.Fold(t.Head("number"))) || !t.Has("")
}

// ofModels reads the head of a column of models' numbers.
var ofModels = pattern.MustCompile(`mô hình|^mh$|^số mh$|^mã`)

// A place is where the row of a table stands in its document.
type place struct {
	at      int           // among the paragraphs
	annex   bool          // below the head of an annex, or behind the section that ends a plan
	group   *outline.Para // the heading of a group right above the table; nil where there is none
	above   *outline.Para // the last paragraph before the table
	section string        // the path of the heading it stands under
}

// places finds where the rows of the tables stand, in one pass: behind "III. TỔ CHỨC THỰC HIỆN"
// a table is an annex, and "1. Nhóm mô hình …" may have one of its own.
func (r *reader) places() map[*outline.Para]place {
	out := map[*outline.Para]place{}
	annex, ended := false, false
	var group, above *outline.Para
	for i, p := range r.outline.Paras {
		if p.Cells != nil {
			out[p] = place{i, annex || ended, group, above, r.headedBy(p)}
			continue
		}
		group, above = nil, p
		switch s := p.Marker.Style; {
		case p.IsGroup():
			group = p
		case s == outline.Annex:
			annex = true
		case s == outline.Roman || s == outline.Part:
			ended = purpose(p.Text) == "duties"
		}
	}
	return out
}

// understandTitle marks the title of an annex above its table as read: the unmarked
// paragraphs, and the one before them where it is "Phụ lục …".
func (r *reader) understandTitle(first int) {
	for above := first - 1; above >= 0; above-- {
		p := r.outline.Paras[above]
		if p.Cells != nil || p.Marker.Style != outline.None && p.Marker.Style != outline.Annex {
			return
		}
		r.understood[p] = true
		if p.Marker.Style == outline.Annex {
			return
		}
	}
}

// namesModels reports whether the rows of a table of contents are models.
func (r *reader) namesModels(rows []row) bool {
	for _, row := range rows {
		if row.kind == modelRow && row.item {
			return true
		}
	}
	return false
}

// rowBodies reads who leads and who cooperates in a row.
func (r *reader) rowBodies(x row) (lead, cooperating, implementing []plan.Agency) {
	r.cell(x, "lead", func(c outline.Phrase) {
		lead = r.list(c)
		r.unnamed(x.table.Head("lead"), c, len(lead))
	})
	r.cell(x, "cooperating", func(c outline.Phrase) {
		cooperating = r.list(c)
		r.unnamed(x.table.Head("cooperating"), c, len(cooperating))
	})
	r.cell(x, "executing", func(c outline.Phrase) {
		by := r.roles(c)
		r.unnamed(x.table.Head("executing"), c, by.count())
		lead, cooperating = append(lead, by.lead...), append(cooperating, by.cooperating...)
		implementing = append(by.implementing, by.supporting...)
	})
	return lead, cooperating, implementing
}

// cell runs read on the cell of a row that has a meaning.
func (r *reader) cell(x row, meaning string, read func(outline.Phrase)) {
	if c := x.cells[meaning].Trim(); c.Text != "" {
		r.within("column", x.table.Head(meaning), func() { read(c) })
	}
}

// rowTime reads the time in the row of a model or task.
func (r *reader) rowTime(x row, name string) (t *plan.Timeline) {
	r.inside(name, func() {
		if t = r.noted(x); t != nil {
			return
		}
		r.cell(x, "timeline", func(c outline.Phrase) {
			lines := c.Lines()
			for i, l := range lines {
				if _, ok := timeline.Parse(l.Trim().Text); !ok || i > 0 && small(l.Text) {
					lines = []outline.Phrase{c} // one time over several lines
					break
				}
			}
			if begun := r.begun(x); begun != nil && r.isEnd(begun, lines[0]) {
				t = r.edge(begun, "ends", lines[0])
				return
			}
			t = r.timeline(lines...)
			endsWithin(t, x.table.Head("timeline"))
		})
		for _, meaning := range []string{"begins", "ends"} {
			r.cell(x, meaning, func(c outline.Phrase) { t = r.edge(t, meaning, c) })
		}
		switch {
		case t != nil || x.table.Has("timeline"):
		case x.due != nil:
			t = x.due
		case x.para != nil:
			t = r.timeAbove(x.para)
		}
	})
	return t
}

// noted reads the time that a row of a calendar has among its notes, nil where there is none: it is
// the row's own, and what the first column says that of all beside it.
func (r *reader) noted(x row) (t *plan.Timeline) {
	if !x.table.IsCalendar() {
		return nil
	}
	r.cell(x, "other", func(c outline.Phrase) {
		if _, start, ok := timeline.Only(c.Text); ok && start == 0 {
			t = r.timeline(c)
		}
	})
	return t
}

// begun reads the cell of a row that says when the work begins; nil where there is none.
func (r *reader) begun(x row) (t *plan.Timeline) {
	r.cell(x, "begins", func(c outline.Phrase) { t = r.edge(nil, "begins", c) })
	return t
}

func (r *reader) appendix(x row) {
	if x.kind != modelRow {
		return
	}
	title := x.cells["title"]
	if title.Text == "" {
		title = x.cells["task"]
	}
	a := plan.AppendixRow{Number: x.number, Title: withoutNumber(title.Trim()).Text, Span: x.span}
	a.Lead, a.Cooperating, _ = r.rowBodies(x)
	a.Forces, a.Tools = text(x.cells["forces"]), text(x.cells["tools"])
	a.Timeline = r.rowTime(x, check.NameRow(r.x, x.number))
	r.x.Appendix = append(r.x.Appendix, a)
}

// text returns the text of a cell, nil where it is empty.
func text(s outline.Phrase) *string {
	if s = s.Trim(); s.Text != "" {
		return &s.Text
	}
	return nil
}

// modelRows makes models and groups of the rows of a table.
func (r *reader) modelRows(rows []row) {
	group := ""
	for _, x := range rows {
		if x.kind == groupRow {
			title, declared := groupTitle(x.cells["title"])
			group = x.label
			if group == "" {
				group = strconv.Itoa(len(r.x.Groups) + 1)
			}
			r.x.Groups = append(r.x.Groups, plan.Group{Label: group, Title: title.Text, Declared: declared, Span: x.span})
			continue
		}
		title := x.cells["title"]
		if title.Text == "" {
			title = x.cells["task"]
		}
		m := plan.Model{Number: x.number, Title: title.Trim().Text, Span: x.span, Spans: map[string]source.Span{"title": title.Whole()}}
		m.Lead, m.Cooperating, m.Implementing = r.rowBodies(x)
		r.cell(x, "supporting", func(c outline.Phrase) { m.Supporting = r.list(c) })
		m.Objective = text(x.cells["objective"])
		if m.Objective == nil && strings.HasPrefix(normalize.Fold(x.table.Head("product")), "kết quả") {
			m.Objective = text(x.cells["product"]) // as in the field "Kết quả"
			delete(x.cells, "product")
		}
		m.Timeline = r.rowTime(x, nameModel(x.number))
		r.cell(x, "tools", func(c outline.Phrase) { m.Tools = r.tools(c) })
		if f := text(x.cells["forces"]); f != nil {
			m.Forces = []string{*f}
		}
		if p := x.cells["product"].Trim(); p.Text != "" {
			m.Other = append(m.Other, plan.Field{Label: "Sản phẩm", Text: p.Text, Span: p.Whole()})
		}
		if m.Timeline != nil {
			m.Spans["timeline"] = m.Timeline.Span
		}
		for k, c := range x.cells {
			if c.Text != "" && k != "begins" && k != "ends" {
				m.Spans[k] = c.Whole()
				r.because(k, c.Whole(), Step{"column", x.table.Head(k)})
			}
		}
		if n := len(r.x.Groups); n > 0 && group != "" {
			g := &r.x.Groups[n-1]
			g.Models = append(g.Models, m.Number)
			m.Group = &g.Label
		}
		r.x.Models = append(r.x.Models, m)
	}
}

// taskRows makes tasks of the rows of a table.
func (r *reader) taskRows(rows []row) {
	section, group := "", ""
	counted := map[string]int{} // the rows without a number of their own, by what they stand under
	for _, x := range rows {
		if x.section != section {
			section, group = x.section, ""
		}
		if x.kind == groupRow {
			if group = x.label; x.aboveTable {
				group = ""
			}
			continue
		}
		task := withoutNumber(x.cells["task"].Trim())
		if task.Text == "" {
			continue
		}
		label := x.label
		if label == "" {
			counted[rowID(section, group, "")]++
			label = strconv.Itoa(counted[rowID(section, group, "")])
		}
		id := r.taskID(rowID(section, group, label))
		t := plan.Task{ID: id, Text: task.Text, Span: x.span, Product: text(x.cells["product"])}
		t.Lead, t.Cooperating, t.Implementing = r.rowBodies(x)
		t.Timeline = r.rowTime(x, nameTask(id))
		if t.Product != nil {
			r.because("product "+t.ID, source.Span{}, Step{"column", x.table.Head("product")})
		}
		r.x.Tasks = append(r.x.Tasks, t)
	}
}
