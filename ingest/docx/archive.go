package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"kehoach/ingest/source"
)

// Limits of an archive. Nothing of it is ever written to a disk, so the names in it
// are only compared.
const (
	maxEntries  = 10_000
	maxInflated = 200 << 20 // bytes of all parts that are read
	maxRatio    = 500       // of a part to what it is packed into, from ratioFrom on
	ratioFrom   = 16 << 20
)

// directoryEnd is the signature of the record that ends an archive.
const directoryEnd = "PK\x05\x06"

// archive is an opened document.
type archive struct {
	parts map[string]*zip.File
	flat  map[string][]byte // of a document in one file, in place of parts
	left  int64             // bytes that may still be inflated
}

func openArchive(data []byte) (*archive, error) {
	if isFlat(data) {
		return openFlat(data)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if errors.Is(err, zip.ErrFormat) && !bytes.Contains(data, []byte(directoryEnd)) {
		return nil, &source.Refusal{Reason: source.CutOff}
	}
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	if len(z.File) > maxEntries {
		return nil, over("entries", maxEntries)
	}
	a := &archive{parts: map[string]*zip.File{}, left: maxInflated}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/")
		if _, ok := a.parts[name]; !ok {
			a.parts[name] = f
		}
	}
	return a, nil
}

func over(limit string, value int64) error {
	return &source.Refusal{Reason: source.OverLimit, Detail: limit + " " + strconv.FormatInt(value, 10)}
}

// part returns the reader of a part, nil where there is none. It fails when the limits
// are passed, by what really comes out: the sizes that an archive states may be lies.
func (a *archive) part(name string) (io.Reader, error) {
	if part, ok := a.flat[name]; ok {
		return bytes.NewReader(part), nil
	}
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("open %q: %w", name, err)
	}
	return &bounded{r: r, archive: a, packed: int64(f.CompressedSize64)}, nil
}

// bounded reads a part and counts.
type bounded struct {
	r       io.ReadCloser
	archive *archive
	packed  int64
	read    int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	b.read += int64(n)
	b.archive.left -= int64(n)
	switch {
	case b.archive.left < 0:
		return 0, over("inflated bytes", maxInflated)
	case b.read > ratioFrom && b.read/maxRatio > b.packed:
		return 0, over("ratio", maxRatio)
	}
	return n, err
}

// mainPart returns the part with the text: the one that the package's relationships
// name, which is word/document.xml but for odd writers.
func (a *archive) mainPart() (io.Reader, error) {
	name := "word/document.xml"
	rels, err := a.part("_rels/.rels")
	if err != nil {
		return nil, err
	}
	if rels != nil {
		err := eachBlock(rels, "Relationships", func(n *node) {
			if strings.HasSuffix(n.attr("Type"), "/officeDocument") {
				name = strings.TrimPrefix(n.attr("Target"), "/")
			}
		})
		if err != nil {
			return nil, err
		}
	}
	r, err := a.part(name)
	if err == nil && r == nil {
		return nil, errors.New("no part with the text")
	}
	return r, err
}
