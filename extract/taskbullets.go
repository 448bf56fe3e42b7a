package extract

// Tasks that have no number of their own: the bullets of a section or below a heading.

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// A bullet is a task in a list, and the labelled fields on its line.
type bullet struct {
	*outline.Para
	fields []*outline.Para
}

// taskBullets returns the bullets below a short heading, each of which is a task.
func taskBullets(p *outline.Para) []bullet {
	if !isHeading(p) {
		return nil
	}
	if chargesApart(p.Children) || isTopic.MatchString(normalize.FoldInPlace(p.Text)) && actApart(p.Children) {
		return toBullets(p.Children)
	}
	var out []bullet
	for _, c := range p.Children {
		switch n := len(out); {
		case c.Marker.Style < outline.Dash:
			return nil
		case c.Label == nil:
			out = append(out, bullet{Para: c})
		case c.Split && n > 0: // "- Kiểm tra. Công an xã chủ trì. Thời gian: Quý IV"
			out[n-1].fields = append(out[n-1].fields, c)
		default:
			return nil
		}
	}
	return out
}

// chargesApart reports whether the paragraphs below a heading, none of them marked, charge one body each
// with work of its own: "Phòng Kinh tế chủ trì lắp 20 điểm wifi, xong trước 30/9/2024." above "Công an
// huyện chủ trì làm sạch dữ liệu; thực hiện thường xuyên.". As one task they would have the time of one and
// the body of another.
func chargesApart(ps []*outline.Para) bool {
	leads, times := 0, 0
	for _, p := range ps {
		if p.Marker.Style != outline.None || p.Label != nil || p.Cells != nil || len(p.Children) > 0 || !strings.HasSuffix(p.Text, ".") {
			return false
		}
		found, role := agency.Subject(p.Text)
		if len(found) == 0 || found[0].Start > 0 {
			return false
		}
		if role == plan.Lead {
			leads++
		}
		if isDated(p.Text) {
			times++
		}
	}
	return len(ps) > 1 && (leads > 1 || times > 1)
}

// actApart reports whether the paragraphs below a heading, none of them marked, say what one body each does.
func actApart(ps []*outline.Para) bool {
	for _, p := range ps {
		if p.Marker.Style != outline.None || p.Label != nil || p.Cells != nil || len(p.Children) > 0 || !strings.HasSuffix(p.Text, ".") || !isDuty(p.Text) {
			return false
		}
	}
	return len(ps) > 1
}

// isTopic reads a heading that is no task but what tasks are about: "2. Về hạ tầng", "3. Công tác tuyên truyền".
var isTopic = pattern.MustCompile(`^(?:về|công tác|lĩnh vực|nhóm) `)

func toBullets(ps []*outline.Para) (out []bullet) {
	for _, p := range ps {
		out = append(out, bullet{Para: p})
	}
	return out
}

// sayWhoOrWhen reports whether some of the bullets below a heading say who does them or when.
func sayWhoOrWhen(bullets []bullet) bool {
	return slices.ContainsFunc(bullets, func(b bullet) bool {
		return isDated(b.Text) || len(b.fields) > 0 || len(b.Children) > 0 || namesDoer(b.Phrase)
	})
}

// tasksInBullets reads a section that numbers nothing and sets its tasks out in bullets, or in those below
// the bullets that name a body each. Most of them say who does them, else it may be aims that they tell.
func (r *reader) tasksInBullets(s *outline.Para, charged parties) bool {
	bullets := taskBullets(s)
	who := 0
	for _, b := range bullets {
		if namesDoer(b.Phrase) || headsBody(b.Text) || headsFields(b.Para) {
			who++
		}
	}
	if len(bullets) < 2 || 3*who < 2*len(bullets) {
		return false
	}
	r.understood[s] = true
	for i, b := range bullets {
		id := fmt.Sprintf("%s.%d", s.Path(), i+1)
		below := taskBullets(b.Para)
		if len(below) == 0 || !headsBody(b.Text) {
			id = r.taskID(id)
			r.inside(nameTask(id), func() { r.task(b.Para, id, charged, b.fields...) })
			continue
		}
		r.understood[b.Para] = true
		by := r.chargedBy(b.Para, charged)
		for j, c := range below {
			id := r.taskID(fmt.Sprintf("%s.%d", id, j+1))
			r.inside(nameTask(id), func() { r.task(c.Para, id, by, c.fields...) })
		}
	}
	return true
}

// headsBody reports whether a text names bodies and nothing else, as what heads their work: "Đối với Sở Y tế:".
func headsBody(s string) bool {
	named, ok := agency.Title(s)
	return ok && strings.Trim(s[named.End:], " .:") == "" || agency.OnlyBodies(strings.TrimRight(s, " .:"))
}

// headsFields reports whether fields right below a bullet say who does it.
func headsFields(b *outline.Para) bool {
	return slices.ContainsFunc(b.Children, func(c *outline.Para) bool {
		return c.Label != nil && (c.Label.Meaning == "lead" || c.Label.Meaning == "executing" || c.Label.Meaning == "allocation")
	})
}

// namesDoer reports whether a bullet says who does it: as its subject, in brackets, behind a colon, or by its name alone.
func namesDoer(s outline.Phrase) bool {
	if agency.Begins(s.Text) || agency.SaysLead(s.Text) || agency.SaysWho(s.Text) || namesInBrackets(s) {
		return true
	}
	_, behind := behindColon(s.Trim()) // "Rà soát quy chế: Phòng Nội vụ, quý I/2024"
	return behind
}

// namesInBrackets reports whether the brackets at the end of a text name who does what it says: "5. Lập sổ điện tử (Công
// an xã)".
func namesInBrackets(s outline.Phrase) bool {
	m := lastBrackets.FindStringSubmatchIndex(strings.TrimRight(s.Text, " .;:"))
	return m != nil && bodyAndTime(s.Text[m[2]:m[3]]) || bodyInBrackets(s) != nil
}

// tellOfHeading reports whether the bullets below a heading tell of the one task that it names: one of them only
// says who, or only when where the heading names who, and no other says who does what it tells. "- Rà soát dữ liệu." above "- Giao PC08 chủ trì,
// phối hợp với PC06, hoàn thành trước ngày 30/11/2024."
func tellOfHeading(head outline.Phrase, bullets []bullet) bool {
	charging, timing, deeds := 0, 0, 0
	for _, b := range bullets {
		switch text := strings.TrimRight(b.Text, " .;"); {
		case len(b.Children) > 0 || len(b.fields) > 0:
			return false
		case onlyCharges(b.Phrase):
			charging++
		case saysWhen(text):
			timing++
		case namesDoer(b.Phrase) && !onlyJoins(b.Text):
			deeds++
		}
	}
	if charging+timing > 0 && charging <= 1 && deeds == 0 && (charging == 1 || namesInBrackets(head)) {
		return len(bullets) > 1
	}
	return timing == 1 && charging+deeds <= 1 && len(bullets) > 2
}

// onlyJoins reports whether a bullet says of bodies that they help or join whoever does the task: "Bưu điện huyện hỗ trợ mở
// tài khoản".
func onlyJoins(s string) bool {
	found, _ := agency.Subject(s)
	return len(found) > 0 && found[0].Start == 0 && joinsIn.MatchString(normalize.FoldInPlace(s[found[len(found)-1].End:]))
}

// joinsIn reads such a predicate.
var joinsIn = pattern.MustCompile(`^ (?:hỗ trợ|phối hợp|tạo điều kiện|tham gia|cùng) `)

// headsTell reports whether the headings among siblings are tasks, and the bullets below them tell of each: one of these
// says who leads and no other who does anything, below most headings, and some bullet says nothing else.
func headsTell(ps []*outline.Para) bool {
	one, several, told := 0, 0, false
	for _, p := range ps {
		bullets := taskBullets(p)
		if len(bullets) < 2 {
			continue
		}
		who, dated := 0, 0
		for _, b := range bullets {
			if namesDoer(b.Phrase) {
				who++
			}
			if isDated(b.Text) {
				dated++
			}
		}
		switch leads := leadsIn(bullets); {
		case leads == 1 && who <= 1 && dated <= 1:
			one++
		case who > 1 || dated > 1:
			several++
		}
		told = told || tellOfHeading(p.Phrase, bullets)
	}
	return told && one >= leastTelling && one >= 2*several
}

// leastTelling is so many headings below which bullets tell so, at least.
const leastTelling = 2

// leadsIn counts the bullets that say who leads.
func leadsIn(bullets []bullet) (n int) {
	for _, b := range bullets {
		if agency.SaysLead(b.Text) {
			n++
		}
	}
	return n
}

// onlyCharges reports whether a bullet says who does something, with whom and perhaps when, and not what: "PC06 chịu
// trách nhiệm chính, PV01 phối hợp", "Giao Sở Y tế chủ trì thực hiện".
func onlyCharges(s outline.Phrase) bool {
	if !statement(s.Text) || !agency.SaysLead(s.Text) {
		return false
	}
	first := split(s, ".;")[0]
	found, _ := agency.Subject(first.Text)
	if len(found) == 0 {
		return false
	}
	rest := normalize.FoldInPlace(first.Text[found[len(found)-1].End:])
	return takesPart.MatchString(shortInBrackets.ReplaceAllString(rest, ""))
}

// shortInBrackets reads the short form of a body behind its name.
var shortInBrackets = pattern.MustCompile(` ?\([^()]{1,20}\)`)
