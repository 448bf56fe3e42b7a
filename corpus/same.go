package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kehoach/extract/plan"
)

// Whether two files are of one document.

// differs reports whether j is another document than the plan rec that has its id: it
// comes from a file of another name, and neither the number nor the title is the same.
// A scan of a document misreads some letters of its title.
func differs(rec Record, j *job) bool {
	number, title := rec.Summary.Number, rec.Summary.Title
	p := j.x.Plan
	switch {
	case rec.Source == j.file.Name:
		return false
	case number != nil && p.Number != nil:
		return letters(*number) != letters(*p.Number)
	case title == nil || p.Title == nil:
		return false
	}
	const same = 0.8
	return alike(letters(*title), letters(*p.Title)) < same
}

// alike is the share of pairs of neighbouring letters that a and b have in common,
// from 0 to 1 (Dice's coefficient).
func alike(a, b string) float64 {
	if a == b {
		return 1
	}
	pairs := map[string]int{}
	for i := range len(a) - 1 {
		pairs[a[i:i+2]]++
	}
	common := 0
	for i := range len(b) - 1 {
		if p := b[i : i+2]; pairs[p] > 0 {
			pairs[p]--
			common++
		}
	}
	return 2 * float64(common) / float64(max(1, len(a)+len(b)-2))
}

// beside is the id of x where another document has the id id.
func beside(id string, x *plan.Extraction) string {
	sum := sha256.Sum256([]byte(letters(orEmpty(x.Plan.Title))))
	return id + "-" + hex.EncodeToString(sum[:3])
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// letters is s without case, marks, blanks and punctuation, for telling whether two
// titles are one.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ' || r == 'Đ':
			return 'd'
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(s))
}

// twins are the plans of the corpus by their date, among which the other file of a document is
// looked for: its text, or its scan. They are read when a run first needs them.
type twins struct {
	scans  bool // the corpus has plans that are known by a scan only
	loaded bool
	byDate map[plan.Date][]Record
}

// add takes in a plan that was stored.
func (t *twins) add(r Record) {
	t.scans = t.scans || r.Summary.Scanned
	if t.loaded && r.Summary.Date != nil {
		d := *r.Summary.Date
		t.byDate[d] = append(slices.DeleteFunc(t.byDate[d], func(o Record) bool { return o.ID == r.ID }), r)
	}
}

// drop takes out the plan id, which is known by another id now.
func (t *twins) drop(id string) {
	for d, records := range t.byDate {
		t.byDate[d] = slices.DeleteFunc(records, func(r Record) bool { return r.ID == id })
	}
}

// twin returns the one plan that is j's document in all but the number, nil where there is none or
// more than one. Of the two one is a scan: the numbers of texts are not misread.
func (r *run) twin(j *job) (*Record, error) {
	isScan := scanned(j.x)
	if j.x.Plan.Date == nil || !isScan && !r.twins.scans {
		return nil, nil
	}
	if !r.twins.loaded {
		records, err := r.w.Records()
		if err != nil && !errors.Is(err, ErrDamaged) {
			return nil, err
		}
		r.twins.loaded, r.twins.byDate = true, map[plan.Date][]Record{}
		for _, rec := range records {
			r.twins.add(rec)
		}
	}
	var found *Record
	for _, rec := range r.twins.byDate[*j.x.Plan.Date] {
		if rec.hasText() != isScan || !rec.Summary.sameBut(j.x) {
			continue
		}
		if found != nil {
			return nil, nil
		}
		found = &rec
	}
	return found, nil
}

// sameBut reports whether s and x are of one kind, body and title, as far as a recogniser reads
// letters right, and of one number where both have one: figures are rarely misread.
func (s Summary) sameBut(x *plan.Extraction) bool {
	p := x.Plan
	title, other := letters(orEmpty(s.Title)), letters(orEmpty(p.Title))
	body, otherBody := letters(strings.Join(s.Issuers, " ")), letters(strings.Join(p.Issuers, " "))
	if s.Kind != p.Kind || title == "" || body == "" || figures(title) != figures(other) {
		return false
	}
	if s.Number != nil && p.Number != nil && figures(*s.Number) != figures(*p.Number) {
		return false
	}
	const same = 0.9
	return alike(title, other) >= same && alike(body, otherBody) >= same
}

// figures is what of s is digits.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
