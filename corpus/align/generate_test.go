package align

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"kehoach/extract/plan"
)

// generator makes plans out of the national list and of other models, each title in
// the plan's own words, and knows where each belongs. Its synonyms are its own, not
// those of data/wordings.txt.
type generator struct {
	rnd    *rand.Rand
	truth  map[string][]string // "PLAN#12" to row
	titles map[string]string
}

func newGenerator(seed uint64) *generator {
	return &generator{rnd: rand.New(rand.NewPCG(seed, 17)), truth: map[string][]string{}, titles: map[string]string{}}
}

// others are models that the national list does not know.
var others = []string{
	"Hệ thống camera giám sát cháy rừng",
	"Ứng dụng truy xuất nguồn gốc nông sản bằng mã QR",
	"Bãi đỗ xe thông minh tại trung tâm thành phố",
	"Cấp đổi giấy phép xây dựng tại nhà cho người cao tuổi",
	"Thư viện số dùng chung cho các trường phổ thông",
	"Quản lý tàu cá bằng thiết bị giám sát hành trình",
	"Chợ 4.0 thanh toán bằng ví điện tử",
	"Tổng hợp ý kiến cử tri qua cổng tương tác",
	"Đặt lịch tiêm chủng trẻ em",
	"Quan trắc chất lượng nước sông",
	"Số hóa di tích và bảo tàng ảo",
	"Sàn giao dịch việc làm vùng biên giới",
	"Theo dõi dịch bệnh gia súc, gia cầm",
	"Hội nghị không giấy tại Hội đồng nhân dân",
	"Cảnh báo lũ quét, sạt lở đất",
	"Đăng ký nghĩa vụ quân sự từ xa",
	"Hóa đơn tiền nước điện tử",
	"Phần mềm chấm công vân tay khối hành chính",
}

// reworded are the wordings that a plan may choose between.
var reworded = [][]string{
	{"dịch vụ công", "DVC", "các dịch vụ công"},
	{"CCCD", "Căn cước công dân", "thẻ CCCD", "thẻ căn cước"},
	{"VNeID", "ứng dụng VNeID", "VneID", "ứng dụng định danh VNeID"},
	{"CSDLQG về dân cư", "Cơ sở dữ liệu quốc gia về dân cư", "CSDLQG về DC", "CSDL quốc gia dân cư"},
	{"TTHC", "thủ tục hành chính"},
	{"an ninh trật tự", "ANTT", "an ninh, trật tự"},
	{"cơ sở khám chữa bệnh", "bệnh viện, trung tâm y tế", "cơ sở khám, chữa bệnh"},
	{"Khám chữa bệnh", "Khám, chữa bệnh", "KCB"},
	{"Đảm bảo", "Bảo đảm"},
	{"Triển khai", "Thực hiện", "Tổ chức triển khai", "Đẩy mạnh"},
	{"Xây dựng", "Thiết lập"},
	{"Kiosk", "KIOSK", "kiốt"},
	{"trực tuyến", "online"},
	{"Phân tích", "Phân tích, đánh giá"},
	{"người dân", "công dân", "nhân dân"},
	{"cán bộ, công chức, viên chức", "CBCCVC", "cán bộ, công chức"},
	{"end user", "end use"},
	{"nền tảng", "hệ thống"},
	{"tố giác", "tổ giác"},
	{"xã hội", "xã hội"},
}

var tails = []string{
	"", "", "", "", " trên địa bàn tỉnh", " (miễn phí)", " phục vụ người dân, doanh nghiệp", " (sử dụng miễn phí trong năm 2023)",
	" theo Đề án 06", " trên địa bàn huyện, thị xã, thành phố", " năm 2024", " giai đoạn 2023-2025",
}

var fillers = []string{"thí điểm", "đồng bộ", "hiện đại", "hiệu quả", "toàn diện", "cấp cơ sở", "bước đầu", "chuyển đổi số"}

func (g *generator) pick(list []string) string { return list[g.rnd.IntN(len(list))] }

// reword says title in other words: synonyms and abbreviations, one word in twelve
// dropped, some put in, a tail added, other case.
func (g *generator) reword(title string) string {
	for _, words := range reworded {
		if g.rnd.IntN(2) == 0 && strings.Contains(title, words[0]) {
			title = strings.Replace(title, words[0], g.pick(words), 1)
		}
	}
	if i := strings.Index(title, " ("); i > 0 && g.rnd.IntN(3) == 0 {
		title = title[:i]
	}
	var kept []string
	for _, w := range strings.Fields(title) {
		if g.rnd.IntN(100) >= 8 {
			kept = append(kept, w)
		}
		if g.rnd.IntN(100) < 3 {
			kept = append(kept, g.pick(fillers))
		}
	}
	title = strings.Join(kept, " ")
	title += g.pick(tails)
	if g.rnd.IntN(8) == 0 {
		title = strings.ToUpper(title)
	}
	return title
}

// plans makes n plans, numbered in their own way.
func (g *generator) plans(n int) []*plan.Extraction {
	out := make([]*plan.Extraction, n)
	for i := range out {
		id := fmt.Sprintf("ke-hoach-%04d", g.rnd.IntN(1_000_000))
		x := newPlan(id)
		add := func(title, row string) {
			m := plan.Model{Number: len(x.Models) + 1, Title: title}
			x.Models = append(x.Models, m)
			g.truth[modelKey(x, &m)] = []string{row}
			g.titles[modelKey(x, &m)] = title
		}
		for _, e := range National.Entries {
			if e.Title != "" && g.rnd.IntN(5) > 0 {
				add(g.reword(e.Title), catalogueID(e.Number))
			}
		}
		for _, k := range g.rnd.Perm(len(others))[:g.rnd.IntN(3)] {
			add(g.reword(others[k]), fmt.Sprint("other ", k))
		}
		out[i] = x
	}
	return out
}
