package query

import (
	"slices"

	"kehoach/index/vi/fold"
)

// likeShare is the share of the words of a title that a like document must have.
const likeShare = 0.4

// maxAlso bounds the words of the objective that likeness considers.
const maxAlso = 60

// Like compiles a search for documents like one with this title and objective.
func Like(title, objective string, d Dictionary) (*Compiled, error) {
	abbreviations, err := d.Abbreviations()
	if err != nil {
		return nil, err
	}
	ws := fold.Split(title)
	ws = ws[:min(len(ws), maxWords)]
	if len(ws) == 0 {
		return &Compiled{Root: None{}}, nil
	}
	c := compiler{dictionary: d, abbreviations: abbreviations, out: &Compiled{}}
	r := c.ranking(ws)
	if err := r.abbreviate(); err != nil {
		return nil, err
	}
	r.mark()
	n := r.ranked()
	n.Min = max(1, int(likeShare*float64(len(ws))))
	var seen []string
	also := fold.Split(objective)
	for i, w := range also[:min(len(also), maxAlso)] {
		if i == 0 || slices.Contains(seen, w.Loose) {
			seen = append(seen, w.Loose)
			continue
		}
		seen = append(seen, w.Loose)
		n.Boosts = append(n.Boosts, Alternative{[]Term{{Goal, pair(also[i-1].Loose, w.Loose)}}, weights.goalPairs})
	}
	c.out.Root = n
	return c.out, nil
}
