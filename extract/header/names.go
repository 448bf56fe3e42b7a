package header

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// proper writes a name that is printed in capitals as a sentence would: the lexicon's
// spelling where it knows the name, and capitals in the names of places.
func proper(s string) string {
	if !isCaps(s) {
		return s
	}
	s = cityShort.ReplaceAllString(s, "${1}THÀNH PHỐ ")
	words := normalize.Words(s)
	out := strings.ToLower(s)
	if a, n := lexicon.Agencies("name").Longest(words, 0); n > 0 && !isShort(words, n) {
		out = a.Canonical + out[words[n-1].End:]
	} else if office.MatchString(out) {
		out = fieldOfOffice.ReplaceAllStringFunc(out, upperLast)
	}
	if strings.HasPrefix(out, "trường ") {
		out = schoolName(out)
	}
	if at := hospital.FindStringIndex(out); at != nil && !placeWords.MatchString(out[at[1]:]) {
		out = strings.Replace(out[:at[1]], "đa khoa", "Đa khoa", 1) + title(out[at[1]:])
	}
	if at := ofPlace.FindStringIndex(out); at != nil {
		out = out[:at[1]] + title(out[at[1]:]) // "Thành ủy Long Khánh"
	}
	out = capitalPlaces(out)
	for _, fix := range [][2]string{{"tỉnh Ủy", "tỉnh ủy"}, {"huyện Ủy", "huyện ủy"}, {"quận Ủy", "quận ủy"}, {"đề án", "Đề án"}, {"chính phủ", "Chính phủ"}, {"ban chỉ đạo", "Ban Chỉ đạo"}, {"trung ương", "Trung ương"}, {"việt nam", "Việt Nam"}, {"uỷ ban nhân dân", "Uỷ ban nhân dân"}, {"ủy ban nhân dân", "Ủy ban nhân dân"}, {"ubnd", "UBND"}, {"hđnd", "HĐND"}, {"hội đồng nhân dân", "Hội đồng nhân dân"}, {"hội đồng trị sự", "Hội đồng Trị sự"}, {"mttq", "MTTQ"}, {"đoàn tncs ", "Đoàn TNCS "}, {"lhtn", "LHTN"}, {"hành đoàn ", "hành Đoàn "}} {
		out = strings.ReplaceAll(out, fix[0], fix[1])
	}
	if rest, ok := strings.CutPrefix(out, "ban "); ok && !strings.HasPrefix(rest, "nhân dân") {
		out = "ban " + upperFirst(rest) // "Ban Tuyên giáo", "Ban Quản lý"
	}
	return upperFirst(withCodes(shortForms(out), s))
}

// shortForms writes in capitals what has no vowel and so is no word: "Phòng Cảnh sát QLHC về TTXH".
func shortForms(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) > 1 && !strings.ContainsAny(normalize.Bare(w), "aeiouy0123456789-–.,()&/") {
			words[i] = strings.ToUpper(w)
		}
	}
	return strings.Join(words, " ")
}

// hospital reads how a hospital of a region is called, whose place is all that stands behind it.
var hospital = pattern.MustCompile(`^bệnh viện (?:đa khoa )?khu vực `)

// ofPlace reads the committee of a place whose name is all that stands behind it.
var ofPlace = pattern.MustCompile(`^(?:huyện|quận|thị|thành) [uủ][ỷy] `)

// cityShort reads "TP.HỒ CHÍ MINH", "TP. THỦ ĐỨC".
var cityShort = pattern.MustCompile(`(^| )TP(?:\. ?| )`)

// school reads of which level a school is, before its own name.
var school = pattern.MustCompile(`^trường (?:(?:thpt|thcs|tiểu học|mầm non|mẫu giáo|chuyên|và) )+`)

// schoolName writes the own name of a school with capitals: "trường THPT Ba Gia".
func schoolName(s string) string {
	m := school.FindString(s)
	if m == "" {
		return s
	}
	name := s[len(m):]
	if word, at := placeIn(name); word >= 0 && at >= 0 {
		name = title(name[:word]) + name[word:]
	} else {
		name = title(name)
	}
	m = strings.ReplaceAll(m, "thpt ", "THPT ")
	return strings.ReplaceAll(m, "thcs ", "THCS ") + name
}

// withCodes writes the codes of s as printed: words of letters and digits, "PC06", and the
// number of a region, "KHU VỰC XV".
func withCodes(out, s string) string {
	if at := strings.LastIndex(out, " khu vực "); at > 0 && strings.Trim(out[at+len(" khu vực "):], "xvi") == "" {
		out = out[:at+len(" khu vực ")] + strings.ToUpper(out[at+len(" khu vực "):])
	}
	for _, w := range strings.Fields(s) {
		if strings.ContainsAny(w, "0123456789") && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
			out = strings.Replace(out, strings.ToLower(w), w, 1)
		}
	}
	return out
}

// An office is called by its field, and each part of that has a capital: "Sở Dân tộc và
// Tôn giáo", "Bộ Y tế".
var (
	office        = pattern.MustCompile(`^(?:bộ|sở|phòng|cục|chi cục|tổng cục|vụ|ban|trung tâm) `)
	fieldOfOffice = pattern.MustCompile(`(?:^(?:bộ|sở|phòng|(?:chi |tổng )?cục|vụ|ban|trung tâm) |, | và | - )\p{Ll}`)
)

func isShort(words []normalize.Word, n int) bool { return n == 1 && len(words[0].Fold) <= 6 }

// placeWords stand before the name of a place.
var placeWords = pattern.MustCompile(`(?:^|\s)(tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|thành phố|tp\.?|đặc khu)\s+[\p{L}\d]`)

// notPlaces begin with a word for a place and name none.
var notPlaces = []string{"xã hội", "xã đoàn", "tỉnh đoàn", "huyện đoàn", "quận đoàn", "tỉnh uỷ -", "tỉnh ủy -", "huyện uỷ -", "huyện ủy -"}

// placeIn returns where in s, in small letters, a place begins ("xã Hưng Chính") and its
// name; -1 where there is none. "Bảo hiểm xã hội", "Hợp tác xã" name no place.
func placeIn(s string) (word, name int) {
	for at := 0; ; {
		m := placeWords.FindStringSubmatchIndex(s[at:])
		if m == nil {
			return -1, -1
		}
		_, size := utf8.DecodeLastRuneInString(s[at : at+m[1]])
		word, name = at+m[2], at+m[1]-size
		if !slices.ContainsFunc(notPlaces, func(w string) bool { return strings.HasPrefix(s[word:], w) }) && !strings.HasSuffix(s[:word], "hợp tác ") {
			return word, name
		}
		at = name
	}
}

// capitalPlaces writes the words behind "tỉnh", "xã" … with capitals.
func capitalPlaces(s string) string {
	if union, place, ok := strings.Cut(s, " đoàn "); ok && !strings.Contains(union, " ") && union != "liên" && union != "công" {
		return union + " đoàn " + title(strings.TrimPrefix(place, strings.ToLower(union)+" ")) // "tỉnh đoàn tỉnh nam định"
	}
	if _, name := placeIn(s); name >= 0 {
		return s[:name] + title(s[name:])
	}
	for _, w := range provinceNames(s) {
		s = strings.Replace(s, strings.ToLower(w), w, 1)
	}
	return s
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
			if i > 0 && ofPresident[words[i-1].Fold] && p.Name == "Hồ Chí Minh" {
				continue
			}
			out = append(out, p.Name)
			i += n - 1
		}
	}
	return out
}

// ofPresident are words behind which a name is the President's and no city's: "Đoàn TNCS | Hồ Chí
// Minh", "Học viện Chính trị quốc gia | Hồ Chí Minh", "Đội Thiếu niên Tiền phong | Hồ Chí Minh".
var ofPresident = map[string]bool{"tncs": true, "sản": true, "phong": true, "gia": true, "tịch": true, "tưởng": true, "tàng": true, "trị": true, "lăng": true}

// hasPlace reports whether a name says where the body is.
func hasPlace(name string) bool {
	word, _ := placeIn(fold(name))
	return word >= 0 || ofPlace.MatchString(strings.ToLower(name)) || len(provinceNames(name)) > 0
}

func upperLast(s string) string {
	r, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n] + string(unicode.ToUpper(r))
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
