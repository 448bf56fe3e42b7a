package align

import (
	"fmt"
	"math"
)

// How much each further evidence closes of the gap that the title leaves.
const (
	objectiveShare = 0.25
	groupShare     = 0.12
	neighbourShare = 0.15
	leastTitle     = 0.18 // below this no further evidence counts
)

// verdict is how like an anchor a model is, and why.
type verdict struct {
	similarity float64
	why        []string
}

// judge compares m with a. beside is from 0 to 1: how well the neighbours of m in its
// plan fit the neighbours of a.
func judge(m *model, a *anchor, beside float64) verdict {
	if a.leader == m {
		return verdict{1, []string{"chính là mô hình đại diện của hàng"}}
	}
	title := titleSimilarity(m.title, a.title)
	if title >= 0.995 {
		return verdict{1, []string{"tên trùng nhau"}}
	}
	v := verdict{title, []string{"tên giống " + percent(title)}}
	if title < leastTitle {
		return v
	}
	rest := 1.0
	if o := objectiveSimilarity(m, a); o >= 0.4 {
		rest *= 1 - objectiveShare*o
		v.why = append(v.why, "mục tiêu giống "+percent(o))
	}
	if g := a.group.within(m.group); g >= 0.6 {
		rest *= 1 - groupShare
		v.why = append(v.why, "cùng nhóm")
	}
	if beside > 0 {
		rest *= 1 - neighbourShare*beside
		v.why = append(v.why, "mô hình đứng cạnh khớp")
	}
	v.similarity = round(1 - (1-title)*rest)
	return v
}

// titleSimilarity weighs how much of each title stands in the other. What the anchor
// says counts more: a plan often adds a tail of its own to the title.
func titleSimilarity(m, a features) float64 {
	if m.total == 0 || a.total == 0 {
		return 0
	}
	shared := m.shared(a)
	return 0.6*shared/a.total + 0.4*shared/m.total
}

// objectiveSimilarity compares the objectives, or, where the anchor has none, asks how
// much of its title the objective repeats.
func objectiveSimilarity(m *model, a *anchor) float64 {
	switch {
	case m.objective.total == 0:
		return 0
	case a.objective.total == 0:
		return a.title.within(m.objective)
	}
	return min(1, 2*m.objective.shared(a.objective)/(m.objective.total+a.objective.total))
}

func percent(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }

// round keeps three decimals, so that what is printed is what was decided by.
func round(x float64) float64 { return math.Round(1000*x) / 1000 }
