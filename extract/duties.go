package extract

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
)

// readDuties reads the sections that assign duties body by body.
func (r *reader) readDuties() {
	for _, s := range r.sections() {
		if purpose(s.Text) != "duties" || holdsModels(s) {
			continue
		}
		r.dutiesBelow(s)
	}
}

// dutiesBelow reads the duties of the paragraphs below p.
func (r *reader) dutiesBelow(p *outline.Para) {
	for _, c := range p.Children {
		switch {
		case isHeading(c) && partsBodies(c):
			r.understood[c] = true
			r.dutiesBelow(c)
		case r.dutiesOf(c):
		case len(c.Children) > 0 && isHeading(c):
			r.understood[c] = true
			r.dutiesBelow(c)
		}
	}
}

// partsBodies reports whether p only heads the bodies below it, each a heading over duties
// of its own: "I. TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH" over "1. Sở Tài chính".
func partsBodies(p *outline.Para) bool {
	if p.Marker.Style != outline.Roman && p.Marker.Style != outline.Upper {
		return false
	}
	bodies := 0
	for _, c := range p.Children {
		_, named := agency.Title(c.Text)
		if !named || len(c.Children) == 0 || !isHeading(c) {
			return false
		}
		bodies++
	}
	return bodies > 0
}

// dutiesOf reads c as the duties of one body: a heading that names it above a list, or a
// sentence of which it is the subject.
func (r *reader) dutiesOf(c *outline.Para) bool {
	if c.Cells != nil || c.Marker.Style == outline.None && c.Text == strings.ToUpper(c.Text) {
		return false // a signature block
	}
	d := plan.Responsibility{Section: sectionOf(c), Span: c.Whole()}
	if named, ok := agency.Title(c.Text); ok && len(c.Children) > 0 && (isHeading(c) || c.Text[len(c.Text)-1] == ':') {
		d.Agency = c.Slice(named.Start, named.End).Text
	} else {
		found, _ := agency.Subject(c.Text)
		if len(found) == 0 {
			return false
		}
		d.Agency = c.Text[found[0].Start:found[len(found)-1].End]
		d.Items = append(d.Items, c.Phrase.Trim().Text)
	}
	r.understood[c] = true
	r.duties(&d, c)
	r.x.Responsibilities = append(r.x.Responsibilities, d)
	return true
}

// duties adds the paragraphs below c. What stands under a bullet without a marker of its
// own closes the section, it is no duty.
func (r *reader) duties(d *plan.Responsibility, c *outline.Para) {
	for _, i := range c.Children {
		if i.Marker.Style == outline.None && c.Marker.Style >= outline.Dash && i.Alone {
			continue
		}
		d.Items = append(d.Items, i.Phrase.Trim().Text)
		d.Span = d.Span.Union(i.Whole())
		r.understood[i] = true
		r.duties(d, i)
	}
}

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
