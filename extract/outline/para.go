package outline

import (
	"sort"
	"strings"

	"kehoach/ingest/source"
	"kehoach/normalize"
)

// Para is a paragraph, a heading, a bullet or a table row: lines that belong together.
type Para struct {
	Phrase          // without the marker
	Marker Marker   // what stands before it
	Item   *Item    // it begins a model: "Mô hình 6 (miễn phí): …"
	Label  *Label   // it begins with the label of a field
	Cells  []Phrase // of a table row; nil otherwise
	Strong bool     // printed in bold type, or marked as a heading
	Alone  bool     // a blank line stands before and after it
	Recurs bool     // it begins with a label of unknown meaning: others begin with it too, or it asks for a body
	Split  bool     // it stood in one line with the paragraph before it, a label parts them

	Parent   *Para
	Children []*Para

	text        *normalize.Text
	first, last int   // its lines
	upperFirst  bool  // "A." stands above "I." in its document
	beside      Style // of the label that it stood in one line with; None where it has a level of its own
	group       bool  // it heads a group of models
	lettered    bool  // its letter stands above numbers
}

// Label is the label of a field at the start of a paragraph.
type Label struct {
	Meaning string // "objective", …: the second column of the lexicon
	End     int    // where the field's own text begins in Para.Text
	Own     bool   // learned from the document, not of the lexicon
}

// Item is what the head of a model says before its title.
type Item struct {
	Number int
	Note   string // "miễn phí"
	End    int    // where the title begins in Para.Text
	Until  int    // where it ends; 0 where that is the end of Para.Text
	Coded  bool   // the number is that of a code, "YT-01", and may count within its letters only
}

// A Phrase is text joined from lines, with the way back to the file.
type Phrase struct {
	Text   string
	pieces []piece // in order, of the text that Text was cut out of
	cut    int     // where Text begins in that
	lined  bool    // it is a table's cell: each piece but the first begins on a line of its own
	owner  *normalize.Text
}

// A piece is a stretch of a text and where it stands in the canonical text.
type piece struct{ at, from, size int }

// Slice returns the phrase from start to end of p.Text, without blanks at its ends.
func (p Phrase) Slice(start, end int) Phrase {
	for start < end && (p.Text[start] == ' ' || p.Text[start] == '\t') {
		start++
	}
	for end > start && (p.Text[end-1] == ' ' || p.Text[end-1] == '\t') {
		end--
	}
	p.Text, p.cut = p.Text[start:end], p.cut+start
	return p
}

// within calls f for the pieces of p.Text[start:end], in order.
func (p Phrase) within(start, end int, f func(piece)) {
	first := sort.Search(len(p.pieces), func(i int) bool { return p.pieces[i].at+p.pieces[i].size > p.cut+start })
	for _, x := range p.pieces[first:] {
		at := x.at - p.cut
		a, b := max(at, start), min(at+x.size, end)
		if a >= b {
			return
		}
		f(piece{a, x.from + a - at, b - a})
	}
}

// Breaks returns the offsets in p.Text of the blanks that end a line within a table's cell.
func (p Phrase) Breaks() []int {
	var out []int
	p.within(0, len(p.Text), func(x piece) {
		if p.lined && x.at > 0 && p.Text[x.at-1] == ' ' {
			out = append(out, x.at-1)
		}
		for _, at := range p.owner.Breaks(normalize.Span{Start: x.from, End: x.from + x.size}) {
			out = append(out, x.at+at-x.from)
		}
	})
	return out
}

// Lines returns the lines of a table's cell, the whole of any other phrase.
func (p Phrase) Lines() []Phrase {
	var out []Phrase
	start := 0
	for _, at := range p.Breaks() {
		if line := p.Slice(start, at); line.Text != "" {
			out = append(out, line)
		}
		start = at
	}
	if line := p.From(start); line.Text != "" || out == nil {
		out = append(out, line)
	}
	return out
}

// From is Slice up to the end.
func (p Phrase) From(start int) Phrase { return p.Slice(start, len(p.Text)) }

// Trim drops one final "." or ";" or "./." and blanks: the form in which values are stored.
func (p Phrase) Trim() Phrase {
	s := strings.TrimRight(p.Text, " ")
	switch {
	case strings.HasSuffix(s, "./."):
		s = s[:len(s)-3]
	case strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…"):
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, ";"):
		s = s[:len(s)-1]
	}
	return p.Slice(0, len(s))
}

// Span returns where the bytes from start to end of p.Text stand in the file.
func (p Phrase) Span(start, end int) source.Span {
	s := normalize.Span{Start: -1}
	p.within(start, end, func(x piece) {
		if s.Start < 0 {
			s.Start = x.from
		}
		s.End = x.from + x.size
	})
	if s.Start < 0 {
		return source.Span{}
	}
	return p.owner.Source(s)
}

// Whole returns where p stands in the file.
func (p Phrase) Whole() source.Span { return p.Span(0, len(p.Text)) }

// Join returns the phrases as one, with sep between them.
func Join(sep string, phrases ...Phrase) Phrase {
	var out Phrase
	var b strings.Builder
	size := 0
	for _, p := range phrases {
		size += len(p.Text) + len(sep)
	}
	b.Grow(size)
	for i, p := range phrases {
		if i > 0 {
			b.WriteString(sep)
		}
		p.within(0, len(p.Text), func(x piece) {
			out.pieces = append(out.pieces, piece{x.at + b.Len(), x.from, x.size})
		})
		b.WriteString(p.Text)
		if out.owner == nil {
			out.owner = p.owner
		}
	}
	out.Text = b.String()
	return out
}

// phrase returns the canonical text of s as a phrase.
func phrase(t *normalize.Text, s normalize.Span) Phrase {
	return Phrase{Text: t.Text(s), pieces: []piece{{0, s.Start, s.End - s.Start}}, owner: t}
}

// flat is p with its tabs as blanks: outside of a table they part nothing.
func (p Phrase) flat() Phrase {
	p.Text = strings.ReplaceAll(p.Text, "\t", " ")
	return p
}

// Value is the text of the paragraph after its label.
func (p *Para) Value() Phrase {
	if p.Label == nil {
		return p.Phrase
	}
	return p.From(p.Label.End)
}

// Whole returns where the paragraph stands in the file, its marker included.
func (p *Para) Whole() source.Span {
	if p.text == nil {
		return source.Span{}
	}
	return p.text.Source(normalize.Span{Start: p.text.Lines[p.first].Start, End: p.text.Lines[p.last].End})
}

// SameLines reports whether p and q stand on the same lines.
func (p *Para) SameLines(q *Para) bool { return p.first == q.first && p.last == q.last }

// Walk calls f for p's descendants in order; where f returns false, not for those below.
func (p *Para) Walk(f func(*Para) bool) {
	for _, c := range p.Children {
		if f(c) {
			c.Walk(f)
		}
	}
}
