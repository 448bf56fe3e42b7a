package xlsx

import (
	"fmt"
	"strings"

	"kehoach/corpus/calendar"
)

// legendColumn is a column that was written, and what it means.
type legendColumn struct{ sheet, title, help string }

func fillLegend(b *book) error {
	s, err := b.open(sheetLegend, []column{
		{key: "part", title: "Phần", width: 24},
		{key: "item", title: "Mục", width: 34},
		{key: "meaning", title: "Nội dung", width: 100},
	}, 1, nil)
	if err != nil {
		return err
	}
	add := func(part, item, meaning string) {
		if err == nil {
			err = s.add(text(part), cell{value: item, look: bold}, text(meaning))
		}
	}
	add("Sổ này", "Ngày lập", b.opt.Date.Format("02/01/2006")+". Trạng thái của các hạn tính theo ngày này.")
	add("Sổ này", "Phần mềm", program(b.opt.Version))
	add("Sổ này", "Danh mục mô hình", fmt.Sprintf("%s: %d mô hình. Mô hình được ghép vào danh mục theo tên, rồi mục tiêu, nhóm và mô hình đứng cạnh; số thứ tự chỉ dùng khi các căn cứ khác ngang nhau.", b.Catalogue.Version, len(b.Catalogue.Entries)))
	for _, e := range b.Catalogue.Entries {
		if e.Title == "" {
			add("Sổ này", fmt.Sprintf("Danh mục số %d", e.Number), "Chưa rõ tên ("+e.Source+"); không tính vào độ phủ.")
		}
	}
	filters := "Không lọc: mọi kế hoạch trong kho."
	if len(b.opt.Filters) > 0 {
		filters = strings.Join(b.opt.Filters, "\n")
	}
	add("Sổ này", "Bộ lọc", filters)
	for i, x := range b.Plans {
		add("Kế hoạch", b.names[i], strings.Join(nonEmpty(strings.Join(x.Plan.Issuers, "; "), deref(x.Plan.Number), calendar.Words(x.Plan.Date), x.Source.Name, "SHA-256 "+x.Source.SHA256), " · "))
	}
	for _, c := range b.Corrections {
		word := "không phải"
		if c.Same {
			word = "là"
		}
		add("Sửa bởi người dùng", fmt.Sprintf("%s, mô hình %d", c.Plan, c.Model), strings.TrimSpace(fmt.Sprintf("%s %s. %s", word, strings.Replace(c.Row, "dm:", "danh mục ", 1), c.Note)))
	}
	for _, g := range [][2]string{
		{"Nền cam nhạt", "Khác với số đông các kế hoạch trong hàng; cột “Về chủ trì”, “Về thời gian” hoặc “Nhận xét” nói bằng chữ. Không có số đông thì không tô ô nào."},
		{"Gạch ngang, “không nêu”", "Kế hoạch không có mô hình, hoặc có mà không nêu giá trị. Không nêu không tính là khác."},
		{"Nền xanh nhạt", "Kế hoạch có mô hình (trang “Độ phủ”)."},
		{"Chữ đỏ", "Hạn đã qua tại ngày lập sổ (trang “Tiến độ”). Nền cam ở trang này: còn dưới 90 ngày."},
		{"Chữ xanh", "Bấm vào để tới dòng gốc ở trang “Dữ liệu”. Ô nhiều dòng không bấm được (LibreOffice không xuống dòng trong liên kết): bấm ô “Nguồn” ngay bên phải, hoặc “Số” ngay bên trái ở trang “Ma trận chủ trì”."},
		{"tr. 1, dòng 12–14; tr. 1, d. 12", "Trang 1, từ dòng 12 đến dòng 14 của tệp đã nạp; đếm từ 1."},
	} {
		add("Quy ước", g[0], g[1])
	}
	for _, n := range b.notes {
		add("Lưu ý", "Giới hạn của Excel", n)
	}
	for _, c := range b.legend {
		add("Trang “"+c.sheet+"”", c.title, c.help)
	}
	if err != nil {
		return err
	}
	return s.close()
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
