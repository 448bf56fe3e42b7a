package syntax

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// show writes an object in one way, so that a table can say what is expected.
func show(o Object) string {
	var parts []string
	for _, i := range o.Items {
		parts = append(parts, show(i))
	}
	switch o.Kind {
	case EOF:
		return "EOF"
	case Number:
		return fmt.Sprint(o.Num)
	case Ref:
		return fmt.Sprintf("@%v", o.Num)
	case String:
		return fmt.Sprintf("%q", o.Text)
	case Name:
		return "/" + string(o.Text)
	case Array:
		return "[" + strings.Join(parts, " ") + "]"
	case Dict:
		return "<" + strings.Join(parts, " ") + ">"
	}
	return string(o.Text)
}

func TestNext(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"12 -3.5 .5 -.25 +7 0.", "12 -3.5 0.5 -0.25 7 0"},
		{"--5 12-3 1.2.3 .", "-5 12 1.2 0"},
		{"1e3 12abc", "1e3 12abc"},
		{"(a(b)c) Tj", `"a(b)c" Tj`},
		{`(a\(b\)\\\n\101\7x\q)`, `"a(b)\\\nA\axq"`},
		{"(a\\\r\nb)", `"ab"`},
		{`(\777)`, `"\xff"`},
		{"(never closed", `"never closed"`},
		{"<48 65 6c6C 6f> <4> <", `"Hello" "@" ""`},
		{"/Name /A#20B /A#zz /", "/Name /A B /A#zz /"},
		{"[1 [2 (x)] /N]", `[1 [2 "x"] /N]`},
		{"[1 2", "[1 2]"},
		{"<</A 1/B<</C[5 0 R]>>/D 7 0 R>>", "</A 1 /B </C [@5]> /D @7>"},
		{"<</A 1 /B>>", "</A 1>"},
		{"<</A 1 endobj", "</A 1> endobj"},
		{"% comment\n7", "7"},
		{"q 1 0 0 1 5 6 cm", "q 1 0 0 1 5 6 cm"},
		{"] ) } >>", "] ) } >>"},
		{strings.Repeat("[", 200), "[" + strings.Repeat("[", maxDepth-1) + "[" + strings.Repeat("]", maxDepth+1)},
	} {
		l := Lexer{Data: []byte(c.in)}
		var got []string
		for o := l.Next(); o.Kind != EOF; o = l.Next() {
			got = append(got, show(o))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: got %s, want %s", c.in, s, c.want)
		}
	}
}

func TestKey(t *testing.T) {
	l := Lexer{Data: []byte("<</Length 12/Filter/FlateDecode>>")}
	d := l.Next()
	if d.Key("Length").Int() != 12 || !d.Key("Filter").Is(Name, "FlateDecode") || d.Key("None").Kind != EOF {
		t.Errorf("keys of %s", show(d))
	}
}

func FuzzNext(f *testing.F) {
	f.Add([]byte("<</A[1 0 R(x\\101)<41>]>> 12 Tj % end"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := Lexer{Data: data}
		for n := 0; ; n++ {
			before := l.Pos
			if l.Next().Kind == EOF {
				break
			}
			if l.Pos <= before || l.Pos > len(data) {
				t.Fatalf("position went from %d to %d of %d", before, l.Pos, len(data))
			}
		}
	})
}

// TestLend holds that what is lent says the same as what is given.
func TestLend(t *testing.T) {
	const data = "[(a) <41 42> [1 [2]] <</K [3 /N]>>] <4243> TJ [<44>] Tj"
	given, lent := Lexer{Data: []byte(data)}, Lexer{Data: []byte(data)}
	lent.Lend()
	for {
		a, b := given.Next(), lent.Next()
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("got %v, want %v", b, a)
		}
		if a.Kind == EOF {
			return
		}
		if a.Kind == Operator {
			lent.Release()
		}
	}
}
