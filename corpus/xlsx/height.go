package xlsx

import (
	"strings"
	"unicode"
)

// Heights are in points. Excel shows no row higher than maxHeight.
const (
	lineHeight = 14.6 // of 11-point Times New Roman with stacked Vietnamese marks
	padding    = 3.4
	maxHeight  = 409.0
)

// lines is how many lines s takes in a column of so many digits' width, wrapped at
// blanks as Excel and LibreOffice do.
func lines(s string, width float64) int {
	room := max(1, width-1.2) // the margins of a cell
	n := 0
	for _, paragraph := range strings.Split(s, "\n") {
		n++
		used := 0.0
		for _, w := range strings.Fields(paragraph) {
			wide := textWidth(w)
			switch {
			case used == 0:
				used = wide
			case used+blankWidth+wide <= room:
				used += blankWidth + wide
			default:
				n++
				used = wide
			}
			for used > room { // a word longer than the line is broken
				n++
				used -= room
			}
		}
	}
	return n
}

const (
	blankWidth = 0.5
	boldness   = 1.1  // bold letters are so much wider
	smallness  = 1.15 // and small ones narrower
)

// textWidth is the width of a word in digits of Times New Roman, a little generous.
func textWidth(w string) float64 {
	sum := 0.0
	for _, r := range w {
		sum += runeWidth(r)
	}
	return sum
}

func runeWidth(r rune) float64 {
	switch {
	case strings.ContainsRune("iíìỉĩịljtf.,;:'|!()[]r", r):
		return 0.66
	case strings.ContainsRune("mMwWƯỨỪỬỮỰ", r):
		return 1.56
	case unicode.IsUpper(r):
		return 1.42
	case unicode.Is(unicode.Mn, r):
		return 0
	case strings.ContainsRune("ưứừửữự", r):
		return 1.12
	case r >= 0x2E80:
		return 2
	}
	return 0.98
}

// height is the height of a row in which a cell takes so many lines.
func height(lines int) float64 { return min(maxHeight, float64(lines)*lineHeight+padding) }
