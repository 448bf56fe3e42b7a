package header

import (
	"strings"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// What says who issued a document where its head does not: the symbol, the authority
// named above the grounds, the sentence that says who writes.

// bySymbol is the body of which a head prints only the first line, as the symbol has it:
// "Viện kiểm sát nhân dân tối cao" for "VIỆN KIỂM SÁT NHÂN DÂN" with "CT-VKSTC", "Tổng cục
// Thuế" for "BỘ TÀI CHÍNH" with "TCT-CS".
func bySymbol(printed, symbol string) string {
	code := issuerCode(symbol)
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
		if !isCaps(c.Text) || !begins(c.Text) && !isPost(c.Text) {
			continue
		}
		if name := ofPost(proper(cutSession(c.Text))); begins(name) || strings.HasPrefix(fold(name), "chủ tịch nước") || strings.HasPrefix(fold(name), "thủ tướng") {
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

// startsClause reports whether a clause begins behind s.
func startsClause(s string) bool {
	s = strings.TrimRight(s, " ")
	return s == "" || strings.ContainsAny(s[len(s)-1:], ";.,:")
}
