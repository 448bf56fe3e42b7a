package xlsx

import (
	"fmt"
	"strings"
	"time"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/corpus/report"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

func summaryColumns() []column {
	return []column{
		{key: "plan", title: "Kế hoạch", width: 17, help: "Địa phương ban hành kế hoạch."},
		{key: "issuers", title: "Cơ quan ban hành", width: 25, help: "Tên đầy đủ của cơ quan ban hành."},
		{key: "number", title: "Số, ký hiệu", width: 17, help: "Số và ký hiệu; “không nêu” nếu văn bản để trống số."},
		{key: "date", title: "Ngày", width: 12, help: "Ngày ban hành; chỉ có tháng hoặc năm nếu văn bản để trống ngày."},
		{key: "level", title: "Cấp", width: 9, help: "Cấp của cơ quan ban hành."},
		{key: "title", title: "Trích yếu", width: 44, help: "Tên gọi của kế hoạch."},
		{key: "period", title: "Thời kỳ", width: 14, help: "Thời kỳ thực hiện mà kế hoạch nêu."},
		{key: "declared", title: "Mô hình khai", width: 9, help: "Tổng số mô hình mà văn bản tự nêu."},
		{key: "found", title: "Mô hình đọc được", width: 10, help: "Số mô hình đọc được từ văn bản; tô màu nếu khác số khai."},
		{key: "tasks", title: "Nhiệm vụ", width: 9, help: "Số nhiệm vụ, với kế hoạch không lập theo mô hình."},
		{key: "coverage", title: "Độ phủ", width: 9, help: "Tỷ lệ mô hình của danh mục mà kế hoạch có."},
		{key: "takes", title: "Có trong danh mục", width: 10, help: "Số mô hình của danh mục mà kế hoạch có, kể cả mô hình gộp."},
		{key: "lacks", title: "Danh mục còn thiếu", width: 20, help: "Số thứ tự trong danh mục của các mô hình kế hoạch không có."},
		{key: "own", title: "Ngoài danh mục", width: 11, help: "Số mô hình không có trong danh mục."},
		{key: "first", title: "Hạn sớm nhất", width: 12, help: "Hạn đầu tiên trong kế hoạch."},
		{key: "last", title: "Hạn muộn nhất", width: 12, help: "Hạn cuối cùng trong kế hoạch."},
		{key: "late", title: "Đã qua hạn", width: 8, help: "Số mô hình, nhiệm vụ có hạn trước ngày lập sổ. Kế hoạch không cho biết việc đã xong hay chưa."},
		{key: "conflicts", title: "Mâu thuẫn", width: 9, help: "Số chỗ phần chính và phụ lục nói khác nhau."},
		{key: "warnings", title: "Cảnh báo", width: 8, help: "Số cảnh báo khi đọc văn bản; chi tiết ở trang “Cảnh báo”."},
		{key: "file", title: "Tệp", width: 26, help: "Tên tệp đã nạp."},
		{key: "place", title: "Nguồn", width: 17, help: "Trang và dòng trong tệp, nơi có giá trị."},
	}
}

func fillSummary(b *book) error {
	models, tasks := 0, 0
	for _, x := range b.Plans {
		models += len(x.Models)
		tasks += len(x.Tasks)
	}
	h := &heading{b.title, fmt.Sprintf(introSummary, b.opt.Date.Format("02/01/2006"), len(b.Plans), models, tasks)}
	s, err := b.open(sheetSummary, summaryColumns(), 1, h)
	if err != nil {
		return err
	}
	for i, x := range b.Plans {
		if err := s.add(b.summaryRow(i, x)...); err != nil {
			return err
		}
	}
	return s.close()
}

func (b *book) summaryRow(i int, x *plan.Extraction) []cell {
	p, c := &x.Plan, b.Coverage[i]
	name := cell{value: b.names[i], look: bold, to: b.data.row(subject{plan: i}, "title")}
	number := text(deref(p.Number))
	if p.Number == nil {
		number = cell{value: notGiven, look: absent}
	}
	level := ""
	if p.Level != nil {
		level = levelWords[*p.Level]
	}
	found := num(len(x.Models))
	declared := cell{}
	if p.DeclaredModels != nil {
		declared = num(*p.DeclaredModels)
		if *p.DeclaredModels != len(x.Models) {
			found.look = differs
		}
	}
	cells := []cell{name, text(strings.Join(p.Issuers, "\n")), number, planDate(p.Date), text(level), text(deref(p.Title)),
		text(calendar.Period(p.Period)), declared, found, num(len(x.Tasks))}
	cells = append(cells, coverageCells(c, len(x.Models) > 0)...)
	from, to, late := deadlines(x, b.opt.Date)
	warnings := 0
	for _, d := range x.Diagnostics {
		if d.Severity != source.Info {
			warnings++
		}
	}
	return append(cells, date(from), date(to), num(late), num(len(x.Conflicts)), num(warnings), text(x.Source.Name), text(place(p.Spans["title"])))
}

func coverageCells(c align.Coverage, models bool) []cell {
	if !models {
		return []cell{{value: "–", look: absent}, num(0), text(""), num(0)}
	}
	return []cell{{value: c.Share(), look: percent}, num(len(c.Takes)), text(report.Numbers(c.Lacks)), num(len(c.Own))}
}

// planDate is a real date where the day is known, else what is known of it.
func planDate(d *plan.Date) cell {
	switch t := calendar.First(d); {
	case t.IsZero():
		return cell{value: notGiven, look: absent}
	case t.Equal(calendar.Last(d)):
		return date(t)
	}
	return cell{value: calendar.Words(d), look: centre}
}

// deadlines returns the first and last deadline of x, and how many are over.
func deadlines(x *plan.Extraction, on time.Time) (from, to time.Time, late int) {
	each := func(t *plan.Timeline) {
		if t == nil {
			return
		}
		if calendar.StateOf(t, on) == calendar.Late {
			late++
		}
		if end := calendar.Last(t.End); !end.IsZero() {
			if from.IsZero() || end.Before(from) {
				from = end
			}
			if end.After(to) {
				to = end
			}
		}
	}
	for i := range x.Models {
		t, _ := align.TimelineOf(x, &x.Models[i])
		each(t)
	}
	for i := range x.Tasks {
		each(x.Tasks[i].Timeline)
	}
	return from, to, late
}
