package ingest_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"kehoach/extract"
	"kehoach/ingest/docx"
	"kehoach/ingest/html"
	"kehoach/ingest/pdf"
	"kehoach/ingest/source"
)

var (
	shakes    = flag.Int("shakes", 2, "how many damaged copies of each document TestShaken reads")
	firstSeed = flag.Uint64("seed", 1, "seed of the first copy")
)

// damage is how one kind of document is damaged.
type damage struct {
	pieces  *regexp.Regexp    // what its reader looks at one by one
	others  []string          // what is put between them
	mayMove func(string) bool // whether a piece may go elsewhere; nil: each may
}

var (
	onHTML = damage{pieces: regexp.MustCompile(`<[^<>]*>|[^<>]+`), others: []string{"<td>", "<tr>", "</td>", "</table>",
		`<td colspan="3" rowspan="4">`, "<li>", "</ol>", "<br>", "<p>", "<!--", "<sup>", "<pre>"}}

	// The XML of a DOCX must stay well formed: whole paragraphs, properties and empty elements move, a tag by itself does not.
	onDOCX = damage{pieces: regexp.MustCompile(`(?s)<w:p[ >].*?</w:p>|<w:tcPr>.*?</w:tcPr>|<w:numPr>.*?</w:numPr>|<w:[A-Za-z]+( [^<>]*)?/>|<[^<>]*>|[^<>]+`),
		others: []string{`<w:vMerge w:val="restart"/>`, "<w:vMerge/>", `<w:gridSpan w:val="7"/>`, `<w:gridSpan w:val="0"/>`, `<w:gridAfter w:val="4"/>`,
			`<w:gridBefore w:val="9"/>`, "<w:tbl/>", "<w:tr/>", "<w:tc/>", "<w:p/>", "<w:br/>", "<w:tab/>", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
			`<w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr>`},
		mayMove: func(piece string) bool {
			return strings.HasSuffix(piece, "/>") || strings.Contains(piece, "</") && !strings.HasPrefix(piece, "</")
		}}

	onPage = damage{pieces: regexp.MustCompile(`[^\n]*\n?`), others: []string{"q\n", "Q\n", "BT\n", "ET\n", "T*\n", "0 1 -1 0 300 400 Tm\n",
		"1 0 0 1 9999999 -5 cm\n", "0 0 0 0 0 0 cm\n", "72 700 200 0 re f\n", "72 0 0.5 800 re f\n", "0 -14 Td\n", "-300 TL\n", "3 Tr\n", "400 Tz\n",
		"0 Tz\n", "90 Tc\n", "1e30 0 Td\n", "/F1 0 Tf\n", "/F9 12 Tf\n", "W n\n"}}
)

// TestShaken holds that nothing stops the readers, or the reading of what they deliver, whose cells, paragraphs and
// glyphs stand elsewhere than they should. Other than by TestMutations, the files themselves are sound: the damage
// reaches the layout. A copy of a document and a seed is the same always:
//
//	go test ./ingest -run TestShaken -seed 17 -shakes 500
func TestShaken(t *testing.T) {
	const plan = "../testdata/documents/long-an-2312-khph-tctda06" // with a table over several pages
	for i, c := range []struct {
		ending string
		read   func([]byte) (*source.File, error)
		shake  func(*testing.T, *rand.Rand, []byte) []byte
	}{
		{".html", func(b []byte) (*source.File, error) { return html.Read(b, "") }, func(_ *testing.T, r *rand.Rand, b []byte) []byte {
			return onHTML.of(r, b)
		}},
		{".docx", docx.Read, shakenArchive},
		{".chromium.pdf", readPDF, shakenStreams},
		{".libreoffice.pdf", readPDF, shakenStreams},
	} {
		sound, err := os.ReadFile(plan + c.ending)
		if err != nil {
			t.Fatal(err)
		}
		readable := 0
		for n := range uint64(*shakes) {
			seed := *firstSeed + n
			if readShaken(t, c.ending, seed, c.read, c.shake(t, rand.New(rand.NewPCG(seed, uint64(i))), sound)) {
				readable++
			}
		}
		t.Logf("%s: %d of %d copies read", c.ending, readable, *shakes)
		if readable == 0 {
			t.Errorf("%s: none of %d copies could be read: the damage does not reach the layout", c.ending, *shakes)
		}
	}
}

func readPDF(data []byte) (*source.File, error) { return pdf.Read(data, pdf.Options{}) }

// readShaken says whether a damaged document was read. It fails the test where reading it panics, is refused for no
// stated reason, or lines stand outside of the text.
func readShaken(t *testing.T, ending string, seed uint64, read func([]byte) (*source.File, error), data []byte) bool {
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s, seed %d: %v\n%s", ending, seed, r, debug.Stack())
		}
	}()
	f, err := read(data)
	var refusal *source.Refusal
	switch {
	case errors.As(err, &refusal):
		return false
	case err != nil:
		t.Errorf("%s, seed %d: not a refusal: %v", ending, seed, err)
		return false
	}
	for _, l := range f.Lines {
		if l.Start < 0 || l.End > len(f.Text) || l.Start > l.End {
			t.Errorf("%s, seed %d: line %+v outside of %d bytes", ending, seed, l, len(f.Text))
		}
	}
	extract.Extract(f)
	return true
}

// of drops, doubles and moves about every thirtieth piece of data, or puts one of the others before it.
func (d damage) of(r *rand.Rand, data []byte) []byte {
	pieces := d.pieces.FindAllString(string(data), -1)
	mayMove := func(piece string) bool { return d.mayMove == nil || d.mayMove(piece) }
	var b strings.Builder
	for _, p := range pieces {
		if r.IntN(30) > 0 || !mayMove(p) {
			b.WriteString(p)
			continue
		}
		switch r.IntN(4) {
		case 0: // dropped
		case 1:
			b.WriteString(p + p)
		case 2:
			if other := pieces[r.IntN(len(pieces))]; mayMove(other) {
				b.WriteString(other)
			}
		default:
			b.WriteString(d.others[r.IntN(len(d.others))] + p)
		}
	}
	return []byte(b.String())
}

// shakenArchive returns an archive whose document is damaged.
func shakenArchive(t *testing.T, r *rand.Rand, data []byte) []byte {
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" || f.Name == "word/numbering.xml" {
			content = onDOCX.of(r, content)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)

// shakenStreams returns a PDF whose pages' operators are damaged. Its table of objects no longer fits, so that it is
// found anew.
func shakenStreams(_ *testing.T, r *rand.Rand, data []byte) []byte {
	return stream.ReplaceAllFunc(data, func(s []byte) []byte {
		z, err := zlib.NewReader(bytes.NewReader(stream.FindSubmatch(s)[1]))
		if err != nil {
			return s
		}
		content, err := io.ReadAll(z)
		if err != nil || !bytes.Contains(content, []byte("BT")) {
			return s // no page's content
		}
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		if _, err := w.Write(onPage.of(r, content)); err != nil || w.Close() != nil {
			return s
		}
		return append(append([]byte("stream\n"), b.Bytes()...), "\nendstream"...)
	})
}
