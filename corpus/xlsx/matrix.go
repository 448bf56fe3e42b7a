package xlsx

import (
	"slices"

	"kehoach/corpus/align"
)

func (b *book) matrixColumns(plans []int) []column {
	list := []column{
		{key: "catalogue", title: "Số danh mục", width: 9, help: "Số của mô hình trong danh mục."},
		{key: "title", title: "Mô hình", width: 44, help: "Tên của hàng so sánh."},
		{key: "verdict", title: "Nhận xét", width: 13, help: "Các kế hoạch giao cùng một cơ quan hay không."},
	}
	for k, i := range plans {
		c := column{key: "lead", title: b.names[i], width: 27}
		if k == 0 {
			c.help = "Cơ quan chủ trì mô hình trong kế hoạch đó. Gạch ngang: kế hoạch không có mô hình; “không nêu”: có mô hình mà không nói ai chủ trì."
		}
		list = append(list, c)
	}
	return list
}

func fillMatrix(b *book) error {
	return b.eachChunk(sheetMatrix, 1, 2, b.matrixColumns, func(s *sheet, plans []int) error {
		for _, r := range b.Rows {
			if len(r.Members) == 0 {
				continue
			}
			d := b.Differences(r, align.ByLead)
			cells := []cell{rowNumber(r), {value: r.Title, look: bold}, verdict(d)}
			for _, p := range plans {
				cells = append(cells, b.leadCell(r, p, d))
			}
			if err := s.add(cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (b *book) leadCell(r align.Row, p int, d align.Difference) cell {
	i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
	if i < 0 {
		return cell{value: "–", look: absent}
	}
	c := text(leads(b.Plans[p], b.Model(r.Members[i])))
	switch {
	case c.value == "":
		return cell{value: notGiven, look: absent}
	case odd(d, i):
		c.look = differs
	}
	return c
}
