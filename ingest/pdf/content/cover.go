package content

import (
	"math"
	"math/bits"
)

// cover is the part of a page that images cover, in cells of a grid: those of one page
// may be the strips in which a scanner sends it, or lie on top of each other.
type cover [coverCells]uint32

const coverCells = 32 // in each direction

// add marks the cells whose middle an image covers that fills the unit square of m. One
// that stands askew covers the box around it.
func (c *cover) add(m matrix, box [4]float64) {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, corner := range [4][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}} {
		x, y := m.point(corner[0], corner[1])
		x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
	}
	fromX, toX := cells(x0, x1, box[0], box[2])
	fromY, toY := cells(y0, y1, box[1], box[3])
	if fromX >= toX {
		return
	}
	row := uint32((1<<toX - 1) &^ (1<<fromX - 1))
	for y := fromY; y < toY; y++ {
		c[y] |= row
	}
}

// cells returns the half-open range of the cells between low and high whose middles lie
// between a and b.
func cells(a, b, low, high float64) (from, to int) {
	cell := func(x float64) int {
		return int(math.Max(0, math.Min(coverCells, math.Round((x-low)/(high-low)*coverCells))))
	}
	if math.IsNaN(a + b) {
		return 0, 0
	}
	return cell(a), cell(b)
}

// share is the part of the page that is covered, from 0 to 1.
func (c *cover) share() float64 {
	n := 0
	for _, row := range c {
		n += bits.OnesCount32(row)
	}
	return float64(n) / (coverCells * coverCells)
}
