package header

import (
	"fmt"
	"strings"
	"testing"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// read reads the head of a document given as text.
func read(text string) plan.Plan {
	f := source.NewText("t.txt", text)
	return Read(outline.New(normalize.New(f)))
}

// TestLegalBasis holds what a preamble rests on: kind, number and date of each.
func TestLegalBasis(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Căn cứ Quyết định số 06/QĐ-TTg ngày 06 tháng 01 năm 2022 của Thủ tướng Chính phủ;", "Quyết định 06/QĐ-TTg 2022-01-06"},
		{"Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023;", "Luật  2023-06-22"},
		{"Căn cứ Chỉ thị số 38-CT/TU ngày 31/3/2023 của Ban Thường vụ Tỉnh ủy;", "Chỉ thị 38-CT/TU 2023-03-31"},
	} {
		p := read("ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/KH-UBND\nKẾ HOẠCH\nTriển khai mô hình điểm\n" + c.in + "\nI. MỤC ĐÍCH\n1. Nội dung.\n")
		var got []string
		for _, x := range p.LegalBasis {
			got = append(got, fmt.Sprintf("%s %s %s", x.Kind, value(x.Number), value(x.Date)))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q; want %q", c.in, g, c.want)
		}
	}
}

// value is what p points to, or nothing.
func value[T ~string](p *T) T {
	if p == nil {
		return ""
	}
	return *p
}
