package xlsx

import (
	"slices"

	"kehoach/corpus/align"
)

func (b *book) matrixColumns(plans []int) []column {
	list := []column{
		{key: "catalogue", title: "Số danh mục", width: 9, help: "Số của mô hình trong danh mục."},
		{key: "title", title: "Mô hình", width: 38, help: "Tên của hàng so sánh."},
		{key: "verdict", title: "Nhận xét", width: 13, help: "Các kế hoạch giao cùng một cơ quan hay không."},
	}
	for k, i := range plans {
		number := column{key: "number", title: "Số – " + b.names[i], width: 7, block: b.planHeading(i), page: true}
		c := column{key: "lead", title: "Chủ trì – " + b.names[i], width: 22, block: b.planHeading(i)}
		if k == 0 {
			number.help = "Số của mô hình trong kế hoạch đó; bấm để tới dòng gốc nêu cơ quan chủ trì ở trang “Dữ liệu”."
			c.help = "Cơ quan chủ trì mô hình trong kế hoạch đó. Gạch ngang: kế hoạch không có mô hình; “không nêu”: có mô hình mà không nói ai chủ trì."
		}
		list = append(list, number, c)
	}
	return list
}

func fillMatrix(b *book) error {
	return b.eachChunk(sheetMatrix, share{2, 2}, 2, b.matrixColumns, func(s *sheet, plans []int) error {
		for _, r := range b.Rows {
			if len(r.Members) == 0 {
				continue
			}
			d := b.Differences(r, align.ByLead)
			cells := []cell{rowNumber(r), {value: r.Title, look: bold}, verdict(d)}
			for _, p := range plans {
				cells = append(cells, b.leadCells(r, p, d)...)
			}
			if err := s.add(cells...); err != nil {
				return err
			}
		}
		return nil
	})
}

// leadCells are the number of a model in a plan, which leads to where its lead is named,
// and that lead.
func (b *book) leadCells(r align.Row, p int, d align.Difference) []cell {
	i := slices.IndexFunc(r.Members, func(m align.Member) bool { return m.Plan == p })
	if i < 0 {
		none := cell{value: "–", look: absent}
		return []cell{none, none}
	}
	j := r.Members[i].Model
	number, from := num(b.Model(r.Members[i]).Number), b.leadOrigin(p, j)
	number.to = from.row
	if from.row == 0 {
		number.to = b.data.row(subject{p, ofModel, j}, "title")
		return []cell{number, {value: notGiven, look: absent}}
	}
	return []cell{number, linked(leads(b.Plans[p], b.Model(r.Members[i])), from, odd(d, i))}
}
