package layout

import (
	"math"
	"testing"

	"kehoach/ingest/pdf/content"
)

// askew sets text along an angle, in degrees, in type of a size.
func (s *sheet) askew(x, y, degrees, size float64, text string) *sheet {
	angle := degrees * math.Pi / 180
	quarter, oblique := int8(-1), angle
	if math.Mod(degrees, 90) == 0 {
		quarter, oblique = int8(int(degrees+360)/90%4), 0
	}
	sin, cos := math.Sincos(angle)
	for _, r := range text {
		s.Glyphs = append(s.Glyphs, content.Glyph{Text: string(r), X: x, Y: y, Width: size / 2, Size: size, Quarter: quarter, Angle: oblique})
		x, y = x+size/2*cos, y+size/2*sin
	}
	return s
}

func TestDirections(t *testing.T) {
	const body = "Kế hoạch thực hiện Đề án"
	for name, c := range map[string]struct {
		page *sheet
		want string
	}{
		"a page askew":     {new(sheet).askew(50, 700, 7, 10, body).askew(52.4, 680.1, 7, 10, "trên địa bàn"), body + "|trên địa bàn"},
		"a watermark":      {new(sheet).set(50, 700, body).askew(100, 300, 45, 40, "BẢN SAO"), body},
		"an oblique note":  {new(sheet).set(50, 700, body).askew(100, 300, 45, 10, "xem sau"), body + "|xem sau"},
		"nothing but one":  {new(sheet).askew(100, 300, 45, 40, "BẢN SAO"), "BẢN SAO"},
		"text in a margin": {new(sheet).set(50, 700, body).askew(40, 300, 90, 10, "lề trái").askew(560, 300, 270, 10, "lề phải"), body + "|lề trái|lề phải"},
		"a head set upwards": {new(sheet).grid([]float64{50, 80, 200}, []float64{700, 640, 620}).askew(68, 645, 90, 10, "Số TT").set(82, 660, "Mô hình điểm").
			set(52, 628, "1").set(82, 628, "Khám bệnh"), "Số TT\tMô hình điểm|1\tKhám bệnh"},
	} {
		if got := text(Page(&c.page.Page)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}
