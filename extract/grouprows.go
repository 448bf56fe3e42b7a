package extract

import (
	"strings"
	"unicode"

	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// isGroupRow reports whether a row only names a group: one text and perhaps a number.
func isGroupRow(p *outline.Para, label, title string) bool {
	filled := 0
	for _, c := range p.Cells {
		if c.Text != "" {
			filled++
		}
	}
	if filled > 2 || filled == 2 && label == "" || title == "" {
		return false
	}
	if _, ok := outline.ReadItem(title); ok {
		return false
	}
	f := normalize.Fold(title)
	return filled == 1 || strings.HasPrefix(f, "nhóm") || groupLabel.MatchString(label) ||
		outline.IsCaps(title) && !strings.ContainsAny(label, "0123456789") // "u„I | XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ": III, misread
}

// besidesLabel returns the one cell of a row that is filled besides that of its label, whatever its
// column holds else: "A | Nhóm công dân số (06 mô hình) | | |" below "TT | Thời hạn | Tên mô hình".
func besidesLabel(p *outline.Para, label string) (only outline.Phrase) {
	for _, c := range p.Cells {
		switch {
		case c.Text == "" || strings.Trim(c.Text, " .()") == label:
		case only.Text != "":
			return outline.Phrase{}
		default:
			only = c
		}
	}
	return only
}

// brokenGroup returns the title of a group's row that a recogniser broke over cells: "A | Nhóm mô hình
// phục vụ học sinh, | phụ huynh (04 mô hình)".
func brokenGroup(p *outline.Para, label string, title outline.Phrase) (whole outline.Phrase, ok bool) {
	if !groupLabel.MatchString(label) || !strings.HasPrefix(normalize.Fold(title.Text), "nhóm") {
		return title, false
	}
	var parts []outline.Phrase
	for _, c := range p.Cells[1:] {
		if c.Text != "" {
			parts = append(parts, c)
		}
	}
	if len(parts) < 2 {
		return title, false
	}
	whole = outline.Join(" ", parts...)
	return whole, countForm.MatchString(whole.Text)
}

// partsRow reports whether the i-th row only heads those below it, which repeat its number:
// "1 | Phát triển chính quyền số" above "1.1 | Ký số 100% văn bản đi | …".
func partsRow(t outline.Table, body []*outline.Para, i int) bool {
	if i+1 == len(body) {
		return false
	}
	cells, next := t.Cells(body[i]), t.Cells(body[i+1])
	label := strings.Trim(cells["number"].Text, " .()")
	return label != "" && len(cells) == 2 && strings.HasPrefix(strings.TrimLeft(next["number"].Text, "( "), label+".") &&
		len(strings.Trim(next["number"].Text, " .()")) > len(label)
}

// namesGroup reports whether a text by itself is the heading of a group.
func namesGroup(s string) bool {
	return strings.HasPrefix(normalize.Fold(s), "nhóm") || gluedLabels.MatchString(s) || countForm.MatchString(s)
}

var (
	groupLabel  = pattern.MustCompile(`^(?:[IVX]+|[A-ZĐ])$`)
	gluedLabels = pattern.MustCompile(`^([IVX]+|[A-ZĐ]|\d{1,2})[.)]?\s+(\S.*)$`)
)

// cutLabel takes the number off a group's row whose cells were merged: "III Nhóm …".
func cutLabel(label string, title outline.Phrase) (string, outline.Phrase) {
	if m := gluedLabels.FindStringSubmatchIndex(title.Text); m != nil && label == "" {
		return title.Text[m[2]:m[3]], title.From(m[4])
	}
	if strings.ContainsFunc(label, noLabel) {
		label = ""
	}
	return label, title
}

// noLabel reports whether a letter stands in no label, so that the label was misread.
func noLabel(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' }
