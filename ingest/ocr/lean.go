package ocr

import "math"

// The rules of a table that was photographed, or drawn askew through the scanner, lean though the lines of
// text are level: those on the left one way, perhaps those on the right the other. They are set
// straight, so that their cells are boxes.
const (
	leanDown   = 32    // pixels of a stretch of ink down that tells how rules lean: higher than letters
	leanAcross = 80    // of one across
	thinned    = 4     // of so many pixels of a stretch one tells
	mostLean   = 0.03  // aside for each pixel along
	stepLean   = 0.002 // tried first
	fineLean   = 0.0005
	leastLean  = 4   // pixels aside at the ends of the image; less does no harm
	leastTold  = 400 // points of a third of an image that say how its rules lean, 1,600 pixels: no signature has as many
	leastThird = 2   // thirds that tell; a table is wide and high
	border     = 80  // pixels along the sides of an image, 10 mm: there the scanner's edge leans its own way
	surer      = 1.2 // times more telling than rules that do not lean
)

// lean is how rules that run one way lean: aside for each pixel along, on the first line of an image
// and on its last.
type lean struct{ first, last float64 }

// at returns the lean on a line of so many.
func (l lean) at(line, lines int) float64 {
	return l.first + (l.last-l.first)*float64(line)/float64(lines)
}

// slight reports whether rules of a length lean too little to matter.
func (l lean) slight(length int) bool {
	return max(math.Abs(l.first), math.Abs(l.last))*float64(length)/2 < leastLean
}

// crooked is how a page lies: askew by an angle, the rules of its tables leaning.
type crooked struct {
	angle        float64
	down, across lean
}

// plumb returns the image with its lines of text level and the rules of its tables straight, taken from
// the pixels as they are in one step, and how it lay before.
func (g gray) plumb() (gray, crooked) {
	c := crooked{angle: g.skew()}
	level := c.straightened(g)
	ink := func(x, y int) bool { return level.pixels[y*g.width+x] < dark }
	c.down = leanOf(g.width, g.height, leanDown, ink)
	c.across = leanOf(g.height, g.width, leanAcross, func(y, x int) bool { return ink(x, y) })
	if c.down.slight(g.height) && c.across.slight(g.width) {
		c.down, c.across = lean{}, lean{}
		return level, c
	}
	return c.straightened(g), c
}

// straightened returns an image that lay like that as it should.
func (c crooked) straightened(g gray) gray {
	switch {
	case c == crooked{}:
		return g
	case c.down == lean{} && c.across == lean{}:
		return g.rotated(-c.angle)
	}
	sin, cos := math.Sincos(-c.angle)
	cx, cy := float64(g.width-1)/2, float64(g.height-1)/2
	out := gray{g.width, g.height, make([]byte, len(g.pixels))}
	for y := range g.height {
		fall := c.across.at(y, g.height)
		for x := range g.width {
			dx, dy := float64(x)-cx, float64(y)-cy
			dx, dy = dx+c.down.at(x, g.width)*dy, dy+fall*dx
			out.pixels[y*g.width+x] = g.between(cx+dx*cos+dy*sin, cy-dx*sin+dy*cos)
		}
	}
	return out
}

// leanOf finds how the rules of an image lean, each third of it by itself; the zero lean where
// nothing tells.
func leanOf(lines, length, least int, ink func(line, at int) bool) lean {
	var thirds [3][]point
	thin := func(line, at int) bool { return !ink(line-thickest, at) && !ink(line+thickest, at) }
	for line := border; line < lines-border; line++ {
		third := &thirds[line*3/lines]
		start := -1
		for at := 0; at <= length; at++ {
			switch {
			case at < length && ink(line, at):
				if start < 0 {
					start = at
				}
			case start >= 0:
				for k := start; at-start >= least && k < at; k += thinned {
					if thin(line, k) {
						*third = append(*third, point{float64(k) - float64(length)/2, float64(line)})
					}
				}
				start = -1
			}
		}
	}
	var sum, sumAt, sumSquare, sumLean, sumProduct float64 // a line through the leans of the thirds
	for i, points := range thirds {
		slope, ok := slopeOf(points, lines, length)
		if !ok {
			continue
		}
		at := (float64(i) + 0.5) / 3
		sum, sumAt, sumSquare = sum+1, sumAt+at, sumSquare+at*at
		sumLean, sumProduct = sumLean+slope, sumProduct+at*slope
	}
	if sum < leastThird {
		return lean{}
	}
	tilt := (sum*sumProduct - sumAt*sumLean) / (sum*sumSquare - sumAt*sumAt)
	first := (sumLean - tilt*sumAt) / sum
	return lean{first, first + tilt}
}

// slopeOf returns the slope along which points fall into few lines.
func slopeOf(points []point, lines, length int) (slope float64, ok bool) {
	if len(points) < leastTold {
		return 0, false
	}
	counts := make([]int32, lines+2*length+2)
	best, most := 0.0, surer*telling(points, counts, 0, length)
	try := func(s float64) {
		if t := telling(points, counts, s, length); t > most {
			best, most = s, t
		}
	}
	for s := -mostLean; s <= mostLean; s += stepLean {
		try(s)
	}
	if best != 0 {
		for s, end := best-stepLean, best+stepLean; s <= end; s += fineLean {
			try(s)
		}
	}
	return best, true
}
