package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// head remarks on what the head and the end lack.
func (c *checker) head() {
	p := c.x.Plan
	if p.Title == nil {
		c.say(TitleMissing, "", source.Span{}, "Không đọc được tên (trích yếu) của văn bản.")
	}
	if len(c.x.Models)+len(c.x.Tasks) == 0 && p.Kind == "" {
		return // no plan: nothing to expect
	}
	switch {
	case p.Number == nil && c.unreadBeside(p.Spans["symbol"]):
		c.say(NumberBlank, "", p.Spans["symbol"], "Số của văn bản không đọc được từ ảnh quét, có thể viết tay; cần ghi theo bản gốc.")
	case p.Number == nil && p.Symbol != nil:
		c.say(NumberBlank, "", p.Spans["symbol"], "Văn bản để trống số.")
	case p.Number == nil:
		c.say(NumberBlank, "", source.Span{}, "Không thấy số của văn bản.")
	}
	switch {
	case p.Date == nil:
		c.say(DateIncomplete, "", source.Span{}, "Không thấy ngày ban hành của văn bản.")
	case len(*p.Date) == len("2023-10-13"):
	case c.unreadBeside(p.Spans["date"]):
		c.say(DateIncomplete, "", p.Spans["date"], "Ngày ban hành không đọc được hết từ ảnh quét, có thể viết tay, chỉ biết “%s”; cần ghi theo bản gốc.", Printed(*p.Date))
	default:
		c.say(DateIncomplete, "", p.Spans["date"], "Ngày ban hành để trống ngày hoặc tháng, chỉ biết “%s”.", Printed(*p.Date))
	}
	if len(p.Issuers) == 0 {
		c.say(IssuerMissing, "", source.Span{}, "Không đọc được cơ quan ban hành.")
	}
	if len(p.Signers) == 0 || p.Signers[0].Name == nil {
		c.say(SignerMissing, "", source.Span{}, "Không thấy họ tên người ký.")
	}
}

// unreadBeside reports whether something that could not be read stands on the line where a span begins.
func (c *checker) unreadBeside(s source.Span) bool {
	return slices.ContainsFunc(c.doubted, func(d source.Doubt) bool {
		return d.Text == source.Unread && d.Span.Page == s.Page && d.Span.Line == s.Line
	})
}

// counts holds the counts that the plan states against those found, at every level.
func (c *checker) counts() {
	found := len(c.x.Models)
	if d := c.x.Plan.DeclaredModels; d != nil && found > 0 && *d != found {
		c.say(CountMismatch, "", c.x.Plan.Spans["declared_models"], "Kế hoạch nêu %d mô hình, đọc được %d.", *d, found)
	}
	c.taskCount()
	sum, stated := 0, len(c.x.Groups) > 0
	for _, g := range c.x.Groups {
		if g.Declared == nil {
			stated = false
			continue
		}
		sum += *g.Declared
		if *g.Declared != len(g.Models) {
			c.say(CountMismatch, g.Label, g.Span, "Nhóm %s nêu %d mô hình, đọc được %d: %s.", g.Label, *g.Declared, len(g.Models), list(g.Models))
		}
	}
	if d := c.x.Plan.DeclaredModels; stated && d != nil && sum != *d {
		c.say(SumMismatch, "", c.x.Plan.Spans["declared_models"], "Các nhóm nêu cộng lại là %d mô hình, kế hoạch nêu %d.", sum, *d)
	}
	for _, s := range c.x.Sections {
		c.sectionCount(s.Label, s.Title, s.Span)
	}
}

// taskCount holds the tasks that a plan without models says it has against those found.
func (c *checker) taskCount() {
	if len(c.x.Models) > 0 || len(c.x.Tasks) == 0 {
		return
	}
	for _, p := range c.o.Paras {
		if !strings.Contains(p.Text, "nhiệm vụ") {
			continue
		}
		m := statedTasks.FindStringSubmatchIndex(normalize.FoldInPlace(p.Text))
		if m == nil {
			continue
		}
		if want, _ := strconv.Atoi(p.Text[m[2]:m[3]]); want != len(c.x.Tasks) {
			c.say(CountMismatch, "", p.Span(m[2], m[1]), "Kế hoạch nêu %d nhiệm vụ, đọc được %d.", want, len(c.x.Tasks))
		}
		return
	}
}

// statedTasks reads how many tasks a plan says it has: "Kế hoạch gồm 14 nhiệm vụ".
var statedTasks = pattern.MustCompile(`(?:^|[ ;.])kế hoạch (?:này )?(?:gồm|bao gồm|có|đề ra|xác định|giao) (?:tổng số )?(\d{1,3}) nhiệm vụ`)

// stated reads how many models the title of a part says it has: "21 MÔ HÌNH …".
var stated = pattern.MustCompile(`(?:^|[^\d])(\d{1,3}) mô hình`)

func (c *checker) sectionCount(label, title string, at source.Span) {
	m := stated.FindStringSubmatch(normalize.Fold(title))
	if m == nil {
		return
	}
	want, _ := strconv.Atoi(m[1])
	found := 0
	for _, x := range c.x.Models {
		if x.Group != nil && (*x.Group == label || strings.HasPrefix(*x.Group, label+".")) {
			found++
		}
	}
	if found > 0 && found != want {
		c.say(CountMismatch, label, at, "Phần %s nêu %d mô hình, đọc được %d.", label, want, found)
	}
}

// list writes numbers for a reader: "1, 2, 5".
func list(ns []int) string {
	s := make([]string, len(ns))
	for i, n := range ns {
		s[i] = strconv.Itoa(n)
	}
	return strings.Join(s, ", ")
}

// numbers remarks on numbers of models that are repeated or skipped.
func (c *checker) numbers() {
	places := map[int][]source.Span{}
	var all []int
	for _, m := range c.x.Models {
		if places[m.Number] == nil {
			all = append(all, m.Number)
		}
		places[m.Number] = append(places[m.Number], m.Spans["title"])
	}
	slices.Sort(all)
	for _, n := range all {
		if at := places[n]; len(at) > 1 {
			d := c.say(NumberRepeated, model(n), at[1], "Số mô hình %d dùng %d lần.", n, len(at))
			d.Related = at[:1]
		}
	}
	var skipped []int
	for i := 1; i < len(all); i++ {
		for n := all[i-1] + 1; n < all[i] && len(skipped) < 50; n++ {
			skipped = append(skipped, n)
		}
	}
	if len(skipped) > 0 {
		c.say(NumberSkipped, "", source.Span{}, "Số mô hình chạy từ %d đến %d nhưng không có %s.", all[0], all[len(all)-1], list(skipped))
	}
}

// citations remarks on one document cited under two numbers, and on the plan's own
// number written another way in its annex.
func (c *checker) citations() {
	type use struct {
		number string
		at     source.Span
	}
	seen := map[string][]use{}
	note := func(number string, at source.Span) {
		digits, symbol, ok := strings.Cut(number, "/")
		if !ok || len(symbol) < 4 {
			return
		}
		for _, u := range seen[digits] {
			if u.number == number {
				return
			}
		}
		seen[digits] = append(seen[digits], use{number, at})
	}
	for _, p := range c.o.Head {
		numbersIn(p.Text, func(n string, start, end int) { note(n, p.Span(start, end)) })
	}
	for _, p := range c.o.Paras {
		numbersIn(p.Text, func(n string, start, end int) { note(n, p.Span(start, end)) })
	}
	var keys []string
	for k := range seen {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		us := seen[k]
		for i := 1; i < len(us); i++ {
			if likely(us[0].number, us[i].number) || c.own(us[0].number) && c.inAnnex(us[i].at) {
				d := c.say(NumberTwoWays, "", us[i].at, "Một số hiệu viết hai cách: “%s” và “%s”.", us[0].number, us[i].number)
				d.Related = []source.Span{us[0].at}
			}
		}
	}
}

func (c *checker) own(number string) bool {
	return c.x.Plan.Number != nil && *c.x.Plan.Number == number
}

// inAnnex reports whether a place stands behind "Kèm theo Kế hoạch số …".
func (c *checker) inAnnex(at source.Span) bool {
	for _, p := range c.o.Paras {
		if p.Whole().Contains(at) {
			return strings.Contains(normalize.Fold(p.Text), "kèm theo")
		}
	}
	return false
}

// numberForm reads the numbers of documents within a text.
var numberForm = pattern.MustCompile(`\b\d{1,5}(?:/\d{4})?/[\p{Lu}][\p{L}\d]*(?:\s?-\s?[\p{Lu}][\p{L}\d]*)*`)

func numbersIn(s string, f func(number string, start, end int)) {
	for from, next := 0, firstCited(s); next >= 0; next = firstCited(s[from:]) {
		from += next
		at := numberForm.FindStringIndex(s[from:])
		if at == nil {
			return
		}
		f(strings.ReplaceAll(s[from+at[0]:from+at[1]], " ", ""), from+at[0], from+at[1])
		from += at[1]
	}
}

// firstCited returns where in s the first number may begin, or a little before: in front of
// the first slash between a digit and a capital, as in "06/QĐ-TTg"; -1 where there is none.
// Of the slashes most are those of dates.
func firstCited(s string) int {
	for i := strings.IndexByte(s, '/'); i >= 0; {
		if r, _ := utf8.DecodeRuneInString(s[i+1:]); unicode.IsUpper(r) && i > 0 && '0' <= s[i-1] && s[i-1] <= '9' {
			return strings.LastIndexByte(s[:i], ' ') + 1
		}
		next := strings.IndexByte(s[i+1:], '/')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return -1
}

// likely reports whether two numbers that begin alike are one: their symbols differ by
// one letter lost, doubled or changed.
func likely(a, b string) bool {
	return a != b && distance([]rune(a), []rune(b)) == 1
}

// distance is the number of letters to change, add or drop, counted up to 2.
func distance(a, b []rune) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return min(2, max(len(a), len(b)))
}
