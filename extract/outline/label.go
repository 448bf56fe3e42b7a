package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// read finds what a paragraph begins with: the head of a model, the label of a field.
func (p *Para) read(own *labels) {
	if p.Cells != nil {
		return // a row of a table whose cells do not stand in its lines
	}
	if mayBeItem(p.Text) {
		words := normalize.Words(headOf(p.Text))
		if p.Item = readItem(words, p.Text); p.Item == nil {
			p.Item = numberedTwice(p.Marker, words)
		}
		if p.Item != nil {
			return
		}
	}
	if p.Item = numberedBehind(p.Marker, p.Text); p.Item != nil {
		return
	}
	if s := p.Marker.Style; s == None || s > Upper && s != Article {
		p.Label = own.label(p)
	}
	if p.Label == nil && p.Marker.Style == None {
		key, _, ok := own.beforeColon(p.Text)
		p.Recurs = ok && (own.often[key] || opensBodyLabel.MatchString(key))
	}
}

// readLabel reads the label of a field at the start of s: one of the lexicon's, then
// ":" (perhaps after a remark in brackets), another mark, or the end of the paragraph.
// In bold type a label needs no mark behind it.
func readLabel(s string, strong bool) *Label {
	meaning, end := lexicon.Labels("field").Starts(s)
	if end == 0 {
		return nil // most paragraphs have none
	}
	head := headOf(s)
	if at, behind, _ := normalize.Next(s, end); behind <= len(head) && s[at:behind] == ":" && strings.IndexByte(s[:at], '\t') < 0 {
		if isLegend(s, at) {
			return nil
		}
		return &Label{Meaning: meaning, End: behind} // most labels
	}
	words := normalize.Words(head)
	meaning, n := lexicon.Labels("field").Longest(firstCell(words, s), 0)
	if n == 0 {
		return nil
	}
	if n == len(words) {
		return &Label{Meaning: meaning, End: len(s)}
	}
	if words[n].Fold == "(" {
		if k := closing(words, n); k >= 0 && k+1 < len(words) && words[k+1].Fold == ":" {
			return &Label{Meaning: meaning, End: words[k+1].End}
		}
	}
	if k := isWord(words, n); k > 0 && n > 1 {
		return &Label{Meaning: meaning, End: words[k].End}
	}
	next := words[n]
	switch {
	case next.Fold == ":", next.Fold == "?", next.Fold == "-" && upperAfter(s, next.End), next.Fold == "." && next.End < len(s):
		return &Label{Meaning: meaning, End: next.End}
	case next.Fold == ";" && n > 1 && next.End < len(s) && strings.IndexByte(s[next.End:], ';') < 0: // a colon misread: "Thời gian; tháng 5/2024"
		return &Label{Meaning: meaning, End: next.End}
	case next.Fold == "." || next.Fold == ";":
		return &Label{Meaning: meaning, End: len(s)}
	case next.Start > 0 && s[next.Start-1] == '\t':
		return &Label{Meaning: meaning, End: next.Start}
	case strong && upperAfter(s, words[n-1].End):
		return &Label{Meaning: meaning, End: next.Start}
	}
	return nil
}

// firstCell returns the words before the first tab of s: in a row "Thời gian", "Bắt đầu từ
// năm học …" the label ends with its cell.
func firstCell(words []normalize.Word, s string) []normalize.Word {
	if tab := strings.IndexByte(s, '\t'); tab >= 0 {
		for i, w := range words {
			if w.Start > tab {
				return words[:i]
			}
		}
	}
	return words
}

// isWord returns the index of "là" that ends a label in place of a colon, perhaps behind
// whose it is: "Cơ quan chủ trì là …", "Mục tiêu của mô hình là …", "Chủ trì mô hình là …"; 0
// where there is none.
func isWord(words []normalize.Word, n int) int {
	if n < len(words) && words[n].Fold == "của" {
		n++
	}
	if n+2 < len(words) && words[n].Fold == "mô" && words[n+1].Fold == "hình" {
		n += 2
		if n < len(words) && words[n].Fold == "này" {
			n++
		}
	}
	if n+1 < len(words) && words[n].Fold == "là" {
		return n
	}
	return 0
}

// closing returns the index of the bracket that closes the one at words[i], or -1.
func closing(words []normalize.Word, i int) int {
	for k := i + 1; k < len(words); k++ {
		if words[k].Fold == ")" {
			return k
		}
	}
	return -1
}

func upperAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i:], " \t"))
	return unicode.IsUpper(r)
}

// beginsWithLabel reports whether a line without a marker begins with a label and a
// colon, perhaps in brackets: "(Chủ trì: Sở Y tế; phối hợp: …)".
func beginsWithLabel(s string) bool {
	s = strings.TrimPrefix(s, "(")
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) || !strings.ContainsAny(headOf(s), ":?") {
		return false
	}
	s = headOf(s)
	_, end := lexicon.Labels("field").Starts(s)
	colon, _, _ := normalize.Next(s, end)
	return end > 0 && colon < len(s) && (s[colon] == ':' || s[colon] == '?')
}

// boldLabel reports whether a line that begins in bold type has a colon soon: a plan sets
// its labels so.
func boldLabel(s string) bool {
	return isUpperFirst(s) && strings.IndexByte(headOf(s), ':') > 0
}

// likeLabel reports whether a line begins as a label does that no lexicon lists or of
// which marks were misread: "Phương tiện, nền tảng: …", "Đơn vị chù trì: …", "Đơn vị thụ hưởng: …".
func likeLabel(s string) bool {
	key, _, ok := beforeColon(s)
	if !ok {
		return false
	}
	_, misread := lexicon.MisreadLabel(key)
	return misread || meaningOf(key) != "" || opensBodyLabel.MatchString(key)
}

// opensBodyLabel reads how a label begins that asks for a body, whatever that one does.
var opensBodyLabel = pattern.MustCompile(`^(?:các )?(?:đơn vị|cơ quan|bộ phận|người|cá nhân) `)

// isLabelLine reports whether a line is a label and nothing else.
func isLabelLine(s string) bool {
	if len(s) > 80 {
		return false
	}
	_, ok := lexicon.Labels("field").Whole(strings.TrimRight(s, ":. "))
	return ok && isUpperFirst(s)
}

func isUpperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isBareLabel reports whether p is a label and nothing else so far.
func isBareLabel(p *Para) bool {
	if s := p.Marker.Style; len(p.Text) > 80 || s != None && s <= Upper || s == Article {
		return false
	}
	s := strings.TrimRight(p.Text, ": ")
	_, ok := lexicon.Labels("field").Whole(s)
	return ok
}
