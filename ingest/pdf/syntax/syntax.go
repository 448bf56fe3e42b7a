// Package syntax reads the tokens of PDF: numbers, strings, names, arrays,
// dictionaries and operators, as they stand in content streams, in character maps
// and between the objects of a file. It never fails: whatever the bytes are, it
// makes the best of them and moves on. Begin with Lexer.Next.
package syntax

import "bytes"

// Kind tells what an Object is.
type Kind uint8

const (
	EOF      Kind = iota // nothing is left
	Number               // 12, -.5; Num
	String               // (…) or <…>; Text holds the bytes it means
	Name                 // /Name; Text without the slash, #xx decoded
	Array                // […]; Items
	Dict                 // <<…>>; Items, a Name and its value in turn
	Operator             // anything else: Tj, obj, R, true, null
)

// maxDepth bounds arrays and dictionaries within each other; real files need 10.
const maxDepth = 64

// maxItems bounds one array or dictionary.
const maxItems = 1 << 20

// Object is one token, or an array or dictionary with all that is in it.
type Object struct {
	Kind  Kind
	Num   float64
	Text  []byte // may share the memory of the input
	Items []Object
}

// Is reports whether o is the operator or name s.
func (o Object) Is(kind Kind, s string) bool { return o.Kind == kind && string(o.Text) == s }

// Key returns the value of a name in a dictionary, or the zero Object.
func (o Object) Key(name string) Object {
	if o.Kind != Dict {
		return Object{}
	}
	for i := 0; i+1 < len(o.Items); i += 2 {
		if string(o.Items[i].Text) == name {
			return o.Items[i+1]
		}
	}
	return Object{}
}

// Int returns the number o as an integer, 0 for what is no number.
func (o Object) Int() int {
	if o.Kind != Number || o.Num > 1<<52 || o.Num < -1<<52 {
		return 0
	}
	return int(o.Num)
}

// Lexer reads the objects of Data from Pos on. References are not its business:
// "5 0 R" comes as two numbers and an operator, in a dictionary too (see Fold).
type Lexer struct {
	Data []byte
	Pos  int

	depth int
	stack []Object // what is read of the arrays and dictionaries that are open
	lent  bool     // what is returned lives until Release
	bytes []byte   // of strings, where it does
}

// Lend makes the Lexer return arrays and strings whose memory it uses again after the
// next Release: content streams have hundreds of thousands, each of which is forgotten at
// once.
func (l *Lexer) Lend() { l.lent = true }

// maxLent bounds what is lent at a time, in objects and in bytes; the operator that
// takes most has a line of text.
const maxLent = 1 << 16

// Release takes back what was lent.
func (l *Lexer) Release() { l.stack, l.bytes = l.stack[:0], l.bytes[:0] }

// Next returns the next object, of Kind EOF at the end.
func (l *Lexer) Next() Object {
	l.skipBlank()
	if l.Pos >= len(l.Data) {
		return Object{}
	}
	switch c := l.Data[l.Pos]; c {
	case '(':
		return Object{Kind: String, Text: l.literal()}
	case '<':
		if l.Pos+1 < len(l.Data) && l.Data[l.Pos+1] == '<' {
			l.Pos += 2
			return Object{Kind: Dict, Items: pairs(l.items(">>"))}
		}
		return Object{Kind: String, Text: l.hex()}
	case '[':
		l.Pos++
		return Object{Kind: Array, Items: l.items("]")}
	case '/':
		return Object{Kind: Name, Text: l.name()}
	case '>':
		if l.Pos+1 < len(l.Data) && l.Data[l.Pos+1] == '>' {
			l.Pos += 2
			return Object{Kind: Operator, Text: l.Data[l.Pos-2 : l.Pos]}
		}
		fallthrough
	case ']', '{', '}', ')':
		l.Pos++
		return Object{Kind: Operator, Text: l.Data[l.Pos-1 : l.Pos]}
	}
	word := l.word()
	if n, ok := number(word); ok {
		return Object{Kind: Number, Num: n}
	}
	return Object{Kind: Operator, Text: word}
}

// items reads up to the operator that closes an array or a dictionary, or to an
// operator that shows that it was never closed.
func (l *Lexer) items(end string) []Object {
	l.depth++
	defer func() { l.depth-- }()
	if l.depth > maxDepth {
		l.Pos = len(l.Data)
		return nil
	}
	start := len(l.stack)
	for len(l.stack)-start < maxItems {
		before := l.Pos
		o := l.Next()
		if o.Kind == EOF || o.Is(Operator, end) {
			break
		}
		if o.Is(Operator, "endobj") || o.Is(Operator, "stream") || o.Is(Operator, "endstream") {
			l.Pos = before
			break
		}
		if o.Is(Operator, "R") {
			l.stack = append(l.stack[:start], foldReference(l.stack[start:])...)
			continue
		}
		l.stack = append(l.stack, o)
	}
	if l.lent && l.depth == 1 && len(l.stack) <= maxLent {
		return l.stack[start:len(l.stack):len(l.stack)]
	}
	items := append([]Object(nil), l.stack[start:]...)
	l.stack = l.stack[:start]
	return items
}

// Ref is the kind of object that "5 0 R" becomes within an array or a dictionary:
// Num is the number of the object, its generation is left out.
const Ref Kind = 100

func foldReference(items []Object) []Object {
	n := len(items)
	if n < 2 || items[n-1].Kind != Number || items[n-2].Kind != Number {
		return items
	}
	items[n-2] = Object{Kind: Ref, Num: items[n-2].Num}
	return items[:n-1]
}

// pairs drops what cannot be a pair of name and value: values without a name, and a
// last name without a value.
func pairs(items []Object) []Object {
	kept := items[:0]
	for i := 0; i+1 < len(items); {
		if items[i].Kind != Name {
			i++
			continue
		}
		kept = append(kept, items[i], items[i+1])
		i += 2
	}
	return kept
}

func (l *Lexer) skipBlank() {
	for l.Pos < len(l.Data) {
		switch c := l.Data[l.Pos]; {
		case IsBlank(c):
			l.Pos++
		case c == '%':
			end := bytes.IndexAny(l.Data[l.Pos:], "\r\n")
			if end < 0 {
				l.Pos = len(l.Data)
				return
			}
			l.Pos += end
		default:
			return
		}
	}
}

func (l *Lexer) word() []byte {
	start := l.Pos
	for l.Pos < len(l.Data) && class[l.Data[l.Pos]] == regular {
		l.Pos++
	}
	return l.Data[start:l.Pos]
}

const (
	regular = iota
	blank
	delimiter
)

var class = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = blank
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delimiter
	}
	return t
}()

// IsBlank reports whether c is white space in PDF.
func IsBlank(c byte) bool { return class[c] == blank }
