package query

import (
	"fmt"
	"slices"

	"kehoach/index/vi/fold"
)

// maxAgency is the number of words that a name of an agency may have.
const maxAgency = 14

// role is how a query says what an agency does.
type role struct {
	words  []string
	field  string // of those who do it at all
	strict string // of those who do it for a whole model
	note   string
}

var roles = []role{
	{[]string{"chu", "tri"}, Leading, Lead, textLeadIs},
	{[]string{"phoi", "hop"}, Helping, Cooperating, textCooperatingIs},
}

// strictly is the weight of a role for a whole model; for a duty of it it is 1.
const strictly = 2

// roles understands "Sở GDĐT chủ trì" and "chủ trì: Sở GDĐT": it takes agency and role
// out of the words and returns them as conditions.
func (c *compiler) roles(ws []fold.Word) (rest []fold.Word, conditions []Node, err error) {
	for _, r := range roles {
		for i := 0; i+len(r.words) <= len(ws); i++ {
			if !slices.Equal(looseOf(ws[i:i+len(r.words)]), r.words) {
				continue
			}
			from, end, values, err := c.agencyNear(ws, i, i+len(r.words), r.field)
			if err != nil {
				return nil, nil, err
			}
			if len(values) == 0 {
				continue
			}
			var does OneOf
			for _, v := range values {
				does = append(does, Alternative{[]Term{{r.field, v.Text}}, 1}, Alternative{[]Term{{r.strict, v.Text}}, strictly})
			}
			conditions = append(conditions, Ranked{Groups: []OneOf{does}, Min: 1})
			c.out.Notes = append(c.out.Notes, fmt.Sprintf(r.note, shortest(values)))
			for _, v := range values {
				c.out.Marks = append(c.out.Marks, Mark{Loose: v.Words, Only: true})
			}
			if from > 0 && ws[from-1].Loose == "do" { // "do Sở Y tế chủ trì"
				from--
			}
			ws = slices.Concat(ws[:from], ws[end:])
			break
		}
	}
	return ws, conditions, nil
}

// agencyNear finds the longest agency that ends where a role begins at i, or else
// begins where it ends at j. It returns where agency and role stand together.
func (c *compiler) agencyNear(ws []fold.Word, i, j int, field string) (from, end int, values []Value, err error) {
	for from = max(0, i-maxAgency); from < i; from++ {
		if values, err = c.agenciesOf(field, ws[from:i]); err != nil || len(values) > 0 {
			return from, j, values, err
		}
	}
	for end = min(len(ws), j+maxAgency); end > j; end-- {
		if values, err = c.agenciesOf(field, ws[j:end]); err != nil || len(values) > 0 {
			return i, end, values, err
		}
	}
	return 0, 0, nil, nil
}

// agencies returns the values of a field that begin with the words. One short word
// names no agency, unless it is the initials of one.
func (c *compiler) agenciesOf(field string, ws []fold.Word) ([]Value, error) {
	all, err := c.dictionary.Values(field)
	if err != nil {
		return nil, err
	}
	return c.named(all, ws), nil
}

func (c *compiler) named(all []Value, ws []fold.Word) []Value {
	return c.abbreviations.among(all, looseOf(ws), func(v, ws []string, same match) bool {
		if len(ws) == 1 && (len(v) < 2 || v[0] == ws[0]) {
			return false
		}
		return holds(v, ws, true, same)
	})
}

func looseOf(ws []fold.Word) []string {
	out := make([]string, len(ws))
	for i, w := range ws {
		out[i] = w.Loose
	}
	return out
}

func shortest(values []Value) string {
	s := values[0].Text
	for _, v := range values {
		if len(v.Text) < len(s) {
			s = v.Text
		}
	}
	return s
}

// agencies understands the names of agencies that say no role: documents that name one
// of them as doing something go before those in which its words stand anyhow.
func (r *ranking) agencies() error {
	all, err := r.dictionary.Values(Agency)
	if err != nil {
		return err
	}
	for i := 0; i < len(r.words); i++ {
		some := r.beginning(all, i)
		for end := min(len(r.words), i+maxAgency); end > i && len(some) > 0; end-- {
			values := r.named(some, r.words[i:end])
			if len(values) == 0 {
				continue
			}
			for _, v := range values {
				r.say(i, end, weights.agency*float64(end-i), Term{Agency, v.Text})
				r.boosts = append(r.boosts, Alternative{[]Term{{Leading, v.Text}}, weights.leads * float64(end-i)})
			}
			i = end - 1
			break
		}
	}
	return nil
}

// beginning returns the values that may begin with the word at i, or with what it is
// short for.
func (r *ranking) beginning(values []Value, i int) []Value {
	firsts := []string{r.loose[i]}
	for _, rw := range r.abbreviations.at(r.loose, i) {
		firsts = append(firsts, rw.to[0])
	}
	return slices.DeleteFunc(slices.Clone(values), func(v Value) bool {
		return len(v.Words) == 0 || !slices.Contains(firsts, v.Words[0]) && spelledOut(v.Words, r.loose[i]) == 0
	})
}
