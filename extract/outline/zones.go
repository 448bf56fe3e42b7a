package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// parts are the lines with text of each part of a document, by index.
type parts struct{ head, body, tail, meta []int }

// zones tells the parts of t apart.
func zones(t *normalize.Text) parts {
	var z parts
	first := firstSection(t)
	if first >= 0 && first == firstContent(t) && (isOpening(t) || opensUnnumbered(t, first) || opensAsPage(t, first) || endsBeforeContent(t)) {
		first = -1 // the opening of a document, cut off before its first section
	}
	zone := &z.head
	for i, l := range t.Lines {
		if l.Kind != normalize.Content {
			continue
		}
		switch {
		case i == first:
			zone = &z.body
		case zone == &z.body && endsBody(t, i):
			zone = &z.tail
		case zone == &z.tail && beginsAnnex(t, i):
			zone = &z.body
		}
		*zone = append(*zone, i)
	}
	z.tail, z.meta = cutMeta(t, z.tail)
	return z
}

// firstSection returns the line of the first section's heading: "I.", "Phần I" or
// "Điều 1", else "A.", else "1.", else a model, else the line after the sentence that
// announces the content ("… như sau:"). Where "I." is lost, "II." is the first. What a web page lists above
// the national name is no section. A document without any of them is all body.
func firstSection(t *normalize.Text) int {
	upper, decimal, item, after, second := -1, -1, -1, -1, -1
	announced, seen := false, 0
	for i, l := range t.Lines {
		if l.Kind != normalize.Content {
			continue
		}
		s := t.Line(i)
		found := upper >= 0 || decimal >= 0 || item >= 0 || announced
		if seen++; (seen <= 40 || seen <= longestMenu && !found) && holdsName(s) {
			upper, decimal, item, after, second, announced, seen = -1, -1, -1, -1, -1, false, longestMenu
			continue
		}
		if announced && after < 0 {
			after = i
		}
		m := readMarker(s)
		switch {
		case item >= 0 && m.Number == 1 && strings.IndexByte(s, '\t') >= 0 && isHeaderRow(t.Line(item)):
			if upper >= 0 && upper < item {
				return upper
			}
			return item // "I." heads a group of a table's rows
		case m.Style == Roman && m.Number == 1 && upper >= 0:
			return upper // "A." stands above "I."
		case m.Style == Roman && m.Number == 2 && second < 0:
			second = i
		case m.Style == Roman && m.Number == 3 && second >= 0:
			return earliest(upper, decimal, item, after, second)
		case m.Style == Roman && m.Number == 1, m.Style == Part && m.Number == 1, m.Style == Article && m.Number == 1 && (len(s) > m.size || strings.HasSuffix(s, ".")):
			return i
		case m.Style == Upper && m.Number == 1 && upper < 0:
			upper = i
		case (m.Style == Dec1 || m.Style == Dec1b) && m.Number == 1 && decimal < 0:
			decimal = i
		case item < 0 && (itemAt(s[m.size:]) != nil || isHeaderRow(s)):
			item = i
		}
		announced = announced || strings.HasSuffix(normalize.Fold(s), "như sau:")
	}
	if best := earliest(upper, decimal, item, after, second); best >= 0 {
		return best
	}
	return firstContent(t)
}

// earliest returns the least of lines that were found, -1 where none was.
func earliest(lines ...int) int {
	best := -1
	for _, i := range lines {
		if i >= 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// longestMenu is how many lines a web page may have above the document, and menuEntry the bytes of
// the longest of them that is one of a menu's.
const longestMenu, menuEntry = 200, 60

// isOpening reports whether the first lines of t are a document's head: the national name
// or the Party's, and the number.
func isOpening(t *normalize.Text) bool {
	name, number := false, false
	for i, seen := 0, 0; i < len(t.Lines) && seen < longestMenu && !(name && number); i++ {
		if t.Lines[i].Kind != normalize.Content {
			continue
		}
		seen++
		f := normalize.Fold(t.Line(i))
		here := strings.Contains(f, "nghĩa việt nam") || strings.Contains(f, "cộng sản việt nam") || strings.Contains(f, "số:") && strings.Contains(f, "đoàn tncs hồ chí minh")
		name = name || here
		number = number || beginsNumber(f) || here && (strings.Contains(f, "số:") || strings.Contains(f, "sô:") || kindBehindMotto(t.Line(i)))
	}
	return name && number
}

// kindBehindMotto reports whether the kind of a document stands in capitals behind the motto on
// its line: of a head on one line whose number was never given.
func kindBehindMotto(s string) bool {
	_, rest, ok := strings.Cut(s, "Hạnh phúc")
	if rest = strings.TrimLeft(rest, " -–_*"); !ok || rest == "" {
		return false
	}
	words := normalize.Words(rest[:min(len(rest), menuEntry)])
	_, n := lexicon.Kinds().Longest(words, 0)
	return n > 0 && IsCaps(rest[:words[n-1].End])
}

// beginsNumber reports whether a folded line begins as a document's number does, the mark of
// its first word perhaps misread.
func beginsNumber(f string) bool {
	for _, w := range []string{"số:", "số ", "sô:", "só:", "sồ:", "sổ:", "so:"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

// endsBeforeContent reports whether t ends with the sentence that announces the content.
func endsBeforeContent(t *normalize.Text) bool {
	for i := len(t.Lines) - 1; i >= 0; i-- {
		if t.Lines[i].Kind == normalize.Content {
			f := normalize.Fold(t.Line(i))
			return strings.HasSuffix(f, "như sau:") || strings.HasSuffix(f, "sau đây:")
		}
	}
	return false
}

// opensUnnumbered reports whether a text that begins with no number, label or table is
// a document's head all the same, its national name lost or misread: two of its date, its
// number, the kind in capitals, a letter's subject and whom it is sent to, and the grounds
// stand in its first lines.
func opensUnnumbered(t *normalize.Text, first int) bool {
	s := t.Line(first)
	if readMarker(s).Style != None && !beginsMenu(s) || isHeaderRow(s) || readItem(normalize.Words(headOf(s)), s) != nil {
		return false
	}
	var number, date, kind, subject, sentTo, grounds int
	for i, seen := first, 0; i < len(t.Lines) && i < first+longestMenu && seen < 20; i++ {
		if t.Lines[i].Kind != normalize.Content {
			continue
		}
		s := t.Line(i)
		if !mayBeMenu(s) {
			seen++
		}
		f := normalize.Fold(s)
		switch {
		case beginsNumber(f):
			number = 1
		case namesKind(s):
			kind = 1
		case strings.HasPrefix(f, "v/v "), strings.HasPrefix(f, "v/v:"):
			subject = 1
		case gazetteHead.MatchString(s):
			number, date = 1, 1
		case strings.HasPrefix(f, "kính gửi"):
			if sentTo = 1; seen <= 5 {
				sentTo = 2 // a letter of which only whom it is sent to is left
			}
		case strings.HasPrefix(normalize.Bare(headOf(s)), "can cu "):
			grounds = 1
		}
		if strings.Contains(f, ", ngày") && strings.Contains(f, "năm") {
			date = 1
		}
	}
	return number+date+kind+subject+sentTo+grounds >= 2
}

// gazetteHead reads the number and date of a head as a gazette prints it, below the kind: "CỦA CHỦ
// TỊCH NƯỚC SỐ 12/SL NGÀY 2 THÁNG 7 NĂM 1957 VỀ VIỆC …".
var gazetteHead = pattern.MustCompile(`^CỦA .{5,80} SỐ:? \d[^ ]* NGÀY \d{1,2}(?: THÁNG \d{1,2} NĂM |[/-]\d{1,2}[/-])\d{4}`)

// mayBeMenu reports whether a line is as short and bare as an entry of a web page's menu.
func mayBeMenu(s string) bool {
	return len(s) <= menuEntry && !strings.ContainsAny(s, "0123456789:;")
}

// beginsMenu reports whether a line is an entry of a web page's menu, perhaps behind a bullet.
func beginsMenu(s string) bool {
	_, known := lexicon.Labels("menu").Whole(strings.TrimLeft(s, "-+* "))
	return known
}

// numbered reads the number behind a kind: "04/2018/TT-BNN Quy định …".
var numbered = pattern.MustCompile(`^(?:(?i:số)\s*:?\s*)?\d{1,5}(?:/\d{4})?[/-]\p{Lu}`)

// opensAsPage reports whether a text is what a web page says of a document and nothing
// else: it begins with the document's kind and number, perhaps behind the page's own lines, or
// has three labels or more such as "Số ký hiệu".
func opensAsPage(t *normalize.Text, first int) bool {
	labels := 0
	marked := readMarker(t.Line(first)).Style != None && !beginsMenu(t.Line(first))
	for i, seen := first, 0; i < len(t.Lines) && i < first+longestMenu && seen < 30; i++ {
		if t.Lines[i].Kind != normalize.Content {
			continue
		}
		s := t.Line(i)
		if seen == 0 || !mayBeMenu(s) {
			seen++
		}
		words := normalize.Words(s)
		if _, n := lexicon.Kinds().Longest(words, 0); n > 0 && n < len(words) && (seen == 1 || seen <= 12 && !marked) && numbered.MatchString(s[words[n].Start:]) {
			return true
		}
		if _, n := lexicon.Labels("meta").Longest(words, 0); n > 1 || n == 1 && len(words) > 1 && words[1].Fold == ":" {
			labels++
		}
	}
	return labels >= 3
}

// namesKind reports whether a line in capitals is the name of a kind of document.
func namesKind(s string) bool {
	if len(s) > 80 || !IsCaps(s) {
		return false
	}
	_, whole := lexicon.Kinds().Whole(strings.TrimRight(s, " :"))
	_, misread := lexicon.MisreadKind(s)
	return whole || misread
}

// holdsName reports whether a line holds the national name as a head prints it, whole or
// its end.
func holdsName(s string) bool {
	const name = "nghĩa việt nam"
	f := normalize.Fold(s)
	i := strings.Index(f, name)
	return i >= 0 && len(f) == len(s) && IsCaps(s[i:i+len(name)])
}

func firstContent(t *normalize.Text) int {
	for i, l := range t.Lines {
		if l.Kind == normalize.Content {
			return i
		}
	}
	return -1
}

// beginsAnnex reports whether the i-th line begins an annex, or a document that is set
// out behind the one that brings it into force: the title before "(Ban hành kèm theo …)".
// The signer's office is in capitals too, but his name, or the annex, comes before that.
func beginsAnnex(t *normalize.Text, i int) bool {
	s := t.Line(i)
	if m := readMarker(s); m.Style == Annex {
		return true
	}
	if isHeaderRow(s) {
		return true
	}
	if !IsCaps(s) {
		return false
	}
	if namesKind(s) && sectionFollows(t, i) {
		return true // "CHƯƠNG TRÌNH HÀNH ĐỘNG" behind the resolution that brings it into force
	}
	for j, seen := i+1, 0; j < len(t.Lines) && seen < 5; j++ {
		if t.Lines[j].Kind != normalize.Content {
			continue
		}
		seen++
		if readMarker(t.Line(j)).Style == Annex || isPerson(t.Line(j)) {
			return false // the annex begins there, or further down: this is an office
		}
		f := strings.TrimLeft(normalize.Fold(t.Line(j)), "( ")
		if strings.HasPrefix(f, "kèm theo") || strings.HasPrefix(f, "ban hành kèm theo") {
			return true
		}
	}
	return false
}

// sectionFollows reports whether the first section of a plan begins a few lines below the i-th.
func sectionFollows(t *normalize.Text, i int) bool {
	for j, seen := i+1, 0; j < len(t.Lines) && seen < 12; j++ {
		if t.Lines[j].Kind != normalize.Content {
			continue
		}
		seen++
		if m := readMarker(t.Line(j)); (m.Style == Roman || m.Style == Part) && m.Number == 1 {
			return true
		}
	}
	return false
}

// cutMeta parts the lines behind the document from those in which a web page tells
// about it: three labels or more such as "Số hiệu: …", and the title above them.
func cutMeta(t *normalize.Text, tail []int) (rest, meta []int) {
	first, labels := -1, 0
	for k, i := range tail {
		if !isMeta(t.Line(i)) {
			continue
		}
		if labels++; first < 0 {
			first = k
		}
	}
	if labels < 3 {
		return tail, nil
	}
	if first > 0 && len(t.Line(tail[first-1])) > 60 {
		first--
	}
	return tail[:first], tail[first:]
}

func isMeta(s string) bool {
	s = s[readMarker(s).size:]
	words := normalize.Words(s)
	_, n := lexicon.Labels("meta").Longest(words, 0)
	return n > 0 && n < len(words) && words[n].Fold == ":"
}

// IsCaps reports whether s is printed in capitals: it has two letters or more, and nine of
// ten are upper case.
func IsCaps(s string) bool {
	upper, all := 0, 0
	for _, r := range s {
		if !normalize.IsLetter(r) {
			continue
		}
		all++
		if normalize.IsCapital(r) {
			upper++
		} else if (all-upper)*10 > len(s) {
			return false // more than one in ten, whatever stands behind
		}
	}
	return all >= 2 && upper*10 >= all*9
}
