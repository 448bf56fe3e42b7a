package check

import (
	"slices"
	"testing"

	"kehoach/extract/plan"
)

func TestSameBody(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Công an tỉnh", "Công an tỉnh Sóc Trăng", true},
		{"Ủy ban nhân dân các xã, phường, thị trấn", "Ủy ban nhân dân cấp xã", true},
		{"Ủy ban nhân dân các huyện, thị xã, thành phố", "Ủy ban nhân dân cấp huyện", true},
		{"Công an các xã, phường", "Công an cấp huyện", false},
		{"Ủy ban nhân dân xã An Phú", "Ủy ban nhân dân cấp xã", false},
		{"Sở Y tế", "Sở Tư pháp", false},
		{"Công an các xã, thị trấn", "Công an xã", true},
		{"PTCKH", "Phòng Tài chính - Kế hoạch thành phố Chí Linh", true},
		{"Sở Giáo dục và Đào tạo", "SGDĐT", true},
		{"PKT", "Phòng Tư pháp", false},
		{"nhà trường", "Ban Giám hiệu các trường", true},
		{"Viettel Hà Nam", "các doanh nghiệp", true},
		{"doanh nghiệp", "Sở Công Thương", false},
		{"PTP", "Phòng Tư", false},
		{"NHNN tỉnh", "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Kon Tum", false}, // four words are left out
		{"NHNN tỉnh", "Ngân hàng Nhà nước Chi nhánh tỉnh Kon Tum", true},
		{"Ngân hàng Nhà nước tỉnh", "Ngân hàng Nhà nước Chi nhánh tỉnh Kon Tum", true},
		{"Ban Quản lý KKT tỉnh Kon Tum", "Ban Quản lý Khu kinh tế tỉnh Kon Tum", true},
		{"Ban Quản lý KCN tỉnh", "Ban Quản lý Khu kinh tế tỉnh", false},
	} {
		if got := sameBody(tt.a, tt.b); got != tt.want {
			t.Errorf("sameBody(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

// TestConflicts holds that body and appendix differ where neither list has the other's
// bodies, and not where one says more.
func TestConflicts(t *testing.T) {
	bodies := func(names ...string) (out []plan.Agency) {
		for _, n := range names {
			out = append(out, plan.Agency{Name: n, Canonical: n})
		}
		return out
	}
	x := &plan.Extraction{
		Models: []plan.Model{
			{Number: 1, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh", "Sở Tư pháp")},
			{Number: 2, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh", "Sở Tư pháp")},
			{Number: 3, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh")},
			{Number: 4, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh")},
			{Number: 5, Cooperating: bodies("các cơ quan, đơn vị có liên quan")},
			{Number: 6, Lead: bodies("Ủy ban nhân dân các huyện"), Cooperating: bodies("Sở Y tế", "Sở Tư pháp")},
			{Number: 7, Lead: bodies("VNPT Quảng Trị")},
		},
		Appendix: []plan.AppendixRow{
			{Number: 1, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh")},
			{Number: 2, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh", "Sở Nội vụ")},
			{Number: 3, Lead: bodies("Sở Tư pháp")},
			{Number: 4, Lead: bodies("Công an tỉnh"), Cooperating: bodies("Sở Y tế")},
			{Number: 5, Cooperating: bodies("các đơn vị liên quan")},
			{Number: 6, Lead: bodies("UBND CH"), Cooperating: bodies("Sở Y tế", "ĐVLQ")}, // nothing explains them
			{Number: 7, Lead: bodies("Viettel Quảng Trị")},
		},
	}
	want := []plan.Conflict{
		{Model: 2, Field: "cooperating", Body: "Công an tỉnh, Sở Tư pháp", Appendix: "Công an tỉnh, Sở Nội vụ"},
		{Model: 3, Field: "lead", Body: "Sở Y tế", Appendix: "Sở Tư pháp"},
		{Model: 4, Field: "lead", Body: "Sở Y tế", Appendix: "Công an tỉnh"},
		{Model: 4, Field: "cooperating", Body: "Công an tỉnh", Appendix: "Sở Y tế"},
		{Model: 7, Field: "lead", Body: "VNPT Quảng Trị", Appendix: "Viettel Quảng Trị"},
	}
	if got := Conflicts(x); !slices.Equal(got, want) {
		t.Errorf("conflicts\n%v, want\n%v", got, want)
	}
}

// TestTaskConflicts holds that a row of an appendix is held against the task that it says over again,
// in words of its own too, and against no other.
func TestTaskConflicts(t *testing.T) {
	deadline := func(text string, end plan.Date) *plan.Timeline {
		return &plan.Timeline{Text: text, Kind: plan.Deadline, End: &end}
	}
	quarter := plan.Date("2025-Q2")
	x := &plan.Extraction{
		Tasks: []plan.Task{
			{ID: "III.1", Text: "Đưa chỉ tiêu chuyển đổi số vào tiêu chí đánh giá, xếp loại người đứng đầu hằng năm", Timeline: deadline("30/6/2025", "2025-06-30")},
			{ID: "III.2", Text: "Phát động phong trào “Bình dân học vụ số” trong toàn huyện", Timeline: &plan.Timeline{Text: "trong quý II/2025", Kind: plan.Range, Start: &quarter, End: &quarter}},
			{ID: "III.3", Text: "Số hóa tài liệu lưu trữ của Huyện ủy", Timeline: deadline("30/9/2025", "2025-09-30")},
			{ID: "III.4", Text: "Số hóa tài liệu lưu trữ của các xã", Timeline: deadline("30/9/2025", "2025-09-30")},
		},
		Appendix: []plan.AppendixRow{
			{Number: 1, Title: "Bộ tiêu chí đánh giá, xếp loại người đứng đầu về chuyển đổi số", Timeline: deadline("31/7/2025", "2025-07-31")},
			{Number: 2, Title: "Phong trào “Bình dân học vụ số”", Timeline: deadline("Quý II/2025", "2025-Q2")},
			{Number: 5, Title: "Số hóa tài liệu lưu trữ", Timeline: deadline("31/12/2025", "2025-12-31")},
		},
	}
	var got []string
	for _, d := range taskDifferences(x) {
		got = append(got, d.task+" "+d.Body+" "+d.Appendix)
	}
	if want := []string{"III.1 30/6/2025 31/7/2025"}; !slices.Equal(got, want) {
		t.Errorf("differences %q, want %q", got, want)
	}
}
