package agency

import (
	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

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

// beside reports whether the body at words[j] is another one than that at words[start], named without a
// mark between as on two lines of a cell: nothing is part of a body of its own sort, "Phòng Nội vụ Phòng
// Tư pháp", and an office of whoever writes is named in full, "Văn phòng Sở Phòng Quản lý công nghệ". So are
// unions: "Hội Cựu chiến binh Đoàn Thanh niên". The first words of the name end before words[base].
func (p *parser) beside(start, base, j int) bool {
	if p.linked(j) || p.entitled(j) || !p.secondHead(j) {
		return false
	}
	if p.union(start) && p.union(j) {
		return true
	}
	_, n := p.longest(lexicon.Head, start)
	_, k := p.longest(lexicon.Head, j)
	if n == 0 || j == base {
		return false
	}
	if j == start+n+1 && p.fold(j-1) == "sở" && ownOffice[p.fold(start)+" "+p.fold(start+n-1)] {
		return true
	}
	if n != k {
		return false
	}
	for i := range n {
		if p.fold(start+i) != p.fold(j+i) {
			return false
		}
	}
	return true
}

// union reports whether the name of a union or an association begins at words[i]: "Hội Nông dân", "Đoàn
// Thanh niên".
func (p *parser) union(i int) bool {
	switch p.fold(i) {
	case "hội":
		return p.fold(i+1) != "đồng" && p.fold(i+1) != "nghị"
	case "đoàn":
		return p.fold(i+1) == "thanh" || p.fold(i+1) == "tncs"
	}
	return false
}

// secondHead reports whether a word for a sort of body begins at words[j], and is no part of a place's name as
// "Trường" is of "Trường Sơn".
func (p *parser) secondHead(j int) bool {
	return p.upper(j) && p.headed(j) && !p.allCapitals(j, p.entity(j))
}

// MaybeTwo reports whether a name may be those of two bodies without a mark between, as on two lines of a
// cell: a second word for a sort of office stands within it, and none of the two sorts has the other as its
// part.
func MaybeTwo(name string) bool {
	p := parser{s: name, words: normalize.Words(name)}
	if len(p.words) == 0 || !peers[p.fold(0)+" "+p.fold(1)] && !peers[p.fold(0)] || p.fold(1) == "giao" || p.fold(1) == "đồng" {
		return false
	}
	for j := 2; j < len(p.words); j++ {
		if (peers[p.fold(j)] || peers[p.fold(j)+" "+p.fold(j+1)]) && p.secondHead(j) && !p.linked(j) && !p.entitled(j) && !p.partOf(0, j) {
			return true
		}
	}
	return false
}

// peers are words for sorts of offices that stand beside each other: none is part of another.
var peers = map[string]bool{"phòng": true, "trung tâm": true, "trạm": true, "hạt": true, "khoa": true, "thanh tra": true, "đài": true, "hội": true, "đoàn": true, "văn phòng": true}
