package index

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"kehoach/index/query"
)

// Index is one state of an index, open for reading. It never changes; what a Writer
// publishes later is seen by opening again. It may be used by many goroutines.
type Index struct {
	dir      string // of the generation
	bleve    bleve.Index
	reader   index.IndexReader
	snapshot *scorch.IndexSnapshot // reader, as what it is
	offsets  []uint64              // number of the first document of each segment

	vocabularies  vocabularies
	abbreviations func() (*query.Abbreviations, error)
}

// Open opens the index in dir for reading. It waits for nobody. The error is ErrNone
// where nothing has been indexed, ErrRebuild where the index must be made again.
func Open(dir string) (*Index, error) {
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	want, err := version(m)
	if err != nil {
		return nil, err
	}
	name, err := current(dir)
	for began := time.Now(); err == nil; {
		var x *Index
		if x, err = openGeneration(filepath.Join(dir, name), want); err == nil {
			return x, nil
		}
		again, errAgain := current(dir)
		switch {
		case errAgain != nil:
		case again != name: // a writer has published another generation and removed this one
			name, err = again, nil
		case errors.Is(err, errLocked) && time.Since(began) < lockPatience:
			time.Sleep(lockPause)
			err = nil
		}
	}
	return nil, fmt.Errorf("open index %s: %w", dir, err)
}

// errLocked says that somebody else has a generation locked: a writer that looks whether
// it may be removed, for a moment.
var errLocked = errors.New("it is locked")

const (
	lockPatience = time.Second
	lockPause    = time.Millisecond
)

func openGeneration(dir, want string) (*Index, error) {
	if _, err := check(dir, want); err != nil {
		return nil, err
	}
	bi, err := bleve.OpenUsing(dir, map[string]any{"read_only": true, "bolt_timeout": "1ns"}) // bbolt would try again after 50 ms
	switch {
	case err == nil:
	case errors.Is(err, fs.ErrPermission):
		return nil, err
	case err.Error() == "timeout": // bbolt's, which Bleve does not wrap: a lock is no damage
		return nil, errLocked
	default:
		return nil, rebuild("%v", err)
	}
	x := &Index{dir: dir, bleve: bi}
	x.abbreviations = sync.OnceValues(x.readAbbreviations)
	if err := x.openReader(); err != nil {
		return nil, errors.Join(err, bi.Close())
	}
	return x, nil
}

func (x *Index) openReader() error {
	advanced, err := x.bleve.Advanced()
	if err != nil {
		return err
	}
	if x.reader, err = advanced.Reader(); err != nil {
		return err
	}
	snapshot, ok := x.reader.(*scorch.IndexSnapshot)
	if !ok {
		return errors.Join(fmt.Errorf("index reader of type %T", x.reader), x.reader.Close())
	}
	x.snapshot = snapshot
	first := uint64(0)
	for _, s := range snapshot.Segments() {
		x.offsets = append(x.offsets, first)
		first += uint64(s.FullSize())
	}
	return nil
}

// Close lets a Writer remove the state that x has open.
func (x *Index) Close() error {
	return errors.Join(x.reader.Close(), x.bleve.Close())
}

// Fingerprints returns the Extraction.Fingerprint of each plan in the index, by plan id.
func (x *Index) Fingerprints() (map[string]string, error) { return readContents(x.dir) }
