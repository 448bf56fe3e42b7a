package lexicon

// A trie holds sequences of words. Its places are numbers, 0 where all begin; the steps
// from one to the next stand in one table, found by place and word. There are thousands,
// and they hold no pointers: the garbage collector, which would follow them several times a
// document, has nothing to do with them. The zero trie is ready for use.
type trie struct {
	steps   []step // open addressing; their number is a power of two, two thirds or more empty: most words lead nowhere
	letters []byte // the words of all steps, one behind the other
	places  int32  // the last place
}

// A step goes from one place to the next by a word; to is 0 where there is none. Most words
// have no more bytes than a number, and are known by it.
type step struct {
	head     uint64 // the word's first bytes
	from, to int32
	at, size int32 // where the word begins in letters, and its bytes
}

// headSize is how many bytes a head has at most.
const headSize = 8

func headOf(w string) (head uint64) {
	for i := range min(len(w), headSize) {
		head = head<<8 | uint64(w[i])
	}
	return head
}

// next returns the place to which w leads, 0 where it leads nowhere.
func (t *trie) next(from int32, w string) int32 {
	if len(t.steps) == 0 {
		return 0
	}
	return t.steps[t.find(from, w)].to
}

// find returns where the step by w stands or would stand.
func (t *trie) find(from int32, w string) int {
	head, mask := headOf(w), len(t.steps)-1
	for i := hash(from, head) & mask; ; i = (i + 1) & mask {
		s := &t.steps[i]
		if s.to == 0 || s.head == head && s.from == from && int(s.size) == len(w) && (len(w) <= headSize || t.word(s) == w) {
			return i
		}
	}
}

// word returns the word of s.
func (t *trie) word(s *step) string { return string(t.letters[s.at : s.at+s.size]) }

// add returns the place to which w leads, a new one where it led nowhere.
func (t *trie) add(from int32, w string) int32 {
	if to := t.next(from, w); to != 0 {
		return to
	}
	if int(t.places+1)*3 > len(t.steps) {
		t.grow()
	}
	t.places++
	t.steps[t.find(from, w)] = step{headOf(w), from, t.places, int32(len(t.letters)), int32(len(w))}
	t.letters = append(t.letters, w...)
	return t.places
}

// grow doubles the table.
func (t *trie) grow() {
	old := t.steps
	t.steps = make([]step, max(8, 2*len(old)))
	for _, s := range old {
		if s.to != 0 {
			t.steps[t.find(s.from, t.word(&s))] = s
		}
	}
}

// hash spreads places and heads over the table.
func hash(from int32, head uint64) int {
	const golden = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio
	return int((head ^ uint64(from)*golden) * golden >> 32)
}
