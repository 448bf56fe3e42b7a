package corpus

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	"kehoach/ingest"
)

// Status is what became of a file.
type Status string

const (
	Added     Status = "added"
	Unchanged Status = "unchanged" // the same bytes were there, read by the same rules
	Updated   Status = "updated"   // a new version of a plan, or read anew by other rules
	Failed    Status = "failed"
)

// Result tells what became of one file.
type Result struct {
	File     string // the path as given
	Status   Status
	Record   Record   // of the plan; zero if Failed
	Warnings []string // of the store, in Vietnamese
	Err      error    // if Failed
}

// Ingest says how Writer.Ingest works. The zero value is ready.
type Ingest struct {
	Read    ingest.Options
	Workers int // files read at once; 0 is one a core
	// Report is told of each file as soon as it is done, in the order of the files,
	// from one goroutine; may be nil.
	Report func(Result)
	// Refreshing is told, after the files, how many other plans of the corpus are
	// about to be extracted again because the rules have changed; may be nil.
	Refreshing func(plans int)
}

// Tally counts results.
type Tally struct {
	Added, Unchanged, Updated, Failed int
	// Refreshed counts other plans of the corpus that were extracted again because
	// the rules have changed.
	Refreshed int
	// Kept are the plans of which that failed, which stay as they were: a password is
	// not stored with a document.
	Kept []string
}

func (t *Tally) count(s Status) {
	switch s {
	case Added:
		t.Added++
	case Unchanged:
		t.Unchanged++
	case Updated:
		t.Updated++
	case Failed:
		t.Failed++
	}
}

// Ingest takes files into the corpus and brings the sinks up to date. A file that
// cannot be read is reported and remembered, and the others go on; an error means
// that the corpus or a sink cannot be written, or that ctx ended. Either way what
// was reported is stored, and a second call goes on from there.
func (w *Writer) Ingest(ctx context.Context, files []string, opt Ingest) (Tally, error) {
	run, err := w.startRun(opt)
	if err != nil {
		return Tally{}, fmt.Errorf("ingest: %w", err)
	}
	err = run.files(ctx, files)
	err = errors.Join(err, run.failures.save(w))
	if err != nil {
		return run.tally, fmt.Errorf("ingest: %w", err)
	}
	if err := run.refresh(ctx, w.outdated); err != nil {
		return run.tally, fmt.Errorf("extract again: %w", err)
	}
	return run.tally, w.Sync(ctx)
}

// run is one call of Ingest.
type run struct {
	w        *Writer
	opt      Ingest
	known    map[string]string // SHA-256 of every version kept → plan id
	failures *failures
	tally    Tally
	pending  []string          // plans that the sinks do not have yet
	touched  map[string]string // plan id → the file of this run that gave it
	twins    twins
	// refreshed is told how many plans of those to be extracted again are done; may be nil.
	refreshed func(done, plans int)
}

func (w *Writer) startRun(opt Ingest) (*run, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Report == nil {
		opt.Report = func(Result) {}
	}
	r := &run{w: w, opt: opt, known: map[string]string{}, touched: map[string]string{}}
	heads, err := w.heads()
	if err != nil {
		return nil, err
	}
	for _, h := range heads {
		for sum := range strings.FieldsSeq(h.sums) {
			r.known[sum] = h.id
		}
		r.twins.scans = r.twins.scans || h.scanned
	}
	r.failures, err = w.loadFailures()
	return r, err
}

// files reads files side by side and stores them one by one in their order.
func (r *run) files(ctx context.Context, files []string) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for j := range r.readAll(ctx, files) {
		select {
		case <-j.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.finish(ctx, j); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// A job is a file on its way. Its fields may be read when done is closed.
type job struct {
	path string
	opt  ingest.Options
	done chan struct{}
	reading
	sha string
	err error
}

// readAll starts a job for each file and yields the jobs in order. At most
// 2 × Workers of them are in memory.
func (r *run) readAll(ctx context.Context, files []string) <-chan *job {
	known := make(map[string]bool, len(r.known)) // the workers' own: r.known changes
	for sha := range r.known {
		known[sha] = true
	}
	ordered := make(chan *job, r.opt.Workers)
	work := make(chan *job)
	for range r.opt.Workers {
		go func() {
			for j := range work {
				r.load(ctx, j, known)
				close(j.done)
			}
		}()
	}
	go func() {
		defer close(ordered)
		defer close(work)
		for _, path := range files {
			j := &job{path: path, opt: r.opt.Read, done: make(chan struct{})}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
			select {
			case work <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ordered
}

// load reads the file, and extracts it where its bytes are new.
func (r *run) load(ctx context.Context, j *job, known map[string]bool) {
	if j.data, j.err = ingest.Load(j.path, j.opt); j.err != nil {
		return
	}
	if j.sha = ingest.Sum(j.data); !known[j.sha] {
		r.extract(ctx, j)
	}
}

// extract reads the plan out of the bytes, if that is not done.
func (r *run) extract(ctx context.Context, j *job) {
	if j.x == nil && j.err == nil {
		j.reading, j.err = r.w.read(ctx, filepath.Base(j.path), j.data, j.opt)
	}
}

// read is the pipeline up to the store. A fault of the program in one document is
// that document's failure.
func (w *Writer) read(ctx context.Context, name string, data []byte, opt ingest.Options) (rd reading, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("read %s: internal error: %v", name, p)
		}
	}()
	rd.data, rd.encoding = data, opt.Encoding
	if rd.file, err = ingest.Read(ctx, name, data, opt); err != nil {
		return rd, err
	}
	rd.x = w.rules.Extract(rd.file)
	return rd, nil
}

// finish stores what j read and reports it.
func (r *run) finish(ctx context.Context, j *job) error {
	res, err := r.settle(ctx, j)
	if err != nil {
		return err
	}
	r.failures.note(res, r.w.now())
	r.tally.count(res.Status)
	r.opt.Report(res)
	if len(r.pending) < batchSize {
		return nil
	}
	r.flush(ctx)
	return r.failures.save(r.w)
}

// flush gives the sinks the plans that are new since the last time. What a sink
// refuses stops no file: Ingest ends with Sync, which tries again and tells.
func (r *run) flush(ctx context.Context) {
	for _, s := range r.w.sinks {
		if r.w.apply(ctx, s, r.pending, nil) != nil {
			break
		}
	}
	r.pending = nil
}
