package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/index/vi/fold"
)

type tokenKind int

const (
	wordToken tokenKind = iota
	phraseToken
	prefixToken // text is without its star
	fieldToken  // text is the field as written, without its colon
	openToken
	closeToken
	andToken
	orToken
	notToken // also "-" before a word
)

type token struct {
	kind       tokenKind
	text       string
	start, end int // in bytes of the query
	at         int // in characters
	// glued tells that no blank stands between this token and the next.
	glued bool
}

const quotes = `"“”„`

// lex splits a query into tokens. What looks like no operator is a word.
func lex(q string) ([]token, error) {
	l := lexer{q: q, prose: isProse(q)}
	for l.pos < len(l.q) {
		if err := l.next(); err != nil {
			return nil, err
		}
	}
	return l.tokens, nil
}

type lexer struct {
	q      string
	pos    int
	prose  bool // in capitals, so that "VÀ" is a word
	tokens []token
}

func (l *lexer) at(pos int) int { return utf8.RuneCountInString(l.q[:pos]) }

func (l *lexer) add(kind tokenKind, text string, start, end int) {
	rest := l.q[end:]
	glued := rest != "" && !unicode.IsSpace(firstRune(rest))
	l.tokens = append(l.tokens, token{kind, text, start, end, l.at(start), glued})
	l.pos = end
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func (l *lexer) next() error {
	r, n := utf8.DecodeRuneInString(l.q[l.pos:])
	switch {
	case unicode.IsSpace(r):
		l.pos += n
	case r == '(':
		l.add(openToken, "(", l.pos, l.pos+1)
	case r == ')':
		l.add(closeToken, ")", l.pos, l.pos+1)
	case strings.ContainsRune(quotes, r):
		return l.phrase(n)
	case r == '-' && l.negates():
		l.add(notToken, "-", l.pos, l.pos+1)
	default:
		l.word()
	}
	return nil
}

// negates reports whether the "-" at pos stands before a word and after a blank or a
// parenthesis, as in "dân cư -du lịch".
func (l *lexer) negates() bool {
	if l.pos > 0 {
		before, _ := utf8.DecodeLastRuneInString(l.q[:l.pos])
		if !unicode.IsSpace(before) && before != '(' {
			return false
		}
	}
	r := firstRune(l.q[l.pos+1:])
	return r == '(' || strings.ContainsRune(quotes, r) && l.pos+1 < len(l.q) || unicode.IsLetter(r) || unicode.IsDigit(r)
}

func (l *lexer) phrase(n int) error {
	from := l.pos + n
	i := strings.IndexAny(l.q[from:], quotes)
	if i < 0 {
		return &Error{l.at(l.pos), textOpenQuote}
	}
	_, size := utf8.DecodeRuneInString(l.q[from+i:])
	l.add(phraseToken, l.q[from:from+i], l.pos, from+i+size)
	return nil
}

// word reads up to a blank, a parenthesis, a quotation mark or the colon of a field.
func (l *lexer) word() {
	start := l.pos
	for i, r := range l.q[start:] {
		end := start + i
		if r == ':' && isFieldName(l.q[start:end]) && end+1 < len(l.q) && !unicode.IsSpace(firstRune(l.q[end+1:])) {
			l.add(fieldToken, l.q[start:end], start, end+1)
			return
		}
		if unicode.IsSpace(r) || r == '(' && i > 0 || r == ')' || strings.ContainsRune(quotes, r) {
			l.addWord(start, end)
			return
		}
	}
	text := l.q[start:]
	if name, isField := strings.CutSuffix(text, ":"); isField && isFieldName(name) {
		l.add(fieldToken, name, start, len(l.q))
		return
	}
	l.addWord(start, len(l.q))
}

// addWord adds what stands between blanks: an operator, a prefix or a word.
func (l *lexer) addWord(start, end int) {
	word := l.q[start:end]
	if begin, ok := strings.CutSuffix(word, "*"); ok && utf8.RuneCountInString(begin) > 1 && isFieldName(begin) {
		l.add(prefixToken, begin, start, end)
		return
	}
	l.add(l.kindOf(word), word, start, end)
}

// isFieldName reports whether s is of letters only, like the name of a field.
func isFieldName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != '_' {
			return false
		}
	}
	return s != ""
}

func (l *lexer) kindOf(word string) tokenKind {
	switch word {
	case "AND", "&&":
		return andToken
	case "OR", "||":
		return orToken
	case "NOT":
		return notToken
	}
	if l.prose {
		return wordToken
	}
	switch word {
	case "VÀ":
		return andToken
	case "HOẶC":
		return orToken
	case "KHÔNG":
		return notToken
	}
	return wordToken
}

// isProse reports whether q is a text in capitals, a title perhaps: then "VÀ" is a word
// of it. An abbreviation has no marks but that of Đ.
func isProse(q string) bool {
	for _, chunk := range strings.Fields(q) {
		switch chunk {
		case "VÀ", "HOẶC", "KHÔNG":
			continue
		}
		if chunk != strings.ToUpper(chunk) {
			continue
		}
		for _, w := range fold.Split(strings.ReplaceAll(chunk, "Đ", "D")) {
			if w.Marked() {
				return true
			}
		}
	}
	return false
}
