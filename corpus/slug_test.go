package corpus

import (
	"path/filepath"
	"strings"
	"testing"
)

// Whatever a document calls itself, its folder is a plain name below plans.
func FuzzIDFor(f *testing.F) {
	for _, s := range []string{"tuyen-quang-233-kh-ubnd", "..", "/a", `a\b`, "CON", "Tuyên Quang", "", "a\x00"} {
		f.Add(s)
	}
	const sha = "0123456789abcdef"
	f.Fuzz(func(t *testing.T, s string) {
		id := idFor(s, sha)
		if !isID(id) || !filepath.IsLocal(id) || filepath.Base(id) != id || strings.HasPrefix(id, tempPrefix) {
			t.Fatalf("idFor(%q) = %q", s, id)
		}
		if again := idFor(id, sha); again != id {
			t.Fatalf("idFor(%q) = %q", id, again)
		}
	})
}
