package corpus

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"kehoach/extract/plan"
	"kehoach/ingest/source"
)

// A reading is all that there is to keep of a document.
type reading struct {
	data []byte
	file *source.File
	x    *plan.Extraction

	encoding string // that the user gave, if any
}

// put keeps rd as the new current version of the plan id. A current version of the
// same bytes is superseded by it and deleted; other bytes become history.
func (w *Writer) put(id string, rd reading, warnings []string) (Record, error) {
	r, err := w.write(id, rd, warnings)
	if err != nil {
		return r, fmt.Errorf("store plan %s: %w", id, err)
	}
	return r, nil
}

func (w *Writer) write(id string, rd reading, warnings []string) (Record, error) {
	r, extraction, err := w.record(id, rd, warnings)
	if err != nil {
		return r, err
	}
	old, exists, err := w.last(id)
	if err != nil {
		return r, err
	}
	supersedes := exists && old.SHA256 == r.SHA256
	if supersedes {
		r.Added, r.Source, r.Warnings = old.Added, old.Source, old.Warnings
	}
	if exists {
		r.version = nextVersion(old.version)
	}
	if err := w.writeVersion(r, rd, extraction); err != nil {
		return r, err
	}
	if supersedes {
		return r, w.discard(pathOf(id, old.version))
	}
	return r, nil
}

// putBelow keeps rd, other bytes, as history of the plan of which current is the current version.
// That one is raised first, with room below it: at no moment is rd the current one.
func (w *Writer) putBelow(current Record, rd reading, warnings []string) (Record, error) {
	r, extraction, err := w.record(current.ID, rd, warnings)
	if err == nil {
		r.version = nextVersion(current.version)
		current, err = w.raise(current, nextVersion(r.version))
	}
	if err == nil {
		err = w.writeVersion(r, rd, extraction)
	}
	if err != nil {
		return current, fmt.Errorf("store plan %s: %w", current.ID, err)
	}
	return current, nil
}

// raise renames the version r of a plan.
func (w *Writer) raise(r Record, version string) (Record, error) {
	from := pathOf(r.ID, r.version)
	r.version = version
	if err := w.root.Rename(from, pathOf(r.ID, version)); err != nil {
		return r, err
	}
	return r, w.syncDir(pathOf(r.ID))
}

// record makes the record of rd as the first version of the plan id, and its extraction as it is
// stored.
func (w *Writer) record(id string, rd reading, warnings []string) (Record, []byte, error) {
	now := w.now().UTC()
	rd.x.Plan.ID = id
	extraction, fingerprint, err := encodeExtraction(rd.x)
	return Record{
		ID: id, Source: rd.file.Name, SHA256: rd.file.SHA256, Size: len(rd.data),
		MediaType: rd.file.MediaType, Reader: rd.file.Reader, Encoding: rd.encoding,
		Added: now, Extracted: now, Rules: w.rules.Version,
		Fingerprint: fingerprint, Warnings: warnings, Summary: summarize(rd.x),
		version: "0001",
	}, extraction, err
}

// last returns the current record of id, if there is one. Of a damaged one only the
// version is known.
func (w *Writer) last(id string) (r Record, exists bool, err error) {
	versions, err := w.versions(id)
	if errors.Is(err, ErrNotFound) {
		return r, false, nil
	}
	if err != nil {
		return r, false, err
	}
	r, err = w.readRecord(id, versions[len(versions)-1])
	if errors.Is(err, ErrDamaged) {
		return Record{ID: id, version: r.version}, true, nil
	}
	return r, true, err
}

// encodeExtraction returns x as it is stored, and the fingerprint that it has when
// it is read again.
func encodeExtraction(x *plan.Extraction) ([]byte, string, error) {
	data, err := encode(x)
	if err != nil {
		return nil, "", err
	}
	var stored plan.Extraction
	if err := json.Unmarshal(data, &stored); err != nil {
		return nil, "", err
	}
	return data, stored.Fingerprint(), nil
}

// writeVersion makes the folder of the version r visible, complete.
func (w *Writer) writeVersion(r Record, rd reading, extraction []byte) error {
	dir := pathOf(r.ID)
	if err := w.mkdir(dir); err != nil {
		return err
	}
	record, err := encode(r)
	if err != nil {
		return err
	}
	tmp := tempName(dir)
	if err := w.root.Mkdir(tmp, 0o755); err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{
		{originalFile, rd.data},
		{textFile, pagedText(rd.file)},
		{extractionFile, extraction},
		{recordFile, record},
	} {
		if err := w.writeNew(path.Join(tmp, f.name), f.data); err != nil {
			return err
		}
	}
	if err := w.syncDir(tmp); err != nil {
		return err
	}
	if err := w.root.Rename(tmp, pathOf(r.ID, r.version)); err != nil {
		return err
	}
	return w.syncDir(dir)
}

// nextVersion counts on: "0001", "0002".
func nextVersion(v string) string {
	n := 0
	fmt.Sscanf(v, "%d", &n)
	return fmt.Sprintf("%04d", n+1)
}

// move gives the plan from the new id to, which no plan has.
func (w *Writer) move(from, to string) error {
	if err := w.root.Rename(pathOf(from), pathOf(to)); err != nil {
		return fmt.Errorf("rename plan %s to %s: %w", from, to, err)
	}
	return w.syncDir(plansDir)
}

// delete takes the plan id out of the files, its history included.
func (w *Writer) delete(id string) error {
	if _, err := w.versions(id); err != nil {
		return err
	}
	if err := w.discard(pathOf(id)); err != nil {
		return fmt.Errorf("remove plan %s: %w", id, err)
	}
	return nil
}

// clean deletes what a crash left behind: see layout.go.
func (w *Writer) clean() error {
	if err := w.cleanTemp("."); err != nil {
		return err
	}
	if err := w.cleanTemp(plansDir); err != nil {
		return err
	}
	heads, err := w.heads()
	if err != nil {
		return err
	}
	for _, h := range heads {
		if h.tidy {
			continue
		}
		if err := w.cleanPlan(h.id); err != nil {
			return fmt.Errorf("clean plan %s: %w", h.id, err)
		}
	}
	return nil
}

func (w *Writer) cleanPlan(id string) error {
	if err := w.cleanTemp(pathOf(id)); err != nil {
		return err
	}
	history, err := w.History(id)
	if errors.Is(err, ErrNotFound) {
		return w.root.Remove(pathOf(id)) // made, then nothing came into it
	}
	if errors.Is(err, ErrDamaged) {
		return nil // a rebuild mends it
	}
	if err != nil {
		return err
	}
	for i := 1; i < len(history); i++ {
		if old := history[i-1]; old.SHA256 == history[i].SHA256 {
			if err := w.discard(pathOf(id, old.version)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *Writer) cleanTemp(dir string) error {
	entries, err := fs.ReadDir(w.root.FS(), dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), tempPrefix) {
			if err := w.root.RemoveAll(path.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
