package timeline

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/pattern"
	"kehoach/extract/plan"
)

// A time is one mention of a day, month, quarter, year, or of a stretch of them.
type time struct {
	start, end int // bytes in the phrase
	masked     int // where its mask begins in the masked phrase
	unit       string
	value      plan.Date // empty where no calendar has it
	last       plan.Date // of a stretch: its end
	borrowed   bool      // the year stands with another time
}

// A form is one way of writing a time.
type form struct {
	unit    string // "day", "month", "quarter", "year"; "span" for a stretch, "list" for several that make none; "school" for a school year
	pattern *pattern.Pattern
	value   func(m []string) plan.Date
	last    func(m []string) plan.Date // of a stretch or list
}

// The pieces of which forms are made.
const (
	to     = `\s*(?:->|[-–—→]|đến hết|cho đến|đến|tới)\s*`                                 // joins the ends of a stretch
	and    = `\s*(?:,\s*và|[,;+&]|và)\s*`                                                  // joins those of a list
	inYear = `(?:\s?[/.-]\s?(?:năm\s+)?|,?\s+(?:của\s+)?năm\s+|\s+|\s?\()((?:19|20)\d{2})` // "/2024", " năm 2024", " 2024", "(2024"
	dayMon = `(\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(\d{1,2})`                               // "01/7", "01 tháng 7"
	roman  = `([il1v]{1,3}|[2-4])`                                                         // a quarter, "I" perhaps read as "l"
	qu     = `(?:(?:qu[ýí]|qúy)\s+|q\.?\s?)`                                               // "quý ", also "quí ", "qúy ", "Q"
	mon    = `(?:th[áa]ng\s*|th?\.?\s?)`                                                   // "tháng ", also "T", "Th."
)

// forms are tried in order, by the letter with which they begin: the longer first. Each
// names an example.
var forms = [256][]form{
	'0': { // a digit
		// "01/7 đến 30/9/2024", "01 tháng 7 đến ngày 30 tháng 9 năm 2024"
		{"span", at(dayMon + to + `(?:ngày\s+)?` + dayMon + inYear), pick(dayValue, 1, 2, 5), pick(dayValue, 3, 4, 5)},
		// "01 đến ngày 15/9/2024", "01-15/9/2024"
		{"span", at(`(\d{1,2})` + to + `(?:ngày\s+)?(\d{1,2})(?:\s?/\s?|\s+tháng\s+)(\d{1,2})` + inYear), pick(dayValue, 1, 3, 4), pick(dayValue, 2, 3, 4)},
		// "6 - 12/2024": months
		{"span", at(`(0?[1-9]|1[0-2])` + to + `(0?[1-9]|1[0-2])/(\d{4})`), pick(monthValue, 1, 3), pick(monthValue, 2, 3)},
		// "30/12/2023", "30-12-2023", "30.12.2023", "05 tháng 9 năm 2024"
		{"day", at(dayMon + inYear), dayValue, nil},
		// "30/12/23"
		{"day", at(`(\d{1,2})/(\d{1,2})/(2\d)`), shortDayValue, nil},
		// "6 tháng cuối năm 2023", "9 tháng đầu năm 2024"
		{"span", at(`(\d{1,2})\s+tháng\s+(đầu|cuối)\s+năm\s+(\d{4})`), monthsFirst, monthsLast},
		// "3 tháng (4, 5, 6/2023)"
		{"list", at(`\d{1,2}\s+tháng\s*\((?:tháng )?(\d{1,2})((?:\s*[,;]\s*\d{1,2})*)` + and + `(\d{1,2})` + inYear), pick(monthValue, 1, 4), pick(monthValue, 3, 4)},
		// "12/2023"
		{"month", at(`(\d{1,2})/(\d{4})`), monthValue, nil},
		// "2024, 2025 và 2026"
		{"span", at(`(20[1-4]\d)(?:\s*[,;]\s*20[1-4]\d)*\s*(?:[,;]|và)\s*(20[1-4]\d)`), yearValue, pick(yearValue, 2)},
		// "2025", as in "giai đoạn 2022 - 2025"
		{"year", at(`(20[1-4]\d)`), yearValue, nil},
	},
	'n': {
		// "năm học 2023 - 2024", "năm học 2023/2024"
		{"school", at(`năm\s+học\s+(\d{4})\s?[-–/]\s?(\d{4})`), yearValue, pick(yearValue, 2)},
		// "năm 2024, 2025", "năm 2024 và năm 2025"
		{"span", at(`năm\s+(\d{4})(?:\s*[,;]\s*(?:năm\s+)?\d{4})*` + and + `(?:năm\s+)?(\d{4})`), yearValue, pick(yearValue, 2)},
		// "năm 2024"
		{"year", at(`năm\s*(\d{4})`), yearValue, nil},
		// "ngày 05, tháng 9, năm 2024"
		{"day", at(`ngày\s*(\d{1,2}),?\s*tháng\s*(\d{1,2}),?\s+năm\s*(\d{4})`), dayValue, nil},
		// "nửa đầu năm 2024"
		{"span", at(`nửa\s+()(đầu|cuối)\s+năm\s+(\d{4})`), monthsFirst, monthsLast},
	},
	't': {
		// "tháng 6 đến tháng 12/2024", "tháng 6-7/2024"
		{"span", at(mon + `(\d{1,2})` + to + mon + `?(\d{1,2})` + inYear), pick(monthValue, 1, 3), pick(monthValue, 2, 3)},
		// "tháng 6, 7 năm 2024", "tháng 6, tháng 9 và tháng 12/2024"
		{"list", at(mon + `(\d{1,2})((?:\s*[,;]\s*` + mon + `?\d{1,2})*)` + and + mon + `?(\d{1,2})` + inYear), pick(monthValue, 1, 4), pick(monthValue, 3, 4)},
		// "tháng 12/2023", "tháng 6 năm 2024", "T12/2023"
		{"month", at(mon + `(\d{1,2})` + inYear), monthValue, nil},
		{"month", at(mon + `(\d{1,2}),\s*năm\s+(\d{4})`), monthValue, nil},
		// "tháng ba năm 2024"
		{"month", at(`tháng\s+(giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười)\s+năm\s+(\d{4})`), wordMonth, nil},
	},
	'q': {
		// "quý I đến quý III năm 2024"
		{"span", at(qu + roman + to + qu + `?` + roman + inYear), pick(quarterValue, 1, 3), pick(quarterValue, 2, 3)},
		// "quý III, IV/2024", "quý II, III và IV năm 2024"
		{"list", at(qu + roman + `((?:\s*[,;]\s*` + qu + `?` + roman + `)*)` + and + qu + `?` + roman + inYear), pick(quarterValue, 1, 5), pick(quarterValue, 4, 5)},
		// "Quý I/2024", "quý 1 năm 2024"
		{"quarter", at(qu + roman + inYear), quarterValue, nil},
		// "quý một năm 2024"
		{"quarter", at(qu + `(một|hai|ba|bốn|tư)\s+năm\s+(\d{4})`), wordQuarter, nil},
	},
	's': {
		// "sáu tháng cuối năm 2023"
		{"span", at(`(sáu)\s+tháng\s+(đầu|cuối)\s+năm\s+(\d{4})`), monthsFirst, monthsLast},
	},
}

func at(expr string) *pattern.Pattern { return pattern.MustCompile(`^(?:` + expr + `)`) }

// find returns the times in a folded phrase and the phrase with a mask in place of each;
// yearless tells of a time before them that has no year. Bare times are of the year given,
// if any is.
func find(f, year string) (times []time, masked string, yearless bool) {
	times, yearless = withYears(f, year, scan(f))
	var b strings.Builder
	done := 0
	for i := range times {
		t := &times[i]
		b.WriteString(f[done:t.start])
		t.masked = b.Len()
		b.WriteString("{" + t.unit + "}")
		done = t.end
	}
	b.WriteString(f[done:])
	return times, b.String(), yearless
}

// scan returns the times in a folded phrase that are printed with their year.
func scan(f string) []time {
	var times []time
	for i := 0; i < len(f); i++ {
		if t, ok := timeAt(f, i); ok {
			times = append(times, t)
			i = t.end - 1
		}
	}
	return times
}

// timeAt reads the time that begins at f[i].
func timeAt(f string, i int) (time, bool) {
	first := f[i]
	if digit(first) {
		first = '0'
	}
	if forms[first] == nil || first != '0' && (withinWord(f, i) || !namesTime(f[i:])) || !beginsTime(f, i) {
		return time{}, false
	}
	for _, form := range forms[first] {
		m := form.pattern.FindStringSubmatch(f[i:])
		if m == nil {
			continue
		}
		if end := i + len(m[0]); endsTime(f, i, end, form.unit) {
			t := time{start: i, end: end, unit: form.unit, value: form.value(m)}
			if form.last != nil {
				t.stretch(m[0], form.last(m))
			}
			return t, true
		}
	}
	return time{}, false
}

// withinWord reports whether a plain letter stands before f[i], so that no word begins there.
func withinWord(f string, i int) bool { return i > 0 && f[i-1] >= 'a' && f[i-1] <= 'z' }

// unitWords are the words with which a time begins, by their first letter.
var unitWords = [256][]string{
	'n': {"năm", "ngày", "nửa"},
	't': {"tháng", "thang "},
	'q': {"quý", "quí", "qúy"},
	's': {"sáu"},
}

// namesTime reports whether a time may begin with the word at the start of f: the forms
// are slow, and most words begin none.
func namesTime(f string) bool {
	for _, w := range unitWords[f[0]] {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	f = strings.TrimLeft(strings.TrimPrefix(f[1:], "h"), ". ") // "T12", "Th. 12", "Q2", "QIV"
	return f != "" && (digit(f[0]) || strings.IndexByte("ivl", f[0]) >= 0)
}

// stretch gives a time its end. Months or quarters that are listed and follow each other
// are a stretch. One that would end before it begins is said of no known year: "tháng 11
// đến tháng 2/2024".
func (t *time) stretch(printed string, last plan.Date) {
	t.last = last
	if t.unit == "list" && follows(t.value, last, strings.Count(printed, ",")+strings.Count(printed, ";")+len(lastAnd.FindAllString(printed, -1))) {
		t.unit = "span"
	}
	if last < t.value || last == "" {
		t.value = ""
	}
}

// lastAnd reads the "và" or "+" before the last of a list that no comma precedes.
var lastAnd = pattern.MustCompile(`[^, ]\s*(?: và|[+&])`)

// follows reports whether two months or quarters of a year have n steps between them.
func follows(a, b plan.Date, n int) bool {
	if len(a) != len(b) || len(a) < 7 {
		return false
	}
	if a[5] == 'Q' {
		return int(b[6])-int(a[6]) == n
	}
	return atoi(string(b[5:]))-atoi(string(a[5:])) == n
}

// beginsTime reports whether a time may begin at f[i]: a word or a number begins there,
// and is no part of a longer number or a code.
func beginsTime(f string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(f[:i])
	switch {
	case n == 0:
		return true
	case unicode.IsLetter(r):
		return digit(f[i]) && glued.MatchString(f[max(0, i-8):i])
	case unicode.IsDigit(r):
		return false
	case digit(f[i]) && r == '/', digit(f[i]) && r == '.' && i > 1 && digit(f[i-2]):
		return false
	case digit(f[i]) && ofMonth.MatchString(f[i:]) && numbered.MatchString(f[max(0, i-24):i]):
		return false
	case digit(f[i]) && r == '-':
		return i == 1 || f[i-2] == ' ' || digit(f[i-2]) // not "a-12/2023"
	}
	return true
}

// "Tuần 3 tháng 12/2025", "đợt 2 tháng 9 năm 2024": the number is of no day.
var (
	ofMonth  = pattern.MustCompile(`^\d{1,2}\s+tháng\s`)
	numbered = pattern.MustCompile(`(?:tuần|tuần lễ|thứ|đợt|lần|bước|quý|kỳ|khoá|phần|mô hình|giai đoạn|số)\s+$`)
)

// glued reads words that a number often follows without the blank: "ngày30/12/2023".
var glued = pattern.MustCompile(`(?:ngày|trước|từ|đến)$`)

// endsTime reports whether what was read from f[start] may end at end: no number of a
// document ("2024/NĐ-CP") nor amount ("2025 hồ sơ").
func endsTime(f string, start, end int, unit string) bool {
	rest := f[end:]
	if rest != "" && (digit(rest[0]) || rest[0] == '/') {
		return false
	}
	if unit == "year" && digit(f[start]) {
		return bareYear(f[:start], rest)
	}
	return true
}

// yearBefore and yearAfter are what stands around a year that has no "năm" before it.
var (
	yearBefore = pattern.MustCompile(`(?:^|[-–—(:;,/+"“]|(?:^|[\s(])(?:từ|đến|tới|hết|giai đoạn|trong|trước|sau|năm|và|các|đoạn|cuối|đầu|giữa))\s*$`)
	yearAfter  = pattern.MustCompile(`^(?:\s*(?:$|[-–—).;,:+]|đến|tới|và |trở đi))`)
)

func bareYear(before, after string) bool {
	if i := len(before) - 40; i > 0 {
		before = before[i:]
	}
	return yearBefore.MatchString(before) || yearAfter.MatchString(after)
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func dayValue(m []string) plan.Date {
	d, mo, y := atoi(m[1]), atoi(m[2]), atoi(m[3])
	if mo < 1 || mo > 12 || d < 1 || d > daysIn(mo, y) {
		return ""
	}
	return plan.Date(fmt.Sprintf("%04d-%02d-%02d", y, mo, d))
}

func shortDayValue(m []string) plan.Date { return dayValue([]string{"", m[1], m[2], "20" + m[3]}) }

func daysIn(month, year int) int {
	switch month {
	case 2:
		if year%4 == 0 && year%100 != 0 || year%400 == 0 {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func monthValue(m []string) plan.Date {
	mo, y := atoi(m[1]), atoi(m[2])
	if mo < 1 || mo > 12 {
		return ""
	}
	return plan.Date(fmt.Sprintf("%04d-%02d", y, mo))
}

// inWords are the numbers of months and quarters in words.
var inWords = map[string]string{
	"giêng": "1", "một": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6",
	"bảy": "7", "tám": "8", "chín": "9", "mười": "10", "mười một": "11", "mười hai": "12",
}

func wordMonth(m []string) plan.Date   { return monthValue([]string{"", inWords[m[1]], m[2]}) }
func wordQuarter(m []string) plan.Date { return quarterValue([]string{"", inWords[m[1]], m[2]}) }

// pick applies value to some groups of a match.
func pick(value func([]string) plan.Date, groups ...int) func([]string) plan.Date {
	return func(m []string) plan.Date {
		picked := []string{m[0]}
		for _, g := range groups {
			picked = append(picked, m[g])
		}
		return value(picked)
	}
}

func yearValue(m []string) plan.Date { return plan.Date(m[1]) }

// months is how many months "9 tháng đầu năm", "sáu tháng", "nửa đầu năm" are, up to 12.
func months(s string) int {
	if n := atoi(s); n > 0 {
		return min(n, 12)
	}
	return 6
}

func monthsFirst(m []string) plan.Date {
	first := 1
	if m[2] == "cuối" {
		first = 13 - months(m[1])
	}
	return plan.Date(fmt.Sprintf("%s-%02d", m[3], first))
}

func monthsLast(m []string) plan.Date {
	last := 12
	if m[2] == "đầu" {
		last = months(m[1])
	}
	return plan.Date(fmt.Sprintf("%s-%02d", m[3], last))
}

var quarters = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

func quarterValue(m []string) plan.Date {
	n := quarters[m[1]]
	if n == 0 { // "ll": a recogniser's letters
		n = quarters[strings.NewReplacer("l", "i", "1", "i").Replace(m[1])]
	}
	if n == 0 {
		return ""
	}
	return plan.Date(fmt.Sprintf("%s-Q%d", m[2], n))
}

// atoi reads a number that a pattern has found.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Day reads the one date of a head or a citation: "ngày 13 tháng 10 năm 2023",
// "06/01/2022", and where day or month were left blank "tháng 11 năm 2023" or "năm 2023".
func Day(s string) (d plan.Date, start, end int, ok bool) {
	for _, t := range scan(fold(s)) {
		if t.value != "" && t.last == "" {
			return t.value, t.start, t.end, true
		}
	}
	return "", 0, 0, false
}
