package vi

import (
	"os"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
	"golang.org/x/text/unicode/norm"

	"kehoach/index/vi/fold"
)

// analyse runs text through the part called name.
func analyse(t *testing.T, name, text string) analysis.TokenStream {
	t.Helper()
	cache := registry.NewCache()
	tokenizer, err := cache.TokenizerNamed(Tokenizer)
	if err != nil {
		t.Fatal(err)
	}
	tokens := tokenizer.Tokenize([]byte(text))
	if name == Tokenizer {
		return tokens
	}
	if name == WithPairs {
		tokens = looseFilter{}.Filter(tokens)
	}
	filter, err := cache.TokenFilterNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return filter.Filter(tokens)
}

func terms(tokens analysis.TokenStream) string {
	var out []string
	for _, t := range tokens {
		out = append(out, string(t.Term))
	}
	return strings.Join(out, " ")
}

// pairsOf are the terms of pairs that are written "Khám_chữa chữa_bệnh".
func pairsOf(written string) string {
	var out []string
	for _, p := range strings.Fields(written) {
		a, b, _ := strings.Cut(p, "_")
		out = append(out, SpelledPair(fold.Split(a)[0], fold.Split(b)[0]))
	}
	return strings.Join(out, " ")
}

func TestSpelledPair(t *testing.T) {
	for _, tt := range [][2]string{
		{"danh_gia", "danh_gia\x1f"},
		{"Đánh_giá", "danh_gia\x1fđanh\u0301_gia\u0301"},
		{"danh_giá", "danh_gia\x1fdanh_gia\u0301"},
	} {
		got := pairsOf(tt[0])
		if got != tt[1] {
			t.Errorf("%s: %q, want %q", tt[0], got, tt[1])
		}
		if !strings.HasPrefix(got, AnySpelling("danh_gia")) || strings.HasPrefix(got, AnySpelling("danh_gi")) {
			t.Errorf("%q does not begin as all its spellings do", got)
		}
	}
}

func TestCorpus(t *testing.T) {
	b, err := os.ReadFile("testdata/corpus.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := map[string]int{Tokenizer: 0, Exact: 0, Loose: 0, Pairs: 0, WithPairs: 0}
	name := ""
	for n, line := range strings.Split(string(b), "\n") {
		line, _, _ = strings.Cut(line, "#")
		text, isText := strings.CutPrefix(line, "\t")
		if !isText {
			name = strings.TrimSpace(line)
			continue
		}
		text, want, ok := strings.Cut(text, "\t")
		if _, known := lines[name]; !ok || !known {
			t.Fatalf("testdata/corpus.txt:%d: want a name, then a text, a tab and terms", n+1)
		}
		lines[name]++
		switch name {
		case Exact:
			want = fold.ExactKey(want)
		case Pairs:
			want = pairsOf(want)
		}
		if got := terms(analyse(t, name, text)); got != want {
			t.Errorf("testdata/corpus.txt:%d: %s(%q) = %q, want %q", n+1, name, text, got, want)
		}
		if name != Tokenizer {
			if got := terms(analyse(t, name, norm.NFD.String(text))); got != want {
				t.Errorf("testdata/corpus.txt:%d: %s of the decomposed text = %q, want %q", n+1, name, got, want)
			}
		}
	}
	for name, n := range lines {
		if n == 0 {
			t.Errorf("%s has no example", name)
		}
	}
}

// The offsets of every token are those of the text as given: the words found there
// are the token.
func TestOffsets(t *testing.T) {
	const text = "Cơ sở khám, chữa bệnh: QRcode; Đề án 06 (Hoà Bình)."
	for _, s := range []string{text, norm.NFD.String(text)} {
		for _, name := range []string{Loose, Pairs, WithPairs} {
			for _, token := range analyse(t, name, s) {
				want := strings.ReplaceAll(fold.Key(s[token.Start:token.End]), " ", "_")
				if name == Pairs {
					ws := fold.Split(s[token.Start:token.End])
					want = SpelledPair(ws[0], ws[1])
				}
				if string(token.Term) != want {
					t.Errorf("%s: %q at %d-%d is %q", name, token.Term, token.Start, token.End, want)
				}
			}
		}
	}
}

func TestBreak(t *testing.T) {
	text := "khám bệnh" + string(Break) + " thẻ căn cước"
	if got := terms(analyse(t, Pairs, text)); got != pairsOf("khám_bệnh thẻ_căn căn_cước") {
		t.Errorf("pairs %q", got)
	}
	if got := terms(analyse(t, Loose, text)); got != "kham benh the can cuoc" {
		t.Errorf("words %q", got)
	}
}

func BenchmarkAnalysis(b *testing.B) {
	text := []byte(strings.Repeat("Cơ sở dữ liệu quốc gia về dân cư phục vụ giải quyết thủ tục hành chính. ", 20))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		pairFilter{}.Filter(looseFilter{}.Filter(tokenizer{}.Tokenize(text)))
	}
}
