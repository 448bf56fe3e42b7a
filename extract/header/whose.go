package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// The lines between the kind and the title, or between the title and the grounds, that say whose
// the document is.

// ofIssuer is the line between kind and title that says whose it is: "CỦA BAN THƯỜNG VỤ
// TỈNH ỦY".
var ofIssuer = pattern.MustCompile(`^của (?:ban|bộ|uỷ ban|thủ tướng|chính phủ|tỉnh uỷ|thành uỷ|huyện uỷ|chủ tịch|hội đồng)`)

// ofUnion is such a line of an association, in capitals: "CỦA HỘI NÔNG DÂN VIỆT NAM".
var ofUnion = pattern.MustCompile(`^CỦA (?:ĐOÀN|HỘI|LIÊN ĐOÀN|TỔNG LIÊN ĐOÀN|CÔNG ĐOÀN) `)

func isOfIssuer(s string) bool {
	f := fold(s)
	return (ofIssuer.MatchString(f) || ofUnion.MatchString(s) && isCaps(s)) && !strings.Contains(f, " về ") && !strings.Contains(f, " v/v ")
}

// onlyWhose reports whether a line says whose the document is and nothing of what it is about:
// "CỦA CHỦ TỊCH NƯỚC VIỆT NAM DÂN CHỦ CỘNG HOÀ".
func onlyWhose(s string) bool {
	name, ok := strings.CutPrefix(s, "CỦA ")
	return ok && (wholeBody(name) || strings.HasPrefix(fold(name), "chủ tịch nước"))
}

// meeting is the line between kind and title that says which meeting of the Party concluded,
// and the body whose meeting it was.
var meeting = pattern.MustCompile(`^(?:hội nghị|đại hội|phiên họp|kỳ họp|ban chấp hành|ban thường vụ|bộ chính trị|ban bí thư|\(?khoá [xvi]+\)?)(?:[ ,]|$)`)

// whose returns how many pieces from the i-th on say whose the document is: "CỦA BAN THƯỜNG VỤ
// TỈNH ỦY", or "HỘI NGHỊ LẦN THỨ BẢY" and "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH" above a title in small
// letters.
func (h *head) whose(i int) int {
	if i >= len(h.pieces) || h.kind < 0 || i != h.title {
		return 0
	}
	if isOfIssuer(h.pieces[i].Text) {
		return 1
	}
	n := 0
	for i+n < len(h.pieces) && isCaps(h.pieces[i+n].Text) && meeting.MatchString(fold(h.pieces[i+n].Text)) {
		n++
	}
	if i+n == len(h.pieces) || !startsSmall(h.pieces[i+n].Text) {
		return 0
	}
	return n
}

// startsSmall reports whether s begins with a small letter.
func startsSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// ofIssuerLength returns how many bytes at the start of s say in capitals whose a document
// is, with or without a title in small letters behind: "CỦA BỘ CHÍNH TRỊ về đổi mới …".
func ofIssuerLength(s string) int {
	end := 0
	for _, w := range normalize.Words(s) {
		if !w.Mark && !isCaps(s[w.Start:w.End]) {
			break
		}
		end = w.End
	}
	if end == 0 || !isCaps(s[:end]) || !isOfIssuer(s[:end]) {
		return 0
	}
	return end
}

// callsUp reports whether the i-th piece names who sends a telegram, right above whom it is
// sent to: "BAN CHỈ ĐẠO TRUNG ƯƠNG …" / "ĐIỆN: Bộ Công Thương".
func (h *head) callsUp(i int) bool {
	f := fold(h.pieces[i].Text)
	if strings.HasPrefix(f, "điện:") {
		return true
	}
	return isCaps(h.pieces[i].Text) && i+1 < len(h.pieces) && strings.HasPrefix(fold(h.pieces[i+1].Text), "điện:")
}

// urgent is how urgent a telegram is, behind its kind.
var urgent = pattern.MustCompile(`^[(]?(?:(?:thượng |rất )?khẩn(?: cấp)?|hoả tốc(?: hẹn giờ)?)[)]?$`)

// inBracketsOnly reports whether what stands behind the kind only tells which of them it is:
// "QUY ĐỊNH (BỔ SUNG)", "BÁO CÁO (lần 2)".
func inBracketsOnly(s string) bool {
	return strings.HasPrefix(s, "(") && strings.IndexByte(s, ')') == len(s)-1
}

// cutSession cuts off what a line in capitals says of the session behind the assembly: "HỘI ĐỒNG
// NHÂN DÂN TỈNH LÀO CAI KHÓA XV - KỲ HỌP THỨ 3".
func cutSession(s string) string {
	for _, w := range []string{" KHÓA ", " KHOÁ ", " KỲ HỌP ", " NHIỆM KỲ "} {
		if i := strings.Index(s, w); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// isSession reports whether a piece tells the session of an assembly: "KHÓA XV, KỲ HỌP THỨ
// 18", "(Từ ngày 07/12 đến ngày 09/12/2020)".
func isSession(s string) bool {
	f := fold(s)
	return strings.HasPrefix(f, "khoá ") || strings.HasPrefix(f, "kỳ họp") || strings.HasPrefix(f, "nhiệm kỳ") || strings.HasPrefix(f, "(")
}
