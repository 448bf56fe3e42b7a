package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestOneWriter(t *testing.T) {
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a"}))

	_, err := Lock(t.Context(), dir, Options{})
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Holder == nil {
		t.Fatalf("second writer: %v", err)
	}
	if h := locked.Holder; h.PID != os.Getpid() || h.Command != "test" || !h.Since.Equal(testTime) {
		t.Errorf("the lock is said to be held by %+v", h)
	}

	if _, err := Lock(t.Context(), dir, Options{NoWait: true}); !errors.As(err, &locked) {
		t.Fatalf("second writer that does not wait: %v", err)
	}

	r, err := Open(dir) // a reader does not wait
	if err != nil {
		t.Fatal(err)
	}
	if records, err := r.Records(); len(records) != 1 || err != nil {
		t.Errorf("while another writes: %v, %v", records, err)
	}
	r.Close()
	w.Close()
	lockTest(t, dir, "1").Close()
}

func TestNoCorpusIsMadeInAFolderOfOtherThings(t *testing.T) {
	dir := writeFiles(t, map[string]string{"thư.txt": "x"})
	if _, err := Lock(t.Context(), dir, Options{}); !errors.Is(err, ErrNotCorpus) {
		t.Errorf("err %v", err)
	}
	if _, err := Open(dir); !errors.Is(err, ErrNoCorpus) {
		t.Errorf("err %v", err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("something was written there: %v", entries)
	}
	if _, err := Open(filepath.Join(dir, "none")); !errors.Is(err, ErrNoCorpus) {
		t.Errorf("err %v", err)
	}
}

// Whoever can put links into a corpus cannot make it write elsewhere.
func TestLinksLeadNowhere(t *testing.T) {
	outside := t.TempDir()
	links := map[string]func(dir string){
		"plan": func(dir string) { os.Symlink(outside, filepath.Join(dir, plansDir, "a")) },
		"plans": func(dir string) {
			os.RemoveAll(filepath.Join(dir, plansDir))
			os.Symlink(outside, filepath.Join(dir, plansDir))
		},
		"lock": func(dir string) {
			os.Remove(filepath.Join(dir, lockFile))
			os.Symlink(filepath.Join(outside, "x"), filepath.Join(dir, lockFile))
		},
		"holder": func(dir string) { os.Symlink(filepath.Join(outside, "x"), filepath.Join(dir, holderFile)) },
		"cache":  func(dir string) { os.Symlink(outside, filepath.Join(dir, "index")) },
		"failed": func(dir string) { os.Symlink(filepath.Join(outside, "x"), filepath.Join(dir, failedFile)) },
		"version": func(dir string) {
			os.Mkdir(filepath.Join(dir, plansDir, "a"), 0o755)
			os.Symlink(outside, filepath.Join(dir, plansDir, "a", "0001"))
		},
	}
	for name, link := range links {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			lockTest(t, dir, "1").Close()
			link(dir)
			in := writeFiles(t, map[string]string{"a.txt": "id: a", "b.txt": ""})
			files, _ := Files([]string{in})
			w, err := Lock(t.Context(), dir, Options{Rules: testRules("1")})
			if err == nil {
				_, err = w.Ingest(t.Context(), files, Ingest{})
				w.Close()
			}
			t.Log(err) // refused or written beside the link, either is well
			if entries, _ := os.ReadDir(outside); len(entries) > 0 {
				t.Errorf("written outside the corpus: %v", entries)
			}
		})
	}
}

func TestWhatACrashLeavesIsCleaned(t *testing.T) {
	dir := t.TempDir()
	w := lockTest(t, dir, "1")
	ingestAll(t, w, writeFiles(t, map[string]string{"a.txt": "id: a"}))
	w.Close()
	plans := filepath.Join(dir, plansDir)
	for _, d := range []string{
		filepath.Join(dir, tempPrefix+"x"), filepath.Join(plans, tempPrefix+"x", "0001"),
		filepath.Join(plans, "a", tempPrefix+"x"), filepath.Join(plans, "empty"),
	} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	// A superseded version: the same bytes, read again.
	if err := os.CopyFS(filepath.Join(plans, "a", "0002"), os.DirFS(filepath.Join(plans, "a", "0001"))); err != nil {
		t.Fatal(err)
	}
	w = lockTest(t, dir, "1")
	checkSound(t, w)
	ids, err := w.ids()
	equal(t, ids, []string{"a"})
	equal(t, err, nil)
}
