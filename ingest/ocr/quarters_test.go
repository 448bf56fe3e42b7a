package ocr

import "testing"

// TestRecount holds that the strokes of a quarter's number are counted, not the bar behind them nor
// a figure, and that what was corrected is doubtful.
func TestRecount(t *testing.T) {
	var boxes [][4]int
	for i := range 3 {
		boxes = append(boxes, [4]int{100 + 12*i, 100, 103 + 12*i, 124}) // "III"
	}
	for y := range 25 { // the bar of "/2024"
		boxes = append(boxes, [4]int{146 - y/3, 100 + y, 148 - y/3, 100 + y})
	}
	boxes = append(boxes, [4]int{190, 100, 193, 124}) // of a figure
	page, ok := readPNM(drawn(400, 200, boxes...))
	g := page.print
	if !ok {
		t.Fatal("no image")
	}
	word := Word{X: 99, Y: 100, Width: 110, Height: 25, Confidence: 95}
	for _, c := range []struct {
		before, text, want string
		sure               bool
	}{
		{"Quý", "II/2024", "III/2024", false},
		{"quý", "III/2024.", "III/2024.", true},
		{"Phụ", "II/2024", "II/2024", true},
		{"Quý", "IV/2024", "IV/2024", true},
		{"Quý", "1/2024", "1/2024", true},
	} {
		w := word
		w.Text = c.text
		p := Page{Words: []Word{{Text: c.before}, w}}
		p.recount(g)
		if got := p.Words[1]; got.Text != c.want || got.doubtful() == c.sure {
			t.Errorf("%s %s: got %+v", c.before, c.text, got)
		}
	}
	if n := g.uprights(box{300, 100, 350, 125}); n != 0 {
		t.Errorf("%d strokes on paper", n)
	}
}
