package header

import (
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/lexicon"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// A body of the head: its printed lines.
type body struct {
	name string
	span source.Span
}

// printedIssuers reads the bodies in capitals above the number: "ỦY BAN NHÂN DÂN" and
// below it "TỈNH TUYÊN QUANG". Where a superior stands above the issuer, the last counts
// and takes its place from the superior.
func (h *head) printedIssuers() ([]string, source.Span) {
	end := h.kind
	if h.enacts || end < 0 {
		end = h.title
	}
	if h.number >= 0 && h.number < end {
		end = h.number
	}
	bodies := h.bodies(0, end)
	if len(bodies) == 0 && h.kind > end {
		bodies = h.bodies(end, h.kind)
	}
	if len(bodies) == 0 {
		return nil, source.Span{}
	}
	last := bodies[len(bodies)-1]
	names := jointNames(last.name)
	above := ""
	if n := len(bodies); n > 1 {
		above = bodies[n-2].name
	}
	for i, s := range names {
		names[i] = placed(s, above, names[len(names)-1])
	}
	return names, last.span
}

// bodies puts the lines in capitals of a stretch of the head together: one that begins no
// body goes on with the one above.
func (h *head) bodies(from, to int) []body {
	var out []body
	for i := max(from, to-9); i < to; i++ {
		c := h.pieces[i]
		text := strings.Trim(c.Text, "-_ *")
		if i == h.date || len(text) > 160 || !isCaps(text) && !wholeBody(text) {
			continue
		}
		if strings.HasPrefix(c.Text, "-") && len(out) > 0 {
			text = "- " + text // "BỘ CÔNG AN" / "- UBND TỈNH LONG AN"
		}
		n := len(out)
		if n > 0 && !begins(text) {
			out[n-1].name += " " + text
			out[n-1].span = out[n-1].span.Union(c.Whole())
			continue
		}
		if n > 0 || begins(text) || isCaps(text) && i+1 < to {
			out = append(out, body{text, c.Whole()})
		}
	}
	var known []body
	for _, b := range out {
		b.name = proper(b.name)
		if isBody(b.name) || begins(b.name) {
			known = append(known, b)
		}
	}
	return known
}

// begins reports whether a line of the head begins the name of a body.
func begins(s string) bool {
	f := fold(s)
	if goesOnWithPlace(f) || strings.HasPrefix(s, "- ") {
		return false
	}
	return isBody(s) || f == "văn phòng" || f == "chính phủ" || f == "quốc hội" || strings.HasPrefix(f, "thường trực") || strings.HasPrefix(f, "chủ tịch uỷ ban") || strings.HasPrefix(f, "bộ chính trị") || strings.HasPrefix(f, "ban bí thư")
}

// wholeBody reports whether s is the name of one body and nothing else.
func wholeBody(s string) bool {
	if strings.ContainsAny(s, ":;,.") || !isBody(s) {
		return false
	}
	ms := agency.List(s)
	return len(ms) == 1 && ms[0].Start == 0 && ms[0].End == len(s)
}

// jointNames parts "Sở Y tế - Bảo hiểm xã hội tỉnh Hà Nam": two bodies that issue a
// document together.
func jointNames(name string) []string {
	for i := 0; i+3 < len(name); i++ {
		if name[i:i+3] != " - " {
			continue
		}
		a, b := name[:i], proper(strings.ToUpper(name[i+3:]))
		if isBody(a) && isBody(b) && !oneName(name) {
			return []string{a, b}
		}
	}
	return []string{name}
}

// oneName reports whether the lexicon has a name with a dash in it.
func oneName(name string) bool {
	words := normalize.Words(name)
	_, n := lexicon.Agencies("name").Longest(words, 0)
	return n > 2 && strings.Contains(name[:words[n-1].End], " - ")
}

// placed completes the name of a body with the place of the one above it, or of the last
// of those that issue together: "Văn phòng" below "Ủy ban nhân dân tỉnh Gia Lai".
func placed(name, above, last string) string {
	if hasPlace(name) || strings.HasSuffix(fold(name), "việt nam") {
		return name
	}
	if fold(name) == "văn phòng" && above != "" {
		return "Văn phòng " + spellOut(above)
	}
	for _, s := range []string{last, above} {
		word, at := placeIn(fold(s))
		if word < 0 {
			continue
		}
		if level := " " + strings.TrimSpace(fold(s)[word:at]); strings.HasSuffix(fold(name), level) {
			return name + " " + s[at:] // "Công an tỉnh" below "UBND tỉnh Kon Tum"
		}
		return name + " " + s[word:]
	}
	return name
}
