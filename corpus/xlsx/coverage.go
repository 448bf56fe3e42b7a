package xlsx

import (
	"fmt"
	"slices"

	"kehoach/corpus/align"
)

func (b *book) coverageColumns(plans []int) []column {
	list := []column{
		{key: "catalogue", title: "Số danh mục", width: 9, help: "Số của mô hình trong danh mục."},
		{key: "group", title: "Nhóm", width: 30, help: "Nhóm trong danh mục, hoặc trong kế hoạch."},
		{key: "title", title: "Mô hình", width: 48, help: "Tên trong danh mục; sau danh mục là các mô hình danh mục không có."},
		{key: "count", title: "Số kế hoạch có", width: 10, help: "Bao nhiêu kế hoạch trong sổ có mô hình này."},
	}
	for k, i := range plans {
		c := column{key: "number", title: b.names[i], width: 13, page: true}
		if k == 0 {
			c.help = "Số của mô hình trong kế hoạch đó; “gộp 24”: nằm trong mô hình 24 cùng mô hình khác; “nhiệm vụ …”: chỉ có nhiệm vụ có lẽ cùng nội dung, không tính vào độ phủ; “–”: kế hoạch không có."
		}
		list = append(list, c)
	}
	return list
}

func fillCoverage(b *book) error {
	byEntry := map[*align.Entry]align.Row{}
	var others []align.Row
	for _, r := range b.Rows {
		if r.Entry == nil {
			others = append(others, r)
		} else {
			byEntry[r.Entry] = r
		}
	}
	return b.eachChunk(sheetCoverage, share{1, 1}, 3, b.coverageColumns, func(s *sheet, plans []int) error {
		for i := range b.Catalogue.Entries {
			e := &b.Catalogue.Entries[i]
			r := byEntry[e]
			r.Entry, r.Title, r.Group = e, e.Title, e.Group
			if err := s.add(b.coverageRow(r, plans)...); err != nil {
				return err
			}
		}
		for _, r := range others {
			if err := s.add(b.coverageRow(r, plans)...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *book) coverageRow(r align.Row, plans []int) []cell {
	name := cell{value: r.Title, look: bold}
	unknown := r.Entry != nil && r.Title == ""
	if unknown {
		name = cell{value: fmt.Sprintf("(danh mục có số %d nhưng chưa rõ tên)", r.Entry.Number), look: absent}
	}
	cells := []cell{rowNumber(r), text(r.Group), name, num(len(r.Members))}
	for _, p := range plans {
		i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
		switch {
		case unknown:
			cells = append(cells, cell{value: "chưa rõ", look: absent})
		case i < 0:
			none := "–"
			if r.Entry != nil && slices.Contains(b.Coverage[p].Takes, r.Entry.Number) {
				none = "ngoài bộ lọc"
			}
			cells = append(cells, b.taskOr(r, p, none))
		case r.Members[i].Merged:
			cells = append(cells, cell{value: fmt.Sprintf("gộp %d", b.Model(r.Members[i]).Number), look: has, to: b.data.row(subject{p, ofModel, r.Members[i].Model}, "title")})
		default:
			cells = append(cells, cell{value: b.Model(r.Members[i]).Number, look: has, to: b.data.row(subject{p, ofModel, r.Members[i].Model}, "title")})
		}
	}
	return cells
}

// taskOr names the task of a plan that does the work of a row, or says that there is none.
func (b *book) taskOr(r align.Row, p int, none string) cell {
	for _, t := range r.Weaker {
		if t.Plan == p {
			return cell{value: "nhiệm vụ " + b.Plans[p].Tasks[t.Task].ID, look: absent, to: b.data.row(subject{p, ofTask, t.Task}, "text")}
		}
	}
	return cell{value: none, look: absent}
}
