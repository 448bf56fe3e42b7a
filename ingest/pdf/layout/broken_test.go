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

// TestCutRows holds which row at the top of a page goes on with the last of the page before.
func TestCutRows(t *testing.T) {
	numbered := habits{numbers: 1, before: 10, capitals: true}
	bare := habits{numbers: -1, capitals: true}
	for name, c := range map[string]struct {
		h         habits
		row, next []string
		want      bool
	}{
		"no number":                  {numbered, []string{"Khóm 3, Phường", "11", "Tổ số"}, []string{"2, thành phố", "", "tại nhà"}, true},
		"no number where each has":   {habits{numbers: 0, each: true}, []string{"6", "Bệnh án", "", "- Bệnh viện tỉnh;"}, []string{"", "", "", "- Trung tâm Y tế"}, true},
		"a heading where each has":   {habits{numbers: 0, each: true}, []string{"6", "Bệnh án;", "", "- Bệnh viện tỉnh;"}, []string{"", "Nhóm hạ tầng", "", ""}, false},
		"a row that none numbers":    {habits{numbers: 0}, []string{"6", "Bệnh án;", "", "Bệnh viện tỉnh;"}, []string{"", "Học bạ", "", "Sở Giáo dục"}, false},
		"a number":                   {numbered, []string{"Khóm 3", "11", "Tổ số"}, []string{"Khóm 4", "12", "Loa"}, false},
		"the number is parted too":   {numbered, []string{"Khóm 3, Phường", "1", "Tổ số"}, []string{"2, thành phố", "1", "tại nhà"}, true},
		"a heading in a numbered":    {numbered, []string{"Khóm 3", "11", "Tổ số"}, []string{"B. Nhóm kinh tế", "", ""}, false},
		"a heading is parted":        {numbered, []string{"B. Mô hình", "", ""}, []string{"phát triển kinh tế", "", ""}, true},
		"cells go on":                {bare, []string{"Camera", "Công an", "Trong"}, []string{"an ninh", "phường", "năm 2025"}, true},
		"cells begin":                {bare, []string{"Camera", "Công an", "Trong"}, []string{"Loa", "Phòng Văn hóa", "năm 2025"}, false},
		"a table of small letters":   {habits{numbers: -1}, []string{"camera", "công an", "trong"}, []string{"loa", "phòng văn hóa", "năm 2025"}, false},
		"nothing at all":             {bare, []string{"Camera", "Công an", "Trong"}, []string{"", "", ""}, false},
		"a first cell that is empty": {bare, []string{"Camera", "Công an", "Trong"}, []string{"", "phường", ""}, true},
	} {
		if got := c.h.cut(c.row, c.next); got != c.want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
