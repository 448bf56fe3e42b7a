package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// namesOf are bodies as printed.
func namesOf(all []plan.Agency) string {
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return strings.Join(names, ", ")
}

// told writes a task as the tests of this file do: its id, who leads, who cooperates, when.
func told(t plan.Task) string {
	when := ""
	if t.Timeline != nil {
		when = t.Timeline.Text
	}
	return fmt.Sprintf("%s: %s/%s/%s", t.ID, namesOf(t.Lead), namesOf(t.Cooperating), when)
}

// TestToldOnce holds what is told once for all tasks of a heading.
func TestToldOnce(t *testing.T) {
	for _, c := range []struct{ section, want string }{
		{"I. TUYÊN TRUYỀN\n1. Nội dung, biện pháp\na) Mở chuyên mục trên đài truyền thanh.\nb) In tờ rơi của Ban Chỉ đạo huyện phát cho các hộ.\n2. Cơ quan chủ trì, phối hợp\na) Cơ quan chủ trì\n- Phòng Tư pháp.\nb) Cơ quan phối hợp\n- Công an xã.\n- Hội Nông dân xã.\n3. Thời gian thực hiện: Tháng 12/2023 và thường xuyên.",
			"I.1.a: Phòng Tư pháp/Công an xã, Hội Nông dân xã/Tháng 12/2023 và thường xuyên|I.1.b: Phòng Tư pháp/Công an xã, Hội Nông dân xã/Tháng 12/2023 và thường xuyên"},
		{"I. NHIỆM VỤ\n1. Thanh toán số\nĐơn vị thực hiện các nhiệm vụ tại điểm 1: Phòng Tài chính chủ trì, phối hợp với Công an xã.\na) Dán mã QR tại chợ.\nThời gian: Quý II/2024.\nb) Thu học phí qua tài khoản.\nThời gian: Quý III/2024.",
			"I.1.a: Phòng Tài chính/Công an xã/Quý II/2024|I.1.b: Phòng Tài chính/Công an xã/Quý III/2024"},
		{"I. NHIỆM VỤ\n1. Thanh toán số\nThời gian thực hiện chung: trước ngày 30/6/2024.\na) Dán mã QR tại chợ.\n- Chủ trì: Phòng Kinh tế.\nb) Thu học phí qua tài khoản.\n- Chủ trì: Phòng Giáo dục và Đào tạo.\n- Thời gian: Tháng 9/2024.",
			"I.1.a: Phòng Kinh tế//trước ngày 30/6/2024|I.1.b: Phòng Giáo dục và Đào tạo//Tháng 9/2024"},
		{"I. THỂ CHẾ\n1. Các công việc phải làm\na) Soạn quy chế.\nb) Rà soát văn bản.\nc) Kiểm tra tại xã.\n2. Cơ quan được giao thực hiện\na) Phòng Tư pháp chủ trì nhiệm vụ tại điểm a, Công an xã phối hợp.\nb) Phòng Nội vụ chủ trì các nhiệm vụ tại điểm b và điểm c; các xã phối hợp.\n3. Tiến độ: Trong năm 2024; riêng điểm c hoàn thành trước ngày 30/6/2024.\n4. Nguồn kinh phí: Ngân sách huyện.",
			"I.1.a: Phòng Tư pháp/Công an xã/Trong năm 2024|I.1.b: Phòng Nội vụ/các xã/Trong năm 2024|I.1.c: Phòng Nội vụ/các xã/hoàn thành trước ngày 30/6/2024"},
		{"I. HẠ TẦNG\n1. Nội dung\na) Nâng cấp hệ thống.\nb) Mở lớp kỹ năng số.\nc) Lắp 03 Kiosk.\n2. Thực hiện\nChủ trì: Phòng Văn hóa (điểm a đến b); Văn phòng (điểm c).\nPhối hợp: Công an xã (điểm a).\n3. Tiến độ\n- Điểm a: Quý I/2024. Điểm b: mỗi quý một lần.\n- Điểm c: sau khi được cấp kinh phí.",
			"I.1.a: Phòng Văn hóa/Công an xã/Quý I/2024|I.1.b: Phòng Văn hóa//mỗi quý một lần|I.1.c: Văn phòng//sau khi được cấp kinh phí"},
		{"I. DÂN VẬN\n1. Phát huy vai trò của Nhân dân\na) Giám sát bộ phận một cửa.\nb) Tổ chức đối thoại.\nc) Tiếp nhận ý kiến qua ứng dụng.\n(Các nội dung tại điểm a, b, c: Mặt trận Tổ quốc xã chủ trì, phối hợp với Hội Nông dân xã).",
			"I.1.a: Mặt trận Tổ quốc xã/Hội Nông dân xã/|I.1.b: Mặt trận Tổ quốc xã/Hội Nông dân xã/|I.1.c: Mặt trận Tổ quốc xã/Hội Nông dân xã/"},
	} {
		x := read("a", strings.Replace(shortHead, "các mô hình Đề án 06", "cải cách hành chính", 1)+"A. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNâng cao nhận thức.\n2. Yêu cầu\nThiết thực, hiệu quả.\nB. NHIỆM VỤ, GIẢI PHÁP\n"+c.section+"\nII. KHEN THƯỞNG\n1. Nội dung\na) Khen tập thể điển hình.\n2. Cơ quan chủ trì: Phòng Nội vụ.\nC. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi.\n")
		var got []string
		for _, task := range x.Tasks {
			if task.ID = strings.TrimPrefix(task.ID, "B."); strings.HasPrefix(task.ID, "I.") {
				got = append(got, told(task))
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.section, s, c.want)
		}
	}
}

// TestArticlesSetOut holds a decision whose articles are the plan.
func TestArticlesSetOut(t *testing.T) {
	x := read("a", "ỦY BAN NHÂN DÂN\nTỈNH NAM ĐỊNH\nSố: 12/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Kế hoạch thời gian năm học\nCăn cứ Luật Giáo dục ngày 14/6/2019;\nQUYẾT ĐỊNH:\n"+
		"Điều 1. Ban hành Kế hoạch thời gian năm học trên địa bàn tỉnh như sau:\n1. Tổ chức khai giảng: Ngày 05/9/2024 (thứ Năm).\n2. Hoàn thành tuyển sinh trước ngày 31/7/2025.\n3. Các kỳ thi, cuộc thi cấp tỉnh theo hướng dẫn của Sở Giáo dục và Đào tạo.\n"+
		"Điều 2. Giao Giám đốc Sở Giáo dục và Đào tạo\n1. Chỉ đạo các trường thực hiện.\n2. Báo cáo Ủy ban nhân dân tỉnh.\nĐiều 3. Quyết định này có hiệu lực kể từ ngày ký.\n")
	var got []string
	for _, task := range x.Tasks {
		got = append(got, told(task))
		if len(task.Implementing) > 0 {
			t.Errorf("%s is done by %s", task.ID, namesOf(task.Implementing))
		}
	}
	const want = "1.1: //Ngày 05/9/2024 (thứ Năm)|1.2: //Hoàn thành tuyển sinh trước ngày 31/7/2025|1.3: //"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("tasks %s\nwant %s", s, want)
	}
	if r := x.Responsibilities; len(r) != 1 || r[0].Agency != "Giám đốc Sở Giáo dục và Đào tạo" || len(r[0].Items) != 2 {
		t.Errorf("responsibilities %v", r)
	}
}

// TestBodiesBelowLongHeading holds the duties of bodies below headings that are whole sentences.
func TestBodiesBelowLongHeading(t *testing.T) {
	x := read("a", shortHead+"I. MỤC ĐÍCH\nNâng cao nhận thức.\nII. PHÂN CÔNG NHIỆM VỤ\n1. Rà soát, hoàn thiện quy định về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số; tăng cường giám sát việc thực hiện theo quy định của pháp luật.\n"+
		"1.1. Các tổ đảng, các ban theo chức năng, nhiệm vụ được giao chủ động thực hiện các nhiệm vụ sau:\na) Tổ đảng ở Thường trực Ủy ban Pháp luật\n- Là đầu mối tổng hợp.\n- Chủ trì thẩm tra.\nb) Ban Pháp chế\n- Giám sát việc ban hành văn bản.\nc) Ban Kinh tế\n- Thẩm tra dự toán.\n")
	var got []string
	for _, r := range x.Responsibilities {
		got = append(got, r.Section+" "+r.Agency)
	}
	const want = "II.1.1.a Tổ đảng ở Thường trực Ủy ban Pháp luật|II.1.1.b Ban Pháp chế|II.1.1.c Ban Kinh tế"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}

// TestNumberedSentences holds a directive of numbered sentences, which are no headings of sections.
func TestNumberedSentences(t *testing.T) {
	x := read("a", "THỦ TƯỚNG CHÍNH PHỦ\nSố: 31/CT-TTg\nHà Nội, ngày 28 tháng 11 năm 2012\nCHỈ THỊ\nVề việc đào tạo nghề cho người có công\n"+
		"Để làm tốt hơn nữa công tác này, Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh, thành phố thực hiện tốt các nhiệm vụ sau:\n\n"+
		"1. Đưa nội dung đào tạo nghề cho con liệt sĩ thành chỉ tiêu trong kế hoạch hằng năm và 5 năm về đào tạo nghề của địa phương.\n"+
		"2. Ưu tiên tuyển dụng con liệt sĩ đang cư trú tại địa phương vào làm việc trong các cơ quan, doanh nghiệp trước ngày 30/6/2013.\n"+
		"3. Xây dựng kế hoạch phối hợp với các trường trong đào tạo nghề, giải quyết việc làm cho con liệt sĩ trên địa bàn.\n")
	if len(x.Sections) > 0 {
		t.Errorf("sections %v", x.Sections)
	}
	var got []string
	for _, task := range x.Tasks {
		got = append(got, task.ID+" "+namesOf(task.Implementing))
	}
	const who = " Chủ tịch Ủy ban nhân dân các tỉnh, thành phố"
	if want := "1" + who + "|2" + who + "|3" + who; strings.Join(got, "|") != want {
		t.Errorf("tasks %q, want %q", got, want)
	}
}

// TestTableBehindModels holds that a table of something else behind the last model tells nothing of the
// models that have its numbers, and is no part of the last field.
func TestTableBehindModels(t *testing.T) {
	x := read("a", shortHead+"I. MỤC ĐÍCH\nNâng cao nhận thức.\nII. CÁC MÔ HÌNH\nMô hình 1: Chợ số\n- Mục tiêu: Bán hàng qua mạng.\nMô hình 2: Học bạ số\n- Mục tiêu: Ký số học bạ.\n- Công cụ: Phần mềm vnEdu.\n\n"+
		"Chỉ tiêu giao các xã\nTT\tĐơn vị\tSố đội hình\tSố hộ\n1\tXã Tân An\t17\t2.200\n2\tXã Bình Minh\t13\t1.300\n\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an huyện theo dõi.\n")
	for _, m := range x.Models {
		if len(m.Lead)+len(m.Implementing) > 0 {
			t.Errorf("model %d is carried out by %s%s", m.Number, namesOf(m.Lead), namesOf(m.Implementing))
		}
	}
	if tools := x.Models[1].Tools; len(tools) != 1 || tools[0].Name != "Phần mềm vnEdu" {
		t.Errorf("tools %v", tools)
	}
}

// TestTasksAmongDuties holds plans that set their tasks out by whom they charge, below a title of duties;
// beside a section of tasks they are duties.
func TestTasksAmongDuties(t *testing.T) {
	const charges = `1. Giao Phòng Kinh tế chủ trì, phối hợp với Trung tâm Cung ứng dịch vụ công xã, Trưởng các ấp:
a) Rà soát, chấm điểm lại 19 tiêu chí theo địa bàn mới; xong trước 30/8/2025.
b) Vận động hộ dân ký cam kết không xả rác, chậm nhất cuối quý III/2025.
2. Giao Công an xã chủ trì:
a) Lắp 30 camera an ninh ở các giao lộ, trong năm 2026.
b) Mở đợt vận động giao nộp vũ khí, từ ngày 15/11/2025 đến ngày 15/01/2026.
3. Đề nghị Ủy ban MTTQ Việt Nam xã chủ trì, Hội Nông dân xã và Đoàn Thanh niên xã phối hợp:
- Vận động Nhân dân trồng hàng rào cây xanh, đến hết quý II/2026.
- Khám sức khỏe cho người cao tuổi. Riêng việc này Trạm Y tế xã chủ trì, Trưởng các ấp phối hợp; xong trước 30/6/2026.
`
	x := read("a", shortHead+"I. MỤC ĐÍCH\nGiữ vững các tiêu chí.\nII. PHÂN CÔNG NHIỆM VỤ\n"+charges+"III. TỔ CHỨC THỰC HIỆN\n1. Văn phòng xã theo dõi, đôn đốc.\n2. Các ấp báo cáo kết quả.\n")
	var got []string
	for _, task := range x.Tasks {
		got = append(got, told(task))
	}
	want := []string{
		"II.1.a: Phòng Kinh tế/Trung tâm Cung ứng dịch vụ công xã, Trưởng các ấp/xong trước 30/8/2025",
		"II.1.b: Phòng Kinh tế/Trung tâm Cung ứng dịch vụ công xã, Trưởng các ấp/chậm nhất cuối quý III/2025",
		"II.2.a: Công an xã//trong năm 2026",
		"II.2.b: Công an xã//từ ngày 15/11/2025 đến ngày 15/01/2026",
		"II.3.1: Ủy ban MTTQ Việt Nam xã/Hội Nông dân xã, Đoàn Thanh niên xã/đến hết quý II/2026",
		"II.3.2: Trạm Y tế xã/Trưởng các ấp/xong trước 30/6/2026",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("got\n%s\nwant\n%s", g, w)
	}
	if n := len(x.Responsibilities); n != 2 {
		t.Errorf("%d bodies have duties, want 2", n)
	}
	x = read("a", shortHead+"I. NHIỆM VỤ\n1. Số hóa hồ sơ. Công an xã chủ trì, hoàn thành trong năm 2026.\n2. Tập huấn tổ công nghệ. Phòng Kinh tế chủ trì, hoàn thành trong năm 2026.\nII. TỔ CHỨC THỰC HIỆN\n"+charges)
	if len(x.Tasks) != 2 || len(x.Responsibilities) < 3 {
		t.Errorf("%d tasks and %d bodies with duties, want 2 and 3", len(x.Tasks), len(x.Responsibilities))
	}
}

// TestJointLabels holds labels that name several fields, whose values stand behind them in order, and what
// bodies do below a time.
func TestJointLabels(t *testing.T) {
	const text = shortHead + "I. CÁC MÔ HÌNH\nMô hình 1: Chợ số\n- Chủ trì: Công an xã.\n%s\nMô hình 2: Trường học số\n- Chủ trì: Công an xã.\n- Thời gian: Quý II/2025.\n"
	for _, c := range []struct{ lines, want string }{
		{"- Phối hợp, thời hạn, công cụ: Phòng Tư pháp, Bưu điện xã; xong trước ngày 30/6/2024; máy quét, VNeID.", "Phòng Tư pháp, Bưu điện xã|xong trước ngày 30/6/2024|máy quét, VNeID|0"},
		{"- Phối hợp, thời hạn: Phòng Tư pháp; Bưu điện xã; Quý III/2024.", "Phòng Tư pháp, Bưu điện xã|Quý III/2024||0"},
		{"- Tiến độ và công cụ: thực hiện thường xuyên; VNeID; máy quét.", "|thực hiện thường xuyên|VNeID, máy quét|0"},
		{"- Tiến độ / công cụ: từ năm học 2024 - 2025;", "|từ năm học 2024 - 2025||0"},
		{"Mục tiêu: Bán hàng qua mạng. Thời hạn: Trước ngày 30/4/2024.\n• Công an xã chủ trì tập huấn tiểu thương;\n• Bưu điện xã hỗ trợ mở tài khoản.", "|Trước ngày 30/4/2024||2"},
		{"- Thời hạn: Trước ngày 30/4/2024.\n+ Công an xã: trước ngày 15/4/2024.", "|Trước ngày 30/4/2024; Công an xã: trước ngày 15/4/2024||0"},
	} {
		m := read("a", strings.Replace(text, "%s", c.lines, 1)).Models[0]
		var tools []string
		for _, tool := range m.Tools {
			tools = append(tools, tool.Name)
		}
		when := ""
		if m.Timeline != nil {
			when = m.Timeline.Text
		}
		if got := fmt.Sprintf("%s|%s|%s|%d", namesOf(m.Cooperating), when, strings.Join(tools, ", "), len(m.Assignments)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.lines, got, c.want)
		}
	}
}

// TestDescriptionBehindTitle holds that a title ends at the colon where a sentence describes the model
// behind it, as most do in the plan.
func TestDescriptionBehindTitle(t *testing.T) {
	const head = "I. MÔ HÌNH\n"
	for _, c := range []struct{ text, want string }{
		{"Mô hình 1. Họp số: Toàn bộ tài liệu họp được gửi bằng phần mềm. Mục tiêu: bớt giấy. Giao Sở Nội vụ chủ trì.\n" +
			"Mô hình 2. Chợ số: Tiểu thương được hướng dẫn mở tài khoản tại quầy. Giao Sở Công Thương chủ trì.\n", "Họp số|bớt giấy|0; Chợ số|Tiểu thương được hướng dẫn mở tài khoản tại quầy|0"},
		{"Mô hình 1. Họp số: Văn phòng không giấy\nMục tiêu: bớt giấy.\nMô hình 2. Chợ số\nMục tiêu: bớt tiền mặt.\n", "Họp số: Văn phòng không giấy|bớt giấy|0; Chợ số|bớt tiền mặt|0"},
	} {
		x := extract.Extract(source.NewText("a.txt", shortHead+head+c.text))
		var got []string
		for _, m := range x.Models {
			aim := ""
			if m.Objective != nil {
				aim = *m.Objective
			}
			got = append(got, fmt.Sprintf("%s|%s|%d", m.Title, aim, len(m.Tools)))
		}
		if g := strings.Join(got, "; "); g != c.want {
			t.Errorf("got %s\nwant %s", g, c.want)
		}
	}
}
