// Package header reads the head and the end of a document: what it is, who issued it
// where and when, what it rests on, who signed it and who gets it. Begin with Read.
//
// A head comes in many orders: two columns side by side or one below the other, lines
// broken within a name, a web page's own block above it, parts of it lost. So the lines
// are first cut and joined into pieces (pieces.go), what the web page says of the
// document is taken out (meta.go), and then each part is looked for by its form.
package header

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// Read fills in what the head and the tail of o say of the document. What its body says
// (period, number of models) is read elsewhere.
func Read(o *outline.Outline) plan.Plan {
	p := plan.Plan{Spans: map[string]source.Span{}}
	h := split(o)
	if !h.readAnnex(&p) {
		h.takeAttached()
		h.readNumber(&p)
		h.readDate(&p)
		h.readAttached(&p)
		h.readKind(&p)
		h.readTitle(&p)
		p.LegalBasis = LegalBasis(h.grounds())
		readIssuers(&p, h)
		h.readAnnounced(&p)
		h.mentioned(&p)
	}
	readLocality(&p, h, o)
	readTail(&p, o.Tail)
	p.Abbreviations = abbreviations(&p, h, o)
	return p
}

// head is the head of a document in pieces: a line, or one side of it where two columns
// stand side by side.
type head struct {
	pieces  []piece
	kind    int    // the piece that names the kind of document, or -1
	enacts  bool   // that piece stands behind the preamble: "QUYẾT ĐỊNH:"
	subject int    // the piece that begins "V/v …", or -1
	title   int    // the first piece of the title
	basis   int    // the first piece of what the document rests on
	number  int    // the piece that holds the number, or -1
	date    int    // the piece that holds the date, or -1
	page    page   // what a web page around the document says of it
	named   bool   // the national name or the Party's stands in it
	of      string // whose document an annex by itself belongs to

	doubts   []source.Doubt // words that a scan's recognition was not sure of
	attached outline.Phrase // "(Ban hành kèm theo Quyết định số …)" below the title
}

// A piece is a stretch of a line of the head; apart where a blank or drawn line stands
// before it.
type piece struct {
	outline.Phrase
	apart bool
}

// split cuts the lines of the head into pieces and tells its parts apart.
func split(o *outline.Outline) *head {
	h := &head{kind: -1, number: -1, date: -1, subject: -1, doubts: o.Text.File.Doubts}
	lines := withoutMenu(withoutStamp(headLines(o)))
	lines, h.page = takePage(lines)
	open := "" // what the national name or the Party's lacks: "… XÃ HỘI CHỦ NGHĨA" / "VIỆT NAM"
	at := -1   // the piece before which the national name stands
	for _, l := range lines {
		for k, column := range columns(l.Phrase) {
			for n, c := range column.Lines() {
				c = withoutNote(c)
				if isMotto(c.Text) || open != "" && fold(c.Text) == open {
					if !h.named {
						at = len(h.pieces)
					}
					h.named = true
					open = lacking(c.Text)
				} else if c.Text != "" && !draft.MatchString(c.Text) {
					for i, s := range told(c) {
						h.pieces = append(h.pieces, piece{s, l.apart && k+n+i == 0})
						h.partCommittee()
					}
				}
			}
		}
	}
	h.cutChrome(at)
	h.lowerTitle(at)
	h.joinBroken()
	h.splitCited()
	h.splitBrackets()
	h.findParts()
	return h
}

// draft marks a document that is none yet: "DỰ THẢO", "(Dự thảo lần 2)".
var draft = pattern.MustCompile(`^(?i)[(\[]? ?(?:bản )?dự thảo(?: lần (?:thứ )?[\p{L}\d]{1,5})?[.:]? ?[)\]]?$`)

// rested finds where a paragraph that tells how things are comes to what the document rests on:
// "… phê duyệt Đề án 06. Thực hiện Kế hoạch số 15/KH-UBND …".
var rested = pattern.MustCompile(`[\p{L}\d]{2}\. ?((?:Căn cứ|Thực hiện) (?:các )?\p{Lu})|(?:,| và) ((?:theo|xét) đề nghị của \p{Lu}|(?:xét|theo) (?:[Tt]ờ trình|[Cc]ông văn) số)`)

// told parts such a paragraph.
func told(c outline.Phrase) []outline.Phrase {
	if len(c.Text) < 80 || !tells(c.Text) && !strings.HasPrefix(c.Text, "Sau khi ") {
		return []outline.Phrase{c}
	}
	m := rested.FindStringSubmatchIndex(c.Text)
	if m == nil {
		return []outline.Phrase{c}
	}
	at := max(m[2], m[4])
	return []outline.Phrase{c.Slice(0, at), c.From(at)}
}

// headLines returns the lines of the head, and what parts them. Where a text is spaced
// doubly, one blank line parts nothing.
func headLines(o *outline.Outline) []piece {
	lines := make([]piece, 0, len(o.Head))
	gaps := make([]int, 0, len(o.Head)) // before each line: blank ones, more than any where one is drawn
	gap, spaced := 0, 0
	for _, l := range o.Text.Lines {
		if len(lines) == len(o.Head) {
			break
		}
		switch l.Kind {
		case normalize.Content:
			if gap > 0 {
				spaced++
			}
			lines, gaps = append(lines, piece{o.Head[len(lines)], false}), append(gaps, gap)
			gap = 0
		case normalize.Blank:
			gap++
		case normalize.Rule:
			gap += drawnGap
		}
	}
	least := 1
	if len(lines) >= 5 && spaced*20 >= (len(lines)-1)*19 {
		least = 2
	}
	for i := range lines {
		lines[i].apart = gaps[i] >= least
	}
	return lines
}

// drawnGap is what a drawn line counts for among blank ones.
const drawnGap = 10

// phrases returns the pieces from i up to j.
func (h *head) phrases(i, j int) []outline.Phrase {
	var out []outline.Phrase
	for _, c := range h.pieces[i:j] {
		out = append(out, c.Phrase)
	}
	return out
}

// preamble is the text between the title and the first section.
func (h *head) preamble() outline.Phrase {
	if h.basis >= len(h.pieces) {
		return outline.Phrase{}
	}
	return outline.Join(" ", h.phrases(h.basis, len(h.pieces))...)
}

// grounds is what the preamble says the document rests on: without the paragraphs that
// only tell how things are, or what the document does.
func (h *head) grounds() outline.Phrase {
	var out []outline.Phrase
	idle := false
	for i := h.behindMerged(); i < len(h.pieces); i++ {
		c := h.pieces[i]
		if i > h.basis && (isEnacting(c.Text) || enacts.MatchString(c.Text)) {
			break
		}
		switch {
		case strings.HasPrefix(opening(c.Text), "kính gửi"):
			idle = true // a letter's paragraphs count where they begin as a preamble does
		case beginsPreamble(c.Text), idle && proposed.MatchString(c.Text), idle && aims.MatchString(fold(c.Text)):
			idle = false
		case tells(c.Text), h.acts(i):
			idle = true
		}
		if !idle {
			out = append(out, c.Phrase)
		}
	}
	return outline.Join(" ", out...)
}

// behindMerged returns where the grounds begin: where the document is a merged text (văn bản hợp
// nhất), behind those that it merges, each told with the day since when it holds.
func (h *head) behindMerged() int {
	from := min(h.basis, len(h.pieces))
	for i := from; i < len(h.pieces); i++ {
		if restsOn(opening(h.pieces[i].Text)) {
			if merged.MatchString(outline.Join(" ", h.phrases(from, i)...).Text) {
				return i
			}
			break
		}
	}
	return from
}

// merged reads a document of which a merged text is made: "Nghị định số 12/2015/NĐ-CP ngày … của
// Chính phủ …, có hiệu lực kể từ ngày 15 tháng 3 năm 2015".
var merged = pattern.MustCompile(`^\p{Lu}[\p{L} ]+ số:? \d[^;]* có hiệu lực (?:thi hành )?(?:kể )?từ ngày`)

// proposed begins what is left of such a paragraph: "… và | theo đề nghị của Giám đốc Sở Nội vụ".
var proposed = pattern.MustCompile(`^(?:theo|xét) `)

// aims begins a letter's ground: "Nhằm thực hiện …", "Để triển khai …".
var aims = pattern.MustCompile(`^(?:nhằm|để) (?:\S+ ){0,6}?(?:thực hiện|triển khai)`)

// acts reports whether the i-th piece begins a paragraph such as "Chính phủ ban hành Nghị
// định sửa đổi …": what it cites is no ground.
func (h *head) acts(i int) bool {
	c := h.pieces[i]
	text := c.Text
	if i+1 < len(h.pieces) && len(text) < 80 {
		text += " " + h.pieces[i+1].Text
	}
	at := strings.Index(fold(text), " ban hành")
	if i == 0 || !isCapitalised(c.Text) || isCaps(c.Text) || at < 0 || at > 80 {
		return false
	}
	if _, n := lexicon.Kinds().Longest(normalize.Words(c.Text), 0); n > 0 {
		return false // "Luật Ban hành văn bản quy phạm pháp luật …"
	}
	return strings.ContainsAny(h.pieces[i-1].Text[len(h.pieces[i-1].Text)-1:], ";.,")
}

// opening is the fold of the first words of s, for those who ask how it begins: no word that
// they know is as long.
func opening(s string) string {
	const enough = 64 // bytes
	if len(s) > enough {
		if i := strings.IndexByte(s[enough:], ' '); i >= 0 {
			s = s[:enough+i]
		}
	}
	return fold(s)
}

// fold is normalize.FoldInPlace; letters that a recogniser took for digits are digits.
func fold(s string) string { return normalize.Digits(normalize.FoldInPlace(s)) }
