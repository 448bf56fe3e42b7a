package extract

// Lines and brackets that say who does a task and when, and nothing else.

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// partyBelow reads a line below a task that says who and when and nothing else: "→ Công an xã, thường
// xuyên", "→ Từ tháng 9/2025: Phòng Kinh tế". Bodies alone say who where no other line
// stands below the task; else they may be what the task is about.
func (r *reader) partyBelow(t *plan.Task, c *outline.Para, timed, alone bool) bool {
	s := unwrapped(c.Phrase).Trim()
	if len(c.Children) > 0 || len(s.Text) > longestCharge {
		return false
	}
	at, who := timeFirst(s)
	switch {
	case who.Text != "" && t.Timeline == nil && !timed:
		read, _ := timeline.Parse(at.Text)
		r.timelineFound(t, at, read)
		r.assign(t, who)
	case bodyAndTime(s.Text):
		r.assign(t, s)
		if !timed {
			r.lastTime(t, s)
		}
	case alone && agency.Begins(s.Text) && agency.OnlyBodies(s.Text):
		r.assign(t, s)
	default:
		return false
	}
	r.understood[c] = true
	return true
}

// joinedBelow reads from the one bullet below a task that says so with whom the body cooperates that is charged with it:
// "Lập sổ điện tử (Công an xã)" above "- Phối hợp với trường trung học cơ sở lập danh sách.".
func (r *reader) joinedBelow(t *plan.Task, bullets []*outline.Para) {
	if len(t.Lead)+len(t.Implementing) == 0 || len(t.Cooperating) > 0 {
		return
	}
	var joins []*outline.Para
	for _, b := range bullets {
		if b.Label == nil && len(b.Children) == 0 && joinsWhom.MatchString(normalize.FoldInPlace(b.Text)) {
			joins = append(joins, b)
		}
	}
	if len(joins) == 1 {
		by := r.roles(joins[0].Phrase)
		t.Cooperating = by.cooperating
		r.understood[joins[0]] = r.understood[joins[0]] || by.count() > 0
	}
}

// isParty reports whether a line says who does what stands above it, perhaps with when.
func isParty(s outline.Phrase) bool {
	s = unwrapped(s).Trim()
	_, who := timeFirst(s)
	return who.Text != "" || bodyAndTime(s.Text) || agency.Begins(s.Text) && agency.OnlyBodies(s.Text)
}

// timeFirst parts a line that says when and then who: "Thường xuyên; Công an xã chủ trì". Both are
// empty where it is no such line.
func timeFirst(s outline.Phrase) (at, who outline.Phrase) {
	for i := range s.Text {
		if c := s.Text[i]; c != ';' && c != ':' && c != ',' && c != '.' || i+1 < len(s.Text) && s.Text[i+1] != ' ' {
			continue
		}
		rest := s.From(i + 1)
		if !agency.Begins(rest.Text) || !agency.OnlyBodies(rest.Text) && !statement(rest.Text) {
			continue
		}
		if _, start, ok := timeline.Only(s.Text[:i]); ok && start == 0 {
			return s.Slice(0, i), rest
		}
		return outline.Phrase{}, outline.Phrase{}
	}
	return outline.Phrase{}, outline.Phrase{}
}

// timeAndBody parts brackets that hold when and who and nothing else: "(tháng 5; Thanh tra huyện)".
func timeAndBody(s outline.Phrase) (when, who outline.Phrase, ok bool) {
	i := strings.IndexAny(s.Text, ";,")
	if i < 0 {
		return when, who, false
	}
	when, who = s.Slice(0, i).Trim(), s.From(i+1).Trim()
	if !agency.Begins(who.Text) || !agency.OnlyBodies(who.Text) {
		return when, who, false
	}
	_, timed := timeline.Heads(when.Text)
	return when, who, timed || again.MatchString(normalize.Fold(when.Text))
}

// again reads how often something is done.
var again = pattern.MustCompile(`^(?:(?:mỗi|định kỳ|hằng|hàng) (?:\d{1,2} )?(?:ngày|tuần|tháng|quý|năm)(?: (?:một|hai|\d{1,2}) (?:lần|đợt))?|\d{1,2} (?:ngày|tuần|tháng|năm) ?/ ?(?:\d{1,2} )?lần)$`)

// bodyAndTime reports whether brackets hold who and when and nothing else: "(Công an thị xã;
// xong trước 05/5/2024)".
func bodyAndTime(s string) bool {
	if !agency.Begins(s) {
		return false
	}
	for i := range s {
		if s[i] != ';' && s[i] != ',' && !strings.HasPrefix(s[i:], "- ") || !whenClause.MatchString(normalize.FoldInPlace(strings.TrimSpace(s[i+1:]))) {
			continue
		}
		_, ok := timeline.Parse(s[i+1:])
		return ok && agency.OnlyBodies(strings.TrimRight(s[:i], " "))
	}
	return false
}
