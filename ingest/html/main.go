package html

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// silent are the elements that show no text of the document.
var silent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true,
	atom.Iframe: true, atom.Object: true, atom.Select: true, atom.Button: true, atom.Input: true, atom.Textarea: true,
	atom.Nav: true, atom.Footer: true, atom.Aside: true, atom.Dialog: true, atom.Audio: true, atom.Video: true,
	atom.Del: true, // a tracked change, taken out
}

// furniture are the words of class names, ids and roles by which sites call what
// stands around a document.
var furniture = []string{"nav", "navbar", "navigation", "menu", "sidebar", "breadcrumb", "breadcrumbs", "footer", "comment", "comments",
	"share", "social", "banner", "advert", "ads", "cookie", "popup", "modal", "related", "toolbar", "pagination", "contentinfo", "search"}

// dropped reports whether an element with all that is in it is not of the document.
func dropped(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	if n.Type != html.ElementNode {
		return false
	}
	if silent[n.DataAtom] || hidden(n) {
		return true
	}
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html || n.DataAtom == atom.Td {
		return false
	}
	return named(n) || directory(n) || reference(n)
}

// note reads the mark of a footnote: "1", "[1]", "(*)", and that of the way back.
var note = regexp.MustCompile(`^[\[(]?([0-9]{1,3}|\*{1,3}|↩\x{FE0E}?)[\])]?$`)

// reference reports whether an element is the mark of a footnote, a link within the page:
// behind a year it would read as a figure of it.
func reference(n *html.Node) bool {
	if n.DataAtom != atom.A || !strings.Contains(attr(n, "href"), "#") {
		return false
	}
	return note.MatchString(strings.TrimSpace(textOf(n)))
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}

func hidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	_, isHidden := lookup(n, "hidden")
	return isHidden || strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") || strings.Contains(style, "mso-hide:all")
}

// named reports whether an element is called furniture and holds little text of its
// own: a site may call the frame around everything "menu-page".
func named(n *html.Node) bool {
	words := strings.FieldsFunc(strings.ToLower(attr(n, "class")+" "+attr(n, "id")+" "+attr(n, "role")), func(r rune) bool {
		return r == ' ' || r == '-' || r == '_' || r == ':'
	})
	for _, w := range words {
		for _, f := range furniture {
			if w == f {
				total, _ := weigh(n)
				return total < 2000
			}
		}
	}
	return false
}

// directory reports whether an element is mostly links: three or more of them.
func directory(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Div, atom.Section, atom.Table, atom.Dl:
	default:
		return false
	}
	total, links := weigh(n)
	return total > 0 && links*10 >= total*7 && count(n, atom.A) >= 3
}

// weigh returns the characters of the text in n, and those of them within links.
func weigh(n *html.Node) (total, links int) {
	if n.Type == html.TextNode {
		return utf8.RuneCountInString(strings.TrimSpace(n.Data)), 0
	}
	if n.Type == html.ElementNode && silent[n.DataAtom] {
		return 0, 0
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t, l := weigh(c)
		total, links = total+t, links+l
	}
	if n.DataAtom == atom.A {
		links = total
	}
	return total, links
}

func count(n *html.Node, a atom.Atom) (k int) {
	if n.DataAtom == a {
		k++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		k += count(c, a)
	}
	return k
}

// mainShare is the share of the text outside links that the document's element holds.
const mainShare = 0.85

// mainPart returns the smallest element that holds nearly all text outside links.
func mainPart(root *html.Node) *html.Node {
	part := root
	total, links := weigh(root)
	all := total - links
	for {
		var next *html.Node
		for c := part.FirstChild; c != nil; c = c.NextSibling {
			t, l := weigh(c)
			if c.Type == html.ElementNode && !silent[c.DataAtom] && t > 0 && float64(t-l) >= mainShare*float64(all) {
				next = c
			}
		}
		if next == nil || !holds(next) {
			return part
		}
		part = next
	}
}

// holds reports whether an element may be the whole document: one within a table or a
// paragraph may not, the rest of it would be lost.
func holds(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.Section, atom.Div, atom.Form, atom.Center, atom.Span:
		return true
	}
	return false
}

func lookup(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func attr(n *html.Node, key string) string {
	v, _ := lookup(n, key)
	return v
}
