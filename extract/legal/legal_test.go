package legal

import (
	"strings"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct{ in, number, symbol string }{
		{"233/KH - UBND", "233/KH-UBND", "KH-UBND"},
		{"06/QĐ-TTg ngày 06/01/2022", "06/QĐ-TTg", "QĐ-TTg"},
		{"73/2019/NĐ-CP ngày", "73/2019/NĐ-CP", "NĐ-CP"},
		{"38-CT/TU ngày 31/3/2023", "38-CT/TU", "CT/TU"},
		{"2312/KHPPH-TCTĐA06CP-TCTĐA06LA", "2312/KHPPH-TCTĐA06CP-TCTĐA06LA", "KHPPH-TCTĐA06CP-TCTĐA06LA"},
		{"72/2025/QH15", "72/2025/QH15", "QH15"},
		{"167/KH-BCĐ ngày", "167/KH-BCĐ", "KH-BCĐ"},
		{"04/QC-TT.HĐND-UBND", "04/QC-TT.HĐND-UBND", "QC-TT.HĐND-UBND"},
		{"202/2025/QH15. Tiếp", "202/2025/QH15", "QH15"},
		{"310/KH-CAH(QLHC)", "310/KH-CAH(QLHC)", "KH-CAH(QLHC)"},
		{"06/KH-UBND (bản sao)", "06/KH-UBND", "KH-UBND"},
		{"24/2006-NĐ-CP ngày", "24/2006-NĐ-CP", "NĐ-CP"},
		{"01-TANDTC-VKSNDTC/TTLT", "01-TANDTC-VKSNDTC/TTLT", "TANDTC-VKSNDTC/TTLT"},
		{"12-LĐTBXH/TT ngày", "12-LĐTBXH/TT", "LĐTBXH/TT"},
		{"34-CP", "34-CP", "CP"},
		{"216-SL ngày 20", "216-SL", "SL"},
		{"1340/HQTN-NVngày 30/10/2008", "1340/HQTN-NV", "HQTN-NV"},
		{"101 - HĐBT NGÀY", "101-HĐBT", "HĐBT"},
		{"42/2018/-CP của", "42/2018/-CP", "CP"},
		{"615/TTr .UBND.VX ngày", "615/TTr.UBND.VX", "TTr.UBND.VX"},
		{"72/2025/QH15 .Tiếp theo", "72/2025/QH15", "QH15"},
		{"12-CPI", "", ""},
		{"812/QĐ-UBNDHà Nam, ngày", "812/QĐ-UBND", "QĐ-UBND"},
		{"19/CT-TTgVề việc", "19/CT-TTg", "CT-TTg"},
		{"06/01/2022", "", ""},
		{"12 mô hình", "", ""},
	} {
		if n, s, _ := Number(c.in); n != c.number || s != c.symbol {
			t.Errorf("%q: got %q, %q; want %q, %q", c.in, n, s, c.number, c.symbol)
		}
	}
}

func TestCitations(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển", "Quyết định 06/QĐ-TTg (06/01/2022) Thủ tướng Chính phủ"},
		{"Căn cứ Quyết định số 06/QĐ-TTg của Thủ tướng Chính phủ ngày 06/01/2022 về việc phê duyệt", "Quyết định 06/QĐ-TTg (06/01/2022) Thủ tướng Chính phủ"},
		{"Căn cứ Chỉ thị số 05/CT-TTg ngày 23/02/2023 về tiếp tục đẩy mạnh triển khai Đề án phát triển ứng dụng dữ liệu tại các bộ, ngành của Thủ tướng Chính phủ;", "Chỉ thị 05/CT-TTg (23/02/2023) Thủ tướng Chính phủ"},
		{"Căn cứ Công văn số 1552/BTTT-THH ngày 26/4/2022 về việc hướng dẫn kỹ thuật và Công văn số 2224/BTTTT-THH ngày 09/6/2022 về việc tập trung của Bộ Thông tin và Truyền thông;", "Công văn 1552/BTTT-THH (26/4/2022); Công văn 2224/BTTTT-THH (09/6/2022) Bộ Thông tin và Truyền thông"},
		{"Căn cứ Chương trình số 45-CTr/TU ngày 15/7/2022 của Ban Thường vụ Tỉnh ủy về chuyển đổi số;", "Chương trình 45-CTr/TU (15/7/2022) Ban Thường vụ Tỉnh ủy"},
		{"Căn cứ Kế hoạch số 9/KH-UBQG ngày 05/3/2024 của Ủy ban Quốc gia về chuyển đổi số về hoạt động năm 2024;", "Kế hoạch 9/KH-UBQG (05/3/2024) Ủy ban Quốc gia về chuyển đổi số"},
		{"Công văn số 12/C06-TCTĐA ngày 05/3/2024 của Cục Cảnh sát quản lý hành chính về trật tự xã hội về cấp căn cước", "Công văn 12/C06-TCTĐA (05/3/2024) Cục Cảnh sát quản lý hành chính về trật tự xã hội"},
		{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "Luật  (19 tháng 6 năm 2015)"},
		{"Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025", "Luật 72/2025/QH15 (16/6/2025)"},
		{"Căn cứ Kế hoạch số 494/KH-UBND ngày 28/02/2023 của Tổ công tác triển khai Đề án 06 tỉnh Long An về triển khai thực hiện", "Kế hoạch 494/KH-UBND (28/02/2023) Tổ công tác triển khai Đề án 06 tỉnh Long An"},
		{"Luật Tổ chức chính quyền địa phương ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22/11/2019;", "Luật  (19/6/2015); Luật  (22/11/2019)"},
		{"Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;", "Luật 64/2025/QH15 (); Luật 87/2025/QH15 ()"},
		{"Thực hiện Luật An ninh mạng năm 2018, Nghị quyết số 22/NQ-CP ngày 18/10/2019 của Chính phủ", "Luật  (2018); Nghị quyết 22/NQ-CP (18/10/2019) Chính phủ"},
		{"Căn cứ Kế hoạch số 1148/KH-UBND ngày 06/3/2023 của Ủy ban nhân dân tỉnh Bình Minh Triển khai thực hiện nhiệm vụ", "Kế hoạch 1148/KH-UBND (06/3/2023) Ủy ban nhân dân tỉnh Bình Minh"},
		{"Căn cứ các Quyết định của Thủ tướng Chính phủ: số 06/QĐ-TTg ngày 06/01/2022; số 422/QĐ-TTg ngày 04/4/2022;", "Quyết định 06/QĐ-TTg (06/01/2022); Quyết định 422/QĐ-TTg (04/4/2022)"},
		{"Theo đề nghị của Giám đốc Công an tỉnh tại tờ trình số 32/TTr-CAT ngày 28/02/2022", "Tờ trình 32/TTr-CAT (28/02/2022) Giám đốc Công an tỉnh"},
		{"Nghị quyết số 26/NQ-CP ngày 15/4/2015; Nghị quyết 36a/NQ-CP ngày 14 tháng 10 năm 20 15", "Nghị quyết 26/NQ-CP (15/4/2015); Nghị quyết 36a/NQ-CP (14 tháng 10 năm 20 15)"},
		{"kèm theo Quyết định số 84 QĐ/TWĐTN ngày 22/02/2013", "Quyết định 84QĐ/TWĐTN (22/02/2013)"},
		{"ố 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ quy định", "Nghị định 09/2019/NĐ-CP (24/01/2019) Chính phủ"},
		{"tại Tờ trình số 667TTr-STP ngày 27/7/2015; Nghị quyết số 20NQ/TW ngày 25/10/2017 của Hội nghị", "Tờ trình 667TTr-STP (27/7/2015); Nghị quyết 20NQ/TW (25/10/2017) Hội nghị"},
		{"Xét Tờ trìnhsố 7222/TTr-UBND ngày 25 tháng 11 năm 2015", "Tờ trình 7222/TTr-UBND (25 tháng 11 năm 2015)"},
		{"Quyết định số 629/QĐ-TTg ngày29/5/2012của Thủ tướng Chính phủ; Chỉ thị số 49/-CT /TW ngày 21/2/2005", "Quyết định 629/QĐ-TTg (29/5/2012) Thủ tướng Chính phủ; Chỉ thị 49/-CT/TW (21/2/2005)"},
		{"Căn cứ Luật Giao dịch điện tửngày 29/11/2005;", "Luật  (29/11/2005)"},
		{"Căn cứ LuậtTổ chức Hội đồng nhân dân ngày 26 tháng 11 năm2003; Luật Công đoàn số 12/2012/QH13 năm 2012", "Luật  (26 tháng 11 năm2003); Luật 12/2012/QH13 (2012)"},
		{"Căn cứ vào nghị quyết ngày 28/01/1977 của Ủy ban thường vụ Quốc hội,", "Nghị quyết  (28/01/1977) Ủy ban thường vụ Quốc hội"},
		{"Xét Tờ trình của Giám đốc Sở Y tế ngày 12/3/2004 về việc", "Tờ trình  (12/3/2004) Giám đốc Sở Y tế"},
		{"Căn cứ biên bản Đại hội Hội Cựu giáo chức quận 8 ngày 14 tháng 6 năm 2006;", "Biên bản  (14 tháng 6 năm 2006)"},
		{"Căn cứ Kết luận của Chủ tịch tại phiên họp ngày 12/3/2020;", ""},
		{"Căn cứ Báo cáo của Sở Y tế đến ngày 12/3/2020;", "Báo cáo  () Sở Y tế"},
		{"đã ban hành kế hoạch ngày 12/3/2020 để triển khai", ""},
		{"các báo cáo thẩm tra số 76/BC-HĐND và số 78/BC-HĐND ngày 02/12/2020 của Ban Kinh tế", "Báo cáo 76/BC-HĐND (02/12/2020) Ban Kinh tế; Báo cáo 78/BC-HĐND (02/12/2020) Ban Kinh tế"},
		{"Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND và số 3/QĐ-UBND ngày 2/2/2020; số 4/QĐ-UBND, số 5/QĐ-UBND ngày 3/3/2020", "Quyết định 1/QĐ-UBND (2/2/2020); Quyết định 2/QĐ-UBND (2/2/2020); Quyết định 3/QĐ-UBND (2/2/2020); Quyết định 4/QĐ-UBND (); Quyết định 5/QĐ-UBND (3/3/2020)"},
		{"Nghị định số 24/NĐ-CP và Nghị định số 37/NĐ-CP ngày 05/5/2014", "Nghị định 24/NĐ-CP (); Nghị định 37/NĐ-CP (05/5/2014)"},
		{"Pháp lệnh số 04/2012/UBTVQH 13 ngày 16/7/2012 sửa đổi", "Pháp lệnh 04/2012/UBTVQH13 (16/7/2012)"},
		{"Chỉ thị số 2/CT-TTg ngày 15/11/2019 về công tác văn thư trong tình hình mới. Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 2/TTr-SNV ngày 3/2/2023", "Chỉ thị 2/CT-TTg (15/11/2019); Tờ trình 2/TTr-SNV (3/2/2023) Giám đốc Sở Nội vụ"},
		{"Căn cứ Luật Tổ chức Quốc hội và Hiến pháp năm 1992", "Luật  (); Hiến pháp  (1992)"},
		{"Nghị định số 24/2014/NĐ-CP và Nghị định số 25/2014/NĐ-CP ngày 05/5/2014", "Nghị định 24/2014/NĐ-CP (05/5/2014); Nghị định 25/2014/NĐ-CP (05/5/2014)"},
		{"Kế hoạch số 7-KH/TU ngày 1/2/2020 và hướng dẫn số 09 ngày 15/12/2021 của Ban Dân vận", "Kế hoạch 7-KH/TU (1/2/2020); Hướng dẫn 09 (15/12/2021) Ban Dân vận"},
		{"Căn cứ Luật Trẻ em; Luật Phòng, chống mua bán người; Điều 12 Luật Cư trú;", "Luật  (); Luật  (); Luật  ()"},
		{"Căn cứ Điều 7, khoản 2 Điều 9 của Luật Đê điều; Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 quy định chi tiết thi hành Luật Phòng, chống thiên tai;", "Luật  (); Nghị định 66/2021/NĐ-CP (06/7/2021)"},
		{"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Điện lực;", "Luật  ()"},
		{"Căn cứ Pháp lệnh Đê điều đã được sửa đổi, bổ sung ngày 24/8/2000;", "Pháp lệnh  ()"},
		{"quy định chi tiết Pháp lệnh Đê điều đã được sửa đổi, bổ sung ngày 24/8/2000;", ""},
		{"Căn cứ Bộ luật Dân sự đã được sửa đổi, bổ sung theo Luật số 12/2017/QH14;", "Bộ luật  (); Luật 12/2017/QH14 ()"},
		{"Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;", "Hiến pháp  (2013)"},
		{"- Căn cứ Điều lệ Đảng, Quy định số 24-QĐ/TW ngày 30/7/2021; - Quy chế làm việc của Đảng ủy khóa XII;", "Điều lệ  (); Quy định 24-QĐ/TW (30/7/2021); Quy chế  ()"},
		{"Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XX; Căn cứ Biên bản họp thẩm định ngày lễ;", "Nghị quyết  (); Biên bản  ()"},
		{"Xét Tờ trình và Báo cáo của Bộ Chính trị, Hội nghị", "Tờ trình  () Bộ Chính trị; Báo cáo  () Bộ Chính trị"},
		{"Xét Tờ trình số 5/TTr-UBND ngày 2/3/2020 của Ủy ban nhân dân tỉnh; báo cáo thẩm tra của Ban Pháp chế; ý kiến của đại biểu,", "Tờ trình 5/TTr-UBND (2/3/2020) Ủy ban nhân dân tỉnh; Báo cáo  () Ban Pháp chế"},
		{"Sau khi xem xét tờ trình số …../TTr-UBND ngày ….. tháng ….. năm ….. của Ủy ban nhân dân xã Phú Lợi về việc", "Tờ trình  () Ủy ban nhân dân xã Phú Lợi"},
		{"Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số     /TTr-SYT ngày   tháng 3 năm 2025;", "Tờ trình  (tháng 3 năm 2025) Giám đốc Sở Y tế"},
		{"Căn cứ Điều lệ tổ chức và hoạt động của Tổng công ty; Công điện số 4/CĐ-BCA ngày 3/5/2020 của Bộ Công an về mở đợt cao điểm;", "Điều lệ  (); Công điện 4/CĐ-BCA (3/5/2020) Bộ Công an"},
		{"Căn cứ Nghị định số 83/2009/NĐ-CP ngày 15/10/2009 của Chính phủ về sửa đổi Nghị định khác; Quyết định số 24/QĐ-UBQGCĐS ngày 03/3/2022 của Chủ tịch Ủy ban Quốc gia về chuyển đổi số ban hành Quy chế", "Nghị định 83/2009/NĐ-CP (15/10/2009) Chính phủ; Quyết định 24/QĐ-UBQGCĐS (03/3/2022) Chủ tịch Ủy ban Quốc gia về chuyển đổi số"},
		{"Xét đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT ngày 17 tháng 5 năm 2013 về việc ban hành Quy chế hoạt động của Ban Chỉ đạo công tác Dân số tỉnh Hà Giang", "Tờ trình 66/TTr-SYT (17 tháng 5 năm 2013) Sở Y tế"},
		{"Căn cứ Công văn 285/CCTTHC ngày 08 tháng 9 năm 2009 của Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ về chuẩn bị công bố cơ sở dữ liệu", "Công văn 285/CCTTHC (08 tháng 9 năm 2009) Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ"},
		{"Thông báo số 327/TB-VPCP ngày 08/12/2021 của Văn phòng Chính phủ kết luận của Thủ tướng Chính phủ tại cuộc họp về vắc xin", "Thông báo 327/TB-VPCP (08/12/2021) Văn phòng Chính phủ"},
		{"căn cứ Công văn số 374/ĐK:HT ngày 29/12/2022 của Bộ Công an và kết quả thực hiện Đề án 06 năm 2022", "Công văn 374/ĐK:HT (29/12/2022) Bộ Công an"},
		{"Căn cứ Nghị định số 70/2024/NĐ-CP; thực hiện Điện mật số 56/HT ngày 10/6/2024 của Cục C06; Biên bản hợp tác số 45/BBHT ngày 1/2/2024", "Nghị định 70/2024/NĐ-CP (); Điện mật 56/HT (10/6/2024) Cục C06; Biên bản 45/BBHT (1/2/2024)"},
		{"Căn cứ Nghị định số 70/2024/NĐ-CP ngày 25/6/2024 của Chính phủ; Thư ngỏ số 12/TN ngày 10/6/2024", "Nghị định 70/2024/NĐ-CP (25/6/2024) Chính phủ; 12/TN (10/6/2024)"}, // no kind is better than that of another
		{"Căn cứ Luật Giáo dục 2019; Luật đất đai 2013 và Luật nhà ở;", "Luật  (2019); Luật  (2013); Luật  ()"},
		{"Căn cứ Điều lệ trường trung học cơ sở; Căn cứ Luật này;", "Điều lệ  ()"},
		{"Xét Tờ trình số 5/TTr-UBND ngày 2/3/2020 của UBND tỉnh, Báo cáo thẩm tra của Ban Pháp chế HĐND tỉnh và kết quả biểu quyết", "Tờ trình 5/TTr-UBND (2/3/2020) UBND tỉnh; Báo cáo  () Ban Pháp chế HĐND tỉnh"},
		{"Căn cứ quy định của pháp luật; quy chế phối hợp giữa các ngành; báo cáo của các đơn vị;", ""},
		{"Xét đề nghị của Chủ tịch Hội, theo Điều lệ của Hội,", ""},
		{"kèm theo Quyết định số    /2024/QĐ-UBND ngày", ""},
		{"phủ sóng 4G/LTE, 5 KW/H tại các thôn", ""},
		{"ban hành Kế hoạch triển khai thực hiện trên địa bàn xã như sau:", ""},
	} {
		var got []string
		for _, x := range Citations(c.in) {
			got = append(got, strings.TrimSpace(x.Kind+" "+x.Number+" ("+x.Date+") "+x.Issuer))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, g, c.want)
		}
	}
}
