package ingest

import (
	"fmt"

	"kehoach/ingest/source"
	"kehoach/ingest/text"
)

// Bounds of the text that a document may give, whatever its format: what reads it
// further on does so in this process. The longest plan seen has 0.3 MB and 3,000 lines; a
// document of 2,000 pages has 7 MB and 100,000.
const (
	maxText  = 16 << 20 // bytes
	maxLines = 300_000
	maxLine  = 1 << 20 // bytes
)

// bounded refuses a file with more text than that.
func bounded(f *source.File, err error) (*source.File, error) {
	if err != nil {
		return nil, err
	}
	switch {
	case len(f.Text) > maxText:
		return nil, overBound("text", maxText)
	case len(f.Lines) > maxLines:
		return nil, overBound("lines", maxLines)
	}
	for _, l := range f.Lines {
		if l.End-l.Start > maxLine {
			return nil, overBound("line", maxLine)
		}
	}
	return f, nil
}

func overBound(what string, limit int) error {
	return &source.Refusal{Reason: source.OverLimit, Detail: fmt.Sprintf("%s %d", what, limit)}
}

// readText reads plain text, of which no encoding takes more than two bytes where UTF-8
// takes one.
func readText(data []byte, encoding string) (*source.File, error) {
	if len(data) > 2*maxText {
		return nil, overBound("text", maxText)
	}
	return text.Read(data, encoding)
}
