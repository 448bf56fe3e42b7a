package agency

import (
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Assigned is a body with the role that a phrase gives it: Lead and Cooperate where it
// says so, Implement where it names the body with neither word.
type Assigned struct {
	Match
	Role plan.Role
}

// Roles reads who does what in the text of a field that names the executing bodies:
// "Sở Y tế chủ trì, phối hợp Công an tỉnh; Bảo hiểm xã hội tỉnh và các đơn vị có liên
// quan". Only the subject and those it cooperates with count; whoever is told or given
// something does not.
func Roles(s string) []Assigned {
	p := parser{s: s, words: normalize.Words(s)}
	var out []Assigned
	var pending []Match // named, their role still to come
	settle := func(r plan.Role) {
		for _, m := range pending {
			out = append(out, Assigned{m, r})
		}
		pending = nil
	}
	for i := 0; i < len(p.words); {
		switch verb, n := p.roleVerb(i); {
		case verb != "" && p.fold(i+n) == ":": // "Chủ trì: …; phối hợp: …"
			pending = p.dropNoun(pending, i)
			settle(plan.Implement)
			pending, i = p.list(i+n+1, true)
			settle(verb)
		case verb == plan.Lead && len(pending)+len(out) == 0 && p.namedBehind(i+n) > 0: // "Chủ trì là Sở Y tế"
			pending, i = p.list(p.namedBehind(i+n), false)
			settle(plan.Lead)
		case verb == plan.Lead:
			settle(plan.Lead)
			i += n
			if p.fold(i) == "," && p.fold(i+1) == "cùng" {
				i++
			}
			if p.fold(i) == "cùng" { // "chủ trì cùng Bưu điện tỉnh"
				pending, i = p.list(p.skipWith(i), false)
				settle(plan.Cooperate)
				continue
			}
			if next, _ := p.roleVerb(i); next == "" && i < len(p.words) && !p.words[i].Mark && !p.separates(i) {
				i = p.skipDeed(i)
			}
		case verb == plan.Cooperate:
			with, next := p.list(p.skipWith(i+n), true)
			if len(with) == 0 && len(pending) > 0 {
				settle(plan.Cooperate) // "…, Công an tỉnh phối hợp"
			}
			settle(plan.Implement)
			pending, i = with, max(next, i+n)
			settle(plan.Cooperate)
		case p.fold(i) == "giao" || p.fold(i) == "do":
			i++
		case p.fold(i) == "(":
			if role := p.roleInBrackets(i); role != "" {
				settle(role) // "Công an tỉnh, Sở Y tế (phối hợp)"
			}
			i = p.past(i)
		case p.verb(i) > 0 && len(pending)+len(out) > 0:
			if !p.roleAhead(i) {
				settle(plan.Implement)
			}
			i = p.skipDeed(i + p.verb(i))
		case p.separates(i) || p.words[i].Mark:
			i++
		default:
			first := len(pending)+len(out) == 0
			found, next := p.list(i, first)
			if len(found) == 0 && !first {
				next = p.skipDeed(i)
			}
			pending, i = append(pending, found...), max(next, i+1)
		}
	}
	settle(plan.Implement)
	return out
}

// SaysDeed reports whether s says what somebody does, beyond leading and cooperating.
func SaysDeed(s string) bool {
	p := parser{s: s, words: normalize.Words(s)}
	for i := 0; i < len(p.words); i++ {
		if verb, n := p.roleVerb(i); verb != "" {
			i += n - 1
			continue
		}
		if end := p.entity(i); end > i {
			i = end - 1
			continue
		}
		if f := p.fold(i); p.verb(i) > 0 && f != "thực" && f != "triển" && f != "giao" && f != "do" {
			return true
		}
	}
	return false
}

// roleVerb reads "chủ trì" and "phối hợp" at words[i].
func (p *parser) roleVerb(i int) (plan.Role, int) {
	n := 0
	if p.fold(i) == "đồng" {
		n++
	}
	switch {
	case p.fold(i+n) == "chủ" && p.fold(i+n+1) == "trì":
		return plan.Lead, n + 2
	case p.fold(i) == "phối" && p.fold(i+1) == "hợp":
		return plan.Cooperate, 2
	}
	for _, w := range leadWords {
		if p.folds(i, w) {
			return plan.Lead, len(w)
		}
	}
	return "", 0
}

// roleInBrackets returns the role that stands alone in the brackets that words[i] opens.
func (p *parser) roleInBrackets(i int) plan.Role {
	if role, n := p.roleVerb(i + 1); n > 0 && p.fold(i+1+n) == ")" {
		return role
	}
	return ""
}

// namedBehind returns where a body begins right behind a role word, perhaps behind "là"; 0
// where none does.
func (p *parser) namedBehind(i int) int {
	if p.fold(i) == "là" {
		i++
	}
	if p.begins(i) && p.upper(i) {
		return i
	}
	return 0
}

// leadWords say who leads in other words than "chủ trì".
var leadWords = [][]string{{"chịu", "trách", "nhiệm", "chính"}, {"là", "đơn", "vị", "đầu", "mối"}, {"là", "cơ", "quan", "đầu", "mối"}}

// folds reports whether w stands at words[i].
func (p *parser) folds(i int, w []string) bool {
	for k, x := range w {
		if p.fold(i+k) != x {
			return false
		}
	}
	return true
}

// SaysLead reports whether s says who leads.
func SaysLead(s string) bool {
	p := parser{s: s, words: normalize.Words(s)}
	for i := range p.words {
		if role, _ := p.roleVerb(i); role == plan.Lead {
			return true
		}
	}
	return false
}

// roleAhead reports whether the role of the subject comes later in its clause: "căn cứ
// chức năng, nhiệm vụ chủ trì".
func (p *parser) roleAhead(i int) bool {
	if f := p.fold(i); f != "căn" && f != "có" && f != "chịu" && f != "được" && f != "là" {
		return false
	}
	for j := i; j < len(p.words) && p.fold(j) != ";" && p.fold(j) != "."; j++ {
		if verb, _ := p.roleVerb(j); verb == plan.Lead {
			return true
		}
	}
	return false
}

// skipWith skips "với", "chặt chẽ với", "cùng" after "phối hợp".
func (p *parser) skipWith(i int) int {
	for {
		switch p.fold(i) {
		case "là", "với", "cùng", "chặt", "chẽ", "tốt", "thực", "hiện", "cho", "giữa", "của":
			i++
			continue
		}
		return i
	}
}

// skipDeed skips what a body does, up to the next clause or the next role.
func (p *parser) skipDeed(i int) int {
	for i < len(p.words) {
		if verb, _ := p.roleVerb(i); verb != "" {
			return i
		}
		if f := p.fold(i); f == ";" || f == "." {
			return i + 1
		}
		i++
	}
	return i
}

// dropNoun drops "Cơ quan" of "Cơ quan chủ trì:", which names nobody.
func (p *parser) dropNoun(pending []Match, i int) []Match {
	n := len(pending)
	if n > 0 && i > 0 && pending[n-1].End == p.words[i-1].End {
		return pending[:n-1]
	}
	return pending
}

// Awaited returns the bodies whose act a time waits for: "sau khi Cục C06 triển khai
// giải pháp", "theo lộ trình của Bộ Tư pháp và Bộ Công an", "khi có hướng dẫn của …".
func Awaited(s string) []Match {
	p := parser{s: s, words: normalize.Words(s)}
	for i := range p.words {
		f, next := p.fold(i), p.fold(i+1)
		switch {
		case f == "khi" && p.begins(i+1):
			found, _ := p.list(i+1, false)
			return found
		case f == "của" && (p.fold(i-1) == "trình" || p.fold(i-1) == "dẫn" || p.fold(i-1) == "khai" || p.fold(i-1) == "bản") && p.begins(i+1):
			found, _ := p.list(i+1, false)
			return found
		case i == 0 && p.begins(0) && next != "":
			if found, at := p.list(0, false); p.verb(at) > 0 {
				return found
			}
		}
	}
	return nil
}
