package header

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// inBrackets reads "(DVC)", "(CSDLQG về DC)", "(IOC Thành phố)", "(Tổ CNSCĐ)": capitals in
// brackets, perhaps behind a word in full, with a small word between, or a "v" for one:
// "(CSDLQGvDC)".
var inBrackets = pattern.MustCompile(`\(((?:\p{Lu}\p{Ll}{1,5} )?[\p{Lu}][\p{Lu}\d&]+(?:v[\p{Lu}\d]+)?(?: (?:về|và|tỉnh|huyện|xã|[Tt]hành phố))?(?: [\p{Lu}][\p{Lu}\d]+)?)\)`)

// reversed reads "SSO (Single Sign On)".
var reversed = pattern.MustCompile(`([\p{Lu}]{2,}) \(((?:[\p{Lu}][\p{Ll}]+ ){1,6}[\p{Lu}][\p{Ll}]+)\)`)

// paired reads "(NDXP/VDXP)" behind two long forms with a stroke between.
var paired = pattern.MustCompile(`\(([\p{Lu}\d]{2,})/([\p{Lu}\d]{2,})\)`)

// called reads "(viết tắt là: Đề án 06)", "(sau đây gọi tắt là Tổ công tác)".
var called = pattern.MustCompile(`\((?:sau đây )?(?:được )?(?:viết|gọi) tắt là:? ([^()]{2,40})\)`)

// abbreviations reads the short forms that a document defines itself: in brackets behind
// the long form, or in a legend.
func abbreviations(p *plan.Plan, h *head, o *outline.Outline) map[string]string {
	found := map[string]string{}
	define := func(short, long string) {
		if short = strings.TrimSpace(short); long != "" && found[short] == "" {
			found[short] = long
		}
	}
	if p.Title != nil {
		definitions(*p.Title, define)
	}
	definitions(h.preamble().Text, define)
	for i, p := range o.Paras {
		if p.Cells == nil {
			definitions(p.Text, define)
		}
		for _, c := range p.Cells {
			definitions(c.Text, define)
		}
		for _, e := range legendEntries(o.Paras, i) {
			define(e[0], e[1])
		}
	}
	return found
}

func definitions(s string, define func(short, long string)) {
	if !bracketsName(s) {
		return
	}
	for _, m := range inBrackets.FindAllStringSubmatchIndex(s, -1) {
		define(s[m[2]:m[3]], longForm(before(s, m[0]), s[m[2]:m[3]]))
	}
	for _, m := range paired.FindAllStringSubmatchIndex(s, -1) {
		if first, second, two := cutLast(before(s, m[0]), "/"); two {
			define(s[m[2]:m[3]], longForm(first, s[m[2]:m[3]]))
			define(s[m[4]:m[5]], longForm(second, s[m[4]:m[5]]))
		}
	}
	if from := spellsCaps(s); from >= 0 {
		for _, m := range reversed.FindAllStringSubmatch(s[from:], -1) {
			if initials(m[2]) == m[1] {
				define(m[1], m[2])
			}
		}
	}
	if !strings.Contains(s, "tắt là") {
		return
	}
	for _, m := range called.FindAllStringSubmatchIndex(s, -1) {
		short := strings.TrimSpace(s[m[2]:m[3]])
		if strings.Contains(short, "/") {
			continue // "Nghị quyết số 10-NQ/TW" names a document, it is no short form
		}
		if isCaps(short) {
			define(short, spelled(before(s, m[0]), short))
			continue
		}
		long := before(s, m[0])
		if words := normalize.Words(long); isCaps(firstWords(short, 1)) {
			if i, ok := align(words, short); ok {
				define(short, strings.TrimSpace(long[words[i].Start:])) // "Hội Nông dân tỉnh": "HND tỉnh"
				continue
			}
		}
		head := firstWords(short, 2)
		if i := strings.LastIndex(fold(long), fold(head)); i >= 0 && head != "" {
			define(short, strings.TrimSpace(long[i:]))
		}
	}
}

// bracketsName reports whether a bracket in s opens before a capital, or before "sau đây",
// "gọi tắt", "viết tắt": most open before neither, and the patterns are slow.
func bracketsName(s string) bool {
	for {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			return false
		}
		s = s[i+1:]
		if isCapitalised(s) {
			return true
		}
		for _, w := range []string{"sau", "được", "viết", "gọi"} {
			if strings.HasPrefix(s, w) {
				return true
			}
		}
	}
}

// spellsCaps returns where in s a word begins of which a capital stands before a bracket with
// a capitalised word in it, as reversed wants; -1 where none does.
func spellsCaps(s string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], " (")
		if i < 0 {
			return -1
		}
		before, within := s[:from+i], s[from+i+2:]
		last, _ := utf8.DecodeLastRuneInString(before)
		first, n := utf8.DecodeRuneInString(within)
		second, _ := utf8.DecodeRuneInString(within[n:])
		if unicode.IsUpper(last) && unicode.IsUpper(first) && unicode.IsLower(second) {
			return strings.LastIndexByte(before, ' ') + 1
		}
		from += i + 2
	}
}

// reach is how far before its brackets a long form may begin, in bytes. Reading further
// would take time with the square of a text's length.
const reach = 400

// before returns what stands before s[end:], within reach.
func before(s string, end int) string {
	start := max(0, end-reach)
	for start > 0 && !utf8.RuneStart(s[start]) {
		start++
	}
	return s[start:end]
}

// cutLast cuts s around the last sep.
func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// spelled returns what stands at the end of before from the last words on whose first
// letters are short: "Tổ công tác triển khai Đề án 06 Chính phủ" for "TCT".
func spelled(before, short string) string {
	words, letters := normalize.Words(before), []rune(normalize.Fold(short))
	for i := len(words) - len(letters); i >= 0; i-- {
		n := 0
		for n < len(letters) && !words[i+n].Mark && base([]rune(words[i+n].Fold)[0]) == base(letters[n]) {
			n++
		}
		if n == len(letters) {
			return strings.TrimSpace(before[words[i].Start:])
		}
	}
	return ""
}

func firstWords(s string, n int) string {
	f := strings.Fields(s)
	if len(f) < n {
		return ""
	}
	return strings.Join(f[:n], " ")
}

func initials(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		b.WriteRune([]rune(w)[0])
	}
	return b.String()
}

// longForm returns the words at the end of before that short stands for: those whose
// first letters it is made of, else the name of a system that a word such as "Nền tảng"
// begins.
func longForm(before, short string) string {
	words := normalize.Words(before)
	if i, ok := align(words, short); ok {
		return strings.TrimSpace(before[words[i].Start:])
	}
	if i, ok := usualForm(words, short); ok {
		return strings.TrimSpace(before[words[i].Start:])
	}
	if head, _, two := strings.Cut(short, " "); two && !isCaps(head) {
		return "" // "Công an tỉnh (Phòng PC06)"
	}
	if i, ok := systemName(words); ok {
		return strings.TrimSpace(before[words[i].Start:])
	}
	if unitCode.MatchString(short) {
		return unitBefore(before)
	}
	if len([]rune(short)) > 2 && isCaps(short) {
		return firstSpelled(before, short)
	}
	return ""
}

// unitCode reads the code of a unit, of which no letter is one of its name: "PC06", "PV01", "C06".
var unitCode = pattern.MustCompile(`^\p{Lu}{1,3}\d{2}$`)

// unitName reads the name of a unit at the end of a text, from its last head on: "Phòng Tham mưu".
var unitName = pattern.MustCompile(`(?:^|.*[^\p{L}])((?:Phòng|Cục|Đội|Vụ|Trung tâm|Trại|Thanh tra|Viện) \p{L}[^;:()]{2,120})$`)

// unitBefore returns the name of a unit at the end of before, "" where none stands there.
func unitBefore(before string) string {
	m := unitName.FindStringSubmatch(strings.TrimRight(before, " "))
	if m == nil || strings.Contains(m[1], " phối hợp") || strings.Contains(m[1], " chủ trì") {
		return "" // "Phòng Nội vụ phối hợp Công an thành phố (PC06)"
	}
	return m[1]
}

// usualForm returns where the usual meaning of short begins that ends the text: "trí tuệ nhân
// tạo" for "AI", whose letters are those of another language.
func usualForm(words []normalize.Word, short string) (first int, ok bool) {
	long := usualForms()[short]
	if long == nil || len(words) < len(long) || !matches(words[len(words)-len(long):], long) {
		return 0, false
	}
	return len(words) - len(long), true
}

// usualForms are the folded words of the meanings in abbreviations.txt, by short form.
var usualForms = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		for _, w := range normalize.Words(r.Columns[1]) {
			m[r.Columns[0]] = append(m[r.Columns[0]], w.Fold)
		}
	}
	return m
})

// firstSpelled is spelled where nothing parts the words that short is made of from its
// brackets: "Ban Chỉ đạo chuyển đổi số tỉnh" for "BCĐ", "giấy chứng nhận quyền sử dụng đất" for "GCN".
func firstSpelled(before, short string) string {
	long := spelled(before, short)
	if !isCapitalised(long) && strings.Count(long, " ") > mostSmall || long == "" || strings.ContainsAny(long, ",;:.()“”") || len(long) > 160 {
		return ""
	}
	return long
}

// mostSmall is one less than the most words of a long form written small of which only the first
// words are spelled.
const mostSmall = 7

// align matches short from its end against the words of a text from its end: a capital
// is the first letter of a word, a small word stands for itself.
func align(words []normalize.Word, short string) (first int, ok bool) {
	tokens := strings.Fields(short)
	i := len(words) - 1
	skipMarks := func() {
		for i >= 0 && words[i].Mark {
			i--
		}
	}
	for k := len(tokens) - 1; k >= 0; k-- {
		if !isCaps(tokens[k]) && !(isCapitalised(tokens[k]) && strings.Contains(tokens[k], "v")) {
			skipMarks()
			if i < 0 || words[i].Fold != fold(tokens[k]) && !strings.HasSuffix(fold(tokens[k]), words[i].Fold) {
				return 0, false
			}
			i--
			continue
		}
		letters := []rune(normalize.Fold(tokens[k]))
		for j := len(letters) - 1; j >= 0; j-- {
			skipMarks()
			if letters[j] == '&' && i >= 0 && words[i].Fold != "và" {
				continue // "phòng cháy, chữa cháy, cứu nạn, cứu hộ (PCCC&CNCH)"
			}
			if i >= 0 && isJoining(words[i].Fold) && !stands(words[i].Fold, letters[j]) {
				i-- // "Giáo dục và Đào tạo (GDĐT)"
				skipMarks()
			}
			if i < 0 || !stands(words[i].Fold, letters[j]) {
				return 0, false
			}
			i--
		}
	}
	return i + 1, i+1 < len(words)
}

// stands reports whether a letter of a short form stands for a word.
func stands(word string, letter rune) bool {
	return base([]rune(word)[0]) == base(letter) || letter == '&' && word == "và"
}

// isJoining reports whether a short form may leave a word out.
func isJoining(word string) bool { return word == "và" || word == "về" }

// base takes the marks off a vowel, not off "đ".
func base(r rune) rune {
	for _, row := range []string{"aăâáàảãạắằẳẵặấầẩẫậ", "eêéèẻẽẹếềểễệ", "iíìỉĩị", "oôơóòỏõọốồổỗộớờởỡợ", "uưúùủũụứừửữự", "yýỳỷỹỵ"} {
		if strings.ContainsRune(row, r) {
			return []rune(row)[0]
		}
	}
	return r
}

// systemHeads begin the name of a system.
var systemHeads = [][]string{{"nền", "tảng"}, {"chỉ", "số"}, {"giám", "sát"}, {"hệ", "thống"}, {"trung", "tâm"}, {"cổng"}, {"phần", "mềm"}, {"cơ", "sở", "dữ", "liệu"}, {"chuẩn", "hoá"}, {"xác", "thực"}}

// systemName returns where the name of a system begins that ends the text.
func systemName(words []normalize.Word) (first int, ok bool) {
	for i := len(words) - 2; i >= 0 && i >= len(words)-14; i-- {
		if f := words[i].Fold; f == ":" || f == ";" || f == "." || f == "(" {
			return 0, false
		}
		for _, h := range systemHeads {
			if i+len(h) < len(words) && matches(words[i:], h) {
				return outerSystem(words, i), true
			}
		}
	}
	return 0, false
}

// outerSystem returns where the name begins whose second word stands at words[i]: "Trung tâm Giám sát an
// toàn thông tin".
func outerSystem(words []normalize.Word, i int) int {
	if i >= 2 && (matches(words[i-2:], []string{"trung", "tâm"}) || matches(words[i-2:], []string{"hệ", "thống"})) {
		return i - 2
	}
	return i
}

func matches(words []normalize.Word, head []string) bool {
	for i, h := range head {
		if words[i].Fold != h {
			return false
		}
	}
	return true
}
