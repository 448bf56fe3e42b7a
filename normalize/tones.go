package normalize

import (
	"slices"
	"unicode/utf8"
)

// The old style puts the tone of oa, oe and uy on the first vowel, the new style on the
// second: "hòa" and "hoà", "ủy" and "uỷ". Where the rhyme goes on both put it on the second,
// and a slip of the keyboard on the first: "rà sóat".

// moves reports whether the tone of the letter s[i:end] moves to the vowel behind it: it
// stands on oa, oe or uy, and not behind q.
func moves(s string, i, end int, letter rune) bool {
	if end >= len(s) || i > 0 && (s[i-1] == 'q' || s[i-1] == 'Q') {
		return false
	}
	_, follow := newStyle(lower(letter))
	second := lower(rune(s[end]))
	return second == follow || follow == 'a' && second == 'e'
}

// mayMove reports whether a vowel stands at s[end] to which a tone may move.
func mayMove(s string, end int) bool {
	if end >= len(s) {
		return false
	}
	small := s[end] | 0x20
	return small == 'a' || small == 'e' || small == 'y'
}

// newStyle returns the vowel of r without its tone, and the vowel that must follow it for
// the tone to move there; 0 where r is no small o or u with a tone.
func newStyle(r rune) (plain byte, follow rune) {
	switch r {
	case 'ò', 'ó', 'ỏ', 'õ', 'ọ':
		return 'o', 'a'
	case 'ù', 'ú', 'ủ', 'ũ', 'ụ':
		return 'u', 'y'
	}
	return 0, 0
}

// appendMoved appends the small letter that bears a tone without it, and the vowel with it.
func appendMoved(b []byte, letter, vowel rune) []byte {
	plain, _ := newStyle(letter)
	return utf8.AppendRune(append(b, plain), toned(vowel, toneOf(letter)))
}

// Each row holds a vowel without a tone and with the five tones, in one order.
var vowels = [...][6]rune{
	{'o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'},
	{'u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'},
	{'a', 'à', 'á', 'ả', 'ã', 'ạ'},
	{'e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'},
	{'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'},
}

// toneOf returns which of a row's tones the letter bears.
func toneOf(letter rune) int {
	for _, row := range vowels {
		if i := slices.Index(row[1:], letter); i >= 0 {
			return i + 1
		}
	}
	return 0
}

// toned returns the vowel with a tone.
func toned(vowel rune, tone int) rune {
	for _, row := range vowels {
		if row[0] == vowel {
			return row[tone]
		}
	}
	return vowel
}
