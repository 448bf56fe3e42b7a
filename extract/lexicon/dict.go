package lexicon

import "kehoach/normalize"

// Dict finds wordings in a text by their words, the longest first, whatever their
// case, blanks, tone placement and sort of dash. The zero Dict is ready for use.
type Dict[V any] struct {
	root  node[V]
	first bitset // of the first words of all wordings
}

type node[V any] struct {
	next  map[string]*node[V]
	value *V
}

// Add makes wording mean v. A later meaning of the same wording replaces the first.
func (d *Dict[V]) Add(wording string, v V) {
	n := &d.root
	for i, w := range normalize.Words(wording) {
		if i == 0 {
			d.first.add(w.Fold)
		}
		if n.next == nil {
			n.next = map[string]*node[V]{}
		}
		if n.next[w.Fold] == nil {
			n.next[w.Fold] = &node[V]{}
		}
		n = n.next[w.Fold]
	}
	n.value = &v
}

// Longest returns the meaning of the longest wording that begins at words[i], and how
// many words it takes: 0 where there is none.
func (d *Dict[V]) Longest(words []normalize.Word, i int) (v V, n int) {
	if i >= len(words) || !d.first.mayHave(words[i].Fold) {
		return v, 0 // as at most words
	}
	at := &d.root
	for j := i; j < len(words); j++ {
		at = at.next[words[j].Fold]
		if at == nil {
			break
		}
		if at.value != nil {
			v, n = *at.value, j-i+1
		}
	}
	return v, n
}

// Starts returns the meaning of the longest wording with which s begins, and where it ends
// in s: 0 where there is none. It reads no further than a wording goes on.
func (d *Dict[V]) Starts(s string) (v V, end int) {
	var room [32]byte
	at := &d.root
	for from, to, same := normalize.Next(s, 0); from < len(s); from, to, same = normalize.Next(s, to) {
		if same {
			at = at.next[s[from:to]]
		} else {
			at = at.next[string(normalize.AppendFold(room[:0], s[from:to]))]
		}
		if at == nil {
			break
		}
		if at.value != nil {
			v, end = *at.value, to
		}
	}
	return v, end
}

// Begins reports whether a wording begins with the word w.
func (d *Dict[V]) Begins(w string) bool {
	var room [32]byte
	return d.root.next[string(normalize.AppendFold(room[:0], w))] != nil
}

// Whole returns the meaning of s as a whole.
func (d *Dict[V]) Whole(s string) (v V, ok bool) {
	words := normalize.Words(s)
	v, n := d.Longest(words, 0)
	return v, n > 0 && n == len(words)
}

// A bitset tells quickly of most words that they are not in a set: by their length, first
// and last byte.
type bitset [16]uint64

func bit(w string) (word int, mask uint64) {
	h := uint(w[0])*37 + uint(w[len(w)-1])*11 + uint(len(w))*101
	return int(h >> 6 % 16), 1 << (h % 64)
}

func (b *bitset) add(w string) {
	i, mask := bit(w)
	b[i] |= mask
}

func (b *bitset) mayHave(w string) bool {
	i, mask := bit(w)
	return b[i]&mask != 0
}
