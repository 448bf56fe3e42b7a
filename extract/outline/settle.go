package outline

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A row of a stacked table that has more lines than there are columns holds cells of
// several lines. Where one ends is judged by how the lines begin and end, and by what the
// column is for: a time begins as times do, a body as bodies do. Where two readings are as
// good as each other, none is chosen.

// settle joins the lines of a row to as many cells as there are columns; where it cannot
// tell how, it returns what is certain: the number and the lines of the title.
func (s *stacked) settle(row []cell) []cell {
	const worst = -1000
	lines, n := row[1:], s.columns-1
	best := make([][]int, n+1) // best[c][i]: the score of the first i lines in c cells
	ways := make([][]int, n+1) // in how many ways it is reached, 2 for several
	from := make([][]int, n+1) // where the last of these cells begins
	for c := range best {
		best[c], ways[c], from[c] = make([]int, len(lines)+1), make([]int, len(lines)+1), make([]int, len(lines)+1)
		for i := range best[c] {
			best[c][i] = worst
		}
	}
	best[0][0], ways[0][0] = 0, 1
	for c := 1; c <= n; c++ {
		for i := c; i <= len(lines); i++ {
			for j := c - 1; j < i; j++ {
				if best[c-1][j] <= worst || j > 0 && runsOn(lines[j-1], lines[j]) || i > j+1 && holdsEmpty(lines[j:i]) {
					continue
				}
				switch v := best[c-1][j] + likeness(s.means[c], lines[j:i]); {
				case v > best[c][i]:
					best[c][i], ways[c][i], from[c][i] = v, ways[c-1][j], j
				case v == best[c][i]:
					ways[c][i] = 2
				}
			}
		}
	}
	if ways[n][len(lines)] != 1 || best[n][len(lines)] <= worst {
		end := 1
		for end < len(lines) && runsOn(lines[end-1], lines[end]) {
			end++
		}
		return []cell{row[0], joined(lines[:end])}
	}
	out := make([]cell, n+1)
	out[0] = row[0]
	for c, i := n, len(lines); c > 0; c-- {
		out[c] = joined(lines[from[c][i]:i])
		i = from[c][i]
	}
	return out
}

// joined is the cell that holds lines.
func joined(lines []cell) cell {
	out := lines[0]
	for _, l := range lines[1:] {
		if l.Text == "" {
			continue // the rest of a row between bars
		}
		out.Phrase, out.last = Join(between(out.Text, l.Text), out.Phrase, l.Phrase), l.last
	}
	return out
}

// runsOn reports whether line b must go on with the cell of line a.
func runsOn(a, b cell) bool {
	return small(b) && !timeBegins.MatchString(normalize.Fold(b.Text)) || tiedToNext.MatchString(normalize.Fold(a.Text))
}

// small reports whether a line begins with a small letter.
func small(l cell) bool {
	r, _ := utf8.DecodeRuneInString(l.Text)
	return unicode.IsLower(r)
}

// tiedToNext is what a cell does not end with: "Sở Thông tin và", "Công an tỉnh,".
var tiedToNext = pattern.MustCompile(`(?:[,;(–-]|\s(?:và|với|của|các|cho|tại|theo|thuộc|hoặc|về|trong))$`)

// timeBegins is how the text of a column of times begins.
var timeBegins = pattern.MustCompile(`^(?:tháng|quý|năm|từ|trước|trong|đến|ngày|hằng|hàng|thường xuyên|hoàn thành|sau khi|ngay sau|khi có|theo|giai đoạn|kết thúc|dự kiến|định kỳ|cả năm|\d{1,2}[/.-]\d|\d{4}$)`)

// unbulleted is a line without the bullet that it may begin with: "- Công an tỉnh;".
func unbulleted(s string) string {
	if m := readMarker(s); m.Style >= Dash {
		return s[m.size:]
	}
	return s
}

// holdsEmpty reports whether one of several lines is an empty cell of its own.
func holdsEmpty(lines []cell) bool {
	return slices.ContainsFunc(lines, func(c cell) bool { return c.Text == "" })
}

// ditto reads a cell that stands for the one above: "nt", "″".
var ditto = pattern.MustCompile(`^[-–]?\s*(?:n\.?t\.?|như trên|["“”″]|''|//|-)\s*[-–.]?$`)

// likeness scores the lines of a cell by the column they would fill.
func likeness(meaning string, lines []cell) int {
	body, time := beginsWithBody(unbulleted(lines[0].Text)), timeBegins.MatchString(normalize.Fold(lines[0].Text))
	score := 0
	if lines[0].Text == "" || ditto.MatchString(normalize.Fold(lines[0].Text)) {
		return 0 // it tells nothing of its column
	}
	if meaning == "lead" {
		for _, l := range lines[1:] {
			if !small(l) {
				score--
			}
		}
	}
	for k := 1; k < len(lines); k++ {
		switch {
		case small(lines[k]) || runsOn(lines[k-1], lines[k]):
		case meaning == "lead" || meaning == "cooperating" || meaning == "executing":
			if !beginsWithBody(unbulleted(lines[k].Text)) {
				score-- // a name parted before a capital: "Ủy ban nhân dân" and "Thành phố"
			}
		default:
			score--
		}
	}
	switch meaning {
	case "timeline", "begins", "ends":
		if !time {
			return score - 4
		}
		return score + 3
	case "lead", "cooperating", "executing":
		if !body {
			return score - 3
		}
		return score + 2
	}
	if time || small(lines[0]) {
		score -= 2
	}
	if body {
		score--
	}
	return score
}

// endOfLast returns the cell behind the last row, whose columns would all be filled at
// full: with a cell of several lines it goes on, up to a blank line or the next heading.
func (s *stacked) endOfLast(full int) int {
	if s.barred {
		return full
	}
	end := full
	for j := full; j < full+2*s.columns; j++ {
		x, ok := s.cells.at(j)
		if !ok {
			return j
		}
		before, _ := s.cells.at(j - 1)
		blank, page := gap(s.t, before.last, x.first)
		if blank && !page {
			return j
		}
		if readMarker(x.Text).Style != None {
			break
		}
		if runsOn(before, x) && j == end {
			end = j + 1
		}
	}
	return end
}
