package extract_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestDutiesNoModels holds that the duties below the names of bodies are no models, though their
// section speaks of models.
func TestDutiesNoModels(t *testing.T) {
	x := read("a", "KẾ HOẠCH\nThí điểm mô hình\n\nI. DANH MỤC\n\nTT\tTên mô hình\tChủ trì\tThời gian\n1\tChợ số\tSở Công Thương\t30/6/2024\n2\tTrường học số\tSở Giáo dục và Đào tạo\t30/9/2024\n\n"+
		"II. TỔ CHỨC THỰC HIỆN CÁC MÔ HÌNH\n\n1. Công an tỉnh\n\nChủ trì, phối hợp với các sở theo dõi.\n\n2. Sở Tài chính\n\nChủ trì bố trí kinh phí.\n")
	if len(x.Models) != 2 || x.Models[0].Title != "Chợ số" {
		t.Errorf("got %d models", len(x.Models))
		for _, m := range x.Models {
			t.Errorf("%d %q", m.Number, m.Title)
		}
	}
}

// TestDuties holds what is a body's duty below its name, and what ends the plan.
func TestDuties(t *testing.T) {
	const head = "I. NỘI DUNG\n1. Lập sổ (Phòng Tư pháp chủ trì, hoàn thành trong tháng 9/2024).\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
	const tail = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n"
	for _, c := range []struct{ name, in, want string }{
		{"a sentence below the last duty", "1. Phòng Tài chính\n\nBố trí kinh phí.\n\nTrong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về Công an huyện./.", "Phòng Tài chính: Bố trí kinh phí"},
		{"one that charges everybody", "1. Phòng Tài chính bố trí kinh phí.\n\nYêu cầu các phòng, ban, UBND các xã nghiêm túc thực hiện./.", "Phòng Tài chính: Phòng Tài chính bố trí kinh phí"},
		{"one by the issuer", "1. Phòng Tài chính bố trí kinh phí.\n\nUBND huyện yêu cầu các phòng, ban, UBND các xã nghiêm túc thực hiện./.", "Phòng Tài chính: Phòng Tài chính bố trí kinh phí"},
		{"one on the next line", "1. Phòng Tài chính bố trí kinh phí.\nTrên đây là Kế hoạch của UBND huyện, đề nghị các đơn vị thực hiện./.", "Phòng Tài chính: Phòng Tài chính bố trí kinh phí"},
		{"one that charges one body", "1. Công an huyện\n\n- Theo dõi chung.\n\nĐề nghị Ủy ban Mặt trận Tổ quốc huyện tuyên truyền, vận động Nhân dân./.", "Công an huyện: Theo dõi chung\nỦy ban Mặt trận Tổ quốc huyện: Đề nghị Ủy ban Mặt trận Tổ quốc huyện tuyên truyền, vận động Nhân dân"},
		{"a duty that ends the plan", "1. Công an huyện\n\nTheo dõi chung.\n\nQuá trình thực hiện, Công an huyện báo cáo kết quả.\n\n2. Phòng Tài chính\n\nBố trí kinh phí./.", "Công an huyện: Theo dõi chung | Quá trình thực hiện, Công an huyện báo cáo kết quả\nPhòng Tài chính: Bố trí kinh phí"},
		{"another's below a sentence", "1. Phòng Tài chính bố trí kinh phí.\n\nCông an huyện theo dõi, đôn đốc.\n\n2. Phòng Y tế báo cáo./.", "Phòng Tài chính: Phòng Tài chính bố trí kinh phí\nCông an huyện: Công an huyện theo dõi, đôn đốc\nPhòng Y tế: Phòng Y tế báo cáo"},
		{"a name before a full stop", "1. Công an huyện. Là đầu mối theo dõi chung.\n2. Đề nghị Hội Nông dân huyện. Vận động hội viên./.", "Công an huyện: Là đầu mối theo dõi chung\nHội Nông dân huyện: Vận động hội viên"},
		{"a name before a colon", "1. Công an huyện: Theo dõi chung.\n2. Phòng Tài chính: bố trí kinh phí./.", "Công an huyện: Theo dõi chung\nPhòng Tài chính: bố trí kinh phí"},
	} {
		var got []string
		for _, d := range read("a", head+c.in+tail).Responsibilities {
			got = append(got, d.Agency+": "+strings.Join(d.Items, " | "))
		}
		if strings.Join(got, "\n") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, strings.Join(got, "\n"), c.want)
		}
	}
}

// TestDutiesNameModels holds that a body whose duties name models by their numbers leads them, or
// cooperates in them, where the models say nothing of it, and no number that is none of a model counts.
func TestDutiesNameModels(t *testing.T) {
	const text = `I. CÁC MÔ HÌNH
Mô hình 1: Một
- Mục tiêu: đúng.
Mô hình 2: Hai
- Chủ trì: Công an xã.
Mô hình 3: Ba
- Mục tiêu: đủ.
Mô hình 4: Bốn
- Mục tiêu: sạch.
Mô hình 5: Năm
- Mục tiêu: sống.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế chủ trì các mô hình số 1, 2 và 4; báo cáo trước ngày 25 hằng tháng.
2. Phòng Kinh tế
- Chủ trì mô hình 3; bố trí kinh phí cho mỗi mô hình 50 triệu đồng.
- Phối hợp với Phòng Y tế triển khai các mô hình từ thiện.
3. Công an xã: Phối hợp thực hiện mô hình 3 - 4.
4. Công an huyện chủ trì, phối hợp Phòng Tư pháp thực hiện mô hình 5; phối hợp Trạm Y tế triển khai mô hình 1.`
	x := read("a", shortHead+text)
	var got []string
	for _, m := range x.Models {
		got = append(got, who(strconv.Itoa(m.Number), m.Lead, m.Cooperating, m.Implementing))
	}
	want := "1 lead: Phòng Y tế cooperate: Trạm Y tế\n2 lead: Công an xã\n3 lead: Phòng Kinh tế cooperate: Công an xã\n4 lead: Phòng Y tế cooperate: Công an xã\n5 lead: Công an huyện cooperate: Phòng Tư pháp"
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
