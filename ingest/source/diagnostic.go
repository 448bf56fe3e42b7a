package source

import (
	"cmp"
	"slices"
)

// Severity tells how much a Diagnostic matters to the reader of a plan.
type Severity string

const (
	Info    Severity = "info"    // worth knowing
	Warning Severity = "warning" // the document contradicts itself, or a value is doubtful
	Error   Severity = "error"   // a value is missing that every plan has
)

// Diagnostic is a remark about a document, for the person who reads it. What goes
// wrong with the program itself is an error instead.
type Diagnostic struct {
	Code     string   `json:"code"` // stable, kebab-case; each is documented where it is made
	Severity Severity `json:"severity"`
	Message  string   `json:"message"` // a Vietnamese sentence
	Where    string   `json:"where"`   // "II.2", "Mô hình 32", …; empty for the whole document
	Span     *Span    `json:"span"`    // nil where there is no one place
	Related  []Span   `json:"related,omitempty"`
}

// SortDiagnostics orders ds by place, those without one first, then by code and
// message, so that the same document always gives the same list.
func SortDiagnostics(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(startOf(a), startOf(b)), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
}

func startOf(d Diagnostic) int {
	if d.Span == nil {
		return -1
	}
	return d.Span.Start
}
