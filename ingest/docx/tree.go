package docx

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/ianaindex"

	"kehoach/ingest/source"
)

// node is an element of XML with what is in it.
type node struct {
	name  string // without the namespace
	attrs []xml.Attr
	kids  []*node
	text  string // of its character data
}

// attr returns an attribute by its name without the namespace, or "".
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// kid returns the first child of a name, or nil; on nil too, so that calls chain.
func (n *node) kid(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// on reports whether the child of a name is there and not switched off.
func (n *node) on(name string) bool {
	k := n.kid(name)
	v := k.attr("val")
	return k != nil && v != "0" && v != "false" && v != "off"
}

const (
	maxDepth = 1000      // elements within each other
	maxNodes = 2_000_000 // of one block: a table of 50,000 cells
)

// containers are the elements around blocks that are looked through.
var containers = map[string]bool{"sdt": true, "sdtContent": true, "customXml": true, "smartTag": true, "ins": true, "moveTo": true}

// removed are the elements whose content is not in the document any more, or stands
// there a second time.
var removed = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true}

// eachBlock calls f for each child of the element called parent, or of a container
// within it. A block is all that is in memory at a time. No entity is defined, so none
// is expanded.
func eachBlock(r io.Reader, parent string, f func(*node)) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		e, err := ianaindex.IANA.Encoding(label)
		if err != nil || e == nil {
			return nil, fmt.Errorf("encoding %q", label)
		}
		return e.NewDecoder().Reader(in), nil
	}
	inside := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch {
			case !inside:
				inside = t.Name.Local == parent
			case removed[t.Name.Local]:
				if err := d.Skip(); err != nil {
					return damaged(err)
				}
			case !containers[t.Name.Local]:
				n, err := build(d, t)
				if err != nil {
					return damaged(err)
				}
				f(n)
			}
		case xml.EndElement:
			if t.Name.Local == parent {
				return nil
			}
		}
	}
}

func damaged(err error) error {
	var r *source.Refusal
	if errors.As(err, &r) {
		return r
	}
	return fmt.Errorf("read XML: %w", err)
}

// build reads an element to its end.
func build(d *xml.Decoder, start xml.StartElement) (*node, error) {
	root := &node{name: start.Name.Local, attrs: start.Copy().Attr}
	open := []*node{root}
	for count := 1; len(open) > 0; {
		token, err := d.Token()
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if count++; count > maxNodes {
				return nil, over("elements", maxNodes)
			}
			if len(open) > maxDepth {
				return nil, over("nesting", maxDepth)
			}
			n := &node{name: t.Name.Local, attrs: t.Copy().Attr}
			top.kids = append(top.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if top.name == "t" {
				top.text += string(t)
			}
		}
	}
	return root, nil
}
