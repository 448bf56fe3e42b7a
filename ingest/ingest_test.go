package ingest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"kehoach/ingest/source"
)

func TestReadFillsIn(t *testing.T) {
	data := []byte("Kế hoạch\n")
	f, err := Read(t.Context(), "Kế hoạch.pdf", data, Options{}) // the name decides nothing
	if err != nil {
		t.Fatal(err)
	}
	if f.Name != "Kế hoạch.pdf" || f.Reader != "text" || f.SHA256 != Sum(data) || f.MediaType != "text/plain" || f.Pages() != 1 {
		t.Errorf("%+v", f)
	}
}

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.bin")
	if err := os.WriteFile(path, []byte("\x89PNG\r\n\x1a\n\x00\x00"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		path string
		opt  Options
		want source.Reason
	}{
		{path, Options{}, source.NotText},
		{path, Options{MaxBytes: 5}, source.TooLarge},
		{dir, Options{}, source.NotRegular},
	} {
		_, err := ReadFile(t.Context(), test.path, test.opt)
		var r *source.Refusal
		if !errors.As(err, &r) || r.Reason != test.want {
			t.Errorf("%s: %v, want %s", test.path, err, test.want)
		}
	}
	if _, err := Read(t.Context(), "a", make([]byte, 10), Options{MaxBytes: 5}); err == nil {
		t.Error("more bytes than the limit were read")
	}
	if _, err := ReadFile(t.Context(), filepath.Join(dir, "none"), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a", []byte("x"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
