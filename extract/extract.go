// Package extract reads a plan out of normalised text. It is pure: no files, no
// clock, no environment. Begin with Extract.
package extract

import (
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Version names the rules: it changes whenever the same text may give another
// extraction, and records made by another version are extracted again.
const Version = "1"

// Extract reads the plan that f holds. Any text gives an extraction, perhaps an
// empty one.
func Extract(f *source.File) *plan.Extraction {
	return &plan.Extraction{Schema: plan.Schema}
}

// Paragraphs returns the normalised text of f, one paragraph or table row an entry,
// the cells of a row with a tab between.
func Paragraphs(f *source.File) []string { return nil }
