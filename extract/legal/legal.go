// Package legal finds the documents that a phrase cites, each with its kind, number,
// date and issuer, and reads numbers (số, ký hiệu) as they are printed. Begin with
// Citations.
package legal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Citation is a document that a phrase cites; Start to End are its bytes, from its kind
// to its date or number. Number is empty for one cited by its name or its date.
type Citation struct {
	Start, End int
	Kind       string
	Number     string
	Date       string // as printed: "06/01/2022", "năm 2015"
	Issuer     string
}

// dateForm reads "ngày 06/01/2022", "ngày 05 tháng 9 năm 2019", a blank within the year
// included: "16/7/20 21".
var dateForm = pattern.MustCompile(`(?i)ngày\s*(` + day + `)`)

const (
	year = `(?:\d{4}|(?:19|20)\s\d{2}\b)`
	day  = `\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?` + year + `|\d{1,2}\s*tháng\s*\d{1,2}\s*n[ăáãàa]m\s*` + year
)

// Citations returns the documents that s cites, in order. A document without number and date
// counts only where s rests on it (named.go); a number without its kind ("số 06/QĐ-TTg …; số 422/QĐ-TTg")
// has the kind that its symbol names, else that of the citation before it.
func Citations(s string) []Citation {
	r := reader{s: s, words: partLaws(s, normalize.AppendWords(nil, s)), numbers: map[int]numeral{}}
	var out []Citation
	for i := 0; i < len(r.words); {
		c, next, ok := r.at(i)
		if !ok {
			i = next
			continue
		}
		if c.Kind == "" {
			if c.Kind = kindOf(c.Number); c.Kind == "" && len(out) > 0 && !r.ofOtherKind(i) {
				c.Kind = out[len(out)-1].Kind
			}
		}
		out = append(out, c)
		i = next
	}
	shareDates(s, out)
	return out
}

// A reader reads the citations of one text.
type reader struct {
	s       string
	words   []normalize.Word
	numbers map[int]numeral // by the word where it begins: the same is asked for several times
	list    int             // the word behind the last law, or document cited by its name, which may go on with another
}

// A numeral is the number of a document and how many bytes it takes.
type numeral struct {
	text string
	size int
}

// number returns the number that begins at words[i].
func (r *reader) number(i int) numeral {
	if c := r.s[r.words[i].Start]; c < '0' || c > '9' || i > 1 && r.words[i-1].Fold == "/" && r.words[i-2].Fold == "số" {
		return numeral{} // "số   /2024/QĐ-UBND": the number itself was left blank
	}
	n, known := r.numbers[i]
	if !known {
		n.text, _, n.size = Number(r.s[r.words[i].Start:])
		r.numbers[i] = n
	}
	return n
}

// at reads the citation that begins at words[i], and returns where to go on.
func (r *reader) at(i int) (c Citation, next int, ok bool) {
	kind, n := lexicon.Kinds().Longest(r.words, i)
	if n == 0 {
		if !r.bare(i) {
			return c, i + 1, false
		}
		return r.read(i, i, "")
	}
	if isLaw(kind.Name) {
		return r.law(i, i+n, kind.Name)
	}
	j := r.numberNear(i + n)
	if j >= 0 {
		return r.read(i, j, kind.Name)
	}
	for _, read := range [...]func(from, to int, kind string) (Citation, int, bool){r.digits, r.dated, r.named} {
		if c, next, ok = read(i, i+n, kind.Name); ok {
			break
		}
	}
	return c, next, ok
}

// bare reports whether words[i] begins a number that stands without its kind: in a list,
// or a full one whose symbol names its kind, where the words before it were lost.
func (r *reader) bare(i int) bool {
	if c := r.s[r.words[i].Start]; c < '0' || c > '9' {
		return false
	}
	n := r.number(i).text
	if n == "" {
		return false
	}
	if i == 0 {
		return complete(n)
	}
	switch r.words[i-1].Fold {
	case "số", ",", ";", "và", ":", "ố", "sô", "sồ", "só", "sổ", "so", "s": // "số" with a letter lost or a mark misread
		return true
	}
	return complete(n) || strings.HasSuffix(r.words[i-1].Fold, "số") // "Tờ trìnhsố 7222/TTr-UBND"
}

// ofOtherKind reports whether a word stands before "số" and the number at words[i], for which there is no kind
// here: "Bản ghi nhớ số 12/BGN". Of a list the words before are "và", "các" or marks.
func (r *reader) ofOtherKind(i int) bool {
	if i < 2 || r.words[i-1].Fold != "số" || r.words[i-2].Mark {
		return false
	}
	switch r.words[i-2].Fold {
	case "và", "các", "với", "theo", "tại", "cùng":
		return false
	}
	return true
}

// complete reports whether a number tells its kind and its year: "09/2019/NĐ-CP".
func complete(number string) bool {
	return strings.Count(number, "/") == 2 && kindOf(number) != ""
}

// numberNear returns the word at which a number begins, right behind a kind that ends
// before words[i] ("Kế hoạch [phối hợp] số 12/KH-UBND"), or -1.
func (r *reader) numberNear(i int) int {
	for j := i; j < len(r.words) && j < i+4; j++ {
		if f := r.words[j].Fold; f == ";" || f == "." {
			break
		}
		if r.number(j).text != "" {
			return j
		}
	}
	return -1
}

// read reads the citation that begins at words[from] and whose number begins at words[at].
func (r *reader) read(from, at int, kind string) (c Citation, next int, ok bool) {
	number := r.number(at)
	c = Citation{Start: r.words[from].Start, End: r.words[at].Start + number.size, Kind: kind, Number: number.text}
	clause := r.clause(r.after(at, c.End), c.End)
	if m := dateForm.FindStringSubmatchIndex(clause); m != nil && m[0] < 120 {
		c.Date = clause[m[2]:m[3]]
		if m[0] < 60 {
			c.End += m[1]
		}
	}
	if at := strings.Index(clause, "của "); at < 0 || at > farIssuer {
		c.Issuer = r.sender(from) // "đề nghị của Sở Y tế tại Tờ trình số … về Quy chế của Ban Chỉ đạo …"
	}
	if c.Issuer == "" {
		c.Issuer = issuer(clause)
	}
	return c, r.after(at, c.End), true
}

// after returns the first word at or behind the byte end, from words[i] on.
func (r *reader) after(i, end int) int {
	for i < len(r.words) && r.words[i].Start < end {
		i++
	}
	return i
}

// clause returns what is said of the citation that ends at the byte end: up to ";" or
// the next document cited, whose words begin at words[i] or later.
func (r *reader) clause(i, end int) string {
	for ; i < len(r.words); i++ {
		w := r.words[i]
		if w.Fold == ";" || r.bare(i) {
			return r.s[end:w.Start]
		}
		if k, n := lexicon.Kinds().Longest(r.words, i); n > 0 && (isLaw(k.Name) && w.Start-end > 40 || r.numberNear(i+n) >= 0 || bareDigits.MatchString(r.behind(i+n-1))) {
			return r.s[end:w.Start]
		}
	}
	return r.s[end:]
}

// sender reads who sent a document whose issuer stands before it: "đề nghị của Giám đốc
// Công an tỉnh tại Tờ trình số …".
func (r *reader) sender(from int) string {
	if from == 0 || r.words[from-1].Fold != "tại" {
		return ""
	}
	before := r.s[:r.words[from-1].Start]
	i := strings.LastIndex(before, "của ")
	if i < 0 || len(before)-i > 160 || strings.ContainsAny(before[i:], ";.") {
		return ""
	}
	return strings.TrimSpace(before[i+len("của "):])
}

// matters begin what a document is about, behind its issuer, where no mark does.
var matters = pattern.MustCompile(`(?i)\s(?:về việc|v/v|về triển khai|về tiếp tục|về tăng cường|về thực hiện|về ban hành|về phê duyệt|về hướng dẫn|về quy định|về bảo đảm|về phát triển|về xử lý|về tập trung|về xây dựng|về thành lập|về kiện toàn|về giao|về một số|về nâng cao|về đẩy mạnh|về điều chỉnh|về công bố|về đổi mới|phê duyệt|quy định|ban hành|hướng dẫn|triển khai|sửa đổi|kết luận|truyền đạt|ngày \d|và (?:kết quả|tình hình|thực tế|yêu cầu|điều kiện|nhu cầu|đề nghị|ý kiến|chức năng|căn cứ|theo) )`)

// namedFor reads what stands before "về" within a name: of a board that is named for its matter, "Ủy ban Quốc
// gia về chuyển đổi số", and of the police for residence, "Cục Cảnh sát quản lý hành chính về trật tự xã hội".
var namedFor = pattern.MustCompile(`(?i)^(?:(?:chủ tịch )?[uủ][ỷy] ban quốc gia|ban chỉ đạo|tổ |hội đồng (?:quốc gia|tư vấn|điều phối|phối hợp)|tiểu ban|ban điều hành|ban vận động|đoàn kiểm tra)|(?:hành chính|qlhc|nhà nước)$`)

// beforeMatter returns a name without what the document is about: "Tỉnh ủy về chuyển đổi số".
func beforeMatter(who string) string {
	const about = " về "
	from := 0
	for {
		at := strings.Index(who[from:], about)
		if at < 0 {
			return who
		}
		if at += from; from > 0 || !namedFor.MatchString(who[:at]) || strings.Contains(who[:at], " của ") {
			return who[:at]
		}
		from = at + len(about)
	}
}

// endOfName returns where the first mark in s stands with which no name goes on: a comma
// before a blank, or another.
func endOfName(s string) int {
	for i, c := range s {
		if c == ';' || c == '.' || c == '(' || c == ',' && strings.IndexFunc(s[i+1:], unicode.IsSpace) == 0 {
			return i
		}
	}
	return len(s)
}

// nextGround begins the next ground behind a full stop.
var nextGround = pattern.MustCompile(`\.\s+(?:Theo|Xét|Căn cứ|Thực hiện|Trên cơ sở|Để)\s`)

// farIssuer is how many bytes behind a number and its date its issuer stands at most; what stands further on may
// be part of what the document is about.
const farIssuer = 40

// issuer reads who issued a document: behind "của", right after its number and date
// where it stands there, else the last.
func issuer(clause string) string {
	if at := nextGround.FindStringIndex(clause); at != nil {
		clause = clause[:at[0]]
	}
	i := strings.Index(clause, "của ")
	if i < 0 {
		return ""
	}
	if i > farIssuer {
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
	who = who[:from+endOfName(who[from:])]
	if at := matters.FindStringIndex(who[from:]); at != nil {
		who = who[:from+at[0]]
	}
	return strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(beforeMatter(who)), " về"), ",")
}
