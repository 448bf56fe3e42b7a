package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"kehoach/corpus/align"
	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
)

func progressColumns() []column {
	return []column{
		{key: "end", title: "Hạn", width: 12, help: "Ngày cuối cùng; hạn theo tháng, quý, năm tính đến ngày cuối của tháng, quý, năm."},
		{key: "state", title: "Trạng thái", width: 17, help: "So với ngày lập sổ. “Đã qua hạn” chỉ nói về ngày tháng; kế hoạch không cho biết việc đã xong hay chưa."},
		{key: "plan", title: "Kế hoạch", width: 14, help: "Địa phương ban hành kế hoạch."},
		{key: "number", title: "Số", width: 8, help: "Số của mô hình hoặc ký hiệu nhiệm vụ; bấm để tới trang “Dữ liệu”."},
		{key: "title", title: "Mô hình, nhiệm vụ", width: 42, help: "Tên mô hình hoặc phần đầu nội dung nhiệm vụ (đủ ở trang “Nhiệm vụ”)."},
		{key: "lead", title: "Chủ trì", width: 21, help: "Cơ quan chủ trì."},
		{key: "timeline", title: "Văn bản ghi", width: 26, help: "Thời gian như văn bản ghi."},
		{key: "kind", title: "Loại", width: 11, help: "Có hạn, trong khoảng, bắt đầu từ, thường xuyên hay chờ điều kiện."},
		{key: "start", title: "Bắt đầu", width: 12, help: "Ngày đầu tiên, nếu văn bản nêu."},
		{key: "hedged", title: "Dự kiến", width: 8, help: "Văn bản có nói “dự kiến”."},
		{key: "waits", title: "Chờ ai", width: 16, help: "Cơ quan hoặc mô hình mà việc này chờ."},
		{key: "place", title: "Nguồn", width: 16, help: "Trang và dòng trong tệp."},
	}
}

var stateWords = map[calendar.State]string{
	calendar.Late: stateLate, calendar.Soon: stateSoon, calendar.Ahead: stateAhead,
	calendar.Unlimited: stateOpen, calendar.Recurring: stateRecurring, calendar.Waiting: stateWaiting,
}

// due is a timeline and whose it is.
type due struct {
	subject
	timeline    *plan.Timeline
	number      cell
	title, lead string
	end         time.Time
}

// dues lists all timelines, those with a last day first, by that day.
func (b *book) dues() []due {
	var list []due
	for i, x := range b.Plans {
		for j := range x.Models {
			m := &x.Models[j]
			if t, _ := align.TimelineOf(x, m); t != nil {
				list = append(list, due{subject{i, ofModel, j}, t, num(m.Number), m.Title, leads(x, m), calendar.Last(t.End)})
			}
		}
		for j := range x.Tasks {
			if t := &x.Tasks[j]; t.Timeline != nil {
				list = append(list, due{subject{i, ofTask, j}, t.Timeline, text(t.ID), shorten(t.Text, 160), agencies(t.Lead), calendar.Last(t.Timeline.End)})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b due) int {
		if a.end.IsZero() != b.end.IsZero() {
			if a.end.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.end.Compare(b.end), cmp.Compare(a.timeline.Kind, b.timeline.Kind))
	})
	return list
}

func fillProgress(b *book) error {
	list := b.dues()
	s, err := b.open(sheetProgress, progressColumns(), 0, nil)
	if err != nil {
		return err
	}
	for _, d := range list {
		if err := s.add(b.dueRow(d)...); err != nil {
			return err
		}
	}
	if err := b.stateColours(s); err != nil {
		return err
	}
	if err := b.quarterChart(s, b.quarters(list)); err != nil {
		return err
	}
	return s.close()
}

func (b *book) dueRow(d due) []cell {
	t := d.timeline
	number := d.number
	number.to = b.data.row(d.subject, "timeline")
	if d.kind == ofModel {
		number.to = b.timeOrigin(d.plan, d.index).row
	}
	hedged := ""
	if t.Hedged {
		hedged = "dự kiến"
	}
	waits := slices.Clone(t.WaitsOn)
	if t.WaitModel != nil {
		waits = append(waits, fmt.Sprintf("mô hình %d", *t.WaitModel))
	}
	return []cell{date(d.end), {value: stateWords[calendar.StateOf(t, b.opt.Date)], look: centre}, text(b.names[d.plan]), number,
		text(d.title), text(d.lead), text(t.Text), text(kindWords[t.Kind]), date(calendar.First(t.Start)), {value: hedged, look: centre},
		text(strings.Join(waits, "\n")), text(place(t.Span))}
}

// stateColours marks the rows that are late, in ink, and soon late, in colour: where most
// are late, a colour would be a wall.
func (b *book) stateColours(s *sheet) error {
	state := s.column("state")
	if state == 0 || s.row <= s.headRow {
		return nil
	}
	letter, err := excelize.ColumnNumberToName(state)
	if err != nil {
		return err
	}
	var rules []excelize.ConditionalFormatOptions
	for _, r := range []struct {
		word  string
		style excelize.Style
	}{{stateLate, excelize.Style{Font: &excelize.Font{Bold: true, Color: lateInk}}}, {stateSoon, excelize.Style{Fill: fill(soonFill)}}} {
		id, err := b.file.NewConditionalStyle(&r.style)
		if err != nil {
			return err
		}
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Criteria: fmt.Sprintf(`$%s%d="%s"`, letter, s.headRow+1, r.word), Format: &id})
	}
	for _, col := range []int{state, s.column("end")} {
		if col > 0 {
			if err := b.file.SetConditionalFormat(s.name, at(col, s.headRow+1)+":"+at(col, s.row), rules); err != nil {
				return err
			}
		}
	}
	return nil
}

const maxSeries = 6 // plans that a chart can still tell apart

// quarters counts the deadlines of each quarter, a column a plan, or all in one where
// there are many. The first row is its head.
func (b *book) quarters(list []due) [][]cell {
	counts := map[string]map[int]int{}
	var from, to time.Time
	for _, d := range list {
		if d.end.IsZero() {
			continue
		}
		if from.IsZero() || d.end.Before(from) {
			from = d.end
		}
		if d.end.After(to) {
			to = d.end
		}
		q := calendar.Quarter(d.end)
		if counts[q] == nil {
			counts[q] = map[int]int{}
		}
		counts[q][d.plan]++
	}
	if from.IsZero() {
		return nil
	}
	heads := []cell{{value: "Quý", look: head}}
	if len(b.Plans) > maxSeries {
		heads = append(heads, cell{value: "Số hạn", look: head})
	} else {
		for _, n := range b.names {
			heads = append(heads, cell{value: n, look: head})
		}
	}
	rows := [][]cell{heads}
	for t := time.Date(from.Year(), (from.Month()-1)/3*3+1, 1, 0, 0, 0, 0, time.UTC); !t.After(to) && len(rows) <= 80; t = t.AddDate(0, 3, 0) {
		q := calendar.Quarter(t)
		row := []cell{{value: q, look: centre}}
		if len(b.Plans) > maxSeries {
			sum := 0
			for _, n := range counts[q] {
				sum += n
			}
			row = append(row, count(sum))
		} else {
			for i := range b.Plans {
				row = append(row, count(counts[q][i]))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// quarterChart draws the deadlines of each quarter.
func (b *book) quarterChart(s *sheet, side [][]cell) error {
	if len(side) < 2 {
		return nil
	}
	row := s.numbersRow()
	c := &excelize.Chart{Type: excelize.ColStacked, Title: chartTitle("Số hạn phải xong theo quý"), Legend: excelize.ChartLegend{Position: "bottom"},
		YAxis: excelize.ChartAxis{MajorGridLines: true}}
	for i := 1; i < len(side[0]); i++ {
		c.Series = append(c.Series, excelize.ChartSeries{Name: s.ref(1+i, row, row), Categories: s.ref(1, row+1, row+len(side)-1),
			Values: s.ref(1+i, row+1, row+len(side)-1), Fill: fill(chartInks[(i-1)%len(chartInks)])})
	}
	if most := tallest(side[1:]); most <= 10 {
		c.YAxis.MajorUnit = 1 // no half a deadline
	}
	return s.chart(c, side)
}

// tallest is the greatest sum of a row of counts.
func tallest(rows [][]cell) int {
	most := 0
	for _, row := range rows {
		sum := 0
		for _, c := range row[1:] {
			if n, ok := c.value.(int); ok {
				sum += n
			}
		}
		most = max(most, sum)
	}
	return most
}
