package corpus

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// mkdir makes a folder that may be there already, and is a real one.
func (w *Writer) mkdir(name string) error {
	err := w.root.Mkdir(name, 0o755)
	if err == nil {
		return w.syncDir(path.Dir(name))
	}
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := w.root.Lstat(name)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s in %s is not a folder", name, w.dir)
	}
	return err
}

// tempName is a new name beside those in dir, which readers ignore.
func tempName(dir string) string { return path.Join(dir, tempPrefix+strings.ToLower(rand.Text())) }

// writeNew writes a new file, down to the disk.
func (w *Writer) writeNew(name string, data []byte) error {
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// replaceJSON makes v the content of the file name, at once or not at all.
func (w *Writer) replaceJSON(name string, v any) error {
	data, err := encode(v)
	if err != nil {
		return err
	}
	tmp := tempName(path.Dir(name))
	if err = w.writeNew(tmp, data); err == nil {
		err = w.root.Rename(tmp, name)
	}
	if err != nil {
		return errors.Join(err, ignoreMissing(w.root.Remove(tmp)))
	}
	return w.syncDir(path.Dir(name))
}

// discard takes the folder name out of sight at once, then deletes it.
func (w *Writer) discard(name string) error {
	tmp := tempName(path.Dir(name))
	if err := w.root.Rename(name, tmp); err != nil {
		return err
	}
	if err := w.syncDir(path.Dir(name)); err != nil {
		return err
	}
	return w.root.RemoveAll(tmp)
}

// syncDir makes the names in dir last.
func (w *Writer) syncDir(dir string) error {
	f, err := w.root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// encode is indented JSON that keeps <, > and & as they are, for people to read.
func encode(v any) ([]byte, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(v)
	return []byte(b.String()), err
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
