package content

import "math"

// matrix maps (x, y) to (a·x+c·y+e, b·x+d·y+f), as PDF writes it: a b c d e f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times returns the matrix that does m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// quarter returns the direction of the x axis in quarter turns, -1 for one between.
func (m matrix) quarter() int8 {
	a, b := m[0], m[1]
	switch slant := 0.05 * math.Hypot(a, b); {
	case math.Abs(b) <= slant && a > 0:
		return 0
	case math.Abs(a) <= slant && b > 0:
		return 1
	case math.Abs(b) <= slant && a < 0:
		return 2
	case math.Abs(a) <= slant && b < 0:
		return 3
	}
	return -1
}
