package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/timeline"
	"kehoach/normalize"
)

// numberWord is "số" as printed, and as a recogniser misreads it.
const numberWord = `s[ốóồổộôo]`

var numberLine = pattern.MustCompile(`^` + numberWord + `\s*(?:[:.]\s*(?:[\d/…._ -]|$)|[\d…._-]|/\s*\pL|$)`)

// onlyNumberWord reads "Số:" without a number behind it.
var onlyNumberWord = pattern.MustCompile(`^` + numberWord + `\s*[:.]?$`)

// isNumberLine reports whether a folded piece is the number of the document.
func isNumberLine(f string) bool {
	return numberLine.MatchString(f) || kindNumber.MatchString(f)
}

var firstNumberWord = pattern.MustCompile(numberWord + `[\s:.]*`)

// kindNumber reads "Luật số: 26/2023/QH15", "Nghị quyết số: 1686/NQ-UBTVQH15": the number
// behind its kind, on a line of its own.
var kindNumber = pattern.MustCompile(`^(?:luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|chỉ thị|thông tư)\s+số\s*:\s*\d[^ ]*$`)

// blankNumber reads a symbol whose number was left blank: "Số: /KH-UBND", "Số: …/KH-UBND".
var blankNumber = pattern.MustCompile(`^[\s.…_-]*/\s*([\p{Lu}][\p{L}\d&]*(?:\s?[-–]\s?[\p{Lu}][\p{L}\d&]*)*)`)

// blankOfParty is the Party's, which has a dash there: "Số: -KH/TU", "Số: … - HD/TWĐTN-BTC".
var blankOfParty = pattern.MustCompile(`^[\s.…_]*[-–]\s?(\p{Lu}[\p{L}\d]*\s?/\s?\p{Lu}[\p{L}\d]*(?:\s?[-–]\s?\p{Lu}[\p{L}\d]*)*)`)

// oldNumber is a ministry's of old, whose symbol names only the ministry: "112-NV", "27-NV/DC".
// Only a line that begins "Số:" makes it a number.
var oldNumber = pattern.MustCompile(`^\d{1,5}\s?[-–]\s?(\p{Lu}{2,6}(?:\s?[-/]\s?\p{Lu}{1,6})?)$`)

// readNumber reads the number and the symbol: as printed, else as the web page has them.
func (h *head) readNumber(p *plan.Plan) {
	rests := false // in the preamble
	for i, c := range h.pieces {
		if i == h.basis && h.basis > 0 && h.kind >= 0 && !h.enacts {
			break
		}
		rests = rests || beginsPreamble(c.Text)
		if h.citedHere(i) || rests && !isCapitalised(c.Text) {
			continue
		}
		if h.numberAt(p, i, c.Phrase) {
			return
		}
	}
	if number, symbol, at := h.page.number(); number != "" {
		p.Number, p.Symbol = &number, &symbol
		p.Spans["number"], p.Spans["symbol"] = at.Whole(), at.Whole()
	}
}

// citedHere reports whether the number with which the i-th piece begins is that of a document
// cited: "… theo Nghị quyết số" / "27-NQ/TW", "… thực hiện Nghị quyết" / "số 27-NQ/TW".
func (h *head) citedHere(i int) bool {
	if i == 0 || i-1 == h.kind && !h.enacts && namesWholeKind(h.pieces[i-1].Text) {
		return false
	}
	if fold(h.pieces[i-1].Text) == "văn bản pháp luật" {
		return false // of a page's menu
	}
	before, number := strings.CutSuffix(fold(h.pieces[i-1].Text), " số")
	if !number && !strings.HasPrefix(fold(h.pieces[i].Text), "số ") {
		return false
	}
	words := strings.Fields(before)
	for n := 1; n <= 3 && n <= len(words); n++ {
		if _, ok := lexicon.Kinds().Whole(strings.Join(words[len(words)-n:], " ")); ok {
			return true
		}
	}
	return false
}

// namesWholeKind reports whether a line is the name of a kind and nothing else.
func namesWholeKind(s string) bool {
	_, ok := lexicon.Kinds().Whole(s)
	return ok
}

// numberAt reads the number where the i-th piece holds it.
func (h *head) numberAt(p *plan.Plan, i int, c outline.Phrase) bool {
	at := 0
	if isNumberLine(fold(c.Text)) {
		at = firstNumberWord.FindStringIndex(fold(c.Text))[1]
	} else if n, _, size := legal.Number(c.Text); n == "" || size < len(strings.TrimSpace(c.Text)) {
		return false
	}
	rest := c.Text[at:]
	if n, symbol, size := legal.Number(normalize.Digits(rest)); n != "" { // check says what was misread
		p.Number, p.Symbol = &n, &symbol
		p.Spans["number"], p.Spans["symbol"] = c.Span(at, at+size), c.Span(at, at+size)
		h.number = i
		return true
	}
	if m := oldNumber.FindStringSubmatchIndex(rest); m != nil && at > 0 {
		n, symbol := strings.ReplaceAll(rest[:m[1]], " ", ""), strings.ReplaceAll(rest[m[2]:m[3]], " ", "")
		p.Number, p.Symbol = &n, &symbol
		p.Spans["number"], p.Spans["symbol"] = c.Span(at, at+m[1]), c.Span(at+m[2], at+m[3])
		h.number = i
		return true
	}
	m := blankNumber.FindStringSubmatchIndex(rest)
	if m == nil {
		m = blankOfParty.FindStringSubmatchIndex(rest)
	}
	if m == nil {
		return false
	}
	symbol := strings.ReplaceAll(strings.ReplaceAll(rest[m[2]:m[3]], " ", ""), "–", "-")
	p.Symbol = &symbol
	p.Spans["symbol"] = c.Span(at+m[2], at+m[3])
	h.number = i
	return true
}

// The words of a date, also misread, and a day or month: perhaps blank, perhaps with a
// blank between its digits.
const (
	dayWord, monthWord, yearWord = `ng[àảáa]y`, `th[áảàa]ng`, `n[ăãằáa]m`
	filler, upTo31               = `[\s.…_]*`, `(\d \d|\d{0,2})`
	longDate                     = dayWord + filler + upTo31 + filler + monthWord + filler + upTo31 + filler + yearWord + filler + `(\d{4})`
)

// dateLine is the place and date of issue, day or month perhaps left blank.
var dateLine = pattern.MustCompile(longDate)

// isDateLine reports whether a folded piece is the place and date of issue.
func isDateLine(f string) bool {
	if len(f) >= 80 {
		return false
	}
	at := dateLine.FindStringIndex(f)
	if short := shortDate.FindStringIndex(f); at == nil && short != nil {
		return !isNumberLine(f)
	}
	return at != nil && (at[0] == 0 || strings.HasSuffix(strings.TrimRight(f[:at[0]], " "), ",") || at[1] == len(f) && isPlaceName(f[:at[0]]))
}

// isPlaceName reports whether a folded text is the name of a province or its seat: of the
// words before a date without a comma, "Nam Định ngày 12 tháng 4 năm 2024".
func isPlaceName(f string) bool {
	f = strings.TrimSpace(f)
	if s := seatOf(&f); isProvince(s.name) || s.word != "" {
		return true
	}
	_, ok := lexicon.Seats().Whole(f)
	return ok
}

var shortDate = pattern.MustCompile(`,\s*ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}$`)

// capsDate reads the date of a head as a gazette prints it: "NGÀY 12/3/2004".
var capsDate = pattern.MustCompile(`^NGÀY\s+\d{1,2}/\d{1,2}/\d{4}$`)

// readDate reads the place and the date of issue: as printed, else as the web page has it.
func (h *head) readDate(p *plan.Plan) {
	for i, c := range h.pieces {
		if beginsPreamble(c.Text) {
			break
		}
		if h.dateAt(p, i, c.Phrase) {
			return
		}
	}
	if d, at := h.page.date(); d != "" {
		date := plan.Date(d)
		p.Date = &date
		p.Spans["date"] = at.Whole()
	}
}

// dateAt reads the date where the i-th piece holds it.
func (h *head) dateAt(p *plan.Plan, i int, c outline.Phrase) bool {
	f := fold(c.Text)
	m := dateLine.FindStringSubmatchIndex(f)
	if m == nil {
		if m = shortDate.FindStringIndex(f); m == nil {
			m = capsDate.FindStringIndex(c.Text)
		}
		if m == nil || isNumberLine(f) {
			return false
		}
	}
	place := strings.TrimRight(c.Text[:m[0]], " ,")
	if !heads(f[:m[0]]) || clock.MatchString(f[:m[0]]) || strings.Contains(f[:m[0]], " số ") || len(f) > 120 || len(place) > 60 {
		return false // "Kèm theo Quyết định số … ngày …"
	}
	if d := dateOf(f[m[0]:]); d != "" {
		p.Date = &d
		p.Spans["date"] = c.Span(m[0], m[1])
	}
	if place != "" && isCapitalised(place) {
		p.Place = &place
		p.Spans["place"] = c.Span(0, len(place))
	}
	h.date = i
	return true
}

// heads reports whether what stands before a date may be the place of a date line: nothing, a
// name with a comma behind it or words with nothing of a sentence in them. "Thông tư có hiệu lực
// thi hành từ" is none.
func heads(before string) bool {
	before = strings.TrimRight(before, " ")
	return before == "" || strings.HasSuffix(before, ",") || !sentence.MatchString(before)
}

// sentence finds words that no name of a place has.
var sentence = pattern.MustCompile(`(?:^| )(?:từ|có|hiệu lực|kể|trước|sau|đến|vào|của|được|theo|ban hành|thi hành|cập nhật|đăng)(?: |$)`)

// clock reads what a web page says of today: "09:26 Thứ tư, Ngày 02 Tháng 04 Năm 2025".
var clock = pattern.MustCompile(`\d:\d\d|(?:^|\s)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)`)

// dateOf reads as much of a date as was filled in.
func dateOf(f string) plan.Date {
	if m := dateLine.FindStringSubmatch(f); m != nil {
		day, month := strings.ReplaceAll(m[1], " ", ""), strings.ReplaceAll(m[2], " ", "")
		switch {
		case month == "":
			return plan.Date(m[3])
		case day == "":
			d, _, _, _ := timeline.Day("tháng " + month + " năm " + m[3])
			return d
		}
		d, _, _, _ := timeline.Day("ngày " + day + " tháng " + month + " năm " + m[3])
		return d
	}
	d, _, _, _ := timeline.Day(f)
	return d
}

// isCaps is outline.IsCaps.
func isCaps(s string) bool { return outline.IsCaps(s) }

// isCapitalised reports whether s begins with a capital.
func isCapitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// splitYear reads a year with a blank in it: "20 21".
var splitYear = pattern.MustCompile(`\b(19|20)\s(\d{2})$`)

// gluedDay is a day whose blanks were lost, or the word "năm" misread: "26 tháng 11 năm2003".
var gluedDay = pattern.MustCompile(`^(\d{1,2})\s*tháng\s*(\d{1,2})\s*n[ăáãàa]m\s*(\d{4})$`)

// LegalBasis reads the documents that the grounds of a document cite, each once.
func LegalBasis(preamble outline.Phrase) []plan.Citation {
	var out []plan.Citation
	seen := map[string]bool{}
	for _, c := range legal.Citations(preamble.Text) {
		x := plan.Citation{Kind: c.Kind, Span: preamble.Span(c.Start, c.End)}
		if c.Number != "" {
			x.Number = &c.Number
		}
		if c.Date != "" {
			// Citations leave "ngày" out: "06 tháng 01 năm 2022" is no day without it.
			if len(c.Date) == len("2003") {
				d := plan.Date(c.Date)
				x.Date = &d
			} else if d, _, _, ok := timeline.Day("ngày " + gluedDay.ReplaceAllString(splitYear.ReplaceAllString(c.Date, "$1$2"), "$1 tháng $2 năm $3")); ok {
				x.Date = &d
			}
		}
		if c.Issuer != "" {
			x.Issuer = &c.Issuer
		}
		key := c.Kind + c.Number
		if c.Number == "" {
			key = fold(preamble.Text[c.Start:c.End]) // "Luật Khoáng sản năm 2010"
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, x)
	}
	return out
}
