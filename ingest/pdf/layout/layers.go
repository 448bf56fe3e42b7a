package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"kehoach/ingest/pdf/content"
)

// Measures of texts that are drawn over each other, in sizes of the type and in letters.
const (
	onTop      = 0.4  // of the width of a letter that the next one covers
	leastOnTop = 4    // letters of a line that cover others
	onTopShare = 6    // one letter in so many covers another
	maxLayered = 3000 // letters of a line that is looked at
	strandBack = 0.3  // how far back the next letter of a text may begin
	strandGap  = 4.0  // how far on
	maxLayers  = 8

	leastStrand = 4 // letters of a text, on average
)

// layers parts the letters of a line, from left to right, where texts lie on top of each
// other, as a stamp over what it was put on: each then is a line of its own. The letters
// of all others, which is nearly every line, come back as they are. Drawn is the order in
// which the page draws them.
func layers(glyphs []*content.Glyph, drawn func() map[*content.Glyph]int) [][]*content.Glyph {
	if !crowded(glyphs) {
		return [][]*content.Glyph{glyphs}
	}
	order := drawn()
	byDrawing := slices.Clone(glyphs)
	slices.SortStableFunc(byDrawing, func(a, b *content.Glyph) int { return cmp.Compare(order[a], order[b]) })
	texts := strands(byDrawing)
	if len(texts)*leastStrand > len(glyphs) { // each letter for itself: their widths are wrong
		return [][]*content.Glyph{glyphs}
	}
	var out [][]*content.Glyph
	for _, s := range texts {
		at := slices.IndexFunc(out, func(layer []*content.Glyph) bool { return fits(layer, s) })
		switch {
		case at >= 0:
			out[at] = append(out[at], s...)
		case len(out) < maxLayers:
			out = append(out, slices.Clone(s))
		default:
			out[maxLayers-1] = append(out[maxLayers-1], s...)
		}
	}
	for _, layer := range out {
		slices.SortStableFunc(layer, func(a, b *content.Glyph) int { return cmp.Compare(a.X, b.X) })
	}
	return out
}

// crowded reports whether many letters of a line cover others than themselves.
func crowded(glyphs []*content.Glyph) bool {
	covered := 0
	var last *content.Glyph
	for _, g := range glyphs {
		if g.Text == " " {
			continue
		}
		if last != nil && liesOn(last, g) {
			covered++
		}
		last = g
	}
	return covered >= leastOnTop && covered*onTopShare >= len(glyphs) && len(glyphs) <= maxLayered
}

// liesOn reports whether one letter covers the end of another one.
func liesOn(a, b *content.Glyph) bool {
	return a.Text != b.Text && b.X < a.X+a.Width*(1-onTop) && b.X+b.Width > a.X+a.Width*onTop
}

// strands parts letters, in the order in which they are drawn, into texts each of which
// goes on to the right.
func strands(glyphs []*content.Glyph) (out [][]*content.Glyph) {
	start := 0
	for i := 1; i < len(glyphs); i++ {
		a, g := glyphs[i-1], glyphs[i]
		gap := g.X - a.X - a.Width
		if gap < -strandBack*g.Size || gap > strandGap*g.Size || math.Abs(a.Y-g.Y) > 0.05*g.Size && !strings.ContainsAny(g.Text, "⁰¹²³⁴⁵⁶⁷⁸⁹") {
			out = append(out, glyphs[start:i])
			start = i
		}
	}
	return append(out, glyphs[start:])
}

// fits reports whether hardly a letter of a text lies on one of a layer.
func fits(layer, text []*content.Glyph) bool {
	on := 0
	for _, g := range text {
		if g.Text != " " && slices.ContainsFunc(layer, func(l *content.Glyph) bool { return l.Text != " " && (liesOn(l, g) || liesOn(g, l)) }) {
			on++
		}
	}
	return on < 2 && on*3 < len(text) || on == 0
}
