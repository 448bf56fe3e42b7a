package layout

import (
	"math"
	"strings"
)

// Measures of signatures side by side, in sizes of the type and in lines.
const (
	roomToSign = 2.4 // between an office and the name below it, at least
	mostRoom   = 14  // and at most: six lines, or a stamp
	mostNames  = 2   // lines of a name that has a rank in front
	offMiddle  = 2.5 // how far the middle of a name may be from that of the office
	mostSigned = 40  // lines of a block
)

// signer is a column of signatures: an office and below it, behind room to sign, a name.
type signer struct {
	lines   []*textLine
	names   int  // lines of the name
	centred bool // it does not begin where the office begins, as the cells of a table do
}

// signatures reads signatures side by side, as of a plan that several bodies issue
// together: offices in capitals and names below. It returns the columns and how many lines they take, 0 where there is no such
// block: at least two columns must have a name, and one an office of several lines, which
// tell that the room below is more than that between any two lines.
func signatures(lines []*textLine) (columns [][]*textLine, n int) {
	stretches := officeColumns(lines)
	if len(stretches) < 2 {
		return nil, 0
	}
	signers := make([]signer, len(stretches))
	for n < min(len(lines), mostSigned) && sign(signers, stretches, lines[n]) {
		n++
	}
	named, centred, close := 0, false, false
	for _, s := range signers {
		if s.names > 0 {
			if !s.signed() {
				return nil, 0
			}
			named++
			centred = centred || s.centred
			close = close || len(s.lines)-s.names > 1
		}
		columns = append(columns, s.lines)
	}
	if named < 2 || !centred || !close {
		return nil, 0
	}
	return columns, n
}

// officeColumns returns the columns in which the first lines stand, without wider room
// between them.
func officeColumns(lines []*textLine) []gutter {
	if len(lines) < 2 || len(lines[0].pieces) < 2 && len(lines[1].pieces) < 2 {
		return nil // as most are
	}
	var all []gutter
	for i, l := range lines[:min(len(lines), mostSigned)] {
		if i > 0 && lines[i-1].y-l.y > closeLine*l.size {
			break
		}
		for _, p := range l.pieces {
			all = append(all, gutter{p.x0, p.x1})
		}
	}
	return united(all, gutterMin*lines[0].size)
}

// sign gives the pieces of a line to the signers in whose columns they stand, if each has
// one.
func sign(signers []signer, columns []gutter, l *textLine) bool {
	own := make([][]piece, len(signers))
	for _, p := range l.pieces {
		c, ok := onlyColumn(columns, p)
		if !ok || !signers[c].takes(p, l) {
			return false
		}
		own[c] = append(own[c], p)
	}
	for c, pieces := range own {
		if len(pieces) > 0 {
			signers[c].add(&textLine{l.y, l.size, pieces})
		}
	}
	return true
}

// onlyColumn returns the column in which a piece stands, unless it reaches into two.
func onlyColumn(columns []gutter, p piece) (column int, ok bool) {
	column, nearest := 0, math.Inf(1)
	for c, s := range columns {
		if math.Min(p.x1, s.to) > math.Max(p.x0, s.from) {
			if ok {
				return 0, false
			}
			column, ok = c, true
		}
		if d := math.Abs(p.x0 + p.x1 - s.from - s.to); !ok && d < nearest {
			column, nearest = c, d
		}
	}
	return column, true
}

// signed reports whether the column looks like a signature: the office in capitals, the
// name of several words.
func (s *signer) signed() bool {
	name := s.lines[len(s.lines)-s.names].text()
	return isCapitals(s.lines[0].text()) && strings.Contains(name, " ") && !strings.ContainsAny(name, "0123456789")
}

func isCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text
}

// takes reports whether a piece goes on with the office, or is the name below it.
func (s *signer) takes(p piece, l *textLine) bool {
	if len(s.lines) == 0 {
		return true
	}
	last := s.lines[len(s.lines)-1]
	gap := last.y - l.y
	if gap <= closeLine*l.size {
		return s.names == 0 || s.names < mostNames && s.above(p, l.size)
	}
	return s.names == 0 && gap > roomToSign*l.size && gap < mostRoom*l.size && s.above(p, l.size)
}

// above reports whether a piece stands in the middle of the column.
func (s *signer) above(p piece, size float64) bool {
	last := s.lines[len(s.lines)-1]
	return math.Abs(p.x0+p.x1-last.x0()-last.x1()) <= 2*offMiddle*size
}

func (s *signer) add(l *textLine) {
	if n := len(s.lines); s.names > 0 || n > 0 && s.lines[n-1].y-l.y > roomToSign*l.size {
		s.names++
		s.centred = s.centred || math.Abs(l.x0()-s.lines[n-1].x0()) > l.size/2
	}
	s.lines = append(s.lines, l)
}
