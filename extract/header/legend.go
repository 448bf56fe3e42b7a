package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Legends: lists of short forms, below a table or at the end.

// legend reads "C06: Cục Cảnh sát …", "BHXH tỉnh: Bảo hiểm xã hội tỉnh": an entry of a
// legend below a table or at the end. announcedLegend reads more of them where a head says that
// short forms follow: "P. TP: Phòng Tư pháp", "BQL các KCN là Ban Quản lý …".
var (
	legend          = pattern.MustCompile(`^((?:\p{Lu}\p{L}+ )?[\p{Lu}\d][\p{Lu}\d&.-]+(?: (?:về|và) [\p{Lu}]+)?(?: (?:tỉnh|huyện|thị xã|thành phố|TP|xã|phường|cấp xã|cấp huyện))?)\s*[:=–]\s*(\p{Lu}?[\p{L}].{2,120})$`)
	announcedLegend = pattern.MustCompile(`^([\p{L}\d][\p{L}\d&./ -]{0,24}?)(?:\s*[:=–]\s*| - | (?:viết tắt )?(?:là|của) )(\p{Lu}?[\p{L}].{2,120})$`)
)

// legendHead reads what may stand before the entries of a legend on their line.
var legendHead = pattern.MustCompile(`(?i)^(?:(?:Ghi chú|Chú thích|Giải thích)(?: (?:về|các|một số))+ (?:chữ|từ|cụm từ|ký hiệu)|Ghi chú ?[-–:,] ?(?:các )?(?:chữ|từ)|Ghi chú|Chú thích|Chú giải|Giải nghĩa|(?:Bảng |Các |Danh mục |Những )?(?:các )?(?:chữ|từ|cụm từ|ký hiệu) viết tắt|Viết tắt)(?: viết tắt| chữ viết tắt| từ viết tắt)?(?: (?:trong|ở|tại|của|sử dụng trong) (?:bảng|phụ lục|kế hoạch)[^:]{0,20})?\s*:?$`)

// longestHead is how many bytes the head of a legend has, at most.
const longestHead = 120

// announcesShort reads the words within a sentence behind which a legend stands.
var announcesShort = pattern.MustCompile(`viết tắt(?: như sau| (?:trong|ở|tại) (?:bảng|biểu|phụ lục|kế hoạch)(?: này| dưới đây| sau)?)? ?: `)

// legendEntries reads the i-th paragraph as entries of a legend, {short, long}: a list
// under "Ghi chú" or of three such entries or more, one a line or several with ";".
func legendEntries(ps []*outline.Para, i int) [][2]string {
	text := ps[i].Text
	if ps[i].Cells == nil && (headsLegend(ps[i].Parent) || underLegend(ps, i)) {
		return announcedEntries(strings.TrimSpace(text))
	}
	entries := legendLine(text)
	for k := i + 1; k < len(ps) && k <= i+mostBroken && (headed(text) || strings.HasSuffix(text, ":")); k++ {
		next := ps[k] // broken within an entry: "…; NHNN:" / "Ngân hàng …", "…; PTP: Phòng" / "Tư pháp; …"
		if next.Cells != nil || next.Marker.Style != outline.None || strings.HasSuffix(text, ".") {
			break
		}
		text += " " + next.Text
		whole := legendLine(text)
		r, _ := utf8.DecodeRuneInString(next.Text)
		if len(whole) < len(entries) || len(whole) > 0 && len(whole) == len(entries) && !unicode.IsLower(r) {
			break
		}
		entries = whole
	}
	if len(entries) == 0 {
		return nil
	}
	beside := len(entries) - 1
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} {
		if k >= 0 && k < len(ps) {
			beside += len(legendLine(ps[k].Text))
		}
	}
	under := ps[i].Parent != nil && ps[i].Parent.Label != nil && strings.HasPrefix(fold(ps[i].Parent.Text), "ghi chú")
	if !under && beside < 2 {
		return nil
	}
	return entries
}

// mostBroken is over how many paragraphs more the lines of a legend may stand that was not put together.
const mostBroken = 8

// headed reports whether the entries of a legend stand behind their head: "Ghi chú: …".
func headed(s string) bool {
	colon := strings.IndexByte(s, ':')
	return colon >= 0 && colon < longestHead && isLegendHead(s[:colon+1])
}

// beginsEntry reports whether s may begin with an entry: with a short form, perhaps behind a
// word with a capital, and not far from there one of the signs. The pattern is slow.
func beginsEntry(s string) bool {
	if !beginsShort(s) {
		if i := strings.IndexByte(s, ' '); i < 0 || !beginsShort(s[i+1:]) {
			return false
		}
	}
	return strings.ContainsAny(s[:min(len(s), 60)], ":=–")
}

// beginsShort reports whether s begins with a capital or a digit and behind it another, or a
// mark that short forms have.
func beginsShort(s string) bool {
	strong := func(r rune) bool { return normalize.IsCapital(r) || unicode.IsDigit(r) }
	first, n := utf8.DecodeRuneInString(s)
	if !strong(first) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(s[n:])
	return strong(second) || second == '&' || second == '.' || second == '-'
}

// legendLine reads "C06: Cục Cảnh sát …; CAT: Công an tỉnh." All of its parts must be
// entries.
func legendLine(s string) [][2]string {
	under := headed(s)
	if under {
		_, s, _ = strings.Cut(s, ":")
	} else if m := announcesShort.FindStringIndex(s); m != nil {
		s, under = s[m[1]:], true // "(ĐVT: triệu đồng; các chữ viết tắt: VHXH - công chức Văn hóa …):"
		if end := strings.IndexByte(s, ')'); end >= 0 && strings.IndexByte(s[:end], '(') < 0 {
			s = s[:end]
		}
	}
	if s = strings.TrimSpace(s); under {
		return announcedEntries(s)
	} else if !beginsEntry(s) {
		return nil
	}
	var out [][2]string
	for _, part := range partsOf(s) {
		m := legend.FindStringSubmatch(strings.TrimSpace(part))
		if m == nil || len([]rune(m[1])) > 20 {
			return nil
		}
		out = append(out, [2]string{m[1], strings.TrimRight(m[2], " .")})
	}
	return out
}

// announcedEntries reads the entries behind the head of a legend. Three in four of its parts must
// be entries, and each short form be one: a recogniser damages some.
func announcedEntries(s string) [][2]string {
	var out [][2]string
	parts := partsOf(s)
	for _, part := range parts {
		if m := announcedLegend.FindStringSubmatch(strings.TrimSpace(part)); m != nil && holdsShort(m[1]) {
			out = append(out, [2]string{m[1], strings.TrimRight(firstSentence(m[2]), " .")})
		}
	}
	if len(out)*4 < len(parts)*3 {
		return nil
	}
	return out
}

// besideEntry reads how an entry begins that stands beside another on its line, as a legend in two columns
// has them: "CAT: Công an tỉnh" and "CCB: Cựu chiến binh".
var besideEntry = pattern.MustCompile(`[^:;] (\p{Lu}[\p{Lu}\d&]+(?: \p{Lu}[\p{Lu}\d&]+)?):(?: |$)`)

// partsOf parts the entries of a legend: at ";", and where another begins with its short form and a colon.
func partsOf(s string) (parts []string) {
	for _, part := range strings.Split(strings.TrimRight(s, " .;"), ";") {
		from := 0
		for _, m := range besideEntry.FindAllStringSubmatchIndex(part, -1) {
			if strings.ContainsAny(part[from:m[2]], ":=") {
				parts = append(parts, part[from:m[2]])
				from = m[2]
			}
		}
		parts = append(parts, part[from:])
	}
	return parts
}

// firstSentence returns a text up to the end of its first sentence: behind the last entry of a legend one
// may say how to read the table. "TP. Vinh" ends none.
func firstSentence(s string) string {
	for i := range len(s) - 2 {
		word := s[strings.LastIndexByte(s[:i], ' ')+1 : i]
		if s[i] == '.' && s[i+1] == ' ' && isCapitalised(s[i+2:]) && strings.ContainsFunc(word, unicode.IsLower) && utf8.RuneCountInString(word) > 2 {
			return s[:i]
		}
	}
	return s
}

// holdsShort reports whether one of the words of a short form is written in capitals, or most of
// it: "BQL các KCN", "Hội CCV tỉnh".
func holdsShort(s string) bool {
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' }) {
		capitals := 0
		for _, r := range w {
			if unicode.IsUpper(r) {
				capitals++
			}
		}
		if n := utf8.RuneCountInString(w); n > 1 && isCapitalised(w) && (capitals > 2 && capitals*2 > n || !strings.ContainsFunc(w, unicode.IsLower)) {
			return true // "GDTrH" too
		}
	}
	return false
}

// underLegend reports whether the i-th paragraph is a bullet of the list that a head before it
// announces.
func underLegend(ps []*outline.Para, i int) bool {
	style := ps[i].Marker.Style
	if style < outline.Dash {
		return false
	}
	for k := i - 1; k >= max(0, i-mostEntries); k-- {
		if ps[k].Marker.Style != style {
			return headsLegend(ps[k])
		}
	}
	return false
}

// mostEntries is how many entries a legend has, at most: more are a list of another sort.
const mostEntries = 60

// headsLegend reports whether a paragraph says that a list of short forms follows.
func headsLegend(p *outline.Para) bool {
	return p != nil && p.Cells == nil && len(p.Text) < longestHead && isLegendHead(strings.TrimRight(p.Text, " "))
}

// isLegendHead reports whether s may stand before the entries of a legend. The pattern is slow,
// and "hú", "iải" or "tắt", in small letters or capitals, stands in all that it matches.
func isLegendHead(s string) bool {
	return mayHeadLegend.MatchString(s) && legendHead.MatchString(s)
}

var mayHeadLegend = pattern.MustCompile(`hú|HÚ|iải|IẢI|tắt|TẮT`)
