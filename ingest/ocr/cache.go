package ocr

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
)

// cache keeps what pages gave: a folder for each content and engine, a file of JSON
// for each page. A cache that cannot be written or read is as good as none.
type cache struct{ dir string }

func newCache(root, content, version string) cache {
	if root == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return cache{}
		}
		root = filepath.Join(user, "kehoach", "ocr")
	}
	sum := sha256.Sum256([]byte(version))
	return cache{filepath.Join(root, content+"-"+hex.EncodeToString(sum[:4]))}
}

func (c cache) path(number int) string {
	return filepath.Join(c.dir, strconv.Itoa(number)+".json")
}

func (c cache) get(number int) (p Page, ok bool) {
	if c.dir == "" {
		return p, false
	}
	data, err := os.ReadFile(c.path(number))
	return p, err == nil && json.Unmarshal(data, &p) == nil
}

// put writes under another name first, so that nobody reads half a page.
func (c cache) put(number int, p Page) {
	data, err := json.Marshal(p)
	if err != nil || c.dir == "" || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(c.dir, "page-")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if f.Close() != nil || err != nil || os.Rename(f.Name(), c.path(number)) != nil {
		os.Remove(f.Name())
	}
}
