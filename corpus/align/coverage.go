package align

// Coverage is how a plan stands to the catalogue.
type Coverage struct {
	Plan    int   // index into Alignment.Plans
	Takes   []int // numbers of the catalogue
	Lacks   []int // those with a known title only
	Own     []int // numbers of its models that no catalogue knows
	Unique  []int // those of Own that no other plan has
	Merges  []int // numbers of its models that stand in several rows
	Unknown int   // entries of the catalogue of which only the number is known
}

// Share is the part of the catalogue's known models that the plan takes, 0 to 1.
func (c Coverage) Share() float64 {
	if n := len(c.Takes) + len(c.Lacks); n > 0 {
		return float64(len(c.Takes)) / float64(n)
	}
	return 0
}

func coverage(a *Alignment) []Coverage {
	out := make([]Coverage, len(a.Plans))
	takes := make([]map[int]bool, len(a.Plans))
	merged := make([]map[int]bool, len(a.Plans))
	for i := range out {
		out[i].Plan = i
		takes[i], merged[i] = map[int]bool{}, map[int]bool{}
	}
	for _, r := range a.Rows {
		for _, m := range r.Members {
			c, number := &out[m.Plan], a.Model(m).Number
			if r.Entry != nil {
				takes[m.Plan][r.Entry.Number] = true
			} else {
				c.Own = append(c.Own, number)
				if len(r.Members) == 1 {
					c.Unique = append(c.Unique, number)
				}
			}
			if m.Merged && !merged[m.Plan][m.Model] {
				merged[m.Plan][m.Model] = true
				c.Merges = append(c.Merges, number)
			}
		}
	}
	for _, e := range a.Catalogue.Entries {
		for i := range out {
			switch {
			case e.Title == "":
				out[i].Unknown++
			case takes[i][e.Number]:
				out[i].Takes = append(out[i].Takes, e.Number)
			default:
				out[i].Lacks = append(out[i].Lacks, e.Number)
			}
		}
	}
	return out
}
