package content

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/pdf/syntax"
)

// marked is a piece of marked content that is open (ISO 32000-1 §14.6).
type marked struct {
	hidden bool   // a running header, footer or page number, as the writer says
	text   string // what its glyphs say together, as the writer says; "" where it does not
	from   int    // the first of its glyphs on the page
}

const maxMarked = 1000 // pieces within each other; beyond that they are taken for one

// begin opens a piece.
func (m *machine) begin(args []syntax.Object) {
	if len(m.marked) >= maxMarked {
		m.marked = append(m.marked, m.marked[len(m.marked)-1])
		return
	}
	m.marked = append(m.marked, marked{m.isArtifact(args), m.actualText(args), len(m.page.Glyphs)})
}

// end closes the last piece.
func (m *machine) end() {
	if n := len(m.marked); n > 0 {
		m.replace(m.marked[n-1])
		m.marked = m.marked[:n-1]
	}
}

// isArtifact reports whether marked content is what the writer says to be a running
// header, footer or page number.
func (m *machine) isArtifact(args []syntax.Object) bool {
	if len(args) < 2 || !args[0].Is(syntax.Name, "Artifact") {
		return false
	}
	return args[1].Key("Type").Is(syntax.Name, "Pagination") &&
		(args[1].Key("Subtype").Is(syntax.Name, "Header") || args[1].Key("Subtype").Is(syntax.Name, "Footer"))
}

func (m *machine) inArtifact() bool {
	for _, p := range m.marked {
		if p.hidden {
			return true
		}
	}
	return false
}

// actualText returns what the properties of a piece, or those that they name, say it reads.
func (m *machine) actualText(args []syntax.Object) string {
	if len(args) < 2 {
		return ""
	}
	if args[1].Kind == syntax.Name {
		return m.resource("Properties", string(args[1].Text)).Key("ActualText").Text()
	}
	return textString(args[1].Key("ActualText").Text)
}

// textString reads a text string: UTF-16 or UTF-8 behind its mark, else PDFDocEncoding,
// the letters of which are those of Windows-1252.
func textString(b []byte) string {
	switch s := string(b); {
	case strings.HasPrefix(s, "\xFE\xFF"):
		units := make([]uint16, len(b)/2-1)
		for i := range units {
			units[i] = uint16(b[2*i+2])<<8 | uint16(b[2*i+3])
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return s[3:]
	}
	s, err := charmap.Windows1252.NewDecoder().String(string(b))
	if err != nil {
		return ""
	}
	return s
}

// replace puts the text of a piece in the place of its glyphs where one of them says
// nothing that can be read, or where the two differ in marks alone: a font that composes
// letters of glyphs gives U and Ủ the same glyph for the letter, and its table one
// reading. Where else all can be read they are believed: what stands on the page is what
// the document says.
func (m *machine) replace(p marked) {
	text := strings.Join(strings.Fields(p.text), " ")
	if text == "" || p.from >= len(m.page.Glyphs) {
		return
	}
	glyphs := m.page.Glyphs[p.from:]
	whole, unread, strange := glyphs[0], 0, false
	var read strings.Builder
	for _, g := range glyphs {
		if g.Quarter != 0 || math.Abs(g.Y-whole.Y) > whole.Size/2 {
			return // several lines: nobody knows which part of the text is whose
		}
		if g.Text == "\uFFFD" {
			unread++
		}
		strange = strange || strings.ContainsFunc(g.Text, isStrange)
		read.WriteString(g.Text)
		end := max(whole.X+whole.Width, g.X+g.Width)
		whole.X = min(whole.X, g.X)
		whole.Width = end - whole.X
	}
	if !strange && (len(glyphs) > longestCluster || !sameLetters(read.String(), text)) {
		return
	}
	m.page.Unread -= unread
	if utf8.RuneCountInString(text) == 1 {
		whole.Width = glyphs[0].Width // its marks take no room, whatever the font says
	}
	whole.Text, whole.Mark = text, false
	m.page.Glyphs = append(m.page.Glyphs[:p.from], whole)
}

// longestCluster is how many glyphs make up one letter with its marks, at most.
const longestCluster = 3

// sameLetters reports whether two texts are one letter with other marks.
func sameLetters(a, b string) bool {
	a, b = withoutMarks(a), withoutMarks(b)
	return a == b && utf8.RuneCountInString(a) == 1
}

// withoutMarks returns the letters of a text without what stands above and below them.
func withoutMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

// isStrange reports whether a character says nothing outside its font.
func isStrange(r rune) bool {
	return r == unicode.ReplacementChar || unicode.Is(unicode.Co, r)
}
