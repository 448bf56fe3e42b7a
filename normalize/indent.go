package normalize

import "strings"

// dropIndents takes the tabs off that indent a paragraph copied from a word processor: before
// the marker of a list ("\tI.\tMỤC ĐÍCH"), or one before a line without other tabs that stands
// in no table. Before the cells of a table's row they are empty cells.
func dropIndents(t *Text) {
	for i := range t.Lines {
		l := &t.Lines[i]
		if l.Kind != Content || t.Body[l.Start] != '\t' || !strings.HasPrefix(strings.TrimLeft(t.File.Text[t.File.Lines[i].Start:], " "), "\t") {
			continue // most lines; some begin with a bar
		}
		rest := strings.TrimLeft(t.Line(i), "\t")
		tabs := l.End - l.Start - len(rest)
		switch others := strings.Count(rest, "\t"); {
		case beginsList(rest) && others <= 2, tabs == 1 && others == 0 && !besideRow(t, i):
			l.Start += tabs
		}
	}
}

// beginsList reports whether a line begins with a bullet or with a number and its mark, and a
// tab or a blank behind it.
func beginsList(s string) bool {
	i := strings.IndexAny(s, "\t ")
	if i <= 0 || i > len("XVIII.") {
		return false
	}
	switch first := s[:i]; first[len(first)-1] {
	case '.', ')', '/':
		return !strings.ContainsAny(first[:len(first)-1], "/():") && len(first) > 1
	default:
		return strings.Trim(first, "-+*–•▪➢") == ""
	}
}

// besideRow reports whether the line with text before or after the i-th is the row of a table:
// three cells or more, the first of which may be empty.
func besideRow(t *Text, i int) bool {
	for _, step := range []int{-1, 1} {
		j := neighbour(t, i, step)
		if j < 0 {
			continue
		}
		filled := strings.TrimLeft(t.Line(j), "\t")
		if strings.Count(t.Line(j), "\t") >= 2 && strings.IndexByte(filled, '\t') >= 0 && !beginsList(filled) {
			return true
		}
	}
	return false
}
