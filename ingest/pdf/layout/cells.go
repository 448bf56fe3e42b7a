package layout

import (
	"math"

	"kehoach/ingest/pdf/content"
)

// Rect is a stretch of a page, in points: from X0 to X1, Y0 its lower edge.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// Cells returns the cells of the tables that rules draw, row by row from the top.
func Cells(rules []content.Rule) (cells []Rect) {
	for _, t := range findTables(rules) {
		cols := t.columns()
		at := map[int]int{} // the cell that begins in a field, among cells
		for i := range t.cell {
			r, c := i/cols, i%cols
			field := Rect{t.xs[c], math.Min(t.ys[r], t.ys[r+1]), t.xs[c+1], math.Max(t.ys[r], t.ys[r+1])}
			k, known := at[t.cell[i]]
			if !known {
				at[t.cell[i]] = len(cells)
				cells = append(cells, field)
				continue
			}
			x := &cells[k]
			x.X0, x.Y0, x.X1, x.Y1 = math.Min(x.X0, field.X0), math.Min(x.Y0, field.Y0), math.Max(x.X1, field.X1), math.Max(x.Y1, field.Y1)
		}
	}
	return cells
}
