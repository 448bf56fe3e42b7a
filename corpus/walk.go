package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Skip tells of something that a walk left out, and why.
type Skip struct {
	Path   string
	Reason SkipReason
}

// SkipReason names why a walk leaves something out.
type SkipReason string

const (
	SkipLink    SkipReason = "symbolic-link"  // within a folder; one that is given by name is followed
	SkipHidden  SkipReason = "hidden"         // ".git", "~$KH 233.docx", "Thumbs.db"
	SkipCorpus  SkipReason = "corpus"         // a corpus of this program is no input
	SkipSpecial SkipReason = "not-regular"    // a pipe, a socket, a device
	SkipDenied  SkipReason = "cannot-be-read" // a folder that does not open
)

// Files returns the files that paths name, each once: a file as it stands, a folder
// with all that lies below it in the order of names. A path that does not exist is
// returned too: whoever reads it learns why it cannot be read.
func Files(paths []string) (files []string, skipped []Skip) {
	w := walk{seen: map[string]bool{}}
	for _, p := range paths {
		p = filepath.Clean(p)
		if info, err := os.Stat(p); err == nil && info.IsDir() {
			w.folder(p)
			continue
		}
		w.add(p)
	}
	return w.files, w.skipped
}

type walk struct {
	files   []string
	skipped []Skip
	seen    map[string]bool // absolute paths
}

func (w *walk) add(path string) {
	key := path
	if abs, err := filepath.Abs(path); err == nil {
		key = abs
	}
	if !w.seen[key] {
		w.seen[key] = true
		w.files = append(w.files, path)
	}
}

func (w *walk) skip(path string, why SkipReason) { w.skipped = append(w.skipped, Skip{path, why}) }

func (w *walk) folder(dir string) {
	if _, err := os.Lstat(filepath.Join(dir, markerFile)); err == nil {
		w.skip(dir, SkipCorpus)
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.skip(dir, SkipDenied)
		return
	}
	for _, e := range entries {
		w.entry(filepath.Join(dir, e.Name()), e)
	}
}

func (w *walk) entry(path string, e fs.DirEntry) {
	switch kind := e.Type(); {
	case isHidden(e.Name()):
		w.skip(path, SkipHidden)
	case kind&fs.ModeSymlink != 0:
		w.skip(path, SkipLink)
	case e.IsDir():
		w.folder(path)
	case kind.IsRegular():
		w.add(path)
	default:
		w.skip(path, SkipSpecial)
	}
}

// isHidden tells the names that programs leave in folders for themselves.
func isHidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		slices.Contains([]string{"thumbs.db", "desktop.ini"}, strings.ToLower(name))
}
