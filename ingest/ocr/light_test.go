package ocr

import "testing"

// TestEvened holds paper that lies in the shade: it gets as bright as the rest, its ink stays ink.
func TestEvened(t *testing.T) {
	shade := func(g gray, at func(x, y int) float64) gray {
		for y := range g.height {
			for x := range g.width {
				i := y*g.width + x
				g.pixels[i] = byte(float64(g.pixels[i]) * at(x, y))
			}
		}
		return g
	}
	for name, c := range map[string]struct {
		at      func(x, y int) float64
		changed bool
	}{
		"no shade":         {func(int, int) float64 { return 1 }, false},
		"grey all over":    {func(int, int) float64 { return 0.8 }, false},
		"darker at a side": {func(x, _ int) float64 { return 1 - 0.5*float64(x)/800 }, true},
		"the fold": {func(_, y int) float64 {
			if y > 700 {
				return 1 - float64(y-700)/350
			}
			return 1
		}, true},
	} {
		g := shade(lines(800, 800, 240, 40), c.at)
		before := append([]byte{}, g.pixels...)
		out := g.evened()
		changed, paperWrong, inkWrong := false, 0, 0
		for i, p := range out.pixels {
			changed = changed || p != before[i]
			x, y := i%800, i/800
			switch ink := float64(before[i]) < 120*c.at(x, y); {
			case ink && p >= dark:
				inkWrong++
			case !ink && p < dark:
				paperWrong++
			}
		}
		if changed != c.changed {
			t.Errorf("%s: changed %v", name, changed)
		}
		if c.changed && paperWrong+inkWrong > len(before)/100 {
			t.Errorf("%s: %d pixels of paper are dark and %d of ink are not", name, paperWrong, inkWrong)
		}
	}
}
