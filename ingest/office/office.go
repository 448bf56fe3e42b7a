// Package office has LibreOffice turn what this program does not read itself, RTF,
// OpenDocument and the Word documents of before 2007, into DOCX. Begin with Convert.
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

// A format is what is converted. The filter is named: otherwise LibreOffice reads what is
// damaged as plain text.
type format struct {
	at                                   int // where the signature stands, in bytes
	signature, ending, filter, mediaType string
}

var formats = []format{
	{0, `{\rtf`, "rtf", "Rich Text Format", "application/rtf"},
	{0, "\xd0\xcf\x11\xe0\xa1\xb1", "doc", "MS Word 97", "application/msword"},
	{30, "mimetypeapplication/vnd.oasis.opendocument.text", "odt", "writer8", "application/vnd.oasis.opendocument.text"},
}

// inXML are formats in one XML file: near its beginning stands the name of what it is.
var inXML = []format{
	{0, "http://schemas.microsoft.com/office/word/2003/wordml", "xml", "MS Word 2003 XML", "application/msword"},
	{0, "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "fodt", "OpenDocument Text Flat XML", "application/vnd.oasis.opendocument.text"},
}

// Match reports whether data is RTF, OpenDocument, Word's XML of 2003 or a compound file,
// of which old Word documents are the ones that are worth a try.
func Match(data []byte) bool { return formatOf(data).ending != "" }

// MediaType is the type of what Match takes.
func MediaType(data []byte) string { return formatOf(data).mediaType }

func formatOf(data []byte) format {
	for _, f := range formats {
		if len(data) >= f.at && bytes.HasPrefix(data[f.at:], []byte(f.signature)) {
			return f
		}
	}
	head := bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\xef\xbb\xbf"))
	for _, f := range inXML {
		if bytes.HasPrefix(head, []byte("<?xml")) && bytes.Contains(head, []byte(f.signature)) {
			return f
		}
	}
	return format{}
}

// enciphered reports whether a compound file holds a document behind a password: a newer
// one as a stream with that name, an older one by a bit of its head, which stands in the
// first sector.
func enciphered(data []byte) bool {
	const name = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	if formatOf(data).ending != "doc" {
		return false
	}
	const sector, bits = 512, 512 + 0x0A
	old := len(data) > bits+1 && data[sector] == 0xEC && data[sector+1] == 0xA5 && data[bits+1]&0x01 != 0
	return old || bytes.Contains(data, []byte(name))
}

// one at a time: each takes 200 MB, and two with the same profile disturb each other.
var one sync.Mutex

// Convert returns a document as DOCX. An error that is not the context's is a
// *source.Refusal.
func Convert(ctx context.Context, data []byte) ([]byte, error) {
	if enciphered(data) {
		return nil, &source.Refusal{Reason: source.Enciphered}
	}
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
	format := formatOf(data)
	in := filepath.Join(dir, "document."+format.ending)
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, fmt.Errorf("convert document: %w", err)
	}
	said, err := run(ctx, dir, program, format.filter, in)
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
