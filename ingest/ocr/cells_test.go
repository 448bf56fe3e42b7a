package ocr

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
)

// ruled is an image with a grid of rules and a stroke in each cell.
func ruled(columns, rows, side int) gray {
	g := gray{columns*side + 101, rows*side + 101, nil}
	g.pixels = bytes.Repeat([]byte{255}, g.width*g.height)
	ink := func(x, y int) { g.pixels[y*g.width+x] = 0 }
	for r := range rows + 1 {
		for x := range columns * side {
			ink(50+x, 50+r*side)
		}
	}
	for c := range columns + 1 {
		for y := range rows * side {
			ink(50+c*side, 50+y)
		}
	}
	for r := range rows {
		for c := range columns {
			for i := range 20 {
				ink(50+c*side+side/2, 50+r*side+side/2-10+i)
			}
		}
	}
	return g
}

// counting is a reader of cells that gives each a word, its number.
type counting struct{}

func (r *counting) blocks(_ context.Context, images []gray) ([]byte, error) {
	var rows []string
	for i, g := range images {
		rows = append(rows, fmt.Sprintf("5\t%d\t1\t1\t1\t1\t%d\t%d\t1\t20\t10\tô%d", i+1, margin, margin, i+1))
		if g.width > 1+2*margin || g.height != 20+2*margin {
			return nil, fmt.Errorf("image %d is %d by %d", i, g.width, g.height)
		}
	}
	return []byte(strings.Join(rows, "\n") + "\n"), nil
}

// TestTablesByCell holds that each cell of a table is read by itself and its words stand where
// they stood, that nothing of the table is left on the page around it, and that what was hardly
// recognised in a cell is kept.
func TestTablesByCell(t *testing.T) {
	const columns, rows, side = 3, 4, 130
	g := ruled(columns, rows, side)
	r := tableReader{counting: &counting{}}
	p, err := readTabled(t.Context(), g, g.rules(), &r)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Words) != columns*rows {
		t.Fatalf("%d words of %d cells", len(p.Words), columns*rows)
	}
	for i, w := range p.Words {
		x, y := 50+i%columns*side+side/2, 50+i/columns*side+side/2-10
		if abs(w.X-x) > 1 || abs(w.Y-y) > 1 || w.Text != fmt.Sprintf("ô%d", i+1) || w.Confidence < junk {
			t.Errorf("word %d: %+v, want it at %d, %d", i, w, x, y)
		}
	}
	if dark, ok := r.seen.ink(box{0, 0, g.width, g.height}); ok {
		t.Errorf("ink is left around the table: %v", dark)
	}
}

// TestEdges holds that what is left of a rule in a cell is painted over, and no letter at its side.
func TestEdges(t *testing.T) {
	page, ok := readPNM(drawn(300, 100, [4]int{0, 2, 200, 3}, [4]int{1, 10, 2, 99}, [4]int{20, 4, 40, 30}, [4]int{250, 60, 270, 99}))
	g := page.print
	if !ok {
		t.Fatal("no image")
	}
	g.withoutEdges(box{0, 0, 300, 100})
	if in, _ := g.ink(box{0, 0, 300, 100}); in != (box{20, 4, 271, 100}) {
		t.Errorf("ink in %v", in)
	}
}

// tableReader keeps the page that it is given.
type tableReader struct {
	*counting
	seen gray
}

func (r *tableReader) page(_ context.Context, g gray) ([]byte, error) {
	r.seen = g
	return nil, nil
}

// TestFewCells holds that two rules that cross are no table.
func TestFewCells(t *testing.T) {
	g := ruled(2, 1, 130)
	if got := g.cells(g.rules()); got != nil {
		t.Errorf("cells %v", got)
	}
}
