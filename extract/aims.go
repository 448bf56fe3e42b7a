package extract

// What a model is for, where it is told in sentences.

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/extract/tool"
	"kehoach/normalize"
)

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

// aimOfLine makes an aim of a line of its own that says nothing else, beside a label that says who: "Nhằm tạo kênh để
// người dân gửi ý kiến." beside "Đơn vị chủ trì là Phòng Nội vụ". Where no label says who all lines are read as prose.
func aimOfLine(fields []*field) {
	labelled := false
	for _, f := range fields {
		labelled = labelled || namesBodies(f.meaning)
		if f.meaning == "objective" {
			return
		}
	}
	if !labelled {
		return
	}
	for _, f := range fields {
		s := f.value.Trim()
		at := aimOnly.FindStringIndex(normalize.FoldInPlace(s.Text))
		if f.meaning == "" && at != nil && len(f.items) == 0 && len(stops(s.Text, ".")) == 1 && !saysLead(s.Text) && !agency.SaysWho(s.Text) {
			f.meaning, f.value = "objective", s.From(at[1])
			return
		}
	}
}

// aimOnly reads how such a line begins.
var aimOnly = pattern.MustCompile(`^nhằm (?:mục đích |mục tiêu )?`)

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

// aimBefore parts what a model is for from the sentence that says who leads it behind a comma:
// "Nhằm …, giao Công an quận chủ trì", "Để …, Công an tỉnh chủ trì".
func aimBefore(s outline.Phrase) (aim, rest outline.Phrase, ok bool) {
	f := normalize.FoldInPlace(s.Text)
	at := purposeAt.FindStringIndex(f)
	if at == nil {
		return aim, rest, false
	}
	if !saysLead(s.Text) {
		if behind := modelBehind.FindStringIndex(f); behind != nil {
			return s.Slice(at[1], behind[0]), s.From(behind[0] + 1).Trim(), true
		}
		return aim, rest, false
	}
	if i := beforeSubject(s.Text); i > at[1] && !pointsBack.MatchString(normalize.FoldInPlace(s.Text[at[1]:i])) {
		return s.Slice(at[1], i), s.From(i + 1), true
	}
	return aim, rest, false
}

// modelBehind reads how a sentence goes on behind its purpose that speaks of the model: "…, mô hình được làm điểm
// tại chợ Đông Hà".
var modelBehind = pattern.MustCompile(`, mô hình (?:này )?(?:(?:sẽ|phải|cần) )?(?:được|triển khai|thực hiện|tổ chức|áp dụng|bắt đầu) `)

// pointsBack reads what names no purpose but the one told before: "Để bảo đảm việc này, …".
var pointsBack = pattern.MustCompile(`^(?:[^,;.]{0,30} )?(?:việc|điều|mục tiêu|mục đích|yêu cầu|nội dung|kết quả) (?:này|đó|trên|nêu trên)$`)

// purposeAt reads the word with which a sentence begins that tells a purpose first.
var purposeAt = pattern.MustCompile(`^ ?(?:nhằm|để|với)(?: (?:đạt )?mục (?:tiêu|đích))? `)

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
	`mục (?:tiêu|đích)(?: (?:của mô hình(?: này)?|đặt ra|đề ra|hướng (?:tới|đến)|cụ thể|chính|chung|cần đạt|phấn đấu|trước mắt))* ?(?:là|:) )`)
