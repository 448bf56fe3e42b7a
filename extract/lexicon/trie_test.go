package lexicon

import (
	"strings"
	"testing"
)

// TestTrie holds a trie against sequences of words in a map, over all wordings.
func TestTrie(t *testing.T) {
	var tr trie
	if tr.next(0, "sở") != 0 {
		t.Error("the empty trie leads somewhere")
	}
	place := map[string]int32{"": 0} // by the words that lead there
	for _, r := range Rows("agencies.txt", 4) {
		path := ""
		for _, w := range strings.Fields(r.Columns[1]) {
			next := path + " " + w
			to := tr.add(place[path], w)
			if at, known := place[next]; known && at != to || !known && (to == 0 || int(to) != len(place)) {
				t.Fatalf("%q leads to %d, known as %d", next, to, at)
			}
			place[next], path = to, next
		}
	}
	if len(place) < 500 {
		t.Errorf("%d places", len(place))
	}
	for path, to := range place {
		at := int32(0)
		for _, w := range strings.Fields(path) {
			at = tr.next(at, w)
		}
		if at != to || tr.next(at, "không có từ này") != 0 || tr.next(at, "") != 0 {
			t.Errorf("%q leads to %d, want %d", path, at, to)
		}
	}
}
