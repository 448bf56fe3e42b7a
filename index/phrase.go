package index

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach/index/query"
	"kehoach/index/vi"
	"kehoach/index/vi/fold"
)

// phrase walks over the documents in which words stand side by side. Of two words their
// pair tells all. Of more, the pairs narrow it down; how often a document has each, and
// the words between, often decides; else the printed text does.
type phrase struct {
	cursor // all terms
	index  *Index
	words  query.Adjacent
	inner  []countedCursor // the words but the first and the last, in their exact forms if that is asked
	pairs  []countedCursor // each word with the next, likewise
	typed  []byte          // the phrase as it was typed

	exact, loose []byte // forms of the word that was looked at last
}

// adjacent makes the cursor of a phrase.
func (b *cursors) adjacent(n query.Adjacent) (cursor, error) {
	if len(n.Words) == 1 {
		one := query.Term{Field: query.Text, Text: n.Words[0]}
		if n.Exact != nil {
			one = query.Term{Field: query.Exact, Text: n.Exact[0]}
		}
		return b.term(one, 1, b.scored)
	}
	v := &phrase{index: b.index, words: n, typed: []byte(norm.NFC.String(n.Typed))}
	for i := range n.Words[1:] {
		pair, err := b.neighbours(n, i)
		if err != nil {
			return nil, err
		}
		v.pairs = append(v.pairs, pair)
		if i == 0 {
			continue
		}
		word := query.Term{Field: query.Text, Text: n.Words[i]}
		if n.Exact != nil {
			word = query.Term{Field: query.Exact, Text: n.Exact[i]}
		}
		inner, err := b.term(word, 1, true)
		if err != nil {
			return nil, err
		}
		v.inner = append(v.inner, inner)
	}
	var err error
	if v.cursor, err = allTerms(slices.Concat(v.pairs, v.inner)); err != nil {
		return nil, err
	}
	return v, v.settle()
}

// neighbours makes the cursor of words i and i+1 of a phrase, side by side.
func (b *cursors) neighbours(n query.Adjacent, i int) (countedCursor, error) {
	if n.Exact == nil {
		return b.term(query.Term{Field: query.Pairs, Text: vi.Pair(n.Words[i], n.Words[i+1])}, 1, true)
	}
	pair := vi.SpelledPair(fold.Word{Loose: n.Words[i], Exact: n.Exact[i]}, fold.Word{Loose: n.Words[i+1], Exact: n.Exact[i+1]})
	return b.spelled(query.Pairs, []string{pair}, 1, true)
}

// certain reports whether the counts of the terms alone say that the document has the
// phrase. Of the pairs "chữa bệnh" at most as many lack a "khám" before them as there
// are "chữa" without one. If more are left, there is one.
func (v *phrase) certain() bool {
	behind, before := v.pairs[len(v.pairs)-1].times(), v.pairs[0].times()
	for i, word := range v.inner {
		behind -= word.times() - v.pairs[i].times()
		before -= word.times() - v.pairs[i+1].times()
	}
	return max(behind, before) > 0
}

func (v *phrase) settle() error {
	for v.cursor.doc() != end {
		ok, err := v.holds()
		if err != nil || ok {
			return err
		}
		if err := v.cursor.seek(v.cursor.doc() + 1); err != nil {
			return err
		}
	}
	return nil
}

func (v *phrase) seek(target uint64) error {
	if target <= v.cursor.doc() {
		return nil
	}
	if err := v.cursor.seek(target); err != nil {
		return err
	}
	return v.settle()
}

// holds reports whether the document has the phrase.
func (v *phrase) holds() (bool, error) {
	if v.certain() {
		return true, nil
	}
	found := false
	err := v.index.visit(v.cursor.doc(), func(field string, value []byte) bool {
		if field == query.Text {
			found = v.asTyped(value) || v.inPart(value)
		}
		return field != query.Text
	})
	return found, err
}

// inPart reports whether the words stand side by side in a part of text.
func (v *phrase) inPart(text []byte) bool {
	for part := range bytes.SplitSeq(text, []byte(breakText)) {
		if v.in(part) {
			return true
		}
	}
	return false
}

// in reports whether the words stand side by side in text.
func (v *phrase) in(text []byte) bool {
	for start := v.candidate(text, 0); start < len(text); start = v.candidate(text, fold.End(text, start)) {
		i := 0
		for from, to := fold.Next(text, start); from < to && v.is(i, text[from:to]); from, to = fold.Next(text, to) {
			if i++; i == len(v.words.Words) {
				return true
			}
		}
	}
	return false
}

// candidate returns where at or after i, which is in no word, a word may begin that is the first one wanted.
// A consonant other than d is always written as itself.
func (v *phrase) candidate(text []byte, i int) int {
	letter := v.words.Words[0][0]
	if strings.IndexByte("bcghklmnpqrstvx", letter) < 0 {
		start, _ := fold.Next(text, i)
		return start
	}
	for ; i < len(text); i++ {
		if text[i]|' ' == letter && !endsInWord(text[:i]) {
			return i
		}
	}
	return i
}

// endsInWord reports whether the last character of text is of a word.
func endsInWord(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	if c := text[len(text)-1]; c < utf8.RuneSelf {
		return 'a' <= c|' ' && c|' ' <= 'z' || '0' <= c && c <= '9'
	}
	r, _ := utf8.DecodeLastRune(text)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// asTyped reports whether text has the very bytes of the phrase, between words. It is
// the common case, and by far the fastest to see.
func (v *phrase) asTyped(text []byte) bool {
	i := bytes.Index(text, v.typed)
	if i < 0 || len(v.typed) == 0 {
		return false
	}
	end := i + len(v.typed)
	before, _ := utf8.DecodeLastRune(text[:i])
	after, _ := utf8.DecodeRune(text[end:])
	return (i == 0 || strings.ContainsRune(" "+breakText, before)) && (end == len(text) || strings.ContainsRune(" ,.;:)"+breakText, after))
}

// is reports whether word is the one wanted at i.
func (v *phrase) is(i int, word []byte) bool {
	v.exact, v.loose = fold.Append(v.exact[:0], v.loose[:0], word)
	if v.words.Exact != nil {
		return string(v.exact) == v.words.Exact[i]
	}
	return string(v.loose) == v.words.Words[i]
}
