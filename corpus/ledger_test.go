package corpus

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"
)

// leaveAlone makes the folders of all plans look as if nobody had touched them for long.
func leaveAlone(t testing.TB, c *Corpus) {
	t.Helper()
	ids, err := c.ids()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		path := filepath.Join(c.dir, plansDir, id)
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		at := info.ModTime().Add(-time.Hour) // each time another
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
}

// ledgerIDs returns the plans in the ledger.
func ledgerIDs(c *Corpus) []string {
	var ids []string
	for _, h := range c.readLedger() {
		ids = append(ids, h.id)
	}
	return ids
}

// ingestMany takes n plans into w, plan-000 and so on.
func ingestMany(t *testing.T, w *Writer, n int) {
	t.Helper()
	texts := map[string]string{}
	for i := range n {
		texts[fmt.Sprintf("%03d.txt", i)] = fmt.Sprintf("id: plan-%03d", i)
	}
	ingestAll(t, w, writeFiles(t, texts))
}

// The ledger is written when it spares something, and what changed just now is not in it.
func TestLedgerIsKept(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	ingestMany(t, w, ledgerNews-1)
	leaveAlone(t, w.Corpus)
	s.check(t, w.Corpus)
	if ids := ledgerIDs(w.Corpus); len(ids) != 0 {
		t.Errorf("%d heads are kept, too few to be worth it", len(ids))
	}
	ingestMany(t, w, 2*ledgerNews)
	s.check(t, w.Corpus)
	if ids := ledgerIDs(w.Corpus); len(ids) != 0 {
		t.Errorf("%d heads are kept of plans that came just now", len(ids))
	}
	leaveAlone(t, w.Corpus)
	s.check(t, w.Corpus)
	if ids := ledgerIDs(w.Corpus); len(ids) != 2*ledgerNews || !slices.IsSorted(ids) {
		t.Errorf("in the ledger: %v", ids)
	}
}

// What is in the ledger is not read again.
func TestLedgerSpares(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	ingestMany(t, w, ledgerNews)
	leaveAlone(t, w.Corpus)
	s.check(t, w.Corpus)
	record := filepath.Join(w.dir, pathOf("plan-003", "0001", recordFile))
	if err := os.WriteFile(record, []byte("no record"), 0o644); err != nil { // in place: no folder changes
		t.Fatal(err)
	}
	heads, err := w.heads()
	if err != nil || heads[3].damaged {
		t.Errorf("the record of %v was read (%v)", heads[3], err)
	}
}

// A ledger that is not what was written is none.
func TestLedgerIsDamaged(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	ingestMany(t, w, ledgerNews)
	leaveAlone(t, w.Corpus)
	s.check(t, w.Corpus)
	path := filepath.Join(w.dir, ledgerFile)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	changed := slices.Clone(whole)
	changed[len(changed)/2] ^= 1
	for name, b := range map[string][]byte{
		"empty": nil, "truncated": whole[:len(whole)/2], "changed": changed, "zeros": make([]byte, len(whole)),
		"a line more": append(slices.Clone(whole), "plan\t1\n"...),
		"other form":  []byte(ledgerHead("plan-000\t1\n") + "\nplan-000\t1\n"),
	} {
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
		if ids := ledgerIDs(w.Corpus); len(ids) != 0 {
			t.Errorf("%s: the ledger has %v", name, ids)
		}
		s.check(t, w.Corpus)
	}
}

// Whatever changes the plans, by this program or by hand, and whoever is killed over it:
// with the ledger one sees the same as without.
func TestLedgerSeesChanges(t *testing.T) {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestMany(t, w, 3*ledgerNews)
	in := t.TempDir()
	plans := filepath.Join(dir, plansDir)
	plan := func() string { return filepath.Join(plans, fmt.Sprintf("plan-%03d", random.IntN(3*ledgerNews))) }
	changes := []func(path string) error{
		os.RemoveAll,
		func(path string) error { return os.RemoveAll(filepath.Join(path, "0001")) },
		func(path string) error { return os.Rename(path, plan()) },
		func(path string) error { return os.CopyFS(plan(), os.DirFS(path)) },
		func(path string) error {
			return os.CopyFS(filepath.Join(path, "0007"), os.DirFS(filepath.Join(path, "0001")))
		},
		func(path string) error { return os.Mkdir(filepath.Join(path, tempPrefix+"rest"), 0o755) },
		func(path string) error { return os.Mkdir(path+"-empty", 0o755) },
		func(path string) error { return os.Remove(filepath.Join(dir, ledgerFile)) },
		func(path string) error {
			file := filepath.Join(in, filepath.Base(path)+".txt")
			return errors.Join(os.WriteFile(file, fmt.Appendf(nil, "id: %s\n%d", filepath.Base(path), random.IntN(3)), 0o644), w.ingestQuietly(t, in))
		},
		func(path string) error { return w.clean() },
	}
	for range 150 {
		if random.IntN(3) == 0 {
			leaveAlone(t, w.Corpus)
			if _, err := w.heads(); err != nil {
				t.Fatal(err)
			}
		}
		_ = changes[random.IntN(len(changes))](plan()) // some are not possible at times
		got, err := w.heads()
		if err != nil {
			t.Fatal(err)
		}
		kept := w.readLedger()
		if err := os.RemoveAll(filepath.Join(dir, ledgerFile)); err != nil {
			t.Fatal(err)
		}
		want, err := w.heads()
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("with the ledger %v\nwithout %v", got, want)
		}
		w.writeLedger(kept, time.Now().Add(time.Hour))
	}
}

func (w *Writer) ingestQuietly(t *testing.T, in ...string) error {
	files, _ := Files(in)
	_, err := w.Ingest(t.Context(), files, Ingest{})
	return err
}

// A version that lacks its record is damaged: the plan stays in the sinks as it was, the
// others go on, and the next run makes it again.
func TestRecordIsGone(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	ingestMany(t, w, 3)
	if err := os.Remove(filepath.Join(w.dir, pathOf("plan-001", "0001", recordFile))); err != nil {
		t.Fatal(err)
	}
	s.check(t, w.Corpus)
	if records, err := w.Records(); len(records) != 2 || !errors.Is(err, ErrDamaged) {
		t.Errorf("%d records, %v", len(records), err)
	}
	if err := w.ingestQuietly(t); err != nil {
		t.Fatal(err)
	}
	if records, err := w.Records(); len(records) != 3 || err != nil {
		t.Errorf("after the next run %d records, %v", len(records), err)
	}
	s.check(t, w.Corpus)
}

// A plan whose versions were deleted by hand is gone from the sinks too.
func TestVersionIsGone(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	s := attachFake(t, w)
	ingestMany(t, w, 3)
	if err := os.RemoveAll(filepath.Join(w.dir, pathOf("plan-001", "0001"))); err != nil {
		t.Fatal(err)
	}
	if _, remove, err := w.Stale(s); err != nil || !slices.Equal(remove, []string{"plan-001"}) {
		t.Errorf("to be removed: %v, %v", remove, err)
	}
}
