package layout

import (
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
	mostFlush    = 0.95 // of the lines in the middle of a sentence, in one where they stand at the margin, or end there
	leastJudged  = 3    // lines of a sort, to tell
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
	return s.standIn && s.flush && isFree(a) && isFree(b) && b.x0-left > indentStep*b.size && !isCentred(b, left, right) && (endsClause(a) || s.strictly && !isFull(a, rightAbove) && !beginsSmall(b.Text) && !marker.MatchString(b.Text))
}

func (s setting) goesOn(a, b *Line, left, rightAbove float64) bool {
	if !isFree(a) || !isFree(b) || b.Apart || !isFull(a, rightAbove) || strings.Contains(a.Text, "....") {
		return false
	}
	if marker.MatchString(b.Text) {
		return s.itemsStandIn && b.x0-left <= hardlyStands*b.size
	}
	if endsClause(a) {
		return s.standIn && b.x0-left <= hardlyStands*b.size
	}
	return true
}

// isFree reports whether a line is one of running text.
func isFree(l *Line) bool { return l.table == nil && l.block == 0 && l.Text != "" }

// isFull reports whether a line ends at the right margin.
func isFull(l *Line, right float64) bool { return l.x1 >= right-atMargin*l.size }

// A share counts of how many something holds.
type share struct{ some, all int }

func (s *share) count(holds bool) {
	s.all++
	if holds {
		s.some++
	}
}

// atLeast reports whether it holds of such a part of them, if they are enough to tell.
func (s share) atLeast(part float64) bool {
	return s.all >= leastJudged && float64(s.some) >= part*float64(s.all)
}

// settingOf learns how a document is set.
func settingOf(pages [][]Line) setting {
	var (
		full   share // lines that end at the margin
		first  share // lines behind one that ends early, which stand in
		items  share // items of lists, which stand in
		inside share // lines behind a full one in the middle of a sentence, which stand at the margin
		within share // lines before one that begins with a small letter, which are full
	)
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if !isFree(l) {
				continue
			}
			full.count(isFull(l, right))
			standsIn, isItem := l.x0-left > indentStep*l.size, marker.MatchString(l.Text)
			if isItem {
				items.count(standsIn)
			}
			if j == 0 || !isFree(&pages[i][j-1]) {
				continue
			}
			above := &pages[i][j-1]
			if beginsSmall(l.Text) {
				within.count(isFull(above, right))
			}
			switch {
			case isItem:
			case isFull(above, right) && !endsClause(above):
				inside.count(l.x0-left <= hardlyStands*l.size)
			case endsEarly(above, l, right) && !isCentred(l, left, right):
				first.count(standsIn)
			}
		}
	}
	return setting{
		justified:    full.atLeast(leastFull),
		standIn:      first.atLeast(mostStandIn),
		itemsStandIn: items.atLeast(mostStandIn),
		flush:        inside.atLeast(mostFlush),
		strictly:     within.atLeast(mostFlush),
	}
}

// endsClause reports whether a line ends with a mark behind which another paragraph may begin.
func endsClause(l *Line) bool { return strings.ContainsAny(l.Text[len(l.Text)-1:], ".;:!?") }
