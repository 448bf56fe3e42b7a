// Package measure tells how far one text is from another, for the tests of the
// readers: the character error rate, in which the order of the words counts.
package measure

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// ErrorRate returns the characters that must be put in or taken out, whichever are
// more, to make want out of got, as a share of want: a character in place of another
// counts as one. Blanks and line ends of any number are one blank, the form is NFC.
func ErrorRate(want, got string) float64 {
	a, b := plain(want), plain(got)
	if len(a) == 0 {
		return float64(len(b))
	}
	d := distance(a, b)
	return float64(d+max(len(a)-len(b), len(b)-len(a))) / 2 / float64(len(a))
}

func plain(s string) []rune {
	return []rune(norm.NFC.String(strings.Join(strings.Fields(s), " ")))
}

// distance is the number of insertions and deletions between a and b (E. W. Myers,
// "An O(ND) difference algorithm", 1986).
func distance(a, b []rune) int {
	n, m := len(a), len(b)
	furthest := make([]int, 2*(n+m)+3)
	zero := n + m + 1
	for d := 0; d <= n+m; d++ {
		for k := -d; k <= d; k += 2 {
			x := furthest[zero+k-1] + 1
			if k == -d || k < d && furthest[zero+k-1] < furthest[zero+k+1] {
				x = furthest[zero+k+1]
			}
			for x < n && x-k < m && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			furthest[zero+k] = x
			if x >= n && x-k >= m {
				return d
			}
		}
	}
	return n + m
}
