package outline

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/normalize"
)

// Style is the form of a marker. Two markers of one style number the same list.
type Style uint8

// The order is that of rank: where a document has not yet shown how two styles nest,
// the earlier one holds the later.
const (
	None     Style = iota
	Annex          // "Phụ lục II"
	Part           // "Phần thứ nhất", "Chương II"
	Roman          // "II."
	Upper          // "A."
	Article        // "Điều 3."
	Division       // "Mục 2."
	Group          // the heading of a group without a number
	Stage          // "Giai đoạn 1:", where the document counts its stages so
	Dec1           // "2."
	Dec1b          // "2)", "2/"
	Dec2           // "2.1."
	Dec3           // "2.1.1."
	Dec4           // "2.1.1.1."
	LowGroup       // the heading of a group with a letter: "a) Nhóm …"
	Model          // "Mô hình 6:", with or without a number of its own before
	Task           // "Nhiệm vụ 1:"
	Lower          // "a)", "a."
	ParNum         // "(2)"
	ParLow         // "(a)", "(ii)"
	LowRoman       // "ii)", "ii."
	Labeled        // a label without a marker: "Mục tiêu: …"
	Dash           // "-"
	Plus           // "+"
	Dot            // "•", "*"
	Circle         // "o"
	Square         // "▪"
	Arrow          // "➢"

	styles
)

// Marker is what stands before a paragraph to number it or set it apart.
type Marker struct {
	Style  Style
	Label  string // as printed, without its punctuation: "II", "2.1", "a"; empty for bullets
	Number int    // of its last part, from 1; 0 for bullets
	size   int    // bytes that it takes of the line, blanks after it included

	compound bool // it repeats the numbers above it: "II.1."
}

// readMarker reads the marker at the start of a canonical line.
func readMarker(s string) Marker {
	if s == "" {
		return Marker{}
	}
	if m := readBullet(s); m.Style != None {
		if m.size < len(s) {
			if t := readTask(s[m.size:]); t.Style != None { // "* Nhiệm vụ 1: …"
				t.size += m.size
				return t
			}
		}
		return m
	}
	if s[0] == '(' {
		return readParenthesised(s)
	}
	if s[0] == circledLead {
		return readCircled(s)
	}
	if len(s) > 3 && s[0] == 'l' && s[1] == '.' && '0' <= s[2] && s[2] <= '9' {
		s = "1" + s[1:] // "l.2. Thị trấn", as recognisers read it
	}
	if s[0] >= '0' && s[0] <= '9' {
		return readDecimal(s)
	}
	if m := readKeyword(s); m.Style != None {
		return m
	}
	if m := readTask(s); m.Style != None {
		return m
	}
	if m := readCompound(s); m.Style != None {
		return m
	}
	return readLetter(s)
}

// longestAbove is the bytes of the number above it that a marker repeats: "XVIII".
const longestAbove = 5

// readCompound reads "II.1. ", "II.1.a. ", "A.2.1 ": a number that repeats those above
// it. The marker is that of its own level, as if the others were not printed.
func readCompound(s string) Marker {
	i := strings.IndexByte(s[:min(len(s), longestAbove+1)], '.')
	if i < 1 || i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' {
		return Marker{}
	}
	if romanNumber(s[:i]) == 0 && (i > 1 || s[0] < 'A' || s[0] > 'Z') {
		return Marker{}
	}
	rest := s[i+1:]
	m := readDecimal(rest)
	if m.Style == None {
		j := strings.IndexByte(rest, '.')
		if _, ok := number(rest[:max(j, 0)]); j < 1 || !ok {
			return Marker{}
		}
		if m = readLetter(rest[j+1:]); m.Style != Lower {
			return Marker{}
		}
		m.size += j + 1
	}
	m.size += i + 1
	m.compound = true
	return m
}

// readBullet reads "- ", "+ ", "• ", also doubled ("- + ", of which the inner counts)
// and glued to the word ("-Công an").
func readBullet(s string) Marker {
	var m Marker
	for {
		r, n := utf8.DecodeRuneInString(s[m.size:])
		style := bulletStyle(r)
		if style == None || m.size+n >= len(s) {
			return m
		}
		next, _ := utf8.DecodeRuneInString(s[m.size+n:])
		switch {
		case (r == 'o' || r == '«' || r == '»' || r == '_') && !upperBehindBlank(s[m.size+n:]):
			return m
		case next == ' ' || next == '\t':
			m = Marker{Style: style, size: m.size + n + 1}
		case (style == Dash || style == Plus || r == '*' && strings.IndexByte(s[m.size+n:], '*') < 0) && unicode.IsUpper(next), bulletStyle(next) != None && next != r:
			m = Marker{Style: style, size: m.size + n}
		default:
			return m
		}
	}
}

func bulletStyle(r rune) Style {
	switch r {
	case '-', '–', '—', '−', '_':
		return Dash
	case '+':
		return Plus
	case '*', '•', '●', '·', '«', '»', '\uf0b7', '\uf02d': // recognisers take bullets for quotation marks
		return Dot
	case 'o', '○', '◦':
		return Circle
	case '▪', '■', '▫', '□', '♦', '◆', '◇', '★', '☆', '\uf0a7':
		return Square
	case '➢', '✓', '❖', '►', '→', '⇒', '\uf0d8', '\uf076', '\uf0fc':
		return Arrow
	}
	return None
}

// upperBehindBlank reports whether s is a blank and a capital behind it: a letter "o" is a
// bullet only before a sentence.
func upperBehindBlank(s string) bool {
	if len(s) < 2 || s[0] != ' ' {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[1:])
	return unicode.IsUpper(r)
}

// circled are the alphabets of circled numbers: the first of each, and how many they are.
var circled = []struct{ one, numbers rune }{{'①', 20}, {'❶', 10}, {'⓵', 10}, {'➀', 10}, {'➊', 10}}

// circledLead is the first byte of all of them.
const circledLead = '\xe2'

// readCircled reads "① ", "❷ ", as a number in brackets is.
func readCircled(s string) Marker {
	r, size := utf8.DecodeRuneInString(s)
	for _, c := range circled {
		if r < c.one || r >= c.one+c.numbers {
			continue
		}
		n := int(r-c.one) + 1
		rest := strings.TrimLeft(s[size:], " \t.)")
		if rest == "" {
			break
		}
		return Marker{Style: ParNum, Label: strconv.Itoa(n), Number: n, size: len(s) - len(rest)}
	}
	return Marker{}
}

// readParenthesised reads "(2) ", "(a) ", "(ii) ", and "() ", of which a recogniser lost the
// number.
func readParenthesised(s string) Marker {
	if strings.HasPrefix(s, "() ") && len(s) > 3 {
		return Marker{Style: ParNum, size: 3}
	}
	end := strings.IndexByte(s, ')')
	if end < 2 || end > 5 || end+1 >= len(s) {
		return Marker{}
	}
	in := s[1:end]
	if next, _ := utf8.DecodeRuneInString(s[end+1:]); unicode.IsUpper(next) {
		end-- // "(1)Nội dung"
	} else if next != ' ' {
		return Marker{}
	}
	if n, ok := number(in); ok {
		return Marker{Style: ParNum, Label: in, Number: n, size: end + 2}
	}
	if n := letterNumber(in); n > 0 && in != "i" {
		return Marker{Style: ParLow, Label: in, Number: n, size: end + 2}
	}
	if n := lowRoman(in); n > 0 {
		return Marker{Style: ParLow, Label: in, Number: n, size: end + 2}
	}
	return Marker{}
}

// readDecimal reads "2. ", "2) ", "2/ ", "2.1. ", "2.1 ", "2.1.1. ". A number of four
// digits is a year, one without a mark behind it an amount.
func readDecimal(s string) Marker {
	i, depth, last := 0, 0, 0
	for {
		j := i
		for j < len(s) && s[j] >= '0' && s[j] <= '9' {
			j++
		}
		n, ok := number(s[i:j])
		if !ok || j-i > 3 {
			return Marker{}
		}
		i, depth, last = j, depth+1, n
		if depth == 4 || i+1 >= len(s) || s[i] != '.' || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		i++
	}
	label := s[:i]
	style := [...]Style{None, Dec1, Dec2, Dec3, Dec4}[depth]
	if i+1 < len(s) && s[i] == ' ' && (s[i+1] == '.' || s[i+1] == ')') {
		i++ // "1 . Tổ chức", as recognisers print it
	}
	if i+1 == len(s) && depth < 4 && (s[i] == '.' || s[i] == ')') {
		return Marker{Style: style, Label: label, Number: last, size: len(s)} // its text stands on the next line
	}
	if i+1 >= len(s) {
		return Marker{}
	}
	switch s[i] {
	case '.':
		i++
	case ')', '/', '-':
		if depth == 1 {
			style = Dec1b
		}
		i++
	case ' ', '\t':
		if depth == 1 && !repeats(last, s[i+1:]) {
			return Marker{}
		}
	default:
		return Marker{}
	}
	if s[i-1] != ' ' && doubled(s[i:]) {
		i++ // "1/. Lập sổ", "1.- Lập sổ"
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	switch {
	case s[i] == ' ' || s[i] == '\t':
		i++
	case (s[i-1] == '.' || s[i-1] == ')') && unicode.IsUpper(r): // "2.Nhóm tiện ích"
	default:
		return Marker{}
	}
	return Marker{Style: style, Label: label, Number: last, size: i}
}

// repeats reports whether s is the head of a model that bears the number n: "1 Mô hình 1:
// …", the mark behind the first number lost.
func repeats(n int, s string) bool {
	item := itemAt(s)
	return item != nil && item.Number == n
}

// doubled reports whether a second mark stands behind that of a number: "1/. ", "I.- ".
func doubled(s string) bool {
	return len(s) > 2 && strings.IndexByte("./-)", s[0]) >= 0 && s[1] == ' '
}

// readKeyword reads "Điều 3. ", "Phần I. ", "Chương II", "Phụ lục III".
func readKeyword(s string) Marker {
	if !keywordStarts[s[0]] {
		return Marker{} // most lines
	}
	for _, k := range keywords {
		rest, ok := cutFold(s, k.word)
		if !ok {
			continue
		}
		label := rest
		if i := strings.IndexAny(rest, ".:- ("); i >= 0 {
			label = rest[:i]
		}
		n, ok := number(label)
		if !ok {
			n = romanNumber(strings.ToUpper(label))
		}
		if o, ordinal := readOrdinal(rest); o > 0 {
			n, label = o, ordinal
		}
		if n == 0 && (k.form != bareKeyword || rest != "") {
			continue
		}
		if k.form == markedKeyword && len(label) < len(rest) && strings.IndexByte(".:-", rest[len(label)]) < 0 {
			continue
		}
		size := len(s) - len(rest) + len(label)
		for size < len(s) && strings.IndexByte(".:- ", s[size]) >= 0 {
			size++
		}
		return Marker{Style: k.style, Label: label, Number: n, size: size}
	}
	return Marker{}
}

// taskWords are what a plan may call its tasks before a number of their own, in small
// letters.
var taskWords = []string{"nhiệm vụ ", "nội dung ", "hoạt động ", "công việc ", "công tác ", "phần việc ", "giải pháp ", "nhóm nhiệm vụ ", "việc ", "hạng mục "}

// readTask reads "Nhiệm vụ 1: ", "Nhiệm vụ số 02. ", "Nội dung thứ nhất: ".
func readTask(s string) Marker {
	if s[0] != 'N' && s[0] != 'H' && s[0] != 'C' && s[0] != 'P' && s[0] != 'G' && s[0] != 'V' {
		return Marker{} // nearly all lines
	}
	for _, w := range taskWords {
		rest, ok := cutFold(s, w)
		if !ok {
			continue
		}
		n, label := readOrdinal(rest)
		if n == 0 {
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "số "), "(")
			label = rest[:len(rest)-len(strings.TrimLeft(rest, "0123456789"))]
			n, _ = number(label)
		}
		size := len(s) - len(rest) + len(label)
		if rest != s && s[len(s)-len(rest)-1] == '(' && size < len(s) && s[size] == ')' {
			size++ // "Nhiệm vụ (1): "
		}
		if bare := strings.Trim(s[size:], " .:") == ""; bare && n > 0 && n <= 99 && w != "việc " {
			return Marker{Style: Task, Label: strconv.Itoa(n), Number: n, size: len(s)} // its text stands below
		}
		if dotted := size+1 < len(s) && s[size] == '.' && '0' <= s[size+1] && s[size+1] <= '9'; dotted {
			return Marker{} // "Nhiệm vụ 2.1 và 2.2 do Phòng Nội vụ chủ trì"
		}
		if n == 0 || n > 99 || size+2 > len(s) || strings.IndexByte(":.-\t", s[size]) < 0 && !strings.HasPrefix(s[size:], " - ") {
			continue
		}
		for size < len(s) && strings.IndexByte(":.- \t", s[size]) >= 0 {
			size++
		}
		return Marker{Style: Task, Label: strconv.Itoa(n), Number: n, size: size}
	}
	return Marker{}
}

// readOrdinal reads "thứ nhất", "thứ hai" at the start of s.
func readOrdinal(s string) (int, string) {
	rest, ok := cutFold(s, "thứ ")
	if !ok {
		return 0, ""
	}
	words := normalize.Words(headOf(rest))
	n, taken := ordinal(words)
	if n == 0 {
		return 0, ""
	}
	return n, s[:len(s)-len(rest)+words[taken-1].End]
}

// ordinals are the words behind "thứ", in order, cardinals those behind "số" that differ.
var (
	ordinals  = []string{"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}
	cardinals = map[string]int{"một": 1, "bốn": 4}
)

// ordinal reads the words behind "thứ" or "số" up to nineteen, "nhất", "một", "mười hai", and how
// many they are.
func ordinal(words []normalize.Word) (n, taken int) {
	if len(words) == 0 {
		return 0, 0
	}
	if n = cardinals[words[0].Fold]; n > 0 {
		return n, 1
	}
	n = slices.Index(ordinals, words[0].Fold) + 1
	if n < 10 || len(words) < 2 {
		return n, 1
	}
	switch units := words[1].Fold; units {
	case "một":
		return 11, 2
	case "bốn":
		return 14, 2
	case "lăm":
		return 15, 2
	default:
		if k := slices.Index(ordinals[:9], units); k > 0 {
			return 11 + k, 2
		}
	}
	return n, 1
}

var keywords = []struct {
	word  string // lower case
	style Style
	form  keywordForm
}{
	{"phụ lục số ", Annex, numberedKeyword},
	{"phụ lục ", Annex, numberedKeyword},
	{"phụ lục", Annex, bareKeyword},
	{"phụ biểu ", Annex, numberedKeyword},
	{"phụ biểu", Annex, bareKeyword},
	{"biểu số ", Annex, numberedKeyword},
	{"phần ", Part, numberedKeyword},
	{"chương ", Part, numberedKeyword},
	{"điều ", Article, numberedKeyword},
	{"mục ", Division, markedKeyword},
}

// A keywordForm is what stands behind a keyword.
type keywordForm uint8

const (
	numberedKeyword keywordForm = iota // a number
	bareKeyword                        // nothing: it may stand alone on its line
	markedKeyword                      // a number and a mark: "tại mục 2 của Kế hoạch" is none
)

// keywordStarts are the bytes with which keywords begin, in either case.
var keywordStarts = func() (of [256]bool) {
	for _, k := range keywords {
		r, _ := utf8.DecodeRuneInString(k.word)
		of[k.word[0]], of[string(unicode.ToUpper(r))[0]] = true, true
	}
	return of
}()

// cutFold cuts the lower-case word from the start of s in whatever case.
func cutFold(s, word string) (string, bool) {
	i := 0
	for _, w := range word {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.ToLower(r) != w {
			return "", false
		}
		i += n
	}
	return s[i:], true
}
