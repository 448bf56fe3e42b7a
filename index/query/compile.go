package query

import (
	"strings"

	"kehoach/index/vi/fold"
)

// Compile makes a query ready for an engine whose words d knows.
func Compile(e Expr, d Dictionary) (*Compiled, error) { return compile(e, d, false) }

// CompilePlainly is Compile without the understanding of who does what: "Sở Y tế chủ
// trì" is five words.
func CompilePlainly(e Expr, d Dictionary) (*Compiled, error) { return compile(e, d, true) }

func compile(e Expr, d Dictionary, plainly bool) (*Compiled, error) {
	abbreviations, err := d.Abbreviations()
	if err != nil {
		return nil, err
	}
	c := compiler{dictionary: d, abbreviations: abbreviations, plainly: plainly, out: &Compiled{}}
	root, err := c.node(e, true)
	if err != nil {
		return nil, err
	}
	c.out.Root = damped(root)
	return c.out, nil
}

// damped lets models and tasks go before what speaks of them.
func damped(n Node) Node {
	return Damped{Of: n, By: []Alternative{
		{Terms: []Term{{Kind, "plan"}}, Weight: weights.plan},
		{Terms: []Term{{Kind, "responsibility"}}, Weight: weights.duty},
	}}
}

type compiler struct {
	dictionary    Dictionary
	abbreviations *Abbreviations
	plainly       bool
	out           *Compiled
}

// node compiles e. What is wanted, not denied, is marked in hits.
func (c *compiler) node(e Expr, wanted bool) (Node, error) {
	switch e := e.(type) {
	case Everything:
		return All{}, nil
	case Words:
		return c.words(e.Text, wanted)
	case Phrase:
		return c.phrase(e.Text, wanted), nil
	case Prefix:
		key := fold.Key(e.Text)
		if wanted {
			c.out.Marks = append(c.out.Marks, Mark{Loose: []string{key}, Begins: true})
		}
		return Begins{key}, nil
	case Field:
		return c.field(e, wanted)
	case Not:
		of, err := c.node(e.Of, !wanted)
		return Without{of}, err
	case Or:
		of, err := c.nodes(e.Of, wanted)
		return Either{of}, err
	case And:
		of, err := c.regroup(e.Of)
		if err != nil {
			return nil, err
		}
		nodes, err := c.nodes(of, wanted)
		return both(nodes), err
	}
	return None{}, nil
}

func both(of []Node) Node {
	if len(of) == 1 {
		return of[0]
	}
	return Both{of}
}

func (c *compiler) nodes(of []Expr, wanted bool) ([]Node, error) {
	var nodes []Node
	for _, e := range of {
		n, err := c.node(e, wanted)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

// regroup gives words to what stands before them and needs them: to an open field as
// long as a value goes on so ("tinh:Long An"), to a denied word as long as it seldom
// stands without them ("-du lịch").
func (c *compiler) regroup(of []Expr) ([]Expr, error) {
	var out []Expr
	for i := 0; i < len(of); i++ {
		e := of[i]
		if i+1 < len(of) {
			if next, ok := of[i+1].(Words); ok {
				longer, rest, err := c.extend(e, next.Text)
				if err != nil {
					return nil, err
				}
				e = longer
				if strings.TrimSpace(rest) == "" {
					i++
				} else {
					of[i+1] = Words{rest}
				}
			}
		}
		out = append(out, e)
	}
	return out, nil
}

// extend lets e take words from the beginning of text; rest is what it leaves.
func (c *compiler) extend(e Expr, text string) (longer Expr, rest string, err error) {
	switch e := e.(type) {
	case Field:
		if e.Open {
			return c.extendField(e, text)
		}
	case Not:
		switch of := e.Of.(type) {
		case Field:
			if of.Open {
				longer, rest, err := c.extendField(of, text)
				return Not{longer}, rest, err
			}
		case Words:
			return c.extendDenied(of.Text, text)
		}
	}
	return e, text, nil
}

func (c *compiler) extendDenied(denied, text string) (Expr, string, error) {
	taken := 0
	for _, w := range fold.Split(text) {
		before := fold.Split(denied)
		if len(before) == 0 {
			break
		}
		last := before[len(before)-1].Loose
		alone, err := c.dictionary.Count(Term{Text, last})
		if err != nil {
			return nil, "", err
		}
		together, err := c.dictionary.Count(Term{Pairs, pair(last, w.Loose)})
		if err != nil {
			return nil, "", err
		}
		if together == 0 || 2*together < alone {
			break
		}
		denied += text[taken:w.End]
		if taken == 0 {
			denied = strings.TrimSuffix(denied, text[:w.End]) + " " + text[:w.End]
		}
		taken = w.End
	}
	if taken == 0 {
		return Not{Words{denied}}, text, nil
	}
	return Not{Phrase{denied}}, text[taken:], nil
}

func pair(a, b string) string { return a + "_" + b }

// phrase compiles text in quotation marks. With any mark on it, it is meant exactly.
func (c *compiler) phrase(text string, wanted bool) Node {
	ws := fold.Split(text)
	if len(ws) == 0 {
		return All{}
	}
	a := Adjacent{Typed: text[ws[0].Start:ws[len(ws)-1].End]}
	marked := false
	for _, w := range ws {
		a.Words, a.Exact = append(a.Words, w.Loose), append(a.Exact, w.Exact)
		marked = marked || w.Marked()
	}
	if !marked {
		a.Exact = nil
	}
	if wanted {
		c.out.Marks = append(c.out.Marks, Mark{Loose: a.Words, Exact: a.Exact, Only: true})
		a.Boosts = inBetterPlaces(a.Words)
	}
	return a
}

// inBetterPlaces are the boosts of a phrase in a title or an objective.
func inBetterPlaces(words []string) []Alternative {
	inTitle, inGoal := make([]Term, 0, len(words)), make([]Term, 0, len(words))
	for _, t := range pairsOf(words) {
		inTitle, inGoal = append(inTitle, Term{Title, t.Text}), append(inGoal, Term{Goal, t.Text})
	}
	return []Alternative{
		{inTitle, weights.title + weights.titlePairs},
		{inGoal, weights.goal + weights.goalPairs},
	}
}
