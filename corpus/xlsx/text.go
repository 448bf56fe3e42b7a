package xlsx

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// cellLimit is how many UTF-16 units Excel keeps in a cell. excelize cuts what is
// longer without a word, so nothing longer may reach it.
const cellLimit = 32767

// clean makes s fit to stand in a cell: control characters, which no workbook may hold,
// become their visible signs (␀ to ␟), other forbidden ones �. Line breaks and
// tabs stay.
func clean(s string) string {
	if !strings.ContainsFunc(s, forbidden) && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !forbidden(r):
			return r
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return 0x2421
		}
		return utf8.RuneError
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

func forbidden(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r == 0x7f || r == 0xfffe || r == 0xffff
}

// units counts UTF-16 units.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// split parts s into pieces that fit a cell, each broken after a blank where one is near.
func split(s string, limit int) []string {
	if len(s) <= limit {
		return []string{s} // a byte is at least a unit
	}
	var out []string
	for units(s) > limit {
		at, n, blank := 0, 0, 0
		for i, r := range s {
			if n += utf16.RuneLen(r); n > limit {
				break
			}
			at = i + utf8.RuneLen(r)
			if r == ' ' || r == '\n' {
				blank = at
			}
		}
		if blank > at/2 {
			at = blank
		}
		out = append(out, s[:at])
		s = s[at:]
	}
	return append(out, s)
}

// guarded reports whether s would be read as a formula if someone typed it.
func guarded(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }
