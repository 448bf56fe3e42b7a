package agency

import (
	"kehoach/extract/lexicon"
	"kehoach/extract/plan"
)

// A sentence may announce bodies by what they do, and name them behind "là", "có", "gồm" or "giao cho": "Cùng tham
// gia phối hợp với đơn vị chủ trì là Sở Y tế và Công an tỉnh", "Chịu trách nhiệm chủ trì là Phòng Nội vụ".

// longestAnnounced is the words that announce bodies, at most.
const longestAnnounced = 14

// mostForeign is how many other words may stand among them where a body of a known sort stands behind: "Chủ trì các
// lớp là Công an tỉnh", "Nơi trực tiếp thực hiện việc chứng thực là …".
const mostForeign = 4

// announced reads such words at words[i], where a clause begins: the role that they give and where the
// bodies begin; 0 where no such words stand there. The first word for a role tells it: who cooperates
// "với đơn vị chủ trì" does not lead. Who carries it out is only told where no other word does.
func (p *parser) announced(i int) (role plan.Role, bodies int) {
	if i > 0 && !p.words[i-1].Mark {
		return "", 0
	}
	if word, n := p.longest(lexicon.Announce, i); n == 0 || word.Canonical == "sort" {
		return "", 0
	}
	foreign, doing, answers, n := 0, false, false, 0
	for k := i; k < i+longestAnnounced && k < len(p.words); k += max(n, 1) {
		_, n = p.longest(lexicon.Announce, k)
		switch f, next := p.fold(k), p.fold(k+1); {
		case f == "là" || f == "gồm" || f == "có" || f == "bao" && next == "gồm" || f == "giao" && next == "cho" || f == "thuộc" && next == "về":
			at := k + 1
			for p.fold(at) == "gồm" || p.fold(at) == "có" || p.fold(at) == "cho" || p.fold(at) == "về" || p.fold(at) == ":" {
				at++
			}
			switch {
			case role == "" && doing:
				role = plan.Implement
			case role == "" && answers:
				role = plan.Lead // "Chịu trách nhiệm vận hành là …"
			}
			if role == "" || k < i+2 || !p.begins(at) || foreign > 0 && !p.upper(at) && !article(p.fold(at)) {
				return "", 0
			}
			return role, at
		case p.words[k].Mark || p.upper(k) && k > i && n == 0:
			return "", 0
		case role == "" && p.commonNoun(k-2) && f == "hỗ" && next == "trợ":
			role = Support
		case role == "" && p.commonNoun(k-2) && (f == "hướng" && next == "dẫn" || f == "chỉ" && next == "đạo"):
			role = Guide
		case n == 0:
			if foreign++; foreign > mostForeign {
				return "", 0
			}
		case role != "":
		case f == "tham" && next == "gia", f == "đồng" && next == "hành", f == "cùng" && (next == "làm" || next == "vào" || next == "thực" || next == "triển"):
			role = plan.Cooperate
		case f == "đầu" && next == "mối", f == "trách" && next == "nhiệm" && (p.fold(k+2) == "chính" || p.fold(k+2) == "là"), f == "đứng" && next == "đầu":
			role = plan.Lead
		default:
			doing = doing || f == "thực" && next == "hiện"
			answers = answers || f == "trách" && next == "nhiệm"
			role, _ = p.roleVerb(k)
		}
	}
	return "", 0
}

// announces reports whether such words stand at words[i].
func (p *parser) announces(i int) bool {
	_, at := p.announced(i)
	return at > 0
}
