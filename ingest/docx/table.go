package docx

import (
	"slices"
	"strconv"
	"strings"

	"kehoach/ingest/source"
)

const maxSpan = 200 // columns of a merged cell

// table adds a table: a row a line; but one that only sets text side by side, the head of
// a document or its signatures, without borders and headings, column by column.
func (d *document) table(t *node) {
	d.inCell++
	defer func() { d.inCell-- }()
	rows := d.rows(t)
	if d.inCell == 1 && !d.bordered(t) && !headed(t, rows) && columns(rows) <= 3 {
		for c := range columns(rows) {
			for _, r := range rows {
				if c < len(r.cells) {
					d.add(strings.Join(r.cells[c], "\n"), r.page)
				}
			}
		}
		return
	}
	for i, r := range rows {
		cells := make([]string, len(r.cells))
		for c, text := range r.cells {
			if cells[c] = source.Cell(text); slices.Contains(r.above, c) {
				cells[c] = source.CellAbove
			}
		}
		if source.HasText(cells) {
			d.lines = append(d.lines, line{strings.Join(cells, "\t"), r.page, i == 0 && len(d.lines) > 0})
		}
	}
}

// numberHeads are the headings of a column of numbers, with which most tables begin.
var numberHeads = []string{"TT", "STT", "SỐ TT", "S.TT", "SỐ THỨ TỰ"}

// headed reports whether a table has headings: it says so, or its first column has that
// of numbers.
func headed(t *node, rows []row) bool {
	if first := t.kid("tr"); first.kid("trPr").on("tblHeader") {
		return true
	}
	return len(rows) > 1 && len(rows[0].cells) > 1 && slices.Contains(numberHeads, strings.ToUpper(strings.Join(rows[0].cells[0], " ")))
}

// row is a row of a table: for each column of the grid the paragraphs of its cell. A
// cell over several columns stands in the first; one that goes on from above is empty.
type row struct {
	cells [][]string
	above []int // the columns whose cells go on from above
	page  int
}

func columns(rows []row) (n int) {
	for _, r := range rows {
		n = max(n, len(r.cells))
	}
	return n
}

// rows reads the rows of a table, through the containers around them.
func (d *document) rows(n *node) (rows []row) {
	for _, k := range n.kids {
		switch {
		case removed[k.name]:
		case k.name == "tr":
			if k.kid("trPr").kid("del") == nil {
				rows = append(rows, d.row(k))
			}
		case containers[k.name]:
			rows = append(rows, d.rows(k)...)
		}
	}
	return rows
}

func (d *document) row(tr *node) row {
	r := row{page: d.page}
	if before := tr.kid("trPr").kid("gridBefore"); before != nil {
		r.cells = make([][]string, span(before))
	}
	d.cells(tr, &r)
	return r
}

func (d *document) cells(n *node, r *row) {
	for _, k := range n.kids {
		switch {
		case removed[k.name]:
		case k.name == "tc":
			properties := k.kid("tcPr")
			merge := properties.kid("vMerge")
			var text []string
			if merge == nil || merge.attr("val") == "restart" {
				text = d.cell(k)
			} else {
				r.above = append(r.above, len(r.cells))
			}
			r.cells = append(r.cells, text)
			for range span(properties.kid("gridSpan")) - 1 {
				r.cells = append(r.cells, nil)
			}
		case containers[k.name]:
			d.cells(k, r)
		}
	}
}

// cell returns the lines of a cell; a table within it gives its rows.
func (d *document) cell(tc *node) []string {
	outer := d.lines
	d.lines = nil
	var walk func(*node)
	walk = func(n *node) {
		for _, k := range n.kids {
			if containers[k.name] {
				walk(k)
				continue
			}
			d.block(k)
		}
	}
	walk(tc)
	var text []string
	for _, l := range d.lines {
		text = append(text, strings.ReplaceAll(l.text, "\t", " "))
	}
	d.lines = outer
	return text
}

// span returns the columns of a merged cell, at least 1.
func span(n *node) int {
	v, err := strconv.Atoi(n.attr("val"))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, maxSpan)
}

// bordered reports whether a table shows lines: by itself, by a cell or by its style.
func (d *document) bordered(t *node) bool {
	properties := t.kid("tblPr")
	if b := properties.kid("tblBorders"); b != nil && drawn(b) {
		return true
	}
	if d.styles.bordered(properties.kid("tblStyle").attr("val")) && properties.kid("tblBorders") == nil {
		return true
	}
	for _, tr := range t.kids {
		for _, tc := range tr.kids {
			if b := tc.kid("tcPr").kid("tcBorders"); b != nil && drawn(b) {
				return true
			}
		}
	}
	return false
}

func drawn(borders *node) bool {
	for _, b := range borders.kids {
		if v := b.attr("val"); v != "" && v != "nil" && v != "none" {
			return true
		}
	}
	return false
}
