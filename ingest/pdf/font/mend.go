package font

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// The glyphs of most fonts stand in the order of Unicode, block by block: within a block
// a letter and the code of its glyph are the same distance apart. Two kinds of damage to
// a ToUnicode map are undone by that.

// vietnamese is the block of Unicode in which the letters with two marks stand.
const vietnameseFirst, vietnameseLast = 0x1EA0, 0x1EF9

// leastAgreed is how many letters must be the same distance from their codes to say what
// the others are.
const leastAgreed = 5

// mendRanges undoes what Ghostscript 10.00 does to the maps of others: where a range goes
// from a code to a letter, it writes the two bytes of the letter or-ed into one, and for
// the codes behind it what follows on that ("ế ề ể", U+1EBF and on, become U+00BF and
// on). The letters that it left alone tell which are meant. It returns how many there
// were.
func mendRanges(text map[uint32]string) (mended int) {
	distance, ok := vietnameseDistance(text)
	if !ok {
		return 0
	}
	for _, run := range runs(text) {
		letter := run.code + distance
		if letter < vietnameseFirst || letter+run.length-1 > vietnameseLast || run.rune != orBytes(letter) {
			continue
		}
		for i := range run.length {
			text[run.code+i] = string(rune(letter + i))
		}
		mended += int(run.length)
	}
	if mended < leastAgreed {
		return mended
	}
	for _, run := range runs(text) {
		if first, ok := twos[run.rune]; ok && run.length == 2 && !has(text, first) {
			text[run.code], text[run.code+1] = string(first), string(first+1)
		}
	}
	return mended
}

// twos are the letters and signs that stand elsewhere in twos, by what becomes of the
// first.
var twos = func() map[uint32]rune {
	m := map[uint32]rune{}
	for _, first := range "ĂĨŨƠƯ‘“" {
		m[orBytes(uint32(first))] = first
	}
	return m
}()

func orBytes(letter uint32) uint32 { return letter>>8 | letter&0xFF }

func has(text map[uint32]string, r rune) bool {
	for _, s := range text {
		if s == string(r) {
			return true
		}
	}
	return false
}

// run is a stretch of codes that stand for characters one behind the other.
type run struct{ code, length, rune uint32 }

func runs(text map[uint32]string) (out []run) {
	for _, c := range slices.Sorted(maps.Keys(text)) {
		r, n := utf8.DecodeRuneInString(text[c])
		if n == 0 || n < len(text[c]) || r == utf8.RuneError {
			continue
		}
		if k := len(out) - 1; k >= 0 && out[k].code+out[k].length == c && out[k].rune+out[k].length == uint32(r) {
			out[k].length++
			continue
		}
		out = append(out, run{c, 1, uint32(r)})
	}
	return out
}

// vietnameseDistance returns how far most of the letters of the block are from their
// codes.
func vietnameseDistance(text map[uint32]string) (distance uint32, ok bool) {
	votes := map[uint32]int{}
	for c, s := range text {
		if r, n := utf8.DecodeRuneInString(s); n == len(s) && r >= vietnameseFirst && r <= vietnameseLast {
			votes[uint32(r)-c]++
		}
	}
	most := leastAgreed - 1
	for d, n := range votes {
		if n > most || n == most && ok && d < distance {
			distance, most, ok = d, n, true
		}
	}
	return distance, ok
}

// widestHole is how many codes may be missing from a map in a row to be filled.
const widestHole = 8

// fillHoles adds what a map lacks between two letters that are the same distance from
// their codes.
func fillHoles(text map[uint32]string) {
	all := runs(text)
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		hole := b.code - a.code - a.length
		if hole == 0 || hole > widestHole || b.rune-a.rune != b.code-a.code || a.rune < ' ' {
			continue
		}
		for k := a.length; k < a.length+hole; k++ {
			if _, ok := text[a.code+k]; !ok {
				text[a.code+k] = string(rune(a.rune + k))
			}
		}
	}
}
