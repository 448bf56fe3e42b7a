package query

// All that a user reads of this package.
const (
	textErrorAt       = "không hiểu câu tìm kiếm ở ký tự thứ %d: %s"
	textErrorFilter   = "không hiểu điều kiện lọc: %s"
	textOpenQuote     = "thiếu dấu ngoặc kép đóng"
	textOpenParen     = "thiếu dấu ngoặc đơn đóng"
	textCloseParen    = "thừa dấu ngoặc đơn đóng"
	textEmptyParen    = "trong ngoặc đơn không có gì"
	textNoOperand     = "cần có từ cần tìm ở hai bên “%s”"
	textNothingAfter  = "cần có từ cần tìm sau “%s”"
	textNoValue       = "cần có giá trị ngay sau “%s:”"
	textUnknownField  = "không có trường “%s”; các trường: %s"
	textNoComparison  = "trường “%s” không so sánh được bằng “%s”"
	textNoDate        = "“%s” không phải là ngày; viết 2024-01-31, 31/01/2024, 01/2024, quý I/2024 hoặc 2024"
	textNoSuchValue   = "“%s” không phải là giá trị của trường “%s”; các giá trị: %s"
	textNoneHas       = "trong kho không có “%s” ở trường “%s”"
	textLevels        = "trung ương, tỉnh, huyện, xã"
	textKinds         = "mô hình, nhiệm vụ, trách nhiệm, kế hoạch"
	textTimelines     = "hạn, khoảng, từ, thường xuyên, điều kiện"
	textTooDeep       = "quá nhiều dấu ngoặc lồng nhau"
	textLeadIs        = "cơ quan chủ trì: %s"
	textCooperatingIs = "cơ quan phối hợp: %s"
)
