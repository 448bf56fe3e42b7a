package font

import "testing"

// tinos is a part of the map of Tinos as Chromium writes it: the code of a glyph, the
// first letter and how many there are.
var tinos = []struct {
	code  uint32
	first rune
	n     int
}{
	{0x44, 'a', 5}, {0xB2, '“', 2}, {0x101, 'Ă', 2}, {0x2AC, 'Ư', 2}, {0x2E4, 'Ạ', 2}, {0x2E9, 'ấ', 3},
	{0x2ED, 'ẩ', 1}, {0x2EF, 'ẫ', 3}, {0x2F3, 'ắ', 1}, {0x2F9, 'ẵ', 1}, {0x2FB, 'ặ', 1}, {0x301, 'ẽ', 3},
	{0x305, 'ề', 3}, {0x311, 'ọ', 1}, {0x31F, 'ớ', 5}, {0x325, 'ỡ', 9}, {0x32F, 'ừ', 1},
}

// mapped returns the map as it is, or as Ghostscript 10.00 writes it.
func mapped(broken bool) map[uint32]string {
	text := map[uint32]string{}
	for _, r := range tinos {
		first := r.first
		if broken && r.n > 1 && first > 0xFF {
			first = rune(orBytes(uint32(first)))
		}
		for i := range r.n {
			text[r.code+uint32(i)] = string(first + rune(i))
		}
	}
	return text
}

func TestMendRanges(t *testing.T) {
	want := mapped(false)
	for name, text := range map[string]map[uint32]string{"broken": mapped(true), "whole": mapped(false)} {
		mendRanges(text)
		for code, s := range want {
			if text[code] != s {
				t.Errorf("%s: %x is %q, want %q", name, code, text[code], s)
			}
		}
	}
	few := map[uint32]string{0x2E9: "¿", 0x2ED: "ẩ", 0x2F3: "ắ"}
	if mendRanges(few); few[0x2E9] != "¿" {
		t.Errorf("changed to %q where two letters are known", few[0x2E9])
	}
	if mendRanges(nil) != 0 {
		t.Error("no map was mended")
	}
}

func TestFillHoles(t *testing.T) {
	text := map[uint32]string{10: "a", 11: "b", 13: "d", 17: "h", 27: "r", 30: "x", 32: "ff", 34: "9"}
	fillHoles(text)
	for code, want := range map[uint32]string{10: "a", 12: "c", 14: "e", 16: "g", 18: "", 26: "", 28: "", 31: "", 32: "ff", 33: ""} {
		if text[code] != want {
			t.Errorf("%d is %q, want %q", code, text[code], want)
		}
	}
}

func FuzzMend(f *testing.F) {
	f.Add([]byte("1 beginbfrange <0301><0303><00BF> endbfrange 2 beginbfchar <02ED><1EA9> <02F3><1EAF> endbfchar"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text := parseCMap(data).text
		mendRanges(text)
		fillHoles(text)
	})
}
