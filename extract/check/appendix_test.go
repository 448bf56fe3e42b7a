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
		},
		Appendix: []plan.AppendixRow{
			{Number: 1, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh")},
			{Number: 2, Lead: bodies("Sở Y tế"), Cooperating: bodies("Công an tỉnh", "Sở Nội vụ")},
			{Number: 3, Lead: bodies("Sở Tư pháp")},
			{Number: 4, Lead: bodies("Công an tỉnh"), Cooperating: bodies("Sở Y tế")},
			{Number: 5, Cooperating: bodies("các đơn vị liên quan")},
		},
	}
	want := []plan.Conflict{
		{Model: 2, Field: "cooperating", Body: "Công an tỉnh, Sở Tư pháp", Appendix: "Công an tỉnh, Sở Nội vụ"},
		{Model: 3, Field: "lead", Body: "Sở Y tế", Appendix: "Sở Tư pháp"},
		{Model: 4, Field: "lead", Body: "Sở Y tế", Appendix: "Công an tỉnh"},
		{Model: 4, Field: "cooperating", Body: "Công an tỉnh", Appendix: "Sở Y tế"},
	}
	if got := Conflicts(x); !slices.Equal(got, want) {
		t.Errorf("conflicts\n%v, want\n%v", got, want)
	}
}
