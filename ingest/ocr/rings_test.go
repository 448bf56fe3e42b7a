package ocr

import (
	"bytes"
	"math"
	"testing"
)

// ring draws a ring of a radius and thickness, with gaps as a pressed stamp has.
func (g gray) ring(c circle, thick float64) {
	for y := range g.height {
		for x := range g.width {
			dx, dy := float64(x)-c.x, float64(y)-c.y
			if math.Abs(math.Hypot(dx, dy)-c.r) <= thick/2 && math.Mod(math.Atan2(dy, dx)+math.Pi, 0.5) > 0.04 {
				g.pixels[y*g.width+x] = 60
			}
		}
	}
}

func TestWithoutRings(t *testing.T) {
	text := lines(700, 500, 255, 0)
	for y := range text.height { // the head of a document: four lines
		if y < 160 || y >= 240 {
			copy(text.pixels[y*text.width:(y+1)*text.width], bytes.Repeat([]byte{255}, text.width))
		}
	}
	for name, c := range map[string]struct {
		rings []circle
		want  int
	}{
		"none":               {nil, 0},
		"one":                {[]circle{{300, 250, 140}}, 1},
		"one within":         {[]circle{{300.4, 250.6, 141.3}, {300.4, 250.6, 96}}, 2},
		"too small":          {[]circle{{300, 250, 50}}, 0},
		"at the image's end": {[]circle{{120, 250, 119}}, 1},
	} {
		g := gray{text.width, text.height, bytes.Clone(text.pixels)}
		for _, r := range c.rings {
			g.ring(r, 4)
		}
		out, found := g.withoutRings()
		if len(found) != c.want {
			t.Errorf("%s: found %v, want %d rings", name, found, c.want)
			continue
		}
		left, lost := 0, 0
		for i := range out.pixels {
			if out.pixels[i] < dark && text.pixels[i] >= dark {
				left++
			}
			if out.pixels[i] >= dark && text.pixels[i] < dark {
				lost++
			}
		}
		drawn := 0
		for i := range g.pixels {
			if g.pixels[i] != text.pixels[i] {
				drawn++
			}
		}
		if c.want > 0 && (left*4 > drawn || lost*2 > drawn) {
			t.Errorf("%s: of %d pixels of rings %d are left, and %d of the text are lost", name, drawn, left, lost)
		}
		if c.want == 0 && !bytes.Equal(out.pixels, g.pixels) {
			t.Errorf("%s: the image was changed", name)
		}
	}
}

// TestNoRing holds that what is large and round but no ring stays: a disc, a frame.
func TestNoRing(t *testing.T) {
	disc := gray{400, 400, bytes.Repeat([]byte{255}, 400*400)}
	frame := gray{400, 400, bytes.Repeat([]byte{255}, 400*400)}
	for y := range 400 {
		for x := range 400 {
			if math.Hypot(float64(x)-200, float64(y)-200) < 150 {
				disc.pixels[y*400+x] = 0
			}
			if in := max(abs(x-200), abs(y-200)); in <= 150 && in > 146 {
				frame.pixels[y*400+x] = 0
			}
		}
	}
	for name, g := range map[string]gray{"a disc": disc, "a frame": frame} {
		if out, found := g.withoutRings(); len(found) > 0 || !bytes.Equal(out.pixels, g.pixels) {
			t.Errorf("%s is taken for a ring", name)
		}
	}
}

func TestDoubtBelowRing(t *testing.T) {
	p := Page{Words: []Word{{Text: "UBND", X: 50, Y: 90, Width: 20, Height: 10, Confidence: 90}, {Text: "TỈNH", X: 95, Y: 95, Width: 10, Height: 10, Confidence: 90}}}
	p.doubtBelow([]circle{{100, 100, 40}})
	if p.Words[0].Confidence >= doubtful || p.Words[1].Confidence != 90 {
		t.Errorf("%v", p.Words)
	}
}
