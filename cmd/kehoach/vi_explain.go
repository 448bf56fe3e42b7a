package main

import "kehoach/extract/plan"

// The words of the command explain.
const (
	msgExplainUse   = "explain TỆP"
	msgExplainShort = "Nói rõ từng giá trị đứng ở đâu và nhờ luật nào mà đọc được"
	msgExplainLong  = `Đọc một tệp và in từng giá trị rút ra được, kèm vị trí trong văn bản, luật đã đọc nó và câu chữ
làm căn cứ. Dùng khi một giá trị có vẻ sai hoặc thiếu. Không đụng tới kho. TỆP là "-" thì đọc
từ đầu vào chuẩn.`
	msgExplainExample = `  kehoach explain 233-KH-UBND.txt --model 12
  kehoach explain 233-KH-UBND.txt --format json`
	msgNoRole    = "nêu tên, không nói vai trò"
	msgFlagModel = "chỉ nói về mô hình `SỐ` này"
)

var (
	msgReasonHeader = []string{"MỤC", "TRƯỜNG", "GIÁ TRỊ", "VỊ TRÍ", "CĂN CỨ"}

	msgReasonOf = map[string]string{
		"plan": "Kế hoạch", "model": "Mô hình", "task": "Nhiệm vụ", "responsibility": "Trách nhiệm", "appendix": "Phụ lục",
	}

	msgReasonField = map[string]string{
		"kind": "Loại văn bản", "number": "Số", "symbol": "Ký hiệu", "issuers": "Cơ quan ban hành", "place": "Địa danh",
		"date": "Ngày", "title": "Tên", "period": "Thời gian", "declared_models": "Số mô hình đã nêu", "signers": "Người ký",
		"recipients": "Nơi nhận", "legal_basis": "Căn cứ", "objective": "Mục tiêu", "lead": "Chủ trì", "cooperating": "Phối hợp",
		"implementing": "Thực hiện", "supporting": "Hỗ trợ", "guiding": "Hướng dẫn", "assignments": "Việc được giao",
		"actors": "Người làm", "forces": "Lực lượng", "timeline": "Thời gian", "tools": "Công cụ", "other": "Trường khác",
		"text": "Nội dung", "product": "Sản phẩm", "agency": "Cơ quan", "level": "Cấp", "locality": "Địa bàn",
	}

	msgTimeKind = map[plan.TimelineKind]string{
		plan.Deadline: "có hạn", plan.Range: "trong khoảng", plan.Open: "bắt đầu từ", plan.Recurring: "thường xuyên", plan.Conditional: "chờ điều kiện",
	}

	// msgRule words the rules of extract.Step.
	msgRule = map[string]string{
		"head": "đầu văn bản", "tail": "cuối văn bản", "heading": "đầu mục mô hình", "task": "mục nhiệm vụ",
		"duties": "mục giao trách nhiệm", "label": "nhãn", "own-label": "nhãn lặp lại trong văn bản", "unknown-label": "nhãn lạ, giữ nguyên văn", "no-label": "không có nhãn, giữ nguyên văn",
		"column": "cột", "sentence": "câu văn", "role": "vai trò", "above": "nêu ở dòng trên", "by-number": "câu nêu số của mô hình",
		"name": "tên đã biết", "kind": "từ mở đầu tên cơ quan", "bodies": "gọi chung", "between": "đứng giữa dấu ngăn cách trong danh sách cơ quan",
		"tool": "công cụ đã biết", "tool-kind": "từ mở đầu tên công cụ", "tool-named": "được nêu ở mục công cụ",
		"timeline": "luật thời gian %s",
	}
)
