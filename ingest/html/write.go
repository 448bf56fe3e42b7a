package html

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// blocks are the elements that begin and end a line.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Main: true, atom.Header: true, atom.Table: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Center: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Pre: true, atom.Hr: true,
	atom.Tr: true, atom.Form: true, atom.Fieldset: true, atom.Address: true, atom.Figure: true, atom.Figcaption: true, atom.Caption: true,
}

// writer writes elements as lines of text.
type writer struct {
	out   strings.Builder
	line  strings.Builder // that is being written, without blanks at its end
	blank int             // so many are due before the next word
	wide  int             // the characters of the line, where its blanks count
	apart bool            // a blank line is due before the next line
	tight bool            // in a head or signature, where paragraphs do not stand apart
	pre   bool            // line ends and blanks of the source count
}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *writer) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.text(n.Data)
	case dropped(n):
	case n.DataAtom == atom.Br:
		w.endLine()
	case n.DataAtom == atom.Table:
		w.endParagraph()
		w.table(n)
		w.endParagraph()
	case n.DataAtom == atom.Li:
		w.endParagraph()
		w.text(marker(n))
		w.children(n)
		w.endParagraph()
	case blocks[n.DataAtom]:
		w.endParagraph()
		outer := w.pre
		w.pre = outer || n.DataAtom == atom.Pre || preformatted.MatchString(attr(n, "style"))
		w.children(n)
		w.pre = outer
		w.endParagraph()
	default:
		w.children(n)
	}
}

// text adds words; blanks of any number are one unless they count, a no-break space counts as a blank.
func (w *writer) text(s string) {
	if w.pre {
		w.asTyped(s)
		return
	}
	for _, r := range s {
		switch r {
		case '\n', ' ', '\t', '\r', '\f', '\u00A0':
			w.blank = 1
		case '\u00AD', '\u200B', '\uFEFF':
		default:
			if w.line.Len() > 0 {
				w.blanks()
			}
			w.blank = 0
			w.line.WriteRune(r)
		}
	}
}

// tabStop is how many columns a tab of preformatted text leads on to a multiple of.
const tabStop = 8

// asTyped adds preformatted text: columns aligned by blanks stay where they are.
func (w *writer) asTyped(s string) {
	for _, r := range s {
		switch r {
		case '\n':
			w.apart = w.apart || w.line.Len() == 0
			w.endLine()
		case '\t':
			w.blank += tabStop - (w.wide+w.blank)%tabStop
		case ' ', '\u00A0':
			w.blank++
		case '\r', '\f', '\u00AD', '\u200B', '\uFEFF':
		default:
			w.blanks()
			w.line.WriteRune(r)
			w.wide++
		}
	}
}

// widestGap is how many blanks in a row are written, at most.
const widestGap = 200

// blanks writes those that are due.
func (w *writer) blanks() {
	w.wide += w.blank
	for range min(w.blank, widestGap) {
		w.line.WriteByte(' ')
	}
	w.blank = 0
}

// preformatted reads a style by which blanks of the source count.
var preformatted = regexp.MustCompile(`white-space:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|$)`)

// endLine ends the line if there is anything in it.
func (w *writer) endLine() {
	if w.line.Len() > 0 {
		w.write(w.line.String())
	}
	w.line.Reset()
	w.blank, w.wide = 0, 0
}

// write writes a whole line.
func (w *writer) write(line string) {
	if w.apart && w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.apart = false
	w.out.WriteString(line + "\n")
}

// endParagraph ends the line; the next one stands apart.
func (w *writer) endParagraph() {
	w.endLine()
	w.apart = !w.tight
}

// marker returns what a browser shows before an item of a list.
func marker(li *html.Node) string {
	list := li.Parent
	if list == nil || strings.Contains(strings.ReplaceAll(attr(list, "style")+attr(li, "style"), " ", ""), "list-style:none") {
		return ""
	}
	if list.DataAtom != atom.Ol {
		return "• "
	}
	n, err := strconv.Atoi(attr(list, "start"))
	if err != nil {
		n = 1
	}
	for c := list.FirstChild; c != nil && c != li; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			n++
		}
	}
	if v, err := strconv.Atoi(attr(li, "value")); err == nil {
		n = v
	}
	switch kind := attr(list, "type"); {
	case kind == "a" && n >= 1 && n <= 26:
		return string(rune('a'+n-1)) + ". "
	case kind == "A" && n >= 1 && n <= 26:
		return string(rune('A'+n-1)) + ". "
	case (kind == "i" || kind == "I") && n >= 1 && n <= len(romans):
		if kind == "i" {
			return strings.ToLower(romans[n-1]) + ". "
		}
		return romans[n-1] + ". "
	}
	return strconv.Itoa(n) + ". "
}

var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX")
