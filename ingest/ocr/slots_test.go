package ocr

import "testing"

func TestMendSlots(t *testing.T) {
	for in, want := range map[string]string{
		"Số: S7 /KH-UBND":                         "Số: … /KH-UBND",
		"Số: 22 2 /KH-UBND":                       "Số: … /KH-UBND",
		"Số: ';›/KH-UBND":                         "Số: … /KH-UBND",
		"Số T4b-CT/TU":                            "Số … -CT/TU",
		"SỐ: #Z/QĐ-UBND":                          "SỐ: … /QĐ-UBND",
		"Số: 233/KH-UBND":                         "Số: 233/KH-UBND",
		"Số: 15a/KH-UBND":                         "Số: 15a/KH-UBND",
		"Số: 12/2024/QĐ-UBND":                     "Số: 12/2024/QĐ-UBND",
		"Số 38-CT/TU":                             "Số 38-CT/TU",
		"Số:      /KH-UBND":                       "Số:      /KH-UBND",
		"Số: ....../KH-UBND":                      "Số: ....../KH-UBND",
		"Số lượng hồ sơ/TTHC-BNV":                 "Số lượng hồ sơ/TTHC-BNV",
		"Phú Thọ, ngày 13 tháng 25 năm 2023":      "Phú Thọ, ngày … tháng … năm 2023",
		"Hà Nam, ngày 2Z1tháng 2 năm 2023":        "Hà Nam, ngày … tháng … năm 2023",
		"Tuyên Quang, ngày Z/Z tháng # năm 2023":  "Tuyên Quang, ngày … tháng … năm 2023",
		"Tuyên Quang, ngày 13 tháng 10 năm 2023":  "Tuyên Quang, ngày 13 tháng 10 năm 2023",
		"Tuyên Quang, ngày     tháng 10 năm 2023": "Tuyên Quang, ngày     tháng 10 năm 2023",
		"Lắk, ngày … tháng … năm 2024":            "Lắk, ngày … tháng … năm 2024",
		"Báo cáo trước ngày Z tháng 6 năm 2024":   "Báo cáo trước ngày Z tháng 6 năm 2024",
	} {
		if got := mendSlots(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
