package outline

import (
	"strconv"
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A plan may count its stages, and the steps of each, with a word before the number:
//
//	Giai đoạn 1: Chuẩn bị (từ tháng 3 đến tháng 5/2024)
//	Bước 1. Khảo sát đường truyền. Văn phòng Huyện ủy chủ trì.
//
// Elsewhere such words begin a sentence, or say when: they count only where a stage is
// followed by what is numbered, and no model stands in the document.

// stageForm and stepForm read the head of a stage and of a step.
var (
	stageForm = pattern.MustCompile(`^(?:giai đoạn|đợt|chặng|pha|phân kỳ)(?: thứ| số)? (\d{1,2}|i{1,3}|iv|v)(?:[:.)]| ?[-–] | \()`)
	stepForm  = pattern.MustCompile(`^(?:bước|khâu|việc|phần việc|hạng mục)(?: thứ| số)? (\d{1,2})(?:[:.)]| ?[-–] )`)
)

// longestCount is the bytes that the head of a stage or step takes, at most.
const longestCount = 40

// markCounted gives the heads of stages and steps their markers.
func markCounted(ps []*Para) {
	stages := map[*Para]Marker{}
	last, heads := 0, 0
	for i, p := range ps {
		if p.Item != nil {
			return
		}
		m := countedAs(p, Stage, stageForm)
		if m.Style == None {
			continue
		}
		if m.Number != last+1 {
			return
		}
		stages[p], last = m, m.Number
		if i+1 < len(ps) && (ps[i+1].Marker.Number > 0 || countedAs(ps[i+1], Task, stepForm).Number == 1) {
			heads++
		}
	}
	if len(stages) < 2 || heads < len(stages) {
		return
	}
	within := false
	for _, p := range ps {
		m, ok := stages[p]
		switch {
		case ok:
			within = true
		case p.Marker.Style != None && p.Marker.Style < Dec1:
			within = false
		case within:
			m = countedAs(p, Task, stepForm)
		}
		if m.Style != None {
			p.Marker, p.Label = m, nil
			p.Phrase = p.From(m.size)
		}
	}
}

// countedAs reads the head of a stage or step; its style is None where p has none.
func countedAs(p *Para, style Style, form *pattern.Pattern) Marker {
	if p.Cells != nil || p.Marker.Style != None || p.Text == "" || strings.IndexByte("GĐCPBKVH\xc4", p.Text[0]) < 0 {
		return Marker{}
	}
	head := p.Text
	if len(head) > longestCount {
		head = head[:strings.LastIndexByte(head[:longestCount], ' ')+1]
	}
	m := form.FindStringSubmatchIndex(normalize.FoldInPlace(head))
	if m == nil {
		return Marker{}
	}
	label := p.Text[m[2]:m[3]]
	n, err := strconv.Atoi(label)
	if err != nil {
		n = romanNumber(strings.ToUpper(label))
	}
	size := m[1]
	if p.Text[size-1] == '(' {
		size-- // what stands in brackets is its own
	}
	for size < len(p.Text) && strings.IndexByte(":.)- ", p.Text[size]) >= 0 {
		size++
	}
	return Marker{Style: style, Label: strconv.Itoa(n), Number: n, size: size}
}
