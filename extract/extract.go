// Package extract reads a plan out of a file's text. It is pure: no files, no clock, no
// environment. Begin with Extract, which shows the order in which a plan is read:
// canonical lines (normalize), their outline, the head and the end (header), then the
// models or tasks, the duties, the tables, and last what the plan says of itself (check).
package extract

import (
	"cmp"
	"slices"
	"sync"

	"kehoach/extract/agency"
	"kehoach/extract/check"
	"kehoach/extract/header"
	"kehoach/extract/lexicon"
	"kehoach/extract/outline"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
	"kehoach/normalize"
)

// Version names the rules: the date of the code's last change of meaning, and a digest of
// the wordings. Records made by another version are extracted again.
var Version = "2026-11-24.179+" + lexicon.Digest()

// Extract reads the plan that f holds. Any text gives an extraction, perhaps an empty
// one.
func Extract(f *source.File) *plan.Extraction {
	return newReader(f).read(f)
}

// read fills in the extraction of f, step by step.
func (r *reader) read(f *source.File) *plan.Extraction {
	r.readSections()
	r.readModels()
	annexed := r.readTables()
	if len(r.x.Models) == 0 {
		r.readTasks(annexed)
	} else {
		r.taskRows(annexed)
	}
	r.readDuties()
	r.tellByNumber()
	r.readWhole()
	slices.SortStableFunc(r.x.Tasks, func(a, b plan.Task) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	r.keepText()
	r.x.Conflicts = check.Conflicts(r.x)
	r.x.Coverage = r.coverage()
	r.x.Diagnostics = append(append(r.diagnostics, f.Diagnostics...), check.Plan(r.x, r.outline, r.unreadParas(), f.Doubts)...)
	source.SortDiagnostics(r.x.Diagnostics)
	r.x.Plan.ID = identify(r.x)
	r.x.Complete()
	return r.x
}

// Paragraphs returns the normalised text of f, one paragraph or table row an entry, the
// cells of a row with a tab between.
func Paragraphs(f *source.File) []string {
	return outline.New(normalize.New(f)).Lines()
}

// A reader reads one plan.
type reader struct {
	x           *plan.Extraction
	outline     *outline.Outline
	names       agency.Names
	sentences   agency.Sentences
	diagnostics []source.Diagnostic
	understood  map[*outline.Para]bool           // the paragraphs that a rule has read
	general     map[*outline.Para]bool           // those of them that speak of the plan as a whole: aims, scope
	times       map[string]when                  // the times read so far, by their text
	trace       trace                            // why values were read, for Explain; else nil
	shared      map[*outline.Para][]sharedField  // what the headings of groups tell for all models below
	headTimes   map[*outline.Para]*plan.Timeline // what a heading that is nothing but a time says; nil where it is more
	numbered    map[int][]int                    // where in x.Models those of a number stand; made when first needed
	under       []Step                           // the grounds of what is being read now
	headings    []*outline.Para                  // those of the sections
	last        *outline.Para                    // the one before the signatures
	asked       *outline.Para                    // the one that ends the plan, below the last duty
	ofSeveral   map[*outline.Para]bool           // what stands below one task and tells of several
	blankNote   *string                          // the words that say what an empty cell means; nil before they are looked for, "" for none
	ledAlready  map[int]bool                     // the models of which a field or sentence of their own says who leads
	heads       []modelHead                      // of all models
	described   *bool                            // whether models told in prose begin with what they are; nil until asked
	aimed       *bool                            // whether models told in prose announce what they are for; nil until asked
	ids         map[string]int                   // how many tasks there are of an id
	where       string                           // the model or task that is being read now, for remarks
}

func newReader(f *source.File) *reader {
	o := outline.New(normalize.New(f))
	x := &plan.Extraction{
		Schema: plan.Schema,
		Source: plan.Source{Name: f.Name, SHA256: f.SHA256, MediaType: f.MediaType, Pages: f.Pages(), Reader: f.Reader},
		Plan:   header.Read(o),
	}
	r := &reader{
		x: x, outline: o, understood: make(map[*outline.Para]bool, len(o.Paras)), general: map[*outline.Para]bool{}, ofSeveral: map[*outline.Para]bool{}, times: map[string]when{}, ids: map[string]int{},
		shared: map[*outline.Para][]sharedField{}, headTimes: map[*outline.Para]*plan.Timeline{},
		names: agency.Names{Defined: x.Plan.Abbreviations, Locality: x.Plan.Locality},
	}
	r.sentences.Own = sync.OnceValue(r.namesOfItsOwn)
	return r
}

// unreadParas are the paragraphs of some length that no rule has read.
func (r *reader) unreadParas() []*outline.Para {
	var out []*outline.Para
	for _, p := range r.outline.Paras {
		if !r.understood[p] && len(p.Text) > 60 {
			out = append(out, p)
		}
	}
	return out
}

// coverage counts the text that rules have read.
func (r *reader) coverage() plan.Coverage {
	var c plan.Coverage
	for _, p := range r.outline.Paras {
		c.Total += len(p.Text)
		if r.understood[p] {
			c.Understood += len(p.Text)
		}
	}
	return c
}
