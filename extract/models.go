package extract

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/extract/tool"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// readModels reads the models of the body and their groups.
func (r *reader) readModels() {
	heads := r.modelHeads()
	r.heads, r.x.Models = heads, slices.Grow(r.x.Models, len(heads))
	for _, h := range heads {
		var m plan.Model
		r.inside(nameModel(h.number), func() {
			m = r.model(h)
			r.chargeAbove(h.Para, &m)
			r.tellAbove(h.Para, &m)
		})
		r.group(h.Para, &m)
		r.x.Models = append(r.x.Models, m)
	}
}

// model reads the model under one heading.
func (r *reader) model(h modelHead) plan.Model {
	m := plan.Model{Number: h.number, Span: h.Whole(), Spans: map[string]source.Span{}}
	if h.note != "" {
		m.Note = &h.note
	}
	r.understood[h.Para] = true
	title, prose := h.parted()
	title = withoutNote(title)
	m.Title = title.Trim().Text
	m.Spans["title"] = title.Trim().Whole()
	r.because("title", m.Spans["title"], Step{"heading", strings.TrimSpace(h.Text[:len(h.Text)-len(h.title.Text)])})
	fields := partStated(toldInProse(fieldsOf(h.Para)))
	fields = partTimes(fields)
	aimsFromResults(fields)
	aimOfLine(fields)
	saidUnderOther(fields)
	for _, f := range fields {
		f.at = f.span()
		m.Span = m.Span.Union(f.at)
		r.within(labelRule(f), f.label, func() { r.modelField(&m, f) })
	}
	switch {
	case prose.Text == "":
	case h.until == 0 || lacksRoles(&m):
		r.prose(&m, prose)
	case m.Objective == nil:
		r.aim(&m, prose) // fields tell all else
	}
	if lacksRoles(&m) {
		r.proseOf(&m, fields)
	}
	if by, ok := bodiesInTitle(title); ok && lacksRoles(&m) && r.titlesName() {
		m.Implementing = r.list(by)
	}
	if m.Timeline == nil {
		r.timeAmongBodies(&m, fields)
	}
	if len(m.Tools) == 0 {
		r.toolsAmongBodies(&m, fields)
	}
	return m
}

// saidUnderOther reads a field under a label that nobody knows by what it says, where no other field
// says it: "Phân vai: Phòng Kinh tế chủ trì, phối hợp với …", "Về đích: trước ngày 30/6/2025".
func saidUnderOther(fields []*field) {
	who, when := false, false
	for _, f := range fields {
		switch f.meaning {
		case "executing", "lead", "allocation", "organising":
			who = true
		case "timeline", "begins", "ends":
			when = true
		}
	}
	for _, f := range fields {
		if len(f.items) > 0 || f.meaning != "?" && !(f.meaning == "" && besideLabels(f, fields)) {
			continue
		}
		meaning := saidBy(f.value.Text)
		if meaning == "" && asksWho.MatchString(normalize.Fold(f.label)) && agency.OnlyBodies(f.value.Trim().Text) {
			meaning = "executing" // "Bên đảm nhận: Hội Nông dân xã, Hội Phụ nữ xã"
		}
		if meaning == "timeline" && !when || meaning == "executing" && !who {
			f.meaning = meaning
		}
	}
}

// asksWho reads a label that nobody knows and that asks who does it.
var asksWho = pattern.MustCompile(`giao|đơn vị|cơ quan|phân công|đảm (?:nhận|nhiệm|trách)|phụ trách|ai làm`)

// partTimes parts the last clause of a field of bodies from it where it only says when, and no field
// does: "Phân công: Giao Sở Y tế chủ trì, phối hợp với …; làm thường xuyên."
func partTimes(fields []*field) []*field {
	for _, f := range fields {
		if f.meaning == "timeline" || f.meaning == "begins" || f.meaning == "ends" {
			return fields
		}
	}
	for i, f := range fields {
		switch f.meaning {
		case "allocation", "executing", "lead", "cooperating":
		default:
			continue
		}
		at := strings.LastIndex(f.value.Text, "; ")
		if at < 0 || len(f.items) > 0 {
			continue
		}
		if clause := f.value.From(at + 1).Trim(); saidBy(clause.Text) == "timeline" {
			f.value = f.value.Slice(0, at)
			f.parted = true
			return slices.Insert(fields, i+1, &field{meaning: "timeline", head: f.head, value: clause, parted: true})
		}
	}
	return fields
}

// besideLabels reports whether a numbered paragraph without a label stands in a list in which
// others have one: "b) Giao Công an xã chủ trì" between "a) Mục tiêu: …" and "c) Công cụ: …".
func besideLabels(f *field, fields []*field) bool {
	return f.head.Marker.Number > 0 && slices.ContainsFunc(fields, func(o *field) bool {
		return o.head.Label != nil && o.head.Marker.Style == f.head.Marker.Style && o.head.Parent == f.head.Parent
	})
}

// saidBy returns the meaning of a field under a label that nobody knows: "timeline" where its text only
// says when, "executing" where it says who leads, else "".
func saidBy(text string) string {
	if _, start, ok := timeline.Only(text); ok && start == 0 || saysWhen(text) || onlyWaits(text) {
		return "timeline"
	}
	if found, role := agency.Subject(text); len(found) > 0 && role == plan.Lead {
		return "executing"
	}
	return ""
}

// onlyWaits reports whether a text only says what is waited for: "Sau khi Sở Giáo dục và Đào tạo nâng
// cấp phần mềm."
func onlyWaits(text string) bool {
	if !waits.MatchString(normalize.FoldInPlace(text)) {
		return false
	}
	_, ok := timeline.Parse(text)
	return ok
}

var waits = pattern.MustCompile(`^(?:ngay )?(?:sau )?khi [^,;.]*[.;]?$`)

// aimsFromResults makes an aim of the result that a model is to have, where nothing else tells
// what it is for: "Kết quả đầu ra: 70% hồ sơ được nộp trực tuyến".
func aimsFromResults(fields []*field) {
	if slices.ContainsFunc(fields, func(f *field) bool { return f.meaning == "objective" }) {
		return
	}
	for _, f := range fields {
		if f.meaning == "product" && strings.HasPrefix(normalize.Fold(f.label), "kết quả") {
			f.meaning = "objective"
			return
		}
	}
}

// toolsAmongBodies reads with what a model is carried out where the sentence that says who does
// tells it: "Giao Sở Y tế chủ trì …, sử dụng phần mềm quản lý bệnh viện".
func (r *reader) toolsAmongBodies(m *plan.Model, fields []*field) {
	for _, f := range fields {
		if f.meaning != "executing" || !f.parted {
			continue
		}
		for _, s := range split(f.value, ".") {
			if at, ok := tool.Clause(s.Text); ok && len(m.Tools) == 0 {
				r.within("sentence", "", func() { m.Tools = r.tools(s.From(at)) })
			}
		}
	}
}

// footnote is the mark of one behind a title: "… điện tử¹", "… điện tử[1]".
var footnote = pattern.MustCompile(`\s?(?:[¹²³⁰⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\])$`)

// withoutNote cuts the mark of a footnote off.
func withoutNote(title outline.Phrase) outline.Phrase {
	t := title.Trim()
	if m := footnote.FindStringIndex(t.Text); m != nil {
		return t.Slice(0, m[0])
	}
	return title
}

// modelField reads one field of a model.
func (r *reader) modelField(m *plan.Model, f *field) {
	if f.meaning != "" && f.meaning != "?" {
		r.understood[f.head] = true
		for _, p := range f.items {
			r.understood[p] = true
		}
	}
	if f.meaning == "allocation" || f.meaning == "assignments" && !f.parted && f.head.Label != nil && f.head.Label.Own {
		f.meaning = r.allocation(f)
	}
	name := f.meaning
	switch f.meaning {
	case "objective":
		if text := f.whole(); m.Objective == nil && text.Text != "" {
			m.Objective = &text.Text
		} else {
			r.other(m, f)
		}
	case "executing", "lead", "cooperating", "supporting", "guiding":
		if f.namesPerson() && len(m.Lead) > 0 {
			r.other(m, f)
			return
		}
		r.bodies(m, f)
		if f.meaning == "supporting" && f.saysDeed() {
			r.other(m, f) // what they help with is said nowhere else
		}
	case "content":
		duties := r.assignments(f)
		if !slices.ContainsFunc(duties, func(a plan.Assignment) bool { return len(a.Actors) > 0 }) {
			r.other(m, f) // it says how, not who
			return
		}
		name = "assignments"
		m.Assignments = append(m.Assignments, duties...)
	case "assignments", "organising":
		name = "assignments"
		m.Assignments = append(m.Assignments, r.assignments(f)...)
		if f.meaning == "organising" {
			for _, e := range f.entries() {
				m.Guiding = addAgencies(m.Guiding, r.agencies(e, agency.Guiding(e.Text)))
			}
		}
	case "forces":
		for _, e := range f.entries() {
			m.Forces = append(m.Forces, e.Text)
		}
	case "timeline", "begins", "ends":
		name = "timeline"
		r.modelTimeline(m, f)
	case "tools":
		for _, e := range f.entries() {
			m.Tools = addTools(m.Tools, r.tools(e))
		}
	default:
		r.other(m, f)
		return
	}
	if s := m.Spans[name]; s.IsZero() {
		m.Spans[name] = f.at
		r.because(name, f.at)
	}
}

// addTools adds the tools that a field printed once more names besides.
func addTools(to, more []plan.Tool) []plan.Tool {
	first := to
	for _, t := range more {
		if !slices.ContainsFunc(first, func(have plan.Tool) bool { return have.Canonical == t.Canonical }) {
			to = append(to, t)
		}
	}
	return to
}

// allocation tells whether a field such as "Phân công thực hiện", or one by a label of the
// plan's own with such a word, only names who carries a model out, or gives each a duty.
func (r *reader) allocation(f *field) string {
	if f.saysDeed() && !roleInBrackets.MatchString(normalize.FoldInPlace(f.value.Text)) {
		return "assignments"
	}
	return "executing"
}

// roleInBrackets reads what a body is behind its name: "Sở Tư pháp (chủ trì); các sở, ban, ngành có
// thủ tục được lựa chọn (phối hợp)".
var roleInBrackets = pattern.MustCompile(`\((?:cơ quan |đơn vị )?(?:chủ trì|phối hợp)\)`)

// saysDeed tells whether a field says what is done, not only who does it.
func (f *field) saysDeed() bool {
	return slices.ContainsFunc(f.entries(), func(e outline.Phrase) bool { return agency.SaysDeed(e.Text) })
}

// namesPerson reports whether a label asks for who answers for it, not for a body: "Người chịu trách nhiệm".
func (f *field) namesPerson() bool {
	return f.meaning == "lead" && strings.HasPrefix(normalize.Fold(f.label), "người ")
}

// bodies reads a field that names who carries a model out.
func (r *reader) bodies(m *plan.Model, f *field) {
	for _, e := range f.entries() {
		if f.parted {
			e = mainClause(e)
		}
		named, more := firstSentence(e)
		by := r.fieldRoles(f, named)
		r.unnamed(f.label, e, by.count())
		if more.Text != "" {
			said := r.roles(more) // whoever is named behind the first sentence is not under the label
			m.Lead, m.Cooperating = addAgencies(m.Lead, said.lead), addAgencies(m.Cooperating, said.cooperating)
			m.Supporting, m.Guiding = addAgencies(m.Supporting, said.supporting), addAgencies(m.Guiding, said.guiding)
		}
		switch f.meaning {
		case "lead":
			if n := len(by.cooperating); n > 1 && len(by.lead)+len(by.implementing) == 0 {
				by.lead, by.cooperating = by.cooperating[:1:1], by.cooperating[1:] // "Chủ trì: Sở Y tế, Công an tỉnh phối hợp"
			}
			by.lead, by.implementing = append(by.lead, by.implementing...), nil
		case "cooperating":
			by.cooperating, by.implementing = append(by.cooperating, by.implementing...), nil
		case "supporting":
			by = parties{supporting: slices.Concat(by.lead, by.implementing, by.cooperating, by.supporting)}
		case "guiding":
			by = parties{guiding: slices.Concat(by.lead, by.implementing, by.cooperating, by.guiding)}
		}
		m.Lead = addAgencies(m.Lead, by.lead)
		m.Cooperating = addAgencies(m.Cooperating, by.cooperating)
		m.Implementing = addAgencies(m.Implementing, by.implementing)
		m.Supporting = addAgencies(m.Supporting, by.supporting)
		m.Guiding = addAgencies(m.Guiding, by.guiding)
	}
}

// firstSentence parts the first sentence of an entry from what stands behind it. A letter or two before the full stop
// are a short form: "H. Đoàn".
func firstSentence(e outline.Phrase) (first, rest outline.Phrase) {
	for _, end := range stops(e.Text, ".") {
		last := e.Text[:max(0, end-1)]
		if last = last[strings.LastIndexByte(last, ' ')+1:]; len(last) > leastWord {
			return e.Slice(0, end).Trim(), e.From(end).Trim()
		}
	}
	return e, outline.Phrase{}
}

// leastWord is the bytes of such a short form, at most.
const leastWord = 3

// besides reads the words before those who join whoever a label names.
var besides = pattern.MustCompile(`, (?:và )?cùng (?:với )?`)

// fieldRoles reads who does what in an entry of a field. In one of who cooperates those behind the
// last ";" may lead: "Cùng tham gia: Ban Quản lý chợ, VNPT; Sở Công Thương chủ trì".
func (r *reader) fieldRoles(f *field, e outline.Phrase) parties {
	if at := besides.FindStringIndex(normalize.FoldInPlace(e.Text)); at != nil && f.meaning == "lead" && agency.Begins(e.Text[at[1]:]) {
		by := r.roles(e.Slice(0, at[0]))
		by.cooperating = append(by.cooperating, r.list(e.From(at[1]))...) // "Chủ trì: Sở Giáo dục và Đào tạo, cùng các trường"
		return by
	}
	i := strings.LastIndexByte(e.Text, ';')
	if f.meaning != "cooperating" || i < 0 || !saysLead(e.Text[i:]) || saysLead(e.Text[:i]) {
		return r.roles(e)
	}
	by, beside := r.roles(e.From(i+1)), r.roles(e.Slice(0, i))
	by.cooperating = slices.Concat(beside.cooperating, beside.implementing, by.cooperating)
	return by
}

// other keeps a field that no rule reads.
func (r *reader) other(m *plan.Model, f *field) {
	text := f.whole()
	if text.Text == "" && f.label == "" {
		return
	}
	m.Other = append(m.Other, plan.Field{Label: f.label, Text: text.Text, Span: f.at})
}

// assignments reads the duties of a field, one a bullet of the lowest level. A bullet
// that only names a body gives it to those below.
func (r *reader) assignments(f *field) []plan.Assignment {
	var out []plan.Assignment
	if f.value.Text != "" {
		for _, s := range bulletsWithin(f.value) {
			out = append(out, r.assignment(s.Trim(), nil))
		}
	}
	actors := map[*outline.Para][]plan.Agency{}
	if f.actor.Text != "" {
		actors[f.head] = r.list(f.actor)
	}
	for _, p := range f.items {
		text := p.Phrase.Trim()
		if p.Marker.Style == outline.None && p.Parent != f.head && len(out) > 0 && actors[p.Parent] == nil {
			last := &out[len(out)-1]
			last.Text += " " + text.Text
			last.Span = last.Span.Union(p.Whole())
			continue
		}
		parts := bulletsWithin(text)
		for _, s := range parts[:len(parts)-1] { // the rest of a cell that the page break cut
			out = append(out, r.assignment(s.Trim(), actors[p.Parent]))
		}
		if text = parts[len(parts)-1]; len(parts) > 1 {
			text = text.Trim()
		}
		a := r.assignment(text, actors[p.Parent])
		actors[p] = a.Actors
		if len(p.Children) > 0 && strings.HasSuffix(text.Text, ":") {
			continue
		}
		out = append(out, a)
	}
	return out
}

// whereItIs reads what says of a name where it is, not what it does: "Nhà ở trong khu công nghiệp".
var whereItIs = pattern.MustCompile(`^ (?:trong|tại|ở|trên|của|thuộc) `)

func (r *reader) assignment(text outline.Phrase, inherited []plan.Agency) plan.Assignment {
	found, role := r.sentences.Subject(text.Text)
	a := plan.Assignment{Actors: r.agencies(text, found), Role: role, Text: text.Text, Span: text.Whole()}
	r.because("assignments", a.Span)
	if len(a.Actors) == 0 {
		a.Actors = inherited
	}
	if parts := split(text, ";"); role == plan.Implement && len(parts) > 1 && len(found) > 0 && found[0].Start == 0 {
		for _, part := range parts[1:] { // "Các trường thông báo mã thanh toán; UBND các xã kiểm tra"
			part = part.Trim()
			if others, _ := agency.Subject(part.Text); len(others) > 0 && others[0].Start == 0 && upperAt(part.Text, 0) && isDuty(part.Text) && !whereItIs.MatchString(normalize.FoldInPlace(part.Text[others[len(others)-1].End:])) {
				a.Actors = addAgencies(a.Actors, r.agencies(part, others))
			}
		}
	}
	return a
}
