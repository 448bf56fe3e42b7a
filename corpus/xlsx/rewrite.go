package xlsx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// excelize looks through all links of a sheet for each new one, and through all columns
// for each width, which takes minutes where a thousand plans are compared. So a sheet is
// given one link and one width, which hold the place, and the rest is put there while
// the sheet goes into the archive.

// rewrite puts to in the place of from, which stands once in a part.
type rewrite struct{ from, to string }

const (
	placeWidth = 200.125 // no sheet has it
	placeLink  = "kehoach"
)

// widthsRewrite is the place that SetColWidth(1, 1, placeWidth) holds, and the widths.
func widthsRewrite(widths []width) rewrite {
	var b strings.Builder
	for _, w := range widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, w.from, w.to, strconv.FormatFloat(w.width, 'f', -1, 64))
	}
	return rewrite{fmt.Sprintf(`<col min="1" max="1" width="%v" customWidth="1"/>`, placeWidth), b.String()}
}

// width is that of the columns from and to, from 1, and of those between.
type width struct {
	from, to int
	width    float64
}

// linksRewrite is the place that a link from A1 to placeLink holds, and the links.
func linksRewrite(links []linkTo) rewrite {
	var b strings.Builder
	for _, l := range links {
		b.WriteString(`<hyperlink ref="` + l.cell + `" location="`)
		_ = xml.EscapeText(&b, []byte(l.to)) // a Builder takes everything
		b.WriteString(`"/>`)
	}
	return rewrite{`<hyperlink ref="A1" location="` + placeLink + `"></hyperlink>`, b.String()}
}

// rewriter does rewrites on what is written through it.
type rewriter struct {
	out  io.Writer
	list []rewrite // those to come
	held []byte    // what may be the beginning of a place
}

func (r *rewriter) Write(p []byte) (int, error) {
	if len(r.list) == 0 {
		return r.out.Write(p)
	}
	r.held = append(r.held, p...)
	for len(r.list) > 0 {
		i := bytes.Index(r.held, []byte(r.list[0].from))
		if i < 0 {
			break
		}
		if err := r.pass(i); err != nil {
			return 0, err
		}
		if _, err := io.WriteString(r.out, r.list[0].to); err != nil {
			return 0, err
		}
		r.held = r.held[len(r.list[0].from):]
		r.list = r.list[1:]
	}
	keep := 0
	if len(r.list) > 0 {
		keep = len(r.list[0].from) - 1
	}
	return len(p), r.pass(max(0, len(r.held)-keep))
}

// pass lets the first n bytes held go.
func (r *rewriter) pass(n int) error {
	_, err := r.out.Write(r.held[:n])
	r.held = append(r.held[:0], r.held[n:]...)
	return err
}

var errNoPlace = errors.New("xlsx: excelize writes a sheet in another form than expected")

// flush lets the rest go. Every place must have been met.
func (r *rewriter) flush() error {
	if len(r.list) > 0 {
		return errNoPlace
	}
	return r.pass(len(r.held))
}
