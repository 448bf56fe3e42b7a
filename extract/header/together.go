package header

import "strings"

// peers returns how many of the last of the bodies above each other in a head issue the
// document together: bodies of one rank, of which none is above another.
func peers(bodies []body) int {
	n := 1
	for n < len(bodies) && peer(bodies[len(bodies)-n-1].name, bodies[len(bodies)-n].name) {
		n++
	}
	return n
}

// peer reports whether a and b are of one rank: "BỘ Y TẾ" and "BỘ CÔNG AN", "SỞ Y TẾ" and
// "CÔNG AN TỈNH". Two of one sort are so only where there are many of it side by side:
// "CÔNG AN TỈNH" is above "CÔNG AN HUYỆN".
func peer(a, b string) bool {
	headA, rankA := rank(a)
	headB, rankB := rank(b)
	if headA == headB {
		return headA == "bộ" || headA == "sở"
	}
	return rankA&rankB != 0
}

// The ranks of bodies: of the state, of a province or district, or of either.
const (
	central = 1 << iota
	local
	elected // the council, its committee and the Front, none of which is above another
	highest // those of the state
)

// ranks of bodies by the words with which they begin, the longer before the shorter.
var bodyRanks = []struct {
	head string
	rank int
}{
	{"bộ chỉ huy", local}, {"ban chỉ huy quân sự", local}, {"bộ đội biên phòng", local}, {"bộ tư lệnh", 0}, {"bộ chính trị", 0}, {"bộ phận", 0}, {"bộ", central},
	{"sở", local}, {"công an", local}, {"bảo hiểm xã hội", local}, {"cục thuế", local}, {"cục hải quan", local}, {"kho bạc nhà nước", local}, {"liên đoàn lao động", local}, {"tỉnh đoàn", local}, {"thành đoàn", local}, {"huyện đoàn", local},
	{"uỷ ban nhân dân", elected}, {"hội đồng nhân dân", elected}, {"thường trực hội đồng nhân dân", elected}, {"uỷ ban thường vụ quốc hội", highest}, {"chính phủ", highest}, {"đoàn chủ tịch uỷ ban trung ương", highest}, {"uỷ ban trung ương", highest}, {"uỷ ban mttq", elected}, {"uỷ ban mặt trận", elected}, {"ban thường trực uỷ ban mttq", elected}, {"ban thường trực uỷ ban mặt trận", elected},
	{"toà án nhân dân", central | local}, {"viện kiểm sát nhân dân", central | local}, {"ngân hàng nhà nước", central | local}, {"hội liên hiệp phụ nữ", central | local}, {"hội nông dân", central | local}, {"hội cựu chiến binh", central | local},
	{"tổng liên đoàn lao động", central}, {"thanh tra chính phủ", central}, {"kiểm toán nhà nước", central}, {"uỷ ban dân tộc", central}, {"trung ương hội", central}, {"trung ương đoàn", central},
}

func rank(name string) (head string, of int) {
	f := fold(spellOut(name))
	for _, r := range bodyRanks {
		if f == r.head || strings.HasPrefix(f, r.head+" ") {
			return r.head, r.rank
		}
	}
	return f, 0
}
