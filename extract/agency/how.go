package agency

import (
	"unicode"
	"unicode/utf8"

	"kehoach/extract/lexicon"
	"kehoach/normalize"
)

// How tells by which rule a body's name was found, and by which of its words: "name" for
// one of the lexicon's, "kind" for a word such as "Sở" that begins a name, "bodies" for
// bodies in general ("các sở, ngành"), "between" for what merely stands between
// separators where bodies are listed.
func How(name string) (rule, wording string) {
	p := parser{s: name, words: normalize.Words(name)}
	upTo := func(n int) string { return name[p.words[0].Start:p.words[n-1].End] }
	if len(p.words) == 0 {
		return "between", ""
	}
	if _, n := p.longest(lexicon.Name, 0); n > 0 && (n > 1 || p.upper(0)) {
		return "name", upTo(n)
	}
	if article(p.fold(0)) {
		return "bodies", upTo(1)
	}
	if n := p.nouns(0); n > 0 {
		return "bodies", upTo(n)
	}
	if a, n := p.longest(lexicon.Head, 0); n > 0 && (p.upper(0) || a.Canonical == "person") {
		return "kind", upTo(n)
	}
	return "between", ""
}

// Unsure reports whether a name is of no known sort and written small, as much that is no
// body is, too.
func Unsure(name string) bool {
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsLower(r) {
		return false
	}
	rule, _ := How(name)
	return rule == "between"
}
