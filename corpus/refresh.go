package corpus

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"kehoach/ingest"
)

// Rebuild extracts again what other rules made and what is damaged, or every plan if
// all, and makes the sinks anew from the files. The tally tells what was extracted.
func (w *Writer) Rebuild(ctx context.Context, all bool, opt ingest.Options, progress Progress) (Tally, error) {
	r, err := w.startRun(Ingest{Read: opt})
	if err != nil {
		return Tally{}, fmt.Errorf("rebuild: %w", err)
	}
	r.refreshed = func(done, plans int) { progress.tell(Extracting, done, plans) }
	err = r.refresh(ctx, func(h head) bool { return all || w.outdated(h) || w.damaged(h) })
	if err != nil {
		return r.tally, fmt.Errorf("rebuild: %w", err)
	}
	return r.tally, w.rebuild(ctx, progress)
}

// Step is what a rebuild is at.
type Step int

// Steps of a rebuild: documents are read again where they must be, then the caches
// are made from all plans.
const (
	Extracting Step = iota
	Indexing
)

// Progress is told how many plans of a step are done; may be nil.
type Progress func(s Step, done, plans int)

func (p Progress) tell(s Step, done, plans int) {
	if p != nil {
		p(s, done, plans)
	}
}

// outdated reports whether a plan should be made again as far as its head tells.
func (w *Writer) outdated(h head) bool { return h.damaged || h.rules != w.rules.Version }

// damaged reports whether the record or the extraction of a plan is not what was written.
func (w *Writer) damaged(h head) bool {
	r, errRecord := w.readRecord(h.id, h.version)
	x, err := w.readExtraction(h.id, h.version)
	return errRecord != nil || err != nil || x.Fingerprint() != r.Fingerprint
}

// Remove takes the plan id out of the corpus, its history included, and out of the
// sinks.
func (w *Writer) Remove(ctx context.Context, id string) error {
	if err := w.delete(id); err != nil {
		return err
	}
	return w.Sync(ctx)
}

// refresh reads the originals of the wanted plans once more, some side by side.
func (r *run) refresh(ctx context.Context, wanted func(head) bool) error {
	records, err := r.wanted(wanted)
	if err != nil {
		return err
	}
	if len(records) > 0 && r.opt.Refreshing != nil {
		r.opt.Refreshing(len(records))
	}
	done := 0
	for some := range slices.Chunk(records, r.opt.Workers) {
		jobs := make([]job, len(some))
		var wg sync.WaitGroup
		for i, rec := range some {
			wg.Go(func() { r.readAgain(ctx, &jobs[i], rec) })
		}
		wg.Wait()
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, rec := range some {
			if jobs[i].err != nil {
				r.tally.Kept = append(r.tally.Kept, rec.ID)
				continue
			}
			if err := r.storeAgain(&jobs[i], rec); err != nil {
				return err
			}
			r.tally.Refreshed++
		}
		if done += len(some); r.refreshed != nil {
			r.refreshed(done, len(records))
		}
	}
	return nil
}

// wanted returns the current records that are wanted; of a damaged one it has the id
// and the version.
func (r *run) wanted(wanted func(head) bool) ([]Record, error) {
	heads, err := r.w.heads()
	if err != nil {
		return nil, err
	}
	var records []Record
	for _, h := range heads {
		if h.version == "" || !wanted(h) {
			continue
		}
		rec, exists, err := r.w.last(h.id)
		if err != nil {
			return nil, err
		}
		if exists {
			records = append(records, rec)
		}
	}
	return records, nil
}

// readAgain fills j with what the current version of rec says today.
func (r *run) readAgain(ctx context.Context, j *job, rec Record) {
	j.path, j.opt = rec.Source, r.opt.Read
	j.opt.Encoding = rec.Encoding // what the user says today is of today's files
	if j.path == "" {             // the record is damaged
		j.path = rec.ID
	}
	if j.data, j.err = r.w.Original(rec.ID); j.err == nil {
		j.sha = ingest.Sum(j.data)
		r.extract(ctx, j)
	}
}

// storeAgain keeps j as the current version of rec, under another id perhaps.
func (r *run) storeAgain(j *job, rec Record) error {
	id, warnings := rec.ID, []string(nil)
	if _, known := r.known[j.sha]; known {
		var err error
		if id, warnings, err = r.place(j); err != nil {
			return err
		}
	}
	_, err := r.w.put(id, j.reading, warnings)
	return err
}
