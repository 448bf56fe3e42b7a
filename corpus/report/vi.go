package report

import "kehoach/extract/plan"

// All that the reports say to people in Vietnamese.

var csvHeader = []string{"Mã kế hoạch", "Tệp", "Đối tượng", "Số", "Tên", "Hàng so sánh", "Nhóm", "Mục tiêu", "Chủ trì", "Phối hợp", "Thực hiện",
	"Thời gian", "Loại thời gian", "Bắt đầu", "Hạn", "Công cụ", "Trang", "Dòng"}

var kindWords = map[plan.TimelineKind]string{
	plan.Deadline: "Có hạn", plan.Range: "Trong khoảng", plan.Open: "Bắt đầu từ", plan.Recurring: "Thường xuyên", plan.Conditional: "Chờ điều kiện",
}

// FieldName is what a field of the JSON is called.
func FieldName(field string) string {
	if name, ok := fieldNames[field]; ok {
		return name
	}
	return field
}

var fieldNames = map[string]string{
	"number": "Số", "title": "Tên", "note": "Ghi chú", "group": "Nhóm", "objective": "Mục tiêu", "lead": "Cơ quan chủ trì", "cooperating": "Cơ quan phối hợp",
	"implementing": "Cơ quan thực hiện", "supporting": "Đơn vị hỗ trợ", "guiding": "Cơ quan chỉ đạo, hướng dẫn", "assignments": "Phân công nhiệm vụ",
	"forces": "Lực lượng triển khai", "timeline": "Thời gian", "tools": "Công cụ",
	"plan.number": "Số, ký hiệu", "plan.date": "Ngày ban hành", "plan.title": "Trích yếu", "plan.issuers": "Cơ quan ban hành", "plan.period": "Thời kỳ",
	"plan.declared_models": "Số mô hình khai",
}

// The themes of an audit.
const (
	themeConflicts = "Phần chính và phụ lục mâu thuẫn"
	themeCounts    = "Số đếm và đánh số không khớp"
	themeErrors    = "Giá trị thiếu hoặc đáng ngờ"
	themeMisprints = "Chữ có lẽ viết sai"
	themeGaps      = "Mục để trống"
	themeNotes     = "Nên biết"
)

// themes is their order.
var themes = []string{themeConflicts, themeCounts, themeErrors, themeGaps, themeMisprints, themeNotes}

// themeOfCode groups what the checks of a plan find.
var themeOfCode = map[string]string{
	"appendix-conflict": "", // conflicts say it with both places
	"field-missing":     "", // gaps say it for all models together
	"count-mismatch":    themeCounts, "sum-mismatch": themeCounts, "number-skipped": themeCounts, "number-two-ways": themeCounts,
	"number-blank": themeGaps, "date-incomplete": themeGaps, "signer-missing": themeGaps,
	"misread": themeMisprints,
}

// The parts of an agenda.
const (
	dueOver      = "Đã qua hạn (kế hoạch không cho biết đã xong hay chưa)"
	dueQuarter   = "Còn hạn trong quý này (%s)"
	dueNext      = "Đến hạn quý tới (%s)"
	dueLater     = "Đến hạn sau đó"
	dueOpen      = "Đã hoặc sẽ bắt đầu, không nêu hạn"
	dueRecurring = "Thường xuyên"
	dueWaiting   = "Chờ điều kiện"
)

// RoleName is what a role in Duty is called.
func RoleName(role string) string { return roleNames[role] }

var roleNames = map[string]string{"lead": "chủ trì", "cooperate": "phối hợp", "implement": "thực hiện", "support": "hỗ trợ", "guide": "chỉ đạo, hướng dẫn", "responsible": "trách nhiệm"}

// KindName is what a kind of Change is called.
func KindName(kind string) string { return kindNames[kind] }

var kindNames = map[string]string{Gained: "thêm", Lost: "bớt", Renumbered: "đổi số", Moved: "chuyển nhóm", Reworded: "viết lại", Changed: "thay đổi"}
