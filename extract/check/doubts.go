package check

import (
	"slices"
	"strings"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// doubts remarks on fields in whose values there are words that the recognition of a scan
// is not sure of, one remark for each.
func (c *checker) doubts(words []source.Doubt) {
	if len(words) == 0 {
		return
	}
	c.doubtsOfPlan(words)
	for i := range c.x.Models {
		c.doubtsOfModel(words, &c.x.Models[i])
	}
	for i := range c.x.Tasks {
		t := &c.x.Tasks[i]
		where := "Nhiệm vụ " + t.ID
		c.doubt(words, where, "Nội dung", t.Span)
		c.doubt(words, where, "Cơ quan thực hiện", places(t.Lead, t.Cooperating, t.Implementing)...)
		c.doubt(words, where, "Thời gian", timeOf(t.Timeline)...)
	}
	for i := range c.x.Responsibilities {
		r := &c.x.Responsibilities[i]
		c.doubt(words, r.Section, "Trách nhiệm của "+r.Agency, r.Span)
	}
	for i := range c.x.Appendix {
		r := &c.x.Appendix[i]
		c.doubt(words, NameRow(c.x, r.Number), "Dòng phụ lục", r.Span)
	}
}

// planFields are the fields of a plan by which it is found and told from others.
var planFields = []struct{ key, name string }{
	{"number", "Số, ký hiệu"}, {"date", "Ngày ban hành"}, {"issuers", "Cơ quan ban hành"}, {"kind", "Loại văn bản"},
	{"title", "Trích yếu"}, {"period", "Thời gian của kế hoạch"}, {"declared_models", "Tổng số mô hình"}, {"signers", "Người ký"},
	{"recipients", "Nơi nhận"},
}

func (c *checker) doubtsOfPlan(words []source.Doubt) {
	words = slices.DeleteFunc(slices.Clone(words), func(w source.Doubt) bool { return w.Text == source.Unread }) // head tells of those
	for _, f := range planFields {
		c.doubt(words, "", f.name, c.x.Plan.Spans[f.key])
	}
	var basis []source.Span
	for _, b := range c.x.Plan.LegalBasis {
		basis = append(basis, b.Span)
	}
	c.doubt(words, "", "Căn cứ", basis...)
}

func (c *checker) doubtsOfModel(words []source.Doubt, m *plan.Model) {
	where := model(m.Number)
	c.doubt(words, where, "Tên", m.Spans["title"])
	c.doubt(words, where, "Mục tiêu", m.Spans["objective"])
	c.doubt(words, where, "Đơn vị thực hiện", places(m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding)...)
	var duties, tools []source.Span
	for _, a := range m.Assignments {
		duties = append(duties, a.Span)
	}
	for _, t := range m.Tools {
		tools = append(tools, t.Span)
	}
	c.doubt(words, where, "Phân công", duties...)
	c.doubt(words, where, "Lực lượng", m.Spans["forces"])
	c.doubt(words, where, "Thời gian", timeOf(m.Timeline)...)
	c.doubt(words, where, "Công cụ", tools...)
}

func places(lists ...[]plan.Agency) (spans []source.Span) {
	for _, l := range lists {
		for _, a := range l {
			spans = append(spans, a.Span)
		}
	}
	return spans
}

func timeOf(t *plan.Timeline) []source.Span {
	if t == nil {
		return nil
	}
	return []source.Span{t.Span}
}

// doubt remarks on a field whose values stand at the spans, where words of them are not
// sure.
func (c *checker) doubt(words []source.Doubt, where, field string, spans ...source.Span) {
	var at source.Span
	var said []string
	for _, s := range spans {
		for _, w := range wordsIn(words, s) {
			at = at.Union(w.Span)
			if !slices.Contains(said, w.Text) {
				said = append(said, w.Text)
			}
		}
	}
	if len(said) == 0 {
		return
	}
	c.say(ValueDoubtful, where, at, "%s đọc từ ảnh quét, có chữ nhận dạng chưa chắc: “%s”; cần đối chiếu với bản gốc.", field, strings.Join(said, "”, “"))
}

// wordsIn returns the words that stand in a span. They are in order.
func wordsIn(words []source.Doubt, s source.Span) []source.Doubt {
	if s.IsZero() {
		return nil
	}
	from, _ := slices.BinarySearchFunc(words, s.Start, func(w source.Doubt, at int) int { return w.Span.Start - at })
	to := from
	for to < len(words) && words[to].Span.Start < s.End {
		to++
	}
	return words[from:to]
}
