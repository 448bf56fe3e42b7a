package query

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"kehoach/index/vi/fold"
)

func listKey(s string) string { return fold.Key(s) }

// dateForms read a date as users write it; year, quarter, month and day by name.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`^(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})$`), // 2024-01-31
	regexp.MustCompile(`^(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})$`),
	regexp.MustCompile(`^(?:ngay )?(?P<day>\d{1,2}) thang (?P<month>\d{1,2}) nam (?P<year>\d{4})$`),
	regexp.MustCompile(`^(?P<year>\d{4})-(?P<month>\d{1,2})$`),
	regexp.MustCompile(`^(?:thang )?(?P<month>\d{1,2})/(?P<year>\d{4})$`),                        // 3/2024, tháng 3/2024
	regexp.MustCompile(`^thang (?P<month>\d{1,2}) (?:nam )?(?P<year>\d{4})$`),                    // tháng 3 năm 2024
	regexp.MustCompile(`^(?P<year>\d{4})-?q(?P<quarter>[1-4])$`),                                 // 2024-Q1
	regexp.MustCompile(`^(?:qui |q)(?P<quarter>[1-4]|i{1,3}|iv)(?:[/ -]| nam )(?P<year>\d{4})$`), // quý I/2024, Q1/2024, quý 1 năm 2024
	regexp.MustCompile(`^(?P<year>\d{4})$`),
}

// dateRange returns the first and the last day of a date, as "2006-01-02".
func dateRange(s string) (first, last string, err error) {
	key := dateKey(s)
	for _, form := range dateForms {
		m := form.FindStringSubmatch(key)
		if m == nil {
			continue
		}
		part := map[string]int{}
		for i, name := range form.SubexpNames() {
			if name != "" {
				part[name] = number(m[i])
			}
		}
		return daysOf(s, part)
	}
	return "", "", fmt.Errorf("no date: %q", s)
}

// dateKey is s in the loose form of its words, with the signs between them.
func dateKey(s string) string {
	var b strings.Builder
	at := 0
	for _, w := range fold.Split(s) {
		b.WriteString(s[at:w.Start])
		b.WriteString(w.Loose)
		at = w.End
	}
	b.WriteString(s[at:])
	return strings.TrimSpace(b.String())
}

// number reads a number in digits or, up to four, in Roman ones.
func number(s string) int {
	switch s {
	case "i":
		return 1
	case "ii":
		return 2
	case "iii":
		return 3
	case "iv":
		return 4
	}
	n, _ := strconv.Atoi(s) // the forms let only digits through
	return n
}

func daysOf(s string, part map[string]int) (first, last string, err error) {
	year, month, day := part["year"], part["month"], part["day"]
	from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
	to := time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case part["quarter"] > 0:
		from = time.Date(year, time.Month(3*part["quarter"]-2), 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(0, 3, -1)
	case day > 0:
		from = time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		to = from
		if from.Day() != day || int(from.Month()) != month {
			return "", "", fmt.Errorf("no date: %q", s)
		}
	case month > 0:
		from = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		to = from.AddDate(0, 1, -1)
		if int(from.Month()) != month {
			return "", "", fmt.Errorf("no date: %q", s)
		}
	}
	return from.Format(time.DateOnly), to.Format(time.DateOnly), nil
}

// Holds reports whether all days of a date as documents have it ("2023", "2023-11",
// "2023-Q4", "2023-11-03") lie in r.
func (r Range) Holds(date string) bool {
	first, last, err := dateRange(date)
	return err == nil && first >= r.First && (r.Last == "" || last <= r.Last)
}

func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day // dateRange made it
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}
