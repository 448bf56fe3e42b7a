package header

import (
	"slices"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
)

// cited reads a head as a gazette prints it, behind the kind: "CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ
// 16/2001/CT-TTG NGÀY 21 THÁNG 6 NĂM 2001 VỀ VIỆC …", whose it is perhaps behind the date.
var cited = pattern.MustCompile(`(?i)^(của .+? )?(số\s*:?\s*\d+[a-z]?(?:(?:/|\s?-\s?)\S+)?|\d+[a-z]?/\d{4}/[^\s,]+),?\s+(ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|ngày\s+\d{1,2}[/-]\d{1,2}[/-]\d{4}),?\s*(?:(của .+?) ((?:về|v/v|bãi bỏ|quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi|bổ sung|thành lập|công bố|ấn định) .*)|(.*))$`)

// splitCited parts such a head into the pieces that other documents have: number and date,
// kind, whose it is, title.
func (h *head) splitCited() {
	numbered := false // the head prints its number on a line of its own as well
	for i, c := range h.pieces {
		if beginsPreamble(c.Text) {
			return
		}
		numbered = numbered || isNumberLine(fold(c.Text))
		if !namesKind(c.Text) {
			continue
		}
		kind, rest := cutKind(c.Phrase)
		parts, j := []outline.Phrase{rest}, i+1
		for j < len(h.pieces) && j < i+9 && isCaps(h.pieces[j].Text) && !beginsPreamble(h.pieces[j].Text) {
			parts = append(parts, h.pieces[j].Phrase)
			j++
		}
		if last := len(parts) - 1; last > 0 && (numbered || !h.runsOn(j-2)) && j < len(h.pieces) && beginsPreamble(h.pieces[j].Text) && (isAuthority(parts[last].Text) || wholeAuthority(parts[last].Text)) {
			parts, j = parts[:last], j-1
		}
		if rest.Text == "" {
			parts = parts[1:]
		}
		if pieces := h.citedPieces(kind, outline.Join(" ", parts...)); pieces != nil {
			if numbered {
				pieces = pieces[2:]
			}
			h.pieces = slices.Replace(h.pieces, i, j, pieces...)
		}
		return
	}
}

func (h *head) citedPieces(kind, text outline.Phrase) []piece {
	m := cited.FindStringSubmatchIndex(text.Text)
	if m == nil {
		return nil
	}
	of, title := text.Slice(max(m[2], 0), max(m[3], 0)), text.Slice(max(m[12], 0), max(m[13], 0))
	if m[8] >= 0 { // "… NGÀY 12/3/2004 CỦA UBND TỈNH VỀ VIỆC …"
		of, title = text.Slice(m[8], m[9]), text.Slice(m[10], m[11])
	}
	if of.Text == "" && title.Text == "" {
		return nil
	}
	out := []piece{{Phrase: text.Slice(m[4], m[5]), apart: true}, {Phrase: text.Slice(m[6], m[7])}, {Phrase: kind, apart: true}}
	for _, p := range []outline.Phrase{of, title} {
		if p.Text != "" {
			out = append(out, piece{Phrase: p})
		}
	}
	return out
}
