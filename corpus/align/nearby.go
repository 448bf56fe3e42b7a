package align

import (
	"cmp"
	"slices"
)

const (
	tellingWeight = 0.25 // a feature lighter than this finds no anchors, it only weighs
	longPostings  = 400  // a feature of more anchors than this finds none, unless it is among the rarest
	rarest        = 5    // so many of the rarest features always find
	keep          = 16   // candidates weighed exactly
)

// nearby finds the anchors that share telling words with a title: an inverted index
// from features to anchors.
type nearby struct {
	anchors  []*anchor
	own      map[*model]*anchor // the anchor that a model is the leader of
	postings map[int32][]posting
	score    []float64 // scratch, one an anchor, all 0 between searches
}

type posting struct {
	anchor int
	weight float64
}

func (n *nearby) add(a *anchor) {
	if n.postings == nil {
		n.postings, n.own = map[int32][]posting{}, map[*model]*anchor{}
	}
	if a.leader != nil {
		n.own[a.leader] = a
	}
	for _, f := range a.title.list {
		if f.weight >= tellingWeight {
			n.postings[f.id] = append(n.postings[f.id], posting{len(n.anchors), f.weight})
		}
	}
	n.anchors = append(n.anchors, a)
	n.score = append(n.score, 0)
}

// find returns the anchors nearest to title, best first, at most keep of them.
func (n *nearby) find(title features) []*anchor {
	var touched []int
	for _, f := range n.seeds(title) {
		for _, p := range n.postings[f.id] {
			if n.score[p.anchor] == 0 {
				touched = append(touched, p.anchor)
			}
			n.score[p.anchor] += min(f.weight, p.weight)
		}
	}
	for _, i := range touched {
		n.score[i] /= n.anchors[i].title.total + title.total
	}
	slices.SortFunc(touched, func(i, j int) int {
		return cmp.Or(cmp.Compare(n.score[j], n.score[i]), cmp.Compare(i, j))
	})
	var out []*anchor
	for k, i := range touched {
		n.score[i] = 0
		if k < keep {
			out = append(out, n.anchors[i])
		}
	}
	return out
}

// candidates returns the anchors that m may be: those near its title, and its own,
// even where its title says nothing that could find it.
func (n *nearby) candidates(m *model) []*anchor {
	list := n.find(m.title)
	if own := n.own[m]; own != nil && !slices.Contains(list, own) {
		list = append(list, own)
	}
	return list
}

// seeds returns the features that find anchors: the telling ones that are not
// everywhere, and the rarest in any case.
func (n *nearby) seeds(title features) []feature {
	var list []feature
	for _, f := range title.list {
		if len(n.postings[f.id]) > 0 && f.weight >= tellingWeight {
			list = append(list, f)
		}
	}
	slices.SortFunc(list, func(a, b feature) int {
		return cmp.Or(cmp.Compare(len(n.postings[a.id]), len(n.postings[b.id])), cmp.Compare(a.id, b.id))
	})
	for i, f := range list {
		if i >= rarest && len(n.postings[f.id]) > longPostings {
			return list[:i]
		}
	}
	return list
}
