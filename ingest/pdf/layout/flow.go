package layout

import (
	"regexp"
	"strings"

	"kehoach/ingest/source"
)

// Whether a line goes on with the one before it shows where paragraphs are justified: only their last lines end
// before the margin, and the first ones stand in. Where those stand in and no others do, a line that stands in
// begins a paragraph, whatever the one before it looks like.

const (
	atMargin     = 0.15 // sizes of the type that a justified line may miss the margin by
	leastFull    = 0.35 // of the lines, in a document that is justified
	mostStandIn  = 0.7  // of the first lines of paragraphs, in one where they stand in
	mostFlush    = 0.95 // of the lines that go on, in one where those stand at the margin
	leastJudged  = 3    // of them to tell
	hardlyStands = 0.3  // sizes by which a line may stand in that does not
)

// setting is how the paragraphs of a document are set.
type setting struct {
	justified    bool
	standIn      bool // the first lines of paragraphs stand in
	itemsStandIn bool // so do those of lists
	flush        bool // and no others
	strictly     bool // no line ends before the margin in the middle of a sentence
}

// markFlow notes the lines of which the page shows that they go on with the line before, or begin a paragraph.
func markFlow(pages [][]Line) {
	s := settingOf(pages)
	if !s.justified {
		return
	}
	var above *Line
	rightAbove := 0.0 // the right margin of its page
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if above != nil {
				switch {
				case s.begins(above, l, left, right, rightAbove):
					l.Apart, l.Flow = true, source.Begins
				case s.goesOn(above, l, left, rightAbove):
					l.Flow = source.GoesOn
				}
			}
			above, rightAbove = l, right
		}
	}
}

// begins reports whether a line begins a paragraph because it stands in. Behind a line in the middle of a sentence it
// may be one of an item whose lines all stand in, but behind one that is not full where all others are.
func (s setting) begins(a, b *Line, left, right, rightAbove float64) bool {
	return s.standIn && s.flush && isFree(a) && isFree(b) && b.x0-left > indentStep*b.size && !isCentred(b, left, right) && (endsClause(a) || s.strictly && !isFull(a, rightAbove) && !goesOn(b.Text) && !item.MatchString(b.Text))
}

func (s setting) goesOn(a, b *Line, left, rightAbove float64) bool {
	if !isFree(a) || !isFree(b) || b.Apart || !isFull(a, rightAbove) || strings.Contains(a.Text, "....") {
		return false
	}
	if item.MatchString(b.Text) {
		return s.itemsStandIn && b.x0-left <= hardlyStands*b.size
	}
	if endsClause(a) {
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
	inside, insideFlush := 0, 0 // lines behind a full one whose sentence is not at its end, and of these how many stand at the margin
	within, ragged := 0, 0      // lines before one that begins with a small letter, and of these how many are not full
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if !isFree(l) {
				continue
			}
			if j > 0 && isFree(&pages[i][j-1]) && goesOn(l.Text) {
				within++
				if !isFull(&pages[i][j-1], right) {
					ragged++
				}
			}
			all++
			if isFull(l, right) {
				full++
			}
			in := l.x0-left > indentStep*l.size
			if j > 0 && isFree(&pages[i][j-1]) && isFull(&pages[i][j-1], right) && !endsClause(&pages[i][j-1]) && !item.MatchString(l.Text) {
				inside++
				if l.x0-left <= hardlyStands*l.size {
					insideFlush++
				}
			}
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
	s.flush = inside >= leastJudged && float64(insideFlush) >= mostFlush*float64(inside)
	s.strictly = within >= leastJudged && ragged*mostRagged <= within
	return s
}

// mostRagged is one of so many lines in the middle of a sentence that may end before the margin where lines are justified.
const mostRagged = 20

// endsClause reports whether a line ends with a mark behind which another paragraph may begin.
func endsClause(l *Line) bool { return strings.ContainsAny(l.Text[len(l.Text)-1:], ".;:!?") }
