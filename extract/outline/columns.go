package outline

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// What the heads of a table's columns mean.

// isHeaderRow reports whether s is the head of a table: two cells or more name columns.
func isHeaderRow(s string) bool {
	if strings.IndexByte(s, '\t') < 0 {
		return false
	}
	n := 0
	for _, c := range strings.Split(s, "\t") {
		if _, ok := Column(c); ok {
			n++
		}
	}
	return n >= 2
}

// Column returns the meaning of the head of a table's column, a remark in brackets left
// out: "Thời gian (dự kiến)".
func Column(s string) (meaning string, ok bool) {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	s = strings.Trim(s, " .:*")
	if s == "" || len(s) > 80 {
		return "", false
	}
	if meaning, ok = lexicon.Labels("column").Whole(s); !ok {
		meaning, ok = lexicon.ShortColumn(s) // "CQCT"
	}
	return meaning, ok
}

// twoColumns returns the meanings of a head that names two things, of which each cell holds
// both: "Thời gian / Sản phẩm", "Mô hình, mục tiêu".
func twoColumns(s string) (first, second string, ok bool) {
	i := strings.IndexAny(s, ",/")
	if i < 0 || strings.ContainsAny(s[i+1:], ",/") {
		return "", "", false
	}
	first, known := Column(s[:i])
	second, both := Column(s[i+1:])
	return first, second, known && both && first != second
}

// columnByWord returns the meaning of the head of a column that is not listed, by a word
// in it that tells who, when or with what: "Phòng chủ trì", "Nền tảng, phương tiện". What it tells of
// contents tells nothing: "Nội dung phối hợp".
func columnByWord(s string) (meaning string, ok bool) {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	key := normalize.Fold(strings.TrimSpace(s))
	if len(key) > 60 || contentColumn.MatchString(key) {
		return "", false
	}
	switch meaning = meaningOf(key); meaning {
	case "lead", "cooperating", "supporting", "timeline", "tools", "forces":
		return meaning, true
	}
	return "", false
}

var contentColumn = pattern.MustCompile(`^(?:nội dung|kết quả|sản phẩm|nhiệm vụ|công việc|ghi chú|kinh phí|số|tên|mô hình|hình thức|tình hình|mức độ|chỉ tiêu|mục tiêu)`)

// nameContents names the column that holds the tasks or the models of a table which tells who
// or when, though its head is not listed: "Nội dung hoạt động", "Danh mục công việc".
func (t *Table) nameContents() {
	if t.Has("task") || t.Has("title") || !t.Has("lead") && !t.Has("executing") && !t.Has("timeline") {
		return
	}
	for k, head := range t.printed {
		if f := normalize.Fold(head); t.columns[k] == "" && contents.MatchString(f) {
			t.columns[k] = "task"
			if strings.Contains(f, "mô hình") {
				t.columns[k] = "title"
			}
			return
		}
	}
}

// contents is how the head of a column begins that says what is to be done.
var contents = pattern.MustCompile(`^(?:(?:các|danh mục|tên|tóm tắt) )*(?:nội dung|nhiệm vụ|công việc|hoạt động|đầu việc|phần việc|giải pháp|chỉ tiêu|mô hình|tiểu dự án|dự án)`)

// name gives the columns the meanings that the cells of a head name.
func (t *Table) name(p *Para) {
	for len(t.columns) < len(p.Cells) {
		t.columns, t.printed = append(t.columns, ""), append(t.printed, "")
	}
	for k, c := range p.Cells {
		head := c.Text
		if t.printed[k] != "" && small(cell{Phrase: c}) {
			head = t.printed[k] + " " + head // "Thời gian" above "hoàn thành"
		}
		m, ok := Column(head)
		if !ok && head != c.Text {
			m, ok = Column(c.Text)
		}
		if !ok {
			m, _, ok = twoColumns(c.Text)
		}
		if !ok && t.columns[k] == "" {
			m, ok = columnByWord(c.Text)
		}
		if ok {
			t.columns[k], t.printed[k] = m, head
		} else if t.printed[k] == "" {
			t.printed[k] = c.Text
		}
	}
	t.readPeriods(p)
	for k, c := range p.Cells {
		if t.columns[k] == "" && levelHead.MatchString(normalize.Fold(c.Text)) && (!t.Has("lead") || k > 0 && t.columns[k-1] == "lead" && levelHead.MatchString(normalize.Fold(t.printed[k-1]))) {
			t.columns[k] = "lead"
		}
	}
}

// levelHead reads the head of a column with those who lead at one level of administration: "Cơ quan
// chủ trì" over "Cấp tỉnh", "Cấp huyện" and "Cấp xã".
var levelHead = pattern.MustCompile(`^(?:ở )?cấp (?:tỉnh|thành phố|huyện|xã|phường|cơ sở|trung ương)$`)

// lower reports whether p is the lower row of a head: every cell that is not empty names
// a column.
func (t *Table) lower(p *Para) bool {
	n := 0
	for _, c := range p.Cells {
		if c.Text == "" {
			continue
		}
		if _, ok := Column(c.Text); !ok && !isPeriod(c.Text) {
			return false
		}
		n++
	}
	return n > 0
}
