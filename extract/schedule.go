package extract

// When models are due, and who leads them, that say it not themselves: a section of its own tells
// it by their numbers.

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

var (
	// listsModels reads the models that a clause names: "các mô hình số 1, 2 và 6", "mô hình số 22 và
	// mô hình số 23", "mô hình 1 đến 5".
	listsModels = pattern.MustCompile(`(?:\d{1,2} |(?:các|những|nhóm) )?mô hình(?: điểm)?(?: số| thứ| có số thứ tự)? (` + outline.NumberList + `)(?:[^/\d%]|$)`)
	// beforeModels reads the words that may stand between what a clause tells and its models, and
	// behind them.
	beforeModels = pattern.MustCompile(`(?:^|[:;,] ?)(?:(?:tập trung|ưu tiên|tiếp tục|tổ chức|triển khai|thực hiện|hoàn thành|hoàn thiện|chủ trì|xong|đối với|riêng|còn|với|từ|gồm|bao gồm|là|việc|chủ yếu) ?)*$`)
	behindModels = pattern.MustCompile(`^(?:[:,]| -| –)? ?(?:(?:được|sẽ|thì|phải|tổ chức|triển khai|thực hiện) )*`)
	// firstOfTime reads the first word of what only says when.
	firstOfTime = pattern.MustCompile(`^(?:hoàn thành|xong|trước|trong|từ|đến|vào|năm|quý|tháng|ngày|cả năm|thường xuyên|liên tục|định kỳ|hằng|hàng|sau|khi|ngay|theo|chậm nhất|muộn nhất|dự kiến|bắt đầu|kết thúc|giai đoạn|\d)`)
)

// tellByNumber gives models what paragraphs outside of them say of them by number, where nothing at
// the models says it: "1. Hoàn thành trước ngày 30/6/2024: các mô hình số 1, 2, 6", "Mô hình số 22
// thực hiện sau khi …", "Công an xã: các mô hình số 1, 5" below "PHÂN CÔNG CHỦ TRÌ".
func (r *reader) tellByNumber() {
	if len(r.x.Models) == 0 {
		return
	}
	open := map[int]bool{} // the models that do not say when
	for i := range r.x.Models {
		open[r.x.Models[i].Number] = r.x.Models[i].Timeline == nil
	}
	for _, p := range r.outline.Paras {
		if p.Cells == nil && numbersModel.MatchString(p.Text) && !isOfModel(p) {
			for _, clause := range clausesOf(p.Phrase) {
				r.tellOf(p, clause, open)
			}
		}
	}
}

// isOfModel reports whether a paragraph is the head of a model or stands below it.
func isOfModel(p *outline.Para) bool {
	for ; p != nil; p = p.Parent {
		if p.Item != nil {
			return true
		}
	}
	return false
}

// clausesOf parts a text at the semicolons and full stops behind which another clause begins.
func clausesOf(s outline.Phrase) (all []outline.Phrase) {
	from := 0
	for _, end := range stops(s.Text, ".;") {
		all = append(all, s.Slice(from, end).Trim())
		from = end
	}
	return append(all, s.From(from).Trim())
}

// tellOf reads one clause that names models by number.
func (r *reader) tellOf(p *outline.Para, clause outline.Phrase, open map[int]bool) {
	f := normalize.FoldInPlace(clause.Text)
	at := listsModels.FindStringSubmatchIndex(f)
	if at == nil {
		return
	}
	models := r.modelsOf(f[at[2]:at[3]])
	before, after := clause.Slice(0, at[0]), clause.From(at[3])
	if r.chargedByNumber(clause, at[2], at[3], models) {
		r.understood[p] = true
		for {
			comma := strings.Index(after.Text, ", ")
			if comma < 0 {
				return
			}
			if after = after.From(comma + 2).Trim(); r.dueByNumber(after, 0, models, open) {
				return // "Mô hình 1: Công an xã chủ trì, hoàn thành trong tháng 6/2024"
			}
		}
	}
	words := beforeModels.FindStringIndex(f[:at[0]])
	if words == nil {
		return // it tells of something else
	}
	before = before.Slice(0, words[0]).Trim()
	after = after.From(behindModels.FindStringIndex(normalize.FoldInPlace(after.Text))[1]).Trim()
	if before.Text == "" && after.Text == "" && p.Parent != nil && len(p.Parent.Text) < longestHeading {
		before = p.Parent.Phrase.Trim() // "a) Quý I/2024" over "- Mô hình số 1, 2"
	}
	if r.dueByNumber(before, len(before.Text), models, open) || r.ledByNumber(p, before, models) || r.dueByNumber(after, 0, models, open) {
		r.understood[p] = true
	}
}

// ofThem reads the words between models and whom a clause charges with them: "mô hình 3 và 4 do Sở Y tế chủ trì".
var ofThem = pattern.MustCompile(`^[:,]?(?: -| –)? ?(?:(?:được|sẽ|đều|thì|do|giao|cho) )*`)

// chargedByNumber gives models to whom a clause charges with those of the numbers from byte start to end,
// where nothing at the models says who leads them: "Sở Y tế chủ trì thực hiện mô hình 1, 2, phối hợp với
// Sở Tài chính", "Các mô hình số 3 và 4 do Sở Y tế chủ trì".
func (r *reader) chargedByNumber(clause outline.Phrase, start, end int, models []*plan.Model) bool {
	says := clause.From(end)
	says = says.From(len(ofThem.FindString(normalize.FoldInPlace(says.Text))))
	if m := leadsModels.FindStringSubmatchIndex(normalize.FoldInPlace(clause.Text)); m != nil && m[4] == start {
		says = clause.Slice(0, m[0]+len("chủ trì"))
		if rest := clause.From(end); m[2] >= 0 {
			says = clause.Slice(0, m[3])
		} else if strings.HasPrefix(strings.TrimLeft(rest.Text, ", "), "phối hợp") {
			says = outline.Join("", says, rest)
		}
		says = says.From(len(ofThem.FindString(normalize.FoldInPlace(says.Text))))
	}
	if !agency.Begins(says.Text) || !agency.SaysLead(says.Text) {
		return false
	}
	for _, m := range models {
		if r.ledAlready[m.Number] {
			continue
		}
		var by parties
		r.inside(nameModel(m.Number), func() { r.within("by-number", says.Text, func() { by = r.roles(says) }) })
		m.Lead, m.Cooperating = addAgencies(m.Lead, by.lead), addAgencies(m.Cooperating, by.cooperating)
	}
	return true
}

// dueByNumber gives models the time that s tells: with its first words or, up to latest bytes
// behind these, within.
func (r *reader) dueByNumber(s outline.Phrase, latest int, models []*plan.Model, open map[int]bool) bool {
	if s.Text == "" {
		return false
	}
	read, ok := r.when(s.Text)
	if ok = ok && (latest > 0 || firstOfTime.MatchString(normalize.FoldInPlace(s.Text))); !ok {
		var from, to int
		if read, from, to, ok = timeline.Find(s.Text); !ok || from > latest {
			return false
		}
		s = s.Slice(from, to).Trim()
	}
	for _, m := range models {
		if open[m.Number] && m.Timeline == nil {
			r.inside(nameModel(m.Number), func() {
				r.within("by-number", s.Text, func() {
					m.Timeline = r.timeOf(s, read)
					m.Spans["timeline"] = s.Whole()
				})
			})
		}
	}
	return true
}

// ledByNumber gives models to the bodies that s names and nothing else, where a heading above says
// that they lead.
func (r *reader) ledByNumber(p *outline.Para, s outline.Phrase, models []*plan.Model) bool {
	bodies, ok := agency.Title(s.Text)
	if !ok || bodies.Start > 0 || strings.Trim(s.Text[bodies.End:], " :") != "" {
		return false
	}
	for a := p.Parent; a != nil; a = a.Parent {
		f := normalize.Fold(a.Text)
		if !strings.Contains(f, "chủ trì") && !strings.Contains(f, "phụ trách") {
			continue
		}
		for _, m := range models {
			if !r.ledAlready[m.Number] {
				r.inside(nameModel(m.Number), func() {
					r.within("by-number", a.Text, func() { m.Lead = addAgencies(m.Lead, r.list(s.Slice(bodies.Start, bodies.End))) })
				})
			}
		}
		return true
	}
	return false
}

// tableHead reads what stands before what the heading of a table says: "Biểu 1.", "Bảng 2:".
var tableHead = pattern.MustCompile(`^(?i)(?:biểu|bảng)(?: số)? \d{1,2} ?[.:–-]? ?`)

// complete gives a model what the row of a table says of it by its number, and the heading of the
// table, where nothing at the model says it: "MH | Cơ quan phối hợp | Thời gian" below "Biểu 1. Các
// mô hình do Công an tỉnh chủ trì".
func (r *reader) complete(x row, above *outline.Para) {
	models := r.modelsOf(x.label)
	if x.kind != modelRow || len(models) != 1 {
		return
	}
	m := models[0]
	r.inside(nameModel(m.Number), func() {
		lead, cooperating, implementing := r.rowBodies(x)
		if len(m.Lead)+len(m.Implementing) == 0 {
			m.Lead, m.Implementing = lead, implementing
		}
		if len(m.Cooperating) == 0 {
			m.Cooperating = cooperating
		}
		if above != nil && len(m.Lead)+len(m.Implementing) == 0 {
			head := above.Phrase
			if at := tableHead.FindStringIndex(head.Text); at != nil {
				head = head.From(at[1])
			}
			if s, ok := leadIn(head); ok {
				r.understood[above] = true
				r.within("above", above.Text, func() { m.Lead = r.rolesIn(s).lead })
			}
		}
		if len(m.Tools) == 0 {
			r.cell(x, "tools", func(c outline.Phrase) { m.Tools = r.tools(c) })
		}
	})
	if m.Timeline == nil {
		if m.Timeline = r.rowTime(x, nameModel(m.Number)); m.Timeline != nil {
			m.Spans["timeline"] = m.Timeline.Span
		}
	}
}
