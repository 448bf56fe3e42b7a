package agency

// Where a verb stands, as against a word of a name that looks like one.

import "kehoach/extract/lexicon"

// verb returns how many words of a verb stand at words[i]: 0 where none does. A verb
// begins with a small letter, unless it begins a sentence.
func (p *parser) verb(i int) int {
	if i >= len(p.words) || p.words[i].Mark {
		return 0
	}
	if p.upper(i) && i > 0 && p.fold(i-1) != "." && !p.opensLine(i) {
		return 0
	}
	if i > 0 && p.fold(i-1) == "diện" {
		return 0 // "UBND các xã thuộc diện sắp xếp"
	}
	if i > 0 && p.fold(i-1) == "nhà" && !p.upper(i-1) {
		return 0 // "nhà đầu tư", "các nhà cung cấp phần mềm"
	}
	if i > 0 && (p.fold(i-1) == "việc" || p.fold(i-1) == "sự" && !affairs[p.fold(i-2)]) || p.fold(i) == "cùng" && p.fold(i+1) == "cấp" {
		return 0 // "việc thực hiện" is a thing, "các đoàn thể cùng cấp" are bodies
	}
	_, n := p.longest(lexicon.Verb, i)
	if n == 0 {
		_, n = p.roleWords(i)
	}
	if n == 0 && p.organises(i) {
		return 2
	}
	if p.fold(i) == "sử" && (p.fold(i-1) == "phạm" || p.fold(i-1) == "vị" && p.fold(i+2) == "ngân") {
		return 0 // "tội phạm sử dụng công nghệ cao", "đơn vị sử dụng ngân sách"
	}
	if n > 0 && p.nominal(i) {
		return 0
	}
	if i > 1 && p.fold(i) == "thường" && p.fold(i-1) == "dục" && p.fold(i-2) == "giáo" {
		return 0 // "Giáo dục thường xuyên" is a field of schools
	}
	if n == 1 {
		switch f, next := p.fold(i), p.fold(i+1); {
		case f == "có" && (qualifies[next+" "+p.fold(i+2)] || p.placesWith(i)):
			return 0
		case f == "giao" && next != "cho" && next != "nhiệm" && next != "chủ" && !p.upper(min(i+1, len(p.words)-1)):
			return 0 // "giao thông", "giao dịch"
		case f == "tự" && !bySelf[next]:
			return 0 // "tự nhiên"
		}
	}
	return n
}

// bySelf are the first words of what somebody does by himself, behind "tự".
var bySelf = map[string]bool{
	"bảo": true, "tổ": true, "cân": true, "trang": true, "bố": true, "khai": true, "nguyện": true, "giác": true, "kiểm": true, "đăng": true, "lập": true, "mua": true, "rà": true, "đánh": true, "thực": true, "chịu": true, "lắp": true, "xây": true,
}

// opensLine reports whether the verb at words[i] begins with a capital because a line of its
// own was joined to the name before it: "3. Phòng Kinh tế" and "Tham mưu UBND xã …". No unit
// of two words or more is called by it.
func (p *parser) opensLine(i int) bool {
	return i > 1 && i+1 < len(p.words) && !p.upper(i+1) && !p.words[i-1].Mark && p.fold(i-1) != "và" && lineVerbs[p.fold(i)+" "+p.fold(i+1)]
}

var lineVerbs = map[string]bool{
	"tham mưu": true, "chủ trì": true, "phối hợp": true, "chủ động": true, "bố trí": true, "đôn đốc": true, "có trách": true, "chịu trách": true,
}

// affairs are the words before "sự" of a field, behind which a verb is one: "giao dịch dân sự
// nghiên cứu …".
var affairs = map[string]bool{"dân": true, "nhân": true, "quân": true, "hình": true, "chính": true, "thời": true}

// nominal reports whether the verb at words[i] is part of a name: "Trung tâm Dịch vụ tổng hợp
// xã", "Khoa Nội tổng hợp", "Văn phòng đăng ký đất đai", "các trường thí điểm".
func (p *parser) nominal(i int) bool {
	switch f, next := p.fold(i-1), p.fold(i+1); p.fold(i) {
	case "tổng":
		if p.fold(i+2) == "," && p.verb(i+3) > 0 || f == "vụ" && p.fold(i-2) == "nội" {
			return false // "Phòng Nội vụ tổng hợp, báo cáo"
		}
		return next == "hợp" && ((f == "vụ" || f == "hoạch" || f == "khoa" || f == "chính" || f == "nội" && p.fold(i-2) == "khoa") && (i+2 >= len(p.words) || p.words[i+2].Mark || p.level(i+2)) || f == "tra")
	case "đầu":
		if next == "mối" {
			return contactNouns[f]
		}
		return next == "tư" && (f == "tiến" || f == "sát" || f == "thẩm" || f == "chủ" || f == "hút" || f == "ty" || f == "quỹ")
	case "giúp":
		return f == "trợ" // "Trung tâm Trợ giúp pháp lý"
	case "đăng":
		return next == "ký" && (f == "phòng" || p.fold(i+2) == "đất")
	case "phụ":
		return next == "trách" && p.fold(i+2) == "địa" && p.fold(i+3) == "bàn" // "Thuế cơ sở phụ trách địa bàn"
	case "xây":
		if next == "dựng" && f == "và" && (i+2 >= len(p.words) || p.words[i+2].Mark) {
			return true // "Phòng Quản lý quy hoạch và xây dựng"
		}
		return next == "dựng" && f == "ban" && p.fold(i+2) == "đảng"
	case "thí":
		return next == "điểm" && (article(p.fold(i-2)) || article(p.fold(i-3))) && (i+2 >= len(p.words) || p.words[i+2].Mark || p.verb(i+2) > 0)
	}
	return false
}

// contactNouns are the words before "đầu mối" where it is no verb: "cơ quan đầu mối", "làm đầu
// mối", "chợ đầu mối".
var contactNouns = map[string]bool{"quan": true, "vị": true, "chợ": true, "làm": true, "là": true, "các": true, "những": true, "một": true, "bộ": true, "phận": true, "trạm": true, "tin": true, "phòng": true}

// placesWith reports whether "có" at words[i] tells which places are meant: "UBND các xã có
// rừng". No more than three words stand behind it up to a separator.
func (p *parser) placesWith(i int) bool {
	from := i - 1
	for p.level(from) || p.fold(from) == "," || p.fold(from) == "xã" && p.fold(from-1) == "thị" {
		from--
	}
	if from == i-1 || !article(p.fold(from)) {
		return false
	}
	for j := i + 1; j <= i+4; j++ {
		switch p.fold(j) {
		case "", ",", ";", ".", "và":
			return j > i+1
		case "trách", "nhiệm", "chức", ":", "(":
			return false
		}
	}
	return false
}

// organises reports whether "tổ chức" at words[i] is a verb, not a word for bodies: "Công an
// xã tổ chức thu học phí", but "các tổ chức chính trị".
func (p *parser) organises(i int) bool {
	if p.fold(i) != "tổ" || p.fold(i+1) != "chức" || i == 0 || p.words[i-1].Mark || article(p.fold(i-1)) {
		return false
	}
	switch p.fold(i - 1) {
	case "quan", "và", "ban", "vị", "của", "ngành", "người", "trưởng":
		return false
	case "thuộc":
		if i < 2 || p.fold(i-2) != "trực" {
			return false // "các chi bộ trực thuộc tổ chức sinh hoạt" organise
		}
	}
	switch p.fold(i+2) + " " + p.fold(i+3) {
	case "chính trị", "xã hội", "tín dụng", "tài chính", "đảng", "hành nghề", "công đoàn", "kinh tế", "quốc tế", "cán bộ":
		return false
	}
	return i+2 < len(p.words) && !p.words[i+2].Mark && (!p.upper(i+2) || isNumber(p.fold(i+2))) && p.fold(i+2) != "đảng" && p.fold(i+2) != "có" && p.fold(i+2) != "liên"
}

// qualifies are the words after "có" that describe a body instead of what it does.
var qualifies = map[string]bool{"liên quan": true, "thẩm quyền": true, "chức năng": true, "điều kiện": true, "nhu cầu": true, "tên tại": true, "tên trong": true}
