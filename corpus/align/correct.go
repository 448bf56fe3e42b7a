package align

import (
	"slices"
	"strconv"
	"strings"
)

// Correction is what a person said of one model: that it is, or is not, the model of
// a row. It is kept apart from the extractions and given to Align.
type Correction struct {
	Plan  string `json:"plan"`  // Plan.ID
	Model int    `json:"model"` // its number there
	Row   string `json:"row"`   // "dm:16" or "16" of the catalogue, or "PLAN#12", another model
	Same  bool   `json:"same"`
	Note  string `json:"note,omitempty"`
}

// correct turns the corrections into constraints, now that it is known which anchor
// each named model has, and reports whether any is new.
func (w *works) correct(corrections []Correction) bool {
	byKey := map[string]*model{}
	for _, models := range w.models {
		for _, m := range models {
			byKey[m.key] = m
		}
	}
	changed := false
	for _, c := range corrections {
		m := byKey[c.Plan+"#"+strconv.Itoa(c.Model)]
		if m == nil {
			continue
		}
		if id, ok := catalogueRow(c.Row); ok {
			changed = w.constrain(m, id, c.Same) || changed
			continue
		}
		other := byKey[c.Row]
		if other == nil || other == m || len(m.places) == 0 || len(other.places) == 0 {
			continue
		}
		if m.places[0].anchor.leader == m && other.places[0].anchor.leader != other {
			m, other = other, m // the one for which a row stands does not move
		}
		for _, p := range other.places {
			if stands(m, p.anchor) != c.Same {
				changed = w.constrain(m, p.anchor.id, c.Same) || changed
			}
		}
	}
	return changed
}

// catalogueRow reads "16" and "dm:16".
func catalogueRow(row string) (id string, ok bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(row, "dm:"))
	return catalogueID(n), err == nil
}

func stands(m *model, a *anchor) bool {
	return slices.ContainsFunc(m.places, func(p place) bool { return p.anchor == a })
}

func (w *works) constrain(m *model, id string, same bool) bool {
	if same {
		if slices.Contains(w.forced[m], id) {
			return false
		}
		w.forced[m] = append(w.forced[m], id)
		return true
	}
	if w.forbidden[m] == nil {
		w.forbidden[m] = map[string]bool{}
	}
	was := w.forbidden[m][id]
	w.forbidden[m][id] = true
	return !was
}

// confirmed reports whether a person confirmed the place.
func confirmed(corrections []Correction, m *model, p place) bool {
	for _, c := range corrections {
		if c.Same && c.Plan+"#"+strconv.Itoa(c.Model) == m.key {
			if id, ok := catalogueRow(c.Row); ok && id == p.anchor.id || c.Row == p.anchor.id {
				return true
			}
		}
	}
	return false
}
