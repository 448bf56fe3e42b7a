package index

import (
	"bytes"
	"math"
	"math/bits"
	"slices"

	"github.com/blevesearch/bleve/v2/search"

	"kehoach/index/query"
	"kehoach/index/vi"
	"kehoach/index/vi/fold"
)

// lookedAt is how many of the best documents are looked at again, whichever of them
// a page shows: so pages fit together.
const lookedAt = 60

// What the words of a query are worth where a stretch of text has all of them,
// compared with their scores as words; how fast it falls where some are missing; and
// the length of the stretch, in words. They were chosen as the weights of package query.
const (
	closeWeight = 2
	againWeight = 1   // and where a second part of the text has all of them
	wholeWeight = 0.5 // and where it has them side by side, in the order of the query
	closePower  = 4
	closeTimes  = 2 // the words of the query,
	closeSpare  = 6 // and some more
)

// raise adds to the scores of documents what it is worth that their texts have the
// words close together.
func (x *Index) raise(matches []*search.DocumentMatch, close []query.Close) error {
	for _, c := range close {
		k, err := x.newCloseness(c)
		if err != nil {
			return err
		}
		for _, m := range matches {
			err := x.visit(m.IndexInternalID.Value(), func(field string, value []byte) bool {
				if field == query.Text {
					m.Score = rounded(m.Score + k.raise(value))
				}
				return field != query.Text
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// closeness tells how close together a text has the words of a query.
type closeness struct {
	ids   map[string]int // of the words that say something, by their loose forms
	ways  [][]way        // by the id of the first word
	worth []float64      // of each word of the query
	total float64
	width int // of the stretch, in words

	whole        bool    // the text has the query as it stands
	best, second float64 // the shares of the words that the best two parts have

	part         []int // the ids of the words of the part looked at; -1 for others
	said         []saying
	loose, exact []byte
}

// way is a query.Way with the ids of its words.
type way struct {
	ids   []int
	words uint64 // of the query, a bit for each
}

// saying is a way where a part has it.
type saying struct {
	start, end int // in words
	words      uint64
}

func (x *Index) newCloseness(c query.Close) (*closeness, error) {
	k := &closeness{ids: map[string]int{}, worth: make([]float64, c.Words), width: closeTimes*c.Words + closeSpare}
	documents, err := x.reader.DocCount()
	if err != nil {
		return nil, err
	}
	for _, w := range c.Ways {
		to, count := way{}, documents
		for _, word := range w.Said {
			to.ids = append(to.ids, k.id(word))
			n, err := dictionary{x}.Count(query.Term{Field: query.Text, Text: word})
			if err != nil {
				return nil, err
			}
			count = min(count, uint64(n))
		}
		for i := w.From; i < w.End; i++ {
			to.words |= 1 << i
			if r := rarity(float64(documents), count); count > 0 && (k.worth[i] == 0 || r < k.worth[i]) {
				k.worth[i] = r // the commonest way to say it
			}
		}
		k.ways[to.ids[0]] = append(k.ways[to.ids[0]], to)
	}
	for _, worth := range k.worth {
		k.total += worth
	}
	return k, nil
}

func (k *closeness) id(word string) int {
	id, ok := k.ids[word]
	if !ok {
		id = len(k.ids)
		k.ids[word], k.ways = id, append(k.ways, nil)
	}
	return id
}

// raise is what a text adds to the score of its document.
func (k *closeness) raise(text []byte) float64 {
	k.read(text)
	by := closeWeight*math.Pow(k.best, closePower) + againWeight*math.Pow(k.second, closePower)
	if k.whole {
		by += wholeWeight
	}
	return by * k.total
}

// read finds the shares of the words of the query that the best stretches of the parts of
// text have. A stretch lies within a part.
func (k *closeness) read(text []byte) {
	k.best, k.second, k.whole = 0, 0, false
	k.part = k.part[:0]
	last := 0
	for start, end := fold.Next(text, 0); start < end; start, end = fold.Next(text, end) {
		if bytes.IndexByte(text[last:start], vi.Break) >= 0 {
			k.readPart()
		}
		k.exact, k.loose = fold.Append(k.exact[:0], k.loose[:0], text[start:end])
		id, ok := k.ids[string(k.loose)]
		if !ok {
			id = -1
		}
		k.part, last = append(k.part, id), end
	}
	k.readPart()
}

// readPart looks at the part that was gathered, and begins another.
func (k *closeness) readPart() {
	if share := k.share(); share > k.best {
		k.best, k.second = share, k.best
	} else {
		k.second = max(k.second, share)
	}
	k.part = k.part[:0]
}

// share returns the share of the words of the query that the best stretch of the part
// has, and notes where the part has all of them as they stand.
func (k *closeness) share() float64 {
	k.find()
	best := 0.0
	for i, first := range k.said {
		var words uint64
		for _, s := range k.said[i:] {
			if s.end-first.start <= k.width {
				words |= s.words
			}
			if s.start-first.start > k.width {
				break
			}
		}
		best = max(best, k.worthOf(words))
		k.whole = k.whole || k.inOrder(k.said[i:])
	}
	if k.total == 0 {
		return 0
	}
	return best / k.total
}

// find finds what the part says, in its order.
func (k *closeness) find() {
	k.said = k.said[:0]
	for i, id := range k.part {
		if id < 0 {
			continue
		}
		for _, w := range k.ways[id] {
			if end := i + len(w.ids); end <= len(k.part) && slices.Equal(k.part[i:end], w.ids) {
				k.said = append(k.said, saying{i, end, w.words})
			}
		}
	}
}

// inOrder reports whether the text goes on from a word of the query to the last, with
// no other between and none left out.
func (k *closeness) inOrder(said []saying) bool {
	all, next := uint64(0), said[0].start
	for _, s := range said {
		if s.start < next {
			continue // another way to say the same
		}
		if s.start > next || s.words <= all {
			return false
		}
		if all |= s.words; k.worthOf(all) == k.total {
			return true
		}
		next = s.end
	}
	return false
}

func (k *closeness) worthOf(words uint64) float64 {
	sum := 0.0
	for ; words != 0; words &= words - 1 {
		sum += k.worth[bits.TrailingZeros64(words)]
	}
	return sum
}
