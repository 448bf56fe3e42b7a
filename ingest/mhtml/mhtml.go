// Package mhtml reads web pages that a browser or Word saved as one file (MHTML, .mht):
// a message of several parts in MIME (RFC 2557), the page among them, its frames, styles
// and pictures. The page is read by package html. Begin with Read.
package mhtml

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"

	"kehoach/ingest/html"
	"kehoach/ingest/source"
)

// Limits of one file. Its parts cannot be larger than itself: nothing is compressed.
const (
	maxParts = 10_000
	maxDepth = 8 // parts within each other
	maxPages = 20
)

// headers read the beginning of such a file: "MIME-Version: 1.0" at the beginning of a
// line, and the kind of what follows.
var (
	first   = regexp.MustCompile(`^[A-Za-z][A-Za-z-]*:[ \t]`)
	version = regexp.MustCompile(`(?im)^mime-version:`)
	kind    = regexp.MustCompile(`(?im)^content-type:\s*(multipart/|text/html)`)
)

// Match reports whether data is a message that may hold a web page.
func Match(data []byte) bool {
	head := bytes.TrimLeft(data[:min(len(data), 8192)], "\r\n\t \xef\xbb\xbf")
	return first.Match(head) && version.Match(head) && kind.Match(head)
}

// Read reads the file whose bytes are data: of several pages in it, frames of the first,
// the one with the most text. The encoding is the one of that name or, where it is
// empty, the page's own. An error is a *source.Refusal.
func Read(data []byte, encoding string) (*source.File, error) {
	message, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(data, "\r\n\t \xef\xbb\xbf")))
	if err != nil {
		return nil, damaged(err)
	}
	r := reader{encoding: encoding}
	err = r.part(textproto.MIMEHeader(message.Header), message.Body, 0)
	switch {
	case r.best != nil: // a damage behind the page costs nothing
		return r.best, nil
	case r.refusal != nil:
		return nil, r.refusal
	case err != nil:
		return nil, damaged(err)
	}
	return nil, damaged(errors.New("no web page in the message"))
}

func damaged(err error) error {
	var r *source.Refusal
	if errors.As(err, &r) {
		return r
	}
	return &source.Refusal{Reason: source.Damaged, Detail: fmt.Sprintf("read message: %v", err)}
}

// reader looks through the parts of a message.
type reader struct {
	encoding     string
	best         *source.File // the page with the most text so far
	refusal      error        // of a page, where none could be read
	parts, pages int
}

// part reads a part: a page, or further parts.
func (r *reader) part(header textproto.MIMEHeader, body io.Reader, depth int) error {
	said := header.Get("Content-Type")
	media, params, err := mime.ParseMediaType(said)
	if err != nil && media == "" {
		media, _, _ = strings.Cut(strings.ToLower(said), ";")
	}
	switch {
	case strings.HasPrefix(media, "multipart/") && depth < maxDepth:
		return r.all(multipart.NewReader(body, params["boundary"]), depth)
	case strings.TrimSpace(media) == "text/html" && r.pages < maxPages:
		r.pages++
		return r.page(decoded(body, header.Get("Content-Transfer-Encoding")), said)
	}
	return nil
}

func (r *reader) all(parts *multipart.Reader, depth int) error {
	for {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if r.parts++; r.parts > maxParts {
			return &source.Refusal{Reason: source.OverLimit, Detail: fmt.Sprintf("entries %d", maxParts)}
		}
		if err := r.part(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// decoded undoes the encoding in which a part was sent.
func decoded(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// page reads a web page. What stands in front of a damage is read all the same.
func (r *reader) page(body io.Reader, contentType string) error {
	data, err := io.ReadAll(body)
	if len(data) == 0 {
		return err
	}
	f, refusal := html.ReadPart(data, r.encoding, contentType)
	switch {
	case refusal != nil:
		r.refusal = refusal
	case r.best == nil || len(f.Text) > len(r.best.Text):
		f.MediaType, f.Reader = "multipart/related", "mhtml"
		r.best = f
	}
	return err
}
