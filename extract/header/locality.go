package header

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// readLocality reads the level and the place of the issuer, and completes its name: what
// it lacks comes from the title, the date line, and for the places above it from those
// that the text names most.
func readLocality(p *plan.Plan, h *head, o *outline.Outline) {
	year := yearOf(p)
	seat := seatOf(p.Place)
	if len(p.Issuers) == 1 && seat.word != "" && fold(spellOut(p.Issuers[0])) == "uỷ ban nhân dân" {
		p.Issuers[0] += " " + seat.word + " " + seat.name // the second line of the head was lost: "Quận 11, ngày …"
	}
	level, name := levelOf(p.Issuers, year)
	if h.of != "" {
		level, name = levelOfAnnex(h.of, year)
	}
	if level == "" && p.Symbol != nil {
		level = levelOfTitle(p, year)
	}
	if name == "" && level != plan.Central {
		name = seat.name
		if of, ok := lexicon.Seats().Whole(name); ok && level == plan.Province {
			name = of // "Pleiku, ngày …"
		}
	}
	if name == "" && p.Title != nil {
		if l, n := levelOf([]string{*p.Title}, year); l == level {
			name = n
		}
	}
	if name == "" && level == plan.Province && h.attached.Text != "" {
		if most := count(h, o, year).mostProvince(); most != "" {
			name = most // "… của UBND tỉnh)": a regulation says in its text where it is
		}
	}
	if level == "" {
		return
	}
	p.Level = &level
	set := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	switch level {
	case plan.Province:
		p.Locality.Province = set(provinceName(name, year))
	case plan.District:
		p.Locality.District = set(name)
		p.Locality.Province = set(count(h, o, year).mostProvince())
	case plan.Commune:
		mentions := count(h, o, year)
		p.Locality.Commune = set(name)
		if p.Date == nil || string(*p.Date) < noDistricts {
			p.Locality.District = set(mentions.mostDistrict(h.preamble().Text))
		}
		p.Locality.Province = set(mentions.mostProvince())
	}
	for i, s := range p.Issuers {
		if level != plan.Central {
			s = withPlace(s, name, year)
		}
		p.Issuers[i] = spellOut(s)
	}
}

// A seat is the place before the date, parted from the word for its level; the word is kept
// where it is a place below the province.
type seat struct{ word, name string }

// seatWord reads the word before the name: "TP. Hồ Chí Minh", "Quận 11".
var seatWord = pattern.MustCompile(`^(?i)(tỉnh|thành phố|tp|quận|huyện|thị xã|tx|thị trấn|xã|phường|đặc khu)[\s.]+([\p{L}\d].*)$|^(?i)(tp)\.?(\p{Lu}.*)$`)

func seatOf(place *string) seat {
	if place == nil {
		return seat{}
	}
	m := seatWord.FindStringSubmatch(*place)
	if m == nil {
		return seat{"", *place}
	}
	s := seat{strings.ToLower(m[1] + m[3]), m[2] + m[4]}
	if p, ok := lexicon.Provinces().Whole(s.name); ok {
		return seat{"", p.Name} // "TP. HCM"
	}
	switch s.word {
	case "tỉnh", "tp", "thành phố": // a town is the seat of its district or of the province
		s.word = ""
	case "tx":
		s.word = "thị xã"
	}
	return s
}

// noDistricts is since when there is no level between province and commune.
const noDistricts = "2025-07"

// withPlace completes "Ủy ban nhân dân tỉnh" and "Tổ công tác … huyện" with the name.
func withPlace(issuer, name string, year int) string {
	f := fold(issuer)
	if name == "" || strings.Contains(f, fold(name)) {
		return issuer
	}
	for _, w := range []string{" tỉnh", " huyện", " quận", " xã", " phường", " thị xã", " thị trấn", " thành phố"} {
		if strings.HasSuffix(f, w) {
			return issuer + " " + name
		}
	}
	switch f {
	case "tỉnh đoàn", "tỉnh uỷ", "thành uỷ", "huyện uỷ", "thành đoàn", "huyện đoàn", "quận uỷ", "thị uỷ":
		return issuer + " " + name
	}
	if f == "uỷ ban nhân dân" || f == "chủ tịch uỷ ban nhân dân" || f == "hội đồng nhân dân" || strings.HasPrefix(f, "sở ") && isProvince(name) {
		if isCentralCity(name, year) {
			return issuer + " thành phố " + name
		}
		return issuer + " tỉnh " + name
	}
	return issuer
}

// spellOut writes "UBND", "Ủy ban MTTQ" in full at the start of an issuer's name.
func spellOut(s string) string {
	s = front.ReplaceAllString(s, "${1}Ủy ban Mặt trận Tổ quốc Việt Nam")
	if rest, ok := strings.CutPrefix(s, "UBND "); ok {
		return "Ủy ban nhân dân " + rest
	}
	return strings.Replace(strings.Replace(s, "HĐND", "Hội đồng nhân dân", 1), "của UBND", "của Ủy ban nhân dân", 1)
}

// front reads the Front's committee with its name shortened: "Ủy ban MTTQ Việt Nam tỉnh Sơn La".
var front = pattern.MustCompile(`^((?:Ban Thường trực )?)(?:(?i:[ủu][yỷ] ban) MTTQ|(?i:ub)MTTQ)(?: ?VN| Việt Nam)?`)

// places read the level of a body from the word for its place.
var places = []struct {
	word  *pattern.Pattern
	level plan.Level
}{
	{pattern.MustCompile(`(?:^|[^ị]\s)(?:xã|phường|thị trấn|đặc khu)\s+(\p{Lu}.*)`), plan.Commune}, // no "thị xã"
	{pattern.MustCompile(`(?:^|\s)(?:huyện|quận|thị xã)\s+(\p{Lu}.*)`), plan.District},
	{pattern.MustCompile(`(?:^|\s)(?:[Tt]hành phố|TP\.?)\s+(\p{Lu}.*)`), plan.District},
	{pattern.MustCompile(`^(?:Huyện|Quận|Thị|Thành) (?:ủy|uỷ|đoàn)\s+(\p{Lu}.*)`), plan.District},
	{pattern.MustCompile(`(?:^|\s)tỉnh\s+(\p{Lu}.*)`), plan.Province},
}

// levels tell the level of a body that names no place, from how it is called.
var levels = []struct {
	name  *pattern.Pattern
	level plan.Level
}{
	{pattern.MustCompile(` (?:xã|phường|thị trấn)$`), plan.Commune},                  // "Đảng ủy phường"
	{pattern.MustCompile(` (?:huyện|quận|thị xã)$`), plan.District},                  // "Công an huyện"
	{pattern.MustCompile(` tỉnh$|^(?:sở|tỉnh uỷ)|^uỷ ban nhân dân$`), plan.Province}, // "Sở Y tế"
	{pattern.MustCompile(`^(?:huyện uỷ|phòng )`), plan.District},                     // "Phòng Tư pháp"
	{pattern.MustCompile(`^đảng uỷ$`), plan.Commune},
	{pattern.MustCompile(` (?:trung ương|tối cao)$|^(?:ban chấp hành )?trung ương `), plan.Central},                             // "Trung ương Đoàn"
	{pattern.MustCompile(`^(?:bộ |chính phủ|thủ tướng|quốc hội|văn phòng (?:chính phủ|quốc hội)|tổng cục|cục )`), plan.Central}, // "Bộ Nội vụ"
	{pattern.MustCompile(`^(?:đảng đoàn|đảng uỷ|uỷ ban thường vụ|ban công tác đại biểu) (?:quốc hội|chính phủ)`), plan.Central}, // "Đảng đoàn Quốc hội"
	{pattern.MustCompile(`^(?:ban chỉ đạo|uỷ ban|hội đồng) (?:quốc gia|(?:của )?chính phủ)`), plan.Central},                     // "Ủy ban Quốc gia về chuyển đổi số"
}

// levelOf returns the level of the first body that shows one, and the name of its place.
func levelOf(names []string, year int) (plan.Level, string) {
	for _, s := range names {
		for _, x := range places {
			m := x.word.FindStringSubmatch(s)
			if m == nil {
				continue
			}
			name := placeName(m[1])
			if x.level == plan.District && isCentralCity(name, year) {
				return plan.Province, name
			}
			return x.level, name
		}
	}
	for _, s := range names {
		f := fold(s)
		if ps := provinceNames(s); len(ps) > 0 {
			return plan.Province, ps[0]
		}
		for _, x := range levels {
			if x.name.MatchString(f) {
				return x.level, ""
			}
		}
	}
	return "", ""
}

// levelOfTitle reads the level from "… trên địa bàn huyện Xuân Lộc".
func levelOfTitle(p *plan.Plan, year int) plan.Level {
	if p.Title == nil {
		return ""
	}
	level, _ := levelOf([]string{*p.Title}, year)
	return level
}

// placeName takes the words with capitals at the start of s: "Hưng Chính", "Bà Rịa -
// Vũng Tàu", "1".
func placeName(s string) string {
	words := normalize.Words(s)
	if p, n := lexicon.Provinces().Longest(words, 0); n > 0 {
		if printed := s[:words[n-1].End]; printed == p.Since {
			return printed // "Huế": which of two it is, the year tells
		}
		return p.Name
	}
	end := 0
	for i, w := range words {
		if w.Mark || i >= 4 || !isCapitalised(s[w.Start:]) {
			break
		}
		end = w.End
	}
	if isCaps(s[:end]) {
		return title(strings.ToLower(s[:end]))
	}
	return s[:end]
}

func provinceName(name string, year int) string {
	p, ok := lexicon.Provinces().Whole(name)
	switch {
	case !ok:
		return name
	case p.Since == name && year >= 2025:
		return name // "Huế", until 2024 a city of Thừa Thiên Huế
	}
	return p.Name
}

// yearOf is the year of issue, 0 where unknown.
func yearOf(p *plan.Plan) int {
	if p.Date == nil || len(*p.Date) < 4 {
		return 0
	}
	year, _ := strconv.Atoi(string((*p.Date)[:4]))
	return year
}

func isProvince(name string) bool {
	_, ok := lexicon.Provinces().Whole(name)
	return ok
}

func isCentralCity(name string, year int) bool {
	p, ok := lexicon.Provinces().Whole(name)
	return ok && (p.Central || p.Name == "Thừa Thiên Huế" && (year == 0 || year >= 2025))
}

// named counts the places that a text names.
type named struct{ provinces, districts map[string]int }

// The words before the name of a place, as they are printed.
var (
	provinceWords = []string{"tỉnh ", "TỈNH ", "Tỉnh ", "ỉnh ủy ", "ỉnh uỷ ", "ỈNH ỦY ", "ỈNH UỶ "}
	districtWords = []string{"huyện ", "quận ", "thị xã ", "thành phố ", "Thành phố ", "THÀNH PHỐ ", "TP ", "TP. ", "HUYỆN ", "QUẬN ", "THỊ XÃ ", "Huyện ", "Quận ", "Thị xã ", "uyện ủy ", "uyện uỷ ", "uận ủy ", "uận uỷ ", "hị ủy ", "hị uỷ "}
)

// count counts the places in the head, the body and the tail of o.
func count(h *head, o *outline.Outline, year int) named {
	n := named{map[string]int{}, map[string]int{}}
	add := func(s string) {
		for i := nextName(s, 0); i >= 0; i = nextName(s, i) {
			before, rest := s[:i], s[i:min(len(s), i+60)]
			switch {
			case endsWithOne(before, provinceWords):
				n.province(rest)
			case endsWithOne(before, districtWords):
				n.district(rest, year)
			}
		}
	}
	add(h.running())
	for _, p := range o.Paras {
		add(p.Text)
	}
	for _, l := range o.Tail {
		add(l.Text)
	}
	return n
}

// running is the text of the head, joined, for a name may run over two lines; but one in capitals
// is over where another body or the number begins.
func (h *head) running() string {
	var b strings.Builder
	for i, c := range h.pieces {
		if i > 0 && isCaps(h.pieces[i-1].Text) && (begins(repaired(c.Text)) || isNumberOrDate(c.Text) || !isCaps(c.Text)) {
			b.WriteString(" |")
		}
		b.WriteString(" ")
		b.WriteString(c.Text)
	}
	return b.String()
}

// committeeOfPlace begins the name of a Party's committee or a youth union behind the word for its
// place: "HUYỆN | ỦY THIỆU HÓA", "Huyện | Đoàn Ba Vì".
var committeeOfPlace = pattern.MustCompile(`^(?i:[ủu][yỷ]|đoàn) `)

// nextName returns where a word with a capital begins behind s[i] and a blank, or -1.
func nextName(s string, i int) int {
	for {
		blank := strings.IndexByte(s[i:], ' ')
		if i += blank + 1; blank < 0 || i == len(s) {
			return -1
		}
		if (s[i] >= utf8.RuneSelf || 'A' <= s[i] && s[i] <= 'Z') && isCapitalised(s[i:]) {
			return i
		}
	}
}

// endsWithOne reports whether s, which ends with a blank, ends with one of the words.
func endsWithOne(s string, words []string) bool {
	last := s[max(0, len(s)-2)]
	for _, w := range words {
		if w[len(w)-2] == last && strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// province counts the province whose name s begins with.
func (n named) province(s string) {
	if p, k := lexicon.Provinces().Longest(normalize.Words(s), 0); k > 0 {
		n.provinces[p.Name]++
	}
}

// district counts the district or the central city whose name s begins with.
func (n named) district(s string, year int) {
	name := placeName(s[len(committeeOfPlace.FindString(s)):])
	switch {
	case name == "":
	case isCentralCity(name, year):
		n.provinces[provinceName(name, year)]++
	default:
		n.districts[name]++
	}
}

func (n named) mostProvince() string { return most(n.provinces) }

// mostDistrict returns the district that the preamble names, else the one named most.
func (n named) mostDistrict(preamble string) string {
	best := ""
	for name := range n.districts {
		if strings.Contains(preamble, name) && (best == "" || n.districts[name] > n.districts[best] || n.districts[name] == n.districts[best] && name < best) {
			best = name
		}
	}
	if best != "" {
		return best
	}
	return most(n.districts)
}

func most(m map[string]int) string {
	best := ""
	for name, k := range m {
		if best == "" || k > m[best] || k == m[best] && name < best {
			best = name
		}
	}
	return best
}
