package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// flatMark stands at the beginning of a Word document that is saved as one XML file
// ("Flat OPC"): its parts follow each other in place of an archive.
const flatMark = "http://schemas.microsoft.com/office/2006/xmlPackage"

func isFlat(data []byte) bool {
	head := bytes.TrimPrefix(data[:min(len(data), 2048)], []byte("\xef\xbb\xbf"))
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head, []byte(flatMark))
}

// openFlat finds the parts of such a file, each the bytes between <pkg:xmlData> and its
// end. Pictures and the like, which are binary, are left out.
func openFlat(data []byte) (*archive, error) {
	a := &archive{flat: map[string][]byte{}, left: maxInflated}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	name := ""
	for len(a.flat) < maxEntries {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("open flat document: %w", err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok || start.Name.Space != flatMark:
		case start.Name.Local == "part":
			name = ""
			for _, attr := range start.Attr {
				if attr.Name.Local == "name" {
					name = strings.TrimPrefix(attr.Value, "/")
				}
			}
		case start.Name.Local == "xmlData":
			from := d.InputOffset()
			if err := d.Skip(); err != nil {
				return nil, fmt.Errorf("open flat document: %w", err)
			}
			to := from + int64(max(0, bytes.LastIndexByte(data[from:d.InputOffset()], '<')))
			if _, taken := a.flat[name]; !taken {
				a.flat[name] = data[from:to]
			}
		}
	}
	return a, nil
}
