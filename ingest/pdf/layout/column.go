package layout

import "math"

// Measures of two columns, in sizes of the type and in lines.
const (
	gutterOpens = 1.4 // a gap that opens two columns
	gutterMin   = 0.8 // what of it must stay free in every line
	blockGap    = 3.2 // distance of baselines that ends a block of columns
	besideBelow = 0.8 // baselines nearer than this are side by side, not below each other
	closeLine   = 1.7 // distance of the baselines of one paragraph

	apartRoom  = 1.25 // of the distance of lines: a heading below
	mostOfHead = 6    // lines of a head in columns

	highOpening = 3 // lines by which one column may begin above the other
	longColumn  = 8 // lines of a column that may have columns itself, as a page on a sheet of two
	onMiddle    = 1 // how far the middle of a heading may be from that of the page
)

// gutter is a stretch of the x axis with nothing in it.
type gutter struct{ from, to float64 }

// flow returns the lines in reading order: blocks of lines with a common gutter
// column by column, the others as they stand.
func flow(lines []*textLine) []Line {
	var out []Line
	blocks := 0
	middle := middleOf(lines)
	for i := 0; i < len(lines); {
		if columns, n := signatures(lines[i:]); n > 0 {
			out, blocks = appendColumns(out, columns, blocks)
			i += n
			continue
		}
		rows, n := borderless(lines[i:])
		if n == 0 {
			rows, n = labelled(lines[i:])
		}
		if n > 0 {
			out = append(out, rows...)
			i += n
			continue
		}
		g, ok := opening(lines[i:])
		ok = ok && !beginsBelow(lines[i:])
		end := i + 1
		if ok {
			end = i + blockEnd(lines[i:], &g, middle)
		}
		if end-i < 2 {
			out = append(out, lines[i].line())
			i++
			continue
		}
		left, right := split(lines[i:end], (g.from+g.to)/2)
		out, blocks = appendColumns(out, [][]*textLine{left, right}, blocks)
		i = end
	}
	return out
}

// beginsBelow reports whether signatures or a table of labels begin so few lines below the
// first that it might be taken for a part of one of their columns.
func beginsBelow(lines []*textLine) bool {
	for k := 1; k < len(lines) && k <= highOpening; k++ {
		if _, n := signatures(lines[k:]); n > 0 {
			return true
		}
		if _, n := labelled(lines[k:]); n > 0 {
			return true
		}
	}
	return false
}

// appendColumns adds columns, each of which is a block behind those before, and returns how
// many blocks there are then.
func appendColumns(out []Line, columns [][]*textLine, blocks int) ([]Line, int) {
	for _, column := range columns {
		var n int
		out, n = appendColumn(out, column, blocks)
		blocks += n
	}
	return out, blocks
}

// appendColumn adds the lines of a column, which is a block, and returns how many blocks
// it has: a long one may have columns itself, and so may one that is nothing but columns,
// as of three.
func appendColumn(out []Line, column []*textLine, before int) ([]Line, int) {
	if len(column) < longColumn && !onlyColumns(column) {
		for _, l := range column {
			line := l.line()
			line.block = before + 1
			out = append(out, line)
		}
		return out, 1
	}
	most := 0
	for _, line := range flow(column) {
		most = max(most, line.block)
		line.block += before + 1
		out = append(out, line)
	}
	return out, most + 1
}

// onlyColumns reports whether all lines of a column have a gutter in common, which opens in
// the first and has text on both sides in another.
func onlyColumns(column []*textLine) bool {
	for i := 1; len(column) > 1 && i < len(column[0].pieces); i++ {
		first := column[0].pieces
		g := gutter{first[i-1].x1, first[i].x0}
		if blockEnd(column, &g, math.Inf(1)) < len(column) {
			continue
		}
		both := 0
		for _, l := range column {
			if l.x0() < g.from && l.x1() > g.to {
				both++
			}
		}
		if both > 1 {
			return true
		}
	}
	return false
}

// middleOf returns the middle of the stretch that lines fill.
func middleOf(lines []*textLine) float64 {
	x0, x1 := math.Inf(1), math.Inf(-1)
	for _, l := range lines {
		x0, x1 = min(x0, l.x0()), max(x1, l.x1())
	}
	return (x0 + x1) / 2
}

// opening returns the gutter of a block of columns that begins with the first line,
// or up to three lines below it, where one column begins higher than the other.
func opening(lines []*textLine) (gutter, bool) {
	for k := 0; k < len(lines) && k <= highOpening; k++ {
		if k > 0 && lines[k-1].y-lines[k].y > lines[k-1].reach()*max(lines[k].size, lines[k-1].size) {
			break
		}
		g, ok := lines[k].widestGap()
		if !ok && k+1 < len(lines) {
			g, ok = beside(lines[k], lines[k+1])
		}
		if !ok {
			continue
		}
		for q := k - 1; q >= 0 && ok; q-- {
			g, ok = lines[q].free(g)
		}
		return g, ok
	}
	return gutter{}, false
}

// reach is how far below a line the next one of its block may be, in sizes.
func (l *textLine) reach() float64 {
	if len(l.pieces) > 1 {
		return blockGap
	}
	return closeLine
}

// blockEnd returns how many lines share the gutter, which it narrows to what is free
// in them. A heading in the middle of the page belongs to neither column.
func blockEnd(lines []*textLine, g *gutter, middle float64) int {
	for j, l := range lines {
		if j > 0 && lines[j-1].y-l.y > blockGap*max(l.size, lines[j-1].size) {
			return j
		}
		if j > 0 && len(l.pieces) == 1 && l.x0() < g.to && l.x1() > g.from && math.Abs((l.x0()+l.x1())/2-middle) < onMiddle*l.size {
			return j
		}
		if belowThree(lines[:j+1], middle) {
			return j
		}
		narrowed, ok := l.free(*g)
		switch {
		case ok:
			*g = narrowed
		case len(l.pieces) == 1 && l.x0() < g.from && l.x1() <= g.to:
			// A full line of the left column may come as near to the right one as it likes.
		default:
			return j
		}
	}
	return len(lines)
}

// belowThree reports whether three columns of a head end above the last line, which is one
// piece in the middle of the page and has more room above it than they have: it is no line
// of the second, though it stands below that.
func belowThree(lines []*textLine, middle float64) bool {
	j := len(lines) - 1
	if j < 2 || j > mostOfHead || len(lines[j].pieces) > 1 || len(lines[j-1].pieces) < 3 {
		return false
	}
	l := lines[j]
	return math.Abs((l.x0()+l.x1())/2-middle) < 2*onMiddle*l.size && lines[j-1].y-l.y > apartRoom*(lines[j-2].y-lines[j-1].y)
}

// widestGap returns the widest gap of a line, if it is wide enough to open columns.
func (l *textLine) widestGap() (g gutter, ok bool) {
	widest := gutterOpens * l.size
	for i := 1; i < len(l.pieces); i++ {
		if gap := l.pieces[i].x0 - l.pieces[i-1].x1; gap > widest {
			widest, g, ok = gap, gutter{l.pieces[i-1].x1, l.pieces[i].x0}, true
		}
	}
	return g, ok
}

// beside returns the gutter between two lines that stand side by side, their baselines
// a little apart, as those of two columns in different sizes do.
func beside(a, b *textLine) (gutter, bool) {
	size := max(a.size, b.size)
	if math.Abs(a.y-b.y) > besideBelow*min(a.size, b.size) {
		return gutter{}, false
	}
	if a.x0() > b.x0() {
		a, b = b, a
	}
	return gutter{a.x1(), b.x0()}, b.x0()-a.x1() > gutterOpens*size
}

// free returns the widest part of a gutter that is free in the line, and whether it is
// wide enough.
func (l *textLine) free(g gutter) (gutter, bool) {
	best := gutter{g.from, g.from}
	from := math.Inf(-1)
	try := func(to float64) {
		a, b := max(from, g.from), min(to, g.to)
		if b-a > best.to-best.from {
			best = gutter{a, b}
		}
	}
	for _, p := range l.pieces {
		try(p.x0)
		from = max(from, p.x1)
	}
	try(math.Inf(1))
	return best, best.to-best.from >= gutterMin*l.size
}

func split(lines []*textLine, at float64) (left, right []*textLine) {
	for _, l := range lines {
		n := 0
		for n < len(l.pieces) && l.pieces[n].x0 < at {
			n++
		}
		if n > 0 {
			left = append(left, &textLine{l.y, l.size, l.pieces[:n]})
		}
		if n < len(l.pieces) {
			right = append(right, &textLine{l.y, l.size, l.pieces[n:]})
		}
	}
	return left, right
}
