package query

import (
	"slices"
	"strings"

	"kehoach/index/vi/fold"
)

// words compiles plain words: who leads becomes a condition, the rest is ranked.
func (c *compiler) words(text string, wanted bool) (Node, error) {
	ws := fold.Split(text)
	if len(ws) > maxWords {
		ws = ws[:maxWords]
	}
	var conditions []Node
	if wanted && !c.plainly {
		rest, found, err := c.roles(ws)
		if err != nil {
			return nil, err
		}
		ws, conditions = rest, found
	}
	if len(ws) == 0 {
		if len(conditions) == 0 {
			return All{}, nil
		}
		return both(conditions), nil
	}
	ranked, err := c.rank(text, ws, wanted)
	if err != nil || len(conditions) == 0 {
		return ranked, err
	}
	return both(append(conditions, ranked)), nil
}

// rank makes the Ranked of words.
func (c *compiler) rank(text string, ws []fold.Word, wanted bool) (Node, error) {
	r := c.ranking(ws)
	for _, step := range []func() error{
		func() error { return r.numbers(text) }, func() error { return r.times(text) },
		r.models, r.places, r.agencies, r.abbreviate, r.join, r.repair,
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if wanted {
		r.mark()
		if c, ok := r.close(); ok {
			r.out.Close = append(r.out.Close, c)
		}
	}
	return r.ranked(), nil
}

// ranking is a Ranked in the making.
type ranking struct {
	*compiler
	words  []fold.Word
	loose  []string
	groups []OneOf
	boosts []Alternative
	taken  []bool // words that are understood as more than a word
	ways   []Way  // to say words by others
	marked bool
	// elsewhere are the words that documents have as values, not in their text.
	elsewhere []bool
}

// ranking begins with each word as it is.
func (c *compiler) ranking(ws []fold.Word) *ranking {
	r := &ranking{compiler: c, words: ws, loose: looseOf(ws), groups: make([]OneOf, len(ws)), taken: make([]bool, len(ws)), elsewhere: make([]bool, len(ws))}
	for i, w := range ws {
		r.marked = r.marked || w.Marked()
		r.groups[i] = OneOf{
			{Terms: []Term{{Text, w.Loose}}, Weight: 1},
			{Terms: []Term{{Context, w.Loose}}, Weight: weights.context},
		}
	}
	return r
}

// ranked is what was made.
func (r *ranking) ranked() Ranked {
	return Ranked{
		Groups: r.groups,
		Min:    least(len(r.words)),
		Boosts: append(r.boosts, r.company()...),
	}
}

// least is how many of n words a document must have: half of them, and of two both.
func least(n int) int { return max(min(2, n), (n+1)/2) }

// say lets the words from i to end be said by terms instead; each of the words is
// satisfied by its share.
func (r *ranking) say(i, end int, weight float64, terms ...Term) {
	share := weight / float64(end-i)
	for j := i; j < end; j++ {
		r.groups[j] = append(r.groups[j], Alternative{terms, share})
		r.taken[j] = true
	}
}

// pairsOf are the terms that stand for a sequence of words.
func pairsOf(words []string) []Term {
	if len(words) == 1 {
		return []Term{{Text, words[0]}}
	}
	var terms []Term
	for i := range words[1:] {
		terms = append(terms, Term{Pairs, pair(words[i], words[i+1])})
	}
	return terms
}

// abbreviate lets a short form be said in full and the reverse.
func (r *ranking) abbreviate() error {
	for i := range r.loose {
		for _, rw := range r.abbreviations.at(r.loose, i) {
			end := i + len(rw.from)
			if len(rw.from) == 1 && !couldBeShort(r.words[i]) || slices.Contains(r.elsewhere[i:end], true) {
				continue
			}
			for _, to := range r.abbreviations.contracted(rw.to, rw.from) {
				terms := pairsOf(to)
				r.say(i, end, weights.short*float64(end-i), terms...)
				r.way(i, end, to...)
				inTitle := make([]Term, len(terms))
				for j, t := range terms {
					inTitle[j] = Term{Title, t.Text}
				}
				r.boosts = append(r.boosts, Alternative{inTitle, weights.short * (weights.title + weights.titlePairs) * float64(end-i)})
				r.out.Marks = append(r.out.Marks, Mark{Loose: to, Only: true})
			}
		}
	}
	return nil
}

// couldBeShort reports whether w is written like an abbreviation: "SOC" may be one,
// "sóc" is none.
func couldBeShort(w fold.Word) bool { return strings.ReplaceAll(w.Exact, "đ", "d") == w.Loose }

// join lets "call center" be "callcenter", and "dichvu" "dịch vụ".
func (r *ranking) join() error {
	for i, w := range r.loose {
		if i+1 < len(r.loose) && len(w)+len(r.loose[i+1]) > 4 {
			joined := Term{Text, w + r.loose[i+1]}
			if n, err := r.dictionary.Count(joined); err != nil {
				return err
			} else if n > 0 {
				r.say(i, i+2, 2*weights.joined, joined)
				r.way(i, i+2, joined.Text)
				r.out.Marks = append(r.out.Marks, Mark{Loose: []string{joined.Text}})
			}
		}
		n, err := r.dictionary.Count(Term{Text, w})
		if err != nil {
			return err
		}
		if n > 0 || r.taken[i] || len(w) > maxRepaired {
			continue
		}
		for cut := 1; cut < len(w); cut++ {
			parts := []string{fold.Key(w[:cut]), fold.Key(w[cut:])} // "quanly" is "quan li"
			n, err := r.dictionary.Count(Term{Pairs, pair(parts[0], parts[1])})
			if err != nil {
				return err
			}
			if n > 0 {
				r.say(i, i+1, weights.joined, pairsOf(parts)...)
				r.way(i, i+1, parts...)
				r.out.Marks = append(r.out.Marks, Mark{Loose: parts, Only: true})
			}
		}
	}
	return nil
}

// places understands the names of provinces, districts and communes: what is said of
// a place is in its plans, which seldom repeat its name.
func (r *ranking) places() error {
	values, err := r.dictionary.Values(Locality)
	if err != nil {
		return err
	}
	for i := range r.loose {
		for _, v := range values {
			if n := len(v.Words); n > 1 && n <= len(r.loose)-i && slices.Equal(v.Words, r.loose[i:i+n]) {
				r.say(i, i+n, weights.place, Term{Locality, v.Text})
				r.isElsewhere(i, i+n)
				r.onlyTogether(i, i+n)
			}
		}
	}
	return nil
}

// onlyTogether lets the words from i to end stand in a text only side by side: "nam" of
// "Quảng Nam" stands in many.
func (r *ranking) onlyTogether(i, end int) {
	terms := pairsOf(r.loose[i:end])
	for j := i; j < end; j++ {
		r.instead(j, Alternative{terms, weights.together})
	}
}

// instead lets a be looked for in place of the word at i in a text.
func (r *ranking) instead(i int, a Alternative) {
	for j, of := range r.groups[i] {
		if of.Terms[0] == (Term{Text, r.loose[i]}) {
			r.groups[i][j] = a
		}
	}
}

// isElsewhere notes that the words from i to end are not looked for in the text.
func (r *ranking) isElsewhere(i, end int) {
	for j := i; j < end; j++ {
		r.elsewhere[j] = true
	}
}

// company are the boosts of words where they stand in better places and together.
func (r *ranking) company() []Alternative {
	var bs []Alternative
	boost := func(field, text string, weight float64) {
		bs = append(bs, Alternative{[]Term{{field, text}}, weight})
	}
	for i, w := range r.words {
		if !r.elsewhere[i] { // "nam" of "Quảng Nam", 6 of "mô hình 6": alone it is another
			boost(Title, w.Loose, weights.title)
			boost(Goal, w.Loose, weights.goal)
			if r.marked {
				boost(Exact, w.Exact, weights.exact)
			}
		}
		if i+1 == len(r.words) {
			break
		}
		p := pair(w.Loose, r.words[i+1].Loose)
		boost(Pairs, p, weights.pairs)
		boost(Title, p, weights.titlePairs)
		boost(Goal, p, weights.goalPairs)
		boost(Context, p, weights.contextual)
	}
	return bs
}

// mark notes the words of the query for marking.
func (r *ranking) mark() {
	for _, w := range r.words {
		m := Mark{Loose: []string{w.Loose}}
		if r.marked {
			m.Exact = []string{w.Exact}
		}
		r.out.Marks = append(r.out.Marks, m)
	}
}
