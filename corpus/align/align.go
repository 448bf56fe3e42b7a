package align

import (
	"cmp"
	"slices"
	"strings"

	"kehoach/extract/plan"
)

// The limits of similarity, which goes from 0 to 1.
const (
	accept        = 0.42 // from here on a model stands in a catalogue row
	acceptCluster = 0.62 // and in a row of models that no catalogue knows
	sure          = 0.60 // below this the place is listed as doubtful
	suspect       = 0.33 // from here on a row not taken is listed as doubtful
	narrow        = 0.06 // so near a second row makes the place doubtful
)

// Alignment is the outcome: which models of which plans are the same.
type Alignment struct {
	Catalogue   *Catalogue
	Plans       []*plan.Extraction // in the order of the columns
	Rows        []Row              // the catalogue's models that a plan takes, then the others
	Coverage    []Coverage         // one a plan, in the order of Plans
	Doubts      []Doubt
	Corrections []Correction // those that were given
}

// Row is one model under the numbers of all plans.
type Row struct {
	ID      string // "dm:16", or "PLAN#12" after the model whose wording stands for the row
	Entry   *Entry // nil where no catalogue knows it
	Title   string
	Group   string
	Members []Member // in the order of Plans
	Weaker  []Weaker
}

// Member is a model of a plan in a row.
type Member struct {
	Plan, Model int // indexes into Alignment.Plans and its Models
	Similarity  float64
	Why         []string // Vietnamese
	Merged      bool     // the plan merges several rows in this one model
	Doubtful    bool
}

// Weaker is a task (nhiệm vụ) of a plan without models that is the same work.
type Weaker struct {
	Plan, Task int
	Similarity float64
	Why        []string
}

// Doubt is a pair that a person should look at.
type Doubt struct {
	Plan, Model int
	Row         string // Row.ID, or "dm:N" of a catalogue model that no plan takes
	RowTitle    string
	Similarity  float64
	Placed      bool // the model stands in that row
	Why         []string
}

// Model returns the model of a member.
func (a *Alignment) Model(m Member) *plan.Model { return &a.Plans[m.Plan].Models[m.Model] }

// Align finds the rows. The order of plans does not matter; corrections that name
// what is not there are passed over.
func Align(plans []*plan.Extraction, cat *Catalogue, corrections []Correction) *Alignment {
	w := newWorks(plans, cat)
	for range len(corrections) + 1 {
		w.run()
		if !w.correct(corrections) {
			break
		}
	}
	return w.alignment(corrections)
}

// works is one alignment under way.
type works struct {
	cat       *Catalogue
	plans     []*plan.Extraction
	models    [][]*model // by plan
	vocab     *vocabulary
	catalogue *nearby
	clusters  *nearby

	forced    map[*model][]string        // anchor ids that a person confirmed
	forbidden map[*model]map[string]bool // anchor ids that a person refused
}

// model is a model of a plan, prepared for comparing.
type model struct {
	plan, index int
	source      *plan.Model
	key         string // "PLAN#12"
	folded      string
	title       features
	objective   features
	group       features
	places      []place
}

// anchor is what a row is built around: a catalogue model, or a plan's.
type anchor struct {
	id        string
	order     int
	entry     *Entry
	leader    *model
	title     features
	objective features
	group     features
}

// place is the decision that a model is an anchor's.
type place struct {
	anchor     *anchor
	similarity float64
	why        []string
	merged     bool
	second     *anchor // the next best
	margin     float64 // how far behind it is; 1 without one
}

func newWorks(plans []*plan.Extraction, cat *Catalogue) *works {
	w := &works{cat: cat, plans: slices.Clone(plans), vocab: newVocabulary(National, cat),
		forced: map[*model][]string{}, forbidden: map[*model]map[string]bool{}}
	slices.SortStableFunc(w.plans, comparePlans)
	w.catalogue = &nearby{}
	for i := range cat.Entries {
		e := &cat.Entries[i]
		if e.Title != "" {
			w.catalogue.add(&anchor{id: catalogueID(e.Number), order: i, entry: e,
				title: w.vocab.features(wordings.words(e.Title, nil, nil)),
				group: w.vocab.features(wordings.words(e.Group, nil, nil))})
		}
	}
	for i, x := range w.plans {
		w.models = append(w.models, w.prepare(i, x))
	}
	return w
}

// prepare weighs the words of the models of a plan.
func (w *works) prepare(at int, x *plan.Extraction) []*model {
	own, places := ownWords(x)
	groups := map[string]features{}
	for _, g := range x.Groups {
		groups[g.Label] = w.vocab.features(wordings.words(g.Title, own, places))
	}
	out := make([]*model, len(x.Models))
	for i := range x.Models {
		m := &x.Models[i]
		out[i] = &model{plan: at, index: i, source: m, key: modelKey(x, m), folded: strings.Join(foldWords(m.Title), " "),
			title: w.vocab.features(wordings.words(m.Title, own, places))}
		if m.Objective != nil {
			out[i].objective = w.vocab.features(wordings.words(*m.Objective, own, places))
		}
		if m.Group != nil {
			out[i].group = groups[*m.Group]
		}
	}
	return out
}

// ownWords returns the abbreviations that x itself defines and the names of its
// localities, which tell nothing of what a model is.
func ownWords(x *plan.Extraction) (own, places phrases) {
	own, places = phrases{}, phrases{}
	for short, full := range x.Plan.Abbreviations {
		// A name in full keeps its short form: "Nền tảng … (LGSP)" and "LGSP" are one.
		if from := wordings.telling(short); len(from) > 0 && len(wordings.replace[from[0]]) == 0 && len(wordings.telling(full)) > 0 {
			own.add(from, append(wordings.telling(full), from...))
		}
	}
	l := x.Plan.Locality
	for _, name := range []*string{l.Province, l.District, l.Commune} {
		if name != nil {
			places.keep(wordings.telling(*name))
		}
	}
	return own, places
}

// comparePlans orders the columns: level, place, date, id; never the order of ingest.
func comparePlans(a, b *plan.Extraction) int {
	level := func(x *plan.Extraction) int {
		if x.Plan.Level == nil {
			return len(levels)
		}
		return slices.Index(levels, *x.Plan.Level)
	}
	name := func(x *plan.Extraction) string {
		var parts []string
		for _, p := range []*string{x.Plan.Locality.Province, x.Plan.Locality.District, x.Plan.Locality.Commune} {
			if p != nil {
				parts = append(parts, Fold(*p))
			}
		}
		return strings.Join(parts, "\x00")
	}
	date := func(x *plan.Extraction) plan.Date {
		if x.Plan.Date == nil {
			return ""
		}
		return *x.Plan.Date
	}
	return cmp.Or(cmp.Compare(level(a), level(b)), cmp.Compare(name(a), name(b)), cmp.Compare(date(a), date(b)),
		cmp.Compare(a.Plan.ID, b.Plan.ID), cmp.Compare(a.Source.SHA256, b.Source.SHA256), cmp.Compare(a.Source.Name, b.Source.Name))
}

var levels = []plan.Level{plan.Central, plan.Province, plan.District, plan.Commune}

// run places every model anew.
func (w *works) run() {
	for _, models := range w.models {
		for _, m := range models {
			m.places = nil
		}
		w.place(models, w.catalogue, accept)
		w.placeAgain(models)
	}
	w.cluster()
	for _, models := range w.models {
		w.merge(models)
	}
}
