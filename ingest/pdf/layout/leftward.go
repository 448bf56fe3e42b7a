package layout

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// logical returns a line, which stands from left to right as it is drawn, in the order in
// which it is read: Hebrew and Arabic run to the left, but figures and other scripts within
// them to the right. A line without them, as most documents have no others, stays as it is.
func logical(line string) string {
	if !strings.ContainsFunc(line, runsLeft) {
		return line
	}
	letters := lettersOf(line)
	left, right := 0, 0
	for _, c := range letters {
		switch c.class {
		case toLeft:
			left++
		case toRight:
			right++
		}
	}
	if left >= right {
		turnLine(letters)
		return joinLetters(letters)
	}
	for i := 0; i < len(letters); i++ {
		if letters[i].class == toLeft {
			end := lastToLeft(letters[i:])
			turnLine(letters[i : i+end])
			i += end
		}
	}
	return joinLetters(letters)
}

// Classes of characters, as far as they matter here (Unicode Standard Annex 9).
const (
	neutral = iota
	toLeft
	toRight
	figure
	inFigure // between figures a part of the number
)

// letter is a letter with its marks.
type letter struct {
	text  string
	class int
}

// lettersOf parts a line into letters. A mark of a script that runs to the left stands at
// the left of its letter, or above it: in front of it.
func lettersOf(line string) (out []letter) {
	marks := ""
	for _, r := range line {
		n := len(out)
		switch {
		case !unicode.Is(unicode.Mn, r):
			out = append(out, letter{string(r) + marks, classOf(r)})
			marks = ""
		case runsLeft(r):
			marks += string(r)
		case n > 0:
			out[n-1].text += string(r)
		}
	}
	if n := len(out); n > 0 {
		out[n-1].text += marks
	}
	return out
}

func classOf(r rune) int {
	p, _ := bidi.LookupRune(r)
	switch p.Class() {
	case bidi.R, bidi.AL:
		return toLeft
	case bidi.L:
		return toRight
	case bidi.EN, bidi.AN:
		return figure
	case bidi.CS, bidi.ES, bidi.ET:
		return inFigure
	}
	return neutral
}

// runsLeft reports whether a character may be of a script that runs to the left: a quick
// look at the blocks from Hebrew to Arabic, and at their forms.
func runsLeft(r rune) bool { return r >= 0x590 && r < 0x900 || r >= 0xFB1D && r < 0xFF00 }

// lastToLeft returns how many letters there are up to the last that runs to the left before
// one that runs to the right.
func lastToLeft(letters []letter) int {
	end := 0
	for i, c := range letters {
		switch c.class {
		case toRight:
			return end
		case toLeft:
			end = i + 1
		}
	}
	return end
}

// turnLine reverses a line and, within it, once more what runs to the right.
func turnLine(letters []letter) {
	slices.Reverse(letters)
	var brackets []*letter
	for i := 0; i < len(letters); i++ {
		switch c := &letters[i]; c.class {
		case toRight, figure:
			n := stretchToRight(letters[i:])
			slices.Reverse(letters[i : i+n])
			i += n - 1
		default:
			if mirrored[c.text] != "" {
				brackets = append(brackets, c)
			}
		}
	}
	if len(brackets) > 0 && strings.Contains(closing, brackets[0].text) { // as they look, not as they are meant
		for _, c := range brackets {
			c.text = mirrored[c.text]
		}
	}
}

// stretchToRight returns how many letters run to the right in one go: a number with the
// signs in it, or words with all that stands between them.
func stretchToRight(letters []letter) int {
	end, words := 1, letters[0].class == toRight
	for i := 1; i < len(letters) && letters[i].class != toLeft; i++ {
		switch letters[i].class {
		case toRight:
			end, words = i+1, true
		case figure:
			if words || i == end || i == end+1 && letters[i-1].class == inFigure {
				end = i + 1
			}
		}
	}
	return end
}

const closing = ")]}>»"

var mirrored = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<", "«": "»", "»": "«"}

func joinLetters(letters []letter) string {
	var b strings.Builder
	for _, c := range letters {
		b.WriteString(c.text)
	}
	return b.String()
}

// asDrawn returns the text of a glyph that shows several letters, or one with marks, as it
// would stand if they were drawn one by one.
func asDrawn(text string) string {
	letters := []rune(text)
	slices.Reverse(letters)
	return string(letters)
}
