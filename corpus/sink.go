package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"kehoach/extract/plan"
)

// Sink is a cache made from the extractions, such as a search index. The driver
// keeps it equal to the files by comparing fingerprints.
type Sink interface {
	// Fingerprints returns plan.Extraction.Fingerprint of what the sink holds, by
	// plan id.
	Fingerprints() (map[string]string, error)
	// Apply replaces or adds the extractions put, and drops the plans remove.
	Apply(ctx context.Context, put []*plan.Extraction, remove []string) error
}

// Rebuilder is a Sink that can be made anew beside what it holds.
type Rebuilder interface {
	Rebuild(ctx context.Context, plans iter.Seq2[*plan.Extraction, error]) error
}

// batchSize is how many plans are given to a sink at once. A plan has about forty
// documents for an index, so a batch stays in the low thousands.
const batchSize = 50

// Stale compares s with the files: the ids that s lacks or holds in another state,
// and those that it holds and the corpus does not. A damaged plan is left as s has it.
func (c *Corpus) Stale(s Sink) (put, remove []string, err error) {
	have, err := s.Fingerprints()
	if err != nil {
		return nil, nil, err
	}
	heads, err := c.heads()
	if err != nil {
		return nil, nil, err
	}
	known := make(map[string]bool, len(heads))
	for _, h := range heads {
		known[h.id] = h.version != ""
		if known[h.id] && !h.damaged && have[h.id] != h.fingerprint {
			put = append(put, h.id)
		}
	}
	for id := range have {
		if !known[id] {
			remove = append(remove, id)
		}
	}
	slices.Sort(remove)
	return put, remove, nil
}

// Attach makes w keep s equal to the files from now on. Sync brings it up to date.
func (w *Writer) Attach(s Sink) { w.sinks = append(w.sinks, s) }

// Sync brings every sink up to date.
func (w *Writer) Sync(ctx context.Context) error {
	for _, s := range w.sinks {
		put, remove, err := w.Stale(s)
		if err != nil {
			return fmt.Errorf("update index: %w", err)
		}
		if err := w.apply(ctx, s, put, remove); err != nil {
			return err
		}
	}
	return nil
}

// apply gives s the plans put, batch by batch.
func (w *Writer) apply(ctx context.Context, s Sink, put, remove []string) error {
	for len(put)+len(remove) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(batchSize, len(put))
		batch, err := w.load(put[:n])
		if err != nil {
			return err
		}
		if err := s.Apply(ctx, batch, remove); err != nil {
			return fmt.Errorf("update index: %w", err)
		}
		put, remove = put[n:], nil
	}
	return nil
}

func (w *Writer) load(ids []string) ([]*plan.Extraction, error) {
	xs := make([]*plan.Extraction, 0, len(ids))
	for _, id := range ids {
		x, err := w.Extraction(id)
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		xs = append(xs, x)
	}
	return xs, nil
}

// rebuild makes every sink anew from the files.
func (w *Writer) rebuild(ctx context.Context, progress Progress) error {
	ids, err := w.ids()
	if err != nil {
		return fmt.Errorf("rebuild index: %w", err)
	}
	for _, s := range w.sinks {
		r, ok := s.(Rebuilder)
		if !ok {
			continue
		}
		if err := r.Rebuild(ctx, counted(w.Extractions(), func(done int) { progress.tell(Indexing, done, len(ids)) })); err != nil {
			return fmt.Errorf("rebuild index: %w", err)
		}
	}
	return w.Sync(ctx)
}

// counted tells of each plan that was taken and is done with.
func counted(plans iter.Seq2[*plan.Extraction, error], done func(n int)) iter.Seq2[*plan.Extraction, error] {
	return func(yield func(*plan.Extraction, error) bool) {
		n := 0
		for x, err := range plans {
			if !yield(x, err) {
				return
			}
			n++
			done(n)
		}
	}
}
