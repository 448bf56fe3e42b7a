package object

import "bytes"

// CutOff reports whether the end of a file is missing: behind its last whole object
// stands the beginning of another, and not what comes at the end of a file, a
// cross-reference table or a mark of the end. One that breaks off within that table has
// lost nothing and is not cut off, nor is one that never had an object.
func CutOff(data []byte) bool {
	if !bytes.Contains(data, []byte(" obj")) {
		return false
	}
	tail := data
	if i := bytes.LastIndex(data, []byte("endobj")); i >= 0 {
		tail = data[i+len("endobj"):]
	}
	tail = bytes.TrimLeft(tail[:min(len(tail), maxTail)], "\x00\t\n\f\r ")
	if bytes.Contains(tail, []byte("startxref")) {
		return false
	}
	for _, end := range []string{"xref", "trailer", "%%EOF"} {
		if n := min(len(tail), len(end)); string(tail[:n]) == end[:n] {
			return false
		}
	}
	return true
}

// maxTail is how far behind the last object its end is looked for, in bytes: tables of
// many objects begin right behind it.
const maxTail = 1 << 20

// countMissing notes how many pages are missing: those that the tree refers to and that
// are not there and, where the end of the file is missing too, those that it counts and
// that were not found.
func (d *Document) countMissing(lost int) {
	d.CutOff = CutOff(d.data)
	d.Missing = lost
	if d.CutOff && !d.Truncated {
		d.Missing = max(d.Missing, d.counted()-len(d.Pages))
	}
}

// counted is how many pages the tree says there are, 0 where it is lost.
func (d *Document) counted() (n int) {
	defer func() { _ = recover() }() // the library panics on values it cannot parse
	return int(min(maxNumber, d.reader.Trailer().Key("Root").Key("Pages").Key("Count").Int64()))
}
