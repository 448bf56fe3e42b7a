package query

import (
	"fmt"
	"strings"
)

const maxDepth = 50 // of parentheses

// Parse reads a query. The error is an *Error. Operators bind so: words side by side,
// then -, NOT, then AND (which may be left out), then OR.
func Parse(q string) (Expr, error) {
	tokens, err := lex(q)
	if err != nil {
		return nil, err
	}
	p := parser{query: q, tokens: tokens}
	if len(tokens) == 0 {
		return Everything{}, nil
	}
	e, err := p.or()
	if err != nil {
		return nil, err
	}
	if t, ok := p.peek(); ok { // only a parenthesis ends an expression early
		return nil, &Error{t.at, textCloseParen}
	}
	return e, nil
}

type parser struct {
	query  string
	tokens []token
	pos    int
	depth  int
}

func (p *parser) peek() (token, bool) {
	if p.pos == len(p.tokens) {
		return token{}, false
	}
	return p.tokens[p.pos], true
}

// is reports whether the next token is of a kind.
func (p *parser) is(k tokenKind) bool {
	t, ok := p.peek()
	return ok && t.kind == k
}

func (p *parser) or() (Expr, error) {
	var of []Expr
	for {
		e, err := p.and()
		if err != nil {
			return nil, err
		}
		of = append(of, e)
		if !p.is(orToken) {
			break
		}
		p.pos++
	}
	if len(of) == 1 {
		return of[0], nil
	}
	return Or{of}, nil
}

func (p *parser) and() (Expr, error) {
	var of []Expr
	for {
		t, ok := p.peek()
		if !ok || t.kind == closeToken || t.kind == orToken {
			return p.conjunction(of)
		}
		if t.kind == andToken {
			p.pos++
			if next, ok := p.peek(); len(of) == 0 || !ok || next.kind == closeToken || next.kind == orToken || next.kind == andToken {
				return nil, &Error{t.at, fmt.Sprintf(textNoOperand, t.text)}
			}
			continue
		}
		e, err := p.unary()
		if err != nil {
			return nil, err
		}
		of = append(of, e)
	}
}

// conjunction ends a list of operands at the next token, or complains of its absence.
func (p *parser) conjunction(of []Expr) (Expr, error) {
	switch len(of) {
	case 0:
		if p.pos > 0 && p.tokens[p.pos-1].kind == openToken && p.is(closeToken) {
			return nil, &Error{p.tokens[p.pos-1].at, textEmptyParen}
		}
		near := p.pos
		if near > 0 && !p.is(orToken) {
			near--
		}
		t := p.tokens[near]
		switch t.kind {
		case closeToken:
			return nil, &Error{t.at, textCloseParen}
		case openToken:
			return nil, &Error{t.at, textOpenParen}
		}
		return nil, &Error{t.at, fmt.Sprintf(textNoOperand, t.text)}
	case 1:
		return of[0], nil
	}
	return And{of}, nil
}

func (p *parser) unary() (Expr, error) {
	t := p.tokens[p.pos]
	switch t.kind {
	case notToken:
		p.pos++
		next, ok := p.peek()
		if !ok || next.kind == closeToken || next.kind == andToken || next.kind == orToken {
			return nil, &Error{t.at, fmt.Sprintf(textNothingAfter, t.text)}
		}
		if t.text == "-" && next.kind == wordToken { // "-du lịch" denies one word only
			p.pos++
			return Not{Words{next.text}}, nil
		}
		e, err := p.unary()
		return Not{e}, err
	case openToken:
		return p.parenthesis(t)
	case phraseToken:
		p.pos++
		return Phrase{t.text}, nil
	case prefixToken:
		p.pos++
		return Prefix{t.text}, nil
	case fieldToken:
		p.pos++
		return p.field(t)
	}
	last := t
	for p.is(wordToken) {
		last = p.tokens[p.pos]
		p.pos++
	}
	return Words{p.query[t.start:last.end]}, nil
}

func (p *parser) parenthesis(open token) (Expr, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, &Error{open.at, textTooDeep}
	}
	p.pos++
	e, err := p.or()
	if err != nil {
		return nil, err
	}
	if !p.is(closeToken) {
		return nil, &Error{open.at, textOpenParen}
	}
	p.pos++
	p.depth--
	return e, nil
}

// field reads what follows "tinh:": a comparison, then a word or a phrase.
func (p *parser) field(t token) (Expr, error) {
	f, known := fieldNamed(t.text)
	if !known {
		return nil, &Error{t.at, fmt.Sprintf(textUnknownField, t.text, shownFields())}
	}
	e := Field{Name: f.name, At: t.at}
	next, ok := p.peek()
	if !ok || !t.glued || next.kind != wordToken && next.kind != phraseToken {
		return nil, &Error{t.at, fmt.Sprintf(textNoValue, t.text)}
	}
	p.pos++
	e.Value, e.Quoted = next.text, next.kind == phraseToken
	if next.kind == wordToken {
		e.Op, e.Value = cutOp(next.text)
		e.Open = true
		if following, ok := p.peek(); e.Value == "" && e.Op != Is && ok && (following.kind == phraseToken || following.kind == wordToken) {
			p.pos++
			e.Value, e.Open = following.text, following.kind == wordToken // han:< 2024, han:<"quý I/2024"
		}
	}
	if strings.TrimSpace(e.Value) == "" {
		return nil, &Error{t.at, fmt.Sprintf(textNoValue, t.text)}
	}
	if e.Op != Is && f.how != byDate {
		return nil, &Error{t.at, fmt.Sprintf(textNoComparison, t.text, e.Op)}
	}
	return e, p.checkValue(f, e)
}

// checkValue complains of a date that is none and of a value that is not in its list.
// An open value may go on with the words that follow ("cap:trung ương").
func (p *parser) checkValue(f field, e Field) error {
	value := e.Value
	switch f.how {
	case byDate:
		if _, _, err := dateRange(value); err != nil {
			if next, ok := p.peek(); e.Open && ok && next.kind == wordToken {
				if _, _, err := dateRange(value + " " + next.text); err == nil {
					return nil
				}
			}
			return &Error{e.At, fmt.Sprintf(textNoDate, value)}
		}
	case byList:
		if _, ok := f.words[listKey(value)]; ok {
			return nil
		}
		if next, ok := p.peek(); e.Open && ok && next.kind == wordToken {
			if _, ok := f.words[listKey(value+" "+next.text)]; ok {
				return nil
			}
		}
		return &Error{e.At, fmt.Sprintf(textNoSuchValue, value, f.names[0], f.shown)}
	}
	return nil
}

func cutOp(s string) (Op, string) {
	for _, op := range []Op{AtMost, AtLeast, Less, More} {
		if v, ok := strings.CutPrefix(s, string(op)); ok {
			return op, v
		}
	}
	return Is, s
}
