package xlsx

import (
	"kehoach/corpus/align"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// All that a reader of the workbook sees, but for the columns, which stand with the
// sheets they belong to.

const (
	titleOf06     = "So sánh kế hoạch triển khai mô hình điểm Đề án 06"
	titleOfModels = "So sánh các kế hoạch triển khai mô hình"
	titleOfTasks  = "So sánh các kế hoạch và nhiệm vụ"

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

	chartBelow    = "Biểu đồ"
	notGiven      = "không nêu"
	outside       = "ngoài danh mục"
	restInData    = " … (còn tiếp: xem trang Dữ liệu)"
	noteSplit     = "Trang “%s”, dòng %d: có ô dài hơn 32.767 ký tự, phần còn lại ở trang “Dữ liệu”."
	noteHigh      = "Trang “%s”: có dòng cao hơn mức Excel hiển thị được (409 điểm); nội dung ô vẫn đủ, xem ở thanh công thức hoặc trang “Dữ liệu”."
	noteLinkLimit = "Trang “%s”: Excel chỉ giữ 65.530 liên kết một trang, các dòng sau không có liên kết."
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

// intros are the headings of the sheets: what a sheet tells, and how to read it. A remark
// with a %s takes the day of the workbook.
var intros = map[string]heading{
	sheetCompare:   {"Cùng một mô hình ở các kế hoạch: ai chủ trì, ai phối hợp, bao giờ xong", "Mỗi hàng một mô hình, mỗi kế hoạch một khối cột. Nền cam: khác số đông. Bấm số hoặc nguồn để tới dòng gốc ở trang “Dữ liệu”."},
	sheetMatrix:    {"Mỗi mô hình do cơ quan nào chủ trì ở từng kế hoạch", "“–”: kế hoạch không có mô hình. “không nêu”: có mô hình mà không nói ai chủ trì. Nền cam: khác số đông."},
	sheetCoverage:  {"Kế hoạch nào có, kế hoạch nào thiếu mô hình của danh mục", "Ô có số: số của mô hình trong kế hoạch đó. “–”: kế hoạch không có. Sau danh mục là các mô hình danh mục không có."},
	sheetProgress:  {"Thời hạn của mọi mô hình, nhiệm vụ, xếp theo ngày", "Trạng thái tính đến %s; kế hoạch không cho biết việc đã xong hay chưa. Bấm vào đây để tới biểu đồ ở cuối bảng."},
	sheetAgencies:  {"Mỗi cơ quan chủ trì, phối hợp bao nhiêu mô hình, nhiệm vụ", "Ô trống: không có việc nào. Bấm vào đây để tới biểu đồ ở cuối bảng."},
	sheetTools:     {"Mô hình nào dùng công cụ nào", "Trong cột của mỗi kế hoạch là số của các mô hình dùng công cụ đó. “–”: không có."},
	sheetConflicts: {"Những chỗ nên xem lại trong văn bản trước khi dùng số liệu", "Mâu thuẫn trước, rồi số đếm, giá trị đáng ngờ, mục để trống, chữ có lẽ viết sai; cuối cùng là mô hình ghép còn nghi ngờ."},
	sheetModels:    {"Mọi mô hình của các kế hoạch, đủ các mục như văn bản ghi", "Mỗi hàng một mô hình của một kế hoạch. Bấm số để tới dòng gốc ở trang “Dữ liệu”."},
	sheetTasks:     {"Nhiệm vụ của các kế hoạch không lập theo mô hình", "Mỗi hàng một nhiệm vụ. Bấm ký hiệu để tới dòng gốc ở trang “Dữ liệu”."},
	sheetWarnings:  {"Điều phần mềm phát hiện khi đọc từng văn bản", "“Lưu ý” là điều nên biết; “Cảnh báo” là chỗ mâu thuẫn hoặc chưa chắc; “Thiếu” là giá trị không đọc được."},
	sheetData:      {"Mọi giá trị đã đọc, kèm trang, dòng và nguyên văn", "Mỗi hàng một giá trị. Các trang khác dẫn về đây."},
	sheetLegend:    {"Cách đọc sổ này", "Ngày lập, phiên bản, bộ lọc, quy ước và ý nghĩa từng cột."},
}
