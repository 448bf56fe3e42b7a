package normalize

import (
	"strings"

	"kehoach/ingest/source"
)

// A row of a flattened table has bars between its cells and mostly one at each end, which
// closes it. Where the rows of a table have none there ("1 | Khám bệnh | Sở Y tế"), a bar at
// the end of a line stands beside an empty cell.

// ends tells at which ends of a row no bar closes it.
type ends struct{ left, right bool }

// openRows tells of each line of f how the rows of its table end; nil where all are closed.
func openRows(f *source.File) []ends {
	if !strings.Contains(f.Text, " | ") {
		return nil
	}
	var out []ends
	for i := 0; i < len(f.Lines); {
		rows, left, right := 0, 0, 0
		var first ends // how the first row ends, which mostly is the head
		j := i
		for ; j < len(f.Lines); j++ {
			s := strings.TrimSpace(f.Text[f.Lines[j].Start:f.Lines[j].End])
			bars := strings.Count(s, "|")
			if bars == 0 {
				break
			}
			if bars < 2 {
				continue
			}
			if s[0] != '|' {
				left++
			}
			if s[len(s)-1] != '|' {
				right++
			}
			if rows++; rows == 1 {
				first = ends{left > 0, right > 0}
			}
		}
		if e := (ends{first.left || left*2 > rows, first.right || right*2 > rows}); e != (ends{}) {
			if out == nil {
				out = make([]ends, len(f.Lines))
			}
			for k := i; k < j; k++ {
				out[k] = e
			}
		}
		i = max(j, i+1)
	}
	return out
}
