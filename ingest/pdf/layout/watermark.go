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
)

// setLine is a line of type by its height and its size, in points.
type setLine struct{ y, size float64 }

// withoutWatermark leaves out lines of large type that have the letters of other lines
// within theirs: nobody sets a heading so. Those that run obliquely are left out by
// directions.
func withoutWatermark(glyphs []content.Glyph, largest float64) []content.Glyph {
	small := overSize * commonSize(glyphs)
	if largest <= small {
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
		if slices.ContainsFunc(glyphs, func(o content.Glyph) bool { return o.Size < small && liesWithin(o, g) }) {
			crossed[lineOf(g)]++
		}
	}
	isOver := func(l setLine) bool { return crossed[l] > 0 && crossed[l]*overShare >= letters[l] }
	return slices.DeleteFunc(slices.Clone(glyphs), func(g content.Glyph) bool { return g.Size > small && isOver(lineOf(g)) })
}

func lineOf(g content.Glyph) setLine { return setLine{math.Round(g.Y), math.Round(g.Size)} }

// liesWithin reports whether the middle of a letter is within the body of a larger one.
func liesWithin(small, large content.Glyph) bool {
	x, y := small.X+small.Width/2, small.Y+0.3*small.Size
	return x > large.X+0.1*large.Width && x < large.X+0.9*large.Width && y > large.Y && y < large.Y+0.65*large.Size
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
