package extract

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// readDuties reads the sections that assign duties body by body.
func (r *reader) readDuties() {
	r.last = r.outline.Last()
	r.ledAlready = map[int]bool{}
	for i := range r.x.Models {
		m := &r.x.Models[i]
		r.ledAlready[m.Number] = len(m.Lead)+len(m.Implementing) > 0
	}
	sections := r.sections()
	for _, s := range sections {
		if chargesOne(s) {
			r.dutiesOf(s)
			continue
		}
		if areAddressed(s) && !r.heldTasks(s) && !holdsModels(s) {
			r.dutiesBelow(s)
			continue
		}
		if r.holdsDuties(s) {
			r.dutiesBelow(s)
		}
	}
	if len(r.x.Responsibilities) == 0 && areDuties(sections) {
		for _, s := range sections {
			r.dutiesOf(s)
		}
	}
	if beginAnew(sections) && len(r.x.Responsibilities) == 0 {
		r.lastDuties(sections)
	}
}

// holdsDuties reports whether a section says what each body has to do. Its title says so, unless the plan's
// tasks stand below whom it charges; "II. NHIỆM VỤ CỦA CÁC BỘ" does where the tasks stand in a table.
func (r *reader) holdsDuties(s *outline.Para) bool {
	if holdsModels(s) {
		return false
	}
	switch purpose(s.Text) {
	case "duties":
		return !chargesTasks(s) || !r.heldTasks(s)
	case "work", "":
		return areDuties(s.Children) && !r.heldTasks(s)
	}
	return false
}

// areAddressed reports whether each heading below a section says whom it is about: "1. Đối với Ban Giám
// hiệu nhà trường", "2. Đối với các tổ chuyên môn".
func areAddressed(s *outline.Para) bool {
	n := 0
	for _, c := range s.Children {
		if c.Marker.Number == 0 {
			continue
		}
		if !strings.HasPrefix(normalize.FoldInPlace(c.Text), "đối với ") || len(c.Children) == 0 {
			return false
		}
		if _, ok := agency.Title(c.Text); ok {
			n++
		}
	}
	return n >= 2
}

// chargesOne reports whether an article only names whom it charges with what stands below it: "Điều 2.
// Giao Giám đốc Sở Giáo dục và Đào tạo" over "1. …".
func chargesOne(s *outline.Para) bool {
	if s.Marker.Style != outline.Article || len(s.Children) == 0 || s.Children[0].Marker.Number == 0 || !isHeading(s) {
		return false
	}
	named, ok := agency.Title(s.Text)
	return ok && strings.HasPrefix(normalize.FoldInPlace(s.Text), "giao ") && strings.Trim(s.Text[named.End:], " :.") == ""
}

// heldTasks reports whether tasks were read below a section.
func (r *reader) heldTasks(s *outline.Para) bool {
	end := s.Whole().End
	s.Walk(func(c *outline.Para) bool {
		end = max(end, c.Whole().End)
		return true
	})
	start := s.Whole().Start
	return slices.ContainsFunc(r.x.Tasks, func(t plan.Task) bool { return t.Span.Start >= start && t.Span.Start < end })
}

// lastDuties reads the duties of a plan whose section headings were lost: the last numbers
// that count from 1, if each says what bodies do.
func (r *reader) lastDuties(ps []*outline.Para) {
	from := len(ps) - 1
	for from > 0 && ps[from].Marker.Number != 1 {
		from--
	}
	last := ps[from:]
	for _, p := range last {
		if actors, _ := agency.Subject(p.Text); len(actors) == 0 || len(labelled(p)) > 0 || r.understood[p] {
			return
		}
	}
	for _, p := range last {
		r.dutiesOf(p)
	}
}

// dutiesBelow reads the duties of the paragraphs below p.
func (r *reader) dutiesBelow(p *outline.Para) {
	for _, c := range p.Children {
		switch {
		case r.closes(c) && !asksOne.MatchString(normalize.Fold(c.Text)):
			r.understood[c] = true
		case isHeading(c) && (partsBodies(c) || c.Marker.Style == outline.Roman && saysNoDuty(c.Text)):
			r.understood[c] = true
			if !saysNoDuty(c.Text) {
				r.dutiesBelow(c)
			}
		case headsBodies(c), slices.ContainsFunc(c.Children, headsBodies):
			r.understood[c] = true
			r.dutiesBelow(c)
		case r.dutiesOf(c):
		case len(c.Children) > 0 && isHeading(c):
			r.understood[c] = true
			r.dutiesBelow(c)
		}
	}
}

// saysNoDuty reports whether a heading among duties is about something else: "II. Chế độ
// thông tin, báo cáo".
func saysNoDuty(title string) bool {
	p := purpose(title)
	return p == "reports" || p == "money"
}

// partsBodies reports whether p only heads the bodies below it, each with duties of its own:
// "I. TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH" over "1. Sở Tài chính", or over "1. Sở Tài chính: Bố
// trí kinh phí".
func partsBodies(p *outline.Para) bool {
	if p.Marker.Style != outline.Roman && p.Marker.Style != outline.Upper {
		return false
	}
	bodies := 0
	for _, c := range p.Children {
		_, named := agency.Title(c.Text)
		if actors, _ := agency.Subject(c.Text); c.Marker.Number == 0 || (!named || !isHeading(c)) && len(actors) == 0 {
			return false
		}
		bodies++
	}
	return bodies > 0
}

// headsBodies reports whether what stands below p is the duties of one body after the other, however
// much p itself says: "2.2. Các tổ đảng theo chức năng, nhiệm vụ … chủ động thực hiện:" over
// "a) Tổ đảng ở Thường trực Ủy ban Pháp luật", "b) …".
func headsBodies(p *outline.Para) bool {
	bodies, lettered := 0, 0
	for _, c := range p.Children {
		if c.Marker.Label == "" {
			continue
		}
		lettered++
		if named, ok := agency.Title(c.Text); ok && isHeading(c) && strings.Trim(c.Text[named.End:], " :.") == "" {
			bodies++
		}
	}
	return bodies >= leastBodies && bodies*4 >= lettered*3
}

// leastBodies with duties of their own below one heading make it one that only heads them.
const leastBodies = 3

// dutiesOf reads c as the duties of one body: a heading that names it above a list, or a
// sentence of which it is the subject.
func (r *reader) dutiesOf(c *outline.Para) bool {
	if c.Cells != nil || c.Marker.Style == outline.None && c.Text == strings.ToUpper(c.Text) {
		return false // a signature block
	}
	d := plan.Responsibility{Section: sectionOf(c), Span: c.Whole()}
	var others []*outline.Para
	if named, ok := agency.Title(c.Text); ok && len(c.Children) > 0 && (isHeading(c) || c.Text[len(c.Text)-1] == ':') {
		d.Agency = c.Slice(named.Start, named.End).Text
	} else if name, ok := addressee(c); ok {
		d.Agency = name
	} else if name, duty, ok := behindName(c.Phrase); ok {
		d.Agency, d.Items = name, append(d.Items, duty.Trim().Text)
	} else {
		found, _ := agency.Subject(c.Text)
		if len(found) == 0 {
			return false
		}
		end := found[len(found)-1].End
		d.Agency = c.Text[found[0].Start:end]
		duty := c.Phrase
		if rest := c.From(end); found[0].Start == 0 && strings.HasPrefix(rest.Text, ":") {
			duty = rest.From(1) // "1. Công an xã: Theo dõi, kiểm tra …"
		}
		d.Items = append(d.Items, duty.Trim().Text)
		others = r.ofOthers(c, found)
	}
	r.understood[c] = true
	r.chargeByNumber(c, d.Agency)
	r.duties(&d, c, others)
	r.x.Responsibilities = append(r.x.Responsibilities, d)
	for _, p := range others {
		r.dutiesOf(p)
	}
	r.dutiesWithin(c, d.Agency)
	if p := r.asked; p != nil && asksOne.MatchString(normalize.Fold(p.Text)) {
		r.asked = nil
		r.dutiesOf(p)
	}
	return true
}

// addressee reads whom a heading addresses, be it no body that is known: "2. Đối với đội ngũ giáo viên"
// over what they are to do.
func addressee(c *outline.Para) (name string, ok bool) {
	if !strings.HasPrefix(normalize.FoldInPlace(c.Text), "đối với ") || !isHeading(c) || c.Marker.Number == 0 {
		return "", false
	}
	name = strings.TrimSpace(c.Text[len("Đối với "):])
	if i := strings.Index(name, " ("); i > 0 {
		name = name[:i]
	}
	return strings.TrimRight(name, " :"), true
}

// behindName parts a duty from the body that is named before a full stop: "1. Công an phường. Là
// đầu mối theo dõi …".
func behindName(c outline.Phrase) (name string, duty outline.Phrase, ok bool) {
	i := strings.Index(c.Text, ". ")
	if i < 0 || i > longestCharge {
		return "", duty, false
	}
	name = strings.TrimPrefix(c.Text[:i], "Đề nghị ")
	return name, c.From(i + 1), agency.OnlyBodies(name)
}

// dutiesWithin reads the sentences behind the first of c that give another body than named a
// duty: "… Giao Công an tỉnh chủ trì theo dõi".
func (r *reader) dutiesWithin(c *outline.Para, named string) {
	all := split(c.Phrase, ".")
	for _, s := range all[1:] {
		s = s.Trim()
		found, role := agency.Subject(s.Text)
		if len(found) == 0 || role != plan.Lead || found[0].Start > len("Giao ") {
			continue
		}
		who := s.Text[found[0].Start:found[len(found)-1].End]
		if normalize.Fold(who) == normalize.Fold(named) {
			continue
		}
		r.x.Responsibilities = append(r.x.Responsibilities, plan.Responsibility{Agency: who, Section: sectionOf(c), Items: []string{s.Text}, Span: s.Whole()})
		named = who
	}
}

// ofOthers returns the paragraphs without a marker below the sentence c that begin with other
// bodies than its subject, and give them duties of their own.
func (r *reader) ofOthers(c *outline.Para, subject []agency.Match) []*outline.Para {
	var out []*outline.Para
	for _, p := range c.Children {
		found, _ := agency.Subject(p.Text)
		if p.Marker.Style == outline.None && p.Label == nil && !r.closes(p) && len(found) > 0 && found[0].Start == 0 && !sameName(p.Text, found[0], c.Text, subject) {
			out = append(out, p)
		}
	}
	return out
}

// sameName reports whether the body m of s is one of those that t names.
func sameName(s string, m agency.Match, t string, named []agency.Match) bool {
	return slices.ContainsFunc(named, func(n agency.Match) bool {
		return normalize.Fold(s[m.Start:m.End]) == normalize.Fold(t[n.Start:n.End])
	})
}

// duties adds the paragraphs below c but those of others. What stands under a bullet without a
// marker of its own closes the section, it is no duty; nor is the sentence with which a plan
// ends.
func (r *reader) duties(d *plan.Responsibility, c *outline.Para, others []*outline.Para) {
	for _, i := range c.Children {
		switch {
		case slices.Contains(others, i):
			continue
		case r.closes(i):
			r.understood[i] = true
			r.asked = i
			continue
		case i.Marker.Style == outline.None && c.Marker.Style >= outline.Dash && i.Alone:
			continue
		}
		d.Items = append(d.Items, i.Phrase.Trim().Text)
		d.Span = d.Span.Union(i.Whole())
		r.understood[i] = true
		r.duties(d, i, nil)
	}
}

// closing reads the sentence with which a plan ends: "Trên đây là Kế hoạch …", "Trong quá
// trình thực hiện, nếu có vướng mắc, …", "Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện",
// "UBND huyện đề nghị …".
var closing = pattern.MustCompile(`^(?:trên đây|trên cơ sở|căn cứ (?:nội dung )?kế hoạch|(?:trong )?quá trình|trong khi|nhận được|kế hoạch này|nếu|khi có|mọi|yêu cầu|đề nghị|giao)[ ,]|^[^.;:]{0,90}? (?:yêu cầu|đề nghị) `)

// asksOne reads a last sentence that gives one body a duty after all: "Đề nghị Ủy ban Mặt
// trận Tổ quốc Việt Nam huyện tuyên truyền, vận động …".
var asksOne = pattern.MustCompile(`^đề nghị (?:uỷ ban|ubmttq|ban|hội|đoàn|toà án|viện|mặt trận|thường trực)`)

// closes reports whether p is the last paragraph before the signatures and ends the plan as
// a whole, so that it adds nothing to the duty above it.
func (r *reader) closes(p *outline.Para) bool {
	return p.Marker.Style == outline.None && p.Label == nil && (p == r.last || strings.HasSuffix(p.Text, "./.")) &&
		closing.MatchString(normalize.Fold(p.Text[:min(len(p.Text), longestOpening)]))
}

// longestOpening is how many bytes of a paragraph tell that it closes a plan.
const longestOpening = 200

// sectionOf names the numbered heading that c is or stands below.
func sectionOf(c *outline.Para) string {
	for c != nil && c.Marker.Label == "" {
		c = c.Parent
	}
	if c == nil {
		return ""
	}
	return c.Path()
}
