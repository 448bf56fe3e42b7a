package header

import (
	"strings"

	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// Names of bodies as heads print them: with marks misread, or shortened.

// repaired writes the commonest of names rightly where its marks were misread.
func repaired(s string) string {
	if rest, ok := strings.CutPrefix(s, "CHỦ TỊCH "); ok {
		return "CHỦ TỊCH " + repaired(rest)
	}
	if rest, ok := strings.CutPrefix(s, "TRƯỜNG: "); ok {
		return "TRƯỜNG " + rest
	}
	if rest, ok := strings.CutPrefix(s, "Y BAN "); ok {
		s = "ỦY BAN " + rest // its first letter was set apart, and lost
	}
	if officeName.MatchString(s) {
		s = withinOffice.Replace(s)
	}
	for _, x := range shortened {
		if rest, ok := strings.CutPrefix(s+" ", x[0]+" "); ok {
			return strings.TrimSpace(x[1] + " " + rest)
		}
	}
	for _, name := range []string{"ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ỦY BAN NHÂN", "HỘI ĐỒNG NHÂN", "ỦY BAN", "HỘI ĐỒNG"} {
		if n := len([]rune(name)); len([]rune(s)) >= n && normalize.Bare(string([]rune(s)[:n])) == normalize.Bare(name) && !begins(s) {
			return name + string([]rune(s)[n:])
		}
	}
	return s
}

// closed closes the blanks within words that a page set apart: "B Ộ LAO ĐỘNG". Consonants alone are
// no word.
func closed(s string) string { return apart.ReplaceAllString(s, "$1$2$3") }

// apart reads consonants alone and the vowel that goes on with them.
var apart = pattern.MustCompile(`(^| )([BCDĐGHKLMNPQRSTVX]|CH|GH|KH|NG|NGH|NH|PH|TH|TR) ([^\x00-\x7FĐ]|[AEIOUY])`)

// shortened are the short forms with which names of bodies begin in heads, and what they stand for.
var shortened = [][2]string{
	{"BCH", "BAN CHẤP HÀNH"}, {"BTV", "BAN THƯỜNG VỤ"}, {"HĐND", "HỘI ĐỒNG NHÂN DÂN"}, {"LĐLĐ", "LIÊN ĐOÀN LAO ĐỘNG"}, {"BHXH", "BẢO HIỂM XÃ HỘI"}, {"TAND", "TÒA ÁN NHÂN DÂN"}, {"VKSND", "VIỆN KIỂM SÁT NHÂN DÂN"},
	{"UBMTTQVN", "ỦY BAN MTTQ VIỆT NAM"}, {"UBMTTQ", "ỦY BAN MTTQ"}, {"MTTQ VIỆT NAM", "ỦY BAN MTTQ VIỆT NAM"}, {"UBKT", "ỦY BAN KIỂM TRA"},
}

// officeName begins an office in capitals, and withinOffice writes in full what its name has shortened:
// "SỞ NÔNG NGHIỆP & PTNT", "PHÒNG GD-ĐT".
var (
	officeName   = pattern.MustCompile(`^(?:LIÊN )?(?:BỘ|SỞ|PHÒNG|BAN) \p{Lu}`)
	withinOffice = strings.NewReplacer(" GD-ĐT", " GIÁO DỤC VÀ ĐÀO TẠO", " GD & ĐT", " GIÁO DỤC VÀ ĐÀO TẠO", " & PTNT", " VÀ PHÁT TRIỂN NÔNG THÔN", " & ", " VÀ ", " PTNT", " PHÁT TRIỂN NÔNG THÔN", " TB&XH", " THƯƠNG BINH VÀ XÃ HỘI", " TB VÀ XH", " THƯƠNG BINH VÀ XÃ HỘI", " TBXH", " THƯƠNG BINH VÀ XÃ HỘI")
)
