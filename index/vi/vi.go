// Package vi gives Bleve its Vietnamese analysis: one tokenizer and four token
// filters over package fold. Offsets stay those of the text as it was given, for no
// character filter is used. Begin with the names below; a mapping puts them together.
//
// This is the one place of the project that registers itself on import, as is the
// custom of Bleve.
package vi

import (
	"bytes"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"kehoach/index/vi/fold"
)

// Version changes with every change of what the analysis makes of a text. An index
// of another version is rebuilt.
const Version = 4

// Names under which the parts are registered with Bleve.
const (
	Tokenizer = "vi_words"      // words, with their offsets
	Exact     = "vi_exact"      // words to their exact forms
	Loose     = "vi_loose"      // words to their loose forms
	Pairs     = "vi_pairs"      // words to the pairs of neighbours, as SpelledPair has them
	WithPairs = "vi_with_pairs" // loose words, and each one's pair after it
)

// Break parts the texts of a document within one value. No pair crosses it.
const Break = '\x1e'

// Pair is the term of two neighbouring loose words.
func Pair(a, b string) string { return a + "_" + b }

// spelling parts a pair of loose words from their exact forms.
const spelling = "\x1f"

// SpelledPair is the term of two neighbouring words: their loose forms, and the exact
// ones where these are others. So all that are one pair when marks do not count stand
// side by side in a dictionary, behind AnySpelling.
func SpelledPair(a, b fold.Word) string {
	return string(appendPair(nil, []byte(a.Loose), []byte(b.Loose), []byte(a.Exact), []byte(b.Exact)))
}

// AnySpelling is the beginning of all SpelledPairs of two words with these loose forms,
// given as Pair has them, and of no others.
func AnySpelling(pair string) string { return pair + spelling }

func appendPair(to, looseA, looseB, exactA, exactB []byte) []byte {
	to = append(append(append(to, looseA...), '_'), looseB...)
	to = append(to, spelling...)
	if bytes.Equal(looseA, exactA) && bytes.Equal(looseB, exactB) {
		return to
	}
	return append(append(append(to, exactA...), '_'), exactB...)
}

type tokenizer struct{}

func (tokenizer) Tokenize(text []byte) analysis.TokenStream {
	tokens := make([]analysis.Token, 0, len(text)/5+1)
	last, position := 0, 0
	for start, end := fold.Next(text, 0); start < end; start, end = fold.Next(text, end) {
		position++
		if bytes.IndexByte(text[last:start], Break) >= 0 {
			position++
		}
		tokens = append(tokens, analysis.Token{
			Start: start, End: end, Term: text[start:end],
			Position: position, Type: analysis.AlphaNumeric,
		})
		last = end
	}
	stream := make(analysis.TokenStream, len(tokens))
	for i := range tokens {
		stream[i] = &tokens[i]
	}
	return stream
}

type exactFilter struct{}

func (exactFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	terms, loose := room(in), []byte(nil)
	for _, t := range in {
		start := len(terms)
		terms, loose = fold.Append(terms, loose[:0], t.Term)
		t.Term = terms[start:len(terms):len(terms)]
	}
	return in
}

type looseFilter struct{}

func (looseFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	terms, exact := room(in), []byte(nil)
	for _, t := range in {
		start := len(terms)
		exact, terms = fold.Append(exact[:0], terms, t.Term)
		t.Term = terms[start:len(terms):len(terms)]
	}
	return in
}

// room returns memory for a form of each term of a stream. One piece for all of them
// takes half the time that a piece for each takes.
func room(in analysis.TokenStream) []byte { return make([]byte, 0, size(in)) }

// size is about what the forms of all terms take, in bytes.
func size(in analysis.TokenStream) int {
	n := 0
	for _, t := range in {
		n += len(t.Term) + 1
	}
	return n
}

// spelledPairFilter expects words as they are. The token of each becomes that of the
// pair that it begins.
type spelledPairFilter struct{}

func (spelledPairFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	n := size(in)
	exacts, looses, ends := make([]byte, 0, n), make([]byte, 0, n), make([][2]int, 1, len(in)+1)
	for _, t := range in {
		exacts, looses = fold.Append(exacts, looses, t.Term)
		ends = append(ends, [2]int{len(exacts), len(looses)})
	}
	exact := func(i int) []byte { return exacts[ends[i][0]:ends[i+1][0]] }
	loose := func(i int) []byte { return looses[ends[i][1]:ends[i+1][1]] }
	out := in[:0]
	terms := make([]byte, 0, 5*n)
	for i, t := range in {
		if i+1 == len(in) || in[i+1].Position != t.Position+1 {
			continue
		}
		start := len(terms)
		terms = appendPair(terms, loose(i), loose(i+1), exact(i), exact(i+1))
		t.Term, t.End, t.Type = terms[start:len(terms):len(terms)], in[i+1].End, analysis.Shingle
		out = append(out, t)
	}
	return out
}

// pairFilter expects loose words. It keeps them, and puts each one's pair behind it.
type pairFilter struct{}

func (pairFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	out := make(analysis.TokenStream, 0, 2*len(in))
	pairs := make([]analysis.Token, 0, len(in))
	terms := make([]byte, 0, 2*size(in))
	for i, t := range in {
		out = append(out, t)
		if i+1 == len(in) || in[i+1].Position != t.Position+1 {
			continue
		}
		next, start := in[i+1], len(terms)
		terms = append(append(append(terms, t.Term...), '_'), next.Term...)
		pairs = append(pairs, analysis.Token{
			Start: t.Start, End: next.End, Term: terms[start:len(terms):len(terms)],
			Position: t.Position, Type: analysis.Shingle,
		})
		out = append(out, &pairs[len(pairs)-1])
	}
	return out
}

func init() {
	err := registry.RegisterTokenizer(Tokenizer, func(map[string]any, *registry.Cache) (analysis.Tokenizer, error) {
		return tokenizer{}, nil
	})
	if err != nil {
		panic(err) // a name used twice
	}
	register(Exact, exactFilter{})
	register(Loose, looseFilter{})
	register(Pairs, spelledPairFilter{})
	register(WithPairs, pairFilter{})
}

func register(name string, filter analysis.TokenFilter) {
	err := registry.RegisterTokenFilter(name, func(map[string]any, *registry.Cache) (analysis.TokenFilter, error) {
		return filter, nil
	})
	if err != nil {
		panic(err) // a name used twice
	}
}
