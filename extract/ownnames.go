package extract

import (
	"kehoach/extract/agency"
	"kehoach/extract/outline"
)

// longestBody is as long, in bytes, as the heading is that names a body alone.
const longestBody = 120

// namesOfItsOwn gathers the bodies that the document names whole: in the fields that say who, in
// cells, in headings, among the recipients and in its legend.
func (r *reader) namesOfItsOwn() *agency.Known {
	var known agency.Known
	for _, p := range r.outline.Paras {
		switch {
		case p.Cells != nil:
			for _, c := range p.Cells {
				if len(c.Text) < longestHeading {
					known.AddOnly(c.Text)
				}
			}
		case namesWho(p) || p.Parent != nil && namesWho(p.Parent):
			known.AddList(p.Value().Trim().Text)
		case p.Label == nil && p.Item == nil && len(p.Text) < longestBody:
			known.AddTitle(p.Phrase.Trim().Text)
		}
	}
	for _, s := range r.x.Plan.Recipients {
		known.AddOnly(s)
	}
	for _, long := range r.x.Plan.Abbreviations {
		known.AddTitle(long)
	}
	return &known
}

// namesWho reports whether p is a field of which the value names bodies and nothing else.
func namesWho(p *outline.Para) bool {
	return p.Label != nil && (p.Label.Meaning == "lead" || p.Label.Meaning == "cooperating")
}
