package query

// Weights of what a word may be found in, relative to a word of the text. They were
// chosen on testdata/queries of package index, with distractors, and are rounded: the
// second digit makes no difference there.
var weights = struct {
	context      float64 // a word of the plan or group instead of the text
	short        float64 // an abbreviation instead of its words, or the reverse
	repaired     float64 // a word repaired
	ref          float64 // the number of a document
	place        float64 // the name of a place, for what is of it
	together     float64 // and where a text has it
	model        float64 // the number of a model
	perhapsModel float64 // and where it may count what follows
	time         float64 // a day, month or quarter, for what is due then
	agency       float64 // the name of an agency, for whoever does something
	leads        float64 // and for whoever leads
	joined       float64 // "call center" for "callcenter", or the reverse
	title        float64
	titlePairs   float64
	goal         float64
	goalPairs    float64
	exact        float64
	pairs        float64
	contextual   float64 // pairs of the context
	plan         float64 // damping of plan headers
	duty         float64 // damping of responsibilities
}{
	context: 0.3, short: 0.9, repaired: 0.6, ref: 4, place: 3, together: 0.7, model: 6, perhapsModel: 4, time: 2, agency: 1, leads: 0.3, joined: 0.8,
	title: 0.5, titlePairs: 0.5, goal: 0.3, goalPairs: 0.2, exact: 0.3, pairs: 0.5, contextual: 0.3,
	plan: 0.6, duty: 0.9,
}

// maxWords bounds what a query costs: of a longer text the first words are taken.
const maxWords = 64
