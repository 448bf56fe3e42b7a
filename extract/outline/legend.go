package outline

import (
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A plan may say itself what the marks in a table mean, beside it or in its head: "Ghi chú: X là đơn vị chủ
// trì, x là đơn vị phối hợp", "(● chủ trì; ○ phối hợp)".

// legendForm reads a mark and the role that it stands for. Capitals matter in marks.
var legendForm = pattern.MustCompile(`(?:^|[\s(“"'‘;,.:])(\p{Lu}{1,2}|\p{L}|[\p{So}\p{Sm}\p{Po}+*#×✓✔√]{1,2})[)”"'’]?\s*(?:[:=–→-]|(?i:là))?\s*(?i:(?:các |những )?(?:đơn vị |cơ quan |bộ phận |phòng |ban )?(?:được giao |làm |có vai trò )?(chủ trì|phối hợp|tham gia|thực hiện))`)

// legendRoles are the meanings of the cells whose marks stand for a role.
var legendRoles = map[string]string{"chủ trì": "lead", "phối hợp": "cooperating", "tham gia": "cooperating", "thực hiện": "executing"}

// longestLegend is the bytes of a legend, at most.
const longestLegend = 240

// legendIn returns what a text says of marks: nil where it explains fewer than two.
func legendIn(s string) map[string]string {
	if len(s) > longestLegend || !strings.Contains(normalize.FoldInPlace(s), "chủ trì") {
		return nil
	}
	marks := map[string]string{}
	for _, m := range legendForm.FindAllStringSubmatch(s, -1) {
		if mark := strings.Trim(m[1], ".,:;()"); mark != "" && marks[mark] == "" {
			marks[mark] = legendRoles[normalize.Fold(m[2])]
		}
	}
	if len(marks) < 2 {
		return nil
	}
	return marks
}

// nearLegend is how many paragraphs beside a table may be its legend.
const nearLegend = 3

// readLegend reads what the head of a table, or a paragraph beside its rows from ps[first] to ps[last], says of
// its marks.
func (t *Table) readLegend(ps []*Para, first, last int) {
	for _, p := range t.Rows {
		if t.heads[p] && t.marks == nil {
			t.marks = legendIn(p.Text)
		}
	}
	for k := 1; k <= nearLegend && t.marks == nil; k++ {
		for _, i := range [...]int{last + k, first - k} {
			if i >= 0 && i < len(ps) && ps[i].Cells == nil && t.marks == nil {
				if t.marks = legendIn(ps[i].Text); t.marks != nil {
					t.Legend = ps[i]
				}
			}
		}
	}
}

// role returns what a mark says of the body that heads its column; "" where it says nothing.
func (t *Table) role(mark string) string {
	if meaning, ok := t.marks[mark]; ok {
		return meaning
	}
	return roles[mark]
}
