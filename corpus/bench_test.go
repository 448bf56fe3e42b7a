package corpus

import (
	"path/filepath"
	"testing"
)

// BenchmarkIngest takes the sample plans into a new corpus, down to the disk.
func BenchmarkIngest(b *testing.B) {
	files, _ := Files([]string{"../testdata/plans"})
	b.ReportAllocs()
	for b.Loop() {
		w, err := Lock(b.Context(), filepath.Join(b.TempDir(), "c"), Options{})
		if err != nil {
			b.Fatal(err)
		}
		if tally, err := w.Ingest(b.Context(), files, Ingest{}); err != nil || tally.Added != len(files) {
			b.Fatal(tally, err)
		}
		w.Close()
	}
}

// BenchmarkIngestAgain asks after files that are there already.
func BenchmarkIngestAgain(b *testing.B) {
	files, _ := Files([]string{"../testdata/plans"})
	w, err := Lock(b.Context(), b.TempDir(), Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	if _, err := w.Ingest(b.Context(), files, Ingest{}); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if tally, err := w.Ingest(b.Context(), files, Ingest{}); err != nil || tally.Unchanged != len(files) {
			b.Fatal(tally, err)
		}
	}
}
