package extract_test

import (
	"strings"
	"testing"
	"time"

	"kehoach/extract"
	"kehoach/ingest/source"
)

// hostile are texts that make a rule of square time show: one wording, over and over.
var hostile = map[string]string{
	"one-line":      "Công an tỉnh chủ trì, phối hợp với Sở Y tế, UBND các huyện; ",
	"wrapped":       "công an tỉnh chủ trì phối hợp với\n",
	"brackets":      "(",
	"quotes":        "“",
	"abbreviations": "(gọi tắt là ABC) ",
	"labels":        "Mục tiêu: nâng cao. Chủ trì: Sở Y tế. ",
	"own-labels":    "Abc xyz: def. ",
	"bullets":       "- abc\n",
	"models":        "Mô hình 1: abc\n",
	"nested":        "I. a\n1. b\na) c\n- d\n+ e\n",
	"rows":          "1\tMô hình 1: Abc\tSở Y tế\tCông an tỉnh\t30/12/2023\n",
	"heads":         "TT\tTên mô hình\tChủ trì\n",
	"aligned":       "Sở Y tế          Công an tỉnh         Trước 30/8/2024\n",
	"centred":       "TT    Nội dung       Chủ trì\n      abc\n1     def            Sở Y tế\n      ghi\n      Klm\n2     nop            Sở Y tế\n",
	"stacked":       "TT\nNội dung\nChủ trì\nThời gian\n1\nAbc\nSở Y tế\nSở Nội vụ\n2024\n2\n",
	"parted-rows":   "Nội dung\tChủ trì\tThời gian\n1. Nhận thức\n1.1 a\tSở Y tế\t2024\nabc\n",
	"prose":         "I. MÔ HÌNH\nXây dựng 2 mô hình.\n1. A. Mô hình nhằm b. Việc này do Sở Y tế chịu trách nhiệm thực hiện, Sở Nội vụ phối hợp.\n",
	"openings":      "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 1/KH-UBND\nKẾ HOẠCH\n",
	"citations":     "Căn cứ Nghị định số 1/2023/NĐ-CP ngày 1/1/2023 của Chính phủ;\n",
	"dates":         "30/12/2023 ",
	"lost-letters":  "b c d ",
	"misread":       "ngươiqe ",
	"legend":        "- ABC: Sở Y tế;\n",
	"blank":         "\n",
	"circumstances": "Khi có hướng dẫn, nhằm chủ trì a, b, ",
	"functions":     "các cơ quan có chức năng chủ trì a, b, ",
	"bar-rows":      "Sở Y tế chủ trì | Công an tỉnh phối hợp |\n | Sở Nội vụ tổng hợp\n",
	"groups":        "* Nhóm mô hình a\n1. b\n",
	"numbered":      "(1) Mục tiêu: nâng cao chất lượng phục vụ. (2) Công cụ: ứng dụng trên điện thoại; ",
	"tables":        "TT\tNội dung\tChủ trì\n1\ta\tSở Y tế\nabc.\nTT\tNội dung\tThời gian\n1\tb\t2024\nabc.\n",
	"grouped":       "1. Nhóm mô hình a\nTT\tTên mô hình\tChủ trì\n1\tb\tSở Y tế\n",
	"two-things":    "TT\tMô hình, mục tiêu\tChủ trì\n1\t" + strings.Repeat("Abc Xyz ", 200) + "\tSở Y tế\n",
	"signatures":    "GIÁM ĐỐC\n",
	"programmes":    "Nơi nhận:\nKẾ HOẠCH\nI. MỤC ĐÍCH\n",
	"indented":      "\tI.\tMỤC ĐÍCH\n\tabc\n",
	"charged":       "I. NHIỆM VỤ\nCác nhiệm vụ ở mục này do Sở Y tế chủ trì; hoàn thành trước 31/12/2024.\na) Rà soát danh mục thủ tục. Việc này giao bộ phận Tài vụ chủ trì, còn Chi nhánh Viettel phối hợp.\n",
	"annexed":       "1. Rà soát danh mục thủ tục (Sở Y tế chủ trì; xong trước 30/4/2025)\nPHỤ LỤC\nTT\tNhiệm vụ\tChủ trì\n1\tMở lớp đào tạo nghề\tSở Nội vụ\n",
	"heads-again":   " TT  Mô hình   Chủ trì      Thời gian\n\n     liền      Sở Y tế      2024\n\n 3   Khám      Sở Nội vụ    Thường xuyên\n",
	"behind":        "1. Một cửa (Mô hình số 4)\nNăm 2024 thực hiện từ tháng 3/2024. Khi có hướng dẫn thì lắp. Triển khai mã VietQR, ví.\n",
	"footnotes":     "Đạt chứng nhận VietGAP¹ theo quy trình[1].\n¹ Tiêu chuẩn thực hành nông nghiệp\n[1] Theo quy định\n\n",
	"marks":         "a[1] [2] ",
	"merged":        "TT\tNội dung\tChủ trì\n1\tRà soát hồ sơ\tSở Y tế\n2\tSố hóa dữ liệu\t\u2063\n3\tĐối soát\t\u2063\n",
	"dashes":        "TT\tNội dung\tChủ trì\n1\ta\t- Sở Y tế" + strings.Repeat(" - KHTC", 200) + "\n",
	"duties":        "Mô hình 1. A\nGiao Sở Y tế chủ trì. Sở Nội vụ cập nhật dữ liệu; Sở Tư pháp phối hợp theo dõi.\n",
	"announced":     "Lực lượng gồm a; công cụ là b. Chủ trì là Sở Y tế. ",
}

// BenchmarkLinear reads hostile texts of 128 KiB and of four times that; "times-for-4x"
// near 4 is linear, near 16 is square.
func BenchmarkLinear(b *testing.B) {
	for name, unit := range hostile {
		b.Run(name, func(b *testing.B) {
			var spent [2]time.Duration
			for b.Loop() {
				for i, size := range []int{1 << 17, 1 << 19} {
					f := source.NewText("a.txt", strings.Repeat(unit, size/len(unit)))
					start := time.Now()
					extract.Extract(f)
					spent[i] += time.Since(start)
				}
			}
			b.ReportMetric(float64(spent[1])/float64(spent[0]), "times-for-4x")
		})
	}
}

// TestHostile holds that texts of one wording over and over are read without a panic and
// that what is cut off at a limit is not lost.
func TestHostile(t *testing.T) {
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			text := strings.Repeat(unit, 1<<15/len(unit))
			f := source.NewText("a.txt", text)
			extract.Extract(f)
			got := len(strings.Join(strings.Fields(strings.Join(extract.Paragraphs(f), "")), ""))
			want := len(strings.Join(strings.Fields(text), ""))
			if got < want*9/10 && name != "openings" && name != "aligned" && name != "heads" {
				t.Errorf("%d of %d letters are left in the paragraphs", got, want)
			}
		})
	}
}
