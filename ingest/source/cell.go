package source

import "strings"

// CellBreak parts the lines of a table's cell in File.Text, where a row is one line: the
// line separator of Unicode. A reader of the text may take it for a blank.
const CellBreak = "\u2028"

// CellAbove stands in the place of a cell that the cell above it covers, as they are merged: a
// separator of Unicode that nobody sees. A reader of the text may take it for nothing.
const CellAbove = "\u2063"

// Cell returns the text of a cell of these lines, each with single blanks, empty ones left
// out.
func Cell(lines []string) string {
	var kept []string
	for _, l := range lines {
		if l = strings.Join(strings.Fields(l), " "); l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, CellBreak)
}

// HasText reports whether one of the cells of a row says something.
func HasText(cells []string) bool {
	for _, c := range cells {
		if c != "" && c != CellAbove {
			return true
		}
	}
	return false
}
