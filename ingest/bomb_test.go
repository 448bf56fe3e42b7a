package ingest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"kehoach/ingest/source"
)

// packed returns size bytes of repeated text, deflated.
func packed(t *testing.T, text string, size int) []byte {
	t.Helper()
	var out bytes.Buffer
	z, err := zlib.NewWriterLevel(&out, zlib.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	block := []byte(strings.Repeat(text, 1<<20/len(text)))
	for n := 0; n < size; n += len(block) {
		if _, err := z.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// onePage returns a PDF whose page has the contents, and further objects.
func onePage(contents, objects string) []byte {
	return []byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n" +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + contents + ">>endobj\n" + objects)
}

// TestBombs reads documents that are made to exhaust a reader. None may get through,
// and the reason must be a limit.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("bombs take seconds")
	}
	stream := func(data []byte) string {
		return fmt.Sprintf("4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n", len(data), data)
	}
	many := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Kids["
	pages := ""
	for i := range 2500 {
		many += fmt.Sprintf("%d 0 R ", 10+i)
		pages += fmt.Sprintf("%d 0 obj<</Type/Page>>endobj\n", 10+i)
	}
	for name, data := range map[string][]byte{
		"one stream of 300 MB": onePage("4 0 R", stream(packed(t, "q Q ", 300<<20))),
		"a stream drawn often": onePage("["+strings.Repeat("4 0 R ", 100)+"]", stream(packed(t, "q Q ", 3<<20))),
		"too many pages":       []byte("%PDF-1.4\n" + many + "]>>endobj\n" + pages),
		"tags in each other":   []byte("<html>" + strings.Repeat("<div>", 100_000) + "x"),
	} {
		_, err := Read(t.Context(), name, data, Options{})
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != source.OverLimit {
			t.Errorf("%s: %v", name, err)
		} else {
			t.Logf("%s: %v", name, r)
		}
	}
}
