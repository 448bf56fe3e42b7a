package text

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/source"
)

const sample = "KẾ HOẠCH\nTriển khai “Đề án 06” – giai đoạn 2022-2025\n\tĐơn vị: Sở Y tế\n"

func utf16Bytes(s string, order binary.AppendByteOrder, mark bool) []byte {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestRead(t *testing.T) {
	le, be := binary.LittleEndian, binary.BigEndian
	for _, test := range []struct {
		name  string
		data  []byte
		want  string
		codes string // of the diagnostics
	}{
		{"UTF-8", []byte(sample), sample, ""},
		{"with mark", []byte("\ufeff" + sample), sample, ""},
		{"decomposed", []byte(norm.NFD.String(sample)), norm.NFD.String(sample), ""},
		{"CRLF", []byte(strings.ReplaceAll(sample, "\n", "\r\n")), sample, ""},
		{"CR", []byte(strings.ReplaceAll(sample, "\n", "\r")), sample, ""},
		{"mixed line ends", []byte("a\r\nb\rc\nd"), "a\nb\nc\nd", ""},
		{"UTF-16LE with mark", utf16Bytes(sample, le, true), sample, ""},
		{"UTF-16BE with mark", utf16Bytes(sample, be, true), sample, ""},
		{"UTF-16LE", utf16Bytes(sample, le, false), sample, "encoding-guessed"},
		{"UTF-16BE", utf16Bytes(sample, be, false), sample, "encoding-guessed"},
		{"UTF-16 CRLF", utf16Bytes("Kế\r\nhoạch", le, true), "Kế\nhoạch", ""},
		{"UTF-16 cut", utf16Bytes(sample, le, true)[:len(sample)|1], "", "broken-characters"},
		{"form feed", []byte("a\n\fb\vc"), "a\n\fb c", ""},
		{"control characters", []byte("Kế\x00 ho\x1bạch" + strings.Repeat("x", 300)), "Kế hoạch" + strings.Repeat("x", 300), "control-characters"},
		{"mark within", []byte("a\ufeffb"), "ab", "control-characters"},
		{"cut letter", []byte(sample + "\xe1\xba"), sample + "\ufffd", "broken-characters"},
		{"one letter", []byte("K"), "K", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !Match(test.data) {
				t.Fatal("does not match")
			}
			f, err := Read(test.data, "")
			if err != nil {
				t.Fatal(err)
			}
			if test.want != "" && f.Text != test.want {
				t.Errorf("text %q, want %q", f.Text, test.want)
			}
			var codes []string
			for _, d := range f.Diagnostics {
				codes = append(codes, d.Code)
			}
			if got := strings.Join(codes, " "); got != test.codes {
				t.Errorf("diagnostics %q, want %q", got, test.codes)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name string
		data string
		want source.Reason
	}{
		{"nothing", "", source.Empty},
		{"blanks", " \r\n\t\u00a0\n", source.Empty},
		{"mark alone", "\ufeff", source.Empty},
		{"another encoding", "\x93\x94\xd6\x95 \xb3\xf1\xa8\x84\xe2 \xf0\xf1 \x83\x8b", source.BadEncoding}, // Shift JIS
	} {
		_, err := Read([]byte(test.data), "")
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != test.want {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}

func TestReadOldEncodings(t *testing.T) {
	const want = "Kế hoạch triển khai thực hiện các mô hình của Ủy ban"
	for name, c := range map[string]struct{ data, told, diagnostic string }{
		"TCVN3":               {"K\xd5 ho\xb9ch tri\xd3n khai th\xf9c hi\xd6n c\xb8c m\xab h\xd7nh c\xf1a \xf1y ban", "", "TCVN3"},
		"VNI":                 {"Ke\xe1 hoa\xefch trie\xe5n khai th\xf6\xefc hie\xe4n ca\xf9c mo\xe2 h\xecnh cu\xfba U\xdby ban", "", "VNI"},
		"VNI, told":           {"Ke\xe1 hoa\xefch trie\xe5n khai th\xf6\xefc hie\xe4n ca\xf9c mo\xe2 h\xecnh cu\xfba U\xdby ban", "vni", ""},
		"Windows-1258":        {"K\xea\xec hoa\xf2ch tri\xea\xd2n khai th\xfd\xf2c hi\xea\xf2n ca\xecc m\xf4 hi\xccnh cu\xd2a U\xd2y ban", "", "WINDOWS-1258"},
		"TCVN3 in UTF-8":      {"KÕ ho¹ch triÓn khai thùc hiÖn c¸c m« h×nh cña ñy ban " + strings.Repeat("vµ c¸c ®¬n vÞ ", 5), "", "TCVN3"},
		"told what it is not": {want, "utf-16le", ""},
	} {
		f, err := Read([]byte(c.data), c.told)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		told := len(f.Diagnostics) > 0 && strings.Contains(f.Diagnostics[0].Message, " "+c.diagnostic+".")
		if told != (c.diagnostic != "") || !strings.HasPrefix(strings.ToLower(f.Text), strings.ToLower(want)) && c.told != "utf-16le" {
			t.Errorf("%s: %q, %v", name, f.Text, f.Diagnostics)
		}
	}
}

func TestBinaryDoesNotMatch(t *testing.T) {
	for name, data := range map[string]string{
		"PDF":  "%PDF-1.4\n1 0 obj\n",
		"ZIP":  "PK\x03\x04\x14\x00",
		"DOC":  "\xd0\xcf\x11\xe0\xa1\xb1",
		"RTF":  `{\rtf1\ansi`,
		"PNG":  "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00",
		"ELF":  "\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 100),
		"zero": strings.Repeat("\x00", 64),
	} {
		if Match([]byte(data)) {
			t.Errorf("%s matches", name)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\ufeffa\r\nb\rc\x00\xff"))
	f.Add(utf16Bytes(sample, binary.LittleEndian, false))
	f.Add(utf16Bytes(sample, binary.BigEndian, true))
	f.Add([]byte{0xff, 0xfe, 0x00, 0xd8, 0x41})
	paths, _ := filepath.Glob("../../testdata/plans/*.txt")
	for _, p := range paths {
		if data, err := os.ReadFile(p); err == nil {
			f.Add(data[:2000])
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Match(data)
		file, err := Read(data, "")
		if err != nil {
			var r *source.Refusal
			if !errors.As(err, &r) {
				t.Fatalf("an error that is no refusal: %v", err)
			}
			return
		}
		if !utf8.ValidString(file.Text) {
			t.Fatal("text is not UTF-8")
		}
		if strings.ContainsFunc(file.Text, func(r rune) bool { return r == '\r' || isControl(r) && r != '\n' && r != '\t' }) {
			t.Fatal("text has control characters")
		}
		again, err := Read([]byte(file.Text), "")
		if err != nil || again.Text != file.Text {
			t.Fatalf("reading the text again gives another: %v", err)
		}
		for i, l := range file.Lines {
			if l.Start > l.End || l.End > len(file.Text) || strings.Contains(file.Text[l.Start:l.End], "\n") || l.Number != i+1 {
				t.Fatalf("line %d is %+v", i, l)
			}
		}
	})
}
