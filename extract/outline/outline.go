// Package outline puts the lines of a document back together: which of them make a
// paragraph, a heading, a bullet or a table row, and the tree they form. It learns the
// levels from the document itself and never asks what a field means. Begin with New.
//
// A document is taken for four parts: the head up to its first section, the body, the
// tail of signatures and recipients, and annexes, which are read like the body.
package outline

import (
	"sort"
	"strings"

	"kehoach/normalize"
)

// Outline is a document's lines put together.
type Outline struct {
	Text  *normalize.Text
	Head  []Phrase // the lines before the first section
	Tail  []Phrase // the lines of signatures and recipients, what a web page added left out
	Meta  []Phrase // the lines of a web page's block about the document
	Paras []*Para  // of the body and the annexes, in order
	Roots []*Para  // those of the highest level

	notes []*Para // the footnotes
}

// New reads the outline of t. Any text has one.
func New(t *normalize.Text) *Outline {
	o := &Outline{Text: t}
	z := zones(t)
	o.Head = phrases(t, z.head)
	o.Tail, o.Meta = phrases(t, z.tail), phrases(t, z.meta)
	h := learn(t, z.body)
	o.Paras = join(t, z.body, h)
	own := learnLabels(o.Paras)
	o.Paras = splitLabels(o.Paras, own)
	for _, p := range o.Paras {
		p.read(own)
	}
	o.Paras = splitJoint(o.Paras)
	dropNamed(o.Paras)
	dropTold(o.Paras)
	o.Paras = markCards(o.Paras)
	o.Paras = markTables(o.Paras)
	markItems(o.Paras)
	markCounted(o.Paras)
	markGroups(o.Paras)
	markLettered(o.Paras)
	markBodies(o.Paras)
	markDates(o.Paras)
	o.Roots = grow(o.Paras)
	o.notes = footnotes(t)
	return o
}

// footnotes gathers the lines of each footnote.
func footnotes(t *normalize.Text) (out []*Para) {
	var open *Para
	for i, l := range t.Lines {
		switch {
		case l.Kind != normalize.Footnote:
			open = nil
		case open == nil || t.BeginsNote(i):
			open = &Para{Phrase: phrase(t, l.Span), text: t, first: i, last: i}
			out = append(out, open)
		default:
			open.Phrase, open.last = Join(" ", open.Phrase, phrase(t, l.Span)), i
		}
	}
	return out
}

func phrases(t *normalize.Text, lines []int) []Phrase {
	var out []Phrase
	for _, i := range lines {
		out = append(out, phrase(t, t.Lines[i].Span))
	}
	return out
}

// Lines returns the text of the document, one paragraph or table row an entry, markers
// included.
func (o *Outline) Lines() []string {
	var out []string
	for _, l := range o.Head {
		if n := len(out); n > 0 && goesOn(l.Text) && !finished(out[n-1]) && !IsCaps(out[n-1]) {
			out[n-1] += " " + l.Text // "Căn cứ Luật … ngày 19" / "tháng 6 năm 2015;"
			continue
		}
		out = append(out, l.Text)
	}
	body, tail, notes := o.Paras, o.Tail, o.notes
	notesBefore := func(line int) {
		for len(notes) > 0 && notes[0].first < line {
			out = append(out, notes[0].Text)
			notes = notes[1:]
		}
	}
	for _, p := range body {
		if len(tail) > 0 && p.first > o.lastOf(tail) {
			break
		}
		notesBefore(p.first)
		out = append(out, p.Line())
		body = body[1:]
	}
	for _, l := range tail {
		out = append(out, l.Text)
	}
	for _, p := range body {
		notesBefore(p.first)
		out = append(out, p.Line())
	}
	notesBefore(len(o.Text.Lines))
	return out
}

// Last returns the last paragraph before the signatures, nil where there is none.
func (o *Outline) Last() *Para {
	if len(o.Paras) == 0 {
		return nil
	}
	if len(o.Tail) == 0 {
		return o.Paras[len(o.Paras)-1]
	}
	at := o.lastOf(o.Tail)
	i := sort.Search(len(o.Paras), func(i int) bool { return o.Paras[i].first > at })
	if i == 0 {
		return nil
	}
	return o.Paras[i-1]
}

// lastOf returns the line of the last of the phrases.
func (o *Outline) lastOf(ps []Phrase) int {
	at := ps[len(ps)-1].pieces[0].from
	for i, l := range o.Text.Lines {
		if l.Start >= at {
			return i
		}
	}
	return len(o.Text.Lines)
}

// Closed reports whether signatures or recipients stand between p and q: then q is of an annex.
func (o *Outline) Closed(p, q *Para) bool {
	from, to := o.Text.Lines[p.last].End, o.Text.Lines[q.first].Start
	i := sort.Search(len(o.Tail), func(i int) bool { return o.Tail[i].pieces[0].from >= from })
	return i < len(o.Tail) && o.Tail[i].pieces[0].from < to
}

// Line is the paragraph as one line, its marker included.
func (p *Para) Line() string {
	if p.Cells != nil || p.Marker.size == 0 {
		return p.Text
	}
	start := p.text.Lines[p.first].Start
	marker := p.text.Body[start : start+p.Marker.size]
	if p.Text != "" && !strings.HasSuffix(marker, " ") {
		marker += " " // "PHỤ LỤC", its title on the next line
	}
	return marker + p.Text
}
