package normalize

import "unicode/utf8"

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
	return utf8.AppendRune(append(b, plain), toned[tone{vowel, toneOf[letter]}])
}

type tone struct {
	vowel rune
	mark  int
}

// Each row holds a vowel without a tone and with the five tones, in one order.
var vowels = [][]rune{[]rune("oòóỏõọ"), []rune("uùúủũụ"), []rune("aàáảãạ"), []rune("eèéẻẽẹ"), []rune("yỳýỷỹỵ")}

var toned, toneOf = toneTables()

func toneTables() (map[tone]rune, map[rune]int) {
	t, m := map[tone]rune{}, map[rune]int{}
	for _, row := range vowels {
		for i, r := range row[1:] {
			t[tone{row[0], i}] = r
			m[r] = i
		}
	}
	return t, m
}
