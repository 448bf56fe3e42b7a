package corpus

import (
	"slices"
	"time"

	"kehoach/extract/plan"
	"kehoach/ingest"
	"kehoach/ingest/source"
)

// Record tells of one version of a plan: where it came from, which rules read it,
// and in short what they found, so that a list needs no extraction.
type Record struct {
	ID        string    `json:"id"`
	Source    string    `json:"source"` // base name of the file as ingested
	SHA256    string    `json:"sha256"` // of the original
	Size      int       `json:"size"`   // of the original, in bytes
	MediaType string    `json:"media_type"`
	Reader    string    `json:"reader"`
	Encoding  string    `json:"encoding,omitempty"` // where the user gave one
	Added     time.Time `json:"added"`              // when these bytes came in
	Extracted time.Time `json:"extracted"`          // when the rules last read them
	Rules     string    `json:"rules"`              // the version of the rules then

	// Fingerprint is the extraction's: sinks are brought up to date by it.
	Fingerprint string   `json:"fingerprint"`
	Warnings    []string `json:"warnings,omitempty"` // of the store, in Vietnamese
	Summary     Summary  `json:"summary"`

	version string // the folder it was read from
}

// Summary is the head of a plan and its counts.
type Summary struct {
	Kind        string        `json:"kind"`
	Number      *string       `json:"number"`
	Date        *plan.Date    `json:"date"`
	Title       *string       `json:"title"`
	Issuers     []string      `json:"issuers"`
	Level       *plan.Level   `json:"level"`
	Locality    plan.Locality `json:"locality"`
	Models      int           `json:"models"`
	Tasks       int           `json:"tasks"`
	Diagnostics int           `json:"diagnostics"`
	Warnings    int           `json:"warnings"`          // diagnostics that are more than information
	Scanned     bool          `json:"scanned,omitempty"` // some pages are what the recognition of their images gave
}

// scanned reports whether pages of a document are what the recognition of their images gave.
func scanned(x *plan.Extraction) bool {
	return slices.ContainsFunc(x.Diagnostics, func(d source.Diagnostic) bool { return d.Code == ingest.CodeRecognised })
}

// hasText reports whether the record is whole, and all of its document's pages were read as text.
func (r Record) hasText() bool { return r.SHA256 != "" && !r.Summary.Scanned }

func summarize(x *plan.Extraction) Summary {
	p := x.Plan
	s := Summary{
		Kind: p.Kind, Number: p.Number, Date: p.Date, Title: p.Title, Issuers: p.Issuers,
		Level: p.Level, Locality: p.Locality,
		Models: len(x.Models), Tasks: len(x.Tasks), Diagnostics: len(x.Diagnostics), Scanned: scanned(x),
	}
	if s.Issuers == nil {
		s.Issuers = []string{}
	}
	for _, d := range x.Diagnostics {
		if d.Severity != source.Info {
			s.Warnings++
		}
	}
	return s
}
