package xlsx

import (
	"fmt"
	"strings"

	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
)

func taskColumns() []column {
	return []column{
		{key: "plan", title: "Kế hoạch", width: 15, help: "Địa phương ban hành kế hoạch."},
		{key: "id", title: "Ký hiệu", width: 9, help: "Mục, điểm của nhiệm vụ trong văn bản."},
		{key: "text", title: "Nội dung", width: 70, help: "Nội dung như văn bản ghi."},
		{key: "rows", title: "Mô hình cùng nội dung", width: 34, help: "Hàng so sánh có cùng nội dung; chỗ ghép này yếu hơn ghép giữa các mô hình."},
		{key: "lead", title: "Chủ trì", width: 24, help: "Cơ quan chủ trì."},
		{key: "cooperating", title: "Phối hợp", width: 28, help: "Cơ quan phối hợp."},
		{key: "implementing", title: "Thực hiện", width: 24, help: "Cơ quan thực hiện."},
		{key: "timeline", title: "Thời gian", width: 26, help: "Thời gian như văn bản ghi."},
		{key: "time_kind", title: "Loại thời gian", width: 12, help: "Có hạn, trong khoảng, bắt đầu từ, thường xuyên hay chờ điều kiện."},
		{key: "start", title: "Bắt đầu", width: 12, help: "Ngày đầu tiên của thời gian nêu."},
		{key: "end", title: "Hạn", width: 12, help: "Ngày cuối cùng."},
		{key: "product", title: "Sản phẩm", width: 22, help: "Sản phẩm phải có."},
		{key: "place", title: "Nguồn", width: 14, help: "Trang và dòng trong tệp."},
	}
}

func fillTasks(b *book) error {
	s, err := b.open(sheetTasks, taskColumns(), 2, nil)
	if err != nil {
		return err
	}
	same := map[subject][]string{}
	for _, r := range b.Rows {
		for _, t := range r.Weaker {
			key := subject{t.Plan, ofTask, t.Task}
			name := r.Title
			if r.Entry != nil {
				name = fmt.Sprintf("%d. %s", r.Entry.Number, r.Title)
			}
			same[key] = append(same[key], fmt.Sprintf("%s (%.0f%%)", name, 100*t.Similarity))
		}
	}
	for i, x := range b.Plans {
		for j := range x.Tasks {
			t := &x.Tasks[j]
			key := subject{i, ofTask, j}
			id := cell{value: t.ID, look: link, to: b.data.row(key, "text")}
			cells := []cell{text(b.names[i]), id, text(t.Text), text(strings.Join(same[key], "\n")),
				text(agencies(t.Lead)), text(agencies(t.Cooperating)), text(agencies(t.Implementing))}
			cells = append(cells, timelineCells(t.Timeline)...)
			if err := s.add(append(cells, text(deref(t.Product)), text(place(t.Span)))...); err != nil {
				return err
			}
		}
	}
	return s.close()
}

// timelineCells are the words of a timeline, its kind, beginning and end.
func timelineCells(t *plan.Timeline) []cell {
	if t == nil {
		return []cell{{}, {}, {look: day}, {look: day}}
	}
	return []cell{text(t.Text), text(kindWords[t.Kind]), date(calendar.First(t.Start)), date(calendar.Last(t.End))}
}
