package layout

import (
	"math"
	"regexp"
	"slices"
)

// Measures of paragraphs, in sizes of the type.
const (
	apartGap   = 0.12 // by which the distance of two paragraphs is more than that of lines
	indentStep = 0.8  // by which the first line of a paragraph may stand in
	earlyEnd   = 2.0  // what a line must leave free, beyond the next word, to have ended on purpose
	centred    = 1.5  // how far the middle of a centred line may be off
)

// markApart notes which lines begin a paragraph for all to see: more room above them
// than between lines, a first line that stands in, a last line that ends early. Lines
// in columns and rows of tables are left alone, but for the first of each.
func markApart(pages [][]Line) {
	usual := usualLeading(pages)
	var above *Line
	for i := range pages {
		left, right := margins(pages[i])
		for j := range pages[i] {
			l := &pages[i][j]
			if above != nil {
				l.Apart = startsParagraph(above, l, usual, left, right)
			}
			above = l
		}
	}
}

func startsParagraph(a, b *Line, usual, left, right float64) bool {
	if a.block != b.block || a.table != b.table {
		return true
	}
	if b.table != nil {
		return false
	}
	size := max(a.size, b.size)
	if a.Page == b.Page {
		if gap := (a.y - b.y) / size; gap < 0 || usual > 0 && gap > usual+max(apartGap, usual/10) {
			return true
		}
	}
	if b.block != 0 || isCentred(a, left, right) || isCentred(b, left, right) {
		return false
	}
	if b.x0-a.x0 > indentStep*size && !marker.MatchString(a.Text) {
		return true
	}
	return endsEarly(a, b, right)
}

// endsEarly reports whether a line ended on purpose: the first word of the next had room on it.
func endsEarly(a, b *Line, right float64) bool {
	return a.x1+b.firstWord()+earlyEnd*max(a.size, b.size) < right
}

// marker reads what begins an item of a list, whose other lines may stand in; "năm. Các sở" begins none.
var marker = regexp.MustCompile(`^(?:[-+–•▪*]|\(?(?:\p{L}|[IVXLC]{1,5}|\d{1,4}(?:\.\d+)*)[.)/])(?:\s|$)`)

// firstWord is the width of the first word of a line, by its share of the letters.
func (l *Line) firstWord() float64 {
	letters, word := 0, 0
	for _, r := range l.Text {
		if r == ' ' && word == 0 {
			word = letters
		}
		letters++
	}
	if word == 0 {
		word = letters
	}
	return (l.x1 - l.x0) * float64(word) / float64(max(1, letters))
}

func isCentred(l *Line, left, right float64) bool {
	before, behind := l.x0-left, right-l.x1
	return min(before, behind) > l.size && math.Abs(before-behind) < 2*centred*l.size
}

// margins returns where the lines of a page begin and end: the outermost, but for a
// few that stand out.
func margins(lines []Line) (left, right float64) {
	var x0, x1 []float64
	for _, l := range lines {
		if l.table == nil && l.block == 0 {
			x0, x1 = append(x0, l.x0), append(x1, l.x1)
		}
	}
	if len(x0) == 0 {
		return 0, 0
	}
	slices.Sort(x0)
	slices.Sort(x1)
	return x0[len(x0)/20], x1[len(x1)-1-len(x1)/20]
}

// usualLeading returns the distance of the baselines within paragraphs, in sizes: the
// smallest that many lines have. It is 0 where too few lines are there to tell.
func usualLeading(pages [][]Line) float64 {
	const step = 0.02
	count := map[int]int{}
	total := 0
	for _, lines := range pages {
		for j := 1; j < len(lines); j++ {
			a, b := lines[j-1], lines[j]
			if a.block != 0 || b.block != 0 || a.table != nil || b.table != nil || a.size <= 0 || math.Abs(a.size-b.size) > 0.05*a.size {
				continue
			}
			if gap := (a.y - b.y) / a.size; gap > 0.9 && gap < 4 {
				count[int(gap/step)]++
				total++
			}
		}
	}
	least := max(3, total/12)
	for bucket := int(0.9 / step); bucket < int(4/step); bucket++ {
		if count[bucket]+count[bucket+1] >= least {
			return float64(bucket+1) * step
		}
	}
	return 0
}
