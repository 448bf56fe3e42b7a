package main

// Every word that the program itself says to its user, in Vietnamese. What it says
// about a document comes from the document and its diagnostics.

import (
	"fmt"
	"strconv"
	"strings"

	"kehoach/corpus"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// groups of commands, in the order of the help.
const (
	groupRead   = "Đọc một văn bản (không cần kho)"
	groupCorpus = "Kho kế hoạch"
	groupLook   = "Tra cứu và so sánh"
	groupOther  = "Khác"
)

var groups = []string{groupRead, groupCorpus, groupLook, groupOther}

// The program as a whole.
const (
	msgRootShort = "Đọc, tra cứu và so sánh các kế hoạch của cơ quan nhà nước"
	msgRootLong  = `kehoach đọc các kế hoạch (nhất là kế hoạch triển khai Đề án 06), rút ra từng mô hình,
nhiệm vụ, cơ quan chủ trì và phối hợp, thời gian, công cụ, mỗi giá trị kèm trang và dòng;
lưu vào kho, cho tìm kiếm và lập bảng so sánh. Điều văn bản không nói thì để trống.`
	msgRootExample = `  kehoach extract 233-KH-UBND.txt            xem một văn bản nói gì
  kehoach ingest thu-muc-van-ban/            đưa cả thư mục vào kho
  kehoach list                               trong kho có gì
  kehoach show 233/KH-UBND 12                xem mô hình 12 của kế hoạch 233/KH-UBND`

	msgErrorWord = "Lỗi"
	msgHintWord  = "Gợi ý"
	msgNoteWord  = "Lưu ý"
)

// The help.
const (
	msgUsage        = "Cách dùng"
	msgExamples     = "Ví dụ"
	msgCommands     = "Lệnh"
	msgFlags        = "Tùy chọn"
	msgCommonFlag   = "Tùy chọn chung"
	msgMoreHelp     = `Gõ "%s LỆNH --help" để xem chi tiết từng lệnh.`
	msgHelpShort    = "Xem hướng dẫn của một lệnh"
	msgHelpUse      = "help [LỆNH]"
	msgFlagHelp     = "xem hướng dẫn"
	msgFlagCorpus   = "`THƯ_MỤC` của kho (mặc định: $KEHOACH_CORPUS, rồi thư mục dữ liệu của người dùng)"
	msgFlagPassword = "`MẬT_KHẨU` để mở tệp PDF có mã hóa"
	msgFlagEncoding = "`BẢNG_MÃ` của tệp văn bản: utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni, viscii, viqr (mặc định: tự nhận)"
	msgDefault      = " (mặc định: %s)"
)

func msgFlagFormat(formats []string) string {
	return "cách in kết quả: " + strings.Join(formats, " | ")
}

// Wrong usage.
const (
	msgErrCommand     = "không có lệnh %q"
	msgErrChoice      = "không nhận giá trị %q; chọn một trong: %s"
	msgErrFlag        = "không có tùy chọn %s"
	msgErrFlagValue   = "tùy chọn %s cần một giá trị"
	msgErrFlagInvalid = "giá trị %q không hợp lệ cho tùy chọn %s"
	msgErrFlagSyntax  = "tùy chọn viết sai: %s"
	msgErrTooFew      = "lệnh %s còn thiếu tham số: %s"
	msgErrTooMany     = "lệnh %s chỉ nhận %s; thừa %q"
	msgErrNoArgs      = "lệnh %s không nhận tham số"
	msgHintHelp       = `gõ "%s --help" để xem cách dùng`
)

func msgHintCommand(similar []string) string {
	if len(similar) == 0 {
		return fmt.Sprintf(msgHintHelp, "kehoach")
	}
	return "có phải ý bạn là: " + strings.Join(similar, ", ") + "?"
}

// Failures and what to do about them.
const (
	msgHintCorpusFlag  = "chỉ rõ kho bằng --corpus THƯ_MỤC hoặc biến môi trường KEHOACH_CORPUS"
	msgHintLocked      = "đợi lệnh kia xong rồi chạy lại; xem, tìm và xuất thì không phải đợi"
	msgErrAmbiguous    = "%q ứng với nhiều kế hoạch: %s"
	msgHintAmbiguous   = "ghi rõ hơn, hoặc dùng mã ở cột đầu của \"kehoach list\""
	msgErrInterrupted  = "đã dừng theo yêu cầu; những gì đã báo xong đều đã lưu"
	msgHintInterrupted = "chạy lại đúng lệnh đó để làm tiếp"
	msgErrNoCorpus     = "chưa có kho ở %s"
	msgHintNoCorpus    = "đưa văn bản vào kho bằng: kehoach ingest TỆP_HOẶC_THƯ_MỤC (thêm --corpus nếu kho ở nơi khác)"
	msgErrNotCorpus    = "thư mục %s không trống và không phải kho của kehoach, nên không ghi vào đó"
	msgHintNotCorpus   = "chọn một thư mục mới bằng --corpus"
	msgErrLink         = "trong kho có liên kết tượng trưng %s, nên không ghi gì vào kho"
	msgHintLink        = "kho chỉ gồm tệp và thư mục thật; bỏ liên kết đó đi rồi chạy lại"
	msgErrNotFound     = "không có kế hoạch này trong kho"
	msgHintNotFound    = "xem các kế hoạch trong kho bằng: kehoach list"
	msgErrDamaged      = "kho có tệp bị hỏng: %v"
	msgHintDamaged     = "chạy: kehoach rebuild"
	msgErrDiskFull     = "đĩa đã đầy; những gì đã báo xong đều đã lưu"
	msgHintDiskFull    = "giải phóng chỗ trống rồi chạy lại đúng lệnh đó"
	msgErrNoFile       = "không tìm thấy %s"
	msgErrNotFolder    = "%s không phải thư mục"
	msgFault           = "kehoach: lỗi của chương trình, không phải của tệp: %v\nXin gửi lại toàn bộ nội dung dưới đây kèm tệp đã đọc; các tệp khác vẫn đọc được.\n\n%s"
	msgErrOutput       = "không ghi được kết quả: %w"
	msgErrPermission   = "không có quyền đọc hoặc ghi %s"

	msgFileMissing = "không tìm thấy tệp"
	msgFileDenied  = "không có quyền đọc tệp"
)

func msgErrLocked(e *corpus.LockedError) string {
	if e.Holder == nil {
		return "kho đang được một tiến trình khác ghi"
	}
	by := ""
	if e.Holder.Command != "" {
		by = fmt.Sprintf(" (kehoach %s)", e.Holder.Command)
	}
	return fmt.Sprintf("kho đang được ghi bởi tiến trình %d%s trên máy %s từ %s",
		e.Holder.PID, by, e.Holder.Host, e.Holder.Since.Local().Format("15:04:05 02/01/2006"))
}

// msgRefusal words why a reader makes no text out of a file, and what to do about it.
func msgRefusal(r *source.Refusal) string {
	switch r.Reason {
	case source.NotText:
		return fmt.Sprintf("không phải văn bản đọc được (%s); chương trình đọc PDF, Word, OpenDocument, RTF, trang mạng và văn bản thuần", r.Detail)
	case source.BadEncoding:
		return "văn bản theo bảng mã lạ; nếu biết thì thêm --encoding BẢNG_MÃ"
	case source.Empty:
		return "tệp không có chữ nào"
	case source.CutOff:
		return "tệp bị cắt cụt, phần còn lại không có chữ nào; hãy chép hoặc tải lại tệp đầy đủ"
	case source.TooLarge:
		return msgTooLarge(r.Detail)
	case source.NotRegular:
		return "không phải một tệp"
	case source.Damaged:
		return "tệp bị hỏng, không đọc được" + msgDamage(r.Detail) + "; hãy chép hoặc tải lại, hoặc mở bằng chương trình khác rồi lưu lại"
	case source.NeedsPassword:
		return "tệp có mật khẩu; thêm --password MẬT_KHẨU (nếu đã thêm thì mật khẩu chưa đúng)"
	case source.Enciphered:
		return "tệp được khóa theo cách chương trình này không mở được; hãy mở bằng Word, LibreOffice hoặc trình đọc PDF, bỏ mật khẩu rồi lưu lại"
	case source.OverLimit:
		return fmt.Sprintf("tệp vượt giới hạn an toàn: %s; nếu đúng là kế hoạch thì hãy tách nhỏ tệp hoặc lưu lại bằng chương trình khác", msgLimit(r.Detail))
	case source.NeedsTool:
		return fmt.Sprintf("cần cài thêm: %s", r.Detail)
	}
	return r.Error()
}

// msgTooLarge words the size of a file and the limit: "7 bytes, limit 5".
func msgTooLarge(detail string) string {
	var size, limit int64
	if _, err := fmt.Sscanf(detail, "%d bytes, limit %d", &size, &limit); err != nil {
		return fmt.Sprintf("tệp quá lớn (%s)", detail)
	}
	return fmt.Sprintf("tệp quá lớn (%s byte, giới hạn %s byte); hãy tách nhỏ hoặc nén ảnh trong tệp", grouped(size), grouped(limit))
}

// grouped writes a number as Vietnamese does: 1.234.567.
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// msgDamage words what is wrong with a damaged file. What has no words here is for those
// who mend the program.
func msgDamage(detail string) string {
	for _, d := range []struct{ part, word string }{
		{"no pages", "không tìm thấy trang nào"},
		{"not a PDF", "không có cấu trúc của tệp PDF"},
		{"no text in what is left", "phần còn nguyên không có chữ nào"},
		{"open archive", "không mở được gói nén của tệp Word"},
		{"XML", "nội dung XML sai"},
		{"read message", "không đọc được cấu trúc của trang mạng đã lưu"},
		{"LibreOffice", "LibreOffice không mở được"},
		{"recognise page", "không nhận dạng được trang nào"},
		{"the reader", "bộ đọc dừng giữa chừng"},
	} {
		if strings.Contains(detail, d.part) {
			return ": " + d.word
		}
	}
	return fmt.Sprintf(" (%s)", detail)
}

// msgLimit words a limit that a document went over: its name and then its value.
func msgLimit(detail string) string {
	for name, word := range map[string]string{
		"wall time ": "thời gian đọc ", "memory ": "bộ nhớ ", "inflated bytes ": "dung lượng giải nén (byte) ",
		"pages ": "số trang ", "nesting ": "độ lồng nhau ", "answer ": "kết quả quá dài ", "entries ": "số tệp bên trong ",
		"text ": "số byte chữ ", "lines ": "số dòng ", "line ": "độ dài một dòng (byte) ", "elements ": "số phần tử ",
		"ratio ": "tỷ lệ giải nén ", "drawn ": "số lần vẽ lại một hình trên một trang ",
	} {
		if value, ok := strings.CutPrefix(detail, name); ok {
			return word + value
		}
	}
	return detail
}

// kehoach extract, text
const (
	msgExtractUse   = "extract TỆP"
	msgExtractShort = "Đọc một văn bản và in những gì rút ra được"
	msgExtractLong  = `Đọc một tệp và in kế hoạch trong đó: thông tin chung, các mô hình hoặc nhiệm vụ, cảnh báo.
Không đụng tới kho. TỆP là "-" thì đọc từ đầu vào chuẩn.`
	msgExtractExample = `  kehoach extract 233-KH-UBND.txt
  kehoach extract 233-KH-UBND.txt --format json | jq '.models[].title'`
	msgTextUse   = "text TỆP"
	msgTextShort = "In nội dung đã chuẩn hóa, mỗi đoạn hoặc hàng của bảng một dòng"
	msgTextLong  = `Đọc một tệp và in nội dung như chương trình hiểu: chuẩn Unicode dựng sẵn, các dòng bị ngắt
đã nối lại thành đoạn, bỏ số trang và phần thừa của trang mạng. Không đụng tới kho.`
	msgMoreRemarks = "và %d lưu ý khác khi đọc"
	msgTextExample = `  kehoach text 233-KH-UBND.txt > 233.txt`
	msgStdinName   = "stdin.txt"
)

// kehoach ingest
const (
	msgIngestUse   = "ingest ĐƯỜNG_DẪN…"
	msgIngestShort = "Đưa tệp hoặc cả thư mục văn bản vào kho"
	msgIngestLong  = `Đọc các tệp, rút nội dung và lưu vào kho cùng bản gốc. Tệp đã có trong kho thì bỏ qua; văn bản
đã thay đổi thì thành bản mới, bản cũ vẫn giữ. Tệp không đọc được thì báo lý do, các tệp khác
vẫn làm tiếp, và mã thoát là 1. Bấm Ctrl-C lúc nào cũng được: chạy lại là làm tiếp.`
	msgIngestExample = `  kehoach ingest van-ban/ KH-moi.txt
  kehoach ingest van-ban/ --corpus ./kho --export so-sanh.xlsx
  kehoach ingest --failed                    thử lại các tệp lần trước không đọc được`
	msgFlagFailed = "thử lại các tệp mà những lần trước không đọc được"
	msgFlagExport = "xong thì xuất cả kho ra `TỆP` như lệnh export"
	msgFlagJobs   = "số tệp đọc cùng lúc (0: theo số nhân của máy)"
	msgNoFailed   = "không có tệp nào phải thử lại"
	msgNoFiles    = "không thấy tệp nào để đọc"
	msgSkipped    = "bỏ qua %s: %s"
	msgSummary    = "%d tệp: %d thêm mới, %d không đổi, %d cập nhật, %d lỗi"
	msgRefreshing = "quy tắc đọc đã thay đổi; đang rút lại nội dung %d kế hoạch khác trong kho…"
	msgRefreshed  = "đã rút lại nội dung %d kế hoạch khác theo quy tắc mới"
	msgEmpty      = "không đọc được mô hình hay nhiệm vụ nào, có lẽ không phải kế hoạch"
	msgEmptyFiles = "%d tệp " + msgEmpty + ". Bỏ khỏi kho, nếu đúng vậy:"
	msgEmptyMore  = "và %d tệp nữa"
	msgKept       = "không đọc lại được bản gốc của %s, nên giữ nội dung đã rút trước đây"
	msgProgress   = "Đang đọc"
	// msgProgressIndex is of the second step of a rebuild.
	msgProgressIndex = "Đang lập chỉ mục"

	msgProgressPages = "Đang nhận dạng chữ, trang %d/%d"
	msgModels        = "%d mô hình"
	msgTasks         = "%d nhiệm vụ"
	msgWarnings      = "%d cảnh báo"
)

var msgStatus = map[corpus.Status]string{
	corpus.Added: "thêm mới", corpus.Unchanged: "không đổi", corpus.Updated: "cập nhật", corpus.Failed: "lỗi",
}

var msgSkip = map[corpus.SkipReason]string{
	corpus.SkipLink:    "liên kết tượng trưng; chỉ thẳng tên nếu muốn đọc",
	corpus.SkipCorpus:  "là một kho của kehoach",
	corpus.SkipSpecial: "không phải tệp thường",
	corpus.SkipDenied:  "không mở được thư mục",
}

// kehoach list, show, remove, rebuild
const (
	msgListUse     = "list"
	msgListShort   = "Liệt kê các kế hoạch trong kho"
	msgListLong    = "Liệt kê các kế hoạch trong kho, xếp theo mã."
	msgListExample = `  kehoach list
  kehoach list --format json | jq -r '.plans[].id'`
	msgListEmpty = "kho chưa có kế hoạch nào"

	msgShowUse   = "show KẾ_HOẠCH [MÔ_HÌNH|NHIỆM_VỤ]"
	msgShowShort = "Xem một kế hoạch, hoặc một mô hình, nhiệm vụ của nó"
	msgShowLong  = `Xem một kế hoạch trong kho, hoặc một mô hình theo số thứ tự, một nhiệm vụ theo mục (như II.1.a;
PL.3 là số 3 của phụ lục; II.4-2 là nhiệm vụ thứ hai mà văn bản ghi số 4 ở mục II). Chỉ ghi phần cuối, như 1.a, cũng được nếu chỉ có một.
KẾ_HOẠCH là mã, số ký hiệu, tên tệp, hoặc phần đầu của một trong số đó, miễn là chỉ đúng một kế hoạch.`
	msgShowExample = `  kehoach show 233/KH-UBND
  kehoach show tuyen-quang 12
  kehoach show 41/KH-UBND III.5.c
  kehoach show tuyen-quang --format json`
	msgErrModelNumber = "%q không phải số thứ tự của mô hình"
	msgErrNoModel     = "kế hoạch %s không có mô hình %d"
	msgHintModels     = "xem các mô hình bằng: kehoach show %s"
	msgErrNoPart      = "kế hoạch %s không có mô hình hay nhiệm vụ nào là %q"
	msgHintParts      = "xem các mô hình, nhiệm vụ bằng: kehoach show %s"

	msgErrSeveralTasks = "kế hoạch %s có nhiều nhiệm vụ mang số %q: %s"
	msgHintOneTask     = "ghi cả mục, ví dụ: kehoach show %s %s"

	msgRemoveUse     = "remove KẾ_HOẠCH…"
	msgRemoveShort   = "Bỏ kế hoạch ra khỏi kho"
	msgRemoveLong    = `Bỏ các kế hoạch ra khỏi kho, cả bản gốc đã lưu và các bản cũ. Tệp bên ngoài kho không bị đụng tới.`
	msgRemoveExample = `  kehoach remove 233/KH-UBND`
	msgRemoved       = "đã bỏ %s"

	msgRebuildUse   = "rebuild"
	msgRebuildShort = "Dựng lại chỉ mục từ các tệp của kho"
	msgRebuildLong  = `Rút lại nội dung các kế hoạch do quy tắc cũ tạo ra hoặc bị hỏng, từ bản gốc đã lưu, rồi dựng lại
chỉ mục tìm kiếm. Kho luôn là các tệp thường; chỉ mục mất hay hỏng thì lệnh này làm lại.`
	msgRebuildExample = `  kehoach rebuild
  kehoach rebuild --all                      rút lại nội dung của mọi kế hoạch`
	msgFlagAll = "rút lại nội dung của mọi kế hoạch, không chỉ những kế hoạch cần thiết"
	msgRebuilt = "kho có %d kế hoạch; đã rút lại nội dung %d kế hoạch, chỉ mục đã dựng lại"
)

// kehoach version, completion
const (
	msgVersionUse     = "version"
	msgVersionShort   = "In phiên bản của chương trình và của quy tắc đọc"
	msgVersionExample = `  kehoach version`
	msgVersionRules   = "quy tắc đọc %s"

	msgCompletionUse     = "completion bash|zsh|fish|powershell"
	msgCompletionShort   = "In mã để dòng lệnh tự hoàn thành"
	msgCompletionLong    = `In mã cho dòng lệnh để phím Tab tự hoàn thành lệnh, tùy chọn và mã kế hoạch.`
	msgCompletionExample = `  source <(kehoach completion bash)
  kehoach completion fish > ~/.config/fish/completions/kehoach.fish`
	msgErrShell = "không có mã hoàn thành cho %q"
)

// Tables and views of a plan.
var (
	msgListHeader  = []string{"MÃ", "SỐ KÝ HIỆU", "NGÀY", "CƠ QUAN BAN HÀNH", "MÔ HÌNH", "NHIỆM VỤ", "CẢNH BÁO", "TỆP"}
	msgModelHeader = []string{"SỐ", "MÔ HÌNH", "CHỦ TRÌ", "THỜI GIAN", "VỊ TRÍ"}
	msgTaskHeader  = []string{"MỤC", "NHIỆM VỤ", "CHỦ TRÌ", "THỜI GIAN", "VỊ TRÍ"}

	msgRole = map[plan.Role]string{
		plan.Lead: "chủ trì", plan.Cooperate: "phối hợp", plan.Implement: "thực hiện",
	}
	msgSeverity = map[source.Severity]string{
		source.Error: "thiếu", source.Warning: "cảnh báo", source.Info: "ghi chú",
	}
)

const (
	msgLabelTitle        = "Trích yếu"
	msgLabelID           = "Mã"
	msgLabelIssuers      = "Ban hành"
	msgLabelDate         = "Ngày"
	msgLabelPeriod       = "Thời gian"
	msgLabelSigners      = "Người ký"
	msgLabelDeclared     = "Số mô hình khai"
	msgLabelSource       = "Tệp"
	msgLabelNote         = "Ghi chú"
	msgLabelGroup        = "Nhóm"
	msgLabelObjective    = "Mục tiêu"
	msgLabelLead         = "Chủ trì"
	msgLabelCooperating  = "Phối hợp"
	msgLabelImplementing = "Thực hiện"
	msgLabelSupporting   = "Hỗ trợ"
	msgLabelGuiding      = "Hướng dẫn"
	msgLabelTimeline     = "Thời gian"
	msgLabelAssignment   = "Phân công"
	msgLabelForces       = "Lực lượng"
	msgLabelTool         = "Công cụ"
	msgLabelProduct      = "Sản phẩm"
	msgModelTitle        = "Mô hình %d: %s"
	msgTaskTitle         = "Nhiệm vụ %s: %s"
	msgRemarks           = "%d điều cần biết"
	msgPlace             = "tr. %d, dòng %d"
	msgPlaceLines        = "tr. %d, dòng %d–%d"
)
