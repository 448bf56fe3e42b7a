package agency

// The verbs and words that give a role, and what stands around them.

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
)

// idle are the first words of verbs that say no deed beyond taking part.
var idle = map[string]bool{
	"thực": true, "triển": true, "giao": true, "do": true, "cùng": true, "chịu": true, "có": true, "là": true, "làm": true, "giữ": true, "đảm": true, "tham": true, "theo": true, "phụ": true,
}

// saysLead reports whether two words are "chủ trì", perhaps with marks that a recogniser
// misread; saysJoin whether the word behind "phối" is "hợp".
func saysLead(a, b string) bool {
	return (a == "chủ" || a == "chù" || a == "chú") && (b == "trì" || b == "trỉ" || b == "trí")
}

func saysJoin(b string) bool { return b == "hợp" || b == "hơp" || b == "họp" }

// roleVerb reads "chủ trì" and "phối hợp" at words[i].
func (p *parser) roleVerb(i int) (plan.Role, int) {
	n := 0
	switch p.fold(i) {
	case "đồng":
		n = 1
		fallthrough
	case "chủ", "chù", "chú":
		if saysLead(p.fold(i+n), p.fold(i+n+1)) {
			return plan.Lead, n + 2
		}
	case "phối", "phôi", "phổi":
		if saysJoin(p.fold(i+1)) && saysLead(p.fold(i+2), p.fold(i+3)) {
			return plan.Lead, 4 // "Sở Y tế và Công an tỉnh phối hợp chủ trì"
		} else if saysJoin(p.fold(i + 1)) {
			return plan.Cooperate, 2
		}
	case "đầu":
		if p.fold(i+1) == "mối" && i > 0 && !contactNouns[p.fold(i-1)] && !p.words[i-1].Mark {
			return plan.Lead, 2 // "Trung tâm Y tế huyện đầu mối, phối hợp …"
		}
	case "luân":
		if p.fold(i+1) == "phiên" && saysLead(p.fold(i+2), p.fold(i+3)) {
			return plan.Lead, 4
		}
	case "chịu":
		if n := p.answers(i); n > 0 {
			return plan.Lead, n
		}
	}
	return p.roleWords(i)
}

// roleWords reads at words[i] the lexicon's words for a role.
func (p *parser) roleWords(i int) (plan.Role, int) {
	a, n := p.longest(lexicon.Role, i)
	if n == 0 {
		return "", 0
	}
	meaning, last := strings.CutSuffix(a.Canonical, " last")
	if last {
		if p.fold(i+n) == "mô" && p.fold(i+n+1) == "hình" {
			n += 2
		}
		if i+n < len(p.words) && !p.words[i+n].Mark {
			return "", 0
		}
	}
	return plan.Role(meaning), n
}

// handsOver returns where a body begins that something passes to from a time on, said at
// words[i]: "Sở Y tế, sau ngày 01/9/2023 chuyển Bảo hiểm xã hội tỉnh"; 0 where none does.
func (p *parser) handsOver(i int) int {
	if !p.time(i) {
		return 0
	}
	for k := i + 1; k < i+14 && k < len(p.words); k++ {
		switch f := p.fold(k); {
		case f == "chuyển" || f == "giao" || f == "là" || f == "do":
			for k++; p.fold(k) == "giao" || p.fold(k) == "cho" || p.fold(k) == "sang" || p.fold(k) == "về" || p.fold(k) == "là"; k++ {
			}
			if p.begins(k) {
				return k
			}
			return 0
		case f == "," || f == ";" || f == ".":
			return 0
		}
	}
	return 0
}

// colonBehind returns where the colon stands that ends the label of a role of n words at
// words[i]: "Chủ trì thực hiện:", "phối hợp, hỗ trợ:", or the bracket that opens there in its place:
// "Chủ trì (Phòng Kinh tế)"; 0 where it ends none.
func (p *parser) colonBehind(i, n int) int {
	if p.fold(i+n) == "(" && (i == 0 || p.words[i-1].Mark) {
		if p.fold(i+n+2) == ")" && p.fold(i+n+3) == ":" {
			return i + n + 3 // "Chủ trì (CT): Sở Y tế"
		} else if p.begins(i + n + 1) {
			return i + n
		}
	}
	for k := i + n; k <= i+n+5; k++ {
		switch p.fold(k) {
		case ":":
			return k
		case "là":
			if k > i+n && (p.commonNoun(i-2) || p.fold(k-1) == "này") {
				return k // "đơn vị chủ trì thực hiện là Sở Y tế", "Chủ trì việc này là Sở Y tế"
			}
		case ",", "và", "thực", "hiện", "triển", "khai", "tham", "mưu", "chính", "hỗ", "trợ", "gồm":
			continue
		case "việc", "nhiệm", "vụ", "này":
			if k < i+n+3 {
				continue
			}
		}
		break
	}
	return 0
}

// chargedFrom returns where the words begin, right before words[i], that say somebody was charged: "được
// giao", "được phân công"; i where none stand there.
func (p *parser) chargedFrom(i int) int {
	switch {
	case p.fold(i-2) == "được" && p.fold(i-1) == "giao":
		return i - 2
	case p.fold(i-3) == "được" && p.fold(i-2) == "phân" && p.fold(i-1) == "công":
		return i - 3
	}
	return i
}

// commonNoun reports whether a word for any body stands at words[i].
func (p *parser) commonNoun(i int) bool {
	switch p.fold(i) + " " + p.fold(i+1) {
	case "cơ quan", "đơn vị", "bộ phận":
		return true
	}
	return false
}

// label reads at words[i] a label of n words that says by another word than "chủ trì" and
// "phối hợp" what those behind its colon do: "đơn vị đầu mối: …", "cơ quan hướng dẫn: …".
func (p *parser) label(i int) (role plan.Role, n int) {
	switch {
	case p.fold(i) == "ph" && p.fold(i+1) == ":":
		return plan.Cooperate, 2
	case p.fold(i) == "ct" && p.fold(i+1) == ":":
		return plan.Lead, 2
	case p.fold(i) == "đầu" && p.fold(i+1) == "mối" && p.fold(i+2) == ":":
		return plan.Lead, 3
	case p.fold(i) == "thực" && p.fold(i+1) == "hiện" && p.fold(i+2) == ":":
		return plan.Implement, 3
	case p.folds(i, []string{"thực", "hiện", "mô", "hình", "là"}):
		return plan.Implement, 5
	case p.folds(i, []string{"tham", "gia", ":"}):
		return plan.Cooperate, 3
	case p.folds(i, []string{"cùng", "tham", "gia", ":"}), p.folds(i, []string{"cùng", "thực", "hiện", ":"}):
		return plan.Cooperate, 4
	case article(p.fold(i)):
		n++
	}
	if !p.commonNoun(i + n) {
		return "", 0
	}
	end := i + n + 4
	if p.fold(end) == "chính" {
		end++
	}
	if p.fold(end) != ":" && (p.fold(end) != "là" || p.fold(end-2) != "thường") {
		return "", 0
	}
	switch p.fold(i+n+2) + " " + p.fold(i+n+3) {
	case "thực hiện", "triển khai":
		role = plan.Implement
	case "đầu mối", "thường trực":
		role = plan.Lead
	case "tham gia", "đồng hành":
		role = plan.Cooperate
	case "hỗ trợ":
		role = Support
	case "hướng dẫn", "chỉ đạo":
		role = Guide
	}
	return role, end + 1 - i
}

// carriesOut reports whether the verb at words[i] is one of carrying out.
func (p *parser) carriesOut(i int) bool {
	if p.fold(i) == "cùng" {
		i++ // "Công an tỉnh và Bưu điện tỉnh cùng triển khai"
	}
	switch p.fold(i) + " " + p.fold(i+1) {
	case "chủ động", "tích cực", "khẩn trương", "tiếp tục", "trực tiếp", "nghiêm túc":
		i += 2
	}
	switch p.fold(i) + " " + p.fold(i+1) {
	case "thực hiện", "triển khai", "tổ chức", "đảm nhiệm", "phụ trách", "phối hợp", "chủ trì", "chịu trách", "đồng chủ", "tham mưu", "làm đầu", "là đầu", "làm chủ":
		return true
	}
	return false
}

// namedBehind returns where a body begins right behind a role word, perhaps behind "là"; 0
// where none does.
func (p *parser) namedBehind(i int) int {
	if p.fold(i) == "mô" && p.fold(i+1) == "hình" {
		i += 2 // "Chủ trì mô hình là Sở Y tế"
		if p.fold(i) == "này" {
			i++
		}
	}
	if p.fold(i) == "là" {
		i++
	}
	if p.begins(i) && p.upper(i) {
		return i
	}
	return 0
}

// answers returns how many words at words[i] say that somebody is responsible for what others
// cooperate in, as they say next: "Sở Y tế chịu trách nhiệm thực hiện, Công an tỉnh phối hợp".
// Where nobody cooperates they only say who does it.
func (p *parser) answers(i int) int {
	if p.fold(i) != "chịu" || p.fold(i+1) != "trách" || p.fold(i+2) != "nhiệm" {
		return 0
	}
	end := i + 3
	for n := p.verb(end); n > 0; n = p.verb(end) {
		if end += n; p.fold(end) == "," && p.verb(end+1) > 0 && p.fold(end+1) != "có" {
			end++
		}
	}
	if end == i+3 || p.fold(end) != "," && p.fold(end) != ";" {
		return 0
	}
	for k := end; k < len(p.words) && p.fold(k) != "."; k++ {
		if p.fold(k) == "phối" && saysJoin(p.fold(k+1)) {
			return end - i
		}
	}
	return 0
}

// folds reports whether w stands at words[i].
func (p *parser) folds(i int, w []string) bool {
	for k, x := range w {
		if p.fold(i+k) != x {
			return false
		}
	}
	return true
}

// roleAhead reports whether the role of the subject comes later in its clause: "căn cứ
// chức năng, nhiệm vụ chủ trì".
func (p *parser) roleAhead(i int) bool {
	switch p.fold(i) {
	case "căn", "có", "chịu", "được", "là", "giữ", "đóng", "làm", "sẽ", "phải", "cần":
	default:
		k := i + p.verb(i)
		verb, _ := p.roleVerb(k + 1)
		if verb == plan.Lead && k > i && (p.fold(k) == "," || p.fold(k) == "và") {
			return true // "tham mưu, chủ trì"
		}
		for n := k + 3; k > i && k < n; k++ { // "cung cấp số liệu, phối hợp thực hiện"
			if verb, _ := p.roleVerb(k + 1); p.fold(k) == "," && verb == plan.Cooperate {
				return !p.saysWhom(k + 1)
			}
			if k >= len(p.words) || p.words[k].Mark {
				break
			}
		}
		return false
	}
	for j := i; j < len(p.words) && p.fold(j) != ";" && p.fold(j) != "."; j++ {
		if p.fold(j) == "," && j > i+2 && p.upperAt(j+1) && p.actsBehind(j+1) {
			return false // "Sở Y tế có trách nhiệm kết nối dữ liệu, Bảo hiểm xã hội tỉnh phối hợp"
		}
		if verb, _ := p.roleVerb(j); verb != "" {
			return true
		}
	}
	return false
}

// saysWhom reports whether bodies are named behind "phối hợp" at words[i].
func (p *parser) saysWhom(i int) bool {
	_, n := p.roleVerb(i)
	return p.begins(p.skipWith(i + n))
}

// skipWith skips "với", "chặt chẽ với", "cùng" after "phối hợp".
func (p *parser) skipWith(i int) int {
	for {
		switch p.fold(i) {
		case "là", "có", "với", "cùng", "chặt", "chẽ", "tốt", "thực", "hiện", "làm", "cho", "giữa", "của", "gồm", "bao", "thuộc", "về":
			i++
			continue
		}
		return i
	}
}

// skipDeed skips what a body does, up to the next clause or the next role.
func (p *parser) skipDeed(i int) int {
	object := false // the deed is done to a body
	for from := i; i < len(p.words); i++ {
		if verb, _ := p.roleVerb(i); verb != "" {
			return i
		}
		switch f := p.fold(i); {
		case f == ";" || f == ".":
			return i + 1
		case f == "," && p.fold(i+1) == "còn" && p.separates(i+1):
			return i + 2
		case f == "," && p.fold(i+1) == "trong" && p.fold(i+2) == "đó" && p.actsBehind(i+3):
			return i + 3
		case f == "," && (p.actsBehind(i+1) || !object && i < from+6 && p.carriesBehind(i+1) || p.anotherActs(from, i)):
			return i + 1
		case (f == "do" || f == "giao") && i > from && (p.begins(i+1) || p.fold(i+1) == "cho" && p.begins(i+2)):
			return i
		case f == "dưới" || f == "theo":
			if p.guidedBy(i) > 0 {
				return i
			}
		}
		object = object || i < from+6 && p.begins(i)
	}
	return i
}

// anotherActs reports whether a body of its own name and what it does stand behind the comma
// at words[comma], while what is done from words[from] on is done to no body: "tham mưu bố trí
// kinh phí, Công an tỉnh mua sắm thiết bị".
func (p *parser) anotherActs(from, comma int) bool {
	if !p.upperAt(comma+1) || !p.begins(comma+1) || comma > from+16 {
		return false
	}
	if _, next := p.list(comma+1, false); p.verb(next) == 0 || p.fold(next) == "theo" || p.fold(next) == "trong" || p.fold(next) == "trước" {
		return false
	}
	for i := from; i < comma; i++ {
		if p.begins(i) {
			return false
		}
	}
	return true
}

// carriesBehind reports whether bodies begin at words[i] of which nothing is said but that
// they carry something out: "Công an xã tham mưu, Văn phòng UBND xã thực hiện".
func (p *parser) carriesBehind(i int) bool {
	if !p.begins(i) {
		return false
	}
	_, next := p.list(i, false)
	if !p.carriesOut(next) && p.fold(next) != "hỗ" && p.fold(next) != "giám" {
		return false
	}
	k := next + p.verb(next)
	return k >= len(p.words) || p.words[k].Mark || p.verb(k) > 0
}

// actsBehind reports whether bodies begin at words[i] of which a role is said next: "…,
// các phòng liên quan phối hợp".
func (p *parser) actsBehind(i int) bool {
	if !p.begins(i) {
		return false
	}
	_, next := p.list(i, false)
	verb, _ := p.roleVerb(next)
	return verb != "" || p.fold(next) == "hỗ" || p.fold(next) == "tham" && p.fold(next+1) == "gia" || (p.fold(next) == "là" || p.fold(next) == "giữ") && p.roleAhead(next)
}
