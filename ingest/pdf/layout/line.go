package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/pdf/content"
)

// Measures of text, in sizes of the type. They come from documents of eight producers.
const (
	sameLine = 0.35 // baselines nearer than this are one line
	wordGap  = 0.16 // a gap this wide is a blank; letters stand nearer, blanks are 0.2 to 0.33
	pieceGap = 0.9  // a gap this wide may be a gutter between columns
	doubled  = 0.12 // the same letter so near is one letter drawn twice to be bold

	spacedOut = 0.06 // a gap between all letters that is more than chance
	manyGaps  = 6    // between letters, of which half must be wide; of fewer all, and even
	evenGaps  = 0.03 // by how much those differ that spacing out makes
)

// piece is a stretch of a line without a wide gap.
type piece struct {
	x0, x1 float64
	text   string
	doubts []string // the words of it that are not sure
}

// textLine is a line with its pieces from left to right.
type textLine struct {
	y, size float64
	pieces  []piece
}

func (l *textLine) x0() float64 { return l.pieces[0].x0 }
func (l *textLine) x1() float64 { return l.pieces[len(l.pieces)-1].x1 }

// text returns the pieces with a blank between, in the order in which they are read.
func (l *textLine) text() string {
	if len(l.pieces) == 1 {
		return logical(l.pieces[0].text)
	}
	parts := make([]string, len(l.pieces))
	for i, p := range l.pieces {
		parts[i] = p.text
	}
	return logical(strings.Join(parts, " "))
}

func (l *textLine) line() Line {
	line := Line{Text: l.text(), x0: l.x0(), x1: l.x1(), y: l.y, size: l.size}
	for _, p := range l.pieces {
		line.Doubts = append(line.Doubts, p.doubts...)
	}
	return line
}

// linesOf makes lines out of glyphs in any order, from the top down.
func linesOf(glyphs []content.Glyph) []*textLine {
	if len(glyphs) == 0 {
		return nil
	}
	snapRaised(glyphs)
	byHeight := make([]*content.Glyph, len(glyphs))
	for i := range glyphs {
		byHeight[i] = &glyphs[i]
	}
	sortBy(byHeight, func(a, b *content.Glyph) int { return cmp.Compare(b.Y, a.Y) })
	drawn := sync.OnceValue(func() map[*content.Glyph]int { return drawingOrder(glyphs) })
	var lines []*textLine
	start := 0
	for i, g := range byHeight {
		first := byHeight[start]
		if i > start && first.Y-g.Y > sameLine*max(first.Size, g.Size) {
			lines = appendLines(lines, byHeight[start:i], drawn)
			start = i
		}
	}
	return appendLines(lines, byHeight[start:], drawn)
}

func drawingOrder(glyphs []content.Glyph) map[*content.Glyph]int {
	order := make(map[*content.Glyph]int, len(glyphs))
	for i := range glyphs {
		order[&glyphs[i]] = i
	}
	return order
}

// sortBy sorts glyphs, which most files draw in order as it is.
func sortBy(glyphs []*content.Glyph, compare func(a, b *content.Glyph) int) {
	if !slices.IsSortedFunc(glyphs, compare) {
		slices.SortStableFunc(glyphs, compare)
	}
}

// appendLines adds the line of glyphs of one height, or the lines where texts lie on top
// of each other.
func appendLines(lines []*textLine, glyphs []*content.Glyph, drawn func() map[*content.Glyph]int) []*textLine {
	sortBy(glyphs, func(a, b *content.Glyph) int { return cmp.Compare(a.X, b.X) })
	for _, layer := range layers(glyphs, drawn) {
		lines = appendLine(lines, layer)
	}
	return lines
}

func appendLine(lines []*textLine, glyphs []*content.Glyph) []*textLine {
	l := &textLine{}
	w := writer{line: l, gap: letterGap(glyphs) + wordGap}
	for _, g := range glyphs {
		w.put(g)
	}
	w.flush()
	if len(l.pieces) == 0 {
		return lines
	}
	return append(lines, l)
}

// letterGap returns the gap that a line has between all its letters, in sizes: 0 but
// for spaced-out headings.
func letterGap(glyphs []*content.Glyph) float64 {
	all, wide, blanks := 0, 0, 0
	gap := func(i int) (float64, bool) {
		a, b := glyphs[i-1], glyphs[i]
		return (b.X - a.X - a.Width) / b.Size, a.Text != " " && b.Text != " "
	}
	for i := 1; i < len(glyphs); i++ {
		g, ok := gap(i)
		if !ok {
			blanks++
			continue
		}
		all++
		if g > spacedOut {
			wide++
		}
	}
	if all < 2 || wide*2 < all || all < manyGaps && wide < all {
		return 0
	}
	gaps := make([]float64, 0, all)
	for i := 1; i < len(glyphs); i++ {
		if g, ok := gap(i); ok {
			gaps = append(gaps, g)
		}
	}
	slices.Sort(gaps)
	m := gaps[len(gaps)/2]
	if all < manyGaps && (gaps[all-1]-gaps[0] > evenGaps || m > wordGap+spacedOut || blanks == 0 && all < 3) {
		return 0 // a few letters with blanks between them
	}
	if m > spacedOut && m < pieceGap/2 {
		return m
	}
	return 0
}

// writer writes the glyphs of one line, from left to right, into pieces.
type writer struct {
	line   *textLine
	gap    float64 // that is a blank, in sizes
	text   []byte
	x0, x1 float64
	last   *content.Glyph // not a blank
	blank  bool           // a blank glyph stands behind last
	doubts []string
}

func (w *writer) put(g *content.Glyph) {
	if strings.TrimSpace(g.Text) == "" {
		// A blank that the next letter covers is none: a writer that changes fonts
		// within words draws the letters of the other font over blanks.
		w.blank = w.blank || w.last != nil && g.X+g.Width > w.x1-0.05*g.Size
		return
	}
	if w.last != nil {
		gap := g.X - w.x1
		switch {
		case g.Text == w.last.Text && math.Abs(g.X-w.last.X) < doubled*g.Size && g.Width > 0.2*g.Size:
			return
		case gap > pieceGap*g.Size:
			w.flush()
		case gap > w.gap*g.Size, w.blank && gap > 0.02*g.Size:
			w.text = append(w.text, ' ')
		}
	}
	if w.last == nil {
		w.x0, w.x1 = g.X, g.X
	}
	if w.line.size < g.Size {
		w.line.size = g.Size
		w.line.y = g.Y
	}
	if g.Doubt {
		w.doubts = append(w.doubts, strings.TrimSpace(g.Text))
	}
	if r, n := utf8.DecodeRuneInString(g.Text); n < len(g.Text) && runsLeft(r) {
		w.text = append(w.text, asDrawn(g.Text)...)
	} else {
		w.text = append(w.text, g.Text...)
	}
	w.x1 = max(w.x1, g.X+g.Width)
	w.last, w.blank = g, false
}

// flush ends a piece.
func (w *writer) flush() {
	if text := strings.TrimSpace(string(w.text)); text != "" {
		w.line.pieces = append(w.line.pieces, piece{w.x0, w.x1, composed(text), w.doubts})
	}
	w.text, w.last, w.blank, w.doubts = w.text[:0], nil, false, nil
}

// composed returns text with composed letters and single blanks.
func composed(text string) string {
	if strings.Contains(text, "  ") {
		text = strings.Join(strings.Fields(text), " ")
	}
	if norm.NFC.IsNormalString(text) {
		return text
	}
	return norm.NFC.String(text)
}
