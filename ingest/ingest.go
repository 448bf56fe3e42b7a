// Package ingest turns the bytes of a file into text with pages and lines. It owns
// formats: which one a file has, and how that becomes UTF-8. What the text means is
// not its business, and Read touches no file.
//
// Begin with Read. A new format is a package below this one and one entry in
// readers; one that takes more than decoding bytes stands in parsers too and runs in a
// child process (package sandbox), for which the program calls Child first thing. A file
// that no reader understands is refused with a *source.Refusal.
package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"

	"kehoach/ingest/docx"
	"kehoach/ingest/html"
	"kehoach/ingest/mhtml"
	"kehoach/ingest/office"
	"kehoach/ingest/pdf"
	"kehoach/ingest/source"
	"kehoach/ingest/text"
)

// Options say how files are read. The zero value is ready.
type Options struct {
	// MaxBytes is the size beyond which a file is refused; 0 is DefaultMaxBytes.
	MaxBytes int64
	// Password opens documents that are enciphered.
	Password string
	// Encoding is that of texts, by one of the names of charset.Encodings; empty where
	// it is to be found out.
	Encoding string
	// Cache is the folder in which recognised pages are kept; empty is the user's.
	Cache string
	// Progress, if set, is called while the pages of a scan are recognised.
	Progress func(done, all int)
}

// DefaultMaxBytes is larger than any scan of a plan that was seen, and small enough
// for a few files at once in memory.
const DefaultMaxBytes = 256 << 20

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// A reader knows one format.
type reader struct {
	name string // as File.Reader tells it
	// match tells by the bytes alone, never by a name, whether they have the format.
	match func(data []byte) bool
	// read makes the text. Name, SHA256 and Reader are filled in by Read.
	read func(ctx context.Context, data []byte, opt Options) (*source.File, error)
}

// readers are asked in this order and the first that matches reads: formats with a
// signature stand before text, which anything printable matches.
var readers = []reader{
	{"docx", docx.Match, confined("docx")},
	{"pdf", pdf.Match, readPDF},
	{"html", html.Match, confined("html")},
	{"mhtml", mhtml.Match, confined("mhtml")},
	{"office", office.Match, readOffice},
	{"text", text.Match, func(_ context.Context, data []byte, opt Options) (*source.File, error) {
		return readText(data, opt.Encoding)
	}},
}

// Read makes text out of data, the bytes of a file with the base name name. The
// name decides nothing. A file that cannot be read gives a *source.Refusal.
func Read(ctx context.Context, name string, data []byte, opt Options) (*source.File, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if n, limit := int64(len(data)), opt.maxBytes(); n > limit {
		return nil, tooLarge(n, limit)
	}
	for _, r := range readers {
		if !r.match(data) {
			continue
		}
		f, err := bounded(r.read(ctx, data, opt))
		if err != nil {
			return nil, fmt.Errorf("read %s as %s: %w", name, r.name, err)
		}
		f.Name, f.SHA256, f.Reader = name, Sum(data), r.name
		return f, nil
	}
	return nil, fmt.Errorf("read %s: %w", name, &source.Refusal{
		Reason: source.NotText, Detail: http.DetectContentType(data),
	})
}

// Sum is the name of data's content: its SHA-256 in lower-case hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

func tooLarge(n, limit int64) error {
	return &source.Refusal{Reason: source.TooLarge, Detail: fmt.Sprintf("%d bytes, limit %d", n, limit)}
}
