package measure

import "testing"

func TestErrorRate(t *testing.T) {
	for _, c := range []struct {
		want, got string
		rate      float64
	}{
		{"Kế hoạch", "Kế  hoạch\n", 0},
		{"abcd", "abed", 0.25},
		{"abcd", "abc", 0.25},
		{"abcd", "", 1},
		{"ab cd", "cd ab", 0.6},
		{"", "", 0},
	} {
		if got := ErrorRate(c.want, c.got); got != c.rate {
			t.Errorf("%q as %q: %v, want %v", c.want, c.got, got, c.rate)
		}
	}
}
