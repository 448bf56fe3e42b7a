package extract

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// readTasks reads the tasks of a plan without models: the lowest numbered or lettered
// paragraphs of the sections that hold its work, be it by their title or because fields
// that say who and when stand in them. The rows of its annex are an appendix where the body
// sets the same tasks out, further tasks where it sets out others, else the tasks themselves, of
// which the body only has the headings.
func (r *reader) readTasks(annexed []row) {
	tabled := len(r.x.Tasks)
	if s := r.sections(); areSentences(s) && !areDuties(s) && !beginAnew(s) {
		r.tasksAmong(s, r.chargedInHead())
		return
	}
	all, planned := taskSections(r.sections())
	for _, s := range all {
		if len(annexed) > 0 && areDuties(s.Children) {
			continue
		}
		charged := r.charged(s)
		if !r.tasksInBullets(s, charged) {
			r.tasksAmong(s.Children, charged)
		}
	}
	if len(r.x.Tasks)+len(annexed) == 0 && !planned {
		for _, s := range bySubject(r.sections()) {
			r.understood[s] = true
			r.tasksAmong(s.Children, r.charged(s))
		}
	}
	switch {
	case tabled == 0 && setOut(r.x.Tasks) && restate(annexed, r.x.Tasks):
		for _, row := range annexed {
			r.appendix(row)
		}
		return
	case tabled == 0 && setOut(r.x.Tasks):
		r.taskRows(annexed)
		return
	}
	if tabled+len(annexed) > 0 {
		inBody := slices.DeleteFunc(slices.Clone(r.x.Tasks[tabled:]), r.dropsBare)
		r.x.Tasks = r.x.Tasks[:tabled]
		r.taskRows(annexed)
		r.x.Tasks = append(r.x.Tasks, inBody...)
	}
}

// setOut reports whether a body tells its tasks: three or more of them, and most, say who or
// when or are a sentence.
func setOut(tasks []plan.Task) bool {
	told := 0
	for _, t := range tasks {
		if !isBareTask(t) || len(t.Text) > longestName {
			told++
		}
	}
	return told >= 3 && 2*told > len(tasks)
}

// restate reports whether the rows of an annex say over again what the body's tasks are: in one of
// three or more, half of what they are worded in stands in the body too, three words at a time.
func restate(rows []row, tasks []plan.Task) bool {
	ids := wordIDs{}
	in := map[triple]bool{}
	for _, t := range tasks {
		for _, w := range ids.triples(t.Text) {
			in[w] = true
		}
	}
	of, again := 0, 0
	for _, x := range rows {
		all := ids.triples(x.cells["task"].Text)
		if x.kind != modelRow || len(all) == 0 {
			continue
		}
		of++
		known := 0
		for _, w := range all {
			if in[w] {
				known++
			}
		}
		if 2*known >= len(all) {
			again++
		}
	}
	return 3*again >= of
}

// A triple is three words that follow each other, as numbered by wordIDs.
type triple [3]int32

// wordIDs numbers folded words.
type wordIDs map[string]int32

// triples returns the words of a text, each with the two behind it.
func (ids wordIDs) triples(s string) (all []triple) {
	var t triple
	for i, w := range normalize.Words(s) {
		id, ok := ids[w.Fold]
		if !ok {
			id = int32(len(ids))
			ids[w.Fold] = id
		}
		if t = (triple{t[1], t[2], id}); i >= 2 {
			all = append(all, t)
		}
	}
	return all
}

// longestName is the bytes of the longest text that names a task and does not tell it:
// "Chuyển đổi số trong các cơ quan đảng".
const longestName = 90

// isBareTask reports whether a task says neither who nor when: beside a table of tasks it
// is a heading that the table sets out.
func isBareTask(t plan.Task) bool {
	return len(t.Lead)+len(t.Cooperating)+len(t.Implementing) == 0 && t.Timeline == nil
}

// dropsBare reports whether t is a bare task, and frees its id.
func (r *reader) dropsBare(t plan.Task) bool {
	if !isBareTask(t) {
		return false
	}
	delete(r.ids, t.ID)
	return true
}

// tasksAmong reads the numbered or lettered ones of siblings. Where one heading has its
// tasks in bullets, so have the others, be it a single bullet.
func (r *reader) tasksAmong(ps []*outline.Para, charged parties) {
	bulleted := slices.ContainsFunc(ps, func(p *outline.Para) bool { return len(taskBullets(p)) > 1 }) && !headsTell(ps)
	charged, fields := r.toldOnce(ps, charged)
	timed := len(ps) > 0 && isBareTime(ps[0]) // "* Quý I/2024" stands above the first of them, others between
	for _, p := range ps {
		if slices.Contains(fields, p) {
			continue
		}
		if next := charged; timed && r.timeBetween(p, &next) {
			if p.Marker.Label != "" {
				r.tasksBelow(p, charged, bulleted)
			}
			charged = next
			continue
		}
		if p.Marker.Label != "" {
			r.tasksBelow(p, charged, bulleted)
			if n := len(p.Children); n > 0 { // "Trung tâm Y tế huyện:" below the last task of another
				charged = r.chargedBetween(p.Children[n-1], charged)
			}
			continue
		}
		charged = r.chargedBetween(p, charged)
	}
}

// tasksBelow reads p as a task, or those below it where it is a heading. The bullets of headings beside it are tasks
// where it is bulleted.
func (r *reader) tasksBelow(p *outline.Para, charged parties, bulleted bool) {
	charged = r.chargedBy(p, charged)
	numbered := false
	for _, c := range p.Children {
		numbered = numbered || c.Marker.Label != "" && (c.Label == nil || mayHoldTasks(c) && len(c.Children) > 1 && lettered(c))
	}
	if numbered {
		r.understood[p] = true
		r.tasksAmong(p.Children, charged)
		return
	}
	if bullets := taskBullets(p); (len(bullets) > 1 && (bulleted || leadsIn(bullets) > 1) || len(bullets) == 1 && (bulleted || !statement(bullets[0].Text) && !isParty(bullets[0].Phrase))) && (sayWhoOrWhen(bullets) || isTime(p)) && !tellOfHeading(p.Phrase, bullets) {
		r.understood[p] = true
		charged = r.toldBehindBullets(bullets, charged)
		for i, b := range bullets {
			id := r.taskID(fmt.Sprintf("%s.%d", p.Path(), i+1))
			r.inside(nameTask(id), func() { r.task(b.Para, id, charged, b.fields...) })
		}
		return
	}
	if isTime(p) {
		r.understood[p] = true // "2. Tháng 02/2026" over a table
		return
	}
	id := r.taskID(p.Path())
	r.inside(nameTask(id), func() { r.task(p, id, charged) })
}

// isTime reports whether a heading is nothing but a time: "2. Tháng 02/2026".
func isTime(p *outline.Para) bool {
	_, ok := timeline.Heads(strings.TrimSuffix(p.Text, ":"))
	return ok
}

// isBareTime reports whether a line without a number, with nothing below it, is nothing but a time.
func isBareTime(p *outline.Para) bool {
	return p.Marker.Label == "" && p.Label == nil && p.Cells == nil && len(p.Children) == 0 && isTime(p)
}

// timeBetween reads the time that p says for the tasks behind it: it says nothing else, or that is the last
// line below it.
func (r *reader) timeBetween(p *outline.Para, next *parties) bool {
	if n := len(p.Children); n > 0 {
		p = p.Children[n-1]
	}
	if !isBareTime(p) {
		return false
	}
	r.understood[p], r.ofSeveral[p] = true, true
	next.until = r.timeOfHeading(p.Phrase)
	return true
}

// isHeading reports whether p only gives a name to what follows.
func isHeading(p *outline.Para) bool {
	return len(p.Children) > 0 && (len([]rune(p.Text)) < 160 || strings.HasSuffix(p.Text, ":") && len(p.Text) < longestCharge) && !strings.HasSuffix(p.Text, ".") && !strings.HasSuffix(p.Text, ";")
}

// contentOf returns the text of a task that is headed by its number alone, "Nhiệm vụ 1", and told in its first
// field, "Nội dung: Nâng cấp mạng LAN", and the fields that are left.
func contentOf(p *outline.Para, text outline.Phrase, fields []*outline.Para) (outline.Phrase, []*outline.Para) {
	isContent := func(c *outline.Para) bool { return c.Label != nil && c.Label.Meaning == "content" }
	switch i := slices.IndexFunc(fields, isContent); {
	case isContent(p):
		return p.Value().Trim(), fields
	case text.Text == "" && i >= 0 && fields[i].Value().Trim().Text != "":
		return fields[i].Value().Trim(), slices.Concat(fields[:i], fields[i+1:])
	}
	return text, fields
}

// task reads one task: its text, and who does it until when, said in fields, in sentences
// below it, in brackets at its end, or in the text itself.
func (r *reader) task(p *outline.Para, id string, charged parties, fields ...*outline.Para) {
	r.understood[p] = true
	t := plan.Task{ID: id, Span: p.Whole()}
	text := p.Phrase.Trim()
	said := false // somebody is named
	rest := p.Children
	if isHeading(p) && onlyFields(rest[min(1, len(rest)):]) && rest[0].Marker.Style == outline.None && rest[0].Label == nil && !saysWhoDoes(p.Text, rest[0].Text) && !r.saysOfTasks(rest[0], p) {
		r.understood[rest[0]] = true
		t.Span = t.Span.Union(rest[0].Whole())
		text, rest = rest[0].Phrase.Trim(), slices.Concat(rest[0].Children, rest[1:])
	}
	if p.Marker.Style == outline.Task {
		text, rest = contentOf(p, text, rest)
		t.Span = t.Span.Union(text.Whole())
	}
	fields = slices.Concat(rest, fields)
	timed := hasTime(fields)
	for _, c := range fields {
		if r.ofSeveral[c] {
			continue
		}
		t.Span = t.Span.Union(c.Whole())
		switch {
		case c.Label != nil && c.Label.Meaning == "other":
			r.understood[c] = true // "Yêu cầu: …", which no field of a task keeps
		case c.Label != nil && r.labelledField(&t, c):
			said = said || c.Label.Meaning != "timeline" && c.Label.Meaning != "product"
		case statement(unwrapped(c.Phrase).Text):
			s := unwrapped(c.Phrase)
			r.understood[c] = true
			r.assign(&t, s)
			if !timed {
				r.anyTime(&t, s)
			}
			said = true
		case c.Label == nil && r.partyBelow(&t, c, timed, len(fields) == 1 && !strings.HasSuffix(p.Text, ":")):
			said = true
		case c.Label == nil && r.underOther(&t, c, timed):
			said = said || len(t.Lead) > 0
		case (c.Marker.Style == outline.None || c.Marker.Style >= outline.Dash) && c.Label == nil && t.Timeline == nil && !timed && saysWhen(strings.TrimRight(c.Text, ".; ")):
			r.understood[c] = true
			r.anyTime(&t, c.Phrase) // "Thực hiện thường xuyên." below the task
		}
	}
	if said && t.Timeline == nil && !timed {
		r.timeInBullets(&t, fields)
	}
	for _, c := range fields {
		if said && c.Marker.Style >= outline.Dash && c.Label == nil && len(c.Children) == 0 && !agency.NamesBody(c.Text) {
			r.understood[c] = true // it tells more of what is to be done
		}
	}
	text = withoutNote(withoutNumber(text)).Trim()
	if n := len(text.Text); n > 1 && text.Text[n-1] == ':' { // it announces its fields
		text = text.Slice(0, n-1).Trim()
	}
	t.Text = text.Text
	if charged.told {
		said, timed = r.takeTold(&t, charged, said) || said, timed || t.Timeline != nil
	}
	switch {
	case !said:
		r.fromText(&t, text, charged)
	case agency.BeginsRole(text.Text): // "Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: …"
		r.assign(&t, text)
	}
	r.joinedBelow(&t, fields)
	if len(t.Lead)+len(t.Implementing) == 0 && len(t.Cooperating) > 0 {
		t.Lead = charged.lead // only who cooperates is said below a heading that charges one with all
		if len(t.Lead) == 0 {
			t.Implementing = charged.implementing
		}
	}
	if t.Timeline == nil && !timed {
		itself := ofTaskItself(text)
		r.anyTime(&t, itself)
		if t.Timeline == nil && itself.Text != text.Text {
			r.anyTime(&t, text)
		}
	}
	if t.Timeline == nil {
		t.Timeline = charged.until
	}
	if t.Timeline == nil && !timed {
		t.Timeline = r.timeAbove(p)
	}
	for _, c := range fields {
		if c.Label != nil && namesBodies(c.Label.Meaning) {
			r.timeOfItsOwn(&t, c.Value().Trim())
			r.taskTime(&t, c.Value()) // "Cơ quan chủ trì: Sở Nội vụ; thời gian thực hiện: từ năm 2025"
		}
	}
	r.x.Tasks = append(r.x.Tasks, t)
}

// saysOfTasks reports whether the paragraph below a task is none of its text: it tells of several, or names
// who leads and nothing else.
func (r *reader) saysOfTasks(c, p *outline.Para) bool {
	return r.ofSeveral[c] || speaksOfAll(c.Text, p) || namesRole.MatchString(normalize.FoldInPlace(c.Text))
}

// ofTask reads how a sentence begins that speaks of the task as a whole: "Việc này do Phòng Y tế thực hiện thường
// xuyên."
var ofTask = pattern.MustCompile(`^(?:việc|nhiệm vụ|nội dung|công việc|phần việc) (?:này|trên) `)

// ofTaskItself returns the sentence of a task's text that speaks of it as a whole: what it says of the time goes
// before what the others do. Empty where there is none.
func ofTaskItself(text outline.Phrase) outline.Phrase {
	for _, s := range split(text, ".") {
		if ofTask.MatchString(normalize.FoldInPlace(s.Text)) {
			return s
		}
	}
	return text.Slice(0, 0)
}

// underOther reads a line below a task under a label that nobody knows by what it says: "Phân vai: Phòng
// Tư pháp chủ trì, phối hợp với …", "Về đích: trước ngày 30/6/2024".
func (r *reader) underOther(t *plan.Task, c *outline.Para, timed bool) bool {
	m := unknownLabelForm.FindStringSubmatchIndex(c.Text)
	if m == nil {
		return false
	}
	label, value := c.Text[m[2]:m[3]], c.From(m[1]).Trim()
	switch saidBy(value.Text) {
	case "timeline":
		if t.Timeline != nil || timed {
			return false
		}
		r.within("label", label, func() { r.anyTime(t, value) })
	case "executing":
		if len(t.Lead) > 0 {
			return false
		}
		r.within("label", label, func() { r.assign(t, value) })
	default:
		return false
	}
	r.understood[c] = true
	return true
}

// unwrapped returns a paragraph without the brackets that it stands in as a whole: "(Sở Y tế chủ
// trì; thường xuyên)".
func unwrapped(s outline.Phrase) outline.Phrase {
	t := strings.TrimRight(s.Text, " .;")
	if !strings.HasPrefix(t, "(") || strings.IndexByte(t, ')') != len(t)-1 {
		return s
	}
	return s.Slice(1, len(t)-1)
}

// hasTime reports whether a field below a task says when, be it in words that no rule reads.
func hasTime(ps []*outline.Para) bool {
	return slices.ContainsFunc(ps, func(p *outline.Para) bool { return p.Label != nil && p.Label.Meaning == "timeline" })
}

// namesBodies reports whether a field of that meaning says who, and perhaps when.
func namesBodies(meaning string) bool {
	switch meaning {
	case "lead", "cooperating", "executing", "allocation", "assignments":
		return true
	}
	return false
}

// onlyFields reports whether each of ps has a label.
func onlyFields(ps []*outline.Para) bool {
	return !slices.ContainsFunc(ps, func(p *outline.Para) bool { return p.Label == nil })
}

// saysWhoDoes reports whether the sentence below a heading says who does what the heading
// names: "Đẩy dữ liệu giấy khám sức khỏe" over "Khoa Khám bệnh thực hiện; hằng ngày". Below a
// heading that only names a field the sentence is the task.
func saysWhoDoes(heading, s string) bool {
	return agency.Begins(s) && statement(s) && len(s) < longestCharge && (!fieldOfWork.MatchString(normalize.Fold(heading)) || !agency.SaysDeed(s))
}

// longestCharge is the bytes of a sentence that says who, with whom and until when.
const longestCharge = 400

// fieldOfWork reads a heading that names a field, not a task: "Công tác tuyên truyền".
var fieldOfWork = pattern.MustCompile(`^(?:công tác|về|đối với|lĩnh vực|nhóm|trong|nhiệm vụ|thực hiện công tác)[ :]`)

// taskNumber reads "Nhiệm vụ 1: ", "Nhiệm vụ số 02." before the text of a task: a number,
// as "Mô hình 1: " is that of a model; or that it is one: "1. Tên nhiệm vụ: ".
var taskNumber = pattern.MustCompile(`^(?i)(?:nhiệm vụ (?:số |thứ )?\d{1,3}\s*[:.–-]|(?:tên )?(?:nhiệm vụ|công việc)(?: cụ thể)?:)\s*`)

func withoutNumber(s outline.Phrase) outline.Phrase {
	if at := taskNumber.FindStringIndex(s.Text); at != nil && at[1] < len(s.Text) {
		return s.From(at[1])
	}
	return s
}

// labelledField reads a labelled line below a task.
func (r *reader) labelledField(t *plan.Task, c *outline.Para) (read bool) {
	f := &field{meaning: c.Label.Meaning, label: labelText(c), head: c, value: c.Value().Trim(), items: c.Children}
	if i := slices.IndexFunc(f.items, func(p *outline.Para) bool { return p.Recurs }); i >= 0 && f.value.Text != "" {
		f.items = f.items[:i] // "Đơn vị thụ hưởng: …" below "Đơn vị chủ trì: …"
	}
	r.within(labelRule(f), f.label, func() { read = r.taskField(t, f) })
	return read
}

// taskField reads a field of a task.
func (r *reader) taskField(t *plan.Task, f *field) bool {
	if (f.meaning == "assignments" || f.meaning == "allocation") && (!f.saysDeed() || statement(f.value.Text)) {
		f.meaning = "executing" // "Phân công: Khoa Dược chủ trì; các khoa phối hợp", "Trách nhiệm thực hiện: Sở Y tế"
	}
	if f.namesPerson() && len(t.Lead) > 0 {
		r.understood[f.head] = true
		return true // the body that leads is named already
	}
	var m plan.Model
	switch f.meaning {
	case "lead", "cooperating", "executing", "supporting":
		r.bodies(&m, f)
		t.Lead, t.Cooperating = addAgencies(t.Lead, m.Lead), addAgencies(t.Cooperating, m.Cooperating)
		t.Implementing = addAgencies(addAgencies(t.Implementing, m.Implementing), m.Supporting)
	case "timeline", "begins", "ends":
		m.Timeline = t.Timeline
		r.modelTimeline(&m, f)
		t.Timeline = m.Timeline
	case "product":
		text := f.whole()
		t.Product = &text.Text
		r.because("product "+t.ID, source.Span{})
	default:
		return false
	}
	r.understood[f.head] = true
	for _, p := range f.items {
		r.understood[p] = true
	}
	return true
}

// assign reads who does a task from a sentence.
func (r *reader) assign(t *plan.Task, s outline.Phrase) {
	var by parties
	r.within("sentence", "", func() { by = r.roles(s) })
	t.Lead, t.Cooperating = addAgencies(t.Lead, by.lead), addAgencies(t.Cooperating, by.cooperating)
	t.Implementing = addAgencies(t.Implementing, append(by.implementing, by.supporting...))
}
