package agency

import (
	"slices"
	"strings"

	"kehoach/extract/plan"
	"kehoach/normalize"
)

// Who cooperates with whoever leads, takes part, helps or guides.

// cooperate reads on at "phối hợp": with whom, or, where nobody is named behind it, that
// those before it do.
func (r *roles) cooperate(i, n int) int {
	at := r.skipWith(i + n)
	if f := r.fold(at); len(r.pending) > 0 && (f == ";" || f == ".") {
		r.settleActors()
		r.settleBesides()
		r.settle(plan.Cooperate) // "…, Công an tỉnh phối hợp; Bệnh viện Chợ Rẫy hỗ trợ"
		return at + 1
	}
	with, next := r.list(at, r.saysWith(i+n, at) || r.upperAt(at))
	if len(with) == 0 {
		r.settleActors()
		r.settleBesides()
		r.settle(plan.Cooperate) // "…, Công an tỉnh phối hợp"
	}
	r.settle(plan.Implement)
	r.pending = with
	r.settle(plan.Cooperate)
	return max(next, i+n)
}

// settleBesides lets the first bodies implement where a comma and "cùng" behind them name the
// others, who cooperate: "Phòng Y tế, cùng với Công an huyện phối hợp".
func (r *roles) settleBesides() {
	for n := 1; n < len(r.pending) && len(r.out) == 0; n++ {
		between := normalize.Fold(r.between(n))
		if besides := strings.TrimLeft(between, " ,"); besides != between && strings.HasPrefix(besides, "cùng ") {
			r.settleFirst(n, plan.Implement)
			return
		}
	}
}

// guided reads the bodies whose guidance is followed or who lead the others, from words[i] on, and returns where
// to go on.
func (r *roles) guided(i int, role plan.Role) int {
	r.pending, i = r.list(i, false)
	if verb, _ := r.roleVerb(i); verb != "" { // "… dưới sự hướng dẫn của Sở Y tế; UBND xã phối hợp", "Theo hướng dẫn của Sở Y tế, UBND xã chủ trì"
		for n := len(r.pending) - 1; n > 0; n-- {
			between := r.between(n)
			if strings.Contains(between, ";") || (verb == plan.Lead || role == plan.Lead) && n == len(r.pending)-1 && strings.Contains(between, ",") {
				r.settleFirst(n, role)
				return i
			}
		}
	}
	if n := len(r.pending) - 1; n > 0 && strings.Contains(r.between(n), ",") && r.predicate(i) {
		r.settleFirst(n, role) // "Dưới sự chỉ đạo của UBND huyện, Công an các xã ra quân …"
		return i
	}
	r.settle(role)
	return i
}

// predicate reports whether words go on at words[i] that say what whoever stands before them does: no mark, no time.
func (r *roles) predicate(i int) bool {
	if i >= len(r.words) || r.words[i].Mark || r.time(i) {
		return false
	}
	switch r.fold(i) {
	case "và", "trong", "từ", "vào", "đến", "theo", "để", "tại", "ở", "về":
		return false
	}
	return true
}

// saysWith reports whether a word such as "với" stands from words[i] to words[end], behind
// which bodies are named.
func (r *roles) saysWith(i, end int) bool {
	for ; i < end; i++ {
		switch r.fold(i) {
		case "với", "cùng", "giữa", "của", "gồm", "là", "có":
			return true
		}
	}
	return false
}

// settleActors lets the first of the pending bodies act where ";" parts it from those that
// cooperate and nobody leads: "UBND xã; các nhà mạng phối hợp".
func (r *roles) settleActors() {
	if len(r.pending) < 2 || len(r.out) > 0 || !strings.Contains(r.between(1), ";") {
		return
	}
	r.settleFirst(1, plan.Implement)
}

// helps reports whether the pending bodies help somebody who leads: "Sở Y tế chủ trì, Công
// an tỉnh hỗ trợ kỹ thuật".
func (r *roles) helps(i int) bool {
	if len(r.pending) == 0 || r.fold(i) != "hỗ" || r.fold(i+1) != "trợ" {
		return false
	}
	if verb, _ := r.roleVerb(i + 3); verb == plan.Cooperate && (r.fold(i+2) == "," || r.fold(i+2) == "và") {
		return false // "Công an tỉnh hỗ trợ, phối hợp"
	}
	return slices.ContainsFunc(r.out, func(a Assigned) bool { return a.Role == plan.Lead }) || r.fold(i+2) == ";" && r.leadAhead(i)
}

// takesPart reports whether the pending bodies take part in what another leads: "Sở Y tế chủ
// trì, Công an tỉnh tham gia".
func (r *roles) takesPart(i int) bool {
	if len(r.pending) == 0 {
		return false
	}
	at := i
	if r.fold(i-1) == "cùng" {
		at-- // which the list of bodies took for what parts two
	}
	if r.fold(at) == "cùng" && joint[r.fold(at+1)+" "+r.fold(at+2)] && (at+3 >= len(r.words) || r.words[at+3].Mark || r.fold(at+1) == "tham" && r.verb(at+3) > 0) {
		return slices.ContainsFunc(r.out, func(a Assigned) bool { return a.Role == plan.Lead })
	}
	if r.fold(i) == "cử" {
		for i++; i < len(r.words) && !r.words[i].Mark && r.fold(i) != "tham"; i++ { // "cử công chức tham gia"
		}
	}
	if r.fold(i) != "tham" || r.fold(i+1) != "gia" || i+2 < len(r.words) && !r.words[i+2].Mark && r.fold(i+2) != "thực" {
		return false
	}
	return slices.ContainsFunc(r.out, func(a Assigned) bool { return a.Role == plan.Lead })
}

// joint are the verbs behind "cùng" that say no more than that others join in.
var joint = map[string]bool{"thực hiện": true, "triển khai": true, "tham gia": true, "vào cuộc": true, "đồng hành": true, "chung tay": true, "làm .": true, "làm ;": true, "làm ": true}

// leadAhead reports whether somebody is said to lead behind words[i].
func (r *roles) leadAhead(i int) bool {
	for ; i < len(r.words); i++ {
		if role, _ := r.roleVerb(i); role == plan.Lead {
			return true
		}
	}
	return false
}

// guiding are the verbs of those who see to it that others do what is to be done.
var guiding = map[string]bool{"chỉ đạo": true, "hướng dẫn": true, "lãnh đạo": true, "đôn đốc": true, "giám sát": true, "theo dõi": true, "kiểm tra": true}

// skill is in what they guide.
var skill = map[string]bool{"kỹ thuật": true, "nghiệp vụ": true, "chuyên môn": true}

// guides reports whether the pending bodies do nothing but guide others, who are named next or
// have been: "Sở Y tế hướng dẫn; các bệnh viện thực hiện".
func (r *roles) guides(i int) bool {
	k := i
	for guiding[r.fold(k)+" "+r.fold(k+1)] {
		if k += 2; r.fold(k) == "," && !r.begins(k+1) {
			k++
		}
	}
	if k > i && skill[r.fold(k)+" "+r.fold(k+1)] {
		k += 2
	}
	if k > i && len(r.out) > 0 && (k >= len(r.words) || r.fold(k) == ";" || r.fold(k) == ".") {
		return true // "Trạm Y tế xã thực hiện; Sở Y tế hướng dẫn."
	}
	return k > i && (r.fold(k) == ";" || r.fold(k) == ",") && r.carriesBehind(k+1)
}

// guidedBy reads at words[i] whose guidance is followed: "dưới sự chỉ đạo của Sở Y tế",
// "theo hướng dẫn của Công an tỉnh". It returns where the bodies begin, 0 where it is not
// said.
func (p *parser) guidedBy(i int) int {
	k := i + 1
	if p.fold(k) == "sự" {
		k++
	} else if p.fold(i) != "theo" {
		return 0
	}
	for n := k; k < n+10; k++ {
		switch p.fold(k) + " " + p.fold(k+1) {
		case "chỉ đạo", "hướng dẫn", "lãnh đạo", "điều hành", "giám sát", "quản lý", "chủ trì":
			k++
			continue
		}
		switch p.fold(k) {
		case ",", "và", "chung", "trực", "tiếp":
			continue
		case "của":
			if k > n && p.begins(k+1) {
				return k + 1
			}
		}
		break
	}
	return 0
}

// ledBy reports whether it is said at words[i] under whose lead the others work: "dưới sự chủ trì của Sở Y tế".
func (p *parser) ledBy(i int) bool {
	return p.folds(i, []string{"dưới", "sự", "chủ", "trì", "của"})
}

// supportedBy reads at words[i] whose help is had: "với sự hỗ trợ của VNPT". It returns where the
// bodies begin, 0 where it is not said.
func (p *parser) supportedBy(i int) int {
	if p.fold(i) == "với" || p.fold(i) == "có" || p.fold(i) == "cùng" {
		i++
	}
	if !p.folds(i, []string{"sự", "hỗ", "trợ"}) && !p.folds(i, []string{"sự", "giúp", "đỡ"}) {
		return 0
	}
	for k := i + 3; k < i+7; k++ { // "hỗ trợ kỹ thuật của"
		if p.fold(k) == "của" && p.begins(k+1) {
			return k + 1
		}
	}
	return 0
}

// joinedBy reports whether others join those before words[i]: "Phòng Nội vụ, có Thanh tra huyện đi
// cùng", "…, còn có VNPT phối hợp".
func (p *parser) joinedBy(i int) bool {
	if p.fold(i) != "có" || p.fold(i-1) != "," && p.fold(i-1) != "còn" || !p.begins(i+1) {
		return false
	}
	_, next := p.list(i+1, false)
	switch p.fold(next) {
	case "đi":
		return p.fold(next+1) == "cùng"
	case "tham":
		return p.fold(next+1) == "gia"
	case "cùng", "góp", "giúp":
		return true
	}
	role, _ := p.roleVerb(next)
	return role == plan.Cooperate
}
