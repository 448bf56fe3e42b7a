package index

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

const (
	maxSnippets = 3
	titleWorth  = 0.5 // what a piece of the title is worth more than another
	snippetSize = 220 // in bytes, about 160 letters of Vietnamese; words are not cut
)

// marker marks in printed text what a query meant, by analysing the text again. Only
// texts that are shown go through it.
type marker struct {
	words     map[string][]string     // loose word to the exact forms that were asked for; none: any
	sequences map[string][]query.Mark // by first loose word
	prefixes  []string
}

func newMarker(marks []query.Mark) *marker {
	m := &marker{words: map[string][]string{}, sequences: map[string][]query.Mark{}}
	for _, k := range marks {
		if len(k.Loose) == 0 {
			continue
		}
		if k.Begins {
			m.prefixes = append(m.prefixes, k.Loose[0])
			continue
		}
		if k.Only || len(k.Loose) > 1 {
			m.sequences[k.Loose[0]] = append(m.sequences[k.Loose[0]], k)
			continue
		}
		if _, ok := m.words[k.Loose[0]]; !ok || k.Exact != nil {
			m.words[k.Loose[0]] = append(m.words[k.Loose[0]], k.Exact...)
		}
	}
	return m
}

// marked is a word of a text that is to be marked.
type marked struct {
	fold.Word
	exact bool // in the very form that was asked for
	key   string
}

// in returns the words of text to be marked, in order.
func (m *marker) in(text string) []marked {
	ws := fold.Split(text)
	var found []marked
	done := 0 // words before it are marked already
	for i, w := range ws {
		n := m.sequenceAt(ws, i)
		for j := max(i, done); j < i+n; j++ {
			found = append(found, marked{ws[j], true, ws[j].Loose})
		}
		done = max(done, i+n)
		if i < done {
			continue
		}
		if exact, ok := m.words[w.Loose]; ok {
			found = append(found, marked{w, len(exact) == 0 || slices.Contains(exact, w.Exact), w.Loose})
			done = i + 1
			continue
		}
		if slices.ContainsFunc(m.prefixes, func(p string) bool { return strings.HasPrefix(w.Loose, p) }) {
			found = append(found, marked{w, true, w.Loose})
		}
	}
	return found
}

// sequenceAt returns the length of the longest sequence to be marked at i, or 0.
func (m *marker) sequenceAt(ws []fold.Word, i int) int {
	longest := 0
	for _, k := range m.sequences[ws[i].Loose] {
		if len(k.Loose) > longest && i+len(k.Loose) <= len(ws) && isSequence(ws[i:i+len(k.Loose)], k) {
			longest = len(k.Loose)
		}
	}
	return longest
}

func isSequence(ws []fold.Word, k query.Mark) bool {
	for i, w := range ws {
		if w.Loose != k.Loose[i] || k.Exact != nil && w.Exact != k.Exact[i] {
			return false
		}
	}
	return true
}

// fragment is a piece of a part with what is marked in it.
type fragment struct {
	part       int
	start, end int // in bytes of the part's text
	marks      []marked
	value      float64
}

// inAll returns what is to be marked in each part. A word that stands in the parts as
// it was asked for is marked only so: of "tố giác" and "tổ giác" the second is marked
// only where there is no first.
func (m *marker) inAll(parts []Part) [][]marked {
	found := make([][]marked, len(parts))
	exact := map[string]bool{}
	for i, p := range parts {
		found[i] = m.in(p.Text)
		for _, w := range found[i] {
			if w.exact {
				exact[w.key] = true
			}
		}
	}
	for i := range found {
		found[i] = slices.DeleteFunc(found[i], func(w marked) bool { return !w.exact && exact[w.key] })
	}
	return found
}

// snippets returns the best pieces of parts, the best first.
func (m *marker) snippets(parts []Part) []Snippet {
	var fragments []fragment
	for i, marks := range m.inAll(parts) {
		if len(marks) > 0 {
			fragments = append(fragments, cut(i, parts[i].Text, marks)...)
		}
	}
	if len(fragments) > 0 && fragments[0].part == 0 {
		fragments[0].value += titleWorth
	}
	slices.SortStableFunc(fragments, func(a, b fragment) int { return cmp.Compare(b.value, a.value) })
	out := []Snippet{}
	for _, f := range fragments[:min(len(fragments), maxSnippets)] {
		p := parts[f.part]
		out = append(out, Snippet{p.Field, f.html(p.Text), p.Span})
	}
	return out
}

// cut returns the best piece of text, or of a long text the two best that do not
// overlap.
func cut(part int, text string, ms []marked) []fragment {
	if len(text) <= snippetSize*3/2 {
		return []fragment{{part, 0, len(text), ms, worth(ms)}}
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
