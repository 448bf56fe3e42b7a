// Package legal finds the documents that a phrase cites, each with its kind, number,
// date and issuer, and reads numbers (số, ký hiệu) as they are printed. Begin with
// Citations.
package legal

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// Citation is a document that a phrase cites; Start to End are its bytes, from its kind
// to its date or number. Number is empty for a law cited by name.
type Citation struct {
	Start, End int
	Kind       string
	Number     string
	Date       string // as printed: "06/01/2022", "năm 2015"
	Issuer     string
}

// numberForm reads the number of a document: "06/QĐ-TTg", "73/2019/NĐ-CP", "233/KH -
// UBND", "56/KH-BCA-C06", "72/2025/QH15", the Party's "38-CT/TU".
var numberForm = regexp.MustCompile(`^(\d{1,5})(\s?/\s?\d{4})?(\s?/\s?(?:[\p{Lu}][\p{L}\d.&]*)(?:\s?[-–/]\s?[\p{Lu}][\p{L}\d&]*)*|\s?-\s?[\p{Lu}]{1,4}[\p{L}]{0,3}\s?/\s?[\p{Lu}]{2,}[\p{L}\d]*(?:\s?-\s?[\p{Lu}][\p{L}\d]*)*)`)

// Number reads the number at the start of s, without its inner blanks, and how many
// bytes it takes; the symbol is what stands behind the number itself.
func Number(s string) (number, symbol string, size int) {
	m := numberForm.FindStringSubmatchIndex(s)
	if m == nil {
		return "", "", 0
	}
	number = squeeze(s[:m[1]])
	symbol = strings.TrimLeft(squeeze(s[m[6]:m[7]]), "/-")
	return number, symbol, m[1]
}

// squeeze drops blanks and writes every dash as "-".
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '–' || r == '—':
			return '-'
		}
		return r
	}, s)
}

// dateForm reads "ngày 06/01/2022", "ngày 05 tháng 9 năm 2019".
var dateForm = regexp.MustCompile(`(?i)ngày\s+(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})`)

var yearForm = regexp.MustCompile(`(?i)năm\s+(\d{4})`)

// Citations returns the documents that s cites, in order. A kind of document without a
// number counts only for laws.
func Citations(s string) []Citation {
	words := normalize.Words(s)
	var out []Citation
	for i := 0; i < len(words); i++ {
		kind, n := lexicon.Kinds().Longest(words, i)
		if n == 0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[words[i].Start:]); !unicode.IsUpper(r) {
			continue
		}
		c, next, ok := read(s, words, i, i+n, kind.Name)
		if ok {
			out = append(out, c)
			i = next - 1
		} else {
			i += n - 1
		}
	}
	return out
}

// read reads the citation whose kind stands at words[from:to].
func read(s string, words []normalize.Word, from, to int, kind string) (c Citation, next int, ok bool) {
	law := kind == "Luật" || kind == "Bộ luật" || kind == "Pháp lệnh"
	reach := 3 // "Kế hoạch [phối hợp] số …"
	if law {
		reach = 30 // "Luật Tổ chức chính quyền địa phương số …"
	}
	c = Citation{Start: words[from].Start, End: words[to-1].End, Kind: kind}
	for j := to; j < len(words) && j < to+reach; j++ {
		if f := words[j].Fold; f == ";" || f == "." && !law {
			break
		}
		number, _, size := Number(s[words[j].Start:])
		if number == "" {
			continue
		}
		c.Number, c.End = number, words[j].Start+size
		break
	}
	if c.Number == "" && !law {
		return c, to, false
	}
	rest := s[c.End:]
	clause := rest[:clauseEnd(rest)]
	if m := dateForm.FindStringSubmatchIndex(clause); m != nil && (law || m[0] < 120) {
		c.Date = clause[m[2]:m[3]]
		if m[0] < 60 {
			c.End += m[1]
		}
	} else if m := yearForm.FindStringSubmatchIndex(clause); m != nil && law {
		c.Date = clause[m[2]:m[3]]
		c.End += m[1]
	} else if law && c.Number == "" {
		return c, to, false
	}
	c.Issuer = issuer(clause)
	next = to
	for next < len(words) && words[next].Start < c.End {
		next++
	}
	return c, next, true
}

// clauseEnd returns where what is said of one citation ends: before ";" or the next
// document cited.
func clauseEnd(s string) int {
	end := len(s)
	if i := strings.IndexByte(s, ';'); i >= 0 {
		end = i
	}
	for _, next := range []string{" và Công văn số", " và Quyết định số", " và Kế hoạch số", " và Chỉ thị số", " và Nghị định số", " và Nghị quyết số", " và Thông tư số"} {
		if i := strings.Index(s[:end], next); i >= 0 {
			end = i
		}
	}
	return end
}

// matters begin what a document is about, behind its issuer.
var matters = regexp.MustCompile(`\s(về việc|về triển khai|về tiếp tục|về tăng cường|về thực hiện|về ban hành|về phê duyệt|về hướng dẫn|về quy định|về bảo đảm|về phát triển|về xử lý|về tập trung|phê duyệt|quy định|ban hành|hướng dẫn|triển khai|sửa đổi|ngày \d)|[;.(]|,\s|$`)

// issuer reads who issued a document: behind "của", right after its number and date
// where it stands there, else the last.
func issuer(clause string) string {
	i := strings.Index(clause, "của ")
	if i < 0 {
		return ""
	}
	if i > 40 {
		i = strings.LastIndex(clause, "của ")
	}
	who := clause[i+len("của "):]
	if r, _ := utf8.DecodeRuneInString(who); !unicode.IsUpper(r) {
		return ""
	}
	from := 0
	if strings.HasPrefix(who, "Tổ ") || strings.HasPrefix(who, "Ban Chỉ đạo") {
		from = min(len(who), 24) // "Tổ công tác triển khai Đề án 06 tỉnh Long An"
	}
	if at := matters.FindStringIndex(who[from:]); at != nil {
		who = who[:from+at[0]]
	}
	return strings.TrimRight(strings.TrimSpace(who), ",")
}
