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

	section string // what stands before the title of a section
	group   string // of a group of models; "" for none
	line    string // what parts the fields that stand on one line; "" where each has its own
	again   bool   // a table's head is repeated on each page
	open    bool   // no bars stand at the ends of a table's rows
}

func newLayout(r *rand.Rand) *layout {
	l := &layout{
		r:       r,
		form:    pick(r, []string{"fields", "fields", "fields", "prose", "told", "tabs", "bars", "aligned"}),
		head:    r.IntN(4),
		item:    pick(r, []string{"Mô hình %d: ", "Mô hình số %02d. ", "%d. Mô hình: ", "Mô hình thứ %d - ", "%[1]d. Mô hình %[1]d: ", "%d. ", "MH%02d - ", "%d) Mô hình ", "Mô hình %02d - "}),
		marks:   pick(r, [][]string{{"a) ", "b) ", "c) ", "d) ", "đ) "}, {"- ", "- ", "- ", "- ", "- "}, {"(1) ", "(2) ", "(3) ", "(4) ", "(5) "}, {"", "", "", "", ""}, {"• ", "• ", "• ", "• ", "• "}, {"+ ", "+ ", "+ ", "+ ", "+ "}, {"1. ", "2. ", "3. ", "4. ", "5. "}, {"**", "**", "**", "**", "**"}}),
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
	l.section = pick(r, []string{"roman", "roman", "roman", "part", "upper"})
	l.group = pick(r, []string{"", "", "1. Nhóm mô hình ", "a) Nhóm mô hình ", "* Nhóm mô hình ", "**Nhóm mô hình ", "Nhóm 1: Mô hình ", "III.1. Nhóm mô hình "})
	switch counted := strings.HasPrefix(l.item, "%d. ") || strings.HasPrefix(l.item, "%[1]d. "); {
	case counted && strings.HasPrefix(l.group, "1."), counted && l.marks[0] == "1. ":
		l.item = "Mô hình %d: " // else nothing tells one list from the other
	}
	l.line = pick(r, []string{"", "", "", "", "; ", ". "})
	l.open = r.IntN(3) == 0
	l.again = r.IntN(3) == 0 && l.damage != "pages" // which numbers its own
	if r.IntN(2) == 0 {
		r.Shuffle(len(l.order), func(i, j int) { l.order[i], l.order[j] = l.order[j], l.order[i] })
	}
	return l
}

// String names the layout, for messages.
func (l *layout) String() string {
	return fmt.Sprintf("%s, head %d, section %s, group %q, item %q, marks %q, line %q, both %v, alone %v, apart %v, wrap %d, open %v, damage %q", l.form, l.head, l.section, l.group, l.item, l.marks[0], l.line, l.both, l.alone, l.apart, l.wrap, l.open, l.damage)
}

// write sets c out.
func (l *layout) write(c content) string {
	var paras []string
	paras = append(paras, "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
		l.heading(1, "MỤC ĐÍCH, YÊU CẦU"),
		fmt.Sprintf("Triển khai đồng bộ %02d mô hình điểm, bảo đảm thiết thực, hiệu quả.", len(c.models)),
		l.heading(2, "NỘI DUNG CÁC MÔ HÌNH"))
	if l.isTable() {
		paras = append(paras, l.table(c)...)
	} else {
		for i, m := range c.models {
			if i%groupSize == 0 {
				paras = append(paras, l.groupHeading(i/groupSize)...)
			}
			paras = append(paras, l.model(m)...)
		}
	}
	paras = append(paras, l.heading(3, "TỔ CHỨC THỰC HIỆN"),
		"1. Công an tỉnh", "Theo dõi, đôn đốc việc thực hiện Kế hoạch này.",
		"2. Sở Tài chính", "Tham mưu bố trí kinh phí thực hiện.")
	return l.printed(c, paras)
}

// printed puts the head before the paragraphs of a plan and its end behind them.
func (l *layout) printed(c content, paras []string) string {
	tail := []string{"Nơi nhận:", "- Bộ Công an;", "- Các sở, ban, ngành;", "- Lưu: VT, NC.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", c.signer}
	sep := "\n"
	if l.apart {
		sep = "\n\n"
	}
	for i, p := range paras {
		if !strings.ContainsAny(p, "\t|\n") {
			paras[i] = l.wrapped(p)
		}
	}
	return l.damaged(strings.Join(l.headLines(c), "\n") + "\n" + sep[1:] + strings.Join(paras, sep) + "\n" + strings.Join(tail, "\n") + "\n")
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

// heading is the heading of the n-th section.
func (l *layout) heading(n int, title string) string {
	switch l.section {
	case "part":
		return fmt.Sprintf("Phần %s. %s", []string{"I", "II", "III"}[n-1], title)
	case "upper":
		return fmt.Sprintf("%c. %s", 'A'+n-1, title)
	}
	return fmt.Sprintf("%s. %s", []string{"I", "II", "III"}[n-1], title)
}

func (l *layout) isTable() bool { return l.form == "tabs" || l.form == "bars" || l.form == "aligned" }

// groupSize is how many models stand below one heading of a group.
const groupSize = 3

// groups are the groups into which l parts the models of c.
func (l *layout) groups(c content) []group {
	if l.group == "" {
		return nil
	}
	var out []group
	for i, m := range c.models {
		if i%groupSize == 0 {
			out = append(out, group{Title: l.groupTitle(i / groupSize)})
		}
		g := &out[len(out)-1]
		g.Models = append(g.Models, m.Number)
	}
	return out
}

// groupTitle is the title of the n-th group of models, from 0 on.
func (l *layout) groupTitle(n int) string {
	kind := strings.TrimLeft(l.group, "IVX.1a)*: ")
	kind = strings.TrimPrefix(kind, "Nhóm 1: ")
	return kind + []string{"phục vụ giải quyết thủ tục hành chính", "phát triển kinh tế - xã hội", "phục vụ công dân số", "phục vụ chỉ đạo, điều hành"}[n]
}

// groupHeading is the heading of the n-th group of models, from 0 on.
func (l *layout) groupHeading(n int) []string {
	if l.group == "" {
		return nil
	}
	title := l.groupTitle(n)
	mark := l.group[:len(l.group)-len(strings.TrimLeft(l.group, "IVX.1a)*: "))]
	switch {
	case strings.HasPrefix(l.group, "Nhóm 1: "):
		return []string{fmt.Sprintf("Nhóm %d: %s", n+1, title)}
	case mark == "**":
		return []string{mark + title + mark}
	case mark == "a) ":
		return []string{string("abcd"[n]) + ") " + title}
	}
	return []string{strings.Replace(mark, "1", fmt.Sprint(n+1), 1) + title}
}

// model sets a model out below its title or behind it.
func (l *layout) model(m item) []string {
	switch l.form {
	case "prose":
		return []string{l.prose(m)}
	case "told":
		return l.told(m)
	}
	return l.fields(m)
}

// told tells a model in sentences below its title, each as a person would, in any order.
func (l *layout) told(m item) []string {
	title := strings.TrimSuffix(fmt.Sprintf(l.item, m.Number)+m.Title, ".")
	with := strings.Join(m.Cooperating, ", ")
	aim := strings.ToLower(m.Objective[:1]) + m.Objective[1:]
	sentences := []string{
		fmt.Sprintf(pick(l.r, []string{"Giao %s chủ trì, phối hợp với %s thực hiện", "%s chủ trì, %s phối hợp thực hiện", "Đơn vị chủ trì là %s; đơn vị phối hợp là %s", "Chủ trì mô hình là %s; cùng phối hợp có %s", "Việc triển khai do %s chủ trì, có sự phối hợp của %s"}), m.Lead[0], with),
		pick(l.r, []string{"Mục tiêu của mô hình là ", "Mục tiêu là ", "Mô hình hướng tới mục tiêu ", "Mục tiêu đặt ra là "}) + aim,
		pick(l.r, []string{"Thời gian thực hiện: ", "Thời gian: ", "Thời hạn hoàn thành: "}) + m.Timeline["text"].(string),
		pick(l.r, []string{"Công cụ sử dụng gồm ", "Công cụ triển khai là ", "Mô hình sử dụng ", "Nền tảng áp dụng là "}) + strings.Join(m.tools(), " và "),
	}
	l.r.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	return []string{title, strings.Join(sentences, ". ") + "."}
}

// fields sets a model out as labelled fields.
func (l *layout) fields(m item) []string {
	out := []string{fmt.Sprintf(l.item, m.Number) + m.Title}
	var line []string
	for i, f := range l.order {
		values := map[string][]string{"objective": {m.Objective}, "who": m.Lead, "with": m.Cooperating, "time": {m.Timeline["text"].(string)}, "tools": m.tools()}[f]
		if l.both && f == "who" {
			values = []string{pick(l.r, []string{"%s chủ trì, phối hợp với %s", "%s chủ trì; %s phối hợp"})}
			values[0] = fmt.Sprintf(values[0], m.Lead[0], strings.Join(m.Cooperating, ", "))
		}
		mark, close := l.marks[i], ""
		if mark == "**" {
			close = "**"
		}
		if l.line != "" && !l.alone {
			if !strings.HasPrefix(mark, "(") {
				mark = ""
			}
			line = append(line, mark+l.labels[f]+": "+strings.Join(values, ", "))
			continue
		}
		if !l.alone {
			out = append(out, mark+l.labels[f]+":"+close+" "+strings.Join(values, "; ")+".")
			continue
		}
		out = append(out, mark+l.labels[f]+":"+close)
		for _, v := range values {
			bullet := "- "
			if l.marks[i] == bullet {
				bullet = "+ "
			}
			out = append(out, bullet+v+".")
		}
	}
	if len(line) > 0 {
		out = append(out, strings.Join(line, l.line)+".")
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
		switch l.form {
		case "tabs":
			return strings.Join(cells, "\t")
		case "aligned":
			return l.inColumns(cells)
		}
		if l.open {
			return strings.Join(cells, " | ")
		}
		return "| " + strings.Join(cells, " | ") + " |"
	}
	head := row("TT", "Tên mô hình", func(k string) string { return l.labels[k] })
	out := []string{head}
	for i, m := range c.models {
		if i > 0 && i%4 == 0 && l.again {
			out = append(out, fmt.Sprint(1+i/4), head) // the page ends
		}
		if i%groupSize == 0 && l.group != "" {
			out = append(out, l.groupRow(i/groupSize, row))
		}
		out = append(out, row(fmt.Sprint(m.Number), m.Title, func(k string) string { return cell[k](m) }))
	}
	return []string{strings.Join(out, "\n")}
}

// groupRow is the row that heads the n-th group of a table's rows.
func (l *layout) groupRow(n int, row func(number, title string, f func(string) string) string) string {
	label := []string{"I", "II", "III", "IV"}[n]
	switch {
	case l.form == "aligned" && l.numbers:
		return fmt.Sprintf("%-6s%s", label, l.groupTitle(n))
	case l.form == "aligned":
		return label + ". " + l.groupTitle(n)
	case !l.numbers:
		label += ". "
		return row("", label+l.groupTitle(n), func(string) string { return "" })
	}
	return row(label, l.groupTitle(n), func(string) string { return "" })
}

// inColumns prints the cells of a row side by side, each broken at the width of its column.
func (l *layout) inColumns(cells []string) string {
	var columns [][]string
	height := 0
	for k, c := range cells {
		width := 22
		if k == 0 && l.numbers {
			width = 4
		}
		columns = append(columns, strings.Split(brokenAt(c, width), "\n"))
		height = max(height, len(columns[k]))
	}
	var lines []string
	for i := range height {
		line := ""
		for k, column := range columns {
			width := 26
			if k == 0 && l.numbers {
				width = 6
			}
			text := ""
			if i < len(column) {
				text = column[i]
			}
			line += text + strings.Repeat(" ", width-len([]rune(text)))
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	if l.apart {
		lines = append(lines, "")
	}
	return strings.Join(lines, "\n")
}

// wrapped breaks a paragraph at the layout's width.
func (l *layout) wrapped(p string) string {
	if l.wrap == 0 {
		return p
	}
	return brokenAt(p, l.wrap)
}

// brokenAt breaks s into lines of at most width letters where its words allow that.
func brokenAt(s string, width int) string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && len([]rune(line))+1+len([]rune(w)) > width {
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
