package agency

// partOf reports whether the body at words[j] is the one to which that at words[start]
// belongs, named without a mark between: "Ban Thường vụ Huyện đoàn", "Đội Cảnh sát QLHC về
// TTXH Công an thành phố", "Chi đoàn Công an phường".
func (p *parser) partOf(start, j int) bool {
	if owned[p.fold(start)+" "+p.fold(start+1)] && j <= start+4 {
		return true
	}
	if f := p.fold(start); (f == "ban" || f == "văn") && p.fold(j+1) == "đoàn" {
		return true // "Ban Phong trào Huyện đoàn", "Văn phòng Tỉnh đoàn"
	}
	if f := p.fold(start); (f == "ban" || f == "văn") && (p.fold(j) == "hội" || p.fold(j) == "liên" && p.fold(j+1) == "đoàn") && p.upper(j) {
		return true // "Ban Tuyên giáo Hội Liên hiệp Phụ nữ tỉnh", "Ban Chính sách Liên đoàn Lao động tỉnh"
	}
	return p.fold(j) == "công" && p.fold(j+1) == "an" && !article(p.fold(start)) && p.police(start, j) && p.fold(start) != "công"
}

// owned are the first words of what every body has of its own: boards, chapters, leaders.
var owned = map[string]bool{
	"ban thường": true, "ban chấp": true, "ban giám": true, "ban lãnh": true, "ban điều": true, "ban đại": true, "ban cán": true, "đảng đoàn": true,
	"bch đoàn": true, "btv đoàn": true, "chi đoàn": true, "chi bộ": true, "chi hội": true, "công đoàn": true,
	"lãnh đạo": true, "thường trực": true, "chỉ huy": true, "tập thể": true,
}
