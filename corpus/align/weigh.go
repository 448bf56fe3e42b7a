package align

import (
	"cmp"
	"math"
	"slices"
)

// What a feature of a title weighs, besides its rarity.
const (
	unseen  = 0.75 // a word that the catalogue does not have
	pairing = 0.60 // two words in a row: "công chứng" says more than "công" and "chứng"
)

// feature is a word of a title, or two in a row, by its number in a vocabulary.
type feature struct {
	id     int32
	weight float64
}

// features is sorted by id, each id once.
type features struct {
	list  []feature
	total float64
}

// vocabulary numbers the features and knows how rare each is among the titles of the
// catalogues. It holds nothing of the plans: a plan more changes no weight.
type vocabulary struct {
	ids    map[string]int32
	counts []int // titles of the catalogue that have the feature
	titles int
}

func newVocabulary(cats ...*Catalogue) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}}
	for _, c := range cats {
		for _, e := range c.Entries {
			v.titles++
			seen := map[int32]bool{}
			for key := range keysOf(wordings.words(e.Title, nil, nil)) {
				if id := v.id(key); !seen[id] {
					seen[id] = true
					v.counts[id]++
				}
			}
		}
	}
	return v
}

func (v *vocabulary) id(key string) int32 {
	id, ok := v.ids[key]
	if !ok {
		id = int32(len(v.counts))
		v.ids[key] = id
		v.counts = append(v.counts, 0)
	}
	return id
}

// rarity is 1 for a feature of one title of the catalogue and falls towards 0.
func (v *vocabulary) rarity(id int32) float64 {
	n := v.counts[id]
	if n == 0 || v.titles < 2 {
		return unseen
	}
	return math.Log(1+float64(v.titles)/float64(n)) / math.Log(1+float64(v.titles))
}

// features weighs the words of a title.
func (v *vocabulary) features(words []word) features {
	weights := map[int32]float64{}
	for key, factor := range keysOf(words) {
		id := v.id(key)
		weights[id] = max(weights[id], factor*v.rarity(id))
	}
	return sorted(weights)
}

func sorted(weights map[int32]float64) features {
	f := features{list: make([]feature, 0, len(weights))}
	for id, w := range weights {
		f.list = append(f.list, feature{id, w})
	}
	slices.SortFunc(f.list, func(a, b feature) int { return cmp.Compare(a.id, b.id) })
	for _, x := range f.list {
		f.total += x.weight
	}
	return f
}

// keysOf yields each word and each two in a row with the factor of its weight.
func keysOf(words []word) func(yield func(string, float64) bool) {
	return func(yield func(string, float64) bool) {
		for i, w := range words {
			if !yield(w.text, w.factor) {
				return
			}
			if i > 0 && !yield(words[i-1].text+" "+w.text, min(words[i-1].factor, w.factor)*pairing) {
				return
			}
		}
	}
}

// pairs returns the features that are two words in a row.
func (v *vocabulary) pairs(words []word) features {
	var list []word
	for i := 1; i < len(words); i++ {
		list = append(list, word{words[i-1].text + " " + words[i].text, min(words[i-1].factor, words[i].factor)})
	}
	weights := map[int32]float64{}
	for _, w := range list {
		id := v.id(w.text)
		weights[id] = max(weights[id], w.factor*v.rarity(id))
	}
	return sorted(weights)
}

// headOf returns the first two pairs of telling words.
func (v *vocabulary) headOf(words []word) features {
	for i, w := range words {
		if w.factor > lightness {
			return v.pairs(words[i:min(len(words), i+3)])
		}
	}
	return features{}
}

// shared is the weight that both have.
func (f features) shared(g features) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(f.list) && j < len(g.list); {
		switch a, b := f.list[i], g.list[j]; {
		case a.id < b.id:
			i++
		case a.id > b.id:
			j++
		default:
			sum += min(a.weight, b.weight)
			i++
			j++
		}
	}
	return sum
}

// without returns what f has and g has not.
func (f features) without(g features) features {
	var out features
	for _, x := range f.list {
		if _, ok := slices.BinarySearchFunc(g.list, x.id, func(y feature, id int32) int { return cmp.Compare(y.id, id) }); !ok {
			out.list = append(out.list, x)
			out.total += x.weight
		}
	}
	return out
}

// within is how much of f stands in g, from 0 to 1.
func (f features) within(g features) float64 {
	if f.total == 0 {
		return 0
	}
	return f.shared(g) / f.total
}
