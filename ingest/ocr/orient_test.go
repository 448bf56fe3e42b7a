package ocr

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/pdf/content"
	"kehoach/ingest/pdf/layout"
)

// readings are what a recogniser says of an image after so many quarter turns.
var (
	along = table("5\t1\t1\t1\t1\t1\t100\t50\t60\t30\t96\tKế", "5\t1\t1\t1\t1\t2\t170\t50\t90\t30\t95\thoạch")
	down  = table("5\t1\t1\t1\t1\t1\t100\t50\t30\t60\t96\tKế", "5\t1\t1\t1\t1\t2\t100\t170\t30\t90\t95\thoạch")
	upset = table("5\t1\t1\t1\t1\t1\t100\t50\t60\t30\t45\tuɐ", "5\t1\t1\t1\t1\t2\t170\t50\t90\t30\t50\tɥɔɐoɥ")
	blurs = table("5\t1\t1\t1\t1\t1\t100\t50\t60\t30\t65\tKế", "5\t1\t1\t1\t1\t2\t170\t50\t90\t30\t62\thoach")
	empty = table()
)

// pageReader is a reader of pages without tables.
type pageReader func(context.Context, gray) ([]byte, error)

func (r pageReader) page(ctx context.Context, g gray) ([]byte, error) { return r(ctx, g) }

func (r pageReader) blocks(context.Context, []gray) ([]byte, error) {
	return nil, errors.New("no page has a table")
}

func TestOrientation(t *testing.T) {
	for name, c := range map[string]struct {
		says   [4][]byte // after 0 to 3 quarter turns clockwise
		turned int
		calls  int
	}{
		"upright":      {[4][]byte{along, upset, upset, upset}, 0, 1},
		"upside down":  {[4][]byte{upset, upset, along, upset}, 2, 2},
		"to the right": {[4][]byte{down, upset, upset, along}, 3, 2},
		"to the left":  {[4][]byte{down, along, upset, upset}, 1, 3},
		"just poor":    {[4][]byte{blurs, upset, upset, upset}, 0, 2},
		"empty":        {[4][]byte{empty, along, along, along}, 0, 1},
	} {
		image := gray{3, 5, make([]byte, 15)}
		image.pixels[0] = 1 // the corner tells how the image was turned
		calls := 0
		p, err := read(t.Context(), sheet{print: image}, pageReader(func(_ context.Context, g gray) ([]byte, error) {
			calls++
			for quarters := range 4 {
				if fmt.Sprint(g) == fmt.Sprint(image.turned(quarters)) {
					return c.says[quarters], nil
				}
			}
			return nil, fmt.Errorf("another image: %v", g)
		}))
		if err != nil || p.Turned != c.turned || calls != c.calls {
			t.Errorf("%s: turned %d after %d calls, %v; want %d after %d", name, p.Turned, calls, err, c.turned, c.calls)
		}
	}
}

// TestScansAskew recognises the upper part of a page that lies upside down, on its
// side, or askew on grey paper.
func TestScansAskew(t *testing.T) {
	e := found(t)
	file, err := filepath.Abs(documents + "xuan-loc-02-kh-tctda06.libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	j := job{engine: e, file: file, opt: Options{Timeout: standardTimeout}}
	rendered, err := j.render(t.Context(), 1, "-r", fmt.Sprint(Resolution))
	if err != nil {
		t.Fatal(err)
	}
	page := rendered.print
	page = gray{page.width, 900, page.pixels[:900*page.width]}
	want, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.want.txt")
	if err != nil {
		t.Fatal(err)
	}
	grey := gray{page.width, page.height, make([]byte, len(page.pixels))}
	for i, p := range page.pixels {
		grey.pixels[i] = byte(60 + int(p)*150/255 + (i*7919)%13)
	}
	for name, image := range map[string]gray{
		"on its side": page.turned(1), "upside down": page.turned(2),
		"3 degrees": page.rotated(3 * math.Pi / 180), "grey, 1 degree": grey.rotated(-1 * math.Pi / 180),
	} {
		p, err := read(t.Context(), sheet{print: image.cleared()}, &j)
		if err != nil {
			t.Fatal(err)
		}
		text := layout.Text(layout.Document([]*content.Page{p.Content()})[0])
		head := strings.Join(strings.Fields(string(want))[:len(strings.Fields(text))], " ")
		if rate := measure.ErrorRate(head, text); rate > 0.02 || len(text) < 900 {
			t.Errorf("%s: character error rate %.2f %% of %d, confidence %.0f", name, 100*rate, len(text), p.Confidence)
		}
	}
}
