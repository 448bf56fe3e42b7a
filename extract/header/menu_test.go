package header

import (
	"strings"
	"testing"

	"kehoach/extract/outline"
)

// TestWithoutMenu holds what of a page's first lines is a menu, and what only looks like one.
func TestWithoutMenu(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"one entry a line", "Giới thiệu\nLịch sử\nHội đồng nhân dân\nThông báo\nVăn bản\nLiên hệ\nỦY BAN NHÂN DÂN\nXÃ PHÚ LỘC\nSố: 12/KH-UBND", "ỦY BAN NHÂN DÂN\nXÃ PHÚ LỘC\nSố: 12/KH-UBND"},
		{"parted by bars", "Trang chủ\tTin tức\tThông báo\tKế hoạch\nĐẢNG BỘ TỈNH KIÊN GIANG\n*\nSố 3-KH/TU", "ĐẢNG BỘ TỈNH KIÊN GIANG\n*\nSố 3-KH/TU"},
		{"in capitals", "TRANG CHỦ\nTIN TỨC\nTHÔNG BÁO\nQUYẾT ĐỊNH\nLIÊN HỆ\nSỞ Y TẾ\nSố: 7/SYT-VP", "SỞ Y TẾ\nSố: 7/SYT-VP"},
		{"choices of a search", "Tìm kiếm\nLoại văn bản\nTất cả\nQuyết định\nCơ quan ban hành\nTất cả\nCấp tỉnh\nSố: 7/SYT-VP", "Số: 7/SYT-VP"},
		{"a kind and what it is about", "Giới thiệu\nTin tức\nLiên hệ\nCông khai\nThông báo\nVề việc nghỉ lễ", "Thông báo\nVề việc nghỉ lễ"},
		{"too few", "Trang chủ\nVăn bản\nKế hoạch\nSố: 12/KH-UBND", "Trang chủ\nVăn bản\nKế hoạch\nSố: 12/KH-UBND"},
		{"issuers", "Bộ Y tế\nBộ Tài chính\nBộ Nội vụ\nBộ Công an\nBộ Tư pháp\nBộ Quốc phòng\nBộ Công Thương", "Bộ Y tế\nBộ Tài chính\nBộ Nội vụ\nBộ Công an\nBộ Tư pháp\nBộ Quốc phòng\nBộ Công Thương"},
		{"a title in capitals", "KẾ HOẠCH\nTRIỂN KHAI\nCÁC MÔ HÌNH\nCỦA ĐỀ ÁN\nTẠI CÁC XÃ\nVÙNG SÂU\nCỦA HUYỆN", "KẾ HOẠCH\nTRIỂN KHAI\nCÁC MÔ HÌNH\nCỦA ĐỀ ÁN\nTẠI CÁC XÃ\nVÙNG SÂU\nCỦA HUYỆN"},
		{"labels and values", "Loại văn bản\nKế hoạch\nCơ quan ban hành\nUBND tỉnh\nNgười ký\nTrần Văn Ba", "Loại văn bản\nKế hoạch\nCơ quan ban hành\nUBND tỉnh\nNgười ký\nTrần Văn Ba"},
		{"whom a letter is sent to", "Kính gửi\nCác phòng\nCác trường\nCác trạm\nCác đội\nCác ban\nCác tổ", "Kính gửi\nCác phòng\nCác trường\nCác trạm\nCác đội\nCác ban\nCác tổ"},
	} {
		var lines []piece
		for l := range strings.SplitSeq(c.in, "\n") {
			lines = append(lines, piece{outline.Phrase{Text: l}, false})
		}
		var got []string
		for _, l := range withoutMenu(lines) {
			got = append(got, l.Text)
		}
		if s := strings.Join(got, "\n"); s != c.want {
			t.Errorf("%s: got %q, want %q", c.name, s, c.want)
		}
	}
}
