package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// What says who issued a document where its head does not: the symbol, the authority
// named above the grounds, the sentence that says who writes.

// bySymbol is the body of which a head prints only the first line, as the code in the symbol has it:
// "Viện kiểm sát nhân dân tối cao" for "VIỆN KIỂM SÁT NHÂN DÂN" with "CT-VKSTC", "Tổng cục
// Thuế" for "BỘ TÀI CHÍNH" with "TCT-CS".
func bySymbol(printed, code string) string {
	f := fold(printed)
	if x, ok := lexicon.Issuers()[code]; ok {
		if full := fold(x.Name); strings.HasPrefix(full, f) && len(full) > len(f) || x.Above != "" && f == fold(x.Above) {
			return x.Name
		}
		return printed
	}
	rest, ok := strings.CutPrefix(f, "uỷ ban nhân dân")
	if !ok || !strings.HasPrefix(code, "S") || rest != "" && !strings.HasPrefix(rest, " tỉnh") && !strings.HasPrefix(rest, " thành phố") {
		return printed
	}
	if a, ok := lexicon.Agencies("name").Whole(code); ok && strings.HasPrefix(a.Canonical, "Sở ") {
		return a.Canonical + printed[len(printed)-len(rest):]
	}
	return printed
}

// wholeMinistry is a ministry of whose name the head prints the first line, as the text below has
// it: "Bộ Lao động - Thương binh và Xã hội" for "BỘ LAO ĐỘNG - THƯƠNG BINH".
func (h *head) wholeMinistry(printed string) string {
	if _, ok := lexicon.Agencies("name").Whole(printed); ok {
		return printed
	}
	start := strings.TrimSuffix(fold(printed), " và") + " và "
	for _, c := range h.pieces[:min(len(h.pieces), longestLetter)] {
		at := strings.Index(fold(c.Text), start)
		if at < 0 {
			continue
		}
		if ms := agency.List(c.Text[at:min(len(c.Text), at+200)]); len(ms) > 0 && ms[0].Start == 0 && ms[0].End > len(start) {
			return proper(c.Text[at : at+ms[0].End])
		}
	}
	return printed
}

// ministerial are the words with which the bodies of a ministry begin.
var ministerial = pattern.MustCompile(`(?:Tổng cục|Cục|Vụ|Viện|Thanh tra|Trung tâm) \p{Lu}`)

// spelled is the body below a printed ministry whose initials the code of a letter's symbol has,
// where the letter names it: "Tổng cục Dân số- Kế hoạch hóa gia đình" for "66/TCDS-KHTC" below
// "BỘ Y TẾ".
func (h *head) spelled(printed, code string) string {
	own := nameLetters(printed)
	if len(code) < 2 || strings.Contains(own, code) || strings.HasPrefix(code, own) || strings.HasPrefix(own, code[:1]) {
		return printed
	}
	for _, c := range h.pieces[:min(len(h.pieces), longestLetter)] {
		for _, at := range ministerial.FindAllStringIndex(c.Text, -1) {
			ms := agency.List(c.Text[at[0]:min(len(c.Text), at[0]+200)])
			if len(ms) == 0 || ms[0].Start != 0 {
				continue
			}
			name := c.Text[at[0] : at[0]+ms[0].End]
			letters := nameLetters(name)
			if strings.HasPrefix(letters, code) || letters[1:] == code || len(code) >= len("QLD") && strings.HasPrefix(letters[1:], code) {
				return name // "Cục Quản lý Dược" signs as QLD
			}
		}
	}
	return printed
}

// nameLetters are the first letters of a name's words: "TCDSKHHGĐ". Words that join two have none.
func nameLetters(name string) string {
	var out strings.Builder
	for _, w := range normalize.Words(name) {
		if w.Mark || w.Fold == "và" || w.Fold == "về" || w.Fold == "của" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(name[w.Start:])
		out.WriteRune(unicode.ToUpper(r))
	}
	return out.String()
}

// issuerCode is the part of a symbol that says who issues: "UBND" in "KH-UBND", "TCT" in
// "TCT-CS".
func issuerCode(symbol string) string {
	parts := strings.FieldsFunc(symbol, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) > 1 && legal.Abbreviated(parts[0]) != "" {
		return parts[1]
	}
	if len(parts) > 0 {
		return parts[0]
	}
	return ""
}

// authority reads who decides, in capitals right above the grounds: "BỘ TRƯỞNG BỘ Y TẾ".
func (h *head) authority() ([]string, source.Span) {
	if !h.hasAuthority() {
		return nil, source.Span{}
	}
	for i := h.basis; i < len(h.pieces) && i <= h.basis+2; i++ {
		c := h.pieces[i]
		printed := repaired(c.Text)
		if !isCaps(printed) || !begins(printed) && !isPost(printed) {
			continue
		}
		if name := ofPost(proper(cutSession(printed))); begins(name) || strings.HasPrefix(fold(name), "chủ tịch nước") || strings.HasPrefix(fold(name), "thủ tướng") {
			return []string{name}, c.Whole()
		}
	}
	return nil, source.Span{}
}

// writes is what the writer of a document does before he comes to the matter, and matter is
// what that ends with.
var (
	writes = pattern.MustCompile(` (?:hướng dẫn|quy định|đề nghị|yêu cầu|có ý kiến|thông báo|trả lời|kính đề nghị|trân trọng đề nghị|xin báo cáo|báo cáo|kính trình) `)
	matter = pattern.MustCompile(`(?:như sau|sau đây):`)
)

// longestLetter is how many lines of a head are looked at for its writer, each of 100 bytes.
const longestLetter = 100

// longestRequest is how many bytes before the matter a writer may be named.
const longestRequest = 600

// writer reads who writes a document whose head was lost: "Về vấn đề này, Bộ Tài chính
// hướng dẫn như sau:", "Bộ Y tế (sau đây gọi là Bộ) đề nghị …".
func (h *head) writer() ([]string, source.Span) {
	text := outline.Join(" ", h.phrases(0, min(len(h.pieces), longestLetter))...)
	text = text.Slice(0, min(len(text.Text), 100*longestLetter))
	f := fold(text.Text)
	ends := matter.FindAllStringIndex(f, -1)
	if ends == nil {
		return nil, source.Span{}
	}
	verbs := writes.FindAllStringIndex(f, -1)
	for _, end := range ends {
		for _, m := range verbs {
			if m[0] >= end[0] || m[0] < end[0]-longestRequest || strings.ContainsAny(f[m[0]:end[0]], ";.") {
				continue
			}
			if c := subject(text, m[0]); c.Text != "" {
				return []string{ofPost(c.Text)}, c.Whole()
			}
		}
	}
	return nil, source.Span{}
}

// subject is the one body that a clause names before the byte end, where its verb begins.
func subject(text outline.Phrase, end int) outline.Phrase {
	clause := strings.TrimRight(text.Text[:end], " ")
	if strings.HasSuffix(clause, ")") {
		clause = strings.TrimRight(clause[:max(0, strings.LastIndexByte(clause, '('))], " ")
	}
	for _, w := range normalize.Words(clause) {
		if w.End < len(clause)-120 || w.Mark || !isCapitalised(clause[w.Start:]) {
			continue
		}
		if rest := clause[w.Start:]; (wholeBody(rest) || rest != ofPost(rest) && wholeBody(ofPost(rest))) && startsClause(clause[:w.Start]) {
			return text.Slice(w.Start, len(clause))
		}
	}
	return outline.Phrase{}
}

// startsClause reports whether a clause begins behind s, perhaps the source of a note: "(TTXVN) -".
func startsClause(s string) bool {
	s = strings.TrimRight(s, " ")
	return s == "" || strings.ContainsAny(s[len(s)-1:], ";.,:") || strings.HasSuffix(s, ") -") || strings.HasSuffix(s, ") –")
}
