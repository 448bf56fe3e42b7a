package index

import (
	"slices"
	"strings"

	"kehoach/index/vi"
	"kehoach/index/vi/fold"
)

// addReadings lets damaged words be found by what was meant. The printed text stays as
// it is. Wordings known to be damaged are listed; other words that have lost their
// vowels in the copy that was read ("t ch hợp", "gắn ch p") are taken for the word that
// the same plan writes in the same company elsewhere ("tích hợp").
func addReadings(docs []document) {
	listed, suspect := confusions(), suspects{}
	var torn []place
	for i := range docs {
		for n, p := range docs[i].parts {
			if !suspect.in(p.Text, listed) {
				continue // nearly always
			}
			ws := fold.Split(p.Text)
			for j := range ws[:max(0, len(ws)-1)] {
				at := place{doc: &docs[i], part: n, words: ws, at: j}
				if c, ok := at.confusion(listed); ok {
					at.read(len(c.seen), c.meant)
				} else if isTorn(p.Text, ws[j], ws[j+1]) {
					torn = append(torn, at)
				}
			}
		}
	}
	if len(torn) == 0 {
		return
	}
	known := companyOf(docs, torn)
	for _, t := range torn {
		if word, ok := known.mend(t); ok {
			t.read(2, []string{word})
		}
	}
}

// damage is a stretch of printed text with the words that were meant.
type damage struct {
	part       int
	start, end int      // in bytes of the part's text
	meant      []string // loose
}

// place is words[at] of a part of a document.
type place struct {
	doc   *document
	part  int
	words []fold.Word
	at    int
}

// read notes what the n words at p are to be read as: with their neighbours for the
// index, alone for marking.
func (p place) read(n int, meant []string) {
	end := p.at + n
	around := slices.Concat(looseWords(p.words[max(0, p.at-1):p.at]), meant, looseWords(p.words[end:min(len(p.words), end+1)]))
	p.doc.readings = append(p.doc.readings, strings.Join(around, " "))
	from := p.at
	for from < end && len(meant) > 0 && p.words[from].Loose == meant[0] {
		from, meant = from+1, meant[1:]
	}
	for from < end && len(meant) > 0 && p.words[end-1].Loose == meant[len(meant)-1] {
		end, meant = end-1, meant[:len(meant)-1]
	}
	if from < end && len(meant) > 0 { // else a word is only missing, or one too many
		p.doc.damages = append(p.doc.damages, damage{p.part, p.words[from].Start, p.words[end-1].End, meant})
	}
}

// suspects tells by its printed form what a word may be a part of. A plan has few
// different words, so that each is looked at once.
type suspects map[string]suspicion

type suspicion struct {
	loose   string
	alone   bool     // it is a damaged wording by itself
	follows []string // the words after it in damaged wordings that it begins
	onset   bool
}

// in reports whether text may hold a damaged word. It is quick, and wrong only when it
// says yes.
func (s suspects) in(text string, listed map[string][]confusion) bool {
	b := []byte(text)
	var before suspicion
	for start, end := fold.Next(b, 0); start < end; start, end = fold.Next(b, end) {
		word, known := s[string(b[start:end])]
		if !known {
			word = suspicionOf(b[start:end], listed)
			s[string(b[start:end])] = word
		}
		if word.alone || before.onset && word.onset || slices.Contains(before.follows, word.loose) {
			return true
		}
		before = word
	}
	return false
}

func suspicionOf(printed []byte, listed map[string][]confusion) suspicion {
	_, loose := fold.Append(nil, nil, printed)
	s := suspicion{loose: string(loose), onset: isOnset(string(loose))}
	for _, c := range listed[s.loose] {
		if len(c.seen) == 1 {
			s.alone = true
		} else {
			s.follows = append(s.follows, c.seen[1])
		}
	}
	return s
}

// confusion returns the listed wording that stands at p.
func (p place) confusion(listed map[string][]confusion) (confusion, bool) {
	rest := p.words[p.at:]
	for _, c := range listed[rest[0].Loose] {
		if len(c.seen) <= len(rest) && slices.Equal(looseWords(rest[:len(c.seen)]), c.seen) {
			return c, true
		}
	}
	return confusion{}, false
}

func looseWords(ws []fold.Word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Loose
	}
	return out
}

// isTorn reports whether a and b are the two ends of a word that lost its vowels:
// consonants only, with nothing but one blank between them.
func isTorn(text string, a, b fold.Word) bool {
	return text[a.End:b.Start] == " " && isConsonants(text[a.Start:a.End], a) && isConsonants(text[b.Start:b.End], b)
}

// isConsonants reports whether w is a beginning or an end of a Vietnamese syllable
// without its vowels. Capitals are an abbreviation.
func isConsonants(printed string, w fold.Word) bool {
	return isOnset(w.Loose) && printed == strings.ToLower(printed)
}

func isOnset(loose string) bool {
	switch loose {
	case "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
		"p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x":
		return true
	}
	return false
}

// company is which of the words that torn ones may have been a plan has, and which
// words stand beside them.
type company struct {
	words map[string]bool // loose; whether the plan has it
	pairs map[string]int
}

func companyOf(docs []document, torn []place) company {
	c := company{words: map[string]bool{}, pairs: map[string]int{}}
	for _, t := range torn {
		for _, v := range vowels {
			c.words[t.with(v)] = false
		}
	}
	for _, d := range docs {
		for _, p := range d.parts {
			c.add([]byte(p.Text))
		}
	}
	return c
}

func (c *company) add(text []byte) {
	var exact, loose, before []byte
	known := false // before is one of the words
	for start, end := fold.Next(text, 0); start < end; start, end = fold.Next(text, end) {
		exact, loose = fold.Append(exact[:0], loose[:0], text[start:end])
		seen, wanted := c.words[string(loose)]
		if wanted && !seen {
			c.words[string(loose)] = true
		}
		if (wanted || known) && len(before) > 0 {
			c.pairs[vi.Pair(string(before), string(loose))]++
		}
		before, loose, known = loose, before, wanted
	}
}

// with is the word that is torn in two at p, if it lost these vowels.
func (p place) with(vowels string) string {
	return p.words[p.at].Loose + vowels + p.words[p.at+1].Loose
}

// vowels are the letters between the ends of a syllable, loose.
var vowels = []string{
	"a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "iu", "oa", "oe", "oi", "oo",
	"ua", "ue", "ui", "uo", "uu", "uy", "ya", "ye", "ieu", "oai", "uoi", "uye", "yeu",
}

// mend returns the word that stands elsewhere in the plan in the company of the word
// that is torn in two at t.
func (c *company) mend(t place) (string, bool) {
	best, most := "", 0
	for _, v := range vowels {
		word := t.with(v)
		if !c.words[word] {
			continue
		}
		n := 0
		if t.at > 0 {
			n += c.pairs[vi.Pair(t.words[t.at-1].Loose, word)]
		}
		if t.at+2 < len(t.words) {
			n += c.pairs[vi.Pair(word, t.words[t.at+2].Loose)]
		}
		if n > most {
			best, most = word, n
		}
	}
	return best, most > 0
}
