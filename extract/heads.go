package extract

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
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

// parted returns the title of a model and the prose behind it in the same paragraph.
func (h modelHead) parted() (title, prose outline.Phrase) {
	if h.until > 0 {
		return h.title.Slice(0, h.until), h.title.From(h.until + 1)
	}
	return cutTitle(h.title)
}
