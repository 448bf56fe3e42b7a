package docx

import (
	"strconv"
	"strings"
)

// numbering counts the paragraphs of the lists of a document, as Word does, to know
// the number that it shows before each.
type numbering struct {
	lists   map[string]*list // by w:numId
	byStyle map[string]levelOf
}

// list is one use of an abstract list. Lists of the same abstract one count together.
type list struct {
	abstract *abstract
	starts   map[int]int // levels that this use starts anew, at its first paragraph
}

type abstract struct {
	levels [levels]level
	count  [levels]int // of the last paragraph of each level; started says whether there was one
	active [levels]bool
}

const levels = 9

type level struct {
	format, text, suffix string
	start                int
	restart              int // the level after which it starts anew; -1 for the one above
	legal                bool
	font                 string
}

type levelOf struct {
	list  *abstract
	level int
}

func loadNumbering(a *archive) (*numbering, error) {
	n := &numbering{lists: map[string]*list{}, byStyle: map[string]levelOf{}}
	r, err := a.part("word/numbering.xml")
	if r == nil || err != nil {
		return n, err
	}
	abstracts := map[string]*abstract{}
	err = eachBlock(r, "numbering", func(e *node) {
		switch e.name {
		case "abstractNum":
			abstracts[e.attr("abstractNumId")] = n.abstract(e)
		case "num":
			l := &list{abstract: abstracts[e.kid("abstractNumId").attr("val")], starts: map[int]int{}}
			if l.abstract == nil {
				return
			}
			l.override(e)
			n.lists[e.attr("numId")] = l
		}
	})
	return n, err
}

func (n *numbering) abstract(e *node) *abstract {
	a := &abstract{}
	for i := range a.levels {
		a.levels[i] = level{start: 1, restart: -1}
	}
	for _, k := range e.kids {
		i, ok := levelNumber(k)
		if k.name != "lvl" || !ok {
			continue
		}
		a.levels[i] = readLevel(k)
		if s := k.kid("pStyle").attr("val"); s != "" {
			n.byStyle[s] = levelOf{a, i}
		}
	}
	return a
}

func levelNumber(e *node) (int, bool) {
	i, err := strconv.Atoi(e.attr("ilvl"))
	return i, err == nil && i >= 0 && i < levels
}

func readLevel(e *node) level {
	l := level{
		format: e.kid("numFmt").attr("val"), text: e.kid("lvlText").attr("val"), suffix: e.kid("suff").attr("val"),
		start: number(e.kid("start"), 1), restart: number(e.kid("lvlRestart"), -1), legal: e.on("isLgl"),
		font: e.kid("rPr").kid("rFonts").attr("ascii"),
	}
	if l.format == "" {
		l.format = "decimal"
	}
	return l
}

func number(e *node, standard int) int {
	if n, err := strconv.Atoi(e.attr("val")); err == nil && n >= -1 && n < 1<<20 {
		return n
	}
	return standard
}

// override reads what a use of a list changes: its own levels and starts.
func (l *list) override(e *node) {
	for _, k := range e.kids {
		i, ok := levelNumber(k)
		if k.name != "lvlOverride" || !ok {
			continue
		}
		if own := k.kid("lvl"); own != nil {
			copied := *l.abstract
			copied.levels[i] = readLevel(own)
			l.abstract = &copied
		}
		if s := k.kid("startOverride"); s != nil {
			l.starts[i] = number(s, 1)
		}
	}
}

// label returns the number or bullet that stands before a paragraph, with the blank
// behind it, and counts the paragraph. What the paragraph says goes before its style.
func (n *numbering) label(own *node, s style) string {
	of, ok := n.byStyle[s.id]
	var use *list
	for _, numbers := range []*node{own, s.numbers} {
		id := numbers.kid("numId").attr("val")
		if id == "" {
			continue
		}
		if use = n.lists[id]; use == nil {
			return "" // 0 takes a paragraph out of the list of its style
		}
		if own == nil && ok && of.list == use.abstract {
			break // the list says which level the style has
		}
		of.level = min(max(0, number(numbers.kid("ilvl"), of.level)), levels-1)
		if numbers == own && numbers.kid("ilvl") == nil {
			of.level = 0
		}
		break
	}
	if use == nil {
		return ""
	}
	return use.next(of.level)
}

// next counts a paragraph of a level and returns its label.
func (l *list) next(at int) string {
	a := l.abstract
	if start, ok := l.starts[at]; ok {
		a.count[at], a.active[at] = start, true
		delete(l.starts, at)
	} else if a.active[at] {
		a.count[at]++
	} else {
		a.count[at], a.active[at] = a.levels[at].start, true
	}
	for i := at + 1; i < levels; i++ {
		if r := a.levels[i].restart; r == -1 || r > at {
			a.active[i] = false
		}
	}
	v := a.levels[at]
	text := a.expand(v)
	if text == "" {
		return ""
	}
	if v.suffix == "nothing" {
		return text
	}
	return text + " "
}

// expand writes a label: "%1.%2" has the counts of the first two levels.
func (a *abstract) expand(v level) string {
	switch v.format {
	case "none":
		return ""
	case "bullet":
		return bullet(v)
	}
	var b strings.Builder
	for i := 0; i < len(v.text); i++ {
		if v.text[i] != '%' || i+1 == len(v.text) || v.text[i+1] < '1' || v.text[i+1] > '9' {
			b.WriteByte(v.text[i])
			continue
		}
		i++
		at := int(v.text[i] - '1')
		format, count := a.levels[at].format, a.count[at]
		if !a.active[at] {
			count = a.levels[at].start
		}
		if v.legal {
			format = "decimal"
		}
		b.WriteString(counted(count, format))
	}
	return b.String()
}

func bullet(v level) string {
	runes := []rune(v.text)
	if len(runes) == 1 && (runes[0] >= 0xE000 && runes[0] <= 0xF8FF || symbols[v.font] != nil) {
		return symbol(strconv.FormatInt(int64(runes[0]), 16), v.font)
	}
	return v.text
}

// counted writes a count in one of Word's formats.
func counted(n int, format string) string {
	switch format {
	case "lowerLetter":
		return letters(n)
	case "upperLetter":
		return strings.ToUpper(letters(n))
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// letters is a to z, then aa to zz, as Word goes on.
func letters(n int) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}
