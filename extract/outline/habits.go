package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// habits are what a document shows of how it was printed and saved.
type habits struct {
	spaced  bool // a blank line stands between paragraphs
	wrapped bool // long paragraphs are broken into lines
	whole   bool // a line is a paragraph: some are longer than any page is wide

	// A line that could have taken the first word of the next one without growing
	// beyond this many letters was broken on purpose. The first line of a paragraph is
	// often shorter than the others.
	first, later int

	// The columns at which a program broke the lines, each as late as it could; 0 where
	// somebody or something else broke them.
	columns int

	indented bool // the first line of each paragraph stands in, by blanks

	labels map[string]int // how many lines begin with a text before a colon, folded
}

// recurs reports whether a line begins with what so many others have before a colon that it is a label.
func (h *habits) recurs(s string) bool {
	key, _, ok := beforeColon(s)
	return ok && h.labels[key] >= oftenEnough
}

// Blanks by which a first line stands in. More set a line in the middle of the page.
const (
	leastIndent = 2
	mostIndent  = 12
	tellIndents = 5 // lines that begin, and lines that go on, at least
)

// indents counts the lines that surely begin a paragraph, and those that surely go on with one: how many
// there are, and how many of them stand in.
type indents struct{ begin, beginIn, goOn, goOnIn int }

func (n *indents) add(t *normalize.Text, i int) {
	in := indent(t, i) >= leastIndent
	switch s := t.Line(i); {
	case readMarker(s).Style != None:
		if n.begin++; in {
			n.beginIn++
		}
	case goesOn(s):
		if n.goOn++; in {
			n.goOnIn++
		}
	}
}

// tell reports whether nearly all of the first stand in, and hardly any of the second.
func (n *indents) tell() bool {
	return n.begin >= tellIndents && n.goOn >= tellIndents && n.beginIn*10 >= n.begin*9 && n.goOnIn*20 <= n.goOn
}

// indent is the number of blanks with which a line begins in its file.
func indent(t *normalize.Text, i int) int {
	s := sourceLine(t, i)
	return len(s) - len(strings.TrimLeft(s, " "))
}

// learn looks at the lines that must go on in the next, because that begins with a
// small letter and no marker.
func learn(t *normalize.Text, lines []int) habits {
	h := habits{labels: map[string]int{}}
	var first, later []int
	var sure breaks
	var in indents
	blanks, pairs := 0, 0
	begins := true
	for k := 1; k < len(lines); k++ {
		a, b := t.Line(lines[k-1]), t.Line(lines[k])
		in.add(t, lines[k])
		if key, _, ok := beforeColon(b); ok {
			h.labels[key]++
		}
		if lines[k] != lines[k-1]+1 {
			blanks++
			begins = true
			continue
		}
		pairs++
		if !goesOn(b) {
			begins = readMarker(b).Style != None || finished(a)
			continue
		}
		sure.add(a, b)
		if begins || readMarker(a).Style != None {
			first = append(first, reach(a, b))
		} else {
			later = append(later, reach(a, b))
		}
		begins = false
	}
	certain := len(first) + len(later)
	h.spaced = blanks*5 >= (blanks+pairs)*2
	h.wrapped = certain >= 3 && certain*10 >= pairs
	h.whole = !h.wrapped && slices.ContainsFunc(lines, func(i int) bool { return utf8.RuneCountInString(t.Line(i)) > widest })
	h.first, h.later = lowest(first), lowest(later)
	switch {
	case h.later == 0:
		h.later = h.first
	case h.first == 0:
		h.first = h.later // all that surely go on are second lines of what no marker begins
	case h.first*2 < h.later:
		h.first = 0 // first lines are broken anywhere: a page saved from the web
	}
	h.columns = sure.columns()
	h.indented = in.tell()
	return h
}

// breaks are the line breaks that stand within a sentence.
type breaks struct {
	reach  []int // of each line, with the first word of the next
	widest int   // letters of the longest of the lines
}

func (b *breaks) add(line, next string) {
	b.reach = append(b.reach, reach(line, next))
	b.widest = max(b.widest, utf8.RuneCountInString(line))
}

// columns returns the width at which a program broke the lines: none is wider, and to none
// the next word would have fit, but for one in twenty.
func (b *breaks) columns() int {
	fit := 0
	for _, n := range b.reach {
		if n <= b.widest {
			fit++
		}
	}
	if len(b.reach) < leastBreaks || fit*20 > len(b.reach) {
		return 0
	}
	return b.widest
}

// leastBreaks are the lines that show it, at least.
const leastBreaks = 5

// widest is how many letters the widest line has that a printer broke.
const widest = 120

// lowest returns the tenth part from below of v: a few breaks within a sentence may be
// on purpose too.
func lowest(v []int) int {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/10]
}

// reach is how many letters a would have with the first word of b.
func reach(a, b string) int {
	for i, r := range b {
		if r == ' ' || r == '\t' {
			b = b[:i]
			break
		}
	}
	return utf8.RuneCountInString(a) + 1 + utf8.RuneCountInString(b)
}

// goesOn reports whether a line can only be the rest of the line before it.
func goesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) && readMarker(s).Style == None || r == ',' || r == ';' || r == ')'
}

// finished reports whether a sentence or an item of a list ends with s.
func finished(s string) bool {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '.', ';', ':', '!', '?', '…':
			return true
		case ')', '”', '"', '»', '’', '*', ' ':
			s = s[:len(s)-n]
		default:
			return false
		}
	}
	return true
}
