package ingest

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"kehoach/ingest/sandbox"
	"kehoach/ingest/source"
)

// The long run is
//
//	go test ./ingest -run Mutations -mutations 10000 -timeout 2h
var mutations = flag.Int("mutations", 120, "damaged documents to read")

// TestMutations reads damaged documents, always the same ones. Each must be read or be
// refused with a reason, within its limits, and without a panic of its parser.
func TestMutations(t *testing.T) {
	originals := []struct{ reader, path string }{
		{"pdf", "page.pdf"}, {"pdf", "password.pdf"}, {"pdf", "xuan-loc-02-kh-tctda06.libreoffice.pdf"},
		{"pdf", "xuan-loc-02-kh-tctda06.chromium.pdf"}, {"docx", "xuan-loc-02-kh-tctda06.docx"}, {"html", "xuan-loc-02-kh-tctda06.html"},
		{"mhtml", "xuan-loc-02-kh-tctda06.html"},
	}
	random := rand.New(rand.NewPCG(6, 2022))
	outcomes := map[string]int{}
	for i := range *mutations {
		o := originals[i%len(originals)]
		data, err := os.ReadFile(documents + o.path)
		if err != nil {
			t.Fatal(err)
		}
		if o.reader == "mhtml" {
			data = append([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n"), data...)
		}
		if o.reader == "docx" && i%2 == 0 {
			data = rezipped(t, data, random)
		} else {
			data = mutated(data, random)
		}
		outcome := readMutated(t.Context(), o.reader, data)
		outcomes[outcome]++
		if strings.HasPrefix(outcome, "!") {
			t.Errorf("mutation %d of %s: %s", i, o.path, outcome)
		}
		if i%1000 == 999 {
			t.Logf("%d documents so far: %v", i+1, outcomes)
		}
	}
	t.Logf("%d documents: %v", *mutations, outcomes)
}

// readMutated returns what became of a document, with "!" in front of what must not be.
func readMutated(ctx context.Context, reader string, data []byte) string {
	limits := sandbox.Limits{Wall: 20 * time.Second}
	_, err := sandbox.Run(ctx, reader, data, sandbox.Request{Password: "user", Limits: limits})
	var r *source.Refusal
	switch {
	case err == nil:
		return "read"
	case !errors.As(err, &r):
		return "!not a refusal: " + err.Error()
	case strings.Contains(r.Detail, "the reader"):
		return "!" + r.Error()
	case strings.HasPrefix(r.Detail, "wall time"), strings.HasPrefix(r.Detail, "memory"):
		return "!" + r.Error() // what costs as much as that shall be refused earlier
	}
	return string(r.Reason)
}

// words are put into documents: numbers, brackets and names that parsers stumble over.
var words = []string{"999999999999", "-1", "0", "<<", ">>", "[", "]", "(", ")", "endobj", "stream\n", "endstream", "obj", " R", "/Kids [2 0 R]",
	"/Length 99999999", "/W [1 1 1]", "/Predictor 15/Columns 99999", "/Filter [/LZWDecode/FlateDecode]", "q\n", "BT\n", "1e99", "\x00\xff\xfe",
	"<w:p>", "</w:p>", "<w:gridSpan w:val=\"99999\"/>", "<table>", "<td rowspan=9999 colspan=9999>", "&#x41;", "<!--", "<ol start=-5>"}

// mutated returns a copy of data with one to eight pieces of damage.
func mutated(data []byte, random *rand.Rand) []byte {
	data = bytes.Clone(data)
	for range 1 + random.IntN(8) {
		if len(data) < 64 {
			return data
		}
		at, n := random.IntN(len(data)-32), 1+random.IntN(32)
		switch random.IntN(7) {
		case 0:
			data[at] ^= 1 << random.IntN(8)
		case 1:
			data = append(data[:at], data[at+n:]...)
		case 2:
			data = data[:at+n]
		case 3:
			word := words[random.IntN(len(words))]
			data = append(data[:at], append([]byte(word), data[at:]...)...)
		case 4:
			from := random.IntN(len(data) - 32)
			copy(data[at:at+n], data[from:from+n])
		case 5:
			for i := range n {
				data[at+i] = byte(random.IntN(256))
			}
		case 6:
			for i := at; i < len(data); i++ { // a number becomes another one
				if data[i] >= '0' && data[i] <= '9' {
					data[i] = byte('0' + random.IntN(10))
					break
				}
			}
		}
	}
	return data
}

// rezipped returns an archive with its XML damaged and the archive itself sound.
func rezipped(t *testing.T, data []byte, random *rand.Rand) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(mutated(part, random)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
