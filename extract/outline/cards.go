package outline

import (
	"slices"
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

// nameLabels are the labels of a model's name, bareLabels those of it below "Mô hình số 1", codeLabels those of
// its code, taskLabels those of a task's name, folded.
var (
	nameLabels = []string{"tên mô hình", "tên mô hình điểm", "tên gọi mô hình", "tên gọi của mô hình"}
	bareLabels = append([]string{"tên", "tên gọi"}, nameLabels...)
	codeLabels = []string{"mã mô hình", "mã số mô hình", "mã số", "ký hiệu mô hình", "số mô hình", "stt", "tt", "số thứ tự", "mã nhiệm vụ"}
	taskLabels = []string{"tên nhiệm vụ", "tên công việc", "nội dung nhiệm vụ", "nội dung công việc", "nhiệm vụ", "công việc", "nội dung"}
)

// markCards joins the name of each card with its label, and with the code before it, to the
// head of a model or task: where there are two cards or more, and none has another head.
func markCards(ps []*Para) []*Para {
	names, items := 0, 0
	for i, p := range ps {
		if p.Item != nil {
			items++
		} else if _, _, ok := nameAt(ps, i, nameLabels); ok {
			names++
		}
	}
	switch {
	case items > 0:
		return nameItems(ps)
	case names >= 2:
		return joinCards(ps, func(ps []*Para, i int) ([]*Para, int, bool) { return nameAt(ps, i, nameLabels) }, joinCard)
	}
	return markTaskCards(ps)
}

// nameAt returns the paragraphs from ps[i] on, one or two, that are a label of a name and the name, and where
// in the last of them it begins.
func nameAt(ps []*Para, i int, labels []string) (card []*Para, end int, ok bool) {
	if beginsSection(ps[i]) {
		return nil, 0, false
	}
	end, ok = labelledBy(ps[i], labels)
	if !ok || end < len(ps[i].Text) {
		return ps[i : i+1], end, ok
	}
	if i+1 == len(ps) || ps[i+1].Label != nil || ps[i+1].Cells != nil {
		return nil, 0, false
	}
	return ps[i : i+2], 0, true
}

// taskNameAt does so of a task, which has its fields right below its name: who does it, or when.
func taskNameAt(ps []*Para, i int) (card []*Para, end int, ok bool) {
	if ps[i].Marker.Style != None {
		return nil, 0, false
	}
	card, end, ok = nameAt(ps, i, taskLabels)
	return card, end, ok && headsFields(ps, i+len(card))
}

// joinCards joins the cards of a document.
func joinCards(ps []*Para, nameAt func(ps []*Para, i int) (card []*Para, end int, ok bool), join func(card []*Para, end, number int) *Para) []*Para {
	var out []*Para
	number := 0
	for i := 0; i < len(ps); i++ {
		name, end, ok := nameAt(ps, i)
		if !ok {
			out = append(out, ps[i])
			continue
		}
		i += len(name) - 1
		var code []*Para
		code, out = cutCode(out)
		if number++; len(code) > 0 {
			if n := cardNumber(code[0].Text); n > 0 {
				number = n
			}
		}
		out = append(out, join(slices.Concat(code, name), end, number))
	}
	return out
}

// nameItems joins the name of a model below its number to it: "Mô hình số 1" over "Tên gọi: Chợ số".
func nameItems(ps []*Para) []*Para {
	out := make([]*Para, 0, len(ps))
	for i := 0; i < len(ps); i++ {
		p := ps[i]
		out = append(out, p)
		if p.Item == nil || i+1 == len(ps) || strings.Trim(p.Text[p.Item.End:], " :.") != "" {
			continue
		}
		name, end, ok := nameAt(ps, i+1, bareLabels)
		if !ok {
			continue
		}
		q := joinCard(slices.Concat([]*Para{p}, name), end, p.Item.Number)
		q.Item.Note, q.Item.Coded = p.Item.Note, p.Item.Coded
		out[len(out)-1] = q
		i += len(name)
	}
	return out
}

// markTaskCards does the same for tasks.
func markTaskCards(ps []*Para) []*Para {
	names, numbers := 0, 0
	for i, p := range ps {
		_, _, ok := taskNameAt(ps, i)
		switch {
		case ok:
			if i > 0 && ps[i-1].Marker.Number > 0 && ps[i-1].Marker.Style > Article {
				return ps // "1. Hạ tầng số" over "Nhiệm vụ: …": a field
			}
			names++
		case numberCell.MatchString(p.Text) && p.Cells == nil && headsFields(ps, i+1):
			numbers++
		}
	}
	switch {
	case names >= 2 && numbers == 0:
		return joinCards(ps, taskNameAt, func(card []*Para, end, number int) *Para {
			p := joinCard(card, end, number)
			p.Phrase, p.Item = p.From(p.Item.End).Trim(), nil
			p.Marker = Marker{Style: Task, Label: strconv.Itoa(number), Number: number}
			return p
		})
	case numbers >= 2 && names == 0:
		for i, p := range ps {
			if m := numberCell.FindStringSubmatch(p.Text); m != nil && p.Cells == nil && headsFields(ps, i+1) {
				n, _ := strconv.Atoi(m[1])
				p.Phrase, p.Label, p.Marker = p.From(len(m[0])).Trim(), nil, Marker{Style: Task, Label: m[1], Number: n}
			}
		}
	}
	return ps
}

// numberCell reads the number that stands in a cell before the name of a task.
var numberCell = pattern.MustCompile(`^(\d{1,3})\.?\t`)

// headsFields reports whether fields that say who does something, or when, begin at ps[i] or right behind
// another one there.
func headsFields(ps []*Para, i int) bool {
	for _, p := range ps[min(i, len(ps)):min(i+2, len(ps))] {
		if p.Label == nil || p.Marker.Style != None {
			return false
		}
		switch p.Label.Meaning {
		case "lead", "cooperating", "executing", "timeline", "begins", "ends":
			return true
		}
	}
	return false
}

// labelledBy reports whether a paragraph begins with one of the labels and a colon, or is
// one of them alone, and where the label ends.
func labelledBy(p *Para, labels []string) (end int, ok bool) {
	if p.Cells != nil || len(p.Text) < len("tt\t1") || strings.IndexByte("TtMmKkSsNnCc", p.Text[0]) < 0 {
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

// numberOnly reads a number that is all the value of a label.
var numberOnly = pattern.MustCompile(`^\D+[:\t] ?(\d{1,3})\.?$`)

// cardNumber returns the number in such a line, or behind "STT:", 0 where s is none.
func cardNumber(s string) int {
	if len(s) > longestNumber {
		return 0
	}
	if m := numberOnly.FindStringSubmatch(s); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
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
