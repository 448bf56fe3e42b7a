package index

import (
	"kehoach/index/query"
	"kehoach/index/vi/fold"
)

// verified walks over those documents of a cursor in whose printed text the words
// stand side by side.
type verified struct {
	cursor
	index *Index
	words query.Adjacent
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
	found := false
	err := v.index.visit(v.cursor.doc(), func(field string, value []byte) bool {
		found = field == query.Text && v.in(value)
		return !found
	})
	return found, err
}

// in reports whether the words stand side by side in text.
func (v *verified) in(text []byte) bool {
	for start, stop := fold.Next(text, 0); start < stop; start, stop = fold.Next(text, stop) {
		i, from, to := 0, start, stop
		for from < to && v.is(i, text[from:to]) {
			if i++; i == len(v.words.Words) {
				return true
			}
			from, to = fold.Next(text, to)
		}
	}
	return false
}

// is reports whether word is the one wanted at i.
func (v *verified) is(i int, word []byte) bool {
	v.exact, v.loose = fold.Append(v.exact[:0], v.loose[:0], word)
	if v.words.Exact != nil {
		return string(v.exact) == v.words.Exact[i]
	}
	return string(v.loose) == v.words.Words[i]
}
