package lexicon

import "kehoach/normalize"

// Dict finds wordings in a text by their words, the longest first, whatever their
// case, blanks, tone placement and sort of dash. The zero Dict is ready for use.
type Dict[V any] struct {
	words  trie
	values []V
	meant  []int32 // by the place where a wording ends: its value, counted from 1
}

// Add makes wording mean v. A later meaning of the same wording replaces the first.
func (d *Dict[V]) Add(wording string, v V) {
	at := int32(0)
	for _, w := range normalize.Words(wording) {
		at = d.words.add(at, w.Fold)
	}
	for len(d.meant) <= int(d.words.places) {
		d.meant = append(d.meant, 0)
	}
	d.values = append(d.values, v)
	d.meant[at] = int32(len(d.values))
}

// Longest returns the meaning of the longest wording that begins at words[i], and how
// many words it takes: 0 where there is none.
func (d *Dict[V]) Longest(words []normalize.Word, i int) (v V, n int) {
	meant, at := int32(0), int32(0)
	for j := i; j < len(words); j++ {
		if at = d.words.next(at, words[j].Fold); at == 0 {
			break
		}
		if d.meant[at] > 0 {
			meant, n = d.meant[at], j-i+1
		}
	}
	return d.value(meant), n
}

// value is the value so numbered, the zero value for 0.
func (d *Dict[V]) value(meant int32) (v V) {
	if meant > 0 {
		v = d.values[meant-1]
	}
	return v
}

// Starts returns the meaning of the longest wording with which s begins, and where it ends
// in s: 0 where there is none. It reads no further than a wording goes on.
func (d *Dict[V]) Starts(s string) (v V, end int) {
	var room [32]byte
	meant, at := int32(0), int32(0)
	for from, to, same := normalize.Next(s, 0); from < len(s); from, to, same = normalize.Next(s, to) {
		if same {
			at = d.words.next(at, s[from:to])
		} else {
			at = d.words.next(at, string(normalize.AppendFold(room[:0], s[from:to])))
		}
		if at == 0 {
			break
		}
		if d.meant[at] > 0 {
			meant, end = d.meant[at], to
		}
	}
	return d.value(meant), end
}

// Whole returns the meaning of s as a whole.
func (d *Dict[V]) Whole(s string) (v V, ok bool) {
	v, end := d.Starts(s)
	more, _, _ := normalize.Next(s, end)
	return v, end > 0 && more >= len(s)
}
