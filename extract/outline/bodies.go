package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// beginsWithBody reports whether s begins as the name of a body does.
func beginsWithBody(s string) bool {
	words := normalize.Words(headOf(s))
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

// isBodyHeading reports whether p is a number and names of bodies, "2. Sở Tài chính", and
// the line below it begins, in a capital, with what they do, "Tham mưu …". It does not
// where a name goes on: "Sở" and "Giao thông vận tải".
func isBodyHeading(p *Para, next string) bool {
	if m := p.Marker.Style; m < Dec1 || m >= Dash || len(p.Text) > 160 || finished(p.Text) || !isUpperFirst(next) || !beginsWithBody(p.Text) {
		return false
	}
	after := normalize.Words(headOf(next))
	if _, n := lexicon.Agencies("verb").Longest(after, 0); n == 0 {
		return false
	}
	before := normalize.Words(p.Text)
	words := append(before, after...)
	for i := range before {
		_, name := lexicon.Agencies("name").Longest(words, i)
		_, field := lexicon.Agencies("field").Longest(words, i)
		if i+max(name, field) > len(before) {
			return false
		}
	}
	_, bare := lexicon.Agencies("head").Longest(before, len(before)-1)
	return bare == 0
}
