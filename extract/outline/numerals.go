package outline

// Letters and Roman numerals as markers, and what is misread in them.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLabel is the bytes of the longest letter or numeral, "XXXIII".
const longestLabel = 6

// lastDashed is the number of the last letter that heads a part with a dash behind it: "A- Khối
// Đảng". Further ones are codes.
const lastDashed = 8

// readLetter reads "II. ", "A. ", "a) ", "đ. ".
func readLetter(s string) Marker {
	end := 0
	for end < len(s) && end <= longestLabel && !endsLetter(s[end]) {
		end++
	}
	if end < 1 || end > longestLabel || end == len(s) {
		return Marker{}
	}
	label := s[:end]
	if end+1 == len(s) && (s[end] == '.' || s[end] == ')') {
		return letterAlone(s, label)
	}
	if end+2 >= len(s) {
		return Marker{}
	}
	if m := dashed(s[end:], label); m.Style != None {
		m.size += end
		return m
	}
	if s[end] == ' ' && (s[end+1] == '.' || s[end+1] == ')') && end+3 < len(s) {
		end++ // "II . NHIỆM VỤ"
	}
	size := end + 2
	if doubled(s[end+1:]) {
		size++ // "I/. MỤC TIÊU", "a/- Nội dung"
	} else if gluedTo(s[end:], label) {
		size = end + 1
	} else if s[end] == ' ' || s[end+1] != ' ' && s[end+1] != '\t' {
		return Marker{}
	}
	if m := misreadRoman(label); m > 0 && IsCaps(s[size:]) {
		return Marker{Style: Roman, Label: roman(m), Number: m, size: size}
	}
	next, _ := utf8.DecodeRuneInString(s[size:])
	if n := romanNumber(label); n > 0 && s[end] != ')' && !unicode.IsLower(next) {
		return Marker{Style: Roman, Label: label, Number: n, size: size}
	}
	n := letterNumber(strings.ToLower(label))
	if low := lowRoman(label); low > 0 && n == 0 && (s[end] == ')' || s[end] == '.') {
		return Marker{Style: LowRoman, Label: label, Number: low, size: size}
	}
	switch {
	case n == 0:
	case label != strings.ToLower(label):
		if !unicode.IsLower(next) && (s[end] != '-' || n <= lastDashed) {
			return Marker{Style: Upper, Label: label, Number: n, size: size}
		}
	case s[end] == ')' || s[end] == '.' || s[end] == '/' && unicode.IsUpper(next):
		return Marker{Style: Lower, Label: label, Number: n, size: size}
	}
	return Marker{}
}

// endsLetter reports whether c may stand behind the letter or numeral of a marker.
func endsLetter(c byte) bool { return c == '.' || c == ')' || c == '/' || c == '-' || c == ' ' }

// dashed reads "I – MỤC ĐÍCH", "A – Nội dung": a long dash apart from the number of a
// heading. s is what stands behind the label.
func dashed(s, label string) Marker {
	rest, ok := strings.CutPrefix(s, " – ")
	next, _ := utf8.DecodeRuneInString(rest)
	if !ok || !unicode.IsUpper(next) {
		return Marker{}
	}
	size := len(s) - len(rest)
	switch n := letterNumber(strings.ToLower(label)); {
	case romanNumber(label) > 0:
		return Marker{Style: Roman, Label: label, Number: romanNumber(label), size: size}
	case n > 0 && label != strings.ToLower(label):
		return Marker{Style: Upper, Label: label, Number: n, size: size}
	}
	return Marker{}
}

// gluedTo reports whether s, the mark behind a label and what follows, is the text of a
// heading or an item without a blank before it: "I.MỤC ĐÍCH, YÊU CẦU", "a)Công an huyện".
// "P.Tổ chức" and "V.I.P" are none.
func gluedTo(s, label string) bool {
	next, n := utf8.DecodeRuneInString(s[1:])
	if !unicode.IsUpper(next) || strings.IndexByte(s, ' ') < 0 {
		return false
	}
	if after, _ := utf8.DecodeRuneInString(s[1+n:]); after == '.' || after == ' ' {
		return false
	}
	switch {
	case label == strings.ToLower(label):
		return s[0] == ')' || s[0] == '.'
	case len(label) > 1:
		return s[0] == '.' && romanNumber(label) > 0
	}
	return (s[0] == '.' || s[0] == '/') && IsCaps(s)
}

// letterAlone reads a letter or a Roman number that has its line to itself, "II.", "b)":
// its text stands on the next.
func letterAlone(s, label string) Marker {
	n, lower := letterNumber(strings.ToLower(label)), label == strings.ToLower(label)
	switch {
	case romanNumber(label) > 0 && s[len(s)-1] == '.':
		return Marker{Style: Roman, Label: label, Number: romanNumber(label), size: len(s)}
	case n > 0 && !lower && s[len(s)-1] == '.':
		return Marker{Style: Upper, Label: label, Number: n, size: len(s)}
	case n > 0 && lower && s[len(s)-1] == ')':
		return Marker{Style: Lower, Label: label, Number: n, size: len(s)}
	}
	return Marker{}
}

// lowRoman reads a Roman number in small letters, 0 where s is none.
func lowRoman(s string) int {
	if s != strings.ToLower(s) {
		return 0
	}
	return romanNumber(strings.ToUpper(s))
}

// misreadRoman reads a Roman number of which a recogniser took an I for an l or L, or two for an H:
// "lI", "IL", "HI".
func misreadRoman(s string) int {
	if !strings.ContainsAny(s, "lLH") || len(s) < 2 && s != "l" { // "H." may be the letter
		return 0
	}
	return romanNumber(misread.Replace(s))
}

var misread = strings.NewReplacer("l", "I", "L", "I", "H", "II")

// letters is the order in which official documents count with letters.
const letters = "abcdđeghiklmnopqrstuvxy"

// letterNumber returns the place of a single letter in that order, from 1; 0 where s
// is not one.
func letterNumber(s string) int {
	if r, n := utf8.DecodeRuneInString(s); n != len(s) || r == utf8.RuneError {
		return 0
	}
	if s == "f" {
		return letterNumber("g") // a word processor counts a, b, c, d, e, f
	}
	i := strings.Index(letters, s)
	if i < 0 || s == "" {
		return 0
	}
	return utf8.RuneCountInString(letters[:i]) + 1
}

// romanNumber reads a Roman number in capitals, up to 39; 0 where s is none.
func romanNumber(s string) int {
	total := 0
	for i := 0; i < len(s); i++ {
		v := romanValue(s[i])
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && romanValue(s[i+1]) > v {
			v = -v
		}
		total += v
	}
	if total < 1 || total > 39 || roman(total) != s {
		return 0
	}
	return total
}

func romanValue(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	}
	return 0
}

func roman(n int) string {
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}

// number reads decimal digits; a number is at least 1.
func number(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' || n > 99999 {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, n > 0
}
