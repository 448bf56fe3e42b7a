package font

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// signs are the glyph names of what is no letter (Adobe Glyph List, the part that
// texts need).
var signs = pairs(`space " " exclam ! quotedbl \x22 numbersign # dollar $ percent % ampersand & quotesingle ' quoteright ’
parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5
six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \x5C
bracketright ] asciicircum ^ underscore _ grave \x60 quoteleft ‘ braceleft { bar | braceright } asciitilde ~ exclamdown ¡
cent ¢ sterling £ currency ¤ yen ¥ brokenbar ¦ section § copyright © registered ® ordfeminine ª guillemotleft « logicalnot ¬
sfthyphen - degree ° plusminus ± twosuperior ² threesuperior ³ onesuperior ¹ mu µ paragraph ¶ periodcentered · ordmasculine º
guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ multiply × divide ÷ endash – emdash — quotesinglbase ‚
quotedblleft “ quotedblright ” quotedblbase „ dagger † daggerdbl ‡ bullet • ellipsis … perthousand ‰ guilsinglleft ‹
guilsinglright › fraction ⁄ Euro € trademark ™ minus − florin ƒ arrowright → arrowleft ← fi fi fl fl ff ff ffi ffi ffl ffl
AE Æ ae æ OE Œ oe œ germandbls ß Oslash Ø oslash ø Lslash Ł lslash ł Eth Ð eth ð Thorn Þ thorn þ dotlessi ı
dcroat đ Dcroat Đ dmacron đ Dmacron Đ dong ₫ nbspace \x20 nonbreakingspace \x20 openbullet ◦ filledbox ■ lozenge ◊
Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ
Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι
kappa κ lambda λ nu ν xi ξ omicron ο pi π rho ρ sigma σ sigma1 ς tau τ upsilon υ phi φ chi χ psi ψ omega ω
lessequal ≤ greaterequal ≥ notequal ≠ infinity ∞ summation ∑ integral ∫ radical √ approxequal ≈ element ∈
gravecomb ̀ acutecomb ́ hookabovecomb ̉ tildecomb ̃ dotbelowcomb ̣ circumflex ˆ breve ˘ acute ´ dieresis ¨ tilde ˜`)

func pairs(list string) map[string]string {
	m := map[string]string{}
	words := strings.Split(strings.Join(strings.FieldsFunc(list, func(r rune) bool { return r == '\n' }), " "), " ")
	for i := 0; i+1 < len(words); i += 2 {
		name, v := words[i], words[i+1]
		if v == `"` { // "space" stands for a blank
			i++
			v = " "
		}
		if s, ok := strings.CutPrefix(v, `\x`); ok {
			n, _ := strconv.ParseUint(s, 16, 8)
			v = string(rune(n))
		}
		m[name] = v
	}
	return m
}

// modifiers are the parts of a letter's name behind its base, and their marks.
var modifiers = []struct{ name, mark string }{
	{"circumflex", "\u0302"}, {"breve", "\u0306"}, {"horn", "\u031B"}, {"hookabove", "\u0309"}, {"dotbelow", "\u0323"},
	{"acute", "\u0301"}, {"grave", "\u0300"}, {"tilde", "\u0303"}, {"dieresis", "\u0308"}, {"ring", "\u030A"},
	{"cedilla", "\u0327"}, {"caron", "\u030C"}, {"macron", "\u0304"},
}

// GlyphName returns the text that a glyph's name stands for, "" where it says
// nothing: "ecircumflexacute" is ế, "uni1EBF" too, "one.oldstyle" is 1, "f_i" is fi.
func GlyphName(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if first, rest, ok := strings.Cut(name, "_"); ok {
		a, b := GlyphName(first), GlyphName(rest)
		if a == "" || b == "" {
			return ""
		}
		return a + b
	}
	if s, ok := signs[name]; ok {
		return s
	}
	if s := byNumber(name); s != "" {
		return s
	}
	if name == "" || name[0] >= utf8.RuneSelf || !letter(name[0]) {
		return ""
	}
	text, rest := name[:1], name[1:]
	for rest != "" {
		found := false
		for _, m := range modifiers {
			if after, ok := strings.CutPrefix(rest, m.name); ok {
				text, rest, found = text+m.mark, after, true
				break
			}
		}
		if !found {
			return ""
		}
	}
	return norm.NFC.String(text)
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// byNumber reads "uni1EBF", "uni00650301" and "u1EBF".
func byNumber(name string) string {
	if digits, ok := strings.CutPrefix(name, "uni"); ok && len(digits) >= 4 && len(digits)%4 == 0 {
		var b strings.Builder
		for i := 0; i < len(digits); i += 4 {
			n, err := strconv.ParseUint(digits[i:i+4], 16, 16)
			if err != nil {
				return ""
			}
			b.WriteRune(rune(n))
		}
		return b.String()
	}
	if digits, ok := strings.CutPrefix(name, "u"); ok && len(digits) >= 4 && len(digits) <= 6 {
		if n, err := strconv.ParseUint(digits, 16, 32); err == nil && n <= utf8.MaxRune {
			return string(rune(n))
		}
	}
	return ""
}

// standardHigh is the upper half of StandardEncoding from A1 on; a blank is no glyph.
var standardHigh = []rune("¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß")

func baseEncoding(name string) (table [256]string) {
	page := charmap.Windows1252
	if name == "MacRomanEncoding" {
		page = charmap.Macintosh
	}
	for c := 32; c < 256; c++ {
		if r := page.DecodeByte(byte(c)); r != utf8.RuneError {
			table[c] = string(r)
		}
	}
	if name == "StandardEncoding" {
		for c := 0x7F; c < 256; c++ {
			table[c] = ""
		}
		for i, r := range standardHigh {
			if r != ' ' {
				table[0xA1+i] = string(r)
			}
		}
		table['\''], table['`'] = "’", "‘"
	}
	return table
}

// guessWidth is for the standard fonts, whose widths a file need not state: what
// their letters take, roughly, in sizes.
func guessWidth(s string) float64 {
	switch r, _ := utf8.DecodeRuneInString(s); {
	case s == "":
		return 0.5
	case strings.ContainsRune("iljtfrI.,:;'|!()[] ", r):
		return 0.28
	case strings.ContainsRune("mwMW@%", r):
		return 0.83
	case r >= 'A' && r <= 'Z':
		return 0.67
	}
	return 0.53
}
