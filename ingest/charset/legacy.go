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

//go:embed viscii.csv
var visciiTable string

var (
	tcvn3  = readBytes("tcvn3.csv", tcvn3Table)
	viscii = readBytes("viscii.csv", visciiTable)
	vni    = readVNI(vniTable)
)

// visciiText reads the bytes of a text in VISCII.
func visciiText(b []byte) string {
	var out strings.Builder
	out.Grow(len(b))
	for _, c := range b {
		if r, ok := viscii[rune(c)]; ok {
			out.WriteRune(r)
			continue
		}
		out.WriteByte(c)
	}
	return out.String()
}

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

// tcvn3Text converts a text of TCVN3 without fonts. Its capitals with marks are the bytes
// of small letters in a font of capitals: a line whose other letters are all capitals was
// set in one ("KÕ HO¹CH" → "KẾ HOẠCH").
func tcvn3Text(s string) string {
	lines := strings.SplitAfter(TCVN3(s), "\n")
	for i, l := range lines {
		capitals, small := 0, false
		for _, r := range l {
			small = small || r >= 'a' && r <= 'z'
			if r >= 'A' && r <= 'Z' {
				capitals++
			}
		}
		if capitals >= 2 && !small {
			lines[i] = strings.ToUpper(l)
		}
	}
	return strings.Join(lines, "")
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

// readBytes reads a table of letters and their bytes.
func readBytes(name, table string) map[rune]rune {
	m := map[rune]rune{}
	for _, p := range rows(table) {
		b, err := strconv.ParseUint(p[1], 16, 8)
		if err != nil {
			panic(name + ": " + err.Error())
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
	switch {
	case isTCVN3(name) && strings.HasSuffix(name, "H"):
		return func(r rune) string { return strings.ToUpper(TCVN3(string(r))) }
	case isTCVN3(name):
		return func(r rune) string { return TCVN3(string(r)) }
	case strings.HasPrefix(name, "VNI"), strings.HasPrefix(name, "Vni-"), strings.HasPrefix(name, "vni-"):
		return VNIRune
	}
	return nil
}

// isTCVN3 reports whether a font is of the family of .VnTime. Some writers leave out the
// point, which may not begin the name of a file: VnTimeH.
func isTCVN3(name string) bool {
	name, point := strings.CutPrefix(name, ".")
	return point && len(name) > 2 && strings.EqualFold(name[:2], "vn") ||
		len(name) > 2 && name[:2] == "Vn" && name[2] >= 'A' && name[2] <= 'Z'
}
