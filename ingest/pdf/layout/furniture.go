package layout

import (
	"regexp"
	"strconv"
	"strings"
)

// pageNumber reads "2", "- 2 -", "Trang 2", "2/10", "Trang 2 / 10".
var pageNumber = regexp.MustCompile(`^[-–—\s]*(?:[Tt]rang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—.\s]*$`)

var digits = regexp.MustCompile(`\d+`)

const (
	edgeLines   = 2   // lines at either end of a page that may be furniture
	leastPages  = 3   // on which the same line makes a running head
	repeatShare = 0.6 // of all pages
)

// dropFurniture takes page numbers and running heads and feet out, unless they are all
// that most pages have: then they are the text.
func dropFurniture(pages [][]Line) {
	shift, numbered := numbering(pages)
	repeated := running(pages)
	kept := make([][]Line, len(pages))
	bare, all := 0, 0
	for i, lines := range pages {
		edges := edgesOf(lines)
		for j, l := range lines {
			n, isNumber := numberOf(l.Text)
			if l.Cells == nil && edges[j] && (isNumber && numbered && n == i+1+shift || repeated[masked(l.Text)]) {
				continue
			}
			kept[i] = append(kept[i], l)
		}
		if len(lines) > 0 {
			all++
			if len(kept[i]) == 0 {
				bare++
			}
		}
	}
	if 2*bare <= all {
		copy(pages, kept)
	}
}

// edgesOf marks the lines at the upper and lower edge of a page by their height: the
// reading order of columns is not that of the edges.
func edgesOf(lines []Line) []bool {
	marks := make([]bool, len(lines))
	for j, l := range lines {
		above, below := 0, 0
		for _, o := range lines {
			if o.y > l.y+0.5 {
				above++
			}
			if o.y < l.y-0.5 {
				below++
			}
		}
		marks[j] = above < edgeLines || below < edgeLines
	}
	return marks
}

func numberOf(text string) (int, bool) {
	m := pageNumber.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// numbering returns what the printed numbers are ahead of the count of pages, by the
// shift that most pages agree on. One page alone must agree with the count.
func numbering(pages [][]Line) (shift int, ok bool) {
	votes := map[int]int{}
	for i, lines := range pages {
		edges := edgesOf(lines)
		seen := map[int]bool{}
		for j, l := range lines {
			if n, isNumber := numberOf(l.Text); isNumber && edges[j] && l.Cells == nil && !seen[n] {
				seen[n] = true
				votes[n-i-1]++
			}
		}
	}
	best := 0
	for s, n := range votes {
		if n > best || n == best && (s == 0 || shift != 0 && s < shift) {
			shift, best = s, n
		}
	}
	return shift, best > 1 || best == 1 && shift == 0
}

// masked is a line with its numbers made equal.
func masked(text string) string { return digits.ReplaceAllString(strings.TrimSpace(text), "#") }

// running returns the lines at the edges that most pages share.
func running(pages [][]Line) map[string]bool {
	count := map[string]int{}
	for _, lines := range pages {
		edges := edgesOf(lines)
		seen := map[string]bool{}
		for j, l := range lines {
			if m := masked(l.Text); edges[j] && l.Cells == nil && !seen[m] {
				seen[m] = true
				count[m]++
			}
		}
	}
	repeated := map[string]bool{}
	for m, n := range count {
		repeated[m] = n >= leastPages && float64(n) >= repeatShare*float64(len(pages))
	}
	return repeated
}
