package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/extract/tool"
	"kehoach/normalize"
)

// lacksRoles reports whether no field has said who carries a model out.
func lacksRoles(m *plan.Model) bool {
	return len(m.Lead)+len(m.Cooperating)+len(m.Implementing)+len(m.Assignments) == 0
}

// proseOf reads a model that its paragraphs without labels tell, all of them as one text: who may be
// told in the first and when in the last.
func (r *reader) proseOf(m *plan.Model, fields []*field) {
	var text outline.Phrase
	var heads []*outline.Para
	for _, f := range fields {
		if f.meaning != "" || f.value.Text == "" {
			continue
		}
		heads = append(heads, f.head)
		switch {
		case text.Text == "":
			text = f.value
		case strings.HasSuffix(text.Text, "."):
			text = outline.Join(" ", text, f.value)
		default:
			text = outline.Join(". ", text, f.value)
		}
	}
	if text.Text == "" {
		return
	}
	r.prose(m, text)
	for _, h := range heads {
		r.understood[h] = r.understood[h] || !lacksRoles(m)
	}
}

// prose reads a model that is told in sentences: who leads it, with whom, until when and
// with what. What stands before the sentence that says who is what the model is for, where most models
// of the document begin so.
func (r *reader) prose(m *plan.Model, text outline.Phrase) {
	all := clauses(split(text, "."))
	says, who := sayer(all)
	aims := slices.ContainsFunc(all, func(s outline.Phrase) bool { return aimsAt.MatchString(normalize.FoldInPlace(s.Text)) })
	r.under = append(r.under, Step{"sentence", ""})
	defer func() { r.under = r.under[:len(r.under)-1] }()
	told := r.toldAlone(m, all)
	var duties []outline.Phrase
	for i, s := range all {
		if _, does := doers(s); i > who && (does || isDuty(s.Text)) {
			duties = append(duties, s)
			continue
		}
		if aim, rest, ok := aimBefore(s); ok && m.Objective == nil {
			r.aim(m, aim)
			s = rest // "Nhằm quản lý cư dân chặt chẽ, giao Công an quận chủ trì …"
		}
		if at := aimWithin.FindStringSubmatchIndex(normalize.FoldInPlace(s.Text)); at != nil && m.Objective == nil && !aims && i >= who {
			r.aim(m, s.Slice(at[2], at[3]))
			s = s.Slice(0, at[0])
		}
		switch f := normalize.FoldInPlace(s.Text); {
		case m.Objective == nil && (aimsAt.MatchString(f) || strings.HasPrefix(f, "nhằm ")):
			r.aim(m, s)
		case r.force(m, s, f):
		case i < who && r.guidance(m, s):
		case i < who && toldOtherwise(s.Text):
			r.sentence(m, s, false)
		case i >= who:
			if !r.sentence(m, s, says(s.Text) || i > who && cooperates(s.Text)) && !told[i] && !r.guidance(m, s) && agency.NamesBody(s.Text) {
				r.notUnderstood(s)
			}
		case m.Objective == nil && i == 0 && !aims && !r.announcesAims() && r.describesFirst():
			end := 1
			for end < who && !toldOtherwise(all[end].Text) {
				end++
			}
			told := text.Slice(0, max(0, strings.Index(text.Text, all[end].Text)))
			if at := purposeIn(normalize.FoldInPlace(told.Text)); at != nil {
				told = told.Slice(at[2], at[3])
			}
			r.aim(m, told)
		}
	}
	r.proseDuties(m, duties)
	m.Implementing = slices.DeleteFunc(m.Implementing, func(a plan.Agency) bool { return len(addAgencies(m.Lead, []plan.Agency{a})) == len(m.Lead) })
	for _, s := range all[:max(0, who)] { // "Từ ngày 01/7/2023, toàn bộ hồ sơ chỉ nhận trên môi trường mạng"
		r.timeIn(m, s)
	}
	r.toldBesides(m, all)
	r.aimOfItsOwn(m, all)
}

// guidance reads a sentence that says whose guidance is followed: "Việc thực hiện theo hướng dẫn của Sở Y tế".
func (r *reader) guidance(m *plan.Model, s outline.Phrase) bool {
	at := isDone.FindStringIndex(normalize.FoldInPlace(s.Text))
	if at == nil {
		return false
	}
	rest := s.From(at[1])
	guides := r.agencies(rest, agency.Guiding(rest.Text))
	m.Guiding = addAgencies(m.Guiding, guides)
	return len(guides) > 0
}

// sayer returns the first sentence that says who carries a model out, -1 where none does, and how to know the
// others that do: by who leads or, where none says that, by who acts.
func sayer(all []outline.Phrase) (says func(s string) bool, who int) {
	says = saysLead
	if !slices.ContainsFunc(all, func(s outline.Phrase) bool { return says(s.Text) }) {
		says = func(s string) bool { return agency.SaysWho(s) || agency.BeginsRole(s) || namesOnly(s) }
	}
	return says, slices.IndexFunc(all, func(s outline.Phrase) bool { return says(s.Text) })
}

// isOnlyTime reports whether a sentence is a date and nothing else: "15/4 – 31/10/2025."
func isOnlyTime(s string) bool {
	read, start, ok := timeline.Only(s)
	return ok && start == 0 && read.Start+read.End != ""
}

// namesOnly reports whether a sentence names bodies and says nothing of them: "Sở Y tế, các bệnh viện."
func namesOnly(s string) bool {
	s = strings.Trim(s, " .;")
	return agency.Begins(s) && agency.OnlyBodies(s)
}

// toldAlone reads the sentences that tell nothing but when or with what, before those that touch
// on it: "UBND các phường phát 03 lần/tuần. … Bắt đầu từ tháng 3/2024." begins in March. It reports which it has read.
func (r *reader) toldAlone(m *plan.Model, all []outline.Phrase) []bool {
	told := make([]bool, len(all))
	for i, s := range all {
		if at := isDone.FindStringIndex(normalize.FoldInPlace(s.Text)); at != nil {
			s = s.From(at[1])
		}
		if m.Timeline == nil && (saysDate(strings.TrimRight(s.Text, ".; ")) || isOnlyTime(s.Text)) || len(m.Tools) == 0 && tool.Opens(strings.TrimSpace(s.Text)) {
			told[i] = r.sentence(m, s, false)
		}
		if len(m.Tools) == 0 && tool.Names(s.Text) && !agency.NamesBody(s.Text) && !agency.SaysLead(s.Text) {
			m.Tools = r.tools(s)
			told[i] = len(m.Tools) > 0
		}
	}
	return told
}

// isDone reads how a sentence begins that speaks of the model as a whole: "Mô hình được triển khai từ tháng
// 5/2024".
var isDone = pattern.MustCompile(`^ ?(?:mô hình|việc)(?: này)?,? (?:(?:được|sẽ|phải|cần) )*(?:triển khai|thực hiện|áp dụng|vận hành|duy trì)(?: thực hiện)? `)

// toldOtherwise reports whether a sentence only tells with what or when a model is carried out,
// or who works on it, so that it is no aim.
func toldOtherwise(s string) bool {
	s = strings.TrimSpace(s)
	return tool.Opens(s) || saysWhen(s) || forcesAt.MatchString(normalize.FoldInPlace(s))
}

// clauses parts sentences where a clause behind ";" announces what it tells: "…; lực lượng triển
// khai gồm Công an xã; công cụ: phần mềm ASM".
func clauses(all []outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	for _, s := range all {
		start := 0
		for _, at := range announcing.FindAllStringIndex(normalize.FoldInPlace(s.Text), -1) {
			out = append(out, s.Slice(start, at[0]))
			start = at[0] + len("; ")
		}
		out = append(out, s.From(start))
	}
	return out
}

// announcing reads how such a clause begins.
var announcing = pattern.MustCompile(`; (?:lực lượng|nhân lực|nhân sự|công cụ|nền tảng|phương tiện|mục tiêu)(?: [^ ;:,.]+){0,5}?(?:: | là | gồm )|, lực lượng (?:nòng cốt|tham gia|thực hiện|triển khai|trực tiếp)(?: (?:thực hiện|triển khai))? (?:là|gồm) `)

// beforeSubject returns where the comma stands behind which a sentence names who leads, perhaps
// behind "giao" or "do"; 0 where none does near its start.
func beforeSubject(s string) int {
	end := min(len(s), 2*longestCharge)
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	s = s[:end]
	for i := strings.Index(s, ", "); i >= 0; {
		rest := strings.TrimPrefix(s[i+2:], "vì vậy ")
		if found, role := agency.Subject(rest); len(found) > 0 && (role == plan.Lead || chargesNext.MatchString(normalize.FoldInPlace(rest[found[0].End:]))) && found[0].Start <= len("giao ") {
			return i
		}
		next := strings.Index(s[i+2:], ", ")
		if i += 2 + next; next < 0 || i > longestCharge {
			return 0
		}
	}
	return 0
}

// chargesNext reads how a body charges the one that leads: "UBND quận giao Trung tâm Y tế chủ trì".
var chargesNext = pattern.MustCompile(`^ giao (?:cho )?[^;.]{3,80} chủ trì`)

// opener reads the circumstances with which a sentence begins that says who leads behind them.
var opener = pattern.MustCompile(`^ ?(?:(?:ngay )?(?:sau )?khi|trong mô hình này|tại|từ trước đến nay|trước mắt|hiện nay|do|vì) `)

// mainClause returns a sentence without the circumstances that it begins with: bodies named
// there do not act in it. "Khi Sở Y tế có hướng dẫn, Phòng Y tế chủ trì, …".
func mainClause(s outline.Phrase) outline.Phrase {
	if !opener.MatchString(normalize.FoldInPlace(s.Text)) {
		return s
	}
	if i := strings.Index(s.Text, " thì "); i > 0 && agency.Begins(s.Text[i+len(" thì "):]) {
		return s.From(i + len(" thì "))
	}
	if i := beforeSubject(s.Text); i > 0 {
		rest := s.From(i + 1).Trim()
		return rest.From(len(rest.Text) - len(strings.TrimPrefix(rest.Text, "vì vậy ")))
	}
	return s
}

// saysLead reports whether a sentence says who leads: "Giao Sở Y tế chủ trì, …".
func saysLead(s string) bool {
	return agency.SaysLead(s)
}

// force reads a sentence that says who works on a model: "Lực lượng tham gia là …", "Công an
// cấp xã và chủ cơ sở lưu trú là lực lượng triển khai chính". Its folded text is f.
func (r *reader) force(m *plan.Model, s outline.Phrase, f string) bool {
	at := forcesAt.FindStringIndex(f)
	if at == nil {
		if at = areForces.FindStringIndex(f); at == nil || len(m.Lead) == 0 {
			return false
		}
		at = []int{0, at[0]} // they stand before it
	} else {
		at = []int{at[1], len(f)}
	}
	named := s.Slice(at[0], at[1]).Trim()
	m.Forces = append(m.Forces, named.Text)
	if x := m.Spans["forces"]; x.IsZero() {
		m.Spans["forces"] = named.Whole()
		r.because("forces", named.Whole())
	}
	return true
}

// forcesAt reads the words that announce who works on a model, areForces those that say it of
// whom the sentence has named.
var (
	forcesAt = pattern.MustCompile(`^(?:(?:lực lượng|nhân lực|nhân sự)(?: (?:trực tiếp|tham gia|thực hiện|triển khai|nòng cốt|chính|chủ yếu|hướng dẫn|hỗ trợ))* ?(?:là|gồm có|bao gồm|gồm|:)|` +
		`tham gia (?:thực hiện|triển khai) (?:có|gồm|là)) `)
	areForces = pattern.MustCompile(` là (?:lực lượng|nhân lực)(?: (?:trực tiếp|tham gia|thực hiện|triển khai|nòng cốt|chính|chủ yếu|hướng dẫn|hỗ trợ))*[.]?$`)
)

// sentence reads one sentence about how a model is carried out, of which it is known
// whether it says who does. It reports whether anything was read of it.
func (r *reader) sentence(m *plan.Model, s outline.Phrase, who bool) (read bool) {
	if who {
		by := r.roles(mainClause(s))
		if len(by.lead)+len(m.Lead) == 0 || agency.BeginsRole(s.Text) {
			m.Implementing = addAgencies(m.Implementing, by.implementing)
		}
		m.Lead, m.Cooperating = addAgencies(m.Lead, by.lead), addAgencies(m.Cooperating, by.cooperating)
		m.Supporting = addAgencies(m.Supporting, by.supporting)
		m.Guiding = addAgencies(m.Guiding, by.guiding)
		read = by.count() > 0
	}
	end := len(s.Text)
	if from, ok := r.timeIn(m, s); ok {
		end, read = from, true
	}
	if len(m.Tools) == 0 {
		if at, ok := tool.Clause(s.Text); ok {
			if at > end {
				end = len(s.Text)
			}
			m.Tools = r.tools(s.Slice(at, beforeActor(s.Text, at, end)))
			read = read || len(m.Tools) > 0
		}
	}
	return read
}

// beforeActor returns where the clause that begins at a byte of s ends: before ";" and a body
// that acts, else at end.
func beforeActor(s string, at, end int) int {
	for i := at; i < end; i++ {
		if s[i] == ';' && (agency.Begins(s[i+1:]) || agency.OfMatter(s[i+1:])) {
			return i
		}
	}
	return end
}

// sentences cuts a text at its full stops and semicolons.
func sentences(text outline.Phrase) []outline.Phrase { return split(text, ".;") }

// split cuts a text behind each of the marks that stands before a blank, outside of
// brackets.
func split(text outline.Phrase, marks string) []outline.Phrase {
	var out []outline.Phrase
	start := 0
	for _, end := range stops(text.Text, marks) {
		if part := text.Slice(start, end); part.Text != "" {
			out = append(out, part)
		}
		start = end
	}
	return out
}

// stops returns where the parts end that split cuts a text into.
func stops(s, marks string) []int {
	several := false // most texts are one sentence
	for i := range len(marks) {
		several = several || strings.IndexByte(s[:max(0, len(s)-1)], marks[i]) >= 0
	}
	if !several {
		return []int{len(s)}
	}
	var out []int
	depth := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '.' && i > 0 && s[i-1] == 'P' && (i == 1 || s[i-2] == ' ' || s[i-2] == '('):
			// "P. Nội vụ"
		case depth <= 0 && i+1 < len(s) && s[i+1] == ' ' && strings.IndexByte(marks, c) >= 0:
			out = append(out, i+1)
		}
	}
	return append(out, len(s))
}

// namesRole reads how a sentence begins that names who leads behind the words for it alone: "Đơn vị chủ trì
// Phòng Nội vụ; đơn vị phối hợp Công an huyện".
var namesRole = pattern.MustCompile(`^(?:đơn vị|cơ quan) (?:chủ trì|phối hợp)(?: thực hiện)? (?:là )?\p{L}`)

// statement reports whether a paragraph says who does the task above it, and perhaps by
// when: "- Công an huyện chủ trì, phối hợp với …, hoàn thành trước 31/12/2022."
func statement(text string) bool {
	found, _ := agency.Subject(text)
	f := normalize.Fold(text)
	if len(found) == 0 && !agency.BeginsRole(text) && !namesRole.MatchString(f) || len(text) > 600 {
		return false
	}
	return strings.Contains(f, "chủ trì") || strings.Contains(f, "thực hiện") || strings.Contains(f, "phối hợp") || agency.SaysWho(text) || agency.SaysLead(text)
}

// toldInProse takes back the labels that are the beginning of a sentence, "Mục tiêu là …", "Chủ trì mô hình là …",
// where more sentences stand behind one of them and no label of its own says who: what stands behind that sentence
// is not under that label.
func toldInProse(fields []*field) []*field {
	told := false
	for _, f := range fields {
		switch f.meaning {
		case "assignments", "organising", "content", "allocation":
			return fields
		case "executing", "lead", "cooperating":
			if f.label != "" && !beginsSentence(f) {
				return fields
			}
		}
		marked := slices.ContainsFunc(f.items, func(p *outline.Para) bool { return p.Marker.Style != outline.None })
		told = told || beginsSentence(f) && !marked && len(stops(f.whole().Text, ".")) > 1
	}
	if !told {
		return fields
	}
	var out []*field
	for _, f := range fields {
		out = append(out, f)
		if !beginsSentence(f) {
			continue
		}
		f.meaning, f.label, f.value = "", "", f.head.Phrase.Trim()
		for _, p := range f.items {
			out = append(out, &field{head: p, value: p.Phrase.Trim()})
		}
		f.items = nil
	}
	return out
}

// beginsSentence reports whether the label of a field that says who, or what for, is the beginning of a sentence.
func beginsSentence(f *field) bool {
	switch f.meaning {
	case "objective", "executing", "lead", "cooperating", "supporting", "forces":
		return strings.HasSuffix(normalize.Fold(f.label), " là")
	}
	return false
}
