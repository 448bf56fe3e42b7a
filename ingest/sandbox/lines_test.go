package sandbox

import (
	"slices"
	"testing"

	"kehoach/ingest/source"
)

func TestPack(t *testing.T) {
	for _, lines := range [][]source.Line{
		nil,
		{{Start: 0, End: 5, Page: 1, Number: 1}, {Start: 6, End: 6, Page: 1, Number: 1}, {Start: 7, End: 300, Page: 2, Number: 1}},
		{{Start: 90, End: 80, Page: -1, Number: 1 << 40}}, // nonsense comes out as it went in
	} {
		if got := unpack(pack(lines)); !slices.Equal(got, lines) {
			t.Errorf("got %v, want %v", got, lines)
		}
	}
	if got := unpack([]byte{1, 2, 3}); got != nil {
		t.Errorf("of a line cut off: %v", got)
	}
}
