package header

import (
	"strings"

	"kehoach/extract/legal"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// A portal may print no head of the document and announce it instead: "Ủy ban nhân dân huyện
// ban hành Kế hoạch số 214/KH-UBND ngày 10/11/2023 về …. Nội dung như sau:", "(Chinhphu.vn) -
// Thủ tướng Chính phủ Phạm Minh Chính vừa ký Chỉ thị số 04/CT-TTg ngày 11/02/2024 về …".

// issues is what a body does with the document that a sentence announces, and newly says that it
// has just done so.
var (
	issues = pattern.MustCompile(` ((?:vừa|đã|mới)(?: ký)?(?: ban hành| có| ra)?|(?:ký )?ban hành) $`)
	newly  = pattern.MustCompile(`^(?:vừa|đã|mới)`)
)

// follows says that what is announced follows: the text itself, or what it asks for.
var follows = pattern.MustCompile(`như sau|toàn văn|theo đó|nội dung|cụ thể|nêu rõ`)

// announceReach is how many pieces of the head are looked at for the sentence that announces.
const announceReach = 20

// readAnnounced reads the document that a sentence announces where no head is printed and the
// page's labels name no number.
func (h *head) readAnnounced(p *plan.Plan) {
	if h.named || p.Number != nil || p.Symbol != nil || h.date >= 0 || h.isLetter() {
		return
	}
	for i, c := range h.pieces[:min(len(h.pieces), announceReach)] {
		for _, m := range legal.Citations(c.Text) {
			verb := issues.FindStringSubmatchIndex(fold(c.Text[:m.Start]))
			if m.Number == "" || verb == nil || h.issuesOther(i, m.End) || !newly.MatchString(fold(c.Text[verb[2]:])) && !h.textFollows(i) {
				continue
			}
			by := announcer(c.Phrase, verb[0])
			if at := strings.LastIndex(c.Text, m.Issuer); by.Text == "" && m.Issuer != "" && at > m.Start {
				by = c.Slice(at, at+len(m.Issuer)) // "Tổng Bí thư Tô Lâm đã ký ban hành Nghị quyết số 57-NQ/TW … của Bộ Chính trị"
			}
			if by.Text != "" {
				h.take(p, i, m, by)
				return
			}
		}
	}
}

// issuesOther reports whether the head says behind the byte end of the i-th piece what it issues,
// and so only tells of what it cites before: "Thủ tướng Chính phủ đã ban hành Quyết định số
// 06/QĐ-TTg …. UBND huyện ban hành Kế hoạch thực hiện như sau:".
func (h *head) issuesOther(i, end int) bool {
	for k, c := range h.pieces[i:] {
		s := c.Text
		if k == 0 {
			s = s[end:]
		}
		f := fold(s)
		for _, at := range issuing.FindAllStringIndex(f, -1) {
			if number := strings.TrimLeft(f[at[1]:], " "); !strings.HasPrefix(number, "số") && (number == "" || number[0] < '0' || number[0] > '9') {
				return true
			}
		}
	}
	return false
}

// textFollows reports whether the announcement in the i-th piece, or the line below it, says that
// the document follows.
func (h *head) textFollows(i int) bool {
	for _, c := range h.pieces[i:min(len(h.pieces), i+2)] {
		if follows.MatchString(fold(c.Text)) {
			return true
		}
	}
	return false
}

// announcer is the body that a sentence names before the byte end, where its verb begins, perhaps
// with the name of who heads it: "Thủ tướng Chính phủ Phạm Minh Chính vừa ký …".
func announcer(text outline.Phrase, end int) outline.Phrase {
	words := normalize.Words(text.Text[:end])
	for n := 2; n <= 5 && n < len(words); n++ {
		at := words[len(words)-n].Start
		if name := text.Text[at:end]; families.MatchString(name) && isName(name) {
			if c := subject(text, at); isPost(c.Text) || strings.HasPrefix(fold(c.Text), "thủ tướng") {
				return c
			}
		}
	}
	return subject(text, end)
}

// families are the commonest family names: a person's name behind an office is told from a place's by
// them.
var families = pattern.MustCompile(`^(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Tô|Lương|Vương|Mai|Đào|Chu|Tạ|Lưu|Trương|Tống|Triệu|Phùng|Nông|Quách|Hầu|Tăng) `)

// take takes the document that the i-th piece announces as m and whose issuer is by.
func (h *head) take(p *plan.Plan, i int, m legal.Citation, by outline.Phrase) {
	c := h.pieces[i].Phrase
	at := c.Span(m.Start, m.End)
	_, symbol, _ := legal.Number(m.Number)
	p.Number, p.Symbol = &m.Number, &symbol
	p.Spans["number"], p.Spans["symbol"] = at, at
	p.Issuers, p.Spans["issuers"] = []string{spellOut(signedFor(term.ReplaceAllString(by.Text, "")))}, by.Whole()
	if d, _, _, ok := timeline.Day("ngày " + m.Date); ok && m.Date != "" {
		p.Date, p.Spans["date"] = &d, at
	} else if d, at, ok := dayBefore(c.Text[:strings.Index(c.Text, by.Text)]); ok {
		p.Date, p.Spans["date"] = &d, c.Span(0, at)
	}
	if h.kind < 0 {
		if p.Kind = m.Kind; p.Kind == "Văn bản" {
			p.Kind = "Công văn"
		}
		p.Spans["kind"] = at
	}
	if t := announcedTitle(c, m); t.Text != "" && (h.kind < 0 || p.Title == nil) {
		p.Title, p.Spans["title"] = &t.Text, t.Whole()
	}
	p.LegalBasis = h.groundsAround(i, m)
}

// dayBefore is the day with which a sentence begins, perhaps behind "LTS:", before it comes to who
// issued: "Ngày 6/5/2019, UBND tỉnh đã có …". It ends at the byte end.
func dayBefore(s string) (d plan.Date, end int, ok bool) {
	d, start, end, ok := timeline.Day(s)
	if !ok || strings.ContainsAny(s[end:], "0123456789.;") {
		return "", 0, false
	}
	opening := strings.TrimSuffix(fold(s[:start]), "ngày ")
	return d, end, opening == "" || strings.HasSuffix(opening, ": ")
}

// deputy reads an office whose holder signs for the body: "Phó Chủ tịch UBND tỉnh", "Phó Chánh Văn
// phòng UBND tỉnh".
var deputy = pattern.MustCompile(`^Phó (?:Chủ tịch|Chánh Văn phòng|Giám đốc|Cục trưởng|Bí thư|Trưởng [Bb]an)(?: Thường trực| thường trực)? `)

// signedFor is the body for which the holder of an office signs.
func signedFor(by string) string {
	if strings.HasPrefix(by, "Phó Thủ tướng") {
		return "Thủ tướng Chính phủ"
	}
	if m := deputy.FindString(by); m != "" && isBody(by[len(m):]) {
		return by[len(m):]
	}
	return ofPost(by)
}

// term is the term of a committee behind its name: "Ban Chấp hành Đảng bộ tỉnh khóa XIII".
var term = pattern.MustCompile(`(?i),? \(?kh(?:óa|oá) [XVI]+\)?$`)

// of reads what an announcement may say between the number and what the document is about.
var of = pattern.MustCompile(`(?i)^(?:,? ?\(?ngày [\d/.-]+\)?| ?ngày \d{1,2} tháng \d{1,2} năm \d{4})?,?(?: ?của [^,;.]{3,90}?)?(?: ?gửi [^.]{3,300}?)? ?((?:về|v/v|phê duyệt|ban hành|quy định|hướng dẫn|triển khai|công bố) .{15,})$`)

// announcedTitle is what the document cited as m in c is about.
func announcedTitle(c outline.Phrase, m legal.Citation) outline.Phrase {
	at := strings.Index(c.Text[m.Start:], m.Number)
	if at < 0 {
		return outline.Phrase{}
	}
	rest := c.From(m.Start + at + len(m.Number))
	f := of.FindStringSubmatchIndex(rest.Text)
	if f == nil {
		return outline.Phrase{}
	}
	t := rest.From(f[2])
	if end := saysEnd.FindStringIndex(t.Text); end != nil {
		t = t.Slice(0, end[0])
	}
	return t.Trim()
}

// groundsAround reads what the announced document rests on: what the sentence says before it,
// and the grounds printed below.
func (h *head) groundsAround(i int, m legal.Citation) []plan.Citation {
	var parts []outline.Phrase
	if c := h.pieces[i].Slice(0, m.Start); beginsPreamble(c.Text) {
		parts = append(parts, c)
	}
	for _, c := range h.pieces[i+1:] {
		if beginsPreamble(c.Text) {
			parts = append(parts, c.Phrase)
		}
	}
	return LegalBasis(outline.Join(" ", parts...))
}
