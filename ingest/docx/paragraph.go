package docx

import (
	"strconv"
	"strings"

	"kehoach/ingest/charset"
)

// paragraph adds the text of a paragraph, its number before it, and behind it the
// text boxes that are anchored in it.
func (d *document) paragraph(p *node) {
	page := d.page
	text := d.textOf(p)
	properties := p.kid("pPr")
	if properties.kid("rPr").kid("del") != nil {
		d.joined = text // the end of this paragraph is deleted
	} else {
		d.add(text, page)
	}
	for len(d.boxes) > 0 {
		box := d.boxes[0]
		d.boxes = d.boxes[1:]
		for _, k := range box.kids {
			d.block(k)
		}
	}
}

// textOf returns what a paragraph shows, line breaks as "\n".
func (d *document) textOf(p *node) string {
	properties := p.kid("pPr")
	style := d.styles.paragraph(properties.kid("pStyle").attr("val"))
	w := writer{document: d, style: style}
	w.walk(p)
	text := strings.TrimLeft(tidy(w.text.String()), " ")
	if d.joined != "" {
		text, d.joined = d.joined+text, ""
	}
	label := ""
	if strings.TrimSpace(text) != "" || d.inCell > 0 {
		label = d.numbering.label(properties.kid("numPr"), style)
	}
	if strings.TrimSpace(text) != "" {
		return label + text
	}
	if label = strings.TrimSpace(label); strings.ContainsAny(label, "0123456789") {
		return label // the number of a row, which is counted and not typed
	}
	return ""
}

// tidy makes tabs blanks: a tab in a File parts the cells of a row.
func tidy(s string) string {
	return strings.NewReplacer("\t", " ", "\u00A0", " ", "\u00AD", "", "\u200B", "", "\r", "\n", "\uFEFF", "").Replace(s)
}

// writer collects the text of a paragraph.
type writer struct {
	*document
	style style
	text  strings.Builder
}

func (w *writer) walk(n *node) {
	for _, k := range n.kids {
		switch {
		case removed[k.name], k.name == "pPr":
		case k.name == "r":
			w.run(k)
		case k.name == "p" || k.name == "tbl": // of a text box outside a run
		default:
			w.walk(k)
		}
	}
}

// run adds a stretch of text in one look.
func (w *writer) run(r *node) {
	look := w.style.with(w.styles.character(r.kid("rPr").kid("rStyle").attr("val"))).with(lookOf(r.kid("rPr")))
	if look.hidden == yes {
		return
	}
	convert := charset.OfFont(look.font)
	for _, k := range r.kids {
		switch k.name {
		case "t":
			text := k.text
			if convert != nil {
				text = converted(text, convert)
			}
			if look.caps == yes {
				text = strings.ToUpper(text)
			}
			w.text.WriteString(text)
		case "tab", "ptab":
			w.text.WriteByte('\t')
		case "br", "cr":
			w.text.WriteByte('\n')
		case "noBreakHyphen":
			w.text.WriteByte('-')
		case "sym":
			w.text.WriteString(symbol(k.attr("char"), k.attr("font")))
		case "lastRenderedPageBreak":
			w.page++
		case "footnoteReference", "endnoteReference":
			w.notes = append(w.notes, k.name[:1]+k.attr("id"))
		case "AlternateContent", "drawing", "pict", "object":
			w.box(k)
		}
	}
}

// converted converts a run in an old Vietnamese font, unless it is Unicode already.
func converted(text string, convert func(rune) string) string {
	var b strings.Builder
	for _, r := range text {
		if r > 0x1E00 && r < 0x1F00 || r == 'ơ' || r == 'ư' || r == 'đ' || r == 'ă' {
			return text
		}
		b.WriteString(convert(r))
	}
	return b.String()
}

// box notes the text boxes below n.
func (w *writer) box(n *node) {
	for _, k := range n.kids {
		switch {
		case removed[k.name]:
		case k.name == "txbxContent":
			w.boxes = append(w.boxes, k)
		default:
			w.box(k)
		}
	}
}

// symbols are the characters of the symbol fonts that stand for bullets and arrows.
var symbols = map[string]map[uint64]string{
	"Symbol":    {0xB7: "•", 0x2D: "-", 0xAE: "→", 0xB3: "≥", 0xA3: "≤"},
	"Wingdings": {0xA7: "▪", 0xD8: "➢", 0xFC: "✓", 0x76: "❖", 0x6E: "■", 0x6C: "●", 0xE0: "→", 0xF0: "⇨", 0xFE: "☑", 0xA8: "◻"},
}

// symbol returns the character with a hexadecimal number in a symbol font.
func symbol(number, font string) string {
	n, err := strconv.ParseUint(number, 16, 32)
	if err != nil {
		return ""
	}
	if s := symbols[font][n&0xFF]; s != "" && (n >= 0xF000 && n <= 0xF0FF || n <= 0xFF) {
		return s
	}
	if n >= 0xE000 && n <= 0xF8FF {
		return "•"
	}
	return string(rune(n))
}

// footnotes adds the notes that the text refers to, behind it and numbered.
func (d *document) footnotes() error {
	notes := map[string]*node{}
	for _, part := range []struct{ name, parent, kind string }{
		{"word/footnotes.xml", "footnotes", "f"}, {"word/endnotes.xml", "endnotes", "e"},
	} {
		r, err := d.archive.part(part.name)
		if err != nil {
			return err
		}
		if r == nil {
			continue
		}
		if err := eachBlock(r, part.parent, func(n *node) { notes[part.kind+n.attr("id")] = n }); err != nil {
			return err
		}
	}
	page := d.page
	for i, id := range d.notes {
		n := notes[id]
		if n == nil {
			continue
		}
		var parts []string
		for _, k := range n.kids {
			if k.name == "p" {
				parts = append(parts, strings.TrimSpace(d.textOf(k)))
			}
		}
		d.add(strconv.Itoa(i+1)+" "+strings.Join(parts, " "), page)
	}
	return nil
}
