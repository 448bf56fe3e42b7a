// Package docx reads Word documents (Office Open XML): paragraphs with the numbers
// that Word shows before them (numbering.go), tables with merged cells (table.go),
// text boxes and footnotes; tracked insertions in and deletions out; headers and
// footers, which are files of their own in the archive, out. Begin with Read.
//
// A line of the File is a paragraph or a row of a table; a blank line stands between
// paragraphs, but not between the short ones of a head or signature. Where Word noted the page
// breaks of its last layout, lines have pages; otherwise all is page 1.
package docx

import (
	"bytes"
	"errors"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/source"
)

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Match reports whether data is a ZIP archive with a Word document in it, the name of
// which stands in the archive as it is, or such a document in one XML file.
func Match(data []byte) bool {
	return isFlat(data) || bytes.HasPrefix(data, []byte("PK\x03\x04")) && bytes.Contains(data, []byte("word/"))
}

// Read reads the document whose bytes are data. An error is a *source.Refusal.
func Read(data []byte) (*source.File, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, refusal(err)
	}
	d := &document{archive: a}
	if err := d.load(); err != nil {
		return nil, refusal(err)
	}
	f := &source.File{MediaType: mediaType, Reader: "docx"}
	f.SetPages(d.pages())
	if strings.TrimSpace(f.Text) == "" {
		return nil, &source.Refusal{Reason: source.Empty}
	}
	return f, nil
}

func refusal(err error) error {
	var r *source.Refusal
	if errors.As(err, &r) {
		return r
	}
	return &source.Refusal{Reason: source.Damaged, Detail: err.Error()}
}

// document is what is read of one file.
type document struct {
	archive   *archive
	styles    *styles
	numbering *numbering

	lines []line
	page  int // page breaks so far

	joined string   // text of a paragraph whose end is deleted: the next one goes on with it
	boxes  []*node  // text boxes of the paragraph, which follow it
	notes  []string // the ids of the footnotes that the text refers to, in order
	inCell int      // tables around
}

// line is a paragraph or a row.
type line struct {
	text  string
	page  int
	apart bool // a blank line stands before it
}

func (d *document) load() error {
	main, err := d.archive.mainPart()
	if err != nil {
		return err
	}
	if d.styles, err = loadStyles(d.archive); err != nil {
		return err
	}
	if d.numbering, err = loadNumbering(d.archive); err != nil {
		return err
	}
	if err := eachBlock(main, "body", d.block); err != nil {
		return err
	}
	return d.footnotes()
}

// block adds a paragraph or a table.
func (d *document) block(n *node) {
	switch n.name {
	case "p":
		d.paragraph(n)
	case "tbl":
		d.table(n)
	}
}

// add adds a paragraph, perhaps of several lines. It stands apart from what is before
// it.
func (d *document) add(text string, page int) {
	apart := len(d.lines) > 0
	for part := range strings.SplitSeq(text, "\n") {
		part = norm.NFC.String(strings.TrimRight(part, " "))
		if strings.TrimSpace(part) != "" {
			d.lines = append(d.lines, line{part, page, apart})
			apart = false
		}
	}
}

// pages returns the text of each page.
func (d *document) pages() []string {
	pages := make([]strings.Builder, d.page+1)
	for _, l := range d.lines {
		if l.apart {
			pages[l.page].WriteByte('\n')
		}
		pages[l.page].WriteString(l.text)
		pages[l.page].WriteByte('\n')
	}
	out := make([]string, len(pages))
	for i := range pages {
		out[i] = pages[i].String()
	}
	return out
}
