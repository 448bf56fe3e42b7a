// Package source holds what every later stage says of the file that was read:
// the File itself, a Span of it, and a Diagnostic about it. It imports no other
// package of this module. Begin with File.
package source

import "sort"

// File is one document as its reader delivered it.
type File struct {
	Name      string // base name as ingested
	SHA256    string // of the bytes as ingested, lower-case hexadecimal
	MediaType string // "text/plain", "application/pdf", …
	Reader    string // which reader made Text: "text", "pdf", "docx", …

	// Text is UTF-8. Its lines end in "\n", the last one perhaps without. The cells
	// of a table row stand on one line with a tab between, the lines of a cell with CellBreak;
	// a cell that one above it covers is CellAbove.
	Text string
	// Lines tells where each line of Text stands in the document, in order.
	Lines []Line

	Diagnostics []Diagnostic // what the reader noticed: a guessed encoding, a page that is a scan
	Doubts      []Doubt      // words of scans that may be others, in order
}

// Doubt is a word that the recognition of a scan is not sure of, or Unread.
type Doubt struct {
	Text string
	Span Span
}

// Unread stands in the text of a scan for what could not be read, as written by hand; a Doubt tells it
// from the dots of a blank.
const Unread = "…"

// Line is one line of a File.
type Line struct {
	Start, End int // half-open byte offsets in File.Text, without the line end
	Page       int // from 1; a text file is one page
	Number     int // from 1, within its page
	Flow       Flow
}

// Flow tells how a line stands to the one before it, where the page shows it for all to see.
type Flow uint8

const (
	Unshown Flow = iota // most formats do not tell: only its words do
	GoesOn              // with the paragraph of the line before
	Begins              // a paragraph
)

// NewText makes a File of one page out of text, whose lines end in "\n".
func NewText(name, text string) *File {
	f := &File{Name: name, MediaType: "text/plain", Reader: "text"}
	f.SetPages([]string{text})
	return f
}

// SetPages makes Text and Lines out of the text of each page. A page break is a
// line break.
func (f *File) SetPages(pages []string) {
	size := 0
	for _, p := range pages {
		size += len(p) + 1
	}
	text := make([]byte, 0, size)
	f.Lines = f.Lines[:0]
	for i, p := range pages {
		start, number := len(text), 1
		for j := 0; j < len(p); j++ {
			if p[j] != '\n' {
				continue
			}
			f.Lines = append(f.Lines, Line{Start: start, End: len(text) + j, Page: i + 1, Number: number})
			start, number = len(text)+j+1, number+1
		}
		text = append(text, p...)
		if start < len(text) {
			f.Lines = append(f.Lines, Line{Start: start, End: len(text), Page: i + 1, Number: number})
			if i+1 < len(pages) {
				text = append(text, '\n')
			}
		}
	}
	f.Text = string(text)
}

// SetFlow tells how the lines of a page, from 0, stand to each other. It does nothing where their number is another.
func (f *File) SetFlow(page int, flow []Flow) {
	first := sort.Search(len(f.Lines), func(i int) bool { return f.Lines[i].Page >= page+1 })
	end := sort.Search(len(f.Lines), func(i int) bool { return f.Lines[i].Page > page+1 })
	if end-first != len(flow) {
		return
	}
	for i := range flow {
		f.Lines[first+i].Flow = flow[i]
	}
}

// NumberPrinted counts the lines of each page as a reader of the paper does: a blank
// line, which only parts paragraphs, is none.
func (f *File) NumberPrinted() {
	page, number := 0, 0
	for i := range f.Lines {
		l := &f.Lines[i]
		if l.Page != page {
			page, number = l.Page, 0
		}
		if l.End > l.Start {
			number++
		}
		l.Number = max(1, number)
	}
}

// Pages is the number of pages, at least 1.
func (f *File) Pages() int {
	if n := len(f.Lines); n > 0 {
		return f.Lines[n-1].Page
	}
	return 1
}

// Span is a stretch of a File: half-open byte offsets in File.Text and the page and
// lines on which its first and last byte stand, counted from 1. The zero Span is no
// place at all.
type Span struct {
	Page    int `json:"page"`
	Line    int `json:"line"`
	EndLine int `json:"end_line"`
	EndPage int `json:"end_page,omitempty"` // only where it is another page than Page
	Start   int `json:"start"`
	End     int `json:"end"`
}

// Span returns the Span of the bytes from start to end of Text.
func (f *File) Span(start, end int) Span {
	if len(f.Lines) == 0 || end < start {
		return Span{}
	}
	last := max(start, end-1)
	i := f.lineAt(start)
	a, b := &f.Lines[i], &f.Lines[i]
	if i+1 < len(f.Lines) && f.Lines[i+1].Start <= last {
		b = &f.Lines[f.lineAt(last)]
	}
	s := Span{Page: a.Page, Line: a.Number, EndLine: b.Number, Start: start, End: end}
	if b.Page != a.Page {
		s.EndPage = b.Page
	}
	return s
}

// LineSpan returns the Span of a line by the numbers of its page and of itself; where
// the page has no such line, the place without a stretch.
func (f *File) LineSpan(page, number int) Span {
	for _, l := range f.Lines {
		if l.Page == page && l.Number == number && l.End > l.Start {
			return f.Span(l.Start, l.End)
		}
	}
	return Span{Page: page, Line: number, EndLine: number}
}

// lineAt returns the index of the line in which the byte at offset stands.
func (f *File) lineAt(offset int) int {
	i := sort.Search(len(f.Lines), func(i int) bool { return f.Lines[i].Start > offset })
	return max(0, i-1)
}

// IsZero reports whether s is no place at all.
func (s Span) IsZero() bool { return s == Span{} }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Union returns the smallest Span that holds both. A zero Span adds nothing.
func (s Span) Union(t Span) Span {
	switch {
	case s.IsZero():
		return t
	case t.IsZero():
		return s
	}
	first, last := s, s
	if t.Start < s.Start {
		first = t
	}
	if t.End > s.End {
		last = t
	}
	u := Span{Page: first.Page, Line: first.Line, EndLine: last.EndLine, Start: first.Start, End: last.End}
	if p := last.LastPage(); p != u.Page {
		u.EndPage = p
	}
	return u
}

// LastPage is the page on which s ends.
func (s Span) LastPage() int {
	if s.EndPage != 0 {
		return s.EndPage
	}
	return s.Page
}
