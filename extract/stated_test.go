package extract_test

import (
	"strconv"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/ingest/source"
)

// TestSaidBehindAField holds that the sentence which says who or when is not swallowed by
// the field in whose paragraph it stands, unless a field of its own says it already.
func TestSaidBehindAField(t *testing.T) {
	const models = `I. CÁC MÔ HÌNH
Mô hình 1. Một. Mục tiêu: người dân nhận phòng bằng VNeID. Không phải xuất trình giấy tờ. Giao Công an huyện chủ trì, phối hợp với Phòng Y tế thực hiện. Lực lượng triển khai: Các cơ sở lưu trú. Hoàn thành trước ngày 30/8/2024.
Mô hình 2. Hai. Mục tiêu: dữ liệu đúng. Phòng Tư pháp chủ trì làm sạch. Đơn vị chủ trì: Công an huyện. Thời gian hoàn thành: tháng 6/2024.`
	x := extract.Extract(source.NewText("a.txt", shortHead+models))
	if len(x.Models) != 2 {
		t.Fatalf("%d models, want 2", len(x.Models))
	}
	one, two := x.Models[0], x.Models[1]
	if got, want := *one.Objective, "người dân nhận phòng bằng VNeID. Không phải xuất trình giấy tờ"; got != want {
		t.Errorf("objective %q, want %q", got, want)
	}
	if got, want := who("", one.Lead, one.Cooperating, one.Implementing), " lead: Công an huyện cooperate: Phòng Y tế"; got != want {
		t.Errorf("who %q, want %q", got, want)
	}
	if len(one.Forces) != 1 || one.Forces[0] != "Các cơ sở lưu trú" {
		t.Errorf("forces %q", one.Forces)
	}
	if one.Timeline == nil || one.Timeline.Text != "Hoàn thành trước ngày 30/8/2024" {
		t.Errorf("timeline %+v", one.Timeline)
	}
	if got, want := *two.Objective, "dữ liệu đúng. Phòng Tư pháp chủ trì làm sạch"; got != want {
		t.Errorf("objective %q, want %q", got, want)
	}
}

// TestDutiesInProse holds that what each body does in a sentence of its own is its duty, not another
// role in the model, and that what only takes part, people and passive sentences give none.
func TestDutiesInProse(t *testing.T) {
	const models = `I. CÁC MÔ HÌNH
Mô hình 1. Một
Giao Phòng Kinh tế xã chủ trì; Hội Nông dân xã phối hợp thực hiện.
Hội Nông dân xã chủ trì tập huấn cho hội viên vào Chủ nhật hằng tuần. Công an xã là đơn vị phối hợp. Các điểm thu gom được dán mã. Hội viên mở tài khoản.
Công an xã phối hợp theo dõi kết quả; Phòng Y tế thông báo lịch khám. Phấn đấu hoàn thành trong Quý II/2026.
Mô hình 2. Hai. Mục tiêu: dữ liệu đúng. Giao Công an xã chủ trì. Phòng Y tế cập nhật dữ liệu. Hoàn thành trước ngày 30/8/2026.`
	x := extract.Extract(source.NewText("a.txt", shortHead+models))
	var got []string
	for _, m := range x.Models {
		got = append(got, who(strconv.Itoa(m.Number), m.Lead, m.Cooperating, m.Implementing))
		for _, a := range m.Assignments {
			got = append(got, who("  "+a.Text, a.Actors, nil, nil)+" "+string(a.Role))
		}
		if m.Timeline == nil || m.Timeline.Start != nil || m.Timeline.End == nil {
			t.Errorf("model %d: timeline %+v", m.Number, m.Timeline)
		}
	}
	want := `1 lead: Phòng Kinh tế xã cooperate: Hội Nông dân xã | Công an xã
  Hội Nông dân xã chủ trì tập huấn cho hội viên vào Chủ nhật hằng tuần lead: Hội Nông dân xã lead
  Công an xã phối hợp theo dõi kết quả lead: Công an xã cooperate
  Phòng Y tế thông báo lịch khám lead: Phòng Y tế implement
2 lead: Công an xã
  Phòng Y tế cập nhật dữ liệu lead: Phòng Y tế implement`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// TestSaidUnderOther holds that a field under a label that nobody knows is read by what it says, where
// no other says who or when.
func TestSaidUnderOther(t *testing.T) {
	const models = `I. CÁC MÔ HÌNH
1. Mô hình “Một”
a) Mục tiêu: đúng.
b) Phân vai: Phòng Kinh tế chủ trì, phối hợp với Công an huyện.
c) Về đích: trước ngày 30/6/2025.
2. Mô hình “Hai”
a) Mục tiêu: đủ.
b) Phân vai: Công an huyện chủ trì, phối hợp với Phòng Y tế.
c) Về đích: trước ngày 30/9/2025.
3. Mô hình “Ba”
a) Chủ trì: Phòng Y tế.
b) Phân vai: Công an huyện chủ trì, phối hợp với Phòng Kinh tế.
c) Về đích: trước ngày 30/10/2025.`
	x := extract.Extract(source.NewText("a.txt", shortHead+models))
	var got []string
	for _, m := range x.Models {
		s := who(strconv.Itoa(m.Number), m.Lead, m.Cooperating, m.Implementing)
		if m.Timeline != nil && m.Timeline.End != nil {
			s += " " + string(*m.Timeline.End)
		}
		got = append(got, s)
	}
	want := `1 lead: Phòng Kinh tế cooperate: Công an huyện 2025-06-30
2 lead: Công an huyện cooperate: Phòng Y tế 2025-09-30
3 lead: Phòng Y tế 2025-10-30`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
