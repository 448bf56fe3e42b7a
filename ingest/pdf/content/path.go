package content

import (
	"math"

	"kehoach/ingest/pdf/syntax"
)

// path collects the straight lines and rectangles of a path until it is painted.
type path struct {
	x, y, startX, startY float64
	rules                []Rule
	boxes                []Rule
	sides                int // straight or curved
}

// manySides is how many sides a letter has that is drawn as an area; an arrow or a box with
// round corners has 8 or less, most letters 15 to 60.
const manySides = 10

// thin is the widest that a filled rectangle may be to count as a line, in points.
const thin = 3.0

func (m *machine) draw(name string, args []syntax.Object) {
	p := &m.path
	switch name {
	case "m":
		v := numbers(args, 2)
		p.x, p.y = m.state.matrix.point(v[0], v[1])
		p.startX, p.startY = p.x, p.y
	case "l":
		v := numbers(args, 2)
		x, y := m.state.matrix.point(v[0], v[1])
		p.add(x, y)
	case "h":
		p.add(p.startX, p.startY)
	case "c", "v", "y":
		n := 6
		if name != "c" {
			n = 4
		}
		p.sides++
		v := numbers(args, n)
		p.x, p.y = m.state.matrix.point(v[n-2], v[n-1])
	case "re":
		v := numbers(args, 4)
		x0, y0 := m.state.matrix.point(v[0], v[1])
		x1, y1 := m.state.matrix.point(v[0]+v[2], v[1]+v[3])
		if len(p.boxes) < maxRules {
			p.boxes = append(p.boxes, ordered(x0, y0, x1, y1))
		}
	case "n":
		*p = path{}
	default:
		m.paint(name)
	}
}

func (p *path) add(x, y float64) {
	p.sides++
	if len(p.rules) < maxRules {
		p.rules = append(p.rules, ordered(p.x, p.y, x, y))
	}
	p.x, p.y = x, y
}

func ordered(x0, y0, x1, y1 float64) Rule {
	return Rule{math.Min(x0, x1), math.Min(y0, y1), math.Max(x0, x1), math.Max(y0, y1)}
}

// paint turns the path into rules: each stroked line, each filled area that is thin,
// each side of a stroked rectangle.
func (m *machine) paint(name string) {
	stroked := name != "f" && name != "F" && name != "f*"
	p := m.path
	m.path = path{}
	if m.inArtifact() {
		return
	}
	if !stroked && p.sides >= manySides {
		m.page.Shapes++
	}
	if stroked {
		for _, r := range p.rules {
			m.rule(r)
		}
	} else if len(p.rules) > 0 {
		m.area(bounds(p.rules))
	}
	for _, b := range p.boxes {
		if !stroked || b.X1-b.X0 <= thin || b.Y1-b.Y0 <= thin {
			m.area(b)
			continue
		}
		m.rule(Rule{b.X0, b.Y0, b.X1, b.Y0})
		m.rule(Rule{b.X0, b.Y1, b.X1, b.Y1})
		m.rule(Rule{b.X0, b.Y0, b.X0, b.Y1})
		m.rule(Rule{b.X1, b.Y0, b.X1, b.Y1})
	}
}

func bounds(rules []Rule) Rule {
	b := rules[0]
	for _, r := range rules {
		b = Rule{math.Min(b.X0, r.X0), math.Min(b.Y0, r.Y0), math.Max(b.X1, r.X1), math.Max(b.Y1, r.Y1)}
	}
	return b
}

// area adds a filled rectangle if it is a line.
func (m *machine) area(b Rule) {
	switch w, h := b.X1-b.X0, b.Y1-b.Y0; {
	case h <= thin && w > h:
		y := (b.Y0 + b.Y1) / 2
		m.rule(Rule{b.X0, y, b.X1, y})
	case w <= thin && h > w:
		x := (b.X0 + b.X1) / 2
		m.rule(Rule{x, b.Y0, x, b.Y1})
	}
}

func (m *machine) rule(r Rule) {
	if len(m.page.Rules) < maxRules {
		m.page.Rules = append(m.page.Rules, r)
	}
}
