package font

import "testing"

// compactFont returns a font of three glyphs: what is missing, "A" at code 65 and a
// glyph with a name of the font's own, "ecircumflexacute", at code 1.
func compactFont() []byte {
	list := func(items ...string) []byte {
		if len(items) == 0 {
			return []byte{0, 0}
		}
		out, at := []byte{0, byte(len(items)), 1, 1}, byte(1)
		for _, s := range items {
			at += byte(len(s))
			out = append(out, at)
		}
		for _, s := range items {
			out = append(out, s...)
		}
		return out
	}
	join := func(parts ...[]byte) (b []byte) {
		for _, p := range parts {
			b = append(b, p...)
		}
		return b
	}
	head, name, strings := []byte{1, 0, 4, 1}, list("F"), list("ecircumflexacute")
	number := func(n int) []byte { return []byte{28, byte(n >> 8), byte(n)} }
	const topSize = 3 * 4
	charsetAt := len(head) + len(name) + len(list("123456789012")) + len(strings) + 2
	charset := []byte{0, 0, 34, 391 >> 8, 391 & 0xFF}
	encodingAt := charsetAt + len(charset)
	encoding := []byte{0, 2, 65, 1}
	glyphsAt := encodingAt + len(encoding)
	top := join(number(charsetAt), []byte{opCharset}, number(encodingAt), []byte{opEncoding}, number(glyphsAt), []byte{opCharStrings})
	if len(top) != topSize {
		panic("the size of the dictionary")
	}
	return join(head, name, list(string(top)), strings, list(), charset, encoding, list("x", "x", "x"))
}

func TestParseCompact(t *testing.T) {
	p := fromCompact(parseCompact(compactFont()))
	if p.text(1) != "A" || p.text(2) != "ế" || p.text(3) != "" {
		t.Errorf("glyphs %v", p.glyphs)
	}
	if p.codes[65] != "A" || p.codes[1] != "ế" || len(p.codes) != 2 {
		t.Errorf("codes %v", p.codes)
	}
}

func TestStandardNames(t *testing.T) {
	if len(standardStrings) != 391 || standardStrings[34] != "A" || standardStrings[390] != "Semibold" {
		t.Errorf("%d standard strings", len(standardStrings))
	}
	if len(macintoshOrder) != 258 || macintoshOrder[36] != "A" || macintoshOrder[257] != "dcroat" {
		t.Errorf("%d names in the order of the Macintosh", len(macintoshOrder))
	}
}
