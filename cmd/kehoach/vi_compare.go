package main

import "kehoach/corpus/align"

// The words of the commands that compare plans: export, compare, audit, agenda, diff, agency.

const (
	msgFlagPlans        = "chỉ xét các kế hoạch này, `MÃ` hoặc số hoặc tên tệp, cách nhau dấu phẩy"
	msgFlagCatalogue    = "`TỆP` CSV danh mục mô hình khác danh mục quốc gia có sẵn"
	msgFlagAgencyFilter = "chỉ lấy mô hình, nhiệm vụ có `CƠ_QUAN` này, ở vai trò nào cũng được"
	msgFlagToolFilter   = "chỉ lấy mô hình dùng `CÔNG_CỤ` này"
	msgFlagGroupFilter  = "chỉ lấy mô hình thuộc `NHÓM` này"
	msgFlagFrom         = "chỉ lấy việc có thời gian từ `NGÀY` này (2024, 06/2024, 30/06/2024)"
	msgFlagTo           = "chỉ lấy việc có thời gian đến `NGÀY` này"
	msgPlansWord        = "Kế hoạch"
	msgErrDay           = "không hiểu ngày %q"
	msgHintDay          = "viết ngày như 2024, 06/2024, 30/06/2024 hoặc 2024-06-30"

	msgExportUse   = "export TỆP"
	msgExportShort = "Xuất sổ so sánh (Excel) hoặc dữ liệu"
	msgExportLong  = `Xuất mọi kế hoạch trong kho, hoặc những kế hoạch được chọn, ra một tệp.
Đuôi tệp quyết định dạng: .xlsx là sổ so sánh để xem, in và trình; .csv, .ndjson, .json là
dữ liệu cho chương trình khác. Tên tệp "-" là in ra màn hình (cần --format).`
	msgExportExample = `  kehoach export so-sanh.xlsx
  kehoach export cong-an.xlsx --agency "Công an"
  kehoach export quy-1.xlsx --from 2024-01-01 --to 2024-03-31
  kehoach export du-lieu.csv --plans 233/KH-UBND,7384/KH-UBND`
	msgExportFormat   = "dạng tệp nếu không muốn theo đuôi: xlsx | csv | ndjson | json"
	msgExportDate     = "`NGÀY` lập sổ, để xét hạn (mặc định: hôm nay)"
	msgExportTemplate = "`TỆP` TOML chọn trang, chọn và đổi tên cột"
	msgLeftOut        = "Không so sánh %s: không đọc được mô hình, nhiệm vụ hay phân công nào. Nếu tệp không phải kế hoạch, gỡ bằng: kehoach remove %s"
	msgExported       = "Đã ghi %s: %d kế hoạch, %d mô hình."
	msgErrExport      = "không biết dạng của tệp %q"
	msgHintExport     = "đặt đuôi .xlsx, .csv, .ndjson hoặc .json, hoặc thêm --format"
)

// kehoach compare.
const (
	msgCompareUse   = "compare"
	msgCompareShort = "So sánh cùng một mô hình ở các kế hoạch"
	msgCompareLong  = `Đặt cạnh nhau cùng một mô hình của các kế hoạch, dù mỗi nơi đánh số khác nhau: ai chủ trì,
thời gian nào, công cụ gì. Mô hình được ghép theo tên, rồi mục tiêu, nhóm và mô hình đứng cạnh.
"gộp": một mô hình của kế hoạch ứng với nhiều hàng. "?": chỗ ghép còn nghi ngờ, xem --doubts.`
	msgCompareExample = `  kehoach compare
  kehoach compare --by timeline --plans 233/KH-UBND,7384/KH-UBND
  kehoach compare --format md > so-sanh.md
  kehoach compare --doubts`
	msgFlagBy           = "so theo `MẶT` nào: lead (chủ trì) | timeline (thời gian) | tools (công cụ)"
	msgFlagDoubts       = "chỉ liệt kê các chỗ ghép còn nghi ngờ"
	msgCompareCatalogue = "Danh mục"
	msgCompareModel     = "Mô hình"
	msgCompareVerdict   = "Nhận xét"
	msgCompareTask      = "nhiệm vụ %s (yếu)"
	msgCompareMerged    = " (gộp)"
)

var (
	msgVerdict     = map[align.Verdict]string{align.Alone: "–", align.Agree: "giống nhau", align.Levels: "khác cấp", align.Differ: "khác nhau"}
	msgBasis       = map[align.Basis]string{align.InAppendix: " (theo phụ lục)", align.InAssignments: " (theo phân công)", align.Implementing: " (thực hiện)"}
	msgPlaced      = map[bool]string{true: "đã ghép", false: "chưa ghép"}
	msgDoubtHeader = []string{"Kế hoạch", "Số", "Mô hình", "Hàng", "Tên hàng", "Giống", "Hiện tại", "Vì sao"}
)

// kehoach correct.
const (
	msgCorrectUse   = "correct [KẾ_HOẠCH MÔ_HÌNH]"
	msgCorrectShort = "Xác nhận hoặc bác bỏ một chỗ ghép của bảng so sánh"
	msgCorrectLong  = `Ghi lại điều người dùng nói về một mô hình: nó là, hay không phải, mô hình của một hàng so sánh.
Hàng là một số trong danh mục (16), hoặc một mô hình của kế hoạch khác (7384/KH-UBND#12).
Hai --same cho một mô hình là nói nó gộp hai hàng. Không tham số: liệt kê những gì đã ghi.
Điều đã ghi được giữ riêng, không mất khi nạp lại văn bản, và được xuất cùng sổ.`
	msgCorrectExample = `  kehoach correct 233/KH-UBND 8 --same 8
  kehoach correct 233/KH-UBND 8 --not 19 --note "khác công việc"
  kehoach correct 233/KH-UBND 8 --forget
  kehoach correct`
	msgFlagSame    = "mô hình là mô hình của `HÀNG` này"
	msgFlagNot     = "mô hình không phải mô hình của `HÀNG` này"
	msgFlagForget  = "bỏ mọi điều đã ghi về mô hình"
	msgFlagNote    = "`LÝ_DO` ghi kèm"
	msgErrCorrect  = "cần một kế hoạch, một mô hình, và --same, --not hoặc --forget"
	msgErrRow      = "không hiểu hàng %q: viết số trong danh mục, hoặc KẾ_HOẠCH#MÔ_HÌNH"
	msgCorrectNone = "Chưa ghi điều gì."
	msgCorrected   = "Đã ghi về mô hình %[2]d của %[1]s."
)

var (
	msgCorrectHeader = []string{"KẾ HOẠCH", "SỐ", "", "HÀNG", "LÝ DO"}
	msgSame          = map[bool]string{true: "là", false: "không phải"}
)

// kehoach audit.
const (
	msgAuditUse   = "audit KẾ_HOẠCH"
	msgAuditShort = "Soát một kế hoạch: chỗ mâu thuẫn, chỗ thiếu"
	msgAuditLong  = `Liệt kê theo nhóm những chỗ kế hoạch tự mâu thuẫn (phần chính với phụ lục, số khai với số
đếm được), giá trị đáng ngờ, mục để trống; mỗi chỗ kèm trang, dòng và trích nguyên văn cả hai nơi.
Cuối cùng: kế hoạch có và thiếu những mô hình nào của danh mục.`
	msgAuditExample = `  kehoach audit 2312
  kehoach audit 233/KH-UBND --format json`
	msgAuditNone      = "Không thấy mâu thuẫn hay chỗ thiếu nào."
	msgAuditCatalogue = "So với danh mục"
	msgAuditCoverage  = "có %d trong %d mô hình đã rõ tên của danh mục"
	msgAuditLacks     = "không có các mô hình số: %s"
	msgAuditOwn       = "mô hình ngoài danh mục: %s"
	msgAuditMerges    = "mô hình gộp nhiều mô hình của danh mục: %s"
)

// kehoach agenda.
const (
	msgAgendaUse   = "agenda"
	msgAgendaShort = "Việc đến hạn, quá hạn, thường xuyên, chờ điều kiện"
	msgAgendaLong  = `Xếp mọi mô hình, nhiệm vụ của các kế hoạch theo thời gian, tính đến một ngày: đã qua hạn, đến
hạn trong quý này, quý tới, sau đó, thường xuyên, chờ điều kiện (chờ ai). Hạn theo tháng, quý,
năm tính đến ngày cuối cùng.`
	msgAgendaExample = `  kehoach agenda
  kehoach agenda --on 31/12/2023 --agency "Công an tỉnh"
  kehoach agenda --on 2024-01-01 --format csv > viec.csv`
	msgFlagOn         = "`NGÀY` xét hạn (mặc định: hôm nay)"
	msgAgendaNone     = "Không có việc nào."
	msgAgendaAppendix = " (theo phụ lục)"
)

var msgAgendaHeader = []string{"Tình trạng", "Hạn", "Kế hoạch", "Số", "Mô hình, nhiệm vụ", "Chủ trì", "Văn bản ghi", "Chờ ai", "Nguồn"}

// kehoach agency.
const (
	msgAgencyUse   = "agency CƠ_QUAN"
	msgAgencyShort = "Mọi việc của một cơ quan trong các kế hoạch"
	msgAgencyLong  = `Gom mọi việc một cơ quan chủ trì, phối hợp, thực hiện, hỗ trợ trong các kế hoạch, dưới mọi cách
viết tên: tên đầy đủ, viết tắt, có hay không kèm địa danh. Tên gõ một phần cũng được.`
	msgAgencyExample = `  kehoach agency "Công an tỉnh"
  kehoach agency STTTT --plans 2312
  kehoach agency "Sở Y tế" --format md`
	msgErrAgency  = "không kế hoạch nào nhắc tới %q"
	msgHintAgency = "thử gõ một phần của tên, ví dụ \"công an\""
)

var msgAgencyHeader = []string{"Kế hoạch", "Vai trò", "Số", "Việc", "Tên trong văn bản", "Thời gian", "Nguồn"}

// kehoach diff.
const (
	msgDiffUse   = "diff KẾ_HOẠCH_A [KẾ_HOẠCH_B]"
	msgDiffShort = "So hai kế hoạch, hoặc hai phiên bản, theo từng mô hình"
	msgDiffLong  = `So từng mô hình, từng trường của hai kế hoạch: thêm, bớt, đổi số, chuyển nhóm, viết lại, đổi cơ
quan, thời gian, công cụ. Không phải so chữ. "KẾ_HOẠCH@2" là phiên bản thứ hai đã nạp; chỉ ghi
một kế hoạch thì so hai phiên bản mới nhất của nó.`
	msgDiffExample = `  kehoach diff 233/KH-UBND 7384/KH-UBND
  kehoach diff 233/KH-UBND
  kehoach diff 233/KH-UBND@1 233/KH-UBND@3`
	msgErrOneVersion = "kho chỉ có một phiên bản của %s"
	msgErrVersion    = "%s không có phiên bản %d"
	msgHintDiff      = "ghi thêm kế hoạch thứ hai để so với nó"
	msgDiffNone      = "Không khác nhau ở trường nào."
	msgDiffPlan      = "Kế hoạch"
	msgDiffGained    = "Mô hình chỉ B có"
	msgDiffLost      = "Mô hình chỉ A có"
	msgDiffModel     = "Mô hình %d: %s"
	msgDiffModels    = "Mô hình %d (A), %d (B): %s"
	msgDiffNumber    = "Đổi số: %s thành %s"
	msgDiffNothing   = "(không nêu)"
)

// The short report after kehoach ingest.
const (
	msgFresh         = "%s (%s): %d mô hình, %d nhiệm vụ, %d cảnh báo."
	msgFreshCoverage = "Có %d trong %d mô hình của danh mục."
	msgFreshLacks    = "Danh mục còn thiếu %d: %s."
	msgFreshOwn      = "Ngoài danh mục %d mô hình: %s."
	msgFreshMerges   = "Gộp nhiều mô hình của danh mục trong %d mô hình: %s."
	msgFreshLead     = "Chủ trì khác các kế hoạch khác ở %d mô hình: %s."
	msgFreshTime     = "Thời gian khác các kế hoạch khác ở %d mô hình: %s."
	msgFreshAlone    = "Trong kho chưa có kế hoạch nào khác để so."
	msgFreshUnlike   = "Không mô hình nào giống mô hình của %d kế hoạch khác trong kho."
	msgFreshAudit    = "Xem từng cảnh báo: kehoach audit %s"
)
