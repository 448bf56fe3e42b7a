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

// A chart stands below the table of its sheet, on a page of its own, and the numbers that
// it is made from below it. excelize fixes a chart to cells and takes each for one of the
// usual size, as it does not know the widths that were streamed, but for the first column,
// which holds their place: so a chart begins in the second. Its rows are of that size.
const (
	chartWidth  = 120.0 // digits
	chartRows   = 22
	usualHeight = 18 // pixels that excelize takes a row for
	usualPoints = 15 // its points
	usualWidth  = 64 // and of a column
	chartGap    = 2  // rows between the table and the title above the chart
)

// hasChart reports whether a sheet gets a chart.
func hasChart(name string) bool {
	return ofName(name) == sheetProgress || ofName(name) == sheetAgencies
}

// chartRow is where the title above the chart stands.
func (s *sheet) chartRow() int { return s.tableEnd() + chartGap }

// numbersRow is where the head of the numbers below the chart stands.
func (s *sheet) numbersRow() int { return s.chartRow() + chartRows + 2 }

// chart puts a chart below the table, and numbers, a small table with a head, below it.
func (s *sheet) chart(c *excelize.Chart, numbers [][]cell) error {
	row, below := s.chartRow(), s.numbersRow()
	name := c.Title.Paragraph[0].Text
	c.Dimension = excelize.ChartDimension{Width: uint(s.across(chartWidth) * usualWidth), Height: chartRows * usualHeight}
	axis := excelize.Font{Family: font, Size: 10, Color: ink}
	c.XAxis.Font, c.YAxis.Font = axis, axis
	c.Legend.Font = &axis
	c.Format.AltText = name
	one := false
	c.VaryColors = &one // a colour is a series, not a bar
	if len(c.Series) == 1 {
		c.Legend.Position = "none"
	}
	if err := s.b.file.AddChart(s.name, at(2, row+1), c); err != nil {
		return err
	}
	if err := s.sw.InsertPageBreak(at(1, row)); err != nil {
		return err
	}
	s.links = append(s.links, linkTo{at(s.headingColumn(), 2), fmt.Sprintf("'%s'!%s", s.name, at(1, row))})
	s.end = s.tableEnd()
	if err := s.spare(row, 22, []cell{{value: chartBelow, look: title}}); err != nil {
		return err
	}
	for i := range chartRows {
		if err := s.spare(row+1+i, usualPoints, nil); err != nil {
			return err
		}
	}
	for i, cells := range numbers {
		high := height(1)
		if i == 0 {
			high = height(3) // the names of plans in columns made for something else
		}
		if err := s.spare(below+i, high, cells); err != nil {
			return err
		}
	}
	return nil
}

// spare writes a row below the table, so many points high.
func (s *sheet) spare(row int, high float64, cells []cell) error {
	s.row = row
	values := make([]any, len(cells))
	for i := range values {
		values[i] = s.styled(cells[i])
	}
	return s.sw.SetRow(at(1, row), values, excelize.RowOpts{Height: high})
}

// across is how many columns from the second are so many digits wide together.
func (s *sheet) across(digits float64) int {
	n := 0
	for ; digits > 0; n++ {
		if n+1 < len(s.columns) {
			digits -= s.columns[n+1].width
		} else {
			digits -= 9.14 // that of a column that nobody set
		}
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
