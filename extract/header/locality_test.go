package header

import "testing"

// TestLocality holds which places a document lets one know, from its head and its grounds.
func TestLocality(t *testing.T) {
	for _, c := range []struct{ head, ground, level, want string }{
		{"HUYỆN ỦY MAI SƠN\nĐẢNG ỦY XÃ CHIỀNG BAN", "", "commune", "/Mai Sơn/Chiềng Ban"},
		{"ĐẢNG BỘ HUYỆN MAI SƠN\nĐẢNG ỦY XÃ CHIỀNG BAN", "", "commune", "/Mai Sơn/Chiềng Ban"},
		{"HUYỆN ĐOÀN MAI SƠN\nBCH ĐOÀN XÃ CHIỀNG BAN", "", "commune", "/Mai Sơn/Chiềng Ban"},
		{"UBND THỊ XÃ SƠN TÂY\nUBND PHƯỜNG LÊ LỢI", "", "commune", "/Sơn Tây/Lê Lợi"},
		{"ỦY BAN NHÂN DÂN\nXÃ CHIỀNG BAN", "Thực hiện Kế hoạch số 21/KH-UBND ngày 31/01/2021 của UBND tỉnh Sơn La; Kế hoạch số 66/KH-UBND ngày 05/02/2021 của UBND Huyện Mai Sơn;", "commune", "Sơn La/Mai Sơn/Chiềng Ban"},
		{"ĐẢNG ỦY XÃ CHIỀNG BAN", "Thực hiện Kế hoạch số 21-KH/HU ngày 31/01/2021 của Huyện ủy Mai Sơn;", "commune", "/Mai Sơn/Chiềng Ban"},
		{"TRUNG ƯƠNG ĐOÀN TNCS HỒ CHÍ MINH", "", "central", "//"},
		{"ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ", "", "central", "//"},
		{"ĐẢNG ĐOÀN QUỐC HỘI", "", "central", "//"},
		{"HỌC VIỆN CHÍNH TRỊ QUỐC GIA HỒ CHÍ MINH", "", "", "//"},
		{"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", "", "province", "Hồ Chí Minh//"},
	} {
		p := read(c.head + "\nSố: 1/KH\nNgày 12 tháng 3 năm 2021\nKẾ HOẠCH\nTriển khai mô hình điểm\n" + c.ground + "\nI. MỤC ĐÍCH\n1. Nội dung.\n")
		got := value(p.Locality.Province) + "/" + value(p.Locality.District) + "/" + value(p.Locality.Commune)
		if level := string(value(p.Level)); got != c.want || level != c.level {
			t.Errorf("%q: got %q, level %q; want %q, level %q", c.head, got, level, c.want, c.level)
		}
	}
}
