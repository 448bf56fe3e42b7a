package extract_test

import (
	"fmt"
	"testing"
)

// TestPeriodOfTitle holds the stage that a title names as the plan's own, and those that
// are another document's.
func TestPeriodOfTitle(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{"Xây dựng 05 mô hình “Đặc khu số”, giai đoạn 2025 - 2027", "2025 2027"},
		{"Nhân rộng các mô hình giai đoạn từ năm 2026 đến năm 2028", "2026 2028"},
		{"Thực hiện Đề án chuyển đổi số giai đoạn 2021 - 2025 trên địa bàn xã", " "},
		{"Thực hiện “Đề án phát triển dữ liệu giai đoạn 2022 - 2025”", " "},
		{"Triển khai mô hình năm 2025", "2025 2025"},
		{"Triển khai Đề án 06 trong ngành giáo dục xã Bình Minh năm học 2025 - 2026", "2025 2026"},
		{"Ứng phó hạn hán, xâm nhập mặn mùa khô năm 2025 - 2026 trên địa bàn xã", "2025 2026"},
		{"Thực hiện Nghị quyết số 05-NQ/TU về năm học 2024 - 2025", " "},
		{"Cải cách hành chính năm 2025 của Sở Nội vụ", "2025 2025"},
		{"Triển khai Đề án 06 năm 2025 và năm 2026", "2025 2026"},
		{"Triển khai Đề án 06 năm 2025 và những năm tiếp theo", "2025 "},
		{"Thực hiện Kế hoạch số 12/KH-UBND ngày 05 tháng 02 năm 2025 của tỉnh", " "},
		{"Chuyển đổi số 6 tháng cuối năm 2025", " "},
		{"Chuyển đổi số đến năm 2026", " "},
		{"Khắc phục hạn chế nêu trong báo cáo năm 2021", " "},
		{"Xây dựng mô hình “Xã số, bản số” năm 2025 và giai đoạn 2026 - 2030", "2025 2030"},
		{"Ứng dụng Đề án 06 trong ngành Y tế tỉnh Gia Lai giai đoạn 2024 - 2025", "2024 2025"},
		{"Thực hiện Quyết định số 6/QĐ-TTg phê duyệt Đề án dữ liệu dân cư trên địa bàn tỉnh giai đoạn 2022 - 2025", " "},
		{"Thực hiện Đề án 06 giai đoạn 2022 - 2025 trên địa bàn xã", " "},
		{"Thực hiện Chương trình phòng, chống bệnh dại giai đoạn 2026 - 2030 trên địa bàn xã Bình Minh", "2026 2030"},
		{"Thực hiện Chương trình phòng, chống bệnh dại xã Bình Minh, giai đoạn 2025 - 2028", "2025 2028"},
		{"Thực hiện Đề án phát triển cây xanh trên địa bàn xã Bình Minh giai đoạn 2025 - 2028", "2025 2028"},
		{"Thực hiện Chương trình phòng, chống bệnh dại giai đoạn 2022 - 2028 trên địa bàn xã Bình Minh", " "},
		{"Thực hiện Đề án dữ liệu dân cư giai đoạn 2025 - 2028 trên địa bàn xã Bình Minh", " "},
		{"Thực hiện Đề án dữ liệu giai đoạn 2025 - 2028, tầm nhìn đến năm 2035 trên địa bàn xã Bình Minh", " "},
		{"Thực hiện Nghị quyết số 05-NQ/TU về chuyển đổi số xã Bình Minh giai đoạn 2025 - 2030", " "},
		{"Thực hiện “Chương trình phòng, chống bệnh dại giai đoạn 2025 - 2030” xã Bình Minh", " "},
		{"Xây dựng xã số năm 2025, định hướng giai đoạn 2026 - 2030", " "},
	} {
		x := read("a", "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nSố: 1/KH-UBND\nBình Minh, ngày 05 tháng 3 năm 2025\nKẾ HOẠCH\n"+c.title+"\nCăn cứ Luật Căn cước ngày 27/11/2023;\nI. MỤC ĐÍCH\n1. Nội dung.\n")
		start, end := "", ""
		if p := x.Plan.Period; p.Start != nil {
			start, end = string(*p.Start), string(value(p.End))
		}
		if got := start + " " + end; got != c.want {
			t.Errorf("%q: got %q; want %q", c.title, got, c.want)
		}
	}
}

// TestPeriodStated holds the time of execution that a sentence says is the plan's.
func TestPeriodStated(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gắn trách nhiệm người đứng đầu với kết quả. Kế hoạch được thực hiện trong năm 2025.", "2025 2025"},
		{"Kế hoạch này thực hiện từ tháng 5/2024 đến hết ngày 31/12/2024.", "2024-05 2024-12-31"},
		{"Mỗi mô hình phải có người chịu trách nhiệm; thực hiện từ tháng 4/2023 đến tháng 12/2023.", "2023-04 2023-12"},
		{"Mục đích.\nII. KINH PHÍ\nNgân sách.\nKế hoạch này thực hiện từ tháng 01/2026 đến hết tháng 12/2026. Có vướng mắc, phản ánh về xã.", "2026-01 2026-12"},
		{"Nâng cao.\n2. Thời gian thực hiện: từ ngày ký đến ngày 31/12/2024.", "2024-03-03 2024-12-31"},
		{"Nâng cao.\n2. Toàn xã triển khai 15 mô hình trong 04 lĩnh vực, từ tháng 3/2024 đến hết tháng 12/2024.", "2024-03 2024-12"},
		{"Kế hoạch năm trước được thực hiện trong năm 2024; năm nay tiếp tục.", " "},
	} {
		x := read("a", "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nSố: 1/KH-UBND\nBình Minh, ngày 03 tháng 3 năm 2024\nKẾ HOẠCH\nTriển khai mô hình\nI. MỤC ĐÍCH, YÊU CẦU\n1. "+c.text+"\n")
		got := " "
		if p := x.Plan.Period; p.Start != nil {
			got = string(*p.Start) + " " + string(*p.End)
		}
		if got != c.want {
			t.Errorf("%q: got %q; want %q", c.text, got, c.want)
		}
	}
}

// TestAroundModels holds what stands around the models: their number in the preamble, the
// mark of a footnote behind a title, headings that a table of tasks sets out.
func TestAroundModels(t *testing.T) {
	x := read("a", "KẾ HOẠCH\nTriển khai\nCăn cứ Luật Căn cước ngày 27/11/2023, Sở Y tế xây dựng kế hoạch triển khai 02 mô hình như sau:\n1/ MỤC TIÊU\nPhục vụ người dân.\n2/ CÁC MÔ HÌNH\nMÔ HÌNH 01: NHẬT KÝ ĐIỆN TỬ¹\n- Chủ trì: Sở Y tế.\nMÔ HÌNH 02: SỔ KHÁM BỆNH[2]\n- Chủ trì: Sở Y tế.\n")
	got := fmt.Sprint(x.Plan.DeclaredModels != nil && *x.Plan.DeclaredModels == 2, len(x.Sections))
	for _, m := range x.Models {
		got += "|" + m.Title
	}
	if want := "true 2|NHẬT KÝ ĐIỆN TỬ|SỔ KHÁM BỆNH"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
	x = read("a", "KẾ HOẠCH\nTriển khai\nI. NHIỆM VỤ\n1. Phát triển chính quyền số.\n2. Phát triển xã hội số.\n3. Sở Y tế tập huấn.\nPHỤ LỤC\nTT\tNhiệm vụ\tChủ trì\tThời gian\n1\tSố hóa hồ sơ\tSở Nội vụ\tQuý I/2025\n2\tKết nối dữ liệu\tSở Y tế\tQuý II/2025\n")
	got = ""
	for _, task := range x.Tasks {
		got += task.Text + "|"
	}
	if want := "Sở Y tế tập huấn|Số hóa hồ sơ|Kết nối dữ liệu|"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// TestPartsOfBodies holds headings that only part the bodies or the models below them.
func TestPartsOfBodies(t *testing.T) {
	x := read("a", "TỈNH ỦY KIÊN GIANG - UBND TỈNH KIÊN GIANG\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ TỈNH\nSố: 7/KH-BCĐ\nKẾ HOẠCH\nMô hình chuyển đổi số\n\n"+
		"A. NỘI DUNG\nI. MÔ HÌNH CHÍNH QUYỀN SỐ\n1. Phòng họp không giấy\n- Chủ trì: Sở Nội vụ.\n- Thời gian: 30/6/2025.\nII. MÔ HÌNH KINH TẾ SỐ\n1. Chợ số\n- Chủ trì: Sở Công Thương.\n- Thời gian: 30/9/2025.\n"+
		"B. TỔ CHỨC THỰC HIỆN\nI. TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH\n1. Sở Nội vụ\n- Theo dõi việc thực hiện.\n2. Sở Tài chính\n- Bố trí kinh phí.\n")
	if want := "Ban Chỉ đạo chuyển đổi số tỉnh Kiên Giang"; len(x.Plan.Issuers) != 1 || x.Plan.Issuers[0] != want {
		t.Errorf("issuers %q; want %q", x.Plan.Issuers, want)
	}
	if len(x.Groups) != 2 || x.Groups[1].Label != "A.II" {
		t.Errorf("groups %v", x.Groups)
	}
	if d := x.Responsibilities; len(d) != 2 || d[0].Agency != "Sở Nội vụ" || d[1].Section != "B.I.2" {
		t.Errorf("responsibilities %v", d)
	}
}

// TestLabelsThatAskForBodies holds labels of a plan's own that ask for a body: where they do
// not say what it does, what stands behind them is neither a tool nor carries anything out.
func TestLabelsThatAskForBodies(t *testing.T) {
	for _, c := range []struct{ label, role string }{
		{"Đơn vị cung cấp phần mềm", ""},
		{"Đơn vị thụ hưởng", ""},
		{"Cơ quan kiểm tra", ""},
		{"Đơn vị sát cánh tham gia", "cooperating"},
		{"Các đơn vị liên quan", "cooperating"},
		{"Đơn vị đứng ra thực hiện", "implementing"},
	} {
		text := "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nSố: 1/KH-UBND\nKẾ HOẠCH\nTriển khai mô hình\nI. CÁC MÔ HÌNH\n"
		for i, body := range []string{"Sở Y tế", "Sở Tư pháp", "Công an tỉnh"} {
			text += fmt.Sprintf("Mô hình %d: Chợ số\na) Chủ trì: Sở Nội vụ\nb) %s: %s\n", i+1, c.label, body)
		}
		m := read("a", text).Models[0]
		role := ""
		switch {
		case len(m.Tools) > 0:
			role = "tool"
		case len(m.Cooperating) > 0:
			role = "cooperating"
		case len(m.Implementing) > 0:
			role = "implementing"
		}
		if role != c.role {
			t.Errorf("%q: got %q; want %q", c.label, role, c.role)
		}
	}
}

// TestAnnexAnnounced holds that a sentence which only announces an annex is not said to be misunderstood.
func TestAnnexAnnounced(t *testing.T) {
	for _, text := range []string{"Kèm theo Kế hoạch này là Phụ lục tổng hợp các mô hình./.", "(Chi tiết tại Phụ lục kèm theo)"} {
		x := read("a", shortHead+"I. CÁC MÔ HÌNH\nMô hình 1: Một\n- Chủ trì: Công an xã.\nII. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi.\n"+text+"\n")
		for _, d := range x.Diagnostics {
			if d.Code == "not-understood" {
				t.Errorf("%q: %s", text, d.Message)
			}
		}
	}
}
