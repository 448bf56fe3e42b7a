package content

import (
	"kehoach/ingest/pdf/font"
	"kehoach/ingest/pdf/object"
)

// scope is the resources of a page, of a node above it or of a form.
type scope struct {
	object.Value

	fonts   object.Value // its dictionary of fonts, and that written out; empty until asked for
	written string
}

// resource returns what a name stands for. A form that has no such name of its own
// takes that of the page or the form around it, as other readers let it.
func (m *machine) resource(kind, name string) (v object.Value) {
	for i := len(m.resources) - 1; i >= 0 && v.IsNull(); i-- {
		v = m.resources[i].Key(kind).Key(name)
	}
	return v
}

// font returns the font that a name stands for. To read a dictionary takes time, and the
// pages of a document mostly have the same: what it says is looked up by what it looks
// like.
func (m *machine) font(name string) *font.Font {
	for i := len(m.resources) - 1; i >= 0; i-- {
		s := m.resources[i]
		if s.written == "" {
			s.fonts = s.Key("Font")
			s.written = s.fonts.String()
		}
		if f := m.reader.fontIn(s, name); f != nil {
			return f
		}
	}
	return m.reader.load(object.Value{})
}

// fontIn returns the font of a name in a scope, nil where there is none.
func (r *Reader) fontIn(s *scope, name string) *font.Font {
	key := named{s.written, name}
	if f, ok := r.named[key]; ok {
		return f
	}
	var f *font.Font
	if v := s.fonts.Key(name); !v.IsNull() {
		f = r.load(v)
	}
	if len(s.written) <= maxWritten && len(r.named) < maxNamed {
		if r.named == nil {
			r.named = map[named]*font.Font{}
		}
		r.named[key] = f
	}
	return f
}

// named is a name in a dictionary of fonts, which is written out.
type named struct{ dictionary, name string }

// Bounds of what is kept of them: a dictionary has ten names and 200 bytes.
const (
	maxWritten = 4 << 10
	maxNamed   = 10_000
)

// load returns the font of a dictionary.
func (r *Reader) load(v object.Value) *font.Font {
	key := v.String()
	if f, ok := r.fonts[key]; ok {
		return f
	}
	if r.fonts == nil {
		r.fonts = map[string]*font.Font{}
	}
	f := font.Load(r.Doc, v)
	r.fonts[key] = f
	return f
}
