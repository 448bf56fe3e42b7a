package object

import "strconv"

// Page is the dictionary of a page, with what it takes from the nodes above it.
type Page struct {
	Value
	above []Value // the nodes of the page tree from the root on
}

const (
	maxTreeDepth = 40     // of the page tree
	maxTreeNodes = 60_000 // of the page tree
)

// Inherited returns the value of a key of the page, or of the nearest node above it.
func (p Page) Inherited(key string) Value {
	v := p.Key(key)
	for i := len(p.above) - 1; i >= 0 && v.IsNull(); i-- {
		v = p.above[i].Key(key)
	}
	return v
}

// All returns the values of a key of the nodes above the page and of the page itself,
// the outermost first. A page whose own resources lack a font takes it from above, as
// other readers let it.
func (p Page) All(key string) (all []Value) {
	for _, node := range append(p.above[:len(p.above):len(p.above)], p.Value) {
		if v := node.Key(key); !v.IsNull() {
			all = append(all, v)
		}
	}
	return all
}

// collectPages walks the tree of pages; each inner node is visited once, whatever the
// tree says, while a page may stand there twice. Where it leads nowhere, all objects
// that call themselves pages are taken.
func (d *Document) collectPages() {
	w := treeWalk{doc: d, seen: map[string]bool{}}
	w.node(d.reader.Trailer().Key("Root").Key("Pages"), nil)
	if len(d.Pages) > 0 {
		d.countMissing(w.lost)
		return
	}
	for _, n := range d.index.numbers() {
		if d.index.objects[n].isPage && !d.full() {
			if v, ok := d.byNumber(n); ok {
				d.Pages = append(d.Pages, Page{v, parents(v)})
			}
		}
	}
	d.countMissing(0)
}

// treeWalk goes through the tree of pages.
type treeWalk struct {
	doc   *Document
	seen  map[string]bool // the kids of the inner nodes that were visited
	nodes int
	lost  int // kids that are not there
}

func (w *treeWalk) node(v Value, above []Value) {
	defer func() { _ = recover() }() // a page that cannot be parsed is no page
	if w.nodes++; len(above) > maxTreeDepth || w.nodes > maxTreeNodes {
		return
	}
	kids := v.Key("Kids")
	if kids.Kind() != Array || v.Key("Type").Name() == "Page" {
		switch {
		case v.Kind() == Null && len(above) > 0:
			w.lost++
		case v.Kind() == Dict && !w.doc.full():
			w.doc.Pages = append(w.doc.Pages, Page{v, above})
		}
		return
	}
	list := kids.String() // of references: a node that has it again closes a circle
	if w.seen[list] {
		return
	}
	w.seen[list] = true
	above = append(above[:len(above):len(above)], v)
	for i := range kids.Len() {
		w.kid(kids, i, above)
	}
}

func (w *treeWalk) kid(kids Value, i int, above []Value) {
	defer func() { _ = recover() }()
	w.node(kids.Index(i), above)
}

// parents returns the nodes that a page outside the tree says to be under.
func parents(page Value) (above []Value) {
	defer func() { _ = recover() }()
	for page = page.Key("Parent"); page.Kind() == Dict && len(above) < maxTreeDepth; page = page.Key("Parent") {
		above = append([]Value{page}, above...)
	}
	return above
}

// full reports whether no further page may be taken, and notes that there is one.
func (d *Document) full() bool {
	if len(d.Pages) < d.limits.Pages {
		return false
	}
	d.Truncated = true
	return true
}

// byNumber returns the page whose object has a number.
func (d *Document) byNumber(n int) (v Value, ok bool) {
	defer func() { _ = recover() }()
	v = d.reader.Trailer().Key(pageKey + strconv.Itoa(n))
	return v, v.Kind() == Dict
}
