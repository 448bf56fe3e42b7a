package extract

// Who leads models that say it not themselves: the last section names them by their numbers.

import (
	"strconv"
	"strings"

	"kehoach/extract/agency"
	"kehoach/extract/outline"
	"kehoach/extract/pattern"
	"kehoach/extract/plan"
	"kehoach/normalize"
)

// The models that a duty names by their numbers, and what it says of them.
const (
	theseModels = `(?: (?:thực hiện|triển khai|tổ chức|xây dựng))*(?: (?:các|những))? mô hình(?: số)? (` + outline.NumberList + `)(?:[^/\d%]|$)`
	withOthers  = `phối hợp(?: với)? ([^.;:\d]{3,160}?)`
)

var (
	// "chủ trì các mô hình số 1, 4 và 7", "chủ trì, phối hợp Phòng Tư pháp thực hiện mô hình 9"
	leadsModels = pattern.MustCompile(`chủ trì(?:,? ` + withOthers + `)?` + theseModels)
	// "phối hợp Trung tâm Y tế huyện thực hiện mô hình 1, 4", "phối hợp thực hiện mô hình 2"
	joinsModels = pattern.MustCompile(`phối hợp(?: với)?( [^.;:\d]{3,160}?)?` + theseModels)
	// numbersModel reads what both of them hold.
	numbersModel = pattern.MustCompile(`ô hình (?:số )?\d`)
	// modelNumber reads a number of them, or a stretch.
	modelNumber = pattern.MustCompile(`(\d{1,2})(?: ?(?:-|–|đến)(?: mô hình)?(?: số)? ?(\d{1,2}))?`)
)

// chargeByNumber gives the models that the duties of a body name by number to it, and to those with
// whom it is to work, where nothing at the models says who leads them.
func (r *reader) chargeByNumber(c *outline.Para, name string) {
	at := strings.Index(c.Text, name)
	if len(r.x.Models) == 0 || at < 0 {
		return
	}
	named := c.Slice(at, at+len(name))
	read := func(p *outline.Para) bool {
		if !numbersModel.MatchString(p.Text) {
			return true // nearly always
		}
		self := named
		for i, clause := range clausesOf(p.Phrase) {
			if own, _ := agency.Subject(clause.Text); (p != c || i > 0) && len(own) > 0 && own[0].Start == 0 {
				self = clause.Slice(0, own[len(own)-1].End) // "- Phòng Hồ sơ chủ trì mô hình 12" below several
			}
			r.chargeClause(clause, self)
		}
		return true
	}
	read(c)
	c.Walk(read)
}

// chargeClause gives the models that a clause names by number to the body of which it speaks.
func (r *reader) chargeClause(clause, self outline.Phrase) {
	f := normalize.FoldInPlace(clause.Text)
	led := map[int]bool{} // where in it "phối hợp" belongs to whoever leads
	for _, m := range leadsModels.FindAllStringSubmatchIndex(f, -1) {
		r.chargeModels(f[m[4]:m[5]], true, self)
		if m[2] >= 0 {
			r.chargeModels(f[m[4]:m[5]], false, clause.Slice(m[2], m[3]))
		}
		led[m[4]] = true
	}
	for _, m := range joinsModels.FindAllStringSubmatchIndex(f, -1) {
		switch {
		case led[m[4]], m[2] >= 0 && agency.SaysDeed(clause.Text[m[2]:m[3]]):
			// what they do is less than the model: "phối hợp với Phòng Hậu cần khảo sát vị trí … của mô hình 8"
		case m[2] >= 0 && agency.Begins(strings.TrimSpace(clause.Text[m[2]:m[3]])):
			r.chargeModels(f[m[4]:m[5]], false, clause.Slice(m[2], m[3]))
		default:
			r.chargeModels(f[m[4]:m[5]], false, self)
		}
	}
}

// chargeModels gives the models of these numbers to bodies.
func (r *reader) chargeModels(numbers string, lead bool, bodies outline.Phrase) {
	for _, m := range r.modelsOf(numbers) {
		if r.ledAlready[m.Number] {
			continue
		}
		var who []plan.Agency
		r.inside(nameModel(m.Number), func() {
			r.within("duties", bodies.Text, func() { who = r.list(bodies) })
		})
		if lead {
			m.Lead = addAgencies(m.Lead, who)
		} else {
			m.Cooperating = addAgencies(m.Cooperating, who)
		}
	}
}

// mostNamesakes are the models of one number of which a number may still mean all.
const mostNamesakes = 3

// modelsOf returns the models that a list of numbers and stretches names.
func (r *reader) modelsOf(numbers string) (all []*plan.Model) {
	if r.numbered == nil {
		r.numbered = map[int][]int{}
		for i := range r.x.Models {
			n := r.x.Models[i].Number
			r.numbered[n] = append(r.numbered[n], i)
		}
	}
	for _, n := range modelNumber.FindAllStringSubmatch(numbers, -1) {
		first, _ := strconv.Atoi(n[1])
		last, _ := strconv.Atoi(n[2])
		for k := first; k <= max(first, last); k++ {
			if len(r.numbered[k]) > mostNamesakes {
				continue
			}
			for _, i := range r.numbered[k] {
				all = append(all, &r.x.Models[i])
			}
		}
	}
	return all
}
