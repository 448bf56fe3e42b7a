package ocr

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
)

// headReader reads a page and, of its two columns, what stands there.
type headReader struct {
	left, right string // rows of tesseract's table, their place within the column
	images      []gray
}

func (r *headReader) page(context.Context, gray) ([]byte, error) { return nil, nil }

func (r *headReader) blocks(_ context.Context, images []gray) ([]byte, error) {
	r.images = images
	return []byte(r.left + "\n" + r.right + "\n"), nil
}

// TestRereadHead holds that the columns of a head are read by themselves, and taken only where that tells more.
func TestRereadHead(t *testing.T) {
	g := gray{1600, 2300, bytes.Repeat([]byte{255}, 1600*2300)}
	for _, b := range []box{{200, 100, 500, 130}, {200, 300, 500, 330}, {800, 100, 1400, 130}, {850, 315, 1350, 345}, {300, 510, 1300, 530}, {900, 495, 1300, 530}} {
		for y := b.y0; y < b.y1; y++ {
			for x := b.x0; x < b.x1; x++ {
				g.pixels[y*g.width+x] = 0
			}
		}
	}
	across := table(
		"5\t1\t1\t1\t1\t1\t200\t100\t300\t30\t96\tỦY", "5\t1\t1\t1\t2\t1\t800\t100\t150\t30\t96\tCỘNG", "5\t1\t1\t1\t2\t2\t960\t100\t440\t30\t96\tHÒA",
		"5\t1\t1\t1\t3\t1\t200\t300\t300\t45\t40\tlu.nh", "5\t1\t1\t1\t3\t2\t850\t315\t200\t30\t96\tngày", "5\t1\t1\t1\t4\t1\t300\t510\t500\t20\t96\ttriển", "5\t1\t1\t1\t4\t2\t900\t495\t400\t35\t96\tKhai")
	left := "5\t1\t1\t1\t1\t1\t12\t12\t300\t30\t96\tỦY\n5\t1\t1\t1\t2\t1\t12\t212\t300\t30\t95\tSố:/KH-UBND"
	right := "5\t2\t1\t1\t1\t1\t12\t12\t150\t30\t96\tCỘNG\n5\t2\t1\t1\t1\t2\t172\t12\t440\t30\t96\tHÒA\n5\t2\t1\t1\t2\t1\t62\t227\t200\t30\t95\tngày\n5\t2\t1\t1\t2\t2\t270\t227\t8\t8\t30\t."
	for name, c := range map[string]struct{ left, right, want string }{
		"more":    {left, right, "ỦY Số:/KH-UBND CỘNG HÒA ngày triển Khai"},
		"no more": {"5\t1\t1\t1\t1\t1\t12\t12\t300\t30\t96\tỦY", right, "ỦY CỘNG HÒA lu.nh ngày triển Khai"},
	} {
		p := parse(across)
		r := &headReader{left: c.left, right: c.right}
		if err := p.rereadHead(t.Context(), g, r); err != nil {
			t.Fatal(err)
		}
		var words []string
		for _, w := range p.Words {
			words = append(words, w.Text)
		}
		if got := strings.Join(words, " "); got != c.want || len(r.images) != 2 {
			t.Errorf("%s: %q of %d columns, want %q", name, got, len(r.images), c.want)
		}
		if at := slices.IndexFunc(p.Words, func(w Word) bool { return w.Text == "Số:/KH-UBND" }); at >= 0 && (p.Words[at].X != 200 || p.Words[at].Y != 300) {
			t.Errorf("%s: stands at %+v", name, p.Words[at])
		}
	}
	if p := parse(table("5\t1\t1\t1\t1\t1\t200\t100\t300\t30\t96\tỦY")); p.rereadHead(t.Context(), g, nil) != nil || len(p.Words) != 1 {
		t.Error("a page without a head was read again")
	}
}

func TestDoubtFigures(t *testing.T) {
	p := parse(table("5\t1\t1\t1\t1\t1\t100\t100\t60\t30\t96\tSố:", "5\t1\t1\t1\t1\t2\t170\t100\t90\t30\t80\t97", "5\t1\t1\t1\t2\t1\t100\t200\t60\t30\t96\tngày",
		"5\t1\t1\t1\t2\t2\t170\t200\t90\t30\t93\t13", "5\t1\t1\t1\t3\t1\t100\t1900\t60\t30\t96\tngày", "5\t1\t1\t1\t3\t2\t170\t1900\t90\t30\t80\t30"))
	p.doubtFigures(2300)
	for i, want := range []bool{false, true, false, false, false, false} {
		if got := p.Words[i].doubtful(); got != want {
			t.Errorf("%q at %v: doubtful %v", p.Words[i].Text, p.Words[i].Confidence, got)
		}
	}
}
