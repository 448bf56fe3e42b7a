// Package normalize turns the lines of a file into canonical characters and keeps
// the way back: NFC, plain blanks, no Markdown marks, no page furniture. It knows no
// vocabulary and joins no lines. Begin with New.
//
// Two coordinate systems meet here. A Span counts bytes in Text.Body and stays within
// the extraction; Text.Source turns it into a source.Span, which is all that others
// see. The table between the two is written while the text is edited.
package normalize

import (
	"strings"

	"kehoach/ingest/source"
)

// Text is the canonical text of a file.
type Text struct {
	File  *source.File
	Body  string // the canonical lines, each ended by "\n"
	Lines []Line // one for each line of the file, in order

	table  table
	broken bool // some blanks stand for the end of a line within a cell
}

// Line is one canonical line.
type Line struct {
	Span                 // in Body, without the line end
	Kind     Kind        // why the line is or is not part of the document's text
	Strong   bool        // it was set in bold type from its first letter (Markdown's "**")
	NewPage  bool        // the page changes before it
	Headline bool        // Markdown marks it as a heading ("## …")
	Flow     source.Flow // how it stands to the line before, where the page shows it
}

// Span is a stretch of Text.Body: half-open byte offsets.
type Span struct{ Start, End int }

// Kind tells what a line is, as far as its form shows.
type Kind uint8

const (
	Content    Kind = iota
	Blank           // nothing is left of it
	Rule            // a drawn line: "-------", "|---|---|"
	PageNumber      // "12", "- 12 -", "Trang 3/20"
	Running         // a head or foot repeated over pages
	RelatedDoc      // an entry of a web page's list of other documents
	Footnote        // its mark within the text is dropped too
)

// New returns the canonical text of f.
func New(f *source.File) *Text {
	t := &Text{File: f, Lines: make([]Line, 0, len(f.Lines)), broken: breaksLine(f.Text) || strings.Contains(f.Text, boldGap)}
	var b builder
	b.out.Grow(len(f.Text) + len(f.Lines))
	page := 1
	rows := openRows(f)
	b.notes = findNotes(f)
	for i, l := range f.Lines {
		start := b.out.Len()
		if rows != nil {
			b.row = rows[i]
		}
		form := b.line(f.Text[l.Start:l.End], l.Start)
		n := Line{Span: Span{start, b.out.Len()}, Strong: form.strong, Headline: form.headline, NewPage: l.Page != page || fed(f.Text, l), Flow: l.Flow}
		page = l.Page
		switch {
		case form.rule:
			n.Kind = Rule
		case n.Start == n.End:
			n.Kind = Blank
		case b.notes.lines[i]:
			n.Kind = Footnote
		}
		b.endLine(f.Text, l.End)
		t.Lines = append(t.Lines, n)
	}
	t.Body, t.table = b.out.String(), b.table
	dropIndents(t)
	markFurniture(t)
	return t
}

// fed reports whether a form feed stands before the text of a line: programs that make plain text of
// pages part them so, though the file is one page.
func fed(text string, l source.Line) bool {
	line := text[l.Start:l.End]
	blanks := line[:len(line)-len(strings.TrimLeft(line, " \t\f"))]
	return strings.IndexByte(blanks, '\f') >= 0 && l.Start > 0
}

// Text returns the characters of s.
func (t *Text) Text(s Span) string { return t.Body[s.Start:s.End] }

// Line returns the characters of the i-th line.
func (t *Text) Line(i int) string { return t.Text(t.Lines[i].Span) }

// Source returns where s stands in the file.
func (t *Text) Source(s Span) source.Span {
	if s.End <= s.Start {
		p, _ := t.table.source(s.Start)
		return t.File.Span(p, p)
	}
	return t.File.Span(t.table.sources(s.Start, s.End-1))
}

// String returns the lines that are content, as they will be read.
func (t *Text) String() string {
	var b strings.Builder
	for i, l := range t.Lines {
		if l.Kind == Content {
			b.WriteString(t.Line(i))
		}
		b.WriteByte('\n')
	}
	return b.String()
}
