package agency

// What a sentence begins with before it names whoever acts: where, when, of what.

import "kehoach/extract/lexicon"

// circumstance reports whether a clause begins so at words[i]: "Ở mô hình này Sở Y tế chủ trì", "Toàn bộ mô hình do
// Công an tỉnh chủ trì", "Công việc do …".
func (r *roles) circumstance(i int) bool {
	if i > 0 && !r.words[i-1].Mark {
		return false
	}
	if r.fold(i) == "toàn" && r.fold(i+1) == "bộ" && r.matter(i+2) {
		return true
	}
	if r.begins(i) {
		return false
	}
	_, n := r.longest(lexicon.Circumstance, i)
	return n > 0 || r.matter(i)
}

// matter reports whether words[i] speaks of the work itself: "mô hình", "công việc".
func (p *parser) matter(i int) bool {
	_, n := p.longest(lexicon.Matter, i)
	return n > 0
}

// OfMatter reports whether a clause begins with a word for the work itself: "công việc này thực hiện thường xuyên".
func OfMatter(s string) bool {
	r := borrow()
	defer r.giveBack()
	p := r.parser(s)
	return p.matter(0)
}

// farthestActor is how many words behind the beginning of a clause whoever acts is looked for.
const farthestActor = 24

// pastCircumstance returns where whoever acts is named behind such words: behind a comma, behind "do", or before
// a verb; the next word where that is not seen.
func (r *roles) pastCircumstance(i int) int {
	for j := i + 1; j < i+farthestActor && j < len(r.words); j++ {
		switch f := r.fold(j); {
		case f == ";" || f == ".":
			return i + 1
		case f == "," && (r.begins(j+1) || r.announces(j+1)), f == "do" && r.begins(j+1):
			return j + 1
		case f == "," || f == "của":
			continue
		case r.upper(j) && r.begins(j) && r.fold(j-1) != "của":
			if _, next := r.list(j, false); r.verb(next) > 0 || r.carriesOut(next) {
				return j
			}
		}
		if verb, _ := r.roleVerb(j); verb != "" {
			return i + 1
		}
	}
	return i + 1
}
