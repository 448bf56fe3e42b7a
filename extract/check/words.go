package check

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

var confusions = sync.OnceValue(func() *lexicon.Dict[string] {
	var d lexicon.Dict[string]
	for _, r := range lexicon.Rows("confusions.txt", 4) {
		d.Add(r.Columns[0], r.Columns[1])
	}
	return &d
})

// words remarks on what reads like damage, with the suggested reading: phrases of the
// lexicon, syllables that lost their vowel, and such as no Vietnamese word has. On the way
// it notes the short forms of bodies, for abbreviations.
func (c *checker) words() {
	known := sync.OnceValue(c.vocabulary) // most documents lost no letter
	var words []normalize.Word
	for _, p := range c.texts {
		words = normalize.AppendWords(words[:0], p.Text)
		for i := 0; i < len(words); i++ {
			w := p.Text[words[i].Start:words[i].End]
			is := c.judge(w, words[i])
			if is == sound {
				continue
			}
			if is&shortBody != 0 && p.body && !partOfCode(p.Text, words[i]) && c.shortForms[w].IsZero() {
				c.shortForms[w] = p.Span(words[i].Start, words[i].End)
			}
			if meant, n := confusions().Longest(words, i); n > 0 {
				c.misread(p.Phrase, words[i].Start, words[i+n-1].End, meant)
				i += n - 1
				continue
			}
			if n := lostVowel(p.Text, words, i); n > 0 {
				c.misread(p.Phrase, words[i].Start, words[i+n-1].End, known().meant(words[i:i+n], words[i+n:]))
				i += n - 1
				continue
			}
			if is&digits != 0 {
				c.misread(p.Phrase, words[i].Start, words[i].End, normalize.Digits(w))
				continue
			}
			if is&noSyllable != 0 {
				c.misread(p.Phrase, words[i].Start, words[i].End, "")
			}
		}
	}
}

// A judgement is what the letters of a word tell of it, whatever stands beside it: the sum
// of its reasons to look closer.
type judgement uint8

const (
	confusable judgement = 1 << iota // a phrase of the lexicon begins with it
	bare                             // it is consonants only
	digits                           // letters stand in it for digits
	noSyllable                       // it is written as Vietnamese and cannot be
	shortBody                        // it is the short form of a body, and the document does not define it

	sound judgement = 0
)

// judge judges the word that is printed as w, once: a document has few words, many times
// each.
func (c *checker) judge(w string, word normalize.Word) judgement {
	is, known := c.judgements[w]
	if known {
		return is
	}
	if confusions().Begins(word) {
		is |= confusable
	}
	if !word.Mark && w != "nt" { // "nt" is "như trên"
		if vowelless(w) {
			is |= bare
		}
		if looksVietnamese(w) && len([]rune(w)) <= 7 && !isSyllable(w) {
			is |= noSyllable
		}
		if c.undefined(w) && usualBody(w) {
			is |= shortBody
		}
	}
	if normalize.Digits(w) != w {
		is |= digits
	}
	c.judgements[w] = is
	return is
}

func (c *checker) misread(p outline.Phrase, start, end int, meant string) {
	if meant == "" {
		c.say(Misread, "", p.Span(start, end), "“%s” không phải âm tiết tiếng Việt, có lẽ đọc sai hoặc mất chữ.", p.Text[start:end])
		return
	}
	c.say(Misread, "", p.Span(start, end), "“%s” có lẽ là “%s”.", p.Text[start:end], meant)
}

// lostVowel returns how many words at words[i] are the remains of one syllable: small
// consonants between blanks, before another small word.
func lostVowel(s string, words []normalize.Word, i int) int {
	n := 0
	for n <= 3 && i+n < len(words) && !words[i+n].Mark && vowelless(s[words[i+n].Start:words[i+n].End]) {
		n++
	}
	if n == 0 || n > 3 || i+n >= len(words) || words[i+n].Mark || words[i+n].Start != words[i+n-1].End+1 {
		return 0
	}
	if i > 0 && words[i-1].End == words[i].Start { // "5g", "1.2.b"
		return 0
	}
	return n
}

// pairs are the words of a text that stand before each other word, by what is left of
// them without vowels.
type pairs map[[2]string]string

// vocabulary returns the pairs of the document.
func (c *checker) vocabulary() pairs {
	known := pairs{}
	left := map[string]string{} // by word
	for _, p := range c.texts {
		words := normalize.Words(p.Text)
		for i := 0; i+1 < len(words); i++ {
			w := words[i].Fold
			if words[i].Mark || len(w) <= 2 {
				continue
			}
			remains, ok := left[w]
			if !ok {
				if !vowelless(w) && isSyllable(w) {
					remains = skeleton(w)
				}
				left[w] = remains
			}
			if remains != "" {
				known[[2]string{remains, words[i+1].Fold}] = w
			}
		}
	}
	return known
}

// meant returns the word that the document itself has before the next one and that leaves
// these remains when its vowels are lost; "" where it has none.
func (k pairs) meant(remains, next []normalize.Word) string {
	left := ""
	for _, w := range remains {
		left += w.Fold
	}
	return k[[2]string{left, next[0].Fold}]
}

// A text is a phrase that was printed as part of the document.
type text struct {
	outline.Phrase
	body bool // neither of the head nor of the end of the document
}

// textsOf returns all texts of the document.
func textsOf(o *outline.Outline) []text {
	out := make([]text, 0, len(o.Head)+len(o.Paras)+len(o.Tail))
	add := func(p outline.Phrase, body bool) { out = append(out, text{p, body}) }
	for _, p := range o.Head {
		add(p, false)
	}
	for _, p := range o.Paras {
		add(p.Phrase, true)
	}
	for _, p := range o.Tail {
		add(p, false)
	}
	return out
}

// everyday are abbreviations that every official document uses without defining them.
var everyday = map[string]bool{"UBND": true, "HĐND": true, "MTTQ": true, "UBMTTQ": true, "CT": true, "PCT": true, "TP": true, "VP": true}

// usual are the rows of abbreviations.txt by short form.
var usual = sync.OnceValue(func() map[string]lexicon.Row {
	rows := map[string]lexicon.Row{}
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		rows[r.Columns[0]] = r
	}
	return rows
})

// abbreviations remarks on short forms in the names of bodies that the document never
// defines, with the usual meaning where one is known.
func (c *checker) abbreviations() {
	first := map[string]source.Span{}
	for _, a := range c.agencies() {
		if strings.ToLower(a.Name) == a.Name {
			continue
		}
		for _, w := range normalize.Words(a.Name) {
			short := a.Name[w.Start:w.End]
			if _, ok := first[short]; !ok && !partOfCode(a.Name, w) && c.undefined(short) {
				first[short] = a.Span
			}
		}
	}
	for short, at := range c.shortForms {
		if _, ok := first[short]; !ok {
			first[short] = at
		}
	}
	var all []string
	for s := range first {
		all = append(all, s)
	}
	slices.Sort(all)
	for _, s := range all {
		r, ok := usual()[s]
		switch {
		case ok && c.explained(s, r.Columns[1]):
		case ok:
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản; thường là “%s”.", s, r.Columns[1])
		default:
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản.", s)
		}
	}
}

// undefined reports whether a word is a short form that the document does not explain and
// should.
func (c *checker) undefined(w string) bool {
	return isShort(w) && !isRoman(w) && !everyday[w] && !c.defined(w)
}

// usualBody reports whether a short form is known as that of a body.
func usualBody(short string) bool {
	r, ok := usual()[short]
	return ok && r.Columns[2] == "agency"
}

// defined reports whether the document says what a short form means, alone or as part of
// another.
func (c *checker) defined(short string) bool {
	for k := range c.x.Plan.Abbreviations {
		if k == short || slices.Contains(strings.Fields(k), short) {
			return true
		}
	}
	return false
}

// explained reports whether a short form stands in brackets behind its usual meaning,
// perhaps without the body that this belongs to: "Cục Cảnh sát … xã hội (C06)". The
// first letters do not give such a one away.
func (c *checker) explained(short, long string) bool {
	name, _, _ := strings.Cut(long, " - ")
	want := normalize.Fold(name + " (" + short + ")")
	return slices.ContainsFunc(c.texts, func(p text) bool {
		return strings.Contains(p.Text, "("+short+")") && strings.Contains(normalize.Fold(p.Text), want)
	})
}

func isRoman(w string) bool { return strings.Trim(w, "IVX") == "" }

// partOfCode reports whether a word is joined to another: "LĐTB&XH", "06/QĐ-TTg".
func partOfCode(s string, w normalize.Word) bool {
	return w.Start > 0 && (s[w.Start-1] == '&' || s[w.Start-1] == '/') || w.End < len(s) && s[w.End] == '&'
}

// isShort reports whether w is an abbreviation: two capitals or more and nothing small.
func isShort(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters >= 2 || letters == 1 && strings.ContainsAny(w, "0123456789")
}

// agencies are all bodies that models, tasks and the appendix name.
func (c *checker) agencies() []plan.Agency {
	var out []plan.Agency
	add := func(lists ...[]plan.Agency) {
		for _, l := range lists {
			out = append(out, l...)
		}
	}
	for _, m := range c.x.Models {
		add(m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding)
		for _, a := range m.Assignments {
			add(a.Actors)
		}
	}
	for _, t := range c.x.Tasks {
		add(t.Lead, t.Cooperating, t.Implementing)
	}
	for _, a := range c.x.Appendix {
		add(a.Lead, a.Cooperating)
	}
	return out
}

var merged = sync.OnceValue(func() []lexicon.Row { return lexicon.Rows("successors.txt", 6) })

// successors suggests what became of the bodies that were merged in 2025, each once. A
// plan that is issued later and still names one is worth a second look.
func (c *checker) successors() {
	at := map[string]source.Span{} // by canonical name
	for _, a := range c.agencies() {
		if _, ok := at[a.Canonical]; !ok {
			at[a.Canonical] = a.Span
		}
	}
	first := map[string]source.Span{} // by key
	for name, span := range at {
		if k := key(name); first[k].IsZero() || span.Start < first[k].Start {
			first[k] = span
		}
	}
	for _, r := range merged() {
		name, successor, since, source := r.Columns[0], r.Columns[1], r.Columns[2], r.Columns[5]
		at, ok := first[key(name)]
		if !ok {
			continue
		}
		delete(first, key(name))
		d := c.say(AgencyMerged, "", at, "“%s”: từ %s chức năng thuộc %s (%s). Chỉ là gợi ý, tên trong kế hoạch giữ nguyên.", name, Printed(plan.Date(since)), strings.ReplaceAll(successor, "|", " hoặc "), source)
		if issued := date(c.x.Plan.Date); issued != "" && first4(issued) >= first4(plan.Date(since)) && string(issued) > since {
			d.Severity = severities[NumberTwoWays]
		}
	}
}

func first4(d plan.Date) string { return string(d)[:4] }
