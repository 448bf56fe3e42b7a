package ocr

import (
	"bytes"
	"fmt"
	"math"
	"testing"
)

// lines returns an image with rows of words, 20 pixels apart, on paper of a brightness.
func lines(width, height int, paper, ink byte) gray {
	g := gray{width, height, bytes.Repeat([]byte{paper}, width*height)}
	for top := 40; top+10 < height-40; top += 20 {
		for x := 40; x < width-40; x++ {
			for y := top; y < top+10 && x%30 < 22 && (x*7+top)%11 > 2; y++ {
				g.pixels[y*width+x] = ink
			}
		}
	}
	return g
}

func TestReadPNM(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want []byte
	}{
		"grey":             {"P5\n2 1\n255\n\x00\xff", []byte{0, 255}},
		"black and white":  {"P6\n2 1\n255\n\x00\x00\x00\xff\xff\xff", []byte{0, 255}},
		"blue ink stays":   {"P6\n1 1\n255\n\x20\x30\xc0", []byte{59}},
		"a red stamp goes": {"P6\n1 1\n255\n\xdc\x1e\x28", []byte{255}},
		"black below it":   {"P6\n1 1\n255\n\x30\x10\x10", []byte{64}},
		"yellowed paper":   {"P6\n1 1\n255\n\xf0\xe8\xd0", []byte{231}},
	} {
		page, ok := readPNM([]byte(c.data))
		g := page.print
		if !ok || !bytes.Equal(g.pixels, c.want) {
			t.Errorf("%s: %v %v, want %v", name, ok, g.pixels, c.want)
		}
	}
}

func TestPGM(t *testing.T) {
	g := gray{2, 3, []byte{1, 2, 3, 4, 5, 6}}
	if got, ok := readPNM(g.pgm()); !ok || fmt.Sprint(got.print) != fmt.Sprint(g) {
		t.Errorf("%v", got)
	}
}

func TestTurned(t *testing.T) {
	g := gray{2, 3, []byte{
		1, 2,
		3, 4,
		5, 6}}
	for quarters, want := range []gray{g, {3, 2, []byte{5, 3, 1, 6, 4, 2}}, {2, 3, []byte{6, 5, 4, 3, 2, 1}}, {3, 2, []byte{2, 4, 6, 1, 3, 5}}} {
		if got := g.turned(quarters); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d quarters: %v, want %v", quarters, got, want)
		}
	}
}

func TestSkew(t *testing.T) {
	page := lines(800, 1100, 255, 0)
	for _, degrees := range []float64{0, 0.1, 0.5, -1, 3, -5} {
		askew := page.rotated(degrees * math.Pi / 180)
		got, want := askew.skew()*180/math.Pi, degrees
		if math.Abs(degrees) < leastSkew {
			want = 0
		}
		if math.Abs(got-want) > 0.1 {
			t.Errorf("%v degrees: measured %.2f", degrees, got)
		}
		level, _ := askew.plumb()
		if left := level.skew(); left != 0 {
			t.Errorf("%v degrees: %.2f are left", degrees, left*180/math.Pi)
		}
	}
	if empty := (gray{100, 100, bytes.Repeat([]byte{255}, 10_000)}); empty.skew() != 0 {
		t.Error("an empty page is askew")
	}
}

func TestCleared(t *testing.T) {
	g := lines(400, 400, 200, 70).cleared()
	if paper, ink := g.pixels[0], g.pixels[40*400+41]; paper != 255 || ink > 10 {
		t.Errorf("paper %d, ink %d", paper, ink)
	}
	for name, same := range map[string]gray{"clean": lines(400, 400, 255, 0), "empty": {10, 10, bytes.Repeat([]byte{200}, 100)}} {
		if !bytes.Equal(same.cleared().pixels, same.pixels) {
			t.Errorf("%s: changed", name)
		}
	}
}

func FuzzReadPNM(f *testing.F) {
	f.Add(drawn(20, 20, [4]int{1, 1, 5, 5}))
	f.Add([]byte("P6\n1 2\n255\n\xdc\x1e\x28\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, ok := readPNM(data); ok && len(s.print.pixels) < 1<<14 {
			s.print = s.print.evened().cleared()
			s.turned(1).straightened().print.rules()
		}
	})
}
