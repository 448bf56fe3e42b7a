package extract_test

import (
	"strconv"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

const shortHead = "ỦY BAN NHÂN DÂN\nHUYỆN MAI SƠN\nSố: 05/KH-UBND\nMai Sơn, ngày 3 tháng 3 năm 2024\nKẾ HOẠCH\nTriển khai các mô hình Đề án 06\n\n"

// TestWho holds who is read to carry out each model or task of a short plan, and which
// remarks on it the reader gets. The text stands behind shortHead.
func TestWho(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		remarks          string // the codes of remarks made while reading
	}{
		{"who is told in prose", `I. CÁC MÔ HÌNH
1. Mô hình 1: “Một”. Công an huyện là đơn vị đầu mối, cùng với Phòng Y tế tổ chức thực hiện, hoàn thành trước ngày 30/9/2024.
2. Mô hình 2: “Hai”. Giao cho Phòng Nội vụ làm đầu mối tham mưu, Công an huyện phối hợp.
3. Mô hình 3: “Ba”. Việc triển khai do Công an huyện đảm nhiệm, Phòng Tư pháp phối hợp, từ nay đến hết tháng 12/2024.
4. Mô hình 4: “Bốn”. Phòng Tư pháp chủ trì. Mong Bưu điện huyện đồng hành lâu dài.`, `
1 lead: Công an huyện cooperate: Phòng Y tế
2 lead: Phòng Nội vụ cooperate: Công an huyện
3 cooperate: Phòng Tư pháp implement: Công an huyện
4 lead: Phòng Tư pháp`, "not-understood"},
		{"a merged cell says who and when of all its rows", "I. NHIỆM VỤ\nTT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\n" +
			"1\tRà soát dữ liệu\tCông an xã\tVăn phòng\tQuý I/2024\n2\tSố hóa hồ sơ\t\u2063\tPhòng Tư pháp\t\u2063\n3\tIn thẻ\t\u2063\t\t\u2063\n4\tTổng kết\t\t\t\nB\tDỮ LIỆU\n5\tĐối soát\t\u2063\t\t", `
I.1 lead: Công an xã cooperate: Văn phòng
I.2 lead: Công an xã cooperate: Phòng Tư pháp
I.3 lead: Công an xã
I.4
I.B.5`, ""},
		{"a section names who leads its models, a heading its tasks", `I. CÔNG AN XÃ CHỦ TRÌ (02 MÔ HÌNH)
1. Mô hình: Một
- Phối hợp: Phòng Y tế.
- Phân công nhiệm vụ: Phòng Y tế cập nhật dữ liệu.
2. Mô hình: Hai
- Phối hợp: Phòng Tư pháp.`, `
1 lead: CÔNG AN XÃ cooperate: Phòng Y tế
2 lead: CÔNG AN XÃ cooperate: Phòng Tư pháp`, ""},
		{"a heading or a sentence charges one with the tasks below", `I. NHIỆM VỤ
1. Nhiệm vụ của ngành Y tế (do Phòng Y tế chủ trì)
a) Củng cố mạng lưới sơ cứu.
b) Đánh giá nguyên nhân (Phòng Tư pháp phối hợp).
2. Hạ tầng số
Phòng Kinh tế chủ trì, phối hợp với UBND các xã thực hiện các nhiệm vụ sau, hoàn thành trước ngày 30/11/2024:
a) Rà soát thôn lõm sóng.
b) Nâng cấp mạng nội bộ.
3. Việc khác
a) Đánh giá kết quả thí điểm.
Việc đánh giá do Phòng Nội vụ chủ trì, Công an xã phối hợp thực hiện.`, `
I.1.a lead: Phòng Y tế
I.1.b lead: Phòng Y tế cooperate: Phòng Tư pháp
I.2.a lead: Phòng Kinh tế cooperate: UBND các xã
I.2.b lead: Phòng Kinh tế cooperate: UBND các xã
I.3.a lead: Phòng Nội vụ cooperate: Công an xã`, ""},
		{"lines below a task under labels that nobody knows", `I. NHIỆM VỤ
1. Rà soát thủ tục hành chính.
- Phân vai: Phòng Tư pháp chủ trì, phối hợp với Công an huyện.
- Về đích: trước ngày 30/6/2024.
2. Số hóa hồ sơ.
- Phân vai: Văn phòng HĐND và UBND huyện chủ trì.
- Về đích: Quý III/2024.`, `
I.1 lead: Phòng Tư pháp cooperate: Công an huyện
I.2 lead: Văn phòng HĐND và UBND huyện`, ""},
		{"a group's row broken over cells", "I. CÁC MÔ HÌNH\nTT\tTên mô hình\tChủ trì\tThời gian\nA\tNhóm mô hình phục vụ học sinh,\tphụ huynh (01 mô hình)\t\n" +
			"1\tMột cửa số\tCông an xã\tQuý I/2024\nB\tNhóm hai\t\t\n2\tChợ số\tPhòng Kinh tế\tQuý II/2024", `
1 lead: Công an xã
2 lead: Phòng Kinh tế`, ""},
		{"rows with a code in the place of their number", "I. CÁC MÔ HÌNH\nMã\tTên mô hình\tChủ trì\tThời gian\nI\tNhóm một\t\t\n" +
			"MH-01\tMột cửa số\tCông an xã\tQuý I/2024\nMH-03\tChợ số\tPhòng Kinh tế\tQuý II/2024", `
1 lead: Công an xã
3 lead: Phòng Kinh tế`, ""},
		{"a heading charges the tasks below it", `I. NHIỆM VỤ
1. Nhóm pháp lý
1.1. Công an huyện:
- Chủ trì tham mưu UBND huyện ban hành văn bản.
- Phối hợp với Phòng Tư pháp rà soát dữ liệu.
1.2. Phòng Tư pháp:
Rà soát toàn bộ sổ hộ tịch.
2. Đối với các xã, thị trấn
a) Kiện toàn Tổ công tác.
b) Tuyên truyền, hướng dẫn Nhân dân.`, `
I.1.1.1 lead: Công an huyện
I.1.1.2 cooperate: Phòng Tư pháp implement: Công an huyện
I.1.2 implement: Phòng Tư pháp
I.2.a implement: các xã, thị trấn
I.2.b implement: các xã, thị trấn`, ""},
		{"who is told within the text of a task", `I. NHIỆM VỤ
1. Về dữ liệu
- Kiện toàn Tổ công tác xã. Công an xã tham mưu, hoàn thành trước 15/9/2024.
- Ban hành kế hoạch kiểm tra. Văn phòng HĐND và UBND xã chủ trì, Công an xã phối hợp. Thời gian: Quý IV/2024.
- Rà soát dữ liệu dân cư; đơn vị chủ trì: Công an xã; đơn vị phối hợp: các thôn; thời gian: trước ngày 30 hằng tháng.
- Yêu cầu các đồng chí Trưởng thôn phối hợp với Công an xã rà soát nhân khẩu.
2. Hiệu trưởng các trường học trên địa bàn xã, Trưởng Trạm Y tế xã tổ chức thu học phí, viện phí không dùng tiền mặt.
3. Công tác tuyên truyền: Đài Truyền thanh xã chủ trì, phối hợp với các thôn tuyên truyền; thực hiện thường xuyên.`, `
I.1.1 implement: Công an xã
I.1.2 lead: Văn phòng HĐND và UBND xã cooperate: Công an xã
I.1.3 lead: Công an xã cooperate: các thôn
I.1.4 cooperate: Công an xã implement: Trưởng thôn
I.2 implement: Hiệu trưởng các trường học trên địa bàn xã | Trưởng Trạm Y tế xã
I.3 lead: Đài Truyền thanh xã cooperate: các thôn`, ""},
		{"a task says in other words who leads, and goes on behind a semicolon", `I. NHIỆM VỤ
1. Giao Công an xã là cơ quan thường trực, chủ trì tham mưu triển khai; các ban, ngành và các thôn phối hợp thực hiện; xong trong năm 2024.
2. Trạm Y tế xã làm đầu mối, cùng với Công an xã khám bệnh bằng căn cước công dân.
3. Văn phòng UBND xã (Bộ phận một cửa) chịu trách nhiệm chính; các đơn vị cung cấp dịch vụ bưu chính tham gia.
4. Trường Tiểu học phụ trách; Công an xã hỗ trợ.
5. Chi cục Thuế có trách nhiệm phối hợp cùng Công an xã làm sạch mã số thuế.
6. Vận động cài đặt phần mềm (Công an xã chủ trì, phối hợp chủ các nhà trọ, tổ trưởng tổ dân phố).`, `
I.1 lead: Công an xã cooperate: các ban, ngành | các thôn
I.2 lead: Trạm Y tế xã cooperate: Công an xã
I.3 lead: Văn phòng UBND xã (Bộ phận một cửa) cooperate: các đơn vị cung cấp dịch vụ bưu chính
I.4 lead: Trường Tiểu học implement: Công an xã
I.5 cooperate: Công an xã implement: Chi cục Thuế
I.6 lead: Công an xã cooperate: chủ các nhà trọ | tổ trưởng tổ dân phố`, ""},
		{"a sentence below a task charges somebody", `I. NHIỆM VỤ
1. Đẩy dữ liệu giấy khám sức khỏe
Trung tâm Y tế huyện thực hiện; hằng ngày.
2. Bệnh án điện tử
Phòng Y tế chủ trì, phối hợp với Bưu điện huyện lắp đặt máy quét; triển khai khi có kinh phí.
3. Công tác tuyên truyền
Phòng Tư pháp chủ trì, phối hợp với Bưu điện huyện treo băng rôn tại các chợ; xong trong tháng 10/2024.`, `
I.1 implement: Trung tâm Y tế huyện
I.2 lead: Phòng Y tế cooperate: Bưu điện huyện
I.3 lead: Phòng Tư pháp cooperate: Bưu điện huyện`, ""},
		{"a heading charges the models below it", `I. NỘI DUNG
A. Các mô hình do Công an huyện chủ trì (02 mô hình)
Mô hình 1: Một
- Phối hợp: Phòng Y tế.
Mô hình 2: Hai
- Chủ trì: Phòng Nội vụ.
B. Nhóm mô hình giao Phòng Tư pháp, Trung tâm Y tế huyện chủ trì
Mô hình 3: Ba
- Thời gian: Quý I/2024.
C. Công an huyện chủ trì, phối hợp Phòng Tư pháp thực hiện
Mô hình 4: Bốn
- Thời gian: Quý I/2024.
D. Các mô hình khác
Mô hình 5: Năm
- Thời gian: Quý I/2024.`, `
1 lead: Công an huyện cooperate: Phòng Y tế
2 lead: Phòng Nội vụ
3 lead: Phòng Tư pháp | Trung tâm Y tế huyện
4 lead: Công an huyện cooperate: Phòng Tư pháp
5`, ""},
		{"who is charged behind what a task is about", `I. NHIỆM VỤ
1. Về dữ liệu
1.1. Ban hành quy định phân cấp. Giao Phòng Nội vụ làm đầu mối tham mưu; Phòng Tư pháp, Ban Thi đua - Khen thưởng phối hợp; thời gian thực hiện: Quý II/2024.
1.2. Tổ chức hội nghị quán triệt Chỉ thị tới tất cả các chi bộ, đảng bộ cơ sở trong toàn huyện: do Ban Tuyên giáo Huyện ủy chủ trì tham mưu, Văn phòng Huyện ủy phối hợp; quý III, IV/2024.
1.3. Mở chuyên mục: do Trung tâm Văn hóa - Thông tin và Thể thao huyện thực hiện; hằng tuần.`, `
I.1.1 lead: Phòng Nội vụ cooperate: Phòng Tư pháp | Ban Thi đua - Khen thưởng
I.1.2 lead: Ban Tuyên giáo Huyện ủy cooperate: Văn phòng Huyện ủy
I.1.3 implement: Trung tâm Văn hóa - Thông tin và Thể thao huyện`, ""},
		{"tasks charged at once, tasks further on in an annex", `I. NHIỆM VỤ
1. An toàn trường học
Các nhiệm vụ ở mục này do bộ phận Công tác học sinh chủ trì, phối hợp với Công an huyện; hoàn thành trước 31/12/2024.
a) Xây dựng mô hình “Cổng trường an toàn giao thông” tại các trường.
b) Kiểm tra bếp ăn bán trú, nguồn nước tại 21 trường.
2. Chuyển đổi số
a) Số hóa học bạ. Việc này giao bộ phận Tài vụ của Phòng chủ trì.
PHỤ LỤC
| TT | Nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành |
|---|---|---|---|
| 1 | Mở 12 lớp đào tạo nghề cho lao động | Trung tâm GDNN-GDTX huyện | 30/6/2024 |
| 2 | Chấm điểm 05 sản phẩm OCOP 3 sao | Phòng Nông nghiệp và Môi trường | Tháng 8/2024 |`, `
I.1.a lead: bộ phận Công tác học sinh cooperate: Công an huyện
I.1.b lead: bộ phận Công tác học sinh cooperate: Công an huyện
I.2.a lead: bộ phận Tài vụ của Phòng
PL.1 lead: Trung tâm GDNN-GDTX huyện
PL.2 lead: Phòng Nông nghiệp và Môi trường`, ""},
		{"models numbered in words, or behind their titles", `I. MÔ HÌNH
Mô hình số một: Khu dân cư không rác. Ban Công tác Mặt trận khu phố 7 chủ trì thực hiện.
Mô hình số hai: Tuyến đường hoa. Hội Nông dân xã chủ trì thực hiện.
1. Một cửa không giấy (Mô hình số 4)
Phòng Tư pháp chủ trì thực hiện.
2. Vé điện tử (Mô hình số 3)
Phòng Kinh tế chủ trì thực hiện.`, `
1 lead: Ban Công tác Mặt trận khu phố 7
2 lead: Hội Nông dân xã
4 lead: Phòng Tư pháp
3 lead: Phòng Kinh tế`, ""},
		{"a count of tasks that is not held", `I. NHIỆM VỤ
Kế hoạch gồm 03 nhiệm vụ sau:
1. Làm 35 km đường nội bản. Phòng Kinh tế chủ trì thực hiện.
2. Trồng cây dọc quốc lộ. Hạt Kiểm lâm chủ trì thực hiện.`, `
I.1 lead: Phòng Kinh tế
I.2 lead: Hạt Kiểm lâm`, "count-mismatch"},
		{"a count of tasks that is held", `I. NHIỆM VỤ
Kế hoạch gồm 02 nhiệm vụ sau:
1. Làm 35 km đường nội bản. Phòng Kinh tế chủ trì thực hiện.
2. Trồng cây dọc quốc lộ. Hạt Kiểm lâm chủ trì thực hiện.`, `
I.1 lead: Phòng Kinh tế
I.2 lead: Hạt Kiểm lâm`, ""},
		{"roles behind the names", `I. MÔ HÌNH
Mô hình 1. Bến xe số
- Phân công thực hiện: Sở Xây dựng chịu trách nhiệm chính, Công an tỉnh chịu trách nhiệm phối hợp.
Mô hình 2. Karaoke số
- Phân công thực hiện: Công an tỉnh - chủ trì; Sở VHTTDL - phối hợp.
Mô hình 3. Thuế số
- Phân công thực hiện: 1. Thuế tỉnh (chủ trì) 2. Công an tỉnh 3. Sở Tài chính
Mô hình 4. Chợ số
- Phân công thực hiện: Sở Công Thương: chủ trì; Công an tỉnh, Thuế tỉnh: phối hợp.
Mô hình 5. Điện lực số
- Phân công thực hiện: Công ty Điện lực Đồng Nai phối hợp cùng Công an tỉnh.`, `
1 lead: Sở Xây dựng cooperate: Công an tỉnh
2 lead: Công an tỉnh cooperate: Sở VHTTDL
3 lead: Thuế tỉnh cooperate: Công an tỉnh | Sở Tài chính
4 lead: Sở Công Thương cooperate: Công an tỉnh | Thuế tỉnh
5 cooperate: Công an tỉnh implement: Công ty Điện lực Đồng Nai`, ""},
		{"cells that say as above, and lines in a cell", `I. DANH MỤC MÔ HÌNH
| TT | Mô hình | Chủ trì | Phối hợp |
|---|---|---|---|
| 1 | Trường học số | Phòng GD&ĐT | Quận đoàn<br>Hội LHPN quận |
| 2 | Y tế số | Phòng Y tế | nt |
| 3 | Chợ số | nt | không |
| 4 | Bến số | Các đơn vị nêu tại mục 1 | - |`, `
1 lead: Phòng GD&ĐT cooperate: Quận đoàn | Hội LHPN quận
2 lead: Phòng Y tế cooperate: Quận đoàn | Hội LHPN quận
3 lead: Phòng Y tế
4`, "ditto ditto refers-elsewhere"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := extract.Extract(source.NewText("a.txt", shortHead+c.text))
			var b strings.Builder
			for _, m := range x.Models {
				b.WriteString("\n" + strings.TrimSpace(who(strconv.Itoa(m.Number), m.Lead, m.Cooperating, m.Implementing)))
			}
			for _, k := range x.Tasks {
				b.WriteString("\n" + strings.TrimSpace(who(k.ID, k.Lead, k.Cooperating, k.Implementing)))
			}
			if b.String() != c.want {
				t.Errorf("got %s\nwant %s", b.String(), c.want)
			}
			var remarks []string
			for _, d := range x.Diagnostics {
				switch d.Code {
				case "ditto", "refers-elsewhere", "not-understood", "agency-not-read", "count-mismatch", "misread":
					remarks = append(remarks, d.Code)
				}
			}
			if got := strings.Join(remarks, " "); got != c.remarks {
				t.Errorf("remarks %q, want %q", got, c.remarks)
			}
		})
	}
}

func who(of string, lead, cooperating, implementing []plan.Agency) string {
	for _, l := range []struct {
		role string
		list []plan.Agency
	}{{"lead", lead}, {"cooperate", cooperating}, {"implement", implementing}} {
		var names []string
		for _, a := range l.list {
			names = append(names, a.Name)
		}
		if names != nil {
			of += " " + l.role + ": " + strings.Join(names, " | ")
		}
	}
	return of
}

// TestColumnByContents holds that a column under a head that nobody knows is read as the times that it
// holds, unless another column has them or it mostly holds something else.
func TestColumnByContents(t *testing.T) {
	for rows, want := range map[string]string{
		"TT\tNhiệm vụ\tChủ trì\tVề đích\n1\tRà soát\tCông an xã\tQuý I/2024\n2\tSố hóa\tPhòng Tư pháp\tTrước ngày 30/6/2024\n":                               "2024-Q1 2024-06-30",
		"TT\tNhiệm vụ\tChủ trì\tVề đích\tThời gian\n1\tRà soát\tCông an xã\tQuý I/2024\tQuý II/2024\n2\tSố hóa\tPhòng Tư pháp\tTháng 6/2024\tQuý III/2024\n": "2024-Q2 2024-Q3",
		"TT\tNhiệm vụ\tChủ trì\tGhi nhận\n1\tRà soát\tCông an xã\tQuý I/2024\n2\tSố hóa\tPhòng Tư pháp\t12 hồ sơ\n":                                          "- -",
	} {
		x := read("a", shortHead+"I. NHIỆM VỤ\n"+rows)
		var got []string
		for _, task := range x.Tasks {
			end := "-"
			if task.Timeline != nil && task.Timeline.End != nil {
				end = string(*task.Timeline.End)
			}
			got = append(got, end)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: got %q, want %q", rows, got, want)
		}
	}
}
