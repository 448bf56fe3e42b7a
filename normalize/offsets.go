package normalize

import (
	"sort"
	"strings"
)

// A run is a stretch of the canonical text that came from one stretch of the file. In
// a copied run both have the same bytes; another run can only be mapped as a whole
// (a composed letter, a blank made of several).
type run struct {
	to, from int  // where it begins in Body and in File.Text
	size     int  // of the stretch in File.Text, for a run that is not copied
	copied   bool // byte n of one is byte n of the other
}

// table maps offsets in Body to offsets in File.Text: runs ordered by both.
type table []run

// source returns the bytes of the file, from and to half open, that the byte at
// offset of Body came from.
func (t table) source(offset int) (from, to int) {
	if i := t.find(offset); i >= 0 {
		return t[i].source(offset)
	}
	return 0, 0
}

// sources returns those that the bytes at two offsets came from: from the first's to the
// second's. Mostly one run holds both.
func (t table) sources(first, last int) (from, to int) {
	i := t.find(first)
	if i < 0 || i+1 < len(t) && t[i+1].to <= last {
		from, _ = t.source(first)
		_, to = t.source(last)
		return from, to
	}
	from, _ = t[i].source(first)
	_, to = t[i].source(last)
	return from, to
}

// find returns the run that holds the byte at offset, -1 where none does.
func (t table) find(offset int) int {
	return sort.Search(len(t), func(i int) bool { return t[i].to > offset }) - 1
}

// source is source for a byte of the run.
func (r *run) source(offset int) (from, to int) {
	if r.copied {
		n := r.from + offset - r.to
		return n, n + 1
	}
	return r.from, r.from + r.size
}

// builder writes the canonical text and its table at once.
type builder struct {
	out   strings.Builder
	table table
	chars []char // of the line in hand; kept for its memory
	row   ends   // how the line in hand ends, where it is a row
	notes notes  // the footnotes of the file
}

// copy appends s, which stands at from in the file.
func (b *builder) copy(s string, from int) {
	if s == "" {
		return
	}
	if n := len(b.table); n == 0 || !b.table[n-1].copied || b.table[n-1].from+b.out.Len()-b.table[n-1].to != from {
		b.table = append(b.table, run{to: b.out.Len(), from: from, copied: true})
	}
	b.out.WriteString(s)
}

// replace appends s in place of the size bytes that stand at from in the file.
func (b *builder) replace(s string, from, size int) {
	b.table = append(b.table, run{to: b.out.Len(), from: from, size: size})
	b.out.WriteString(s)
}

// endLine appends the end of a line that ends at from in the file: its own "\n", or one that
// stands for what ends it there.
func (b *builder) endLine(file string, from int) {
	if from < len(file) && file[from] == '\n' {
		b.copy("\n", from)
	} else {
		b.replace("\n", from, 0)
	}
}

// Breaks returns the offsets in Body, from s.Start to s.End, of the blanks that stand for
// the end of a line within a cell: "<br>" of a flattened table, U+2028, or `\r\n` printed as letters.
func (t *Text) Breaks(s Span) []int {
	if !t.broken {
		return nil
	}
	var out []int
	for i := s.Start; i < s.End; i++ {
		if t.Body[i] != ' ' {
			continue
		}
		if from, to := t.table.source(i); breaksLine(t.File.Text[from:to]) || t.endsBold(i, from) {
			out = append(out, i)
		}
	}
	return out
}

// boldGap parts two stretches of bold type in Markdown.
const boldGap = "** **"

// endsBold reports whether the blank at Body[i], which was read from the file at from,
// parts two bold stretches of which the first is in capitals: some converters join the
// lines of a cell so, "| **UBND TỈNH ĐỒNG NAI** **SỞ Y TẾ** |".
func (t *Text) endsBold(i, from int) bool {
	if from < 2 || !strings.HasPrefix(t.File.Text[from-2:], boldGap) {
		return false
	}
	start := strings.LastIndexAny(t.Body[:i], " \t\n") + 1
	word := t.Body[start:i]
	return word != "" && word == strings.ToUpper(word) && word != strings.ToLower(word)
}

// breaksLine reports whether s, of which a blank was made, holds the end of a line.
func breaksLine(s string) bool {
	return strings.Contains(s, "<br") || strings.Contains(s, "\u2028") || strings.Contains(s, `\r\n`)
}
