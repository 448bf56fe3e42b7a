package docx

// styles are the looks that a document names.
type styles struct {
	byID        map[string]*node
	standard    style  // of all text
	defaultPara string // id of the style of a paragraph that names none
}

// A flag is on, off or not said.
type flag uint8

const (
	unsaid flag = iota
	no
	yes
)

// style is what matters of a look.
type style struct {
	font         string
	caps, hidden flag
	numbers      *node // the list of its paragraphs
	id           string
}

// with returns s where o says nothing.
func (s style) with(o style) style {
	if o.font != "" {
		s.font = o.font
	}
	if o.caps != unsaid {
		s.caps = o.caps
	}
	if o.hidden != unsaid {
		s.hidden = o.hidden
	}
	if o.numbers != nil {
		s.numbers = o.numbers
	}
	return s
}

func loadStyles(a *archive) (*styles, error) {
	s := &styles{byID: map[string]*node{}}
	r, err := a.part("word/styles.xml")
	if r == nil || err != nil {
		return s, err
	}
	return s, eachBlock(r, "styles", func(n *node) {
		switch n.name {
		case "docDefaults":
			s.standard = lookOf(n.kid("rPrDefault").kid("rPr"))
		case "style":
			s.byID[n.attr("styleId")] = n
			if n.attr("type") == "paragraph" && (n.attr("default") == "1" || n.attr("default") == "true") {
				s.defaultPara = n.attr("styleId")
			}
		}
	})
}

// lookOf reads the properties of a run.
func lookOf(properties *node) style {
	var s style
	fonts := properties.kid("rFonts")
	if s.font = fonts.attr("ascii"); s.font == "" {
		s.font = fonts.attr("hAnsi")
	}
	for name, f := range map[string]*flag{"caps": &s.caps, "vanish": &s.hidden} {
		switch {
		case properties.on(name):
			*f = yes
		case properties.kid(name) != nil:
			*f = no
		}
	}
	return s
}

const maxChain = 20 // styles based on each other

// paragraph returns the style of a paragraph, with what it is based on.
func (s *styles) paragraph(id string) style {
	if id == "" {
		id = s.defaultPara
	}
	out := s.standard.with(s.chain(id))
	out.id = id
	return out
}

// character returns the style of a run.
func (s *styles) character(id string) style { return s.chain(id) }

func (s *styles) chain(id string) style {
	var ids []string
	for n := s.byID[id]; n != nil && len(ids) < maxChain; n = s.byID[id] {
		ids = append(ids, id)
		id = n.kid("basedOn").attr("val")
	}
	var out style
	for i := len(ids) - 1; i >= 0; i-- {
		n := s.byID[ids[i]]
		look := lookOf(n.kid("rPr"))
		look.numbers = n.kid("pPr").kid("numPr")
		out = out.with(look)
	}
	return out
}

// bordered reports whether a table style, or one that it is based on, draws lines.
func (s *styles) bordered(id string) bool {
	for range maxChain {
		n := s.byID[id]
		if n == nil {
			return false
		}
		if b := n.kid("tblPr").kid("tblBorders"); b != nil {
			return drawn(b)
		}
		id = n.kid("basedOn").attr("val")
	}
	return false
}
