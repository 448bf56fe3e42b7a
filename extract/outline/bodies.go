package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// beginsWithBody reports whether s begins as the name of a body does.
func beginsWithBody(s string) bool {
	s = headOf(s)
	words := normalize.Words(s)
	if _, n := lexicon.Agencies("none").Longest(words, 0); n > 0 {
		return false // "Báo cáo"
	}
	for _, sort := range []string{"name", "head", "noun"} {
		if _, n := lexicon.Agencies(sort).Longest(words, 0); n > 0 {
			return true
		}
	}
	f := normalize.Fold(s)
	return strings.HasPrefix(f, "các ") || strings.HasPrefix(f, "ubnd")
}

// namesBodyFirst reports whether s begins with the name of a body, in a capital, or with bodies in general:
// "các phòng, ban".
func namesBodyFirst(s string) bool {
	return beginsWithBody(s) && (isUpperFirst(s) || strings.HasPrefix(s, "các "))
}

// opensDuty is how a duty begins that no verb opens.
var opensDuty = pattern.MustCompile(`^(?:chủ trì|phối hợp|là |căn cứ|trên cơ sở|định kỳ|thường xuyên|có trách nhiệm|chịu trách nhiệm)`)

// isBodyHeading reports whether p is a number and names of bodies, "2. Sở Tài chính", and
// the line below it begins, in a capital, with what they do, "Tham mưu …". It does not
// where a name goes on: "Sở" and "Giao thông vận tải".
func isBodyHeading(p *Para, next string) bool {
	_, addressed := strings.CutPrefix(p.Text, "Đối với ")
	if m := p.Marker.Style; m < Dec1 || m >= Dash || len(p.Text) > 160 || finished(p.Text) || !isUpperFirst(next) || !addressed && !beginsWithBody(p.Text) {
		return false
	}
	after := normalize.Words(headOf(next))
	if _, n := lexicon.Agencies("verb").Longest(after, 0); n == 0 && !opensDuty.MatchString(normalize.Fold(headOf(next))) {
		return false
	}
	if addressed {
		return true // "2. Đối với đội ngũ giáo viên" above "Tăng cường …"
	}
	before := normalize.Words(p.Text)
	words := append(before, after...)
	whole := false // a listed name ends the line
	for i := range before {
		_, name := lexicon.Agencies("name").Longest(words, i)
		_, field := lexicon.Agencies("field").Longest(words, i)
		if i+max(name, field) > len(before) {
			return false
		}
		whole = whole || name > 1 && i+name == len(before)
	}
	_, bare := lexicon.Agencies("head").Longest(before, len(before)-1)
	return whole || bare == 0
}
