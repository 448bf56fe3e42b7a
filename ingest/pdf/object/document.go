// Package object opens a PDF and hands out its pages, its dictionaries and the bytes
// of its streams. It is the one room that knows github.com/ledongthuc/pdf, and uses
// it for objects alone.
//
// No file reaches that library as it came. The library trusts cross-reference
// tables, headers and lengths, and with wrong ones it fails, loops or exhausts the
// memory; it also lacks most filters and ciphers. So Open looks for the objects
// themselves (scan.go), deciphers what is enciphered (crypt.go), opens the object
// streams (expand.go) and writes all objects anew into a plain file without the
// streams' bytes (rebuild.go), which is what the library sees. A damaged file and a
// sound one take the same way. Begin with Open.
package object

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// Value is an object of the file; see the library.
type Value = pdf.Value

// Limits bounds what one file may cost.
type Limits struct {
	Pages    int   // pages read
	Inflated int64 // bytes that all streams together may grow to
}

// LimitError says which of the Limits a file went over.
type LimitError struct{ Limit, Value string }

func (e *LimitError) Error() string { return "limit exceeded: " + e.Limit + " " + e.Value }

// Errors that the caller tells apart.
var (
	ErrNotPDF   = errors.New("not a PDF: no header and no objects")
	ErrPassword = errors.New("the PDF is encrypted and needs a password")
	ErrNoPages  = errors.New("the PDF has no pages that can be found")
)

// Document is an opened file.
type Document struct {
	Pages []Value
	// Truncated tells that the file has more pages than Limits allows.
	Truncated bool

	data     []byte
	index    *index
	cipher   *cipher // nil where nothing is enciphered
	reader   *pdf.Reader
	limits   Limits
	inflated int64
}

// Open reads the structure of a PDF. The empty password is tried first.
func Open(data []byte, password string, limits Limits) (d *Document, err error) {
	defer recovered("open PDF", &err)
	d = &Document{data: data, limits: limits, index: scan(data)}
	if len(d.index.objects) == 0 {
		if !bytes.Contains(data[:min(len(data), 8192)], []byte("%PDF-")) {
			return nil, ErrNotPDF
		}
		return nil, ErrNoPages
	}
	if d.cipher, err = newCipher(d.index, password); err != nil {
		return nil, err
	}
	if err := d.expand(); err != nil {
		return nil, err
	}
	if err := d.open(d.rebuild()); err != nil {
		return nil, fmt.Errorf("open PDF: %w", err)
	}
	d.collectPages()
	if len(d.Pages) == 0 {
		return nil, ErrNoPages
	}
	return d, nil
}

// recovered turns a panic of the library into an error.
func recovered(doing string, err *error) {
	switch x := recover().(type) {
	case nil:
	case *LimitError:
		*err = x
	default:
		*err = fmt.Errorf("%s: %v", doing, x)
	}
}

// open gives the library the rebuilt file.
func (d *Document) open(rebuilt []byte) (err error) {
	file := &bounded{data: rebuilt, left: 1<<30 + 64*int64(len(rebuilt))}
	d.reader, err = pdf.NewReader(file, int64(len(rebuilt)))
	return err
}

// bounded counts what is read and ends early when that is far more than any file
// needs: the library has loops that re-read forever.
type bounded struct {
	data []byte
	left int64
}

func (b *bounded) ReadAt(p []byte, off int64) (int, error) {
	if b.left < 0 {
		return 0, errors.New("read too often")
	}
	if off < 0 || off >= int64(len(b.data)) {
		return 0, io.EOF
	}
	n := copy(p, b.data[off:])
	b.left -= int64(n) + 64
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

const (
	maxTreeDepth = 40     // of the page tree
	maxTreeNodes = 60_000 // of the page tree
)

// collectPages walks the tree of pages; each inner node is visited once, whatever the
// tree says, while a page may stand there twice. Where it leads nowhere, all objects
// that call themselves pages are taken.
func (d *Document) collectPages() {
	seen := map[string]bool{}
	nodes := 0
	var walk func(v Value, depth int)
	walk = func(v Value, depth int) {
		defer func() { _ = recover() }() // a page that cannot be parsed is no page
		if nodes++; depth > maxTreeDepth || nodes > maxTreeNodes {
			return
		}
		kids := v.Key("Kids")
		if kids.Kind() != pdf.Array || v.Key("Type").Name() == "Page" {
			if v.Kind() == pdf.Dict && !d.full() {
				d.Pages = append(d.Pages, v)
			}
			return
		}
		list := kids.String() // of references: a node that has it again closes a circle
		if seen[list] {
			return
		}
		seen[list] = true
		for i := range kids.Len() {
			d.walkKid(kids, i, depth, walk)
		}
	}
	walk(d.reader.Trailer().Key("Root").Key("Pages"), 0)
	if len(d.Pages) > 0 {
		return
	}
	for _, n := range d.index.numbers() {
		if d.index.objects[n].isPage && !d.full() {
			if v, ok := d.byNumber(n); ok {
				d.Pages = append(d.Pages, v)
			}
		}
	}
}

func (d *Document) walkKid(kids Value, i, depth int, walk func(Value, int)) {
	defer func() { _ = recover() }()
	walk(kids.Index(i), depth+1)
}

// full reports whether no further page may be taken, and notes that there is one.
func (d *Document) full() bool {
	if len(d.Pages) < d.limits.Pages {
		return false
	}
	d.Truncated = true
	return true
}

// byNumber returns the page whose object has a number.
func (d *Document) byNumber(n int) (v Value, ok bool) {
	defer func() { _ = recover() }()
	v = d.reader.Trailer().Key(pageKey + strconv.Itoa(n))
	return v, v.Kind() == pdf.Dict
}

// Inherited returns the value of a key of a page, or of the nearest node above it.
func Inherited(page Value, key string) Value {
	for range maxTreeDepth {
		if v := page.Key(key); !v.IsNull() || page.IsNull() {
			return v
		}
		page = page.Key("Parent")
	}
	return Value{}
}

// Ancestors returns the values of a key of the nodes above a page and of the page
// itself, the outermost first. A page whose own resources lack a font takes it from
// above, as other readers let it.
func Ancestors(page Value, key string) (all []Value) {
	for range maxTreeDepth {
		if page.IsNull() {
			break
		}
		if v := page.Key(key); !v.IsNull() {
			all = append(all, v)
		}
		page = page.Key("Parent")
	}
	slices.Reverse(all)
	return all
}

// Kinds of the library that other rooms ask for.
const (
	Null    = pdf.Null
	Array   = pdf.Array
	Dict    = pdf.Dict
	Name    = pdf.Name
	Stream  = pdf.Stream
	Integer = pdf.Integer
)
