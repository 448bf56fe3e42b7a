package header

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// readIssuers reads who issued the document: the body named in the head; where the head
// is missing, names no place or was recognised badly, the one that the preamble says issues it.
func readIssuers(p *plan.Plan, h *head) {
	symbol := ""
	if p.Symbol != nil {
		symbol = *p.Symbol
	}
	names, span := h.printedIssuers(symbol)
	said, saidSpan := statedIssuers(h.preamble())
	switch {
	case doubted(span, h.doubts) && p.Place != nil && sayAgain(said, names):
		names = said
		for i := range names {
			names[i] = spellOut(names[i])
		}
	case len(said) > max(1, len(names)) && jointSymbol.MatchString(symbol):
		names, span = h.ofSuperiors(said), saidSpan
	case len(names) == 0, len(said) > len(names) && !slices.ContainsFunc(said, isPost) && slices.ContainsFunc(said, sameAs(names[0])):
		names, span = said, saidSpan
	case len(names) == 1 && !hasPlace(names[0]):
		if full := h.completed(names[0], said); full != "" {
			names[0] = full
		}
	}
	if len(names) == 0 {
		names, span = h.attachedIssuer()
	}
	if len(names) == 0 {
		names, span = h.page.issuers()
	}
	for _, second := range []func() ([]string, source.Span){h.ofBody, h.authority, h.writer} {
		if len(names) == 0 {
			names, span = second()
		}
	}
	if len(names) == 1 && symbol != "" {
		code := issuerCode(symbol)
		if names[0] = bySymbol(names[0], code); strings.HasPrefix(fold(names[0]), "bộ ") {
			names[0] = h.spelled(h.wholeMinistry(names[0]), code)
		}
	}
	p.Issuers = names
	if len(names) > 0 {
		p.Spans["issuers"] = span
	}
}

// jointSymbol reads the symbol of a document of several bodies: "KHLT-SKHCN-TĐTN".
var jointSymbol = pattern.MustCompile(`^[A-ZĐ]{2}(?:LT|PH|LN)[-/]`)

// ofSuperiors writes bodies in full, each with the place of the superior that the head names above one
// of them: "UBND TỈNH CÀ MAU" above "SỞ KHOA HỌC VÀ CÔNG NGHỆ".
func (h *head) ofSuperiors(names []string) []string {
	above := ""
	for _, c := range h.pieces[:max(0, h.number)] {
		if name := proper(repaired(c.Text)); above == "" && isCaps(c.Text) && strings.HasPrefix(fold(spellOut(name)), "uỷ ban nhân dân ") && hasPlace(spellOut(name)) {
			above = spellOut(name)
		}
	}
	for i, name := range names {
		name = spellOut(name)
		if _, at := placeIn(fold(above)); at > 0 && unionOfLevel.MatchString(fold(name)) {
			names[i] = name + " " + above[at:] // "Ban Thường vụ Tỉnh đoàn Cà Mau"
			continue
		}
		names[i] = placed(name, above, name)
	}
	return names
}

// unionOfLevel ends the name of a body of the Party or the Youth Union that says its level.
var unionOfLevel = pattern.MustCompile(`(?:^| )(?:tỉnh|thành|huyện|quận|thị) (?:đoàn|uỷ)$`)

// doubted reports whether a recogniser was not sure of a word in a stretch.
func doubted(in source.Span, doubts []source.Doubt) bool {
	return slices.ContainsFunc(doubts, func(d source.Doubt) bool { return d.Span.Start < in.End && in.Start < d.Span.End })
}

// sayAgain reports whether the bodies that the head prints are among those that the preamble names,
// as far as misread letters tell: "SỞ GIÁO ĐỤC VÀ ĐẮ2 TẠO" is "Sở Giáo dục và Đào tạo".
func sayAgain(said, printed []string) bool {
	const same = 0.5 // of the pairs of letters
	for _, name := range printed {
		b := []rune(normalize.Bare(spellOut(name)))
		if !slices.ContainsFunc(said, func(s string) bool {
			a := []rune(normalize.Bare(spellOut(s)))
			return pairsShared(a, b[:min(len(a), len(b))]) >= same
		}) {
			return false
		}
	}
	return len(printed) > 0 && len(said) >= len(printed)
}

// pairsShared is the share of pairs of neighbouring letters that a and b have in common, from 0 to 1
// (Dice's coefficient).
func pairsShared(a, b []rune) float64 {
	pairs := map[[2]rune]int{}
	for i := range len(a) - 1 {
		pairs[[2]rune{a[i], a[i+1]}]++
	}
	common := 0
	for i := range len(b) - 1 {
		if p := [2]rune{b[i], b[i+1]}; pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 2 * float64(common) / float64(max(1, len(a)+len(b)-2))
}

// completed returns the full name of a printed body whose place was lost: as the
// preamble, the authority that decides, or the web page has it, or "".
func (h *head) completed(name string, said []string) string {
	f := fold(name)
	for _, s := range said {
		if hasPlace(s) && (strings.HasPrefix(fold(spellOut(s)), f) || misprints(f, fold(spellOut(s)))) {
			return spellOut(s)
		}
	}
	for _, c := range h.pieces {
		if !isCaps(c.Text) {
			continue
		}
		body := proper(repaired(strings.TrimRight(c.Text, "-_ *")))
		for _, post := range []string{"Chủ tịch ", ""} {
			rest, ok := strings.CutPrefix(body, post)
			if ok && len(rest) > len(name) && strings.HasPrefix(fold(rest), f+" ") && hasPlace(rest) {
				return upperFirst(rest)
			}
		}
	}
	if v, ok := h.page.fields["issuer"]; ok && goesOnWithPlace(v.Text) && strings.HasSuffix(f, "uỷ ban nhân dân") {
		return name + " " + lowerPlace(v.Text)
	}
	return ""
}

// misprints reports whether one word of a printed name is wrong, and the others are those with
// which said begins: "ỦY BAN NHÂN NHÂN".
func misprints(printed, said string) bool {
	a, b := strings.Fields(printed), strings.Fields(said)
	if len(a) < 4 || len(b) <= len(a) {
		return false
	}
	wrong := 0
	for i := range a {
		if a[i] != b[i] {
			wrong++
		}
	}
	return wrong == 1
}

// isBody reports whether s names a body.
func isBody(s string) bool { return agency.Begins(s) }

// goesOnWithPlace reports whether a line is only the place of the body above it. A
// committee of the Party ("Tỉnh ủy Yên Bái") and a youth union ("Tỉnh đoàn") is a body.
func goesOnWithPlace(name string) bool {
	first, rest, _ := strings.Cut(fold(name), " ")
	if second, _, _ := strings.Cut(rest, " "); second == "uỷ" || second == "đoàn" {
		return false
	}
	switch first {
	case "tỉnh", "huyện", "quận", "xã", "phường", "thị", "thành", "đặc":
		return true
	}
	return false
}

func lowerPlace(name string) string {
	if !goesOnWithPlace(name) {
		return name
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}

// issuing is what an issuer does in the last sentence of the preamble.
var issuing = pattern.MustCompile(`(?:thống nhất )?(?:ban hành|xây dựng) (?:kế hoạch|chương trình|chỉ thị|đề án|phương án|quy chế|quyết định|hướng dẫn|nghị định|thông tư|nghị quyết|quy định|công điện|thông báo|bộ tiêu chí)`)

// statedIssuers reads the subject of the last "… ban hành Kế hoạch" that has one.
func statedIssuers(preamble outline.Phrase) ([]string, source.Span) {
	all := issuing.FindAllStringIndex(fold(preamble.Text), -1)
	for k := len(all) - 1; k >= 0; k-- {
		if names, span := issuersBefore(preamble, all[k][0]); len(names) > 0 {
			return names, span
		}
	}
	return nil, source.Span{}
}

// ofBody reads whose a document is that says so behind its kind: "NGHỊ QUYẾT CỦA BỘ CHÍNH
// TRỊ".
func (h *head) ofBody() ([]string, source.Span) {
	if h.kind < 0 || h.enacts {
		return nil, source.Span{}
	}
	_, c := cutKind(h.pieces[h.kind].Phrase)
	if c.Text == "" && h.kind+1 < len(h.pieces) {
		c = h.pieces[h.kind+1].Phrase
	}
	n := ofIssuerLength(c.Text)
	if n == 0 {
		return nil, source.Span{}
	}
	of := len("CỦA ")
	name := proper(strings.TrimSpace(c.Text[of:n]))
	if !begins(name) {
		return nil, source.Span{}
	}
	return []string{name}, c.Span(of, n)
}

// issuersBefore reads the bodies named in the clause that ends at the byte end.
func issuersBefore(preamble outline.Phrase, end int) ([]string, source.Span) {
	start := strings.LastIndexByte(preamble.Text[:end], ';') + 1
	for _, sep := range []string{". ", ", "} {
		if i := strings.LastIndex(preamble.Text[start:end], sep); i >= 0 && actsItself(strings.TrimSpace(preamble.Text[start+i+2:end])) {
			start += i + 2
		}
	}
	subject := preamble.Slice(start, end)
	var names []string
	var span source.Span
	found := agency.List(subject.Text)
	if n := len(found); n == 0 || strings.ContainsAny(subject.Text[found[n-1].End:], "0123456789") {
		return nil, span // "các Quyết định của Thủ tướng Chính phủ số: 1521/QĐ-TTg ngày … ban hành …"
	}
	for k, m := range found {
		name := innerShort.ReplaceAllString(subject.Text[m.Start:m.End], " ")
		if k+1 < len(found) && isOrgan(name) {
			continue // "Ban Thường vụ | Tỉnh Đoàn Quảng Nam"
		}
		if n := len(names); n > 0 && shortForm.MatchString(subject.Text[found[k-1].End:m.Start]) {
			names[n-1] += " " + name // "Bảo hiểm xã hội (BHXH) Việt Nam"
		} else if n > 0 && m.Start == found[k-1].End+1 && committee.MatchString(fold(names[n-1])) && association.MatchString(fold(name)) {
			names[n-1] += " " + name // "Ban Chấp hành Trung ương | Đoàn TNCS Hồ Chí Minh"
		} else if begins(name) || isPost(name) {
			names = append(names, ofPost(name))
		}
		span = span.Union(subject.Span(m.Start, m.End))
	}
	return names, span
}

// actsItself reports whether s names who can issue a document: "Chính phủ".
func actsItself(s string) bool { return isBody(s) || wholeAuthority(s) }

// shortForm reads a short form in brackets within a name.
var shortForm = pattern.MustCompile(`^ \([\p{L}\d ,&.-]+\) $`)

// innerShort is one that the name of one body has inside: "Ủy ban nhân dân (UBND) tỉnh Tây
// Ninh".
var innerShort = pattern.MustCompile(` \(\p{Lu}[\p{Lu}\d&.-]*\) `)

// ofPost is the body whose head acts for it: "Bộ Tư pháp" for "Bộ trưởng Bộ Tư pháp", "Kiểm toán
// nhà nước" for "Tổng Kiểm toán nhà nước". The chairman of a people's committee acts himself.
func ofPost(name string) string {
	if rest, ok := strings.CutPrefix(fold(name), "tổng "); ok && (strings.HasPrefix(rest, "kiểm toán nhà nước") || strings.HasPrefix(rest, "thanh tra chính phủ")) {
		return upperFirst(name[len("Tổng "):])
	}
	for _, post := range []string{"bộ trưởng ", "thống đốc ", "viện trưởng ", "tổng giám đốc ", "giám đốc ", "chánh án ", "cục trưởng ", "tổng cục trưởng ", "chi cục trưởng ", "hiệu trưởng ", "chủ nhiệm "} {
		if rest := name[min(len(name), len(post)):]; strings.HasPrefix(fold(name), post) && isBody(rest) {
			return rest
		}
	}
	return name
}

// sameAs returns whether a name is that of a body printed in the head, perhaps longer.
func sameAs(printed string) func(string) bool {
	return func(name string) bool {
		return strings.HasPrefix(fold(spellOut(name)), fold(printed)) || strings.HasPrefix(fold(printed), fold(spellOut(name)))
	}
}
