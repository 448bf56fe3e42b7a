package layout

import "testing"

// TestBrokenWords holds which lines of a cell are one word: a column too narrow for it parted it.
func TestBrokenWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1", "0", true},
		{"2024", "2025", false},
		{"12", "2025", false},
		{"S", "TT", true},
		{"T", "T", true},
		{"HCC", "B", true},
		{"SYT", "STP", false},
		{"CAT,", "STP", false},
		{"P.LĐTBX", "H", true},
		{"P.VHTT", "P.TP", false},
		{"UBND", "Phường 1", false},
		{"30/6/2024", "31/12/2024", false},
		{"HĐND&UB", "ND", true},
		{"VH&T", "T", true},
		{"III/202", "4", true},
		{"tuầ", "n", true},
		{"đồng/t", "ổ/thán", true},
		{"S", "ố", true},
		{"livestrea", "m bán trái cây", true},
		{"VNeI", "D", true},
		{"Camer", "a AI", true},
		{"VNeID", "và", false},
		{"Thường", "xuyên", false},
		{"Quý", "I/2024", false},
		{"Sở Y", "tế", false},
		{"VNeID", "Kiosk", false},
	} {
		line := func(s string) *textLine {
			width := 0.6 * 12 * float64(len([]rune(s)))
			return &textLine{size: 12, pieces: []piece{{x0: 50, x1: 50 + width, text: s}}}
		}
		first := line(c.a)
		if got := forced(first, line(c.b), first.x0(), first.x1()+2); got != c.want {
			t.Errorf("%q, %q: got %v", c.a, c.b, got)
		}
		if forced(first, line(c.b), first.x0(), first.x1()+30) {
			t.Errorf("%q, %q: one word though the cell has room", c.a, c.b)
		}
	}
}
