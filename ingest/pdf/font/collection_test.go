package font

import "testing"

func TestCollected(t *testing.T) {
	for _, c := range []struct {
		collection string
		cid        uint32
		want       string
	}{
		{"Japan1", 843, "あ"}, {"Japan1", 633, "\u3000"}, {"Japan1", 232, "!"}, {"Japan1", 390, ""}, {"Japan1", 327, "｡"},
		{"GB1", 4559, "中"}, {"CNS1", 595, "一"}, {"Korea1", 1086, "가"}, {"Korea1", 60000, ""}, {"Other", 100, ""},
	} {
		if got := collected(c.collection, c.cid); got != c.want {
			t.Errorf("%s %d: got %q, want %q", c.collection, c.cid, got, c.want)
		}
	}
}
