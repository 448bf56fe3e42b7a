package header

import (
	"testing"
	"unicode/utf8"
)

// FuzzRead holds that whatever the opening of a document is, what is read of it lies in
// the file and is text.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/KH-UBND\nNam Định, ngày 5 tháng 3 năm 2023\nKẾ HOẠCH\nTriển khai mô hình điểm\nCăn cứ Luật Cư trú;\nI. MỤC ĐÍCH\n1. Nội dung.\n",
		"Thuộc tính\tGiá trị\nSố ký hiệu\t38-CT/TU\nNgày ban hành\t31/3/2023\nNơi nhận:\n- Như trên;\nTM. ỦY BAN\nCHỦ TỊCH\nNguyễn Văn A\n",
		"UBND XÃ A    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n  Số:   /KH-UBND   A, ngày   tháng 9 năm 2023\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := read(s)
		for k, span := range p.Spans {
			if span.Start < 0 || span.End < span.Start || span.End > len(s) {
				t.Fatalf("%q: %s at %+v", s, k, span)
			}
		}
		if p.Title != nil && utf8.ValidString(s) && !utf8.ValidString(*p.Title) {
			t.Fatalf("%q: title %q", s, *p.Title)
		}
	})
}
