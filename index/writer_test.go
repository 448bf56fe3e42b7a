package index

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"kehoach/extract/plan"
)

func onePlan(id string, models ...string) *plan.Extraction {
	text := "title: Kế hoạch " + id
	for i, m := range models {
		text += fmt.Sprintf("\nmodel %d: %s", i+1, m)
	}
	return newPlan(id, text)
}

func TestApply(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, ErrNone) {
		t.Fatalf("open before anything was written: %v", err)
	}
	w, err := OpenWriter(dir)
	if err != nil {
		t.Fatal(err)
	}
	if have, err := w.Fingerprints(); err != nil || len(have) != 0 {
		t.Fatalf("fingerprints of no index: %v, %v", have, err)
	}
	a, b := onePlan("a", "khám chữa bệnh", "quản lý lưu trú"), onePlan("b", "khám bệnh từ xa")
	apply(t, dir, []*plan.Extraction{a})
	before := open(t, dir)
	apply(t, dir, []*plan.Extraction{b})
	if got := find(t, before, "kham"); !slices.Equal(got, []string{"a/1"}) {
		t.Errorf("what was open before shows %v", got)
	}
	if got := find(t, open(t, dir), "kham benh"); !slices.Equal(got, []string{"b/1", "a/1"}) {
		t.Errorf("after adding b: %v", got)
	}
	changed := onePlan("a", "cấp căn cước")
	apply(t, dir, []*plan.Extraction{changed}, "b", "nobody")
	x := open(t, dir)
	if got := find(t, x, ""); !slices.Equal(got, []string{"a/plan", "a/1"}) {
		t.Errorf("after changing a and removing b: %v", got)
	}
	have, err := x.Fingerprints()
	if err != nil || len(have) != 1 || have["a"] != changed.Fingerprint() {
		t.Errorf("fingerprints %v, %v", have, err)
	}
	apply(t, dir, nil, "a")
	if got := find(t, open(t, dir), ""); len(got) != 0 {
		t.Errorf("after removing all: %v", got)
	}
}

// A plan given twice in one call is there once, as it was given last.
func TestApplyTwiceInOne(t *testing.T) {
	x := indexOf(t, onePlan("a", "khám bệnh", "chữa bệnh"), onePlan("a", "cấp căn cước"))
	if got := find(t, x, ""); !slices.Equal(got, []string{"a/plan", "a/1"}) {
		t.Error(got)
	}
}

// hashes returns the contents of the files of a generation.
func hashes(t *testing.T, dir string) map[string][32]byte {
	t.Helper()
	sums := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		sums[name] = sha256.Sum256(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return sums
}

// What a reader has open is never written to, though its segments are shared with the
// generations made from it, by adding, changing, removing and merging.
func TestGenerationsNeverChange(t *testing.T) {
	dir := t.TempDir()
	many := make([]string, 400) // in a segment that is large enough to be left alone
	for i := range many {
		many[i] = fmt.Sprint("mô hình thứ ", i)
	}
	apply(t, dir, []*plan.Extraction{onePlan("a", "khám chữa bệnh"), onePlan("b", "lưu trú"), onePlan("z", many...)})
	open(t, dir)
	first := filepath.Join(dir, generationName(1))
	want := hashes(t, first)
	linked := false
	for i := range 30 {
		apply(t, dir, []*plan.Extraction{onePlan(fmt.Sprint("c", i%20), "mô hình"), onePlan("a", fmt.Sprint("khám lần ", i))}, "b")
		if got := hashes(t, first); !maps.Equal(got, want) {
			t.Fatalf("after change %d: %d files, before %d, or other contents", i, len(got), len(want))
		}
		name, err := current(dir)
		if err != nil {
			t.Fatal(err)
		}
		linked = linked || sharesSegment(t, first, filepath.Join(dir, name))
	}
	if !linked {
		t.Error("no generation shares a segment with the first")
	}
	ns, err := generations(dir)
	if err != nil || len(ns) != 2 {
		t.Errorf("generations %v, %v: want the one that is open and the last", ns, err)
	}
}

func sharesSegment(t *testing.T, a, b string) bool {
	t.Helper()
	for _, path := range glob(t, filepath.Join(a, storeName, "*.zap")) {
		x, errX := os.Stat(path)
		y, errY := os.Stat(filepath.Join(b, storeName, filepath.Base(path)))
		if errX == nil && errY == nil && os.SameFile(x, y) {
			return true
		}
	}
	return false
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Many small changes leave few segments, and no file that is not used.
func TestSegmentsStayFew(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		apply(t, dir, []*plan.Extraction{onePlan(fmt.Sprint("p", i), "khám chữa bệnh", "lưu trú")})
	}
	name, err := current(dir)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(glob(t, filepath.Join(dir, name, storeName, "*.zap"))); n > 12 {
		t.Errorf("%d segments for 40 plans", n)
	}
	if got := ask(t, open(t, dir), Request{Query: "kham chua benh", Limit: 1}).Total; got != 40 {
		t.Errorf("%d hits", got)
	}
}

func TestCancelledApply(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, []*plan.Extraction{onePlan("a", "khám bệnh")})
	w, err := OpenWriter(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := w.Apply(ctx, []*plan.Extraction{onePlan("b", "khám bệnh")}, []string{"a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if got := find(t, open(t, dir), "kham"); !slices.Equal(got, []string{"a/1"}) {
		t.Errorf("after a cancelled change: %v", got)
	}
	if ns, _ := generations(dir); len(ns) != 1 {
		t.Errorf("generations %v", ns)
	}
}

func TestDamage(t *testing.T) {
	for name, harm := range map[string]func(gen string) error{
		"segment truncated": func(gen string) error {
			zaps, _ := filepath.Glob(filepath.Join(gen, storeName, "*.zap"))
			return os.Truncate(zaps[0], 100)
		},
		"segment missing": func(gen string) error {
			zaps, _ := filepath.Glob(filepath.Join(gen, storeName, "*.zap"))
			return os.Remove(zaps[0])
		},
		"root.bolt truncated": func(gen string) error { return os.Truncate(filepath.Join(gen, storeName, boltName), 10) },
		"root.bolt overwritten": func(gen string) error {
			path := filepath.Join(gen, storeName, boltName)
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, make([]byte, info.Size()), 0o600)
		},
		"no manifest":      func(gen string) error { return os.Remove(filepath.Join(gen, manifestName)) },
		"no list of plans": func(gen string) error { return os.Remove(filepath.Join(gen, contentsName)) },
		"other version": func(gen string) error {
			return os.WriteFile(filepath.Join(gen, manifestName), []byte(`{"version":"old"}`), 0o600)
		},
		"no generation":     func(gen string) error { return os.RemoveAll(gen) },
		"CURRENT is broken": func(gen string) error { return os.WriteFile(filepath.Join(gen, "..", currentName), nil, 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			a := onePlan("a", "khám bệnh")
			apply(t, dir, []*plan.Extraction{a})
			if err := harm(filepath.Join(dir, generationName(1))); err != nil {
				t.Fatal(err)
			}
			if x, err := Open(dir); !errors.Is(err, ErrRebuild) {
				if err == nil {
					x.Close()
				}
				t.Fatalf("open: %v, want ErrRebuild", err)
			}
			w, err := OpenWriter(dir)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := w.Fingerprints(); !errors.Is(err, ErrRebuild) {
				t.Errorf("fingerprints: %v", err)
			}
			if err := w.Apply(context.Background(), []*plan.Extraction{a}, nil); !errors.Is(err, ErrRebuild) {
				t.Errorf("apply: %v", err)
			}
			err = w.Rebuild(context.Background(), func(yield func(*plan.Extraction, error) bool) { yield(a, nil) })
			if err != nil {
				t.Fatal(err)
			}
			if got := find(t, open(t, dir), "kham"); !slices.Equal(got, []string{"a/1"}) {
				t.Errorf("after the rebuild: %v", got)
			}
		})
	}
}

// Whoever may enter the corpus may search it.
func TestModes(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, []*plan.Extraction{onePlan("a", "khám bệnh")})
	open(t, dir) // keeps the first generation
	apply(t, dir, []*plan.Extraction{onePlan("b", "khám bệnh")})
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if want := map[bool]fs.FileMode{false: fileMode, true: dirMode}[e.IsDir()]; err == nil && path != dir && info.Mode().Perm() != want {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// What a plan lacks leaves no document that cannot be read.
func TestEmptyParts(t *testing.T) {
	x := indexOf(t, &plan.Extraction{}, onePlan("a", "", " ", "\x1e", "x\x1ey \xff"))
	r := ask(t, x, Request{Limit: 20})
	if r.Total != 6 || len(r.Hits) != 6 {
		t.Errorf("%d documents, %d of them shown", r.Total, len(r.Hits))
	}
	if got := find(t, x, `"x y"`); !slices.Equal(got, []string{"a/4"}) {
		t.Errorf("found %v", got)
	}
}

// Many may search one open index at a time.
func TestSearchAtOnce(t *testing.T) {
	x := library(t)
	want := find(t, x, "Sở Y tế chủ trì khám bệnh")
	done := make(chan error)
	for range 8 {
		go func() {
			for range 20 {
				r, err := x.Search(context.Background(), Request{Query: "Sở Y tế chủ trì khám bệnh", Limit: 20, Facets: FacetFields})
				if err == nil && !slices.Equal(names(r), want) {
					err = fmt.Errorf("found %v, want %v", names(r), want)
				}
				if err != nil {
					done <- err
					return
				}
			}
			done <- nil
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
}
