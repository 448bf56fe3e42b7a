package ocr

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"unicode"

	"kehoach/ingest/source"
)

// The number and the day of a document are often put in with a pen, and names are signed over. Of a
// printed line with such strokes in it tesseract makes other letters, or nothing. Where the ink has a
// colour, blue or violet, it is taken away before the page is read, and source.Unread stands in its place.

// sheet is a page as it was rendered.
type sheet struct {
	print gray // what is printed
	pen   gray // what a pen wrote; without pixels where nothing tells the two apart
}

// Measures of ink in pixels at 200 dpi, and shares.
const (
	bluish    = 24  // by how much blue exceeds the other colours in the ink of a pen, beyond what it does in the paper
	pale      = 8   // and where colours are coarse, in the same stroke
	noInk     = 225 // a brighter pixel is no ink
	leastPen  = 12  // pixels of one stroke
	mostPen   = 0.5 // of a page's ink; more is a page printed in blue
	fringe    = 0.5 // of a blue stretch's pixels have black ones near: the scanner's colours do not cover each other
	fringeFar = 2   // pixels
	darkest   = 10  // one of so many dark pixels is as black as ink
	halo      = 0.4 // from ink to paper: what is brighter around a stroke belongs to it
	haloFar   = 3   // pixels: a photograph's colours are coarser than its brightness
	solid     = 0.4 // of the box around a high stretch is a picture or a shade
	ghostFar  = 8   // pixels from a stroke to another of it that has no colour left
	ghostly   = 90  // high at most; of a signature's more would go
)

// parted tells the ink of a pen from the print of a page, given its pixels of three bytes and their brightness.
func parted(rgb []byte, print gray) sheet {
	core := print.core()
	hue := penHue(rgb, print, core)
	black, blue := 0, 0
	for i, p := range print.pixels {
		switch {
		case hue[i] == strong:
			blue++
		case p < dark && hue[i] == none:
			black++
		}
	}
	if blue < leastPen || float64(blue) > mostPen*float64(blue+black) {
		return sheet{print: print}
	}
	isBlack := func(i int) bool { return print.pixels[i] < dark && hue[i] == none }
	out := sheet{gray{print.width, print.height, bytes.Clone(print.pixels)}, gray{print.width, print.height, bytes.Repeat([]byte{255}, len(print.pixels))}}
	isCore := func(i int) bool { return print.pixels[i] < core && hue[i] == none }
	wrote := false
	var low []box // what is written that is no signature
	print.stretches(func(i int) bool { return hue[i] != none }, func(ink []int32, b box) {
		sure := 0
		for _, i := range ink {
			if hue[i] == strong {
				sure++
			}
		}
		if sure < leastPen || b.y1-b.y0 > ghostly && float64(len(ink)) > solid*float64((b.x1-b.x0)*(b.y1-b.y0)) || print.near(ink, fringeFar, isBlack) > fringe {
			return
		}
		wrote = true
		for _, i := range ink {
			out.pen.pixels[i], out.print.pixels[i] = print.pixels[i], 255
			print.around(int(i), haloFar, func(k int) {
				if hue[k] == none && print.pixels[k] >= core && print.near([]int32{int32(k)}, 1, isCore) == 0 {
					out.print.pixels[k] = 255
				}
			})
		}
		if b = b.wider(ghostFar).within(print); b.y1-b.y0 <= ghostly {
			low = append(low, b)
		}
	})
	if !wrote {
		return sheet{print: print}
	}
	out.clearGhosts(low, core)
	return out
}

// core is the brightness below which a pixel is the middle of a black stroke.
func (g gray) core() byte {
	var count [256]int
	for _, p := range g.pixels {
		count[p]++
	}
	paper, all := 128, 0
	for v, n := range count {
		if v >= 128 && n > count[paper] {
			paper = v
		}
		if v < dark {
			all += n
		}
	}
	ink, seen := 0, 0
	for ; ink < paper; ink++ {
		if seen += count[ink]; seen*darkest >= all {
			break
		}
	}
	return byte(ink + int(halo*float64(paper-ink)))
}

// clearGhosts takes away what of strokes in some boxes has no colour left: grey that no black ink is near, and specks.
func (s sheet) clearGhosts(boxes []box, core byte) {
	isCore := func(i int) bool { return s.print.pixels[i] < core }
	var grey []int
	for _, b := range boxes {
		for y := b.y0; y < b.y1; y++ {
			for x := b.x0; x < b.x1; x++ {
				if k := y*s.print.width + x; !isCore(k) && s.print.near([]int32{int32(k)}, fringeFar, isCore) == 0 {
					grey = append(grey, k)
				}
			}
		}
	}
	for _, k := range grey {
		s.print.pixels[k] = 255
	}
	s.print.stretches(func(i int) bool { return s.print.pixels[i] < dark }, func(ink []int32, b box) {
		if len(ink) >= leastPen || !slices.ContainsFunc(boxes, b.in) {
			return
		}
		for _, i := range ink {
			s.print.pixels[i] = 255
		}
	})
}

// How much of a pen's colour a pixel has.
const (
	none = iota
	weak
	strong
)

// penHue tells of each pixel how much of the colour of a pen it has.
func penHue(rgb []byte, print gray, core byte) []byte {
	excess := func(i int) int { return int(rgb[3*i+2]) - int(max(rgb[3*i], rgb[3*i+1])) }
	var count [511]int
	for i, p := range print.pixels {
		if p >= dark {
			count[255+excess(i)]++
		}
	}
	paper := 0
	for v, n := range count {
		if n > count[paper] {
			paper = v
		}
	}
	out := make([]byte, len(print.pixels))
	for i, p := range print.pixels {
		switch over := excess(i) - (paper - 255); {
		case p >= noInk:
		case over >= bluish:
			out[i] = strong
		case over >= pale && p >= core:
			out[i] = weak
		}
	}
	return out
}

// stretches calls f with each stretch of joined pixels that are ink, and the box around it.
func (g gray) stretches(ink func(int) bool, f func(pixels []int32, around box)) {
	seen := make([]bool, len(g.pixels))
	var found, next []int32
	for start := range g.pixels {
		if seen[start] || !ink(start) {
			continue
		}
		found, next = found[:0], append(next[:0], int32(start))
		seen[start] = true
		b := box{g.width, g.height, 0, 0}
		for len(next) > 0 {
			i := next[len(next)-1]
			next, found = next[:len(next)-1], append(found, i)
			x, y := int(i)%g.width, int(i)/g.width
			b = box{min(b.x0, x), min(b.y0, y), max(b.x1, x+1), max(b.y1, y+1)}
			g.around(int(i), 1, func(k int) {
				if !seen[k] && ink(k) {
					seen[k] = true
					next = append(next, int32(k))
				}
			})
		}
		f(found, b)
	}
}

// around calls f with the pixels no farther than far from one, and with itself.
func (g gray) around(i, far int, f func(int)) {
	x, y := i%g.width, i/g.width
	for v := max(0, y-far); v <= min(g.height-1, y+far); v++ {
		for u := max(0, x-far); u <= min(g.width-1, x+far); u++ {
			f(v*g.width + u)
		}
	}
}

// near is the share of some pixels that have one nearby of which is holds.
func (g gray) near(pixels []int32, far int, is func(int) bool) float64 {
	n := 0
	for _, i := range pixels {
		has := false
		g.around(int(i), far, func(k int) { has = has || is(k) })
		if has {
			n++
		}
	}
	return float64(n) / float64(len(pixels))
}

// turned returns the sheet after so many quarter turns clockwise; straightened as it should lie.
func (s sheet) turned(quarters int) sheet {
	if s.pen.pixels != nil {
		s.pen = s.pen.turned(quarters)
	}
	s.print = s.print.turned(quarters)
	return s
}

func (s sheet) straightened() sheet {
	level, lay := s.print.plumb()
	if s.pen.pixels != nil {
		s.pen = lay.straightened(s.pen)
	}
	return sheet{level, s.pen}
}

// Bounds of what a pen writes into a line, in heights of the type.
const (
	leastWritten = 0.5
	mostWritten  = 3.0  // higher is a signature
	longest      = 12.0 // longer is an underline
	together     = 0.6  // between the strokes of a word
	besideLine   = 3.0  // from the print of its line
	overlapping  = 0.5  // of the lower of the two, line or word
	mostStrokes  = 400  // of a page; more is a drawing
	surely       = 85.0 // the confidence of a word that is printed, though in blue
)

// addWritten puts into the lines of a page what is printed in the colour of a pen, and source.Unread where
// something was written by hand: of figures so written tesseract reads half wrong, and is sure of it.
func (p *Page) addWritten(ctx context.Context, pen gray, r reader) error {
	if pen.pixels == nil || len(p.Words) == 0 {
		return nil
	}
	table, err := r.page(ctx, pen)
	if err != nil {
		return err
	}
	printed := slices.DeleteFunc(parse(table).Words, func(w Word) bool { return w.Confidence < surely || lettersIn(w.Text) < 3 })
	written := pen.writtenBoxes(p.Words, printed)
	lines := linesOf(p.Words)
	for _, w := range printed {
		p.put(w, lines)
	}
	for _, b := range written {
		if _, ok := lines.at(b); ok {
			p.put(Word{Text: source.Unread, X: b.x0, Y: b.y0, Width: b.x1 - b.x0, Height: b.y1 - b.y0, Confidence: doubtful - 1}, lines)
		}
	}
	return nil
}

func lettersIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// writtenBoxes returns where words stand that were written, none that are printed in blue.
func (g gray) writtenBoxes(words, printed []Word) (boxes []box) {
	u := float64(usualHeight(words))
	var strokes []box
	g.stretches(func(i int) bool { return g.pixels[i] < noInk }, func(ink []int32, b box) {
		in := func(w Word) bool { return b.meets(w.box()) }
		if len(ink) >= leastPen && !slices.ContainsFunc(printed, in) {
			strokes = append(strokes, b)
		}
	})
	if len(strokes) > mostStrokes {
		return nil
	}
	slices.SortFunc(strokes, func(a, b box) int { return cmp.Compare(a.x0, b.x0) })
	for _, s := range strokes {
		i := slices.IndexFunc(boxes, func(b box) bool {
			return float64(s.x0-b.x1) <= together*u && s.y0 < b.y1 && b.y0 < s.y1
		})
		if i < 0 {
			boxes = append(boxes, s)
			continue
		}
		b := boxes[i]
		boxes[i] = box{min(b.x0, s.x0), min(b.y0, s.y0), max(b.x1, s.x1), max(b.y1, s.y1)}
	}
	return slices.DeleteFunc(boxes, func(b box) bool {
		w, h := float64(b.x1-b.x0), float64(b.y1-b.y0)
		return h < leastWritten*u || h > mostWritten*u || w > longest*u
	})
}

func (b box) in(o box) bool { return b.x0 >= o.x0 && b.y0 >= o.y0 && b.x1 <= o.x1 && b.y1 <= o.y1 }

// within returns what of a box is on an image.
func (b box) within(g gray) box {
	return box{max(0, b.x0), max(0, b.y0), min(g.width, b.x1), min(g.height, b.y1)}
}

func (w Word) box() box { return box{w.X, w.Y, w.X + w.Width, w.Y + w.Height} }

// printedLines is where the lines of a page stand, each by its number.
type printedLines struct {
	number []int
	boxes  []box
	height float64 // of the type
}

func linesOf(words []Word) (l printedLines) {
	l.height = float64(usualHeight(words))
	for _, w := range words {
		n := len(l.number)
		if n == 0 || l.number[n-1] != w.Line {
			l.number, l.boxes = append(l.number, w.Line), append(l.boxes, w.box())
			continue
		}
		b := &l.boxes[n-1]
		*b = box{min(b.x0, w.X), min(b.y0, w.Y), max(b.x1, w.X+w.Width), max(b.y1, w.Y+w.Height)}
	}
	return l
}

// at returns the number of the line in which a box stands; ok is false where none is beside it.
func (l printedLines) at(b box) (number int, ok bool) {
	most := overlapping
	for i, line := range l.boxes {
		far := int(besideLine * l.height)
		if b.x1 < line.x0-far || b.x0 > line.x1+far {
			continue
		}
		share := float64(min(b.y1, line.y1)-max(b.y0, line.y0)) / float64(min(b.y1-b.y0, line.y1-line.y0))
		if share >= most {
			most, number, ok = share, l.number[i], true
		}
	}
	return number, ok
}

// put puts a word into its line, or behind all where it stands in none.
func (p *Page) put(w Word, lines printedLines) {
	n, ok := lines.at(w.box())
	if !ok {
		w.Line += p.Words[len(p.Words)-1].Line
		p.Words = append(p.Words, w)
		return
	}
	w.Line = n
	first := slices.IndexFunc(p.Words, func(o Word) bool { return o.Line == n })
	at := first
	for at < len(p.Words) && p.Words[at].Line == n && p.Words[at].X < w.X {
		at++
	}
	p.Words = slices.Insert(p.Words, at, w)
}
