package layout

import (
	"math"

	"kehoach/ingest/pdf/content"
)

// Measures of raised figures, in sizes of the type of the line.
const (
	smallType   = 0.8  // its size, at most
	raised      = 0.65 // how far it may stand above or below its line
	leastRaised = 0.15 // how far it stands above its line
	closeBehind = 0.5  // how far from the letter in front of it
	maxRaised   = 500  // figures that are looked for on a page
)

var superscripts = map[string]string{"0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹"}

// snapRaised moves small figures that are drawn right behind a letter, a little above
// or below its line, onto that line. A raised one stays raised, by Unicode's character for
// it: the mark of a footnote behind "2023" is no part of the year. It changes glyphs.
func snapRaised(glyphs []content.Glyph) {
	var base, last *content.Glyph // the letter of full size, and what was set behind it
	var alone []int               // small figures that were drawn behind something else
	for i := range glyphs {
		g := &glyphs[i]
		if base != nil && g.Size < smallType*base.Size {
			if isBehind(last, g, base.Size) && math.Abs(g.Y-base.Y) < raised*base.Size {
				snapTo(g, base)
				last = g
				continue
			}
			if superscripts[g.Text] != "" && len(alone) < maxRaised {
				alone = append(alone, i)
			}
		}
		base, last = g, g
	}
	for _, i := range alone {
		snapAlone(glyphs, i)
	}
}

// isBehind reports whether g stands right behind a, on whatever line.
func isBehind(a, g *content.Glyph, size float64) bool {
	return math.Abs(g.X-a.X-a.Width) < closeBehind*size
}

// snapTo puts a glyph onto the line of another, and writes a raised figure as such.
func snapTo(g, base *content.Glyph) {
	if r, ok := superscripts[g.Text]; ok && g.Y-base.Y > leastRaised*base.Size {
		g.Text = r
	}
	g.Y = base.Y
}

// snapAlone snaps a raised figure, and those drawn behind it, onto the line of the letter
// that stands in front of it: a writer that takes letters from two fonts draws one line
// twice, and each time but a part of it.
func snapAlone(glyphs []content.Glyph, i int) {
	g := &glyphs[i]
	for k := range glyphs {
		base := &glyphs[k]
		above := g.Y - base.Y
		if g.Size >= smallType*base.Size || above <= leastRaised*base.Size || above >= raised*base.Size || !isBehind(base, g, base.Size) {
			continue
		}
		y := g.Y
		for ; i < len(glyphs) && glyphs[i].Y == y && glyphs[i].Size == g.Size && superscripts[glyphs[i].Text] != ""; i++ {
			snapTo(&glyphs[i], base)
		}
		return
	}
	snapBefore(glyphs, i)
}

// snapBefore puts a raised figure, and those drawn behind it, onto the line that begins behind it: the mark with which
// a footnote begins, which stays a figure.
func snapBefore(glyphs []content.Glyph, i int) {
	end := i
	for end < len(glyphs) && glyphs[end].Y == glyphs[i].Y && glyphs[end].Size == glyphs[i].Size && superscripts[glyphs[end].Text] != "" {
		end++
	}
	if end == len(glyphs) {
		return
	}
	line, last := &glyphs[end], &glyphs[end-1]
	above := last.Y - line.Y
	if last.Size >= smallType*line.Size || above <= leastRaised*line.Size || above >= raised*line.Size || !isBehind(last, line, line.Size) {
		return
	}
	for ; i < end; i++ {
		glyphs[i].Y = line.Y
	}
}
