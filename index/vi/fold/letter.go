package fold

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Marks as they stand alone in decomposed text (NFD).
const (
	grave, acute, tilde, hookAbove, dotBelow = '\u0300', '\u0301', '\u0303', '\u0309', '\u0323' // tones
	circumflex, breve, horn                  = '\u0302', '\u0306', '\u031B'                     // shapes: â, ă, ơ
)

func isTone(r rune) bool {
	switch r {
	case grave, acute, tilde, hookAbove, dotBelow:
		return true
	}
	return false
}

// letter is a composed letter taken apart: "ộ" is shaped ô, plain o, tone dot below.
type letter struct{ shaped, plain, tone rune }

// The composed Latin letters of Unicode that Vietnamese uses lie in two blocks.
const (
	latinFrom, latinTo   = 0x80, 0x250
	addlFrom, addlTo     = 0x1E00, 0x1F00
	dWithStroke          = 'đ'
	eth, capitalEth      = 'ð', 'Ð' // typed for đ by mistake, and alike to the eye
	africanD, capAfrican = 'ɖ', 'Ɖ' // likewise
)

var (
	latin      = letters(latinFrom, latinTo)
	additional = letters(addlFrom, addlTo)
)

// letterOf takes r apart; the zero letter for what is no composed Latin letter.
func letterOf(r rune) letter {
	switch {
	case latinFrom <= r && r < latinTo:
		return latin[r-latinFrom]
	case addlFrom <= r && r < addlTo:
		return additional[r-addlFrom]
	case r == africanD:
		return letter{dWithStroke, 'd', 0}
	}
	return letter{}
}

func letters(from, to rune) []letter {
	table := make([]letter, to-from)
	for r := from; r < to; r++ {
		if unicode.IsLetter(r) {
			table[r-from] = takeApart(unicode.ToLower(r))
		}
	}
	return table
}

func takeApart(r rune) letter {
	switch r {
	case dWithStroke, eth, africanD:
		return letter{dWithStroke, 'd', 0}
	}
	var tone rune
	var shape []rune
	for _, m := range norm.NFD.String(string(r)) {
		if isTone(m) && tone == 0 {
			tone = m
		} else {
			shape = append(shape, m)
		}
	}
	composed := []rune(norm.NFC.String(string(shape)))
	if len(composed) != 1 {
		return letter{r, shape[0], tone}
	}
	return letter{composed[0], shape[0], tone}
}
