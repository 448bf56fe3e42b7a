package agency

import (
	"strings"

	"kehoach/extract/lexicon"
)

// What stands where bodies are listed and is none: times, negations, references to
// another place of the document, labels. Nothing of it may become a body.

// time reports whether a time begins at words[i], a preposition before it included: "Quý
// III năm 2024", "sau ngày 01/9/2023". No body is called so.
func (p *parser) time(i int) bool {
	switch p.fold(i) {
	case "mỗi", "hằng", "hàng":
		switch p.fold(i + 1) {
		case "ngày", "tuần", "tháng", "quý", "năm":
			return true
		}
		return false
	case "ngay":
		return p.fold(i+1) == "sau" || p.fold(i+1) == "khi"
	case "thứ":
		switch p.fold(i + 1) {
		case "hai", "ba", "tư", "năm", "sáu", "bảy":
			return i+2 >= len(p.words) || p.words[i+2].Mark
		}
		return false
	case "chủ":
		return p.fold(i+1) == "nhật"
	case "hạn":
		return p.fold(i+1) == "chót" || p.fold(i+1) == "hoàn" || p.fold(i+1) == "cuối"
	case "từ", "đến":
		if f := p.fold(i + 1); f == "nay" || (f == "kỳ" || f == "đợt" || f == "phiên") && p.fold(i) == "từ" {
			return true // "từ kỳ chi trả tháng 6/2024"
		}
		if i++; p.fold(i) == "hết" || p.fold(i) == "cuối" || p.fold(i) == "đầu" || p.fold(i) == "giữa" {
			i++ // "đến hết quý II/2024"
		}
	case "sau", "trước", "hết", "trong", "đầu", "cuối", "giữa", "kể":
		i++
	}
	switch r := p.fold(i + 1); p.fold(i) {
	case "quý":
		return isNumber(r) || isRoman(r)
	case "tháng", "năm", "ngày":
		return isNumber(r) || r == "học"
	}
	if !isNumber(p.fold(i)) || p.fold(i+1) != "/" || !isNumber(p.fold(i+2)) {
		return false
	}
	if len(p.fold(i+2)) == 4 || p.fold(i+3) == "/" && isNumber(p.fold(i+4)) {
		return true
	}
	behind := p.fold(i + 3) // "05/8", "từ 06/8 đến 08/8", not "12/15 xã"
	return len(p.fold(i)) <= 2 && len(p.fold(i+2)) <= 2 && (i+3 >= len(p.words) || p.words[i+3].Mark || behind == "đến" || behind == "và")
}

// deedInTime reports whether a few small words stand at words[i] and behind them a time: what is done
// then, by a verb that no wording knows, "khai giảng trước ngày 30/9/2023".
func (p *parser) deedInTime(i int) bool {
	for k := i; k < i+4 && k < len(p.words) && !p.words[k].Mark && !p.upper(k); k++ {
		if k > i && p.time(k) {
			return true
		}
	}
	return false
}

func isNumber(w string) bool {
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return w != ""
}

// isRoman reads a small Roman number; a recogniser takes its letters for "l" too.
func isRoman(w string) bool { return w != "" && strings.Trim(w, "ivl") == "" }

// namesNone reports whether what begins at words[i] is said not to be, or refers to
// another place: "không giao UBND cấp xã", "chưa xác định", "như mô hình 1".
func (p *parser) namesNone(i int) bool {
	_, n := p.longest(lexicon.Nobody, i)
	return n > 0 && !(p.fold(i) == "nt" && p.shouts(i)) // "CAX, NT" has a short form
}

// pastNone returns the index behind what names nobody: a clause that denies runs up to
// ";" or ".", anything else up to a comma or to whoever is charged.
func (p *parser) pastNone(i int) int {
	a, n := p.longest(lexicon.Nobody, i)
	for i += n; i < len(p.words); i++ {
		switch f := p.fold(i); {
		case f == ";" || f == "." || f == ")":
			return i
		case a.Canonical == "clause":
		case f == "," || f == "/", (f == "do" || f == "giao") && p.begins(i+1):
			return i
		}
	}
	return i
}

// courtesy returns how many words stand before a body at words[i] that are none of its
// name: an address ("đồng chí Giám đốc Sở Tài chính", "đ/c Trưởng Công an xã"), "tất cả", a
// number in a list.
func (p *parser) courtesy(i int) int {
	n := 0
	switch {
	case p.fold(i) == "đồng" && p.fold(i+1) == "chí":
		n = 2
	case p.fold(i) == "ông" && p.fold(i+1) == "," && p.fold(i+2) == "bà":
		n = 3
	case p.fold(i) == "ông" && p.fold(i+1) == "(" && p.fold(i+2) == "bà":
		n = 4
	case p.fold(i) == "ông" || p.fold(i) == "bà" || p.fold(i) == "mời":
		n = 1
	case p.fold(i) == "đ" && p.fold(i+1) == "/" && p.fold(i+2) == "c":
		n = 3
	case p.fold(i) == "các" && p.courtesy(i+1) > 0:
		return 1 + p.courtesy(i+1)
	case p.fold(i) == "tất" && p.fold(i+1) == "cả" && p.fold(i+2) == "các", p.fold(i) == "toàn" && (p.fold(i+1) == "thể" || p.fold(i+1) == "bộ") && p.fold(i+2) == "các":
		return 2
	case isNumber(p.fold(i)) && len(p.fold(i)) < 3 && (p.fold(i+1) == "." || p.fold(i+1) == ")") && p.upperAt(i+2) && p.begins(i+2):
		return 2 // "1. Công an tỉnh 2. Sở Tài chính"
	}
	if n > 0 && p.fold(i+n) == ":" {
		n++
	}
	return n
}

// refers reports whether the name from words[i] to words[end] only points to bodies named
// elsewhere: "các đơn vị nêu tại mô hình 1".
func (p *parser) refers(i, end int) bool {
	for k := i; k < end && article(p.fold(i)); k++ {
		switch p.fold(k) + " " + p.fold(k+1) {
		case "có tên":
			return false // "các sở, ngành có tên tại mục II" are charged there
		case "nêu tại", "nêu ở", "nêu trên", "nói trên", "tại mô", "tại mục", "ở mô", "ở mục", "như trên", "như mô", "như mục", "kể trên":
			return true
		}
	}
	return false
}

// isLabel reports whether the words from words[i] to the colon at words[colon] label what
// follows: "thành viên: …", "thời gian: …".
func (p *parser) isLabel(i, colon int) bool {
	_, ok := lexicon.Labels("field").Whole(p.s[p.words[i].Start:p.words[colon-1].End])
	return ok || introduces[p.fold(colon-2)+" "+p.fold(colon-1)]
}

// introduces are the labels, by their last words, behind which the list goes on.
var introduces = map[string]bool{"thành viên": true, "bao gồm": true, "gồm có": true, "cụ thể": true, "tham gia": true, "thực hiện": true}

// pastLabel returns where to go on behind the label from words[i] to its colon at
// words[colon]: behind it where bodies follow, else behind all that it labels; 0 where it
// is for Roles to read.
func (p *parser) pastLabel(i, colon int) int {
	m, ok := lexicon.Labels("field").Whole(p.s[p.words[i].Start:p.words[colon-1].End])
	switch {
	case !ok:
		return colon + 1
	case m == "executing" || m == "lead" || m == "cooperating" || m == "supporting":
		return 0
	}
	for k := colon; k < len(p.words); k++ {
		if p.fold(k) == ";" || p.fold(k) == "." {
			return k + 1
		}
	}
	return len(p.words)
}
