package docx

import (
	"testing"

	"kehoach/ingest/source"
)

// package1 is a document in one XML file, with a picture.
const package1 = `<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="` + flatMark + `">
<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="r"><Relationship Type="x/officeDocument" Target="word/main.xml"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>
<pkg:part pkg:name="/word/main.xml"><pkg:xmlData><w:document` + space + `><w:body><w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part>
</pkg:package>`

func TestFlat(t *testing.T) {
	if !Match([]byte(package1)) || Match([]byte("<a>"+space+"</a>")) {
		t.Error("told wrongly by its bytes")
	}
	f, err := Read([]byte(package1))
	if err != nil || f.Text != "Kế hoạch\n" {
		t.Errorf("%v, %v", f, err)
	}
	for _, cut := range []int{len(package1) - 30, len(package1) / 2, 300} {
		_, err := Read([]byte(package1[:cut]))
		if r, ok := err.(*source.Refusal); !ok || r.Reason != source.Damaged {
			t.Errorf("cut at %d: %v", cut, err)
		}
	}
}
