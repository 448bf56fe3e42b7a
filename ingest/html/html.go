// Package html reads saved web pages: the document on them without the navigation
// around it (main.go), a paragraph a line with a blank line between, tables as rows of
// cells (table.go). The
// encoding is that of the mark at the beginning, of the page's own word, or of the
// evidence. Begin with Read.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	netcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/charset"
	"kehoach/ingest/source"
)

// openings are how a page may begin, but for blanks, remarks and the XML declaration.
var openings = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<p>", "<p "}

// Match reports whether data is a web page: its first tag is one of HTML.
func Match(data []byte) bool {
	head := data[:min(len(data), 4096)]
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	head = bytes.ToLower(bytes.ReplaceAll(head, []byte{0}, nil))
	for {
		head = bytes.TrimSpace(head)
		end := ""
		switch {
		case bytes.HasPrefix(head, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(head, []byte("<?xml")):
			end = "?>"
		}
		if end == "" {
			break
		}
		i := bytes.Index(head, []byte(end))
		if i < 0 {
			return false
		}
		head = head[i+len(end):]
	}
	for _, o := range openings {
		if bytes.HasPrefix(head, []byte(o)) {
			return true
		}
	}
	return false
}

const maxDepth = 1000 // elements within each other

// Read reads the page whose bytes are data, in the encoding of that name or, where it
// is empty, in its own. An error is a *source.Refusal.
func Read(data []byte, encoding string) (*source.File, error) { return ReadPart(data, encoding, "") }

// ReadPart is Read for a page that comes with a content type, which may tell the encoding.
func ReadPart(data []byte, encoding, contentType string) (*source.File, error) {
	text, diagnostics, err := decode(data, encoding, contentType)
	if err != nil {
		return nil, &source.Refusal{Reason: source.BadEncoding, Detail: err.Error()}
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil && strings.Contains(err.Error(), "exceeds") { // its own limit, of 512
		return nil, &source.Refusal{Reason: source.OverLimit, Detail: "nesting 512"}
	}
	if err != nil {
		return nil, &source.Refusal{Reason: source.Damaged, Detail: err.Error()}
	}
	if deeper(root, maxDepth) {
		return nil, &source.Refusal{Reason: source.OverLimit, Detail: fmt.Sprintf("nesting %d", maxDepth)}
	}
	w := writer{}
	w.children(mainPart(root))
	w.endLine()
	f := &source.File{MediaType: "text/html", Reader: "html", Diagnostics: diagnostics}
	f.SetPages([]string{norm.NFC.String(w.out.String())})
	if strings.TrimSpace(f.Text) == "" {
		return nil, &source.Refusal{Reason: source.Empty}
	}
	return f, nil
}

// tags reads the tags of a page, and what is no text between them.
var tags = regexp.MustCompile(`(?is)<script.*?</script>|<style.*?</style>|<!--.*?-->|<[^<>]*>`)

// decode returns the page as UTF-8.
func decode(data []byte, name, contentType string) (string, []source.Diagnostic, error) {
	if name != "" {
		r, err := charset.Decode(data, name)
		return r.Text, nil, err
	}
	e, said, _ := netcharset.DetermineEncoding(data, contentType)
	if said != "windows-1252" && (said != "utf-8" || utf8.Valid(data)) {
		if b, err := e.NewDecoder().Bytes(data); err == nil {
			return mend(strings.TrimPrefix(string(b), "\uFEFF"))
		}
	}
	r, err := charset.Decode(tags.ReplaceAll(data, []byte(" ")), "") // tags are no words
	if err == nil {
		r, err = charset.Decode(data, r.Encoding)
		r.Certain = utf8.Valid(data)
	}
	switch {
	case errors.Is(err, charset.ErrNoEvidence):
		b, err := e.NewDecoder().Bytes(data) // the page's word, or the usual one of the web
		return string(b), []source.Diagnostic{guessed(said)}, err
	case r.Certain:
		return mend(r.Text)
	}
	return r.Text, []source.Diagnostic{guessed(r.Encoding)}, nil
}

// mend converts a page that was set in an old Vietnamese font.
func mend(text string) (string, []source.Diagnostic, error) {
	mended, encoding := charset.Repair(text)
	if encoding == "" {
		return text, nil, nil
	}
	return mended, []source.Diagnostic{guessed(encoding)}, nil
}

func guessed(encoding string) source.Diagnostic {
	return source.Diagnostic{Code: "encoding-guessed", Severity: source.Info,
		Message: fmt.Sprintf("Trang mạng không ghi đúng bảng mã; đọc theo %s.", strings.ToUpper(encoding))}
}

func deeper(n *html.Node, than int) bool {
	if than < 0 {
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if deeper(c, than-1) {
			return true
		}
	}
	return false
}
