package index

import (
	"reflect"
	"testing"

	"kehoach/ingest/source"
)

func someMeta() meta {
	number := 12
	return meta{
		Plan: "kh-1", Source: "Kế hoạch 1.txt", Kind: ModelKind, Number: &number, Span: source.Span{Page: 2, Line: 300, EndLine: 301, EndPage: 3, Start: 70_000, End: 70_200},
		Fields: []string{"title", "objective"}, Spans: []source.Span{{Page: 1}, {Line: 1}},
		Damage: []damage{{part: 1, start: 4, end: 8, meant: []string{"tich"}}},
	}
}

func TestMetaIsReadAsWritten(t *testing.T) {
	for _, m := range []meta{{}, someMeta()} {
		got, ok := decodeMeta(m.encode())
		if !ok || !reflect.DeepEqual(got, m) {
			t.Errorf("decodeMeta(encode(%+v)) = %+v, %v", m, got, ok)
		}
	}
}

// What is cut short or longer than it was is not taken for something else.
func TestMetaDamaged(t *testing.T) {
	m := someMeta()
	whole := m.encode()
	for n := range whole {
		if _, ok := decodeMeta(whole[:n]); ok {
			t.Errorf("the first %d of %d bytes are read", n, len(whole))
		}
	}
	if _, ok := decodeMeta(append(whole, 0)); ok {
		t.Error("a byte too many is read")
	}
}

func FuzzDecodeMeta(f *testing.F) {
	m := someMeta()
	f.Add(m.encode())
	f.Add([]byte{2, 'a'})
	f.Fuzz(func(t *testing.T, b []byte) {
		m, ok := decodeMeta(b)
		if !ok {
			return
		}
		again, ok := decodeMeta(m.encode())
		if !ok || !reflect.DeepEqual(again, m) {
			t.Errorf("%+v became %+v", m, again)
		}
	})
}
