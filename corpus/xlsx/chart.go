package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// chartInks are quiet colours that stay apart when printed in grey.
var chartInks = []string{"1F4E79", "9DB7D1", "7A6A4F", "D9C9A3", "5B7F6B", "BFD4C6"}

func chartTitle(s string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: s, Font: &excelize.Font{Family: font, Size: 13, Bold: true, Color: ink}}}}
}

// The size of a chart. excelize fixes a chart to cells and takes each for a cell of the
// usual size, as it does not know the rows that were streamed.
const (
	chartWidth   = 880   // pixels
	chartHeight  = 280.0 // points
	usualHeight  = 15.0  // points of a row
	usualPixels  = 20    // the same in pixels
	chartColumns = 14    // what chartWidth covers
)

// sideAt is the column of the small table, to the right of the chart made from it.
func (s *sheet) sideAt() int { return len(s.columns) + 2 + chartColumns + 1 }

// chart puts a chart to the right of the table and has it printed on a page of its own.
func (s *sheet) chart(c *excelize.Chart) error {
	from := len(s.columns) + 2
	s.chartedRows = s.covers(chartHeight)
	c.Dimension = excelize.ChartDimension{Width: chartWidth, Height: uint(s.chartedRows * usualPixels)}
	axis := excelize.Font{Family: font, Size: 10, Color: ink}
	c.XAxis.Font, c.YAxis.Font = axis, axis
	c.Legend.Font = &axis
	c.Format.AltText = c.Title.Paragraph[0].Text
	s.charted = from
	return s.b.file.AddChart(s.name, at(from, s.headRow+1), c)
}

// covers is how many rows below the head are so many points high together.
func (s *sheet) covers(points float64) int {
	n := 0
	for points > 0 {
		high := usualHeight
		if n < len(s.heights) {
			high = s.heights[n]
		}
		points -= high
		n++
	}
	return n
}

// column is the number of the column with a key, from 1; 0 where a template left it out.
func (s *sheet) column(key string) int {
	return slices.IndexFunc(s.columns, func(c column) bool { return c.key == key }) + 1
}

// ref names a stretch of a column for a chart.
func (s *sheet) ref(col, from, to int) string {
	name, err := excelize.ColumnNumberToName(col)
	if err != nil {
		panic("xlsx: " + err.Error())
	}
	if from == to {
		return fmt.Sprintf("'%s'!$%s$%d", s.name, name, from)
	}
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.name, name, from, name, to)
}
