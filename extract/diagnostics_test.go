package extract_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"kehoach/extract"
	"kehoach/ingest/source"
)

// The sound plan, of which there is nothing to remark: a head, ten models in two groups,
// an end and an appendix. {models} and {rows} stand for what model and row write.
const soundPlan = `ỦY BAN NHÂN DÂN
TỈNH BÌNH MINH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 15/KH-UBND

Bình Minh, ngày 20 tháng 7 năm 2023

KẾ HOẠCH
Triển khai các mô hình điểm trên địa bàn tỉnh Bình Minh

Căn cứ Công văn số 1552/BTTTT-THH ngày 26/4/2022 về việc hướng dẫn triển khai mô hình, nội dung Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

- Triển khai 10 mô hình có trọng tâm, trọng điểm; bảo đảm an toàn thông tin.

- Kế hoạch thực hiện từ tháng 8/2023 đến tháng 12/2025.

II. CÁC MÔ HÌNH ĐIỂM

1. Nhóm phục vụ giải quyết thủ tục hành chính (gồm 05 mô hình)

{models 1-5}2. Nhóm phục vụ công dân số (gồm 05 mô hình)

{models 6-10}III. TỔ CHỨC THỰC HIỆN

1. Công an tỉnh theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh.

Nơi nhận:
- Các sở, ban, ngành tỉnh;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn An

PHỤ LỤC
TỔNG HỢP CÁC MÔ HÌNH ĐIỂM
(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/7/2023)
TT	Mô hình	Chủ trì	Thời gian
{rows}`

// soundTitles are the titles of the models of the sound plan, the first of model 1.
var soundTitles = []string{
	"Cấp thẻ bảo hiểm y tế cho trẻ em", "Đăng ký khai sinh tại nhà", "Khám bệnh bằng căn cước công dân",
	"Quản lý lưu trú tại khách sạn", "Thanh toán tại cảng cá", "Tố giác tội phạm trực tuyến",
	"Lớp học kỹ năng số", "Bãi đỗ xe thông minh", "Chợ không dùng tiền mặt", "Thư viện số",
}

// model writes model n as the sound plan has it, due in month n of 2024.
func model(n int) string {
	return fmt.Sprintf(`Mô hình %[1]d: %[2]s

- Mục tiêu: 9%[1]d%% hồ sơ được giải quyết đúng hạn.

- Đơn vị thực hiện: Sở Tư pháp chủ trì, phối hợp Công an tỉnh.

- Phân công nhiệm vụ:

+ Sở Tư pháp tập huấn cho %[1]d công chức hộ tịch.

- Lực lượng triển khai: Công an cấp xã, %[1]d công chức hộ tịch.

- Thời gian thực hiện: Tháng %[1]d/2024.

- Công cụ triển khai: Ứng dụng VNeID.

`, n, soundTitles[n-1])
}

// row writes the row of model n in the appendix.
func row(n int) string {
	return fmt.Sprintf("%d\t%s\tSở Tư pháp\tTháng %d/2024\n", n, soundTitles[n-1], n)
}

func each(from, to int, f func(n int) string) string {
	var b strings.Builder
	for n := from; n <= to; n++ {
		b.WriteString(f(n))
	}
	return b.String()
}

// sound returns the sound plan, with what stands once in it replaced: old, new, …
func sound(t *testing.T, replaced ...string) string {
	t.Helper()
	s := strings.NewReplacer("{models 1-5}", each(1, 5, model), "{models 6-10}", each(6, 10, model), "{rows}", each(1, 10, row)).Replace(soundPlan)
	for i := 0; i < len(replaced); i += 2 {
		if replaced[i] == "" {
			return replaced[i+1]
		}
		if n := strings.Count(s, replaced[i]); n != 1 {
			t.Fatalf("%q stands %d times in the sound plan, want once", replaced[i], n)
		}
		s = strings.Replace(s, replaced[i], replaced[i+1], 1)
	}
	return s
}

// A provocation is a change of the sound plan that provokes a code, and one like it that
// does not.
type provocation struct {
	code               string
	words              string // of the sound plan, where they stand once; "" for the whole of it
	provokes, innocent string // what stands in their place
	says               string // part of the message
}

var provocations = []provocation{
	{"number-blank", "Số: 15/KH-UBND\n", "Số:     /KH-UBND\n", "Số: 16/KH-UBND\n", "để trống số"},
	{"number-blank", "Số: 15/KH-UBND\n", "Số: ~…~ /KH-UBND\n", "Số: 16/KH-UBND\n", "không đọc được từ ảnh quét, có thể viết tay"},
	{"date-incomplete", "ngày 20 tháng 7 năm 2023\n", "ngày ~…~ tháng ~…~ năm 2023\n", "ngày 21 tháng 7 năm 2023\n", "không đọc được hết từ ảnh quét, có thể viết tay, chỉ biết “2023”"},
	{"date-incomplete", "ngày 20 tháng 7 năm 2023\n", "ngày    tháng 7 năm 2023\n", "ngày 21 tháng 7 năm 2023\n", "chỉ biết “7/2023”"},
	{"date-incomplete", "Bình Minh, ngày 20 tháng 7 năm 2023\n", "", "Bình Minh, ngày 21 tháng 7 năm 2023\n", "Không thấy ngày ban hành"},
	{"title-missing", "KẾ HOẠCH\nTriển khai các mô hình điểm trên địa bàn tỉnh Bình Minh\n", "", "KẾ HOẠCH\nTriển khai các mô hình\n", "tên (trích yếu)"},
	{"issuer-missing", "ỦY BAN NHÂN DÂN\nTỈNH BÌNH MINH\n", "", "UBND TỈNH BÌNH MINH\n", "cơ quan ban hành"},
	{"signer-missing", "\nNguyễn Văn An\n", "", "\nTrần Thị Bình\n", "người ký"},
	{"count-mismatch", "Triển khai 10 mô hình", "Triển khai 12 mô hình", "Triển khai đủ 10 mô hình", "nêu 12 mô hình, đọc được 10"},
	{"count-mismatch", "hành chính (gồm 05 mô hình)", "hành chính (gồm 04 mô hình)", "hành chính (gồm 5 mô hình)", "nêu 4 mô hình, đọc được 5: 1, 2, 3, 4, 5"},
	{"count-mismatch", "II. CÁC MÔ HÌNH ĐIỂM", "II. 11 MÔ HÌNH ĐIỂM", "II. 10 MÔ HÌNH ĐIỂM", "Phần II nêu 11 mô hình, đọc được 10"},
	{"sum-mismatch", "công dân số (gồm 05 mô hình)", "công dân số (gồm 06 mô hình)", "công dân số (gồm 5 mô hình)", "cộng lại là 11 mô hình, kế hoạch nêu 10"},
	{"number-repeated", "Mô hình 4: ", "Mô hình 3: ", "Mô hình 04: ", "Số mô hình 3 dùng 2 lần"},
	{"number-skipped", "Mô hình 4: ", "Mô hình 3: ", "Mô hình 04: ", "không có 4"},
	{"field-number-repeated", "- Mục tiêu: 94% hồ sơ được giải quyết đúng hạn.\n\n- Đơn vị thực hiện:",
		"(1) Mục tiêu: 94% hồ sơ được giải quyết đúng hạn.\n\n(1) Đơn vị thực hiện:",
		"(1) Mục tiêu: 94% hồ sơ được giải quyết đúng hạn.\n\n(2) Đơn vị thực hiện:", "cùng số (1): “Mục tiêu” và “Đơn vị thực hiện”"},
	{"field-repeated", "hiện: Tháng 4/2024.\n", "hiện: Tháng 4/2024.\n\n- Thời gian thực hiện: Tháng 5/2024.\n",
		"hiện: Tháng 4/2024.\n\n- Kinh phí: Ngân sách tỉnh.\n", "“Thời gian thực hiện” hai lần; chỉ đọc lần đầu"},
	{"field-repeated", "- Lực lượng triển khai: Công an cấp xã, 4 công", "- Lực lượng triển khai: Đoàn viên.\n\n- Lực lượng triển khai: Công an cấp xã, 4 công",
		"- Lực lượng triển khai: Đoàn viên, Công an cấp xã, 4 công", "“Lực lượng triển khai” hai lần; đọc cả hai"},
	{"field-repeated", "- Mục tiêu: 94%", "- Mục tiêu: Phục vụ nhân dân.\n\n- Mục tiêu: 94%",
		"- Mục tiêu: Phục vụ nhân dân, 94%", "“Mục tiêu” hai lần; chỉ đọc lần đầu"},
	{"field-missing", "- Thời gian thực hiện: Tháng 4/2024.\n\n", "", "- Thời gian: Tháng 4/2024.\n\n", "Mô hình 4 không có mục “Thời gian” như 9 mô hình khác"},
	{"field-missing", "- Thời gian thực hiện: Tháng 4/2024.\n", "- Thời gian thực hiện: Theo thực tế.\n", "- Thời gian thực hiện: Quý II/2024.\n", "Mô hình 4 có mục “Thời gian” nhưng để trống hoặc không đọc được"},
	{"label-unknown", "hiện: Tháng 4/2024.\n", "hiện: Tháng 4/2024.\n\n- Hiệu quả: Giảm thời gian đi lại.\n", "hiện: Tháng 4/2024 (giảm thời gian đi lại).\n", "“Hiệu quả”"},
	{"label-unusual", "- Thời gian thực hiện: Tháng 4/2024", "- Thời gian hoàn thành: Tháng 4/2024", "- THỜI GIAN THỰC HIỆN: Tháng 4/2024", "ghi “Thời gian hoàn thành”"},
	{"appendix-conflict", "Sở Tư pháp\tTháng 4/2024", "Sở Tư pháp\tTháng 5/2024", "Sở Tư pháp\t4/2024", "về thời gian: “Tháng 4/2024” và “Tháng 5/2024”"},
	{"appendix-conflict", "Sở Tư pháp\tTháng 4/2024", "Sở Y tế\tTháng 4/2024", "Sở Tư pháp tỉnh\tTháng 4/2024", "về cơ quan chủ trì: “Sở Tư pháp” và “Sở Y tế”"},
	{"appendix-missing", "10\tThư viện số\tSở Tư pháp\tTháng 10/2024\n", "", "10\tThư viện số\tSở Tư pháp\t10/2024\n", "Mô hình 10 không có trong phụ lục"},
	{"appendix-missing", "10\tThư viện số\tSở Tư pháp\tTháng 10/2024\n", "10\tThư viện số\tSở Tư pháp\tTháng 10/2024\n11\tVườn số\tSở Tư pháp\tTháng 10/2024\n",
		"10\tThư viện số và vườn số\tSở Tư pháp\tTháng 10/2024\n", "Phụ lục có mô hình 11, thân văn bản không có"},
	{"deadline-outside-period", "hiện: Tháng 4/2024", "hiện: Tháng 4/2026", "hiện: Tháng 4/2025", "sau thời gian thực hiện của kế hoạch (đến 12/2025)"},
	{"deadline-outside-period", "hiện: Tháng 4/2024", "hiện: Tháng 7/2023", "hiện: Tháng 8/2023", "trước thời gian thực hiện của kế hoạch (từ 8/2023)"},
	{"deadline-before-issue", "hiện: Tháng 4/2024", "hiện: Tháng 6/2023", "hiện: Tháng 7/2023", "trước ngày ban hành kế hoạch (20/7/2023)"},
	{"number-two-ways", "1. Công an tỉnh theo dõi", "1. Theo Công văn số 1552/BTTT-THH, Công an tỉnh theo dõi", "1. Theo Công văn số 1552/BTTTT-THH, Công an tỉnh theo dõi", "“1552/BTTTT-THH” và “1552/BTTT-THH”"},
	{"number-two-ways", "Kế hoạch số 15/KH-UBND ngày", "Kế hoạch số 15/KHPH-BCĐ ngày", "Kế hoạch số 15/KH - UBND ngày", "“15/KH-UBND” và “15/KHPH-BCĐ”"},
	{"misread", "Tố giác tội phạm trực tuyến\n\n", "Tổ giác tội phạm trực tuyến\n\n", "Tố giác tội phạm qua mạng\n\n", "“Tổ giác” có lẽ là “tố giác”"},
	{"misread", "tập huấn cho 4 công chức", "tập huấn cho 4 côngg chứức", "tập huấn cho 4 cán bộ, công chức", "“chứức” không phải âm tiết tiếng Việt"},
	{"misread", "Sở Tư pháp tập huấn cho 4 công", "Sở Tư pháp t p huấn cho 4 công", "Sở Tư pháp mở lớp, tập huấn cho 4 công", "“t p” có lẽ là “tập”"},
	{"abbreviation-undefined", "Sở Tư pháp tập huấn cho 4 công", "C06 tập huấn cho 4 công", "Cục Cảnh sát quản lý hành chính về trật tự xã hội (C06) tập huấn cho 4 công", "“C06” không được giải thích"},
	{"agency-merged", "+ Sở Tư pháp tập huấn cho 4 công", "+ Sở Thông tin và Truyền thông tập huấn cho 4 công", "+ Sở Văn hóa và Thể thao tập huấn cho 4 công", "từ 01/3/2025 chức năng thuộc Sở Khoa học và Công nghệ"},
	{"not-understood", "\n\nNơi nhận:", "\n\n2. Việc theo dõi, đôn đốc, tổng hợp, báo cáo kết quả được tiến hành nghiêm túc.\n\nNơi nhận:",
		"\n\n2. Sở Tư pháp theo dõi, đôn đốc, tổng hợp, báo cáo kết quả một cách nghiêm túc.\n\nNơi nhận:", "Chưa đọc được đoạn “Việc theo dõi"},
	{"value-doubtful", "hiện: Tháng 4/2024.", "hiện: Tháng ~4/2024~.", "hiện: Tháng 4/2024.\n\n- ~Kinh~ phí: Ngân sách tỉnh.", "Thời gian đọc từ ảnh quét, có chữ nhận dạng chưa chắc: “4/2024”"},
	{"nothing-read", "", "KẾ HOẠCH\nTriển khai Đề án 06\n\nI. MỤC ĐÍCH\n\n- Phục vụ nhân dân.\n",
		"KẾ HOẠCH\nTriển khai Đề án 06\n\nI. NHIỆM VỤ\n\n1. Công an tỉnh chủ trì tập huấn cho công chức.\n", "Không tìm thấy mô hình, nhiệm vụ hay phân công nào"},
	{"little-understood", "1. Công an tỉnh theo dõi, đôn đốc, tổng hợp báo cáo Ủy ban nhân dân tỉnh.", strings.Repeat("Việc này được tiến hành nghiêm túc, đúng tiến độ, đúng quy định, không để chậm trễ.\n\n", 60),
		"1. Công an tỉnh theo dõi.", "Mới đọc hiểu được"},
	{"timeline-not-read", "hiện: Tháng 4/2024.", "hiện: Theo thực tế.", "hiện: Khi đủ kinh phí.", "“Theo thực tế”"},
	{"timeline-no-year", "hiện: Tháng 4/2024.", "hiện: Trong tháng 4.", "hiện: Trong tháng 4/2024.", "“Trong tháng 4” không nêu năm"},
	{"timeline-several", "hiện: Tháng 4/2024.", "hiện: Tháng 4/2024 khảo sát, tháng 8/2024 vận hành.", "hiện: Khảo sát rồi vận hành tháng 8/2024.", "(Tháng 4/2024; tháng 8/2024)"},
	{"ditto", "Sở Tư pháp\tTháng 4/2024", "nt\tTháng 4/2024", "Sở Tư pháp\t4/2024", "Ô “Chủ trì” ghi “nt”: đọc theo ô ngay trên (“Sở Tư pháp”)"},
	{"refers-elsewhere", "hiện: Sở Tư pháp chủ trì, phối hợp Công an tỉnh.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "hiện: Như mô hình 1.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ",
		"hiện: Không có.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "Mục “Đơn vị thực hiện” ghi “Như mô hình 1”: chỉ dẫn sang chỗ khác"},
	{"agency-unsure", "hiện: Sở Tư pháp chủ trì, phối hợp Công an tỉnh.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "hiện: Sở Tư pháp chủ trì, phối hợp với Công an tỉnh và chủ tàu cá.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ",
		"hiện: Sở Tư pháp chủ trì, phối hợp với Công an tỉnh và trưởng các thôn.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "“chủ tàu cá” được đọc là một cơ quan"},
	{"agencies-joined", "hiện: Sở Tư pháp chủ trì, phối hợp Công an tỉnh.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "hiện: Sở Tư pháp chủ trì, phối hợp với Phòng Kinh tế Hạt Kiểm lâm.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ",
		"hiện: Sở Tư pháp chủ trì, phối hợp với Phòng Kinh tế và Hạt Kiểm lâm.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "“Phòng Kinh tế Hạt Kiểm lâm” được đọc là một cơ quan, đơn vị; có thể là hai"},
	{"agency-not-read", "hiện: Sở Tư pháp chủ trì, phối hợp Công an tỉnh.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "hiện: Khi cần thì bàn.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ",
		"hiện: Không có.\n\n- Phân công nhiệm vụ:\n\n+ Sở Tư pháp tập huấn cho 4 ", "ghi “Khi cần thì bàn”, không đọc được là cơ quan nào"},
	{"impossible-date", "hiện: Tháng 4/2024.", "hiện: 31/4/2024.", "hiện: 30/4/2024.", "“31/4/2024” không có trong lịch"},
}

// TestSoundPlan holds that there is nothing to remark of the sound plan: what the
// provocations bring about is theirs alone.
func TestSoundPlan(t *testing.T) {
	x := extract.Extract(source.NewText("a.txt", sound(t)))
	for _, d := range x.Diagnostics {
		t.Errorf("%s: %s", d.Code, d.Message)
	}
	if got := [3]int{len(x.Models), len(x.Groups), len(x.Appendix)}; got != [3]int{10, 2, 10} {
		t.Errorf("%v models, groups, appendix rows; want 10, 2, 10", got)
	}
}

// TestAnnexOfTasks holds that the rows of the annex of a plan by tasks are nowhere called
// models: the plan has none.
func TestAnnexOfTasks(t *testing.T) {
	text, err := os.ReadFile("../testdata/layouts/khanh-hoa-1102-kh-ubnd.txt")
	if err != nil {
		t.Fatal(err)
	}
	x := extract.Extract(source.NewText("a.txt", string(text)+"9\tTập huấn cho công chức\tSở Tư pháp\tCác sở, ban, ngành\tBáo cáo\tTheo thực tế\n"))
	if len(x.Models) > 0 || len(x.Tasks) == 0 || len(x.Appendix) == 0 {
		t.Fatalf("%d models, %d tasks, %d rows; want none, some and some", len(x.Models), len(x.Tasks), len(x.Appendix))
	}
	for _, d := range x.Diagnostics {
		if strings.Contains(d.Where+d.Message, "ô hình") {
			t.Errorf("%s at %q: %s", d.Code, d.Where, d.Message)
		}
	}
}

// TestDiagnostics holds for every code that its text provokes it and the innocent one
// does not.
func TestDiagnostics(t *testing.T) {
	for _, p := range provocations {
		t.Run(p.code+"/"+p.provokes, func(t *testing.T) {
			text := sound(t, p.words, p.provokes)
			var found []source.Diagnostic
			for _, d := range extract.Extract(scanned(text)).Diagnostics {
				if d.Code == p.code {
					found = append(found, d)
					wellFormed(t, d, text)
				}
			}
			if !slices.ContainsFunc(found, func(d source.Diagnostic) bool { return strings.Contains(d.Message, p.says) }) {
				t.Errorf("want a %s that says %q, got %+v", p.code, p.says, found)
			}
			innocent := extract.Extract(scanned(sound(t, p.words, p.innocent)))
			for _, d := range innocent.Diagnostics {
				if d.Code == p.code {
					t.Errorf("%q provokes: %s", p.innocent, d.Message)
				}
			}
		})
	}
}

// TestConflictOfARepeatedNumber holds that a conflict with the appendix is told at the model
// that it is about, where another of the same number has no such field.
func TestConflictOfARepeatedNumber(t *testing.T) {
	text := sound(t, "hiện: Tháng 4/2024.", "hiện: Tháng 7/2024.", "Mô hình 5: ", "Mô hình 4: ", "- Thời gian thực hiện: Tháng 5/2024.\n\n", "")
	for _, d := range extract.Extract(source.NewText("a.txt", text)).Diagnostics {
		if d.Code == "appendix-conflict" {
			if got := text[d.Span.Start:d.Span.End]; got != "Tháng 7/2024" {
				t.Errorf("%s\nstands at %q", d.Message, got)
			}
			return
		}
	}
	t.Error("no conflict is told")
}

// scanned makes a file of text. Words between "~" are those that a scan's recognition was
// not sure of.
func scanned(text string) *source.File {
	parts := strings.Split(text, "~")
	f := source.NewText("a.txt", strings.Join(parts, ""))
	at := 0
	for i, part := range parts {
		if i%2 == 1 {
			f.Doubts = append(f.Doubts, source.Doubt{Text: part, Span: f.Span(at, at+len(part))})
		}
		at += len(part)
	}
	return f
}

// wellFormed holds what a reader may expect of every remark: a whole sentence, a known
// severity, places that lie in the text.
func wellFormed(t *testing.T, d source.Diagnostic, text string) {
	t.Helper()
	if !strings.HasSuffix(d.Message, ".") || !utf8.ValidString(d.Message) || strings.Contains(d.Message, "%!") || strings.Contains(d.Message, "“”") {
		t.Errorf("%s: not a sentence: %q", d.Code, d.Message)
	}
	if !slices.Contains([]source.Severity{source.Info, source.Warning, source.Error}, d.Severity) {
		t.Errorf("%s: severity %q", d.Code, d.Severity)
	}
	places := d.Related
	if d.Span != nil {
		places = append([]source.Span{*d.Span}, places...)
	}
	for _, s := range places {
		if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
			t.Errorf("%s: %+v is no place in a text of %d bytes", d.Code, s, len(text))
		}
	}
}

// TestEveryCodeIsProvoked holds that no code is declared in package check without a text
// that provokes it, and that no row names a code that is none.
func TestEveryCodeIsProvoked(t *testing.T) {
	codes := declaredCodes(t)
	if len(codes) < 20 {
		t.Fatalf("found only %q", codes)
	}
	for _, c := range codes {
		if !slices.ContainsFunc(provocations, func(p provocation) bool { return p.code == c }) {
			t.Errorf("no text provokes %s", c)
		}
	}
	for _, p := range provocations {
		if !slices.Contains(codes, p.code) {
			t.Errorf("%s is no code", p.code)
		}
	}
}

// declaredCodes are the values of the constants of type Code in package check.
func declaredCodes(t *testing.T) []string {
	var codes []string
	inspect(t, "check/codes.go", func(n ast.Node) {
		if v, ok := n.(*ast.ValueSpec); ok && len(v.Values) == 1 {
			if typ, ok := v.Type.(*ast.Ident); ok && typ.Name == "Code" {
				codes = append(codes, literal(v.Values[0])...)
			}
		}
	})
	return codes
}

// literal returns the value of a string literal, nothing for another expression.
func literal(e ast.Expr) []string {
	if l, ok := e.(*ast.BasicLit); ok && l.Kind == token.STRING {
		if s, err := strconv.Unquote(l.Value); err == nil {
			return []string{s}
		}
	}
	return nil
}

func inspect(t *testing.T, file string, f func(ast.Node)) {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := parser.ParseFile(token.NewFileSet(), file, src, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool { f(n); return true })
}

// TestTaskFields holds what is said of the empty cells of a table of tasks: that they are empty, and what stands above.
func TestTaskFields(t *testing.T) {
	const head = "KẾ HOẠCH\nChuyển đổi số năm 2025\n\nI. NHIỆM VỤ\n\nTT\tNhiệm vụ\tChủ trì\tThời gian\n"
	row := func(n int, who, when string) string {
		return fmt.Sprintf("%d\tSố hóa hồ sơ kho %d\t%s\t%s\n", n, n, who, when)
	}
	rows := row(1, "Văn phòng Sở", "Tháng 3/2025") + row(2, "", "Tháng 4/2025") + row(3, "Phòng Kế hoạch", "Tháng 5/2025") +
		row(4, "Thanh tra Sở", "") + row(5, "Văn phòng Sở", "Tháng 6/2025") + row(6, "Văn phòng Sở", "Tháng 7/2025")
	var got []string
	for _, d := range extract.Extract(source.NewText("a.txt", head+rows)).Diagnostics {
		if d.Code == "field-missing" {
			got = append(got, d.Message)
		}
	}
	want := "Nhiệm vụ I.2 không ghi “Chủ trì” như 5 nhiệm vụ khác; nếu ô gộp với dòng trên thì là “Văn phòng Sở”.\n" +
		"Nhiệm vụ I.4 không ghi “Thời gian” như 5 nhiệm vụ khác; nếu ô gộp với dòng trên thì là “Tháng 5/2025”."
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}
