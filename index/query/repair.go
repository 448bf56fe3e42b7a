package query

// repair finds words that fit nowhere: no document has them, or none beside their
// neighbours. Where a word one letter away fits, a document may have that instead; it
// weighs less. Marks need no repair, for the words are loose.
func (r *ranking) repair() error {
	repaired := make([]string, len(r.loose))
	copy(repaired, r.loose)
	for i, w := range r.loose {
		if r.taken[i] || len(w) < 2 || '0' <= w[0] && w[0] <= '9' {
			continue
		}
		s := spot{ranking: r}
		if i > 0 {
			s.before = repaired[i-1]
		}
		if i+1 < len(r.loose) {
			s.after = r.loose[i+1]
		}
		to, err := s.better(w)
		if err != nil {
			return err
		}
		if to == "" {
			continue
		}
		repaired[i] = to
		r.way(i, i+1, to)
		r.groups[i] = append(r.groups[i], Alternative{[]Term{{Text, to}}, weights.repaired})
		r.boosts = append(r.boosts, Alternative{[]Term{{Title, to}}, weights.repaired * weights.title})
		for _, p := range s.pairs(to) {
			r.boosts = append(r.boosts,
				Alternative{[]Term{{Pairs, p}}, weights.repaired * weights.pairs},
				Alternative{[]Term{{Title, p}}, weights.repaired * weights.titlePairs})
		}
		r.out.Marks = append(r.out.Marks, Mark{Loose: []string{to}})
		r.out.Repairs = append(r.out.Repairs, Repair{r.words[i].Start, r.words[i].End, w, to, s.before, s.after})
	}
	return nil
}

// spot is the place of a word between its neighbours; "" is none.
type spot struct {
	*ranking
	before, after string
}

func (s spot) pairs(w string) []string {
	var ps []string
	if s.before != "" {
		ps = append(ps, pair(s.before, w))
	}
	if s.after != "" {
		ps = append(ps, pair(w, s.after))
	}
	return ps
}

// fit tells with how many of its neighbours w is found, and in how many documents.
func (s spot) fit(w string) (neighbours, documents int, err error) {
	for _, p := range s.pairs(w) {
		n, err := s.dictionary.Count(Term{Pairs, p})
		if err != nil {
			return 0, 0, err
		}
		if n > 0 {
			neighbours++
			documents += n
		}
	}
	return neighbours, documents, nil
}

// fewAgainst is how many documents with a word weigh as much as one with another
// word that fits better.
const fewAgainst = 4

// better returns the word one letter away from w that fits best, or "" where w fits
// itself or nothing does. A word that exists gives way only to one that fits all its
// neighbours, and not to what a few documents have by chance.
func (s spot) better(w string) (string, error) {
	known, err := s.dictionary.Count(Term{Text, w})
	if err != nil {
		return "", err
	}
	alone := s.before == "" && s.after == ""
	if known > 0 && alone {
		return "", nil
	}
	if n, _, err := s.fit(w); err != nil || n > 0 {
		return "", err
	}
	need, least := 1, 0
	if known > 0 {
		need, least = len(s.pairs(w)), known/fewAgainst
	}
	best, bestFit, most := "", 0, 0
	for _, to := range near(w) {
		n, documents, err := s.fit(to)
		if alone {
			documents, err = s.dictionary.Count(Term{Text, to})
			n = min(1, documents)
		}
		if err != nil {
			return "", err
		}
		if n >= need && documents >= least && (n > bestFit || n == bestFit && documents > most) {
			best, bestFit, most = to, n, documents
		}
	}
	return best, nil
}

const letters = "abcdefghiklmnopqrstuvxy" + "jwz0123456789"

// maxRepaired is the length of words above which nothing is repaired: a syllable has
// seven letters at most, and two written together are not much longer.
const maxRepaired = 24

// near returns the words at one letter's distance from w: one left out, one put in,
// one changed, two neighbours changed about. It returns none for what is no word any
// more, but a number or an address.
func near(w string) []string {
	if len(w) > maxRepaired {
		return nil
	}
	seen := map[string]bool{w: true, "": true}
	var out []string
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for i := 0; i <= len(w); i++ {
		for j := range len(letters) {
			add(w[:i] + letters[j:j+1] + w[i:])
			if i < len(w) {
				add(w[:i] + letters[j:j+1] + w[i+1:])
			}
		}
		if i < len(w) {
			add(w[:i] + w[i+1:])
		}
		if i+1 < len(w) {
			add(w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:])
		}
	}
	return out
}
