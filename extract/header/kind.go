package header

import (
	"strings"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// findParts finds the piece that names the kind of document, the subject of a letter,
// the title, and what the document rests on.
func (h *head) findParts() {
	rests := len(h.pieces) // the first piece that begins a preamble
	for i, c := range h.pieces {
		if beginsPreamble(c.Text) {
			rests = i
			break
		}
	}
	symbol := h.kindOfSymbol(rests)
	for i, c := range h.pieces {
		if strings.HasPrefix(opening(c.Text), "v/v") && h.subject < 0 && i < rests {
			h.subject = i
		}
		if h.kind < 0 && namesKind(c.Text) && !(i < rests && h.titledAs(i, symbol)) {
			h.kind = i
			h.enacts = i > rests || strings.HasSuffix(strings.TrimSpace(c.Text), ":")
		}
	}
	if h.subject >= 0 && (h.kind > h.subject || h.enacts) {
		h.kind = -1 // a letter has no kind above its subject; one below it is cited
	}
	switch {
	case h.kind >= 0 && !h.enacts:
		h.title = h.kind + 1
		if _, rest := cutKind(h.pieces[h.kind].Phrase); rest.Text != "" {
			h.title = h.kind
		}
	case h.subject >= 0:
		h.title = h.subject
	default:
		if h.title = h.afterDate(rests); h.title == 0 {
			h.titleAlone(rests)
		}
	}
	for h.title < len(h.pieces) && h.title != h.kind && isNumberOrDate(h.pieces[h.title].Text) {
		h.title++ // number and date printed below the kind
	}
	h.basis = h.endOfTitle()
}

// kindOfSymbol is the kind that the symbol of the number above the preamble names, or "".
func (h *head) kindOfSymbol(rests int) string {
	for _, c := range h.pieces[:rests] {
		if f := fold(c.Text); isNumberLine(f) {
			_, symbol, _ := legal.Number(c.Text[firstNumberWord.FindStringIndex(f)[1]:])
			if end := strings.IndexAny(symbol, "-/"); end > 0 {
				return kindIn(symbol)
			}
			return ""
		}
	}
	return ""
}

// kindIn is the kind that a symbol names, at its start, or at its end as it was of old:
// "KH-UBND", "BYT/TT".
func kindIn(symbol string) string {
	parts := strings.FieldsFunc(symbol, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) == 0 {
		return ""
	}
	ministry := parts[0] == "TC" && strings.Contains(symbol, "/") // Tài chính
	if k := legal.Abbreviated(parts[0]); k != "" && !ministry || len(parts) != 2 || !oldKinds[parts[1]] {
		return k
	}
	return legal.Abbreviated(parts[1])
}

// oldKinds stand at the end of old symbols; "TB", "BC" may be offices there.
var oldKinds = map[string]bool{"TT": true, "QĐ": true, "CT": true, "NQ": true, "NĐ": true, "TTLT": true}

// titledAs reports whether the i-th piece is a title that begins with the name of another kind
// than the symbol's, whose own name was lost: "QUY ĐỊNH MỨC CHI …" of "23/2025/NQ-HĐND".
func (h *head) titledAs(i int, symbol string) bool {
	kind, rest := cutKind(h.pieces[i].Phrase)
	k, _ := kindAt(normalize.Words(kind.Text), kind.Text)
	return symbol != "" && isCaps(rest.Text) && strings.Count(rest.Text, " ") > 2 && !strings.HasPrefix(k.Name, symbol) && !strings.HasPrefix(symbol, k.Name)
}

// titleAlone looks for the title of a document whose head was lost, number and date
// included: the line before the preamble, or before what it is attached to, where it begins
// with a kind ("Kế hoạch Chương trình …"). Other lines above are the page's own.
func (h *head) titleAlone(rests int) {
	rests = h.attachedLine(rests)
	h.title = rests
	if rests == 0 || rests == len(h.pieces) {
		return
	}
	c := h.pieces[rests-1]
	words := normalize.Words(c.Text)
	k, n := lexicon.Kinds().Longest(words, 0)
	if n == 0 || n == len(words) || k.Name == "Văn bản" || !isCapitalised(c.Text) || len(c.Text) > 300 || strings.HasSuffix(c.Text, ".") {
		return
	}
	if number, _, _ := legal.Number(c.Text[words[n].Start:]); number == "" && words[n].Fold != "số" {
		h.kind, h.title = rests-1, rests-1
	}
}

func isNumberOrDate(s string) bool {
	f := fold(s)
	return isNumberLine(f) || isDateLine(f)
}

// namesKind reports whether a piece is the name of a kind of document, or begins with
// one in capitals.
func namesKind(s string) bool {
	words := normalize.Words(s)
	k, n := kindAt(words, s)
	if n == 0 || k.Name == "Văn bản" || isNumberLine(fold(s)) {
		return false
	}
	if k.Name == "Đề án" && n < len(words) && words[n].Fold[0] >= '0' && words[n].Fold[0] <= '9' {
		return false // "TỔ CÔNG TÁC TRIỂN KHAI" / "ĐỀ ÁN 06", of which the issuer is called
	}
	return n == len(words) || isCaps(s[:words[n-1].End])
}

// withoutNote drops the mark of a footnote behind a kind: "THÔNG TƯ1", "NGHỊ ĐỊNH[1]".
func withoutNote(c outline.Phrase) outline.Phrase {
	s := strings.TrimRight(c.Text, "0123456789[]()* ")
	if len(s) == len(c.Text) || len(c.Text) > 40 || !isCaps(s) || numberApart.MatchString(c.Text[len(s):]) {
		return c
	}
	if _, ok := lexicon.Kinds().Whole(s); !ok {
		return c
	}
	return c.Slice(0, len(s))
}

// numberApart is a number of two digits behind a blank: of "ĐỀ ÁN 06" it is part of the name.
var numberApart = pattern.MustCompile(`^ \d{2}$`)

// lettersApart reports whether words are single letters, few of them: "K Ế H O Ạ C H".
func lettersApart(words []normalize.Word) bool {
	for _, w := range words {
		if utf8.RuneCountInString(w.Fold) != 1 {
			return false
		}
	}
	return len(words) <= 20
}

// kindAt reads the kind of document that s begins with, s in capitals and nothing else
// also where its marks were misread: "KÉ HOẠCH", "K ÉT LUẬN".
func kindAt(words []normalize.Word, s string) (lexicon.Kind, int) {
	k, n := lexicon.Kinds().Longest(words, 0)
	if n == 0 && len(words) >= 1 && (len(words) <= 5 || lettersApart(words)) && len(s) >= len("KE HOACH") && isCaps(s) {
		if k, ok := lexicon.MisreadKind(s); ok {
			return k, len(words)
		}
	}
	return k, n
}

// cutKind parts the kind at the start of a piece from what follows it.
func cutKind(c outline.Phrase) (kind, rest outline.Phrase) {
	words := normalize.Words(c.Text)
	_, n := kindAt(words, c.Text)
	end := words[n-1].End
	return c.Slice(0, end), c.From(end)
}

// afterDate returns the piece behind the number and the date: where a title stands whose
// kind was lost. In the preamble, from rests on, they are those of documents cited.
func (h *head) afterDate(rests int) int {
	last := 0
	for i, c := range h.pieces[:rests] {
		if f := fold(c.Text); isNumberLine(f) || isDateLine(f) {
			last = i + 1
		}
	}
	return last
}

// announces reads "… ban hành Kế hoạch": what a preamble says the document is.
var announces = pattern.MustCompile(`(?:ban hành|xây dựng|thống nhất ban hành|thống nhất xây dựng|đề ra) `)

// readKind reads the kind: as printed, else as the preamble, the symbol or the web page
// has it. A letter (Công văn) prints none: it has a subject "V/v" or one it is sent to.
func (h *head) readKind(p *plan.Plan) {
	if h.kind >= 0 {
		c, _ := cutKind(h.pieces[h.kind].Phrase)
		k, _ := kindAt(normalize.Words(c.Text), c.Text)
		p.Kind = k.Name
		p.Spans["kind"] = c.Whole()
		return
	}
	if h.subject >= 0 || h.isLetter() {
		p.Kind = "Công văn"
		return
	}
	bySymbol := ""
	if p.Symbol != nil && h.attached.Text == "" {
		bySymbol = kindIn(*p.Symbol)
	}
	pre := h.preamble()
	for _, m := range announces.FindAllStringIndex(pre.Text, -1) {
		words := normalize.Words(pre.Text[m[1]:min(len(pre.Text), m[1]+60)])
		if k, n := lexicon.Kinds().Longest(words, 0); n > 0 && (isCapitalised(pre.Text[m[1]:]) || strings.HasSuffix(pre.Text, "như sau:")) && statesIssuer(pre.Text[:m[0]]) && (bySymbol == "" || strings.HasPrefix(k.Name, bySymbol)) {
			if p.Kind = k.Name; bySymbol != "" {
				p.Kind = bySymbol
			}
			p.Spans["kind"] = pre.Span(m[1], m[1]+words[n-1].End)
			return
		}
	}
	if k, at := h.page.kind(); k.Name != "" {
		p.Kind, p.Spans["kind"] = k.Name, at.Whole()
		return
	}
	if p.Kind = bySymbol; p.Kind != "" {
		p.Spans["kind"] = p.Spans["symbol"]
	}
}

// statesIssuer reports whether a body is named at the end of s.
func statesIssuer(s string) bool {
	tail := s[max(0, len(s)-160):]
	for i := 0; i < len(tail); i++ {
		if (i == 0 || tail[i-1] == ' ') && agency.Begins(tail[i:]) {
			return true
		}
	}
	return false
}

// isLetter reports whether the head addresses somebody and names no kind.
func (h *head) isLetter() bool {
	for _, c := range h.pieces {
		if strings.HasPrefix(opening(c.Text), "kính gửi") {
			return true
		}
	}
	return false
}
