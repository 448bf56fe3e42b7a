package ocr

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kehoach/ingest/pdf/layout"
)

// A page with a table is recognised twice: the text around its tables as a page, and each cell
// by itself. Of a table as a whole tesseract makes columns and lines of its own, which lose the
// numbers of rows and join what stands in neighbouring cells.

// box is a stretch of an image, in pixels.
type box struct{ x0, y0, x1, y1 int }

// Measures in pixels at 200 dpi, and bounds.
const (
	leastCells = 6   // of a table worth it
	mostCells  = 600 // of a page; more is a drawing
	inset      = 5   // from the rules of a cell to what is read of it: they lean and are thick
	margin     = 12  // of paper around what is read
	leastInk   = 12  // dark pixels of a cell with text
	leastCell  = 14  // the shorter side of a cell that holds a line
)

// cells returns the cells of the tables that rules draw on an image.
func (g gray) cells(rules []Rule) (out []box) {
	const scale = Resolution / 72.0
	p := Page{Rules: rules}
	for _, c := range layout.Cells(p.Content().Rules) {
		b := box{int(c.X0*scale) + inset, int(-c.Y1*scale) + inset, int(c.X1*scale) - inset, int(-c.Y0*scale) - inset}
		b = box{max(0, b.x0), max(0, b.y0), min(g.width, b.x1), min(g.height, b.y1)}
		if b.x1-b.x0 >= leastCell && b.y1-b.y0 >= leastCell {
			out = append(out, b)
		}
	}
	if len(out) < leastCells || len(out) > mostCells {
		return nil
	}
	return out
}

// Measures in pixels at 200 dpi of what is left of a rule within a box: it leans, or is thick.
const (
	edge      = 8  // from the side of the box
	leastLeft = 40 // long; no stroke of a letter is
)

// withoutEdges paints over what is left of its rules along the sides of a box.
func (g gray) withoutEdges(b box) {
	pixel := func(x, y int) *byte { return &g.pixels[y*g.width+x] }
	paint := func(from, to int, at func(along int) *byte) {
		start := from
		for i := from; i <= to; i++ {
			if i < to && *at(i) < dark {
				continue
			}
			if i-start >= min(leastLeft, (to-from)*3/4) {
				for k := start; k < i; k++ {
					*at(k) = 255
				}
			}
			start = i + 1
		}
	}
	for d := range min(edge, (b.y1-b.y0)/4) {
		paint(b.x0, b.x1, func(x int) *byte { return pixel(x, b.y0+d) })
		paint(b.x0, b.x1, func(x int) *byte { return pixel(x, b.y1-1-d) })
	}
	for d := range min(edge, (b.x1-b.x0)/4) {
		paint(b.y0, b.y1, func(y int) *byte { return pixel(b.x0+d, y) })
		paint(b.y0, b.y1, func(y int) *byte { return pixel(b.x1-1-d, y) })
	}
}

// ink returns the stretch of a box in which there is ink; ok is false where there is hardly any.
func (g gray) ink(b box) (in box, ok bool) {
	in = box{b.x1, b.y1, b.x0, b.y0}
	n := 0
	for y := b.y0; y < b.y1; y++ {
		for x := b.x0; x < b.x1; x++ {
			if g.pixels[y*g.width+x] < dark {
				in = box{min(in.x0, x), min(in.y0, y), max(in.x1, x+1), max(in.y1, y+1)}
				n++
			}
		}
	}
	return in, n >= leastInk
}

// cut returns what stands in a box with paper around it, its ink black and its paper white: of a
// single figure the grain of a scan makes another.
func (g gray) cut(b box) gray {
	const black, paper = 51, 217
	out := gray{b.x1 - b.x0 + 2*margin, b.y1 - b.y0 + 2*margin, nil}
	out.pixels = bytes.Repeat([]byte{255}, out.width*out.height)
	for y := b.y0; y < b.y1; y++ {
		for x := b.x0; x < b.x1; x++ {
			p := int(g.pixels[y*g.width+x])
			out.pixels[(y-b.y0+margin)*out.width+x-b.x0+margin] = byte(max(0, min(255, (p-black)*255/(paper-black))))
		}
	}
	return out
}

// without returns the image with paper in the place of boxes and of the rules around them.
func (g gray) without(boxes []box, rules []Rule) gray {
	out := gray{g.width, g.height, bytes.Clone(g.pixels)}
	for _, b := range boxes {
		out.paper(b.wider(2 * inset))
	}
	for _, r := range rules {
		rule := box{r.X0, r.Y0, r.X1 + 1, r.Y1 + 1}
		if slices.ContainsFunc(boxes, func(b box) bool { return b.wider(2 * inset).meets(rule) }) {
			out.paper(rule.wider(edge))
		}
	}
	return out
}

// paper paints a box over.
func (g gray) paper(b box) {
	for y := max(0, b.y0); y < min(g.height, b.y1); y++ {
		for x := max(0, b.x0); x < min(g.width, b.x1); x++ {
			g.pixels[y*g.width+x] = 255
		}
	}
}

// wider is the box with so much more on each side; meets reports whether two overlap.
func (b box) wider(by int) box { return box{b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by} }

func (b box) meets(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 }

// A reader has tesseract read: an image as a page, images each as a block of lines. The answers
// are its tables; of blocks the page of a row is the number of its image, from 1.
type reader interface {
	page(context.Context, gray) ([]byte, error)
	blocks(context.Context, []gray) ([]byte, error)
}

// readTabled reads an image with the tables that rules draw on it, cell by cell.
func readTabled(ctx context.Context, g gray, rules []Rule, r reader) (Page, error) {
	boxes := g.cells(rules)
	var full []box
	var images []gray
	for _, b := range boxes {
		g.withoutEdges(b)
		if in, ok := g.ink(b); ok {
			full, images = append(full, in), append(images, g.cut(in))
		}
	}
	if len(images) < leastCells {
		table, err := r.page(ctx, g)
		return parse(table), err
	}
	around, err := r.page(ctx, g.without(boxes, rules))
	if err != nil {
		return Page{}, err
	}
	table, err := r.blocks(ctx, images)
	if err != nil {
		return Page{}, err
	}
	return parse(append(around, placed(table, full)...)), nil
}

// wordlike reads what is no stain though it was hardly recognised.
var wordlike = regexp.MustCompile(`[\p{L}\d].*[\p{L}\d]`)

// placed returns the rows of tesseract's table of blocks with the words where they stand on the
// page: the number of the image is that of the block, so that no two lines are one.
func placed(table []byte, boxes []box) []byte {
	var out bytes.Buffer
	for row := range strings.Lines(string(table)) {
		f := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(f) < 12 || f[0] != "5" {
			continue
		}
		n, err := strconv.Atoi(f[1])
		x, bad := strconv.Atoi(f[6])
		y, worse := strconv.Atoi(f[7])
		if err != nil || bad != nil || worse != nil || n < 1 || n > len(boxes) {
			continue
		}
		if c, err := strconv.ParseFloat(f[10], 64); err == nil && c < junk && wordlike.MatchString(f[11]) {
			f[10] = strconv.Itoa(junk) // in a cell it is a poor word, no stain
		}
		b := boxes[n-1]
		f[1], f[6], f[7] = "cell "+f[1], strconv.Itoa(x+b.x0-margin), strconv.Itoa(y+b.y0-margin)
		out.WriteString(strings.Join(f, "\t") + "\n")
	}
	return out.Bytes()
}
