// Package text reads plain text: UTF-8 and UTF-16, with or without a byte order
// mark, and any line ends. Begin with Read; decode.go tells the encodings apart.
//
// The lines are those that an editor shows. What the characters mean (composition,
// odd blanks) is left to package normalize, but for control characters: they are
// no text and are dropped, and a diagnostic says how many.
package text

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"kehoach/ingest/source"
)

// signatures begin formats that may look printable and are not text for a reader.
var signatures = []string{"%PDF-", "PK\x03\x04", "\xd0\xcf\x11\xe0", `{\rtf`}

// Match reports whether data looks like text rather than binary data.
func Match(data []byte) bool {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s)) {
			return false
		}
	}
	text, _, ok := decode(data)
	if !ok {
		return looksPrintable(data) // text of an encoding that Read will refuse by name
	}
	return mostlyPrintable(text)
}

// Read makes a File of one page out of data. The encoding is the one called encoding
// (see charset.Encodings) or, where that is empty, what data tells of itself.
func Read(data []byte, encoding string) (*source.File, error) {
	text, enc, err := decodeAs(data, encoding)
	if err != nil {
		return nil, &source.Refusal{Reason: source.BadEncoding, Detail: err.Error()}
	}
	text, dropped := clean(text)
	if strings.TrimFunc(text, unicode.IsSpace) == "" {
		return nil, &source.Refusal{Reason: source.Empty}
	}
	f := &source.File{MediaType: "text/plain"}
	f.SetPages([]string{text})
	f.Diagnostics = append(f.Diagnostics, enc.diagnostics()...)
	if dropped > 0 {
		f.Diagnostics = append(f.Diagnostics, source.Diagnostic{
			Code: "control-characters", Severity: source.Info,
			Message: fmt.Sprintf("Tệp có %d ký tự điều khiển không in được, đã bỏ khi đọc.", dropped),
		})
	}
	return f, nil
}

// clean gives every line the end "\n", keeps form feeds, behind which a page begins, takes
// vertical tabs for blanks, and drops the other control characters, which it counts.
func clean(s string) (string, int) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	dropped := 0
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\f':
			return r
		case r == '\r':
			return '\n'
		case r == '\v':
			return ' '
		case isControl(r):
			dropped++
			return -1
		}
		return r
	}, s)
	return s, dropped
}

// isControl reports whether r is of the C0 or C1 control characters, or a byte order
// mark or noncharacter that has no place within a text.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7f && r < 0xa0 || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}
