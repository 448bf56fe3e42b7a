package corpus

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"time"

	"kehoach/ingest/source"
)

// Failure is a file that could not be read.
type Failure struct {
	File   string        `json:"file"`             // absolute path
	Reason source.Reason `json:"reason,omitempty"` // where the reader named one
	Error  string        `json:"error"`
	Since  time.Time     `json:"since"`
}

// Failures returns the files that could not be read so far, ordered by name.
func (c *Corpus) Failures() ([]Failure, error) {
	b, err := c.root.ReadFile(failedFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read failures: %w", err)
	}
	var fs []Failure
	if err := json.Unmarshal(b, &fs); err != nil {
		return nil, fmt.Errorf("read %s: %w: %v", failedFile, ErrDamaged, err)
	}
	return fs, nil
}

// failures is the list while it changes.
type failures struct {
	byFile  map[string]Failure
	changed bool
}

func (w *Writer) loadFailures() (*failures, error) {
	list, err := w.Failures()
	if err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	f := &failures{byFile: make(map[string]Failure, len(list))}
	for _, l := range list {
		f.byFile[l.File] = l
	}
	return f, nil
}

// note remembers a file that failed and forgets one that did not. A path that names
// no file is not worth another try.
func (f *failures) note(res Result, now time.Time) {
	path, err := filepath.Abs(res.File)
	if err != nil {
		return
	}
	before, had := f.byFile[path]
	if res.Status != Failed || errors.Is(res.Err, fs.ErrNotExist) {
		delete(f.byFile, path)
		f.changed = f.changed || had
		return
	}
	entry := Failure{File: path, Error: res.Err.Error(), Since: now.UTC()}
	var refusal *source.Refusal
	if errors.As(res.Err, &refusal) {
		entry.Reason = refusal.Reason
	}
	if had && before.Error == entry.Error {
		return
	}
	f.byFile[path], f.changed = entry, true
}

func (f *failures) save(w *Writer) error {
	if !f.changed {
		return nil
	}
	list := make([]Failure, 0, len(f.byFile))
	for _, l := range f.byFile {
		list = append(list, l)
	}
	slices.SortFunc(list, func(a, b Failure) int { return cmp.Compare(a.File, b.File) })
	f.changed = false
	return w.replaceJSON(failedFile, list)
}
