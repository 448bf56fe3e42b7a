package extract_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A layout is a way of setting out a plan, and what happened to its text on the way.
type layout struct {
	r       *rand.Rand
	form    string // "fields", "prose", "tabs", "bars"
	head    int    // how the head's two columns were flattened
	item    string // what stands before the title of a model
	marks   []string
	labels  map[string]string
	order   []string // of the fields
	both    bool     // one field for who leads and with whom
	alone   bool     // labels alone on a line, bullets below
	apart   bool     // a blank line between paragraphs
	wrap    int      // columns; 0 for none
	numbers bool     // the table has a column of numbers
	damage  string   // "", "nfd", "nbsp", "pages"
}

func newLayout(r *rand.Rand) *layout {
	l := &layout{
		r:       r,
		form:    pick(r, []string{"fields", "fields", "fields", "prose", "tabs", "bars"}),
		head:    r.IntN(4),
		item:    pick(r, []string{"Mô hình %d: ", "Mô hình số %02d. ", "%d. Mô hình: ", "Mô hình thứ %d - ", "%[1]d. Mô hình %[1]d: ", "%d. "}),
		marks:   pick(r, [][]string{{"a) ", "b) ", "c) ", "d) ", "đ) "}, {"- ", "- ", "- ", "- ", "- "}, {"(1) ", "(2) ", "(3) ", "(4) ", "(5) "}, {"", "", "", "", ""}, {"• ", "• ", "• ", "• ", "• "}, {"+ ", "+ ", "+ ", "+ ", "+ "}}),
		order:   []string{"objective", "who", "with", "time", "tools"},
		both:    r.IntN(4) == 0,
		alone:   r.IntN(4) == 0,
		apart:   r.IntN(2) == 0,
		wrap:    pick(r, []int{0, 0, 60, 72, 95}),
		numbers: r.IntN(3) > 0,
		damage:  pick(r, []string{"", "", "", "nfd", "nbsp", "pages"}),
	}
	l.labels = map[string]string{
		"objective": pick(r, []string{"Mục tiêu", "Mục đích"}),
		"who":       pick(r, []string{"Đơn vị chủ trì", "Cơ quan chủ trì", "Chủ trì", "Cơ quan chủ trì thực hiện"}),
		"with":      pick(r, []string{"Đơn vị phối hợp", "Cơ quan phối hợp", "Phối hợp", "Phối hợp thực hiện"}),
		"time":      pick(r, []string{"Thời gian thực hiện", "Thời gian hoàn thành", "Lộ trình", "Tiến độ", "Thời hạn hoàn thành"}),
		"tools":     pick(r, []string{"Công cụ triển khai", "Nền tảng", "Công cụ", "Nền tảng, công cụ"}),
	}
	if l.both {
		l.labels["who"] = pick(r, []string{"Đơn vị thực hiện", "Cơ quan thực hiện", "Đơn vị triển khai"})
		l.order = []string{"objective", "who", "time", "tools"}
	}
	if r.IntN(2) == 0 {
		r.Shuffle(len(l.order), func(i, j int) { l.order[i], l.order[j] = l.order[j], l.order[i] })
	}
	return l
}

// String names the layout, for messages.
func (l *layout) String() string {
	return fmt.Sprintf("%s, head %d, item %q, marks %q, both %v, alone %v, apart %v, wrap %d, damage %q", l.form, l.head, l.item, l.marks[0], l.both, l.alone, l.apart, l.wrap, l.damage)
}

// write sets c out.
func (l *layout) write(c content) string {
	head := l.headLines(c)
	var paras []string
	paras = append(paras, "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
		"I. MỤC ĐÍCH, YÊU CẦU",
		fmt.Sprintf("Triển khai đồng bộ %02d mô hình điểm, bảo đảm thiết thực, hiệu quả.", len(c.models)),
		"II. NỘI DUNG CÁC MÔ HÌNH")
	switch l.form {
	case "fields":
		for _, m := range c.models {
			paras = append(paras, l.fields(m)...)
		}
	case "prose":
		for _, m := range c.models {
			paras = append(paras, l.prose(m))
		}
	default:
		paras = append(paras, l.table(c)...)
	}
	paras = append(paras, "III. TỔ CHỨC THỰC HIỆN",
		"1. Công an tỉnh", "Theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
		"2. Sở Tài chính", "Tham mưu bố trí kinh phí thực hiện.")
	tail := []string{"Nơi nhận:", "- Bộ Công an;", "- Các sở, ban, ngành;", "- Lưu: VT, NC.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", c.signer}
	sep := "\n"
	if l.apart {
		sep = "\n\n"
	}
	for i, p := range paras {
		if !strings.ContainsAny(p, "\t|") {
			paras[i] = l.wrapped(p)
		}
	}
	return l.damaged(strings.Join(head, "\n") + "\n" + sep[1:] + strings.Join(paras, sep) + "\n" + strings.Join(tail, "\n") + "\n")
}

// headLines flattens the two columns of the head.
func (l *layout) headLines(c content) []string {
	place := "TỈNH " + strings.ToUpper(c.province)
	date := fmt.Sprintf("%s, ngày %02d tháng %02d năm %d", c.province, c.day, c.month, c.year)
	republic, motto := "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
	title := []string{"KẾ HOẠCH", c.title()}
	switch l.head {
	case 0: // side by side
		return append([]string{"ỦY BAN NHÂN DÂN        " + republic, place + "        " + motto, "Số: " + c.number + "        " + date, ""}, title...)
	case 1: // one below the other
		return append([]string{"ỦY BAN NHÂN DÂN", place, "-------", republic, motto, "---------------", "Số: " + c.number, date, ""}, title...)
	case 2: // cells
		return append([]string{"ỦY BAN NHÂN DÂN " + place + " | " + republic + " " + motto + " |", "Số: " + c.number + " | " + date + " |", ""}, title...)
	}
	return append([]string{"**ỦY BAN NHÂN DÂN**", "**" + place + "**", "", "**" + republic + "**", motto, "", "Số: " + c.number, "", date, ""}, "**KẾ HOẠCH**", "**"+c.title()+"**", "")
}

// fields sets a model out as labelled fields.
func (l *layout) fields(m item) []string {
	out := []string{fmt.Sprintf(l.item, m.Number) + m.Title}
	for i, f := range l.order {
		values := map[string][]string{"objective": {m.Objective}, "who": m.Lead, "with": m.Cooperating, "time": {m.Timeline["text"].(string)}, "tools": m.tools()}[f]
		if l.both && f == "who" {
			values = []string{pick(l.r, []string{"%s chủ trì, phối hợp với %s", "%s chủ trì; %s phối hợp"})}
			values[0] = fmt.Sprintf(values[0], m.Lead[0], strings.Join(m.Cooperating, ", "))
		}
		if !l.alone {
			out = append(out, l.marks[i]+l.labels[f]+": "+strings.Join(values, "; ")+".")
			continue
		}
		out = append(out, l.marks[i]+l.labels[f]+":")
		for _, v := range values {
			bullet := "- "
			if l.marks[i] == bullet {
				bullet = "+ "
			}
			out = append(out, bullet+v+".")
		}
	}
	return out
}

func (m item) tools() []string {
	var out []string
	for _, t := range m.Tools {
		out = append(out, t["name"])
	}
	return out
}

// prose sets a model out as a paragraph.
func (l *layout) prose(m item) string {
	s := fmt.Sprintf(l.item, m.Number) + m.Title + ". " + m.Objective + ". "
	return s + fmt.Sprintf("Giao %s chủ trì, phối hợp với %s thực hiện bằng %s. Thời gian: %s.", m.Lead[0], strings.Join(m.Cooperating, ", "), strings.Join(m.tools(), " và "), m.Timeline["text"])
}

// table sets the models out as rows.
func (l *layout) table(c content) []string {
	cell := map[string]func(m item) string{
		"objective": func(m item) string { return m.Objective },
		"who": func(m item) string {
			if l.both {
				return m.Lead[0] + " chủ trì, phối hợp với " + strings.Join(m.Cooperating, ", ")
			}
			return m.Lead[0]
		},
		"with":  func(m item) string { return strings.Join(m.Cooperating, "; ") },
		"time":  func(m item) string { return m.Timeline["text"].(string) },
		"tools": func(m item) string { return strings.Join(m.tools(), "; ") },
	}
	row := func(number, title string, f func(string) string) string {
		cells := []string{title}
		if l.numbers {
			cells = []string{number, title}
		}
		for _, k := range l.order {
			cells = append(cells, f(k))
		}
		if l.form == "tabs" {
			return strings.Join(cells, "\t")
		}
		return "| " + strings.Join(cells, " | ") + " |"
	}
	out := []string{row("TT", "Tên mô hình", func(k string) string { return l.labels[k] })}
	for _, m := range c.models {
		out = append(out, row(fmt.Sprint(m.Number), m.Title, func(k string) string { return cell[k](m) }))
	}
	return []string{strings.Join(out, "\n")}
}

// wrapped breaks a paragraph at the layout's width.
func (l *layout) wrapped(p string) string {
	if l.wrap == 0 {
		return p
	}
	var lines []string
	line := ""
	for _, w := range strings.Fields(p) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > l.wrap {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return strings.Join(append(lines, line), "\n")
}

// damaged does to a text what readers and recognisers do.
func (l *layout) damaged(s string) string {
	switch l.damage {
	case "nfd":
		return norm.NFD.String(s)
	case "nbsp":
		words := strings.Split(s, " ")
		for i := range words[1:] {
			if l.r.IntN(12) == 0 {
				words[i] += "\u00a0"
			} else {
				words[i] += " "
			}
		}
		return strings.Join(words, "")
	case "pages":
		var out []string
		page, size := 2, 0
		for _, line := range strings.Split(s, "\n") {
			if size > 1600 { // bytes: a sparsely printed page
				out = append(out, fmt.Sprint(page))
				page, size = page+1, 0
			}
			out = append(out, line)
			size += len(line) + 1
		}
		return strings.Join(out, "\n")
	}
	return s
}
