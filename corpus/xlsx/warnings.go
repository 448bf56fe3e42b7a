package xlsx

import (
	"strings"
	"unicode"
)

func warningColumns() []column {
	return []column{
		{key: "plan", title: "Kế hoạch", width: 15, help: "Địa phương ban hành kế hoạch."},
		{key: "severity", title: "Mức độ", width: 11, help: "Lưu ý: nên biết. Cảnh báo: văn bản mâu thuẫn hoặc giá trị chưa chắc. Thiếu: không đọc được giá trị mà kế hoạch nào cũng có."},
		{key: "where", title: "Nơi", width: 14, help: "Mục hoặc mô hình trong văn bản; để trống nếu là cả văn bản."},
		{key: "message", title: "Nội dung", width: 66, help: "Điều phát hiện khi đọc văn bản."},
		{key: "code", title: "Mã", width: 19, help: "Mã của loại cảnh báo, để lọc."},
		{key: "place", title: "Nguồn", width: 16, help: "Trang và dòng trong tệp."},
		{key: "quote", title: "Trích nguyên văn", width: 48, help: "Chữ tại chỗ đó trong tệp gốc."},
	}
}

func fillWarnings(b *book) error {
	s, err := b.open(sheetWarnings, warningColumns(), 1, nil)
	if err != nil {
		return err
	}
	for i, x := range b.Plans {
		for _, d := range x.Diagnostics {
			where, quoted := "", ""
			if d.Span != nil {
				where, quoted = place(*d.Span), shorten(b.quote(x, *d.Span), 300)
			}
			if err := s.add(text(b.names[i]), text(severityWords[d.Severity]), text(d.Where), text(d.Message), text(d.Code), text(where), text(quoted)); err != nil {
				return err
			}
		}
	}
	return s.close()
}

// shorten keeps the beginning of a text, so many letters at most, up to the end of a word, and
// says that it is no more. A mark that stands behind its letter stays with it.
func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	end := most
	for end > 0 && !unicode.IsSpace(r[end]) {
		end--
	}
	if end < most/2 {
		end = most // one word longer than that
	}
	for end < len(r) && unicode.Is(unicode.Mn, r[end]) {
		end++
	}
	return strings.TrimRightFunc(string(r[:end]), unicode.IsSpace) + "… (trích)"
}
