package charset

import (
	_ "embed"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

//go:embed tcvn3.csv
var tcvn3Table string

//go:embed vni.csv
var vniTable string

var (
	tcvn3 = readTCVN3(tcvn3Table)
	vni   = readVNI(vniTable)
)

// TCVN3 converts text in which each letter of TCVN3 shows as the character of
// Windows-1252 with its byte ("KÕ ho¹ch" → "Kế hoạch").
func TCVN3(s string) string {
	return strings.Map(func(r rune) rune {
		if v, ok := tcvn3[r]; ok {
			return v
		}
		return r
	}, s)
}

// VNI converts text in which the letters of VNI show as the characters of
// Windows-1252 ("Keá hoaïch" → "Kế hoạch"). A letter is one character, or a base and
// a character that is nothing but its marks.
func VNI(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		b.WriteString(VNIRune(r))
	}
	return norm.NFC.String(b.String())
}

// VNIRune converts one character of VNI: to a letter, to combining marks for the
// letter before it, or to itself.
func VNIRune(r rune) string {
	if v, ok := vni[r]; ok {
		return v
	}
	return string(r)
}

// rows returns the comma-separated pairs of a table; lines with "#" are remarks.
func rows(table string) (pairs [][2]string) {
	for line := range strings.Lines(table) {
		a, b, ok := strings.Cut(strings.TrimSpace(line), ",")
		if ok && !strings.HasPrefix(a, "#") {
			pairs = append(pairs, [2]string{a, b})
		}
	}
	return pairs
}

func readTCVN3(table string) map[rune]rune {
	m := map[rune]rune{}
	for _, p := range rows(table) {
		b, err := strconv.ParseUint(p[1], 16, 8)
		if err != nil {
			panic("tcvn3.csv: " + err.Error())
		}
		m[rune(b)] = []rune(p[0])[0]
	}
	return m
}

func readVNI(table string) map[rune]string {
	m := map[rune]string{}
	for _, p := range rows(table) {
		seen := []rune(p[1])
		if len(seen) == 1 {
			m[seen[0]] = p[0]
		}
	}
	for _, p := range rows(table) {
		seen := []rune(p[1])
		if len(seen) != 2 {
			continue
		}
		base := string(seen[0])
		if v, ok := m[seen[0]]; ok {
			base = v
		}
		m[seen[1]] = strings.TrimPrefix(norm.NFD.String(p[0]), norm.NFD.String(base))
	}
	return m
}

// OfFont returns the conversion that each character in a font needs, by the font's
// name: nil for a font that is not of the old kinds. The fonts of TCVN3 that end in H
// show capitals for the bytes of small letters. NFC is to be done afterwards.
func OfFont(name string) func(rune) string {
	if i := strings.IndexByte(name, '+'); i == 6 {
		name = name[7:]
	}
	name, _, _ = strings.Cut(name, ",")
	name, _, _ = strings.Cut(name, "-Bold")
	name, _, _ = strings.Cut(name, "-Italic")
	lower := strings.ToLower(name)
	switch {
	case strings.HasPrefix(lower, ".vn") && strings.HasSuffix(name, "H"):
		return func(r rune) string { return strings.ToUpper(TCVN3(string(r))) }
	case strings.HasPrefix(lower, ".vn"):
		return func(r rune) string { return TCVN3(string(r)) }
	case strings.HasPrefix(lower, "vni-"), strings.HasPrefix(lower, "vni "):
		return VNIRune
	}
	return nil
}
