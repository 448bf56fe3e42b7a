package xlsx

import (
	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// All that a reader of the workbook sees, but for the columns, which stand with the
// sheets they belong to.

const (
	bookTitle   = "So sánh kế hoạch triển khai mô hình điểm Đề án 06"
	bookSubject = "So sánh mô hình, cơ quan chủ trì, thời gian và công cụ giữa các kế hoạch"
	footPage    = "Trang &P/&N"

	sheetSummary   = "Tổng hợp"
	sheetCompare   = "So sánh mô hình"
	sheetMatrix    = "Ma trận chủ trì"
	sheetCoverage  = "Độ phủ"
	sheetProgress  = "Tiến độ"
	sheetAgencies  = "Cơ quan"
	sheetTools     = "Công cụ"
	sheetConflicts = "Mâu thuẫn và cảnh báo"
	sheetModels    = "Mô hình"
	sheetTasks     = "Nhiệm vụ"
	sheetWarnings  = "Cảnh báo"
	sheetData      = "Dữ liệu"
	sheetLegend    = "Chú giải"

	notGiven      = "không nêu"
	outside       = "ngoài danh mục"
	restInData    = " … (còn tiếp: xem trang Dữ liệu)"
	noteSplit     = "Trang “%s”, dòng %d: có ô dài hơn 32.767 ký tự, phần còn lại ở trang “Dữ liệu”."
	noteHigh      = "Trang “%s”: có dòng cao hơn mức Excel hiển thị được (409 điểm); nội dung ô vẫn đủ, xem ở thanh công thức hoặc trang “Dữ liệu”."
	noteLinkLimit = "Trang “%s”: Excel chỉ giữ 65.530 liên kết một trang, các dòng sau không có liên kết."
	noteLinks     = "Trang “%s”: Excel chỉ giữ 65.530 liên kết một trang, nên chỉ cột “Số” dẫn tới trang “Dữ liệu”."
)

var kindWords = map[plan.TimelineKind]string{
	plan.Deadline: "Có hạn", plan.Range: "Trong khoảng", plan.Open: "Bắt đầu từ", plan.Recurring: "Thường xuyên", plan.Conditional: "Chờ điều kiện",
}

var levelWords = map[plan.Level]string{
	plan.Central: "Trung ương", plan.Province: "Tỉnh", plan.District: "Huyện", plan.Commune: "Xã",
}

var roleWords = map[plan.Role]string{plan.Lead: "chủ trì", plan.Cooperate: "phối hợp", plan.Implement: "thực hiện"}

var severityWords = map[source.Severity]string{source.Info: "Lưu ý", source.Warning: "Cảnh báo", source.Error: "Thiếu"}

// fieldWords name the fields of models and appendix rows as the JSON calls them.
var fieldWords = map[string]string{
	"title": "Tên", "note": "Ghi chú", "group": "Nhóm", "objective": "Mục tiêu", "lead": "Chủ trì", "cooperating": "Phối hợp",
	"implementing": "Thực hiện", "supporting": "Hỗ trợ", "guiding": "Chỉ đạo, hướng dẫn", "assignments": "Phân công",
	"forces": "Lực lượng triển khai", "timeline": "Thời gian", "tools": "Công cụ", "product": "Sản phẩm", "text": "Nội dung",
}

var verdictWords = map[align.Verdict]string{
	align.Alone: "–", align.Agree: "Giống nhau", align.Levels: "Khác cấp", align.Differ: "Khác nhau",
}

// basisWords say where a value stands that is not in the model's own field.
var basisWords = map[align.Basis]string{align.InAppendix: "(theo phụ lục)", align.InAssignments: "(theo phân công)", align.Implementing: "(thực hiện)"}

// What the state of a deadline is called.
const (
	stateLate      = "Đã qua hạn"
	stateSoon      = "Còn dưới 90 ngày"
	stateAhead     = "Còn hạn"
	stateRecurring = "Thường xuyên"
	stateWaiting   = "Chờ điều kiện"
	stateOpen      = "Không nêu hạn"
)

const introSummary = "Lập ngày %s. %d kế hoạch, %d mô hình, %d nhiệm vụ. Mỗi số liệu có nguồn (trang, dòng) ở các trang sau."
