package extract

import (
	"maps"
	"slices"
	"strings"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// dittoForm reads a cell that stands for the one above: "nt" (như trên), "-nt-", "như
// trên", "//", a ditto mark.
var dittoForm = pattern.MustCompile(`^[-–]?\s*(?:n\.?t\.?|như trên)\s*[-–.]?$|^[-–]?\s*(?:["“”″]|''|//)\s*[-–]?$`)

// dittos gives each cell that stands for the one above what that one says, and tells the
// reader. Where nothing stands above, the cell says nothing.
func (r *reader) dittos(rows []row) {
	var above map[string]outline.Phrase
	for _, x := range rows {
		if x.kind != modelRow {
			continue
		}
		for _, key := range slices.Sorted(maps.Keys(x.cells)) {
			c := x.cells[key]
			if !dittoForm.MatchString(normalize.Fold(c.Text)) || r.x.Plan.Abbreviations[c.Text] != "" {
				continue // "NT" may be short for "nhà trường"
			}
			if meant := above[key]; meant.Text != "" {
				r.ditto(x.table.Head(key), c, meant)
				x.cells[key] = meant
			} else {
				r.refersElsewhere(x.table.Head(key), c)
				delete(x.cells, key)
			}
		}
		for _, key := range r.blankAsAbove(x.table) {
			if x.cells[key].Text == "" && above[key].Text != "" {
				x.cells[key] = above[key]
			}
		}
		above = x.cells
	}
}

// blankForm reads that an empty cell means what stands in the one above: "Ô để trống ở cột Phân công được
// hiểu là giống ô liền trên".
var blankForm = pattern.MustCompile(`(?:ô|cột|chỗ|dòng|phần) (?:để |bỏ )?trống[^.;]{0,80}? (?:giống|như|theo|cùng)[^.;]{0,40} trên`)

// blankAsAbove returns which columns of a table those are, if the document says so: those that it names
// by their heads, else all that tell who and when.
func (r *reader) blankAsAbove(t outline.Table) (columns []string) {
	if r.blankNote == nil {
		note := ""
		for _, p := range r.outline.Paras {
			if strings.Contains(p.Text, "trống") && blankForm.MatchString(normalize.FoldInPlace(p.Text)) {
				note, r.understood[p] = normalize.Fold(p.Text), true
				break
			}
		}
		r.blankNote = &note
	}
	if *r.blankNote == "" {
		return nil
	}
	all := []string{"executing", "lead", "cooperating", "timeline"}
	for _, key := range all {
		if head := normalize.Fold(t.Head(key)); head != "" && strings.Contains(*r.blankNote, head) {
			columns = append(columns, key)
		}
	}
	if columns == nil {
		return all
	}
	return columns
}

// referenceForm reads words that point to another place instead of naming somebody: "như
// mô hình 1", "các đơn vị nêu tại mục II".
var referenceForm = pattern.MustCompile(`như (?:trên|mô hình|mục|nội dung|các mô hình)|(?:nêu|kể|nói) (?:tại|ở|trên)|^[-–]?\s*n\.?t\.?\s*[-–]?$`)

// generalReference reads bodies in general that are named elsewhere.
var generalReference = pattern.MustCompile(`(?:cơ quan|đơn vị|sở|ngành|địa phương) (?:được )?(?:nêu|kể|nói) (?:tại|ở|trên)`)

// denialForm reads a field that says there is nobody: "Không có", "-".
var denialForm = pattern.MustCompile(`^(?:không(?: có| áp dụng)?|chưa (?:có|xác định)|[-–—…./\s]+|x|nt)[.;]?$`)

// unnamed tells the reader of the text of a field that names nobody, or points to where
// somebody is named; known is how many bodies were read.
func (r *reader) unnamed(label string, s outline.Phrase, known int) {
	f := normalize.Fold(s.Text)
	if known > 0 && !strings.Contains(f, "nêu ") && !strings.Contains(f, "kể ") && !strings.Contains(f, "nói ") {
		return // nearly always
	}
	if label == "" {
		label = "Đơn vị thực hiện"
	}
	switch {
	case known == 0 && referenceForm.MatchString(f), generalReference.MatchString(f):
		r.refersElsewhere(label, s)
	case known == 0 && s.Text != "" && !denialForm.MatchString(f):
		r.agencyNotRead(label, s)
	}
}
