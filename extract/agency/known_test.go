package agency

import "testing"

// TestKnown holds where the name of an actor ends that a document prints whole elsewhere.
func TestKnown(t *testing.T) {
	var known Known
	known.AddTitle("Đội Cảnh sát giao thông, trật tự")
	known.AddTitle("Phòng Tư pháp, Phòng Nội vụ") // two: neither is a name of this form
	known.AddList("Khoa Khám bệnh; Huyện đoàn; Trung tâm Y tế; Công an huyện, Trường Đại học Hà Tĩnh")
	all := Sentences{Own: func() *Known { return &known }}
	for _, c := range []struct{ in, actor string }{
		{"Khoa Khám bệnh mở tối đa 15 khung giờ mỗi buổi", "Khoa Khám bệnh"},
		{"Huyện đoàn cử 40 đoàn viên hỗ trợ cài đặt", "Huyện đoàn"},
		{"Đội Cảnh sát giao thông, trật tự gọi hỏi, răn đe", "Đội Cảnh sát giao thông, trật tự"},
		{"Trường Đại học Hà Tĩnh chia sẻ học liệu số", "Trường Đại học Hà Tĩnh"},
		{"Trung tâm Y tế dự phòng huyện lấy mẫu", "Trung tâm Y tế dự phòng huyện"},
		{"Công an huyện rà soát dữ liệu", "Công an huyện"},
		{"Khoa Dược rà soát dữ liệu", "Khoa Dược"},
	} {
		found, _ := all.Subject(c.in)
		if len(found) != 1 || c.in[found[0].Start:found[0].End] != c.actor {
			t.Errorf("%q: got %v, want %q", c.in, found, c.actor)
		}
	}
}
