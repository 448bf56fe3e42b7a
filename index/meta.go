package index

import (
	"encoding/binary"

	"kehoach/ingest/source"
)

// meta is what is stored of a document beside its text. Every hit that is shown is
// read, so it is stored as bytes that take little time to understand.
type meta struct {
	Plan, Source string
	Kind         Kind
	Number       *int // of a model
	Span         source.Span
	Fields       []string      // of each stored text
	Spans        []source.Span // likewise
	Damage       []damage
}

// encode is m as bytes: numbers as varints, strings behind their lengths.
func (m *meta) encode() []byte {
	b := putString(nil, m.Plan, m.Source, string(m.Kind))
	number := 0 // none
	if m.Number != nil {
		number = *m.Number + 1
	}
	b = putSpan(putInt(b, number), m.Span)
	b = putInt(b, len(m.Fields))
	for i, field := range m.Fields {
		b = putSpan(putString(b, field), m.Spans[i])
	}
	b = putInt(b, len(m.Damage))
	for _, d := range m.Damage {
		b = putInt(b, d.part, d.start, d.end, len(d.meant))
		b = putString(b, d.meant...)
	}
	return b
}

func putInt(b []byte, ns ...int) []byte {
	for _, n := range ns {
		b = binary.AppendVarint(b, int64(n))
	}
	return b
}

func putString(b []byte, ss ...string) []byte {
	for _, s := range ss {
		b = append(putInt(b, len(s)), s...)
	}
	return b
}

func putSpan(b []byte, s source.Span) []byte {
	return putInt(b, s.Page, s.Line, s.EndLine, s.EndPage, s.Start, s.End)
}

// decodeMeta reads what encode wrote; ok is false where b is something else.
func decodeMeta(b []byte) (m meta, ok bool) {
	r := metaReader{rest: b}
	m.Plan, m.Source, m.Kind = r.string(), r.string(), Kind(r.string())
	if n := r.int(); n > 0 {
		n--
		m.Number = &n
	}
	m.Span = r.span()
	for range r.count() {
		m.Fields = append(m.Fields, r.string())
		m.Spans = append(m.Spans, r.span())
	}
	for range r.count() {
		d := damage{part: r.int(), start: r.int(), end: r.int()}
		for range r.count() {
			d.meant = append(d.meant, r.string())
		}
		m.Damage = append(m.Damage, d)
	}
	return m, !r.failed && len(r.rest) == 0
}

// metaReader reads from the beginning of rest. After a failure it gives zeros.
type metaReader struct {
	rest   []byte
	failed bool
}

func (r *metaReader) int() int {
	n, size := binary.Varint(r.rest)
	if size <= 0 {
		r.rest, r.failed = nil, true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// count reads how many things follow, each of a byte at least.
func (r *metaReader) count() int {
	n := r.int()
	if n < 0 || n > len(r.rest) {
		r.rest, r.failed = nil, true
		return 0
	}
	return n
}

func (r *metaReader) string() string {
	n := r.count()
	s := string(r.rest[:n])
	r.rest = r.rest[n:]
	return s
}

func (r *metaReader) span() source.Span {
	return source.Span{Page: r.int(), Line: r.int(), EndLine: r.int(), EndPage: r.int(), Start: r.int(), End: r.int()}
}
