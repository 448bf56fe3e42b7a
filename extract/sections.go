package extract

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// readSections reads the headings of the Roman level and the parts A, B below them, or
// where A, B stand above, these and the Roman level below. Where a plan has no Roman
// numbers its highest headings are its sections; but not the articles of a decision, nor those whose numbers begin anew:
// what stood above them was lost, as portals lose lines in bold type.
func (r *reader) readSections() {
	sections := r.sections()
	if areSentences(sections) || beginAnew(sections) || len(sections) > 0 && sections[0].Marker.Style == outline.Article || areDuties(sections) {
		return
	}
	for _, p := range sections {
		r.section(p)
		for _, c := range p.Children {
			if s := c.Marker.Style; s == outline.Upper || s == outline.Roman && p.Marker.Style == outline.Upper {
				r.section(c)
			}
		}
	}
}

// areSentences reports whether what stands at the top of a document are numbered sentences, no headings:
// "1. Chỉ đạo các cấp đưa nội dung đào tạo nghề … hàng năm về đào tạo nghề."
func areSentences(sections []*outline.Para) bool {
	if len(sections) < leastSentences || sections[0].Marker.Style != outline.Dec1 && sections[0].Marker.Style != outline.Dec1b {
		return false
	}
	n := 0
	for _, p := range sections {
		if len(p.Text) > longestName && strings.HasSuffix(strings.TrimRight(p.Text, "/ "), ".") {
			n++
		}
	}
	return n*4 >= len(sections)*3
}

// leastSentences of that kind make a document one of sentences.
const leastSentences = 3

// areDuties reports whether what stands at the top of a document are the duties of one body after the
// other, as in a directive (chỉ thị): "1. Sở Y tế" over bullets, "2. Giao Sở Tài chính …".
func areDuties(sections []*outline.Para) bool {
	if len(sections) < leastDuties || sections[0].Marker.Style == outline.Roman || sections[0].Marker.Style == outline.Part {
		return false
	}
	bodies := 0
	for _, p := range sections {
		if purpose(p.Text) != "" && isHeading(p) || holdsModels(p) {
			return false
		}
		_, named := agency.Title(p.Text)
		if !named {
			found, _ := agency.Subject(p.Text)
			named = len(found) > 0
		}
		if named {
			bodies++
		}
	}
	return bodies*4 >= len(sections)*3
}

// leastDuties of that kind make a document one of duties.
const leastDuties = 4

// beginAnew reports whether the headings of a plan without Roman numbers count from 1 more
// than once.
func beginAnew(sections []*outline.Para) bool {
	for i, p := range sections {
		if i > 0 && p.Marker.Number == 1 && (p.Marker.Style == outline.Dec1 || p.Marker.Style == outline.Dec1b) {
			return true
		}
	}
	return false
}

func (r *reader) section(p *outline.Para) {
	r.understood[p] = true
	r.headings = append(r.headings, p)
	title, _ := groupTitle(p.Phrase) // what it says of how many stands in the group
	r.x.Sections = append(r.x.Sections, plan.Section{Label: p.Path(), Title: title.Trim().Text, Span: p.Whole()})
}

// sections returns the paragraphs that head sections.
func (r *reader) sections() []*outline.Para {
	for _, style := range []outline.Style{outline.Roman, outline.Part, outline.Upper, outline.Division, outline.Article, outline.Dec1, outline.Dec1b} {
		var found []*outline.Para
		var walk func(ps []*outline.Para)
		walk = func(ps []*outline.Para) {
			for _, p := range ps {
				switch {
				case p.Marker.Style == style && p.Cells == nil && p.Item == nil:
					found = append(found, p)
				case p.Marker.Style == outline.Part || p.Marker.Style == outline.Annex || p.Marker.Style == outline.Article:
					walk(p.Children)
				}
			}
		}
		walk(r.outline.Roots)
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// purpose tells what a section is for, from the words of its title: "grounds", "aims",
// "scope", "work", "duties", "money", "reports", or "" where none is known.
func purpose(title string) string {
	words := normalize.Words(title)
	for i := range words {
		if p, n := lexicon.Sections().Longest(words, i); n > 0 {
			return p
		}
	}
	bare := normalize.Bare(title)
	if p := lexicon.DamagedSections()[strings.ReplaceAll(bare, " ", "")]; p != "" && outline.IsCaps(title) {
		return p
	}
	words = normalize.Words(bare) // "TỒ CHỨC THỰC HIỆN"
	for i := range words {
		if p, n := lexicon.BareSections().Longest(words, i); n > 0 {
			return p
		}
	}
	return ""
}

// holdsModels reports whether models stand below p.
func holdsModels(p *outline.Para) bool {
	found := false
	p.Walk(func(c *outline.Para) bool {
		found = found || c.Item != nil
		return !found
	})
	return found
}

// keepText keeps with each section the paragraphs below it that no other value says.
func (r *reader) keepText() {
	next := 0
	for _, p := range r.outline.Paras {
		if next < len(r.headings) && p.SameLines(r.headings[next]) {
			next++
			continue
		}
		text := p.Phrase.Trim().Text
		if next == 0 || text == "" || p.Cells != nil || r.understood[p] && !r.general[p] {
			continue
		}
		s := &r.x.Sections[next-1]
		s.Text = append(s.Text, plan.Paragraph{Text: text, Span: p.Whole()})
	}
}
