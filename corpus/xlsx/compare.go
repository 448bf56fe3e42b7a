package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
)

// maxColumns is how many columns a sheet takes; Excel has 16,384. A comparison of more
// plans than fit goes on another sheet.
const maxColumns = 16000

// share is what a plan takes of a sheet.
type share struct {
	columns int
	links   int // at most, for each place of the plan in a row
}

// chunks parts the plans so that their blocks fit a sheet, with all their links.
func (b *book) chunks(of share) [][]int {
	places := make([]int, len(b.Plans))
	for _, r := range b.Rows {
		for _, m := range r.Members {
			places[m.Plan]++
		}
		for _, t := range r.Weaker {
			places[t.Plan]++
		}
	}
	out := [][]int{nil}
	columns, links := 0, 0
	for i := range b.Plans {
		columns += of.columns
		links += of.links * places[i]
		if columns > maxColumns || links > linkLimit && links > of.links*places[i] {
			out = append(out, nil)
			columns, links = of.columns, of.links*places[i]
		}
		out[len(out)-1] = append(out[len(out)-1], i)
	}
	return out
}

// eachChunk opens a sheet for every chunk and lets fill write it.
func (b *book) eachChunk(name string, of share, frozen int, columns func(plans []int) []column, fill func(*sheet, []int) error) error {
	for i, plans := range b.chunks(of) {
		list := columns(plans)
		if i > 0 {
			name = fmt.Sprintf("%s (%d)", strings.Split(name, " (")[0], i+1)
			for j := range list {
				list[j].help = ""
			}
		}
		s, err := b.open(name, list, frozen, nil)
		if err != nil {
			return err
		}
		if err := fill(s, plans); err != nil {
			return err
		}
		if err := s.close(); err != nil {
			return err
		}
	}
	return nil
}

// planHeading names a plan above its columns: issuer, number, date.
func (b *book) planHeading(i int) string {
	p := &b.Plans[i].Plan
	parts := []string{b.names[i]}
	if p.Number != nil && !strings.Contains(b.names[i], *p.Number) {
		parts = append(parts, *p.Number)
	}
	if p.Date != nil {
		parts = append(parts, calendar.Words(p.Date))
	}
	return strings.Join(parts, " · ")
}

func (b *book) compareColumns(plans []int) []column {
	list := []column{
		{key: "catalogue", title: "Số danh mục", width: 9, help: "Số của mô hình trong danh mục; “ngoài danh mục” nếu danh mục không có."},
		{key: "title", title: "Mô hình", width: 31, help: "Tên trong danh mục; ngoài danh mục thì lấy tên của một kế hoạch."},
		{key: "lead_verdict", title: "Về chủ trì", width: 12, help: "So các kế hoạch có nêu: giống nhau, khác cấp (cùng ngành, khác cấp), khác nhau."},
		{key: "time_verdict", title: "Về thời gian", width: 12, help: "So thời gian của các kế hoạch có nêu."},
		{key: "note", title: "Ghi chú", width: 23, help: "Mô hình gộp, chỗ ghép còn nghi ngờ, nhiệm vụ cùng nội dung của kế hoạch không lập theo mô hình."},
	}
	for k, i := range plans {
		help := func(s string) string {
			if k == 0 {
				return s
			}
			return ""
		}
		of, block := " – "+b.names[i], b.planHeading(i)
		list = append(list,
			column{key: "number", title: "Số" + of, width: 7, block: block, page: true, help: help("Số của mô hình trong kế hoạch đó; bấm để tới dòng gốc ở trang “Dữ liệu”.")},
			column{key: "lead", title: "Chủ trì" + of, width: 25, block: block, help: help("Cơ quan chủ trì. Nếu mục của mô hình không nêu thì lấy ở phụ lục, ở đầu việc có người chủ trì, hoặc cơ quan thực hiện, và ghi rõ “(theo phụ lục)”, “(theo phân công)”, “(thực hiện)”. Tô màu nếu khác số đông.")},
			column{key: "lead_place", title: "Nguồn chủ trì" + of, width: 11, block: block, help: help("Trang và dòng nêu cơ quan chủ trì (cơ quan đầu tiên); bấm để tới dòng gốc ở trang “Dữ liệu”.")},
			column{key: "cooperating", title: "Phối hợp" + of, width: 25, block: block, help: help("Cơ quan phối hợp.")},
			column{key: "cooperating_place", title: "Nguồn phối hợp" + of, width: 11, block: block, help: help("Trang và dòng nêu cơ quan phối hợp đầu tiên; bấm để tới dòng gốc.")},
			column{key: "timeline", title: "Thời gian" + of, width: 18, block: block, help: help("Thời gian như văn bản ghi. Tô màu nếu khác số đông.")},
			column{key: "timeline_place", title: "Nguồn thời gian" + of, width: 11, block: block, help: help("Trang và dòng nêu thời gian; bấm để tới dòng gốc.")})
	}
	return list
}

func fillCompare(b *book) error {
	return b.eachChunk(sheetCompare, share{7, 7}, 2, b.compareColumns, func(s *sheet, plans []int) error {
		for _, r := range b.Rows {
			lead, when := b.Differences(r, align.ByLead), b.Differences(r, align.ByTimeline)
			cells := []cell{rowNumber(r), {value: r.Title, look: bold}, verdict(lead), verdict(when), text(b.rowNote(r))}
			for _, p := range plans {
				cells = append(cells, b.block(r, p, lead, when)...)
			}
			if err := s.add(cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

func verdict(d align.Difference) cell {
	c := cell{value: verdictWords[d.Verdict], look: centre}
	if d.Verdict == align.Differ || d.Verdict == align.Levels {
		c.look = differsWord
	}
	return c
}

// odd reports whether a member says something else than most. Where nothing is said by
// most the word in the column of the verdict says so, and no cell is coloured.
func odd(d align.Difference, member int) bool { return !d.Split && slices.Contains(d.Odd, member) }

// block is what a plan says in a row, each value with its origin; nothing where it has no
// such model.
func (b *book) block(r align.Row, p int, lead, when align.Difference) []cell {
	i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
	if i < 0 {
		return b.taskBlock(r, p)
	}
	x, j := b.Plans[p], r.Members[i].Model
	m := &x.Models[j]
	number := num(m.Number)
	number.to = b.data.row(subject{p, ofModel, j}, "title")
	led, with, timed := b.leadOrigin(p, j), b.partnerOrigin(p, j), b.timeOrigin(p, j)
	return []cell{number,
		linked(leads(x, m), led, odd(lead, i)), led.cell(),
		linked(partners(x, m), with, false), with.cell(),
		linked(times(x, m), timed, odd(when, i)), timed.cell(),
	}
}

// linked is a compared value that leads to its origin where its text can be a link. It is
// not marked as one: its neighbour always is.
func linked(value string, from origin, odd bool) cell {
	c := cell{value: value, to: from.row}
	if odd {
		c.look = differs
	}
	return c
}

// taskBlock is the task of a plan that does the work of a row, where the plan has no
// models; nothing where it has none either.
func (b *book) taskBlock(r align.Row, p int) []cell {
	i := slices.IndexFunc(r.Weaker, func(w align.Weaker) bool { return w.Plan == p })
	if i < 0 {
		empty := cell{value: "–", look: absent}
		return []cell{empty, empty, empty, empty, empty, empty, empty}
	}
	j := r.Weaker[i].Task
	t := &b.Plans[p].Tasks[j]
	id := cell{value: t.ID, look: link, to: b.data.row(subject{p, ofTask, j}, "text")}
	led, with := b.taskOrigin(p, j, "lead", t.Lead), b.taskOrigin(p, j, "cooperating", t.Cooperating)
	var timed origin
	if t.Timeline != nil {
		timed = origin{b.data.row(subject{p, ofTask, j}, "timeline"), t.Timeline.Span}
	}
	return []cell{id, linked(agencies(t.Lead), led, false), led.cell(), linked(agencies(t.Cooperating), with, false), with.cell(),
		linked(timelineText(t.Timeline), timed, false), timed.cell()}
}

// rowNote says what a reader must know of a row.
func (b *book) rowNote(r align.Row) string {
	var notes []string
	for _, m := range r.Members {
		name, number := b.names[m.Plan], b.Model(m).Number
		if m.Merged {
			notes = append(notes, fmt.Sprintf("%s: mô hình %d gộp %s", name, number, b.mergedWith(m)))
		}
		if m.Doubtful {
			notes = append(notes, fmt.Sprintf("%s: mô hình %d cần xem lại (%s)", name, number, strings.Join(m.Why, ", ")))
		}
	}
	for _, t := range r.Weaker {
		notes = append(notes, fmt.Sprintf("%s: nhiệm vụ %s có lẽ cùng nội dung (ghép yếu, %.0f%%)", b.names[t.Plan], b.Plans[t.Plan].Tasks[t.Task].ID, 100*t.Similarity))
	}
	return strings.Join(notes, "\n")
}

// mergedWith names all rows in which a merged model stands.
func (b *book) mergedWith(m align.Member) string {
	var rows []string
	for _, r := range b.Rows {
		for _, o := range r.Members {
			if o.Plan == m.Plan && o.Model == m.Model {
				if r.Entry != nil {
					rows = append(rows, fmt.Sprint(r.Entry.Number))
				} else {
					rows = append(rows, "“"+r.Title+"”")
				}
			}
		}
	}
	return strings.Join(rows, " và ")
}
