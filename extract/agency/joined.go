package agency

import (
	"strings"

	"kehoach/extract/lexicon"
)

// another reports whether the dash, stroke or "&" at words[j] parts two bodies, of which
// the first begins at words[start]: "Phòng Tư pháp - Công an huyện", "Phòng
// LĐ-TB&XH/Bưu điện huyện". What belongs to the body behind the mark stays with it: "Cục
// Cảnh sát giao thông - Bộ Công an".
func (p *parser) another(start, j int) bool {
	switch p.fold(j) {
	case "-", "/", "&", "+":
	default:
		return false
	}
	k := j + 1
	if article(p.fold(k)) {
		return p.nounAt(k + 1)
	}
	if k >= len(p.words) || p.words[k].Mark || !p.upper(k) || aside[p.fold(k)] && p.fold(j) != "+" {
		return false
	}
	if !p.nameAt(k) && !p.headed(k) {
		return false
	}
	return !p.superior(start, j)
}

// aside are the words with which a name goes on behind a dash though they begin names
// too: branches, offices, what a body is besides.
var aside = map[string]bool{
	"chi": true, "viễn": true, "thường": true, "thành": true, "cơ": true, "khu": true, "nhà": true, "ngành": true, "chủ": true,
	"trưởng": true, "giám": true, "lãnh": true, "phó": true, "tổ": true, "thư": true, "chính": true, "thủ": true, "người": true, "bí": true, "chánh": true, "quỹ": true,
}

// superior reports whether the body behind the mark at words[j] is the one that the body
// at words[start] is part of.
func (p *parser) superior(start, j int) bool {
	first := p.fold(start)
	if article(first) {
		return false
	}
	switch p.fold(j + 1) {
	case "công":
		return p.fold(j+2) == "an" && p.police(start, j)
	case "bộ":
		return first != "bộ" && first != "sở" && first != "công"
	case "cục", "tổng", "tập":
		return first != "sở" && first != "công"
	case "sở", "uỷ", "ubnd", "hđnd", "tỉnh", "huyện", "bệnh", "trường", "đại":
		return units[first] && p.fold(j+2) != "cấp" && p.fold(j+2) != "các"
	}
	return false
}

// units are the words with which the name of a part of a body begins.
var units = map[string]bool{
	"phòng": true, "trung": true, "đội": true, "tổ": true, "chi": true, "ban": true, "thanh": true, "văn": true, "trạm": true, "khoa": true, "quỹ": true, "viện": true, "bộ": true,
}

// police reports whether the words from words[start] to words[j] name a part of the
// police (Công an).
func (p *parser) police(start, j int) bool {
	if f := p.fold(start); f == "đội" || f == "đồn" {
		return true
	}
	for i := start; i < j; i++ {
		switch f := p.fold(i); {
		case f == "cảnh" && p.fold(i+1) == "sát", f == "an" && p.fold(i+1) == "ninh", f == "tham" && p.fold(i+1) == "mưu", f == "qlhc", f == "csqlhc":
			return true
		case p.code(i), policeParts[f+" "+p.fold(i+1)]:
			return true
		}
	}
	return false
}

// policeParts are the first words of what departments of the police alone are called.
var policeParts = map[string]bool{"hồ sơ": true, "hậu cần": true, "công tác": true, "xuất nhập": true, "ngoại tuyến": true, "viễn thông": true, "kỹ thuật": true}

// goesOn returns the index behind what belongs to a name at words[j] though a mark or a
// verb stands there; j where nothing does. The name begins at words[start], its first
// words end before words[base].
func (p *parser) goesOn(start, base, j int, general bool) int {
	switch p.fold(j) {
	case "và":
		if p.fold(j-1) == "báo" && (p.fold(j+1) == "đài" || p.fold(j+1) == "phát") {
			return p.pressGoesOn(j + 1) // "Báo và Đài Phát thanh - Truyền hình tỉnh"
		}
		fallthrough
	case ",", ":", ";":
		if p.zonesGoOn(start, j) > j {
			return p.zonesGoOn(start, j) // "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi"
		}
		if p.fold(j-1) == "phòng" && p.fold(j+1) == "chống" {
			return j + 2 // "Cục An ninh mạng và phòng, chống tội phạm"
		}
		return max(p.placesGoOn(start, j), p.lettersGoOn(base, j), p.levelsGoOn(j), p.numbersGoOn(j), p.fieldsGoOn(start, j), p.functionGoesOn(start, j, general))
	case "(":
		return p.codeGoesOn(j)
	case ".":
		if p.shortPlace(j-1) && j+1 < len(p.words) && p.upper(j+1) {
			return j + 2 // "UBND TP. Buôn Ma Thuột"
		}
	case "được":
		return p.chargeGoesOn(general && !p.nameAt(start), j)
	case "trong":
		if general && within[p.fold(j+1)] {
			return j + 2 // "các doanh nghiệp trong khu công nghiệp"
		}
	}
	return j
}

// zonesGoOn returns the index behind the sort of a further zone that a board manages, named behind
// "và" at words[j], or the comma of a list: "Ban Quản lý các khu công nghiệp, khu kinh tế tỉnh";
// j where none is.
func (p *parser) zonesGoOn(start, j int) int {
	if p.fold(j) != "và" && (p.fold(j) != "," || !article(p.fold(start+3)) || article(p.fold(j+1))) || p.fold(start) != "ban" || p.fold(start+1) != "quản" || p.fold(start+2) != "lý" {
		return j
	}
	k := j + 1
	if article(p.fold(k)) {
		k++
	}
	switch p.fold(k) + " " + p.fold(k+1) {
	case "khu kinh", "khu công", "khu chế", "cụm công", "khu du", "khu nông":
		return min(k+3, len(p.words)) // the text may be cut off: "… và các Khu công"
	}
	return j
}

// functionGoesOn returns the index behind the rest of what bodies in general are for at the
// comma at words[j]: "Các cơ quan có chức năng tiếp nhận, giải quyết thủ tục hành chính, giao
// dịch dân sự nghiên cứu …"; j where there is none. It begins with a verb or two and ends
// where another one stands, and nothing of it is a body.
func (p *parser) functionGoesOn(start, j int, general bool) int {
	if !general || p.fold(j) != "," || p.function(start, j) == 0 {
		return j
	}
	for k := j + 1; k < len(p.words); k++ {
		switch behindComma := p.fold(k-1) == ","; {
		case p.fold(k) == ",":
		case p.words[k].Mark || p.begins(k):
			return j
		case p.verb(k) == 0 || k == j+1 && j-p.function(start, j) == 2:
		case behindComma:
			return k - 1
		default:
			return k
		}
	}
	return j
}

// function returns the index behind "có chức năng" where words between words[start] and
// words[end] say what bodies are for; 0 where none do.
func (p *parser) function(start, end int) int {
	for k := start; k+3 < end; k++ {
		if p.fold(k) == "có" && (p.fold(k+1) == "chức" && p.fold(k+2) == "năng" || p.fold(k+1) == "thẩm" && p.fold(k+2) == "quyền") {
			return k + 3
		}
	}
	return 0
}

// within are the first words of what bodies in general stand in; time and deeds have others.
var within = map[string]bool{"khu": true, "kcn": true, "cụm": true, "hệ": true, "ngành": true, "tỉnh": true, "huyện": true, "xã": true, "phường": true, "quận": true, "địa": true, "khối": true, "lĩnh": true, "nước": true}

// pressGoesOn returns the index behind the broadcaster at words[j] with which a newspaper
// makes one body since 2025.
func (p *parser) pressGoesOn(j int) int {
	for j < len(p.words) && (p.press(j) || (p.fold(j) == "và" || p.fold(j) == "-" || p.fold(j) == "," || p.fold(j) == "&") && p.press(j+1)) {
		j++
	}
	return j
}

// press reports whether words[j] is one of a broadcaster's name.
func (p *parser) press(j int) bool {
	switch p.fold(j) {
	case "đài", "phát", "thanh", "truyền", "hình", "ptth", "pt", "th":
		return true
	}
	return false
}

// fieldsGoOn returns the index behind the rest of a name of several fields at the comma at
// words[j]: "Chi cục Trồng trọt, Bảo vệ thực vật và Quản lý chất lượng"; j where there is
// none. Its parts begin with capitals, and "và" stands before the last.
func (p *parser) fieldsGoOn(start, j int) int {
	if p.fold(j) != "," || !offices[p.fold(start)] || p.fold(start) == "công" {
		return j
	}
	for k := j; p.fold(k) == "," || p.fold(k) == "và"; {
		last := p.fold(k) == "và"
		i := k + 1
		if !p.upperAt(i) || p.begins(i) || p.shouts(i) || p.allCapitals(i, min(i+2, len(p.words))) {
			return j
		}
		for k = i; k < len(p.words) && !p.words[k].Mark && p.fold(k) != "và" && !p.level(k) && p.verb(k) == 0; k++ {
		}
		if k-i < 2 || k-i > 5 {
			return j
		}
		if last {
			return k
		}
	}
	return j
}

// offices are the words with which names of several fields begin.
var offices = map[string]bool{"sở": true, "phòng": true, "chi": true, "cục": true, "tổng": true, "vụ": true, "viện": true, "bộ": true, "ban": true, "trung": true, "khoa": true, "hạt": true}

// school returns how many words of a sort of school stand at words[j] behind the name of
// schools in general that begins at words[start]: "các trường mầm non, tiểu học".
func (p *parser) school(start, j int) int {
	ofSchools := false
	for k := start; k < j && !ofSchools; k++ {
		ofSchools = p.fold(k) == "trường" && article(p.fold(k-1)) // "Hiệu trưởng các trường mầm non, tiểu học"
	}
	if !ofSchools {
		return 0
	}
	_, n := p.longest(lexicon.Field, j)
	return n
}

// shortPlace reports whether words[i] is short for a sort of place.
func (p *parser) shortPlace(i int) bool {
	switch p.fold(i) {
	case "tp", "tx", "tt", "q", "p", "h", "x":
		return true
	}
	return false
}

// levelsGoOn returns the index behind sorts of places that go on a name at the comma at
// words[j]: "Công an tỉnh, huyện, xã", "UBND 11 phường, 03 xã"; j where none do.
func (p *parser) levelsGoOn(j int) int {
	if p.fold(j) != "," && p.fold(j) != "và" || !p.level(j-1) {
		return j
	}
	if p.shortPlace(j+1) && (j+2 >= len(p.words) || p.words[j+2].Mark && p.fold(j+2) != ".") {
		return p.levelsGoOnShort(j)
	}
	if p.fold(j-1) == "huyện" && (p.fold(j+1) == "thành" || p.fold(j+1) == "thị") && !p.upperAt(j+1) {
		k := j + 2 // "UBND các huyện, thành, thị"
		for p.fold(k) == "," && (p.fold(k+1) == "thành" || p.fold(k+1) == "thị") || p.fold(k) == "xã" || p.fold(k) == "phố" {
			k += 1 + strings.Count(p.fold(k), ",")
		}
		return k
	}
	from := j + 1
	if isNumber(p.fold(from)) && (isNumber(p.fold(j-2)) || isNumber(p.fold(j-3))) {
		from++
	}
	a, n := p.longest(lexicon.Noun, from)
	if n == 0 || a.Canonical != "place" {
		return j
	}
	if k := from + n; k >= len(p.words) || p.ends(k) || p.fold(k) == "và" && p.level(k+1) {
		return k
	}
	return j
}

// levelsGoOnShort returns the index behind short sorts of places: "UBND các huyện, TX, TP".
func (p *parser) levelsGoOnShort(j int) int {
	for p.fold(j) == "," && p.shortPlace(j+1) && p.upperAt(j+1) {
		j += 2
	}
	return j
}

// numbersGoOn returns the index behind numbers that go on a list at words[j]: "Tổ tự quản số
// 1, 2, 3"; j where none do.
func (p *parser) numbersGoOn(j int) int {
	if j < 2 || p.fold(j-2) != "số" || !isNumber(p.fold(j-1)) {
		return j
	}
	for (p.fold(j) == "," || p.fold(j) == "và") && isNumber(p.fold(j+1)) {
		j += 2
	}
	return j
}

// codeGoesOn returns the index behind brackets at words[j] that belong to a name: the code
// of its part ("Công an tỉnh (PC06)"), or its own abbreviation in its midst ("Bảo hiểm xã
// hội (BHXH) tỉnh"); j where they do not.
func (p *parser) codeGoesOn(j int) int {
	k := j + 1
	if p.fold(k) == "phòng" || p.fold(k) == "đội" {
		k++
	}
	for p.code(k) && (p.fold(k+1) == "," || p.fold(k+1) == "và") && p.code(k+2) {
		k += 2 // "Công an tỉnh (PC06, PA05)"
	}
	if p.subunit(j + 1) {
		return p.past(j)
	}
	if p.fold(k+1) != ")" || p.words[k].Mark {
		return j
	}
	if p.code(k) {
		return k + 2
	}
	if k == j+1 && p.shouts(k) && p.level(k+2) {
		return k + 3
	}
	return j
}

// subunit reports whether brackets hold, from words[k] to their end, the part of a body that
// is meant, or the body that it is part of: "Công an tỉnh (Phòng Cảnh sát quản lý hành chính
// về trật tự xã hội)", "Phòng Hộ tịch (Sở Tư pháp)".
func (p *parser) subunit(k int) bool {
	if k+1 >= len(p.words) || p.words[k].Mark || !p.upper(k) || p.shouts(k) {
		return false
	}
	if f := p.fold(k); !units[f] && f != "công" && f != "sở" {
		return false
	}
	end := p.entity(k)
	return end > k+1 && p.fold(end) == ")"
}

// code reports whether words[k] is the code of a part of the police: "PC06".
func (p *parser) code(k int) bool {
	f := p.fold(k)
	return len(f) == 4 && f[0] == 'p' && isNumber(f[2:])
}

// lettersGoOn returns the index behind abbreviations that go on a name at the comma at
// words[j]: "Trung tâm VH, TT và TT-TH"; j where none do. The name has abbreviations only
// from words[base] on.
func (p *parser) lettersGoOn(base, j int) int {
	if p.fold(j) != "," || base >= j || !p.letters(j-1) || !p.letters(base) {
		return j
	}
	for k := j; p.fold(k) == "," || p.fold(k) == "và" || p.fold(k) == "&"; k += 2 {
		if !p.letters(k+1) || p.field(k+1) > 0 || p.nameAt(k+1) {
			return j
		}
		if p.fold(k) != "," {
			return k + 2
		}
	}
	return j
}

// letters reports whether words[i] is an abbreviation of two or three letters.
func (p *parser) letters(i int) bool {
	return i < len(p.words) && !p.words[i].Mark && len([]rune(p.words[i].Fold)) <= 3 && p.shouts(i)
}

// chargeGoesOn returns the index behind what describes bodies in general at words[j]: "các
// đơn vị được giao làm đầu mối", "các cơ quan, đơn vị được phân công chủ trì"; j where
// nothing does.
func (p *parser) chargeGoesOn(general bool, j int) int {
	if !general {
		return j
	}
	k := j + 1
	switch f := p.fold(k) + " " + p.fold(k+1); {
	case f == "phân công", f == "chỉ định", f == "lựa chọn":
		k += 2
	case p.fold(k) == "giao" || p.fold(k) == "chọn":
		k++
	default:
		return j
	}
	for k < len(p.words) && !p.words[k].Mark && !strings.HasPrefix(p.fold(k), "căn") {
		if p.fold(k) == "có" && p.fold(k+1) == "trách" || p.fold(k) == "chịu" || p.fold(k) == "tại" && p.fold(k+1) == "kế" {
			break
		}
		if n := p.verb(k); n > 0 && !p.charge(k) {
			break
		}
		k++
	}
	return k
}

// charge reports whether the verb at words[k] says what bodies are charged with.
func (p *parser) charge(k int) bool {
	switch p.fold(k) + " " + p.fold(k+1) {
	case "chủ trì", "phối hợp", "làm đầu", "phụ trách", "tham mưu", "triển khai", "thực hiện":
		return true
	}
	_, n := p.longest(lexicon.Head, k)
	return n > 0
}
