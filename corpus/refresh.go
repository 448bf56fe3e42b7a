package corpus

import (
	"context"
	"fmt"

	"kehoach/ingest"
)

// Rebuild extracts again what other rules made and what is damaged, or every plan if
// all, and makes the sinks anew from the files. It returns how many plans it
// extracted.
func (w *Writer) Rebuild(ctx context.Context, all bool, opt ingest.Options) (int, error) {
	r, err := w.startRun(Ingest{Read: opt})
	if err != nil {
		return 0, fmt.Errorf("rebuild: %w", err)
	}
	n, err := r.refresh(ctx, func(rec Record) bool { return all || w.outdated(rec) || w.damaged(rec) })
	if err != nil {
		return n, fmt.Errorf("rebuild: %w", err)
	}
	return n, w.rebuild(ctx)
}

// outdated reports whether rec should be made again as far as rec itself tells.
func (w *Writer) outdated(rec Record) bool {
	return rec.Rules != w.rules.Version || rec.SHA256 == ""
}

// damaged reports whether the extraction of rec is not what was written.
func (w *Writer) damaged(rec Record) bool {
	x, err := w.readExtraction(rec.ID, rec.version)
	return err != nil || x.Fingerprint() != rec.Fingerprint
}

// Remove takes the plan id out of the corpus, its history included, and out of the
// sinks.
func (w *Writer) Remove(ctx context.Context, id string) error {
	if err := w.delete(id); err != nil {
		return err
	}
	return w.Sync(ctx)
}

// refresh reads the originals of the wanted plans once more. It returns how many
// plans that gave.
func (r *run) refresh(ctx context.Context, wanted func(Record) bool) (int, error) {
	ids, err := r.w.ids()
	if err != nil {
		return 0, err
	}
	n := 0
	for _, id := range ids {
		rec, exists, err := r.w.last(id)
		if err != nil {
			return n, err
		}
		if !exists || !wanted(rec) {
			continue
		}
		again, err := r.again(ctx, rec)
		if err != nil {
			return n, err
		}
		if again {
			n++
		}
	}
	return n, nil
}

// again extracts the current version of rec from its original. A document that its
// reader no longer understands stays as it is, which is better than nothing.
func (r *run) again(ctx context.Context, rec Record) (bool, error) {
	data, err := r.w.Original(rec.ID)
	if err != nil {
		return false, err
	}
	name := rec.Source
	if name == "" { // the record is damaged
		name = rec.ID
	}
	rd, err := r.w.read(ctx, name, data, r.opt.Read)
	if ctx.Err() != nil {
		return false, ctx.Err()
	}
	if err != nil {
		return false, nil
	}
	id, warnings := rec.ID, []string(nil)
	if _, known := r.known[rd.file.SHA256]; known {
		id, warnings, err = r.place(&job{path: name, reading: rd, sha: rd.file.SHA256})
		if err != nil {
			return false, err
		}
	}
	_, err = r.w.put(id, rd, warnings)
	return true, err
}
