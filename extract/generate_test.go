package extract_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"kehoach/extract/score"
)

var (
	seeds     = flag.Int("seeds", 48, "how many plans TestGenerated writes and reads")
	firstSeed = flag.Uint64("seed", 1, "the first seed of TestGenerated")
)

// TestGenerated writes plans of known content in layouts and damages drawn at random and
// holds what is read of them to that content. A seed gives the same plan always:
//
//	go test ./extract -run TestGenerated -v -seed 17 -seeds 1
//
// prints the plan of seed 17 and what is read wrong.
func TestGenerated(t *testing.T) {
	all := &score.Result{Counts: map[string]*score.Counts{}}
	for seed := *firstSeed; seed < *firstSeed+uint64(*seeds); seed++ {
		c := newContent(rand.New(rand.NewPCG(seed, 2)))
		l := newLayout(rand.New(rand.NewPCG(seed, 3)))
		text := l.write(c)
		r, err := score.Compare(c.truth(t, l.groups(c)), asJSON(t, read("generated", text)))
		if err != nil {
			t.Fatal(err)
		}
		merge(all, r)
		if r.Micro() < 0.99 && testing.Verbose() {
			t.Logf("seed %d (%s): micro F1 %.4f\n%s", seed, l, r.Micro(), strings.Join(r.Misses, "\n"))
		}
		if least := floors[l.form]; r.Micro() < least || *seeds == 1 {
			t.Errorf("seed %d (%s): micro F1 %.4f, want %.2f or more\n%s\n%s", seed, l, r.Micro(), least, strings.Join(r.Misses, "\n"), text)
		}
	}
	t.Logf("%d plans from seed %d\n%s", *seeds, *firstSeed, all)
	if all.Micro() < 0.985 {
		t.Errorf("micro F1 %.4f over all, want 0.985 or more", all.Micro())
	}
}

// floors are the least micro F1 for each form of a plan.
var floors = map[string]float64{"fields": 0.95, "tabs": 0.95, "bars": 0.95, "aligned": 0.95, "prose": 0.9, "told": 0.9}

// content is what a generated plan says.
type content struct {
	province, number, signer string
	subject                  string // what the title names; "" for models
	day, month, year         int
	models                   []item
}

// An item is one model, in the form of the annotations.
type item struct {
	Number      int                 `json:"number"`
	Title       string              `json:"title"`
	Objective   string              `json:"objective"`
	Lead        []string            `json:"lead"`
	Cooperating []string            `json:"cooperating"`
	Timeline    map[string]any      `json:"timeline"`
	Tools       []map[string]string `json:"tools"`
}

// A group is a heading over some of the models.
type group struct {
	Title  string `json:"title"`
	Models []int  `json:"models"`
}

var (
	someProvinces = []string{"Hà Giang", "Cao Bằng", "Lai Châu", "Sơn La", "Phú Thọ", "Bắc Giang", "Hưng Yên", "Hà Nam", "Ninh Bình", "Quảng Trị", "Bình Định", "Phú Yên", "Gia Lai", "Lâm Đồng", "Tây Ninh", "Đồng Tháp", "An Giang", "Trà Vinh", "Bạc Liêu", "Cà Mau"}
	someTitles    = []string{"Khám chữa bệnh bằng thẻ căn cước", "Số hóa hồ sơ hộ tịch", "Quản lý lưu trú tại khu du lịch", "Cấp phiếu lý lịch tư pháp trực tuyến", "Thanh toán học phí không dùng tiền mặt", "Giám sát sát hạch lái xe", "Tiếp nhận tố giác tội phạm", "Chi trả trợ cấp qua tài khoản", "Phân tích tình hình dân cư", "Truy xuất nguồn gốc nông sản", "Phiên họp trực tuyến của chính quyền xã", "Tuyến phố văn minh, không tiền mặt"}
	someAims      = []string{"Giảm thời gian đi lại, giấy tờ cho người dân", "100% hồ sơ được tiếp nhận trên môi trường điện tử", "Nâng tỷ lệ sử dụng tài khoản định danh lên 70%", "Tạo lập dữ liệu đúng, đủ, sạch, sống phục vụ quản lý", "Phát hiện sớm sai phạm, bảo đảm an ninh, trật tự trên địa bàn tỉnh"}
	someAgencies  = []string{"Công an tỉnh", "Sở Y tế", "Sở Tư pháp", "Sở Nội vụ", "Sở Giáo dục và Đào tạo", "Sở Lao động - Thương binh và Xã hội", "Sở Văn hóa, Thể thao và Du lịch", "Sở Thông tin và Truyền thông", "Bảo hiểm xã hội tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", "Bưu điện tỉnh", "Ủy ban nhân dân các huyện, thành phố", "Cục Thuế tỉnh", "Hội Nông dân tỉnh"}
	someTools     = []string{"VNeID", "Phần mềm ASM", "Camera AI", "Cổng Dịch vụ công quốc gia", "Kiosk", "Hệ thống thông tin giải quyết thủ tục hành chính tỉnh", "Cơ sở dữ liệu quốc gia về dân cư"}
	someSigners   = []string{"Nguyễn Văn Hùng", "Trần Thị Minh Hạnh", "Lê Quang Tiến", "Hoàng Đức Lương"}
)

// someTimes are times as plans print them, and what they mean.
var someTimes = []map[string]any{
	{"text": "30/12/2024", "kind": "deadline", "end": "2024-12-30"},
	{"text": "Trước ngày 15/9/2024", "kind": "deadline", "end": "2024-09-15"},
	{"text": "Tháng 10/2024", "kind": "deadline", "end": "2024-10"},
	{"text": "Quý III/2024", "kind": "deadline", "end": "2024-Q3"},
	{"text": "Trong năm 2024", "kind": "range", "start": "2024", "end": "2024"},
	{"text": "Từ tháng 6/2024 đến tháng 12/2025", "kind": "range", "start": "2024-06", "end": "2025-12"},
	{"text": "Từ năm 2024", "kind": "open", "start": "2024"},
	{"text": "Thực hiện thường xuyên", "kind": "recurring"},
	{"text": "Sau khi có hướng dẫn của Bộ Công an", "kind": "conditional"},
}

func pick[T any](r *rand.Rand, xs []T) T { return xs[r.IntN(len(xs))] }

// several picks n of xs, no two the same.
func several[T any](r *rand.Rand, xs []T, n int) []T {
	var out []T
	for _, i := range r.Perm(len(xs))[:n] {
		out = append(out, xs[i])
	}
	return out
}

func newContent(r *rand.Rand) content {
	c := content{province: pick(r, someProvinces), signer: pick(r, someSigners), day: 1 + r.IntN(28), month: 1 + r.IntN(12), year: 2024}
	c.number = fmt.Sprintf("%d/KH-UBND", 10+r.IntN(900))
	for i, title := range several(r, someTitles, 6+r.IntN(5)) {
		who := several(r, someAgencies, 2+r.IntN(3))
		m := item{Number: i + 1, Title: title, Objective: pick(r, someAims), Lead: who[:1], Cooperating: who[1:], Timeline: pick(r, someTimes)}
		for _, tool := range several(r, someTools, 1+r.IntN(2)) {
			m.Tools = append(m.Tools, map[string]string{"name": tool})
		}
		c.models = append(c.models, m)
	}
	return c
}

func (c content) title() string {
	subject := "Triển khai các mô hình điểm của Đề án 06"
	if c.subject != "" {
		subject = c.subject
	}
	return subject + " trên địa bàn tỉnh " + c.province
}

// truth is the annotation of a generated plan that parts its models into groups.
func (c content) truth(t *testing.T, groups []group) []byte {
	b, err := json.Marshal(map[string]any{
		"plan": map[string]any{
			"kind": "Kế hoạch", "number": c.number, "symbol": "KH-UBND",
			"issuers": []string{"Ủy ban nhân dân tỉnh " + c.province}, "place": c.province,
			"date":  fmt.Sprintf("%d-%02d-%02d", c.year, c.month, c.day),
			"title": c.title(), "level": "province", "locality": map[string]any{"province": c.province},
			"declared_models": len(c.models),
			"signers":         []map[string]string{{"name": c.signer}},
			"recipients":      []string{"Bộ Công an", "Các sở, ban, ngành", "Lưu: VT, NC"},
			"legal_basis":     []map[string]string{{"number": "06/QĐ-TTg", "date": "2022-01-06"}},
		},
		"sections":         []map[string]string{{"title": "MỤC ĐÍCH, YÊU CẦU"}, {"title": "NỘI DUNG CÁC MÔ HÌNH"}, {"title": "TỔ CHỨC THỰC HIỆN"}},
		"groups":           groups,
		"models":           c.models,
		"responsibilities": []map[string]string{{"agency": "Công an tỉnh"}, {"agency": "Sở Tài chính"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
