package font

import (
	"maps"
	"strings"
)

// picturesOf returns what the codes of a symbol font show: of Wingdings the few that
// Word takes for bullets, arrows and boxes.
func picturesOf(font string) map[byte]string {
	lower := strings.ToLower(font)
	switch {
	case strings.HasPrefix(lower, "wingdings"):
		return wingdings
	case lower == "symbol", lower == "symbolmt", strings.HasPrefix(lower, "symbol,"), strings.HasPrefix(lower, "symbol-"):
		return symbol
	case strings.HasPrefix(lower, "zapfdingbats"), strings.HasPrefix(lower, "itczapfdingbats"), strings.HasPrefix(lower, "dingbats"):
		return dingbats
	}
	return nil
}

var wingdings = map[byte]string{0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻",
	0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}

// symbol is the encoding of Symbol (ISO 32000-1 §D.5) as far as texts need it: a blank
// is no glyph, or one that is the same in every font.
var symbol = sequences(map[byte]string{
	0x2D: "-",
	0x41: "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
	0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
	0xA3: "≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",
	0xC5: "⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇",
	0xD5: "∏√⋅¬∧∨⇔⇐⇑⇒⇓◊",
	0xE5: "∑", 0xF2: "∫",
})

// dingbats is the encoding of Zapf Dingbats (ISO 32000-1 §D.6), which fields of forms
// take for ticks: it goes through Unicode's block U+2700 but for what stands elsewhere.
var dingbats = func() map[byte]string {
	m := map[byte]string{}
	for c := 0x21; c <= 0x7E; c++ {
		m[byte(c)] = string(rune(0x2701 + c - 0x21))
	}
	for c := 0xA1; c <= 0xEF; c++ {
		m[byte(c)] = string(rune(0x2761 + c - 0xA1))
	}
	maps.Copy(m, sequences(map[byte]string{
		0x25: "☎", 0x2A: "☛☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲▼◆", 0x77: "◗", 0xA8: "♣♦♥♠①②③④⑤⑥⑦⑧⑨⑩", 0xD5: "→↔↕",
	}))
	return m
}()

// sequences gives each character of a text the code behind that of the one before it.
func sequences(from map[byte]string) map[byte]string {
	m := map[byte]string{}
	for code, text := range from {
		for _, r := range text {
			m[code] = string(r)
			code++
		}
	}
	return m
}
