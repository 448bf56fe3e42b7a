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
// with what. What stands before the sentence that says who is what the model is for.
func (r *reader) prose(m *plan.Model, text outline.Phrase) {
	all := clauses(split(text, "."))
	says, who := sayer(all)
	aims := slices.ContainsFunc(all, func(s outline.Phrase) bool { return aimsAt.MatchString(normalize.FoldInPlace(s.Text)) })
	r.under = append(r.under, Step{"sentence", ""})
	defer func() { r.under = r.under[:len(r.under)-1] }()
	r.toldAlone(m, all)
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
		case i < who && toldOtherwise(s.Text):
			r.sentence(m, s, false)
		case i >= who:
			if !r.sentence(m, s, says(s.Text) || i > who && cooperates(s.Text)) && !r.guidance(m, s) && agency.NamesBody(s.Text) {
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
	for _, s := range all[:max(0, who)] { // "Từ ngày 01/7/2023, toàn bộ hồ sơ chỉ nhận trên môi trường mạng"
		r.timeIn(m, s)
	}
	r.toldBesides(m, all)
	r.aimOfItsOwn(m, all)
}

// announcesAims reports whether some of the models that are told in prose announce what they are for: "Mục
// tiêu là …". Then the first sentence of the others only describes them.
func (r *reader) announcesAims() bool {
	if r.aimed == nil {
		heads, aimed := 0, 0
		for _, p := range r.outline.Paras {
			switch {
			case p.Item != nil:
				heads++
			case p.Cells == nil && isOfModel(p) && slices.ContainsFunc(split(p.Phrase, "."), func(s outline.Phrase) bool { return aimsAt.MatchString(normalize.FoldInPlace(s.Text)) }):
				aimed++
			}
		}
		announced := aimed >= leastAimed && 4*aimed >= heads
		r.aimed = &announced
	}
	return *r.aimed
}

// leastAimed is so many models, and a quarter of all, that announce what they are for.
const leastAimed = 3

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
		says = func(s string) bool { return agency.SaysWho(s) || agency.BeginsRole(s) }
	}
	return says, slices.IndexFunc(all, func(s outline.Phrase) bool { return says(s.Text) })
}

// describesFirst reports whether the models that are told in prose begin with what they are, most of them: only
// then it is what they are for. Where one here and there does, it tells something else first.
func (r *reader) describesFirst() bool {
	if r.described == nil {
		told, first := 0, 0
		for _, h := range r.heads {
			_, prose := h.parted()
			if prose.Text == "" && len(h.Children) > 0 && h.Children[0].Label == nil {
				prose = h.Children[0].Phrase
			}
			all := split(prose, ".")
			_, who := sayer(all)
			if who < 0 {
				continue
			}
			if told++; who > 0 && !toldOtherwise(all[0].Text) {
				first++
			}
		}
		most := 3*first >= 2*told
		r.described = &most
	}
	return *r.described
}

// toldAlone reads the sentences that tell nothing but when or with what, before those that touch
// on it: "UBND các phường phát 03 lần/tuần. … Bắt đầu từ tháng 3/2024." begins in March.
func (r *reader) toldAlone(m *plan.Model, all []outline.Phrase) {
	for _, s := range all {
		if at := isDone.FindStringIndex(normalize.FoldInPlace(s.Text)); at != nil {
			s = s.From(at[1])
		}
		if m.Timeline == nil && saysDate(strings.TrimRight(s.Text, ".; ")) || len(m.Tools) == 0 && tool.Opens(strings.TrimSpace(s.Text)) {
			r.sentence(m, s, false)
		}
	}
}

// isDone reads how a sentence begins that speaks of the model as a whole: "Mô hình được triển khai từ tháng
// 5/2024".
var isDone = pattern.MustCompile(`^ ?(?:mô hình|việc)(?: này)?,? (?:(?:được|sẽ|phải|cần) )*(?:triển khai|thực hiện|áp dụng|vận hành|duy trì)(?: thực hiện)? `)

// toldBesides reads what a model is for behind "nhằm" within a sentence, where none tells it by
// itself.
func (r *reader) toldBesides(m *plan.Model, all []outline.Phrase) {
	for _, s := range all {
		if m.Objective != nil {
			break
		}
		if at := purposeIn(normalize.FoldInPlace(s.Text)); at != nil {
			r.aim(m, s.Slice(at[2], at[3]))
		}
	}
}

// aimOfItsOwn takes a sentence behind the one that says who for what a model is for, where it says what is to be
// reached and neither who nor when nor with what: "Ít nhất 80% hộ dân có người sử dụng thành thạo …".
func (r *reader) aimOfItsOwn(m *plan.Model, all []outline.Phrase) {
	for i, s := range all {
		if m.Objective != nil {
			return
		}
		said := strings.TrimSpace(s.Text)
		if i == 0 || len(said) < leastAim || !reached.MatchString(said) || toldOtherwise(said) || saysLead(said) || agency.SaysWho(said) || agency.NamesBody(said) || agency.BeginsRole(said) {
			continue
		}
		if _, _, _, dated := timeline.Find(said); dated {
			continue
		}
		if _, with := tool.Clause(said); with {
			continue
		}
		r.aim(m, s)
	}
}

// reached reads a share that is to be reached.
var reached = pattern.MustCompile(`\d ?%`)

// leastAim is the bytes of the shortest sentence that says what a model is for.
const leastAim = 40

// purposeWithin reads the purpose that stands behind a deed, up to the end of its clause.
var purposeWithin = pattern.MustCompile(`(?:,? (?:nhằm (?:mục đích )?|với mục (?:tiêu|đích) )|, (?:để |giúp |qua đó (?:nhằm |giúp )?|từ đó )|[^,] để (?:cho )?(?:người |bà con |nhân dân |công dân |du khách |học sinh |bệnh nhân |doanh nghiệp ))((?:[^.;]|[.]\d){12,})`)

// purposeIn returns where such a purpose stands in a folded text, as the pattern does; nil where none does. "Không để
// người dân phải đi lại" is none.
func purposeIn(f string) []int {
	at := purposeWithin.FindStringSubmatchIndex(f)
	if at != nil && strings.HasPrefix(f[at[0]:], "g để ") && strings.HasSuffix(f[:at[0]], "khôn") {
		return nil
	}
	return at
}

// aimWithin reads what is to be reached behind a deed, up to the end of its clause: "…, mục tiêu đến
// hết năm 2023 có trên 90% lượt khám dùng căn cước".
var aimWithin = pattern.MustCompile(`, (?:mục tiêu(?: là)?:? |phấn đấu (?:có |đạt )?)((?:trên |ít nhất |tối thiểu |đến (?:hết )?(?:năm|tháng|quý|ngày) [\d/]+,? (?:có|đạt) |\d)(?:[^.;]|[.]\d){12,})`)

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
var announcing = pattern.MustCompile(`; (?:lực lượng|nhân lực|nhân sự|công cụ|nền tảng|phương tiện|mục tiêu)(?: [^ ;:,.]+){0,5}?(?:: | là | gồm )`)

// aimBefore parts what a model is for from the sentence that says who leads it behind a comma:
// "Nhằm …, giao Công an quận chủ trì", "Để …, Công an tỉnh chủ trì".
func aimBefore(s outline.Phrase) (aim, rest outline.Phrase, ok bool) {
	at := purposeAt.FindStringIndex(normalize.FoldInPlace(s.Text))
	if at == nil || !saysLead(s.Text) {
		return aim, rest, false
	}
	if i := beforeSubject(s.Text); i > at[1] {
		return s.Slice(at[1], i), s.From(i + 1), true
	}
	return aim, rest, false
}

// purposeAt reads the word with which a sentence begins that tells a purpose first.
var purposeAt = pattern.MustCompile(`^ ?(?:nhằm|để|với)(?: (?:đạt )?mục (?:tiêu|đích))? `)

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

func (r *reader) aim(m *plan.Model, s outline.Phrase) {
	o := s.Trim()
	if at := purposeAt.FindStringIndex(normalize.FoldInPlace(o.Text)); at != nil && at[1] < len(o.Text) {
		o = o.From(at[1]).Trim()
	} else if at := aimsAt.FindStringIndex(normalize.FoldInPlace(o.Text)); at != nil && at[1] < len(o.Text) {
		o = o.From(at[1]).Trim()
	}
	m.Objective = &o.Text
	m.Spans["objective"] = o.Whole()
	r.because("objective", o.Whole())
}

// aimsAt reads the words with which a sentence announces what a model is for: "Mục tiêu đặt ra
// là …", "Mô hình hướng tới mục tiêu …".
var aimsAt = pattern.MustCompile(`^(?:mô hình (?:này )?(?:hướng (?:tới|đến)|có|đặt(?: ra)?|xác định|nhằm) (?:các )?mục (?:tiêu|đích)(?: là)?:? |` +
	`mô hình (?:này )?hướng (?:tới|đến)(?: việc)? |` +
	`mô hình (?:này )?(?:được (?:triển khai|xây dựng|thực hiện|tổ chức) )?(?:nhằm|giúp) |` +
	`mục (?:tiêu|đích)(?: (?:của mô hình(?: này)?|đặt ra|hướng (?:tới|đến)|cụ thể|chính|chung|cần đạt|phấn đấu|trước mắt))* ?(?:là|:) )`)

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
		if s[i] == ';' && (agency.Begins(s[i+1:]) || ofMatter.MatchString(normalize.FoldInPlace(s[i+1:]))) {
			return i
		}
	}
	return end
}

// ofMatter reads how a clause begins that speaks of the model again: "; công việc này thực hiện thường xuyên".
var ofMatter = pattern.MustCompile(`^ ?(?:công việc|việc|mô hình|nhiệm vụ|nội dung) `)

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
