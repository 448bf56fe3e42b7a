package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// steadyZip writes the parts of a workbook in the order of their names and without
// times, so that the same parts give the same bytes; excelize delivers streamed sheets,
// and lists the types of the parts, in the order of a map. It holds the parts compressed
// until Close.
type steadyZip struct {
	out   io.Writer
	parts []*part
	open  *part
	types bytes.Buffer // the list of types, as excelize made it

	rewrites map[string][]rewrite // by part, in the order in which they stand there
	rewriter *rewriter            // of the part under way, where it has any
}

const typesName = "[Content_Types].xml"

// part is one file of the archive, compressed as it is written.
type part struct {
	name  string
	data  bytes.Buffer
	deflt *flate.Writer
	crc   uint32
	size  uint64
}

func newSteadyZip(w io.Writer, rewrites map[string][]rewrite) *steadyZip {
	return &steadyZip{out: w, rewrites: rewrites}
}

func (z *steadyZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	if name == typesName {
		z.types.Reset()
		return &z.types, nil
	}
	p, err := z.create(name)
	if err == nil && len(z.rewrites[name]) > 0 {
		z.rewriter = &rewriter{out: p, list: z.rewrites[name]}
		delete(z.rewrites, name)
		return z.rewriter, nil
	}
	return p, err
}

func (z *steadyZip) create(name string) (*part, error) {
	p := &part{name: name}
	var err error
	if p.deflt, err = flate.NewWriter(&p.data, flate.BestSpeed+2); err != nil {
		return nil, err
	}
	z.parts = append(z.parts, p)
	z.open = p
	return p, nil
}

func (p *part) Write(b []byte) (int, error) {
	p.crc = crc32.Update(p.crc, crc32.IEEETable, b)
	p.size += uint64(len(b))
	return p.deflt.Write(b)
}

// finish ends the part under way.
func (z *steadyZip) finish() error {
	if z.open == nil {
		return nil
	}
	if z.rewriter != nil {
		if err := z.rewriter.flush(); err != nil {
			return err
		}
		z.rewriter = nil
	}
	err := z.open.deflt.Close()
	z.open.deflt, z.open = nil, nil
	return err
}

// AddFS is never called by excelize for a workbook that it writes whole.
func (z *steadyZip) AddFS(fs.FS) error { return zip.ErrAlgorithm }

// Close writes the archive: the list of types first, as Office does, then by name.
func (z *steadyZip) Close() error {
	if err := z.finish(); err != nil {
		return err
	}
	if len(z.rewrites) > 0 {
		return errNoPlace
	}
	p, err := z.create(typesName)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(p, sortTypes(z.types.String())); err != nil {
		return err
	}
	if err := z.finish(); err != nil {
		return err
	}
	rank := func(p *part) int { return slices.Index([]string{"_rels/.rels", typesName}, p.name) }
	slices.SortFunc(z.parts, func(a, b *part) int {
		if d := rank(b) - rank(a); d != 0 {
			return d
		}
		return strings.Compare(a.name, b.name)
	})
	zw := zip.NewWriter(z.out)
	for _, p := range z.parts {
		w, err := zw.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.crc,
			CompressedSize64: uint64(p.data.Len()), UncompressedSize64: p.size})
		if err != nil {
			return err
		}
		if _, err := w.Write(p.data.Bytes()); err != nil {
			return err
		}
	}
	return zw.Close()
}

var entries = regexp.MustCompile(`(?s)<(?:Default|Override) [^>]*>(?:</(?:Default|Override)>)?`) // <Override PartName="/xl/styles.xml" …></Override>

// sortTypes puts the entries of a list of types in order.
func sortTypes(xml string) string {
	list := entries.FindAllString(xml, -1)
	slices.Sort(list)
	next := 0
	return entries.ReplaceAllStringFunc(xml, func(string) string {
		next++
		return list[next-1]
	})
}
