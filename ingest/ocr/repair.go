package ocr

import (
	"regexp"
	"strings"
	"unicode"
)

// A confusion is what tesseract's Vietnamese model takes for something else again and
// again, where nothing else can be meant. Each stands with what it was seen in.
type confusion struct {
	seen *regexp.Regexp
	is   string
}

var confusions = []confusion{
	{regexp.MustCompile(`(V[nN]e)(?:[lI1]{1,2}|[lI1]?[\[|])D\b`), "${1}ID"},           // "VNelD", "VNelID", "Vnel[D": VNeID
	{regexp.MustCompile("^[.,:;·_'`]{1,3} ?(-? ?\\p{Lu}[^'’]*)$"), "$1"},              // ". PHỤ LỤC", "'Rà soát", "._- Phối hợp": stains before a line
	{regexp.MustCompile("([.;])[ .;]?[-_~`]{1,3}$"), "$1"},                            // "thực hiện. -_": and behind it
	{regexp.MustCompile(`^(\d{1,2}),(\d{1,2})\. (\p{Lu})`), "$1.$2. $3"},              // "5,1. Mô hình 33"
	{regexp.MustCompile(`^(\d{1,2}),(\d{1,2}),(\d{1,2})\. (\p{Lu})`), "$1.$2.$3. $4"}, // "2,1,1. Phạm vi"
	{regexp.MustCompile(`\s*(?:—-?|-—)\s*`), " – "},                                   // "Văn hóa —- Xã hội"
	{regexp.MustCompile(`^(?:- ?- |~ ?-? ?)`), "- "},                                  // "-- Công an", "- - Công an", "~ Công an", "~- Công an"
	{regexp.MustCompile(`^S[ẽẻéeôốồổóòơ][:;.]? ?(\d{1,5} ?/ ?\p{Lu})`), "Số: $1"},     // "Sẽ: 127/KH-UBND", "Sô; 12/QĐ-UBND"
	{regexp.MustCompile(`(\d/[\p{Lu}Đ-]+\d*)_`), "$1"},                                // "02/KH-TCTĐA06_", an underline
	{regexp.MustCompile(`(\d/\p{Lu}{1,6})[<>~=«»–—](\p{Lu}{2})`), "$1-$2"},            // "3516/KH<UBND"
	{regexp.MustCompile(`\bMôhình ?(\d{1,2}): ?`), "Mô hình $1: "},                    // "Môhình2: Xây dựng", from narrow cells
	{regexp.MustCompile(`\bMô hình (\d{1,2}):(\p{Lu})`), "Mô hình $1: $2"},            // "Mô hình 20:Nền tảng"
	{regexp.MustCompile(`^[ởöờớởòð]\) ?(\p{Lu})`), "đ) $1"},                           // "ở) Thời gian": no list has such a letter
	{regexp.MustCompile(`\b([Qq]uý (?:I{1,3}|IV))(20\d\d)\b`), "$1/$2"},               // "Quý II2024"
	{regexp.MustCompile(`/?⁄/?`), "/"},                                                // "Quý II/⁄2024"
	{regexp.MustCompile(`\bQ(?:[đĐÐ]{2}|[đÐ])-`), "QĐ-"},                              // "06/QđÐ-TTg"
	{regexp.MustCompile(`-TT(?:qg|gg|q)\b`), "-TTg"},                                  // "04/CT-TTqg"
	{regexp.MustCompile(`\b([Cc])hỉ (trả|nhánh)`), "${1}hi $2"},                       // "Chỉ trả lương hưu"
	{regexp.MustCompile(`¡`), "i"},                                                    // "không ¡n thẻ giấy"
	{regexp.MustCompile(`\b([Hh])[ăã]ng (ngày|tuần|tháng|quý|năm)`), "${1}ằng $2"},    // "Hãng tháng", "hăng quý"
	{regexp.MustCompile(`\b([Tt])uối`), "${1}uổi"},                                    // "đủ 14 tuối": no word
	{regexp.MustCompile(`\bC0G\b`), "C06"},                                            // "CAT, C0G": Cục C06
	{regexp.MustCompile(`(^|\s)['‘’](V[nN]eID)`), "$1$2"},                             // "'VNeID"
}

// Mend returns a recognised line without the confusions that are known.
func Mend(line string) string {
	for _, c := range confusions {
		line = c.seen.ReplaceAllString(line, c.is)
	}
	line = symbol.ReplaceAllStringFunc(line, mendSymbol)
	return mendSlots(mendMarks(quarter.ReplaceAllStringFunc(line, mendQuarter)))
}

// symbol reads a document's symbol that ends in four letters: "187/KH-UBNI", "/QĐ-UBNĐ".
var symbol = regexp.MustCompile(`/\p{Lu}{1,8}-\p{Lu}[\p{Lu}\d]{3}(?:[^\p{L}\d]|$)`)

// committee is what most symbols end in: of an Ủy ban nhân dân, a people's committee.
const committee = "UBND"

// mendSymbol writes the body of a symbol as a people's committee where all but one letter is
// that: no other body has three of them.
func mendSymbol(s string) string {
	at := strings.LastIndexByte(s, '-') + 1
	body, same := []rune(s[at:]), 0
	for i, r := range committee {
		if body[i] == r {
			same++
		}
	}
	if same != len(committee)-1 {
		return s
	}
	return s[:at] + committee + string(body[len(committee):])
}

// quarter reads a quarter of a year whose number was taken for other strokes: "Quý IIH/2025",
// "quý T1/2026", "Quy !1/2023".
var quarter = regexp.MustCompile(`\b[Qq]u[yýỳỷ] [IVlTH1|!]{2,4}( ?/ ?\d{4}| năm \d{4})`)

func mendQuarter(s string) string {
	word, rest, _ := strings.Cut(s, " ")
	at := strings.IndexAny(rest, " /")
	number := strings.Map(func(r rune) rune {
		if r == 'V' {
			return r
		}
		return 'I'
	}, rest[:at])
	if number != "II" && number != "III" && number != "IV" {
		return s
	}
	return word[:2] + "ý " + number + rest[at:]
}

// heading reads "II. MỤC ĐÍCH", and what becomes of it: "IL MỤC ĐÍCH", "1I, MỤC ĐÍCH",
// "IL.MỤC ĐÍCH", "HI. TỔ CHỨC".
var heading = regexp.MustCompile(`^([IVXLTHl1|!]{1,6})(?:\s?[.,:]\s*|\s+)(\p{Lu}{2}.*)$`)

// lostNumeral reads the headings that stand at the end of nearly every plan, without a number.
var lostNumeral = regexp.MustCompile(`^(?:TỔ CHỨC THỰC HIỆN|KINH PHÍ(?: THỰC HIỆN)?|PHÂN CÔNG (?:NHIỆM VỤ|TRÁCH NHIỆM|THỰC HIỆN)|CHẾ ĐỘ (?:THÔNG TIN, )?BÁO CÁO)[.:]?$`)

// Numerals mends the Roman numbers of headings, which tesseract takes for letters: a
// line in capitals with a number that looks like the one that is next in the document
// gets that one. It returns the line and whether it was changed. The zero value begins
// with I.
type Numerals struct{ last int }

// Next mends a line of the document, which must be given in order.
func (n *Numerals) Next(line string) (string, bool) {
	m := heading.FindStringSubmatch(line)
	if m == nil && n.last > 0 && lostNumeral.MatchString(line) {
		n.last++ // the number was not recognised at all
		return roman(n.last) + ". " + line, true
	}
	if m == nil || !capitals(m[2]) {
		return line, false
	}
	want := roman(n.last + 1)
	exact := value(m[1])
	switch {
	case exact == n.last+1:
	case exact == 1 && n.last > 1: // another part begins
		n.last, want = 0, "I"
	case exact > n.last: // the heading before was not recognised as one
		n.last = exact
		return line, false
	case alike(m[1], want): // a number again, or none
	case exact > 0:
		n.last = exact
		return line, false
	default:
		return line, false
	}
	n.last++
	mended := want + ". " + m[2]
	return mended, mended != line
}

// capitals reports whether most letters of s are capitals.
func capitals(s string) bool {
	upper, letters := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return letters >= 4 && upper*10 >= letters*8
}

// alike reports whether seen is the number want with strokes taken for others and at
// most one stroke lost or won.
func alike(seen, want string) bool {
	seen = strings.NewReplacer("H", "II", "L", "I", "l", "I", "1", "I", "|", "I", "!", "I", "T", "I").Replace(seen)
	return seen == want || len(seen)+1 == len(want) && strings.HasPrefix(want, seen) || len(want)+1 == len(seen) && strings.HasPrefix(seen, want)
}

var romans = strings.Fields("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX")

func roman(n int) string {
	if n < 1 || n > len(romans) {
		return ""
	}
	return romans[n-1]
}

// value returns the number that s is, 0 if it is none.
func value(s string) int {
	for i, r := range romans {
		if r == s {
			return i + 1
		}
	}
	return 0
}
