package header

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/ingest/source"
)

// nameOf reads "Kế hoạch 92/KH-UBND năm 2021 triển khai …": how a web page names a document.
var nameOf = pattern.MustCompile(`^(\p{Lu}[\p{L} ]+?) (?:(?i:số) )?(\d+(?:/\d{4})?[/-]\p{Lu}[^\s,]*),?(?: (?:(?i:năm) )?\d{4})? (\p{L}.{20,})$`)

// bareName is a document's name that tells nothing but its kind and number: "Kế hoạch
// 2511/KH-UBND".
var bareName = pattern.MustCompile(`^(\p{Lu}[\p{L} ]+?) (?:(?i:số) )?(\d+(?:/\d{4})?[/-]\p{Lu}\S*)$`)

// bareNumber is the number in such a name.
func bareNumber(l outline.Phrase) outline.Phrase {
	m := bareName.FindStringSubmatchIndex(l.Text)
	if m == nil {
		return outline.Phrase{}
	}
	if _, ok := lexicon.Kinds().Whole(l.Text[m[2]:m[3]]); !ok {
		return outline.Phrase{}
	}
	return l.Slice(m[4], m[5])
}

// byWhom begins whose a document is: "của Bộ Y tế về …", "do Bộ Y tế ban hành về …", "ban hành bởi
// Bộ Y tế về …".
const byWhom = `(?:của|do|(?:được )?ban hành bởi) `

var whoIssued = pattern.MustCompile(byWhom)

// datedName reads what stands between the number and the title of such a name: "ngày
// 06/01/2022 của Thủ tướng Chính phủ về việc …", "ngày 07/5/2012 hướng dẫn …".
var datedName = pattern.MustCompile(`(?i)^ngày \d{1,2}(?:[/-]\d{1,2}[/-]\d{4}| tháng \d{1,2} năm \d{4})(?:,? (?:` + byWhom + `[^;]{3,90}? (?:ban hành )?)?((?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bãi bỏ) .*)| |$)`)

// namesDocument reports whether a line of a web page is the name of a document.
func namesDocument(s string) bool {
	m := nameOf.FindStringSubmatch(s)
	if m == nil || isCaps(s) && datedName.MatchString(m[3]) {
		return false // the document's own head, as a gazette prints it
	}
	_, ok := lexicon.Kinds().Whole(m[1])
	return ok
}

// ofName reads what stands between the number and the title where the name says whose the
// document is: "của Chính phủ và … về công tác phối hợp …".
var ofName = pattern.MustCompile(`^` + byWhom + `[^;]{3,150}? (?:ban hành )?((?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi) .*)$`)

// fuller reports whether two lines name one document and the second says whose it is.
func fuller(name, other string) bool {
	a, b := nameOf.FindStringSubmatch(name), nameOf.FindStringSubmatch(other)
	return a != nil && b != nil && a[2] == b[2] && ofName.MatchString(b[3]) && !ofName.MatchString(a[3])
}

// glued finds a label that stands right behind the value before it: "… MTTQVNNgày ban hành:".
var glued = pattern.MustCompile(`[\p{L}\d)](\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}):`)

// longestRow is the bytes of the longest line that can be a row of labels and values.
const longestRow = 1000

// unglued parts the cells of a table of labels that were glued together.
func unglued(lines []piece) []piece {
	var out []piece
	for _, l := range lines {
		for len(l.Text) < longestRow && strings.Count(l.Text, ":") >= 2 {
			m := glued.FindStringSubmatchIndex(l.Text)
			if m == nil || len(labels(l.Phrase)) == 0 {
				break
			}
			if _, ok := lexicon.Labels("meta").Whole(l.Text[m[2]:m[3]]); !ok {
				break
			}
			out = append(out, piece{l.Slice(0, m[2]), l.apart})
			l = piece{l.From(m[2]), false}
		}
		out = append(out, l)
	}
	return out
}

// issuedBy ends such a name: "… do tỉnh Thanh Hóa ban hành".
var issuedBy = pattern.MustCompile(` (?i:do) \p{L}[^,;]{3,80} (?i:ban hành)$`)

// title returns the title that the page gives for the document with this number.
func (g page) title(number string) (outline.Phrase, bool) {
	if v, ok := g.fields["title"]; ok {
		return v, true
	}
	m := nameOf.FindStringSubmatchIndex(g.name.Text)
	if m == nil || number != "" && g.name.Text[m[4]:m[5]] != number {
		return outline.Phrase{}, false
	}
	end := m[7]
	if cut := issuedBy.FindStringIndex(g.name.Text); cut != nil {
		end = cut[0]
	}
	if dated := datedName.FindStringSubmatchIndex(g.name.Text[m[6]:end]); dated != nil {
		if dated[2] < 0 {
			return outline.Phrase{}, false
		}
		m[6] += dated[2]
	}
	if of := ofName.FindStringSubmatchIndex(g.name.Text[m[6]:end]); of != nil {
		m[6] += of[2]
	}
	return g.name.Slice(m[6], end), true
}

// namedIssuers returns the bodies that the name of the document gives: "… của Bộ Tài chính và
// Bộ Y tế về việc …".
func (g page) namedIssuers() (names []string, span source.Span) {
	m := nameOf.FindStringSubmatchIndex(g.name.Text)
	if m == nil {
		return nil, span
	}
	rest := g.name.Slice(m[6], m[7])
	if by := issuedBy.FindStringIndex(rest.Text); by != nil {
		return bodiesIn(rest.Slice(by[0]+len(" do "), by[1]-len(" ban hành")))
	}
	if of := whoIssued.FindStringIndex(rest.Text); of != nil && (of[0] == 0 || datedName.MatchString(rest.Text)) {
		rest = rest.From(of[1])
		if end := about.FindStringIndex(rest.Text); end != nil {
			names, span = bodiesIn(rest.Slice(0, end[0]))
		} else if of[0] == 0 || datedName.MatchString(g.name.Text[m[6]:]) {
			names, span = bodiesIn(rest) // the name ends with whose it is
		}
	}
	return names, span
}

// bodiesIn returns the bodies of a phrase that names nothing else: "Bộ Tài chính và Bộ Y tế", "Bộ
// Nội vụ - Bộ Tài chính".
func bodiesIn(c outline.Phrase) (names []string, span source.Span) {
	for _, m := range agency.List(c.Text) {
		for _, name := range jointNames(c.Text[m.Start:m.End]) {
			if begins(name) {
				names, span = append(names, name), span.Union(c.Span(m.Start, m.End))
			}
		}
	}
	return names, span
}

// about finds where what a document is about begins, behind whose it is.
var about = pattern.MustCompile(`(?i) (?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi) `)
