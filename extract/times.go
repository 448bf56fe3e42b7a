package extract

import (
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// when is timeline.Parse. The models of a plan have few times, many of them the same: each
// is read once.
func (r *reader) when(s string) (timeline.Reading, bool) {
	t, known := r.times[s]
	if !known {
		t.Reading, t.ok = timeline.Parse(s)
		r.times[s] = t
	}
	return t.Reading, t.ok
}

// A when is what timeline.Parse returns.
type when struct {
	timeline.Reading
	ok bool
}

// modelTimeline reads the time of a model; of several bullets the first decides.
func (r *reader) modelTimeline(m *plan.Model, f *field) {
	entries := f.entries()
	switch {
	case len(entries) == 0:
	case f.meaning == "begins" || f.meaning == "ends":
		m.Timeline = r.edge(m.Timeline, f.meaning, entries[0])
	case m.Timeline == nil:
		m.Timeline = r.timeline(entries...)
		endsWithin(m.Timeline, f.label)
	case r.isEnd(m.Timeline, entries[0]):
		m.Timeline = r.edge(m.Timeline, "ends", entries[0])
	}
}

// saysDone reads a label that makes a sentence of what stands behind it: "Hoàn thành: trong
// tháng 10/2023".
var saysDone = pattern.MustCompile(`^(?:hoàn thành|(?:hạn )?xong)(?: trước| trong| vào)?$`)

// endsWithin makes a deadline of a month or quarter in which something is to be done by its label.
func endsWithin(t *plan.Timeline, label string) {
	if t == nil || t.Kind != plan.Range || t.Start == nil || t.End == nil || *t.Start != *t.End {
		return
	}
	if saysDone.MatchString(normalize.FoldInPlace(label)) && len(*t.End) > len("2023") {
		t.Kind, t.Start = plan.Deadline, nil
	}
}

// isEnd reports whether s only says until when what began at t goes on: "Thời gian bắt
// đầu: 01/4/2025" and behind it "Thời gian hoàn thành: 30/9/2025".
func (r *reader) isEnd(t *plan.Timeline, s outline.Phrase) bool {
	read, ok := r.when(s.Trim().Text)
	return ok && t.Kind == plan.Open && t.End == nil && read.Kind == plan.Deadline && read.Start == ""
}

// edge reads a field that says only when the work begins or ends, such as "Thời gian bắt
// đầu" and "Thời gian kết thúc", into the timeline t that the other may have left.
func (r *reader) edge(t *plan.Timeline, meaning string, s outline.Phrase) *plan.Timeline {
	s = s.Trim()
	read, ok := r.when(s.Text)
	begins := t != nil && t.Kind == plan.Open && t.End == nil
	switch {
	case meaning == "ends" && begins && !ok:
		return t // "Thời gian kết thúc: -"
	case meaning == "ends" && begins && read.End != "":
		r.timelineRemarks(read, s)
		t.Kind, t.End = plan.Range, &read.End
		t.Text, t.Span = t.Text+"; "+s.Text, t.Span.Union(s.Whole())
		r.because("timeline", t.Span, Step{"timeline/" + read.Rule, s.Text})
		return t
	case t != nil:
		return t
	case meaning == "begins" && ok && read.Kind == plan.Range && read.Start != "" && read.Start != read.End:
		return r.timeline(s) // "Thời điểm bắt đầu: tháng 3/2024, kết thúc: tháng 9/2024"
	case meaning == "begins" && ok && read.Start+read.End != "":
		if read.Start == "" {
			read.Start = read.End
		}
		read.Kind, read.End = plan.Open, ""
		r.timelineRemarks(read, s)
		return r.timeOf(s, read)
	}
	return r.timeline(s)
}

// timeline makes a timeline of the entries of a field, of which the first decides what
// kind it is. A text that no rule reads is no timeline.
func (r *reader) timeline(entries ...outline.Phrase) *plan.Timeline {
	for i := range entries {
		if i == 0 || !unknownLabelForm.MatchString(entries[i].Text) {
			continue
		}
		if _, ok := r.when(entries[i].Text); !ok {
			entries = entries[:i] // another field, under a label that nobody knows
			break
		}
	}
	s := outline.Join("; ", entries...).Trim()
	if s.Text == "" {
		return nil
	}
	read, ok := r.when(s.Text)
	if first, known := r.when(entries[0].Text); known && ok && len(entries) > 1 && first.Start == "" && first.End == "" && read.Start+read.End != "" {
		first.Impossible = read.Impossible
		first.Several = nil
		for _, e := range entries {
			first.Several = append(first.Several, e.Text)
		}
		read = first
	}
	r.timelineRemarks(read, s)
	if !ok {
		r.timelineNotRead(s)
		return nil
	}
	return r.timeOf(s, read)
}

func (r *reader) timeOf(s outline.Phrase, read timeline.Reading) *plan.Timeline {
	t := &plan.Timeline{Text: s.Text, Kind: read.Kind, Hedged: read.Hedged, Span: s.Whole()}
	r.because("timeline", t.Span, Step{"timeline/" + read.Rule, s.Text})
	if read.Start != "" {
		t.Start = &read.Start
	}
	if read.End != "" {
		t.End = &read.End
	}
	if read.Model > 0 {
		t.WaitModel = &read.Model
	}
	for _, m := range r.sentences.Awaited(s.Text) {
		t.WaitsOn = append(t.WaitsOn, s.Text[m.Start:m.End])
	}
	return t
}

// timeAmongBodies reads the time that stands behind those who carry a model out, or its
// aim, in one field with them: "Đơn vị tham gia: VNPT. Kết thúc năm học 2023 - 2024 có báo cáo."
func (r *reader) timeAmongBodies(m *plan.Model, fields []*field) {
	for _, f := range fields {
		for _, e := range f.entries() {
			switch f.meaning {
			case "executing", "lead", "cooperating", "tools":
			case "objective":
				if !completes(e.Text) {
					continue
				}
			default:
				continue
			}
			r.within(labelRule(f), f.label, func() { r.timeIn(m, e) })
		}
	}
}

// completes reports whether a text says from when to when it is carried out, as an aim that
// names a year ("đến năm 2025 đạt 80%") does not.
func completes(s string) bool {
	_, start, _, ok := timeline.Find(s)
	return ok && carriesOut.MatchString(normalize.FoldInPlace(s[start:]))
}

var carriesOut = pattern.MustCompile(`^(?:hoàn thành|thực hiện|triển khai|xong) `)

// timeIn reads the clause of a sentence that says by when.
func (r *reader) timeIn(m *plan.Model, s outline.Phrase) (from int, ok bool) {
	if m.Timeline != nil {
		return 0, false
	}
	clause := s.Text
	if opener.MatchString(normalize.FoldInPlace(clause)) {
		if at := beforeSubject(clause); at > 0 {
			clause = clause[:at] // "Ngay sau khi Bộ Công an mở tài khoản, Công an tỉnh chủ trì, …"
		}
	}
	read, from, to, ok := timeline.Find(clause)
	if !ok && len(clause) < len(s.Text) {
		read, from, to, ok = timeline.Find(s.Text)
	}
	if !ok && saysDate(strings.TrimRight(s.Text, ".; ")) { // "Năm 2024 và các năm tiếp theo."
		read, ok = timeline.Parse(s.Text)
		from, to = 0, len(strings.TrimRight(s.Text, ".; "))
		if first, _, parts := strings.Cut(s.Text[:to], ", "); parts { // "Trong hai quý đầu năm 2024, mọi sạp hàng phải có mã"
			if alone, same := timeline.Parse(first); same && alone.Kind == read.Kind && alone.Start == read.Start && alone.End == read.End {
				to = len(first)
			}
		}
	}
	if !ok {
		last := strings.LastIndex(s.Text, "; ") + 1
		if read, from, ok = timeline.Only(s.Text[last:]); !ok || read.Start+read.End == "" {
			return 0, false
		}
		from, to = last+from, len(strings.TrimRight(s.Text, ".; ")) // "15/4 – 31/10/2025.", "Sở Y tế chủ trì; quý III/2024."
	}
	at := s.Slice(from, to).Trim()
	at = at.Slice(0, len(strings.TrimRight(at.Text, ", "))) // "Trong năm 2024, việc kết nối được mở thêm …"
	r.timelineRemarks(read, at)
	m.Timeline = r.timeOf(at, read)
	m.Spans["timeline"] = at.Whole()
	return from, true
}
