package content

import (
	"math"

	"kehoach/ingest/pdf/font"
	"kehoach/ingest/pdf/syntax"
)

// textOperator runs the operators of text.
func (m *machine) textOperator(name string, args []syntax.Object) {
	s := &m.state
	switch name {
	case "BT":
		m.text, m.line = identity, identity
	case "Tf":
		m.setFont(args)
	case "Tc":
		s.character = numbers(args, 1)[0]
	case "Tw":
		s.word = numbers(args, 1)[0]
	case "Tz":
		s.scale = numbers(args, 1)[0] / 100
	case "TL":
		s.leading = numbers(args, 1)[0]
	case "Ts":
		s.rise = numbers(args, 1)[0]
	case "Td":
		v := numbers(args, 2)
		m.move(v[0], v[1])
	case "TD":
		v := numbers(args, 2)
		s.leading = -v[1]
		m.move(v[0], v[1])
	case "Tm":
		m.line = numbers(args, 6)
		m.text = m.line
	case "T*":
		m.move(0, -s.leading)
	case "Tj":
		m.showLast(args)
	case "'":
		m.move(0, -s.leading)
		m.showLast(args)
	case `"`:
		if len(args) >= 3 {
			v := numbers(args[:2], 2)
			s.word, s.character = v[0], v[1]
		}
		m.move(0, -s.leading)
		m.showLast(args)
	case "TJ":
		if len(args) > 0 {
			m.showArray(args[len(args)-1].Items)
		}
	}
}

func (m *machine) setFont(args []syntax.Object) {
	if len(args) < 2 {
		return
	}
	name := string(args[0].Text)
	f, ok := m.fonts[name]
	if !ok {
		f = m.font(name)
		m.fonts[name] = f
	}
	m.state.font, m.state.size = f, numbers(args[1:], 1)[0]
}

func (m *machine) move(x, y float64) {
	m.line = matrix{1, 0, 0, 1, x, y}.times(m.line)
	m.text = m.line
}

func (m *machine) showLast(args []syntax.Object) {
	if len(args) > 0 {
		m.show(args[len(args)-1].Text)
	}
}

func (m *machine) showArray(items []syntax.Object) {
	s := &m.state
	for _, o := range items {
		switch o.Kind {
		case syntax.String:
			m.show(o.Text)
		case syntax.Number:
			m.kern(-o.Num / 1000 * s.size)
		}
	}
}

// kern moves on along the line, which the font says the direction of.
func (m *machine) kern(by float64) {
	if f := m.state.font; f != nil && f.Vertical {
		m.descend(by)
		return
	}
	m.advance(by * m.state.scale)
}

func (m *machine) descend(y float64) {
	m.text[4] += y * m.text[2]
	m.text[5] += y * m.text[3]
}

func (m *machine) advance(x float64) {
	m.text[4] += x * m.text[0]
	m.text[5] += x * m.text[1]
}

// Sizes of type, in points, that no page has: a font of drawings is then measured by its
// box.
const (
	leastSize = 2
	mostSize  = 200
)

// show puts the glyphs of a string on the page. A combining mark joins the glyph drawn
// before it, whatever its own place.
func (m *machine) show(text []byte) {
	s := &m.state
	if s.font == nil {
		s.font = &font.Font{Em: 1}
	}
	whole := matrix{s.size * s.scale, 0, 0, s.size, 0, s.rise}.times(m.text).times(s.matrix)
	size := math.Hypot(whole[2], whole[3])
	if size < leastSize || size > mostSize {
		size *= s.font.Em
	}
	unit := math.Hypot(whole[0], whole[1])
	quarter, angle := whole.quarter(), 0.0
	if quarter < 0 {
		angle = math.Atan2(whole[1], whole[0])
	}
	if s.font.Vertical {
		m.showDown(text, size, whole)
		return
	}
	along := m.text.times(s.matrix)
	origin := matrix{0, 0, 0, 0, 0, s.rise}.times(along)
	for len(text) > 0 && len(m.page.Glyphs) < maxGlyphs {
		g, n := s.font.Next(text)
		text = text[n:]
		space := s.character
		if g.Space {
			space += s.word
		}
		step := (g.Width*s.size + space) * s.scale
		m.put(g, Glyph{Text: g.Text, X: origin[4], Y: origin[5], Width: g.Width * unit, Size: size, Quarter: quarter, Angle: angle, Mark: g.Mark})
		m.advance(step)
		origin[4] += step * along[0]
		origin[5] += step * along[1]
	}
}

// showDown puts the glyphs of a string below each other: to the layout they are a line that
// runs downwards.
func (m *machine) showDown(text []byte, size float64, whole matrix) {
	s := &m.state
	quarter := whole.quarter()
	if quarter >= 0 {
		quarter = (quarter + 3) % 4
	}
	for len(text) > 0 && len(m.page.Glyphs) < maxGlyphs {
		g, n := s.font.Next(text)
		text = text[n:]
		x, y := matrix{0, 0, 0, 0, 0, s.rise}.times(m.text).times(s.matrix).point(0, 0)
		at := Glyph{Text: g.Text, X: x, Y: y, Width: size, Size: size, Quarter: quarter, Mark: g.Mark}
		if quarter < 0 {
			at.Angle = math.Atan2(whole[1], whole[0]) - math.Pi/2
		}
		m.put(g, at)
		m.descend(-s.size + s.character)
	}
}

func (m *machine) put(g *font.Glyph, at Glyph) {
	if g.Text == "\uFFFD" {
		m.page.Unread++
	}
	if g.Text == "" || at.Size < 0.5 || at.Size > 2000 || m.inArtifact() || math.IsNaN(at.X+at.Y) {
		return
	}
	glyphs := m.page.Glyphs
	if n := len(glyphs); g.Mark && n > 0 && glyphs[n-1].Text != " " {
		last := &glyphs[n-1]
		last.Text += g.Text
		if end := at.X + at.Width; at.Quarter == 0 && last.Quarter == 0 && end > last.X+last.Width && at.X >= last.X && end < last.X+2*last.Size {
			last.Width = end - last.X
		}
		return
	}
	m.page.Glyphs = append(glyphs, at)
}
