package extract

import (
	"strings"
	"unicode"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/tool"
	"kehoach/normalize"
)

// agencies makes agencies of the bodies that s names.
func (r *reader) agencies(s outline.Phrase, found []agency.Match) []plan.Agency {
	var out []plan.Agency
	for _, m := range found {
		name := s.Text[m.Start:m.End]
		if !strings.ContainsFunc(name, unicode.IsLetter) {
			continue // the number of a page, in the middle of a list
		}
		a := plan.Agency{Name: name, Canonical: r.names.Canonical(m.Full(s.Text)), Span: s.Span(m.Start, m.End)}
		r.because("agency", a.Span)
		if m.Head == "" && agency.Unsure(name) {
			r.agencyUnsure(s.Slice(m.Start, m.End))
		}
		if agency.MaybeTwo(name) {
			r.agenciesJoined(s.Slice(m.Start, m.End))
		}
		out = append(out, a)
	}
	return out
}

// list reads a plain list of bodies.
func (r *reader) list(s outline.Phrase) []plan.Agency {
	return r.agencies(s, r.sentences.List(r.listed(s)))
}

// listed is the text of s with the lines of a table's cell parted, where a line begins a
// body or says a role: "Quận đoàn<br>Hội Nông dân quận" is a list without a mark. A cell that
// begins with a dash may have others within it, its lines joined: "- Công an - KHTC". Where
// the first says a role, so do the others: "- Chủ trì: Phòng Tài chính - Kế toán - Phối hợp: …".
func (r *reader) listed(s outline.Phrase) string {
	breaks := s.Breaks()
	if strings.HasPrefix(s.Text, "- ") {
		byRole := agency.BeginsRole(s.Text[2:min(len(s.Text), farthest)])
		for from := 2; ; {
			i := strings.Index(s.Text[from:], " - ")
			if i < 0 {
				break
			}
			from += i
			if !byRole || agency.BeginsRole(s.Text[from+3:min(len(s.Text), from+farthest)]) {
				breaks = append(breaks, from)
			}
			from += 2
		}
	}
	if len(breaks) == 0 {
		return s.Text
	}
	text := []byte(s.Text)
	for _, at := range breaks {
		next := strings.TrimLeft(s.Text[at:min(len(s.Text), at+farthest)], " -–+•")
		if (agency.Begins(next) || agency.BeginsRole(next) || r.defines(next)) && !kindAlone.MatchString(normalize.Fold(s.Text[max(0, at-farthest):at])) {
			text[at] = ';'
		}
	}
	return string(text)
}

// kindAlone reads a line that ends with the kind of a body and not yet its name: "Chi nhánh" /
// "Văn phòng Đăng ký đất đai".
var kindAlone = pattern.MustCompile(`(?:^|[,;:] ?)(?:chi nhánh|ban quản lý|trung tâm|sở|phòng|ban|chi cục|cục|công ty|tổ|trường|hội|liên đoàn)$`)

// farthest is how many bytes of a line tell whether it begins with a body.
const farthest = 200

// defines reports whether a text begins with a short form that the plan defines.
func (r *reader) defines(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return r.x.Plan.Abbreviations[strings.TrimRight(word, ",;.")] != ""
}

// parties are the bodies that a text names, by what they do.
type parties struct {
	lead, cooperating, implementing, supporting, guiding []plan.Agency

	until *plan.Timeline // by when, where they are charged with several tasks at once
	told  bool           // fields tell it for all of them

	points map[string]parties // what they tell of single ones by their letters
}

func (by parties) count() int {
	return len(by.lead) + len(by.cooperating) + len(by.implementing) + len(by.supporting) + len(by.guiding)
}

// roles reads who does what in s.
func (r *reader) roles(s outline.Phrase) (by parties) {
	for _, a := range r.sentences.Roles(r.listed(s)) {
		var one []plan.Agency
		r.within("role", roleWords[a.Role], func() { one = r.agencies(s, []agency.Match{a.Match}) })
		switch a.Role {
		case plan.Lead:
			by.lead = append(by.lead, one...)
		case plan.Cooperate:
			by.cooperating = append(by.cooperating, one...)
		case agency.Support:
			by.supporting = append(by.supporting, one...)
		case agency.Guide:
			by.guiding = append(by.guiding, one...)
		default:
			by.implementing = append(by.implementing, one...)
		}
	}
	return by
}

// roleWords are the words that give a role; whoever has neither implements.
var roleWords = map[plan.Role]string{plan.Lead: "chủ trì", plan.Cooperate: "phối hợp", agency.Support: "hỗ trợ", agency.Guide: "hướng dẫn"}

// toolLines is the text of s with the lines of a table's cell parted, where one begins with a capital.
func toolLines(s outline.Phrase) string {
	breaks := s.Breaks()
	if len(breaks) == 0 {
		return s.Text
	}
	text := []byte(s.Text)
	for _, at := range breaks {
		if next := strings.TrimLeft(s.Text[at:], " -–+•"); upperAt(next, 0) {
			text[at] = ';'
		}
	}
	return string(text)
}

// tools makes tools of one bullet.
func (r *reader) tools(s outline.Phrase) []plan.Tool {
	s = s.Trim()
	var out []plan.Tool
	for _, m := range tool.List(toolLines(s)) {
		t := plan.Tool{Name: s.Text[m.Start:m.End], Canonical: m.Canonical, Text: s.Text, Span: s.Span(m.Start, m.End)}
		r.because("tools", t.Span)
		out = append(out, t)
	}
	return out
}

// addAgencies appends those of more that list does not hold yet under the same printed
// name.
func addAgencies(list, more []plan.Agency) []plan.Agency {
	for _, a := range more {
		known := false
		for _, b := range list {
			known = known || normalize.Fold(a.Name) == normalize.Fold(b.Name)
		}
		if !known {
			list = append(list, a)
		}
	}
	return list
}
