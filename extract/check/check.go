// Package check finds what a finished plan says in two places and does not say alike, and
// where it lacks what its other models have. It changes nothing. Begin with Plan.
package check

import (
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Plan returns what a reader of the plan would want to hear of.
func Plan(x *plan.Extraction, o *outline.Outline) []source.Diagnostic { return nil }

// Conflicts returns the real differences between the models of the body and the rows of
// the appendix.
func Conflicts(x *plan.Extraction) []plan.Conflict { return nil }
