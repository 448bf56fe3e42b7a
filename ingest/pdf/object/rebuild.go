package object

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"

	"kehoach/ingest/pdf/syntax"
)

// rebuild writes all objects into a plain file: generation 0, one classic table. A
// stream stands there empty, with the key streamKey that tells where its bytes are.
func (d *Document) rebuild() []byte { return d.write(d.writeEntry) }

// Plain returns the file written anew without its encryption, for other programs; as it
// is where it has none.
func (d *Document) Plain() []byte {
	if d.cipher == nil {
		return d.data
	}
	return d.write(d.writePlain)
}

func (d *Document) write(writeEntry func(*bytes.Buffer, *entry)) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	numbers := d.index.numbers()
	offsets := make([]int, len(numbers))
	last := 0
	for i, n := range numbers {
		e := d.index.objects[n]
		offsets[i], last = out.Len(), n
		fmt.Fprintf(&out, "%d 0 obj\n", n)
		writeEntry(&out, e)
		out.WriteString("\nendobj\n")
	}
	start := out.Len()
	writeTable(&out, numbers, offsets)
	fmt.Fprintf(&out, "trailer\n<</Size %d", last+1)
	if root := d.root(); root > 0 {
		fmt.Fprintf(&out, "/Root %d 0 R", root)
	}
	for _, n := range numbers {
		if d.index.objects[n].isPage {
			fmt.Fprintf(&out, "/%s%d %d 0 R", pageKey, n, n)
		}
	}
	fmt.Fprintf(&out, ">>\nstartxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

const (
	streamKey = "KehoachStream" // of a rebuilt stream: the number of its object
	pageKey   = "KehoachPage"   // of the rebuilt trailer: one for each page there is
)

func (d *Document) writeEntry(out *bytes.Buffer, e *entry) {
	o := d.object(e)
	if e.stream == 0 {
		writeObject(out, o)
		return
	}
	writeObject(out, with(o, streamKey, e.number))
	out.WriteString("\nstream\n\nendstream")
}

// writePlain writes an object with the bytes of its stream, their filters left on.
func (d *Document) writePlain(out *bytes.Buffer, e *entry) {
	o := d.object(e)
	if e.stream == 0 {
		writeObject(out, o)
		return
	}
	names, params := d.filters(e)
	data := d.cipher.stream(e, d.data[e.stream:e.end], names, params)
	writeObject(out, with(o, "Length", len(data)))
	out.WriteString("\nstream\n")
	out.Write(data)
	out.WriteString("\nendstream")
}

// object returns what an entry is, its strings deciphered.
func (d *Document) object(e *entry) syntax.Object {
	o := e.dict
	if o.Kind == syntax.Ref {
		o = d.resolve(o)
	}
	if d.cipher != nil && !e.packed {
		o = d.cipher.plain(e, o)
	}
	return o
}

// with returns a dictionary with a number for a key, in place of what it had.
func with(dict syntax.Object, key string, n int) syntax.Object {
	items := make([]syntax.Object, 0, len(dict.Items)+2)
	for i := 0; i+1 < len(dict.Items); i += 2 {
		if string(dict.Items[i].Text) != key {
			items = append(items, dict.Items[i], dict.Items[i+1])
		}
	}
	dict.Items = append(items, syntax.Object{Kind: syntax.Name, Text: []byte(key)}, syntax.Object{Kind: syntax.Number, Num: float64(n)})
	return dict
}

func writeObject(out *bytes.Buffer, o syntax.Object) {
	switch o.Kind {
	case syntax.Number:
		out.Write(strconv.AppendFloat(out.AvailableBuffer(), o.Num, 'f', -1, 64))
	case syntax.String:
		out.WriteByte('<')
		out.Write(hex.AppendEncode(out.AvailableBuffer(), o.Text))
		out.WriteByte('>')
	case syntax.Name:
		writeName(out, o.Text)
	case syntax.Ref:
		fmt.Fprintf(out, "%d 0 R", int(o.Num))
	case syntax.Array:
		out.WriteByte('[')
		writeItems(out, o.Items)
		out.WriteByte(']')
	case syntax.Dict:
		out.WriteString("<<")
		writeItems(out, o.Items)
		out.WriteString(">>")
	default:
		if o.Is(syntax.Operator, "true") || o.Is(syntax.Operator, "false") {
			out.Write(o.Text)
			return
		}
		out.WriteString("null")
	}
}

func writeItems(out *bytes.Buffer, items []syntax.Object) {
	for i, o := range items {
		if i > 0 {
			out.WriteByte(' ')
		}
		writeObject(out, o)
	}
}

func writeName(out *bytes.Buffer, name []byte) {
	out.WriteByte('/')
	for _, c := range name {
		if c <= ' ' || c > '~' || bytes.IndexByte([]byte("()<>[]{}/%#"), c) >= 0 {
			fmt.Fprintf(out, "#%02x", c)
			continue
		}
		out.WriteByte(c)
	}
}

// writeTable writes a cross-reference table, a section a run of numbers.
func writeTable(out *bytes.Buffer, numbers, offsets []int) {
	out.WriteString("xref\n")
	for i := 0; i < len(numbers); {
		j := i + 1
		for j < len(numbers) && numbers[j] == numbers[j-1]+1 {
			j++
		}
		fmt.Fprintf(out, "%d %d\n", numbers[i], j-i)
		for ; i < j; i++ {
			fmt.Fprintf(out, "%010d 00000 n \n", offsets[i])
		}
	}
}

// root returns the number of the catalog: the one that the last trailer names, else
// any catalog, else 0.
func (d *Document) root() int {
	for i := len(d.index.trailers) - 1; i >= 0; i-- {
		ref := d.index.trailers[i].Key("Root")
		if e := d.index.objects[int(ref.Num)]; ref.Kind == syntax.Ref && e != nil && e.dict.Key("Pages").Kind != syntax.EOF {
			return e.number
		}
	}
	found := 0
	for _, n := range d.index.numbers() {
		if d.index.objects[n].dict.Key("Type").Is(syntax.Name, "Catalog") {
			found = n
		}
	}
	return found
}
