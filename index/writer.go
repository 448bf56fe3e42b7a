package index

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"kehoach/extract/plan"
)

// A batch is given to Bleve when it has this many documents or bytes of text: more
// costs memory, less costs time. Two are in memory at a time.
const (
	batchDocuments = 350
	batchBytes     = 700 << 10
)

// Writer changes an index. Readers, in this process or another, go on with what they
// have open. There is to be one Writer at a time on a directory; the lock of the
// corpus sees to that.
type Writer struct {
	dir     string
	version string
}

// OpenWriter returns a Writer for the index in dir, which is made if it is not there.
func OpenWriter(dir string) (*Writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make index: %w", err)
	}
	m, err := newMapping()
	if err != nil {
		return nil, err
	}
	v, err := version(m)
	if err != nil {
		return nil, err
	}
	return &Writer{dir: dir, version: v}, nil
}

// Fingerprints returns the Extraction.Fingerprint of each plan in the index, by plan
// id. The error is ErrRebuild where the index can only be made again with Rebuild.
func (w *Writer) Fingerprints() (map[string]string, error) {
	x, err := Open(w.dir)
	if errors.Is(err, ErrNone) {
		return map[string]string{}, nil
	}
	if err != nil {
		return nil, err
	}
	defer x.Close()
	return x.Fingerprints()
}

// Apply puts plans into the index, each in the place of what it had of the same id,
// and removes others by id. Readers see all of it or, on an error, nothing. It costs
// in proportion to the plans given, not to those in the index.
func (w *Writer) Apply(ctx context.Context, put []*plan.Extraction, remove []string) error {
	name, err := current(w.dir)
	if errors.Is(err, ErrNone) {
		name, err = "", nil
	}
	if err != nil {
		return err
	}
	plans := func(yield func(*plan.Extraction, error) bool) {
		for _, x := range put {
			if !yield(x, nil) {
				return
			}
		}
	}
	return w.publish(ctx, name, plans, remove)
}

// Rebuild makes the index anew from plans, whatever the old one is like; that one serves readers until its successor stands.
func (w *Writer) Rebuild(ctx context.Context, plans iter.Seq2[*plan.Extraction, error]) error {
	return w.publish(ctx, "", plans, nil)
}

// publish makes a generation out of the one called base, or out of nothing, and names
// it in CURRENT.
func (w *Writer) publish(ctx context.Context, base string, plans iter.Seq2[*plan.Extraction, error], remove []string) (err error) {
	removeUnread(w.dir, currentOr(w.dir, base))
	ns, err := generations(w.dir)
	if err != nil {
		return err
	}
	next := 1
	if len(ns) > 0 {
		next = ns[len(ns)-1] + 1
	}
	name := generationName(next)
	dir := filepath.Join(w.dir, name)
	defer func() {
		if err != nil {
			os.RemoveAll(dir)
		}
	}()
	if err := w.make(ctx, dir, base, plans, remove); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	if err := syncDir(w.dir); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	if err := replace(filepath.Join(w.dir, currentName), []byte(name+"\n")); err != nil {
		return fmt.Errorf("publish index: %w", err)
	}
	removeUnread(w.dir, name)
	return nil
}

// currentOr returns the generation that CURRENT names, or name where it names none.
func currentOr(dir, name string) string {
	if c, err := current(dir); err == nil {
		return c
	}
	return name
}

// make builds a whole generation in dir.
func (w *Writer) make(ctx context.Context, dir, base string, plans iter.Seq2[*plan.Extraction, error], remove []string) (err error) {
	bi, err := w.open(dir, base)
	if err != nil {
		return err
	}
	b := batcher{index: bi, batch: bi.NewBatch(), fresh: base == "", plans: map[string]string{}}
	closed := false
	defer func() {
		if !closed {
			err = errors.Join(err, b.wait(), bi.Close())
		}
	}()
	if base != "" {
		if b.plans, err = readContents(filepath.Join(w.dir, base)); err != nil {
			return err
		}
	}
	for _, id := range remove {
		if err := b.remove(id); err != nil {
			return err
		}
	}
	for x, err := range plans {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = b.put(x)
		}
		if err != nil {
			return err
		}
	}
	if err := b.finish(); err != nil {
		return err
	}
	segments, err := settle(ctx, bi)
	if err != nil {
		return err
	}
	closed = true
	if err := bi.Close(); err != nil {
		return err
	}
	if err := writeContents(dir, b.plans); err != nil {
		return err
	}
	return seal(dir, w.version, segments)
}

// open opens a new generation for writing.
func (w *Writer) open(dir, base string) (bleve.Index, error) {
	if base == "" {
		m, err := newMapping()
		if err != nil {
			return nil, err
		}
		return bleve.NewUsing(dir, m, scorch.Name, scorch.Name, lazyMerging())
	}
	from := filepath.Join(w.dir, base)
	m, err := check(from, w.version)
	if err != nil {
		return nil, err
	}
	if err := inherit(from, dir, m); err != nil {
		return nil, err
	}
	bi, err := bleve.OpenUsing(dir, lazyMerging())
	if err != nil {
		return nil, rebuild("%v", err)
	}
	return bi, nil
}

// lazyMerging keeps Bleve from merging segments while a generation is written: it is
// done once, at the end, by settle.
func lazyMerging() map[string]any {
	return map[string]any{
		"bolt_timeout": "5s",
		"scorchMergePlanOptions": map[string]any{
			"MaxSegmentsPerTier": 1 << 20, "MaxSegmentSize": 1 << 20, "TierGrowth": 10.0,
			"SegmentsPerMergeTask": 10, "FloorSegmentSize": 1,
		},
	}
}

// merging lets a search touch few segments at the price of writing each document
// again about once every time the index grows tenfold.
var merging = mergeplan.MergePlanOptions{
	MaxSegmentsPerTier: 6, MaxSegmentSize: 5_000_000, MaxSegmentFileSize: 4 << 30,
	TierGrowth: 10, SegmentsPerMergeTask: 10, FloorSegmentSize: 200, ReclaimDeletesWeight: 2,
}

// settle merges segments where there are too many, sees that all is on disk, and
// returns the names of the segment files in use.
func settle(ctx context.Context, bi bleve.Index) (map[string]bool, error) {
	advanced, err := bi.Advanced()
	if err != nil {
		return nil, err
	}
	s, ok := advanced.(*scorch.Scorch)
	if !ok {
		return nil, fmt.Errorf("index of type %T", advanced)
	}
	options := merging
	if err := s.ForceMerge(ctx, &options); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil { // ForceMerge does not say that it was interrupted
		return nil, err
	}
	// A change of its own makes Bleve write down the outcome of the merge and wait for it.
	if err := bi.SetInternal([]byte("settled"), []byte(strconv.Itoa(formatVersion))); err != nil {
		return nil, err
	}
	r, err := s.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("index reader of type %T", r)
	}
	names := map[string]bool{}
	for _, part := range snapshot.Segments() {
		file, ok := part.Segment().(segment.PersistedSegment)
		if !ok {
			return nil, fmt.Errorf("a segment is not on disk")
		}
		names[filepath.Base(file.Path())] = true
	}
	return names, nil
}
