package ingest

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
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

// zipped returns an archive with the parts that fill adds.
func zipped(t *testing.T, fill func(add func(name, text string))) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	fill(func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// document returns the main part of a Word document.
func document(body string) string {
	return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + "</w:body></w:document>"
}

// noise returns text that packs to about a hundredth.
func noise(size int) string {
	var b strings.Builder
	b.Grow(size + 64)
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<!-- %d%s -->", i*7919, strings.Repeat("x", 400))
	}
	return b.String()
}

// TestBombs reads documents that are made to exhaust a reader. None may get through,
// and the reason must be a limit other than the memory, before which the others stand;
// but where one page was left out from some point on and there is no text, the file is
// damaged.
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
		"a form drawn often": onePage("4 0 R/Resources<</XObject<</X 5 0 R>>>>", stream(packed(t, "/X Do ", 1<<20))+
			strings.Replace(stream(packed(t, "q Q ", 3<<20)), "4 0 obj<<", "5 0 obj<</Subtype/Form", 1)),
		"too many pages":      []byte("%PDF-1.4\n" + many + "]>>endobj\n" + pages),
		"tags in each other":  []byte("<html>" + strings.Repeat("<div>", 100_000) + "x"),
		"parts in each other": []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n" + strings.Repeat("--a\nContent-Type: multipart/related; boundary=a\n\n", 20_000)),
		"a text too long":     bytes.Repeat([]byte("Kế hoạch\n"), 4<<20),
		"too many lines":      bytes.Repeat([]byte("a\n"), maxLines+1),
		"a line too long":     bytes.Repeat([]byte("Kế hoạch "), maxLine/8),
		"a page too long":     []byte("<html>" + strings.Repeat("<p>a", maxLines)),
		"parts in an archive": zipped(t, func(add func(name, text string)) {
			for i := range 10_001 {
				add(fmt.Sprintf("word/%d", i), "")
			}
		}),
		"a part of 20 MB packed small": zipped(t, func(add func(name, text string)) {
			add("word/document.xml", document(strings.Repeat("a", 20<<20)))
		}),
		"parts of 250 MB": zipped(t, func(add func(name, text string)) {
			add("word/document.xml", document(noise(250<<20)))
		}),
		"elements in each other": zipped(t, func(add func(name, text string)) {
			add("word/document.xml", document(strings.Repeat("<w:tbl><w:tr><w:tc>", 1000)))
		}),
	} {
		_, err := Read(t.Context(), name, data, Options{})
		var r *source.Refusal
		want := source.OverLimit
		if strings.HasSuffix(name, "drawn often") {
			want = source.Damaged
		}
		if !errors.As(err, &r) || r.Reason != want || strings.HasPrefix(r.Detail, "memory") {
			t.Errorf("%s: %v", name, err)
		} else {
			t.Logf("%s: %v", name, r)
		}
	}
}

// TestEntities holds that a document's own entities are never expanded, nor files read.
func TestEntities(t *testing.T) {
	for name, doctype := range map[string]string{
		"laughs": `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>`,
		"a file": `<!DOCTYPE l [<!ENTITY b SYSTEM "file:///etc/hostname">]>`,
	} {
		data := zipped(t, func(add func(name, text string)) {
			add("word/document.xml", doctype+document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"))
		})
		f, err := Read(t.Context(), name, data, Options{})
		var r *source.Refusal
		if err == nil && slices.ContainsFunc(f.Diagnostics, func(d source.Diagnostic) bool { return d.Code == "damaged-page" }) {
			t.Logf("%s: a damaged page", name)
		} else if !errors.As(err, &r) || r.Reason != source.Damaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}
