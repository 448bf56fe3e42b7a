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
// lexicon, syllables that lost their vowel, and such as no Vietnamese word has.
func (c *checker) words() {
	texts := c.texts()
	known := vocabulary(texts)
	for _, p := range texts {
		words := normalize.Words(p.Text)
		for i := 0; i < len(words); i++ {
			if meant, n := confusions().Longest(words, i); n > 0 {
				c.misread(p, words[i].Start, words[i+n-1].End, meant)
				i += n - 1
				continue
			}
			if n := lostVowel(p.Text, words, i); n > 0 {
				c.misread(p, words[i].Start, words[i+n-1].End, known.meant(words[i:i+n], words[i+n:]))
				i += n - 1
				continue
			}
			w := p.Text[words[i].Start:words[i].End]
			if !words[i].Mark && looksVietnamese(w) && len([]rune(w)) <= 7 && !isSyllable(w) {
				c.misread(p, words[i].Start, words[i].End, "")
			}
		}
	}
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
	for i+n < len(words) && !words[i+n].Mark && vowelless(s[words[i+n].Start:words[i+n].End]) {
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

func vocabulary(texts []outline.Phrase) pairs {
	known := pairs{}
	left := map[string]string{} // by word: a document has few words, many times each
	for _, p := range texts {
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

// texts are all texts of the document that were printed as part of it.
func (c *checker) texts() []outline.Phrase {
	out := slices.Clone(c.o.Head)
	for _, p := range c.o.Paras {
		out = append(out, p.Phrase)
	}
	return append(out, c.o.Tail...)
}

// everyday are abbreviations that every official document uses without defining them.
var everyday = map[string]bool{"UBND": true, "HĐND": true, "MTTQ": true, "UBMTTQ": true, "CT": true, "PCT": true, "TP": true, "VP": true}

// abbreviations remarks on short forms in the names of bodies that the document never
// defines, with the usual meaning where one is known.
func (c *checker) abbreviations() {
	usual, bodies := map[string]string{}, map[string]bool{}
	for _, r := range lexicon.Rows("abbreviations.txt", 5) {
		usual[r.Columns[0]] = r.Columns[1]
		bodies[r.Columns[0]] = r.Columns[2] == "agency"
	}
	first := map[string]source.Span{}
	note := func(text string, usualOnly bool, span func(start, end int) source.Span) {
		for _, w := range normalize.Words(text) {
			short := text[w.Start:w.End]
			if !isShort(short) || everyday[short] || c.defined(short) || usualOnly && !bodies[short] || w.Start > 0 && text[w.Start-1] == '/' {
				continue
			}
			if _, ok := first[short]; !ok {
				first[short] = span(w.Start, w.End)
			}
		}
	}
	for _, a := range c.agencies() {
		note(a.Name, false, func(int, int) source.Span { return a.Span })
	}
	for _, p := range c.o.Paras {
		note(p.Text, true, p.Span)
	}
	var all []string
	for s := range first {
		all = append(all, s)
	}
	slices.Sort(all)
	for _, s := range all {
		if long := usual[s]; long != "" {
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản; thường là “%s”.", s, long)
		} else {
			c.say(AbbreviationUndefined, "", first[s], "Chữ viết tắt “%s” không được giải thích trong văn bản.", s)
		}
	}
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
	for _, m := range c.x.Models {
		out = slices.Concat(out, m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding)
		for _, a := range m.Assignments {
			out = append(out, a.Actors...)
		}
	}
	for _, t := range c.x.Tasks {
		out = slices.Concat(out, t.Lead, t.Cooperating, t.Implementing)
	}
	for _, a := range c.x.Appendix {
		out = slices.Concat(out, a.Lead, a.Cooperating)
	}
	return out
}

// successors suggests what became of the bodies that were merged in 2025, each once. A
// plan that is issued later and still names one is worth a second look.
func (c *checker) successors() {
	rows := lexicon.Rows("successors.txt", 6)
	first := map[string]source.Span{}
	for _, a := range c.agencies() {
		for _, r := range rows {
			if _, ok := first[r.Columns[0]]; !ok && key(a.Canonical) == key(r.Columns[0]) {
				first[r.Columns[0]] = a.Span
			}
		}
	}
	for _, r := range rows {
		name, successor, since, source := r.Columns[0], r.Columns[1], r.Columns[2], r.Columns[5]
		at, ok := first[name]
		if !ok {
			continue
		}
		delete(first, name)
		d := c.say(AgencyMerged, "", at, "“%s”: từ %s chức năng thuộc %s (%s). Chỉ là gợi ý, tên trong kế hoạch giữ nguyên.", name, since, strings.ReplaceAll(successor, "|", " hoặc "), source)
		if issued := date(c.x.Plan.Date); issued != "" && first4(issued) >= first4(plan.Date(since)) && string(issued) > since {
			d.Severity = severities[NumberTwoWays]
		}
	}
}

func first4(d plan.Date) string { return string(d)[:4] }
