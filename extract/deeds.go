package extract

// What each body does, where a model is told in sentences: one of its own for each duty.

import (
	"slices"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/extract/tool"
	"kehoach/normalize"
)

// isDuty reports whether a sentence says what one body does, beyond leading and taking part: "Công
// an xã cung cấp bản tin cảnh báo mỗi tuần một lần".
func isDuty(s string) bool {
	found, _ := agency.Subject(s)
	if len(found) == 0 || !meanwhile.MatchString(normalize.FoldInPlace(s[:found[0].Start])) || agency.BeginsRole(s) || ofPersons.MatchString(normalize.FoldInPlace(s)) {
		return false
	}
	rest := s[found[len(found)-1].End:]
	return !takesPart.MatchString(normalize.FoldInPlace(rest)) && agency.SaysDeed(rest)
}

// meanwhile reads all that may stand before whoever has a duty.
var meanwhile = pattern.MustCompile(`^ ?(?:(?:trong quá trình|trong thời gian|khi) (?:triển khai|thực hiện|vận hành)(?: mô hình)?, )?$`)

// cooperates reports whether a sentence says of bodies that they take part: "Công an xã là đơn vị phối
// hợp".
func cooperates(s string) bool {
	found, role := agency.Subject(s)
	return len(found) > 0 && (role == plan.Cooperate || isPartner.MatchString(normalize.FoldInPlace(s))) || agency.BeginsRole(s) || agency.BeginsJoining(s)
}

// joinsToDo reports whether a sentence says of its subject that it cooperates, and in what: "Bưu điện tỉnh phối hợp
// lắp đặt mã QR tại quầy", but not with whom.
func joinsToDo(s string) bool {
	found, _ := agency.Subject(s)
	if len(found) == 0 {
		return false
	}
	rest := s[found[len(found)-1].End:]
	return agency.OpensRole(strings.TrimSpace(rest)) == plan.Cooperate && !joinsWhom.MatchString(normalize.FoldInPlace(rest))
}

// joinsWhom reads a predicate that says with whom its subject cooperates.
var joinsWhom = pattern.MustCompile(`^ ?phối hợp(?: chặt chẽ)? (?:với|cùng|giữa)`)

// helpsWith returns the bodies of which a sentence says no more than with what they help: "Công an tỉnh hỗ trợ về kỹ
// thuật, đường truyền".
func helpsWith(s outline.Phrase) (bodies outline.Phrase, ok bool) {
	found, _ := agency.Subject(s.Text)
	if len(found) == 0 || found[0].Start > 1 {
		return bodies, false
	}
	end := found[len(found)-1].End
	return s.Slice(found[0].Start, end), onlyHelps.MatchString(normalize.FoldInPlace(s.Text[end:]))
}

// onlyHelps reads such a predicate.
var onlyHelps = pattern.MustCompile(`^ hỗ trợ(?: về)? (?:kỹ thuật|công nghệ|đường truyền|hạ tầng|thiết bị|kinh phí|nhân lực|phương tiện|chuyên môn|nghiệp vụ|phần mềm)[^.;:]{0,60}[.;]?$`)

// doers returns the bodies of which a sentence says that they carry out what another leads: "Công an cấp xã trực
// tiếp thực hiện việc tiếp nhận".
func doers(s outline.Phrase) (bodies outline.Phrase, ok bool) {
	found, role := agency.Subject(s.Text)
	f := normalize.FoldInPlace(s.Text)
	if len(found) == 0 || role != plan.Implement || forcesAt.MatchString(strings.TrimSpace(f)) {
		return bodies, false
	}
	end := found[len(found)-1].End
	at := doesIt.FindStringIndex(f[end:])
	return s.Slice(found[0].Start, end), at != nil && !doesOtherwise.MatchString(f[end:end+at[1]])
}

// doesIt reads such a predicate.
var doesIt = pattern.MustCompile(`^[^,;.]{0,60}(?:^|[ ,])thực hiện(?:[ ,.;]|$)`)

// doesOtherwise reads what stands before "thực hiện" in one that says how something is to be done or that its
// subject takes part.
var doesOtherwise = pattern.MustCompile(`(?:đều|phải|tham gia|được|cùng|là|phối hợp|để phục vụ|kết quả|việc) thực hiện`)

// isPartner reads what says of bodies that they take part.
var isPartner = pattern.MustCompile(` (?:là|làm) (?:các )?(?:đơn vị|cơ quan) (?:cùng )?phối hợp`)

// ofPersons reads a sentence about people or forces, not about a body.
var ofPersons = pattern.MustCompile(`^ ?(?:(?:các|toàn bộ|mỗi|mọi|những) )*(?:hội viên|thành viên|đoàn viên|đảng viên|cán bộ|công chức|người dân|nhân dân|học sinh|phụ huynh|lực lượng|nhân lực|nhân sự)(?: |$)`)

// takesPart reads what says of a body no more than that it leads or takes part.
var takesPart = pattern.MustCompile(`^(?: ?(?:là|làm|cơ quan|đơn vị|được|giao|phân công|đồng|chủ trì|phối hợp|chịu trách nhiệm|trách nhiệm|chính|đầu mối|tổ chức|thực hiện|triển khai|tham gia|mô hình|nội dung|nhiệm vụ|này|việc|cùng|,))*(?: với [^,;]*)?(?: ?(?:thực hiện|triển khai|tổ chức|xây dựng|mô hình|này))*(?:[,;.] ?|$)|^ ?(?:được|bị|sử dụng|có|gồm|là)(?: |$)|^ ?(?:phấn đấu |phải )?(?:hoàn thành|xong) (?:trước|trong|vào|đến|từ)`)

// duties parts a sentence into what one body each does.
func duties(s outline.Phrase) (out []outline.Phrase) {
	for _, part := range split(s, ";") {
		if n := len(out); n > 0 && !isDuty(part.Text) {
			out[n-1] = outline.Join("; ", out[n-1], part.Trim()) // it says more of the same
			continue
		}
		from := 0
		for _, comma := range agency.Apart(part.Text) {
			if !isDuty(part.From(comma + len(",")).Trim().Text) {
				continue
			}
			out = append(out, part.Slice(from, comma).Trim())
			from = comma + len(",")
		}
		out = append(out, part.From(from).Trim())
	}
	return out
}

// proseDuties keeps what each body does, and when where nothing else says it.
func (r *reader) proseDuties(m *plan.Model, told []outline.Phrase) {
	for _, s := range told {
		if by, ok := helpsWith(s); ok {
			m.Supporting = addAgencies(m.Supporting, r.list(by))
			continue
		}
		if by, ok := doers(s); ok && len(m.Lead) > 0 {
			m.Implementing = addAgencies(m.Implementing, r.list(by))
			r.timeIn(m, s)
			continue
		}
		for _, part := range duties(s) {
			a := r.assignment(part, nil)
			m.Assignments = append(m.Assignments, a)
			if a.Role == plan.Cooperate && joinsToDo(part.Text) {
				m.Cooperating = addAgencies(addAgencies(m.Cooperating, a.Actors), r.roles(part.Trim()).cooperating)
			}
		}
		r.timeIn(m, s)
		if at, ok := tool.Clause(s.Text); ok && len(m.Tools) == 0 {
			m.Tools = slices.DeleteFunc(r.tools(s.Slice(at, beforeActor(s.Text, at, len(s.Text)))), func(t plan.Tool) bool {
				rule, _ := tool.How(t.Name)
				return rule != "tool" // what one body works with need not be what the model is done with
			})
		}
	}
	if n := len(m.Assignments); n > 0 {
		m.Spans["assignments"] = m.Assignments[0].Span
	}
}
