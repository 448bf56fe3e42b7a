package agency

// The roles that brackets behind a name give.

import (
	"kehoach/extract/plan"
)

// roleInBrackets returns the role that the brackets which words[i] opens give those before
// them: "(chủ trì)", "(đơn vị chủ trì)", "(cơ quan đầu mối)", "(PC06 chủ trì)".
func (p *parser) roleInBrackets(i int) plan.Role {
	end := p.past(i) - 1
	k := i + 1
	switch f := p.fold(k) + " " + p.fold(k+1); {
	case f == "cơ quan" || f == "đơn vị" || f == "giữ vai":
		k += 2
	case p.fold(k) == "là" || p.fold(k) == "làm":
		k++
	}
	if k+1 == end {
		switch p.fold(k) {
		case "ct":
			return plan.Lead // "Phòng Nội vụ (CT), Công an huyện (PH)"
		case "chính":
			return plan.Lead // "Công an xã (chính), Đoàn Thanh niên (phối hợp)"
		case "ph", "phụ":
			return plan.Cooperate
		}
	}
	if k+2 == end {
		switch p.fold(k) + " " + p.fold(k+1) {
		case "đầu mối":
			return plan.Lead
		case "thực hiện", "triển khai":
			return plan.Implement
		}
	}
	if role, n := p.roleVerb(k); n > 0 && k+n < end && (p.words[k+n].Mark || p.verb(k+n) > 0) {
		return role // "(chủ trì, tham mưu)", "(phối hợp thực hiện)"
	}
	for ; k < end; k++ {
		if role, n := p.roleVerb(k); n > 0 && k+n == end {
			if p.joinsInBrackets(i) {
				return "" // "Sở Y tế (Công an tỉnh phối hợp)"
			}
			return role
		}
		if p.words[k].Mark {
			return ""
		}
	}
	return ""
}

// joinsInBrackets reports whether the brackets which words[i] opens name another body and say that it
// cooperates.
func (p *parser) joinsInBrackets(i int) bool {
	if p.fold(i) != "(" || !p.begins(i+1) || !p.upper(i+1) {
		return false
	}
	_, next := p.list(i+1, false)
	role, n := p.roleVerb(next)
	return role == plan.Cooperate && p.fold(next+n) == ")"
}

// bracketed returns the role that brackets at words[i] give; "" where none stand there.
func (r *roles) bracketed(i int) plan.Role {
	if r.fold(i) != "(" {
		return ""
	}
	return r.roleInBrackets(i)
}

// brackets reads the role that stands in the brackets which words[i] opens. "(phối hợp)"
// is said of all that stand before it, "(chủ trì)" of the last; with one that leads so the
// others cooperate: "Khoa Dược (chủ trì), Phòng Điều dưỡng".
func (r *roles) brackets(i int) {
	role := r.roleInBrackets(i)
	if n := len(r.pending); role == plan.Lead && n > 1 && r.fold(i+1) != "đồng" && r.fold(i+1) != "cùng" {
		r.settleFirst(n-1, plan.Implement)
	}
	if role == plan.Lead {
		r.last = plan.Cooperate
	}
	if role != "" {
		r.settle(role) // "Công an tỉnh, Sở Y tế (phối hợp)"
	}
}
