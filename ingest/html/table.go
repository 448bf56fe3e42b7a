package html

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kehoach/ingest/source"
)

const (
	maxColumnSpan = 200
	maxRowSpan    = 2000
	maxColumns    = 2000
	maxFields     = 200_000 // of one table
)

// table writes a table: a row a line, cells parted by tabs; one that only sets text
// side by side, the head of a document or its signatures, column by column.
func (w *writer) table(n *html.Node) {
	rows := rowsOf(n)
	if n.Parent != nil {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Caption && !dropped(c) {
				w.node(c)
			}
		}
	}
	g := layOut(rows)
	if !ruled(n, rows) && !headed(rows) && g.columns <= 3 {
		for c := range g.columns {
			for r := range g.cells {
				if cell := g.at(r, c); cell != nil {
					w.sideBySide(cell)
				}
			}
		}
		return
	}
	for r := range g.cells {
		texts := make([]string, g.columns)
		for c := range texts {
			if cell := g.at(r, c); cell != nil {
				texts[c] = cellText(cell)
			} else if g.above[[2]int{r, c}] {
				texts[c] = source.CellAbove
			}
		}
		if source.HasText(texts) {
			w.write(strings.Join(texts, "\t"))
		}
	}
}

// sideBySide writes a cell of a head or signature. It stands apart from the others,
// unless it holds the whole document.
func (w *writer) sideBySide(cell *html.Node) {
	total, _ := weigh(cell)
	w.apart, w.tight = true, total < 1000
	w.children(cell)
	w.endLine()
	w.apart, w.tight = true, false
}

// cellText returns the lines of a cell, those of a table in it too.
func cellText(cell *html.Node) string {
	var w writer
	w.children(cell)
	w.endLine()
	return source.Cell(strings.Split(w.out.String(), "\n"))
}

// rowsOf returns the rows of a table, not those of tables within it.
func rowsOf(n *html.Node) (rows []*html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Tr:
			if !dropped(c) {
				rows = append(rows, c)
			}
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, rowsOf(c)...)
		}
	}
	return rows
}

// grid holds the cells at their places; a merged one at the first of its places, and where it goes
// on below that.
type grid struct {
	cells   []map[int]*html.Node
	above   map[[2]int]bool
	columns int
}

func (g *grid) at(row, column int) *html.Node { return g.cells[row][column] }

func layOut(rows []*html.Node) *grid {
	g := &grid{cells: make([]map[int]*html.Node, len(rows)), above: map[[2]int]bool{}}
	taken := map[[2]int]bool{}
	for r, tr := range rows {
		g.cells[r] = map[int]*html.Node{}
		c := 0
		for td := tr.FirstChild; td != nil; td = td.NextSibling {
			if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
				continue
			}
			for taken[[2]int{r, c}] {
				c++
			}
			wide, high := span(td, "colspan", maxColumnSpan), min(span(td, "rowspan", maxRowSpan), len(rows)-r)
			g.cells[r][c] = td
			for i := 0; i < high && len(taken) < maxFields; i++ {
				if i > 0 {
					g.above[[2]int{r + i, c}] = true
				}
				for j := range wide {
					taken[[2]int{r + i, c + j}] = true
				}
			}
			if c += wide; c > maxColumns {
				break
			}
			g.columns = max(g.columns, c)
		}
	}
	return g
}

func span(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, most)
}

// ruled reports whether a table shows lines: it or a cell says so.
func ruled(n *html.Node, rows []*html.Node) bool {
	if b := strings.TrimSpace(attr(n, "border")); b != "" && b != "0" {
		return true
	}
	if lined(n) {
		return true
	}
	for _, tr := range rows {
		for td := tr.FirstChild; td != nil; td = td.NextSibling {
			if td.Type == html.ElementNode && lined(td) {
				return true
			}
		}
	}
	return false
}

// numberHeads are the headings of a column of numbers, with which most tables begin.
var numberHeads = []string{"TT", "STT", "SỐ TT", "S.TT", "SỐ THỨ TỰ"}

// headed reports whether a table has headings: cells that are called so, or that of a
// column of numbers. The lines that it shows may come from a style sheet.
func headed(rows []*html.Node) bool {
	if len(rows) < 2 {
		return false
	}
	cells := 0
	for td := rows[0].FirstChild; td != nil; td = td.NextSibling {
		switch {
		case td.DataAtom == atom.Th:
			return true
		case td.DataAtom == atom.Td && cells == 0 && slices.Contains(numberHeads, strings.ToUpper(strings.ReplaceAll(cellText(td), source.CellBreak, " "))):
			return true
		case td.DataAtom == atom.Td:
			cells++
		}
	}
	return false
}

// lined reports whether the style of an element has a border that is to be seen.
func lined(n *html.Node) bool {
	for declaration := range strings.SplitSeq(strings.ToLower(attr(n, "style")), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		name = strings.TrimSpace(name)
		if !strings.HasPrefix(name, "border") || strings.HasPrefix(name, "border-collapse") || strings.HasPrefix(name, "border-spacing") {
			continue
		}
		if strings.Contains(value, "solid") || strings.Contains(value, "double") || strings.Contains(value, "dotted") || strings.Contains(value, "dashed") {
			return true
		}
	}
	return false
}
