package normalize

import (
	"strings"

	"kehoach/ingest/source"
)

// A row of a flattened table has bars between its cells and mostly one at either end, which
// closes it. Where the rows of a table have none there ("1 | Khám bệnh | Sở Y tế"), a bar at
// the end of a line stands beside an empty cell.

// openRows tells of which lines of f the rows are not closed by bars; nil where there are none.
func openRows(f *source.File) []bool {
	if !strings.Contains(f.Text, " | ") {
		return nil
	}
	var out []bool
	for i := 0; i < len(f.Lines); {
		rows, open := 0, 0
		j := i
		for ; j < len(f.Lines); j++ {
			s := strings.TrimSpace(f.Text[f.Lines[j].Start:f.Lines[j].End])
			if strings.IndexByte(s, '|') < 0 {
				break
			}
			rows++
			if s[0] != '|' && s[len(s)-1] != '|' && strings.Count(s, "|") > 1 {
				open++
			}
		}
		if open > 0 && open*2 >= rows {
			if out == nil {
				out = make([]bool, len(f.Lines))
			}
			for k := i; k < j; k++ {
				out[k] = true
			}
		}
		i = max(j, i+1)
	}
	return out
}
