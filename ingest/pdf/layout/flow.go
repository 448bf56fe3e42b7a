package layout

import (
	"regexp"
	"strings"
)

// Whether a line goes on with the one before it shows where paragraphs are justified: only their last lines end
// before the margin, and the first ones stand in.

const (
	atMargin     = 0.15 // sizes of the type that a justified line may miss the margin by
	leastFull    = 0.35 // of the lines, in a document that is justified
	mostStandIn  = 0.7  // of the first lines of paragraphs, in one where they stand in
	leastJudged  = 3    // of them to tell
	hardlyStands = 0.3  // sizes by which a line may stand in that does not
)

// setting is how the paragraphs of a document are set.
type setting struct {
	justified    bool
	standIn      bool // the first lines of paragraphs stand in
	itemsStandIn bool // so do those of lists
}

// markGoesOn notes the lines of which the page shows that they go on with the line before.
func markGoesOn(pages [][]Line) {
	s := settingOf(pages)
	if !s.justified {
		return
	}
	var above *Line
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if above != nil {
				l.GoesOn = s.goesOn(above, l, left, rightOf(pages, above, right))
			}
			above = l
		}
	}
}

// rightOf returns the right margin of the page of a line, which is that of the next but at a page's end.
func rightOf(pages [][]Line, l *Line, next float64) float64 {
	if l.Page < 1 || l.Page > len(pages) {
		return next
	}
	_, right := margins(pages[l.Page-1])
	return right
}

func (s setting) goesOn(a, b *Line, left, right float64) bool {
	if !isFree(a) || !isFree(b) || b.Apart || !isFull(a, right) || strings.Contains(a.Text, "....") {
		return false
	}
	if item.MatchString(b.Text) {
		return s.itemsStandIn && b.x0-left <= hardlyStands*b.size
	}
	if strings.ContainsAny(a.Text[len(a.Text)-1:], ".;:!?") {
		return s.standIn && b.x0-left <= hardlyStands*b.size
	}
	return true
}

// item reads how an item of a list begins, which "năm. Các sở" does not.
var item = regexp.MustCompile(`^(?:[-+–•▪*]|\(?(?:\p{L}|[IVXLC]{1,5}|\d{1,3}(?:\.\d+)*)[.)/])(?:\s|$)`)

// isFree reports whether a line is one of running text.
func isFree(l *Line) bool { return l.table == nil && l.block == 0 && l.Text != "" }

// isFull reports whether a line ends at the right margin.
func isFull(l *Line, right float64) bool { return l.x1 >= right-atMargin*l.size }

// settingOf learns how a document is set.
func settingOf(pages [][]Line) (s setting) {
	full, all := 0, 0
	paragraphs, standing := 0, 0 // those whose first line follows a last one that ends early, and of these how many stand in
	items, itemsIn := 0, 0
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if !isFree(l) {
				continue
			}
			all++
			if isFull(l, right) {
				full++
			}
			in := l.x0-left > indentStep*l.size
			if item.MatchString(l.Text) {
				items++
				if in {
					itemsIn++
				}
			} else if j > 0 && isFree(&pages[i][j-1]) && endsEarly(&pages[i][j-1], l, right) && !isCentred(l, left, right) {
				paragraphs++
				if in {
					standing++
				}
			}
		}
	}
	s.justified = all > 0 && float64(full) >= leastFull*float64(all)
	s.standIn = paragraphs >= leastJudged && float64(standing) >= mostStandIn*float64(paragraphs)
	s.itemsStandIn = items >= leastJudged && float64(itemsIn) >= mostStandIn*float64(items)
	return s
}
