package ingest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

func TestMain(m *testing.M) {
	if code, ok := Child(os.Args[1:], os.Stdin, os.Stdout); ok {
		os.Exit(code)
	}
	os.Exit(m.Run())
}

const documents = "../testdata/documents/"

// TestReadFormats holds that the same plan comes out of every format as the same text.
func TestReadFormats(t *testing.T) {
	const name = "xuan-loc-02-kh-tctda06"
	want, err := os.ReadFile(documents + name + ".want.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ suffix, reader, mediaType string }{
		{".chromium.pdf", "pdf", "application/pdf"},
		{".libreoffice.pdf", "pdf", "application/pdf"},
		{".docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{".html", "html", "text/html"},
		{".want.txt", "text", "text/plain"},
	} {
		f, err := ReadFile(t.Context(), documents+name+c.suffix, Options{})
		if err != nil {
			t.Errorf("%s: %v", c.suffix, err)
			continue
		}
		if f.Reader != c.reader || f.MediaType != c.mediaType || f.Name != name+c.suffix || len(f.SHA256) != 64 {
			t.Errorf("%s: read as %s, %s, %s", c.suffix, f.Reader, f.MediaType, f.Name)
		}
		if rate := measure.ErrorRate(string(want), f.Text); rate > 0.001 {
			t.Errorf("%s: character error rate %.2f %%", c.suffix, 100*rate)
		}
	}
}

func TestReadPassword(t *testing.T) {
	for password, want := range map[string]source.Reason{"": source.NeedsPassword, "wrong": source.NeedsPassword, "user": ""} {
		f, err := ReadFile(t.Context(), documents+"password.pdf", Options{Password: password})
		var r *source.Refusal
		switch {
		case errors.As(err, &r) && r.Reason == want:
		case err == nil && want == "" && strings.HasPrefix(f.Text, "HELLO"):
		default:
			t.Errorf("password %q: %v", password, err)
		}
	}
}

func TestDeciphered(t *testing.T) {
	data, err := os.ReadFile(documents + "password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := deciphered(t.Context(), data, "user")
	if err != nil {
		t.Fatal(err)
	}
	f, err := Read(t.Context(), "plain.pdf", plain, Options{})
	if err != nil || !strings.HasPrefix(f.Text, "HELLO") {
		t.Errorf("without a password: %v", err)
	}
	if _, err := deciphered(t.Context(), data, "wrong"); err == nil {
		t.Error("deciphered with a wrong password")
	}
}

func TestReadCancelled(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(documents, "password.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := confined("pdf")(ctx, data, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
