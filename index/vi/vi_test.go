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
	if name == Pairs || name == WithPairs {
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
		if name == Exact {
			want = fold.ExactKey(want)
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
				if string(token.Term) != want {
					t.Errorf("%s: %q at %d-%d is %q", name, token.Term, token.Start, token.End, want)
				}
			}
		}
	}
}

func TestBreak(t *testing.T) {
	text := "khám bệnh" + string(Break) + " thẻ căn cước"
	if got := terms(analyse(t, Pairs, text)); got != "kham_benh the_can can_cuoc" {
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
