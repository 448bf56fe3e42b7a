package corpus

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"kehoach/ingest"
)

// A reader sees whole versions only, whatever a writer does meanwhile: new versions,
// the same one read again by other rules, a plan that comes and goes.
func TestReadersSeeWholeVersions(t *testing.T) {
	dir := t.TempDir()
	in := writeFiles(t, map[string]string{"a.txt": "id: a\ntitle: 0", "b.txt": "id: b"})
	w := lockTest(t, dir, "1")
	ingestAll(t, w, in)

	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { readUntil(t, dir, stop) })
	}
	for i := range 25 {
		text := fmt.Sprintf("id: a\ntitle: %d", i)
		if err := os.WriteFile(filepath.Join(in, "a.txt"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		ingestAll(t, w, in)
		if _, err := w.Rebuild(t.Context(), true, ingest.Options{}, nil); err != nil {
			t.Fatal(err)
		}
		if err := w.Remove(t.Context(), "b"); err != nil {
			t.Fatal(err)
		}
		ingestAll(t, w, filepath.Join(in, "b.txt"))
	}
	close(stop)
	wg.Wait()
}

// A plan that is taken away and put back all the time, under the same names, is whole or not there:
// never damaged.
func TestPlanThatComesBackIsNotDamaged(t *testing.T) {
	w := lockTest(t, t.TempDir(), "1")
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a\ntitle: 0"}))
	plans := filepath.Join(w.dir, plansDir)
	spare := filepath.Join(plans, tempPrefix+"spare")
	if err := os.CopyFS(spare, os.DirFS(filepath.Join(plans, "a"))); err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if _, err := w.Extraction("a"); err != nil && !errors.Is(err, ErrNotFound) {
					t.Error(err)
					return
				}
			}
		})
	}
	for range 2000 {
		away := filepath.Join(plans, tempPrefix+"away")
		if err := errors.Join(os.Rename(filepath.Join(plans, "a"), away),
			os.Rename(spare, filepath.Join(plans, "a")), os.Rename(away, spare)); err != nil {
			t.Fatal(err)
		}
	}
	close(stop)
	wg.Wait()
}

func readUntil(t *testing.T, dir string, stop <-chan struct{}) {
	c, err := Open(dir)
	if err != nil {
		t.Error(err)
		return
	}
	defer c.Close()
	for {
		select {
		case <-stop:
			return
		default:
		}
		r, err := c.Record("a")
		if err != nil {
			t.Errorf("record: %v", err)
			return
		}
		x, err := c.Extraction("a")
		if err != nil || x.Plan.Title == nil {
			t.Errorf("extraction: %v", err)
			return
		}
		if data, err := c.Original("a"); err != nil || len(data) == 0 {
			t.Errorf("original: %v", err)
			return
		}
		if f, err := c.File("a"); err != nil || f.Text == "" {
			t.Errorf("text: %v", err)
			return
		}
		for _, err := range c.Extractions() {
			if err != nil {
				t.Errorf("extractions: %v", err)
				return
			}
		}
		if _, err := c.History("a"); err != nil || r.ID != "a" {
			t.Errorf("history: %v", err)
			return
		}
	}
}
