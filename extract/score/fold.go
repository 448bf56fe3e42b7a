package score

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kehoach/normalize"
)

func identity(s string) string { return s }

var (
	blanks    = regexp.MustCompile(`\s+`)
	hyphens   = regexp.MustCompile(`\s*-\s*`)
	slashes   = regexp.MustCompile(`\s*/\s*`)
	marks     = regexp.MustCompile(`\s*([,;:.])\s*`)
	ellipses  = regexp.MustCompile(`\.{2,}`)
	emphasis  = regexp.MustCompile(`[*_]{1,3}`)
	unify     = strings.NewReplacer("\u00a0", " ", "–", "-", "—", "-", "‑", "-", "“", `"`, "”", `"`, "’", "'", "…", "...")
	tokenForm = regexp.MustCompile(`[\p{L}\p{N}\p{M}]+`)
)

// fold brings s into the form in which texts are compared.
func fold(s string) string {
	s = unify.Replace(norm.NFC.String(s))
	s = strings.TrimSpace(blanks.ReplaceAllString(emphasis.ReplaceAllString(s, ""), " "))
	s = normalize.Fold(s)
	s = slashes.ReplaceAllString(hyphens.ReplaceAllString(s, "-"), "/")
	s = ellipses.ReplaceAllString(marks.ReplaceAllString(s, "$1 "), "...")
	return strings.Trim(s, " .;:,-\"“”")
}

// compact is fold without blanks.
func compact(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// shortForms are written out before agencies are compared.
var shortForms = []struct {
	short *regexp.Regexp
	long  string
}{
	{word(`ubnd`), "uỷ ban nhân dân"},
	{word(`qlhc về ttxh`), "quản lý hành chính về trật tự xã hội"},
	{word(`csdlqg về dc`), "cơ sở dữ liệu quốc gia về dân cư"},
	{word(`cccd`), "căn cước công dân"},
	{word(`dvc`), "dịch vụ công"},
	{word(`tthc`), "thủ tục hành chính"},
	{word(`antt`), "an ninh trật tự"},
	{word(`hđnd`), "hội đồng nhân dân"},
}

func word(s string) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^\p{L}\p{N}_])` + s + `($|[^\p{L}\p{N}_])`)
}

var (
	articles  = regexp.MustCompile(`^(các|những)\s+`)
	concerned = regexp.MustCompile(`(có )?liên quan`)
	onGround  = regexp.MustCompile(`trên địa bàn( tỉnh| huyện| xã)?$`)
	ministry  = regexp.MustCompile(`-\s*bộ công an$`)
)

// agency is fold for names of bodies: abbreviations written out, "các" and "có liên
// quan" without weight.
func agency(s string) string {
	s = fold(s)
	for _, x := range shortForms {
		for x.short.MatchString(s) {
			s = x.short.ReplaceAllString(s, "${1}"+x.long+"${2}")
		}
	}
	s = concerned.ReplaceAllString(articles.ReplaceAllString(s, ""), "liên quan")
	s = strings.ReplaceAll(strings.TrimSpace(onGround.ReplaceAllString(s, "")), ",", "")
	return blanks.ReplaceAllString(strings.Trim(ministry.ReplaceAllString(s, ""), " -"), " ")
}

var appOf = regexp.MustCompile(`^(ứng dụng|app|hệ thống app)\s+(vneid|vn eid)`)

// tool is agency for names of tools.
func tool(s string) string {
	s = appOf.ReplaceAllString(agency(s), "$2")
	return strings.NewReplacer("vn eid", "vneid", "thẻ ", "", " gắn chip", "", " điện tử", "").Replace(s)
}

// similar is how alike two texts are, from 0 to 1: twice the longest common subsequence
// of their words over the number of words.
func similar(a, b string) float64 {
	x, y := tokenForm.FindAllString(fold(a), -1), tokenForm.FindAllString(fold(b), -1)
	if len(x)+len(y) == 0 {
		return 1
	}
	row := make([]int, len(y)+1)
	for _, w := range x {
		diagonal := 0
		for j, v := range y {
			above := row[j+1]
			if w == v {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}
