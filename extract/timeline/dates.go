package timeline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"kehoach/extract/plan"
)

// A time is one mention of a day, month, quarter or year.
type time struct {
	start, end int // bytes in the phrase
	masked     int // where its mask begins in the masked phrase
	unit       string
	value      plan.Date // empty where no calendar has it
	last       plan.Date // of a span: its end
}

// forms are the ways of writing a time, the longer first. Each names an example.
var forms = []struct {
	unit    string
	pattern *regexp.Regexp
	value   func(m []string) plan.Date
	last    func(m []string) plan.Date // of a span: two times, of which only the second gives the year
}{
	// "01/7 đến 30/9/2024", "ngày 01 tháng 7 đến ngày 30 tháng 9 năm 2024"
	{"span", regexp.MustCompile(`^(?:ngày\s+)?(\d{1,2})(?:\s?/\s?|\s+tháng\s+)(\d{1,2})\s*(?:[-–]|đến hết|đến|tới)\s*(?:ngày\s+)?(\d{1,2})(?:\s?/\s?|\s+tháng\s+)(\d{1,2})(?:\s?/\s?|\s+năm\s+)(\d{4})`),
		pick(dayValue, 1, 2, 5), pick(dayValue, 3, 4, 5)},
	// "tháng 6 đến tháng 12/2024", "tháng 6-7/2024", "tháng 6, 7 năm 2024"
	{"span", regexp.MustCompile(`^tháng\s+(\d{1,2})\s*(?:[-–,]|đến hết|đến|tới|và)\s*(?:tháng\s+)?(\d{1,2})(?:\s?/\s?|\s+năm\s+)(\d{4})`),
		pick(monthValue, 1, 3), pick(monthValue, 2, 3)},
	// "quý I đến quý III năm 2024", "quý III, IV/2024"
	{"span", regexp.MustCompile(`^quý\s+(iv|iii|ii|i|[1-4])\s*(?:[-–,]|đến hết|đến|tới|và)\s*(?:quý\s+)?(iv|iii|ii|i|[1-4])(?:\s?/\s?(?:năm\s+)?|\s+năm\s+|\s+)(\d{4})`),
		pick(quarterValue, 1, 3), pick(quarterValue, 2, 3)},
	// "năm 2024, 2025", "năm 2024 và năm 2025"
	{"span", regexp.MustCompile(`^năm\s+(\d{4})(?:\s*,\s*(?:năm\s+)?\d{4})*\s*(?:,|và)\s*(?:năm\s+)?(\d{4})`),
		pick(yearValue, 1), pick(yearValue, 2)},
	// "ngày 05 tháng 9 năm 2024"
	{"day", regexp.MustCompile(`^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})`), dayValue, nil},
	// "30/12/2023", "30-12-2023", "30.12.2023"
	{"day", regexp.MustCompile(`^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})`), dayValue, nil},
	// "tháng 12/2023", "tháng 6 năm 2024", "T12/2023"
	{"month", regexp.MustCompile(`^(?:tháng\s+|t)(\d{1,2})(?:\s?[/.-]\s?|\s+năm\s+)(\d{4})`), monthValue, nil},
	// "Quý I/2024", "quý 1 năm 2024"
	{"quarter", regexp.MustCompile(`^quý\s+(iv|iii|ii|i|[1-4])(?:\s?[/.-]\s?(?:năm\s+)?|\s+năm\s+|\s+)(\d{4})`), quarterValue, nil},
	// "6 tháng cuối năm 2023"
	{"span", regexp.MustCompile(`^(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+năm\s+(\d{4})`), halfFirst, halfLast},
	// "năm 2024"
	{"year", regexp.MustCompile(`^năm\s+(\d{4})`), yearValue, nil},
	// "12/2023"
	{"month", regexp.MustCompile(`^(\d{1,2})/(\d{4})`), monthValue, nil},
	// "2025", as in "giai đoạn 2022 - 2025"
	{"year", regexp.MustCompile(`^(20\d{2}|19\d{2})`), yearValue, nil},
}

// find returns the times in a folded phrase and the phrase with a mask in place of each.
func find(f string) ([]time, string) {
	var times []time
	var masked strings.Builder
	done := 0
	for i := 0; i < len(f); {
		t, ok := timeAt(f, i)
		if !ok {
			i++
			continue
		}
		masked.WriteString(f[done:i])
		t.masked = masked.Len()
		masked.WriteString("{" + t.unit + "}")
		times = append(times, t)
		i, done = t.end, t.end
	}
	masked.WriteString(f[done:])
	return times, masked.String()
}

// timeAt reads the time that begins at f[i].
func timeAt(f string, i int) (time, bool) {
	switch c := f[i]; {
	case c >= '0' && c <= '9':
		if i > 0 && (f[i-1] >= '0' && f[i-1] <= '9' || f[i-1] == '/' || f[i-1] == '-' && i > 1 && f[i-2] != ' ' && !digit(f[i-2])) {
			return time{}, false
		}
	case c == 'n' || c == 't' || c == 'q':
		if i > 0 && f[i-1] != ' ' && f[i-1] != '(' && f[i-1] != '\t' || !namesTime(f[i:]) {
			return time{}, false
		}
	default:
		return time{}, false
	}
	for _, form := range forms {
		m := form.pattern.FindStringSubmatch(f[i:])
		if m == nil {
			continue
		}
		end := i + len(m[0])
		if end < len(f) && (digit(f[end]) || f[end] == '/') {
			continue // a number of a document: "2024/NĐ-CP"
		}
		t := time{start: i, end: end, unit: form.unit, value: form.value(m)}
		if form.last != nil {
			t.last = form.last(m)
			if listed.MatchString(m[0]) && !adjacent(t.value, t.last) {
				continue // "tháng 6 và tháng 12/2024": two times, not a stretch
			}
			if t.last < t.value || t.last == "" {
				t.value = "" // "tháng 11 đến tháng 2/2024": of which year is not said
			}
		}
		return t, true
	}
	return time{}, false
}

// namesTime reports whether a time may begin with the word at the start of f: the forms
// are slow, and most words begin none.
func namesTime(f string) bool {
	for _, w := range []string{"ngày", "tháng", "quý", "năm"} {
		if strings.HasPrefix(f, w) {
			return true
		}
	}
	return f[0] == 't' && len(f) > 1 && digit(f[1])
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func dayValue(m []string) plan.Date {
	d, mo, y := atoi(m[1]), atoi(m[2]), atoi(m[3])
	if mo < 1 || mo > 12 || d < 1 || d > daysIn(mo, y) {
		return ""
	}
	return plan.Date(fmt.Sprintf("%04d-%02d-%02d", y, mo, d))
}

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

// listed reads a stretch whose ends are listed instead of joined.
var listed = regexp.MustCompile(`^(?:tháng|quý)[^,đ-]*(?:,| và )`)

// adjacent reports whether two months or quarters follow each other.
func adjacent(a, b plan.Date) bool {
	return len(a) == len(b) && len(a) > 1 && a[:len(a)-1] == b[:len(b)-1] && b[len(b)-1] == a[len(a)-1]+1 || strings.HasSuffix(string(a), "-09") && strings.HasSuffix(string(b), "-10")
}

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

func halfFirst(m []string) plan.Date {
	return plan.Date(m[2] + map[string]string{"đầu": "-01", "cuối": "-07"}[m[1]])
}

func halfLast(m []string) plan.Date {
	return plan.Date(m[2] + map[string]string{"đầu": "-06", "cuối": "-12"}[m[1]])
}

var quarters = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

func quarterValue(m []string) plan.Date {
	return plan.Date(fmt.Sprintf("%s-Q%d", m[2], quarters[m[1]]))
}

// atoi reads a number that a pattern has found.
func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Day reads the one date of a head or a citation: "ngày 13 tháng 10 năm 2023",
// "06/01/2022", and where day or month were left blank "tháng 11 năm 2023" or "năm 2023".
func Day(s string) (d plan.Date, start, end int, ok bool) {
	times, _ := find(fold(s))
	for _, t := range times {
		if t.value != "" && t.unit != "span" {
			return t.value, t.start, t.end, true
		}
	}
	return "", 0, 0, false
}
