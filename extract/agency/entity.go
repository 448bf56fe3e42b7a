package agency

import (
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
)

// entity returns the index behind the body that begins at words[i], or i where none does.
func (p *parser) entity(i int) int {
	if i >= len(p.words) || p.words[i].Mark || article(p.fold(i)) && p.labelled(i) {
		return i
	}
	if p.fold(i) == "cơ" && p.fold(i+1) == "quan" && p.upper(i) && (p.nameAt(i+2) || p.headed(i+2)) {
		return p.entity(i + 2) // "Cơ quan Ủy ban Kiểm tra Huyện ủy"
	}
	base := i
	general := false // bodies in general: nouns may follow each other
	if a, n := p.longest(lexicon.Name, i); n > 0 && (n > 1 || p.upper(i)) {
		base, general = i+n, a.Canonical == "Ủy ban nhân dân"
		if f := p.fold(i); n > 2 && (f == "bộ" || f == "sở") && p.fold(base) == f && p.upperAt(base) {
			return base // a comma is missing: "Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ"
		}
	} else if article(p.fold(i)) && !p.words[i].Mark && i+1 < len(p.words) && !p.words[i+1].Mark && p.verb(i+1) == 0 {
		base, general = i+1, true
		if _, n := p.longest(lexicon.Noun, i+1); n > 2 {
			base += n // "các cơ quan tham mưu, giúp việc Tỉnh ủy"
		} else if p.fold(i) == "toàn" {
			base++
		}
	} else if n := p.counted(i); n > 0 {
		base, general = i+n, true
	} else if n := p.nouns(i); n > 0 {
		base, general = i+n, true
	} else if n := p.dottedShort(i); n > 0 {
		base = i + n
	} else if p.short(i) {
		base = i + 1
	} else if p.code(i) && p.shouts(i) {
		return i + 1 // "PV01, PC06 phối hợp"
	} else if p.acronym(i) {
		return i + 1
	} else if a, n := p.longest(lexicon.Head, i); n > 0 && (p.upper(i) || p.headsSmall(a, i, n)) && !p.none(i, n) {
		base = i + n
		if p.fold(base) == "số" && !isNumber(p.fold(base+1)) {
			return i // "Văn phòng số", "Bệnh viện số" are models, no bodies
		}
		if _, k := p.longest(lexicon.Name, base); k > 1 && !p.upper(base) {
			return p.tail(i, base+k, false) // "Trưởng phòng Kinh tế, Hạ tầng và Đô thị"
		}
		base += p.ownVerb(a, base)
		if n == base-i && a.Canonical != "alone" && p.namesNobody(base) && !p.isCharged(i, base) {
			return i
		}
	}
	if base == i {
		return i
	}
	end := p.tail(i, base, general)
	if p.fold(end) == "các" && p.fold(end+1) == "cấp" && p.upper(i) {
		end += 2 // "Ban Chuyên trách các cấp"
	}
	if p.ofSuperior(i, end) {
		return p.entity(end)
	}
	return end
}

// isCharged reports whether the word for a sort of body from words[i] to words[j] names the one of whoever
// writes, which is charged: "giao Văn phòng chủ trì, phối hợp với Thanh tra thực hiện".
func (p *parser) isCharged(i, j int) bool {
	if !ownOffice[p.fold(i)+" "+p.fold(j-1)] || j-i > 2 {
		return false
	}
	verb, _ := p.roleVerb(j)
	if i == 0 || p.words[i-1].Mark {
		return verb == plan.Lead && !p.commonNoun(j-2)
	}
	switch p.fold(i - 1) {
	case "giao", "do":
		return verb != ""
	case "với":
		return p.verb(j) > 0
	}
	return false
}

// ownOffice are the parts of a body that have no name but their sort.
var ownOffice = map[string]bool{"văn phòng": true, "trung tâm": true, "thanh tra": true, "chi cục": true, "bệnh viện": true}

// ofSuperior reports whether a part of a body, named from words[i] to words[end], is followed by that
// body: "Phòng Kế hoạch - Tài chính Sở Y tế". Two bodies of one level have a comma between, or lack it.
func (p *parser) ofSuperior(i, end int) bool {
	if !partOfBody[p.fold(i)] || !p.upper(i) || !p.upperAt(end) {
		return false
	}
	switch p.fold(end) {
	case "sở", "bộ", "cục":
		return p.begins(end)
	}
	return false
}

// partOfBody are the first words of the names of a body's parts.
var partOfBody = map[string]bool{"phòng": true, "thanh": true, "chi": true, "khoa": true, "vụ": true}

// headsSmall reports whether the head of n words at words[i] begins a name though it is written
// small: "giao kế toán các trường", "phòng Tư pháp", "giao bộ phận Tài vụ".
func (p *parser) headsSmall(head lexicon.Agency, i, n int) bool {
	switch p.fold(i) {
	case "sở", "phòng":
		return p.field(i+1) > 0
	case "bộ":
		return p.upperAt(i+n) && p.opensSmall(i)
	}
	return head.Canonical == "person" && p.opensSmall(i)
}

// opensSmall reports whether an office may be named at words[i] with a small letter.
func (p *parser) opensSmall(i int) bool {
	if i == 0 || p.words[i-1].Mark || p.separates(i-1) {
		return true
	}
	switch p.fold(i - 1) {
	case "hợp", "trì", "giao", "do", "cho":
		return true
	}
	return false
}

// none reports whether the n words of a head at words[i] belong to a longer word that is
// no name: "Tổ chức", "Báo cáo".
func (p *parser) none(i, n int) bool {
	_, k := p.longest(lexicon.None, i)
	return k > n || k == n && n > 0 && k > 0
}

// ownVerb returns how many words of a verb at words[j] belong to a name that the head a
// begins.
func (p *parser) ownVerb(a lexicon.Agency, j int) int {
	if verb, _ := p.roleVerb(j); verb != "" {
		return 0
	}
	n := p.verb(j)
	switch a.Canonical {
	case "deed":
		return n
	case "project":
		for k := j + n; n > 0 && k < j+8 && k+1 < len(p.words); k++ {
			if p.fold(k) == "đề" && p.fold(k+1) == "án" {
				return k - j
			}
		}
	}
	return 0
}

// namesNobody reports whether the word before words[j] stands alone, as only "Công an"
// may.
func (p *parser) namesNobody(j int) bool {
	if p.fold(j-1) == "an" {
		return false
	}
	return j >= len(p.words) || p.ends(j) && p.fold(j) != "và"
}

// short reports whether words[i] is an abbreviation with the level of the body that it names
// behind it: "HND tỉnh", "VPĐP huyện".
func (p *parser) short(i int) bool {
	if i > 0 && !p.words[i-1].Mark && !p.separates(i-1) && p.fold(i-1) != "giao" && p.fold(i-1) != "do" && p.fold(i-1) != "của" {
		return false
	}
	if !p.level(i+1) || p.upperAt(i+1) || p.fold(i+1) == "đoàn" || p.fold(i+1) == "khu" || len(p.fold(i)) < 2 || !p.shouts(i) || isNumber(p.fold(i)) {
		return false
	}
	_, n := p.longest(lexicon.None, i)
	return n == 0
}

// acronym reports whether an abbreviation that no lexicon has stands for a body at words[i], by what stands beside
// it: "Giao PCNTM chủ trì", "phối hợp với THT, PKT hướng dẫn".
func (p *parser) acronym(i int) bool {
	if !p.shouts(i) || len(p.fold(i)) < 2 || isNumber(p.fold(i)) || p.none(i, 1) {
		return false
	}
	if !p.opensShort(i) && (p.fold(i-1) != "và" || i < 2 || !p.shouts(i-2) || !p.opensShort(i-2)) {
		return false // "Phòng Cảnh sát PCCC và CNCH"
	}
	k := i + 1
	for (p.fold(k) == "," || p.fold(k) == "và") && k+1 < len(p.words) && p.shouts(k+1) {
		k += 2
	}
	if p.upperAt(k) {
		return false // all is in capitals
	}
	if verb, _ := p.roleVerb(k); verb != "" || p.folds(k, []string{"chịu", "trách", "nhiệm"}) {
		return true
	}
	return (p.fold(i-1) == "hợp" || p.fold(i-1) == "với" && p.fold(i-2) == "hợp") && p.verb(k) > 0
}

// opensShort reports whether such an abbreviation may begin at words[i], by what stands before it.
func (p *parser) opensShort(i int) bool {
	if i == 0 || p.words[i-1].Mark {
		return i == 0 || p.fold(i-1) != "("
	}
	_, n := p.longest(lexicon.ShortBehind, i-1)
	return n > 0
}

// dottedShort returns how many words of an abbreviation with a full stop behind its first letter
// stand at words[i]: "P.TP" for Phòng Tư pháp; 0 where none do.
func (p *parser) dottedShort(i int) int {
	if i+2 >= len(p.words) || p.fold(i+1) != "." || p.words[i].End != p.words[i+1].Start || p.words[i+2].Start > p.words[i+1].End+1 {
		return 0
	}
	switch short := p.s[p.words[i].Start:p.words[i].End]; short {
	case "P", "S", "B", "TT", "H", "T", "Q", "VP":
		if short == "P" || short == "S" {
			if _, n := p.longest(lexicon.Field, i+2); n > 0 && p.upperAt(i+2) {
				return p.office(i, i+2+n) - i // "P. Nội vụ", "P. Tài chính - Kế hoạch"
			}
		}
		if p.fold(i+2) == "đoàn" {
			return 3 // "H. Đoàn"
		}
		if p.shouts(i+2) && len(p.fold(i+2)) > 1 {
			n := 3
			for i+n+1 < len(p.words) && p.fold(i+n) == "&" && p.words[i+n].End == p.words[i+n+1].Start && p.shouts(i+n+1) {
				n += 2 // "VP.HĐND&UBND"
			}
			return n
		}
	}
	return 0
}

// office returns where the name of an office ends whose first field of administration ends at words[j], and which
// begins with a short word at words[i]: it goes on with the fields that a known name of an office has.
func (p *parser) office(i, j int) int {
	for k := j; k < len(p.words) && k < j+longName; k++ {
		if m := p.fold(k); p.words[k].Mark && m != "-" && m != "," && m != "–" {
			break
		}
		for _, whole := range []string{"Phòng ", "Sở "} {
			if whole[0] != p.s[p.words[i].Start] {
				continue
			}
			if _, known := lexicon.Agencies("name").Whole(whole + p.s[p.words[i+2].Start:p.words[k].End]); known {
				j = k + 1
			}
		}
	}
	return j
}

// article reports whether w opens a name of bodies in general.
func article(w string) bool { return w == "các" || w == "những" || w == "toàn" }

// nouns returns how many words of a list of general nouns begin at words[i]: "sở, ban,
// ngành". One noun alone is a body only where the lexicon says so.
func (p *parser) nouns(i int) int {
	a, n := p.longest(lexicon.Noun, i)
	if n == 0 {
		return 0
	}
	if a.Canonical == "alone" {
		if p.fold(i+n) == ":" {
			return 0 // "thành viên: …" is a label
		}
		return n
	}
	if !p.nounEnds(a, i+n) {
		return 0
	}
	if f := p.fold(i + n); f == "," || f == "và" {
		if m, k := p.longest(lexicon.Noun, i+n+1); k > 0 && m.Canonical != "alone" && p.nounEnds(m, i+n+1+k) {
			return n
		}
	}
	return 0
}

// counted returns how many words of a number and a general noun stand at words[i]: "16 xã,
// thị trấn"; 0 where none do.
func (p *parser) counted(i int) int {
	if !isNumber(p.fold(i)) || len(p.fold(i)) > 3 {
		return 0
	}
	if _, n := p.longest(lexicon.Noun, i+1); n > 0 && !p.upper(i+1) {
		return 1 + n
	}
	if p.fold(i+1) == "khối" && !p.upper(i+1) {
		return 2 // the streets of a ward; alone it is part of "Đảng ủy Khối Các cơ quan"
	}
	return 0
}

// nounEnds reports whether the general noun a that ends before words[j] is general
// indeed: "phòng, ban" is, "phòng Văn hóa" is not.
func (p *parser) nounEnds(a lexicon.Agency, j int) bool {
	if j >= len(p.words) || p.ends(j) || p.words[j].Mark {
		return true
	}
	switch p.fold(j) {
	case "liên":
		return p.fold(j+1) == "quan" || p.fold(j+1) == "ngành" // not "Hội Liên hiệp Phụ nữ"
	case "và", "có", "trên", "thuộc", "chuyên", "cấp", "cùng", "tỉnh", "huyện", "xã", "thành", "của", "trực", "địa", "ở", "trung", "khác", "trong", "nhà", "chính", "tín":
		return true
	}
	_, n := p.longest(lexicon.Noun, j)
	return n > 0 || a.Canonical == "place" && p.upper(j)
}

// tail returns the index behind a name that begins at words[start] and whose first words
// end before words[j].
func (p *parser) tail(start, j int, general bool) int {
	base := j
	for j < len(p.words) {
		if k := p.goesOn(start, base, j, general); k > j {
			j = k
			continue
		}
		switch f := p.fold(j); {
		case p.another(start, j):
			return j
		case general && f == "," && p.school(start, j+1) > 0:
			j += 1 + p.school(start, j+1)
			continue
		case general && (f == "," || f == "và" || f == "/") && p.nounFollows(j+1):
			_, n := p.longest(lexicon.Noun, j+1)
			j += 1 + n
			continue
		case p.ends(j):
			return j
		case j > base && p.places(j):
			general = true // "Trung tâm Y tế các huyện, thành phố"
			if article(f) {
				j++
			}
		case (j > base || p.level(j-1) && j > start+1) && !p.linked(j) && p.strong(j) && !p.partOf(start, j):
			return j
		case j == base && (p.fold(start) == "sở" && j > start+1 || p.fold(start) == "phòng" && j > start+3) && p.headed(j) && p.upper(j) && !p.linked(j) && !p.partOf(start, j):
			return j // "Phòng Lao động - Thương binh và Xã hội Công an các phường": two, no mark between
		case j > start+1 && p.beside(start, base, j):
			return j
		case j == base && p.nameAt(j):
			return p.entity(j) // "Chủ tịch UBND các xã, thị trấn"
		case (article(f) || p.nounAt(j) && !p.placeNamed(j)) && j == base:
			general = true
		case f == "-" && (!p.dashGoesOn(j) || p.verb(j+1) > 0 || p.time(j+1)):
			return j
		case j > start+1 && (!general || !p.several(start, j)) && (p.deedBehindLevel(j) || p.deedBehindName(start, base, j)):
			return j
		case f == "và" && j > start+1 && p.counted(j+1) > 0:
			return j // "Đoàn Thanh niên phường và 21 khối"
		case f == "và" && (!general || j == base+1) && j > start+1 && p.level(j-1) && p.fold(j-1) != "đoàn" && j+1 < len(p.words) && !p.words[j+1].Mark && !p.upper(j+1):
			return j // "Công an tỉnh và chủ tàu cá"
		}
		j++
	}
	return j
}

// nounFollows reports whether a general noun stands at words[j] and goes on a list.
func (p *parser) nounFollows(j int) bool {
	a, n := p.longest(lexicon.Noun, j)
	return n > 0 && a.Canonical != "alone" && !p.nameAt(j) && !(p.upper(j) && n > 1 && p.headed(j)) && p.nounEnds(a, j+n)
}

// nameAt reports whether a name of the lexicon begins at words[j].
func (p *parser) nameAt(j int) bool {
	_, n := p.longest(lexicon.Name, j)
	return n > 0 && p.upper(j)
}

func (p *parser) nounAt(j int) bool {
	_, n := p.longest(lexicon.Noun, j)
	return n > 0
}

// placeNamed reports whether a sort of place and its name stand at words[j]: "xã Hua La".
func (p *parser) placeNamed(j int) bool {
	a, n := p.longest(lexicon.Noun, j)
	return n > 0 && a.Canonical == "place" && p.upperAt(j+n) && !p.words[j+n].Mark
}

// places reports whether a list of sorts of places begins at words[j]: "các huyện, thành
// phố", "xã, phường, thị trấn", or of committees of the Party: "các huyện ủy, thành ủy".
func (p *parser) places(j int) bool {
	if article(p.fold(j)) {
		a, n := p.longest(lexicon.Noun, j+1)
		return n > 0 && (a.Canonical == "place" || p.fold(j+n) == "uỷ")
	}
	a, n := p.longest(lexicon.Noun, j)
	if n == 0 || a.Canonical != "place" || p.fold(j+n) != "," {
		return false
	}
	b, k := p.longest(lexicon.Noun, j+n+1)
	return k > 0 && b.Canonical == "place" && (j+n+1+k >= len(p.words) || !p.upper(j+n+1+k))
}

// linked reports whether the word before words[j] ties what follows to the name.
func (p *parser) linked(j int) bool {
	switch p.fold(j - 1) {
	case "thuộc", "của", "tại", "-", "/", "cho", "trực", "ngành", "cấp", "bởi", "phó":
		return true
	}
	return false
}

// entitled reports whether the word before words[j] is an office, whose body follows:
// "Nguyễn Văn Nam - Phó Chủ tịch UBND xã".
func (p *parser) entitled(j int) bool {
	switch p.fold(j - 1) {
	case "tịch", "đốc", "trưởng", "thư", "viên":
		return true
	}
	return false
}

// strong reports whether another body begins at words[j] beyond doubt, so that a
// separator is missing before it: "thành phố các đơn vị có liên quan".
func (p *parser) strong(j int) bool {
	if article(p.fold(j)) {
		return p.fold(j+1) != "cấp" && p.nounAt(j+1) && p.fold(j-1) != "ban" || p.nounAt(j+1)
	}
	if _, n := p.longest(lexicon.Name, j); n > 1 && p.upper(j) {
		return true
	}
	if _, n := p.longest(lexicon.Name, j); n == 1 && p.shouts(j) && p.level(j-1) && article(p.fold(j+1)) {
		return true // "Công an huyện UBND các xã"
	}
	return p.level(j-1) && p.upper(j) && p.headed(j) && !p.allCapitals(j, p.entity(j))
}

// level reports whether words[i] is a sort of place, as names end with: "Quận đoàn", "Hội
// Nông dân huyện".
func (p *parser) level(i int) bool {
	switch p.fold(i) {
	case "tỉnh", "huyện", "quận", "xã", "phường", "trấn", "phố", "đoàn", "khu":
		return true
	}
	return false
}

// headed reports whether a body begins at words[i] with a word such as "Sở".
func (p *parser) headed(i int) bool {
	_, n := p.longest(lexicon.Head, i)
	return n > 0 && p.entity(i) > i
}

// allCapitals reports whether each word from words[i] to words[end] begins with a capital,
// as in the name of a place.
func (p *parser) allCapitals(i, end int) bool {
	for ; i < end; i++ {
		if !p.words[i].Mark && !p.upper(i) {
			return false
		}
	}
	return true
}

// dashGoesOn reports whether the name goes on behind the dash at words[j].
func (p *parser) dashGoesOn(j int) bool {
	return j+1 < len(p.words) && !p.words[j+1].Mark && !p.apposition(j)
}

// apposition reports whether the dash at words[j] only adds what the body is besides:
// "Công an huyện - Cơ quan Thường trực Ban Chỉ đạo".
func (p *parser) apposition(j int) bool {
	if p.fold(j) != "-" {
		return false
	}
	switch p.fold(j+1) + " " + p.fold(j+2) {
	case "cơ quan", "đơn vị", "thường trực", "thư ký":
		return true
	}
	return false
}

// upperAt is upper that holds beyond the end.
func (p *parser) upperAt(i int) bool { return i < len(p.words) && p.upper(i) }

// upper reports whether words[i] begins with a capital.
func (p *parser) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(p.s[p.words[i].Start:])
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
