// Package header reads the head and the end of a document: what it is, who issued it
// where and when, what it rests on, who signed it and who gets it. Begin with Read.
package header

import (
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// Read fills in what the head and the tail of o say of the document. What its body says
// (period, number of models) is read elsewhere.
func Read(o *outline.Outline) plan.Plan {
	p := plan.Plan{Spans: map[string]source.Span{}}
	h := split(o.Head)
	h.readKind(&p)
	h.readNumber(&p)
	h.readDate(&p)
	p.LegalBasis = legalBasis(h.preamble())
	readIssuers(&p, h)
	readLocality(&p, h, o)
	readTail(&p, o.Tail)
	p.Abbreviations = abbreviations(o)
	return p
}

// head is the head of a document in pieces: a line, or one side of it where two columns
// stand side by side.
type head struct {
	pieces []outline.Phrase
	kind   int // the piece that names the kind of document, or -1
	title  int // the first piece of the title
	basis  int // the first piece of what the document rests on
	number int // the piece that holds the number, or -1
	date   int // the piece that holds the date, or -1
}

// split cuts the lines of the head into pieces, leaves out the national name and motto,
// and tells the parts of the head apart.
func split(lines []outline.Phrase) *head {
	h := &head{kind: -1, number: -1, date: -1}
	for _, l := range lines {
		for _, c := range columns(l) {
			if c.Text != "" && !isMotto(c.Text) {
				h.pieces = append(h.pieces, c)
			}
		}
	}
	h.joinDate()
	h.findKind()
	return h
}

// columns cuts a line at its tabs, and where two columns were printed on one line: before
// the national name and motto, and behind the number.
func columns(l outline.Phrase) []outline.Phrase {
	var out []outline.Phrase
	start := 0
	cut := func(end int) {
		if c := l.Slice(start, end); c.Text != "" {
			out = append(out, c)
		}
	}
	for i := 0; i < len(l.Text); i++ {
		if l.Text[i] == '\t' {
			cut(i)
			start = i + 1
		}
	}
	cut(len(l.Text))
	var parts []outline.Phrase
	for _, c := range out {
		if i := secondColumn(c.Text); i > 0 {
			parts = append(parts, c.Slice(0, i), c.From(i))
		} else {
			parts = append(parts, c)
		}
	}
	return parts
}

// secondColumn returns where a second column begins in s, or 0.
func secondColumn(s string) int {
	f := fold(s)
	for _, mark := range []string{"cộng hoà xã hội", "độc lập - tự do", "độc lập-tự do", "độc lập – tự do", "đảng cộng sản việt nam"} {
		if i := strings.Index(f, mark); i > 0 {
			return i
		}
	}
	if isNumberLine(f) {
		if i := strings.Index(f, ", ngày"); i > 0 {
			// "Số: 12/KH-UBND Nam Định, ngày …": the place has two or three words.
			return placeStart(s, i)
		}
	}
	return 0
}

// placeStart returns where the name of the place before s[comma] begins: the words with
// a capital right before it, as far back as the number.
func placeStart(s string, comma int) int {
	start := comma
	for {
		i := strings.LastIndexByte(s[:max(0, start-1)], ' ') + 1
		word := s[i:start]
		if i == 0 || strings.ContainsAny(word, "/0123456789:") || !isCapitalised(word) {
			return start
		}
		start = i
	}
}

// isMotto reports whether s is part of the national name and motto, or the Party's head.
func isMotto(s string) bool {
	f := fold(s)
	for _, m := range []string{"cộng hoà xã hội", "chủ nghĩa việt nam", "độc lập - tự do", "độc lập-tự do", "độc lập – tự do", "tự do - hạnh phúc", "đảng cộng sản việt nam"} {
		if strings.Contains(f, m) {
			return true
		}
	}
	return strings.HasPrefix(f, "hoà xã hội chủ nghĩa") || f == "hạnh phúc"
}

// fold is normalize.Fold, or s itself where folding would move its bytes.
func fold(s string) string {
	if f := normalize.Fold(s); len(f) == len(s) {
		return f
	}
	return s
}
