// Package tool finds the tools that a bullet names and gives them one canonical name
// however they are spelled; what a tool is for is kept apart. Begin with List.
package tool

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
	"sync"
)

// Match is one tool that a bullet names: bytes from Start to End of it.
type Match struct {
	Start, End int
	Canonical  string
}

type entry struct {
	sort      string // "name", "head" or "none"
	canonical string
}

var dict = sync.OnceValue(func() *lexicon.Dict[entry] {
	var d lexicon.Dict[entry]
	for _, r := range lexicon.Rows("tools.txt", 4) {
		d.Add(r.Columns[1], entry{r.Columns[0], r.Columns[2]})
	}
	return &d
})

// List returns the tools of one bullet: "Ứng dụng VNeID, thẻ CCCD thay thế các loại giấy
// tờ". A bullet that only says how ("Quét mã tại …") names none.
func List(s string) []Match {
	p := parser{s: s, words: normalize.AppendWords(nil, s)}
	var found []Match
	for i := 0; i < len(p.words); {
		end := p.part(i)
		if p.none(i) || p.fold(i) == "(" && p.none(i+1) { // "Chưa xác định", "không dùng Zalo", "như mô hình 1"
			i = end + 1
			continue
		}
		if p.fold(end) == ":" && p.sort(i, end) { // "Các thiết bị: camera AI, máy đọc thẻ"
			i = end + 1
			continue
		}
		if m, ok := p.name(i, end); ok {
			found = append(found, m)
			found = append(found, p.through(m, end)...)
		}
		if p.fold(end) == ":" { // what it is for
			break
		}
		if i = end + 1; p.fold(end) == "kèm" {
			i++ // "kèm theo"
		}
	}
	return found
}

// through returns the tool of the lexicon through which that of m works, said behind it in the
// part that ends before words[end]: "VNeID quét mã tại các nhà xe qua ASM".
func (p *parser) through(m Match, end int) []Match {
	for j := range end {
		if p.words[j].Start < m.End || p.fold(j) != "qua" {
			continue
		}
		if e, n := dict().Longest(p.words, j+1); n > 0 && e.sort == "name" && e.canonical != m.Canonical && j+n < end {
			return []Match{{p.words[j+1].Start, p.words[j+n].End, e.canonical}}
		}
	}
	return nil
}

type parser struct {
	s     string
	words []normalize.Word
}

func (p *parser) fold(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Fold
}

// part returns the index behind the part that begins at words[i]: up to ";" or ":", or
// to a "," or "và" with another tool behind.
func (p *parser) part(i int) int {
	depth := 0
	for j := i; j < len(p.words); j++ {
		switch p.fold(j) {
		case "(":
			depth++
		case ")":
			depth--
		case ";", ":":
			if depth <= 0 {
				return j
			}
		case ",":
			if depth <= 0 && (p.begins(j+1) || p.purpose(j+1) || p.action(j+1) || p.coined(j+1) || p.code(j+1) || p.whole(i, j) || p.fold(j+1) == "mỗi" || j == i) {
				return j
			}
		case "/": // "VNeID/Viettel Money"
			if depth <= 0 && j > i && p.begins(j+1) {
				return j
			}
		case "kèm":
			if depth <= 0 && j > i && p.fold(j+1) == "theo" && p.begins(j+2) { // "Cổng dịch vụ công kèm theo máy tính bảng"
				return j
			}
		case "và", "hoặc", "+":
			if depth <= 0 && j > i && p.begins(j+1) {
				return j
			}
		case "bằng": // "Cổng dịch vụ công quốc gia bằng máy tính bảng"
			if depth <= 0 && (p.fold(i) == "cổng" || p.whole(i, j)) && p.begins(j+1) {
				return j
			}
		case "-":
			if depth <= 0 && j > i && p.pastCount(j+1) > j+1 && p.begins(j+1) { // "máy chủ - 02 máy trạm"
				return j
			}
		case ".":
			if depth <= 0 && j+1 < len(p.words) && p.words[j].End < p.words[j+1].Start {
				return j
			}
		}
	}
	return len(p.words)
}

// sort reports whether the words from i to end name a sort of tools and no tool.
func (p *parser) sort(i, end int) bool {
	if f := p.fold(i); f == "các" || f == "những" {
		i++
	}
	if end != i+2 {
		return false
	}
	switch p.fold(i) + " " + p.fold(i+1) {
	case "thiết bị", "công cụ", "phương tiện", "phần mềm", "ứng dụng", "nền tảng", "hệ thống", "bao gồm", "gồm có":
		return true
	}
	return false
}

// begins reports whether a tool begins at words[i], perhaps after "các".
func (p *parser) begins(i int) bool {
	if p.fold(i) == "các" || p.fold(i) == "những" {
		i++
	}
	i = p.pastCount(p.pastNumber(i))
	e, n := dict().Longest(p.words, i)
	if k := p.deed(i); n == 0 && k > 0 { // "…, cài đặt ứng dụng VNeID"
		e, n = dict().Longest(p.words, i+k)
	}
	return n > 0 && e.sort != "none"
}

// pastNumber returns the index behind what numbers an item of a list or sets it apart:
// "(1) Hệ thống …", "+ Camera".
func (p *parser) pastNumber(i int) int {
	if p.fold(i) == "(" && p.fold(i+2) == ")" && len(p.fold(i+1)) <= 2 {
		return i + 3
	}
	for f := p.fold(i); f == "+" || f == "-" || f == "•" || f == "*"; f = p.fold(i) {
		i++
	}
	return i
}

// pastCount returns the index behind a number of pieces: "20 camera IP", "01 bộ máy tính".
func (p *parser) pastCount(i int) int {
	f := p.fold(i)
	if f == "" || len(f) > 4 || strings.Trim(f, "0123456789") != "" || i+1 >= len(p.words) || p.words[i+1].Mark {
		return i
	}
	i++
	switch p.fold(i) {
	case "bộ", "cái", "chiếc", "cụm", "con", "tấm", "loại":
		i++
	}
	return i
}

// whole reports whether the words from i to j are a tool's name as the lexicon has it.
func (p *parser) whole(i, j int) bool {
	e, n := dict().Longest(p.words[:j], i)
	return n > 0 && i+n == j && e.sort == "name"
}

// code reports whether words[i] is a name of four capitals or more that stands alone in a
// list: "nền tảng vnEdu, SMAS".
func (p *parser) code(i int) bool {
	if i >= len(p.words) || i+1 < len(p.words) && !p.words[i+1].Mark && !p.purpose(i+1) && p.fold(i+1) != "và" {
		return false
	}
	w := p.s[p.words[i].Start:p.words[i].End]
	return len(w) >= 4 && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// coined reports whether words[i] is a name as makers of programs coin them, with a capital
// behind a small letter: "iOffice", "SmartCA".
func (p *parser) coined(i int) bool {
	if i >= len(p.words) {
		return false
	}
	small := false
	for _, r := range p.s[p.words[i].Start:p.words[i].End] {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// none reports whether what begins at words[i] says that there is no tool, or where else
// it is named.
func (p *parser) none(i int) bool {
	e, n := dict().Longest(p.words, i)
	return n > 0 && e.sort == "none"
}

// purpose reports whether words[i] begins to tell what a tool is for.
func (p *parser) purpose(i int) bool {
	f, next := p.fold(i), p.fold(i+1)
	switch p.fold(i - 1) {
	case "tự", "máy", "bị": // "tự phục vụ", "máy quét mã"
		return false
	}
	switch f + " " + next {
	case "hỗ trợ":
		switch p.fold(i + 2) {
		case "người", "công", "nhân", "bà", "khách", "du", "doanh":
			return true
		}
	case "thay thế", "phục vụ", "thay cho", "dùng thay", "thay các", "thay giấy", "để quản", "để thực", "quét mã", "đã được", "được sử", "được dùng", "được lắp", "được đặt", "được cài", "được gắn", "nhằm mục", "được đầu", "dùng để", "dùng cho", "có chức", "đặt tại", "dán tại", "lắp tại", "tại địa", "qua đó", "từ đó", "có thể", "do các", "do doanh", "do chủ", "do sở", "do công", "do nhà", "cho các", "cho cán", "cho người", "cho học", "cho nhân":
		return true
	}
	if p.fold(i-1) == "kiosk" && (f == "tra" && next == "cứu" || f == "tích" && next == "hợp") {
		switch behind := p.fold(i + 2); behind {
		case "", ";", ".":
			return false // "Kiosk tra cứu" is its name
		default:
			return behind != "," || !p.begins(i+3)
		}
	}
	if f == "do" && p.fold(i+2) == "trang" && p.fold(i+3) == "bị" {
		return true // "máy quét do xã trang bị"
	}
	return f == "để" || f == "nhằm"
}

// action reports whether words[i] begins a clause that says what to do: "số hóa dữ liệu".
func (p *parser) action(i int) bool {
	switch p.fold(i) + " " + p.fold(i+1) {
	case "số hóa", "số hoá", "tạo lập", "liên kết", "tự động", "khai báo", "kê khai", "đối chiếu", "kiểm soát", "theo dõi", "trả kết", "kết nối":
		return true
	}
	return false
}

// name reads the tool of the part from words[i] to words[end].
func (p *parser) name(i, end int) (Match, bool) {
	i = p.pastDeed(i, end)
	counted := i
	i = p.pastCount(p.pastNumber(i))
	if i >= end || p.purpose(i) || p.action(i) {
		return Match{}, false
	}
	e, n := dict().Longest(p.words, i)
	if n > 0 && e.sort == "name" && e.canonical == "VNeID" {
		// Without "ứng dụng" before it and without what it is for behind.
		start := p.lastWordOf(i, n)
		return Match{p.words[start].Start, p.words[i+n-1].End, e.canonical}, true
	}
	last := p.cut(i, end)
	if last <= i {
		return Match{}, false
	}
	m := Match{Start: p.words[i].Start, End: p.words[last-1].End}
	m.Canonical = canonical(p.s[m.Start:m.End])
	if n == 0 && i == counted && !p.named(i) && !(p.fold(i-1) == ";" && last-i <= 5) {
		return Match{}, false
	}
	return m, true
}

// pastDeed returns the index behind what is done with the tool that a part names: "sử dụng",
// "gửi SMS", "xác thực thông tin qua thẻ căn cước". Where nothing is said of it, that is i.
func (p *parser) pastDeed(i, end int) int {
	for p.fold(i) == "sử" && p.fold(i+1) == "dụng" || p.fold(i) == "qua" || p.fold(i) == "thông" && p.fold(i+1) == "qua" {
		if i++; p.fold(i) == "dụng" || p.fold(i) == "qua" {
			i++
		}
	}
	if n := p.deed(i); n > 0 && p.begins(i+n) {
		return i + n
	}
	if _, n := dict().Longest(p.words, i); n > 0 {
		return i
	}
	for j := i + 1; j < min(end, i+9); j++ {
		switch f := p.fold(j); {
		case p.words[j].Mark:
			return i
		case (f == "qua" || f == "trên" || f == "bằng") && p.begins(j+1) && !p.upper(j-1):
			return j + 1
		}
	}
	return i
}

// deed returns how many words of what is done with a tool stand at words[i]: "lắp đặt
// camera".
func (p *parser) deed(i int) int {
	switch p.fold(i) + " " + p.fold(i+1) {
	case "lắp đặt", "cài đặt", "trang bị", "đầu tư", "bố trí", "mua sắm", "nhắn tin", "áp dụng", "khai thác", "vận hành", "tích hợp":
		return 2
	}
	switch p.fold(i) {
	case "gửi", "nhắn", "dùng", "in", "cấp", "phát", "treo", "dán":
		return 1
	}
	return 0
}

// upper reports whether words[i] begins with a capital.
func (p *parser) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.s[p.words[i].Start:])
	return unicode.IsUpper(r)
}

// lastWordOf returns the index at which the tool's own name begins among n words that
// may have "ứng dụng" before it.
func (p *parser) lastWordOf(i, n int) int {
	for j := i; j < i+n; j++ {
		if f := p.fold(j); strings.HasPrefix(f, "vne") || f == "vn" || f == "v" {
			return j
		}
	}
	return i
}

// cut returns the index behind the name that begins at words[i]: before what it is for,
// and without a remark in brackets: "(nếu có)", "(10 chiếc)", "(do VNPT cung cấp)".
func (p *parser) cut(i, end int) int {
	for j := i + 1; j < end; j++ {
		if p.purpose(j) && j > i {
			return j
		}
		if p.fold(j) == "(" && p.remark(j, end) {
			return j
		}
	}
	for end > i && p.words[end-1].Mark && p.fold(end-1) != ")" && p.fold(end-1) != "”" && p.fold(end-1) != "\"" {
		end--
	}
	return end
}

// remark reports whether the bracket words[j], with which the part ends, holds a remark on
// a tool, not its short name: it begins with a small letter or a number, or is a sentence.
func (p *parser) remark(j, end int) bool {
	switch p.fold(j + 1) {
	case "nếu", "khi", "ví":
		return true
	}
	for end > j && p.words[end-1].Mark && p.fold(end-1) != ")" {
		end--
	}
	if j+1 >= end || p.fold(end-1) != ")" {
		return false
	}
	small := 0
	for _, w := range p.words[j+1 : end-1] {
		if r, _ := utf8.DecodeRuneInString(p.s[w.Start:]); unicode.IsLower(r) {
			small++
		}
	}
	r, _ := utf8.DecodeRuneInString(p.s[p.words[j+1].Start:])
	return unicode.IsLower(r) || unicode.IsDigit(r) || small >= 3
}

// named reports whether what begins at words[i] is a name though no known sort of tool:
// a code or a word with a capital, or bodies of tools ("các phương tiện truyền thông").
func (p *parser) named(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.s[p.words[i].Start:])
	return unicode.IsUpper(r) || p.fold(i) == "các" || i == 0 || p.coined(i)
}

// canonical returns the one name of a tool that is spelled in many ways.
func canonical(name string) string {
	words := normalize.Words(name)
	switch e, n := dict().Longest(words, 0); {
	case n == 0 || e.sort != "name":
	case n == len(words):
		return e.canonical
	case n > 1:
		return e.canonical + name[words[n-1].End:]
	}
	return normalize.SingleBlanks(name)
}

// How tells by which rule a tool was found, and by which of its words: "tool" for one of
// the lexicon's, "tool-kind" for a word such as "máy" that begins a name, "tool-named"
// for what is named where tools are listed.
func How(name string) (rule, wording string) {
	words := normalize.Words(name)
	for i := 0; i < min(2, len(words)); i++ { // perhaps after "các"
		if e, n := dict().Longest(words, i); n > 0 {
			rule = "tool"
			if e.sort == "head" {
				rule = "tool-kind"
			}
			return rule, name[words[i].Start:words[i+n-1].End]
		}
	}
	return "tool-named", ""
}
