package outline

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// read finds what a paragraph begins with: the head of a model, the label of a field.
func (p *Para) read(own *labels) {
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
		p.Recurs = ok && own.often[key]
	}
}

// mayBeItem reports whether s begins with the letter of "mô hình": nearly no paragraph does.
func mayBeItem(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s != "" && (s[0] == 'M' || s[0] == 'm')
}

// numberedTwice reads the head of a model that its marker and its own number agree on,
// though no mark stands between number and title: "2. Mô hình 2 về bến phà số".
func numberedTwice(m Marker, words []normalize.Word) *Item {
	if m.Style < Dec1 || m.Style > ParLow || len(words) < 4 || !reads(words[0], "mô") || !reads(words[1], "hình") {
		return nil
	}
	i := 2
	for i+2 < len(words) && (reads(words[i], "điểm") || reads(words[i], "số") || reads(words[i], "thứ")) {
		i++
	}
	if n, ok := number(words[i].Fold); !ok || n != m.Number {
		return nil
	}
	return &Item{Number: m.Number, End: words[i].End}
}

// numberedBehind reads the number of a model behind its title, in brackets: "1.1. Bộ phận Một cửa
// không giấy (Mô hình số 1)".
func numberedBehind(m Marker, s string) *Item {
	if !strings.HasSuffix(s, ")") || m.Style < Dec1 || m.Style > ParLow {
		return nil
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || open < len(s)-longestNumber {
		return nil
	}
	in := s[open+1 : len(s)-1]
	if item := readItem(normalize.Words(in), in); item != nil && item.End == len(in) {
		return &Item{Number: item.Number, Until: open}
	}
	return nil
}

// longestNumber is the bytes of a model's number in brackets, at most: "(Mô hình số 12)".
const longestNumber = 40

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
// which marks were misread: "Phương tiện, nền tảng: …", "Đơn vị chù trì: …".
func likeLabel(s string) bool {
	key, _, ok := beforeColon(s)
	if !ok {
		return false
	}
	_, misread := lexicon.MisreadLabel(key)
	return misread || meaningOf(key) != ""
}

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

// isBareItem reports whether p is the head of a model whose title is still to come.
func isBareItem(p *Para) bool {
	if len(p.Text) > 80 {
		return false
	}
	item := itemAt(p.Text)
	return item != nil && item.End == len(p.Text)
}

// markItems finds the heads of models that are numbered by their marker only, "6. Mô hình
// “Ấp điện tử”", "6. Mô hình: …", where no head bears a number of its own: two or more of
// one style that begin so, unless more of that style head fields and do not: those are
// tasks, some of them about models.
func markItems(ps []*Para) {
	heads := map[Style][]*Para{}
	for _, p := range ps {
		if p.Item != nil {
			return
		}
		s := p.Marker.Style
		if s == Dash && toldInBullet.MatchString(p.Text) && p.Label == nil {
			heads[s] = append(heads[s], p)
			continue
		}
		if s < Dec1 || s > ParLow || p.Label != nil || !strings.HasPrefix(normalize.Fold(headOf(p.Text)), "mô hình") {
			continue
		}
		heads[s] = append(heads[s], p)
	}
	best := None
	for s, list := range heads {
		if s == Dash && len(list) < leastBullets {
			continue
		}
		if len(list) >= 2 && (best == None || len(list) > len(heads[best]) || len(list) == len(heads[best]) && s > best) {
			best = s
		}
	}
	if fieldHeads(ps, best)-len(heads[best]) > len(heads[best]) {
		return
	}
	next := 1
	for _, p := range heads[best] {
		words := normalize.Words(headOf(p.Text))
		end := words[1].End
		if len(words) > 2 && words[2].Fold == ":" {
			end = words[2].End
		} else if !upperAfter(p.Text, end) && (len(words) < 3 || !words[2].Mark) {
			end = 0 // "Mô hình thi online …": the word belongs to the title
		}
		n := p.Marker.Number
		if n < next { // numbered anew in each group
			n = next
		}
		p.Item = &Item{Number: n, End: end}
		next = n + 1
	}
}

// toldInBullet reads a bullet that names a model in quotation marks and goes on behind a colon to tell
// it: "- Mô hình “Chợ không tiền mặt” tại chợ An Dương: Phòng Kinh tế chủ trì, …".
var toldInBullet = pattern.MustCompile(`^Mô hình (?:“[^”]{3,200}”|"[^"]{3,200}")[^:.;“"]{0,80}: \p{Lu}`)

// leastBullets of that kind make models of them.
const leastBullets = 3

// fieldHeads counts the paragraphs of a style with the label of a field right below.
func fieldHeads(ps []*Para, style Style) int {
	n := 0
	for i := 1; i < len(ps); i++ {
		if ps[i-1].Marker.Style == style && ps[i-1].Label == nil && ps[i].Label != nil {
			n++
		}
	}
	return n
}

// readItem reads the head of a model at the start of s: "Mô hình 6:", "Mô hình số 06.",
// "Mô hình thứ 6 -", "Mô hình thứ sáu:", "Mô hình số một:", "Mô hình VI:", "Mô hình (6):", "Mô hình 22 (miễn phí):".
func readItem(words []normalize.Word, s string) *Item {
	i := 2
	switch {
	case len(words) >= 3 && reads(words[0], "mô") && reads(words[1], "hình"):
	case len(words) >= 2 && strings.HasPrefix(s, "MH"):
		if words = codeHead(words); words == nil {
			return nil
		}
		i = 1
		if i+2 < len(words) && (words[i].Fold == "-" || words[i].Fold == ".") {
			i++ // "MH-01. Chợ số"; alone on its line it is the value of "Mã mô hình"
		}
	default:
		return nil
	}
	for i < len(words) && (reads(words[i], "điểm") || reads(words[i], "số") || reads(words[i], "thứ")) {
		i++
	}
	if i+2 < len(words) && words[i].Fold == "(" && words[i+2].Fold == ")" && len(words[i+1].Fold) < 4 {
		return readBracketed(words[i+1], s, words[i+2].End)
	}
	if i >= len(words) {
		return nil
	}
	n, ok := number(normalize.Digits(words[i].Fold))
	coded := false
	if c, end := codeNumber(words, i, s); c > 0 {
		n, ok, coded, i = c, true, true, end
	} else if c := compoundNumber(words, i); ok && c > 0 {
		n, coded, i = c, true, i+2
	}
	if f := words[i].Fold; !ok && (f == "l" || f == "i") && i+1 < len(words) && words[i+1].Fold == ":" {
		n, ok = 1, true // "Mô hình l:"
	}
	if f := words[i-1].Fold; (f == "thứ" || f == "số") && !ok {
		if o, taken := ordinal(words[i:]); o > 0 {
			n, ok, i = o, true, i+taken-1
		}
	}
	if m := romanNumber(s[words[i].Start:words[i].End]); m > 0 && i+1 < len(words) && words[i+1].Fold == ":" {
		n, ok = m, true // "Mô hình II:"
	}
	if !ok || n > 999 {
		return nil
	}
	item := &Item{Number: n, End: words[i].End, Coded: coded}
	i++
	if i < len(words) && words[i].Fold == "(" {
		k := strings.IndexByte(s[words[i].End:], ')')
		if k < 0 {
			return nil
		}
		end := words[i].End + k
		after := strings.TrimLeft(s[end+1:], " ")
		if after != "" && strings.IndexAny(after, ":.-–—") != 0 {
			return nil
		}
		item.Note, item.End = strings.TrimSpace(s[words[i].End:end]), end+1
	}
	return untilTitle(item, s)
}

// codeNumber reads the number of a code that begins at words[i], and where it ends: "YT-01" of "Mô
// hình YT-01: …"; 0 where there is none, or no mark behind it.
func codeNumber(words []normalize.Word, i int, s string) (n, end int) {
	letters := s[words[i].Start:words[i].End]
	if len(letters) > longestCode || !IsCaps(letters) || i+3 >= len(words) || words[i+1].Fold != "-" && words[i+1].Fold != "." {
		return 0, 0
	}
	if f := words[i+3].Fold; f != ":" && f != "." {
		return 0, 0
	}
	n, ok := number(words[i+2].Fold)
	if !ok {
		return 0, 0
	}
	return n, i + 2
}

// compoundNumber reads the second part of a number of two: "Mô hình 1.2 - …"; 0 where there is none.
func compoundNumber(words []normalize.Word, i int) int {
	if i+2 >= len(words) || words[i+1].Fold != "." || words[i+1].Start != words[i].End || words[i+2].Start != words[i+1].End {
		return 0
	}
	n, _ := number(words[i+2].Fold)
	return n
}

// longestCode is the bytes of the letters of a code.
const longestCode = 6

// readBracketed reads the number of a model in brackets that end at end: "Mô hình (1):".
func readBracketed(number normalize.Word, s string, end int) *Item {
	n, err := strconv.Atoi(normalize.Digits(number.Fold))
	if err != nil || n < 1 {
		return nil
	}
	return untilTitle(&Item{Number: n, End: end}, s)
}

// dropNamed leaves it at the text of a bullet that only names a model by number, whose head stands
// elsewhere: "- Mô hình số 2." below "Quý IV/2024".
func dropNamed(ps []*Para) {
	headed := map[int]bool{}
	bare := func(p *Para) bool { return p.Item.Until == 0 && strings.Trim(p.Text[p.Item.End:], " .;,") == "" }
	for _, p := range ps {
		if p.Item != nil && !bare(p) {
			headed[p.Item.Number] = true
		}
	}
	for _, p := range ps {
		if p.Item != nil && p.Marker.Style >= Dash && bare(p) && headed[p.Item.Number] {
			p.Item = nil
		}
	}
}

// untilTitle puts the end of a model's head before its title; nil where what follows the number
// is no title.
func untilTitle(item *Item, s string) *Item {
	rest := s[item.End:]
	cut := strings.TrimLeft(rest, " \t") // a tab: "Mô hình 1" and its title are two cells
	switch {
	case cut == "":
		item.End = len(s)
		return item
	case strings.IndexAny(cut, ":.") == 0, strings.HasPrefix(cut, "- "), strings.HasPrefix(cut, "– "), strings.HasPrefix(cut, "— "), strings.HasPrefix(cut, "/ "):
		_, size := utf8.DecodeRuneInString(cut)
		item.End = len(s) - len(cut) + size
		return item
	case upperAfter(s, item.End) && item.Note == "" && (cut != rest):
		return item
	case cut[0] == '"' || strings.HasPrefix(cut, "“"):
		return item
	}
	return nil
}

// codeHead parts "MH1" into its letters and its number, as if they were words: nil where
// the words begin with no such code.
func codeHead(words []normalize.Word) []normalize.Word {
	w := words[0]
	if w.Fold == "mh" {
		return words
	}
	if n, ok := number(w.Fold[len("mh"):]); !ok || n > 99 || !words[1].Mark {
		return nil
	}
	number := normalize.Word{Start: w.Start + len("mh"), End: w.End, Fold: w.Fold[len("mh"):]}
	return append([]normalize.Word{{Start: w.Start, End: number.Start, Fold: "mh"}, number}, words[1:]...)
}

// reads reports whether w is the word want, its marks perhaps misread: "sô" for "số".
func reads(w normalize.Word, want string) bool {
	if w.Fold == want || len(w.Fold) > len(want)+2 || want[0] < 0x80 && w.Fold[0] != want[0] {
		return w.Fold == want
	}
	return strings.ReplaceAll(normalize.Bare(w.Fold), "l", "i") == strings.ReplaceAll(normalize.Bare(want), "l", "i") // "hlnh"
}

// itemAt is readItem for a text whose words are not needed else.
func itemAt(s string) *Item {
	if !mayBeItem(s) {
		return nil
	}
	return readItem(normalize.Words(headOf(s)), s)
}

// ReadItem reads the head of a model at the start of a table's cell.
func ReadItem(s string) (Item, bool) {
	item := itemAt(s)
	if item == nil {
		return Item{}, false
	}
	return *item, true
}
