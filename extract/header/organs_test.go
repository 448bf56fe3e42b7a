package header

import (
	"strings"
	"testing"

	"kehoach/extract/outline"
)

// TestPartBodies holds where a line names two bodies, and where only a place.
func TestPartBodies(t *testing.T) {
	for in, want := range map[string]string{
		"UBND TỈNH HÀ NAM BAN CHỈ ĐẠO LIÊN NGÀNH VỀ AN TOÀN THỰC PHẨM": "UBND TỈNH HÀ NAM|BAN CHỈ ĐẠO LIÊN NGÀNH VỀ AN TOÀN THỰC PHẨM",
		"UBND TỈNH BÀ RỊA VŨNG TÀU SỞ Y TẾ":                            "UBND TỈNH BÀ RỊA VŨNG TÀU|SỞ Y TẾ",
		"ỦY BAN NHÂN DÂN QUẬN 3 PHÒNG TƯ PHÁP":                         "ỦY BAN NHÂN DÂN QUẬN 3|PHÒNG TƯ PHÁP",
		"UBND THÀNH PHỐ HẢI PHÒNG SỞ NỘI VỤ":                           "UBND THÀNH PHỐ HẢI PHÒNG|SỞ NỘI VỤ",
		"UBND HUYỆN XUÂN TRƯỜNG TRƯỜNG THCS XUÂN NINH":                 "UBND HUYỆN XUÂN TRƯỜNG|TRƯỜNG THCS XUÂN NINH",
		"ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG":                          "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG",
		"ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG VIỆT NAM":                 "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG VIỆT NAM",
		"ỦY BAN NHÂN DÂN HUYỆN XUÂN TRƯỜNG":                            "ỦY BAN NHÂN DÂN HUYỆN XUÂN TRƯỜNG",
		"UBND TỈNH": "UBND TỈNH",
	} {
		h := &head{pieces: []piece{{outline.Phrase{Text: in}, false}}}
		h.partCommittee()
		var got []string
		for _, c := range h.pieces {
			got = append(got, c.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q: got %q, want %q", in, s, want)
		}
	}
}
