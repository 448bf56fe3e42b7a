package source

import "strings"

// CellBreak parts the lines of a table's cell in File.Text, where a row is one line: the
// line separator of Unicode. A reader of the text may take it for a blank.
const CellBreak = "\u2028"

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
