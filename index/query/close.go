package query

import "slices"

// Close is how the words of a query are said in running text. Where a text has them
// close together it says what was asked for; where they are strewn over it, it may not.
type Close struct {
	Words int // of the query, at most 64; each is worth as much as it is rare
	Ways  []Way
}

// Way says the words of a query from From to End by other words, or by themselves.
type Way struct {
	Said      []string // loose
	From, End int
}

// way notes that the words from i to end can be said so.
func (r *ranking) way(i, end int, said ...string) {
	r.ways = append(r.ways, Way{said, i, end})
}

// close returns the ways to say the words, but for those that are not looked for in
// the text: the name of a place, the number of a document.
func (r *ranking) close() (Close, bool) {
	c := Close{Words: len(r.loose)}
	for i, w := range r.loose {
		c.Ways = append(c.Ways, Way{[]string{w}, i, i + 1})
	}
	c.Ways = slices.DeleteFunc(append(c.Ways, r.ways...), func(w Way) bool {
		return slices.Contains(r.elsewhere[w.From:w.End], true)
	})
	left := 0
	for _, is := range r.elsewhere {
		if !is {
			left++
		}
	}
	return c, left > 1
}
