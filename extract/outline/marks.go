package outline

import (
	"strings"

	"kehoach/extract/pattern"
)

// A table may hold marks for values: below the head "Quý II/2024" an "x" means that time, below
// that of a body "C" (chủ trì) that it leads and "P" (phối hợp) that it cooperates.

// period reads a head that is itself a time.
var period = pattern.MustCompile(`(?i)^(?:quý ?/? ?(?:iv|i{1,3}|[1-4])(?: ?[/.-] ?(?:năm )?20\d\d| năm 20\d\d)?|tháng ?\d{1,2}(?: ?[/.-] ?20\d\d| năm 20\d\d)?|(?:năm )?20\d\d|6 tháng (?:đầu|cuối) năm(?: 20\d\d)?|thường xuyên|(?:hằng|hàng) (?:tháng|quý|năm))$`)

// ticked are the marks that say nothing but that a cell is chosen.
var ticked = map[string]bool{"x": true, "X": true, "×": true, "✓": true, "✔": true, "√": true, "v": true, "V": true, "+": true, "*": true, "(x)": true, "•": true}

// roles are the marks that say what the body does that heads their column.
var roles = map[string]string{
	"C": "lead", "CT": "lead", "c": "lead", "chủ trì": "lead", "Chủ trì": "lead",
	"P": "cooperating", "PH": "cooperating", "p": "cooperating", "phối hợp": "cooperating", "Phối hợp": "cooperating",
}

// leastMarked are the columns of one kind that make their cells marks.
const leastMarked = 2

// isPeriod reports whether a head is itself a time.
func isPeriod(s string) bool { return period.MatchString(strings.TrimSpace(s)) }

// isMonth reports whether a cell below a head of times is one: "Tháng 10", "9/2024", "Quý I".
func isMonth(s string) bool { return isPeriod(s) || isPeriod("tháng "+s) }

// readPeriods keeps the heads of a row that are times.
func (t *Table) readPeriods(p *Para) {
	n := 0
	for _, c := range p.Cells {
		if isPeriod(c.Text) {
			n++
		}
	}
	if n < leastMarked {
		return
	}
	for k, c := range p.Cells {
		if isPeriod(c.Text) {
			t.keepHead(k, c)
			t.columns[k] = "timeline"
		}
	}
}

// readRoles finds the columns whose cells only say what the bodies of their heads do.
func (t *Table) readRoles() {
	var found []int
	for k, known := range t.columns {
		if filled, told := t.count(k, func(s string) bool { return t.role(s) != "" }); (known == "" || namesBodies(known)) && t.printed[k] != "" && filled > 0 && told == filled {
			found = append(found, k)
		}
	}
	if len(found) < leastMarked || len(found) == leastMarked && t.marks == nil {
		return
	}
	for _, p := range t.Rows {
		for _, k := range found {
			if t.heads[p] && k < len(p.Cells) && p.Cells[k].Text != "" {
				t.keepHead(k, p.Cells[k])
			}
		}
	}
	t.byRole = true
}

// headsMarks reports whether p is the lower row of a head and names bodies, below which next has marks: "| | VP |
// CAX |" over "1 | Tập huấn | ● | ○".
func (t *Table) headsMarks(p, next *Para) bool {
	named := 0
	for k, c := range p.Cells {
		if c.Text == "" {
			continue
		}
		if k >= len(t.columns) || k >= len(next.Cells) || t.columns[k] != "" && !namesBodies(t.columns[k]) || len([]rune(next.Cells[k].Text)) > longestMark || !isUpperFirst(c.Text) {
			return false
		}
		named++
	}
	return named >= leastMarked
}

// longestMark is the letters of a mark, at most.
const longestMark = 2

// readTicks finds the columns headed by a body each, of which the cells are only ticked: the head above tells what the
// ticked bodies do, "Đơn vị phối hợp" over "Công an huyện" and "Phòng Tư pháp"; without one they carry it out.
func (t *Table) readTicks() {
	ticks := map[int]string{}
	above := ""
	for k, known := range t.columns {
		if known != "" {
			above = known
		} else if t.printed[k] != "" && t.upper(k) {
			above = "" // a head of its own
		}
		head, ok := t.lastHead(k)
		if filled, told := t.count(k, func(s string) bool { return ticked[s] }); !ok || filled == 0 || told != filled || known != "" && !namesBodies(known) || !namesBodyFirst(head.Text) {
			continue
		}
		ticks[k] = "executing"
		if namesBodies(above) {
			ticks[k] = above
		}
	}
	if len(ticks) < leastMarked {
		return
	}
	t.ticks = ticks
	for k := range ticks {
		head, _ := t.lastHead(k)
		t.keepHead(k, head)
	}
}

// upper reports whether the k-th column has a cell of its own in the first row of the head.
func (t *Table) upper(k int) bool {
	first := t.Rows[0]
	return k < len(first.Cells) && first.Cells[k].Text != ""
}

// lastHead returns the lowest cell of the head of the k-th column.
func (t *Table) lastHead(k int) (head Phrase, ok bool) {
	for _, p := range t.Rows {
		if t.heads[p] && k < len(p.Cells) && p.Cells[k].Text != "" {
			head, ok = p.Cells[k], true
		}
	}
	return head, ok
}

// namesBodies reports whether a column of this meaning holds bodies.
func namesBodies(meaning string) bool {
	return meaning == "lead" || meaning == "cooperating" || meaning == "executing"
}

// count returns how many cells of the k-th column are filled, and of how many something holds.
func (t *Table) count(k int, holds func(string) bool) (filled, held int) {
	for _, p := range t.Rows {
		if t.heads[p] || k >= len(p.Cells) || p.Cells[k].Text == "" {
			continue
		}
		if filled++; holds(p.Cells[k].Text) {
			held++
		}
	}
	return filled, held
}

func (t *Table) keepHead(k int, head Phrase) {
	if t.meant == nil {
		t.meant = map[int]Phrase{}
	}
	t.meant[k] = head
}

// mark returns what a cell of the k-th column means and of which meaning it is, where it is a mark
// or the column's head is the value: the cell itself where it says more than the head.
func (t Table) mark(k int, c Phrase) (meaning string, said Phrase, ok bool) {
	head, ok := t.meant[k]
	switch {
	case !ok:
		return "", c, false
	case t.columns[k] == "timeline" && ticked[c.Text]:
		return "timeline", head, true
	case t.columns[k] == "timeline":
		return "timeline", c, true
	}
	if meaning := t.ticks[k]; meaning != "" && ticked[c.Text] {
		return meaning, head, true
	}
	return t.role(c.Text), head, true
}
