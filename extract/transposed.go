package extract

import (
	"kehoach/extract/outline"
)

// Tables whose columns are models: "Nội dung | Mô hình 1 | Mô hình 2" over rows of which the first
// cell is a label, "Chủ trì | Sở Y tế | Công an tỉnh".

// leastLabels are the rows with a label that such a table has, at least.
const leastLabels = 3

// readTransposed reads the tables whose columns are models.
func (r *reader) readTransposed() {
	ps := r.outline.Paras
	for i := 0; i < len(ps); i++ {
		items := columnItems(ps[i])
		if items == nil {
			continue
		}
		rows, taken := transposed(ps[i:], items)
		if taken < leastLabels+1 {
			continue
		}
		if g := ps[i].Parent; g != nil && r.isGroup(g) {
			r.understood[g] = true
			rows = append([]row{{kind: groupRow, label: g.Path(), cells: map[string]outline.Phrase{"title": g.Phrase}, span: g.Whole()}}, rows...)
		}
		for _, p := range ps[i : i+taken] {
			r.understood[p] = true
		}
		r.modelRows(rows)
		i += taken - 1
	}
}

// columnItems returns the heads of models in all cells of a row but the first, nil where one is none.
func columnItems(p *outline.Para) (items []outline.Item) {
	if len(p.Cells) < 2 {
		return nil
	}
	for _, c := range p.Cells[1:] {
		item, ok := outline.ReadItem(c.Text)
		if !ok {
			return nil
		}
		items = append(items, item)
	}
	return items
}

// transposed makes a row a model of the columns of the table at the start of ps, and counts the rows
// that it takes.
func transposed(ps []*outline.Para, items []outline.Item) (rows []row, taken int) {
	for k, item := range items {
		c := ps[0].Cells[k+1]
		rows = append(rows, row{number: item.Number, item: true, cells: map[string]outline.Phrase{}, span: c.Whole(), para: ps[0]})
		if title := c.From(item.End).Trim(); title.Text != "" {
			rows[k].cells["title"] = title
		}
	}
	for taken = 1; taken < len(ps); taken++ {
		p := ps[taken]
		if len(p.Cells) < 2 || len(p.Cells) > len(items)+1 {
			break
		}
		meaning, known := outline.Column(p.Cells[0].Text)
		if !known {
			break
		}
		for k, c := range p.Cells[1:] {
			if c.Text != "" {
				rows[k].cells[meaning] = c
				rows[k].span = rows[k].span.Union(c.Whole())
			}
		}
	}
	return rows, taken
}
