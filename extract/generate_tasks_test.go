package extract_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/score"
)

// TestGeneratedTasks is TestGenerated for plans organised by tasks.
func TestGeneratedTasks(t *testing.T) {
	all := &score.Result{Counts: map[string]*score.Counts{}}
	for seed := *firstSeed; seed < *firstSeed+uint64(*seeds); seed++ {
		c := newContent(rand.New(rand.NewPCG(seed, 5)))
		c.subject = "Cải cách hành chính và chuyển đổi số"
		l := newTaskLayout(rand.New(rand.NewPCG(seed, 7)), c)
		text := l.write(c)
		r, err := score.Compare(l.truth(t, c), asJSON(t, read("generated", text)))
		if err != nil {
			t.Fatal(err)
		}
		merge(all, r)
		if r.Micro() < 0.99 && testing.Verbose() {
			t.Logf("seed %d (%s): micro F1 %.4f\n%s", seed, l, r.Micro(), strings.Join(r.Misses, "\n"))
		}
		if r.Micro() < 0.9 || *seeds == 1 {
			t.Errorf("seed %d (%s): micro F1 %.4f, want 0.90 or more\n%s\n%s", seed, l, r.Micro(), strings.Join(r.Misses, "\n"), text)
		}
	}
	t.Logf("%d plans from seed %d\n%s", *seeds, *firstSeed, all)
	if all.Micro() < 0.985 {
		t.Errorf("micro F1 %.4f over all, want 0.985 or more", all.Micro())
	}
}

// someTasks are tasks as plans word them.
var someTasks = []string{
	"Rà soát, cập nhật danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của tỉnh",
	"Xây dựng phương án tái cấu trúc quy trình đối với dịch vụ công trực tuyến toàn trình",
	"Tuyên truyền, hướng dẫn người dân cài đặt và sử dụng tài khoản định danh điện tử",
	"Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
	"Tổ chức tập huấn kỹ năng số cho cán bộ, công chức, viên chức",
	"Làm sạch dữ liệu hộ tịch, đất đai, bảo hiểm với dữ liệu dân cư",
	"Kiểm tra việc bảo đảm an toàn, an ninh thông tin của các hệ thống dùng chung",
	"Triển khai thanh toán không dùng tiền mặt tại các trường học, bệnh viện",
	"Đánh giá mức độ hài lòng của người dân đối với việc giải quyết hồ sơ",
	"Bố trí trang thiết bị cho Bộ phận Một cửa các cấp",
}

// A taskLayout is a layout whose models are tasks.
type taskLayout struct {
	*layout
	tasks    []string // the text of each
	number   string   // what stands before a task
	says     string   // "lines", "line", "brackets", "sentence", "within"
	sayWho   [2]string
	sections [3]string
}

func newTaskLayout(r *rand.Rand, c content) *taskLayout {
	l := &taskLayout{layout: newLayout(r), tasks: several(r, someTasks, len(c.models))}
	l.form = "tasks"
	if l.both { // a label that does not say who leads
		l.labels["who"] = "Cơ quan chủ trì"
	}
	l.number = pick(r, []string{"%d. ", "%d) ", "%c) ", "Nhiệm vụ %d: ", "(%d) ", "%d/ "})
	l.says = pick(r, []string{"lines", "line", "brackets", "sentence", "within", "table"})
	l.sayWho = pick(r, [][2]string{
		{"%s chủ trì, phối hợp với %s", "; thời gian thực hiện: %s"},
		{"Giao %s chủ trì, phối hợp với %s thực hiện", "; thời gian: %s"},
		{"Chủ trì: %s; phối hợp: %s", "; thời gian thực hiện: %s"},
		{"Cơ quan chủ trì: %s; cơ quan phối hợp: %s", "; thời hạn: %s"},
	})
	l.sections = [3]string{"MỤC ĐÍCH, YÊU CẦU", pick(r, []string{"NHIỆM VỤ, GIẢI PHÁP", "NỘI DUNG, NHIỆM VỤ", "NHIỆM VỤ TRỌNG TÂM", "NHIỆM VỤ CỤ THỂ"}), "TỔ CHỨC THỰC HIỆN"}
	return l
}

func (l *taskLayout) String() string {
	return fmt.Sprintf("%s, head %d, section %s, number %q, says %q %q, alone %v, apart %v, wrap %d, damage %q", l.form, l.head, l.section, l.number, l.says, l.sayWho[0], l.alone, l.apart, l.wrap, l.damage)
}

// due is when a task ends, as deadlines are told in sentences.
func due(m item) string { return lowerFirst(m.Timeline["text"].(string)) }

// lowerFirst writes the first letter of s small.
func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// write sets c out.
func (l *taskLayout) write(c content) string {
	paras := []string{"Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
		l.heading(1, l.sections[0]), "Triển khai đồng bộ, bảo đảm thiết thực, hiệu quả.", l.heading(2, l.sections[1])}
	if l.says == "table" {
		paras = append(paras, l.rows(c))
	} else {
		for i, m := range c.models {
			paras = append(paras, l.task(i, m)...)
		}
	}
	paras = append(paras, l.heading(3, l.sections[2]), "1. Công an tỉnh", "Theo dõi, đôn đốc việc thực hiện Kế hoạch này.", "2. Sở Tài chính", "Tham mưu bố trí kinh phí thực hiện.")
	return l.printed(c, paras)
}

// task sets out the i-th task.
func (l *taskLayout) task(i int, m item) []string {
	n := any(i + 1)
	if strings.Contains(l.number, "%c") {
		n = []rune("abcdđeghiklm")[i]
	}
	head := fmt.Sprintf(l.number, n) + l.tasks[i]
	with := strings.Join(m.Cooperating, ", ")
	who, when := fmt.Sprintf(l.sayWho[0], m.Lead[0], with), fmt.Sprintf(l.sayWho[1], due(m))
	switch l.says {
	case "lines":
		return []string{head + ".", "- " + l.labels["who"] + ": " + m.Lead[0] + ".", "- " + l.labels["with"] + ": " + strings.Join(m.Cooperating, "; ") + ".", "- " + l.labels["time"] + ": " + m.Timeline["text"].(string) + "."}
	case "line":
		return []string{head + ".", l.labels["who"] + ": " + m.Lead[0] + "; " + lowerFirst(l.labels["with"]) + ": " + with + "; thời gian thực hiện: " + due(m) + "."}
	case "brackets":
		return []string{head + " (" + who + when + ")."}
	case "within":
		return []string{head + ". " + who + when + "."}
	}
	return []string{head + ".", who + when + "."}
}

// rows sets the tasks out as a table with products.
func (l *taskLayout) rows(c content) string {
	sep, edge := "\t", ""
	if l.both {
		sep, edge = " | ", "|"
	}
	row := func(cells ...string) string {
		return strings.TrimSpace(edge + " " + strings.Join(cells, sep) + " " + edge)
	}
	out := []string{row("STT", "Nội dung nhiệm vụ", l.labels["who"], l.labels["with"], l.labels["time"], "Sản phẩm")}
	for i, m := range c.models {
		out = append(out, row(fmt.Sprint(i+1), l.tasks[i], m.Lead[0], strings.Join(m.Cooperating, ", "), m.Timeline["text"].(string), "Báo cáo"))
	}
	return strings.Join(out, "\n")
}

// text is that of the i-th task: all that its paragraph says up to a label.
func (l *taskLayout) text(i int, m item) string {
	if l.says == "brackets" || l.says == "within" && !strings.Contains(l.sayWho[0], ":") {
		first := l.task(i, m)[0]
		return strings.TrimSuffix(first[strings.Index(first, l.tasks[i]):], ".")
	}
	return l.tasks[i]
}

// truth is the annotation of the plan.
func (l *taskLayout) truth(t *testing.T, c content) []byte {
	var tasks []map[string]any
	for i, m := range c.models {
		tasks = append(tasks, map[string]any{"id": fmt.Sprint(i + 1), "text": l.text(i, m), "lead": m.Lead, "cooperating": m.Cooperating, "timeline": m.Timeline})
	}
	var truth map[string]any
	c.models = nil
	if err := json.Unmarshal(c.truth(t, nil), &truth); err != nil {
		t.Fatal(err)
	}
	plan := truth["plan"].(map[string]any)
	plan["declared_models"] = nil
	truth["tasks"] = tasks
	truth["sections"] = []map[string]string{{"title": l.sections[0]}, {"title": l.sections[1]}, {"title": l.sections[2]}}
	b, err := json.Marshal(truth)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
