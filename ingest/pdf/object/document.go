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
	ErrCipher   = errors.New("the PDF is encrypted in a way that is not supported")
)

// Document is an opened file.
type Document struct {
	Pages []Page
	// Truncated tells that the file has more pages than Limits allows.
	Truncated bool
	// CutOff tells that the end of the file is missing.
	CutOff bool
	// Missing is how many pages the file speaks of that are not there.
	Missing int
	// Broken counts the streams that were read and of which a part could not be decoded.
	Broken int

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

// Kinds of the library that other rooms ask for.
const (
	Null    = pdf.Null
	Array   = pdf.Array
	Dict    = pdf.Dict
	Name    = pdf.Name
	Stream  = pdf.Stream
	Integer = pdf.Integer
)
