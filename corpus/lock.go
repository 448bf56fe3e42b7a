package corpus

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"kehoach/extract"
	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// Holder tells who writes to a corpus.
type Holder struct {
	PID     int       `json:"pid"`
	Host    string    `json:"host"`
	Since   time.Time `json:"since"`
	Command string    `json:"command,omitempty"` // "ingest", "rebuild", …
}

// LockedError tells that another writer holds the corpus.
type LockedError struct {
	Dir    string
	Holder *Holder // nil where the holder left no word
}

func (e *LockedError) Error() string {
	if e.Holder == nil {
		return fmt.Sprintf("corpus %s is being written by another process", e.Dir)
	}
	return fmt.Sprintf("corpus %s is being written by process %d on %s since %s",
		e.Dir, e.Holder.PID, e.Holder.Host, e.Holder.Since.Format(time.RFC3339))
}

var (
	// ErrNotCorpus tells that a folder holds something else, in which no corpus is made.
	ErrNotCorpus = errors.New("the folder is not empty and holds no corpus")
	// ErrLink tells that a name in a corpus is a symbolic link, which no writer follows.
	ErrLink = errors.New("symbolic link in a corpus")
)

// How long a writer waits for another: a moment, in case that one is just ending.
const (
	lockWait  = 400 * time.Millisecond
	lockRetry = 20 * time.Millisecond
)

// Options say how a Writer works. The zero value is ready.
type Options struct {
	Command string           // what to tell others who wait
	Now     func() time.Time // the clock; nil is time.Now
	Rules   Rules            // zero is package extract's
	NoWait  bool             // for another writer
}

// Rules read a plan out of a text. Records made by rules of another version are made
// again.
type Rules struct {
	Version string
	Extract func(*source.File) *plan.Extraction
}

// Writer changes a corpus. Only one exists at a time, over all processes.
type Writer struct {
	*Corpus
	sinks []Sink
	lock  *flock.Flock
	now   func() time.Time
	rules Rules
}

// Lock opens the corpus in the folder dir for writing, and makes it where there is
// none. Where another process writes, it stops within a second with a *LockedError, or
// at once if it is not to wait.
// It deletes what a crash of an earlier writer left behind.
func Lock(ctx context.Context, dir string, opt Options) (*Writer, error) {
	w, err := lock(ctx, dir, opt)
	if err != nil {
		return nil, fmt.Errorf("lock corpus: %w", err)
	}
	return w, nil
}

func lock(ctx context.Context, dir string, opt Options) (_ *Writer, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	w := &Writer{Corpus: &Corpus{dir: dir, root: root}, now: opt.Now, rules: opt.Rules}
	if w.now == nil {
		w.now = time.Now
	}
	if w.rules.Extract == nil {
		w.rules = Rules{extract.Version, extract.Extract}
	}
	defer func() {
		if err != nil {
			w.Close()
		}
	}()
	if err := w.checkFolder(); err != nil {
		return nil, err
	}
	w.lock = flock.New(filepath.Join(dir, lockFile), flock.SetPermissions(0o644))
	if err := w.acquire(ctx, opt.NoWait); err != nil {
		return nil, err
	}
	if err := w.announce(opt.Command); err != nil {
		return nil, err
	}
	if err := w.prepare(); err != nil {
		return nil, err
	}
	return w, w.clean()
}

// Close lets the next writer in.
func (w *Writer) Close() error {
	var err error
	if w.lock != nil && w.lock.Locked() {
		err = errors.Join(ignoreMissing(w.root.Remove(holderFile)), w.lock.Unlock())
	}
	return errors.Join(err, w.Corpus.Close())
}

// checkFolder refuses a folder that holds other things than a corpus, and one with a
// symbolic link, through which a cache or the lock could be written elsewhere.
func (w *Writer) checkFolder() error {
	entries, err := fs.ReadDir(w.root.FS(), ".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type()&fs.ModeSymlink != 0 {
			return &fs.PathError{Op: "lock corpus", Path: filepath.Join(w.dir, e.Name()), Err: ErrLink}
		}
	}
	if err := w.checkMarker(); !errors.Is(err, ErrNoCorpus) {
		return err
	}
	for _, e := range entries {
		if n := e.Name(); n != lockFile && n != holderFile && !strings.HasPrefix(n, tempPrefix) {
			return &fs.PathError{Op: "make corpus", Path: w.dir, Err: ErrNotCorpus}
		}
	}
	return nil
}

func (w *Writer) acquire(ctx context.Context, noWait bool) error {
	ok, err := w.lock.TryLock()
	if !ok && err == nil && !noWait {
		ctx, cancel := context.WithTimeout(ctx, lockWait)
		defer cancel()
		ok, err = w.lock.TryLockContext(ctx, lockRetry)
	}
	if ok {
		return nil
	}
	if err == nil || errors.Is(err, context.DeadlineExceeded) {
		return &LockedError{Dir: w.dir, Holder: w.holder()}
	}
	return err
}

// holder reads who holds the lock.
func (w *Writer) holder() *Holder {
	b, err := w.root.ReadFile(holderFile)
	if err != nil {
		return nil
	}
	h := new(Holder)
	if json.Unmarshal(b, h) != nil {
		return nil
	}
	return h
}

func (w *Writer) announce(command string) error {
	host, _ := os.Hostname() // a hint for people
	return w.replaceJSON(holderFile, Holder{PID: os.Getpid(), Host: host, Since: w.now(), Command: command})
}

// prepare makes the folder a corpus.
func (w *Writer) prepare() error {
	if err := w.mkdir(plansDir); err != nil {
		return err
	}
	if err := w.checkMarker(); !errors.Is(err, ErrNoCorpus) {
		return err
	}
	return w.replaceJSON(markerFile, marker{format})
}
