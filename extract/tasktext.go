package extract

// Who does a task and when, out of the sentences of the task itself.

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// fromText reads who does a task from its own text.
func (r *reader) fromText(t *plan.Task, text outline.Phrase, charged parties) {
	if m := lastBrackets.FindStringSubmatchIndex(text.Text); m != nil {
		in := text.Slice(m[2], m[3])
		if statement(in.Text) || agency.SaysLead(in.Text) || isDuty(in.Text) && agency.Begins(in.Text) && !past.MatchString(normalize.FoldInPlace(in.Text)) || agency.BeginsRole(in.Text) || bodyAndTime(in.Text) {
			r.assign(t, in)
			r.lastTime(t, in)
			r.anyTime(t, in)
			r.productIn(t, in)
			return
		}
		if when, who, ok := timeAndBody(in); ok { // "(mỗi quý một lần; Phòng Nội vụ)"
			r.assign(t, who)
			r.anyTime(t, when)
			return
		}
		if at := givenTo.FindStringIndex(normalize.FoldInPlace(in.Text)); at != nil && (bodyAndTime(in.Text[at[1]:]) || agency.Begins(in.Text[at[1]:]) && agency.OnlyBodies(in.Text[at[1]:])) {
			r.assign(t, in.From(at[1]))
			r.lastTime(t, in.From(at[1]))
			return
		}
	}
	if m := leadInBrackets.FindStringSubmatchIndex(text.Text); m != nil && statement(text.Text[m[2]:m[3]]) {
		r.assign(t, text.Slice(m[2], m[3]))
		return
	}
	if i := strings.Index(text.Text, ": "); i > 0 && i < longestBefore {
		if _, timed := timeline.Heads(text.Text[:i]); timed { // "Trong quý III/2024: Công an huyện lắp camera"
			r.fromText(t, text.From(i+1).Trim(), charged)
			return
		}
	}
	all := wholeSubjects(sentences(text))
	if len(all) == 0 {
		return // a footnote's mark and nothing else
	}
	if s, ok := behindColon(all[0]); ok {
		r.assign(t, s)
		return
	}
	if _, who, at, ok := inParts(text); ok {
		r.assign(t, who)
		read, _ := timeline.Parse(at.Text)
		r.timelineFound(t, at, read)
		return
	}
	if r.eachCharged(t, text) || r.stated(t, all) {
		return
	}
	if s, ok := behindHeading(all[0]); ok {
		r.assign(t, s)
		return
	}
	found, _ := agency.Subject(text.Text)
	switch {
	case len(found) > 0 && (strings.Contains(normalize.Fold(text.Text), "chủ trì") || roleBehind(all[0], found) != ""):
		r.assign(t, all[0])
	case len(found) > 0:
		r.within("sentence", "", func() { t.Implementing = r.agencies(text, found) })
		r.othersAct(t, all)
		if withWhom.MatchString(normalize.FoldInPlace(all[0].Text)) {
			r.within("sentence", "", func() { t.Cooperating = r.roles(all[0]).cooperating })
		}
	case charged.count() == 0 && elided.MatchString(normalize.FoldInPlace(text.Text)):
		r.within("sentence", "", func() { t.Cooperating = r.roles(all[0]).cooperating }) // who leads goes without saying
	case charged.count() == 0 && r.doerInBrackets(t, all[0]):
	default:
		r.assignCharged(t, all, charged)
	}
}

// past reads what tells of something done before: "(Công an tỉnh đã triển khai trong năm 2023)".
var past = pattern.MustCompile(` (?:đã|đang|từng) `)

// withWhom reads, behind what a body does, that it does so with others: "Trung tâm Y tế huyện lập sổ sức khỏe điện tử,
// phối hợp với Bảo hiểm xã hội huyện", "…, Bảo hiểm xã hội huyện phối hợp thực hiện".
var withWhom = pattern.MustCompile(`, phối hợp (?:chặt chẽ )?(?:với|cùng) |, [^,;.:]{4,100} phối hợp(?: (?:thực hiện|triển khai|tham mưu))?[.;]?$`)

// othersAct adds who acts in the clauses behind the first: "Phòng Tư pháp số hóa sổ hộ tịch; Công an huyện làm
// sạch dữ liệu".
func (r *reader) othersAct(t *plan.Task, all []outline.Phrase) {
	for i := 1; i < len(all) && strings.HasSuffix(all[i-1].Text, ";"); i++ {
		found, role := agency.Subject(all[i].Text)
		if len(found) == 0 || found[0].Start > 0 || role != "" && role != plan.Implement {
			return
		}
		r.within("sentence", "", func() { t.Implementing = addAgencies(t.Implementing, r.agencies(all[i], found)) })
	}
}

// longestBefore is the bytes of the longest time before a colon that what is done then stands behind.
const longestBefore = 60

// givenTo reads, in brackets behind a task, the words before whom it is given to: "(UBND huyện giao Phòng Nội vụ; tháng 8/2024)".
var givenTo = pattern.MustCompile(`^(?:[^;:,()]{2,60} )?(?:giao(?: cho)?|phân công) `)

// productIn reads the product that brackets name under its label: "(Chủ trì: Sở Tư pháp; sản phẩm: Quyết
// định; thời gian: Quý II)".
func (r *reader) productIn(t *plan.Task, in outline.Phrase) {
	for _, s := range split(in, ".;") {
		colon := strings.IndexByte(s.Text, ':')
		if t.Product != nil || colon < 0 {
			continue
		}
		if meaning, whole := lexicon.Labels("field").Whole(strings.TrimSpace(s.Text[:colon])); whole && meaning == "product" {
			text := strings.TrimRight(s.From(colon+1).Trim().Text, " ;.")
			t.Product = &text
			r.because("product "+t.ID, source.Span{})
		}
	}
}

// elided reads how a sentence begins that leaves out who acts, since the whole plan is theirs:
// "Chủ trì, phối hợp với các Bộ … xây dựng Nghị định".
var elided = pattern.MustCompile(`^(?:chủ trì(?:,| và)? )?phối hợp (?:chặt chẽ )?(?:với|cùng) `)

// doerInBrackets reads a body of the place that stands alone in the brackets with which the
// first sentence of a task ends: "Thành lập 05 đội lưu động (Công an thị xã)".
func (r *reader) doerInBrackets(t *plan.Task, s outline.Phrase) bool {
	m := bodyInBrackets(s)
	if m == nil {
		return false
	}
	r.assign(t, s.Slice(m[0], m[1]))
	return true
}

// bodyInBrackets returns from where to where that body stands in s, nil where none does.
func bodyInBrackets(s outline.Phrase) []int {
	m := lastBrackets.FindStringSubmatchIndex(strings.TrimRight(s.Text, " .;"))
	if m == nil || !agency.OnlyBodies(s.Text[m[2]:m[3]]) || ofTheState.MatchString(normalize.Fold(s.Text[m[2]:m[3]])) {
		return nil
	}
	return m[2:4]
}

// ofTheState reads bodies above the provinces, which are named in brackets for what is theirs.
var ofTheState = pattern.MustCompile(`(?:^|[,;] ?)(?:bộ|cục|tổng cục|chính phủ|thủ tướng|văn phòng chính phủ|c0\d|vụ|quốc hội|tập đoàn|công ty|vnpt|viettel)`)

// lastBrackets reads the brackets at the end of a task, which may lack the closing one: "(Phòng Tư pháp
// chủ trì. …)".
var lastBrackets = pattern.MustCompile(`[(\[]([^()\[\]]*?)(?:[)\]]|\.)?\s*$`)

// leadInBrackets reads brackets in the midst of a task that say who leads.
var leadInBrackets = pattern.MustCompile(`[(\[]([^()\[\]]* chủ trì[^()\[\]]*)[)\]]`)

// wholeSubjects joins the sentences that only name bodies with the one behind them: "Thủ
// trưởng các sở, ngành; Chủ tịch UBND các huyện chỉ đạo …" is one.
func wholeSubjects(all []outline.Phrase) []outline.Phrase {
	out := all[:0]
	open := 0 // so many before the next only name bodies
	for i, s := range all {
		if i+1 < len(all) && strings.HasSuffix(s.Text, ";") && agency.Begins(s.Text) && agency.OnlyBodies(strings.TrimRight(s.Text, " ;")) {
			open++
			continue
		}
		if open > 0 {
			s = outline.Join(" ", all[i-open:i+1]...)
			open = 0
		}
		out = append(out, s)
	}
	return out
}

// stated reads who does a task from its sentences: under labels ("…; đơn vị chủ trì: Công an
// xã; đơn vị phối hợp: các thôn"), else from the first that says so and those that go on with
// it behind ";".
func (r *reader) stated(t *plan.Task, all []outline.Phrase) bool {
	labelled := false
	var says []outline.Phrase
	for i, s := range all {
		if i > 0 && len(says) == 0 {
			s = s.From(len(thisWork.FindString(normalize.FoldInPlace(s.Text))))
		}
		switch {
		case i > 0 && len(says) == 0 && s.Text != all[i].Text && agency.Begins(s.Text):
			says = append(says, s) // "Việc này giao cho Sở Y tế, có sự tham gia của …"
			if first, rest, ok := theirsAlone(s); ok {
				by := &t.Implementing
				if strings.HasPrefix(normalize.FoldInPlace(all[i].Text), "trách nhiệm chính ") {
					by = &t.Lead
				}
				r.within("sentence", "", func() { *by = addAgencies(*by, r.list(first)) })
				says[0] = rest
			}
		case i == 0 && leadsOn(s):
			says = append(says, s) // "Giao Công an tỉnh chủ trì tham mưu; các sở, ngành phối hợp"
		case i == 0 && !agency.BeginsRole(s.Text):
		case len(says) > 0 && !strings.HasSuffix(says[len(says)-1].Text, ";"):
		case agency.BeginsRole(s.Text):
			r.assign(t, s)
			labelled = true
		case !labelled && (statement(s.Text) || len(says) > 0 && (agency.Begins(s.Text) || agency.BeginsJoining(s.Text))):
			says = append(says, s) // "…; các cơ sở lưu trú tham gia" behind who leads
		}
	}
	if len(says) > 0 {
		r.assign(t, outline.Join(" ", says...)) // "Sở Y tế chủ trì; phối hợp: Sở Nội vụ + VNPT"
	}
	return labelled || len(says) > 0
}

// thisWork reads the words before whose what a sentence before tells is: "Việc này giao cho Sở Y tế", "Nội dung
// này thuộc trách nhiệm của Sở Y tế", "Trách nhiệm chính thuộc Sở Y tế", "Do Sở Y tế đảm trách".
var thisWork = pattern.MustCompile(`^(?:riêng )?(?:việc|nội dung|nhiệm vụ|phần việc|công việc|hoạt động) này (?:được )?(?:phân công(?: cho)?|giao(?: cho)?|do|(?:thuộc|là) (?:trách nhiệm|nhiệm vụ|việc|phần việc)(?: chính)?(?: của)?|thuộc(?: về)?) ` +
	`|^(?:trách nhiệm(?: chính)? (?:thuộc(?: về)?|là của)|(?:đầu việc|phần việc) (?:của|thuộc(?: về)?)|(?:việc|nhiệm vụ|nội dung|phần việc) (?:được )?(?:giao|phân công) cho|do) `)

// theirsAlone parts the body whose some work is from others of whom a clause behind the comma says that they
// join: "Sở Y tế, Sở Nội vụ phối hợp".
func theirsAlone(s outline.Phrase) (first, rest outline.Phrase, ok bool) {
	i := strings.Index(s.Text, ", ")
	if i < 0 || !agency.OnlyBodies(s.Text[:i]) {
		return first, rest, false
	}
	first, rest = s.Slice(0, i), s.From(i+2)
	_, role := agency.Subject(rest.Text)
	return first, rest, role == plan.Cooperate
}

// leadsOn reports whether the first sentence of a task names its subject as leading and goes on
// behind ";".
func leadsOn(s outline.Phrase) bool {
	if !strings.HasSuffix(s.Text, ";") {
		return false
	}
	found, role := agency.Subject(s.Text)
	return len(found) > 0 && (role == plan.Lead || roleBehind(s, found) == plan.Lead)
}

// behindColon returns the clause behind the last colon or dash that says who does what stands
// before it: "Biên soạn tài liệu: do Ban Tuyên giáo chủ trì, …", "Việc số hóa sổ hộ tịch giao Phòng Tư
// pháp chủ trì", "Số hóa sổ hộ tịch - Phòng Tư pháp chủ trì".
func behindColon(s outline.Phrase) (outline.Phrase, bool) {
	if i := max(strings.LastIndex(s.Text, ": do "), strings.LastIndex(s.Text, ": giao "), strings.LastIndex(s.Text, ", do ")); i >= 0 {
		rest := s.From(i + 2)
		return rest, statement(rest.Text)
	}
	if i := strings.LastIndex(s.Text, " do "); i >= 0 && strings.HasPrefix(s.Text, "Việc ") && agency.SaysLead(s.Text[i:]) {
		rest := s.From(i + 1)
		return rest, statement(rest.Text)
	}
	if i := strings.LastIndex(s.Text, " giao "); i >= 0 && !agency.Begins(s.Text) {
		if rest := s.From(i + len(" giao ")); agency.Begins(rest.Text) && agency.SaysLead(rest.Text) {
			return rest, true
		}
	}
	if i := strings.LastIndex(s.Text, ", với "); i >= 0 && !agency.Begins(s.Text) { // "…, với A là đơn vị chủ trì và B là đơn vị phối hợp"
		if rest := s.From(i + len(", với ")); agency.Begins(rest.Text) && agency.SaysLead(rest.Text) {
			return rest, true
		}
	}
	if at := isTheirs.FindStringIndex(normalize.FoldInPlace(s.Text)); at != nil {
		if rest := s.From(at[1]); agency.OnlyBodies(rest.Text) || bodyAndTime(rest.Text) {
			return rest, true
		}
	}
	if i := strings.LastIndex(s.Text, ": "); i >= 0 && !agency.BeginsRole(s.Text) && !announces.MatchString(normalize.Fold(s.Text[:i])) {
		rest := s.From(i + 2)
		if end := strings.TrimRight(rest.Text, " .;"); strings.HasSuffix(end, ")") && !agency.SaysLead(end) {
			rest = rest.Slice(0, max(0, strings.LastIndexByte(rest.Text, '('))) // none where they open before the colon
		}
		if rest = rest.Trim(); agency.OnlyBodies(rest.Text) || bodyAndTime(rest.Text) {
			return rest, true
		}
	}
	for i := strings.LastIndex(s.Text, " - "); i >= 0; i = strings.LastIndex(s.Text[:i], " - ") {
		if !agency.SaysLead(s.Text[i:]) {
			continue
		}
		rest := s.From(i + 3)
		return rest, !agency.Begins(s.Text) && statement(rest.Text)
	}
	if i := strings.LastIndex(s.Text, " - "); i >= 0 && !agency.Begins(s.Text) {
		rest := s.From(i + 3)
		return rest, agency.Begins(rest.Text) && (agency.SaysWho(rest.Text) || namesOnly(rest.Text)) // "… - Báo Yên Bái thực hiện, từ tháng 4/2023", "… - Phòng Nội vụ"
	}
	return outline.Phrase{}, false
}

// eachCharged reads a task of which each clause, behind what the task is about, charges another body: "Công tác
// chỉ đạo: Phòng Nội vụ tham mưu …; Công an huyện tham mưu …". All of them do it. So does one alone behind few words.
func (r *reader) eachCharged(t *plan.Task, text outline.Phrase) bool {
	i := strings.Index(text.Text, ": ")
	if i < 0 || agency.Begins(text.Text) {
		return false
	}
	parts := split(text.From(i+1).Trim(), ";")
	for _, s := range parts {
		found, role := agency.Subject(s.Trim().Text)
		if len(found) == 0 || found[0].Start > 0 || role != "" && role != plan.Implement {
			return false
		}
	}
	if len(parts) < 2 && (i > longestSubject || !isDuty(parts[0].Trim().Text)) {
		return false
	}
	for _, s := range parts {
		s = s.Trim()
		found, _ := agency.Subject(s.Text)
		r.within("sentence", "", func() { t.Implementing = addAgencies(t.Implementing, r.agencies(s, found)) })
	}
	return true
}

// partsMarks are the marks that part what a task is from who does it and when.
var partsMarks = []string{" – ", " - ", "==>", "=>", "→", " | ", "; ", ". "}

// inParts reads a text in three parts, what, who and when: "Nâng cấp mạng LAN – Phòng Văn hóa và Thông tin –
// Quý II/2024", "Tổ chức hội thi - Sở Nội vụ tham mưu - tháng 10/2024". The last two may stand the other way round.
func inParts(text outline.Phrase) (what, who, at outline.Phrase, ok bool) {
	text = text.Slice(0, len(strings.TrimRight(text.Text, " .;")))
	for _, mark := range partsMarks {
		j := strings.LastIndex(text.Text, mark)
		if j < 0 {
			continue
		}
		i := strings.LastIndex(text.Text[:j], mark)
		if i <= 0 || agency.Begins(text.Text) && (mark != " – " && mark != " - " || agency.SaysWho(text.Text)) || strings.Count(text.Text[i:], "(") != strings.Count(text.Text[i:], ")") {
			continue // "… (Phòng Nội vụ; tháng 8/2024)" parts nothing
		}
		who, at = text.Slice(i+len(mark), j).Trim(), text.From(j+len(mark)).Trim()
		does := mark == " - " && len(who.Text) < longestSubject && agency.Begins(who.Text) && agency.SaysWho(who.Text)
		if !does && !agency.OnlyBodies(who.Text) {
			who, at = at, who
		}
		if _, timed := timeline.Heads(at.Text); timed && agency.Begins(who.Text) && (does || agency.OnlyBodies(who.Text)) {
			if k := strings.LastIndex(text.Text[:i], mark); k > 0 { // "Lắp camera; Công an huyện; UBND các xã; 30/9/2024"
				if others := text.Slice(k+len(mark), i).Trim(); agency.Begins(others.Text) && agency.OnlyBodies(others.Text) {
					return text.Slice(0, k).Trim(), outline.Join("; ", others, who), at, true
				}
			}
			return text.Slice(0, i).Trim(), who, at, true
		}
	}
	return outline.Phrase{}, outline.Phrase{}, outline.Phrase{}, false
}

// isTheirs reads the words before whose a task is: "… thuộc trách nhiệm của Sở Y tế", "… - trách nhiệm của Sở Y tế".
var isTheirs = pattern.MustCompile(` (?:thuộc|là|-|–) (?:trách nhiệm|nhiệm vụ|việc|phần việc) của `)

// announces is what stands before a colon behind which bodies are listed that do not act.
var announces = pattern.MustCompile(`(?:gồm|là|sau|tại|cho|đến|với|của|vị|quan|ngành|xã|phường|thành viên|thành phần|địa điểm|địa bàn|đối tượng|nơi nhận)(?: [^ ]+)?$`)

// longestSubject is the bytes of what a task is about, before the colon behind which somebody does
// it.
const longestSubject = 80

// behindHeading returns the statement behind what a task is about: "Công tác tuyên truyền:
// Ban Tuyên giáo chủ trì, phối hợp với …".
func behindHeading(s outline.Phrase) (outline.Phrase, bool) {
	i := strings.Index(s.Text, ": ")
	if i < 0 || agency.Begins(s.Text) {
		return outline.Phrase{}, false
	}
	rest := s.From(i + 1)
	return rest, statement(rest.Text) && (i <= longestSubject || agency.SaysLead(rest.Text))
}

// roleBehind returns the role that stands right behind the bodies that begin a sentence: "Sở Y
// tế làm đầu mối, …", "Cục Thuế tỉnh có trách nhiệm phối hợp cùng …"; "" where none does.
func roleBehind(s outline.Phrase, found []agency.Match) plan.Role {
	end := found[len(found)-1].End
	if end > len(s.Text) {
		return ""
	}
	rest := strings.TrimSpace(s.Text[end:])
	for _, w := range []string{"sẽ ", "có trách nhiệm ", "tiếp tục ", "chủ động "} {
		rest = strings.TrimPrefix(rest, w)
	}
	return agency.OpensRole(rest)
}

// assignCharged gives a task to those charged with it by what stands above it. They lead
// where its text begins with "Chủ trì"; with whom they cooperate a sentence says that begins so.
func (r *reader) assignCharged(t *plan.Task, all []outline.Phrase, charged parties) {
	t.Lead, t.Cooperating, t.Implementing = charged.lead, charged.cooperating, charged.implementing
	if charged.count() == 0 {
		return
	}
	if agency.OpensRole(all[0].Text) == plan.Lead {
		t.Lead, t.Implementing = addAgencies(slices.Clone(t.Lead), t.Implementing), nil
	}
	for i, s := range all {
		if role := agency.OpensRole(s.Text); role == plan.Cooperate || role != "" && i == 0 {
			var by parties
			r.within("sentence", "", func() { by = r.roles(s) })
			t.Cooperating = addAgencies(slices.Clone(t.Cooperating), by.cooperating)
		}
	}
}
