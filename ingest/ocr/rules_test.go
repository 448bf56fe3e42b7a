package ocr

import (
	"bytes"
	"fmt"
	"testing"
)

// drawn returns an image with black boxes: left, top, right, bottom.
func drawn(width, height int, boxes ...[4]int) []byte {
	head := fmt.Sprintf("P5\n%d %d\n255\n", width, height)
	data := append([]byte(head), bytes.Repeat([]byte{255}, width*height)...)
	for _, b := range boxes {
		for y := b[1]; y <= b[3]; y++ {
			for x := b[0]; x <= b[2]; x++ {
				data[len(head)+y*width+x] = 0
			}
		}
	}
	return data
}

// letters are strokes of letters, which blur into each other.
func letters(x, y, n int) (boxes [][4]int) {
	for i := range n {
		boxes = append(boxes, [4]int{x + 8*i, y, x + 8*i + 4, y + 17}, [4]int{x + 8*i, y + 8, x + 8*i + 8, y + 9})
	}
	return boxes
}

// leaning is a rule down that moves aside by a pixel every so many.
func leaning(x, every, steps int) (boxes [][4]int) {
	for i := range steps {
		boxes = append(boxes, [4]int{x + i, i * every, x + i + 1, (i + 1) * every})
	}
	return boxes
}

func TestRules(t *testing.T) {
	for name, c := range map[string]struct {
		boxes [][4]int
		want  []Rule
	}{
		"across":           {[][4]int{{50, 100, 350, 102}}, []Rule{{50, 101, 350, 101}}},
		"down":             {[][4]int{{50, 100, 51, 300}}, []Rule{{50, 100, 50, 300}}},
		"a letter":         {[][4]int{{50, 100, 54, 130}, {50, 100, 80, 104}}, nil},
		"a picture":        {[][4]int{{50, 100, 350, 300}}, nil},
		"not quite level":  {[][4]int{{50, 100, 200, 101}, {201, 101, 350, 102}}, []Rule{{50, 101, 350, 101}}},
		"grain":            {[][4]int{{50, 100, 120, 101}, {123, 100, 200, 101}}, []Rule{{50, 100, 200, 100}}},
		"a worn end":       {[][4]int{{50, 100, 200, 101}, {208, 101, 240, 101}, {248, 101, 290, 101}}, []Rule{{50, 100, 290, 100}}},
		"letters beyond":   {[][4]int{{50, 100, 200, 101}, {208, 90, 211, 120}, {218, 90, 221, 120}}, []Rule{{50, 100, 200, 100}}},
		"a ghost":          {[][4]int{{50, 100, 51, 300}, {58, 150, 58, 220}}, []Rule{{50, 100, 50, 300}}},
		"letters in a row": {letters(50, 200, 40), nil},
		"two apart":        {[][4]int{{50, 100, 180, 101}, {220, 100, 350, 101}}, []Rule{{50, 100, 180, 100}, {220, 100, 350, 100}}},
	} {
		page, ok := readPNM(drawn(400, 400, c.boxes...))
		g := page.print
		if !ok {
			t.Fatal("no image")
		}
		got := g.rules()
		equal := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			a, b := got[i], c.want[i]
			for _, d := range []int{a.X0 - b.X0, a.Y0 - b.Y0, a.X1 - b.X1, a.Y1 - b.Y1} {
				equal = equal && d >= -1 && d <= 1 // the middle of an even thickness is either
			}
		}
		if !equal {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
	for _, data := range []string{"", "P5", "P5\n9999999 9999999\n255\n", "P5\n10 10\n255\nshort", "P6\n1 1\n255\nx", "P7\n1 1\n255\nx"} {
		if _, ok := readPNM([]byte(data)); ok {
			t.Errorf("%q is read", data)
		}
	}
}

// TestThin holds that a stroke with other ink close by on both sides is no rule, and one with ink on
// one side, as text that touches a rule, is.
func TestThin(t *testing.T) {
	var stems [][4]int
	for k := range 3 {
		stems = append(stems, [4]int{50 + 12*k, 100, 53 + 12*k, 180})
	}
	page, ok := readPNM(drawn(400, 400, stems...))
	g := page.print
	if !ok {
		t.Fatal("no image")
	}
	ink := func(x, y int) bool { return g.pixels[y*g.width+x] < dark }
	var kept []int
	for _, s := range thin([]stroke{{51, 100, 180, 4}, {63, 100, 180, 4}, {75, 100, 180, 4}}, g.width, ink) {
		kept = append(kept, s.line)
	}
	if len(kept) != 2 || kept[0] != 51 || kept[1] != 75 {
		t.Errorf("kept %v", kept)
	}
}

// TestLeaningRule holds that a long rule which leans a little is one.
func TestLeaningRule(t *testing.T) {
	page, ok := readPNM(drawn(80, 2500, leaning(20, 150, 16)...))
	g := page.print
	if !ok {
		t.Fatal("no image")
	}
	if got := g.rules(); len(got) != 1 || got[0].Y0 > 5 || got[0].Y1 < 2395 {
		t.Errorf("got %v", got)
	}
}
