package header

import (
	"slices"
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
)

// An annex may be all that a file holds: "Phụ lục 02", its title, and in brackets the
// document that it belongs to, "(Kèm theo Kế hoạch số 214/KH-UBND ngày 17/3/2025 của UBND
// huyện Diễn Châu)". The annex has neither a number nor an issuer of its own; its level and
// place are those of who issued that document.

// annexName reads "PHỤ LỤC II", "Phụ lục số 02:", "Phụ lục"; the title may stand behind.
var annexName = pattern.MustCompile(`^phụ (?:lục|biểu)(?: số)?(?: (?:\d{1,2}|[ivx]{1,5})[a-c]?)?\s*(?:[:.–-]\s*|$)`)

// readAnnex reads the head of such an annex, and reports whether h is one.
func (h *head) readAnnex(p *plan.Plan) bool {
	if h.named || len(h.pieces) < 2 {
		return false
	}
	name := h.pieces[0].Phrase
	m := annexName.FindStringIndex(fold(name.Text))
	if m == nil || slices.ContainsFunc(h.pieces, func(c piece) bool { return isNumberOrDate(c.Text) }) {
		return false
	}
	p.Kind, p.Spans["kind"] = "Phụ lục", name.Slice(0, len("Phụ lục")).Whole()
	var parts []outline.Phrase
	if m[1] < len(name.Text) {
		parts = append(parts, name.From(m[1]))
	}
	i := 1
	for ; i < len(h.pieces) && !strings.HasPrefix(h.pieces[i].Text, "("); i++ {
		if len(parts) > 0 && isCaps(parts[0].Text) != isCaps(h.pieces[i].Text) {
			break
		}
		parts = append(parts, h.pieces[i].Phrase)
	}
	if title := outline.Join(" ", parts...).Trim(); title.Text != "" && len(title.Text) < 400 {
		p.Title = &title.Text
		p.Spans["title"] = title.Whole()
	}
	if i < len(h.pieces) {
		h.of = issuerOf(outline.Join(" ", h.phrases(i, len(h.pieces))...).Text)
	}
	return true
}

// annexOf reads whose document an annex belongs to.
var annexOf = pattern.MustCompile(`^\( ?(?:ban hành )?kèm theo [^()]* của ([^()]+?) ?\)`)

func issuerOf(s string) string {
	m := annexOf.FindStringSubmatchIndex(fold(s))
	if m == nil {
		return ""
	}
	return s[m[2]:m[3]]
}

// ofParty reads the committee of a place: "Ban Thường vụ Huyện ủy Yên Dũng".
var ofParty = pattern.MustCompile(`(?:^| )(tỉnh|thành|huyện|quận|thị|đảng) uỷ `)

// levelOfAnnex returns the level of the body whose document an annex belongs to, and the name
// of its place.
func levelOfAnnex(of string, year int) (plan.Level, string) {
	if m := ofParty.FindStringSubmatchIndex(fold(of)); m != nil && isCapitalised(of[m[1]:]) {
		name := placeName(of[m[1]:])
		switch word := fold(of)[m[2]:m[3]]; {
		case word == "tỉnh", isCentralCity(name, year):
			return plan.Province, name
		case word != "đảng":
			return plan.District, name
		}
	}
	return levelOf([]string{of}, year)
}
