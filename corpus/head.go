package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"
)

// A head is what must be known of every plan, so that it is known what is stale and
// which files are known: little, and mostly out of the ledger.
type head struct {
	id          string
	version     string // the current one; "" where the plan's folder holds none
	fingerprint string // of the current version; see Record
	rules       string // likewise
	sums        string // SHA-256 of every version that is kept, the oldest first, parted by blanks
	modified    int64  // when the plan's folder last changed, in ns since 1970

	scanned bool // the current version was recognised from images

	damaged bool // the records cannot be read; no more is known than the version
	tidy    bool // the folder holds what it should, and no rest of a crash
}

// heads returns the head of every plan, ordered by id. A record is read only where the
// folder of its plan is not as the ledger saw it.
func (c *Corpus) heads() ([]head, error) {
	began := time.Now()
	folders, err := fs.ReadDir(c.root.FS(), plansDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read corpus: %w", err)
	}
	known, news := c.readLedger(), 0
	heads := make([]head, 0, len(folders))
	for _, folder := range folders { // ordered, as the ledger is
		id := folder.Name()
		for len(known) > 0 && known[0].id < id {
			known = known[1:]
		}
		inLedger := len(known) > 0 && known[0].id == id
		if !folder.IsDir() || !inLedger && !isID(id) {
			continue
		}
		info, err := folder.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed since
		}
		if err != nil {
			return nil, fmt.Errorf("read plan %s: %w", id, err)
		}
		if modified := info.ModTime().UnixNano(); inLedger && known[0].modified == modified {
			heads = append(heads, known[0])
			continue
		}
		h, err := c.readHead(id, info.ModTime().UnixNano())
		if err != nil {
			return nil, err
		}
		if h.mayBeKept(began) {
			news++
		}
		heads = append(heads, h)
	}
	if news >= ledgerNews {
		c.writeLedger(heads, began)
	}
	return heads, nil
}

// readHead makes the head of a plan out of its records. It is at least as new as the
// folder was when it was changed at modified.
func (c *Corpus) readHead(id string, modified int64) (head, error) {
	h := head{id: id, modified: modified}
	err := c.current(id, func(version string) error {
		h.version = version
		last, err := c.readRecord(id, version)
		if err != nil {
			return err
		}
		h.fingerprint, h.rules, h.sums, h.scanned = last.Fingerprint, last.Rules, last.SHA256, last.Summary.Scanned
		return c.readPast(&h)
	})
	switch {
	case errors.Is(err, ErrNotFound):
		return head{id: id}, nil
	case errors.Is(err, ErrDamaged):
		return head{id: id, version: h.version, damaged: true}, nil
	}
	return h, err
}

// readPast completes h, of which the current version is known, by the others. The plan
// is tidy if its folder holds nothing but versions of different bytes.
func (c *Corpus) readPast(h *head) error {
	entries, err := fs.ReadDir(c.root.FS(), pathOf(h.id))
	if err != nil {
		return err
	}
	h.tidy = true
	next := h.sums // of the version behind
	for _, e := range slices.Backward(entries) {
		if e.Name() == h.version {
			continue
		}
		r, err := c.readRecord(h.id, e.Name())
		if err != nil || !versionName.MatchString(e.Name()) || r.SHA256 == next {
			h.tidy = false // so it is looked at by the next writer
			continue
		}
		next, h.sums = r.SHA256, r.SHA256+" "+h.sums
	}
	return nil
}
