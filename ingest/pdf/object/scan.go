package object

import (
	"bytes"
	"sort"

	"kehoach/ingest/pdf/syntax"
)

// index is what a scan of the bytes finds.
type index struct {
	objects  map[int]*entry
	trailers []syntax.Object // in order: trailer dictionaries and those of xref streams
}

// entry is one indirect object. Offsets count in the data as it came.
type entry struct {
	number, generation int
	start              int // of "n g obj"
	dict               syntax.Object
	stream, end        int // of the stream's bytes; stream is 0 where there is none
	isPage             bool
	packed             bool // it came out of an object stream, which was deciphered as a whole
}

func (x *index) numbers() []int {
	out := make([]int, 0, len(x.objects))
	for n := range x.objects {
		out = append(out, n)
	}
	sort.Ints(out)
	return out
}

const (
	maxNumber  = 2_000_000 // highest number of an object; a table of more is an attack
	maxObjects = 500_000
	maxTrailer = 1000
)

// scan finds every "n g obj" outside streams. A later one of the same number replaces
// an earlier one, as an update of the file does.
func scan(data []byte) *index {
	x := &index{objects: map[int]*entry{}}
	for pos := 0; pos < len(data) && len(x.objects) < maxObjects; {
		at := bytes.Index(data[pos:], []byte("obj"))
		trailer := bytes.Index(data[pos:min(len(data), pos+max(0, at)+1)], []byte("trailer"))
		if at < 0 {
			trailer = bytes.Index(data[pos:], []byte("trailer"))
		}
		if trailer >= 0 && (at < 0 || trailer < at) {
			pos = x.trailer(data, pos+trailer+len("trailer"))
			continue
		}
		if at < 0 {
			break
		}
		pos = x.object(data, pos+at)
	}
	x.lengthen(data)
	return x
}

// lengthen gives streams that state their length by a reference their full length: the
// first "endstream" in them may be one of their words.
func (x *index) lengthen(data []byte) {
	for _, e := range x.objects {
		if length := e.dict.Key("Length"); e.stream > 0 && length.Kind == syntax.Ref {
			if n := x.resolve(length).Int(); n > e.end-e.stream && endsAt(data, e.stream+n) {
				e.end = e.stream + n
			}
		}
	}
}

// endsAt reports whether a stream ends at pos.
func endsAt(data []byte, pos int) bool {
	return pos <= len(data) && bytes.Contains(data[pos:min(len(data), pos+16)], []byte("end"))
}

func (x *index) trailer(data []byte, pos int) int {
	l := syntax.Lexer{Data: data, Pos: pos}
	if d := l.Next(); d.Kind == syntax.Dict && len(x.trailers) < maxTrailer {
		x.trailers = append(x.trailers, d)
		return l.Pos
	}
	return pos
}

// object reads the object whose word "obj" stands at pos and returns where to go on.
func (x *index) object(data []byte, pos int) int {
	next := pos + len("obj")
	number, generation, start, ok := label(data, pos)
	if !ok {
		return next
	}
	l := syntax.Lexer{Data: data, Pos: next}
	e := &entry{number: number, generation: generation, start: start}
	e.dict = value(&l)
	if e.dict.Kind != syntax.Dict {
		x.objects[number] = e
		return next
	}
	next = l.Pos
	e.isPage = e.dict.Key("Type").Is(syntax.Name, "Page")
	if word := l.Next(); word.Is(syntax.Operator, "stream") {
		e.stream, e.end, next = extent(data, l.Pos, e.dict.Key("Length"))
	}
	if e.dict.Key("Type").Is(syntax.Name, "XRef") {
		x.trailers = append(x.trailers, e.dict)
		return next
	}
	x.objects[number] = e
	return next
}

// value reads an object that may be a reference.
func value(l *syntax.Lexer) syntax.Object {
	o := l.Next()
	if o.Kind != syntax.Number {
		return o
	}
	after := l.Pos
	if l.Next().Kind == syntax.Number && l.Next().Is(syntax.Operator, "R") {
		return syntax.Object{Kind: syntax.Ref, Num: o.Num}
	}
	l.Pos = after
	return o
}

// label reads the two numbers in front of "obj".
func label(data []byte, pos int) (number, generation, start int, ok bool) {
	generation, pos, ok = numberBefore(data, pos)
	if !ok {
		return 0, 0, 0, false
	}
	number, start, ok = numberBefore(data, pos)
	return number, generation, start, ok && number > 0 && number <= maxNumber && generation < 1<<16
}

// numberBefore reads digits that end in front of pos, blanks between, and returns
// where they begin. An object may stand right behind "endobj", so no blank is asked
// for in front of them.
func numberBefore(data []byte, pos int) (value, start int, ok bool) {
	for pos > 0 && syntax.IsBlank(data[pos-1]) {
		pos--
	}
	scale := 1
	for start = pos; start > 0 && pos-start < 9 && data[start-1] >= '0' && data[start-1] <= '9'; start-- {
		value += int(data[start-1]-'0') * scale
		scale *= 10
	}
	return value, start, start < pos
}

// extent finds where a stream's bytes begin and end, given the position behind the
// word "stream". The Length it states is believed where "endstream" follows.
func extent(data []byte, pos int, length syntax.Object) (start, end, next int) {
	if pos < len(data) && data[pos] == ' ' {
		for pos < len(data) && data[pos] == ' ' {
			pos++
		}
	}
	if pos < len(data) && data[pos] == '\r' {
		pos++
	}
	if pos < len(data) && data[pos] == '\n' {
		pos++
	}
	start = pos
	if n := length.Int(); length.Kind == syntax.Number && n >= 0 && endsAt(data, start+n) {
		return start, start + n, start + n
	}
	n := bytes.Index(data[start:], []byte("endstream"))
	if n < 0 {
		if n = bytes.Index(data[start:], []byte("endobj")); n < 0 {
			return start, len(data), len(data)
		}
	}
	end = start + n
	if end > start && data[end-1] == '\n' {
		end--
	}
	if end > start && data[end-1] == '\r' {
		end--
	}
	return start, end, start + n
}
