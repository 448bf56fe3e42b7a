package index

import (
	"sort"
	"strings"

	"github.com/blevesearch/bleve/v2/search"

	"kehoach/index/query"
)

// record is what is stored of a document.
type record struct {
	meta
	parts []Part // the first is the title
}

// visit calls do with the stored fields of the document with a number until it
// returns false. What do is given is valid only during the call.
func (x *Index) visit(number uint64, do func(field string, value []byte) bool) error {
	i := sort.Search(len(x.offsets), func(i int) bool { return x.offsets[i] > number }) - 1
	return x.snapshot.Segments()[i].VisitDocument(number-x.offsets[i], func(field string, _ byte, value []byte, _ []uint64) bool {
		return do(field, value)
	})
}

// read returns what is stored of a match.
func (x *Index) read(match *search.DocumentMatch) (record, error) {
	var r record
	var texts []string
	var data []byte
	err := x.visit(match.IndexInternalID.Value(), func(field string, value []byte) bool {
		switch field {
		case query.Text:
			texts = strings.Split(string(value), breakText)
		case metaField:
			data = append(data, value...)
		}
		return true
	})
	if err != nil {
		return r, err
	}
	var ok bool
	if r.meta, ok = decodeMeta(data); !ok {
		return r, rebuild("document %s has damaged data", match.ID)
	}
	if len(texts) == 0 || len(texts) != len(r.Fields) {
		return r, rebuild("document %s has %d texts for %d fields", match.ID, len(texts), len(r.Fields))
	}
	r.parts = make([]Part, len(texts))
	for i, t := range texts {
		r.parts[i] = Part{Field: r.Fields[i], Text: t, Span: r.Spans[i]}
	}
	for _, d := range r.Damage {
		if d.part < 0 || d.part >= len(texts) || d.start < 0 || d.end <= d.start || d.end > len(texts[d.part]) {
			return r, rebuild("document %s has damage at %d to %d of text %d", match.ID, d.start, d.end, d.part)
		}
		r.parts[d.part].damages = append(r.parts[d.part].damages, d)
	}
	return r, nil
}
