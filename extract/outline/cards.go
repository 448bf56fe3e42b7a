package outline

import (
	"strconv"
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A plan may set its models out as cards, of which each line is a label or a value:
//
//	Mã mô hình
//	MH-01
//	Tên mô hình
//	Chợ số
//
// The name heads the model then, though no "Mô hình 1:" stands before it.

// nameLabels are the labels of a model's name, codeLabels those of its code, folded.
var (
	nameLabels = []string{"tên mô hình", "tên mô hình điểm", "tên gọi mô hình", "tên gọi của mô hình"}
	codeLabels = []string{"mã mô hình", "mã số mô hình", "mã số", "ký hiệu mô hình", "số mô hình"}
)

// markCards joins the name of each card with its label, and with the code before it, to the
// head of a model: where there are two cards or more, and no model has another head.
func markCards(ps []*Para) []*Para {
	names := 0
	for _, p := range ps {
		if p.Item != nil {
			return ps
		}
		if _, ok := labelledBy(p, nameLabels); ok {
			names++
		}
	}
	if names < 2 {
		return ps
	}
	var out []*Para
	number := 0
	for i := 0; i < len(ps); i++ {
		end, ok := labelledBy(ps[i], nameLabels)
		alone := end == len(ps[i].Text)
		if !ok || alone && (i+1 == len(ps) || ps[i+1].Label != nil || ps[i+1].Cells != nil) {
			out = append(out, ps[i])
			continue
		}
		var card []*Para
		card, out = cutCode(out)
		card = append(card, ps[i])
		if alone {
			i++
			card = append(card, ps[i])
			end = 0
		}
		if number++; len(card) > 1 {
			if n := cardNumber(card[0].Text); n > 0 {
				number = n
			}
		}
		out = append(out, joinCard(card, end, number))
	}
	return out
}

// labelledBy reports whether a paragraph begins with one of the labels and a colon, or is
// one of them alone, and where the label ends.
func labelledBy(p *Para, labels []string) (end int, ok bool) {
	if p.Cells != nil || len(p.Text) < len("mã số") || strings.IndexByte("TtMmKkSs", p.Text[0]) < 0 {
		return 0, false // nearly all paragraphs
	}
	head := headOf(p.Text)
	f := normalize.FoldInPlace(head)
	for _, l := range labels {
		rest, ok := strings.CutPrefix(f, l)
		if !ok {
			continue
		}
		switch rest = strings.TrimLeft(rest, " "); {
		case strings.Trim(p.Text[len(f)-len(rest):], " :") == "":
			return len(p.Text), true
		case rest != "" && (rest[0] == ':' || rest[0] == '\t'):
			return len(f) - len(rest) + 1, true
		}
	}
	return 0, false
}

// cutCode takes the code at the end of what is read, and its label, off.
func cutCode(ps []*Para) (code, rest []*Para) {
	n := len(ps)
	if n > 0 {
		if _, ok := labelledBy(ps[n-1], codeLabels); ok {
			return ps[n-1:], ps[: n-1 : n-1]
		}
	}
	if n > 0 && ps[n-1].Label == nil && ps[n-1].Cells == nil && cardNumber(ps[n-1].Text) > 0 {
		return ps[n-1:], ps[: n-1 : n-1]
	}
	if n > 1 && len(ps[n-1].Text) < 20 {
		if end, ok := labelledBy(ps[n-2], codeLabels); ok && end == len(ps[n-2].Text) {
			return ps[n-2:], ps[: n-2 : n-2]
		}
	}
	return nil, ps
}

// cardForm reads the line above a card that numbers it: "PHIẾU SỐ 1", "Thẻ 02".
var cardForm = pattern.MustCompile(`^(?:phiếu|thẻ|ô|bảng|trang|hồ sơ)(?: mô hình)?(?: số)? (\d{1,3})[.:]?$`)

// cardNumber returns the number in such a line, 0 where s is none.
func cardNumber(s string) int {
	if len(s) > longestNumber {
		return 0
	}
	m := cardForm.FindStringSubmatch(normalize.Fold(strings.TrimSpace(s)))
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// joinCard makes the head of a model of the paragraphs of a card, of which the last holds
// its name from end on.
func joinCard(card []*Para, end, number int) *Para {
	first, last := card[0], card[len(card)-1]
	p := &Para{Marker: first.Marker, Strong: last.Strong, Alone: first.Alone, text: first.text, first: first.first, last: last.last}
	var parts []Phrase
	for _, c := range card {
		parts = append(parts, c.Phrase)
	}
	p.Phrase = Join(" ", parts...)
	p.Item = &Item{Number: number, End: len(p.Text) - len(last.Text) + end}
	return p
}
