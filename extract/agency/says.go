package agency

// What a sentence says of bodies, asked before it is read whole.

import (
	"sync"

	"kehoach/extract/plan"
)

// rooms keeps the room for words of those who ask of one sentence only.
var rooms = sync.Pool{New: func() any { return new(Sentences) }}

// borrow returns the room for the words of one sentence, to be given back.
func borrow() *Sentences { return rooms.Get().(*Sentences) }

func (r *Sentences) giveBack() {
	clear(r.words) // they hold on to their text
	rooms.Put(r)
}

// SaysDeed reports whether s says what somebody does, beyond leading and cooperating.
func SaysDeed(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	for i := 0; i < len(p.words); i++ {
		if verb, n := p.roleVerb(i); verb != "" {
			i += n - 1
			continue
		}
		if end := p.entity(i); end > i {
			i = end - 1
			continue
		}
		if p.time(i) { // "Trước ngày 20 hằng tháng"
			for i+1 < len(p.words) && !p.words[i+1].Mark {
				i++
			}
			continue
		}
		if p.verb(i) > 0 && (!idle[p.fold(i)] || p.fold(i) == "theo" && p.fold(i+1) == "dõi") {
			return true
		}
	}
	return false
}

// OpensRole returns the role that the first word of a sentence without a subject gives:
// "Chủ trì tham mưu …", "Phối hợp với …"; "" where it gives none.
func OpensRole(s string) plan.Role {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	role, _ := p.roleVerb(0)
	return role
}

// SaysWho reports whether s says who carries something out, be it without "chủ trì": "Việc
// triển khai do Công an tỉnh đảm nhiệm", "Công an tỉnh, Sở Y tế thực hiện".
func SaysWho(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	if actors, next := p.subject(); len(actors) > 0 && p.carriesOut(next) {
		return true
	}
	for i := range p.words {
		if f := p.fold(i); (f == "do" || f == "giao") && (p.begins(i+1) || p.fold(i+1) == "cho" && p.begins(i+2)) {
			at := i + 1
			if p.fold(at) == "cho" {
				at++
			}
			_, next := p.list(at, false)
			switch {
			case p.carriesOut(next), f == "do" && guiding[p.fold(next)+" "+p.fold(next+1)]:
				return true
			case f == "giao" && p.fold(i-1) == "được" && (next >= len(p.words) || p.fold(next) == "."):
				return true // "Mô hình được giao cho Công an tỉnh."
			case f == "giao" && i == 0 && p.joinedBy(next):
				return true // "Giao Sở Y tế, có Công an tỉnh cùng làm"
			}
		}
	}
	return false
}

// Apart returns the commas of a sentence behind which another body is said to act: "UBND phường phát động, Công an
// phường quản lý". What is done to a body goes on: "Sở Y tế hướng dẫn Trung tâm Y tế, Trạm Y tế thực hiện".
func Apart(s string) (commas []int) {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	_, from := p.subject()
	for i := from; from > 0 && i < len(p.words); i++ {
		if p.fold(i) == "," && i > from && p.anotherActs(from, i) {
			commas = append(commas, p.words[i].Start)
			_, from = p.list(i+1, false)
			i = from
		}
	}
	return commas
}

// OnlyBodies reports whether s names bodies of known sorts and says nothing else.
func OnlyBodies(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	_, only := p.onlyBodies()
	return only
}

func (p *parser) onlyBodies() (found []Match, only bool) {
	found, next := p.list(0, false)
	return found, len(found) > 0 && next == len(p.words)
}

// NamesBody reports whether s names a body by more than a common noun.
func NamesBody(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	for i := range p.words {
		if p.upper(i) && (p.nameAt(i) || p.headed(i)) {
			return true
		}
	}
	return false
}

// BeginsRole reports whether s begins with the label of a role: "Phối hợp: …", "Đơn vị chủ
// trì: …".
func BeginsRole(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	return p.labelled(0)
}

// BeginsJoining reports whether s begins with who cooperates: "Phối hợp làm có Tỉnh đoàn".
func BeginsJoining(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	role, n := p.roleVerb(0)
	at := p.skipWith(n)
	return role == plan.Cooperate && at > n && p.upperAt(at) && p.begins(at)
}

// SaysLead reports whether s says who leads.
func SaysLead(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	for i := 0; i < len(p.words); i++ {
		if role, at := p.announced(i); at > 0 && role != plan.Lead {
			i = at - 1 // "Phối hợp với đơn vị chủ trì có Phòng Nội vụ"
			continue
		}
		if role, _ := p.roleVerb(i); role == plan.Lead {
			return true
		}
		if p.fold(i) == "(" && p.fold(i+1) == "ct" && p.fold(i+2) == ")" {
			return true
		}
	}
	return false
}

// Awaited returns the bodies whose act a time waits for: "sau khi Cục C06 triển khai
// giải pháp", "theo lộ trình của Bộ Tư pháp và Bộ Công an", "khi có hướng dẫn của …".
func Awaited(s string) []Match {
	r := borrow()
	defer r.giveBack()
	return r.Awaited(s)
}

// Awaited is the function Awaited.
func (r *Sentences) Awaited(s string) []Match {
	p := r.parser(s)
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
