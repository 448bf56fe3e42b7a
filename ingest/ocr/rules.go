package ocr

import "slices"

// Rule is a straight line of a table on the image of a page, in pixels, its ends in
// order.
type Rule struct{ X0, Y0, X1, Y1 int }

// Measures in pixels at 200 dpi.
const (
	dark       = 190    // a pixel darker than this is ink
	faint      = 244    // one that may be of a rule: hairlines are scanned in grey
	bridged    = 3      // a gap in a rule, which the grain of a scan makes
	acrossMin  = 120    // 15 mm: no letter and hardly an underline is so long
	downMin    = 60     // 8 mm: twice as high as a letter
	downLeast  = 40     // 5 mm: a row of one line, between two rules across
	meets      = 8      // from the end of a rule to another that it meets
	thickest   = 10     // a rule; more is a picture
	leans      = 250    // a rule leans by a pixel in so many; more is set straight before
	apartFrom  = 3      // from a rule to other ink; nearer it is its own
	closeTo    = 10     // from a stroke of a letter to the next; a rule has paper around it
	beside     = 35     // percent of a stroke with ink close by on either side; a rule has less
	mostlyThin = 60     // percent of a rule; less is a line of letters that run into each other
	maxStrokes = 40_000 // of dark pixels long enough; more is a picture
)

// rules returns the lines across and down that are long enough to be of a table.
func (g gray) rules() []Rule {
	ink := func(x, y int) bool { return g.pixels[y*g.width+x] < faint }
	rows := func(line, at int) bool { return ink(at, line) }
	var across, down []stroke
	for _, level := range [...]byte{faint, dark} { // a rule whose grey runs into letters or a shade is darker
		inked := func(x, y int) bool { return g.pixels[y*g.width+x] < level }
		turned := func(line, at int) bool { return inked(at, line) }
		across = besides(across, thin(joined(strokes(g.height, g.width, acrossMin, turned)), g.height, turned))
		down = besides(down, thin(joined(strokes(g.width, g.height, downLeast, inked)), g.width, inked))
	}
	across = alone(across)
	down = alone(between(across, down))
	var out []Rule
	for _, r := range across {
		r = r.followed(g.height, g.width, rows)
		out = append(out, Rule{r.from, r.line, r.to, r.line})
	}
	for _, r := range down {
		r = r.followed(g.width, g.height, ink)
		out = append(out, Rule{r.line, r.from, r.line, r.to})
	}
	return out
}

// besides adds to strokes the others that they do not cover already, nearly.
func besides(strokes, others []stroke) []stroke {
	found := strokes
	for _, o := range others {
		if !slices.ContainsFunc(found, func(s stroke) bool {
			return abs(s.line-o.line) <= thickest && s.from <= o.from+thickest && o.to <= s.to+thickest
		}) {
			strokes = append(strokes, o)
		}
	}
	return strokes
}

// thin drops the strokes that are letters beside each other, which blur into lines where a page
// was scanned coarsely: most of their ink is higher than a rule is thick, or has more of it close
// by on both sides.
func thin(in []stroke, lines int, ink func(line, at int) bool) []stroke {
	return slices.DeleteFunc(in, func(s stroke) bool {
		seen, narrow, before, behind := 0, 0, 0, 0
		for at := s.from; at <= s.to; at++ {
			line := max(0, s.line-s.thick/2-1)
			for line < min(lines, s.line+s.thick/2+2) && !ink(line, at) {
				line++
			}
			if line == min(lines, s.line+s.thick/2+2) {
				continue
			}
			first, last := line, line
			for first > 0 && line-first <= thickest && ink(first-1, at) {
				first--
			}
			for last+1 < lines && last-line <= thickest && ink(last+1, at) {
				last++
			}
			if seen++; last-first < thickest {
				narrow++
			}
			if anyInk(first-closeTo, first-apartFrom, lines, at, ink) {
				before++
			}
			if anyInk(last+apartFrom, last+closeTo, lines, at, ink) {
				behind++
			}
		}
		return narrow*100 < seen*mostlyThin || min(before, behind)*100 > seen*beside
	})
}

// anyInk reports whether there is ink on one of the lines from first to last.
func anyInk(first, last, lines, at int, ink func(line, at int) bool) bool {
	for line := max(0, first); line <= min(lines-1, last); line++ {
		if ink(line, at) {
			return true
		}
	}
	return false
}

// between drops the strokes down that are no higher than letters may be, but for those that meet
// a rule across with both ends.
func between(across, down []stroke) []stroke {
	met := func(line, at int) bool {
		return slices.ContainsFunc(across, func(h stroke) bool {
			return abs(h.line-at) <= meets && h.from-meets <= line && line <= h.to+meets
		})
	}
	return slices.DeleteFunc(down, func(v stroke) bool {
		return v.to-v.from+1 < downMin && !(met(v.line, v.from) && met(v.line, v.to))
	})
}

// Measures in pixels of what goes on beyond the ends of a rule where it is worn.
const (
	wornGap   = 12 // without ink
	wornDrift = 2  // from one pixel to the next, aside
	aside     = 6  // where there is no ink beside a thin line, as there is beside a letter's
	leastWorn = 60 // percent of it that is ink
)

// followed returns a stroke with what goes on of it beyond its ends: thin ink with gaps.
func (s stroke) followed(lines, length int, ink func(line, at int) bool) stroke {
	thin := func(line, at int) bool {
		return line-aside >= 0 && line+aside < lines && ink(line, at) && !ink(line-aside, at) && !ink(line+aside, at)
	}
	follow := func(end, step int) int {
		line, last, seen := s.line, end, 0
		for at := end + step; at >= 0 && at < length && (at-last)*step <= wornGap; at += step {
			for _, d := range [...]int{0, -1, 1, -wornDrift, wornDrift} {
				if thin(line+d, at) {
					line, last, seen = line+d, at, seen+1
					break
				}
			}
		}
		if seen*100 < (last-end)*step*leastWorn {
			return end
		}
		return last
	}
	s.from, s.to = follow(s.from, -1), follow(s.to, 1)
	return s
}

// stroke is a stretch of ink on a line of pixels.
type stroke struct{ line, from, to, thick int }

// strokes returns the stretches of ink of a length, line by line. What is a pixel off
// counts too: scans are never quite straight.
func strokes(lines, length, least int, ink func(line, at int) bool) (out []stroke) {
	for line := 1; line+1 < lines; line++ {
		start, last := -1, 0 // of the ink; last is where it was seen
		for at := 0; at <= length+bridged; at++ {
			if at < length && (ink(line, at) || ink(line-1, at) || ink(line+1, at)) {
				if start < 0 {
					start = at
				}
				last = at
				continue
			}
			if start < 0 || at-last <= bridged {
				continue
			}
			if last-start+1 >= least {
				if out = append(out, stroke{line, start, last, 1}); len(out) > maxStrokes {
					return nil
				}
			}
			start = -1
		}
	}
	return out
}

// alone drops the ghosts beside a rule: short strokes close to a longer one that covers
// them, which the compression of an image leaves.
func alone(in []stroke) []stroke {
	return slices.DeleteFunc(slices.Clone(in), func(s stroke) bool {
		return slices.ContainsFunc(in, func(o stroke) bool {
			return o.to-o.from > 2*(s.to-s.from) && o.from <= s.from && s.to <= o.to && max(o.line-s.line, s.line-o.line) <= thickest
		})
	})
}

// joined makes one stroke of those that lie on each other, and drops what is too thick.
func joined(in []stroke) (out []stroke) {
	var open []stroke // of the line before
	flush := func(r stroke) {
		if r.thick <= thickest+(r.to-r.from)/leans {
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
