package pdf

import (
	"bytes"
	"os"
	"regexp"
	"testing"

	"kehoach/ingest/measure"
)

// TestReadVariants reads a plan after what happens to files on their way; see
// testdata/variants for those that other programs make.
func TestReadVariants(t *testing.T) {
	replaced := func(old, with string) func([]byte) []byte {
		return func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(old), []byte(with)) }
	}
	want, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.want.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, producer := range []string{"chromium", "libreoffice"} {
		data, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06." + producer + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		for name, change := range map[string]func([]byte) []byte{
			"byte order mark in front": func(b []byte) []byte { return append([]byte("\xef\xbb\xbf"), b...) },
			"text in front":            func(b []byte) []byte { return append(bytes.Repeat([]byte("X-Header: 1\r\n"), 40), b...) },
			"text behind":              func(b []byte) []byte { return append(b, bytes.Repeat([]byte("<html>"), 500)...) },
			"zeros behind":             func(b []byte) []byte { return append(b, make([]byte, 5000)...) },
			"no end":                   replaced("%%EOF", ""),
			"wrong startxref": func(b []byte) []byte {
				return regexp.MustCompile(`startxref\s+\d+`).ReplaceAll(b, []byte("startxref\n77"))
			},
			"damaged table":      replaced("0000", "00x0"),
			"no trailer":         replaced("trailer", "tr--ler"),
			"wrong lengths":      replaced("/Length ", "/Length 9"),
			"cut off":            func(b []byte) []byte { return b[:len(b)-1024] },
			"appended to itself": func(b []byte) []byte { return append(b, b...) },
		} {
			f, err := Read(change(bytes.Clone(data)), Options{})
			if err != nil {
				t.Errorf("%s, %s: %v", producer, name, err)
				continue
			}
			if rate := measure.ErrorRate(string(want), f.Text); rate > ceiling {
				t.Errorf("%s, %s: character error rate %.2f %%", producer, name, 100*rate)
			}
		}
	}
}
