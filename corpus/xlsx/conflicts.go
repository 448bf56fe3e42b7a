package xlsx

import (
	"fmt"
	"strings"

	"kehoach/corpus/report"
)

func conflictColumns() []column {
	return []column{
		{key: "kind", title: "Loại", width: 20, help: "Mâu thuẫn giữa phần chính và phụ lục, số đếm không khớp, giá trị đáng ngờ, mục để trống, chữ có lẽ viết sai; cuối cùng là các chỗ ghép còn nghi ngờ."},
		{key: "plan", title: "Kế hoạch", width: 13, help: "Địa phương ban hành kế hoạch."},
		{key: "where", title: "Nơi", width: 13, help: "Mô hình hoặc mục trong văn bản."},
		{key: "message", title: "Nội dung", width: 46, help: "Điều cần xem lại."},
		{key: "one_place", title: "Nguồn 1", width: 16, help: "Chỗ thứ nhất trong tệp."},
		{key: "one", title: "Nơi đó viết", width: 38, help: "Trích nguyên văn chỗ thứ nhất."},
		{key: "other_place", title: "Nguồn 2", width: 16, help: "Chỗ thứ hai, nếu hai chỗ nói khác nhau."},
		{key: "other", title: "Nơi khác viết", width: 38, help: "Trích nguyên văn chỗ thứ hai, hoặc tên hàng đang so."},
	}
}

func fillConflicts(b *book) error {
	s, err := b.open(sheetConflicts, conflictColumns(), 3, nil)
	if err != nil {
		return err
	}
	byTheme := map[string][][]cell{}
	for i, x := range b.Plans {
		said := ""
		if b.opt.Text != nil {
			said = b.opt.Text(x)
		}
		for _, t := range report.Audit(x, said) {
			for _, f := range t.Findings {
				byTheme[t.Name] = append(byTheme[t.Name], b.findingRow(i, t.Name, f))
			}
		}
	}
	for _, theme := range report.Faults() { // the others stand in "Cảnh báo"
		for _, row := range byTheme[theme] {
			if err := s.add(row...); err != nil {
				return err
			}
		}
	}
	for _, d := range b.Doubts {
		m := &b.Plans[d.Plan].Models[d.Model]
		kind, message := "Ghép còn nghi ngờ", "Đang ghép vào hàng này"
		if !d.Placed {
			kind, message = "Có thể cùng hàng", "Chưa ghép vào hàng này"
		}
		row := strings.Replace(d.Row, "dm:", "danh mục ", 1)
		message = fmt.Sprintf("%s (%s; giống %.0f%%: %s)", message, row, 100*d.Similarity, strings.Join(d.Why, ", "))
		number := cell{value: fmt.Sprintf("Mô hình %d", m.Number), look: link, to: b.data.row(subject{d.Plan, ofModel, d.Model}, "title")}
		if err := s.add(text(kind), text(b.names[d.Plan]), number, text(message), text(place(spanOf(m, "title"))), text(m.Title), cell{}, text(d.RowTitle)); err != nil {
			return err
		}
	}
	return s.close()
}

func (b *book) findingRow(i int, theme string, f report.Finding) []cell {
	where := text(f.Where)
	for j, m := range b.Plans[i].Models {
		if f.Where == fmt.Sprintf("Mô hình %d", m.Number) {
			where.look, where.to = link, b.data.row(subject{i, ofModel, j}, "title")
		}
	}
	cells := []cell{text(theme), text(b.names[i]), where, text(f.Message), {}, {}, {}, {}}
	for k, q := range f.Quotes[:min(2, len(f.Quotes))] {
		cells[4+2*k], cells[5+2*k] = text(place(q.Span)), text(q.Text)
	}
	return cells
}
