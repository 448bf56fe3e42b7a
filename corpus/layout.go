package corpus

// The folder of a corpus, version 1. Everything is UTF-8, and JSON is indented.
//
//	corpus.json              {"format": "kehoach/corpus/v1"}; makes the folder a corpus
//	lock                     empty; a writer holds an flock(2) on it
//	lock.json                who holds it: Holder; a hint for people, without meaning
//	                         when nobody holds the lock
//	failed.json              the files that could not be read: []Failure
//	corrections.json         what people said of the comparison; corrections.go
//	ledger                   a cache of what the records say in short; ledger.go
//	plans/ID/                a plan; ID is its plan.id, see slug.go
//	plans/ID/NNNN/           a version of its document, NNNN counted from 0001; the
//	                         highest is the current one, the others are its history
//	plans/ID/NNNN/original       the bytes as ingested
//	plans/ID/NNNN/text.txt       the text as read (source.File), pages parted by U+000C
//	plans/ID/NNNN/extraction.json    plan.Extraction
//	plans/ID/NNNN/record.json        Record: where it came from, by which rules
//	index/, …                caches, each the business of its Sink
//
// A version is written to a folder .tmp-… beside it, every file and then the folder
// is synced, the folder is renamed to NNNN, and the parent is synced: one rename
// makes the version visible, whole. The files of a version never change after that.
// When a document is extracted again by other rules, a new version with the same
// original appears the same way and the old one, now superseded, is deleted. A version
// that stays the current one above a scan of the same document is renamed to a higher
// NNNN, then the scan comes below it. A plan is removed by renaming its folder to .tmp-…
// first; a file that is sought meanwhile is of another plan than the name's: see lacks.
//
// So at any moment a crash leaves either the old state or the new one, and perhaps
// folders and files called .tmp-…, or a superseded version: the next writer deletes
// those. Readers pay no heed to names that they do not know.
//
// The files outside of plans/ are replaced in the same manner, file by file.
//
// All of it is reached through an os.Root, which no name and no symbolic link leads
// out of; and a link in the place of a plan or a version is not taken for one.

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

const (
	format = "kehoach/corpus/v1"

	markerFile = "corpus.json"
	lockFile   = "lock"
	holderFile = "lock.json"
	failedFile = "failed.json"
	plansDir   = "plans"

	originalFile   = "original"
	textFile       = "text.txt"
	extractionFile = "extraction.json"
	recordFile     = "record.json"

	tempPrefix = ".tmp-"
	pageBreak  = "\f"
)

type marker struct {
	Format string `json:"format"`
}

// versionName reads "0001".
var versionName = regexp.MustCompile(`^[0-9]{4,9}$`)

// pathOf joins the names of a file below plans, always with "/".
func pathOf(names ...string) string {
	return path.Join(append([]string{plansDir}, names...)...)
}

func (c *Corpus) checkMarker() error {
	b, err := c.root.ReadFile(markerFile)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoCorpus
	}
	if err != nil {
		return err
	}
	var m marker
	if err := json.Unmarshal(b, &m); err != nil || m.Format != format {
		return fmt.Errorf("%s names another format than %s", markerFile, format)
	}
	return nil
}

// ids returns the names of the folders of plans in order, the empty ones included.
func (c *Corpus) ids() ([]string, error) {
	return c.folders(plansDir, isID)
}

// versions returns the versions of a plan, the oldest first, and ErrNotFound where
// there is none.
func (c *Corpus) versions(id string) ([]string, error) {
	if !isID(id) {
		return nil, fmt.Errorf("plan %q: %w", id, ErrNotFound)
	}
	info, err := c.root.Lstat(pathOf(id))
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, fmt.Errorf("plan %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("read plan %s: %w", id, err)
	}
	// A folder that is read while a writer puts a version in and takes the one before
	// it away may show neither. One without any is a rest of a crash.
	const tries = 10
	for range tries {
		versions, err := c.folders(pathOf(id), versionName.MatchString)
		if err != nil || len(versions) > 0 {
			slices.SortFunc(versions, compareVersions)
			return versions, err
		}
	}
	return nil, fmt.Errorf("plan %q: %w", id, ErrNotFound)
}

// compareVersions orders "9999" before "10000".
func compareVersions(a, b string) int {
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// folders returns the real folders in dir whose names are wanted, in order.
func (c *Corpus) folders(dir string, wanted func(string) bool) ([]string, error) {
	entries, err := fs.ReadDir(c.root.FS(), dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read corpus: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() && wanted(e.Name()) { // a link to a folder is no folder here
			names = append(names, e.Name())
		}
	}
	return names, nil
}

func (c *Corpus) readJSON(v any, id, version, file string) error {
	b, err := c.readBytes(id, version, file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("read %s: %w: %v", pathOf(id, version, file), ErrDamaged, err)
	}
	return nil
}

// readBytes returns a file of a version: ErrNotExist where the version is gone, and ErrDamaged
// where it is there without the file.
func (c *Corpus) readBytes(id, version, file string) ([]byte, error) {
	b, err := c.root.ReadFile(pathOf(id, version, file))
	if errors.Is(err, fs.ErrNotExist) && c.lacks(pathOf(id, version), file) {
		return nil, fmt.Errorf("read %s: %w: the file is missing", pathOf(id, version, file), ErrDamaged)
	}
	return b, err
}

// lacks reports whether the version in the folder dir is there without the file. Versions come and
// go whole; and a plan that was removed and came back has another version under the same name. So
// it looks into one folder, held open, and asks whether that is still the one of the name.
func (c *Corpus) lacks(dir, file string) bool {
	version, err := c.root.OpenRoot(dir)
	if err != nil {
		return false
	}
	defer version.Close()
	if _, err := version.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	held, err := version.Stat(".")
	if err != nil {
		return false
	}
	named, err := c.root.Lstat(dir)
	return err == nil && os.SameFile(held, named)
}

func (c *Corpus) readRecord(id, version string) (Record, error) {
	var r Record
	err := c.readJSON(&r, id, version, recordFile)
	r.ID, r.version = id, version
	return r, err
}

func (c *Corpus) readExtraction(id, version string) (*plan.Extraction, error) {
	x := new(plan.Extraction)
	if err := c.readJSON(x, id, version, extractionFile); err != nil {
		return nil, err
	}
	return x, nil
}

func (c *Corpus) readFile(id, version string) (*source.File, error) {
	r, err := c.readRecord(id, version)
	if err != nil {
		return nil, err
	}
	b, err := c.readBytes(id, version, textFile)
	if err != nil {
		return nil, err
	}
	f := &source.File{Name: r.Source, SHA256: r.SHA256, MediaType: r.MediaType, Reader: r.Reader}
	f.SetPages(strings.Split(string(b), pageBreak))
	return f, nil
}

// pagedText is the text of f with its pages parted, from which SetPages makes the
// same text and lines again.
func pagedText(f *source.File) []byte {
	var b strings.Builder
	at, page := 0, 1
	for _, l := range f.Lines {
		for ; page < l.Page; page++ {
			b.WriteString(f.Text[at:l.Start])
			b.WriteString(pageBreak)
			at = l.Start
		}
	}
	b.WriteString(f.Text[at:])
	return []byte(b.String())
}
