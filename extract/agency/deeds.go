package agency

import "kehoach/extract/lexicon"

// Where the name of a body ends because a word behind it begins what the body does, though no
// lexicon has that verb.

// deedBehindLevel reports whether words[j], written small behind the sort of place with which
// the name of one body ends, begins what that body does: "Trạm Y tế xã lập sổ sức khỏe".
func (p *parser) deedBehindLevel(j int) bool {
	if !p.level(j-1) || p.words[j].Mark || p.upper(j) || p.level(j) || p.fold(j-1) == "đoàn" || p.fold(j-1) == "khu" {
		return false
	}
	switch next := p.fold(j + 1); p.fold(j) {
	case "cấp": // "Trung tâm Y tế huyện cấp cho mỗi trạm …", not "cấp huyện"
		return !p.level(j+1) && next != "thành" && next != "thị" && next != "trên" && next != "dưới"
	case "trực":
		return next != "thuộc"
	case "hội", "phố", "xã", "ven", "vùng", "miền", "thuộc", "mới", "cũ", "tại", "trên", "ở", "nơi", "số", "của", "chi", "trấn", "uỷ", "khu", "hiện", "nhiệm", "khoá", "các", "và", "hoặc", "cùng", "nông", "lâm":
		return false
	}
	return p.fold(j-2) != "tác" // "Hợp tác xã nông nghiệp"
}

// deedBehindName reports whether words[j], written small, begins what the body does whose name ends
// before it: with a place, "Công an thị xã Việt Yên đặt bàn", with a unit's number, "Phòng PX03
// dựng video", or with a long name that is known, "Phòng Kinh tế, Hạ tầng và Đô thị in mã".
func (p *parser) deedBehindName(start, base, j int) bool {
	if p.words[j].Mark || p.upper(j) || p.level(j) || goesOnName[p.fold(j)] {
		return false
	}
	if j == base {
		_, n := p.longest(lexicon.Name, start)
		return n == j-start && (p.fold(start) == "sở" || p.fold(start) == "phòng" && (n >= longName || p.deedOfOffice(j)))
	}
	if f := p.fold(start); f == "phòng" || f == "sở" || f == "ban" {
		if _, n := p.longest(lexicon.Field, start+1); n > 0 && start+1+n == j && p.deedOfOffice(j) {
			return true
		}
	}
	if last := p.fold(j - 1); p.shouts(j-1) && isDigit(last[len(last)-1]) && !isDigit(last[0]) {
		return true
	}
	k := j - 1
	for k > start && p.upper(k) && !p.words[k].Mark {
		k--
	}
	return k < j-1 && k > start && p.level(k) && !p.upper(k) && p.fold(k) != "đoàn" && p.fold(k) != "khu" && p.fold(k-1) != "tác"
}

// deedOfOffice reports whether too much stands in small letters from words[j] on to belong to the known name of an office
// before it: "Phòng Tư pháp kiểm soát thủ tục hành chính", but "Phòng Tư pháp các huyện", "Phòng Kinh tế hạ tầng".
func (p *parser) deedOfOffice(j int) bool {
	if _, n := p.longest(lexicon.Field, j); n > 0 && n < leastDeed {
		return false
	}
	for k := j; k < j+leastDeed; k++ {
		if k >= len(p.words) || p.words[k].Mark || p.upper(k) || p.level(k) || goesOnName[p.fold(k)] {
			return false
		}
		if verb, _ := p.roleVerb(k); verb != "" {
			return false
		}
	}
	return true
}

// leastDeed is so many words of a deed that no wording knows, at least.
const leastDeed = 4

// longName is the words and marks of a name that no other name begins with, at least.
const longName = 6

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// goesOnName are small words with which the name of a body goes on, behind the name of a place too.
var goesOnName = map[string]bool{
	"và": true, "hoặc": true, "cùng": true, "với": true, "của": true, "thuộc": true, "trực": true, "tại": true, "trên": true, "ở": true, "nơi": true,
	"các": true, "những": true, "cấp": true, "cơ": true, "chi": true, "phân": true, "khu": true, "cụm": true, "số": true, "cũ": true, "mới": true,
	"tỉnh": true, "thành": true, "thị": true, "đặc": true, "quận": true, "huyện": true, "xã": true, "phường": true, "vùng": true, "miền": true, "ven": true, "liên": true, "nông": true, "lâm": true, "trường": true,
}

// several reports whether the words from words[start] to words[j] name bodies of a sort, or more
// than one.
func (p *parser) several(start, j int) bool {
	for i := start; i < j; i++ {
		if f := p.fold(i); article(f) || f == "," || isNumber(f) {
			return true
		}
	}
	return false
}
