package header

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// drawn reads a line drawn between the parts of a head that stand on one line:
// "UBND TỈNH LẠNG SƠN ------------- Số: 52/2018/QĐ-UBND".
var drawn = pattern.MustCompile(`^[-–—_=*]{3,}`)

// markup reads a tag that a page left in its text: "<b>", "</i>".
var markup = pattern.MustCompile(`^</?[a-z][a-z0-9]*(?: [^<>]*)?>`)

// longestTag is the bytes of the longest tag, its attributes included.
const longestTag = 200

// parts cuts a line of the head at its tabs, its tags and drawn lines, and where the parts of a
// head begin that was flattened into one line.
func parts(l outline.Phrase) []outline.Phrase {
	var gaps [][2]int
	for i := 0; i < len(l.Text); i++ {
		switch c := l.Text[i]; {
		case c == '\t':
			gaps = append(gaps, [2]int{i, i + 1})
		case c == '-' || c == '_' || c == '=' || c == '*' || c == 0xe2:
			if m := drawn.FindString(l.Text[i:]); m != "" {
				gaps = append(gaps, [2]int{i, i + len(m)})
				i += len(m) - 1
			}
		case c == '<':
			if m := markup.FindString(l.Text[i:min(len(l.Text), i+longestTag)]); m != "" {
				gaps = append(gaps, [2]int{i, i + len(m)})
				i += len(m) - 1
			}
		}
	}
	for _, s := range append(seams(l.Text), glues(l.Text)...) {
		gaps = append(gaps, [2]int{s, s})
	}
	slices.SortFunc(gaps, func(a, b [2]int) int { return a[0] - b[0] })
	var out []outline.Phrase
	start := 0
	for _, g := range append(gaps, [2]int{len(l.Text), len(l.Text)}) {
		if c := l.Slice(start, max(start, g[0])); c.Text != "" {
			out = append(out, c)
		}
		start = max(start, g[1])
	}
	return out
}

// flatLength is the number of bytes from which on a line that holds the national name, a
// number and a date is a whole head, perhaps with what follows it.
const flatLength = 150

// seams returns where the parts of a head begin that stands on one line: "BỘ Y TẾ CỘNG
// HÒA … Hạnh phúc Số: 5556/QĐ-BYT Hà Nội, ngày … QUYẾT ĐỊNH … Căn cứ …; Căn cứ …". Number
// or date, or both, may be missing where the kind stands behind the motto.
func seams(s string) []int {
	if len(s) < flatLength {
		return nil
	}
	f := fold(s)
	if !holdsName(s, f) {
		return nil
	}
	last := mottoEnd(f)
	out := []int{len(pageMark.FindString(s)), nameEnd(f), last, issuerStart(s)}
	date := dateLine.FindStringIndex(f)
	reach := min(len(f), last+farFromName)
	if i := strings.Index(f[last:reach], "căn cứ "); i >= 0 {
		reach = last + i
	}
	if date != nil && date[0] > reach {
		date = nil // of a document cited
	}
	if date != nil {
		out, reach, last = append(out, date[1]), date[1]+40, max(last, date[1])
		if comma := strings.LastIndex(f[:date[0]], ","); comma > 0 {
			out = append(out, placeStart(s, comma))
		}
	}
	numbers := flatNumber.FindAllStringIndex(f[:min(len(f), reach)], -1)
	for _, m := range numbers {
		_, n := utf8.DecodeRuneInString(f[m[0]:])
		out = append(out, m[0]+n)
		rest := strings.TrimLeft(s[m[1]:], " .:")
		from := len(s) - len(rest)
		if number, _, size := legal.Number(beforeName(rest)); number != "" {
			end := from + size
			out, last = append(out, end), max(last, end)
		}
	}
	if (date == nil || numbers == nil) && !kindFollows(s[last:]) {
		return nil
	}
	if end := capsEnd(s, last); end > 0 {
		out = append(out, end)
	}
	return append(out, bodySeams(s, last)...)
}

// unionName stands in heads of the Youth Union where others have the national name.
const unionName = "ĐOÀN TNCS HỒ CHÍ MINH"

// issuerStart returns where the issuer begins in capitals before the national name, behind what a
// web page says above it: "… Đang cập nhật ỦY BAN NHÂN DÂN TỈNH AN GIANG ------- CỘNG HÒA …".
func issuerStart(s string) int {
	before := beforeName(s)
	if len(before) == len(s) {
		return 0
	}
	if at := capsTail(before); at > 0 && at < len(before) && begins(before[at:]) {
		return at
	}
	return 0
}

// farFromName is how many bytes behind the motto date and number stand at the most.
const farFromName = 150

// kindFollows reports whether s begins with a kind of document in capitals.
func kindFollows(s string) bool {
	s = strings.TrimLeft(s, " -–_*")
	words := normalize.Words(s[:min(len(s), flatLength)])
	_, n := lexicon.Kinds().Longest(words, 0)
	return n > 0 && isCaps(s[:words[n-1].End])
}

// mottoEnd returns where the motto behind the national name ends in a folded line, or that where
// there is none.
func mottoEnd(f string) int {
	end := nameEnd(f)
	if i := strings.Index(f[end:], "hạnh phúc"); i >= 0 && i < farFromName {
		return end + i + len("hạnh phúc")
	}
	return end
}

// nameEnd returns where the national name ends in a folded line.
func nameEnd(f string) int {
	const name = "nghĩa việt nam"
	if i := strings.Index(f, name); i >= 0 {
		return i + len(name)
	}
	if i := strings.Index(f, fold(unionName)); i >= 0 {
		return i + len(unionName)
	}
	return 0
}

// capsEnd returns where a title in capitals behind the kind ends, from s[from] on, and
// text begins: "CHỈ THỊ VỀ VIỆC … TỈNH AN GIANG Trong thời gian qua …". 0 where none does.
func capsEnd(s string, from int) int {
	words := normalize.Words(s[from:])
	if len(words) == 0 {
		return 0
	}
	if _, n := kindAt(words, s[from+words[0].Start:]); n == 0 || !isCaps(s[from+words[0].Start:from+words[n-1].End]) {
		return 0
	}
	for i, w := range words {
		word := s[from+w.Start : from+w.End]
		if _, n := utf8.DecodeRuneInString(word); !w.Mark && isCapitalised(word) && len(word) > n && strings.ToLower(word[n:]) == word[n:] && i+1 < len(words) {
			return from + w.Start
		}
	}
	return 0
}

// pageMark reads the number that a reader put before the text of a page: "1. ".
var pageMark = pattern.MustCompile(`^\d{1,2}\.\s+`)

// flatNumber finds where the number or a letter's subject begins within a line.
var flatNumber = pattern.MustCompile(`[\s\p{L}*_-](?:số\s*:|v/v\s)`)

// holdsName reports whether s holds the national name or the Party's, in capitals.
func holdsName(s, f string) bool {
	for _, m := range []string{"chủ nghĩa việt nam", "đảng cộng sản việt nam", fold(unionName)} {
		if i := strings.Index(f, m); i >= 0 && isCaps(s[i:i+len(m)]) {
			return true
		}
	}
	return false
}

// bodySeams returns where the parts behind the date begin: the authority in capitals
// before the first ground, each ground, the word that enacts.
func bodySeams(s string, from int) []int {
	var out []int
	first := -1
	for _, m := range flatGround.FindAllStringSubmatchIndex(s[from:], -1) {
		at := from + max(m[2], m[4])
		if first < 0 {
			first = at
			if a := authorityIn(s[from:at]); a > 0 && isCaps(s[from:at]) {
				out = append(out, from+a)
			} else if a := capsTail(s[:at]); a > from && wholeAuthority(s[a:at]) {
				out = append(out, a)
			}
		}
		out = append(out, at)
	}
	for _, m := range flatSection.FindAllStringSubmatchIndex(s[from:], -1) {
		if !partOf.MatchString(s[:from+m[2]]) {
			out = append(out, from+m[2])
			break
		}
	}
	if first < 0 {
		if a := authorityIn(s[from:]); a > 0 && isCaps(s[from:]) {
			out = append(out, from+a)
		}
		return out
	}
	if m := enacts.FindStringIndex(s[first:]); m != nil {
		out = append(out, first+m[0])
	}
	return out
}

// flatGround finds where a ground begins within a line: behind capitals, or behind a mark.
var flatGround = pattern.MustCompile(`(?:[\p{Lu}\d”"]|[;.,:])(?: ?[-–+])? (Căn cứ |Thực hiện |Xét đề nghị |Xét Tờ trình |Theo đề nghị |Kính gửi)|\p{Ll} ((?:Căn cứ|Thực hiện) (?:Công văn|Quyết định|Kế hoạch|Chỉ thị|Nghị quyết|Nghị định|Thông tư|Luật|Văn bản|Công điện|Chương trình) )`)

// flatSection finds where the first section begins within a line: " I. Kết quả", or a paragraph
// that tells how things are.
var flatSection = pattern.MustCompile(`[\p{L}\d”"] ((?:I|A|1|Chương I|Chương 1|Phần thứ nhất|Phần I)[.:] ?\p{Lu}|(?:Thời gian qua|Trong thời gian qua|Trong những năm|Những năm qua|Hiện nay|Nhằm|Để thực hiện|Để triển khai)[ ,])`)

// partOf ends before the number of a part of a document: "Điều | 1."
var partOf = pattern.MustCompile(`(?i:điều|khoản|phần|chương|mục|số) $`)

// enacts finds the word with which a document that decides begins to: "QUYẾT ĐỊNH:".
var enacts = pattern.MustCompile(`\b(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ)\s*:?\s+Điều 1`)

// authorityIn returns where in a title in capitals the authority that decides begins, at
// its end: "… MIỀN NÚI BỘ TRƯỞNG BỘ Y TẾ". 0 where the title names none.
func authorityIn(s string) int {
	words := normalize.Words(s)
	if len(words) < 4 {
		return 0
	}
	if k, _ := kindAt(words, s[words[0].Start:]); !decidedKinds[k.Name] {
		return 0
	}
	for i := len(words) - 2; i > 2; i-- {
		rest := s[words[i].Start:]
		if p := fold(rest); strings.HasPrefix(p, "chủ tịch") || strings.HasPrefix(p, "bộ trưởng") || strings.HasPrefix(p, "thủ tướng") || strings.HasPrefix(p, "giám đốc") {
			return words[i].Start
		}
	}
	for i := len(words) - 2; i > 2; i-- {
		if rest := s[words[i].Start:]; isBody(rest) && wholeAuthority(rest) {
			return words[i].Start
		}
	}
	return 0
}

// capsTail returns where the words in capitals begin with which s ends: the authority
// behind a title in small letters.
func capsTail(s string) int {
	start := len(s)
	words := normalize.Words(s)
	for i := len(words) - 1; i >= 0; i-- {
		word := s[words[i].Start:words[i].End]
		switch {
		case strings.ToUpper(word) != word:
			return start
		case strings.ToLower(word) != word:
			start = words[i].Start
		}
	}
	return start
}

// wholeAuthority reports whether s is one of the bodies that decide themselves.
func wholeAuthority(s string) bool {
	f := fold(s)
	return strings.HasPrefix(f, "uỷ ban nhân dân") || strings.HasPrefix(f, "hội đồng nhân dân") || f == "chính phủ" || f == "uỷ ban thường vụ quốc hội"
}

// decidedKinds name who decides above their preamble; a plan does not.
var decidedKinds = map[string]bool{
	"Quyết định": true, "Nghị quyết": true, "Nghị định": true, "Thông tư": true, "Thông tư liên tịch": true,
	"Chỉ thị": true, "Công điện": true, "Luật": true, "Pháp lệnh": true,
	"Lệnh": true, "Sắc lệnh": true,
}

// isEnacting reports whether a piece is the word with which a document begins to decide:
// "QUYẾT ĐỊNH:", "QUYẾT NGHỊ:", of a president's "NAY CÔNG BỐ".
func isEnacting(s string) bool {
	if isCaps(s) && strings.HasPrefix(fold(s), "nay công bố") {
		return true
	}
	if !isCaps(s) || !strings.HasSuffix(strings.TrimSpace(s), ":") {
		return false
	}
	f := strings.TrimRight(fold(s), " :")
	if f == "quyết nghị" {
		return true
	}
	k, ok := lexicon.Kinds().Whole(f)
	return ok && decidedKinds[k.Name]
}
