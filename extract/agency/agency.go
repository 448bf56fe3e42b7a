// Package agency finds the bodies that a phrase names, one entity each however long its
// name, and the role it gives them: who leads (chủ trì), who cooperates (phối hợp), who
// merely acts. Names need not be known: a name begins with a word such as "Sở" or
// "Công an", or with one of the lexicon's, and ends where a separator, a verb or another
// name begins. Begin with Roles for the text of a field, Subject for a sentence.
package agency

import (
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// Match is one body that a phrase names: bytes from Start to End of it.
type Match struct {
	Start, End int
	Head       string // what it shares with the names before it: "Sở" for "Tư pháp" in "Sở Nội vụ, Tư pháp"
}

// Full returns the name of m in s with the head that it shares.
func (m Match) Full(s string) string {
	if m.Head == "" {
		return s[m.Start:m.End]
	}
	return m.Head + " " + s[m.Start:m.End]
}

// List returns the bodies of a plain list: "Công an tỉnh, Sở Y tế; UBND các huyện,
// thành phố và các đơn vị có liên quan". What is no known sort of name is an entity too
// where it stands between separators.
func List(s string) []Match {
	var r Sentences
	return r.List(s)
}

// Begins reports whether s begins with a body of a known sort.
func Begins(s string) bool {
	var r Sentences
	return r.begins(s)
}

func (r *Sentences) begins(s string) bool {
	p := r.parser(s)
	return p.begins(0)
}

// A parser reads one phrase.
type parser struct {
	s     string
	words []normalize.Word
	deed  bool // a colon ends the bodies: what they do stands behind it

	begun [8]struct { // what was looked up last, by the last bits of the word's place
		lexicon.Begun
		behind int // the place behind the word; 0 for none
	}
}

// longest returns the longest wording of a sort that begins at words[i], and how many words
// it takes: 0 where there is none. Of one word many sorts are asked, and often.
func (p *parser) longest(sort lexicon.Sort, i int) (lexicon.Agency, int) {
	if i >= len(p.words) {
		return lexicon.Agency{}, 0
	}
	b := &p.begun[uint(i)%uint(len(p.begun))]
	if b.behind != i+1 {
		b.Begun, b.behind = lexicon.AgenciesAt(p.words, i), i+1
	}
	return b.Longest(sort)
}

// list reads bodies from words[i] on, separated by "," ";" "và" or nothing, up to a verb,
// a mark that ends the list, or the end, and returns the index where it stopped. In an
// open list, whatever stands between separators is an entity.
func (p *parser) list(i int, open bool) (found []Match, next int) {
	named := -1 // the last of those found whose name stands behind "đồng chí"
	for i < len(p.words) {
		switch {
		case p.apposition(i) && len(found) > 0:
			i = p.pastApposition(i + 1)
			continue
		case p.separates(i):
			i++
			continue
		case p.courtesy(i) > 0:
			i += p.courtesy(i)
			named = len(found)
			if end := p.person(i); end > i {
				found, i = append(found, Match{Start: p.words[i].Start, End: p.words[end-1].End}), end
			}
			continue
		case len(found) > 0 && p.handsOver(i) > 0:
			i = p.handsOver(i)
			continue
		case p.namesNone(i):
			if !open {
				return found, i
			}
			i = p.pastNone(i)
			continue
		case p.fold(i) == "(" && (p.roleInBrackets(i) != "" || p.joinsInBrackets(i)):
			return found, i
		case p.fold(i) == "(":
			i = p.past(i)
			continue
		case p.fold(i) == ":" && open && !p.deed && len(found) > 0 && (p.begins(i+1) || p.field(i+1) > 0 || p.namesBehind(found, i)): // "Các sở, ngành: Sở Y tế, …"
			i++
			if shared, end := p.shared(i, found); end > i {
				found, i = append(found[:len(found)-1], shared...), end
			} else {
				found = found[:len(found)-1]
			}
			continue
		}
		if shared, end := p.shared(i, found); end > i {
			found, i = append(found, shared...), end
			continue
		}
		end := p.entity(i)
		if end == i {
			if !open || p.verb(i) > 0 || p.words[i].Mark {
				return found, i
			}
			if n := len(found); n > 0 && found[n-1].End == p.words[i-1].End && !p.upper(i) && p.level(i-1) {
				return found, i // a deed by a verb that no wording knows
			}
			if p.deedInTime(i) {
				return found, i
			}
			if end = p.unknown(i); end == i {
				return found, i
			}
			if p.fold(end) == ":" && p.isLabel(i, end) {
				if end = p.pastLabel(i, end); end == 0 {
					return found, i
				}
				i = end
				continue
			}
			if n := len(found); n > 0 && !p.looksLikeName(i) && p.fold(i-1) != ";" && !p.smallHead(i) && (p.vague(found[n-1]) || !p.level(i-2) || p.nounAt(i)) {
				found[n-1].End = p.words[end-1].End // "Các tổ chức tài chính ngân hàng, ví điện tử"
				i = end
				continue
			}
		}
		if n := len(found); n > 0 && named == n-1 && p.fold(i-1) == "," && isPost(p.fold(i), p.fold(i+1)) {
			found[n-1].End = p.words[end-1].End // "đồng chí Nguyễn Văn Nam, Trưởng Công an xã" is one
		} else if !p.refers(i, end) {
			found = append(found, Match{Start: p.words[i].Start, End: p.words[end-1].End})
		}
		i = end
	}
	return found, i
}

// person returns the index behind a person's name at words[i] and the posts behind it: "Nguyễn Văn Nam, Trưởng
// Công an xã", "Lê Thị Hà - Phó Chủ tịch UBND xã, Phó Trưởng ban"; i where none is named with a post.
func (p *parser) person(i int) int {
	k := i
	for k < len(p.words) && !p.words[k].Mark && p.upperAt(k) && k < i+longestName {
		k++
	}
	if k < i+2 {
		return i
	}
	end := i
	for p.fold(k) == "," || p.fold(k) == "-" || p.fold(k) == "–" {
		if !isPost(p.fold(k+1), p.fold(k+2)) {
			break
		}
		post := p.entity(k + 1)
		if post == k+1 {
			break
		}
		k, end = post, post
	}
	return end
}

// longestName is the most words of a person's name.
const longestName = 5

// isPost reports whether two words begin the post of a person.
func isPost(word, next string) bool {
	switch word {
	case "trưởng", "phó", "chánh", "chuyên", "cán":
		return true
	case "giám", "tổng":
		return next == "đốc"
	case "chủ":
		return next == "tịch" || next == "nhiệm"
	case "bí":
		return next == "thư"
	case "hiệu":
		return next == "trưởng"
	case "công":
		return next == "chức"
	}
	return false
}

// separates reports whether words[i] stands between two bodies and belongs to neither.
func (p *parser) separates(i int) bool {
	switch p.fold(i) {
	case ",", ";", "và", "hoặc", "với", "&", "+", "/", "-", "gồm", "“", "”", "\"", "•", "●", "▪", "◦":
		return true
	case "cùng":
		return p.fold(i+1) != "cấp"
	case "còn":
		_, n := p.longest(lexicon.Head, i+1) // "…, còn Chi nhánh Viettel phối hợp"
		return n > 0 && p.upper(i+1) || p.fold(i+1) == "có" && p.begins(i+2)
	}
	return false
}

// past returns the index behind the bracket that closes the one at words[i].
func (p *parser) past(i int) int {
	for k := i + 1; k < len(p.words); k++ {
		if p.fold(k) == ")" {
			return k + 1
		}
	}
	return len(p.words)
}

// pastApposition returns the index of the verb or the mark behind an apposition, or that behind
// the dash that closes it: "Phòng Kinh tế - cơ quan thường trực Ban Chỉ huy … - chủ trì".
func (p *parser) pastApposition(i int) int {
	for k := i; k < i+longestApposition && k+1 < len(p.words) && p.fold(k) != ";" && p.fold(k) != "."; k++ {
		if p.fold(k) == "-" && p.verb(k+1) > 0 {
			return k + 1
		}
	}
	for i < len(p.words) && p.verb(i) == 0 && !p.words[i].Mark {
		i++
	}
	return i
}

// longestApposition is how many words an apposition has, at most.
const longestApposition = 32

// unknown returns the end of a stretch that begins at words[i] and is no known sort of
// name: up to a separator, a verb or the next body.
func (p *parser) unknown(i int) int {
	if f := p.fold(i); f == "đây" || f == "đó" {
		return i // "Đây là việc của …" points at what was said
	}
	j := i
	for j < len(p.words) && !p.ends(j) && (j == i || p.entity(j) == j || p.linked(j) || p.entitled(j) || p.places(j) || article(p.fold(j)) && p.fold(j+1) == "cấp" || p.fold(j) == "chi" && p.fold(j+1) == "nhánh") {
		j++
	}
	return j
}

// ends reports whether a name cannot go on at words[j].
func (p *parser) ends(j int) bool {
	switch p.fold(j) {
	case ".":
		return !p.dotted(j)
	case ",", ";", ":", "(", ")", "…", "?", "!", "“", "”", "\"", "•", "●", "▪", "◦":
		return true
	case "và", "hoặc":
		return p.begins(j+1) || p.fold(j+1) == "/"
	}
	if _, n := p.roleVerb(j); n > 0 && p.colonBehind(j, n) > 0 {
		return true // "Chủ trì: Sở Y tế Phối hợp: Công an tỉnh"
	}
	if p.time(j) {
		return true
	}
	if isNumber(p.fold(j)) && p.courtesy(j) > 0 {
		return true
	}
	switch p.fold(j) {
	case "chủ": // "các cơ quan chủ trì mô hình"
		if f := p.fold(j - 1); (f == "quan" || f == "vị") && article(p.fold(j-3)) {
			return false
		}
	case "trì":
		if f := p.fold(j - 2); f == "quan" || f == "vị" {
			return false
		}
	case "phụ": // "các cơ quan phụ trách chính"
		if f := p.fold(j - 1); (f == "quan" || f == "vị") && p.fold(j+2) == "chính" {
			return false
		}
	}
	return p.verb(j) > 0 || p.labelled(j)
}

// smallHead reports whether a body of a sort of its own begins at words[i] with a small
// letter: "…, đồn Biên phòng".
func (p *parser) smallHead(i int) bool {
	switch p.fold(i) {
	case "đồn", "đội", "trạm", "hộ", "bưu", "uỷ", "ubnd", "nhóm", "cán":
		return true
	}
	switch p.fold(i) + " " + p.fold(i+1) {
	case "giáo viên", "giảng viên", "học sinh", "học viên", "sinh viên", "nhân viên", "nhân dân", "bác sĩ", "đại diện", "chi đoàn", "chi hội", "chi bộ", "chi nhánh", "trung tâm", "bệnh viện", "trường học", "nhà trường", "ngân hàng", "công an", "công chức", "hợp tác", "lực lượng", "phòng khám", "tổ an", "tổ dân", "tổ công", "tổ bảo", "tổ nhân", "dân quân", "đảng uỷ", "huyện uỷ", "thành uỷ", "thị uỷ", "cấp uỷ", "huyện đoàn", "xã đoàn":
		return true
	}
	return false
}

// dotted reports whether the full stop at words[j] is one within a word: "Co.opmart".
func (p *parser) dotted(j int) bool {
	return j > 0 && j+1 < len(p.words) && !p.words[j+1].Mark && !p.upper(j+1) && p.words[j-1].End == p.words[j].Start && p.words[j].End == p.words[j+1].Start
}

// labelled reports whether the label of a role begins at words[j], as in a cell whose
// lines were joined: "Chủ trì: Sở Y tế Đơn vị phối hợp: Công an tỉnh".
func (p *parser) labelled(j int) bool {
	if role, _ := p.label(j); role != "" {
		return true
	}
	if article(p.fold(j)) {
		j++
	}
	noun := p.commonNoun(j)
	if noun {
		j += 2
	}
	if noun && p.fold(j) == "được" { // "Đơn vị được giao chủ trì là Sở Y tế"
		for k := j + 2; k <= j+3; k++ {
			if p.chargedFrom(k) == j && p.fold(k) != "đầu" { // "Đơn vị được giao đầu mối:" heads its duties
				j = k
			}
		}
	}
	verb, n := p.roleVerb(j)
	if noun && verb != "" && (p.fold(j+n) == "là" || p.fold(j+n) == "gồm") {
		return true // "Phòng Kinh tế, cơ quan phối hợp là Công an xã"
	}
	return verb != "" && p.colonBehind(j, n) > 0
}

// vague reports whether m begins with a small letter or names bodies in general, so that a
// small word behind a comma may belong to it.
func (p *parser) vague(m Match) bool {
	words := normalize.Words(p.s[m.Start:m.End])
	r, _ := utf8.DecodeRuneInString(p.s[m.Start:])
	return article(words[0].Fold) || !unicode.IsUpper(r)
}

// looksLikeName reports whether words[i] is a code or begins with a capital.
func (p *parser) looksLikeName(i int) bool {
	return p.upper(i)
}

// begins reports whether a body begins at words[i].
func (p *parser) begins(i int) bool { return i < len(p.words) && p.entity(i) > i }

// fold returns words[i] for comparison; "" beyond the end.
func (p *parser) fold(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].Fold
}

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
		case f == "tự" && next != "bảo" && next != "tổ" && next != "cân":
			return 0 // "tự nhiên"
		}
	}
	return n
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
