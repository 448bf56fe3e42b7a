package legal

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
)

// numberForm reads the number of a document: "06/QĐ-TTg", "73/2019/NĐ-CP", "233/KH -
// UBND", "56/KH-BCA-C06", "72/2025/QH15", "332/QĐ-UBND.HC", "310/KH-CAH(QLHC)",
// "36a/NQ-CP", the Party's "38-CT/TU", with a dash for the mark "24/2006-NĐ-CP", and of
// old "01-TANDTC-VKSNDTC/TTLT", "34-CP", "194-HĐBT"; with its kind lost "42/2018/-CP"; a telegram's "374/ĐK:HT".
var numberForm = pattern.MustCompile(`^(\d{1,5}[a-zđ]?)(\s?/\s?\d{4})?(\s?/\s?` + group + `(?:\s?[-–/]\s?` + group + `)*|\s?/?[-–]\s?\p{Lu}\p{L}{0,8}(?:\s?[-–]\s?\p{Lu}\p{L}{1,8})*\s?/\s?[\p{Lu}]{2,}[\p{L}\d]*(?:\s?-\s?[\p{Lu}][\p{L}\d]*)*|\s?[-–]\s?(?:NĐ|NQ|QĐ|TT|TTLT|CT|PL|KH|TB|KL)\s?[-–]\s?` + group + `|\s?/?[-–]\s?(?:CP|TTg|HĐBT|HĐCP|HĐNN|SL|LCT)\b)(?:\([\p{Lu}][\p{Lu}\d-]+\)|:HT\b)?`)

// group is one part of a symbol: "TTg", "C06", "CNTT&BCVT", "TT.HĐND", with a blank before the dot
// "TTr .UBND".
const group = `\p{Lu}[\p{L}\d&]*(?:(?:\.\p{Lu}|\s\.\p{Lu}{2})[\p{L}\d&]*)*`

// gluedForm reads a number whose first mark was lost: "84 QĐ/TWĐTN", "20NQ/TW",
// "667TTr-STP". Only the symbol of a kind may follow the digits.
var gluedForm = pattern.MustCompile(`^\d{1,5}\s?(\p{Lu}[\p{L}]{1,4})\s?[/-]\s?\p{Lu}{2,}[\p{L}\d]*(?:\s?-\s?\p{Lu}[\p{L}\d]*)*`)

// longest is more bytes than any number has: what stands behind them need not be looked at.
const longest = 200

// Number reads the number at the start of s, without its inner blanks, and how many
// bytes it takes; the symbol is what stands behind the number itself.
func Number(s string) (number, symbol string, size int) {
	s = s[:min(len(s), longest)]
	if !mayBegin(s) {
		return "", "", 0
	}
	m := numberForm.FindStringSubmatchIndex(s)
	if m == nil {
		if m = gluedForm.FindStringSubmatchIndex(s); m == nil || Abbreviated(s[m[2]:m[3]]) == "" {
			return "", "", 0
		}
		return squeeze(s[:m[1]]), squeeze(s[m[2]:m[1]]), m[1]
	}
	end := m[1]
	if word := wordBehind.FindStringSubmatchIndex(s[m[6]:end]); word != nil && strings.IndexFunc(s[m[6]+word[5]:end], isVowel) >= 0 {
		end = m[6] + word[2]
	}
	end -= len(dayBehind.FindString(s[m[6]:end]))
	if strings.HasSuffix(s[:end], "QH") {
		end += len(termBehind.FindString(s[end:]))
	}
	number = squeeze(s[:end])
	symbol = strings.TrimLeft(squeeze(s[m[6]:end]), "/-")
	return number, symbol, end
}

// wordBehind finds a word that lost the blank between it and the symbol: "QĐ-UBNDHà Nam".
var wordBehind = pattern.MustCompile(`(?:\p{Lu}{2}|\p{Ll})((\p{Lu})\p{Ll}+)$`)

// dayBehind finds the word for a date that lost that blank: "HQTN-NVngày 30/10/2008".
var dayBehind = pattern.MustCompile(`ngày$`)

// termBehind finds the term of the assembly behind a blank: "04/2012/UBTVQH 13 ngày …".
var termBehind = pattern.MustCompile(`^ \d{1,2}\b`)

// isVowel reports whether r is a small vowel, whatever its marks: "TTg" and "CTr" have none.
func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouy", r) || r > unicode.MaxASCII && r != 'đ' && unicode.IsLower(r)
}

// mayBegin reports whether a symbol may stand behind the digits with which s begins: a capital
// or a dash follows them, perhaps behind a stroke, or a year does. Behind those of a date it
// does not, and the patterns are slow.
func mayBegin(s string) bool {
	s = strings.TrimLeft(s, "0123456789")
	if r, n := utf8.DecodeRuneInString(s); 'a' <= r && r <= 'z' || r == 'đ' {
		s = s[n:] // "36a/NQ-CP"
	}
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if behind, stroke := strings.CutPrefix(s, "/"); stroke {
		s = strings.TrimLeftFunc(behind, unicode.IsSpace)
		if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits >= 4 {
			return true
		}
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || r == '-' || r == '–'
}

// squeeze drops blanks and writes every dash as "-".
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == '–' || r == '—':
			return '-'
		}
		return r
	}, s)
}

// kindOf returns the kind that the symbol of a number names: "QĐ" is a Quyết định.
func kindOf(number string) string {
	for _, part := range strings.FieldsFunc(number, func(c rune) bool { return c == '/' || c == '-' }) {
		if k := Abbreviated(part); k != "" {
			return k
		}
	}
	return ""
}

// Abbreviated returns the kind of document that short stands for in symbols, or "".
func Abbreviated(short string) string { return abbreviated()[short] }

var abbreviated = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, r := range lexicon.Rows("kinds.txt", 3) {
		if short := r.Columns[1]; short != "-" && m[short] == "" {
			m[short] = r.Columns[0]
		}
	}
	return m
})
