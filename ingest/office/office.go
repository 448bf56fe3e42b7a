// Package office has LibreOffice turn what this program does not read itself, RTF and
// the Word documents of before 2007, into DOCX. Begin with Convert.
//
// LibreOffice is started without a shell, with a profile and a folder of its own that
// are deleted afterwards, within the limits that package sandbox tells.
package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"kehoach/ingest/sandbox"
	"kehoach/ingest/source"
)

// timeout of one document; the first one of a fresh profile takes 3 to 10 s.
const timeout = 90 * time.Second

// maxResult bounds the DOCX, in bytes.
const maxResult = 256 << 20

// formats are what is converted. The filter is named: otherwise LibreOffice reads what
// is damaged as plain text.
var formats = []struct{ signature, ending, filter string }{
	{`{\rtf`, "rtf", "Rich Text Format"},
	{"\xd0\xcf\x11\xe0\xa1\xb1", "doc", "MS Word 97"},
}

// Match reports whether data is RTF or a compound file, of which old Word documents
// are the ones that are worth a try.
func Match(data []byte) bool {
	ending, _ := format(data)
	return ending != ""
}

func format(data []byte) (ending, filter string) {
	for _, f := range formats {
		if bytes.HasPrefix(data, []byte(f.signature)) {
			return f.ending, f.filter
		}
	}
	return "", ""
}

// one at a time: each takes 200 MB, and two with the same profile disturb each other.
var one sync.Mutex

// Convert returns a document as DOCX. An error that is not the context's is a
// *source.Refusal.
func Convert(ctx context.Context, data []byte) ([]byte, error) {
	program, err := exec.LookPath("soffice")
	if err != nil {
		return nil, &source.Refusal{Reason: source.NeedsTool, Detail: "apt install libreoffice-writer-nogui"}
	}
	one.Lock()
	defer one.Unlock()
	dir, err := os.MkdirTemp("", "kehoach-office-")
	if err != nil {
		return nil, fmt.Errorf("convert document: %w", err)
	}
	defer os.RemoveAll(dir)
	ending, filter := format(data)
	in := filepath.Join(dir, "document."+ending)
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, fmt.Errorf("convert document: %w", err)
	}
	said, err := run(ctx, dir, program, filter, in)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, "out", "document.docx"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, &source.Refusal{Reason: source.Damaged, Detail: "LibreOffice: " + said}
	}
	if err != nil {
		return nil, fmt.Errorf("convert document: %w", err)
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxResult))
}

// run starts LibreOffice and returns the last line that it says.
func run(ctx context.Context, dir, program, filter, in string) (string, error) {
	call := sandbox.Program{
		Path: program, Dir: dir, Wall: timeout, Output: 4096, Env: []string{"HOME=" + dir, "TMPDIR=" + dir},
		Args: []string{"-env:UserInstallation=file://" + filepath.ToSlash(dir) + "/profile", "--headless", "--norestore", "--nolockcheck",
			"--infilter=" + filter, "--convert-to", "docx", "--outdir", filepath.Join(dir, "out"), in},
	}
	out, said, err := call.Run(ctx)
	var refusal *source.Refusal
	switch {
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.As(err, &refusal):
		return "", err
	case err != nil:
		said = err.Error()
	}
	lines := strings.Split(strings.TrimSpace(string(out)+"\n"+said), "\n")
	return fmt.Sprintf("%.200s", lines[len(lines)-1]), nil
}
