package extract

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// A modelHead is the heading of a model.
type modelHead struct {
	*outline.Para
	number int
	note   string
	title  outline.Phrase
	until  int // where in title a description begins behind a colon; 0 where none does
}

// modelHeads finds the headings of models: "Mô hình 6: …", or, where a plan does not
// number them so, the headings below which fields stand, if the plan speaks of models.
func (r *reader) modelHeads() []modelHead {
	var heads []modelHead
	for _, p := range r.outline.Paras {
		if p.Item != nil {
			title := p.From(p.Item.End)
			if p.Item.Until > 0 {
				title = p.Slice(p.Item.End, p.Item.Until)
			}
			heads = append(heads, modelHead{Para: p, number: p.Item.Number, note: p.Item.Note, title: title})
		}
	}
	if len(heads) > 0 {
		return partDescriptions(countThrough(heads))
	}
	if heads = r.proseHeads(); len(heads) > 0 {
		return heads
	}
	style, n := r.fieldHeads()
	if n < 2 || !r.speaksOfModels(style) {
		return nil
	}
	for _, p := range r.outline.Paras {
		if p.Marker.Style == style && (holdsFields(p) || r.besideModels(p)) {
			heads = append(heads, modelHead{Para: p, number: len(heads) + 1, title: withoutWord(p.Phrase)})
		}
	}
	if numbered := consecutive(heads, byMarker); numbered {
		for i := range heads {
			heads[i].number = heads[i].Marker.Number
		}
	}
	return heads
}

// besideModels reports whether what stands below a heading tells a model without labels, and fields stand below one
// beside it, in a section that says that it holds models.
func (r *reader) besideModels(p *outline.Para) bool {
	if p.Parent == nil || p.Label != nil || p.Cells != nil || !slices.ContainsFunc(p.Parent.Children, holdsFields) {
		return false
	}
	named := func(a *outline.Para) bool { return strings.Contains(normalize.Fold(a.Text), "mô hình") }
	tells := func(q *outline.Para) bool { return toldBelow(q) || toldInDashes(q) }
	if !named(p.Parent) {
		return slices.ContainsFunc(ancestry(p.Parent), named) && tells(p)
	}
	all, told := 0, 0
	for _, q := range p.Parent.Children {
		if q.Marker.Style == p.Marker.Style {
			all++
			if holdsFields(q) || tells(q) {
				told++
			}
		}
	}
	return tells(p) || len(p.Children) > 0 && 2*told >= all
}

// partDescriptions finds where titles end behind which a sentence describes the model: "Mô hình 1. Phòng
// họp không giấy tờ: Toàn bộ tài liệu họp được gửi trên phần mềm.", "Mô hình 1. Cấp đổi giấy phép tại nhà. Cán bộ
// đến từng nhà." Where only some are so, the mark is of the title.
func partDescriptions(heads []modelHead) []modelHead {
	for _, mark := range []string{": ", ". "} {
		found := 0
		for i := range heads {
			if heads[i].until = describedBehind(heads[i].title.Text, mark); heads[i].until > 0 {
				found++
			}
		}
		if found*4 >= len(heads)*3 && found > 1 {
			return heads
		}
	}
	for i := range heads {
		heads[i].until = 0
	}
	return heads
}

// dotted are words that a full stop shortens, behind which a title goes on.
var dotted = map[string]bool{"TP": true, "Tp": true, "TX": true, "TT": true, "P": true, "Q": true, "H": true, "X": true, "ThS": true, "TS": true, "BS": true, "số": true, "Tr": true}

// describedBehind returns where the mark stands in the title of a model behind which a sentence describes it; 0 where
// none does. Behind a full stop it may be of few words.
func describedBehind(s, mark string) int {
	k := strings.Index(s, mark)
	if k <= 0 || k > longestName || strings.Count(s[:k], "(") != strings.Count(s[:k], ")") || !upperAt(s, k+2) {
		return 0
	}
	if mark == ". " {
		if blank := strings.LastIndexByte(s[:k], ' '); blank < 0 || dotted[s[blank+1:k]] {
			return 0 // "… tại TP. Hồ Chí Minh"
		}
		return k
	}
	if !strings.HasSuffix(s, ".") || strings.Count(s[k:], " ") <= leastDescription {
		return 0
	}
	return k
}

// leastDescription is the words of a description, at least.
const leastDescription = 5

// countThrough numbers models through the plan whose codes count anew with other letters: "YT-01",
// "YT-02", "GD-01".
func countThrough(heads []modelHead) []modelHead {
	coded := slices.ContainsFunc(heads, func(h modelHead) bool { return h.Item != nil && h.Item.Coded })
	if !coded || consecutive(heads, func(h modelHead) int { return h.number }) {
		return heads
	}
	for i := range heads {
		heads[i].number = i + 1
	}
	return heads
}

// proseHeads finds the models that are told in a numbered paragraph each, or in one below a
// numbered title, below a section that says that it holds models: "II. NỘI DUNG CÁC MÔ HÌNH",
// "1. Số hóa hồ sơ hộ tịch. … Giao Sở Tư pháp chủ trì, …".
func (r *reader) proseHeads() []modelHead {
	var heads []modelHead
	for _, s := range r.sections() {
		named := strings.Contains(normalize.Fold(s.Text), "mô hình")
		if !named && !announcesModels(s) {
			continue
		}
		several := headsModels(s)
		var found []*outline.Para
		told := 0
		s.Walk(func(p *outline.Para) bool {
			if p.Marker.Number == 0 || p.Marker.Style >= outline.Dash || p.Cells != nil {
				return true
			}
			numbered := slices.ContainsFunc(p.Children, func(c *outline.Para) bool { return c.Marker.Number > 0 && c.Marker.Style < outline.Dash })
			lettered := several && slices.ContainsFunc(p.Children, tellsAlone)
			if numbered && !lettered {
				return true
			}
			found = append(found, p)
			if title, rest := cutTitle(p.Phrase); len(title.Text) < 200 && (saysLead(rest.Text) || toldBelow(p) || lettered || several && toldInDashes(p) || tellsModel(rest)) {
				told++
			}
			return false
		})
		if told < 2 || told*3 < len(found)*2 {
			continue
		}
		for _, p := range found {
			heads = append(heads, modelHead{Para: p, number: len(heads) + 1, title: p.Phrase})
		}
	}
	if consecutive(heads, byMarker) {
		for i := range heads {
			heads[i].number = heads[i].Marker.Number
		}
	}
	return heads
}

// tellsAlone reports whether a lettered line tells who does what stands above it, or when, and nothing else: "a) Sở Nội vụ
// chủ trì." below "1. Số hóa hồ sơ lưu trữ".
func tellsAlone(c *outline.Para) bool {
	return c.Marker.Style == outline.Lower && c.Label == nil && len(c.Children) == 0 && (onlyCharges(c.Phrase) || isTime(c) || namesOnly(c.Text))
}

// announcesModels reports whether a paragraph without a number at the start of a section says
// that models follow: "Thành phố tập trung xây dựng 11 mô hình thuộc 3 lĩnh vực.".
func announcesModels(s *outline.Para) bool {
	if purpose(s.Text) == "duties" {
		return false
	}
	for _, c := range s.Children {
		if c.Marker.Style != outline.None || c.Cells != nil {
			return false
		}
		if announced.MatchString(normalize.Fold(c.Text)) {
			return true
		}
	}
	return false
}

// announced reads that models follow, perhaps how many.
var announced = pattern.MustCompile(`(?:^|[ (])(?:\d{1,3}|các|những) mô hình(?: điểm| sau| thí điểm)?(?: đây)?(?:,| thuộc| trên| trong| theo| như| sau|:|[.]|;| cụ thể| với| ở| về)`)

// tellsModel reports whether prose behind a title speaks of a model: "Mô hình nhằm …", "Mục
// tiêu của mô hình là …", or says who carries it out.
func tellsModel(prose outline.Phrase) bool {
	if first := split(prose, "."); len(first) > 1 && namesOnly(first[0].Text) {
		return true // "Phòng Tư pháp. tháng 8/2024", parted from the title before it
	}
	return ofModel.MatchString(normalize.FoldInPlace(prose.Text)) || agency.SaysWho(prose.Text)
}

var ofModel = pattern.MustCompile(`^ ?(?:mục (?:tiêu|đích)(?: của mô hình)? |mô hình (?:này )?(?:nhằm|giúp|được|hướng|có|triển|sẽ|do|tạo|để|góp))`)

// toldBelow reports whether a paragraph below a title says who leads: "2.1. Chung cư số" and
// "Giao Công an quận chủ trì, …" below it, perhaps behind a label: "Mục tiêu là …. Giao …".
// The duties of a body stand below its name so too: "1. Công an tỉnh".
func toldBelow(p *outline.Para) bool {
	return !agency.OnlyBodies(strings.TrimRight(p.Text, " :.")) && slices.ContainsFunc(p.Children, func(c *outline.Para) bool {
		return c.Marker.Style == outline.None && c.Cells == nil && saysLead(c.Text)
	})
}

// toldInDashes reports whether a dash below a title says who carries it out, where several models are set out: the tasks
// of one model stand below their headings so too.
func toldInDashes(p *outline.Para) bool {
	return !agency.OnlyBodies(strings.TrimRight(p.Text, " :.")) && slices.ContainsFunc(p.Children, func(c *outline.Para) bool {
		return c.Marker.Style >= outline.Dash && c.Label == nil && c.Cells == nil && statement(c.Text) && (saysLead(c.Text) || agency.SaysWho(c.Text))
	})
}

// headsModels reports whether the title of a section, or what it begins with, says that it sets several models out and
// not tasks.
func headsModels(s *outline.Para) bool {
	title := normalize.Fold(s.Text)
	return severalModels.MatchString(title) && !strings.Contains(title, "nhiệm vụ") || announcesModels(s)
}

// fieldHeads returns the style of heading below which fields stand most often, and how
// many of them there are. "Nhiệm vụ 1: …" heads a task.
func (r *reader) fieldHeads() (outline.Style, int) {
	count := map[outline.Style]int{}
	for _, p := range r.outline.Paras {
		if s := p.Marker.Style; s != outline.None && s != outline.Task && s < outline.Dash && holdsFields(p) {
			count[s]++
		}
	}
	best := outline.None
	for s, n := range count {
		if n > count[best] || n == count[best] && s > best {
			best = s
		}
	}
	return best, count[best]
}

// holdsFields reports whether fields stand right below p, and p is none of them itself:
// "1.2. Tổ chức thực hiện" with "- Chủ trì: …" below it.
func holdsFields(p *outline.Para) bool {
	if len(labelled(p)) < 2 {
		return false
	}
	for a := p.Parent; a != nil; a = a.Parent {
		if len(labelled(a)) >= 2 {
			return false
		}
	}
	return true
}

// labelled returns the meanings of the fields right below p that only a model or a task
// has.
func labelled(p *outline.Para) map[string]bool {
	found := map[string]bool{}
	for _, c := range p.Children {
		if c.Label == nil {
			continue
		}
		switch c.Label.Meaning {
		case "objective", "executing", "allocation", "lead", "cooperating", "assignments", "forces", "timeline", "begins", "ends", "tools", "product", "supporting", "guiding":
			found[c.Label.Meaning] = true
		}
	}
	return found
}

// speaksOfModels reports whether the title speaks of models, or a heading does at or above
// half of the paragraphs of that style that head fields.
func (r *reader) speaksOfModels(style outline.Style) bool {
	if t := r.x.Plan.Title; t != nil && strings.Contains(normalize.Fold(*t), "mô hình") &&
		(severalModels.MatchString(normalize.Fold(*t)) || !r.headsSentences(style)) {
		return true
	}
	all, models := 0, 0
	for _, p := range r.outline.Paras {
		if p.Marker.Style != style || !holdsFields(p) {
			continue
		}
		all++
		if slices.ContainsFunc(ancestry(p), func(a *outline.Para) bool {
			return len(a.Text) < 300 && strings.Contains(normalize.Fold(a.Text), "mô hình")
		}) {
			models++
		}
	}
	return models*2 >= all && models > 0
}

// severalModels reads a title that speaks of models, not of one: "Xây dựng mô hình “Dân vận khéo”
// …" may be followed by the tasks of that one.
var severalModels = pattern.MustCompile(`(?:các|những|nhóm|\d{1,3}) mô hình|mô hình điểm`)

// headsSentences reports whether most paragraphs of a style that head fields are whole
// sentences, as tasks are, not names.
func (r *reader) headsSentences(style outline.Style) bool {
	all, sentences := 0, 0
	for _, p := range r.outline.Paras {
		if p.Marker.Style == style && holdsFields(p) {
			all++
			if strings.HasSuffix(p.Text, ".") && len(p.Text) > longestName {
				sentences++
			}
		}
	}
	return sentences*2 > all
}

// ancestry is p and the numbered headings above it.
func ancestry(p *outline.Para) []*outline.Para {
	var out []*outline.Para
	for ; p != nil; p = p.Parent {
		if p.Marker.Style != outline.None && p.Marker.Style < outline.Dash {
			out = append(out, p)
		}
	}
	return out
}

// consecutive reports whether numbers rise through the whole plan.
func consecutive(heads []modelHead, number func(modelHead) int) bool {
	for i := 1; i < len(heads); i++ {
		if number(heads[i]) <= number(heads[i-1]) {
			return false
		}
	}
	return true
}

// byMarker is the number of a heading's marker.
func byMarker(h modelHead) int { return h.Marker.Number }

// withoutWord drops "Mô hình" before a title that begins with a capital of its own.
func withoutWord(title outline.Phrase) outline.Phrase {
	words := normalize.Words(title.Text)
	if len(words) < 3 || words[0].Fold != "mô" || words[1].Fold != "hình" {
		return title
	}
	rest := strings.TrimLeft(title.Text[words[1].End:], " :")
	if strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "\"") {
		return title.From(len(title.Text) - len(rest))
	}
	if rest != "" && strings.ToUpper(rest[:1]) == rest[:1] && rest[0] < 0x80 {
		return title.From(len(title.Text) - len(rest))
	}
	return title
}

// parted returns the title of a model and the prose behind it in the same paragraph.
func (h modelHead) parted() (title, prose outline.Phrase) {
	if h.until > 0 {
		return h.title.Slice(0, h.until), h.title.From(h.until + 1)
	}
	return cutTitle(h.title)
}

// chargesIn reads the word that charges somebody with what stands before the brackets.
var chargesIn = pattern.MustCompile(`^(?:do|giao(?: cho)?|phân công) `)

// cutTitle parts the title from the prose that may follow in the same paragraph: a title
// in quotation marks, or one sentence before another that says who leads.
func cutTitle(s outline.Phrase) (title, prose outline.Phrase) {
	if m := leadInBrackets.FindStringSubmatchIndex(s.Text); m != nil && m[0] > 0 {
		in, rest := s.Slice(m[2], m[3]), s.From(m[1]).Trim()
		if told := in.From(len(chargesIn.FindString(in.Text))); agency.SaysLead(told.Text) && agency.Begins(told.Text) && (rest.Text == "" || upperAt(rest.Text, 0)) {
			if rest.Text != "" {
				told = outline.Join(". ", told, rest)
			}
			return s.Slice(0, m[0]).Trim(), told // "Camera an ninh (do Công an huyện chủ trì, các xã phối hợp)"
		}
	}
	if k := strings.Index(s.Text, ": "); k > 0 && k <= longestName && strings.Count(s.Text[:k], "(") == strings.Count(s.Text[:k], ")") {
		rest := s.From(k + 1).Trim()
		if told := rest.From(len(chargesIn.FindString(normalize.FoldInPlace(rest.Text)))); agency.Begins(told.Text) && statement(rest.Text) && (agency.SaysLead(told.Text) || len(told.Text) < len(rest.Text) && agency.SaysWho(rest.Text)) {
			return s.Slice(0, k), rest // "Hộ tịch số: do Phòng Tư pháp chủ trì, phối hợp UBND các xã; …"
		}
	}
	if what, who, at, ok := inParts(s); ok {
		return what, outline.Join(". ", who, at) // "Hộ tịch lưu động - Phòng Tư pháp - tháng 8/2024"
	}
	if strings.HasPrefix(s.Text, "“") || strings.HasPrefix(s.Text, "\"") {
		for _, q := range []string{"”", "\""} {
			if i := strings.Index(s.Text[1:], q); i > 0 {
				title = s.Slice(0, i+1+len(q))
				rest := s.Text[i+1+len(q):]
				if k := strings.Index(rest, ": "); k >= 0 && k <= longestName && !strings.ContainsAny(rest[:k], ".;:") && upperAt(rest, k+2) {
					return s.Slice(0, i+1+len(q)+k), s.From(i + 1 + len(q) + k + 1) // "“Chợ số” tại chợ An Dương: Phòng Kinh tế chủ trì, …"
				}
				if k := strings.Index(rest, ". "); k > 0 && small(rest) {
					return s.Slice(0, i+1+len(q)+k), s.From(i + 1 + len(q) + k + 1) // "“Tuyến đường hoa” tại xã Hậu Thành. Mô hình nhằm …"
				}
				if rest != "" && !strings.HasPrefix(rest, ". ") && !saysWho.MatchString(normalize.Fold(rest)) {
					break // the quotation is only part of the title
				}
				return title, s.Slice(i+1+len(q)+len(s.Text[i+1+len(q):])-len(strings.TrimLeft(s.Text[i+1+len(q):], ".: ")), len(s.Text))
			}
		}
	}
	for i := 0; i+2 < len(s.Text); i++ {
		if s.Text[i] != '.' || s.Text[i+1] != ' ' {
			continue
		}
		if rest := s.From(i + 1); saysWho.MatchString(normalize.Fold(rest.Text)) || ofModel.MatchString(normalize.FoldInPlace(rest.Text)) {
			return s.Slice(0, i), rest
		}
	}
	return s, outline.Phrase{}
}

// bodiesInTitle returns the bodies that the brackets at the end of a title name: "Mô hình chợ 4.0 (Phòng Kinh tế)".
func bodiesInTitle(title outline.Phrase) (outline.Phrase, bool) {
	m := lastBrackets.FindStringSubmatchIndex(strings.TrimRight(title.Text, " .;:"))
	if m == nil {
		return outline.Phrase{}, false
	}
	in := title.Slice(m[2], m[3])
	return in, namesOnly(in.Text)
}

// titlesName reports whether most titles of models end so: of one alone the brackets may say where it is tried out.
func (r *reader) titlesName() bool {
	named := 0
	for _, h := range r.heads {
		title, _ := h.parted()
		if _, ok := bodiesInTitle(title); ok {
			named++
		}
	}
	return named >= leastTitlesNaming && 3*named >= 2*len(r.heads)
}

// leastTitlesNaming is so many titles that name bodies, at least.
const leastTitlesNaming = 3

// small reports whether a text goes on with a small letter, behind a blank.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, " "))
	return unicode.IsLower(r)
}

var saysWho = pattern.MustCompile(`chủ trì|thực hiện|phối hợp|triển khai|hoàn thành`)

// countForm reads the count in a group's heading: "(gồm 01 mô hình)", ": 05 mô hình",
// "(14 mô hình, trong đó …)".
var countForm = pattern.MustCompile(`(?i)\s*[(:,–-]\s*(?:gồm có|bao gồm|gồm|có|tổng số)?\s*:?\s*(\d{1,3})\s+(?:mô hình|nhiệm vụ|phiếu|tiện ích)[^()]*(?:\([^()]*\))?[^()]*\)?\s*\.?$`)

// group puts a model into the group whose heading stands above it.
func (r *reader) group(p *outline.Para, m *plan.Model) {
	g := p.Parent
	for g != nil && (g.Marker.Label == "" || g.Item != nil) {
		g = g.Parent
	}
	if g == nil || !r.isGroup(g) {
		return
	}
	label := g.Path()
	m.Group = &label
	for a := g; a != nil; a = a.Parent {
		r.understood[a] = true
	}
	for i := range r.x.Groups {
		if r.x.Groups[i].Label == label {
			r.x.Groups[i].Models = append(r.x.Groups[i].Models, m.Number)
			return
		}
	}
	title, declared := groupTitle(g.Phrase)
	r.x.Groups = append(r.x.Groups, plan.Group{Label: label, Title: title.Text, Declared: declared, Models: []int{m.Number}, Span: g.Whole()})
}

// isGroup reports whether a heading groups models: it stands below the sections, or says
// so.
func (r *reader) isGroup(p *outline.Para) bool {
	if p.IsGroup() {
		return true
	}
	below := p.Marker.Style > outline.Roman && p.Marker.Style != outline.Article
	if (p.Marker.Style == outline.Upper || p.Marker.Style == outline.Dec1) && p.Parent == nil {
		below = false // the plan's sections are A, B, C or 1, 2, 3
	}
	if p.Marker.Style == outline.Roman && p.Parent != nil && p.Parent.Marker.Style == outline.Upper {
		below = groupsBelow(p.Parent) > 1 // "B. NỘI DUNG", "I. MÔ HÌNH TRONG LĨNH VỰC KINH TẾ SỐ"
	}
	return below || strings.HasPrefix(normalize.Fold(p.Text), "nhóm") || countForm.MatchString(p.Text)
}

// groupsBelow returns how many of the headings right below p hold models.
func groupsBelow(p *outline.Para) int {
	n := 0
	for _, c := range p.Children {
		found := false
		c.Walk(func(m *outline.Para) bool {
			found = found || m.Item != nil || m != c && holdsFields(m)
			return !found
		})
		if found {
			n++
		}
	}
	return n
}

// groupTitle cuts the count off a group's heading.
func groupTitle(s outline.Phrase) (outline.Phrase, *int) {
	m := countForm.FindStringSubmatchIndex(s.Text)
	if m == nil {
		return s.Trim(), nil
	}
	n, err := strconv.Atoi(s.Text[m[2]:m[3]])
	if err != nil {
		return s.Trim(), nil
	}
	return s.Slice(0, m[0]), &n
}
