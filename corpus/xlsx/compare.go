package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/corpus/align"
	"kehoach/extract/plan"
)

// maxColumns is how many columns a sheet takes; Excel has 16,384. A comparison of more
// plans than fit goes on another sheet.
const maxColumns = 16000

// chunks parts the plans so that blocks of so many columns fit a sheet.
func (b *book) chunks(block int) [][]int {
	var all []int
	for i := range b.Plans {
		all = append(all, i)
	}
	if len(all) == 0 {
		return [][]int{nil}
	}
	return slices.Collect(slices.Chunk(all, maxColumns/block))
}

// eachChunk opens a sheet for every chunk and lets fill write it.
func (b *book) eachChunk(name string, block, frozen int, columns func(plans []int) []column, fill func(*sheet, []int) error) error {
	for i, plans := range b.chunks(block) {
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
		parts = append(parts, dateWords(p.Date))
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
			column{key: "number", title: "Số" + of, width: 8, block: block, page: k > 0, help: help("Số của mô hình trong kế hoạch đó; bấm để tới dòng gốc ở trang “Dữ liệu”.")},
			column{key: "lead", title: "Chủ trì" + of, width: 27, block: block, help: help("Cơ quan chủ trì. Nếu mục của mô hình không nêu thì lấy ở phụ lục, ở đầu việc có người chủ trì, hoặc cơ quan thực hiện, và ghi rõ “(theo phụ lục)”, “(theo phân công)”, “(thực hiện)”. Tô màu nếu khác số đông.")},
			column{key: "cooperating", title: "Phối hợp" + of, width: 27, block: block, help: help("Cơ quan phối hợp.")},
			column{key: "timeline", title: "Thời gian" + of, width: 20, block: block, help: help("Thời gian như văn bản ghi. Tô màu nếu khác số đông.")},
			column{key: "place", title: "Nguồn" + of, width: 18, block: block, help: help("Trang và dòng của mô hình trong tệp.")})
	}
	return list
}

func fillCompare(b *book) error {
	return b.eachChunk(sheetCompare, 5, 2, b.compareColumns, func(s *sheet, plans []int) error {
		few := b.memberCount(plans)*5 <= linkLimit
		if !few {
			b.note(fmt.Sprintf(noteLinks, s.name))
		}
		for _, r := range b.Rows {
			lead, when := b.Differences(r, align.ByLead), b.Differences(r, align.ByTimeline)
			cells := []cell{rowNumber(r), {value: r.Title, look: bold}, verdict(lead), verdict(when), text(b.rowNote(r))}
			for _, p := range plans {
				cells = append(cells, b.block(r, p, lead, when, few)...)
			}
			if err := s.add(cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *book) memberCount(plans []int) int {
	n := 0
	for _, p := range plans {
		n += len(b.Plans[p].Models)
	}
	return n
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

// block is what a plan says in a row; nothing, on grey, where it has no such model.
func (b *book) block(r align.Row, p int, lead, when align.Difference, linked bool) []cell {
	i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
	if i < 0 {
		return b.taskBlock(r, p)
	}
	m := b.Model(r.Members[i])
	s := subject{p, ofModel, r.Members[i].Model}
	to := func(c cell, field string, odd bool) cell {
		if odd {
			c.look = differs
		}
		if c.value != "" {
			c.to = b.data.row(s, field)
			switch c.look {
			case plainText:
				c.look = link
			case differs:
				c.look = differsLink
			}
		}
		if !linked && field != "title" {
			c.to = 0
		}
		return c
	}
	return []cell{
		to(num(m.Number), "title", false),
		to(text(leads(b.Plans[p], m)), leadField(m), odd(lead, i)),
		to(text(partners(b.Plans[p], m)), "cooperating", false),
		to(text(times(b.Plans[p], m)), "timeline", odd(when, i)),
		to(text(place(m.Span)), "title", false),
	}
}

// taskBlock is the task of a plan that does the work of a row, where the plan has no
// models; nothing, on grey, where it has none either.
func (b *book) taskBlock(r align.Row, p int) []cell {
	i := slices.IndexFunc(r.Weaker, func(w align.Weaker) bool { return w.Plan == p })
	if i < 0 {
		empty := cell{value: "–", look: absent}
		return []cell{empty, empty, empty, empty, empty}
	}
	t := &b.Plans[p].Tasks[r.Weaker[i].Task]
	id := cell{value: t.ID, look: link, to: b.data.row(subject{p, ofTask, r.Weaker[i].Task}, "text")}
	from := id
	from.value = place(t.Span)
	return []cell{id, text(agencies(t.Lead)), text(agencies(t.Cooperating)), text(timelineText(t.Timeline)), from}
}

func leadField(m *plan.Model) string {
	if len(m.Lead) > 0 {
		return "lead"
	}
	return "implementing"
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
