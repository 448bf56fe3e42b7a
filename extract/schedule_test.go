package extract_test

import (
	"strings"
	"testing"
)

// scheduled is a plan of three models that say neither who nor when, with a section behind.
func scheduled(section string) string {
	return shortHead + "II. CÁC MÔ HÌNH\nMô hình 1: Chợ số\na) Mục tiêu: Bán hàng qua mạng.\nMô hình 2: Trường học số\na) Mục tiêu: Thu học phí qua tài khoản.\n" +
		"Mô hình 3: Sổ sức khỏe điện tử\na) Mục tiêu: Khám bệnh bằng căn cước.\n" + section + "\nIV. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi.\n"
}

func TestTimesByNumber(t *testing.T) {
	for _, c := range []struct{ section, want string }{
		{"III. TIẾN ĐỘ\n1. Hoàn thành trước ngày 30/6/2024: các mô hình số 1, 2.\n2. Trong năm 2025: mô hình số 3.", "Hoàn thành trước ngày 30/6/2024|Hoàn thành trước ngày 30/6/2024|Trong năm 2025"},
		{"III. LỘ TRÌNH\n- Mô hình số 1 và mô hình số 3: hoàn thành trước ngày 30/9/2024.\n- Riêng mô hình số 2 thực hiện sau khi Sở Giáo dục và Đào tạo nâng cấp phần mềm.", "hoàn thành trước ngày 30/9/2024|sau khi Sở Giáo dục và Đào tạo nâng cấp phần mềm|hoàn thành trước ngày 30/9/2024"},
		{"III. THỜI GIAN THỰC HIỆN\n1. Quý I/2025: Triển khai các mô hình 1 - 2.\n2. Quý II/2025: Triển khai mô hình 3.", "Quý I/2025|Quý I/2025|Quý II/2025"},
		{"III. PHÂN KỲ\na) Quý III/2024\n- Mô hình số 1, 3.\nb) Quý IV/2024\n- Mô hình số 2.", "Quý III/2024|Quý IV/2024|Quý III/2024"},
		{"III. TIẾN ĐỘ\nHoàn thành mô hình số 1 trước ngày 30/6/2024; các mô hình số 2, 3 thực hiện thường xuyên.", "trước ngày 30/6/2024|thường xuyên|thường xuyên"},
		{"III. TIẾN ĐỘ\nCông an xã báo cáo kết quả các mô hình số 1, 2 trước ngày 25/12/2024.\nĐối với mô hình số 3, đề nghị Trạm Y tế báo cáo trước ngày 15/6/2024.", "||"},
	} {
		x := read("a", scheduled(c.section))
		var got []string
		for _, m := range x.Models {
			text := ""
			if m.Timeline != nil {
				text = m.Timeline.Text
			}
			got = append(got, text)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.section, s, c.want)
		}
		if p := x.Plan.Period; strings.Contains(c.section, "TIẾN ĐỘ") && (p.Start != nil || p.End != nil) {
			t.Errorf("%s: the time of some models is that of the plan: %v", c.section, p)
		}
	}
}

func TestLeadsByNumber(t *testing.T) {
	x := read("a", scheduled("III. CƠ QUAN CHỦ TRÌ\n1. Công an xã: các mô hình số 1, 3.\n2. Trường Tiểu học Tân An: mô hình số 2."))
	for i, want := range []string{"Công an xã", "Trường Tiểu học Tân An", "Công an xã"} {
		if m := x.Models[i]; len(m.Lead) != 1 || m.Lead[0].Name != want {
			t.Errorf("model %d: lead %v, want %s", i+1, m.Lead, want)
		}
	}
}

// TestChargedByNumber holds who leads, and with whom, where a clause outside of the models tells it by their numbers.
func TestChargedByNumber(t *testing.T) {
	for _, c := range []struct{ section, lead, cooperating string }{
		{"III. PHÂN CÔNG\n- Công an xã chủ trì thực hiện mô hình 1, 3.\n- Mô hình số 2 do Trường Tiểu học Tân An chủ trì, phối hợp với Hội Khuyến học xã.", "Công an xã|Trường Tiểu học Tân An|Công an xã", "|Hội Khuyến học xã|"},
		{"III. PHÂN CÔNG\n- Giao Công an xã chủ trì các mô hình số 1 và số 2, phối hợp với Đoàn Thanh niên xã; Trạm Y tế xã chủ trì mô hình 3.", "Công an xã|Công an xã|Trạm Y tế xã", "Đoàn Thanh niên xã|Đoàn Thanh niên xã|"},
		{"III. PHÂN CÔNG\n- Từ mô hình số 1 đến mô hình số 3: giao Công an xã chủ trì.", "Công an xã|Công an xã|Công an xã", "||"},
		// right behind the last model, which it is no part of
		{"Mô hình 1 do Công an xã chủ trì; mô hình 2 do Trường Tiểu học Tân An chủ trì, phối hợp với Hội Khuyến học xã; mô hình 3 do Trạm Y tế xã chủ trì.", "Công an xã|Trường Tiểu học Tân An|Trạm Y tế xã", "|Hội Khuyến học xã|"},
		{"Công an xã chủ trì mô hình 1, mô hình 2; Trạm Y tế xã chủ trì mô hình 3.", "Công an xã|Công an xã|Trạm Y tế xã", "||"},
		{"Phân công: Mô hình 1, 2: Công an xã chủ trì, hoàn thành tháng 6/2024. Mô hình 3: Trạm Y tế xã chủ trì.", "Công an xã|Công an xã|Trạm Y tế xã", "||"},
		{"Phân công thực hiện:\n- Mô hình 1: Công an xã chủ trì.\n- Mô hình 2: Trường Tiểu học Tân An chủ trì.\n- Mô hình 3: Trạm Y tế xã chủ trì.", "Công an xã|Trường Tiểu học Tân An|Trạm Y tế xã", "||"},
		{"Phân công:\n- Công an xã chủ trì mô hình 1, 2, phối hợp với Đoàn Thanh niên xã.\n- Trạm Y tế xã chủ trì mô hình 3.", "Công an xã|Công an xã|Trạm Y tế xã", "Đoàn Thanh niên xã|Đoàn Thanh niên xã|"},
		{"b) Cơ quan chủ trì: Trạm Y tế xã; kế thừa mô hình 1 đã có.", "||Trạm Y tế xã", "||"},
		{"III. KIỂM TRA\n- Công an xã chủ trì sơ kết các mô hình số 1, 2.\n- Mô hình số 3 đã có Trạm Y tế xã tham gia.", "||", "||"},
	} {
		var lead, cooperating []string
		for _, m := range read("a", scheduled(c.section)).Models {
			lead, cooperating = append(lead, names(m.Lead)), append(cooperating, names(m.Cooperating))
		}
		if l, w := strings.Join(lead, "|"), strings.Join(cooperating, "|"); l != c.lead || w != c.cooperating {
			t.Errorf("%s:\n got %s and %s\nwant %s and %s", c.section, l, w, c.lead, c.cooperating)
		}
	}
}

// TestToldForGroup holds what the lines between a group's heading and its first model tell for all.
func TestToldForGroup(t *testing.T) {
	const group = "II. CÁC MÔ HÌNH\n1. Nhóm công dân số\n%s\nMô hình 1: Chợ số\na) Mục tiêu: Bán hàng qua mạng.\nMô hình 2: Trường học số\na) Mục tiêu: Thu học phí qua tài khoản.\na) Chủ trì: Trường Tiểu học Tân An.\n" +
		"2. Nhóm dữ liệu\nMô hình 3: Sổ sức khỏe điện tử\na) Mục tiêu: Khám bệnh bằng căn cước.\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi.\n"
	for _, c := range []struct{ line, lead, time string }{
		{"Cơ quan chủ trì chung của nhóm: Công an xã", "Công an xã|Trường Tiểu học Tân An|", "||"},
		{"Thời gian hoàn thành chung của cả nhóm: 30/6/2025, trừ mô hình 2", "|Trường Tiểu học Tân An|", "30/6/2025||"},
		{"Thời gian thực hiện: Quý II/2025", "|Trường Tiểu học Tân An|", "Quý II/2025|Quý II/2025|"},
		{"Các mô hình trong nhóm này do Công an xã chủ trì, hoàn thành trước ngày 30/6/2025.", "Công an xã|Trường Tiểu học Tân An|", "hoàn thành trước ngày 30/6/2025|hoàn thành trước ngày 30/6/2025|"},
		{"Công an xã chủ trì các mô hình trong nhóm này, chịu trách nhiệm về tiến độ.", "Công an xã|Trường Tiểu học Tân An|", "||"},
		{"Công an xã chủ trì cả 02 mô hình trong nhóm.", "Công an xã|Trường Tiểu học Tân An|", "||"},
		{"Nhóm này phục vụ công dân.", "|Trường Tiểu học Tân An|", "||"},
	} {
		var leads, times []string
		for _, m := range read("a", shortHead+strings.Replace(group, "%s", c.line, 1)).Models {
			lead, time := "", ""
			if len(m.Lead) > 0 {
				lead = m.Lead[0].Name
			}
			if m.Timeline != nil {
				time = m.Timeline.Text
			}
			leads, times = append(leads, lead), append(times, time)
		}
		if l, w := strings.Join(leads, "|"), strings.Join(times, "|"); l != c.lead || w != c.time {
			t.Errorf("%s:\n got %s and %s\nwant %s and %s", c.line, l, w, c.lead, c.time)
		}
	}
}

// TestToldBehindGroup holds what a sentence behind the last model of a group tells for all of them; it
// is no part of that model's last field.
func TestToldBehindGroup(t *testing.T) {
	const text = shortHead + "II. CÁC MÔ HÌNH\n1. Mảng trường học\nMô hình 1. Cổng trường sạch ma túy. Mục tiêu: không có hàng rong.\n" +
		"Mô hình 2. Ký túc xá tự quản. Mục tiêu: phát hiện sớm. Phương tiện: camera hành lang.\n" +
		"%s\n" +
		"2. Mảng buôn làng\nMô hình 3. Già làng gọi con về. Mục tiêu: vận động cai nghiện.\nIII. TỔ CHỨC THỰC HIỆN\n1. Công an xã theo dõi.\n"
	for _, c := range []struct{ line, leads, tool string }{
		{"Hai mô hình của mảng này giao Sở Y tế chủ trì.", "Sở Y tế|Sở Y tế|", "camera hành lang"},
		{"Các mô hình thuộc nhóm trên do Sở Y tế chủ trì.", "Sở Y tế|Sở Y tế|", "camera hành lang"},
		{"Tất cả mô hình của nhóm này được sơ kết.", "||", "camera hành lang"},
	} {
		var leads []string
		x := read("a", strings.Replace(text, "%s", c.line, 1))
		for _, m := range x.Models {
			lead := ""
			if len(m.Lead) > 0 {
				lead = m.Lead[0].Name
			}
			leads = append(leads, lead)
		}
		if got := strings.Join(leads, "|"); got != c.leads {
			t.Fatalf("%s: got %s, want %s", c.line, got, c.leads)
		}
		if tools := x.Models[1].Tools; len(tools) != 1 || tools[0].Name != c.tool {
			t.Errorf("%s: got tools %+v, want %s", c.line, tools, c.tool)
		}
	}
}
