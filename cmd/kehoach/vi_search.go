package main

import (
	"kehoach/index"
	"kehoach/index/query"
)

// The words of kehoach search, suggest and similar, in Vietnamese.
const (
	msgSearchUse   = "search CÂU_TÌM…"
	msgSearchShort = "Tìm mô hình, nhiệm vụ, trách nhiệm trong các kế hoạch"
	msgSearchLong  = `Tìm trong mọi kế hoạch của kho. Gõ có dấu hay không dấu, viết tắt, số hiệu văn bản đều được; gõ có
dấu thì đúng dấu xếp trước. Cách viết câu tìm:

  khám chữa bệnh          các từ, xếp theo mức độ phù hợp
  "khám chữa bệnh"        đúng cụm từ
  kios*                   từ bắt đầu như thế
  kiosk -"du lịch"        có từ này, không có cụm kia
  kiosk HOẶC camera       một trong hai (cũng viết OR; VÀ, AND; KHÔNG, NOT; dùng được ngoặc đơn)
  Sở GDĐT chủ trì         cơ quan và vai trò
  chutri:"Sở Y tế"        theo trường: coquan: chutri: phoihop: congcu: tinh: diaban: cap: nhom: kehoach:
                          loai: mohinh: so: tieude: tiendo:
  han:<2024-01-01         theo ngày: han: ngay: nam: với <, <=, >, >= hoặc một năm, tháng, quý

Câu tìm có dấu ngoặc kép hay dấu trừ thì đặt cả câu trong dấu nháy đơn.`
	msgSearchExample = `  kehoach search kham chua benh
  kehoach search '"định danh điện tử" -kiosk' --province 'Tuyên Quang'
  kehoach search 'han:<2024-01-01' --sort due --facet lead
  kehoach search 06/QĐ-TTg --format json
  kehoach search camera --open 2             xem toàn văn kết quả thứ hai`
	msgSearchTotal = "%d kết quả; đã in %d"
	msgSearchStale = "chỉ mục chưa cập nhật hết (%s); kết quả có thể thiếu văn bản mới"
	msgDidYouMean  = "Có phải bạn tìm: %s"
	msgErrNoQuery  = "cần có câu tìm hoặc một điều kiện lọc"
	msgErrRange    = "--limit từ 0 đến %d; --offset và --open không âm"
	msgErrNoHit    = "không có kết quả thứ %d: chỉ tìm được %d"

	msgFlagLimit  = "số kết quả nhiều nhất"
	msgFlagOffset = "bỏ qua chừng này kết quả đầu"
	msgFlagOpen   = "in toàn văn kết quả thứ `N`"
	msgFlagSort   = "xếp theo: relevance (phù hợp) | date (ngày ban hành, mới trước) | due (hạn, gần trước) | plan"
	msgFlagFacet  = "đếm kết quả theo `TRƯỜNG` (dùng nhiều lần được): %s"

	msgFilterPlan        = "chỉ trong `KẾ_HOẠCH` này (mã, hoặc một phần của mã; cũng viết --ke-hoach)"
	msgFilterProvince    = "chỉ ở `TỈNH` này (--tinh)"
	msgFilterLocality    = "chỉ ở tỉnh, huyện hoặc xã này (--dia-ban)"
	msgFilterLevel       = "chỉ `CẤP` này: trung ương, tỉnh, huyện, xã (--cap)"
	msgFilterKind        = "chỉ `LOẠI` này: mô hình, nhiệm vụ, trách nhiệm, kế hoạch (--loai)"
	msgFilterGroup       = "chỉ `NHÓM` có các từ này (--nhom)"
	msgFilterAgency      = "`CƠ_QUAN` có tham gia (--co-quan)"
	msgFilterLead        = "`CƠ_QUAN` chủ trì (--chu-tri)"
	msgFilterCooperating = "`CƠ_QUAN` phối hợp (--phoi-hop)"
	msgFilterTool        = "dùng `CÔNG_CỤ` này (--cong-cu)"
	msgFilterTimeline    = "loại tiến độ: hạn, khoảng, từ, thường xuyên, điều kiện (--tien-do)"
	msgFilterYear        = "`NĂM` ban hành (--nam)"
	msgFilterDue         = "`HẠN`: một ngày, tháng, quý, năm, có thể với <, <=, >, >= (--han)"

	msgHintMinus    = "câu tìm có dấu trừ thì đặt trong dấu nháy đơn, sau \"--\": kehoach search -- 'kiosk -camera'"
	msgHintNoHit    = "bỏ bớt từ, bỏ dấu ngoặc kép hoặc điều kiện lọc; kehoach search --help nói cách viết câu tìm"
	msgSnippetPlace = "%s, dòng %d:"

	msgModelNumber = "mô hình %d"
	msgFacetCount  = "SỐ KẾT QUẢ"

	msgSuggestUse     = "suggest CHỮ_ĐẦU…"
	msgSuggestShort   = "Gợi ý tên cơ quan, công cụ, mô hình từ vài chữ đầu"
	msgSuggestLong    = "In các tên cơ quan, công cụ và tên mô hình trong kho có những chữ này; chữ cuối có thể chưa gõ hết."
	msgSuggestExample = `  kehoach suggest so thong t
  kehoach suggest kham chua`
	msgFlagEach = "số gợi ý nhiều nhất mỗi loại"

	msgSimilarUse     = "similar KẾ_HOẠCH MÔ_HÌNH"
	msgSimilarShort   = "Tìm các mô hình giống một mô hình"
	msgSimilarLong    = "Tìm trong mọi kế hoạch của kho những mô hình, nhiệm vụ giống mô hình này nhất, theo tên và mục tiêu."
	msgSimilarExample = `  kehoach similar 233/KH-UBND 6`
)

var (
	msgSearchHeader  = []string{"STT", "MÃ", "LOẠI", "TÊN", "TRÍCH", "TRANG", "DÒNG"}
	msgSuggestHeader = []string{"LOẠI", "TÊN", "SỐ KẾT QUẢ"}
	msgSuggestKinds  = map[string]string{query.Agency: "cơ quan", query.Tool: "công cụ", query.Title: "tên"}

	msgKinds = map[index.Kind]string{
		index.PlanKind: "kế hoạch", index.ModelKind: "mô hình", index.TaskKind: "nhiệm vụ", index.ResponsibilityKind: "trách nhiệm",
	}
	msgFacetNames = map[string]string{
		query.Kind: "Loại", query.Province: "Tỉnh", query.Level: "Cấp", query.Plan: "Kế hoạch", query.Group: "Nhóm",
		query.Lead: "Cơ quan chủ trì", query.Agency: "Cơ quan", query.Tool: "Công cụ", query.Timeline: "Loại tiến độ",
		query.Year: "Năm ban hành", query.DueYear: "Năm đến hạn", query.DueQuarter: "Quý đến hạn",
	}
	// msgFields names the fields of an extraction from which a passage comes.
	msgFields = map[string]string{
		"title": "Tên", "objective": "Mục tiêu", "note": "Ghi chú", "lead": "Chủ trì", "cooperating": "Phối hợp",
		"implementing": "Thực hiện", "supporting": "Hỗ trợ", "guiding": "Hướng dẫn", "assignments": "Phân công",
		"forces": "Lực lượng", "timeline": "Thời gian", "tools": "Công cụ", "other": "Khác", "appendix": "Phụ lục",
		"appendix_lead": "Phụ lục, chủ trì", "appendix_cooperating": "Phụ lục, phối hợp", "appendix_forces": "Phụ lục, lực lượng",
		"appendix_timeline": "Phụ lục, thời gian", "appendix_tools": "Phụ lục, công cụ",
		"text": "Nhiệm vụ", "product": "Sản phẩm", "agency": "Cơ quan", "items": "Trách nhiệm", "kind": "Loại văn bản",
		"number": "Số, ký hiệu", "issuers": "Cơ quan ban hành", "locality": "Địa bàn", "legal_basis": "Căn cứ",
		"sections": "Mục", "section_text": "Nội dung", "groups": "Nhóm", "signers": "Người ký", "recipients": "Nơi nhận", "abbreviations": "Viết tắt",
	}
)
