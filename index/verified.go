package index

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// verified walks over those documents of a cursor in whose printed text the words
// stand side by side.
type verified struct {
	cursor
	index *Index
	words query.Adjacent
	typed []byte // the phrase as it was typed
	exact []byte
	loose []byte
}

func (v *verified) settle() error {
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

func (v *verified) seek(target uint64) error {
	if target <= v.cursor.doc() {
		return nil
	}
	if err := v.cursor.seek(target); err != nil {
		return err
	}
	return v.settle()
}

// holds reads the text of the document.
func (v *verified) holds() (bool, error) {
	found, err := v.any(v.asTyped)
	if err != nil || found {
		return found, err
	}
	return v.any(v.in)
}

// any reports whether is holds for a part of the document.
func (v *verified) any(is func([]byte) bool) (bool, error) {
	found := false
	err := v.index.visit(v.cursor.doc(), func(field string, value []byte) bool {
		found = field == query.Text && is(value)
		return !found
	})
	return found, err
}

// in reports whether the words stand side by side in text.
func (v *verified) in(text []byte) bool {
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
func (v *verified) candidate(text []byte, i int) int {
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
func (v *verified) asTyped(text []byte) bool {
	i := bytes.Index(text, v.typed)
	if i < 0 || len(v.typed) == 0 {
		return false
	}
	end := i + len(v.typed)
	before, _ := utf8.DecodeLastRune(text[:i])
	after, _ := utf8.DecodeRune(text[end:])
	return (i == 0 || before == ' ') && (end == len(text) || strings.ContainsRune(" ,.;:)", after))
}

// is reports whether word is the one wanted at i.
func (v *verified) is(i int, word []byte) bool {
	v.exact, v.loose = fold.Append(v.exact[:0], v.loose[:0], word)
	if v.words.Exact != nil {
		return string(v.exact) == v.words.Exact[i]
	}
	return string(v.loose) == v.words.Words[i]
}
