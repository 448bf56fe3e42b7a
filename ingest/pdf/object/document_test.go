package object

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
)

var wide = Limits{Pages: 2000, Inflated: 200 << 20}

// sample is a file of one page with the text "Kế hoạch" in its stream, without a
// cross-reference table: Open needs none.
const sample = "%PDF-1.4\n" +
	"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" +
	"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
	"3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n" +
	"4 0 obj\n<</Length 5>>\nstream\nHELLO\nendstream\nendobj\n" +
	"trailer\n<</Root 1 0 R/Size 5>>\n"

func content(t *testing.T, data []byte, password string) string {
	t.Helper()
	d, err := Open(data, password, wide)
	if err != nil {
		t.Fatal(err)
	}
	b, err := d.Bytes(d.Pages[0].Key("Contents"))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestOpenDamaged(t *testing.T) {
	replace := func(old, with string) string {
		return string(bytes.ReplaceAll([]byte(sample), []byte(old), []byte(with)))
	}
	for name, file := range map[string]string{
		"plain":            sample,
		"PDF 2.0":          replace("%PDF-1.4", "%PDF-2.0"),
		"junk in front":    "\xef\xbb\xbfHTTP/1.1 200 OK\r\n\r\n" + sample,
		"junk behind":      sample + "\x00\x00\x00<html>startxref 99999 %%EOF",
		"no header":        sample[9:],
		"wrong length":     replace("/Length 5", "/Length 5000"),
		"no length":        replace("/Length 5", ""),
		"length elsewhere": replace("/Length 5", "/Length 9 0 R") + "9 0 obj 5 endobj",
		"no trailer":       sample[:len(sample)-40],
		"no catalog":       replace("/Type/Catalog", "/Type/Nothing"),
		"kids that loop":   replace("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R]"),
		"huge size":        replace("/Size 5", "/Size 2000000000/Prev 9"),
		"cut off":          sample[:len(sample)-45],
		"CRLF":             replace("\n", "\r\n"),
		"updated":          sample + "4 0 obj\n<</Length 5>>stream\nHELLO\nendstream endobj",
	} {
		if got := content(t, []byte(file), ""); got != "HELLO" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// TestPages holds that a page may stand in the tree twice, while a node that comes
// again closes a circle.
func TestPages(t *testing.T) {
	for kids, want := range map[string]int{"3 0 R": 1, "3 0 R 3 0 R": 2, "2 0 R 3 0 R": 1} {
		d, err := Open(bytes.Replace([]byte(sample), []byte("/Kids[3 0 R]"), []byte("/Kids["+kids+"]"), 1), "", wide)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Pages) != want {
			t.Errorf("%s: %d pages, want %d", kids, len(d.Pages), want)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	if _, err := Open([]byte("Kế hoạch số 02"), "", wide); !errors.Is(err, ErrNotPDF) {
		t.Errorf("text: %v", err)
	}
	if _, err := Open([]byte(sample[:100]), "", wide); !errors.Is(err, ErrNoPages) {
		t.Errorf("no page left: %v", err)
	}
	d, err := Open([]byte(sample), "", Limits{Pages: 2000, Inflated: 4})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Bytes(d.Pages[0].Key("Contents")); err != nil {
		t.Errorf("a stream without a filter inflates nothing: %v", err)
	}
}

// TestLength holds that a length stated elsewhere is believed where the stream ends there.
func TestLength(t *testing.T) {
	const body = "% an endstream within\nHELLO"
	for length, want := range map[string]string{"27": body, "5000": "% an ", "3": "% an "} {
		file := strings.Replace(sample, "<</Length 5>>\nstream\nHELLO", "<</Length 9 0 R>>\nstream\n"+body, 1) + "9 0 obj " + length + " endobj"
		if got := content(t, []byte(file), ""); got != want {
			t.Errorf("length %s: got %q", length, got)
		}
	}
}

// TestOpenEncrypted reads files that testdata/README.md describes.
func TestOpenEncrypted(t *testing.T) {
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256", "objstm", "rc4-128-v4"} {
		data, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		if got := content(t, data, ""); !bytes.Contains([]byte(got), []byte("HELLO")) {
			t.Errorf("%s: got %q", name, got)
		}
	}
	data, err := os.ReadFile("testdata/password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(data, "", wide); !errors.Is(err, ErrPassword) {
		t.Errorf("no password: %v", err)
	}
	for _, password := range []string{"user", "owner"} {
		if got := content(t, data, password); !bytes.Contains([]byte(got), []byte("HELLO")) {
			t.Errorf("password %s: got %q", password, got)
		}
	}
}

func TestPlain(t *testing.T) {
	for name, password := range map[string]string{"rc4-40": "", "aes-256": "", "objstm": "", "password": "user"} {
		data, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		d, err := Open(data, password, wide)
		if err != nil {
			t.Fatal(err)
		}
		plain := d.Plain()
		if got := content(t, plain, ""); !strings.Contains(got, "HELLO") {
			t.Errorf("%s: got %q", name, got)
		}
		if bytes.Contains(plain, []byte("/Encrypt ")) {
			t.Errorf("%s: still enciphered", name)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(sample))
	for _, name := range []string{"rc4-40", "aes-256", "objstm"} {
		data, err := os.ReadFile("testdata/" + name + ".pdf")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Open(data, "", Limits{Pages: 20, Inflated: 1 << 20})
		if err != nil {
			return
		}
		for _, p := range d.Pages {
			func() {
				defer func() { _ = recover() }() // the library panics on values it cannot parse
				_, _ = d.Bytes(p.Key("Contents"))
			}()
		}
	})
}
