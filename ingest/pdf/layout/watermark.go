package layout

import (
	"math"
	"slices"

	"kehoach/ingest/pdf/content"
)

// Measures of what lies over or under the text. A word across a page ("DỰ THẢO", a
// draft) is 3 to 8 times as large.
const (
	overSize  = 1.4 // of the type of the page
	overShare = 4   // one letter in so many has other text within it
	maxOver   = 200 // letters of such type on a page; a poster has more, and no watermark
	leastText = 100 // letters of a page that a word is put across
)

// setLine is a line of type by its height and its size, in points.
type setLine struct{ y, size float64 }

// withoutWatermark leaves out lines of large type that have the letters of other lines
// of the page within theirs: nobody sets a heading so. The glyphs are those that run in
// a direction, turned.
func withoutWatermark(glyphs []content.Glyph, d direction, page []content.Glyph) []content.Glyph {
	small := overSize * commonSize(page)
	if d.size <= small {
		return glyphs
	}
	text := middles(page, small, d)
	if len(text) < leastText {
		return glyphs
	}
	letters, crossed := map[setLine]int{}, map[setLine]int{}
	n := 0
	for _, g := range glyphs {
		if g.Size <= small || g.Text == " " {
			continue
		}
		if n++; n > maxOver {
			return glyphs
		}
		letters[lineOf(g)]++
		if slices.ContainsFunc(text, func(p [2]float64) bool { return liesIn(p, g) }) {
			crossed[lineOf(g)]++
		}
	}
	isOver := func(l setLine) bool { return crossed[l] > 0 && crossed[l]*overShare >= letters[l] }
	return slices.DeleteFunc(slices.Clone(glyphs), func(g content.Glyph) bool { return g.Size > small && isOver(lineOf(g)) })
}

func lineOf(g content.Glyph) setLine { return setLine{math.Round(g.Y), math.Round(g.Size)} }

// middles returns the middles of the letters below a size, turned as d is.
func middles(page []content.Glyph, below float64, d direction) (out [][2]float64) {
	for _, g := range page {
		if g.Size >= below || g.Text == " " {
			continue
		}
		angle := g.Angle
		if g.Quarter != oblique {
			angle = float64(g.Quarter) * math.Pi / 2
		}
		sin, cos := math.Sincos(angle)
		along, up := g.Width/2, 0.3*g.Size
		x, y := d.point(g.X+along*cos-up*sin, g.Y+along*sin+up*cos)
		out = append(out, [2]float64{x, y})
	}
	return out
}

// liesIn reports whether a point is within the body of a letter.
func liesIn(p [2]float64, g content.Glyph) bool {
	return p[0] > g.X+0.1*g.Width && p[0] < g.X+0.9*g.Width && p[1] > g.Y && p[1] < g.Y+0.65*g.Size
}

// commonSize returns the size that most glyphs have, to half a point.
func commonSize(glyphs []content.Glyph) float64 {
	var count [200]int
	best := 0
	for i := range glyphs {
		k := min(int(2*glyphs[i].Size), len(count)-1)
		if count[k]++; count[k] > count[best] {
			best = k
		}
	}
	return float64(best+1) / 2
}
