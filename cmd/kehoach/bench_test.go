package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkMainJob is the README's command: the sample plans from their files to a
// corpus, an index and a workbook.
func BenchmarkMainJob(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		dir := b.TempDir()
		args := []string{"ingest", "../../testdata/plans", "--corpus", filepath.Join(dir, "kho"), "--export", filepath.Join(dir, "so-sanh.xlsx")}
		if code := run(args, strings.NewReader(""), io.Discard, io.Discard); code != exitOK {
			b.Fatalf("exit code %d", code)
		}
	}
}
