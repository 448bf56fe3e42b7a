package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Measures of a table of labels without rules, in sizes of the type and in rows.
const (
	sameEdge     = 0.3 // how far the left edge of a cell may be from that of its column
	leastLabels  = 3   // rows that make such a table
	mostOfLabels = 0.5 // of its width that the labels have, at most
)

// labelled reads a table of two columns without rules, labels and what is said under each
// ("Cơ quan chủ trì", the agency in charge, and beside it its name), and returns how many
// lines it takes, 0 where there is none. Both columns begin at the same place in every
// line, as those of a head and of signatures do not, which stand in the middle; each row
// begins with a label, as running text in columns does not.
func labelled(lines []*textLine) (rows []Line, n int) {
	first := lines[0]
	if len(first.pieces) < 2 || !isLabel(first.pieces[0].text) {
		return nil, 0
	}
	t := &labels{left: first.x0(), right: first.pieces[1].x0, end: first.x1()}
	for n < min(len(lines), mostLines) && (n == 0 || lines[n-1].y-lines[n].y <= blockGap*lines[n].size) && t.take(lines[n]) {
		n++
	}
	if len(t.rows) < leastLabels || t.long == 0 || t.both*2 > len(t.rows) || t.right-t.left > mostOfLabels*(t.end-t.left) {
		return nil, 0
	}
	shared := &table{loose: true, xs: []float64{t.left, t.right, t.end}, ys: []float64{first.y, lines[n-1].y}}
	for i := range t.rows {
		t.rows[i].x0, t.rows[i].x1, t.rows[i].table = t.left, t.end, shared
	}
	return t.rows, n
}

// labels is what is read of a table of labels.
type labels struct {
	left, right, end float64 // edges: of the labels, of what is said, of the table
	rows             []Line
	long             int // rows that go on below the label, or whose label ends in a colon
	both             int // lines that go on with a label and with what is said: running text does
	goesOn           bool
}

// take adds a line to the rows, if it can be one of theirs.
func (t *labels) take(l *textLine) bool {
	label, said, ok := t.cells(l)
	switch {
	case !ok:
		return false
	case label != "" && said != "" && isLabel(label):
		t.rows = append(t.rows, Line{Cells: []string{label, said}, y: l.y, size: l.size})
		if t.goesOn = strings.HasSuffix(label, ":"); t.goesOn {
			t.long++
		}
		t.end = max(t.end, l.x1())
		return true
	case len(t.rows) == 0, label != "" && isLabel(label):
		return false
	}
	cells := t.rows[len(t.rows)-1].Cells
	for c, text := range []string{label, said} {
		if text != "" {
			cells[c] = strings.Join(appendPart(nonEmpty(cells[c]), text), " ")
		}
	}
	switch {
	case label != "" && said != "":
		t.both++
	case label == "" && !t.goesOn:
		t.goesOn = true
		t.long++
	}
	t.end = max(t.end, l.x1())
	return true
}

// cells parts a line by the columns; ok is false where it does not keep to their edges.
func (t *labels) cells(l *textLine) (label, said string, ok bool) {
	at := 0
	for at < len(l.pieces) && l.pieces[at].x0 < t.right-sameEdge*l.size {
		at++
	}
	before, behind := textLine{pieces: l.pieces[:at]}, textLine{pieces: l.pieces[at:]}
	if at > 0 {
		if math.Abs(before.x0()-t.left) > sameEdge*l.size || before.x1() > t.right {
			return "", "", false
		}
		label = before.text()
	}
	if at < len(l.pieces) {
		if math.Abs(behind.x0()-t.right) > sameEdge*l.size {
			return "", "", false
		}
		said = behind.text()
	}
	return label, said, true
}

// isLabel reports whether a text may be a label: it begins with a capital, and is no item of
// a list.
func isLabel(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) && !marker.MatchString(text)
}
