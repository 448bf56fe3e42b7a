package xlsx

import "github.com/xuri/excelize/v2"

// look is how a cell looks; its colours always stand beside a word that says the same.
type look int

const (
	plainText look = iota // wrapped, from the top left
	guardText             // plain text that begins like a formula: typed over, it stays text
	number
	percent
	day // a date
	head
	band   // the heading over a block of columns
	title  // the heading of a sheet
	remark // small print below it
	link   // leads to its row in "Dữ liệu"
	numberLink
	differs     // says something else than the other plans
	differsWord // the word that says so
	absent      // what a plan has not
	has         // what it has, among much that others have not
	origins     // small: the place of the value before it
	centre
	bold
	looks // how many there are
)

const (
	font      = "Times New Roman"
	ink       = "1F2933"
	faint     = "7B8794"
	line      = "CBD2D9"
	headFill  = "DCE6F0"
	oddFill   = "FCEBD3"
	oddInk    = "9C5700"
	hasFill   = "E3EEF6"
	linkInk   = "1F4E79"
	lateInk   = "A61B1B"
	soonFill  = "FCEBD3"
	dayFormat = "dd/mm/yyyy"
)

func border() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return out
}

func fill(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// styles registers every look and returns their numbers.
func styles(f *excelize.File) ([looks]int, error) {
	var ids [looks]int
	for l := range looks {
		id, err := f.NewStyle(styleOf(l))
		if err != nil {
			return ids, err
		}
		ids[l] = id
	}
	return ids, nil
}

func styleOf(l look) *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: font, Size: 11, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		Border:    border(),
	}
	format := dayFormat
	switch l {
	case guardText:
		s.NumFmt = 49 // text
	case number:
		s.NumFmt = 1
		s.Alignment.Horizontal = "center"
	case percent:
		s.NumFmt = 9
		s.Alignment.Horizontal = "center"
	case day:
		s.CustomNumFmt = &format
		s.Alignment.Horizontal = "center"
	case head:
		s.Font.Bold = true
		s.Fill = fill(headFill)
		s.Alignment.Vertical, s.Alignment.Horizontal = "center", "center"
	case band:
		s.Font.Bold = true
		s.Alignment.Vertical, s.Alignment.Horizontal = "center", "center"
	case title:
		s.Font.Bold, s.Font.Size = true, 14
		s.Border, s.Alignment.WrapText = nil, false
	case remark:
		s.Font.Italic, s.Font.Color = true, faint
		s.Border, s.Alignment.WrapText = nil, false
	case link:
		s.Font.Color = linkInk
	case numberLink:
		s.NumFmt, s.Font.Color = 1, linkInk
		s.Alignment.Horizontal = "center"
	case differs:
		s.Fill = fill(oddFill)
	case differsWord:
		s.Font.Bold, s.Font.Color = true, oddInk
		s.Alignment.Horizontal = "center"
	case absent:
		s.Font.Color = faint
		s.Alignment.Horizontal = "center"
	case has:
		s.NumFmt, s.Fill = 1, fill(hasFill)
		s.Alignment.Horizontal = "center"
	case origins:
		s.Font.Color, s.Font.Size = linkInk, 9
	case centre:
		s.Alignment.Horizontal = "center"
	case bold:
		s.Font.Bold = true
	}
	return s
}
