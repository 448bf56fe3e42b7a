package extract

// The groups of models.

import (
	"strconv"
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

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
