package corpus

import (
	"fmt"
	"strings"
)

// AmbiguousError tells that a name fits several plans.
type AmbiguousError struct {
	Name string
	IDs  []string
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q fits %d plans: %s", e.Name, len(e.IDs), strings.Join(e.IDs, ", "))
}

// Find returns the id of the plan that name tells: by its id, its number
// ("233/KH-UBND"), the name of its file, or the beginning of one of these, whichever
// fits first. Case, marks, blanks and punctuation do not count.
func (c *Corpus) Find(name string) (string, error) {
	records, err := c.Records()
	if err != nil && len(records) == 0 {
		return "", err
	}
	want := letters(name)
	if want == "" {
		return "", fmt.Errorf("plan %q: %w", name, ErrNotFound)
	}
	for _, fits := range []func(Record) bool{
		func(r Record) bool { return r.ID == name },
		func(r Record) bool { return r.Summary.Number != nil && letters(*r.Summary.Number) == want },
		func(r Record) bool { return r.Source == name || letters(r.Source) == want },
		func(r Record) bool { return strings.HasPrefix(letters(r.ID), want) },
		func(r Record) bool {
			return r.Summary.Number != nil && strings.HasPrefix(letters(*r.Summary.Number), want)
		},
		func(r Record) bool { return strings.HasPrefix(letters(r.Source), want) },
	} {
		var ids []string
		for _, r := range records {
			if fits(r) {
				ids = append(ids, r.ID)
			}
		}
		if len(ids) > 1 {
			return "", &AmbiguousError{name, ids}
		}
		if len(ids) == 1 {
			return ids[0], nil
		}
	}
	return "", fmt.Errorf("plan %q: %w", name, ErrNotFound)
}
