package header

import "strings"

// isOrgan reports whether a name is only the organ that acts for the body above it: "BAN
// THƯỜNG TRỰC", "BAN CHẤP HÀNH TỈNH QUẢNG NAM".
func isOrgan(name string) bool {
	f := fold(name)
	for _, o := range []string{"ban thường trực", "ban thường vụ", "ban chấp hành"} {
		if rest, ok := strings.CutPrefix(f, o); ok {
			return rest == "" || goesOnWithPlace(strings.TrimSpace(rest))
		}
	}
	return false
}

// whole is the name of the body for which an organ acts, with the place that the organ
// names: "ĐOÀN TNCS HỒ CHÍ MINH" and "BAN CHẤP HÀNH TỈNH QUẢNG NAM".
func whole(name, organ string) string {
	at, _ := placeIn(strings.ToLower(organ))
	if at < 0 {
		return name
	}
	place := organ[at:]
	if f := fold(name); strings.HasPrefix(f, "đoàn tncs") || strings.HasPrefix(f, "đoàn thanh niên") {
		level, rest, _ := strings.Cut(place, " ")
		switch fold(level) {
		case "tỉnh", "huyện":
			return level + " ĐOÀN " + rest
		}
		name = "ĐOÀN"
	}
	if rest, ok := strings.CutSuffix(fold(name), " việt nam"); ok && strings.HasPrefix(rest, "hội ") {
		name = name[:len(rest)] // "Hội Liên hiệp Phụ nữ tỉnh Nam Định"
	}
	return name + " " + place
}

// serves reports whether a name is only the staff of the body above it.
func serves(f string) bool {
	return f == "văn phòng" || f == "tổ giúp việc" || f == "tổ thư ký" || f == "bộ phận giúp việc"
}

// isCommittee reports whether name is a committee of the Party: "Tỉnh ủy Yên Bái".
func isCommittee(name string) bool {
	first, rest, _ := strings.Cut(fold(name), " ")
	second, _, _ := strings.Cut(rest, " ")
	return second == "uỷ" && (goesOnWithPlace(first) || first == "đảng")
}

// isNamed reports whether a hospital or school bears a name of its own, so that the place
// of the body above it is none of its name: "Bệnh viện Nhi Đồng 1".
func isNamed(f string) bool {
	return (strings.HasPrefix(f, "bệnh viện ") || strings.HasPrefix(f, "trường ")) && !strings.HasSuffix(f, " tỉnh") && !strings.HasSuffix(f, " huyện")
}

// bearsLevel reports whether a name says the level of its place by its first word: "Tỉnh
// đoàn", "Huyện ủy".
func bearsLevel(name string) bool {
	level, what, _ := strings.Cut(fold(name), " ")
	return (what == "đoàn" || what == "uỷ") && goesOnWithPlace(level)
}
