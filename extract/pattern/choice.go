package pattern

import (
	"slices"
	"strings"
)

// A choice is some words of which one is looked for.
type choice struct {
	words   []string
	chars   string   // the words, where each is one ASCII character: they are found in one pass
	needles []needle // else one for each word
	shared  needle   // what all of several words hold; empty where that is less than two bytes
}

func choose(words []string) choice {
	c := choice{words: words}
	if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return len(w) > 1 }) {
		c.chars = strings.Join(words, "")
		return c
	}
	for _, w := range words {
		c.needles = append(c.needles, needleOf(w))
	}
	if len(words) > 1 {
		c.shared = needleOf(shared(words))
	}
	return c
}

func (c choice) within(s string) bool {
	if c.chars != "" {
		return strings.ContainsAny(s, c.chars)
	}
	if c.shared.index(s) < 0 {
		return false
	}
	return slices.ContainsFunc(c.needles, func(n needle) bool { return n.index(s) >= 0 })
}

func (c choice) begins(s string) bool {
	return slices.ContainsFunc(c.words, func(w string) bool { return strings.HasPrefix(s, w) })
}

// index returns where the first of them stands in s, or -1.
func (c choice) index(s string) int {
	if c.chars != "" {
		return strings.IndexAny(s, c.chars)
	}
	if c.shared.index(s) < 0 {
		return -1
	}
	first := -1
	for _, n := range c.needles {
		before := s
		if first >= 0 {
			before = s[:min(len(s), first+len(n.word))]
		}
		if at := n.index(before); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// shared returns the longest string that all words hold, "" where it has less than two bytes.
func shared(words []string) (longest string) {
	for i := range words[0] {
		for k := len(words[0]); k > i+max(1, len(longest)); k-- {
			part := words[0][i:k]
			if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(w, part) }) {
				longest = part
				break
			}
		}
	}
	return longest
}

// A needle is a word that is looked for by that byte of it which texts have least often:
// strings.Index, which looks for the first, stops at each "t" of a text to find "từ viết tắt".
type needle struct {
	word string
	rare int // where in word that byte stands
}

func needleOf(word string) needle { return needle{word, rarest(word)} }

// index returns where the word first stands in s, or -1. A needle of nothing stands everywhere.
func (n needle) index(s string) int {
	if n.word == "" {
		return 0
	}
	for from := n.rare; from < len(s); {
		i := strings.IndexByte(s[from:], n.word[n.rare])
		if i < 0 {
			return -1
		}
		if start := from + i - n.rare; strings.HasPrefix(s[start:], n.word) {
			return start
		}
		from += i + 1
	}
	return -1
}

// often holds the bytes that make up most of a Vietnamese text in UTF-8, the most frequent
// first, as counted over the plans and layouts of testdata.
const often = " \xe1n\xbbh\xc3tcig\xba\na\xa1u\xc4\x91opTr\xc6.\xa0\xa3mC,2\xb4vy\x87N\xb00-\xa5Hd\x83s\xadk\xcc:l\xa7b\xbf\x81\x99\xb1\x8b\xa21B/\xacDI\xaae"

// rarest returns where in word the byte stands that texts have least often.
func rarest(word string) (at int) {
	best := -1
	for i := range len(word) {
		rank := strings.IndexByte(often, word[i])
		if rank < 0 {
			return i
		}
		if rank > best {
			best, at = rank, i
		}
	}
	return at
}
