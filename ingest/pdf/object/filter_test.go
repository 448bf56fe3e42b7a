package object

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"

	"kehoach/ingest/pdf/syntax"
)

func deflated(t testing.TB, data string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write([]byte(data)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func params(t testing.TB, dict string) syntax.Object {
	t.Helper()
	l := syntax.Lexer{Data: []byte(dict)}
	return l.Next()
}

func TestDecode(t *testing.T) {
	plain := strings.Repeat("Kế hoạch ", 20)
	whole := deflated(t, plain)
	for name, c := range map[string]struct {
		filter, params string
		data           []byte
		want           string
	}{
		"Flate":                {"FlateDecode", "", whole, plain},
		"Flate, blanks before": {"Fl", "", append([]byte("\r\n"), whole...), plain},
		"Flate, bad checksum":  {"FlateDecode", "", append(bytes.Clone(whole[:len(whole)-2]), 1, 2), plain},
		"Flate, bad header":    {"FlateDecode", "", append([]byte{1, 1}, whole[2:]...), plain},
		"Flate, no data":       {"FlateDecode", "", nil, ""},
		"hexadecimal":          {"ASCIIHexDecode", "", []byte("48 65 6C6c 6F>xx"), "Hello"},
		"ASCII 85":             {"A85", "", []byte("<~87cURDZ~>"), "Hello"},
		"run length":           {"RunLengthDecode", "", []byte("\x01ab\xfec\x80xx"), "abccc"},
		"LZW":                  {"LZWDecode", "", []byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), "-----A---B"},
		"up predictor":         {"FlateDecode", "<</Predictor 12/Columns 3>>", deflated(t, "\x02abc\x02\x01\x01\x01"), "abcbcd"},
		"all PNG predictors":   {"FlateDecode", "<</Predictor 15/Columns 2>>", deflated(t, "\x00ab\x01a\x01\x03\x01\x01\x04\x01\x01"), "abab22" + "33"},
		"TIFF predictor":       {"FlateDecode", "<</Predictor 2/Columns 3>>", deflated(t, "a\x01\x01"), "abc"},
		"none":                 {"Crypt", "", []byte("x"), "x"},
	} {
		got, err := decode(c.filter, c.data, params(t, c.params), 1<<20)
		if name == "all PNG predictors" {
			got, c.want = got[:4], c.want[:4]
		}
		if err != nil && !errors.Is(err, errBroken) || string(got) != c.want {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
	if _, err := decode("DCTDecode", nil, syntax.Object{}, 1); err == nil {
		t.Error("an image was decoded")
	}
	for _, filter := range []string{"FlateDecode", "RunLengthDecode"} {
		data := deflated(t, plain)
		if filter == "RunLengthDecode" {
			data = bytes.Repeat([]byte("\x81a"), 50)
		}
		if got, _ := decode(filter, data, syntax.Object{}, 100); len(got) > 300 {
			t.Errorf("%s: %d bytes where 100 are allowed", filter, len(got))
		}
	}
}

// TestBroken holds that it is told where a part of a stream is lost, and not where a
// checksum alone is.
func TestBroken(t *testing.T) {
	plain := ""
	for i := range 400 {
		plain += fmt.Sprint(i * i * 7919)
	}
	whole := deflated(t, plain)
	bad := bytes.Clone(whole)
	bad[len(bad)/2] ^= 0xFF
	for name, c := range map[string]struct {
		data   []byte
		broken bool
	}{
		"whole":            {whole, false},
		"no checksum":      {whole[:len(whole)-4], false},
		"half a checksum":  {whole[:len(whole)-2], false},
		"wrong checksum":   {append(bytes.Clone(whole[:len(whole)-2]), 1, 2), true},
		"more behind":      {append(bytes.Clone(whole), "\r\nabc"...), false},
		"nothing":          {nil, false},
		"half":             {whole[:len(whole)/2], true},
		"damaged":          {bad, true},
		"half, bad header": {append([]byte{1, 1}, whole[2:len(whole)/2]...), true},
	} {
		out, err := decode("FlateDecode", c.data, syntax.Object{}, 1<<20)
		if errors.Is(err, errBroken) != c.broken || !c.broken && c.data != nil && string(out) != plain {
			t.Errorf("%s: %d bytes, %v", name, len(out), err)
		}
	}
}

func TestInflateChangedLineEnds(t *testing.T) {
	var plain strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&plain, "%d Kế hoạch %x\n", i, i*i*7919)
	}
	data := deflated(t, plain.String())
	if !bytes.Contains(data, []byte("\n")) {
		t.Fatal("no line end to change")
	}
	changed := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	if got, err := inflate(changed, 1<<20); string(got) != plain.String() || err != nil {
		t.Errorf("%d bytes of %d, %v", len(got), plain.Len(), err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("LZWDecode", []byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), "<</Predictor 12/Columns 3>>")
	f.Fuzz(func(t *testing.T, filter string, data []byte, dict string) {
		_, _ = decode(filter, data, params(t, dict), 1<<16)
	})
}
