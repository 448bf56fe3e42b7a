package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"

	"kehoach/extract/plan"
	"kehoach/ingest"
)

// fakeSink holds fingerprints and nothing else.
type fakeSink struct {
	have    map[string]string
	rebuilt int
	err     error
	applied func(put []*plan.Extraction) // may be nil
}

func attachFake(t *testing.T, w *Writer) *fakeSink {
	t.Helper()
	s := &fakeSink{have: map[string]string{}}
	w.Attach(s)
	return s
}

func (s *fakeSink) Fingerprints() (map[string]string, error) { return s.have, s.err }

func (s *fakeSink) Apply(_ context.Context, put []*plan.Extraction, remove []string) error {
	if s.applied != nil {
		s.applied(put)
	}
	for _, x := range put {
		s.have[x.Plan.ID] = x.Fingerprint()
	}
	for _, id := range remove {
		delete(s.have, id)
	}
	return s.err
}

func (s *fakeSink) Rebuild(_ context.Context, plans iter.Seq2[*plan.Extraction, error]) error {
	s.have = map[string]string{}
	s.rebuilt++
	for x, err := range plans {
		if err != nil {
			return err
		}
		s.have[x.Plan.ID] = x.Fingerprint()
	}
	return nil
}

func (s *fakeSink) check(t *testing.T, c *Corpus) {
	t.Helper()
	put, remove, err := c.Stale(s)
	if len(put)+len(remove) > 0 || err != nil {
		t.Errorf("the sink lacks %v and has %v too much (%v)", put, remove, err)
	}
}

func TestSinkFollows(t *testing.T) {
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a", "b.txt": "id: b"}))

	// A sink that comes later, knows a plan that is gone and an old state of another.
	s := attachFake(t, w)
	s.have["gone"], s.have["a"] = "x", "old"
	if err := w.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.check(t, w.Corpus)
	if len(s.have) != 2 {
		t.Errorf("the sink holds %v", s.have)
	}

	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a\nnew", "c.txt": "id: c"}))
	s.check(t, w.Corpus)

	s.have = map[string]string{"a": "damaged"}
	if _, err := w.Rebuild(t.Context(), false, ingest.Options{}, nil); err != nil {
		t.Fatal(err)
	}
	s.check(t, w.Corpus)
	if s.rebuilt != 1 {
		t.Errorf("rebuilt %d times", s.rebuilt)
	}
}

// A sink that fails costs no file.
func TestSinkThatFails(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	in := writeFiles(t, map[string]string{"a.txt": "id: a"})
	s.err = errors.New("disk on fire")
	files, _ := Files([]string{in})
	if _, err := w.Ingest(t.Context(), files, Ingest{}); !errors.Is(err, s.err) {
		t.Errorf("err %v", err)
	}
	if _, err := w.Record("a"); err != nil {
		t.Errorf("the file was not kept: %v", err)
	}
	s.err = nil
	ingestAll(t, w, in)
	s.check(t, w.Corpus)
}

// A long run gives the sink its plans in batches, before it ends.
func TestBatches(t *testing.T) {
	texts := map[string]string{}
	for i := range 2*batchSize + 7 {
		texts[fmt.Sprintf("%03d.txt", i)] = fmt.Sprintf("id: plan-%03d", i)
	}
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	var sizes []int
	s.applied = func(put []*plan.Extraction) { sizes = append(sizes, len(put)) }
	ingestAll(t, w, writeFiles(t, texts))
	equal(t, sizes, []int{batchSize, batchSize, 7})
	s.check(t, w.Corpus)
}
