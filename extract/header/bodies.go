package header

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// A body of the head: its printed lines, and the last of them where that is a place.
type body struct {
	name  string
	span  source.Span
	place string
}

// printedIssuers reads the bodies in capitals above the number: "ỦY BAN NHÂN DÂN" and
// below it "TỈNH TUYÊN QUANG". Where a superior stands above the issuer, the last counts
// and takes its place from the superior. The symbol tells whether an organ acts in its own name.
func (h *head) printedIssuers(symbol string) ([]string, source.Span) {
	end := h.kind
	if h.enacts || end < 0 {
		end = h.title
	}
	if h.number >= 0 && h.number < end {
		end = h.number
	}
	bodies := h.bodies(0, end)
	if len(bodies) == 0 && h.kind > end {
		bodies = h.bodies(end, h.kind)
	}
	bodies = h.ofUnion(bodies, end)
	if len(bodies) == 0 || lostLetters(bodies[len(bodies)-1].name) {
		return nil, source.Span{}
	}
	above := ""
	last := bodies[len(bodies)-1]
	if n := len(bodies); n > 1 {
		superiors := jointNames(bodies[n-2].name) // "TỈNH ỦY - UBND TỈNH KIÊN GIANG"
		above = superiors[len(superiors)-1]
		if actsInOwnName(last.name, above, symbol) {
			last = body{organOf(h.withLevel(above), last.name), bodies[n-2].span.Union(last.span), ""}
			above = ""
		} else if isOrgan(last.name) || isCommitteeOf(last.name, above) {
			last = body{whole(bodies[n-2].name, last.name), bodies[n-2].span.Union(last.span), ""}
			above = ""
		}
	}
	if above == "" && len(bodies) == 1 {
		above = h.placeAbove(end)
	}
	names := jointNames(last.name)
	if n := peers(bodies); n > 1 {
		names, above = nil, ""
		for _, b := range bodies[len(bodies)-n:] {
			names = append(names, jointNames(b.name)...)
			last.span = last.span.Union(b.span)
		}
	}
	place := placeOfAll(names, last.name)
	for i, s := range names {
		names[i] = placed(s, above, place)
	}
	return names, last.span
}

// placeAbove returns the place that stands alone above the issuer, as the name of the body that it
// belongs to: "HUYỆN ĐỨC CƠ" above "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ"; "" where none does.
func (h *head) placeAbove(end int) string {
	for _, c := range h.pieces[:max(0, end)] {
		switch {
		case begins(repaired(c.Text)):
			return ""
		case isCaps(c.Text) && goesOnWithPlace(c.Text):
			return lowerPlace(proper(c.Text))
		}
	}
	return ""
}

// placeOfAll is the place that bodies issuing together share, printed on one line: behind the last of
// them, as a rule, else behind the last that has one.
func placeOfAll(names []string, line string) string {
	last := line[strings.LastIndex(line, " - ")+1:]
	if at, _ := placeIn(strings.ToLower(last)); at >= 0 && len(names) > 1 {
		return lowerPlace(proper(last[at:])) // "Tỉnh đoàn Nam Định" no longer says "tỉnh"
	}
	for i := len(names) - 1; i > 0; i-- {
		if hasPlace(names[i]) {
			return names[i]
		}
	}
	return names[0]
}

// withoutSpeck returns a line without the stop at its end that a speck in a scan was taken for: "TỈNH HÀ NAM ."
func withoutSpeck(s string) string {
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(s, " ."), ","), " ")
}

// allDoubted reports whether a scan's recognition was sure of no word of a phrase.
func (h *head) allDoubted(p outline.Phrase) bool {
	at, n := p.Whole(), 0
	for _, d := range h.doubts {
		if d.Span.Start < at.End && at.Start < d.Span.End {
			n++
		}
	}
	return n > 0 && n >= len(strings.Fields(p.Text))
}

// bodies puts the lines in capitals of a stretch of the head together: one that begins no
// body goes on with the one above.
func (h *head) bodies(from, to int) []body {
	var out []body
	for i := max(from, to-9); i < to; i++ {
		c := h.pieces[i]
		text := closed(withoutSpeck(strings.Trim(c.Text, "-_ *•·")))
		if len(out) > 0 && !begins(repaired(text)) && h.allDoubted(c.Phrase) {
			continue // what a scan's recognition made of a number written by hand
		}
		if i == h.date || isNumberLine(fold(text)) || strings.Contains(strings.TrimPrefix(text, "TRƯỜNG: "), ": ") || !isIssuerLine(text) || !isCaps(text) && (!h.named && h.page.known() || !wholeBody(text)) {
			continue
		}
		if len(out) > 0 && (strings.HasPrefix(c.Text, "-") || i > 0 && joined.MatchString(h.pieces[i-1].Text) && begins(repaired(text))) {
			text = "- " + text // "BỘ CÔNG AN" / "- UBND TỈNH LONG AN"
		}
		text = repaired(text)
		if at := lowerBody(text); at > 0 { // two lines of a head on one
			out = append(out, body{text[:at-1], c.Whole(), ""})
			text = text[at:]
		}
		n := len(out)
		if n > 0 && (!begins(text) || lacksState(out[n-1].name, text) || opens.MatchString(fold(out[n-1].name))) {
			out[n-1].add(text)
			out[n-1].span = out[n-1].span.Union(c.Whole())
			continue
		}
		if n > 0 || begins(text) || isCaps(text) && i+1 < to {
			out = append(out, body{text, c.Whole(), ""})
		}
	}
	var known []body
	for _, b := range out {
		if name := proper(b.name); isBody(name) || begins(name) {
			known = append(known, b)
		}
	}
	return known
}

// joined is a line of the head behind which another body follows: "ỦY BAN NHÂN DÂN -".
var joined = pattern.MustCompile(`\p{Lu} ?[-–]$`)

// opens ends a line of the head that the next goes on with whatever it begins: "TỔ CÔNG TÁC … CỦA" /
// "THỦ TƯỚNG CHÍNH PHỦ", "BỘ TÀI CHÍNH - BỘ" / "CÔNG AN".
var opens = pattern.MustCompile(` (?:của|và|[-–] (?:bộ|sở|cục|tổng cục|ban|toà|viện|uỷ|hội|thanh|văn|kiểm|công))$`)

// lower begins a body below another one: "SỞ TƯ PHÁP", "HUYỆN ỦY THANH LIÊM".
var lower = pattern.MustCompile(`^(?:sở|công an|tổng cục|cục|chi cục|phòng|trung tâm|bệnh viện|trường (?:thpt|thcs|tiểu học|mầm non|đại học|cao đẳng|trung)|huyện uỷ|thị uỷ|thành uỷ|quận uỷ|đảng uỷ|thanh tra) `)

// lowerBody returns where in a line the body below another begins: "UBND TỈNH KON TUM SỞ TƯ
// PHÁP". What stands before it is a body with its place, or a ministry. 0 where there is none.
func lowerBody(s string) int {
	if !isCaps(s) || !begins(s) {
		return 0
	}
	for _, w := range normalize.Words(s)[1:] {
		if w.Mark || !lower.MatchString(fold(s[w.Start:])) {
			continue
		}
		before := strings.TrimSpace(s[:w.Start])
		if strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–") {
			continue // bodies that issue together
		}
		name := proper(before)
		ministry := strings.HasPrefix(name, "Bộ ") && strings.Count(name, " ") >= 2 // not "BỘ" of "BỘ CÔNG AN"
		if ministry || (endsInPlace(name) || endsInProvince(name)) && !strings.HasSuffix(name, "Hải") {
			return w.Start
		}
	}
	return 0
}

// endsInPlace reports whether a name ends with that of its place: "UBND tỉnh Kon Tum".
func endsInPlace(name string) bool {
	at, of := placeIn(fold(name))
	return at > 0 && of < len(name) && len(strings.Fields(name[of:])) >= 2
}

// endsInProvince reports whether a name ends with that of a province, with no word before it:
// "Sở Giáo dục và Đào tạo Quảng Ngãi".
func endsInProvince(name string) bool {
	places := provinceNames(name)
	return len(places) > 0 && strings.HasSuffix(name, " "+places[len(places)-1])
}

// lacksState reports whether a name lacks whose it is and text says it: "ỦY BAN THƯỜNG VỤ" /
// "QUỐC HỘI", "THANH TRA" / "CHÍNH PHỦ", "ỦY BAN TRUNG ƯƠNG" / "MẶT TRẬN TỔ QUỐC VIỆT NAM",
// "THƯỜNG TRỰC" / "HỘI ĐỒNG NHÂN DÂN".
func lacksState(name, text string) bool {
	f, rest := fold(name), fold(text)
	if strings.HasPrefix(rest, "mặt trận tổ quốc") || strings.HasPrefix(rest, "mttq") || strings.HasPrefix(rest, "uỷ ban mttq") {
		return strings.HasSuffix(f, "uỷ ban") || strings.HasSuffix(f, "uỷ ban trung ương")
	}
	if strings.HasPrefix(rest, "hội đồng nhân dân") {
		return f == "thường trực" || f == "văn phòng" || ofCouncil.MatchString(f)
	}
	if rest != "quốc hội" && rest != "chính phủ" {
		return false
	}
	for _, w := range []string{"thường vụ", "văn phòng", "thanh tra", "thủ tướng"} {
		if strings.HasSuffix(f, w) {
			return true
		}
	}
	return false
}

// add goes on with the name in a line below it. Of two places, "TỈNH ĐỒNG NAI" and
// "HUYỆN XUÂN LỘC" in any order, the smaller is the body's.
func (b *body) add(text string) {
	if !goesOnWithPlace(text) {
		b.name += " " + text
		return
	}
	before, _ := levelOf([]string{lowerPlace(proper(b.place))}, 0)
	after, _ := levelOf([]string{lowerPlace(proper(text))}, 0)
	switch {
	case b.place == "" || before == "" || after == "" || before == after:
		b.name += " " + text
	case after == plan.Commune || before == plan.Province:
		b.name = strings.TrimSuffix(b.name, b.place) + text
	default:
		return
	}
	b.place = text
}

// begins reports whether a line of the head begins the name of a body.
func begins(s string) bool {
	f := fold(s)
	if goesOnWithPlace(f) || strings.HasPrefix(s, "- ") || strings.HasPrefix(f, "các ") || strings.HasPrefix(f, "chi nhánh ") {
		return false
	}
	return isBody(s) || serves(f) || sortsAlone[f] || f == "chính phủ" || f == "quốc hội" || strings.HasPrefix(f, "thường trực") || strings.HasPrefix(f, "chủ tịch uỷ ban") || strings.HasPrefix(f, "bộ chính trị") || strings.HasPrefix(f, "ban bí thư")
}

// sortsAlone are words for bodies that stand alone on their line, what they are for on the next:
// "BAN CHỈ ĐẠO" / "CHUYỂN ĐỔI SỐ".
var sortsAlone = map[string]bool{"ban chỉ đạo": true, "tổ công tác": true, "hội đồng": true, "tổ giúp việc": true}

// wholeBody reports whether s is the name of one body and nothing else.
func wholeBody(s string) bool {
	if strings.ContainsAny(s, ":;,.") || !isBody(s) {
		return false
	}
	ms := agency.List(s)
	if len(ms) == 0 || ms[0].Start != 0 {
		return false
	}
	rest := fold(s[ms[0].End:])
	return rest == "" || rest == " trung ương" || rest == " quốc gia"
}

// jointNames parts "SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH HÀ NAM": bodies that issue a document
// together.
func jointNames(name string) []string {
	name = partBodies(strings.ReplaceAll(name, " – ", " - "))
	var names []string
	start := 0
	for i := 0; i+3 < len(name); i++ {
		if name[i:i+3] == " - " && i >= start+oneName(name[start:]) && begins(repaired(name[start:i])) && begins(repaired(name[i+3:])) {
			names = append(names, proper(repaired(name[start:i])))
			start = i + 3
		}
	}
	return append(names, proper(repaired(name[start:])))
}

// lostLetters reports whether a name has words of which only a consonant is left: "S Y
// T-BHXH TỈNH". No name is better than such a one.
func lostLetters(name string) bool {
	before := ""
	for _, w := range normalize.Words(name) {
		if !w.Mark && len(w.Fold) == 1 && strings.Contains("bcdghklmnpqrstvx", w.Fold) && before != "vực" && before != "vùng" {
			return true // but "Kho bạc Nhà nước khu vực V"
		}
		before = w.Fold
	}
	return false
}

// partBodies puts blanks around a dash between two bodies: "BỘ Y TẾ-BỘ NỘI VỤ".
func partBodies(name string) string {
	for i := 1; i+1 < len(name); i++ {
		if (name[i] == '-') && (name[i-1] != ' ' || name[i+1] != ' ') && isBody(strings.TrimSpace(name[i+1:])) && isBody(name[:i]) {
			name = strings.TrimSpace(name[:i]) + " - " + strings.TrimSpace(name[i+1:])
			i += 2
		}
	}
	return name
}

// oneName returns how many bytes at the start of a name are one of the lexicon's that has
// a dash in it.
func oneName(name string) int {
	words := normalize.Words(name)
	_, n := lexicon.Agencies("name").Longest(words, 0)
	if n > 2 && strings.Contains(name[:words[n-1].End], " - ") {
		return words[n-1].End
	}
	return 0
}

// committee reads the central organ of an association, which bears no name of its own.
var committee = pattern.MustCompile(`^ban (?:chấp hành|thường vụ|bí thư) trung ương$`)

// association reads the bodies that such organs lead.
var association = pattern.MustCompile(`^(?:trung ương )?(?:hội|đoàn|liên đoàn|tổng liên đoàn|công đoàn|liên hiệp|liên minh|giáo hội) `)

// endsInLevel reads a name that lacks only its place: "Ban Chỉ đạo chuyển đổi số tỉnh".
var endsInLevel = pattern.MustCompile(` (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)$`)

// ofCouncil reads the boards of a people's council, which bear its name.
var ofCouncil = pattern.MustCompile(`^ban (?:pháp chế|kinh tế|văn hoá|dân tộc|đô thị)(?: |$)`)

// placed completes the name of a body with the place of the one above it, or of the last
// of those that issue together: "Văn phòng" below "Ủy ban nhân dân tỉnh Gia Lai".
func placed(name, above, last string) string {
	if f := fold(name); hasPlace(name) || strings.HasSuffix(f, "việt nam") || strings.HasSuffix(f, " chính phủ") || strings.HasSuffix(f, " trung ương") {
		return name
	}
	switch f := fold(name); {
	case serves(f) && above != "":
		return name + " " + spellOut(above)
	case ofCouncil.MatchString(f) && strings.HasPrefix(fold(spellOut(above)), "hội đồng nhân dân"):
		return name + " " + spellOut(above)
	case f == "hội đồng thẩm phán" && strings.HasPrefix(fold(above), "toà án"):
		return name + " " + above
	case isCommittee(above) && endsInLevel.MatchString(f):
		return name + " " + strings.Join(strings.Fields(above)[2:], " ")
	case isCommittee(above) && (strings.HasPrefix(f, "ban ") || strings.HasPrefix(f, "uỷ ban kiểm tra")):
		return name + " " + above // "Ban Tuyên giáo Thành ủy Đà Nẵng"
	case above != "" && fold(above) == "ban chấp hành trung ương" && (strings.HasPrefix(f, "ban ") || strings.HasPrefix(f, "uỷ ban kiểm tra")):
		return name + " Trung ương" // "Ban Tổ chức Trung ương"
	case committee.MatchString(f) && association.MatchString(fold(above)):
		return name + " " + above // "Ban Chấp hành Trung ương" below "Hội Nông dân Việt Nam"
	case isNamed(f):
		return name
	}
	for _, s := range []string{last, above} {
		word, at := placeIn(fold(s))
		if word < 0 {
			continue
		}
		if level := " " + strings.TrimSpace(fold(s)[word:at]); strings.HasSuffix(fold(name), level) || bearsLevel(name) {
			return name + " " + s[at:] // "Công an tỉnh" below "UBND tỉnh Kon Tum"
		}
		return name + " " + s[word:]
	}
	return name
}
