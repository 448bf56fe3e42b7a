package ocr

import "math"

// How far a page lies askew on the scanner's glass is seen from the lower edges of its
// ink: along the right direction they fall into few rows, the baselines (W. Postl,
// "Detection of linear oblique structures and skew scan", 1986).
const (
	maxSkew    = 6.0    // degrees to either side
	coarse     = 0.25   // degrees
	fine       = 0.05   // degrees
	leastSkew  = 0.2    // degrees; less does no harm
	leastEdges = 500    // points of a page with text
	mostEdges  = 60_000 // points that are looked at
	clearer    = 1.1    // times more telling than the page as it is
)

type point struct{ x, y float64 }

// lowerEdges returns points where ink ends downwards.
func (g gray) lowerEdges() (points []point) {
	for y := range g.height - 1 {
		for x := 0; x < g.width; x++ {
			if g.pixels[y*g.width+x] < dark && g.pixels[(y+1)*g.width+x] >= dark {
				points = append(points, point{float64(x), float64(y)})
			}
		}
	}
	step := len(points)/mostEdges + 1
	kept := points[:0]
	for i := 0; i < len(points); i += step {
		kept = append(kept, points[i])
	}
	return kept
}

// skew returns the angle in radians by which lines of text fall to the right; 0 where
// they do not, or nothing tells.
func (g gray) skew() float64 {
	points := g.lowerEdges()
	if len(points) < leastEdges {
		return 0
	}
	rows := make([]int32, g.height+2*g.width+2)
	best, most := 0.0, 0.0
	level := telling(points, rows, 0, g.width)
	try := func(degrees float64) {
		if t := telling(points, rows, math.Tan(degrees*math.Pi/180), g.width); t > most {
			best, most = degrees, t
		}
	}
	for d := -maxSkew; d <= maxSkew; d += coarse {
		try(d)
	}
	middle := best
	for d := middle - coarse; d <= middle+coarse; d += fine {
		try(d)
	}
	if math.Abs(best) < leastSkew || most < clearer*level {
		return 0
	}
	return best * math.Pi / 180
}

// telling is high where the points fall into few rows of a slope.
func telling(points []point, rows []int32, slope float64, width int) (sum float64) {
	clear(rows)
	for _, p := range points {
		rows[int(p.y-p.x*slope)+width]++
	}
	for _, n := range rows {
		sum += float64(n) * float64(n)
	}
	return sum
}
