package header

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// findKind finds the piece that names the kind of document, the title behind it and what
// the document rests on.
func (h *head) findKind() {
	for i, c := range h.pieces {
		k, n := lexicon.Kinds().Longest(normalize.Words(c.Text), 0)
		if n == 0 || k.Name == "Văn bản" {
			continue
		}
		words := normalize.Words(c.Text)
		whole := n == len(words)
		if whole || isCaps(c.Text[:words[n-1].End]) && !isNumberLine(fold(c.Text)) {
			h.kind, h.title = i, i+1
			if !whole {
				h.title = i
			}
			break
		}
	}
	if h.kind < 0 {
		h.title = h.afterDate()
	}
	h.basis = len(h.pieces)
	for i := h.title; i < len(h.pieces); i++ {
		if h.endsTitle(i) {
			h.basis = i
			break
		}
	}
}

// afterDate returns the piece behind the number and the date: where a title stands whose
// kind was lost.
func (h *head) afterDate() int {
	last := 0
	for i, c := range h.pieces {
		if f := fold(c.Text); isNumberLine(f) || dateLine.MatchString(f) {
			last = i + 1
		}
	}
	return last
}

// preambles begin the paragraphs that say what a document rests on.
var preambles = []string{"căn cứ", "thực hiện quyết định", "thực hiện kế hoạch", "thực hiện chỉ thị", "thực hiện nghị quyết", "thực hiện công văn", "thực hiện văn bản", "thực hiện chương trình", "thực hiện thông", "thực hiện hướng dẫn", "thực hiện đề án", "thực hiện luật", "thực hiện nghị", "thực hiện ý kiến", "thực hiện sự", "triển khai thực hiện quyết định số", "triển khai thực hiện kế hoạch số", "thi hành", "xét đề nghị", "xét tờ trình", "theo đề nghị", "để triển khai", "để thực hiện", "để tiếp tục", "nhằm triển khai", "nhằm thực hiện", "nhằm tiếp tục", "trên cơ sở", "kính gửi", "phần thứ", "tiếp tục thực hiện"}

// endsTitle reports whether the title is over before the i-th piece.
func (h *head) endsTitle(i int) bool {
	f := fold(h.pieces[i].Text)
	if i == h.title {
		return strings.HasPrefix(f, "căn cứ ")
	}
	for _, p := range preambles {
		if strings.HasPrefix(f, p) && (isSentence(h.pieces[i].Text) || p == "căn cứ") {
			return true
		}
	}
	if strings.HasSuffix(f, "như sau:") || i == h.number || i == h.date {
		return true
	}
	if strings.HasPrefix(f, "(ban hành") || strings.HasPrefix(f, "(kèm theo") {
		return true
	}
	// The authority that decides stands in capitals between title and preamble.
	if h.kind >= 0 && isCaps(h.pieces[i].Text) && !isCaps(h.pieces[h.title].Text) {
		return true
	}
	return h.kind >= 0 && strings.HasPrefix(f, "uỷ ban nhân dân") && isCaps(h.pieces[i].Text) && i > h.title
}

// isSentence reports whether s is a line of running text, not of a title in capitals.
func isSentence(s string) bool { return !isCaps(s) }

// readKind reads the kind and the title.
func (h *head) readKind(p *plan.Plan) {
	if h.kind >= 0 {
		c := h.pieces[h.kind]
		k, n := lexicon.Kinds().Longest(normalize.Words(c.Text), 0)
		end := normalize.Words(c.Text)[n-1].End
		p.Kind = k.Name
		p.Spans["kind"] = c.Span(0, end)
		if h.title == h.kind { // "KẾ HOẠCH Triển khai …"
			h.pieces[h.kind] = c.From(end)
		}
	}
	if h.title >= h.basis || h.title >= len(h.pieces) {
		return
	}
	title := outline.Join(" ", h.pieces[h.title:h.basis]...).Trim()
	if rest, ok := strings.CutPrefix(title.Text, "V/v "); ok {
		title = title.From(len(title.Text) - len(rest))
	}
	if title.Text != "" {
		p.Title = &title.Text
		p.Spans["title"] = title.Whole()
	}
}

// preamble is the text between the title and the first section.
func (h *head) preamble() outline.Phrase {
	if h.basis >= len(h.pieces) {
		return outline.Phrase{}
	}
	return outline.Join(" ", h.pieces[h.basis:]...)
}

var numberLine = regexp.MustCompile(`^số\s*[:.]?\s*[\d/…._ -]`)

// isNumberLine reports whether a folded piece is the number of the document.
func isNumberLine(f string) bool { return numberLine.MatchString(f) || f == "số:" || f == "số" }

// blankNumber reads a symbol whose number was left blank: "Số: /KH-UBND", "Số: …/KH-UBND".
var blankNumber = regexp.MustCompile(`^[\s.…_]*/\s*([\p{Lu}][\p{L}\d]*(?:\s?[-–]\s?[\p{Lu}][\p{L}\d]*)*)`)

// readNumber reads the number and the symbol.
func (h *head) readNumber(p *plan.Plan) {
	for i, c := range h.pieces {
		if i == h.basis {
			return
		}
		f := fold(c.Text)
		at := 0
		if isNumberLine(f) {
			at = len("số")
			for at < len(c.Text) && strings.IndexByte(" :.", c.Text[at]) >= 0 {
				at++
			}
		} else if n, _, size := legal.Number(c.Text); n == "" || size < len(strings.TrimSpace(c.Text)) {
			continue
		}
		rest := c.Text[at:]
		if n, symbol, size := legal.Number(rest); n != "" {
			p.Number, p.Symbol = &n, &symbol
			p.Spans["number"], p.Spans["symbol"] = c.Span(at, at+size), c.Span(at, at+size)
			h.number = i
			return
		}
		if m := blankNumber.FindStringSubmatchIndex(rest); m != nil {
			symbol := strings.ReplaceAll(strings.ReplaceAll(rest[m[2]:m[3]], " ", ""), "–", "-")
			p.Symbol = &symbol
			p.Spans["symbol"] = c.Span(at+m[2], at+m[3])
			h.number = i
			return
		}
	}
}

// dateLine is the place and date of issue, day or month perhaps left blank.
var dateLine = regexp.MustCompile(`ngày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm[\s.…_]*\d{4}`)

var shortDate = regexp.MustCompile(`,\s*ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}$`)

// joinDate joins the pieces over which the date was broken: "Tuyên Quang, ngày" and
// "13 tháng 10 năm 2023".
func (h *head) joinDate() {
	for i := 0; i+1 < len(h.pieces); i++ {
		f := fold(h.pieces[i].Text)
		k := strings.LastIndex(f, "ngày")
		if k < 0 || len(f) > 80 || dateLine.MatchString(f) || isNumberLine(f) && !strings.Contains(f, ",") {
			continue
		}
		joined := outline.Join(" ", h.pieces[i], h.pieces[i+1])
		if dateLine.MatchString(fold(joined.Text)) && len(h.pieces[i+1].Text) < 60 {
			h.pieces[i] = joined
			h.pieces = append(h.pieces[:i+1], h.pieces[i+2:]...)
		}
	}
}

// dateParts reads day, month and year, the first two perhaps blank.
var dateParts = regexp.MustCompile(`ngày[\s.…_]*(\d{0,2})[\s.…_]*tháng[\s.…_]*(\d{0,2})[\s.…_]*năm[\s.…_]*(\d{4})`)

// readDate reads the place and the date of issue.
func (h *head) readDate(p *plan.Plan) {
	for i, c := range h.pieces {
		if i >= h.basis || h.kind >= 0 && i > h.kind+12 {
			return
		}
		f := fold(c.Text)
		m := dateParts.FindStringSubmatchIndex(f)
		if m == nil {
			if m = shortDate.FindStringIndex(f); m == nil || isNumberLine(f) {
				continue
			}
		}
		if strings.Contains(f[:m[0]], " số ") || len(f) > 120 {
			continue // "Kèm theo Quyết định số … ngày …"
		}
		if d := dateOf(f[m[0]:]); d != "" {
			p.Date = &d
			p.Spans["date"] = c.Span(m[0], m[1])
		}
		if place := strings.TrimRight(c.Text[:m[0]], " ,"); place != "" && isCapitalised(place) && len(place) < 60 {
			p.Place = &place
			p.Spans["place"] = c.Span(0, len(place))
		}
		h.date = i
		return
	}
}

// dateOf reads as much of a date as was filled in.
func dateOf(f string) plan.Date {
	if m := dateParts.FindStringSubmatch(f); m != nil {
		switch {
		case m[1] == "" && m[2] == "", m[2] == "":
			return plan.Date(m[3])
		case m[1] == "":
			d, _, _, _ := timeline.Day("tháng " + m[2] + " năm " + m[3])
			return d
		}
		d, _, _, _ := timeline.Day("ngày " + m[1] + " tháng " + m[2] + " năm " + m[3])
		return d
	}
	d, _, _, _ := timeline.Day(f)
	return d
}

// isCaps reports whether s is printed in capitals.
func isCaps(s string) bool {
	upper, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return all >= 2 && upper*10 >= all*9
}

// isCapitalised reports whether s begins with a capital.
func isCapitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// legalBasis reads the documents that the preamble cites, each once.
func legalBasis(preamble outline.Phrase) []plan.Citation {
	var out []plan.Citation
	seen := map[string]bool{}
	for _, c := range legal.Citations(preamble.Text) {
		x := plan.Citation{Kind: c.Kind, Span: preamble.Span(c.Start, c.End)}
		if c.Number != "" {
			x.Number = &c.Number
		}
		if c.Date != "" {
			// Citations leave "ngày" out: "06 tháng 01 năm 2022" is no day without it.
			if d, _, _, ok := timeline.Day("ngày " + c.Date); ok {
				x.Date = &d
			}
		}
		if c.Issuer != "" {
			x.Issuer = &c.Issuer
		}
		key := c.Kind + c.Number
		if c.Number != "" && seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, x)
	}
	return out
}
