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
	known := companyOf(docs)
	for _, t := range torn {
		if word, ok := known.mend(t); ok {
			t.read(2, []string{word})
		}
	}
}

// damage is a stretch of printed text with the words that were meant.
type damage struct {
	Part  int      `json:"part"`
	Start int      `json:"start"` // in bytes of the part's text
	End   int      `json:"end"`
	Meant []string `json:"meant"` // loose
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

// suspects tells by their printed forms which words may be a part of a damaged wording.
// A plan has few different words, so that each is looked at once.
type suspects map[string]bool

// in reports whether text may hold a damaged word. It is quick, and wrong only when it
// says yes.
func (s suspects) in(text string, listed map[string][]confusion) bool {
	b := []byte(text)
	for start, end := fold.Next(b, 0); start < end; start, end = fold.Next(b, end) {
		suspect, known := s[string(b[start:end])]
		if !known {
			_, loose := fold.Append(nil, nil, b[start:end])
			suspect = len(listed[string(loose)]) > 0 || isOnset(string(loose))
			s[string(b[start:end])] = suspect
		}
		if suspect {
			return true
		}
	}
	return false
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

// company is which words a plan has, and which side by side.
type company struct {
	words map[string]bool // loose
	pairs map[string]int
}

func companyOf(docs []document) company {
	c := company{words: map[string]bool{}, pairs: map[string]int{}}
	for _, d := range docs {
		for _, p := range d.parts {
			c.add(fold.Split(p.Text))
		}
	}
	return c
}

func (c *company) add(ws []fold.Word) {
	for i, w := range ws {
		c.words[w.Loose] = true
		if i > 0 {
			c.pairs[vi.Pair(ws[i-1].Loose, w.Loose)]++
		}
	}
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
		word := t.words[t.at].Loose + v + t.words[t.at+1].Loose
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
