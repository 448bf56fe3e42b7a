// Package corpus keeps a collection of plans on disk and owns the one driver of the
// pipeline: bytes → ingest.Read → extract.Extract → store → sinks. It knows no
// search engine, no HTML and no Excel.
//
// Begin with Open, to read, or Lock, to write; then Writer.Ingest. Plain files are
// the truth, and layout.go tells what each of them is. An index is a cache behind
// the interface Sink, and can always be made again from the files.
//
// Readers never lock and writers never wait for them: whatever a reader opens is
// complete, because each version of a plan appears by one rename. There is one
// writer at a time.
package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"syscall"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

var (
	// ErrNoCorpus tells that a folder holds no corpus.
	ErrNoCorpus = errors.New("no corpus")
	// ErrNotFound tells that a corpus has no such plan.
	ErrNotFound = errors.New("not found")
	// ErrDamaged tells that a file of the corpus is not what was written; a rebuild
	// makes it again from the original.
	ErrDamaged = errors.New("damaged")
)

// Corpus is a collection of plans, for reading. It is safe for concurrent use.
type Corpus struct {
	dir  string
	root *os.Root // nothing outside the corpus can be reached through it
}

// Open opens the corpus in the folder dir. Where there is none the error is
// ErrNoCorpus; a folder of something else is refused.
func Open(dir string) (*Corpus, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "open corpus", Path: dir, Err: syscall.ENOTDIR}
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &fs.PathError{Op: "open corpus", Path: dir, Err: ErrNoCorpus}
	}
	if err != nil {
		return nil, fmt.Errorf("open corpus: %w", err)
	}
	c := &Corpus{dir: dir, root: root}
	if err := c.checkMarker(); err != nil {
		root.Close()
		return nil, &fs.PathError{Op: "open corpus", Path: dir, Err: err}
	}
	return c, nil
}

// Close releases what Open took.
func (c *Corpus) Close() error { return c.root.Close() }

// Dir is the folder of the corpus, as given to Open.
func (c *Corpus) Dir() string { return c.dir }

// CacheDir is the folder in which the cache called name may keep its files. Whoever
// writes there holds the writer's lock.
func (c *Corpus) CacheDir(name string) string { return filepath.Join(c.dir, name) }

// Count returns the number of plans, as far as the names of folders tell.
func (c *Corpus) Count() (int, error) {
	ids, err := c.ids()
	return len(ids), err
}

// Records returns the current record of every plan, ordered by id. With an error
// that is ErrDamaged it still returns the others.
func (c *Corpus) Records() ([]Record, error) {
	ids, err := c.ids()
	if err != nil {
		return nil, err
	}
	var damaged error
	records := make([]Record, 0, len(ids))
	for _, id := range ids {
		r, err := c.Record(id)
		if errors.Is(err, ErrNotFound) {
			continue // removed since
		}
		if errors.Is(err, ErrDamaged) {
			damaged = errors.Join(damaged, err)
			continue
		}
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, damaged
}

// Record returns the current record of the plan id.
func (c *Corpus) Record(id string) (Record, error) {
	var r Record
	err := c.current(id, func(version string) (err error) {
		r, err = c.readRecord(id, version)
		return err
	})
	return r, err
}

// History returns every version of the plan id that is kept, the oldest first.
func (c *Corpus) History(id string) ([]Record, error) {
	versions, err := c.versions(id)
	if err != nil {
		return nil, err
	}
	var records []Record
	for _, v := range versions {
		r, err := c.readRecord(id, v)
		if errors.Is(err, fs.ErrNotExist) {
			continue // superseded since
		}
		if err != nil {
			return nil, err
		}
		records = append(records, r)
	}
	return records, nil
}

// Extraction returns what was read out of the plan id.
func (c *Corpus) Extraction(id string) (*plan.Extraction, error) {
	var x *plan.Extraction
	err := c.current(id, func(version string) (err error) {
		x, err = c.readExtraction(id, version)
		return err
	})
	return x, err
}

// Extractions yields the extraction of every plan, ordered by id, one in memory at a
// time. It stops at the first error.
func (c *Corpus) Extractions() iter.Seq2[*plan.Extraction, error] {
	return func(yield func(*plan.Extraction, error) bool) {
		ids, err := c.ids()
		if err != nil {
			yield(nil, err)
			return
		}
		for _, id := range ids {
			x, err := c.Extraction(id)
			if errors.Is(err, ErrNotFound) {
				continue
			}
			if !yield(x, err) || err != nil {
				return
			}
		}
	}
}

// File returns the text of the plan id as its reader delivered it, to which the
// spans of the extraction point.
func (c *Corpus) File(id string) (*source.File, error) {
	var f *source.File
	err := c.current(id, func(version string) (err error) {
		f, err = c.readFile(id, version)
		return err
	})
	return f, err
}

// Original returns the bytes of the plan id as they were ingested.
func (c *Corpus) Original(id string) ([]byte, error) {
	var data []byte
	err := c.current(id, func(version string) (err error) {
		data, err = c.readBytes(id, version, originalFile)
		return err
	})
	return data, err
}

// current calls read with the current version of the plan id. A version that a
// writer takes away meanwhile has a successor: then it reads again.
func (c *Corpus) current(id string, read func(version string) error) error {
	const tries = 100 // each one means that a writer was faster than a reader
	var err error
	for range tries {
		var versions []string
		if versions, err = c.versions(id); err != nil {
			return err
		}
		if err = read(versions[len(versions)-1]); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return fmt.Errorf("read plan %s: %w", id, err)
}
