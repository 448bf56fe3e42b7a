package align

import (
	"bufio"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed data/wordings.txt
var wordingsText string

var wordings = mustWordings(wordingsText)

// wordList is the loaded data/wordings.txt, whose format stands at its head.
type wordList struct {
	replace phrases // full and same
	light   phrases
	stop    map[string]bool // lower case, NFC, with marks: folded, "có" would be "cơ"
}

func mustWordings(text string) *wordList {
	w, err := parseWordings(text)
	if err != nil {
		panic("align: " + err.Error()) // embedded data
	}
	return w
}

func parseWordings(text string) (*wordList, error) {
	w := &wordList{replace: phrases{}, light: phrases{}, stop: map[string]bool{}}
	var pairs [][2]string
	var light []string
	sc := bufio.NewScanner(strings.NewReader(text))
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			return nil, fmt.Errorf("read wordings line %d: %d fields, want 4", n, len(f))
		}
		switch f[0] {
		case "full", "same":
			pairs = append(pairs, [2]string{f[1], f[2]})
		case "light":
			light = append(light, f[1])
		case "stop":
			w.stop[f[1]] = true
		default:
			return nil, fmt.Errorf("read wordings line %d: unknown kind %q", n, f[0])
		}
	}
	for _, p := range pairs { // now that the stop words are known
		w.replace.add(w.telling(p[0]), w.telling(p[1]))
		w.replace.keep(w.telling(p[1]))
	}
	for _, l := range light {
		w.light.keep(w.telling(l))
	}
	return w, nil
}

// phrases maps a first word to the phrases that begin with it, longest first.
type phrases map[string][]phrase

type phrase struct{ from, to []string }

func (p phrases) add(from, to []string) {
	if len(from) == 0 {
		return
	}
	list := p[from[0]]
	for _, q := range list {
		if slices.Equal(q.from, from) {
			return // the first line wins
		}
	}
	list = append(list, phrase{from, to})
	slices.SortStableFunc(list, func(a, b phrase) int { return len(b.from) - len(a.from) })
	p[from[0]] = list
}

// keep adds a phrase that stands for itself, so that no shorter one matches inside.
func (p phrases) keep(words []string) { p.add(words, words) }

// at returns the longest phrase with which words begins.
func (p phrases) at(words []string) (phrase, bool) {
	for _, q := range p[words[0]] {
		if len(q.from) <= len(words) && slices.Equal(q.from, words[:len(q.from)]) {
			return q, true
		}
	}
	return phrase{}, false
}

// Fold lowers s and takes its diacritics off: "Đề án" becomes "de an".
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// split returns the words of s: runs of letters, marks and digits.
func split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
	})
}

// foldWords returns the folded words of s.
func foldWords(s string) []string { return split(Fold(s)) }

// word is a folded word of a title.
type word struct {
	text   string
	factor float64 // 1, less where the word says little of what the model is
}

// What a word weighs that says little.
const (
	lightness = 0.12 // of those that data/wordings.txt calls light
	aside     = 0.50 // in brackets: a plan's own remark, or examples
)

// words returns the telling words of title in order: stop words left out,
// abbreviations and synonyms brought to one wording. own holds the abbreviations of
// the title's plan and places its localities; both may be nil.
func (l *wordList) words(title string, own, places phrases) []word {
	var out []word
	for i, part := range strings.FieldsFunc(norm.NFC.String(title), func(r rune) bool { return r == '(' || r == ')' }) {
		factor := 1.0
		if i > 0 && strings.Contains(title, "("+part) {
			factor = aside
		}
		for _, w := range l.plainWords(part, own, places) {
			out = append(out, word{w.text, w.factor * factor})
		}
	}
	return out
}

// telling returns the folded words of text but for the stop words.
func (l *wordList) telling(text string) []string {
	var out []string
	for _, w := range split(strings.ToLower(norm.NFC.String(text))) {
		if !l.stop[w] {
			out = append(out, Fold(w))
		}
	}
	return out
}

// Plain brings a title to the words by which it is compared: folded, without stop words,
// abbreviations and synonyms as one.
func Plain(title string) string {
	return strings.Join(replaceAll(wordings.telling(title), wordings.replace), " ")
}

// withoutAsides leaves out what stands in brackets.
func withoutAsides(title string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case depth == 0:
			return r
		}
		return ' '
	}, title)
}

func (l *wordList) plainWords(text string, own, places phrases) []word {
	folded := replaceAll(replaceAll(l.telling(text), own), l.replace)
	out := make([]word, 0, len(folded))
	for i := 0; i < len(folded); {
		n, factor := 1, 1.0
		for _, list := range []phrases{places, l.light} {
			if q, ok := list.at(folded[i:]); ok && len(q.from) >= n {
				n, factor = len(q.from), lightness
			}
		}
		for _, w := range folded[i : i+n] {
			out = append(out, word{w, factor})
		}
		i += n
	}
	return out
}

func replaceAll(words []string, list phrases) []string {
	if len(list) == 0 {
		return words
	}
	out := make([]string, 0, len(words))
	for i := 0; i < len(words); {
		if q, ok := list.at(words[i:]); ok {
			out = append(out, q.to...)
			i += len(q.from)
			continue
		}
		out = append(out, words[i])
		i++
	}
	return out
}
