package extract

// Who is charged with several tasks at once: by what heads them, or stands between them.

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// chargedBetween reads whom a paragraph between tasks charges with those behind it: "Phòng Y
// tế:" on its line, "(Sở Y tế chủ trì, Sở Nội vụ phối hợp)" or "Các nhiệm vụ ở mục này do Sở Y
// tế chủ trì, …; hoàn thành trước 31/12/2024." below a heading; else it is whoever
// was charged before.
func (r *reader) chargedBetween(p *outline.Para, before parties) (by parties) {
	if p.Marker.Style != outline.None || p.Label != nil || p.Cells != nil || len(p.Text) > longestCharge {
		return before
	}
	s := unwrapped(p.Phrase)
	switch named := strings.TrimSuffix(p.Text, ":"); {
	case s.Text != p.Text && statement(s.Text):
		r.within("above", s.Text, func() { by = r.roles(s) })
	case chargesAll.MatchString(normalize.FoldInPlace(p.Text)):
		at := chargesAll.FindStringIndex(normalize.FoldInPlace(p.Text))
		var all plan.Task
		r.within("above", p.Text[:at[1]], func() {
			by = r.roles(p.From(at[1]))
			r.anyTime(&all, p.From(at[1]))
		})
		by.until = all.Timeline
	case named != p.Text && chargesBelow.MatchString(normalize.FoldInPlace(p.Text)) && statement(p.Text):
		var all plan.Task
		r.within("above", p.Text, func() {
			by = r.roles(p.Phrase)
			r.anyTime(&all, p.Phrase)
		})
		by.until = all.Timeline // "Sở Y tế chủ trì, … thực hiện các nhiệm vụ sau, hoàn thành trước 30/11/2024:"
	case named != p.Text && agency.OnlyBodies(named):
		r.within("duties", named, func() { by.implementing = r.list(p.Slice(0, len(named))) })
	}
	if by.count() == 0 {
		return before
	}
	r.understood[p] = true
	return by
}

// chargesAll reads the words before the bodies with which a sentence charges them with all tasks
// of its section.
var chargesAll = pattern.MustCompile(`^ ?(?:(?:tất cả |toàn bộ )?(?:các|những)|toàn bộ|tất cả) (?:nhiệm vụ|công việc|nội dung|việc)(?: (?:ở|trong|tại|thuộc|của))? (?:(?:mục|nhóm|phần|lĩnh vực) (?:này|trên)|(?:này|sau đây|dưới đây|sau))(?: đều)?(?: do| giao(?: cho)?) `)

// chargesBelow reads the words with which a sentence charges its bodies with what stands below it.
var chargesBelow = pattern.MustCompile(`(?:thực hiện|triển khai) (?:các|những|một số) (?:nhiệm vụ|nội dung|công việc)(?: cụ thể)?(?: sau| dưới đây)`)

// charged reads whom the opening sentence of a section charges with all its tasks: "yêu
// cầu Thủ trưởng các cơ quan … thực hiện một số nội dung như sau:".
func (r *reader) charged(s *outline.Para) (by parties) {
	for _, c := range s.Children {
		if c.Marker.Style != outline.None || !strings.HasSuffix(c.Text, ":") {
			continue
		}
		if i := charges.FindStringIndex(normalize.Fold(c.Text)); i != nil {
			rest := c.From(i[1])
			found, _ := agency.Subject(rest.Text)
			r.understood[c] = true
			r.within("sentence", rest.Text, func() { by.implementing = r.agencies(rest, found) })
			return by
		}
	}
	return by
}

// chargedInHead reads whom the sentence before the first number of a document charges with all that
// follows: "… Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh … thực hiện:".
func (r *reader) chargedInHead() (by parties) {
	n := len(r.outline.Head)
	if n == 0 {
		return by
	}
	last := r.outline.Head[n-1]
	if !strings.HasSuffix(last.Text, ":") {
		return by
	}
	all := charges.FindAllStringIndex(normalize.Fold(last.Text), -1)
	if len(all) == 0 {
		return by
	}
	rest := last.From(all[len(all)-1][1])
	if found, _ := agency.Subject(rest.Text); len(found) > 0 {
		r.within("sentence", rest.Text, func() { by.implementing = r.agencies(rest, found) })
	}
	return by
}

var charges = pattern.MustCompile(`(?:yêu cầu|giao|đề nghị) `)

// headingLead returns the words of a heading that say who leads what stands below it: "Nhiệm vụ giao
// Công an tỉnh chủ trì", "Nhiệm vụ của ngành Y tế (do Sở Y tế chủ trì)", "Giao Công an xã chủ trì:".
func headingLead(heading outline.Phrase) (s outline.Phrase, ok bool) {
	text := strings.TrimRight(heading.Text, " .:")
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") {
		s = heading.Slice(open+1, len(text)-1)
		for _, word := range []string{"do ", "giao "} {
			s = s.From(len(s.Text) - len(strings.TrimPrefix(s.Text, word)))
		}
		return s, agency.Begins(s.Text) && agency.SaysLead(s.Text)
	}
	if charging.MatchString(normalize.FoldInPlace(heading.Text)) {
		return leadIn(heading)
	}
	if at := chargesHead.FindStringIndex(normalize.FoldInPlace(heading.Text)); at != nil {
		s = heading.Slice(at[1], len(text))
		return s, agency.Begins(s.Text) && agency.SaysLead(s.Text)
	}
	return s, false
}

// chargesHead reads how a heading begins that charges somebody: "Giao Công an xã chủ trì:".
var chargesHead = pattern.MustCompile(`^(?:giao(?: cho)?|đề nghị|yêu cầu|phân công) `)

// chargedBy reads whom a heading charges with the tasks below it: "1.1. Công an huyện:",
// "2. Công an tỉnh chủ trì, phối hợp với Sở Y tế:"; else it is whoever was charged before.
func (r *reader) chargedBy(p *outline.Para, before parties) (by parties) {
	if before.told {
		return before
	}
	if s, ok := headingLead(p.Phrase); ok && isHeading(p) {
		r.within("above", p.Text, func() { by = r.rolesIn(s) })
		if by.count() > 0 {
			return by
		}
	}
	named, ok := agency.Title(p.Text)
	if !ok || !isHeading(p) {
		return before
	}
	r.within("duties", p.Text[named.Start:named.End], func() {
		switch rest := strings.Trim(p.Text[named.End:], " :.-–"); {
		case rest == "":
			by.implementing = r.list(p.Slice(named.Start, named.End))
		case p.Text[len(p.Text)-1] == ':':
			by = r.roles(p.Phrase)
		}
	})
	if by.count() == 0 {
		return before
	}
	return by
}
