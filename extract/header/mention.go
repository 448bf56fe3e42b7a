package header

import (
	"strings"

	"kehoach/extract/legal"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
)

// A page that only tells of a document names it in its sentences: "thực hiện Công điện số
// 481/CĐ-TTg ngày 26/4/2019 của Thủ tướng Chính phủ", "Bộ Y tế ban hành Quyết định 2491/QĐ-BYT
// phê duyệt Đề án …".

// mentioned fills in what neither the head nor the page's labels say of the document, from
// sentences that name it by its number. A head of its own says all there is.
func (h *head) mentioned(p *plan.Plan) {
	if h.named || p.Number == nil || !h.page.known() {
		return
	}
	for _, c := range h.pieces[:min(len(h.pieces), longestLetter)] {
		if !strings.Contains(c.Text, *p.Number) {
			continue
		}
		for _, m := range legal.Citations(c.Text) {
			if m.Number != *p.Number {
				continue
			}
			h.fillFrom(p, c.Phrase, m)
			if t := toldTitle(c.From(m.Start), m); p.Title == nil && t.Text != "" {
				p.Title, p.Spans["title"] = &t.Text, t.Whole()
			}
		}
	}
}

// fillFrom takes the date and the issuer of a mention where the document has none yet.
func (h *head) fillFrom(p *plan.Plan, c outline.Phrase, m legal.Citation) {
	at := c.Span(m.Start, m.End)
	if d, _, _, ok := timeline.Day("ngày " + m.Date); ok && p.Date == nil && m.Date != "" {
		p.Date, p.Spans["date"] = &d, at
	}
	if len(p.Issuers) == 0 && begins(m.Issuer) {
		p.Issuers, p.Spans["issuers"] = []string{m.Issuer}, c.Whole()
	}
}

// saysOf reads what a document is about behind its number in a sentence, and saysEnd where the
// sentence turns to something else.
var (
	saysOf  = pattern.MustCompile(`^\S+ ((?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|triển khai|công bố|tăng cường) .{20,})$`)
	saysEnd = pattern.MustCompile(`\. |\.$|;|, (?:trong đó|theo đó|nhằm|với |có hiệu lực|thay thế|yêu cầu|đồng thời|áp dụng|gồm |để )| \(`)
)

// toldTitle is the title that a sentence gives which begins with the kind of the document cited
// as m.
func toldTitle(c outline.Phrase, m legal.Citation) outline.Phrase {
	at := strings.Index(c.Text, m.Number)
	if at < 0 {
		return outline.Phrase{}
	}
	f := saysOf.FindStringSubmatchIndex(c.Text[at:])
	if f == nil {
		return outline.Phrase{}
	}
	t := c.From(at + f[2])
	if end := saysEnd.FindStringIndex(t.Text); end != nil {
		t = t.Slice(0, end[0])
	}
	return t.Trim()
}
