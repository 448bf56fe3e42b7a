package timeline

import (
	"slices"
	"strings"

	"kehoach/extract/pattern"
	"kehoach/extract/plan"
)

// A phrase may print the year once for several times: "Trước 15/5, sơ kết 15/11/2024",
// "Tháng 4, hoàn thành tháng 6/2024", "Năm 2024: quý I khảo sát". A day, month or quarter
// without a year has that of the next time, else that of the year or stretch before it. No
// year is taken from beyond the phrase.

// A bare is a time as printed without its year.
type bare struct {
	time
	of func(year string) plan.Date
}

// bareForms are the ways of writing a time without its year, by the letter with which they
// begin.
var bareForms = [256]form{
	'0': {"day", at(dayMon), nil, nil},                                         // "15/5", "15 tháng 5"
	't': {"month", at(`tháng\s+(\d{1,2})`), nil, nil},                          // "tháng 4"
	'q': {"quarter", at(qu + `(iv|i[il]{0,2}|[1-4])(?:[^\pL\d]|$)`), nil, nil}, // "quý II"
}

// withYears gives the times of f that are printed without a year the one that the phrase
// says, and tells whether one before the first year is left without.
func withYears(f, year string, times []time) (all []time, left bool) {
	if len(times) == 0 && year == "" || again.MatchString(f) {
		return times, false
	}
	if year != "" {
		return ofTheYear(f, year, times), false
	}
	from := 0
	for k, t := range times {
		for _, b := range bareTimes(f, from, t.start) {
			if k > 0 && b.follow(f, times[k-1]) || b.precede(f, t) {
				all = append(all, b.time)
			} else {
				left = left || k == 0 && !cites.MatchString(f[b.end:t.start])
			}
		}
		all = append(all, t)
		from = t.end
	}
	last := times[len(times)-1]
	for _, b := range bareTimes(f, last.end, len(f)) {
		if b.follow(f, last) {
			all = append(all, b.time)
		}
	}
	return all, left
}

// ofTheYear gives the bare times of f the year.
func ofTheYear(f, year string, times []time) (all []time) {
	from := 0
	for _, t := range append(slices.Clone(times), time{start: len(f)}) {
		for _, b := range bareTimes(f, from, t.start) {
			b.value, b.borrowed = b.of(year), true
			all = append(all, b.time)
		}
		if t.unit != "" {
			all = append(all, t)
		}
		from = t.end
	}
	return all
}

// bareTimes returns the times of f[from:to] that are printed without a year.
func bareTimes(f string, from, to int) []bare {
	var out []bare
	for i := from; i < to; i++ {
		first := f[i]
		if digit(first) {
			first = '0'
		}
		form := bareForms[first]
		if form.pattern == nil || first != '0' && (withinWord(f, i) || !namesTime(f[i:to])) || !beginsTime(f, i) {
			continue
		}
		m := form.pattern.FindStringSubmatch(f[i:to])
		if m == nil {
			continue
		}
		b := bare{time: time{start: i, end: i + len(strings.TrimRight(m[0], " ,;:.()+-–")), unit: form.unit}}
		switch form.unit {
		case "day":
			b.of = func(y string) plan.Date { return dayValue([]string{"", m[1], m[2], y}) }
		case "month":
			b.of = func(y string) plan.Date { return monthValue([]string{"", m[1], y}) }
		case "quarter":
			b.of = func(y string) plan.Date { return quarterValue([]string{"", m[1], y}) }
		}
		if b.of("2024") != "" && ends(f, b) && (form.unit != "day" || saysDay.MatchString(f[max(0, i-24):i])) {
			out = append(out, b)
			i = b.end - 1
		}
	}
	return out
}

// ends reports whether b may end where it does: "15/5/" goes on, "1/2 số hộ" is no day.
func ends(f string, b bare) bool {
	rest := f[b.end:]
	return rest == "" || !digit(rest[0]) && rest[0] != '/' && rest[0] != '%'
}

// saysDay is what stands before two numbers that are a day and a month.
var saysDay = pattern.MustCompile(`(?:^|[(:;,–-]|ngày|trước|đến|tới|từ|hết|xong|thành|vào|là|và|kết|nhất)\s*$`)

// again tells of times that come round, and have no year.
var again = pattern.MustCompile(`(?:hằng|hàng|mỗi) (?:năm|quý|tháng)`)

// cites tells of a document between two times: the second is the document's.
var cites = pattern.MustCompile(documents + `|luật| số `)

// precede gives b the year of t, the next time, where it is not after that.
func (b *bare) precede(f string, t time) bool {
	if t.value == "" || cites.MatchString(f[b.end:t.start]) {
		return false
	}
	b.value, b.borrowed = b.of(string(t.value[:4])), true
	return b.value != "" && b.value.FirstDay() <= t.until().LastDay()
}

// follow gives b the year of t before it, where t is that year or b the end of a stretch
// that t begins.
func (b *bare) follow(f string, t time) bool {
	between := f[t.end:b.start]
	if t.value == "" || t.unit != "year" && !joined.MatchString(between) || t.unit == "year" && !ofYear.MatchString(between) || t.last != "" {
		return false
	}
	b.value, b.borrowed = b.of(string(t.value[:4])), true
	return b.value != "" && b.value.LastDay() >= t.value.FirstDay()
}

// ofYear reads what stands between a year and a time of it: "Năm 2024: trước 30/6", "trong
// năm 2024, hoàn thành quý II".
var ofYear = pattern.MustCompile(`^\s?[:,;(–-]\s?[\pL ]{0,30}$`)
