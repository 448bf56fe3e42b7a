package ocr

import (
	"regexp"
	"strings"
)

// tesseract takes "III/2024" for "II/2024" again and again, surely enough to be believed, and the
// quarter of a deadline is then another one. The strokes of the number stand apart on the image,
// so they are counted there.

// quarterNumber reads the number of a quarter that is made of strokes, in a word with its year.
var quarterNumber = regexp.MustCompile(`^(I{1,3})(?:/20\d\d.?)?$`)

// recount corrects the numbers of quarters by their strokes on the image. What was corrected stays
// doubtful.
func (p Page) recount(g gray) {
	for i := range p.Words {
		w := &p.Words[i]
		m := quarterNumber.FindStringSubmatch(w.Text)
		if m == nil || i == 0 || !strings.HasSuffix(strings.ToLower(p.Words[i-1].Text), "quý") {
			continue
		}
		if n := g.uprights(box{w.X, w.Y, w.X + w.Width, w.Y + w.Height}); n >= 1 && n <= 3 && n != len(m[1]) {
			w.Text = strings.Repeat("I", n) + w.Text[len(m[1]):]
			w.Confidence = min(w.Confidence, doubtful-1)
		}
	}
}

// Measures of strokes, as shares of the height of a word.
const (
	strokeHigh  = 0.75 // of a column that is a stroke; the bar of a fraction leans and has less
	strokeWide  = 0.35 // at most
	strokeApart = 0.5  // of one from the next; a figure stands farther from the last
)

// uprights counts the strokes with which the word in a box begins, each as high as the word; 0 where
// it begins with none.
func (g gray) uprights(b box) int {
	b = box{max(0, b.x0-2), max(0, b.y0), min(g.width, b.x1), min(g.height, b.y1)}
	height := float64(b.y1 - b.y0)
	n, last := 0, b.x0
	for x := b.x0; x < b.x1; {
		from := x
		for x < b.x1 && g.inkDown(x, b) >= strokeHigh*height {
			x++
		}
		switch {
		case from == x:
			x++
			if float64(x-last) > strokeApart*height {
				return n
			}
		case float64(x-from) > strokeWide*height:
			return 0 // no stroke: a bar, a stain
		default:
			n, last = n+1, x
		}
	}
	return n
}

// inkDown is how many pixels of a column of a box are dark.
func (g gray) inkDown(x int, b box) float64 {
	n := 0
	for y := b.y0; y < b.y1; y++ {
		if g.pixels[y*g.width+x] < dark {
			n++
		}
	}
	return float64(n)
}
