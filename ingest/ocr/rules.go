package ocr

// Rule is a straight line of a table on the image of a page, in pixels, its ends in
// order.
type Rule struct{ X0, Y0, X1, Y1 int }

// Measures in pixels at 200 dpi.
const (
	dark       = 190    // a pixel darker than this is ink; thin rules are scanned in grey
	acrossMin  = 120    // 15 mm: no letter and hardly an underline is so long
	downMin    = 60     // 8 mm: twice as high as a letter
	thickest   = 10     // a rule; more is a picture
	maxStrokes = 40_000 // of dark pixels long enough; more is a picture
)

// rules returns the lines across and down that are long enough to be of a table.
func (g gray) rules() []Rule {
	ink := func(x, y int) bool { return g.pixels[y*g.width+x] < dark }
	across := strokes(g.height, g.width, acrossMin, func(line, at int) bool { return ink(at, line) })
	down := strokes(g.width, g.height, downMin, func(line, at int) bool { return ink(line, at) })
	var out []Rule
	for _, r := range joined(across) {
		out = append(out, Rule{r.from, r.line, r.to, r.line})
	}
	for _, r := range joined(down) {
		out = append(out, Rule{r.line, r.from, r.line, r.to})
	}
	return out
}

// stroke is a stretch of ink on a line of pixels.
type stroke struct{ line, from, to, thick int }

// strokes returns the stretches of ink of a length, line by line. What is a pixel off
// counts too: scans are never quite straight.
func strokes(lines, length, least int, ink func(line, at int) bool) (out []stroke) {
	for line := 1; line+1 < lines; line++ {
		start := -1
		for at := 0; at <= length; at++ {
			if at < length && (ink(line, at) || ink(line-1, at) || ink(line+1, at)) {
				if start < 0 {
					start = at
				}
				continue
			}
			if start >= 0 && at-start >= least {
				if out = append(out, stroke{line, start, at - 1, 1}); len(out) > maxStrokes {
					return nil
				}
			}
			start = -1
		}
	}
	return out
}

// joined makes one stroke of those that lie on each other, and drops what is too thick.
func joined(in []stroke) (out []stroke) {
	var open []stroke // of the line before
	flush := func(r stroke) {
		if r.thick <= thickest {
			r.line -= r.thick / 2
			out = append(out, r)
		}
	}
	for i := 0; i < len(in); {
		line := in[i].line
		var next []stroke
		for _, o := range open {
			if o.line < line-1 {
				flush(o)
			} else {
				next = append(next, o)
			}
		}
		open, next = next, nil
		for ; i < len(in) && in[i].line == line; i++ {
			r := in[i]
			kept := open[:0]
			for _, o := range open {
				if o.from <= r.to && r.from <= o.to {
					r = stroke{line, min(r.from, o.from), max(r.to, o.to), max(r.thick, o.thick+1)}
					continue
				}
				kept = append(kept, o)
			}
			open = kept
			next = append(next, r)
		}
		open = append(open, next...)
	}
	for _, o := range open {
		flush(o)
	}
	return out
}
