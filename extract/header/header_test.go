package header

import (
	"fmt"
	"slices"
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

// TestIssuers holds whose document it is, from heads in several orders.
func TestIssuers(t *testing.T) {
	for _, c := range []struct{ head, want string }{
		{"ỦY BAN NHÂN\nDÂN\nTỈNH NAM ĐỊNH\nSố: 1/KH-UBND", "Ủy ban nhân dân tỉnh Nam Định"},
		{"TỈNH ỦY NAM ĐỊNH\nSố: 1-KH/TU", "Tỉnh ủy Nam Định"},
		{"UBND HUYỆN Ý YÊN\nTỔ CÔNG TÁC TRIỂN KHAI\nĐỀ ÁN 06\nSố: 1/KH-TCT", "Tổ công tác triển khai Đề án 06 huyện Ý Yên"},
		{"B Ộ NỘI V Ụ\nSố: 1/KH-BNV", "Bộ Nội vụ"},
		{"BỘ CÔNG THƯƠNG CỤC HÓA CHẤT\nSố: 1/KH-HC", "Cục Hóa chất"},
		{"HUYỆN ỦY KỲ ANH\n*\nSố: 1-KH/HU", "Huyện ủy Kỳ Anh"},
		{"UBND TỈNH NAM ĐỊNH\nVĂN PHÒNG\nSố: 1/TB-VP", "Văn phòng Ủy ban nhân dân tỉnh Nam Định"},
		{"UBND TỈNH NAM ĐỊNH\nCÔNG AN TỈNH\nSố: 1/KH-CAT", "Công an tỉnh Nam Định"},
		{"SỞ Y TẾ - BẢO HIỂM XÃ HỘI\nTỈNH NAM ĐỊNH\nSố: 1/HD-SYT-BHXH", "Sở Y tế tỉnh Nam Định; Bảo hiểm xã hội tỉnh Nam Định"},
		{"CÔNG AN TỈNH - SỞ Y TẾ - TỈNH ĐOÀN\nTỈNH NAM ĐỊNH\nSố: 1/KHLT-CAT-SYT-TĐ", "Công an tỉnh Nam Định; Sở Y tế tỉnh Nam Định; Tỉnh đoàn Nam Định"},
		{"CÔNG AN - VIỆN KIỂM SÁT NHÂN DÂN - TÒA ÁN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 1/QC-CA-VKS-TA", "Công an tỉnh Nam Định; Viện kiểm sát nhân dân tỉnh Nam Định; Tòa án nhân dân tỉnh Nam Định"},
		{"SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI\nTỈNH NAM ĐỊNH\nSố: 1/KH-SLĐTBXH", "Sở Lao động - Thương binh và Xã hội tỉnh Nam Định"},
		{"UBND TỈNH NAM ĐỊNH\nBAN QUẢN LÝ\nCÁC KHU CÔNG NGHIỆP\nSố: 1/KH-BQL", "Ban Quản lý các khu công nghiệp tỉnh Nam Định"},
		{"TỈNH ỦY LÂM ĐỒNG\nTHÀNH ỦY BẢO LỘC\n*\nSố 196-KH/TU", "Thành ủy Bảo Lộc"},
		{"TỈNH ỦY LONG AN\nTHỊ ỦY KIẾN TƯỜNG\n*\nSố 71-KH/TU", "Thị ủy Kiến Tường"},
		{"THÀNH ỦY ĐÀ NẴNG\nBAN TUYÊN GIÁO\n*\nSố 1-HD/BTGTU", "Ban Tuyên giáo Thành ủy Đà Nẵng"},
		{"ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH NAM ĐỊNH\n***\nSố: 1-KH/TĐTN", "Tỉnh đoàn Nam Định"},
		{"ỦY BAN MTTQ VIỆT NAM\nTỈNH NAM ĐỊNH\nBAN THƯỜNG TRỰC\nSố: 1/KH-MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định"},
		{"HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nBAN CHẤP HÀNH TỈNH NAM ĐỊNH\nSố: 1/KH-BTV", "Hội Liên hiệp Phụ nữ tỉnh Nam Định"},
		{"BAN CHỈ ĐẠO 06 PHƯỜNG AN KHÁNH\nTỔ GIÚP VIỆC\nSố: 1/KH-TGV", "Tổ giúp việc Ban Chỉ đạo 06 phường An Khánh"},
		{"UBND HUYỆN BA TƠ\nBAN CHỈ ĐẠO\nCHUYỂN ĐỔI SỐ\nSố: 05/KH-BCĐ", "Ban Chỉ đạo chuyển đổi số huyện Ba Tơ"},
		{"HUYỆN ĐỨC CƠ\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ\nSố: 27/KH-BCĐCĐS", "Ban Chỉ đạo chuyển đổi số huyện Đức Cơ"},
		{"| **UBND TỈNH NAM ĐỊNH**<br>**SỞ TÀI CHÍNH**<br>Số: 1/KH-STC | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |", "Sở Tài chính tỉnh Nam Định"},
		{"ĐẢNG ỦY CÔNG AN TỈNH\nĐẢNG ỦY PHÒNG PC06\n*\nSố 1-KH/ĐU", "Đảng ủy phòng PC06"},
		{"SỞ Y TẾ TP. HỒ CHÍ MINH\nBỆNH VIỆN NHI ĐỒNG 1\nSố: 1/KH-BVNĐ1", "Bệnh viện nhi đồng 1"},
		{"ỦY BAN NHÂN DÂN\nXÃ HƯNG CHÍNH\nHUYỆN HƯNG NGUYÊN\nSố: 1/KH-UBND", "Ủy ban nhân dân xã Hưng Chính"},
		{"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH\nTHÀNH PHỐ THỦ ĐỨC\nSố: 1/KH-UBND", "Ủy ban nhân dân thành phố Thủ Đức"},
		{"ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTHỊ XÃ KỲ ANH Độc lập - Tự do - Hạnh phúc\nSố: 1/KH-UBND Kỳ Anh, ngày 02 tháng 3 năm 2024", "Ủy ban nhân dân thị xã Kỳ Anh"},
		{"HỘI ĐỒNG NHÂN DÂN\nỦY BAN NHÂN DÂN\nỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nHUYỆN Ý YÊN\nSố: 1/QCPH", "Hội đồng nhân dân huyện Ý Yên; Ủy ban nhân dân huyện Ý Yên; Ủy ban Mặt trận Tổ quốc Việt Nam huyện Ý Yên"},
		{"UBND TỈNH NAM ĐỊNH\nỦY BAN NHÂN DÂN\nHUYỆN Ý YÊN\nSố: 1/KH-UBND", "Ủy ban nhân dân huyện Ý Yên"},
		{"THƯỜNG TRỰC HĐND - UBND - BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM TỈNH NAM ĐỊNH\nSố: 1/QC", "Thường trực Hội đồng nhân dân tỉnh Nam Định; Ủy ban nhân dân tỉnh Nam Định; Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định"},
		{"ỦY BAN THƯỜNG VỤ QUỐC HỘI\nCHÍNH PHỦ\nĐOÀN CHỦ TỊCH ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nSố: 1/NQLT", "Ủy ban Thường vụ Quốc hội; Chính phủ; Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"},
		{"HUYỆN ỦY - HĐND - UBND HUYỆN Ý YÊN\nSố: 1/QC", "Huyện ủy Ý Yên; Hội đồng nhân dân huyện Ý Yên; Ủy ban nhân dân huyện Ý Yên"},
		{"TỈNH ỦY NAM ĐỊNH - ỦY BAN NHÂN DÂN - ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH\nSố: 1/QC", "Tỉnh ủy Nam Định; Ủy ban nhân dân tỉnh Nam Định; Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nam Định"},
		{"CÔNG AN TỈNH NAM ĐỊNH - SỞ Y TẾ\nSố: 1/QC", "Công an tỉnh Nam Định; Sở Y tế tỉnh Nam Định"},
		{"HĐND HUYỆN Ý YÊN\nBAN KINH TẾ - XÃ HỘI\nSố: 1/BC", "Ban Kinh tế - Xã hội Hội đồng nhân dân huyện Ý Yên"},
		{"VĂN PHÒNG\nHĐND TỈNH NAM ĐỊNH\nSố: 1/BC", "Văn phòng Hội đồng nhân dân tỉnh Nam Định"},
		{"THƯỜNG TRỰC\nHĐND HUYỆN Ý YÊN\nSố: 1/BC", "Thường trực Hội đồng nhân dân huyện Ý Yên"},
		{"ĐOÀN ĐẠI BIỂU QUỐC HỘI\nVÀ HĐND TỈNH NAM ĐỊNH\nVĂN PHÒNG\nSố: 1/BC", "Văn phòng Đoàn đại biểu quốc hội và Hội đồng nhân dân tỉnh Nam Định"},
		{"TÒA ÁN NHÂN DÂN TỐI CAO\nHỘI ĐỒNG THẨM PHÁN\nSố: 1/NQ-HĐTP", "Hội đồng thẩm phán Tòa án nhân dân tối cao"},
		{"CÔNG AN TỈNH NAM ĐỊNH\nPHÒNG CẢNH SÁT QLHC VỀ TTXH\nSố: 1/KH-PC06", "Phòng Cảnh sát QLHC về TTXH tỉnh Nam Định"},
		{"LĐLĐ TỈNH NAM ĐỊNH\nCÔNG ĐOÀN NGÀNH GIÁO DỤC\nSố: 1/KH", "Công đoàn ngành giáo dục tỉnh Nam Định"},
		{"BAN TUYÊN GIÁO TỈNH ỦY - SỞ Y TẾ NAM ĐỊNH\nSố: 1/KHPH", "Ban Tuyên giáo tỉnh ủy; Sở Y tế Nam Định"},
		{"ỦY BAN MTTQ VIỆT NAM TỈNH NAM ĐỊNH\nHỘI NÔNG DÂN\nSố: 1/KH-HND", "Hội Nông dân tỉnh Nam Định"},
		{"BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 1-HD/BTCTW", "Ban Tổ chức Trung ương"},
		{"LĐLĐ TỈNH NAM ĐỊNH\nLĐLĐ HUYỆN Ý YÊN\nSố: 1/KH-LĐLĐ", "Liên đoàn lao động huyện Ý Yên"},
		{"UBND TỈNH NAM ĐỊNH\nSỞ NÔNG NGHIỆP & PTNT\nSố: 1/KH-SNN", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Nam Định"},
		{"GIÁO HỘI PHẬT GIÁO VIỆT NAM\nHỘI ĐỒNG TRỊ SỰ\nSố: 1/TB.HĐTS", "Hội đồng Trị sự Giáo hội Phật giáo Việt Nam"},
		{"SỞ Y TẾ KHÁNH HÒA\nBỆNH VIỆN ĐA KHOA\nKHU VỰC CAM RANH\n\nSố: 96/KH-BVCR\nCam Ranh, ngày 9 tháng 01 năm 2024\nKẾ HOẠCH\nChuyển đổi số\n", "Bệnh viện Đa khoa khu vực Cam Ranh"},
	} {
		p := read(c.head + "\nKẾ HOẠCH\nTriển khai mô hình điểm\nCăn cứ Luật Căn cước ngày 27/11/2023;\nI. MỤC ĐÍCH\n1. Nội dung.\n")
		if got := strings.Join(p.Issuers, "; "); got != c.want {
			t.Errorf("%q: got %q; want %q", c.head, got, c.want)
		}
	}
}

// TestTitle holds where a title ends.
func TestTitle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"QUYẾT ĐỊNH\nBAN HÀNH KẾ HOẠCH HOẠT ĐỘNG NĂM\n2022\nCHỦ TỊCH ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ\nCăn cứ Luật Căn cước ngày 27/11/2023;", "BAN HÀNH KẾ HOẠCH HOẠT ĐỘNG NĂM 2022"},
		{"QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY CHẾ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH\nCăn cứ Luật Căn cước ngày 27/11/2023;", "VỀ VIỆC BAN HÀNH QUY CHẾ"},
		{"CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tăng cường lãnh đạo\nThời gian qua, các cấp ủy đã quan tâm.", "về tăng cường lãnh đạo"},
		{"V/v hướng dẫn triển khai Tổ công nghệ số\ncộng đồng\nKính gửi: Các sở, ban, ngành.", "V/v hướng dẫn triển khai Tổ công nghệ số cộng đồng"},
		{"KẾ HOẠCH\nTriển khai mô hình điểm trên địa bàn\nThành phố năm 2024\nCăn cứ Luật Căn cước ngày 27/11/2023;", "Triển khai mô hình điểm trên địa bàn Thành phố năm 2024"},
		{"QUYẾT ĐỊNH\nPhê chuẩn kết quả miễn nhiệm chức vụ Phó Chủ tịch\nỦy ban nhân dân huyện Ý Yên nhiệm kỳ 2021 - 2026\n\nCăn cứ Luật Căn cước ngày 27/11/2023;", "Phê chuẩn kết quả miễn nhiệm chức vụ Phó Chủ tịch Ủy ban nhân dân huyện Ý Yên nhiệm kỳ 2021 - 2026"},
	} {
		p := read("ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/KH-UBND\n" + c.in + "\nI. MỤC ĐÍCH\n1. Nội dung.\n")
		if got := value(p.Title); got != c.want {
			t.Errorf("%q: got %q; want %q", c.in, got, c.want)
		}
	}
}

// TestStamp holds that the stamp of incoming papers is no part of a head, wherever it stands.
func TestStamp(t *testing.T) {
	head := []string{"ỦY BAN NHÂN DÂN", "TỈNH KON TUM", "Số: 112/KH-UBND", "Kon Tum, ngày 13 tháng 01 năm 2025", "KẾ HOẠCH", "Cải cách hành chính năm 2025"}
	stamp := []string{"ĐẾN Số: 318", "Ngày: 15/01/2025", "Chuyển: Phòng Nội vụ"}
	for _, c := range []struct {
		at    int
		stamp []string
	}{{0, stamp}, {2, stamp}, {5, append([]string{"UBND HUYỆN SA THẦY"}, stamp...)}} {
		lines := slices.Insert(slices.Clone(head), c.at, c.stamp...)
		p := read(strings.Join(lines, "\n") + "\n\nI. MỤC TIÊU\n1. Một.\n")
		got := fmt.Sprint(value(p.Title), value(p.Number), p.Issuers, value(p.Date))
		if want := "Cải cách hành chính năm 2025112/KH-UBND[Ủy ban nhân dân tỉnh Kon Tum]2025-01-13"; got != want {
			t.Errorf("stamp before line %d: got %s, want %s", c.at, got, want)
		}
	}
}

// TestTitleOverLines holds where a title ends that is broken over lines: not at a word
// that asks for more, but at a name that looks like one.
func TestTitleOverLines(t *testing.T) {
	const want = "Triển khai các mô hình trên địa bàn xã Hưng Chính"
	p := read("ỦY BAN NHÂN DÂN\nXÃ HƯNG CHÍNH\nSố: 12/KH-UBND\nKẾ HOẠCH\nTriển khai các mô hình trên địa bàn\nxã Hưng Chính\n" +
		"Thực hiện Kế hoạch số 199/KH-UBND ngày 03/11/2023 của UBND thành\nphố Vinh về triển khai Đề án 06 trên địa bàn thành phố Vinh,\n" +
		"UBND xã ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Nội dung.\n")
	if got := value(p.Title); got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// TestMisreadHead holds a head whose marks a recogniser misread.
func TestMisreadHead(t *testing.T) {
	p := read("UY BAN NHÂN DÂN\tCỘNG HOÀ XÃ HỘI CHU NGHĨA VIỆT NAM\nTỈNH NAM ĐỊNH\tĐôc lâp - Tư do - Hanh phúc\n" +
		"Só: 14/KH-UBND\tNam Định, ngày 0 8 thảng 6 nãm 2022\nKÉ HOẠCH\nPhát triển kinh tế số\nCăn cử Quyết định sổ 411/QĐ-TTg ngày 31/3/2022;\nI. MỤC ĐÍCH\n1. Nội dung.\n")
	got := fmt.Sprint(p.Kind, value(p.Number), value(p.Date), p.Issuers, value(p.Title), len(p.LegalBasis))
	if want := "Kế hoạch14/KH-UBND2022-06-08[Ủy ban nhân dân tỉnh Nam Định]Phát triển kinh tế số1"; got != want {
		t.Errorf("got %s; want %s", got, want)
	}
}

// TestSpecksAndHandwriting holds that neither a speck nor what was made of a number written by hand goes into the
// name of the issuer; words that are doubtful and go on with it do.
func TestSpecksAndHandwriting(t *testing.T) {
	for in, want := range map[string]string{
		"ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM .\n~BÙI~\n":   "Ủy ban nhân dân tỉnh Hà Nam",
		"ỦY BAN NHÂN DÂN\nTỈNH BẾN TRE,\n~XÃ~\n":    "Ủy ban nhân dân tỉnh Bến Tre",
		"ỦY BAN NHÂN DÂN\nTỈNH ~TUYÊN~ QUANG\n":     "Ủy ban nhân dân tỉnh Tuyên Quang",
		"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ\nTUYÊN QUANG\n": "Ủy ban nhân dân thành phố Tuyên Quang",
	} {
		parts := strings.Split(in+"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nam, ngày 2 tháng 3 năm 2023\nKẾ HOẠCH\nPhát triển kinh tế số\nI. MỤC ĐÍCH\n1. Nội dung.\n", "~")
		f := source.NewText("t.txt", strings.Join(parts, ""))
		at := 0
		for i, part := range parts {
			if i%2 == 1 {
				f.Doubts = append(f.Doubts, source.Doubt{Text: part, Span: f.Span(at, at+len(part))})
			}
			at += len(part)
		}
		if got := strings.Join(Read(outline.New(normalize.New(f))).Issuers, "; "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestNoMotto holds a head whose national name is lost and that no section follows.
func TestNoMotto(t *testing.T) {
	p := read("CÔNG AN TỈNH NAM ĐỊNH\nSố: 14/KH-CAT(PC06)\nNam Định, ngày 08 tháng 6 năm 2022\nKẾ HOẠCH\nCấp căn cước công dân\nCăn cứ Luật Căn cước ngày 27/11/2023;\n")
	if got := value(p.Number) + " " + value(p.Title); got != "14/KH-CAT(PC06) Cấp căn cước công dân" {
		t.Errorf("got %q", got)
	}
}

// TestOfficesBelowName holds whose an office is that stands between two names: that of the
// name right above it where a blank line parts it from the next office.
func TestOfficesBelowName(t *testing.T) {
	head := "ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/KH-UBND\nKẾ HOẠCH\nTriển khai mô hình điểm\nI. MỤC ĐÍCH\n1. Nội dung./.\n\n"
	for _, c := range []struct{ in, want string }{
		{"THƯ KÝ TỔ CÔNG TÁC\n\nĐại tá Vũ Văn An\nPHÓ CỤC TRƯỞNG\nCỤC CẢNH SÁT\n\nTỔ TRƯỞNG TỔ CÔNG TÁC\n\nCHỦ TỊCH UBND TỈNH\nNguyễn Văn Bình\n",
			"Vũ Văn An: Thư ký Tổ công tác; Phó Cục trưởng Cục Cảnh sát | Nguyễn Văn Bình: Tổ trưởng Tổ công tác; Chủ tịch UBND tỉnh"},
		{"GIÁM ĐỐC\n\nVũ Văn An\nCHỦ TỊCH\n\n\nNguyễn Văn Bình\n", "Vũ Văn An: Giám đốc | Nguyễn Văn Bình: Chủ tịch"},
	} {
		var got []string
		for _, s := range read(head + c.in).Signers {
			got = append(got, value(s.Name)+": "+value(s.Title))
		}
		if g := strings.Join(got, " | "); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}

// TestSigners holds who signs, and as what.
func TestSigners(t *testing.T) {
	for _, c := range []struct{ tail, want string }{
		{"TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n", "Nguyễn Văn An (Phó Chủ tịch)"},
		{"GIÁM ĐỐC\nBSCKII. Nguyễn Văn An\n", "Nguyễn Văn An (Giám đốc)"},
		{"TRƯỞNG BAN\n\nCHỦ TỊCH UBND TỈNH\nĐoàn Anh Dũng\n", "Đoàn Anh Dũng (Trưởng ban; Chủ tịch UBND tỉnh)"},
		{"GIÁM ĐỐC\nPGS.TS. Nguyễn Văn An\n", "Nguyễn Văn An (Giám đốc)"},
		{"   TỈNH ĐOÀN            CÔNG AN TỈNH\n    BÍ THƯ              PHÓ GIÁM ĐỐC\n\n Nguyễn Văn An     Đại tá Trần Văn Bình\n", "Nguyễn Văn An (Bí thư); Trần Văn Bình (Phó Giám đốc)"},
	} {
		p := read("ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/KH-UBND\nKẾ HOẠCH\nTriển khai\nI. MỤC ĐÍCH\n1. Nội dung.\nII. TỔ CHỨC THỰC HIỆN\nSở Y tế thực hiện./.\n" + c.tail)
		var got []string
		for _, s := range p.Signers {
			got = append(got, value(s.Name)+" ("+value(s.Title)+")")
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q: got %q; want %q", c.tail, g, c.want)
		}
	}
}

// TestRecipients holds the list of who gets a document.
func TestRecipients(t *testing.T) {
	p := read("KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Nội dung.\nNơi nhận:\n\n-   Sở Y tế;\n\n-   Ban Giám đốc;\n\n-   Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn An\n")
	party := read("KẾ HOẠCH\nI- MỤC ĐÍCH\n1- Nội dung.\nNơi nhận\tT/M ĐẢNG ỦY\n- Các chi bộ,\tBÍ THƯ\n- Lưu.\tRơ Mah Tuấn\n")
	if len(party.Recipients) != 2 || len(party.Signers) != 1 {
		t.Errorf("got %q, %v", party.Recipients, party.Signers)
	}
	cell := read("KẾ HOẠCH\nI. MỤC ĐÍCH\n1. Nội dung.\n\n| | |\n| --- | --- |\n| ***Nơi nhận:*** - UBND tỉnh; - TT.TU, TT.HĐND tỉnh; - Lưu: VT, NC. | **TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Bé** |\n")
	if len(cell.Recipients) != 3 || len(cell.Signers) != 1 || value(cell.Signers[0].Name)+", "+value(cell.Signers[0].Title) != "Lê Văn Bé, Phó Chủ tịch" {
		t.Errorf("got %q, %q, %q", cell.Recipients, value(cell.Signers[0].Name), value(cell.Signers[0].Title))
	}
	if got, want := strings.Join(p.Recipients, "|"), "Sở Y tế|Ban Giám đốc|Lưu: VT"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

// TestAnnexAlone holds the head of an annex without the document that it belongs to.
func TestAnnexAlone(t *testing.T) {
	const table = "\n\nTT\tNhiệm vụ\tChủ trì\n1\tLập sổ\tSở Y tế\n"
	for _, c := range []struct{ in, kind, title, level, place string }{
		{"Phụ lục 02\nDANH MỤC\nCÁC MÔ HÌNH\n(Kèm theo Kế hoạch số 214/KH-UBND ngày 17/3/2025 của UBND huyện Diễn Châu)", "Phụ lục", "DANH MỤC CÁC MÔ HÌNH", "district", "Diễn Châu"},
		{"PHỤ LỤC I: NHIỆM VỤ\n(ban hành kèm theo Kế hoạch số 102-KH/HU, ngày 12/5/2024 của Ban Thường vụ Huyện ủy Yên Dũng)", "Phụ lục", "NHIỆM VỤ", "district", "Yên Dũng"},
		{"Phụ lục\nPhân công nhiệm vụ\n(Kèm theo Kế hoạch số 7/KH-UBND ngày 02/3/2024\ncủa Ủy ban nhân dân tỉnh Hà Nam)", "Phụ lục", "Phân công nhiệm vụ", "province", "Hà Nam"},
		{"Phụ lục\nPhân công nhiệm vụ", "Phụ lục", "Phân công nhiệm vụ", "", ""},
		{"Phụ lục kinh phí của năm\nSố: 12/KH-UBND", "Kế hoạch", "", "", ""},
	} {
		p := read(c.in + table)
		place := value(p.Locality.Province) + value(p.Locality.District) + value(p.Locality.Commune)
		level := ""
		if p.Level != nil {
			level = string(*p.Level)
		}
		if p.Kind != c.kind || value(p.Title) != c.title || level != c.level || place != c.place || len(p.Issuers) > 0 {
			t.Errorf("%q: %q %q %q %q %q", c.in, p.Kind, value(p.Title), level, place, p.Issuers)
		}
	}
}

// TestAbbreviations holds what a document itself defines.
func TestAbbreviations(t *testing.T) {
	for _, c := range []struct{ in, short, long string }{
		{"Sở Giáo dục và Đào tạo (GDĐT) chủ trì", "GDĐT", "Giáo dục và Đào tạo"},
		{"Sở Giáo dục và Đào tạo (GD&ĐT) chủ trì", "GD&ĐT", "Giáo dục và Đào tạo"},
		{"thành lập Tổ công nghệ số cộng đồng (Tổ CNSCĐ)", "Tổ CNSCĐ", "Tổ công nghệ số cộng đồng"},
		{"vận hành Hệ thống thông tin nghiệp vụ (Phòng PC06)", "Phòng PC06", ""},
		{"kết nối Cơ sở dữ liệu quốc gia về dân cư (CSDLQGvDC)", "CSDLQGvDC", "Cơ sở dữ liệu quốc gia về dân cư"},
		{"Cục Cảnh sát quản lý hành chính về trật tự xã hội (QLHC về TTXH)", "QLHC về TTXH", "quản lý hành chính về trật tự xã hội"},
		{"Trung tâm điều hành thông minh (IOC Thành phố)", "IOC", ""},
		{"Ứng dụng trí tuệ nhân tạo (AI), dữ liệu lớn", "AI", "trí tuệ nhân tạo"},
		{"Nâng Chỉ số cải cách hành chính (PAR INDEX) của tỉnh", "PAR INDEX", "Chỉ số cải cách hành chính"},
		{"Hết.\nGhi chú: STP: Sở Tư pháp; BHXH tỉnh: Bảo hiểm xã hội tỉnh; NHNN: Ngân hàng Nhà nước Chi nhánh tỉnh", "BHXH tỉnh", "Bảo hiểm xã hội tỉnh"},
		{"Hết.\nGhi chú: STP: Sở Tư pháp; BHX1; TP: Bảo hiểm xã hội; NHNN: Ngân hàng Nhà nước; SYT: Sở Y tế; PKT:\nPhòng Kinh tế", "PKT", "Phòng Kinh tế"},
		{"Hết.\nGhi chú: STP: Sở Tư pháp; CAT:\nCông an tỉnh; SYT: Sở\nY tế; PKT: Phòng Kinh tế", "SYT", "Sở Y tế"},
		{"phòng cháy, chữa cháy, cứu nạn, cứu hộ (PCCC&CNCH) năm 2025", "PCCC&CNCH", "phòng cháy, chữa cháy, cứu nạn, cứu hộ"},
		{"TT\tNội dung\tChủ trì\n1\tKết nối Trung tâm điều hành thông minh (IOC) huyện\tCông an\n2\tSố hóa\tCông an", "IOC", "Trung tâm điều hành thông minh"},
		{"Hết.\nGhi chú - chữ viết tắt trong bảng: P.TP: Phòng Tư pháp; CATP: Công an thành phố; TTYT: Trung tâm Y tế", "CATP", "Công an thành phố"},
		{"Các phòng thuộc Sở viết tắt trong bảng: VPS là Văn phòng Sở; QLTM là Phòng Quản lý Thương mại; KHTC là Phòng Kế hoạch - Tài chính. Đơn vị chủ trì ghi một lần.", "KHTC", "Phòng Kế hoạch - Tài chính"},
		{"Hết.\nCác chữ viết tắt: STP: Sở Tư pháp; CAT: Công an tỉnh; SYT: Sở Y tế", "CAT", "Công an tỉnh"},
	} {
		p := read("KẾ HOẠCH\nI. MỤC ĐÍCH\n1. " + c.in + ".\n")
		if got := p.Abbreviations[c.short]; got != c.long {
			t.Errorf("%q: got %q; want %q", c.in, got, c.long)
		}
	}
}

// TestBehindDocument holds that the labels which a web page puts behind a document sign nothing.
func TestBehindDocument(t *testing.T) {
	p := read("UBND HUYỆN MAI SƠN\nSố: 5/KH-UBND\nKẾ HOẠCH\nTriển khai mô hình\nI. MỤC ĐÍCH\nNâng cao./.\nNơi nhận: | TM. ỦY BAN NHÂN DÂN |\n- UBND tỉnh; | CHỦ TỊCH |\n- Lưu: VT. | Lò Minh Thuận |\n\nThuộc tính văn bản\n" +
		"Loại văn bản | Kế hoạch\nCơ quan ban hành | Tỉnh Sơn La\nNgười ký | Lò Văn An\nTin cùng chuyên mục\n- Hội nghị\n")
	if len(p.Signers) != 1 || value(p.Signers[0].Name) != "Lò Minh Thuận" {
		t.Errorf("signers %+v", p.Signers)
	}
}

// TestTailInCells holds a tail whose two sides are cells, each with its lines joined.
func TestTailInCells(t *testing.T) {
	p := read("| **UBND TỈNH ĐỒNG NAI** **SỞ Y TẾ** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM** |\n| --- | --- |\n| Số: 1205/KH-SYT | *Đồng Nai, ngày 02 tháng 3 năm 2023* |\n\n" +
		"**KẾ HOẠCH**\n\n**Triển khai mô hình điểm**\n\n**I. MỤC ĐÍCH**\n\n1. Nội dung./.\n\n" +
		"| ***Nơi nhận:*** - UBND tỉnh; - Ban Giám đốc Sở; - Lưu: VT, KHTC. | **GIÁM ĐỐC** **Nguyễn Văn Bình** |\n| --- | --- |\n")
	if len(p.Issuers) != 1 || p.Issuers[0] != "Sở Y tế tỉnh Đồng Nai" {
		t.Errorf("issuers %q", p.Issuers)
	}
	if got := strings.Join(p.Recipients, "|"); got != "UBND tỉnh|Ban Giám đốc Sở|Lưu: VT, KHTC" {
		t.Errorf("recipients %q", got)
	}
	if len(p.Signers) != 1 || value(p.Signers[0].Name) != "Nguyễn Văn Bình" || value(p.Signers[0].Title) != "Giám đốc" {
		t.Errorf("signers %+v", p.Signers)
	}
}
