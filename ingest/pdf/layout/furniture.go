package layout

import (
	"regexp"
	"slices"
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
	mostDropped = 0.3 // of all letters: where more repeats, it is the text
)

// dropFurniture takes page numbers and running heads and feet out, unless they are much
// of what there is: then they are the text.
func dropFurniture(pages [][]Line) {
	shift, numbered := numbering(pages)
	drop(pages, 1, func(l Line, page int) bool {
		n, isNumber := numberOf(l.Text)
		return numbered && isNumber && n == page+shift
	})
	repeated := running(pages)
	drop(pages, mostDropped, func(l Line, page int) bool {
		return slices.ContainsFunc(masked(l.Text, page), repeated.has)
	})
}

// drop takes the lines at the edges of the pages out of which is says so, if they have
// less than a share of all letters.
func drop(pages [][]Line, share float64, is func(l Line, page int) bool) {
	kept := make([][]Line, len(pages))
	dropped, all := 0, 0
	for i, lines := range pages {
		edges := edgesOf(lines)
		for j, l := range lines {
			size := len(l.String())
			all += size
			if l.Cells == nil && edges[j] && is(l, i+1) {
				dropped += size
				continue
			}
			kept[i] = append(kept[i], l)
		}
	}
	if float64(dropped) < share*float64(all) {
		copy(pages, kept)
	}
}

// edgesOf marks the lines at the upper and lower edge of a page by their height: the
// reading order of columns is not that of the edges.
func edgesOf(lines []Line) []bool {
	heights := make([]float64, len(lines))
	for j, l := range lines {
		heights[j] = l.y
	}
	slices.Sort(heights)
	marks := make([]bool, len(lines))
	for j, l := range lines {
		below, _ := slices.BinarySearch(heights, l.y-0.5)
		notAbove, _ := slices.BinarySearch(heights, l.y+0.5)
		marks[j] = below < edgeLines || len(heights)-notAbove < edgeLines
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
			if !edges[j] || l.Cells != nil {
				continue
			}
			if n, isNumber := numberOf(l.Text); isNumber && !seen[n] {
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

// masked returns a line as it is, and with each of its numbers left out that may be the
// page's: what it is ahead of the count of pages stands in its place.
func masked(text string, page int) []string {
	text = strings.TrimSpace(text)
	keys := []string{text}
	for _, at := range digits.FindAllStringIndex(text, maxNumbers) {
		if n, err := strconv.Atoi(text[at[0]:at[1]]); err == nil {
			keys = append(keys, text[:at[0]]+"#"+strconv.Itoa(n-page)+text[at[1]:])
		}
	}
	return keys
}

const maxNumbers = 8 // of a line that are looked at

type lineSet map[string]bool

func (s lineSet) has(line string) bool { return s[line] }

// isItem reports whether a line is an item of a list or announces one, which heads no page though it may stand at the
// top of several: "e) Phương tiện:".
func isItem(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") || marker.MatchString(text) && !pageNumber.MatchString(text)
}

// running returns the lines at the edges that most pages share.
func running(pages [][]Line) lineSet {
	count := map[string]int{}
	for i, lines := range pages {
		edges := edgesOf(lines)
		seen := lineSet{}
		for j, l := range lines {
			if l.Cells != nil || !edges[j] || isItem(l.Text) {
				continue
			}
			for _, key := range masked(l.Text, i+1) {
				if !seen[key] {
					seen[key] = true
					count[key]++
				}
			}
		}
	}
	repeated := lineSet{}
	for key, n := range count {
		repeated[key] = n >= leastPages && float64(n) >= repeatShare*float64(len(pages))
	}
	return repeated
}
