package index

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.etcd.io/bbolt"
	bberrors "go.etcd.io/bbolt/errors"
)

const (
	currentName  = "CURRENT"
	manifestName = "MANIFEST.json"
	storeName    = "store"
	boltName     = "root.bolt"
	prefix       = "g-"

	fileMode, dirMode = 0o644, 0o755 // whoever may enter the corpus may search it
)

// manifest says what a generation consists of. It is its last file to be written.
type manifest struct {
	Version string           `json:"version"`
	Files   map[string]int64 `json:"files"` // sizes in bytes, by path below the generation
}

// current returns the name of the generation that readers open.
func current(dir string) (string, error) {
	b, err := os.ReadFile(filepath.Join(dir, currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrNone
	}
	if err != nil {
		return "", fmt.Errorf("read index: %w", err)
	}
	name := strings.TrimSuffix(string(b), "\n")
	if generationNumber(name) == 0 {
		return "", rebuild("%s names no generation", currentName)
	}
	return name, nil
}

// generationNumber returns the number of a generation by its name, 0 for another name.
func generationNumber(name string) int {
	digits, ok := strings.CutPrefix(name, prefix)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 {
		return 0
	}
	return n
}

func generationName(n int) string { return fmt.Sprintf("%s%06d", prefix, n) }

// generations returns the numbers of all generations in dir, named by CURRENT or not.
func generations(dir string) ([]int, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list index: %w", err)
	}
	var ns []int
	for _, e := range entries {
		if n := generationNumber(e.Name()); n > 0 {
			ns = append(ns, n)
		}
	}
	slices.Sort(ns)
	return ns, nil
}

// check reports whether the generation in dir is whole and of version want. It reads
// no contents.
func check(dir, want string) (manifest, error) {
	var m manifest
	b, err := os.ReadFile(filepath.Join(dir, manifestName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m, rebuild("%s is missing", manifestName)
	case err != nil:
		return m, fmt.Errorf("read index: %w", err)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, rebuild("%s: %v", manifestName, err)
	}
	if m.Version != want {
		return m, rebuild("it is of another version (%s)", m.Version)
	}
	for name, size := range m.Files {
		info, err := os.Stat(filepath.Join(dir, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return m, rebuild("%s is missing", name)
		case err != nil:
			return m, fmt.Errorf("read index: %w", err)
		case info.Size() != size:
			return m, rebuild("%s has %d bytes instead of %d", name, info.Size(), size)
		}
	}
	return m, nil
}

// seal writes the manifest of the finished generation in dir, whose segments are the
// named ones, and removes what is no part of it.
func seal(dir, version string, segments map[string]bool) error {
	m := manifest{Version: version, Files: map[string]int64{}}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.Chmod(path, dirMode) // Bleve keeps its files to the user who writes
		}
		if filepath.Ext(path) == ".zap" && !segments[e.Name()] {
			return os.Remove(path)
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		if info.Mode().Perm() != fileMode {
			if err := os.Chmod(path, fileMode); err != nil {
				return err
			}
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		m.Files[filepath.ToSlash(name)] = info.Size()
		return nil
	})
	if err != nil {
		return err
	}
	b, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return err
	}
	if err := replace(filepath.Join(dir, manifestName), b); err != nil {
		return err
	}
	return syncDir(filepath.Join(dir, storeName))
}

// inherit fills the new generation in to with what the one in from holds: segments as
// links, for they never change, and the rest, which does, as copies.
func inherit(from, to string, m manifest) error {
	if err := os.MkdirAll(filepath.Join(to, storeName), dirMode); err != nil {
		return err
	}
	for name := range m.Files {
		if name == contentsName {
			continue // it is written at the end
		}
		old, fresh := filepath.Join(from, name), filepath.Join(to, name)
		if filepath.Ext(name) == ".zap" {
			if os.Link(old, fresh) == nil {
				continue
			}
		}
		if err := copyFile(old, fresh); err != nil {
			return err
		}
	}
	return nil
}

func copyFile(from, to string) (err error) {
	r, err := os.Open(from)
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	if _, err := io.Copy(w, r); err != nil {
		return err
	}
	return w.Sync()
}

// replace writes a file so that a reader sees either the old or the new one, whatever
// happens in between.
func replace(path string, b []byte) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".tmp-*")
	if err != nil {
		return err
	}
	_, err = temp.Write(b)
	err = errors.Join(err, temp.Chmod(fileMode), temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), path)
	}
	if err != nil {
		os.Remove(temp.Name())
		return err
	}
	return syncDir(filepath.Dir(path))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// removeUnread removes the generations in dir other than keep that no reader has open,
// and temporary files that a killed writer left. What cannot be removed is left to the
// next writer. The caller is the one writer.
func removeUnread(dir, keep string) {
	temps, _ := filepath.Glob(filepath.Join(dir, ".tmp-*")) // the pattern is good
	for _, t := range temps {
		os.RemoveAll(t)
	}
	ns, err := generations(dir)
	if err != nil {
		return
	}
	for _, n := range ns {
		if name := generationName(n); name != keep {
			removeFree(filepath.Join(dir, name))
		}
	}
}

// removeFree removes the generation in dir unless somebody has it open. The directory
// is renamed first, so that it is gone at once for a reader that is about to open it;
// that reader looks at CURRENT again.
func removeFree(dir string) {
	release, free := claim(filepath.Join(dir, storeName, boltName))
	if !free {
		return
	}
	defer release()
	gone := filepath.Join(filepath.Dir(dir), ".tmp-"+filepath.Base(dir))
	if err := os.Rename(dir, gone); err == nil {
		os.RemoveAll(gone)
	}
}

// claim locks the file root.bolt of a generation as its writer would. Bleve holds a
// shared lock on it as long as a reader lives, so that the claim fails at once. A file
// that is missing or damaged is read by nobody.
func claim(path string) (release func(), free bool) {
	release = func() {}
	if _, err := os.Stat(path); err != nil {
		return release, true
	}
	defer func() {
		if recover() != nil { // bbolt panics on some damage
			free = true
		}
	}()
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: time.Nanosecond, NoFreelistSync: true})
	if err != nil {
		return release, !errors.Is(err, bberrors.ErrTimeout)
	}
	return func() { db.Close() }, true
}
