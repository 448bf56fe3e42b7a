package query

// Compiled is a query made ready for an engine.
type Compiled struct {
	Root  Node
	Marks []Mark // what to mark in a hit
	// Close is looked at in the text of the best documents: those are raised that have
	// the words of the query close together.
	Close []Close
	// Notes tell the user how the query was understood, in Vietnamese.
	Notes   []string
	Repairs []Repair
	// Timed tells that times are asked for, so that those of a hit are worth showing.
	Timed bool
}

// Node is what an engine carries out: All, None, Ranked, Damped, Adjacent, AnyOf, Range,
// Both, Either or Without.
type Node interface{ node() }

// All holds for every document, None for no document.
type (
	All  struct{}
	None struct{}
)

// Ranked holds for documents in which at least Min of Groups have an alternative. The
// score of a document is the sum of its groups' best alternatives, times the square of
// the share of groups that it has, plus the Boosts that it has.
type Ranked struct {
	Groups []OneOf
	Min    int
	Boosts []Alternative
}

// Damped holds where Of does. The score of a document is multiplied by the Weight of
// each alternative that it has.
type Damped struct {
	Of Node
	By []Alternative
}

// OneOf is one word of a query: the ways to say it, of which the best counts.
type OneOf []Alternative

// Alternative holds where all Terms do. Its score is the mean of theirs, times Weight.
type Alternative struct {
	Terms  []Term
	Weight float64
}

// Term is a word, a pair of words or a value in a field of a document.
type Term struct{ Field, Text string }

// Adjacent holds where the words stand side by side in one part of the document, in
// their exact forms if Exact is set.
type Adjacent struct {
	Words []string // loose
	Exact []string // of the same length, or nil
	Typed string   // as the user typed them, for a quick look
	// Boosts raise documents in which they stand in a better place.
	Boosts []Alternative
}

// Begins holds where a word of the text begins so.
type Begins struct{ Prefix string }

// AnyOf holds where a field has one of Values.
type AnyOf struct {
	Field  string
	Values []string
}

// Range holds where a field has a date from First to Last, days ("2024-01-31") that
// are both included. An empty bound is none.
type Range struct{ Field, First, Last string }

// Both holds where all of Of hold, Either where at least one does, Without where Of
// does not.
type (
	Both    struct{ Of []Node }
	Either  struct{ Of []Node }
	Without struct{ Of Node }
)

func (All) node()      {}
func (None) node()     {}
func (Ranked) node()   {}
func (Damped) node()   {}
func (Adjacent) node() {}
func (Begins) node()   {}
func (AnyOf) node()    {}
func (Range) node()    {}
func (Both) node()     {}
func (Either) node()   {}
func (Without) node()  {}

// Mark is a sequence of words to be marked where it stands in a hit.
type Mark struct {
	Loose []string
	Exact []string // where the query was written with marks; nil otherwise
	// Only tells that nothing but the exact forms will do: the mark of a quoted phrase.
	Only bool
	// Begins tells that Loose is the beginning of a word.
	Begins bool
}

// Repair is a word of a query that stands nowhere in the index in this company, and
// the one that the index suggests.
type Repair struct {
	Start, End int    // of the word in the text of the query's Words
	From, To   string // loose
	Before     string // the loose word before it, or ""
	After      string // the loose word after it, or ""
}

// Dictionary is what an index knows of its words.
type Dictionary interface {
	// Count is the number of documents that have the term.
	Count(Term) (int, error)
	// Values are all values of a field of whole values.
	Values(field string) ([]Value, error)
	// Abbreviations are those of the indexed plans and those that all plans share.
	Abbreviations() (*Abbreviations, error)
}

// Value is a value of a field, with the loose forms of its words.
type Value struct {
	Text  string
	Words []string
}
