package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

func conflictColumns() []column {
	return []column{
		{key: "kind", title: "Loại", width: 19, help: "Phần chính khác phụ lục; cảnh báo khi đọc; mô hình chưa chắc ghép đúng hàng."},
		{key: "plan", title: "Kế hoạch", width: 13, help: "Địa phương ban hành kế hoạch."},
		{key: "where", title: "Nơi", width: 13, help: "Mô hình hoặc mục trong văn bản."},
		{key: "field", title: "Trường", width: 11, help: "Trường thông tin có mâu thuẫn."},
		{key: "one", title: "Một nơi nêu", width: 36, help: "Điều phần chính nêu, hoặc mô hình đang xét."},
		{key: "one_place", title: "Nguồn 1", width: 16, help: "Chỗ của điều đó trong tệp."},
		{key: "other", title: "Nơi khác nêu", width: 36, help: "Điều phụ lục nêu, hoặc hàng đang so."},
		{key: "other_place", title: "Nguồn 2", width: 16, help: "Chỗ của điều đó trong tệp."},
		{key: "message", title: "Nhận xét", width: 45, help: "Vì sao cần xem lại."},
	}
}

func fillConflicts(b *book) error {
	s, err := b.open(sheetConflicts, conflictColumns(), 3, nil)
	if err != nil {
		return err
	}
	for i, x := range b.Plans {
		for _, c := range x.Conflicts {
			if err := s.add(b.conflictRow(i, x, c)...); err != nil {
				return err
			}
		}
		for _, d := range x.Diagnostics {
			if d.Severity == source.Info {
				continue
			}
			if err := s.add(b.diagnosticRow(i, x, d)...); err != nil {
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
		if err := s.add(text(kind), text(b.names[d.Plan]), number, text(fieldWords["title"]), text(m.Title), text(place(spanOf(m, "title"))), text(d.RowTitle), cell{}, text(message)); err != nil {
			return err
		}
	}
	return s.close()
}

func (b *book) conflictRow(i int, x *plan.Extraction, c plan.Conflict) []cell {
	where := cell{value: fmt.Sprintf("Mô hình %d", c.Model)}
	var one, other string
	if j := slices.IndexFunc(x.Models, func(m plan.Model) bool { return m.Number == c.Model }); j >= 0 {
		where.look, where.to = link, b.data.row(subject{i, ofModel, j}, c.Field)
		one = place(spanOf(&x.Models[j], c.Field))
	}
	if j := slices.IndexFunc(x.Appendix, func(r plan.AppendixRow) bool { return r.Number == c.Model }); j >= 0 {
		other = place(x.Appendix[j].Span)
	}
	return []cell{text("Phần chính khác phụ lục"), text(b.names[i]), where, text(fieldWords[c.Field]),
		text(c.Body), text(one), text(c.Appendix), text(other), text("Cần hỏi lại cơ quan soạn thảo giá trị nào đúng")}
}

func (b *book) diagnosticRow(i int, x *plan.Extraction, d source.Diagnostic) []cell {
	var quoted, at, related, relatedAt string
	if d.Span != nil {
		quoted, at = shorten(b.quote(x, *d.Span), 300), place(*d.Span)
	}
	if len(d.Related) > 0 {
		related, relatedAt = shorten(b.quote(x, d.Related[0]), 300), place(d.Related[0])
	}
	return []cell{text(severityWords[d.Severity]), text(b.names[i]), text(d.Where), {}, text(quoted), text(at), text(related), text(relatedAt), text(d.Message)}
}
