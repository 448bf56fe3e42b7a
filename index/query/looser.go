package query

import (
	"slices"
	"strings"

	"kehoach/index/vi/fold"
)

// Looser returns other ways to write q, for where q finds little: a phrase without its
// quotation marks, a value of a field that is known instead of one that is not, no
// words that no document has. Whether they find more is to be tried.
func Looser(q string, d Dictionary) ([]string, error) {
	tokens, err := lex(q)
	if err != nil {
		return nil, err
	}
	abbreviations, err := d.Abbreviations()
	if err != nil {
		return nil, err
	}
	l := looser{compiler: compiler{dictionary: d, abbreviations: abbreviations, out: &Compiled{}}, q: q}
	for i, t := range tokens {
		denied := i > 0 && tokens[i-1].kind == notToken
		ofField := i > 0 && tokens[i-1].kind == fieldToken
		switch {
		case denied:
		case t.kind == fieldToken && i+1 < len(tokens):
			err = l.value(t, tokens[i+1:])
		case t.kind == phraseToken && !ofField:
			l.replace(t.start, t.end, t.text)
		}
		if err != nil {
			return nil, err
		}
	}
	return l.found, l.withoutUnknown(tokens)
}

type looser struct {
	compiler
	q     string
	found []string
}

func (l *looser) replace(start, end int, with string) {
	other := strings.Join(strings.Fields(l.q[:start]+with+l.q[end:]), " ")
	if other != "" && other != l.q && !slices.Contains(l.found, other) {
		l.found = append(l.found, other)
	}
}

// value looks for a value of a field that is written like the one that follows, which
// may go on for some words.
func (l *looser) value(name token, rest []token) error {
	f, known := fieldNamed(name.text)
	if !known || f.how != byWords {
		return nil
	}
	all, err := l.dictionary.Values(f.name)
	if err != nil {
		return err
	}
	best, end := "", 0
	for n := 1; n <= min(len(rest), maxAgency); n++ {
		if k := rest[n-1].kind; k != wordToken && (k != phraseToken || n > 1) {
			break
		}
		text := l.q[rest[0].start:rest[n-1].end]
		if values, err := l.valuesOf(f.name, text, false); err != nil || len(values) > 0 {
			return err
		}
		if like := valueLike(all, strings.Fields(fold.Key(text))); like != "" {
			best, end = like, rest[n-1].end
		}
	}
	if best != "" {
		l.replace(rest[0].start, end, `"`+best+`"`)
	}
	return nil
}

// valueLike returns the shortest value that holds the words but for one of them, which
// is one letter away; or "".
func valueLike(all []Value, words []string) string {
	close := make([][]string, len(words))
	for i, w := range words {
		close[i] = near(w)
	}
	best := ""
	for _, v := range all {
		for at := 0; at+len(words) <= len(v.Words); at++ {
			others := 0
			for i, w := range v.Words[at : at+len(words)] {
				switch {
				case w == words[i]:
				case len(w) > 2 && slices.Contains(close[i], w):
					others++
				default:
					others = len(words) + 2
				}
			}
			if others == 1 && (best == "" || len(v.Text) < len(best)) {
				best = v.Text
			}
		}
	}
	return best
}

// withoutUnknown leaves out the words that no document has, if others are left.
func (l *looser) withoutUnknown(tokens []token) error {
	kept, left, at := "", false, 0
	for i, t := range tokens {
		if t.kind != wordToken || i > 0 && (tokens[i-1].kind == fieldToken || tokens[i-1].kind == notToken) {
			continue
		}
		unknown, err := l.unknown(t.text)
		if err != nil {
			return err
		}
		if unknown {
			kept, at = kept+l.q[at:t.start], t.end
		} else {
			left = true
		}
	}
	if at > 0 && left {
		l.replace(0, at, kept)
	}
	return nil
}

// unknown reports whether no document has any word of text.
func (l *looser) unknown(text string) (bool, error) {
	for _, w := range fold.Split(text) {
		for _, field := range []string{Text, Context} {
			if n, err := l.dictionary.Count(Term{field, w.Loose}); err != nil || n > 0 {
				return false, err
			}
		}
	}
	return true, nil
}
