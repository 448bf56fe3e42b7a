package lexicon

import (
	"slices"
	"sync"

	"kehoach/normalize"
)

// A Sort is what a wording of agencies.txt is; the file's head tells them apart.
type Sort uint8

const (
	Name Sort = iota
	Head
	Noun
	Verb
	None
	Field
	Nobody
	Role
	Matter
	Circumstance
	Announce
	ShortBehind

	sorts
)

var sortNames = [sorts]string{"name", "head", "noun", "verb", "none", "field", "nobody", "role", "matter", "circumstance", "announce", "short-behind"}

// Begun are the wordings of agencies.txt that begin at one word, of each sort the longest.
type Begun struct {
	words [sorts]uint8  // how many words it has, 0 where there is none
	entry [sorts]uint16 // which of the file it is
}

// AgenciesAt returns those that begin at words[i]. One look finds those of all sorts, which
// readers of names ask for one after the other.
func AgenciesAt(words []normalize.Word, i int) (b Begun) {
	all := bySort()
	at := int32(0)
	for j := i; j < len(words); j++ {
		if at = all.dict.words.next(at, words[j].Fold); at == 0 {
			break
		}
		for _, m := range all.dict.value(all.dict.meant[at]) {
			b.words[m.sort], b.entry[m.sort] = uint8(j-i+1), m.entry
		}
	}
	return b
}

// Longest returns the wording of one sort, and how many words it takes: 0 where there is
// none.
func (b *Begun) Longest(sort Sort) (a Agency, n int) {
	if n = int(b.words[sort]); n > 0 {
		a = bySort().entries[b.entry[sort]]
	}
	return a, n
}

// A meaning is one of those that a wording has.
type meaning struct {
	sort  Sort
	entry uint16
}

// bodyWords are the wordings of agencies.txt together.
type bodyWords struct {
	dict    Dict[[]meaning]
	entries []Agency
}

var bySort = sync.OnceValue(func() *bodyWords {
	var all bodyWords
	for _, r := range Rows("agencies.txt", 4) {
		a := agencyOf(r)
		sort := Sort(slices.Index(sortNames[:], a.Sort))
		m := []meaning{{sort, uint16(len(all.entries))}}
		if had, ok := all.dict.Whole(r.Columns[1]); ok {
			m = slices.Concat(had, m)
		}
		all.dict.Add(r.Columns[1], m)
		all.entries = append(all.entries, a)
	}
	return &all
})
