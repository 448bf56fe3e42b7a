package content

import (
	"math"
	"strings"

	"kehoach/ingest/pdf/font"
	"kehoach/ingest/pdf/object"
	"kehoach/ingest/pdf/syntax"
)

const maxAnnotations = 5000 // of a page; a long form has some hundreds

// Flags of an annotation that keep it off the screen (ISO 32000-1 table 165).
const (
	flagHidden = 1 << 1
	flagNoView = 1 << 5
)

// flagPassword is that of a field whose text is not to be seen (table 228).
const flagPassword = 1 << 13

// annotations draws what stands on top of a page: fields that were filled in, if only by a
// program that leaves it to the viewer to draw them, text that was typed onto it, stamps
// with the number and the date. The stamp of a digital
// signature is left out: it is put over the text wherever there is room, and says
// nothing that the document says.
func (m *machine) annotations(list object.Value) {
	for i := range min(list.Len(), maxAnnotations) {
		if m.annotation(list.Index(i)); m.err != nil {
			return
		}
	}
}

func (m *machine) annotation(a object.Value) {
	defer func() {
		switch x := recover().(type) { // the library panics on values it cannot parse
		case *object.LimitError:
			panic(x)
		}
	}()
	if a.Key("F").Int64()&(flagHidden|flagNoView) != 0 || a.Key("Subtype").Name() == "Popup" || field(a, "FT").Name() == "Sig" {
		return
	}
	rect := rectangle(a.Key("Rect"))
	form := a.Key("AP").Key("N")
	if form.Kind() == object.Dict {
		form = form.Key(a.Key("AS").Name())
	}
	if form.Kind() == object.Stream {
		before := len(m.page.Glyphs)
		m.form(form, appearance(rect, rectangle(form.Key("BBox")), formMatrix(form)))
		if len(m.page.Glyphs) > before || a.Key("Subtype").Name() != "Widget" {
			return
		}
	}
	switch kind := field(a, "FT").Name(); {
	case kind == "Tx" && field(a, "Ff").Int64()&flagPassword == 0 || kind == "Ch":
		m.write(field(a, "V").Text(), rect, typeSize(field(a, "DA").RawString()))
	case a.Key("Subtype").Name() == "FreeText":
		m.write(a.Key("Contents").Text(), rect, typeSize(a.Key("DA").RawString()))
	}
}

// write puts text into a rectangle as a viewer does that has to draw a field itself: a
// single line in the middle, several from the top, the letters of about their widths.
func (m *machine) write(text string, rect Rule, size float64) {
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	height := rect.Y1 - rect.Y0
	if len(lines) == 0 || height <= 0 {
		return
	}
	const leading, ascent, inset, width = 1.2, 0.8, 2, 0.5 // in sizes of the type, but for the inset
	if size <= 0 {
		size = math.Min(12, height/leading)
	}
	top := rect.Y1 - inset
	if len(lines) == 1 {
		top = rect.Y0 + (height+size)/2
	}
	for i, line := range lines {
		y := top - (ascent+leading*float64(i))*size
		for j, r := range []rune(line) {
			m.put(&font.Glyph{Text: string(r)}, Glyph{Text: string(r), X: rect.X0 + inset + width*size*float64(j), Y: y, Width: width * size, Size: size})
			if len(m.page.Glyphs) >= maxGlyphs {
				return
			}
		}
	}
}

// typeSize returns the size that a default appearance sets ("/Helv 12 Tf 0 g"), 0 where
// the viewer is to choose it.
func typeSize(appearance string) float64 {
	l := syntax.Lexer{Data: []byte(appearance)}
	last := 0.0
	for o := l.Next(); o.Kind != syntax.EOF; o = l.Next() {
		if o.Is(syntax.Operator, "Tf") {
			return last
		}
		last = o.Num
	}
	return 0
}

// field returns what a field says of itself, or the nearest of those above it.
func field(a object.Value, key string) object.Value {
	for range 8 {
		if v := a.Key(key); !v.IsNull() || a.IsNull() {
			return v
		}
		a = a.Key("Parent")
	}
	return object.Value{}
}

func rectangle(v object.Value) (r Rule) {
	if v.Len() != 4 {
		return Rule{}
	}
	return ordered(v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64())
}

// appearance returns the matrix that, behind the form's own, puts the box of an
// appearance into the rectangle of its annotation (ISO 32000-1 §12.5.5, algorithm 8.1).
func appearance(rect, box Rule, own matrix) matrix {
	b := Rule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, corner := range [4][2]float64{{box.X0, box.Y0}, {box.X0, box.Y1}, {box.X1, box.Y0}, {box.X1, box.Y1}} {
		x, y := own.point(corner[0], corner[1])
		b = Rule{math.Min(b.X0, x), math.Min(b.Y0, y), math.Max(b.X1, x), math.Max(b.Y1, y)}
	}
	sx, sy := 1.0, 1.0
	if w, h := b.X1-b.X0, b.Y1-b.Y0; w > 0 && h > 0 {
		sx, sy = (rect.X1-rect.X0)/w, (rect.Y1-rect.Y0)/h
	}
	return matrix{sx, 0, 0, sy, rect.X0 - b.X0*sx, rect.Y0 - b.Y0*sy}
}
