package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// The heads of models: "Mô hình 6 (miễn phí): …", "MH-06. …", and what only looks like one.

// mayBeItem reports whether s begins with the letter of "mô hình", perhaps in brackets: nearly no
// paragraph does.
func mayBeItem(s string) bool {
	s = strings.TrimLeft(s, " \t[(")
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
		if s >= Dash && toldInBullet.MatchString(p.Text) && p.Label == nil {
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
		if s >= Dash && len(list) < leastBullets {
			continue
		}
		if len(list) >= 2 && (best == None || len(list) > len(heads[best]) || len(list) == len(heads[best]) && s > best) {
			best = s
		}
	}
	if best == None {
		if heads[Roman] = sectionsOfModels(ps); len(heads[Roman]) < 2 {
			markUnnumbered(ps)
			return
		}
		best = Roman
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

// sectionsOfModels returns the sections that are models each, "II. MÔ HÌNH TỦ SÁCH PHÁP LUẬT ĐIỆN TỬ": nothing is
// numbered below them but fields with labels. "I. MÔ HÌNH TRONG LĨNH VỰC KINH TẾ" heads several.
func sectionsOfModels(ps []*Para) (out []*Para) {
	for i, p := range ps {
		if p.Marker.Style != Roman || p.Label != nil || !strings.HasPrefix(normalize.Fold(headOf(p.Text)), "mô hình ") {
			continue
		}
		below := i + 1
		for below < len(ps) && (ps[below].Marker.Style == None || ps[below].Marker.Style >= Dash || ps[below].Label != nil) && ps[below].Cells == nil {
			below++
		}
		if below > i+1 && (below == len(ps) || ps[below].Marker.Style != None && ps[below].Marker.Style < Dec1) {
			out = append(out, p)
		}
	}
	return out
}

// toldInBullet reads a bullet that names a model in quotation marks and goes on behind a colon to tell
// it: "- Mô hình “Chợ không tiền mặt” tại chợ An Dương: Phòng Kinh tế chủ trì, …".
var toldInBullet = pattern.MustCompile(`^Mô hình (?:“[^”]{3,200}”|"[^"]{3,200}")[^:.;“"]{0,80}: (?:\p{Lu}|giao |do |phân công )`)

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
	case len(words) > 3 && (s[0] == '[' || s[0] == '('):
		return readEnclosed(s)
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
	if total := ofHowMany(words[i:]); total >= n {
		item.End = words[i+1].End
		i += 2
	}
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

// readEnclosed reads the head of a model whose number stands in brackets as a whole: "[MH 1/8] Chợ
// số", "(Mô hình 3) Chợ số".
func readEnclosed(s string) *Item {
	end := strings.IndexAny(s, "])")
	if end < 0 || end > longestNumber {
		return nil
	}
	in := s[1:end]
	item := readItem(normalize.Words(in), in)
	if item == nil || item.End != len(in) {
		return nil
	}
	item.End = end + 1
	return untilTitle(item, s)
}

// ofHowMany reads behind a model's number how many there are: "1/8"; 0 where it is not told.
func ofHowMany(words []normalize.Word) int {
	if len(words) < 2 || words[0].Fold != "/" {
		return 0
	}
	n, _ := number(words[1].Fold)
	return n
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
