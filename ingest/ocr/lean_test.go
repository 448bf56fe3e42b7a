package ocr

import (
	"bytes"
	"math"
	"testing"
)

// grid draws a table whose rules down lean by as much aside for each pixel as down says of their place
// from 0 to 1, and those across likewise.
func grid(width, height int, down, across func(at float64) float64) gray {
	g := gray{width, height, bytes.Repeat([]byte{255}, width*height)}
	dot := func(x, y float64) {
		for d := range 2 {
			if i, j := int(x)+d, int(y); i >= 0 && i < width && j >= 0 && j < height {
				g.pixels[j*width+i], g.pixels[min(j+1, height-1)*width+i] = 0, 0
			}
		}
	}
	w, h := float64(width), float64(height)
	for k := 1; k <= 5; k++ {
		x := w * (0.1 + 0.16*float64(k-1))
		for y := 0.1 * h; y < 0.9*h; y++ {
			dot(x+down(x/w)*(y-h/2), y)
		}
		y := h * (0.1 + 0.2*float64(k-1))
		for x := 0.1 * w; x < 0.74*w; x++ {
			dot(x, y+across(y/h)*(x-w/2))
		}
	}
	return g
}

// TestPlumb holds the rules of tables that lean: they are set straight, and then are rules.
func TestPlumb(t *testing.T) {
	none := func(float64) float64 { return 0 }
	for name, c := range map[string]struct {
		down, across func(float64) float64
		changed      bool
	}{
		"straight":                      {none, none, false},
		"all aside":                     {func(float64) float64 { return 0.012 }, none, true},
		"one way left, the other right": {func(at float64) float64 { return 0.016 * (at - 0.5) }, none, true},
		"narrower above":                {func(at float64) float64 { return 0.02 * at }, func(float64) float64 { return 0.004 }, true},
		"across":                        {none, func(at float64) float64 { return 0.02 * (at - 0.5) }, true},
	} {
		g := grid(1600, 1600, c.down, c.across)
		out, _ := g.plumb()
		if changed := !bytes.Equal(g.pixels, out.pixels); changed != c.changed {
			t.Errorf("%s: changed %v", name, changed)
		}
		var rules []Rule
		for _, r := range out.rules() {
			if n := len(rules); n == 0 || abs(rules[n-1].X0-r.X0)+abs(rules[n-1].Y0-r.Y0) > thickest {
				rules = append(rules, r) // the two sides of one may be two
			}
		}
		if len(rules) != 10 {
			t.Errorf("%s: %v, want 10 rules", name, rules)
		}
		for _, r := range rules {
			if length := max(r.X1-r.X0, r.Y1-r.Y0); math.Abs(float64(length)-1100) > 200 {
				t.Errorf("%s: a rule of %d pixels: %v", name, length, r)
			}
		}
	}
}

// TestNoRules holds that neither the edge of the glass, straight beside a page that was not, nor a
// signature is the rule of a table.
func TestNoRules(t *testing.T) {
	edge, signed := lines(1600, 1600, 255, 0), lines(1600, 1600, 255, 0)
	for y := range 1600 {
		for x := y / 60; x < 12+y/60; x++ {
			edge.pixels[y*1600+x] = 40
		}
	}
	for k := range 6 {
		for x := range 400 {
			signed.pixels[(1200+30*k+x/40)*1600+900+x] = 0
		}
	}
	for name, g := range map[string]gray{"edge": edge, "signature": signed} {
		if out, _ := g.plumb(); !bytes.Equal(g.pixels, out.pixels) {
			t.Errorf("%s: changed", name)
		}
	}
}
