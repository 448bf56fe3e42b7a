package outline

import (
	"strings"

	"kehoach/extract/lexicon"
)

// markTables finds the rows of tables among ps and cuts them into cells. A line with
// tabs is a row where it has three cells or more, or stands beside a row, or is the
// head of a table; elsewhere its tabs are blanks.
func markTables(ps []*Para) {
	for i, p := range ps {
		tabs := strings.Count(p.Text, "\t")
		if tabs == 0 {
			continue
		}
		near := i > 0 && ps[i-1].Cells != nil || i+1 < len(ps) && strings.Count(ps[i+1].Text, "\t") >= 2
		if tabs >= 2 || near || isHeaderRow(p.Text) {
			p.cut()
		} else {
			p.Phrase = p.flat()
		}
	}
}

// cut makes p a row. Its marker, if any, belongs to the first cell.
func (p *Para) cut() {
	l := p.text.Lines[p.first]
	p.Phrase = phrase(p.text, l.Span)
	p.Marker, p.Label, p.Item = Marker{}, nil, nil
	start := 0
	for i := 0; i <= len(p.Text); i++ {
		if i == len(p.Text) || p.Text[i] == '\t' {
			p.Cells = append(p.Cells, p.Slice(start, i))
			start = i + 1
		}
	}
}

// isHeaderRow reports whether s is the head of a table: two cells or more name columns.
func isHeaderRow(s string) bool {
	if strings.IndexByte(s, '\t') < 0 {
		return false
	}
	n := 0
	for _, c := range strings.Split(s, "\t") {
		if _, ok := Column(c); ok {
			n++
		}
	}
	return n >= 2
}

// Column returns the meaning of the head of a table's column, a remark in brackets left
// out: "Thời gian (dự kiến)".
func Column(s string) (meaning string, ok bool) {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	s = strings.Trim(s, " .:*")
	if s == "" || len(s) > 80 {
		return "", false
	}
	return lexicon.Labels("column").Whole(s)
}
