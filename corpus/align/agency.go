package align

import (
	"slices"
	"strings"
	"unicode"

	"kehoach/extract/plan"
)

// AgencyKey brings the names of one agency in several plans together: "Công an tỉnh
// Tuyên Quang" in a plan of that province is "Công an tỉnh". Commas, dashes, case and
// marks do not count. The level stays: "Công an xã" is another agency.
func AgencyKey(a plan.Agency, l plan.Locality) string {
	words := replaceAll(wordings.telling(agencyName(a)), wordings.replace)
	words = dropPlaces(words, l)
	if indexOf(words, []string{"chi", "nhanh"}) >= 0 {
		words = branch(words)
	}
	return strings.Join(words, " ")
}

// branch takes out of the name of a branch (chi nhánh) what some plans say and others
// do not: "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh" is "Ngân hàng Nhà nước chi nhánh".
func branch(words []string) []string {
	if i := indexOf(words, []string{"viet", "nam"}); i >= 0 {
		words = slices.Delete(slices.Clone(words), i, i+2)
	}
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "tinh" })
}

// FieldKey is AgencyKey without the level: "Công an tỉnh" and "Công an xã" are one line
// of work (ngành).
func FieldKey(a plan.Agency, l plan.Locality) string {
	var kept []string
	for _, w := range strings.Fields(AgencyKey(a, l)) {
		if !levelWords[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// levelWords are the words of tỉnh, huyện, xã, phường, quận, folded.
var levelWords = map[string]bool{"tinh": true, "huyen": true, "xa": true, "phuong": true, "quan": true}

func agencyName(a plan.Agency) string {
	if a.Canonical != "" {
		return a.Canonical
	}
	return a.Name
}

// dropPlaces takes the names of the plan's localities out of words, but never all.
func dropPlaces(words []string, l plan.Locality) []string {
	for _, name := range []*string{l.Province, l.District, l.Commune} {
		if name == nil {
			continue
		}
		place := wordings.telling(*name)
		if i := indexOf(words, place); i > 0 && len(place) > 0 {
			words = append(append([]string{}, words[:i]...), words[i+len(place):]...)
		}
	}
	return words
}

func indexOf(words, part []string) int {
	for i := 0; i+len(part) <= len(words); i++ {
		if strings.Join(words[i:i+len(part)], " ") == strings.Join(part, " ") {
			return i
		}
	}
	return -1
}

// AgencyName is the name under which an agency of several plans is shown: without its
// locality, where it has one.
func AgencyName(a plan.Agency, l plan.Locality) string {
	name := agencyName(a)
	for _, place := range []*string{l.Commune, l.District, l.Province} {
		if place == nil {
			continue
		}
		if head, ok := strings.CutSuffix(name, " "+*place); ok {
			name = head
		}
	}
	return name
}

// Spelled is the name of an agency for people: as printed, but in full where what is
// printed is no more than capitals and digits ("STTTT", "C06").
func Spelled(a plan.Agency) string {
	if a.Canonical != "" && !strings.ContainsFunc(a.Name, unicode.IsLower) && !strings.Contains(a.Name, " ") {
		return a.Canonical
	}
	return a.Name
}
