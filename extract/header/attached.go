package header

import (
	"slices"
	"strings"

	"kehoach/extract/legal"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/ingest/source"
)

// A regulation (quy chế, quy định, điều lệ …) has no number of its own: below its title stands in
// brackets the decision that issues it, "(Ban hành kèm theo Quyết định số 63/2010/QĐ-UBND ngày 29
// tháng 9 năm 2010 của UBND tỉnh)". Where a file begins with the regulation, that decision's number,
// date and issuer are the document's, and no ground of it.

// attachedTo begins such brackets, which some pages leave out.
var attachedTo = pattern.MustCompile(`(?i)^(?:[(\[] ?(?:được )?(?:(?:ban hành|phê duyệt) (?:kèm )?(?:theo|tại)|kèm theo|theo|phê duyệt bằng)|(?:được )?(?:ban hành )?kèm theo) (?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|văn bản)`)

// bracketAt finds brackets that stand right behind the title on its line.
var bracketAt = pattern.MustCompile(`(?i)[^ ] ?(\((?:được )?(?:ban hành|phê duyệt|kèm theo) [^()]* số)`)

// splitBrackets puts such brackets into a piece of their own.
func (h *head) splitBrackets() {
	for i := 0; i < len(h.pieces) && !beginsPreamble(h.pieces[i].Text); i++ {
		if m := bracketAt.FindStringSubmatchIndex(h.pieces[i].Text); m != nil {
			h.pieces = slices.Insert(h.pieces, i+1, piece{Phrase: h.pieces[i].From(m[2])})
			h.pieces[i].Phrase = h.pieces[i].Slice(0, m[2]).Trim()
			i++
		}
	}
}

// takeAttached takes the lines that say what the document is attached to out of the head.
func (h *head) takeAttached() {
	i := h.basis
	if h.kind < 0 && h.subject < 0 {
		i = h.attachedLine(len(h.pieces))
	}
	if i <= h.kind || i >= len(h.pieces) || !attachedTo.MatchString(outline.Join(" ", h.phrases(i, min(i+3, len(h.pieces)))...).Text) {
		return
	}
	bracket := strings.HasPrefix(h.pieces[i].Text, "(") || strings.HasPrefix(h.pieces[i].Text, "[")
	end := i + 1
	for end < len(h.pieces) && end < i+longestBracket && h.goesOnAttached(i, end, bracket) {
		end++
	}
	h.attached = outline.Join(" ", h.phrases(i, end)...)
	h.pieces = slices.Delete(h.pieces, i, end)
	h.basis = min(h.basis, len(h.pieces))
	if h.title == i {
		h.title = h.basis
	}
}

// attachedLine is the first piece before the end-th that begins such brackets, or end.
func (h *head) attachedLine(end int) int {
	if i := slices.IndexFunc(h.pieces[:end], func(c piece) bool { return attachedTo.MatchString(c.Text) }); i >= 0 {
		return i
	}
	return end
}

// longestBracket is how many lines such brackets take.
const longestBracket = 7

// goesOnAttached reports whether the brackets from the piece at on are still open before the one
// at end; without brackets, whether that goes on with them.
func (h *head) goesOnAttached(at, end int, bracket bool) bool {
	text := outline.Join(" ", h.phrases(at, end)...).Text
	if bracket {
		return !strings.ContainsAny(text, ")]")
	}
	next := h.pieces[end]
	return !next.apart && (startsSmall(next.Text) || h.unfinished(end-1) || isDateLine(fold(next.Text)))
}

// ofDecision reads who issued the decision: "… của UBND tỉnh)".
var ofDecision = pattern.MustCompile(` của ([^()\[\];]+)`)

// readAttached reads number and date of that decision where the head prints none.
func (h *head) readAttached(p *plan.Plan) {
	c := h.attached
	for _, m := range legal.Citations(c.Text) {
		if p.Number != nil || p.Symbol != nil || m.Number == "" || !decidedKinds[m.Kind] {
			return
		}
		_, symbol, _ := legal.Number(m.Number)
		at := c.Span(m.Start, m.End)
		p.Number, p.Symbol = &m.Number, &symbol
		p.Spans["number"], p.Spans["symbol"] = at, at
		if d, _, _, ok := timeline.Day("ngày " + m.Date); ok && m.Date != "" && p.Date == nil {
			p.Date, p.Spans["date"] = &d, at
		}
	}
}

// attachedIssuer is who issued that decision.
func (h *head) attachedIssuer() ([]string, source.Span) {
	m := ofDecision.FindStringSubmatchIndex(h.attached.Text)
	if m == nil {
		return nil, source.Span{}
	}
	who := h.attached.Slice(m[2], m[3]).Trim()
	if at := about.FindStringIndex(who.Text + " "); at != nil {
		who = who.Slice(0, at[0])
	}
	name := ofPost(spellOut(who.Text))
	if !begins(name) && !isPost(name) {
		return nil, source.Span{}
	}
	return []string{name}, who.Whole()
}
