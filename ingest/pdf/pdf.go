// Package pdf reads a PDF with a text layer into lines and table rows with their
// pages. The work is done in rooms of its own, in this order: object opens the file
// (syntax reads its tokens), content runs the streams of a page, with package font for
// what the codes mean, and layout makes lines of the glyphs. This package puts them
// together and judges each page: one that is a scan, or whose text layer says
// something else than what is to be seen, is reported for optical recognition. Begin
// with Read.
//
// Read is made for hostile files but runs in a process of its own all the same
// (package sandbox): a fatal error of the runtime cannot be caught.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"kehoach/ingest/pdf/content"
	"kehoach/ingest/pdf/layout"
	"kehoach/ingest/pdf/object"
	"kehoach/ingest/source"
)

// Options for Read. The zero value reads with the standard limits.
type Options struct {
	Password string
	Pages    int   // at most; 0 is 2,000
	Inflated int64 // bytes that all streams may grow to; 0 is 200 MB

	Counted func(pages int) // called, if set, when the number of pages is known
}

func (o Options) limits() object.Limits {
	l := object.Limits{Pages: o.Pages, Inflated: o.Inflated}
	if l.Pages <= 0 {
		l.Pages = 2000
	}
	if l.Inflated <= 0 {
		l.Inflated = 200 << 20
	}
	return l
}

// Read reads the file whose bytes are data. A page that cannot be read is a
// diagnostic; an error, a *source.Refusal, means that there is nothing to show.
func Read(data []byte, opt Options) (*source.File, error) {
	f, err := read(data, opt)
	if err != nil {
		return nil, refusal(err, data)
	}
	return f, nil
}

// Decipher returns the file written anew, not enciphered: for programs that would have to
// be told the password where others can read it. An error is a *source.Refusal.
func Decipher(data []byte, opt Options) ([]byte, error) {
	doc, err := object.Open(data, opt.Password, opt.limits())
	if err != nil {
		return nil, refusal(err, data)
	}
	return doc.Plain(), nil
}

// Match reports whether data is a PDF: its header stands within the first 1,024 bytes,
// as other readers allow.
func Match(data []byte) bool {
	return bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-"))
}

// CutOff reports whether the end of a PDF is missing: a copy or a download broke off.
func CutOff(data []byte) bool { return object.CutOff(data) }

// refusal names the reason of an error in reading data.
func refusal(err error, data []byte) *source.Refusal {
	var limit *object.LimitError
	switch {
	case errors.As(err, &limit):
		return &source.Refusal{Reason: source.OverLimit, Detail: limit.Limit + " " + limit.Value}
	case errors.Is(err, object.ErrPassword):
		return &source.Refusal{Reason: source.NeedsPassword}
	case errors.Is(err, object.ErrCipher):
		return &source.Refusal{Reason: source.Enciphered, Detail: err.Error()}
	case CutOff(data):
		return &source.Refusal{Reason: source.CutOff}
	}
	return &source.Refusal{Reason: source.Damaged, Detail: err.Error()}
}

func read(data []byte, opt Options) (*source.File, error) {
	limits := opt.limits()
	doc, err := object.Open(data, opt.Password, limits)
	if err != nil {
		return nil, err
	}
	if doc.Truncated {
		return nil, &object.LimitError{Limit: "pages", Value: strconv.Itoa(limits.Pages)}
	}
	if opt.Counted != nil {
		opt.Counted(len(doc.Pages))
	}
	f := &source.File{MediaType: "application/pdf", Reader: "pdf"}
	lines, pics, err := readPages(doc, f)
	if err != nil {
		return nil, err
	}
	layout.Join(lines)
	if doc.CutOff || doc.Missing > 0 {
		f.Diagnostics = append(f.Diagnostics, incomplete(doc.CutOff, len(doc.Pages), doc.Missing))
	}
	texts := make([]string, len(lines))
	for i := range lines {
		texts[i] = judge(f, pics[i], layout.Text(lines[i]), i+1)
	}
	f.SetPages(texts)
	for i := range lines {
		f.SetFlow(i, layout.Flow(lines[i]))
	}
	f.NumberPrinted()
	for i := range f.Diagnostics {
		span := f.LineSpan(f.Diagnostics[i].Span.Page, 1)
		f.Diagnostics[i].Span = &span
	}
	return f, nil
}

// readPages lays out each page as soon as it is read: the glyphs of a long document do
// not fit into the memory. It returns what else each page has.
func readPages(doc *object.Document, f *source.File) (lines [][]layout.Line, pics []pictures, err error) {
	reader := content.Reader{Doc: doc}
	for i, v := range doc.Pages {
		page, err := reader.Page(v)
		var limit *object.LimitError
		if errors.As(err, &limit) {
			return nil, nil, fmt.Errorf("read page %d: %w", i+1, err)
		}
		if err != nil {
			f.Diagnostics = append(f.Diagnostics, damagedPage(i+1))
		}
		lines = append(lines, layout.Page(page))
		pics = append(pics, pictures{page.Cover, page.Shapes})
	}
	return lines, pics, nil
}
