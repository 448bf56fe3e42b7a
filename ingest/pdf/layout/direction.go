package layout

import (
	"cmp"
	"math"
	"slices"

	"kehoach/ingest/pdf/content"
)

// direction is one in which lines run on a page: quarter turns or, where that is
// oblique, an angle.
type direction struct {
	quarter int8
	angle   float64 // in radians, anticlockwise; for oblique ones
	count   int     // glyphs
	size    float64 // of the largest type
}

// oblique is the quarter of directions that are none.
const oblique = -1

// Measures of oblique text. A scan that was recognised askew has all its text so; a
// watermark is large and says little.
const (
	sameAngle     = math.Pi / 90 // directions nearer than this are one
	watermarkSize = 1.8          // of the main type
	maxOblique    = 20           // directions on a page; a drawing may have hundreds
)

// directions returns those of the glyphs of a page, the one of most glyphs first. It
// leaves out watermarks.
func directions(glyphs []content.Glyph) []direction {
	var out [4]direction
	var angles []content.Glyph
	for _, g := range glyphs {
		if g.Quarter == oblique {
			angles = append(angles, g)
			continue
		}
		d := &out[g.Quarter]
		d.quarter, d.count, d.size = g.Quarter, d.count+1, max(d.size, g.Size)
	}
	all := slices.DeleteFunc(out[:], func(d direction) bool { return d.count == 0 })
	slices.SortStableFunc(angles, func(a, b content.Glyph) int { return cmp.Compare(a.Angle, b.Angle) })
	straight := len(all)
	for i, g := range angles {
		if i == 0 || g.Angle-angles[i-1].Angle > sameAngle {
			all = append(all, direction{quarter: oblique, angle: g.Angle})
		}
		d := &all[len(all)-1]
		d.count, d.size = d.count+1, max(d.size, g.Size)
	}
	if len(all) > straight+maxOblique {
		all = all[:straight+maxOblique]
	}
	slices.SortStableFunc(all, func(a, b direction) int { return cmp.Compare(b.count, a.count) })
	if len(all) < 2 {
		return all
	}
	main := usualSize(glyphs, all[0])
	return append(all[:1], slices.DeleteFunc(all[1:], func(d direction) bool { return d.quarter == oblique && d.size > watermarkSize*main })...)
}

// usualSize returns the size of most of the glyphs of a direction.
func usualSize(glyphs []content.Glyph, d direction) float64 {
	var sizes []float64
	for _, g := range glyphs {
		if d.has(g) {
			sizes = append(sizes, g.Size)
		}
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// has reports whether a glyph runs in the direction.
func (d direction) has(g content.Glyph) bool {
	return g.Quarter == d.quarter && (d.quarter != oblique || math.Abs(g.Angle-d.angle) < sameAngle)
}

// turn returns the glyphs that run in the direction, turned so that they run to the
// right.
func (d direction) turn(glyphs []content.Glyph) []content.Glyph {
	if d.quarter == 0 && !slices.ContainsFunc(glyphs, func(g content.Glyph) bool { return g.Quarter != 0 }) {
		return glyphs
	}
	out := make([]content.Glyph, 0, len(glyphs))
	for _, g := range glyphs {
		if d.has(g) {
			g.X, g.Y = d.point(g.X, g.Y)
			out = append(out, g)
		}
	}
	return out
}

func (d direction) point(x, y float64) (float64, float64) {
	switch d.quarter {
	case 0:
		return x, y
	case 1:
		return y, -x
	case 2:
		return -x, -y
	case 3:
		return -y, x
	}
	sin, cos := math.Sincos(d.angle)
	return x*cos + y*sin, y*cos - x*sin
}

// at returns where a point is that was turned for another direction, by quarters both.
func (d direction) at(other direction, x, y float64) (float64, float64) {
	back := direction{quarter: (4 - other.quarter) % 4}
	return d.point(back.point(x, y))
}

func (d direction) turnRules(rules []content.Rule) []content.Rule {
	out := make([]content.Rule, len(rules))
	for i, r := range rules {
		x0, y0 := d.point(r.X0, r.Y0)
		x1, y1 := d.point(r.X1, r.Y1)
		out[i] = content.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1)}
	}
	return out
}
