package ingest

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

const word2003 = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:wordDocument>`

func TestReadOffice(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	want, err := os.ReadFile(documents + "xuan-loc-02-kh-tctda06.want.txt")
	if err != nil {
		t.Fatal(err)
	}
	for ending, mediaType := range map[string]string{
		".rtf": "application/rtf", ".doc": "application/msword", ".odt": "application/vnd.oasis.opendocument.text",
	} {
		f, err := ReadFile(t.Context(), documents+"xuan-loc-02-kh-tctda06"+ending, Options{})
		if err != nil {
			t.Errorf("%s: %v", ending, err)
			continue
		}
		if rate := measure.ErrorRate(string(want), f.Text); rate > 0.001 || f.MediaType != mediaType || f.Reader != "office" {
			t.Errorf("%s: %s, %s, character error rate %.2f %%", ending, f.MediaType, f.Reader, 100*rate)
		}
	}
	f, err := Read(t.Context(), "a.xml", []byte(word2003), Options{})
	if err != nil || strings.TrimSpace(f.Text) != "Kế hoạch" {
		t.Errorf("Word's XML of 2003: %v, %v", f, err)
	}
	var r *source.Refusal
	if _, err := Read(t.Context(), "a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing"), Options{}); !errors.As(err, &r) || r.Reason != source.Damaged {
		t.Errorf("half a compound file: %v", err)
	}
}

func TestReadOfficeMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := Read(t.Context(), "a.rtf", []byte(`{\rtf1 a}`), Options{})
	var r *source.Refusal
	if !errors.As(err, &r) || r.Reason != source.NeedsTool || r.Detail != "apt install libreoffice-writer-nogui" {
		t.Errorf("got %v", err)
	}
}

// TestReadEnciphered holds that a Word document behind a password is refused as such, and
// without LibreOffice.
func TestReadEnciphered(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	old := []byte(compound + strings.Repeat("\x00", 504) + "\xec\xa5\xc1\x00" + strings.Repeat("\x00", 600))
	old[512+0x0B] = 0x13 // fEncrypted among others
	name := strings.Join(strings.Split("EncryptedPackage", ""), "\x00") + "\x00"
	for _, data := range [][]byte{old, []byte(compound + strings.Repeat("\x00", 600) + name)} {
		_, err := Read(t.Context(), "a.docx", data, Options{Password: "x"})
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != source.Enciphered {
			t.Errorf("got %v", err)
		}
	}
}
