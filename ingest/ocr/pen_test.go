package ocr

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/pdf/content"
	"kehoach/ingest/pdf/layout"
	"kehoach/ingest/source"
)

// colours is an image of three bytes a pixel on white paper.
type colours struct {
	width, height int
	rgb           []byte
}

func paper(width, height int) colours {
	return colours{width, height, bytes.Repeat([]byte{255}, 3*width*height)}
}

func (c colours) paint(b box, ink [3]byte) {
	for y := b.y0; y < b.y1; y++ {
		for x := b.x0; x < b.x1; x++ {
			copy(c.rgb[3*(y*c.width+x):], ink[:])
		}
	}
}

func (c colours) ppm() []byte {
	return append(fmt.Appendf(nil, "P6\n%d %d\n255\n", c.width, c.height), c.rgb...)
}

var (
	blackInk = [3]byte{20, 20, 24}
	blueInk  = [3]byte{30, 45, 150}
	paleBlue = [3]byte{170, 172, 184}
	greyInk  = [3]byte{150, 150, 150}
	noColour = [3]byte{255, 255, 255}
)

// TestParted holds what goes with the ink of a pen and what stays in print.
func TestParted(t *testing.T) {
	letter, stroke := box{20, 20, 30, 50}, box{60, 20, 66, 50}
	for name, c := range map[string]struct {
		paint  func(colours)
		at     [2]int // a pixel
		penned bool
	}{
		"a pen's stroke":              {func(c colours) { c.paint(stroke, blueInk) }, [2]int{62, 30}, true},
		"its pale end":                {func(c colours) { c.paint(stroke, blueInk); c.paint(box{60, 50, 66, 70}, paleBlue) }, [2]int{62, 65}, true},
		"its end without colour":      {func(c colours) { c.paint(stroke, blueInk); c.paint(box{60, 50, 66, 56}, greyInk) }, [2]int{62, 55}, true},
		"print":                       {func(c colours) { c.paint(stroke, blueInk) }, [2]int{25, 30}, false},
		"print that a stroke crosses": {func(c colours) { c.paint(box{10, 30, 90, 33}, blueInk); c.paint(letter, blackInk) }, [2]int{25, 31}, false},
		"the blue edge of a letter":   {func(c colours) { c.paint(box{30, 20, 31, 50}, blueInk) }, [2]int{30, 30}, false},
		"a page printed in blue":      {func(c colours) { c.paint(box{40, 20, 90, 80}, blueInk) }, [2]int{62, 30}, false},
		"a picture": {func(c colours) {
			c.paint(box{100, 20, 250, 180}, blueInk)
			c.paint(box{300, 10, 390, 190}, blackInk)
			c.paint(box{10, 60, 90, 190}, blackInk)
		}, [2]int{150, 30}, false},
		"a pen's stroke on bluish, lit paper": {func(c colours) {
			c.paint(box{0, 0, 400, 200}, [3]byte{200, 205, 228})
			c.paint(letter, blackInk)
			c.paint(stroke, blueInk)
		}, [2]int{62, 30}, true},
	} {
		page := paper(400, 200)
		page.paint(letter, blackInk)
		c.paint(page)
		s, ok := readPNM(page.ppm())
		if !ok {
			t.Fatal(name)
		}
		i := c.at[1]*page.width + c.at[0]
		if inPrint := s.print.pixels[i] < dark; inPrint == c.penned {
			t.Errorf("%s: in print: %v", name, inPrint)
		}
	}
	if s, _ := readPNM(paper(50, 50).ppm()); s.pen.pixels != nil {
		t.Error("a pen wrote on an empty page")
	}
}

// TestAddWritten holds where Unread comes into the lines of a page: not for signatures, nor for what is
// printed in blue.
func TestAddWritten(t *testing.T) {
	print := table("5\t1\t1\t1\t1\t1\t100\t100\t60\t30\t96\tSố:", "5\t1\t1\t1\t1\t2\t260\t100\t160\t30\t96\t/KH-UBND",
		"5\t1\t1\t1\t2\t1\t100\t200\t60\t30\t96\tKế", "5\t1\t1\t1\t2\t2\t170\t200\t90\t30\t96\thoạch")
	for name, c := range map[string]struct {
		written []box
		blue    string // what is read of the pen's layer
		want    string
	}{
		"a number in two strokes":  {[]box{{180, 95, 190, 130}, {200, 98, 215, 128}}, "", "Số: … /KH-UBND\nKế hoạch"},
		"two numbers":              {[]box{{60, 95, 70, 130}, {200, 98, 215, 128}}, "", "… Số: … /KH-UBND\nKế hoạch"},
		"a signature":              {[]box{{100, 120, 400, 320}}, "", "Số: /KH-UBND\nKế hoạch"},
		"far from any line":        {[]box{{700, 100, 720, 130}, {100, 400, 120, 430}}, "", "Số: /KH-UBND\nKế hoạch"},
		"printed in blue":          {[]box{{280, 200, 380, 230}}, "5\t1\t1\t1\t1\t1\t280\t200\t100\t30\t95\tphường", "Số: /KH-UBND\nKế hoạch phường"},
		"figures are not believed": {[]box{{180, 95, 215, 130}}, "5\t1\t1\t1\t1\t1\t180\t95\t35\t35\t94\t222", "Số: … /KH-UBND\nKế hoạch"},
	} {
		p := parse(print)
		pen := gray{800, 500, bytes.Repeat([]byte{255}, 800*500)}
		for _, b := range c.written {
			for y := b.y0; y < b.y1; y++ {
				for x := b.x0; x < b.x1; x++ {
					pen.pixels[y*pen.width+x] = 60
				}
			}
		}
		err := p.addWritten(t.Context(), pen, pageReader(func(context.Context, gray) ([]byte, error) { return table(c.blue), nil }))
		var lines []string
		last := 0
		for _, w := range p.Words {
			if w.Line != last {
				lines, last = append(lines, w.Text), w.Line
				continue
			}
			lines[len(lines)-1] += " " + w.Text
		}
		if got := strings.Join(lines, "\n"); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", name, got, err, c.want)
		}
	}
}

// TestHandwritten reads a page on which the number and the day are written with a pen.
func TestHandwritten(t *testing.T) {
	e := found(t)
	file, err := filepath.Abs("../../testdata/made/lamdong-mohinh-2025.libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	ppm, err := exec.Command(e.pdftoppm, "-r", fmt.Sprint(Resolution), "-f", "1", "-l", "1", "-singlefile", file).Output()
	if err != nil {
		t.Fatal(err)
	}
	j := &job{engine: e, file: file, opt: Options{Timeout: standardTimeout}}
	text := func(ppm []byte) (Page, string) {
		s, ok := readPNM(ppm)
		if !ok {
			t.Fatal("no image")
		}
		p, err := read(t.Context(), s, j)
		if err != nil {
			t.Fatal(err)
		}
		return p, layout.Text(layout.Document([]*content.Page{p.Content()})[0])
	}
	printed, whole := text(ppm)
	if !strings.Contains(whole, "Số: 3516/KH-UBND") || !strings.Contains(whole, "ngày 04 tháng 4 năm 2025") {
		t.Fatalf("as printed: %q", whole[:200])
	}
	c := colours{rgb: bytes.Clone(ppm[bytes.Index(ppm, []byte("255\n"))+4:])}
	if _, err := fmt.Sscanf(string(ppm[:20]), "P6\n%d %d", &c.width, &c.height); err != nil {
		t.Fatal(err)
	}
	for _, w := range printed.Words {
		switch {
		case w.Text == "3516/KH-UBND":
			c.write(box{w.X, w.Y, w.X + w.Width/4, w.Y + w.Height}, blueInk)
		case w.Y < c.height/headShare && (w.Text == "04" || w.Text == "4"):
			c.write(w.box(), blueInk)
		}
	}
	_, got := text(c.ppm())
	for _, want := range []string{"Số: " + source.Unread, "KH-UBND\n", "ngày " + source.Unread + " tháng " + source.Unread + " năm 2025"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got[:min(len(got), 200)])
		}
	}
}

// handFigures are the strokes of figures as a hand writes them, in a square of one by one.
var handFigures = [][][2]float64{
	{{0, 0.2}, {0.3, 0}, {0.8, 0.1}, {0.9, 0.35}, {0.1, 1}, {1, 0.95}},
	{{0, 0}, {1, 0.05}, {0.35, 1.1}},
	{{0.9, 0}, {0.2, 0}, {0.1, 0.45}, {0.7, 0.45}, {0.9, 0.75}, {0.5, 1}, {0, 0.9}},
}

// write puts figures by hand where a box was printed.
func (c colours) write(b box, ink [3]byte) {
	c.paint(box{b.x0 - 2, b.y0 - 2, b.x1 + 2, b.y1 + 2}, noColour)
	height := float64(b.y1-b.y0) * 1.1
	for n := 0; b.x0+n*int(height*0.6) < b.x1-int(height*0.3); n++ {
		figure := handFigures[n%len(handFigures)]
		at := func(p [2]float64) (x, y float64) {
			return float64(b.x0) + height*(float64(n)*0.6+p[0]*0.45+(1-p[1])*0.15), float64(b.y0) + height*(p[1]-0.1)
		}
		for i := 1; i < len(figure); i++ {
			x0, y0 := at(figure[i-1])
			x1, y1 := at(figure[i])
			for s := range 100 {
				x, y := int(x0+(x1-x0)*float64(s)/100), int(y0+(y1-y0)*float64(s)/100)
				c.paint(box{x, y, x + 3, y + 3}, ink)
			}
		}
	}
}
