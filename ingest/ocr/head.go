package ocr

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// The head of a document stands in two columns: who issues it and its number on the left, the national
// name and the day on the right. Where lines of the two stand a little higher or lower than each other,
// tesseract reads across both and makes letters of neither. So the columns are read once more, each by
// itself, and taken where that gives more.

// mottoBegins reads the first two words of the national name, or of the Party's.
var mottoBegins = [...][2]*regexp.Regexp{
	{regexp.MustCompile(`^[CG][ỘÔOÓ]NG$`), regexp.MustCompile(`^H[ÒOÓ]A$|^HO[ÀA]$`)},
	{regexp.MustCompile(`^[ĐD][ẢA]NG$`), regexp.MustCompile(`^C[ỘÔOÓ]NG$`)},
}

// Measures of a head, in heights of the type but where another unit is named.
const (
	headShare  = 3   // the upper third of a page
	aboveMotto = 1.5 // of the head
	gutterLeft = 8.0 // from the national name to the gutter between the columns
	gutterWide = 0.8
	leastHead  = 3.0 // from the national name to the day
	mostHead   = 14.0
)

// headColumns returns where the two columns of a head stand on an image whose words are known.
func (p Page) headColumns(g gray) (left, right box, ok bool) {
	u := float64(usualHeight(p.Words))
	at := slices.IndexFunc(p.Words, func(w Word) bool { return w.Y < g.height/headShare && p.beginsMotto(w) })
	if at < 0 || u == 0 {
		return left, right, false
	}
	motto := p.Words[at]
	wide := max(1, int(gutterWide*u))
	top := max(0, motto.Y-int(aboveMotto*u))
	most := min(g.height, motto.Y+int(mostHead*u))
	bottom, gutter := top, 0
	for x := max(0, motto.X-int(gutterLeft*u)); x+wide <= motto.X; x += max(1, wide/4) {
		if y := g.clearDown(box{x, top, x + wide, most}); y > bottom || y == bottom && gutter == 0 {
			bottom, gutter = y, x+wide/2
		}
	}
	bottom = p.above(bottom)
	if float64(bottom-motto.Y) < leastHead*u {
		return left, right, false
	}
	left, okLeft := g.ink(box{0, top, gutter, bottom})
	right, okRight := g.ink(box{gutter, top, g.width, bottom})
	return left, right, okLeft && okRight
}

// above returns a row above all lines that a row crosses: a title's letters begin above those of it in the gutter.
func (p Page) above(row int) int {
	for moved := true; moved; {
		moved = false
		for _, w := range p.Words {
			if w.Y < row && row < w.Y+w.Height && w.Height < 2*int(usualHeight(p.Words)) {
				row, moved = w.Y, true
			}
		}
	}
	return row
}

// beginsMotto reports whether the national name begins with a word.
func (p Page) beginsMotto(w Word) bool {
	for _, m := range mottoBegins {
		if m[0].MatchString(w.Text) && slices.ContainsFunc(p.Words, func(n Word) bool {
			return n.Line == w.Line && n.X > w.X && n.X-w.X-w.Width < w.Height && m[1].MatchString(n.Text)
		}) {
			return true
		}
	}
	return false
}

// clearDown returns how far down from its upper side a box has no ink.
func (g gray) clearDown(b box) int {
	for y := b.y0; y < b.y1; y++ {
		for x := b.x0; x < b.x1; x++ {
			if g.pixels[y*g.width+x] < dark {
				return y
			}
		}
	}
	return b.y1
}

// headWords are the words by which a head tells its number and its day.
var headWords = regexp.MustCompile(`^Số:?|/\p{Lu}{2}[\p{Lu}\d]*-\p{Lu}{2}|^ngày$|^tháng$|^năm$|^(?:19|20)\d\d$`)

// told is how much of that was read.
func (p Page) told() (n int) {
	for _, w := range p.Words {
		n += len(headWords.FindAllString(w.Text, -1))
	}
	return n
}

// Figures of a number or a day that are read less surely than this, where print has 92 and more, may be written by hand.
const sureFigures = 88

// doubtFigures makes the figures of a head doubtful that are not read as surely as print.
func (p *Page) doubtFigures(height int) {
	for i := 1; i < len(p.Words); i++ {
		w, before := &p.Words[i], p.Words[i-1]
		if w.Y < height/headShare && w.Line == before.Line && w.Confidence < sureFigures &&
			strings.ContainsAny(w.Text, "0123456789") && beforeFigures.MatchString(before.Text) {
			w.Confidence = min(w.Confidence, doubtful-1)
		}
	}
}

var beforeFigures = regexp.MustCompile(`^(?:S[ốỐ]:?|ngày|tháng)$`)

// isSpeck reports whether a word is a stain rather than a sign of the text.
func (w Word) isSpeck() bool {
	return w.Confidence < doubtful && lettersIn(w.Text) == 0 && !strings.ContainsAny(w.Text, "0123456789")
}

// rereadHead reads the columns of the head by themselves.
func (p *Page) rereadHead(ctx context.Context, g gray, r reader) error {
	left, right, ok := p.headColumns(g)
	if !ok {
		return nil
	}
	table, err := r.blocks(ctx, []gray{g.cut(left), g.cut(right)})
	if err != nil {
		return err
	}
	again := parse(placed(table, []box{left, right}))
	again.Words = slices.DeleteFunc(again.Words, Word.isSpeck)
	inHead := func(w Word) bool {
		x, y := w.X+w.Width/2, w.Y+w.Height/2
		middle := box{x, y, x + 1, y + 1}
		return middle.in(left.wider(margin)) || middle.in(right.wider(margin))
	}
	before := Page{Words: slices.DeleteFunc(slices.Clone(p.Words), func(w Word) bool { return !inHead(w) })}
	if again.told() <= before.told() {
		return nil
	}
	rest := slices.DeleteFunc(p.Words, inHead)
	for i := range rest {
		rest[i].Line += len(again.Words)
	}
	p.Words = append(again.Words, rest...)
	return nil
}
