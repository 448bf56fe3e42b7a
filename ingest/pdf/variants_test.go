package pdf

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
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

// TestReadIncomplete holds that a file whose end is missing says so: where nothing can be
// read as an error, else beside what was read.
func TestReadIncomplete(t *testing.T) {
	cut := func(percent int) func([]byte) []byte {
		return func(b []byte) []byte { return b[:len(b)*percent/100] }
	}
	first := func(n int) func([]byte) []byte { return func(b []byte) []byte { return b[:n] } }
	zeros := func(b []byte) []byte { return append(b[:3000], make([]byte, 50_000)...) }
	const nothing = "nothing"
	for _, c := range []struct {
		producer, name string
		change         func([]byte) []byte
		want           string // what the diagnostic says, or nothing
	}{
		{"libreoffice", "whole", cut(100), ""},
		{"chromium", "whole", cut(100), ""},
		{"libreoffice", "end of the table", func(b []byte) []byte { return b[:len(b)-300] }, ""},
		{"chromium", "end of the table", func(b []byte) []byte { return b[:len(b)-300] }, ""},
		{"libreoffice", "a twentieth", cut(95), "cắt cụt ở cuối"},
		{"libreoffice", "half", cut(50), nothing},
		{"libreoffice", "3,000 bytes left", first(3000), nothing},
		{"libreoffice", "100 bytes left", first(100), nothing},
		{"chromium", "100 bytes left", first(100), nothing},
		{"chromium", "3,000 bytes left", first(3000), nothing},
		{"chromium", "zeros for the end", zeros, nothing},
	} {
		data, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06." + c.producer + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		changed := c.change(data)
		if c.want == nothing {
			refused(t, changed, Options{}, source.CutOff, "")
			continue
		}
		f, err := Read(changed, Options{})
		if err != nil {
			t.Errorf("%s, %s: %v", c.producer, c.name, err)
			continue
		}
		said := ""
		for _, d := range f.Diagnostics {
			if d.Code == CodeIncomplete {
				said = d.Message
			}
		}
		if (said == "") != (c.want == "") || !strings.Contains(said, c.want) {
			t.Errorf("%s, %s: said %q", c.producer, c.name, said)
		}
	}
}

// TestReadMissingPages holds that pages of which a file only speaks are told as missing.
func TestReadMissingPages(t *testing.T) {
	data := made("Times", "WinAnsiEncoding", "BT /F 10 Tf 9 700 Td (mot) Tj ET", "BT /F 10 Tf 9 700 Td (hai) Tj ET")
	lost := bytes.Replace(data, []byte("]>>endobj"), []byte(" 99 0 R]>>endobj"), 1)
	cut := append(bytes.Replace(data, []byte("/Kids["), []byte("/Count 9/Kids["), 1), "30 0 obj <</Type/Pa"...)
	for want, data := range map[string][]byte{"thiếu 1 trên 3 trang": lost, "chỉ còn 2 trên 9 trang": cut} {
		f, err := Read(data, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if codes(f) != CodeIncomplete || !strings.Contains(f.Diagnostics[0].Message, want) || f.Diagnostics[0].Span.Page != 2 {
			t.Errorf("got %+v, want %q", f.Diagnostics, want)
		}
	}
}

// TestReadDamagedStream holds that a page of which a part is lost says so.
func TestReadDamagedStream(t *testing.T) {
	data, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("stream\n")) + 2000
	copy(data[at:], "damage")
	f, err := Read(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if codes(f) != CodeDamaged || f.Diagnostics[0].Span.Page != 1 {
		t.Errorf("got %+v", f.Diagnostics)
	}
}
