package agency

import (
	"strings"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// Lists save words: "Sở Nội vụ, Tư pháp và Tài chính" names three departments, "UBND các
// xã Lùng Tám, Cán Tỷ" one group of committees.

// shared reads names at words[i] that share the word before them, once it stands before
// the first ("Sở Nội vụ, Tư pháp") or before all ("các Sở: Nội vụ, Tư pháp"); end is i
// where none does.
func (p *parser) shared(i int, found []Match) (names []Match, end int) {
	head, at := "", i
	switch n := len(found); {
	case n > 0 && p.fold(i-1) == ":" && sharing[p.fold(i-2)]: // "Lãnh đạo các Sở: Nội vụ, Tài chính"
		head = strings.Replace(p.s[found[n-1].Start:found[n-1].End], " các ", " ", 1)
	case n > 0 && p.shareable(found[n-1]) != "" && (p.fold(i-1) == "," || p.fold(i-1) == "và"):
		head = p.shareable(found[n-1])
	case article(p.fold(i)) && p.sharesAhead(i+1) > 0:
		at = p.sharesAhead(i + 1)
		head = p.s[p.words[i+1].Start:p.words[i+1].End]
	default:
		return nil, i
	}
	k := p.field(at)
	if k == 0 || p.begins(at) && p.fold(at-1) != ":" && head != "" && len(found) > 0 {
		return nil, i
	}
	end = at + k
	if !p.fieldEnds(end) {
		return nil, i
	}
	for end < len(p.words) && !p.ends(end) && !p.separates(end) && p.entity(end) == end {
		end++ // "Tư pháp huyện"
	}
	return []Match{{Start: p.words[at].Start, End: p.words[end-1].End, Head: capital(head)}}, end
}

// namesBehind reports whether names of no known sort follow the colon at words[i] behind
// bodies in general, which they make plain: "Các ngân hàng: BIDV, Agribank", "các bệnh
// viện: Đa khoa tỉnh, Sản Nhi".
func (p *parser) namesBehind(found []Match, i int) bool {
	if !p.upperAt(i+1) || p.words[i+1].Mark || !article(normalize.Words(p.s[found[len(found)-1].Start:])[0].Fold) {
		return false
	}
	_, n := p.longest(lexicon.Verb, i+1)
	return n == 0
}

// fieldEnds reports whether a field of administration may end before words[j]: "Xây dựng kế
// hoạch" is no department.
func (p *parser) fieldEnds(j int) bool {
	if j >= len(p.words) || p.words[j].Mark || p.separates(j) || p.verb(j) > 0 || p.nounAt(j) || p.begins(j) {
		return true
	}
	switch p.fold(j) {
	case "trên", "thuộc", "của", "tại", "ở", "cấp", "khu":
		return true
	}
	return false
}

// shareable returns the head that names behind m may share: its own, or that which it
// shares itself; "" where it has none such.
func (p *parser) shareable(m Match) string {
	if m.Head != "" {
		return m.Head
	}
	for i, w := range p.words {
		if w.Start == m.Start && sharing[w.Fold] && p.field(i+1) > 0 {
			return p.s[w.Start:w.End]
		}
	}
	return ""
}

// sharing are the heads that a list writes once.
var sharing = map[string]bool{"sở": true, "phòng": true, "bộ": true, "ban": true, "hội": true, "trường": true}

// sharesAhead returns where the first name begins behind a head at words[i] that all
// names of a list share: "Sở: Nội vụ", "sở, ngành: Nội vụ", "Phòng Tư pháp"; 0 where none
// does.
func (p *parser) sharesAhead(i int) int {
	if !sharing[p.fold(i)] || p.fold(i) == "trường" {
		return 0
	}
	j := i + 1
	for p.fold(j) == "," || p.fold(j) == "ban" || p.fold(j) == "ngành" || p.fold(j) == "chuyên" || p.fold(j) == "môn" {
		j++
	}
	if p.fold(j) == ":" {
		j++
	} else if j > i+1 {
		return 0
	}
	n := p.field(j)
	if n == 0 || j == i+1 && (p.fold(j+n) != "," && p.fold(j+n) != "và" || p.field(j+n+1) == 0) {
		return 0 // "các Phòng Giáo dục và Đào tạo" share with nobody
	}
	return j
}

// field returns how many words of a field of administration stand at words[i]: "Tài chính
// - Kế hoạch".
func (p *parser) field(i int) int {
	if i >= len(p.words) || !p.upper(i) {
		return 0
	}
	_, n := p.longest(lexicon.Field, i)
	return n
}

// placesGoOn returns the index behind names of places that go on a name behind the mark
// at words[j]: "UBND các xã Lùng Tám, Cán Tỷ", "UBND huyện A và thành phố B"; j where none
// does. The name begins before words[base].
func (p *parser) placesGoOn(base, j int) int {
	if !p.saysWhere(base, j) {
		return j
	}
	k := j + 1
	if p.fold(j) != ":" {
		if a, n := p.longest(lexicon.Noun, k); n > 0 && a.Canonical == "place" {
			k += n
		} else if p.shortPlace(k) && p.fold(k+1) == "." {
			k += 2
		} else if p.shortPlace(k) {
			k++
		} else if p.fold(j) == ";" {
			return j
		}
	}
	end := p.properName(k)
	if end == k {
		return j
	}
	return end
}

// saysWhere reports whether a sort of place and names of such stand before words[j],
// from words[base] on; before a colon the sort alone. Other bodies in general that end
// with a proper name do as well.
func (p *parser) saysWhere(base, j int) bool {
	if p.fold(j) == "," && p.level(j-1) && p.shortPlace(j+1) {
		return true // "UBND các quận, huyện, TP Thủ Đức"
	}
	if article(p.fold(base)) && j-base > 3 && p.upper(j-1) && p.upper(j-2) && !p.shouts(j-1) {
		return true // "các Văn phòng công chứng Trần Hải, Lê Minh"
	}
	for i := base; i < j; i++ {
		if p.shortPlace(i) && p.fold(i+1) == "." && i+2 < j {
			return true
		}
		a, n := p.longest(lexicon.Noun, i)
		if n == 0 || a.Canonical != "place" {
			continue
		}
		if p.fold(j) == ":" && i+n == j || i+n < j && (p.upper(i+n) || p.fold(i+n) == ":") {
			return true
		}
	}
	return false
}

// properName returns the index behind the name of a place at words[i]: two words or more
// with capitals and nothing else up to the next separator, a province, a number.
func (p *parser) properName(i int) int {
	if i >= len(p.words) || p.words[i].Mark || !p.upper(i) || p.field(i) > 0 || p.begins(i) {
		return i
	}
	j := i
	for j < len(p.words) && (p.words[j].Mark && p.fold(j) == "'" || !p.words[j].Mark && (p.upper(j) || p.fold(j-1) == "'")) {
		j++
	}
	if j < len(p.words) && !p.ends(j) && p.fold(j) != "và" {
		return i
	}
	_, n := lexicon.Provinces().Longest(p.words, i)
	if j-i >= 2 && !p.shouts(i) || n == j-i && n > 0 || j == i+1 && isNumber(p.fold(i)) {
		return j
	}
	return i
}

// shouts reports whether words[i] is written in capitals only: an abbreviation.
func (p *parser) shouts(i int) bool { return isShort(p.s[p.words[i].Start:p.words[i].End]) }
