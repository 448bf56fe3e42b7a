package report

import "kehoach/extract/plan"

// All that the reports say to people in Vietnamese.

var csvHeader = []string{"Mã kế hoạch", "Tệp", "Đối tượng", "Số", "Tên", "Hàng so sánh", "Nhóm", "Mục tiêu", "Chủ trì", "Phối hợp", "Thực hiện",
	"Thời gian", "Loại thời gian", "Bắt đầu", "Hạn", "Công cụ", "Trang", "Dòng"}

var kindWords = map[plan.TimelineKind]string{
	plan.Deadline: "Có hạn", plan.Range: "Trong khoảng", plan.Open: "Bắt đầu từ", plan.Recurring: "Thường xuyên", plan.Conditional: "Chờ điều kiện",
}
