package object

import "kehoach/ingest/pdf/syntax"

// maxPacked bounds the objects of one object stream; writers put in 100 or 200.
const maxPacked = 100_000

// expand takes the objects out of the object streams, which are known by their entries:
// the Type may be wrong. One that also stands in the file by itself keeps the version
// that comes later in the file.
func (d *Document) expand() error {
	var streams []*entry
	for _, e := range d.index.objects {
		if e.stream > 0 && e.dict.Key("N").Kind == syntax.Number && e.dict.Key("First").Kind == syntax.Number {
			streams = append(streams, e)
		}
	}
	sortByStart(streams)
	for _, s := range streams {
		body, err := d.decodeEntry(s)
		if err != nil {
			return err
		}
		first, count := s.dict.Key("First").Int(), min(s.dict.Key("N").Int(), maxPacked)
		if first <= 0 || first > len(body) {
			continue
		}
		d.unpack(s, body, first, count)
	}
	return nil
}

func (d *Document) unpack(s *entry, body []byte, first, count int) {
	head := syntax.Lexer{Data: body[:first]}
	for range count {
		number, offset := head.Next(), head.Next()
		if offset.Kind != syntax.Number {
			return
		}
		at := first + offset.Int()
		if number.Int() <= 0 || number.Int() > maxNumber || at < first || at >= len(body) {
			continue
		}
		old := d.index.objects[number.Int()]
		if old != nil && old.start > s.start {
			continue
		}
		l := syntax.Lexer{Data: body, Pos: at}
		e := &entry{number: number.Int(), start: s.start, dict: value(&l), packed: true}
		e.isPage = e.dict.Key("Type").Is(syntax.Name, "Page")
		d.index.objects[e.number] = e
	}
}
