package content

import (
	"bytes"
	"errors"
	"math"
	"strconv"

	"kehoach/ingest/pdf/font"
	"kehoach/ingest/pdf/object"
	"kehoach/ingest/pdf/syntax"
)

// machine runs the operators of content streams (ISO 32000-1 annex A), those that
// matter for where text and lines stand.
type machine struct {
	reader    *Reader
	page      *Page
	err       error
	operators int
	drawn     int
	cover     *cover

	resources []*scope // of the page and of the forms that are being drawn, the innermost last
	depth     int
	state     state
	saved     []state
	text      matrix // of the text
	line      matrix // of the start of the line
	path      path
	marked    []marked // what is open of marked content
	fonts     map[string]*font.Font
}

// state is what q saves and Q brings back.
type state struct {
	matrix               matrix
	font                 *font.Font
	size, character      float64
	word, scale, leading float64
	rise                 float64
	lineWidth            float64
}

// run executes one stream; a form within it runs in a machine state of its own.
func (m *machine) run(data []byte, resources object.Value, at matrix, depth int) {
	outer := *m
	if !resources.IsNull() {
		m.resources = append(m.resources[:len(m.resources):len(m.resources)], &scope{Value: resources})
	}
	m.depth, m.saved, m.path, m.fonts = depth, nil, path{}, map[string]*font.Font{}
	m.state = state{matrix: at, scale: 1, lineWidth: 1}
	m.text, m.line = identity, identity
	l := syntax.Lexer{Data: data}
	l.Lend()
	var args []syntax.Object
	for m.operators < maxOperators && len(m.page.Glyphs) < maxGlyphs {
		o := l.Next()
		if o.Kind == syntax.EOF {
			break
		}
		if o.Kind != syntax.Operator {
			if args = append(args, o); len(args) > maxOperands {
				args = args[:0] // of no operator
				l.Release()
			}
			continue
		}
		m.operators++
		if o.Is(syntax.Operator, "BI") {
			m.image()
			skipImage(&l)
		} else {
			m.operator(string(o.Text), args)
		}
		args = args[:0]
		l.Release()
	}
	if m.operators >= maxOperators || len(m.page.Glyphs) >= maxGlyphs {
		m.err = errTooMuch
	}
	m.resources, m.depth, m.saved, m.state = outer.resources, outer.depth, outer.saved, outer.state
	m.text, m.line, m.path, m.marked, m.fonts = outer.text, outer.line, outer.path, outer.marked, outer.fonts
}

// errTooMuch tells that the rest of a page was left out.
var errTooMuch = errors.New("more on the page than is read")

// skipImage moves behind an inline image: to the first EI that stands alone behind
// the image's dictionary.
func skipImage(l *syntax.Lexer) {
	if i := bytes.Index(l.Data[l.Pos:], []byte("ID")); i >= 0 {
		l.Pos += i + 2
	}
	for {
		i := bytes.Index(l.Data[l.Pos:], []byte("EI"))
		if i < 0 {
			l.Pos = len(l.Data)
			return
		}
		at := l.Pos + i
		l.Pos = at + 2
		if (at == 0 || syntax.IsBlank(l.Data[at-1])) && (l.Pos == len(l.Data) || syntax.IsBlank(l.Data[l.Pos])) {
			return
		}
	}
}

// numbers returns the last n arguments as numbers, missing ones as 0.
func numbers(args []syntax.Object, n int) (v [6]float64) {
	if len(args) > n {
		args = args[len(args)-n:]
	}
	for i, a := range args {
		if a.Kind == syntax.Number && !math.IsNaN(a.Num) && math.Abs(a.Num) < 1e9 {
			v[i] = a.Num
		}
	}
	return v
}

func (m *machine) operator(name string, args []syntax.Object) {
	s := &m.state
	switch name {
	case "q":
		if len(m.saved) < maxStates {
			m.saved = append(m.saved, *s)
		}
	case "Q":
		if n := len(m.saved); n > 0 {
			*s, m.saved = m.saved[n-1], m.saved[:n-1]
		}
	case "cm":
		s.matrix = matrix(numbers(args, 6)).times(s.matrix)
	case "w":
		s.lineWidth = numbers(args, 1)[0]
	case "m", "l", "re", "c", "v", "y", "h", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n":
		m.draw(name, args)
	case "Do":
		m.object(args)
	case "BMC", "BDC":
		m.begin(args)
	case "EMC":
		m.end()
	case "gs":
		m.graphicsState(args)
	default:
		m.textOperator(name, args)
	}
}

// graphicsState takes the font out of a graphics state dictionary.
func (m *machine) graphicsState(args []syntax.Object) {
	if len(args) == 0 {
		return
	}
	f := m.resource("ExtGState", string(args[0].Text)).Key("Font")
	if f.Len() == 2 {
		m.state.font = font.Load(m.reader.Doc, f.Index(0))
		m.state.size = f.Index(1).Float64()
	}
}

// object draws a form or counts an image.
func (m *machine) object(args []syntax.Object) {
	if len(args) == 0 || m.depth >= maxForms {
		return
	}
	if m.drawn++; m.drawn > maxDrawn {
		panic(&object.LimitError{Limit: "drawn", Value: strconv.Itoa(maxDrawn)})
	}
	x := m.resource("XObject", string(args[0].Text))
	switch x.Key("Subtype").Name() {
	case "Image":
		m.image()
	case "Form":
		m.form(x, m.state.matrix)
	}
}

// form draws a form in the space of a matrix.
func (m *machine) form(x object.Value, space matrix) {
	data, err := m.reader.stream(x)
	if err != nil {
		m.err = err
	}
	m.run(data, x.Key("Resources"), formMatrix(x).times(space), m.depth+1)
}

func formMatrix(form object.Value) matrix {
	a := form.Key("Matrix")
	if a.Len() != 6 {
		return identity
	}
	var own matrix
	for i := range own {
		own[i] = a.Index(i).Float64()
	}
	return own
}

// image notes what of the page an image covers.
func (m *machine) image() {
	m.page.Images++
	m.cover.add(m.state.matrix, m.page.Box)
}
