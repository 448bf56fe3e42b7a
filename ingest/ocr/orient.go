package ocr

import (
	"context"
	"errors"
)

// Bounds of the mean confidence, in percent: a page that stands upright has 80 and
// more, one upside down 45 to 55, a poor one anything between.
const upright = 70

// read recognises an image, whichever way up the page lay on the glass: as it is and,
// where that gives nothing sure, turned. Of a page that is just poor the best reading is
// taken.
func read(ctx context.Context, image sheet, r reader) (Page, error) {
	attempt := func(quarters int) (Page, error) {
		level := image.turned(quarters).straightened()
		turned, rings := level.print.withoutRings()
		rules := turned.rules()
		p, err := readTabled(ctx, turned, rules, r)
		if err == nil && p.Confidence >= upright {
			err = errors.Join(p.rereadHead(ctx, turned, r), p.addWritten(ctx, level.pen, r))
			p.doubtFigures(turned.height)
		}
		p.recount(turned)
		p.doubtBelow(rings)
		p.Rules, p.Turned = rules, quarters
		return p, err
	}
	best, err := attempt(0)
	if err != nil || best.stands() || len(best.Words) == 0 {
		return best, err
	}
	turns := []int{2}
	if best.down() {
		turns = []int{3, 1}
	}
	for _, quarters := range turns {
		p, err := attempt(quarters)
		if err != nil {
			return best, errors.Join(err, ctx.Err())
		}
		if p.sure() > best.sure() || best.down() && !p.down() {
			best = p
		}
		if p.stands() {
			return p, nil
		}
	}
	return best, nil
}

// stands reports whether a page was read the right way up.
func (p Page) stands() bool { return p.Confidence >= upright && !p.down() }

// sure is the number of letters that were recognised well.
func (p Page) sure() (n int) {
	for _, w := range p.Words {
		if w.Confidence >= doubtful {
			n += len(w.Text)
		}
	}
	return n
}

// down reports whether the lines run down or up the page instead of along it: tesseract
// reads such text too, but where its words stand tells nothing to the layout.
func (p Page) down() bool {
	along, down := 0, 0
	for i := 1; i < len(p.Words); i++ {
		a, b := p.Words[i-1], p.Words[i]
		if a.Line != b.Line {
			continue
		}
		if dx, dy := abs(b.X-a.X), abs(b.Y-a.Y); dy > dx {
			down++
		} else {
			along++
		}
	}
	return down > along
}

func abs(n int) int { return max(n, -n) }
