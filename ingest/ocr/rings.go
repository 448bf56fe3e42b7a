package ocr

import (
	"bytes"
	"cmp"
	"math"
	"slices"
)

// The ring of a stamp, in a scan without colours, crosses the names below it: tesseract takes the
// whole for a picture and reads none of it. So rings are painted over, but for the strokes that
// cross them.

// Measures in pixels at 200 dpi, and shares.
const (
	leastRing    = 140  // the diameter of a stamp's ring: 18 mm
	mostRing     = 420  // 53 mm
	leastArc     = 50   // the length of an arc that is looked at, between two gaps
	leastSagitta = 2    // by which it is bent
	mostArcs     = 200  // of a page
	ringBins     = 180  // directions from its middle that are looked at
	onRing       = 2.5  // how far its ink may be from the circle: it is pressed by hand, and scanned
	leastRound   = 0.6  // of the directions must have ink there
	mostThick    = 10   // a thicker ring is something else
	apart        = 6    // two rings of one stamp, at least
	innermost    = 0.35 // of the radius: rings within stand farther out
)

// A circle is where a ring stands.
type circle struct{ x, y, r float64 }

// withoutRings returns the image with the rings of stamps painted over, and where they stood.
func (g gray) withoutRings() (out gray, rings []circle) {
	out = g
	found := g.ringlike()
	slices.SortStableFunc(found, func(a, b circle) int { return cmp.Compare(b.r, a.r) }) // the outer ring of a stamp first
	for _, c := range found {
		c = g.settled(c)
		same := func(have circle) bool {
			return math.Hypot(have.x-c.x, have.y-c.y) < apart && math.Abs(have.r-c.r) < apart
		}
		if g.round(c) < leastRound || 2*c.r < leastRing || 2*c.r > mostRing || slices.ContainsFunc(rings, same) {
			continue
		}
		if rings == nil {
			out = gray{g.width, g.height, bytes.Clone(g.pixels)}
		}
		out.paintRing(c)
		rings = append(rings, c)
		for r := c.r - apart; r > c.r*innermost; r-- {
			if within := (circle{c.x, c.y, r}); out.round(within) >= leastRound {
				out.paintRing(within)
				rings = append(rings, within)
				r -= apart
			}
		}
	}
	return out, rings
}

// settled returns the circle near c that has the most ink on it.
func (g gray) settled(c circle) circle {
	for step := 8.0; step >= 0.5; step /= 2 {
		best, most := c, g.middled(c)
		for i := range 125 {
			try := circle{c.x + float64(i%5-2)*step, c.y + float64(i/5%5-2)*step, c.r + float64(i/25-2)*step}
			if on := g.middled(try); on > most {
				best, most = try, on
			}
		}
		c = best
	}
	return c
}

// doubtBelow makes the words doubtful that a ring crosses: some of their strokes went with it.
func (p *Page) doubtBelow(rings []circle) {
	for i := range p.Words {
		w := &p.Words[i]
		if slices.ContainsFunc(rings, func(c circle) bool { return c.crosses(w.X, w.Y, w.X+w.Width, w.Y+w.Height) }) {
			w.Confidence = min(w.Confidence, doubtful-1)
		}
	}
}

// crosses reports whether the circle runs through a box: its middle is nearer to some of it than the
// radius, and farther from some.
func (c circle) crosses(x0, y0, x1, y1 int) bool {
	near := math.Hypot(c.x-min(max(c.x, float64(x0)), float64(x1)), c.y-min(max(c.y, float64(y0)), float64(y1)))
	far := math.Hypot(max(c.x-float64(x0), float64(x1)-c.x), max(c.y-float64(y0), float64(y1)-c.y))
	return near <= c.r+onRing && far >= c.r-onRing
}

// ringlike returns where rings may stand: a circle for each stretch of joined ink that may be one,
// or an arc of one, for a pressed ring has gaps.
func (g gray) ringlike() (all []circle) {
	seen := make([]bool, len(g.pixels))
	var ink, next []int32
	for start, p := range g.pixels {
		if p >= dark || seen[start] {
			continue
		}
		ink, next = ink[:0], append(next[:0], int32(start))
		seen[start] = true
		x0, y0, x1, y1 := g.width, g.height, 0, 0
		for len(next) > 0 {
			i := int(next[len(next)-1])
			next, ink = next[:len(next)-1], append(ink, int32(i))
			x, y := i%g.width, i/g.width
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
			for _, n := range [4]int{i - 1, i + 1, i - g.width, i + g.width} {
				if n >= 0 && n < len(g.pixels) && !seen[n] && g.pixels[n] < dark && (n/g.width == y || n%g.width == x) {
					seen[n] = true
					next = append(next, int32(n))
				}
			}
		}
		w, h := x1-x0+1, y1-y0+1
		whole := min(w, h) >= leastRing
		if max(w, h) < leastArc || max(w, h) > mostRing || whole && len(ink)*3 > w*h || !whole && len(ink) > mostThick*(w+h) {
			continue
		}
		c, ok := circle{}, false
		if whole {
			c, ok = fit(g.outermost(ink, float64(x0+x1)/2, float64(y0+y1)/2))
		}
		if !ok {
			c, ok = g.arc(ink)
		}
		if ok && 2*c.r >= leastRing-apart && 2*c.r <= mostRing+apart && len(all) < mostArcs {
			all = append(all, c)
		}
	}
	return all
}

// arc returns the circle of which some ink is an arc: through its ends and the point farthest from
// between them; not ok where that is nearly straight.
func (g gray) arc(ink []int32) (circle, bool) {
	at := func(i int32) point { return point{float64(int(i) % g.width), float64(int(i) / g.width)} }
	farthest := func(of func(p point) float64) (best point) {
		most := -1.0
		for _, i := range ink {
			if d := of(at(i)); d > most {
				best, most = at(i), d
			}
		}
		return best
	}
	from := func(q point) func(point) float64 {
		return func(p point) float64 { return math.Hypot(p.x-q.x, p.y-q.y) }
	}
	a := farthest(from(at(ink[0])))
	b := farthest(from(a))
	long := math.Hypot(b.x-a.x, b.y-a.y)
	aside := func(p point) float64 { return math.Abs((b.x-a.x)*(p.y-a.y)-(b.y-a.y)*(p.x-a.x)) / max(1, long) }
	m := farthest(aside)
	if aside(m) < leastSagitta {
		return circle{}, false
	}
	return through(a, m, b)
}

// outermost returns of some ink the point farthest from the middle in each direction.
func (g gray) outermost(ink []int32, cx, cy float64) []point {
	var far [ringBins]float64
	points := make([]point, ringBins)
	for _, i := range ink {
		p := point{float64(int(i) % g.width), float64(int(i) / g.width)}
		dx, dy := p.x-cx, p.y-cy
		bin := min(ringBins-1, int((math.Atan2(dy, dx)+math.Pi)/(2*math.Pi)*ringBins))
		if d := dx*dx + dy*dy; d > far[bin] {
			far[bin], points[bin] = d, p
		}
	}
	return points
}

// fit returns the circle on which most of the points stand, each of another direction; not ok where
// fewer stand on it than on a ring.
func fit(points []point) (best circle, ok bool) {
	most := 0
	for i := range len(points) / 3 {
		c, ok := through(points[i], points[i+len(points)/3], points[i+2*len(points)/3])
		if !ok || 2*c.r < leastRing || 2*c.r > mostRing {
			continue
		}
		on := 0
		for _, p := range points {
			if math.Abs(math.Hypot(p.x-c.x, p.y-c.y)-c.r) <= onRing {
				on++
			}
		}
		if on > most {
			most, best = on, c
		}
	}
	return best, float64(most) >= leastRound*float64(len(points))
}

// through returns the circle through three points.
func through(a, b, c point) (circle, bool) {
	bx, by, cx, cy := b.x-a.x, b.y-a.y, c.x-a.x, c.y-a.y
	d := 2 * (bx*cy - by*cx)
	if math.Abs(d) < 1 {
		return circle{}, false
	}
	ux := (cy*(bx*bx+by*by) - by*(cx*cx+cy*cy)) / d
	uy := (bx*(cx*cx+cy*cy) - cx*(bx*bx+by*by)) / d
	return circle{a.x + ux, a.y + uy, math.Hypot(ux, uy)}, true
}

// at returns the pixel at a distance from the middle in a direction, nil outside of the image.
func (g gray) at(c circle, r, angle float64) *byte {
	x, y := int(math.Round(c.x+r*math.Cos(angle))), int(math.Round(c.y+r*math.Sin(angle)))
	if x < 0 || y < 0 || x >= g.width || y >= g.height {
		return nil
	}
	return &g.pixels[y*g.width+x]
}

// stretch returns from where to where there is ink in a direction about the circle's edge, in
// distances from the middle.
func (g gray) stretch(c circle, angle float64) (from, to float64, ok bool) {
	ink := func(r float64) bool { p := g.at(c, r, angle); return p != nil && *p < dark }
	for _, off := range [...]float64{0, -1, 1, -2, 2} {
		if !ink(c.r + off) {
			continue
		}
		from, to = c.r+off, c.r+off
		for to-from <= 2*mostThick && ink(from-1) {
			from--
		}
		for to-from <= 2*mostThick && ink(to+1) {
			to++
		}
		return from, to, true
	}
	return 0, 0, false
}

// round is the share of the directions that have ink on the circle, no thicker than a ring's.
func (g gray) round(c circle) float64 {
	on := 0
	for bin := range ringBins {
		if from, to, ok := g.stretch(c, 2*math.Pi*float64(bin)/ringBins); ok && to-from < mostThick {
			on++
		}
	}
	return float64(on) / ringBins
}

// middled is as round, but counts a direction less the farther the middle of its ink is from the
// circle.
func (g gray) middled(c circle) (sum float64) {
	for bin := range ringBins {
		if from, to, ok := g.stretch(c, 2*math.Pi*float64(bin)/ringBins); ok && to-from < mostThick {
			sum += max(0, 1-math.Abs((from+to)/2-c.r)/mostThick)
		}
	}
	return sum / ringBins
}

// paintRing paints the ink on a circle over, where it is not much thicker than on most of it: there
// a stroke crosses it.
func (g gray) paintRing(c circle) {
	var count [2*mostThick + 3]int
	steps := int(2 * math.Pi * (c.r + mostThick) * 2) // two a pixel
	for i := range steps {
		if from, to, ok := g.stretch(c, 2*math.Pi*float64(i)/float64(steps)); ok {
			count[min(len(count)-1, int(to-from))]++
		}
	}
	thick := 0
	for t, n := range count {
		if n > count[thick] {
			thick = t
		}
	}
	if thick >= mostThick {
		return
	}
	type run struct{ angle, from, to float64 }
	var runs []run
	for i := range steps {
		angle := 2 * math.Pi * float64(i) / float64(steps)
		if from, to, ok := g.stretch(c, angle); ok && to-from <= float64(thick)*1.5+1 {
			runs = append(runs, run{angle, from, to})
		}
	}
	for _, x := range runs { // behind all: what is painted over is no ink for the next
		for r := x.from - 1; r <= x.to+1; r++ {
			if p := g.at(c, r, x.angle); p != nil {
				*p = 255
			}
		}
	}
}
