package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// A plan may tell who does what in sentences that begin with words of its own and name bodies, with
// no colon between: "Phối hợp làm có Tỉnh đoàn và Sở Y tế.", "Việc của Phòng Nội vụ." Words that
// begin three such sentences or more, and hardly any other sentence, are a label.

// openerMark ends the key of such a label, which no key of a label with a colon has.
const openerMark = " …"

// longestOpener is the words of such a label, at most.
const longestOpener = 5

// opener returns the words with which s begins before the name of a body, and where that begins.
func opener(s string) (words string, end int, ok bool) {
	if !isUpperFirst(s) {
		return "", 0, false
	}
	n := 0
	for at := 0; n < longestOpener; {
		blank := strings.IndexByte(s[at:], ' ')
		if blank <= 0 || strings.ContainsAny(s[at:at+blank], ".,;:()/\"“”-0123456789\t") {
			return "", 0, false
		}
		at += blank + 1
		n++
		if isUpperFirst(s[at:]) || strings.HasPrefix(s[at:], "các ") {
			if !namesBodyFirst(s[at:]) || beginsWithBody(s) {
				return "", 0, false
			}
			return s[:at-1], at, true
		}
	}
	return "", 0, false
}

// namesOnly reports whether the sentence with which s begins names bodies and says nothing of what
// they do. No deed is what joins bodies, "…, có Hội Nông dân đi cùng", nor a verb that belongs to a
// name, "Tổ kiểm tra công vụ".
func namesOnly(s string) bool {
	if end := strings.Index(s, ". "); end >= 0 {
		s = s[:end]
	}
	s = strings.TrimRight(s, " .;")
	if moreThan(longestNaming, s) {
		return false
	}
	inName := false
	for start, end, _ := normalize.Next(s, 0); start < len(s); start, end, _ = normalize.Next(s, end) {
		if c := s[start]; '0' <= c && c <= '9' || c == ':' {
			return false
		}
		if isUpperFirst(s[start:]) {
			_, n := lexicon.Agencies("head").Starts(s[start:])
			inName = n == end-start
			continue
		}
		if verb, n := lexicon.Agencies("verb").Starts(s[start:]); n > 0 && verb.Canonical != "joins" && !inName {
			return false
		}
		inName = false
	}
	return true
}

// longestNaming is the words and marks of a sentence that names bodies only, at most.
const longestNaming = 40

// counts are how many sentences begin with an opener, and how many of them only name bodies.
type counts struct{ all, naming int }

// learnOpeners finds the labels without a colon, of which a word tells what the bodies behind them
// do. What the others mean is left to learnByValues.
func (own *labels) learnOpeners(ps []*Para) {
	found := map[string]*counts{}
	for _, p := range ps {
		if p.Cells != nil {
			continue
		}
		sentences(p.Text, func(at int) {
			words, end, ok := opener(p.Text[at:])
			if !ok {
				return
			}
			c := found[words]
			if c == nil {
				c = new(counts)
				found[words] = c
			}
			c.all++
			if namesOnly(p.Text[at+end:]) {
				c.naming++
			}
		})
	}
	for words, c := range found {
		if c.naming < oftenEnough || c.naming*5 < c.all*4 {
			continue
		}
		key := normalize.Fold(words) + openerMark
		own.openers, own.often[key] = true, true
		switch meaning := meaningOf(strings.TrimSuffix(key, openerMark)); meaning {
		case "lead", "cooperating", "supporting", "executing":
			own.meanings[key] = meaning
		}
	}
}

// sentences calls f with where each sentence of s begins.
func sentences(s string, f func(at int)) {
	f(0)
	behind(s, sentenceEnds[:1], f)
}

// wording returns the key of the label with which s may begin, with a colon or without, and where
// its value begins.
func (own *labels) wording(s string) (key string, end int, ok bool) {
	if key, end, ok = own.beforeColon(s); ok || !own.openers {
		return key, end, ok
	}
	words, end, ok := opener(s)
	key = normalize.Fold(words) + openerMark
	return key, end, ok && own.often[key]
}
