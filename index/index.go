// Package index finds what is said in plans: every model, task, responsibility and
// plan header is one document of a Bleve index. It owns that index, which is a cache:
// the records of a corpus are the truth, and what is damaged or of another version is
// made again from them.
//
// Begin with Open and Index.Search to read, with OpenWriter and Writer.Apply to write.
// What a user types is understood in package query, which knows no engine; how words
// are compared is in vi/fold; engine.go and the cursors that it makes say both to Bleve.
//
// Index directory:
//
//	CURRENT              the name of the generation that readers open, and a line end
//	g-000012/            one generation; it never changes after CURRENT has named it
//	  MANIFEST.json      version of mapping and analysis, files and their sizes
//	  PLANS              the plans in it and their states: see contents.go
//	  index_meta.json    Bleve's
//	  store/root.bolt    Bleve's; a reader holds a shared lock on it
//	  store/*.zap        Bleve's segments, hard-linked from generation to generation
package index

import (
	"errors"
	"fmt"
)

// Kind tells what a hit is.
type Kind string

// Kinds of documents.
const (
	PlanKind           Kind = "plan" // the header of a plan
	ModelKind          Kind = "model"
	TaskKind           Kind = "task"
	ResponsibilityKind Kind = "responsibility"
)

var (
	// ErrNone says that nothing has been indexed here yet.
	ErrNone = errors.New("no index")
	// ErrRebuild says that the index cannot be used and must be made again from the
	// records: it is damaged, or another version of the program made it.
	ErrRebuild = errors.New("index must be rebuilt")
)

func rebuild(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrRebuild, fmt.Sprintf(format, args...))
}
