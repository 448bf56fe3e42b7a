package query

import (
	"fmt"
	"slices"
	"strings"

	"kehoach/index/vi/fold"
)

// field compiles a condition on a field.
func (c *compiler) field(e Field, wanted bool) (Node, error) {
	f := fieldOf(e.Name)
	switch f.how {
	case byDate:
		c.out.Timed = c.out.Timed || f.name == Due
		return dates(e)
	case byList:
		c.out.Timed = c.out.Timed || f.name == Timeline
		return AnyOf{f.name, []string{f.words[listKey(e.Value)]}}, nil
	case byValue:
		return AnyOf{f.name, []string{strings.TrimLeft(fold.Key(e.Value), "0")}}, nil
	case inTitle:
		return c.inTitle(e, wanted), nil
	}
	values, err := c.valuesOf(f.name, e.Value, f.how == byStart)
	if err != nil || len(values) == 0 {
		c.out.Notes = append(c.out.Notes, fmt.Sprintf(textNoneHas, e.Value, f.names[0]))
		return None{}, err
	}
	if wanted && !e.Quiet {
		for _, v := range values {
			c.out.Marks = append(c.out.Marks, Mark{Loose: v.Words, Only: true})
		}
	}
	return AnyOf{f.name, texts(values)}, nil
}

func texts(values []Value) []string {
	var ts []string
	for _, v := range values {
		ts = append(ts, v.Text)
	}
	return ts
}

// dates compiles a condition on a date.
func dates(e Field) (Node, error) {
	first, last, err := dateRange(e.Value)
	if err != nil {
		return nil, err // the parser let it through
	}
	r := Range{Field: e.Name}
	switch e.Op {
	case Is:
		r.First, r.Last = first, last
	case AtLeast:
		r.First = first
	case AtMost:
		r.Last = last
	case More:
		r.First = addDays(last, 1)
	case Less:
		r.Last = addDays(first, -1)
	}
	return r, nil
}

// inTitle compiles words of a title, side by side. A title is known by loose words; what
// is meant exactly must stand so in the text, of which the title is a part.
func (c *compiler) inTitle(e Field, wanted bool) Node {
	ws := fold.Split(e.Value)
	var of []Node
	for i, w := range ws {
		term := w.Loose
		if i > 0 {
			term = pair(ws[i-1].Loose, w.Loose)
		}
		if i > 0 || len(ws) == 1 {
			of = append(of, AnyOf{Title, []string{term}})
		}
		if wanted && !e.Quoted {
			c.out.Marks = append(c.out.Marks, Mark{Loose: []string{w.Loose}})
		}
	}
	if e.Quoted && len(ws) > 0 {
		of = append(of, c.phrase(e.Value, wanted))
	}
	return both(of)
}

// valuesOf returns the values of a field that hold the words of text, or begin with
// them. Abbreviations are understood on both sides.
func (c *compiler) valuesOf(name, text string, start bool) ([]Value, error) {
	all, err := c.dictionary.Values(name)
	if err != nil {
		return nil, err
	}
	words := strings.Fields(fold.Key(text))
	return c.abbreviations.among(all, words, func(v, ws []string, same match) bool { return holds(v, ws, start, same) }), nil
}

// extendField lets an open field take words from the beginning of text as long as
// some value of the field goes on so.
func (c *compiler) extendField(e Field, text string) (Expr, string, error) {
	e.Open = false
	f := fieldOf(e.Name)
	rest, taken := text, 0
	for _, w := range fold.Split(text) {
		value := e.Value + " " + strings.TrimSpace(text[:w.End])
		ok, err := c.isValue(f, value)
		if err != nil {
			return nil, "", err
		}
		if ok {
			taken = w.End
		} else if taken > 0 || f.how != byWords && w.Start > 0 {
			break
		} else if f.how == byWords {
			if now, err := c.isValue(f, e.Value); err != nil || now {
				if err != nil {
					return nil, "", err
				}
				break
			}
		}
	}
	if taken > 0 {
		e.Value, rest = e.Value+" "+strings.TrimSpace(text[:taken]), text[taken:]
	}
	return e, rest, nil
}

func (c *compiler) isValue(f field, value string) (bool, error) {
	switch f.how {
	case byDate:
		_, _, err := dateRange(value)
		return err == nil, nil
	case byList:
		return f.words[listKey(value)] != "", nil
	case inTitle:
		ws := fold.Split(value)
		if len(ws) < 2 {
			return false, nil
		}
		n, err := c.dictionary.Count(Term{Title, pair(ws[len(ws)-2].Loose, ws[len(ws)-1].Loose)})
		return n > 0, err
	case byWords, byStart:
		values, err := c.valuesOf(f.name, value, f.how == byStart)
		return len(values) > 0, err
	}
	return false, nil
}

// match compares what stands at the beginning of a value with the words wanted: it
// returns how many words of the value are left behind them, or -1.
type match func(value, words []string) int

// holds reports whether the words stand side by side in a value, at its start if
// start is set.
func holds(value, words []string, start bool, same match) bool {
	for at := range value {
		if rest := same(value[at:], words); rest >= 0 {
			return true
		}
		if start {
			return false
		}
	}
	return false
}

// literally is a match word by word.
func literally(value, words []string) int {
	if len(words) > len(value) || !slices.Equal(value[:len(words)], words) {
		return -1
	}
	return len(value) - len(words)
}

// after is a match in which one side may have the initials of what the other spells
// out: "sgddt" is "so giao duc va dao tao". It is for what a user typed, not for what
// was made of it: "CAT" for "Công an tỉnh Long An" is not "Công an thành phố".
func after(value, words []string) int {
	if len(words) == 0 {
		return len(value)
	}
	if len(value) == 0 {
		return -1
	}
	if value[0] == words[0] || trimZeros(value[0]) == trimZeros(words[0]) {
		if n := after(value[1:], words[1:]); n >= 0 {
			return n
		}
	}
	if n := spelledOut(value, words[0]); n > 0 {
		if rest := after(value[n:], words[1:]); rest >= 0 {
			return rest
		}
	}
	if n := spelledOut(words, value[0]); n > 0 {
		return after(value[1:], words[n:])
	}
	return -1
}

// trimZeros makes "06" and "6" alike.
func trimZeros(w string) string {
	if t := strings.TrimLeft(w, "0"); t != "" && strings.Trim(t, "0123456789") == "" {
		return t
	}
	return w
}

// spelledOut returns how many words from the beginning have short for their initials,
// or 0. Words that join others may be left out of initials.
func spelledOut(words []string, short string) int {
	n := 0
	for i := 0; i < len(short); i++ {
		if n < len(words) && words[n][0] != short[i] && joins(words[n]) {
			n++
		}
		if n == len(words) || words[n][0] != short[i] {
			return 0
		}
		n++
	}
	if n < 2 {
		return 0
	}
	return n
}

func joins(w string) bool {
	switch w {
	case "va", "ve", "cua", "cac", "tren":
		return true
	}
	return false
}
