package ocr

import (
	"strings"
	"testing"
)

func TestNumerals(t *testing.T) {
	for in, want := range map[string]string{
		"IL. MỤC ĐÍCH|II PHẠM VI|II. CÔNG TÁC|IV. TỔ CHỨC":      "I. MỤC ĐÍCH|II. PHẠM VI|III. CÔNG TÁC|IV. TỔ CHỨC",
		"I. MỤC ĐÍCH|chữ thường|1I. PHẠM VI|III, NỘI DUNG":      "I. MỤC ĐÍCH|chữ thường|II. PHẠM VI|III. NỘI DUNG",
		"I. PHẦN MỘT|II. PHẦN HAI|I. PHẦN MỘT|II. PHẦN HAI":     "I. PHẦN MỘT|II. PHẦN HAI|I. PHẦN MỘT|II. PHẦN HAI",
		"I. MỤC ĐÍCH|II. NHIỆM VỤ|HI. TỔ CHỨC|IV. BA":           "I. MỤC ĐÍCH|II. NHIỆM VỤ|III. TỔ CHỨC|IV. BA",
		"IL.MỤC ĐÍCH|II. PHẠM VI|III. CÔNG TÁC":                 "I. MỤC ĐÍCH|II. PHẠM VI|III. CÔNG TÁC",
		"#. MỤC ĐÍCH|II. PHẠM VI|III. CÔNG TÁC":                 "#. MỤC ĐÍCH|II. PHẠM VI|III. CÔNG TÁC",
		"V. BẮT ĐẦU TỪ NĂM|VI. SÁU":                             "V. BẮT ĐẦU TỪ NĂM|VI. SÁU",
		"I. MỤC ĐÍCH|II. NHIỆM VỤ|TỔ CHỨC THỰC HIỆN":            "I. MỤC ĐÍCH|II. NHIỆM VỤ|III. TỔ CHỨC THỰC HIỆN",
		"I. MỤC ĐÍCH|1. Mục đích, yêu cầu|I love|L. Lưu: VT|XX": "I. MỤC ĐÍCH|1. Mục đích, yêu cầu|I love|L. Lưu: VT|XX",
	} {
		var n Numerals
		var got []string
		changed := false
		for _, line := range strings.Split(in, "|") {
			mended, c := n.Next(line)
			got = append(got, mended)
			changed = changed || c
		}
		if s := strings.Join(got, "|"); s != want || changed != (in != want) {
			t.Errorf("%s:\n got %s\nwant %s", in, s, want)
		}
	}
}

func TestMend(t *testing.T) {
	used := map[int]bool{}
	for in, want := range map[string]string{
		"sử dụng VNelD, VnelID":      "sử dụng VNeID, VneID",
		"ứng dụng 'VNelD.":           "ứng dụng VNeID.",
		"Triến khai; triến khai":     "Triển khai; triển khai",
		"CÔNG TÁC TRIẾN KHAI":        "CÔNG TÁC TRIỂN KHAI",
		"5,1. Mô hình 33":            "5.1. Mô hình 33",
		"2,1,1. Phạm vi":             "2.1.1. Phạm vi",
		"Văn hóa —- Xã hội":          "Văn hóa – Xã hội",
		"-- Công an huyện":           "- Công an huyện",
		"ở) Thời gian: Quý II/⁄2024": "đ) Thời gian: Quý II/2024",
		"Quyết định số 06/QđÐ-TTg, Chỉ thị số 04/CT-TTqg": "Quyết định số 06/QĐ-TTg, Chỉ thị số 04/CT-TTg",
		"Quý II2024":                  "Quý II/2024",
		"Quy !1/2023":                 "Quý II/2023",
		"Vnel[D":                      "VneID",
		". PHỤ LỤC":                   "PHỤ LỤC",
		"'Rà soát văn bản":            "Rà soát văn bản",
		"'Rà soát' văn bản":           "'Rà soát' văn bản",
		"._- Phối hợp: Các ban":       "- Phối hợp: Các ban",
		"tổ chức thực hiện. -_":       "tổ chức thực hiện.",
		"Tố Đề án 06 xã":              "Tổ Đề án 06 xã",
		"Chỉ trả trợ cấp; chỉ nhánh":  "Chi trả trợ cấp; chi nhánh",
		"không ¡n thẻ":                "không in thẻ",
		"Hãng tháng, hăng quý":        "Hằng tháng, hằng quý",
		"từ đủ 14 tuối":               "từ đủ 14 tuổi",
		"~- TT. Huyện ủy":             "- TT. Huyện ủy",
		"Sẽ: 127/KH-UBND":             "Số: 127/KH-UBND",
		"Số: 02/KH-TCTĐA06_":          "Số: 02/KH-TCTĐA06",
		"187/KH-UBNI":                 "187/KH-UBND",
		"Số: 3516/KH<UBND":            "Số: 3516/KH-UBND",
		"số 12/QĐ-UBNĐ; 3/KH-U8ND":    "số 12/QĐ-UBND; 3/KH-UBND",
		"4/QĐ-UBDT, 9/KH-UBKT":        "4/QĐ-UBDT, 9/KH-UBKT",
		"5/KH-UBNDX, 6/KH-BTNMT":      "5/KH-UBNDX, 6/KH-BTNMT",
		"- Công an tỉnh – Bộ Công an": "- Công an tỉnh – Bộ Công an",
		"Môhình2: Xây dựng":           "Mô hình 2: Xây dựng",
		"Mô hình 20:Nền tảng":         "Mô hình 20: Nền tảng",
		"CAT, C0G":                    "CAT, C06",
		"1,5 triệu; 2,1. và":          "1,5 triệu; 2,1. và",
		"Quý IIH/2025; quý T1/2026":   "Quý III/2025; quý II/2026",
		"Quý 1/2025; Quý 11/2025":     "Quý 1/2025; Quý II/2025",
	} {
		if got := Mend(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		for i, c := range confusions {
			used[i] = used[i] || c.seen.MatchString(in)
		}
	}
	for i, c := range confusions {
		if !used[i] && !strings.Contains(c.seen.String(), "['") {
			t.Errorf("no example for %s", c.seen)
		}
	}
}

// TestMarks holds that each word of compounds.txt is mended, in capitals too, and that others
// keep their marks.
func TestMarks(t *testing.T) {
	for seen, meant := range compounds() {
		for in, want := range map[string]string{
			"Sẽ " + seen + " ngay":                         "Sẽ " + string(meant) + " ngay",
			strings.ToUpper(string(seen)):                  strings.ToUpper(string(meant)),
			"“" + string(meant) + "”, “" + seen + "” khác": "“" + string(meant) + "”, “" + string(meant) + "” khác",
		} {
			if got := Mend(in); got != want {
				t.Errorf("%q: got %q, want %q", in, got, want)
			}
		}
	}
	for _, same := range []string{"thành phố thông minh", "yếu tố chức năng", "tố giác tội phạm", "đối với", "biện pháp thế chấp", "cố kiếm; tra cứu", "tố\nchức", "Tổ  chức"} {
		if got := Mend(same); got != same {
			t.Errorf("%q became %q", same, got)
		}
	}
}
