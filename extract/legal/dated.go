package legal

import (
	"strconv"
	"strings"

	"kehoach/extract/pattern"
)

// Some documents are cited by their date alone: "Căn cứ vào nghị quyết ngày 28/01/1977 của …",
// "Căn cứ Biên bản nghiệm thu ngày 10 tháng 10 năm 2017".

// byDate reads the date right behind the kind, or behind whose the document is; ofMeeting that of
// minutes, which bear the day of what they record. Other dates behind a kind are those of a
// session or a letter that the sentence tells of.
var (
	byDate    = pattern.MustCompile(`^\s+(?:của (?:[\p{L}-]+ ){1,12})?ngày\s+(` + day + `)`)
	ofMeeting = pattern.MustCompile(`^\s+(?:[\p{L}\d/-]+ ){1,14}ngày\s+(` + day + `)`)
	session   = pattern.MustCompile(`(?i)(?:^| )(?:họp|phiên|kỳ|hội nghị|tại|hết|từ|đến|trước|sau|thông qua|số)(?: |$)`)
)

// citing are the words behind which a document is cited as a ground, and not told of.
var citing = map[string]bool{"cứ": true, "vào": true, "xét": true, "chiểu": true}

// dated reads a citation of the kind at words[from:to] that has a date and no number.
func (r *reader) dated(from, to int, kind string) (c Citation, next int, ok bool) {
	if from == 0 || !citing[r.words[from-1].Fold] {
		return c, to, false
	}
	end := r.words[to-1].End
	clause := r.clause(to, end)
	m := byDate.FindStringSubmatchIndex(clause)
	if m == nil && kind == "Biên bản" {
		m = ofMeeting.FindStringSubmatchIndex(clause)
	}
	if m == nil || kind != "Biên bản" && session.MatchString(clause[:m[2]]) {
		return c, to, false
	}
	c = Citation{Start: r.words[from].Start, End: end + m[1], Kind: kind, Date: clause[m[2]:m[3]], Issuer: issuer(clause)}
	return c, r.after(to, c.End), true
}

// bareDigits reads a number without a symbol, and the date behind it: " số 09 ngày 15/12/2015".
var bareDigits = pattern.MustCompile(`^\s+số:?\s+(\d{1,5}),? ngày\s+(` + day + `)`)

// digits reads a citation of the kind at words[from:to] whose number has no symbol.
func (r *reader) digits(from, to int, kind string) (c Citation, next int, ok bool) {
	end, rest := r.words[to-1].End, r.behind(to-1)
	m := bareDigits.FindStringSubmatchIndex(rest)
	if m == nil {
		return c, to, false
	}
	c = Citation{Start: r.words[from].Start, End: end + m[1], Kind: kind, Number: rest[m[2]:m[3]], Date: rest[m[4]:m[5]]}
	next = r.after(to, c.End)
	c.Issuer = issuer(r.clause(next, c.End))
	return c, next, true
}

// behind returns what stands behind words[i], as far as a number and its date reach.
func (r *reader) behind(i int) string {
	end := r.words[i].End
	return r.s[end:min(len(r.s), end+longest)]
}

// together is what stands between two numbers that have one date: "số 76/BC-HĐND và số
// 78/BC-HĐND ngày 02/12/2020".
var together = pattern.MustCompile(`^(?: và|,)(?: số)? $`)

// share gives a citation the date of the one behind it, and its issuer.
func (a *Citation) share(b *Citation) {
	a.Date = b.Date
	if a.Issuer == "" {
		a.Issuer = b.Issuer
	}
}

// shareDates gives the date of the last of such numbers to those before it, and its issuer. A comma alone joins
// nothing: the date of the number before it may be left out.
func shareDates(s string, cited []Citation) {
	joined := false
	for i := len(cited) - 2; i >= 0; i-- {
		a, b := &cited[i], &cited[i+1]
		if a.Date == "" && a.Kind == b.Kind && follow(a.Number, b.Number) && a.End <= b.Start && s[a.End:b.Start] == " và " {
			a.share(b)
		}
		bare := b.Start < len(s) && '0' <= s[b.Start] && s[b.Start] <= '9' // a kind of its own has a date of its own
		if a.Date != "" || b.Date == "" || !bare || a.End > b.Start || strings.Count(a.Number, "/") != 1 {
			joined = false
			continue
		}
		between := s[a.End:b.Start]
		if joined = together.MatchString(between) && (joined || strings.HasPrefix(between, " và")); joined {
			a.share(b)
		}
	}
}

// follow reports whether a number is the one before another, as of documents that one body issued
// on one day: "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013".
func follow(a, b string) bool {
	first, symbol := digitsOf(a)
	second, other := digitsOf(b)
	return symbol != "" && symbol == other && second == first+1
}

// digitsOf parts a number from its symbol.
func digitsOf(number string) (n int, symbol string) {
	symbol = strings.TrimLeft(number, "0123456789")
	n, _ = strconv.Atoi(number[:len(number)-len(symbol)])
	return n, symbol
}
