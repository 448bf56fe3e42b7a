package outline

import (
	"slices"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Paragraphs in which several labels stand, one behind the other.

// splitLabels parts the paragraphs in which several labels stand, one behind the other:
// "Chủ trì: Sở Y tế. Phối hợp: Công an tỉnh. Hạn: 15/12/2023".
func splitLabels(ps []*Para, own *labels) []*Para {
	out := make([]*Para, 0, len(ps))
	for _, p := range ps {
		if n := len(p.Text); p.Marker.Style == None && n > 2 && p.Text[0] == '(' && strings.IndexByte(p.Text, ')') >= n-2 && readLabel(p.Text[1:], false) != nil {
			p.Phrase = p.Slice(1, strings.IndexByte(p.Text, ')'))
		}
		if inCells := p.Phrase.Trim(); p.Cells == nil && labelCells(inCells.Text) != nil {
			p.Phrase = inCells // the first of its cells may be empty
			out = append(out, p.split(labelCells(p.Text))...)
		} else if starts := p.labelStarts(own); starts != nil {
			parts := p.split(starts)
			out = append(append(out, parts[0].splitBrackets(own)...), parts[1:]...)
		} else {
			out = append(out, p.splitBrackets(own)...)
		}
	}
	return out
}

// splitBrackets parts the head of a model from the labels in brackets at its end.
func (p *Para) splitBrackets(own *labels) []*Para {
	open, shut := labelsInBrackets(p.Text)
	if open == 0 || !namesModel(p) {
		return []*Para{p}
	}
	fields := *p
	fields.Phrase, fields.Marker, fields.Split = p.Slice(open+1, shut-1), Marker{}, true
	p.Phrase = p.Slice(0, open).Trim()
	return append([]*Para{p}, fields.split(fields.labelStarts(own))...)
}

// labelStarts returns where labels begin within a paragraph, not at its beginning. A row of cells
// is none.
func (p *Para) labelStarts(own *labels) (starts []int) {
	if strings.IndexByte(p.Text, ':') < 0 && !own.openers || p.Cells != nil || strings.Count(p.Text, "\t") >= 2 || p.Marker.Style == Roman || p.Marker.Style == Article {
		return nil
	}
	open, shut := labelsInBrackets(p.Text)
	note := func(at int) {
		if open < at && at < shut {
			return
		}
		at += numberAt(p.Text[at:])
		key, _, ok := own.wording(p.Text[at:])
		if !ok {
			return
		}
		if _, known := lexicon.Labels("field").Whole(key); known || own.meanings[key] != "" || labelsAll(key) {
			starts = append(starts, at)
		}
	}
	text := upToColon(p.Text)
	behind(text, bullets, note)
	if own.openers {
		text = p.Text
	}
	behind(text, sentenceEnds, note)
	if !strings.ContainsAny(text, smallBehind) {
		return starts
	}
	if l := own.label(p); l != nil {
		starts = append(starts, smallLabels(p.Text, l.End)...)
	}
	return starts
}

// namesModel reports whether a paragraph begins as the head of a model does: "Mô hình 3: …", "3. Mô hình …".
func namesModel(p *Para) bool {
	return p.Marker.Style == Model || strings.HasPrefix(normalize.FoldInPlace(p.Text), "mô hình ")
}

// labelsInBrackets returns where the brackets at the end of a text stand, if they begin with a label: "Nâng
// cấp mạng (Chủ trì: Sở Y tế; Phối hợp: Công an tỉnh)". They are of what stands before them, whole.
func labelsInBrackets(s string) (open, shut int) {
	shut = len(strings.TrimRight(s, " ."))
	if shut == 0 || s[shut-1] != ')' && s[shut-1] != ']' {
		return 0, 0
	}
	depth := 0
	for i := shut - 1; i > 0; i-- {
		switch s[i] {
		case ')', ']':
			depth++
		case '(', '[':
			if depth--; depth == 0 {
				if readLabel(s[i+1:], false) == nil {
					return 0, 0
				}
				return i, shut
			}
		}
	}
	return 0, 0
}

// labelCells returns where the cells of a row but the first begin if each of them is a label and its
// value, and so is the first: "Chủ trì: Sở Y tế | Phối hợp: Công an tỉnh | Tiến độ: Quý II/2026".
func labelCells(s string) (starts []int) {
	if strings.IndexByte(s, '\t') < 0 || strings.IndexByte(s, ':') < 0 {
		return nil // nearly all paragraphs
	}
	for at := 0; ; {
		key, _, ok := beforeColon(s[at:])
		if _, known := lexicon.Labels("field").Whole(key); !ok || !known {
			return nil
		}
		tab := strings.IndexByte(s[at:], '\t')
		if tab < 0 {
			return starts
		}
		at += tab + 1
		starts = append(starts, at)
	}
}

// numberAt returns how many bytes of a number in brackets stand at the start of s, before a
// label within a line: "(2) Tiến độ: …".
func numberAt(s string) int {
	if s == "" || s[0] != '(' {
		return 0
	}
	return readParenthesised(s).size
}

// numberBehind reads that number at the end of what stands before the label.
var numberBehind = pattern.MustCompile(` \((?:\d{1,2}|[a-zđ]|i{1,3}|iv|v)\)$`)

// smallBehind are the marks behind which a label in small letters may begin.
const smallBehind = ";,."

// smallLabels returns where labels in small letters go on with a line of labels, behind the
// first of them: "Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Y tế, thời gian hoàn
// thành: Quý I/2024".
func smallLabels(s string, from int) (starts []int) {
	if strings.IndexByte(s[from:], ':') < 0 {
		return nil
	}
	for i := from; i+2 < len(s); i++ {
		if strings.IndexByte(smallBehind, s[i]) < 0 || s[i+1] != ' ' || isUpperFirst(s[i+2:]) {
			continue
		}
		head := headOf(s[i+2:])
		colon := strings.IndexByte(head, ':')
		if colon < 0 {
			continue
		}
		meaning, whole := lexicon.Labels("field").Whole(strings.TrimSpace(head[:colon]))
		if !whole {
			continue
		}
		switch meaning {
		case "lead", "cooperating", "executing", "supporting", "guiding", "timeline", "begins", "ends", "product":
			starts = append(starts, i+2)
		}
	}
	return starts
}

// split parts a paragraph where it begins and at starts.
func (p *Para) split(starts []int) []*Para {
	starts = append(starts, 0)
	slices.Sort(starts)
	var out []*Para
	for i, at := range starts {
		end := len(p.Text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		q := *p
		q.Phrase = p.Slice(at, end)
		if i+1 < len(starts) {
			q.Phrase = q.Slice(0, len(strings.TrimRight(q.Text, " *•+→/-")))
			q.Phrase = q.Slice(0, len(q.Text)-len(numberBehind.FindString(q.Text)))
		}
		if i > 0 {
			q.Split = true
			q.Marker = Marker{Style: p.Marker.Style}
			if p.Marker.Style < Labeled {
				q.Marker = Marker{} // what numbers the first does not number the others
				if readLabel(p.Text, false) != nil && p.Marker.Style > Model {
					q.beside = p.Marker.Style
				}
			}
		}
		out = append(out, &q)
	}
	return out
}
