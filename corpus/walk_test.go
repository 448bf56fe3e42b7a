package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFiles(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"b.txt": "x", "a/c.txt": "x", "a/.hidden": "x", ".git/x": "x", "~$b.docx": "x", "Thumbs.db": "x",
		"kho/corpus.json": "{}", "kho/plans/p/0001/original": "x",
	})
	os.Symlink(filepath.Join(dir, "b.txt"), filepath.Join(dir, "link.txt"))
	os.Symlink("/", filepath.Join(dir, "root"))
	at := func(name string) string { return filepath.Join(dir, name) }

	files, skipped := Files([]string{dir, at("b.txt"), at("link.txt"), at("none.txt")})
	equal(t, files, []string{at("a/c.txt"), at("b.txt"), at("link.txt"), at("none.txt")})
	equal(t, skipped, []Skip{
		{at(".git"), SkipHidden}, {at("Thumbs.db"), SkipHidden}, {at("a/.hidden"), SkipHidden},
		{at("kho"), SkipCorpus}, {at("link.txt"), SkipLink}, {at("root"), SkipLink}, {at("~$b.docx"), SkipHidden},
	})
}
