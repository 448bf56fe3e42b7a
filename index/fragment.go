package index

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const snippetSize = 220 // in bytes, about 160 letters of Vietnamese; words are not cut

// fragment is a piece of a part with what is marked in it.
type fragment struct {
	part       int
	start, end int // in bytes of the part's text
	marks      []marked
	value      float64
}

// cut returns the best piece of text, or of a long text the two best that do not
// overlap.
func cut(part int, text string, ms []marked) []fragment {
	if len(text) <= snippetSize*3/2 {
		return []fragment{{part, 0, len(text), ms, worth(ms)}}
	}
	if len(ms) == 0 {
		start, stop := window(text, 0, snippetSize/2) // a sentence that ends earlier says little: "1."
		return []fragment{{part: part, start: start, end: stop}}
	}
	var all []fragment
	for i := range ms {
		j := i + 1
		for j < len(ms) && ms[j].End-ms[i].Start <= snippetSize {
			j++
		}
		start, stop := window(text, ms[i].Start, ms[j-1].End)
		f := fragment{part: part, start: start, end: stop}
		for _, w := range ms {
			if start <= w.Start && w.End <= stop {
				f.marks = append(f.marks, w)
			}
		}
		f.value = worth(f.marks)
		all = append(all, f)
	}
	slices.SortStableFunc(all, func(a, b fragment) int { return cmp.Compare(b.value, a.value) })
	best := all[:1]
	for _, f := range all[1:] {
		if f.end <= best[0].start || f.start >= best[0].end {
			return append(best, f)
		}
	}
	return best
}

// worth is how much a piece says: different words first, then words side by side,
// then how many.
func worth(ms []marked) float64 {
	v := 0.0
	seen := map[string]bool{}
	for i, w := range ms {
		if !seen[w.key] {
			v += 2
			if w.exact {
				v++
			}
		}
		if i > 0 && w.Start-ms[i-1].End <= 2 && !seen[w.key] {
			v++
		}
		seen[w.key] = true
	}
	return v + 0.01*float64(len(ms))
}

// window widens the stretch of text from start to stop to about snippetSize, at the
// beginning of a sentence if one is near, else of a word, and likewise at its end.
func window(text string, start, stop int) (int, int) {
	spare := max(0, snippetSize-(stop-start))
	from := wordStart(text, max(0, start-spare/2))
	if i := sentenceStart(text, max(0, start-spare), start); i >= 0 {
		from = i
	}
	to := wordEnd(text, min(len(text), max(stop, from+snippetSize)))
	if i := sentenceEnd(text, stop, min(len(text), to+spare/4)); i >= 0 {
		to = i
	}
	return from, to
}

// sentenceStart returns where the first sentence that begins between from and to
// begins, or -1.
func sentenceStart(text string, from, to int) int {
	if from == 0 {
		return 0
	}
	for i := from; i < to; i++ {
		if isStop(text[i]) && i+1 < to && text[i+1] == ' ' {
			return i + 2
		}
	}
	return -1
}

// sentenceEnd returns where the last sentence that ends between from and to ends, or -1.
func sentenceEnd(text string, from, to int) int {
	if to == len(text) {
		return to
	}
	for i := to - 1; i >= from; i-- {
		if isStop(text[i]) && (i+1 == len(text) || text[i+1] == ' ') {
			return i + 1
		}
	}
	return -1
}

func isStop(c byte) bool { return c == '.' || c == ';' || c == '!' || c == '?' }

// wordStart returns the first place at or after i where no word is cut. It goes by
// blanks, so that a mark that stands alone stays with its letter.
func wordStart(text string, i int) int {
	if i == 0 {
		return 0
	}
	if j := strings.IndexFunc(text[runeStart(text, i):], unicode.IsSpace); j >= 0 {
		i = runeStart(text, i) + j
		return i + len(text[i:]) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
	}
	return len(text)
}

// wordEnd returns the last place at or before i where no word is cut.
func wordEnd(text string, i int) int {
	if i >= len(text) {
		return len(text)
	}
	i = runeStart(text, i)
	if j := strings.IndexFunc(text[i:], unicode.IsSpace); j >= 0 {
		return i + j
	}
	return len(text)
}

// runeStart returns the start of the character at i.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

// of is the piece as it is shown, cut out of p.
func (f fragment) of(p Part) Snippet {
	return Snippet{p.Field, f.html(p.Text), p.Span, f.start > 0, f.end < len(p.Text)}
}

// html returns the piece of text with its marks.
func (f fragment) html(text string) string {
	var b strings.Builder
	at := f.start
	for _, w := range f.marks {
		b.WriteString(html.EscapeString(text[at:w.Start]))
		b.WriteString("<mark>")
		b.WriteString(html.EscapeString(text[w.Start:w.End]))
		b.WriteString("</mark>")
		at = w.End
	}
	b.WriteString(html.EscapeString(text[at:f.end]))
	return b.String()
}
