package header

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/legal"
	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// A page whose line breaks were dropped has the lines of a head glued together: "QUYẾT ĐỊNHVề
// việc …", "Số: 12/QĐ-UBNDHà Nam, ngày …", "ỦY BAN NHÂN DÂNTỈNH HÀ NAM". No blank tells where
// one ends, but letters do: capitals never go over into a word like "Về", nor a year into capitals.

var (
	// caseGlue finds a word with a small letter right behind one in capitals.
	caseGlue = pattern.MustCompile(`\p{Lu}{2}(\p{Lu}\p{Ll}+)`)
	// yearGlue finds capitals right behind the year of a date: "năm 2013QUYẾT ĐỊNH".
	yearGlue = pattern.MustCompile(`(?i:năm) (?:19|20)\d{2}(\p{Lu}{2})`)
	// nameGlue finds who decides, the place of a committee or the Youth Union right behind a word.
	nameGlue = pattern.MustCompile(`\p{Lu}(CHỦ TỊCH ỦY BAN|BỘ TRƯỞNG BỘ|THỦ TƯỚNG CHÍNH|[ỦU][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|GIÁM ĐỐC SỞ|ĐOÀN TNCS HỒ|BÍ THƯ TRUNG|CỘNG H(?:ÒA|OÀ) XÃ|PHÒNG \p{Lu}|SỞ \p{Lu}|CÔNG AN \p{Lu}|BAN CHỈ ĐẠO|BAN QUẢN LÝ)|NHÂN DÂN((?:TỈNH|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG) \p{Lu})`)
)

// glues returns where a line goes over into another without a blank.
func glues(s string) []int {
	var out []int
	if changesCase(s) {
		for _, m := range caseGlue.FindAllStringSubmatchIndex(s, -1) {
			if hasVowel(s[m[2]:m[3]]) && onlyLetters(s, m[2]) && capsBefore(s[:m[2]]) {
				out = append(out, m[2])
			}
		}
		for _, m := range yearGlue.FindAllStringSubmatchIndex(s, -1) {
			out = append(out, m[2])
		}
	}
	for _, m := range nameGlue.FindAllStringSubmatchIndex(s, -1) {
		out = append(out, max(m[2], m[4]))
	}
	if at := kindGlue(s); at > 0 {
		out = append(out, at)
	}
	if at := firstNumberWord.FindStringIndex(opening(s)); at != nil && at[0] == 0 {
		number, _, size := legal.Number(beforeName(s[at[1]:]))
		if end := at[1] + size; number != "" && end < len(s) && isCapitalised(s[end:]) {
			out = append(out, end)
		}
	}
	return out
}

// beforeName cuts s off at the national name, or the Youth Union's, which may be glued to a symbol.
func beforeName(s string) string {
	for _, name := range []string{unionName, "CỘNG HÒA XÃ", "CỘNG HOÀ XÃ", "ĐẢNG CỘNG SẢN"} {
		if i := strings.Index(s, name); i > 0 {
			s = s[:i]
		}
	}
	return s
}

// longestGlued is the bytes of the longest two words glued together.
const longestGlued = 40

// changesCase reports whether a small letter stands in s behind three capitals, or a capital
// behind a digit, as caseGlue and yearGlue want: both are slow.
func changesCase(s string) bool {
	capitals, digit := 0, false
	for _, r := range s {
		switch {
		case normalize.IsCapital(r):
			if capitals++; digit {
				return true
			}
		case capitals >= 3 && normalize.IsLetter(r):
			return true
		default:
			capitals = 0
		}
		digit = '0' <= r && r <= '9'
	}
	return false
}

// kindGlue returns where a title in capitals begins right behind the kind: "KẾ HOẠCHTRIỂN KHAI".
func kindGlue(s string) int {
	first, rest, ok := strings.Cut(s, " ")
	if !ok || !isCaps(first) {
		return 0
	}
	second, _, _ := strings.Cut(rest, " ")
	if len(second) > longestGlued || !isCaps(second) {
		return 0
	}
	for i := range second {
		if i == 0 {
			continue
		}
		if _, whole := lexicon.Kinds().Whole(first + " " + second[:i]); whole && isCaps(second[i:]) && !vowels(second[i:]) {
			return len(first) + 1 + i
		}
	}
	return 0
}

// capsBefore reports whether s ends with two words in capitals.
func capsBefore(s string) bool {
	last := strings.LastIndexByte(s, ' ')
	if last <= 0 {
		return false
	}
	return isCaps(s[last+1:]) && isCaps(s[strings.LastIndexByte(s[:last], ' ')+1:last])
}

// onlyLetters reports whether the word that holds s[at] has nothing but letters before it: the
// symbol of a number has marks.
func onlyLetters(s string, at int) bool {
	return strings.IndexFunc(s[strings.LastIndexByte(s[:at], ' ')+1:at], func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// hasVowel reports whether a word behind its capital can be one: "Về", not the "Tg" of "TTg".
func hasVowel(word string) bool {
	_, n := utf8.DecodeRuneInString(word)
	return strings.IndexFunc(word[n:], isVowel) >= 0
}

// vowels reports whether s begins with a vowel: it may then be the end of the syllable before.
func vowels(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isVowel(unicode.ToLower(r))
}

// isVowel reports whether r is a vowel, in small letters, whatever its marks.
func isVowel(r rune) bool {
	return strings.ContainsRune("aeiouy", r) || r > unicode.MaxASCII && r != 'đ' && unicode.IsLower(r)
}
