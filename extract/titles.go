package extract

// Where the title of a model ends, and what stands behind it.

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// partDescriptions finds where titles end behind which a sentence describes the model: "Mô hình 1. Phòng
// họp không giấy tờ: Toàn bộ tài liệu họp được gửi trên phần mềm.", "Mô hình 1. Cấp đổi giấy phép tại nhà. Cán bộ
// đến từng nhà." Where only some are so, the mark is of the title.
func partDescriptions(heads []modelHead) []modelHead {
	for _, mark := range []string{": ", ". "} {
		found := 0
		for i := range heads {
			if heads[i].until = describedBehind(heads[i].title.Text, mark); heads[i].until > 0 {
				found++
			}
		}
		if found*4 >= len(heads)*3 && found > 1 {
			return heads
		}
	}
	for i := range heads {
		heads[i].until = 0
	}
	return heads
}

// dotted are words that a full stop shortens, behind which a title goes on.
var dotted = map[string]bool{"TP": true, "Tp": true, "TX": true, "TT": true, "P": true, "Q": true, "H": true, "X": true, "ThS": true, "TS": true, "BS": true, "số": true, "Tr": true}

// describedBehind returns where the mark stands in the title of a model behind which a sentence describes it; 0 where
// none does. Behind a full stop it may be of few words.
func describedBehind(s, mark string) int {
	k := strings.Index(s, mark)
	if k <= 0 || k > longestName || strings.Count(s[:k], "(") != strings.Count(s[:k], ")") || !upperAt(s, k+2) {
		return 0
	}
	if mark == ". " {
		if blank := strings.LastIndexByte(s[:k], ' '); blank < 0 || dotted[s[blank+1:k]] {
			return 0 // "… tại TP. Hồ Chí Minh"
		}
		return k
	}
	if !strings.HasSuffix(s, ".") || strings.Count(s[k:], " ") <= leastDescription {
		return 0
	}
	return k
}

// leastDescription is the words of a description, at least.
const leastDescription = 5

// withoutWord drops "Mô hình" before a title that begins with a capital of its own.
func withoutWord(title outline.Phrase) outline.Phrase {
	words := normalize.Words(title.Text)
	if len(words) < 3 || words[0].Fold != "mô" || words[1].Fold != "hình" {
		return title
	}
	rest := strings.TrimLeft(title.Text[words[1].End:], " :")
	if strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "\"") {
		return title.From(len(title.Text) - len(rest))
	}
	if rest != "" && strings.ToUpper(rest[:1]) == rest[:1] && rest[0] < 0x80 {
		return title.From(len(title.Text) - len(rest))
	}
	return title
}

// chargesIn reads the word that charges somebody with what stands before the brackets.
var chargesIn = pattern.MustCompile(`^(?:do|giao(?: cho)?|phân công) `)

// cutTitle parts the title from the prose that may follow in the same paragraph: a title
// in quotation marks, or one sentence before another that says who leads.
func cutTitle(s outline.Phrase) (title, prose outline.Phrase) {
	if m := leadInBrackets.FindStringSubmatchIndex(s.Text); m != nil && m[0] > 0 {
		in, rest := s.Slice(m[2], m[3]), s.From(m[1]).Trim()
		if told := in.From(len(chargesIn.FindString(in.Text))); agency.SaysLead(told.Text) && agency.Begins(told.Text) && (rest.Text == "" || upperAt(rest.Text, 0)) {
			if rest.Text != "" {
				told = outline.Join(". ", told, rest)
			}
			return s.Slice(0, m[0]).Trim(), told // "Camera an ninh (do Công an huyện chủ trì, các xã phối hợp)"
		}
	}
	if k := strings.Index(s.Text, ": "); k > 0 && k <= longestName && strings.Count(s.Text[:k], "(") == strings.Count(s.Text[:k], ")") {
		rest := s.From(k + 1).Trim()
		if told := rest.From(len(chargesIn.FindString(normalize.FoldInPlace(rest.Text)))); agency.Begins(told.Text) && statement(rest.Text) && (agency.SaysLead(told.Text) || len(told.Text) < len(rest.Text) && agency.SaysWho(rest.Text)) {
			return s.Slice(0, k), rest // "Hộ tịch số: do Phòng Tư pháp chủ trì, phối hợp UBND các xã; …"
		}
	}
	if what, who, at, ok := inParts(s); ok {
		return what, outline.Join(". ", who, at) // "Hộ tịch lưu động - Phòng Tư pháp - tháng 8/2024"
	}
	if strings.HasPrefix(s.Text, "“") || strings.HasPrefix(s.Text, "\"") {
		for _, q := range []string{"”", "\""} {
			if i := strings.Index(s.Text[1:], q); i > 0 {
				title = s.Slice(0, i+1+len(q))
				rest := s.Text[i+1+len(q):]
				if k := strings.Index(rest, ": "); k >= 0 && k <= longestName && !strings.ContainsAny(rest[:k], ".;:") && upperAt(rest, k+2) {
					return s.Slice(0, i+1+len(q)+k), s.From(i + 1 + len(q) + k + 1) // "“Chợ số” tại chợ An Dương: Phòng Kinh tế chủ trì, …"
				}
				if k := strings.Index(rest, ". "); k > 0 && small(rest) {
					return s.Slice(0, i+1+len(q)+k), s.From(i + 1 + len(q) + k + 1) // "“Tuyến đường hoa” tại xã Hậu Thành. Mô hình nhằm …"
				}
				if rest != "" && !strings.HasPrefix(rest, ". ") && !saysWho.MatchString(normalize.Fold(rest)) {
					break // the quotation is only part of the title
				}
				return title, s.Slice(i+1+len(q)+len(s.Text[i+1+len(q):])-len(strings.TrimLeft(s.Text[i+1+len(q):], ".: ")), len(s.Text))
			}
		}
	}
	for i := 0; i+2 < len(s.Text); i++ {
		if s.Text[i] != '.' || s.Text[i+1] != ' ' {
			continue
		}
		if rest := s.From(i + 1); saysWho.MatchString(normalize.Fold(rest.Text)) || ofModel.MatchString(normalize.FoldInPlace(rest.Text)) {
			return s.Slice(0, i), rest
		}
	}
	return s, outline.Phrase{}
}

// bodiesInTitle returns the bodies that the brackets at the end of a title name: "Mô hình chợ 4.0 (Phòng Kinh tế)".
func bodiesInTitle(title outline.Phrase) (outline.Phrase, bool) {
	m := lastBrackets.FindStringSubmatchIndex(strings.TrimRight(title.Text, " .;:"))
	if m == nil {
		return outline.Phrase{}, false
	}
	in := title.Slice(m[2], m[3])
	return in, namesOnly(in.Text)
}

// titlesName reports whether most titles of models end so: of one alone the brackets may say where it is tried out.
func (r *reader) titlesName() bool {
	named := 0
	for _, h := range r.heads {
		title, _ := h.parted()
		if _, ok := bodiesInTitle(title); ok {
			named++
		}
	}
	return named >= leastTitlesNaming && 3*named >= 2*len(r.heads)
}

// leastTitlesNaming is so many titles that name bodies, at least.
const leastTitlesNaming = 3

// small reports whether a text goes on with a small letter, behind a blank.
func small(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(s, " "))
	return unicode.IsLower(r)
}

var saysWho = pattern.MustCompile(`chủ trì|thực hiện|phối hợp|triển khai|hoàn thành`)
