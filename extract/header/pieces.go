package header

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/legal"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// columns cuts a line at its tabs, and where two columns were printed on one line: before
// the national name and motto, behind the number, before the place and date.
func columns(l outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	for _, c := range joinNumber(parts(l)) {
		for c.Text != "" {
			i := secondColumn(c.Text)
			if i <= 0 || i >= len(c.Text) {
				break
			}
			out = append(out, c.Slice(0, i))
			c = c.From(i)
			if rest := strings.TrimLeft(c.Text, "-_=* "); len(rest)+4 < len(c.Text) {
				c = c.From(len(c.Text) - len(rest)) // "… Hạnh phúc ------- Số: …"
			}
		}
		if c.Text != "" {
			out = append(out, c)
		}
	}
	return out
}

// joinNumber joins the word for the number and the symbol where the gap between them is that
// left for a number: "Số          /KH-UBND", "Số         -CTr/TU".
func joinNumber(cells []outline.Phrase) []outline.Phrase {
	for i := 0; i+1 < len(cells); i++ {
		if onlyNumberWord.MatchString(fold(cells[i].Text)) && symbolAlone.MatchString(cells[i+1].Text) {
			cells = slices.Replace(cells, i, i+2, outline.Join(" ", cells[i], cells[i+1]))
		}
	}
	return cells
}

// symbolAlone reads a symbol behind the gap left for its number.
var symbolAlone = pattern.MustCompile(`^[-–/]\s?\p{Lu}[\p{L}\d]*\s?[-–/]`)

// mottos begin the national name and motto, and the Party's head.
var mottos = []string{"cộng hoà x", "chủ nghĩa việt nam", "độc lập - tự do", "độc lập-tự do", "độc lập- tự do", "độc lập – tự do", "độc lập tự do", "tự do - hạnh phúc", "đảng cộng sản việt nam", "việt nam dân chủ cộng hoà"}

// misreadMotto reports whether s is the national name in capitals, or the motto, with marks
// misread: "Đôc lâp - Tư do".
func misreadMotto(s string) bool {
	bare := normalize.Bare(s)
	return isCaps(s) && strings.Contains(bare, "xa hoi chu nghia viet nam") || strings.Contains(bare, "doc lap - tu do") || strings.Contains(bare, "tu do - hanh phuc")
}

// secondColumn returns where a second column begins in s, or 0.
func secondColumn(s string) int {
	f := fold(s)
	for _, mark := range mottos {
		i := strings.Index(f, mark)
		if before := strings.TrimRight(f[:max(0, i)], " -–"); i > 0 && printed(s[i:], mark) && !strings.HasSuffix(before, "hội") && !ofState(before) && !strings.HasSuffix(before, "độc lập") {
			return i
		}
	}
	if i := strings.Index(f, "hạnh phúc "); i >= 0 && isMotto(s[:i+len("hạnh phúc")]) {
		return i + len("hạnh phúc ")
	}
	if i := behindBody(s, f); i > 0 {
		return i
	}
	if isNumberLine(f) {
		if i := strings.Index(f, " v/v"); i > 0 {
			return i + 1
		}
	}
	if isNumberLine(f) || strings.HasPrefix(f, "v/v") {
		if i := strings.Index(f, ", ngày"); i > 0 && (dateLine.MatchString(f[i:]) || isNumberLine(f)) {
			// "Số: 12/KH-UBND Nam Định, ngày …": the place has two or three words.
			return placeStart(s, i)
		}
	}
	return 0
}

// endsInNumber reports whether a number stands in s behind "Số:" and nothing else: behind a
// document cited in a title stands its date.
func endsInNumber(s string) bool {
	at := firstNumberWord.FindStringIndex(fold(s))
	if at == nil || at[0] > 0 {
		return false
	}
	number, _, size := legal.Number(s[at[1]:])
	return number != "" && at[1]+size == len(s)
}

// longestName is the bytes of the longest name of a body with its number behind it.
const longestName = 80

// behindBody returns where in one cell the number stands behind the issuer, or the place and
// date behind the national name: "BỘ TÀI CHÍNH Số: 54/VBHN-BTC", "… VIỆT NAM Hà Nội, ngày …".
func behindBody(s, f string) int {
	if i := strings.Index(f, " số"); i > 0 && i < longestName && isNumberLine(f[i+1:]) && isCaps(s[:i]) && wholeBody(s[:i]) && endsInNumber(s[i+1:]) {
		return i + 1
	}
	if end := nameEnd(f); end > 0 && end < len(s) && isMotto(s[:end]) && dateLine.MatchString(f[end:]) {
		return end
	}
	return 0
}

// ofState reports whether the name of the state behind a folded text says whose an office is: "CHỦ
// TỊCH NƯỚC | VIỆT NAM DÂN CHỦ CỘNG HÒA", "CHỦ TỊCH CHÍNH PHỦ | VIỆT NAM …".
func ofState(before string) bool {
	return strings.HasSuffix(before, "nước") || strings.HasSuffix(before, "chủ tịch chính phủ") || strings.HasSuffix(before, "chính phủ lâm thời")
}

// printed reports whether s begins with a motto as a head prints it, the national name and
// the Party's in capitals: "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam" is none.
func printed(s, motto string) bool {
	return strings.Contains(motto, "tự do") || isCaps(s[:min(len(s), len(motto))])
}

// placeStart returns where the name of the place before s[comma] begins: the words with
// a capital right before it, as far back as the number.
func placeStart(s string, comma int) int {
	start := comma
	for {
		i := strings.LastIndexByte(s[:max(0, start-1)], ' ') + 1
		word := strings.TrimSpace(s[i:start])
		if i == 0 || strings.ContainsAny(word, "/0123456789:") || !isCapitalised(word) || utf8.RuneCountInString(word) > 2 && isCaps(word) {
			return start
		}
		start = i
	}
}

// isMotto reports whether s is part of the national name and motto, or the Party's head.
func isMotto(s string) bool {
	f := fold(s)
	for _, m := range mottos {
		if i := strings.Index(f, m); i == 0 || i > 0 && printed(s[i:], m) && !ofState(strings.TrimRight(f[:i], " ")) {
			return true // "CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HÒA" is who decides
		}
	}
	if len(s) < 80 && misreadMotto(s) {
		return true
	}
	f = strings.Trim(f, " *")
	return strings.HasPrefix(f, "hoà xã hội chủ nghĩa") || f == "đảng" || f == "cộng sản việt nam" || f == "đảng cộng sản" || f == "hạnh phúc" || f == "cộng" || f == "cộng hoà xã" || f == "hội chủ nghĩa" || f == "nghĩa việt nam"
}

// lacking is what a part of the national name or the Party's lacks at its end.
func lacking(s string) string {
	f := strings.TrimRight(fold(s), " ")
	for _, name := range []string{"xã hội chủ nghĩa việt nam", "cộng sản việt nam"} {
		for i := len(name) - 1; i > 0; i-- {
			if name[i] == ' ' && strings.HasSuffix(f, name[:i]) {
				return name[i+1:]
			}
		}
	}
	return ""
}

// joinBroken joins pieces that belong together: a word alone on its line and what goes
// on below it ("ỦY" / "BAN NHÂN DÂN"), "Số:" and the number, a date over two lines.
func (h *head) joinBroken() {
	for i := 0; i+1 < len(h.pieces); {
		if h.goesOn(i) {
			h.pieces[i].Phrase = outline.Join(" ", h.pieces[i].Phrase, h.pieces[i+1].Phrase)
			h.pieces = slices.Delete(h.pieces, i+1, i+2)
			continue
		}
		i++
	}
}

// dateBegun reads the start of a date whose parts stand on lines of their own: "Hà Nội,
// ngày" / "tháng" / "năm 2016".
var dateBegun = pattern.MustCompile(`(?:^|, ?)ngày[\s.…_]*\d{0,2}[\s.…_]*(?:tháng[\s.…_]*\d{0,2}[\s.…_]*)?$`)

// goesOn reports whether the piece behind the i-th continues its last word.
func (h *head) goesOn(i int) bool {
	a, b := h.pieces[i].Text, h.pieces[i+1].Text
	f := fold(a)
	if len(a) < 40 && len(b) < 40 && isCaps(a) && isCaps(b) && lettersApart(normalize.Words(a)) && lettersApart(normalize.Words(b)) {
		return true // "K Ế" / "H O Ạ C H"
	}
	if f == "kính" && strings.HasPrefix(fold(b), "gửi") {
		return true
	}
	if onlyNumberWord.MatchString(f) {
		return b[0] == '/' || unicode.IsDigit(rune(b[0]))
	}
	if k := strings.LastIndex(f, "ngày"); k >= 0 && len(f) <= 80 && !dateLine.MatchString(f) && (!isNumberLine(f) || strings.Contains(f, ",")) {
		g := fold(b)
		return len(b) < 60 && (dateLine.MatchString(f+" "+g) || dateBegun.MatchString(f) && (strings.HasPrefix(g, "tháng") || strings.HasPrefix(g, "năm 20") || len(g) <= 2 && unicode.IsDigit(rune(g[0]))))
	}
	if strings.HasSuffix(a, ",") && len(a) < 40 && isCapitalised(a) && !isCaps(a) && strings.Count(a, ",") == 1 && isDateLine(fold(b)) && strings.HasPrefix(fold(b), "ngày") {
		return true // "Quảng Bình," / "ngày 10 tháng 10 năm 2016"
	}
	if strings.ContainsAny(a, " \t.:;,") || len(a) < 2 || h.pieces[i+1].apart || !isCapitalised(a) {
		return false
	}
	// One word alone: it goes on in the same case, or is the place of a date.
	if isCaps(a) {
		return isCaps(b) && !isNumberLine(fold(b)) && (!isBody(b) || isBody(a+" "+b)) // "… KHÁNH" / "HÒA" / "ỦY BAN NHÂN DÂN …"
	}
	r, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(r) || strings.Contains(fold(b), ", ngày") && len(b) < 60
}
