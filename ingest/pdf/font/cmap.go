package font

import (
	"unicode/utf16"

	"kehoach/ingest/pdf/syntax"
)

// cmap is a character map: what codes there are, and what they mean, as text
// (ToUnicode) or as numbers of glyphs (the encoding of a composite font).
type cmap struct {
	text   map[uint32]string
	spaces []space
	cids   map[uint32]uint32
	ranges []cidRange
}

// space is a range of codes of one length in bytes.
type space struct {
	low, high uint32
	bytes     int
}

type cidRange struct{ low, high, cid uint32 }

const maxMapped = 140_000 // codes of one map; Unicode's first plane twice

func parseCMap(data []byte) *cmap {
	m := &cmap{text: map[uint32]string{}, cids: map[uint32]uint32{}}
	l := syntax.Lexer{Data: data}
	var args []syntax.Object
	for len(m.text)+len(m.cids) < maxMapped {
		o := l.Next()
		if o.Kind == syntax.EOF {
			break
		}
		if o.Kind != syntax.Operator {
			if len(args) < maxMapped {
				args = append(args, o)
			}
			continue
		}
		m.operator(string(o.Text), args)
		args = args[:0]
	}
	return m
}

func (m *cmap) operator(name string, args []syntax.Object) {
	switch name {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			if n := len(args[i].Text); n > 0 && n <= 4 {
				m.spaces = append(m.spaces, space{code(args[i]), code(args[i+1]), n})
			}
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.text[code(args[i])] = meaning(args[i+1])
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.textRange(code(args[i]), code(args[i+1]), args[i+2])
		}
	case "endcidchar":
		for i := 0; i+1 < len(args); i += 2 {
			m.cids[code(args[i])] = uint32(args[i+1].Int())
		}
	case "endcidrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.ranges = append(m.ranges, cidRange{code(args[i]), code(args[i+1]), uint32(args[i+2].Int())})
		}
	}
}

// textRange maps low to a text and the codes behind it to the texts behind that one,
// or to those of a list.
func (m *cmap) textRange(low, high uint32, to syntax.Object) {
	if high < low || high-low >= maxRange {
		return
	}
	if to.Kind == syntax.Array {
		for i, o := range to.Items {
			if uint32(i) > high-low {
				return
			}
			m.text[low+uint32(i)] = meaning(o)
		}
		return
	}
	runes := []rune(meaning(to))
	if len(runes) == 0 {
		return
	}
	for c := low; c <= high && len(m.text) < maxMapped; c++ {
		m.text[c] = string(runes)
		runes[len(runes)-1]++
		if c == 1<<32-1 {
			return
		}
	}
}

func code(o syntax.Object) (n uint32) {
	for _, b := range o.Text {
		n = n<<8 | uint32(b)
	}
	return n
}

// meaning returns the text of a destination: UTF-16 or a glyph's name.
func meaning(o syntax.Object) string {
	switch {
	case o.Kind == syntax.Name:
		return GlyphName(string(o.Text))
	case len(o.Text) == 1:
		return string(rune(o.Text[0]))
	}
	units := make([]uint16, len(o.Text)/2)
	for i := range units {
		units[i] = uint16(o.Text[2*i])<<8 | uint16(o.Text[2*i+1])
	}
	return string(utf16.Decode(units))
}

// next returns the first code of s by the ranges of codes, and its bytes.
func (m *cmap) next(s []byte) (c uint32, n int) {
	for n = 1; n <= 4 && n <= len(s); n++ {
		c = c<<8 | uint32(s[n-1])
		for _, sp := range m.spaces {
			if sp.bytes == n && c >= sp.low && c <= sp.high {
				return c, n
			}
		}
	}
	n = min(m.spaces[0].bytes, len(s))
	c = 0
	for _, b := range s[:n] {
		c = c<<8 | uint32(b)
	}
	return c, n
}

func (m *cmap) cid(c uint32) uint32 {
	if cid, ok := m.cids[c]; ok {
		return cid
	}
	for _, r := range m.ranges {
		if c >= r.low && c <= r.high {
			return r.cid + c - r.low
		}
	}
	return c
}
