package ocr

import (
	"bytes"
	"fmt"
	"math"
)

// gray is an image, a byte a pixel, 0 black.
type gray struct {
	width, height int
	pixels        []byte
}

const maxPicture = 1 << 28 // pixels

// readPNM reads the images that pdftoppm writes: "P5" or "P6", width, height, 255, then
// a byte or three a pixel. Of coloured ones red ink is taken away, for stamps stand over
// the names and titles of those who sign, and blue ink is set apart.
func readPNM(data []byte) (s sheet, ok bool) {
	var kind int
	var g gray
	if _, err := fmt.Sscanf(string(data[:min(len(data), 40)]), "P%d\n%d %d\n", &kind, &g.width, &g.height); err != nil {
		return sheet{}, false
	}
	head := fmt.Appendf(nil, "P%d\n%d %d\n255\n", kind, g.width, g.height)
	deep := map[int]int{5: 1, 6: 3}[kind]
	if !bytes.HasPrefix(data, head) || g.width < 1 || g.height < 1 || g.width > maxPicture/g.height ||
		deep == 0 || len(data) != len(head)+deep*g.width*g.height {
		return sheet{}, false
	}
	if g.pixels = data[len(head):]; deep == 1 {
		return sheet{print: g}, true
	}
	rgb := g.pixels
	g.pixels = withoutRed(rgb)
	return parted(rgb, g), true
}

// reddish is by how much the red of a pixel exceeds the other colours in the ink of a
// stamp; paper that has yellowed has less.
const reddish = 24

// withoutRed returns the brightness of each pixel of three bytes; ink that is red turns
// to paper, and what is black below it stays dark.
func withoutRed(rgb []byte) []byte {
	out := make([]byte, len(rgb)/3)
	for i := range out {
		r, g, b := int(rgb[3*i]), int(rgb[3*i+1]), int(rgb[3*i+2])
		if over := r - max(g, b); over >= reddish {
			out[i] = byte(min(255, r+over/2))
			continue
		}
		out[i] = byte((299*r + 587*g + 114*b) / 1000)
	}
	return out
}

// pgm is the image as pdftoppm writes it and tesseract reads it.
func (g gray) pgm() []byte {
	return append(fmt.Appendf(nil, "P5\n%d %d\n255\n", g.width, g.height), g.pixels...)
}

const (
	white     = 250 // paper this bright is left as it is
	inkShare  = 100 // one pixel of so many is as dark as ink, at least
	leastSpan = 40  // between ink and paper; less is an empty page
)

// cleared returns the image with its paper white and its ink black, so that the grey of
// a scan and the noise in it are not taken for ink.
func (g gray) cleared() gray {
	var count [256]int
	for _, p := range g.pixels {
		count[p]++
	}
	paper, ink := 0, 0
	for v, n := range count {
		if n >= count[paper] && v >= 128 {
			paper = v
		}
	}
	for seen := 0; ink < 255; ink++ {
		if seen += count[ink]; seen*inkShare >= len(g.pixels) {
			break
		}
	}
	top := paper - (paper-ink)/6 // the noise is as wide
	if paper >= white || paper-ink < leastSpan {
		return g
	}
	var to [256]byte
	for v := range to {
		to[v] = byte(max(0, min(255, (v-ink)*255/(top-ink))))
	}
	out := gray{g.width, g.height, make([]byte, len(g.pixels))}
	for i, p := range g.pixels {
		out.pixels[i] = to[p]
	}
	return out
}

// turned returns the image after so many quarter turns clockwise.
func (g gray) turned(quarters int) gray {
	quarters &= 3
	if quarters == 0 {
		return g
	}
	out := gray{g.width, g.height, make([]byte, len(g.pixels))}
	if quarters != 2 {
		out.width, out.height = g.height, g.width
	}
	for y := range g.height {
		for x := range g.width {
			at := 0
			switch quarters {
			case 1:
				at = x*out.width + g.height - 1 - y
			case 2:
				at = (g.height-1-y)*g.width + g.width - 1 - x
			case 3:
				at = (g.width-1-x)*out.width + y
			}
			out.pixels[at] = g.pixels[y*g.width+x]
		}
	}
	return out
}

// rotated returns the image turned about its middle by an angle in radians, clockwise;
// what comes in from outside is white.
func (g gray) rotated(angle float64) gray {
	out := gray{g.width, g.height, make([]byte, len(g.pixels))}
	sin, cos := math.Sincos(angle)
	cx, cy := float64(g.width-1)/2, float64(g.height-1)/2
	for y := range g.height {
		dy := float64(y) - cy
		for x := range g.width {
			dx := float64(x) - cx
			out.pixels[y*g.width+x] = g.between(cx+dx*cos+dy*sin, cy-dx*sin+dy*cos)
		}
	}
	return out
}

// between returns the brightness at a point, from the four pixels around it.
func (g gray) between(x, y float64) byte {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	if x0 < 0 || y0 < 0 || x0+1 >= g.width || y0+1 >= g.height {
		return 255
	}
	fx, fy := x-float64(x0), y-float64(y0)
	i := y0*g.width + x0
	top := float64(g.pixels[i])*(1-fx) + float64(g.pixels[i+1])*fx
	low := float64(g.pixels[i+g.width])*(1-fx) + float64(g.pixels[i+g.width+1])*fx
	return byte(top*(1-fy) + low*fy + 0.5)
}
