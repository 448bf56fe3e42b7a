package agency

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Subject reads who acts in a sentence that assigns a duty, and as what: the bodies that
// are its subject, with Lead where they "chủ trì", else Cooperate where they "phối hợp",
// else Implement. A sentence such as "Phối hợp với các doanh nghiệp …" has no subject,
// but a role.
func Subject(s string) ([]Match, plan.Role) {
	r := borrow()
	defer r.giveBack()
	return r.Subject(s)
}

// Sentences reads one sentence after another, the words of each in the room of the one
// before. The zero Sentences is ready for use.
type Sentences struct {
	Own func() *Known // the names that their document prints whole; nil where nobody knows them

	words []normalize.Word
}

// parser returns one for s, whose words are forgotten when the next is asked for.
func (r *Sentences) parser(s string) parser {
	if most := len(s)/4 + 1; cap(r.words) < most {
		r.words = make([]normalize.Word, 0, max(most, 2*cap(r.words)))
	}
	r.words = normalize.AppendWords(r.words[:0], s)
	return parser{s: s, words: r.words}
}

// List is the function List.
func (r *Sentences) List(s string) []Match {
	p := r.parser(s)
	list, _ := p.list(0, true)
	return list
}

// Subject is the function Subject.
func (r *Sentences) Subject(s string) ([]Match, plan.Role) {
	p := r.parser(s)
	p.deed = true
	actors, next := p.subject()
	if n := len(actors); n > 0 && r.Own != nil && p.mayEndElsewhere(next) {
		if end := p.endOf(actors[n-1], r.Own()); end > 0 {
			actors[n-1].End, next = p.words[end-1].End, end
		}
	}
	return actors, p.role(next)
}

func (p *parser) subject() ([]Match, int) {
	i := 0
	switch p.fold(0) {
	case "do":
		i = 1 // "…; do Đội Tham mưu chủ trì"
	case "đây", "riêng":
		i = p.pastThis()
	case "giao", "đề", "yêu", "phân":
		if _, n := p.longest(lexicon.Verb, 0); n > 0 {
			i = n
		} else if p.fold(1) == "nghị" {
			i = 2
		}
		if p.fold(i) == "cho" {
			i++
		}
	default:
		if p.matter(0) {
			i = p.pastThis()
		}
	}
	from := i
	i += p.courtesy(i)
	if i > from && p.person(i) > i {
		i = from
	}
	if i == from && p.courtesy(i) > 0 || p.begins(i) {
		found, next := p.list(i, p.colonAhead(i))
		if p.acts(next) {
			return found, next
		}
		return nil, 0
	}
	if !p.adverbial() {
		return nil, 0
	}
	return p.behindAdverbial()
}

// pastThis returns the index behind "Việc này do", "Công việc trên được giao cho", "Đây là việc
// của lực lượng Công an, trong đó": 0 where the sentence does not begin so.
func (p *parser) pastThis() int {
	if p.fold(0) == "đây" && p.fold(1) == "là" {
		for i := 2; i < 16; i++ {
			if p.fold(i) == "trong" && p.fold(i+1) == "đó" && p.fold(i-1) == "," {
				return i + 2
			}
		}
		return 0
	}
	for i := 2; i < 6 && p.fold(0) == "việc"; i++ { // "Việc đánh giá do Sở Y tế chủ trì"
		if p.fold(i) == "do" && p.begins(i+1) {
			return i + 1
		}
	}
	first := 1
	if p.fold(0) == "riêng" { // "Riêng nội dung này do Trạm Y tế xã chủ trì"
		first = 2
	}
	for i := first; i < first+2; i++ {
		switch p.fold(i) {
		case "này", "trên", "đó":
			i++
			if p.fold(i) == "được" {
				i++
			}
			switch {
			case p.fold(i) == "giao" && p.fold(i+1) == "cho":
				return i + 2
			case p.fold(i) == "do" || p.fold(i) == "giao":
				return i + 1
			case p.begins(i) && p.upper(i):
				return i // "Việc này Ủy ban MTTQ xã chủ trì"
			}
			return 0
		}
	}
	return 0
}

// colonAhead reports whether a list runs from words[i] to a colon: "Các Cơ sở cầm đồ; Dịch
// vụ thừa phát lại; Cơ sở khác: …".
func (p *parser) colonAhead(i int) bool {
	for ; i < len(p.words); i++ {
		switch f := p.fold(i); {
		case f == ":":
			return true
		case f == "." || f == "(" || p.verb(i) > 0:
			return false
		}
	}
	return false
}

// acts reports whether a deed follows at words[i]: a verb, or a colon before one.
func (p *parser) acts(i int) bool {
	return i >= len(p.words) || p.fold(i) == ":" || p.fold(i) == "," || p.fold(i) == "(" || p.fold(i) == "-" || p.verb(i) > 0 || !p.words[i].Mark
}

// adverbial reports whether the sentence begins with the circumstances.
func (p *parser) adverbial() bool {
	switch p.fold(0) + " " + p.fold(1) {
	case "trên cơ", "căn cứ", "sau khi", "ngay sau", "trong quá", "định kỳ", "trong thời", "để thực", "khi có":
		return true
	}
	switch p.fold(0) {
	case "theo", "khi", "trong", "để", "nhằm", "từ", "hàng", "hằng", "với", "trước", "sau", "đến", "quý", "tháng", "năm", "ngày", "mỗi", "tại", "ở", "dưới", "cả":
		return true
	}
	return false
}

// behindAdverbial finds the subject behind the circumstances: the bodies right before
// the first verb that follows a comma or the end of a sentence. Where what stands
// before that comma is itself a list of bodies that something depends on ("hướng dẫn
// của Bộ A; Sở B, Công chức C chủ trì"), only the last one acts.
func (p *parser) behindAdverbial() ([]Match, int) {
	depends := false // a list of bodies after "của", "với" is open
	for i := 1; i < len(p.words); i++ {
		switch f := p.fold(i); {
		case f == ":":
			return nil, 0
		case f == ".":
			if found, next := p.list(i+1, false); len(found) > 0 && p.verb(next) > 0 {
				return found, next
			}
			return nil, 0
		case f == "(":
			i = p.past(i) - 1
		case (f == "của" || f == "với" || f == "dẫn" || f == "khi") && p.begins(i+1):
			depends = true
			found, next := p.list(i+1, false)
			if len(found) > 1 && p.active(next) && f != "khi" && p.fold(next) != "hướng" {
				return found[len(found)-1:], next
			}
			i = max(next-1, i)
		case f == "," && p.begins(i+1):
			found, next := p.list(i+1, false)
			if p.active(next) {
				if depends && len(found) > 1 && p.fold(i-1) != "này" {
					found = found[len(found)-1:]
				}
				return found, next
			}
			i = max(next-1, i)
		}
	}
	return nil, 0
}

// active reports whether a deed begins at words[i], not something that is done to what
// stands before.
func (p *parser) active(i int) bool {
	return p.verb(i) > 0 && p.fold(i) != "sẽ" && p.fold(i) != "được"
}

// role reads what the subject does, from words[i] on.
func (p *parser) role(i int) plan.Role {
	role, from := plan.Implement, i
	for ; i < len(p.words); i++ {
		verb, _ := p.roleVerb(i)
		if verb == plan.Lead && p.fold(i) != "chủ" && p.fold(i) != "đồng" {
			continue // "làm đầu mối" is a deed like others
		}
		if verb == "" || i > 0 && (p.fold(i-1) == "vị" || p.fold(i-1) == "quan") || p.ofAnother(from, i) {
			continue // "đơn vị chủ trì" is a body, not a deed
		}
		if verb == plan.Lead {
			return plan.Lead
		}
		role = plan.Cooperate
	}
	return role
}

// ofAnother reports whether the verb at words[i] has a subject of its own right before
// it: a body behind words[from], where the predicate of the sentence begins.
func (p *parser) ofAnother(from, i int) bool {
	for j := i - 1; j >= from && j >= i-24; j-- {
		if f := p.fold(j); f == ";" || f == "." || f == "," && j == i-1 {
			return false
		}
		if p.entity(j) == i && j > from {
			return true
		}
	}
	return false
}

// Guiding returns the bodies whose guidance a sentence says to follow: "theo … chỉ đạo,
// hướng dẫn của Sở Y tế và Công an tỉnh".
func Guiding(s string) []Match {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	if p.fold(0) != "theo" && p.fold(0) != "thực" && p.fold(0) != "trên" {
		return nil
	}
	for i := range p.words {
		if p.fold(i) != "hướng" || p.fold(i+1) != "dẫn" {
			continue
		}
		j := i + 2
		if p.fold(j) == "của" {
			j++
		}
		if found, _ := p.list(j, true); len(found) > 0 {
			return found
		}
	}
	return nil
}

// Title returns the bodies that a heading names before "có trách nhiệm", a remark in
// brackets, a dash or a colon, from the first to the last: "Công an huyện - Cơ quan Thường
// trực Ban Chỉ đạo", "Đối với UBND các xã".
func Title(s string) (bodies Match, ok bool) {
	r := borrow()
	defer r.giveBack()
	return r.title(s)
}

func (r *Sentences) title(s string) (bodies Match, ok bool) {
	p := r.parser(s)
	i := p.pastOpening()
	i += p.courtesy(i)
	if !p.begins(i) {
		return Match{}, false
	}
	found, next := p.list(i, false)
	if len(found) == 0 {
		return Match{}, false
	}
	bodies = Match{Start: found[0].Start, End: found[len(found)-1].End}
	rest := strings.TrimLeft(s[bodies.End:], " ")
	if strings.HasSuffix(normalize.Fold(s[:bodies.End]), " được giao") && chargedWith.MatchString(normalize.FoldInPlace(rest)) {
		bodies.End, rest = len(strings.TrimRight(s, " .:")), ""
	}
	if strings.HasPrefix(rest, ", ") && p.smallRest(next) {
		bodies.End, rest = len(strings.TrimRight(s, " .:")), "" // "Tổ Thanh tra, pháp chế"
	}
	whole := rest == "" || rest == ":" || rest[0] == '-' || strings.HasPrefix(rest, "–") || strings.HasPrefix(normalize.Fold(rest), "có trách nhiệm") || strings.HasPrefix(rest, "(")
	return bodies, whole || next < len(p.words) && p.verb(next) > 0
}

// chargedWith reads the rest of a heading that names bodies by what they were charged with: "Các cơ quan được giao chịu
// trách nhiệm chính từng mô hình".
var chargedWith = pattern.MustCompile(`^(?:chủ trì|chịu trách nhiệm chính|phụ trách|phối hợp)(?:,? (?:chủ trì|phối hợp))?(?: thực hiện| triển khai)?(?: (?:từng|các))?(?: (?:mô hình|nhiệm vụ|nội dung))?[ .:]*$`)

// smallRest reports whether a few small words that say no deed go on with the last name of a
// heading, behind the comma before or at words[i].
func (p *parser) smallRest(i int) bool {
	if p.fold(i) == "," {
		i++
	}
	if len(p.words)-i > 4 || i >= len(p.words) {
		return false
	}
	for ; i < len(p.words); i++ {
		if p.words[i].Mark && p.fold(i) != ":" && p.fold(i) != "." || p.upper(i) || p.verb(i) > 0 || p.begins(i) {
			return false
		}
	}
	return true
}

// openings stand before the bodies that a heading names.
var openings = [][]string{{"đối", "với"}, {"về", "phía"}, {"trách", "nhiệm", "của"}, {"nhiệm", "vụ", "của"}, {"đề", "nghị"}, {"giao"}, {"yêu", "cầu"}}

// pastOpening returns the index behind the opening of a heading, 0 where it has none.
func (p *parser) pastOpening() int {
	for _, w := range openings {
		if p.folds(0, w) {
			return len(w)
		}
	}
	return 0
}
