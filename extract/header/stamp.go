package header

import "kehoach/extract/pattern"

// A document that was received bears the stamp of incoming papers of whoever got it, with a
// number and a day of its own: a text box of a word processor, or what a recogniser reads.

var (
	// "CÔNG VĂN ĐẾN", "ĐẾN Số: 318"
	stampAt = pattern.MustCompile(`^(?:(?:CÔNG VĂN|VĂN BẢN) )?ĐẾN(?:[ :]|$)`)
	// "Số đến: 318", "Ngày: 15/01/2025", "Chuyển: Phòng Nội vụ"
	stampField = pattern.MustCompile(`^(?:Số(?: đến)?\s*:[^/]*$|(?:Giờ(?: đến)?|Ngày(?: đến)?|Chuyển|Kính chuyển|Lưu hồ sơ(?: số)?)\s*:)`)
)

// withoutStamp leaves the stamp of incoming papers out of the lines of a head, and the name of
// its owner above it where the document's own number stands before.
func withoutStamp(lines []piece) []piece {
	for i := range lines {
		end := i + 1
		for end < len(lines) && end < i+6 && stampField.MatchString(lines[end].Text) {
			end++
		}
		if end == i+1 || !stampAt.MatchString(lines[i].Text) {
			continue
		}
		from := i
		if i > 0 && isCaps(lines[i-1].Text) && isBody(lines[i-1].Text) && numbered(lines[:i-1]) {
			from--
		}
		return append(lines[:from:from], lines[end:]...)
	}
	return lines
}

// numbered reports whether the number of a document stands in one of the lines.
func numbered(lines []piece) bool {
	for _, l := range lines {
		if isNumberLine(fold(l.Text)) {
			return true
		}
	}
	return false
}
