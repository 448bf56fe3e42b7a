package ocr

import "slices"

// A page that was photographed, or lay open in a thick file, is darker on one side than on the
// other. Each pixel is held against the paper around it: what is paper is found patch by patch and
// made equally bright.
const (
	patch     = 32 // pixels: more than a stroke of a letter, less than a shadow
	paperRank = 80 // percent of a patch's pixels that are no brighter than its paper
	uneven    = 24 // between the brightest and the darkest paper of a page; less does no harm
	fewest    = 4  // percent of the patches at either end that may be pictures or the scanner's edge
	leastLit  = 70 // paper; darker is a picture or the table below the page
)

// lit is the brightness of the paper of each patch of an image.
type lit struct {
	columns, rows int
	paper         []byte
}

// evened returns the image with its paper equally bright all over.
func (g gray) evened() gray {
	l := g.light()
	sorted := slices.Sorted(slices.Values(l.paper))
	dark, bright := sorted[len(sorted)*fewest/100], sorted[len(sorted)*(100-fewest)/100]
	if int(bright)-int(dark) < uneven {
		return g
	}
	out := gray{g.width, g.height, make([]byte, len(g.pixels))}
	for y := range g.height {
		for x := range g.width {
			i := y*g.width + x
			out.pixels[i] = byte(min(255, int(g.pixels[i])*int(bright)/l.at(x, y)))
		}
	}
	return out
}

// light finds the paper of an image. A patch that is all ink has that of those around it.
func (g gray) light() lit {
	l := lit{columns: (g.width + patch - 1) / patch, rows: (g.height + patch - 1) / patch}
	l.paper = make([]byte, l.columns*l.rows)
	for row := range l.rows {
		for column := range l.columns {
			l.paper[row*l.columns+column] = g.paperOf(box{column * patch, row * patch, min(g.width, (column+1)*patch), min(g.height, (row+1)*patch)})
		}
	}
	return l.over(middle)
}

// paperOf returns the brightness that most pixels of a box do not exceed.
func (g gray) paperOf(b box) byte {
	var count [256]int
	for y := b.y0; y < b.y1; y++ {
		for _, p := range g.pixels[y*g.width+b.x0 : y*g.width+b.x1] {
			count[p]++
		}
	}
	seen, all := 0, (b.x1-b.x0)*(b.y1-b.y0)
	for v, n := range count {
		if seen += n; seen*100 >= all*paperRank {
			return byte(v)
		}
	}
	return 255
}

func middle(values []byte) byte {
	slices.Sort(values)
	return values[len(values)/2]
}

// over returns the light with what f makes of each patch and those around it in its place.
func (l lit) over(f func([]byte) byte) lit {
	out := lit{l.columns, l.rows, make([]byte, len(l.paper))}
	var around []byte
	for row := range l.rows {
		for column := range l.columns {
			around = around[:0]
			for r := max(0, row-1); r <= min(l.rows-1, row+1); r++ {
				around = append(around, l.paper[r*l.columns+max(0, column-1):r*l.columns+min(l.columns, column+2)]...)
			}
			out.paper[row*l.columns+column] = f(around)
		}
	}
	return out
}

// at returns the brightness of the paper at a pixel, from the middles of the four patches around it.
func (l lit) at(x, y int) int {
	const half = patch / 2
	column, row := (x+half)/patch-1, (y+half)/patch-1
	right, down := (x+half)%patch, (y+half)%patch
	paper := func(c, r int) int {
		return int(l.paper[min(max(0, r), l.rows-1)*l.columns+min(max(0, c), l.columns-1)])
	}
	top := paper(column, row)*(patch-right) + paper(column+1, row)*right
	low := paper(column, row+1)*(patch-right) + paper(column+1, row+1)*right
	return max(leastLit, (top*(patch-down)+low*down)/(patch*patch))
}
