package check

import (
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// fieldNames are the fields that a reader expects, in Vietnamese.
var fieldNames = []struct {
	key, name string
	has       func(m *plan.Model) bool
}{
	{"objective", "Mục tiêu", func(m *plan.Model) bool { return m.Objective != nil }},
	{"executing", "Đơn vị thực hiện", func(m *plan.Model) bool { return len(m.Lead)+len(m.Cooperating)+len(m.Implementing) > 0 }},
	{"assignments", "Phân công nhiệm vụ", func(m *plan.Model) bool { return len(m.Assignments) > 0 }},
	{"forces", "Lực lượng triển khai", func(m *plan.Model) bool { return len(m.Forces) > 0 }},
	{"timeline", "Thời gian", func(m *plan.Model) bool { return m.Timeline != nil }},
	{"tools", "Công cụ", func(m *plan.Model) bool { return len(m.Tools) > 0 }},
}

// fields remarks on fields that a model lacks though four of five others have them. A
// field that is there is not called missing, though nothing was read of it.
func (c *checker) fields() {
	n := len(c.x.Models)
	if n < 3 {
		return
	}
	for _, f := range fieldNames {
		have := 0
		for i := range c.x.Models {
			if f.has(&c.x.Models[i]) {
				have++
			}
		}
		if have*5 < n*4 {
			continue
		}
		for i := range c.x.Models {
			m := &c.x.Models[i]
			if f.has(m) {
				continue
			}
			if at := m.Spans[f.key]; !at.IsZero() {
				c.say(FieldMissing, model(m.Number), at, "Mô hình %d có mục “%s” nhưng để trống hoặc không đọc được.", m.Number, f.name)
				continue
			}
			c.say(FieldMissing, model(m.Number), m.Spans["title"], "Mô hình %d không có mục “%s” như %d mô hình khác.", m.Number, f.name, have)
		}
	}
}

// fieldsOfTasks are those of a task, each with what it says.
var fieldsOfTasks = []struct {
	name string
	says func(t *plan.Task) string
}{
	{"Chủ trì", func(t *plan.Task) string {
		var names []string
		for _, a := range append(append([]plan.Agency{}, t.Lead...), t.Implementing...) {
			names = append(names, a.Name)
		}
		return strings.Join(names, "; ")
	}},
	{"Thời gian", func(t *plan.Task) string {
		if t.Timeline == nil {
			return ""
		}
		return t.Timeline.Text
	}},
}

// taskFields remarks on tasks that do not say who or when though four of five others do. Of the rows of a table it says
// what stands above: the cell may have been merged with that one, which nothing in a text tells.
func (c *checker) taskFields() {
	n := len(c.x.Tasks)
	if n < 3 {
		return
	}
	rows := map[int]bool{} // the bytes at which rows of tables begin
	for _, p := range c.o.Paras {
		if p.Cells != nil {
			rows[p.Whole().Start] = true
		}
	}
	for _, f := range fieldsOfTasks {
		have := 0
		for i := range c.x.Tasks {
			if f.says(&c.x.Tasks[i]) != "" {
				have++
			}
		}
		if have*5 < n*4 {
			continue
		}
		for i := range c.x.Tasks {
			t := &c.x.Tasks[i]
			if f.says(t) != "" {
				continue
			}
			above := ""
			if i > 0 && rows[t.Span.Start] && beside(&c.x.Tasks[i-1], t) {
				above = f.says(&c.x.Tasks[i-1])
			}
			if above != "" {
				c.say(FieldMissing, t.ID, t.Span, "Nhiệm vụ %s không ghi “%s” như %d nhiệm vụ khác; nếu ô gộp với dòng trên thì là “%s”.", t.ID, f.name, have, shorten(above, 60))
				continue
			}
			c.say(FieldMissing, t.ID, t.Span, "Nhiệm vụ %s không ghi “%s” như %d nhiệm vụ khác.", t.ID, f.name, have)
		}
	}
}

// beside reports whether two tasks are rows of one group, one right below the other.
func beside(above, t *plan.Task) bool {
	return above.Span.Page == t.Span.Page && above.Span.EndLine+1 == t.Span.Line && above.ID[:strings.LastIndexByte(above.ID, '.')+1] == t.ID[:strings.LastIndexByte(t.ID, '.')+1]
}

// labels remarks on the labels under each model: numbers and meanings used twice, labels
// that no rule knows, labels that only this model has.
func (c *checker) labels() {
	uses := map[string]map[string]int{} // meaning → label → models
	type unusual struct {
		model int
		field *outline.Para
		label string // folded
	}
	var all []unusual
	folds := map[string]string{} // of the few labels that there are
	fold := func(label string) string {
		f, ok := folds[label]
		if !ok {
			f = normalize.Fold(label)
			folds[label] = f
		}
		return f
	}
	numbers, meanings := map[string]*outline.Para{}, map[string]*outline.Para{} // of one model
	again := map[int]bool{}                                                     // where fields begin that stand there a second time
	for _, p := range c.o.Paras {
		if p.Item == nil {
			continue
		}
		clear(numbers)
		clear(meanings)
		for _, f := range p.Children {
			if f.Marker.Label != "" && f.Label != nil {
				if before := numbers[f.Marker.Label]; before != nil {
					d := c.say(FieldNumberRepeated, model(p.Item.Number), f.Whole(), "Mô hình %d có hai mục cùng số (%s): “%s” và “%s”.", p.Item.Number, f.Marker.Label, label(before), label(f))
					d.Related = []source.Span{before.Whole()}
				}
				numbers[f.Marker.Label] = f
			}
			if f.Label == nil || f.Label.Meaning == "other" {
				continue
			}
			l := fold(label(f))
			if before := meanings[f.Label.Meaning]; before != nil && fold(label(before)) == l {
				// One field printed twice, not two that add to each other ("Cơ quan chủ trì" and
				// "Cơ quan phối hợp").
				d := c.say(FieldRepeated, model(p.Item.Number), f.Whole(), "Mô hình %d có mục “%s” hai lần; %s.", p.Item.Number, label(f), ofTwo(f.Label.Meaning))
				again[f.Whole().Start] = true
				d.Related = []source.Span{before.Whole()}
			}
			meanings[f.Label.Meaning] = f
			if uses[f.Label.Meaning] == nil {
				uses[f.Label.Meaning] = map[string]int{}
			}
			uses[f.Label.Meaning][l]++
			all = append(all, unusual{p.Item.Number, f, l})
		}
	}
	type habit struct {
		usual       string // the label that most models have
		most, total int
	}
	habits := map[string]*habit{} // by meaning
	for meaning, labels := range uses {
		h := &habit{}
		for l, n := range labels {
			h.total += n
			if n > h.most || n == h.most && l < h.usual {
				h.usual, h.most = l, n
			}
		}
		habits[meaning] = h
	}
	for _, u := range all {
		meaning := u.field.Label.Meaning
		if h := habits[meaning]; uses[meaning][u.label]*10 <= h.total && h.total >= 8 {
			c.say(LabelUnusual, model(u.model), u.field.Whole(), "Mô hình %d ghi “%s”, các mô hình khác ghi “%s”.", u.model, label(u.field), h.usual)
		}
	}
	c.unknown(again)
}

// unknown remarks on labels that no rule knows, each once; again are where fields begin
// that stand in their model a second time.
func (c *checker) unknown(again map[int]bool) {
	var labels []string
	in := map[string][]int{}
	at := map[string][]source.Span{}
	for _, m := range c.x.Models {
		for _, f := range m.Other {
			if f.Label == "" || again[f.Span.Start] || f.Span == m.Spans["supporting"] { // known, and kept for what it says
				continue
			}
			if in[f.Label] == nil {
				labels = append(labels, f.Label)
			}
			in[f.Label] = append(in[f.Label], m.Number)
			at[f.Label] = append(at[f.Label], f.Span)
		}
	}
	for _, l := range labels {
		if n := in[l]; len(n) == 1 {
			c.say(LabelUnknown, model(n[0]), at[l][0], "Mô hình %d có mục “%s” ngoài các mục thường có; giữ nguyên văn.", n[0], l)
			continue
		}
		d := c.say(LabelUnknown, "", at[l][0], "%d mô hình có mục “%s” ngoài các mục thường có (%s); giữ nguyên văn.", len(in[l]), l, list(in[l]))
		d.Related = at[l][1:]
	}
}

// ofTwo says what is read of a field that stands in a model twice.
func ofTwo(meaning string) string {
	switch meaning {
	case "objective", "timeline", "tools":
		return "chỉ đọc lần đầu"
	}
	return "đọc cả hai"
}

func label(p *outline.Para) string { return strings.TrimRight(p.Text[:p.Label.End], " :.-–") }
