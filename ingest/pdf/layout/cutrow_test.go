package layout

import "testing"

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
