package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

const (
	maxSnippets = 3
	titleWorth  = 0.5 // what a piece of the title is worth more than another
)

// marker marks in printed text what a query meant, by analysing the text again. Only
// texts that are shown go through it.
type marker struct {
	words     map[string][]string     // loose word to the exact forms that were asked for; none: any
	sequences map[string][]query.Mark // by first loose word
	prefixes  []string
	initials  [utf8.RuneSelf]bool // of what is marked, of its loose form

	exact, loose []byte // forms of the word that was looked at last
}

func newMarker(marks []query.Mark) *marker {
	m := &marker{words: map[string][]string{}, sequences: map[string][]query.Mark{}}
	for _, k := range marks {
		if len(k.Loose) == 0 {
			continue
		}
		if c := k.Loose[0][0]; c < utf8.RuneSelf {
			m.initials[c] = true
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

// in returns the words of p to be marked, in order.
func (m *marker) in(p Part) []marked {
	if len(p.damages) == 0 && !m.mayMark([]byte(p.Text)) {
		return nil
	}
	ws := p.words()
	var found []marked
	mark := func(w fold.Word, exact bool) {
		if len(found) == 0 || found[len(found)-1].End <= w.Start { // of a damaged stretch once
			found = append(found, marked{w, exact, w.Loose})
		}
	}
	done := 0 // words before it are marked already
	for i, w := range ws {
		n := m.sequenceAt(ws, i)
		for j := max(i, done); j < i+n; j++ {
			mark(ws[j], true)
		}
		done = max(done, i+n)
		if i < done {
			continue
		}
		if exact, ok := m.words[w.Loose]; ok {
			mark(w, len(exact) == 0 || w.Exact == "" || slices.Contains(exact, w.Exact))
			done = i + 1
			continue
		}
		if slices.ContainsFunc(m.prefixes, func(p string) bool { return strings.HasPrefix(w.Loose, p) }) {
			mark(w, true)
		}
	}
	return found
}

// mayMark reports whether some word of text may be marked, or begin what is. Most parts
// have none, and are not taken to pieces.
func (m *marker) mayMark(text []byte) bool {
	for start, end := fold.Next(text, 0); start < end; start, end = fold.Next(text, end) {
		if m.mayBegin(text[start]) && m.marks(text, start, end) {
			return true
		}
	}
	return false
}

// mayBegin reports whether what is marked may be printed with this first byte. A letter
// without a mark is always printed as itself.
func (m *marker) mayBegin(first byte) bool {
	if 'A' <= first && first <= 'Z' {
		first += 'a' - 'A'
	}
	return first >= utf8.RuneSelf || m.initials[first]
}

// marks reports whether the word from start to end of text is marked, or begins a
// sequence that is.
func (m *marker) marks(text []byte, start, end int) bool {
	m.exact, m.loose = fold.Append(m.exact[:0], m.loose[:0], text[start:end])
	if _, ok := m.words[string(m.loose)]; ok {
		return true
	}
	sequences := m.sequences[string(m.loose)]
	if slices.ContainsFunc(m.prefixes, func(p string) bool { return strings.HasPrefix(string(m.loose), p) }) {
		return true
	}
	return slices.ContainsFunc(sequences, func(k query.Mark) bool { return m.goesOn(text, end, k.Loose[1:]) })
}

// goesOn reports whether the next words of text are the loose words.
func (m *marker) goesOn(text []byte, at int, words []string) bool {
	for _, word := range words {
		start, end := fold.Next(text, at)
		m.exact, m.loose = fold.Append(m.exact[:0], m.loose[:0], text[start:end])
		if string(m.loose) != word {
			return false
		}
		at = end
	}
	return true
}

// words returns the words of p, those that were meant in the place of damaged ones:
// these have no exact form, and all of a stretch lie where it lies.
func (p Part) words() []fold.Word {
	ws := fold.Split(p.Text)
	for _, d := range p.damages {
		from := slices.IndexFunc(ws, func(w fold.Word) bool { return w.End > d.start })
		end := from
		for ; from >= 0 && end < len(ws) && ws[end].Start < d.end; end++ {
		}
		if from < 0 || end == from {
			continue // damages of one place
		}
		var meant []fold.Word
		for _, loose := range d.meant {
			meant = append(meant, fold.Word{Start: d.start, End: d.end, Loose: loose})
		}
		ws = slices.Replace(ws, from, end, meant...)
	}
	return ws
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
		if w.Loose != k.Loose[i] || k.Exact != nil && w.Exact != "" && w.Exact != k.Exact[i] {
			return false
		}
	}
	return true
}

// inAll returns what is to be marked in each part. A word that stands in the parts as
// it was asked for is marked only so: of "tố giác" and "tổ giác" the second is marked
// only where there is no first.
func (m *marker) inAll(parts []Part) [][]marked {
	found := make([][]marked, len(parts))
	exact := map[string]bool{}
	for i, p := range parts {
		found[i] = m.in(p)
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
		out = append(out, f.of(parts[f.part]))
	}
	return out
}

// telling are the fields that tell most of what a document is about, the best first.
var telling = []string{"objective", "assignments", "items", "section_text", "other", "forces", "product"}

const headingSize = 60 // in bytes; a section's text that is no longer is a heading: "Mục đích, yêu cầu"

// opening is the beginning of what a document says under its title, for a hit in which
// nothing is marked: that of a filter without words.
func opening(parts []Part) Snippet {
	best := parts[min(1, len(parts)-1)]
	for _, field := range telling {
		if i := slices.IndexFunc(parts, func(p Part) bool {
			return p.Field == field && (field != "section_text" || len(p.Text) > headingSize)
		}); i >= 0 {
			best = parts[i]
			break
		}
	}
	return cut(0, best.Text, nil)[0].of(best)
}

// withTime puts the times of a document before the other snippets, unless they are there.
func withTime(snippets []Snippet, parts []Part) []Snippet {
	var times []Snippet
	for _, p := range parts {
		if p.Field != "timeline" && p.Field != "appendix_timeline" {
			continue
		}
		if i := slices.IndexFunc(snippets, func(s Snippet) bool { return s.Field == p.Field }); i >= 0 {
			times = append(times, snippets[i])
			snippets = slices.Delete(snippets, i, i+1)
		} else {
			times = append(times, cut(0, p.Text, nil)[0].of(p))
		}
	}
	all := append(times, snippets...)
	return all[:min(len(all), maxSnippets)]
}
