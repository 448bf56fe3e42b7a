package xlsx

import (
	"fmt"
	"strings"
	"time"

	"kehoach/corpus/calendar"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// dataRows is how many rows of values a sheet "Dữ liệu" takes; the rest goes on another.
const dataRows = 1_000_000

// subject is what a value is said of.
type subject struct {
	plan  int
	kind  subjectKind
	index int // of the model, task, … in its plan
}

type subjectKind int8

const (
	ofPlan subjectKind = iota
	ofModel
	ofTask
	ofAppendix
	ofDuty
)

var subjectWords = [...]string{"Kế hoạch", "Mô hình", "Nhiệm vụ", "Phụ lục", "Trách nhiệm"}

// datum is one value with all that is known of it.
type datum struct {
	subject
	number     cell   // of the model, or the label of the task
	field      string // as in JSON
	name       string // of the field, for people
	order      int    // from 1, among the values of a field
	value      string
	canonical  string
	start, end time.Time
	span       source.Span
}

// dataIndex knows in which row of "Dữ liệu" the first value of a field stands, and each
// duty. Rows count from 1 over all such sheets, without their heads.
type dataIndex struct {
	rows  map[fieldOf]int32
	total int
}

type fieldOf struct {
	subject
	field string
	order int // from 1
}

func indexData(b *book) *dataIndex {
	d := &dataIndex{rows: map[fieldOf]int32{}}
	b.eachDatum(func(x datum) error {
		if x.order == 1 || x.field == "assignments" {
			d.rows[fieldOf{x.subject, x.field, x.order}] = int32(d.total + 1)
		}
		d.total += len(split(clean(x.value), cellLimit))
		return nil
	})
	return d
}

// row returns the row of the first value of a field, or of the subject's first field.
func (d *dataIndex) row(s subject, field string) int {
	if r, ok := d.rows[fieldOf{s, field, 1}]; ok {
		return int(r)
	}
	return int(d.rows[fieldOf{s, "title", 1}])
}

// nth returns the row of a duty, counted from 1.
func (d *dataIndex) nth(s subject, field string, order int) int {
	return int(d.rows[fieldOf{s, field, order}])
}

func (d *dataIndex) sheetOf(row int) string { return dataSheet((row - 1) / dataRows) }
func (d *dataIndex) rowOf(row int) int      { return (row-1)%dataRows + headingRows + 2 }

func dataSheet(i int) string {
	if i == 0 {
		return sheetData
	}
	return fmt.Sprintf("%s (%d)", sheetData, i+1)
}

func dataColumns() []column {
	return []column{
		{key: "plan", title: "Kế hoạch", width: 18, help: "Địa phương ban hành kế hoạch; hai kế hoạch cùng địa phương thì kèm số, ký hiệu."},
		{key: "kind", title: "Đối tượng", width: 13, help: "Giá trị thuộc về kế hoạch, mô hình, nhiệm vụ, dòng phụ lục hay trách nhiệm của cơ quan."},
		{key: "number", title: "Số", width: 8, help: "Số của mô hình trong kế hoạch của nó, hoặc ký hiệu nhiệm vụ."},
		{key: "field", title: "Trường", width: 19, help: "Tên trường thông tin."},
		{key: "order", title: "Thứ tự", width: 8, help: "Thứ tự của giá trị trong trường (ví dụ cơ quan phối hợp thứ hai)."},
		{key: "value", title: "Giá trị", width: 62, help: "Giá trị đúng như văn bản ghi. Giá trị dài hơn một ô được chia thành nhiều dòng, ghi “phần 1/2”."},
		{key: "part", title: "Phần", width: 8, help: "Phần thứ mấy của giá trị dài; để trống nếu trọn trong một ô."},
		{key: "canonical", title: "Tên đầy đủ", width: 34, help: "Tên cơ quan hoặc công cụ viết đầy đủ, dùng để so sánh."},
		{key: "start", title: "Bắt đầu", width: 12, help: "Ngày đầu tiên của thời gian nêu."},
		{key: "end", title: "Hạn", width: 12, help: "Ngày cuối cùng; hạn theo tháng, quý, năm tính đến ngày cuối."},
		{key: "page", title: "Trang", width: 8, help: "Trang trong tệp; tệp văn bản là một trang."},
		{key: "line", title: "Dòng", width: 8, help: "Dòng đầu tiên trong trang."},
		{key: "end_line", title: "Đến dòng", width: 9, help: "Dòng cuối cùng."},
		{key: "quote", title: "Trích nguyên văn", width: 62, help: "Chữ tại đúng vị trí đó trong tệp gốc, các dòng nối bằng dấu cách; dài hơn 300 chữ cái thì trích phần đầu."},
	}
}

func fillData(b *book) error {
	var s *sheet
	written := 0
	open := func() error {
		columns := dataColumns()
		if written > 0 {
			for i := range columns {
				columns[i].help = ""
			}
		}
		var err error
		s, err = b.open(dataSheet(written/dataRows), columns, 3, nil)
		return err
	}
	if err := open(); err != nil {
		return err
	}
	err := b.eachDatum(func(d datum) error {
		parts := split(clean(d.value), cellLimit)
		for i, p := range parts {
			if written > 0 && written%dataRows == 0 {
				if err := s.close(); err != nil {
					return err
				}
				if err := open(); err != nil {
					return err
				}
			}
			written++
			if err := s.add(b.dataRow(d, p, i, len(parts))...); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.close()
}

func (b *book) dataRow(d datum, value string, part, parts int) []cell {
	cells := []cell{text(b.names[d.plan]), text(subjectWords[d.kind]), d.number, text(d.name), num(d.order), text(value),
		{}, text(d.canonical), date(d.start), date(d.end), {}, {}, {}, {}}
	if parts > 1 {
		cells[6] = text(fmt.Sprintf("phần %d/%d", part+1, parts))
	}
	if d.span.Line > 0 {
		cells[10], cells[11], cells[12] = num(d.span.Page), num(d.span.Line), num(d.span.EndLine)
	}
	if part == 0 {
		cells[13] = text(shorten(b.quote(b.Plans[d.plan], d.span), 300))
	}
	return cells
}

// eachDatum calls do with every value of every plan, in the order of the documents.
func (b *book) eachDatum(do func(datum) error) error {
	for i, x := range b.Plans {
		w := &walk{subject: subject{plan: i}, do: do}
		w.plan(x)
		for j := range x.Models {
			w.subject = subject{i, ofModel, j}
			w.model(&x.Models[j])
		}
		for j := range x.Tasks {
			w.subject = subject{i, ofTask, j}
			w.task(&x.Tasks[j])
		}
		for j := range x.Appendix {
			w.subject = subject{i, ofAppendix, j}
			w.appendix(&x.Appendix[j])
		}
		for j := range x.Responsibilities {
			w.subject = subject{i, ofDuty, j}
			w.duty(&x.Responsibilities[j])
		}
		if w.err != nil {
			return w.err
		}
	}
	return nil
}

// walk goes through the values of one plan.
type walk struct {
	subject
	number cell
	order  int
	field  string
	do     func(datum) error
	err    error
}

func (w *walk) say(field, name string, d datum) {
	if d.value == "" || w.err != nil {
		return
	}
	if field != w.field {
		w.field, w.order = field, 0
	}
	w.order++
	d.subject, d.number, d.field, d.name, d.order = w.subject, w.number, field, name, w.order
	w.err = w.do(d)
}

func (w *walk) text(field, value string, span source.Span) {
	w.say(field, fieldWords[field], datum{value: value, span: span})
}

func (w *walk) agencies(field string, list []plan.Agency) {
	for _, a := range list {
		w.say(field, fieldWords[field], datum{value: a.Name, canonical: a.Canonical, span: a.Span})
	}
}

func (w *walk) timeline(t *plan.Timeline) {
	if t != nil {
		w.say("timeline", fieldWords["timeline"], datum{value: t.Text, canonical: kindWords[t.Kind], start: calendar.First(t.Start), end: calendar.Last(t.End), span: t.Span})
	}
}

func (w *walk) plan(x *plan.Extraction) {
	p := &x.Plan
	w.number = cell{}
	say := func(field, name, value string) {
		w.say(field, name, datum{value: value, span: p.Spans[field]})
	}
	say("title", "Trích yếu", deref(p.Title))
	say("kind", "Loại văn bản", p.Kind)
	say("number", "Số, ký hiệu", deref(p.Number))
	for _, s := range p.Issuers {
		say("issuers", "Cơ quan ban hành", s)
	}
	say("place", "Địa danh", deref(p.Place))
	w.say("date", "Ngày ban hành", datum{value: deref(p.Date), start: calendar.First(p.Date), end: calendar.Last(p.Date), span: p.Spans["date"]})
	if p.DeclaredModels != nil {
		say("declared_models", "Số mô hình khai", fmt.Sprint(*p.DeclaredModels))
	}
	for _, s := range p.Signers {
		w.say("signers", "Người ký", datum{value: strings.Trim(deref(s.Name)+", "+deref(s.Title), ", "), span: s.Span})
	}
	for _, c := range p.LegalBasis {
		w.say("legal_basis", "Căn cứ", datum{value: strings.Join(strings.Fields(c.Kind+" "+deref(c.Number)+" "+deref(c.Issuer)), " "), start: calendar.First(c.Date), end: calendar.Last(c.Date), span: c.Span})
	}
	for _, s := range p.Recipients {
		say("recipients", "Nơi nhận", s)
	}
}

func (w *walk) model(m *plan.Model) {
	w.number = num(m.Number)
	w.text("title", m.Title, spanOf(m, "title"))
	w.text("note", deref(m.Note), spanOf(m, "note"))
	w.text("group", deref(m.Group), spanOf(m, "group"))
	w.text("objective", deref(m.Objective), spanOf(m, "objective"))
	w.agencies("lead", m.Lead)
	w.agencies("cooperating", m.Cooperating)
	w.agencies("implementing", m.Implementing)
	w.agencies("supporting", m.Supporting)
	w.agencies("guiding", m.Guiding)
	for _, a := range m.Assignments {
		w.say("assignments", "Phân công ("+roleWords[a.Role]+")", datum{value: a.Text, canonical: canonical(a.Actors), span: a.Span})
	}
	for _, f := range m.Forces {
		w.text("forces", f, spanOf(m, "forces"))
	}
	w.timeline(m.Timeline)
	for _, t := range m.Tools {
		w.say("tools", fieldWords["tools"], datum{value: t.Name, canonical: t.Canonical, span: t.Span})
	}
	for _, f := range m.Other {
		w.say("other", f.Label, datum{value: f.Text, span: f.Span})
	}
}

func canonical(list []plan.Agency) string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = a.Canonical
	}
	return strings.Join(names, "; ")
}

func (w *walk) task(t *plan.Task) {
	w.number = cell{value: t.ID}
	w.text("text", t.Text, t.Span)
	w.agencies("lead", t.Lead)
	w.agencies("cooperating", t.Cooperating)
	w.agencies("implementing", t.Implementing)
	w.timeline(t.Timeline)
	w.text("product", deref(t.Product), t.Span)
}

func (w *walk) appendix(r *plan.AppendixRow) {
	w.number = num(r.Number)
	w.text("title", r.Title, r.Span)
	w.agencies("lead", r.Lead)
	w.agencies("cooperating", r.Cooperating)
	w.text("forces", deref(r.Forces), r.Span)
	w.timeline(r.Timeline)
	w.text("tools", deref(r.Tools), r.Span)
}

func (w *walk) duty(r *plan.Responsibility) {
	w.number = cell{value: r.Section}
	w.say("title", "Cơ quan", datum{value: r.Agency, span: r.Span})
	for _, item := range r.Items {
		w.say("items", "Trách nhiệm", datum{value: item, canonical: r.Agency, span: r.Span})
	}
}
