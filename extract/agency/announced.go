package agency

import "kehoach/extract/plan"

// A sentence may announce bodies by what they do, and name them behind "là", "có", "gồm" or "giao cho": "Cùng tham
// gia phối hợp với đơn vị chủ trì là Sở Y tế và Công an tỉnh", "Chịu trách nhiệm chủ trì là Phòng Nội vụ".

// announcing are the words of which what announces bodies consists.
var announcing = map[string]bool{
	"cùng": true, "tham": true, "gia": true, "phối": true, "hợp": true, "với": true, "để": true, "trong": true, "việc": true,
	"đơn": true, "vị": true, "cơ": true, "quan": true, "bộ": true, "phận": true, "các": true, "những": true,
	"chủ": true, "trì": true, "đầu": true, "mối": true, "làm": true, "giữ": true, "vai": true, "trò": true, "nhiệm": true, "vụ": true, "được": true, "giao": true, "phân": true, "công": true, "chịu": true, "trách": true,
	"trực": true, "tiếp": true, "chính": true, "còn": true, "sẽ": true, "đứng": true, "ra": true, "đồng": true, "hành": true, "vào": true, "cuộc": true, "phần": true,
	"sở": true, "phòng": true, "ban": true, "hội": true, "ngành": true, "nơi": true, "người": true, "đi": true, "cũng": true,
	"thực": true, "xây": true, "dựng": true, "hiện": true, "triển": true, "khai": true, "tổ": true, "chức": true, "mô": true, "hình": true, "này": true, "nội": true, "dung": true,
}

// standsIn are those of them that stand for a body named before, "phối hợp với Sở có …": one of them begins a name.
var standsIn = map[string]bool{"sở": true, "phòng": true, "ban": true, "hội": true, "ngành": true}

// longestAnnounced is the words that announce bodies, at most.
const longestAnnounced = 14

// mostForeign is how many other words may stand among them where a body of a known sort stands behind: "Chủ trì các
// lớp là Công an tỉnh", "Nơi trực tiếp thực hiện việc chứng thực là …".
const mostForeign = 4

// announced reads such words at words[i], where a clause begins: the role that they give and where the
// bodies begin; 0 where no such words stand there. The first word for a role tells it: who cooperates
// "với đơn vị chủ trì" does not lead. Who carries it out is only told where no other word does.
func (p *parser) announced(i int) (role plan.Role, bodies int) {
	if i > 0 && !p.words[i-1].Mark || !announcing[p.fold(i)] || standsIn[p.fold(i)] {
		return "", 0
	}
	foreign, doing := 0, false
	for k := i; k < i+longestAnnounced && k < len(p.words); k++ {
		switch f, next := p.fold(k), p.fold(k+1); {
		case f == "là" || f == "gồm" || f == "có" || f == "bao" && next == "gồm" || f == "giao" && next == "cho" || f == "thuộc" && next == "về":
			at := k + 1
			for p.fold(at) == "gồm" || p.fold(at) == "có" || p.fold(at) == "cho" || p.fold(at) == "về" || p.fold(at) == ":" {
				at++
			}
			if role == "" && doing {
				role = plan.Implement
			}
			if role == "" || k < i+2 || !p.begins(at) || foreign > 0 && !p.upper(at) {
				return "", 0
			}
			return role, at
		case p.words[k].Mark || p.upper(k) && k > i && !announcing[f]:
			return "", 0
		case !announcing[f]:
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
