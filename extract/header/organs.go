package header

import (
	"slices"
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/normalize"
)

// isOrgan reports whether a name is only the organ that acts for the body above it: "BAN
// THƯỜNG TRỰC", "BAN CHẤP HÀNH TỈNH QUẢNG NAM".
func isOrgan(name string) bool {
	f := fold(name)
	for _, o := range []string{"ban thường trực", "ban thường vụ", "ban chấp hành", "đoàn chủ tịch", "hội đồng trị sự", "ban trị sự"} {
		if rest, ok := strings.CutPrefix(f, o); ok {
			return rest == "" || goesOnWithPlace(strings.TrimSpace(rest))
		}
	}
	return false
}

// ownCodes name in a symbol the organ that issues: "HD-BTV" is of the standing committee itself.
var ownCodes = map[string]string{"ban thường vụ": "BTV", "ban thường trực": "BTT", "đoàn chủ tịch": "ĐCT", "ban chấp hành": "BCH", "hội đồng trị sự": "HĐTS", "ban trị sự": "BTS"}

// actsInOwnName reports whether an organ issues as itself and not for the association above it:
// where the symbol says so, and a church's council always.
func actsInOwnName(organ, above, symbol string) bool {
	if !isOrgan(organ) || !association.MatchString(fold(above)) {
		return false
	}
	if strings.HasPrefix(fold(above), "giáo hội ") {
		return true
	}
	code := issuerCode(symbol)
	for name, own := range ownCodes {
		if strings.HasPrefix(fold(organ), name) {
			return code == own
		}
	}
	return false
}

// organOf is the name of an organ with that of the association whose it is, and the place that
// the organ names: "BAN TRỊ SỰ TỈNH AN GIANG" of "GIÁO HỘI PHẬT GIÁO VIỆT NAM".
func organOf(above, organ string) string {
	at, _ := placeIn(strings.ToLower(organ))
	if at < 0 {
		return proper(organ) + " " + above
	}
	return proper(strings.TrimSpace(organ[:at])) + " " + above + " " + lowerPlace(proper(organ[at:]))
}

// withLevel writes the level of its place into the name of an association that a head prints
// without it, where the text has it: "Hội Nông dân Ba Vì" is that of "huyện Ba Vì".
func (h *head) withLevel(name string) string {
	if hasPlace(name) {
		return name
	}
	fields := strings.Fields(name)
	for n := 3; n >= 2 && len(fields) > n+1; n-- {
		place := strings.Join(fields[len(fields)-n:], " ")
		for _, level := range []string{"huyện ", "quận ", "thị xã ", "thành phố ", "xã ", "phường "} {
			if strings.Contains(h.text(), level+title(strings.ToLower(place))) {
				return strings.TrimSuffix(name, place) + level + title(strings.ToLower(place))
			}
		}
	}
	return name
}

// text is the text of the head.
func (h *head) text() string { return outline.Join(" ", h.phrases(0, len(h.pieces))...).Text }

// isCommitteeOf reports whether a name is only that of an association's committee in a place:
// "ỦY BAN TỈNH NAM ĐỊNH" below "HỘI LHTN VIỆT NAM".
func isCommitteeOf(name, above string) bool {
	rest, ok := strings.CutPrefix(fold(name), "uỷ ban ")
	return ok && goesOnWithPlace(rest) && strings.HasPrefix(fold(above), "hội ")
}

// whole is the name of the body for which an organ acts, with the place that the organ
// names: "ĐOÀN TNCS HỒ CHÍ MINH" and "BAN CHẤP HÀNH TỈNH QUẢNG NAM".
func whole(name, organ string) string {
	at, _ := placeIn(strings.ToLower(organ))
	if at < 0 {
		return name
	}
	place := organ[at:]
	if f := fold(name); strings.HasPrefix(f, "đoàn tncs") || strings.HasPrefix(f, "đoàn thanh niên") {
		level, rest, _ := strings.Cut(place, " ")
		switch fold(level) {
		case "tỉnh", "huyện":
			return level + " ĐOÀN " + rest
		}
		name = "ĐOÀN"
	}
	if rest, ok := strings.CutSuffix(fold(name), " việt nam"); ok && strings.HasPrefix(rest, "hội ") {
		name = name[:len(rest)] // "Hội Liên hiệp Phụ nữ tỉnh Nam Định"
	}
	return name + " " + place
}

// serves reports whether a name is only the staff of the body above it.
func serves(f string) bool {
	return f == "văn phòng" || f == "tổ giúp việc" || f == "tổ thư ký" || f == "bộ phận giúp việc"
}

// isCommittee reports whether name is a committee of the Party: "Tỉnh ủy Yên Bái".
func isCommittee(name string) bool {
	first, rest, _ := strings.Cut(fold(name), " ")
	second, _, _ := strings.Cut(rest, " ")
	return second == "uỷ" && (goesOnWithPlace(first) || first == "đảng")
}

// isNamed reports whether a hospital or school bears a name of its own, so that the place
// of the body above it is none of its name: "Bệnh viện Nhi Đồng 1".
func isNamed(f string) bool {
	return (strings.HasPrefix(f, "bệnh viện ") || strings.HasPrefix(f, "trường ")) && !strings.HasSuffix(f, " tỉnh") && !strings.HasSuffix(f, " huyện")
}

// bearsLevel reports whether a name says the level of its place by its first word: "Tỉnh
// đoàn", "Huyện ủy".
func bearsLevel(name string) bool {
	level, what, _ := strings.Cut(fold(name), " ")
	return (what == "đoàn" || what == "uỷ") && goesOnWithPlace(level)
}

// isUnion reports whether a body is the Youth Union, whose name stands in its heads where
// others have the national one.
func isUnion(name string) bool {
	f := fold(name)
	return strings.HasPrefix(f, "đoàn tncs hồ chí minh") || strings.HasPrefix(f, "đoàn thanh niên cộng sản hồ chí minh")
}

// ofUnion takes the Youth Union's name away behind a body of it: "TỈNH ĐOÀN NAM ĐỊNH" and
// beside it "ĐOÀN TNCS HỒ CHÍ MINH". Its central organ bears no name without it.
func (h *head) ofUnion(bodies []body, end int) []body {
	union := ""
	for i := len(bodies) - 1; i > 0; i-- {
		if isUnion(bodies[i].name) && ofYouth(bodies[i-1].name) {
			union = bodies[i].name
			bodies = slices.Delete(bodies, i, i+1)
		}
	}
	if len(bodies) == 0 {
		return bodies
	}
	last := &bodies[len(bodies)-1]
	if at, _ := placeIn(strings.ToLower(last.name)); union != "" && at >= 0 && isOrgan(last.name) {
		last.name = whole(union, last.name) // "BAN CHẤP HÀNH TỈNH NINH BÌNH"
		return bodies
	}
	if !committee.MatchString(fold(last.name)) {
		return bodies
	}
	for i := end; union == "" && i < len(h.pieces) && i <= max(h.kind, h.title); i++ {
		if isUnion(h.pieces[i].Text) {
			union = h.pieces[i].Text
		}
	}
	if union != "" {
		last.name += " " + union
	}
	return bodies
}

// ofYouth reports whether a name is that of a body of the Youth Union.
func ofYouth(name string) bool {
	f := fold(name)
	_, what, _ := strings.Cut(f, " ")
	return committee.MatchString(f) || strings.HasPrefix(f, "ban chấp hành") || strings.HasPrefix(f, "hội đồng đội ") || bearsLevel(name) || strings.HasPrefix(what, "đoàn ") || strings.HasPrefix(f, "đoàn ")
}

// committeeOf reads the committee of a place as far as the name of the place, and secondBody how
// a body of its own begins: web pages join them on one line, "UBND TỈNH HÀ NAM BAN CHỈ ĐẠO LIÊN
// NGÀNH VỀ AN TOÀN THỰC PHẨM".
var (
	committeeOf = pattern.MustCompile(`^(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) (?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) `)
	secondBody  = pattern.MustCompile(`^(?:BAN CHỈ ĐẠO|BAN CHỈ HUY|BAN AN TOÀN|BAN TỔ CHỨC|BAN QUẢN LÝ|BAN DÂN TỘC|TỔ CÔNG TÁC|TỔ GIÚP VIỆC|TỔ ĐỀ ÁN|HỘI ĐỒNG|SỞ|PHÒNG|VĂN PHÒNG|TRUNG TÂM|THANH TRA|TRƯỜNG (?:TH|THCS|THPT|TIỂU HỌC|MẦM NON|MẪU GIÁO|TRUNG|PHỔ THÔNG|PTDT|CAO ĐẲNG|ĐẠI HỌC|CHÍNH TRỊ)|BỆNH VIỆN)(?: |$)`)
)

// longestPlace is how many words the name of a place has.
const longestPlace = 5

// partCommittee parts the last piece where it names a committee and a body of its own. The name
// of a place may hold a word with which bodies begin: "HẢI PHÒNG".
func (h *head) partCommittee() {
	last := h.pieces[len(h.pieces)-1]
	at := len(committeeOf.FindString(last.Text))
	if at == 0 {
		return
	}
	_, known := lexicon.Provinces().Longest(normalize.Words(last.Text[at:]), 0)
	for n := 0; n < longestPlace; n++ {
		rest := last.Text[at:]
		if n >= max(1, known) && secondBody.MatchString(rest) && strings.Contains(rest, " ") {
			h.pieces[len(h.pieces)-1].Phrase = last.Slice(0, at).Trim()
			h.pieces = append(h.pieces, piece{last.From(at).Trim(), false})
			return
		}
		next := strings.IndexByte(rest, ' ')
		if next < 0 {
			return
		}
		at += next + 1
	}
}
