// Package content runs the content streams of a page and says what they put where:
// glyphs, ruled lines and images. It knows nothing of words or lines of text; that is
// package layout. Begin with Reader.Page.
package content

import (
	"bytes"
	"errors"
	"fmt"

	"kehoach/ingest/pdf/font"
	"kehoach/ingest/pdf/object"
)

// Page is what stands on a page. Coordinates are in points, y grows upwards, the
// page's rotation is not applied.
type Page struct {
	Glyphs []Glyph
	Rules  []Rule
	Images int        // placed on the page
	Box    [4]float64 // the media box: left, bottom, right, top
	Rotate int        // degrees clockwise: 0, 90, 180, 270
	// Unread counts the glyphs whose meaning nothing told.
	Unread int
	// Cover is the share of the page that images cover.
	Cover float64
	// Shapes counts the filled areas with many sides: letters that are drawn, or pictures.
	Shapes int
}

// Glyph is one character, or several where one glyph shows them, at its origin.
type Glyph struct {
	Text  string
	X, Y  float64
	Width float64 // along the line
	Size  float64 // of the type
	// Quarter is the direction of the line in quarter turns anticlockwise; -1 is
	// anything between.
	Quarter int8
	Angle   float64 // in radians, where Quarter is -1
	Mark    bool    // combining marks only
	Doubt   bool    // a word that was recognised optically, not surely
}

// Rule is a straight line or a thin rectangle, its ends in order.
type Rule struct{ X0, Y0, X1, Y1 float64 }

// Limits of one page; real pages need a hundredth.
const (
	maxOperators = 3_000_000
	maxOperands  = 64 // of an operator; a colour has 32
	maxGlyphs    = 400_000
	maxRules     = 100_000
	maxForms     = 8      // within each other
	maxStates    = 1000   // saved within each other
	maxDrawn     = 20_000 // forms drawn on a page
)

// Reader reads the pages of a document. Fonts are kept for the next page.
type Reader struct {
	Doc   *object.Document
	fonts map[string]*font.Font // by their dictionaries
	named map[named]*font.Font  // by the dictionary that names them, and their name there

	glyphs []Glyph // of the page before, whose room is used again
}

// Page reads one page. What stands in front of an error is in the page all the same. Its
// glyphs are valid until the next page is read.
func (r *Reader) Page(v object.Page) (page *Page, err error) {
	page = &Page{Glyphs: r.glyphs[:0]}
	defer func() {
		r.glyphs = page.Glyphs
		switch x := recover().(type) {
		case nil:
		case *object.LimitError:
			err = x
		default:
			err = fmt.Errorf("read page: %v", x)
		}
	}()
	page.Box = box(v)
	page.Rotate = (int(v.Inherited("Rotate").Int64())%360 + 360) % 360
	data, err := r.contents(v.Key("Contents"))
	m := &machine{reader: r, page: page, cover: &cover{}}
	for _, resources := range v.All("Resources") {
		m.resources = append(m.resources, &scope{Value: resources})
	}
	m.run(data, object.Value{}, identity, 0)
	page.Cover = m.cover.share()
	m.annotations(v.Key("Annots"))
	if m.err != nil {
		err = m.err
	}
	return page, err
}

func box(v object.Page) (b [4]float64) {
	a := v.Inherited("MediaBox")
	for i := range b {
		b[i] = a.Index(i).Float64()
	}
	if b[2] <= b[0] || b[3] <= b[1] {
		return [4]float64{0, 0, 595, 842} // A4, as others do
	}
	return b
}

// maxContents of a page: streams, and bytes of all of them.
const (
	maxContents     = 10_000
	maxContentBytes = 64 << 20
)

// errBroken tells that a stream is damaged.
var errBroken = errors.New("a part of a stream could not be decoded")

// contents joins the streams of a page, which may break anywhere between tokens.
func (r *Reader) contents(c object.Value) (data []byte, err error) {
	if c.Kind() == object.Stream {
		return r.stream(c)
	}
	var parts [][]byte
	size := 0
	for i := range min(c.Len(), maxContents) {
		part, e := r.stream(c.Index(i))
		if size += len(part); size > maxContentBytes {
			err = errTooMuch
			break
		}
		if e != nil {
			err = e
		}
		parts = append(parts, part)
	}
	return bytes.Join(parts, []byte{'\n'}), err
}

// stream returns what a stream holds. Of a damaged one it returns what there is, and an
// error.
func (r *Reader) stream(v object.Value) ([]byte, error) {
	before := r.Doc.Broken
	data, err := r.Doc.Bytes(v)
	if err == nil && r.Doc.Broken > before {
		err = errBroken
	}
	return data, err
}
