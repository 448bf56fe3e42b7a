package index

import (
	"path/filepath"
	"testing"
	"time"
)

// A writer that looks whether a generation may be removed holds its lock for a moment;
// that is no reason to give up, or to wait longer than it does.
func TestOpenWaitsForALock(t *testing.T) {
	dir := t.TempDir()
	apply(t, dir, round(0))
	name, err := current(dir)
	if err != nil {
		t.Fatal(err)
	}
	release, free := claim(filepath.Join(dir, name, storeName, boltName))
	if !free {
		t.Fatal("nobody reads, and yet it is not free")
	}
	time.AfterFunc(20*time.Millisecond, release)
	if _, err := roundOf(open(t, dir)); err != nil {
		t.Error(err)
	}
}
