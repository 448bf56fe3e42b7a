package header

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// readIssuers reads who issued the document: the body named in the head; where the head
// is missing or names no place, the one that the preamble says issues it.
func readIssuers(p *plan.Plan, h *head) {
	names, span := h.printedIssuers(p)
	said, saidSpan := statedIssuers(h.preamble())
	if len(names) == 0 || len(said) > 1 && len(names) < len(said) || len(said) == 1 && len(names) == 1 && !hasPlace(names[0]) && hasPlace(said[0]) {
		names, span = said, saidSpan
	}
	p.Issuers = names
	if len(names) > 0 {
		p.Spans["issuers"] = span
	}
}

// printedIssuers reads the bodies in capitals above the number: "ỦY BAN NHÂN DÂN" and
// below it "TỈNH TUYÊN QUANG". Where a superior stands above the issuer, the last counts.
func (h *head) printedIssuers(p *plan.Plan) ([]string, source.Span) {
	end := h.kind
	if h.number >= 0 && (end < 0 || h.number < end) {
		end = h.number
	}
	if end < 0 {
		end = min(h.title, len(h.pieces))
	}
	var lines []outline.Phrase
	for i := max(0, end-6); i < end; i++ {
		c := h.pieces[i]
		if i != h.date && (isCaps(c.Text) || isBody(c.Text)) && len(c.Text) < 160 && utf8.RuneCountInString(c.Text) > 3 {
			lines = append(lines, c)
		}
	}
	var names []string
	var span source.Span
	for _, l := range lines {
		name := proper(strings.TrimRight(l.Text, "-_ *"))
		if n := len(names); n > 0 && (goesOnWithPlace(name) || !isBody(name)) {
			names[n-1] += " " + lowerPlace(name)
			span = span.Union(l.Whole())
			continue
		}
		if !isBody(name) {
			continue
		}
		names = []string{name}
		span = l.Whole()
	}
	return names, span
}

// isBody reports whether s names a body.
func isBody(s string) bool { return agency.Begins(s) }

// goesOnWithPlace reports whether a line is only the place of the body above it.
func goesOnWithPlace(name string) bool {
	first, _, _ := strings.Cut(fold(name), " ")
	switch first {
	case "tỉnh", "huyện", "quận", "xã", "phường", "thị", "thành", "đặc":
		return true
	}
	return false
}

func lowerPlace(name string) string {
	if !goesOnWithPlace(name) {
		return name
	}
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}

// proper writes a name that is printed in capitals as a sentence would: the lexicon's
// spelling where it knows the name, and capitals in the names of places.
func proper(s string) string {
	if !isCaps(s) {
		return s
	}
	words := normalize.Words(s)
	out := strings.ToLower(s)
	if a, n := lexicon.Agencies("name").Longest(words, 0); n > 0 && !isShort(words, n) {
		out = a.Canonical + out[words[n-1].End:]
	}
	out = capitalPlaces(out)
	for _, fix := range [][2]string{{"đề án", "Đề án"}, {"chính phủ", "Chính phủ"}, {"ban chỉ đạo", "Ban Chỉ đạo"}, {"trung ương", "Trung ương"}, {"uỷ ban nhân dân", "Uỷ ban nhân dân"}, {"hội đồng nhân dân", "Hội đồng nhân dân"}} {
		out = strings.ReplaceAll(out, fix[0], fix[1])
	}
	r, n := utf8.DecodeRuneInString(out)
	return string(unicode.ToUpper(r)) + out[n:]
}

func isShort(words []normalize.Word, n int) bool { return n == 1 && len(words[0].Fold) <= 6 }

// placeWords stand before the name of a place.
var placeWords = regexp.MustCompile(`(^|\s)(tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|thành phố|tp\.?|đặc khu)\s+(\S.*)$`)

// capitalPlaces writes the words behind "tỉnh", "xã" … with capitals.
func capitalPlaces(s string) string {
	m := placeWords.FindStringSubmatchIndex(s)
	if m == nil || strings.HasPrefix(s[m[6]:], "hội") {
		for _, w := range provinceNames(s) {
			s = strings.Replace(s, strings.ToLower(w), w, 1)
		}
		return s
	}
	return s[:m[6]] + title(s[m[6]:m[7]])
}

func title(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		r, n := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return strings.Join(words, " ")
}

// provinceNames returns the provinces named in s, as the lexicon spells them.
func provinceNames(s string) []string {
	words := normalize.Words(s)
	var out []string
	for i := 0; i < len(words); i++ {
		if p, n := lexicon.Provinces().Longest(words, i); n > 1 {
			out = append(out, p.Name)
			i += n - 1
		}
	}
	return out
}

// issuing is what an issuer does in the last sentence of the preamble.
var issuing = regexp.MustCompile(`(?:thống nhất )?(?:ban hành|xây dựng) (?:kế hoạch|chương trình|chỉ thị|đề án|phương án|quy chế|quyết định|hướng dẫn)`)

// statedIssuers reads the subject of "… ban hành Kế hoạch …".
func statedIssuers(preamble outline.Phrase) ([]string, source.Span) {
	at := issuing.FindStringIndex(fold(preamble.Text))
	if at == nil {
		return nil, source.Span{}
	}
	start := strings.LastIndexByte(preamble.Text[:at[0]], ';') + 1
	for _, sep := range []string{". ", ", "} {
		if i := strings.LastIndex(preamble.Text[start:at[0]], sep); i >= 0 && isBody(strings.TrimSpace(preamble.Text[start+i+2:at[0]])) {
			start += i + 2
		}
	}
	subject := preamble.Slice(start, at[0])
	var names []string
	var span source.Span
	for _, m := range agency.List(subject.Text) {
		names = append(names, subject.Text[m.Start:m.End])
		span = span.Union(subject.Span(m.Start, m.End))
	}
	return names, span
}

// hasPlace reports whether a name says where the body is.
func hasPlace(name string) bool {
	m := placeWords.FindStringSubmatch(fold(name))
	return m != nil || len(provinceNames(name)) > 0
}
