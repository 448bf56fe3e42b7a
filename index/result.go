package index

import "kehoach/ingest/source"

// Request is a search.
type Request struct {
	Query   string
	Filters []Filter
	Facets  []string // names of fields to count the values of; see FacetFields
	Sort    Sort
	Limit   int // hits to return
	Offset  int // hits to pass over
}

// Filter holds for documents whose field has one of Values. Values are understood as
// after the field's name in a query: "y tế" is every agency with these words.
type Filter struct {
	Field  string
	Values []string
}

// Sort is an order of hits. Equal ones follow in the order of plans.
type Sort string

// Orders of hits. What has no date comes last.
const (
	ByRelevance Sort = "relevance"
	ByDate      Sort = "date" // of the plan, latest first
	ByDue       Sort = "due"  // earliest first
	ByPlan      Sort = "plan"
)

// Result is what search prints; the names are a contract with other programs.
type Result struct {
	Query       string                  `json:"query"`
	Total       int                     `json:"total"`
	TookMS      float64                 `json:"took_ms"`
	Hits        []Hit                   `json:"hits"`
	Facets      map[string][]FacetValue `json:"facets"`
	Understood  []string                `json:"understood,omitempty"`  // what else than words the query was read as
	Suggestions []string                `json:"suggestions,omitempty"` // other queries, where little was found
}

// Hit is one document found.
type Hit struct {
	Plan     string      `json:"plan"`
	Source   string      `json:"source"`
	Model    *int        `json:"model"`
	Kind     Kind        `json:"kind"`
	Title    string      `json:"title"`
	Score    float64     `json:"score"`
	Snippets []Snippet   `json:"snippets"`
	Span     source.Span `json:"span"`
	ID       string      `json:"id"` // for Passage
}

// Snippet is a piece of printed text around what was found, or the beginning of what a
// hit says where nothing in it is marked. All in HTML is escaped but
// the tags <mark> and </mark>; without them it is the printed text, letter for letter.
// So no "…" stands in it where it was cut out of more: whoever shows it puts one there.
type Snippet struct {
	Field string      `json:"field"`
	HTML  string      `json:"html"`
	Span  source.Span `json:"span"` // of the part that it was cut from
	// CutBefore and CutAfter tell that the part goes on there.
	CutBefore bool `json:"cut_before,omitempty"`
	CutAfter  bool `json:"cut_after,omitempty"`
}

// FacetValue is a value of a field and the number of hits that have it, on all pages.
type FacetValue struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}
