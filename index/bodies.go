package index

import (
	"cmp"

	"kehoach/extract/agency"
	"kehoach/extract/plan"
)

// bodies returns the bodies that the heading of a responsibility names, one entity each:
// "Phòng Y tế, Trung tâm Y tế huyện" are two. A name is as the plan gives it in full
// elsewhere: "Công an tỉnh" is "Công an tỉnh Tuyên Quang" where the plan says so.
func (b *builder) bodies(heading string) []string {
	var names []string
	for _, m := range agency.List(heading) {
		name := m.Full(heading)
		names = append(names, cmp.Or(b.full[name], name))
	}
	if len(names) == 0 {
		return []string{heading}
	}
	return names
}

// fullNames returns the full names of the bodies of x by what is printed. What stands for
// two of them in one plan is left out.
func fullNames(x *plan.Extraction) map[string]string {
	full := map[string]string{}
	add := func(lists ...[]plan.Agency) {
		for _, list := range lists {
			for _, a := range list {
				if before, ok := full[a.Name]; ok && before != a.Canonical {
					full[a.Name] = ""
					continue
				}
				full[a.Name] = a.Canonical
			}
		}
	}
	for _, m := range x.Models {
		add(m.Lead, m.Cooperating, m.Implementing, m.Supporting, m.Guiding)
		for _, a := range m.Assignments {
			add(a.Actors)
		}
	}
	for _, t := range x.Tasks {
		add(t.Lead, t.Cooperating, t.Implementing)
	}
	for _, r := range x.Appendix {
		add(r.Lead, r.Cooperating)
	}
	return full
}
