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
	r := borrow()
	defer r.giveBack()
	return r.List(s)
}

// Begins reports whether s begins with a body of a known sort.
func Begins(s string) bool {
	r := borrow()
	defer r.giveBack()
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
		case len(found) > 0 && (p.fold(i) == "dưới" && p.fold(i+1) == "sự" || p.fold(i) == "," && p.fold(i+1) == "dưới" && p.fold(i+2) == "sự"):
			return found, i // "Công an huyện, dưới sự chủ trì của Phòng Nội vụ, tổ chức kiểm tra"
		case len(found) > 0 && p.announces(i):
			return found, i // "Chủ trì là Sở Y tế; đồng hành có Công an tỉnh"
		case len(found) > 0 && p.fold(i) == "cùng" && joint[p.fold(i+1)+" "+p.fold(i+2)]:
			return found, i // "Trạm Y tế xã; các thôn cùng tham gia"
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
			if n := len(found); n > 0 && found[n-1].End == p.words[i-1].End && !p.upper(i) && (p.level(i-1) || p.deedOfOffice(i)) {
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
	if p.announces(j) {
		return true
	}
	if article(p.fold(j)) || p.fold(j) == "cùng" { // "Cùng phối hợp thực hiện: Công an xã"
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
