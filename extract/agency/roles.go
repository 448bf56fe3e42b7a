package agency

import (
	"slices"
	"strings"

	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Assigned is a body with the role that a phrase gives it: Lead and Cooperate where it
// says so, Implement where it names the body with neither word.
type Assigned struct {
	Match
	Role plan.Role
}

// Support is the role of a body that only helps (hỗ trợ) whoever leads, Guide that of one
// whose guidance (chỉ đạo, hướng dẫn) is followed.
const (
	Support plan.Role = "support"
	Guide   plan.Role = "guide"
)

// Roles reads who does what in the text of a field that names the executing bodies:
// "Sở Y tế chủ trì, phối hợp Công an tỉnh; Bảo hiểm xã hội tỉnh và các đơn vị có liên
// quan". Only the subject and those it cooperates with count; whoever is told or given
// something does not.
func Roles(s string) []Assigned {
	r := borrow()
	defer r.giveBack()
	return r.Roles(s)
}

// Roles is the function Roles.
func (all *Sentences) Roles(s string) []Assigned {
	r := roles{parser: all.parser(s), last: plan.Implement}
	for i := r.pastThis(); i < len(r.words); {
		i = r.step(i)
	}
	r.settle(r.last)
	return slices.DeleteFunc(r.out, func(a Assigned) bool {
		name := normalize.Fold(s[a.Start:a.End])
		return bareNoun[name] || a.Role == plan.Implement && r.leads(name)
	})
}

// leads reports whether a body, by its folded name, is said to lead: "Sở Y tế phối hợp với Công an tỉnh thực hiện, trong
// đó Sở Y tế chủ trì".
func (r *roles) leads(name string) bool {
	return slices.ContainsFunc(r.out, func(a Assigned) bool { return a.Role == plan.Lead && normalize.Fold(r.s[a.Start:a.End]) == name })
}

// bareNoun are words for bodies that name none: what is left of a label cut in two.
var bareNoun = map[string]bool{"cơ quan": true, "đơn vị": true, "trách nhiệm": true, "vai trò": true, "cq": true, "đv": true, "người": true, "bên": true}

// roles reads a text from left to right.
type roles struct {
	parser
	out     []Assigned
	pending []Match   // named, their role still to come
	last    plan.Role // of those at the end of whom nothing is said
}

// settle gives the pending bodies their role.
func (r *roles) settle(role plan.Role) { r.settleFirst(len(r.pending), role) }

// settleFirst gives the first n of the pending bodies their role; the others wait for theirs.
func (r *roles) settleFirst(n int, role plan.Role) {
	for _, m := range r.pending[:n] {
		r.out = append(r.out, Assigned{m, role})
	}
	r.pending = r.pending[n:]
}

// between returns what stands in the text before the n-th of the pending bodies, behind the one before it.
func (r *roles) between(n int) string { return r.s[r.pending[n-1].End:r.pending[n].Start] }

// settleBefore gives the pending bodies their role, but for the last where brackets at
// words[i] give that another: "phối hợp: Sở Tư pháp; UBND cấp xã (thực hiện)".
func (r *roles) settleBefore(i int, role plan.Role) {
	other := r.bracketed(i)
	r.settleButLast(role, other != "" && other != role)
}

// settleAhead gives the pending bodies their role, but for those behind the last ";" where another
// role stands behind them: "cơ quan chủ trì là Sở Y tế; Sở Tư pháp và Công an tỉnh phối hợp".
func (r *roles) settleAhead(i int, role plan.Role) {
	other := r.verbAhead(i)
	for n := len(r.pending) - 1; n > 0 && other != "" && other != role; n-- {
		if strings.Contains(r.between(n), ";") {
			r.settleFirst(n, role)
			return
		}
	}
	if n := len(r.pending); n > 1 && role == plan.Lead && (other == plan.Cooperate && r.endsBehindVerb(i) || r.jointly(i) || r.doesIt(i)) {
		r.settleFirst(1, role) // "Chủ trì: Sở Y tế, Công an tỉnh phối hợp": one leads
		return
	}
	r.settle(role)
}

// doesIt reports whether it is said at words[i] that whoever stands before them carries out what another leads: "Chủ
// trì là Sở Y tế, các bệnh viện là đơn vị trực tiếp thực hiện".
func (r *roles) doesIt(i int) bool {
	if r.fold(i) == "là" && (r.commonNoun(i+1) || r.fold(i+1) == "nơi") {
		i += 2
		if r.fold(i-1) != "nơi" {
			i++
		}
		return r.carriesOut(i)
	}
	return r.fold(i) == "trực" && r.fold(i+1) == "tiếp" && r.carriesOut(i)
}

// jointly reports whether a clause ends at words[i] with what says that others join: "…, các trạm y tế cùng thực
// hiện". The list of bodies before may have taken "cùng" for what parts two.
func (r *roles) jointly(i int) bool {
	switch {
	case r.fold(i) == "cùng":
		i++
	case r.fold(i-1) != "cùng":
		return false
	}
	switch r.fold(i) + " " + r.fold(i+1) {
	case "thực hiện", "triển khai", "tham gia", "làm ":
		return i+2 >= len(r.words) || r.words[i+2].Mark
	}
	return false
}

// endsBehindVerb reports whether a clause ends behind the verb of a role at words[i].
func (r *roles) endsBehindVerb(i int) bool {
	_, n := r.roleVerb(i)
	switch r.fold(i + n) {
	case "", ".", ";", ")":
		return n > 0
	case "thực":
		return r.fold(i+n+1) == "hiện" && (i+n+2 >= len(r.words) || r.words[i+n+2].Mark)
	}
	return false
}

// verbAhead returns the role whose verb stands at words[i], perhaps behind "có trách nhiệm"; "" where none does
// or its bodies stand behind it: "phối hợp: …".
func (r *roles) verbAhead(i int) plan.Role {
	if r.fold(i) == "có" && r.fold(i+1) == "trách" && r.fold(i+2) == "nhiệm" {
		i += 3
	}
	verb, n := r.roleVerb(i)
	if r.colonBehind(i, n) > 0 {
		return ""
	}
	return verb
}

// settleButLast gives the pending bodies their role, but for the last of several where it
// has one of its own.
func (r *roles) settleButLast(role plan.Role, own bool) {
	n := len(r.pending)
	if n > 1 && own {
		n--
	}
	r.settleFirst(n, role)
}

// first reports whether nobody has been named so far.
func (r *roles) first() bool { return len(r.pending)+len(r.out) == 0 }

// belongsTo returns where the body begins to which a role belongs that ends before words[i]:
// "(chủ trì) mô hình thuộc về Hội Khuyến học"; 0 where none does.
func (r *roles) belongsTo(i int) int {
	if r.fold(i) == "của" && r.noun(i-2) && r.begins(i+1) {
		return i + 1 // "vai trò chủ trì của Sở Y tế"
	}
	for j := i; j < i+4 && j+2 < len(r.words); j++ {
		if r.fold(j) == "thuộc" && r.fold(j+1) == "về" && r.begins(j+2) {
			return j + 2
		}
	}
	return 0
}

// step reads what stands at words[i] and returns where to go on, always further on.
func (r *roles) step(i int) int {
	if role, n := r.label(i); role != "" {
		r.settle(plan.Implement)
		r.pending, i = r.list(i+n, true)
		r.settleAhead(i, role)
		return i
	}
	if role, at := r.announced(i); at > 0 {
		r.settle(plan.Implement)
		r.pending, i = r.list(at, false)
		r.settleAhead(i, role)
		return i
	}
	if r.joinsInBrackets(i) {
		beside, _ := r.list(i+1, false)
		for _, m := range beside {
			r.out = append(r.out, Assigned{m, plan.Cooperate})
		}
		return r.past(i)
	}
	switch verb, n := r.roleVerb(i); {
	case verb != "" && r.colonBehind(i, n) > 0: // "Chủ trì: …; phối hợp: …"
		r.dropNoun(i)
		r.settle(plan.Implement)
		r.pending, i = r.list(r.colonBehind(i, n)+1, true)
		if r.verbAhead(i) != "" {
			r.settleAhead(i, verb) // "Chủ trì: Sở Y tế; Công an tỉnh phối hợp"
		} else {
			r.settleBefore(i, verb)
		}
		return i
	case verb != "" && r.noun(i) && r.names(i, n): // "Cơ quan chủ trì là Sở Y tế"
		r.dropNoun(i)
		r.settle(plan.Implement)
		r.pending, i = r.list(r.skipWith(i+n), true)
		r.settleAhead(i, verb)
		return i
	case verb == plan.Lead && r.belongsTo(i+n) > 0: // "Trách nhiệm chủ trì mô hình thuộc về …"
		r.dropNoun(i)
		r.settle(plan.Implement)
		r.pending, i = r.list(r.belongsTo(i+n), true)
		r.settleAhead(i, verb)
		return i
	case verb == plan.Lead:
		return r.lead(i, n)
	case verb == plan.Cooperate:
		return r.cooperate(i, n)
	case r.fold(i) == "(" && r.first():
		return i + 1 // "(Công an xã thực hiện, thường xuyên)"
	case r.fold(i) == "(":
		r.brackets(i)
		return r.past(i)
	case !r.first() && r.joinedBy(i):
		r.settle(plan.Implement)
		r.pending, i = r.list(i+1, false)
		r.settle(plan.Cooperate)
		return r.skipDeed(i)
	case r.supportedBy(i) > 0:
		r.settle(plan.Implement)
		r.pending, i = r.list(r.supportedBy(i), false)
		r.settle(Support)
		return i
	case (r.fold(i) == "dưới" || r.fold(i) == "theo") && r.guidedBy(i) > 0:
		if r.ledBy(i) {
			r.settle(plan.Cooperate)
			return r.guided(r.guidedBy(i), plan.Lead)
		}
		r.settle(plan.Implement)
		return r.guided(r.guidedBy(i), Guide)
	case len(r.pending) > 0 && r.guides(i):
		r.settle(Guide)
		return r.skipDeed(i)
	case len(r.pending) > 0 && r.fold(i) == "giao" && r.hands(i) > 0: // "UBND tỉnh giao Công an tỉnh chủ trì"
		r.pending = nil
		return i + r.hands(i)
	case len(r.pending) > 0 && r.fold(i) == "do" && r.fold(i-1) == "," && r.begins(i+1): // "triển khai tại các nhà trọ, do Công an xã chủ trì"
		r.pending = nil
		return i + 1
	case r.fold(i) == "giao" || r.fold(i) == "do" || r.fold(i) == "cho":
		return i + 1
	case r.first() && r.circumstance(i):
		return r.pastCircumstance(i)
	case r.first() && r.charges(i) > 0:
		return i + r.charges(i)
	case len(r.pending) > 0 && r.hands(i) > 0: // "Đảng ủy lãnh đạo, chỉ đạo Phòng Kinh tế thực hiện"
		r.pending = nil
		return i + r.hands(i)
	case r.helps(i):
		r.settle(Support)
		return r.skipDeed(i)
	case r.takesPart(i):
		r.settle(plan.Cooperate)
		return r.skipDeed(i)
	case r.verb(i) > 0 && !r.first():
		if !r.roleAhead(i) {
			r.settle(plan.Implement)
		}
		return r.skipDeed(i + r.verb(i))
	case r.separates(i) || r.words[i].Mark:
		return i + 1
	case r.namesNone(i):
		return max(r.pastNone(i), i+1)
	}
	first := r.first()
	found, next := r.list(i, first && r.opens(i))
	if len(found) == 0 && !first && r.clause(i) { // "…; cán bộ Tư pháp phối hợp"
		if found, next = r.list(i, true); !r.roleAt(next) && !r.follows(i) {
			found = nil
		} else if n := len(r.pending); n > 0 && len(found) > 0 && r.fold(i-1) == "," && !r.upper(i) && !r.level(i-2) {
			r.pending[n-1].End, found = found[0].End, found[1:] // "các trường mầm non, trung tâm"
			r.pending = append(r.pending, found...)
			return max(next, i+1)
		}
	}
	if len(found) == 0 && (!first || !r.opens(i)) {
		next = r.skipDeed(i)
	}
	r.pending = append(r.pending, found...)
	return max(next, i+1)
}

// lead reads on at a word of n words that says who leads: whoever was named before it,
// else the body right behind it ("Chủ trì là Sở Y tế").
func (r *roles) lead(i, n int) int {
	if at := r.namedBehind(i + n); at > 0 && r.first() {
		r.pending, i = r.list(at, false)
		r.settle(plan.Lead)
		return i
	}
	r.settle(plan.Lead)
	i += n
	if r.fold(i) == "," && r.fold(i+1) == "cùng" {
		i++
	} else if r.fold(i+2) == "cùng" && r.carriesOut(i) && r.begins(r.skipWith(i+2)) {
		i += 2 // "chủ trì thực hiện cùng Bưu điện tỉnh"
	}
	if r.fold(i) == "cùng" { // "chủ trì cùng Bưu điện tỉnh"
		r.pending, i = r.list(r.skipWith(i), false)
		if n := len(r.pending) - 1; n > 0 && r.predicate(i) && strings.Contains(r.between(n), ";") {
			r.settleFirst(n, plan.Cooperate) // "chủ trì cùng Bưu điện tỉnh; Công an tỉnh là nơi trực tiếp triển khai"
			return i
		}
		r.settle(plan.Cooperate)
		return i
	}
	if next, _ := r.roleVerb(i); next == "" && i < len(r.words) && !r.words[i].Mark && !r.separates(i) {
		return r.skipDeed(i)
	}
	return i
}

// dropNoun drops "Cơ quan" of "Cơ quan chủ trì:", which names nobody.
func (r *roles) dropNoun(i int) {
	named := r.chargedFrom(i)
	if named <= 0 {
		return
	}
	at := r.words[named-1].End
	if n := len(r.pending); n > 0 && r.pending[n-1].End == at {
		r.pending = r.pending[:n-1]
	} else if n := len(r.out); n > 0 && r.out[n-1].End == at && r.noun(i) {
		r.out = r.out[:n-1]
	}
}

// charges returns how many words at words[i] only say that somebody is charged: "Phân công",
// "Yêu cầu".
func (r *roles) charges(i int) int {
	switch r.fold(i) + " " + r.fold(i+1) {
	case "phân công", "yêu cầu", "đề nghị":
		return 2
	}
	return 0
}

// hands returns how many words at words[i] hand the work on to bodies behind them; 0 where
// none do.
func (r *roles) hands(i int) int {
	n := 0
	switch {
	case r.folds(i, []string{"lãnh", "đạo", ",", "chỉ", "đạo"}):
		n = 5
	case r.folds(i, []string{"lãnh", "đạo", "chỉ", "đạo"}):
		n = 4
	case r.folds(i, []string{"giao", "cho"}), r.folds(i, []string{"chỉ", "đạo"}):
		n = 2
	case r.fold(i) == "giao":
		n = 1
	}
	if n == 0 || !r.begins(i+n) {
		return 0
	}
	if _, next := r.list(i+n, false); r.carriesOut(next) {
		return n
	}
	return 0
}

// noun reports whether a word for bodies, or for what is theirs, stands before words[i]: "cơ
// quan chủ trì", "trách nhiệm chủ trì".
func (r *roles) noun(i int) bool {
	switch f := r.fold(i - 1); f {
	case "quan", "vị", "phận":
		return true
	case "giao", "công": // "đơn vị được phân công chủ trì"
		return r.commonNoun(r.chargedFrom(i) - 2)
	case "nhiệm", "trò":
		before := r.fold(i-2) + " " + f
		return before == "trách nhiệm" || before == "vai trò"
	}
	return false
}

// opens reports whether a list may begin at words[i] with a name of no known sort: at the
// start, behind a mark or whoever charges.
func (r *roles) opens(i int) bool {
	switch r.fold(i - 1) {
	case "giao", "do", "cho", "công", "":
		return true
	}
	return r.words[i-1].Mark || r.separates(i-1)
}

// names reports whether a role of n words at words[i], with a word for bodies before it,
// labels who stands behind it: "cơ quan phối hợp gồm Sở Y tế", "Cơ quan chủ trì Sở Tư
// pháp".
func (r *roles) names(i, n int) bool {
	switch r.fold(i + n) {
	case "là", "gồm", "bao", "thuộc":
		return true
	}
	switch r.fold(r.chargedFrom(i) - 3) {
	case "", ",", ";", ".", "các", "-", "+":
		return r.namedBehind(i+n) > 0
	}
	return false
}

// clause reports whether words[i] begins a clause.
func (r *roles) clause(i int) bool {
	switch r.fold(i - 1) {
	case ";", ".", ",", "-", "+":
		return true
	}
	return false
}

// follows reports whether a name goes on the list right before it: "…, Sở Y tế (chủ trì),
// Tiki".
func (r *roles) follows(i int) bool {
	if i < 2 || r.fold(i-1) != "," || !r.upper(i) {
		return false
	}
	at := r.words[i-2].End
	if r.fold(i-2) == ")" {
		return len(r.out)+len(r.pending) > 0
	}
	n, k := len(r.pending), len(r.out)
	return n > 0 && r.pending[n-1].End == at || n == 0 && k > 0 && r.out[k-1].End == at
}

// roleAt reports whether a role stands at words[i], perhaps behind a colon.
func (r *roles) roleAt(i int) bool {
	if r.fold(i) == ":" {
		i++
	}
	verb, _ := r.roleVerb(i)
	return verb != ""
}
