package xlsx

import (
	"fmt"
	"strings"

	"kehoach/extract/plan"
)

func modelColumns() []column {
	return []column{
		{key: "plan", title: "Kế hoạch", width: 15, help: "Địa phương ban hành kế hoạch."},
		{key: "number", title: "Số", width: 7, help: "Số của mô hình trong kế hoạch."},
		{key: "title", title: "Tên mô hình", width: 38, help: "Tên như văn bản ghi."},
		{key: "catalogue", title: "Số danh mục", width: 11, help: "Số của mô hình tương ứng trong danh mục; hai số nếu mô hình gộp hai."},
		{key: "note", title: "Ghi chú", width: 11, help: "Ghi chú đứng giữa số và tên, ví dụ “miễn phí”."},
		{key: "group", title: "Nhóm", width: 26, help: "Nhóm của mô hình trong kế hoạch."},
		{key: "objective", title: "Mục tiêu", width: 44, help: "Mục tiêu như văn bản ghi."},
		{key: "lead", title: "Chủ trì", width: 22, help: "Cơ quan chủ trì, mỗi cơ quan một dòng."},
		{key: "cooperating", title: "Phối hợp", width: 26, help: "Cơ quan phối hợp."},
		{key: "implementing", title: "Thực hiện", width: 22, help: "Cơ quan được nêu là thực hiện mà không nói chủ trì hay phối hợp."},
		{key: "supporting", title: "Hỗ trợ", width: 18, help: "Đơn vị hỗ trợ việc thực hiện."},
		{key: "guiding", title: "Chỉ đạo, hướng dẫn", width: 18, help: "Cơ quan có chỉ đạo, hướng dẫn phải theo."},
		{key: "assign_lead", title: "Phân công chủ trì", width: 58, help: "Các đầu việc có cơ quan chủ trì; tên cơ quan đứng trước."},
		{key: "assign_cooperate", title: "Phân công phối hợp", width: 58, help: "Các đầu việc có cơ quan phối hợp."},
		{key: "assign_implement", title: "Phân công thực hiện", width: 58, help: "Các đầu việc còn lại."},
		{key: "forces", title: "Lực lượng triển khai", width: 30, help: "Lực lượng triển khai, mỗi ý một dòng."},
		{key: "timeline", title: "Thời gian", width: 22, help: "Thời gian như văn bản ghi."},
		{key: "time_kind", title: "Loại thời gian", width: 12, help: "Có hạn, trong khoảng, bắt đầu từ, thường xuyên hay chờ điều kiện."},
		{key: "start", title: "Bắt đầu", width: 12, help: "Ngày đầu tiên của thời gian nêu."},
		{key: "end", title: "Hạn", width: 12, help: "Ngày cuối cùng; hạn theo tháng, quý, năm tính đến ngày cuối."},
		{key: "tools", title: "Công cụ", width: 24, help: "Công cụ triển khai, mỗi công cụ một dòng."},
		{key: "other", title: "Mục khác", width: 26, help: "Các mục có nhãn khác trong văn bản."},
		{key: "place", title: "Nguồn", width: 14, help: "Trang và dòng của mô hình trong tệp."},
	}
}

func fillModels(b *book) error {
	s, err := b.open(sheetModels, modelColumns(), 3, nil)
	if err != nil {
		return err
	}
	rows := b.catalogueNumbers()
	for i, x := range b.Plans {
		groups := map[string]string{}
		for _, g := range x.Groups {
			groups[g.Label] = g.Label + ". " + g.Title
		}
		for j := range x.Models {
			if err := s.add(b.modelRow(subject{i, ofModel, j}, &x.Models[j], rows, groups)...); err != nil {
				return err
			}
		}
	}
	return s.close()
}

// catalogueNumbers lists the rows in which each model stands.
func (b *book) catalogueNumbers() map[subject][]cell {
	out := map[subject][]cell{}
	for _, r := range b.Rows {
		for _, m := range r.Members {
			s := subject{m.Plan, ofModel, m.Model}
			out[s] = append(out[s], rowNumber(r))
		}
	}
	return out
}

func (b *book) modelRow(s subject, m *plan.Model, rows map[subject][]cell, groups map[string]string) []cell {
	number := num(m.Number)
	number.to = b.data.row(s, "title")
	var catalogue cell
	switch list := rows[s]; len(list) {
	case 0:
	case 1:
		catalogue = list[0]
	default:
		var words []string
		for _, c := range list {
			words = append(words, fmt.Sprint(c.value))
		}
		catalogue = cell{value: strings.Join(words, " + "), look: centre}
	}
	group := ""
	if m.Group != nil {
		group = groups[*m.Group]
	}
	cells := []cell{text(b.names[s.plan]), number, {value: m.Title, look: bold}, catalogue, text(deref(m.Note)), text(group), text(deref(m.Objective)),
		text(agencies(m.Lead)), text(agencies(m.Cooperating)), text(agencies(m.Implementing)), text(agencies(m.Supporting)), text(agencies(m.Guiding)),
		text(assignments(m, plan.Lead)), text(assignments(m, plan.Cooperate)), text(assignments(m, plan.Implement)), text(strings.Join(m.Forces, "\n"))}
	cells = append(cells, timelineCells(m.Timeline)...)
	var other []string
	for _, f := range m.Other {
		other = append(other, f.Label+": "+f.Text)
	}
	return append(cells, text(toolNames(m.Tools)), text(strings.Join(other, "\n")), text(place(m.Span)))
}

// assignments lists the duties of one role, the agencies before each.
func assignments(m *plan.Model, role plan.Role) string {
	var list []string
	for _, a := range m.Assignments {
		if a.Role == role {
			line := a.Text
			if names := strings.ReplaceAll(agencies(a.Actors), "\n", ", "); names != "" {
				line = "[" + names + "] " + line
			}
			list = append(list, line)
		}
	}
	return strings.Join(list, "\n")
}
