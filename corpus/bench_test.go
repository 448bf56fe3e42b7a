package corpus

import (
	"fmt"
	"os"
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

// BenchmarkStale asks whether a sink is up to date with 1,000 plans that were left alone,
// by the ledger and by the records.
func BenchmarkStale(b *testing.B) {
	w := manyPlans(b, 1000)
	var s fakeSink
	for _, by := range []string{"ledger", "records"} {
		b.Run(by, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if by == "records" {
					os.Remove(filepath.Join(w.dir, ledgerFile)) // there is none the first time
				}
				if put, _, err := w.Stale(&s); err != nil || len(put) != 1000 {
					b.Fatal(len(put), err)
				}
			}
		})
	}
}

// BenchmarkIngestOneMore opens a corpus of 1,000 plans and takes another one into it.
func BenchmarkIngestOneMore(b *testing.B) {
	w := manyPlans(b, 1000)
	dir, in, n := w.dir, filepath.Join(b.TempDir(), "a.txt"), 0
	w.Close()
	b.ReportAllocs()
	for b.Loop() {
		n++
		if err := os.WriteFile(in, fmt.Appendf(nil, "id: more-%d", n), 0o644); err != nil {
			b.Fatal(err)
		}
		w, err := Lock(b.Context(), dir, Options{Rules: testRules("1")})
		if err != nil {
			b.Fatal(err)
		}
		if tally, err := w.Ingest(b.Context(), []string{in}, Ingest{}); err != nil || tally.Added != 1 {
			b.Fatal(tally, err)
		}
		w.Close()
	}
}

// manyPlans makes a corpus of n small plans that nobody has touched for long.
func manyPlans(b *testing.B, n int) *Writer {
	b.Helper()
	w, err := Lock(b.Context(), b.TempDir(), Options{Rules: testRules("1")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { w.Close() })
	in := b.TempDir()
	for i := range n {
		if err := os.WriteFile(filepath.Join(in, fmt.Sprintf("%d.txt", i)), fmt.Appendf(nil, "id: plan-%d", i), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	files, _ := Files([]string{in})
	if tally, err := w.Ingest(b.Context(), files, Ingest{}); err != nil || tally.Added != n {
		b.Fatal(tally, err)
	}
	leaveAlone(b, w.Corpus)
	return w
}
