package legal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

func isLaw(kind string) bool {
	return kind == "Luật" || kind == "Bộ luật" || kind == "Pháp lệnh"
}

// partLaws parts a law from its name where the blank between them was lost: "LuậtTổ chức".
func partLaws(s string, words []normalize.Word) []normalize.Word {
	for i := 0; i < len(words); i++ {
		w := words[i]
		printed := s[w.Start:w.End]
		for _, law := range [...]string{"Luật", "luật", "lệnh"} {
			name, ok := strings.CutPrefix(printed, law)
			if r, _ := utf8.DecodeRuneInString(name); !ok || !unicode.IsUpper(r) {
				continue
			}
			at := w.Start + len(law)
			words = slices.Replace(words, i, i+1,
				normalize.Word{Start: w.Start, End: at, Fold: strings.ToLower(law)},
				normalize.Word{Start: at, End: w.End, Fold: normalize.Fold(name)})
			break
		}
	}
	return words
}

// law reads a law whose name follows its kind: up to its number, else its date or year.
// A law that amends others names them before its own date.
func (r *reader) law(from, to int, kind string) (c Citation, next int, ok bool) {
	c = Citation{Start: r.words[from].Start, End: r.words[to-1].End, Kind: kind}
	if !r.capital(from) {
		return c, to, false
	}
	changing, changed := false, false // it amends others; others have amended it, and the date behind is theirs
	for j := to; j < len(r.words) && j < to+45; j++ {
		w := r.words[j]
		rest := r.s[w.Start:]
		if changed = changed || w.Fold == "được" && j+1 < len(r.words) && amends(r.words[j+1]); changed {
			break
		}
		if n := r.number(j); n.text != "" {
			c.Number, c.End = n.text, w.Start+n.size
			clause := r.clause(r.after(j, c.End), c.End)
			if m := dateForm.FindStringSubmatchIndex(clause); m != nil && m[0] < 60 {
				c.Date = clause[m[2]:m[3]]
				c.End += m[1]
			} else if m := yearOnly.FindStringSubmatchIndex(clause); m != nil {
				c.Date = clause[m[2]:m[3]]
				c.End += m[1]
			}
			r.list = r.after(j, c.End)
			return c, r.list, true
		}
		if glued := strings.HasSuffix(w.Fold, "ngày") && len(w.Fold) > len("ngày"); glued {
			rest = r.s[w.End-len("ngày"):] // "Luật Giao dịch điện tửngày 29/11/2005"
		}
		if m := lawDate.FindStringSubmatchIndex(rest); m != nil {
			a, b := m[2], m[3]
			if a < 0 {
				a, b = m[4], m[5]
			}
			if a < 0 {
				a, b = m[6], m[7]
			}
			c.Date, c.End = rest[a:b], len(r.s)-len(rest)+b
			r.list = r.after(j, c.End)
			return c, r.list, true
		}
		if w.Fold == ";" || w.Fold == "." || w.Fold == "hiến" && j+1 < len(r.words) && r.words[j+1].Fold == "pháp" {
			break // the year behind a constitution is its own
		}
		if k, n := lexicon.Kinds().Longest(r.words, j); n > 0 && (!isLaw(k.Name) && r.numberNear(j+n) >= 0 || isLaw(k.Name) && r.capital(j) && !changing) {
			break
		}
		changing = changing || amends(w)
	}
	return r.named(from, to, kind)
}

// amends reports whether a word begins what a document does to another: "sửa đổi, bổ sung".
func amends(w normalize.Word) bool { return w.Fold == "sửa" || w.Fold == "bổ" }

// capital reports whether words[i] is written with one: "pháp luật" is no law.
func (r *reader) capital(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.s[r.words[i].Start:])
	return unicode.IsUpper(first)
}

// lawDate reads "ngày 19/6/2015", "ngày 19 tháng 6 năm 2015", "năm 2014", and a year alone behind a
// name: "Luật Giáo dục 2019;".
var lawDate = pattern.MustCompile(`^(?i)(?:ngày\s+(` + day + `)|năm\s+(\d{4})|((?:19|20)\d{2})(?:\s*[;,.()]|\s*$|\s+và\s))`)

// yearOnly reads the year right behind a law's number: "số 20/2023/QH15 năm 2023".
var yearOnly = pattern.MustCompile(`^\s*(?i:năm)\s+((?:19|20)\d{2})\b`)
