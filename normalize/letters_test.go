package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// The tables and shorter ways of this package are held against what package unicode says,
// letter by letter.

func TestRuneAt(t *testing.T) {
	for _, s := range []string{"a", "ò", "ệ", "–", "“", "𝒜", "\xff", "\xc3", "\xc3a", "\xe1\xbb", "\xe1\xbba", "\xc1\x81", "\xe1", "\xed\xa0\x80"} {
		r, n := runeAt(s, 0)
		if want, size := utf8.DecodeRuneInString(s); r != want || n != size {
			t.Errorf("%q: %q of %d bytes, want %q of %d", s, r, n, want, size)
		}
	}
	for r := range rune(0x3000) {
		if got, n := runeAt(string(r), 0); got != r || n != utf8.RuneLen(r) {
			t.Errorf("%U: read %U", r, got)
		}
	}
}

// slowFold is Fold, letter by letter.
func slowFold(s string) string {
	s = strings.Map(unicode.ToLower, s)
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if _, follow := newStyle(r); follow != 0 && moves(s, i, i+n, r) {
			b.Write(appendMoved(nil, r, rune(s[i+n])))
			i += n + 1
			continue
		}
		b.WriteRune(r)
		i += n
	}
	return b.String()
}

// slowWords is Words, letter by letter.
func slowWords(s string) (words []Word) {
	isWord := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
	}
	open := false
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		w := Word{Start: i, End: i + n, Fold: s[i : i+n], Mark: true}
		switch {
		case isWord(r) && open:
			words[len(words)-1].End = i + n
			continue
		case unicode.IsSpace(r):
			open = false
			continue
		case isWord(r):
			w.Mark = false
		case strings.ContainsRune("–—‑", r):
			w.Fold = "-"
		}
		open = !w.Mark
		words = append(words, w)
	}
	for i, w := range words {
		if !w.Mark {
			words[i].Fold = slowFold(s[w.Start:w.End])
		}
	}
	return words
}

func FuzzLetters(f *testing.F) {
	for _, s := range []string{"Ủy ban HÒA có của thuý Hoà, toà; Khỏe quý", "ỦY QUỲNH hoàn òa óe òA Qùy qÚY qùy", "\u13a0ò", "o\u0300A", "İK\u212a ǅ", "e–a—b‑c\u00a0d\u3000", "ùy", "Ⓚ"} {
		f.Add(s)
	}
	files, _ := filepath.Glob("../testdata/plans/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if got, want := Fold(s), slowFold(s); got != want {
			t.Fatalf("%q: folded %q, want %q", s, got, want)
		}
		if got, want := Bare(s), bareByForm(s); got != want {
			t.Fatalf("%q: bare %q, want %q", s, got, want)
		}
		got, want := Words(s), slowWords(s)
		at := 0
		for _, w := range want {
			start, end, same := Next(s, at)
			if start != w.Start || end != w.End || same && s[start:end] != w.Fold || string(AppendFold(nil, s[start:end])) != w.Fold {
				t.Fatalf("%q: next from %d at %d to %d, want %d to %d", s, at, start, end, w.Start, w.End)
			}
			at = end
		}
		if start, _, _ := Next(s, at); start != len(s) {
			t.Fatalf("%q: more behind %d", s, at)
		}
		for i := range max(len(got), len(want)) {
			if i >= len(got) || i >= len(want) || got[i] != want[i] {
				t.Fatalf("%q: word %d differs: %+v, want %+v", s, i, got, want)
			}
		}
	})
}
