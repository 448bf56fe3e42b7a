package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// workbook is a file as a reader without excelize sees it: plain archive/zip and
// encoding/xml.
type workbook struct {
	names  []string
	sheets map[string]*sheetRead
	titles map[string]string // print titles by sheet
}

type sheetRead struct {
	head        []string
	rows        []map[string]cellRead // by column
	cells       map[string]cellRead   // by name, "B4"
	formulas    int
	links       []string
	linkAt      map[string]string // by cell
	table       *tableRead
	frozen      bool
	orientation string
	paper       string
	footer      string
}

type cellRead struct{ value, kind string }

type tableRead struct {
	Ref    string `xml:"ref,attr"`
	Filter string `xml:"-"`
	Auto   struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
	Columns []struct {
		Name string `xml:"name,attr"`
	} `xml:"tableColumns>tableColumn"`
}

func (t *tableRead) columns() []string {
	var out []string
	for _, c := range t.Columns {
		out = append(out, c.Name)
	}
	return out
}

func read(t *testing.T, data []byte) *workbook {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]*zip.File{}
	for _, f := range z.File {
		files[f.Name] = f
	}
	part := func(name string, v any) {
		t.Helper()
		f := files[name]
		if f == nil {
			t.Fatalf("no part %s", name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := xml.NewDecoder(r).Decode(v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name  string `xml:"name,attr"`
			Local int    `xml:"localSheetId,attr"`
			Value string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	part("xl/workbook.xml", &book)
	targets := relations(part, "xl/_rels/workbook.xml.rels")
	wb := &workbook{sheets: map[string]*sheetRead{}, titles: map[string]string{}}
	for _, s := range book.Sheets {
		wb.names = append(wb.names, s.Name)
		name := path.Join("xl", strings.TrimPrefix(targets[s.ID], "/xl/"))
		wb.sheets[s.Name] = readSheet(name, files, part)
	}
	for _, n := range book.Names {
		if n.Name == "_xlnm.Print_Titles" {
			wb.titles[book.Sheets[n.Local].Name] = n.Value
		}
	}
	return wb
}

func relations(part func(string, any), name string) map[string]string {
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	part(name, &rels)
	out := map[string]string{}
	for _, r := range rels.List {
		out[r.ID] = r.Target
	}
	return out
}

func readSheet(name string, files map[string]*zip.File, part func(string, any)) *sheetRead {
	var ws struct {
		Pane *struct {
			State string `xml:"state,attr"`
		} `xml:"sheetViews>sheetView>pane"`
		Rows []struct {
			Cells []struct {
				Ref     string  `xml:"r,attr"`
				Kind    string  `xml:"t,attr"`
				Formula *string `xml:"f"`
				Value   string  `xml:"v"`
				Inline  string  `xml:"is>t"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
		Links []struct {
			Ref      string `xml:"ref,attr"`
			Location string `xml:"location,attr"`
		} `xml:"hyperlinks>hyperlink"`
		Page struct {
			Orientation string `xml:"orientation,attr"`
			Paper       string `xml:"paperSize,attr"`
		} `xml:"pageSetup"`
		Footer string `xml:"headerFooter>oddFooter"`
		Tables []struct {
			ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"tableParts>tablePart"`
	}
	part(name, &ws)
	s := &sheetRead{linkAt: map[string]string{}, cells: map[string]cellRead{}, frozen: ws.Pane != nil && ws.Pane.State == "frozen", orientation: ws.Page.Orientation, paper: ws.Page.Paper, footer: ws.Footer}
	for _, row := range ws.Rows {
		for _, c := range row.Cells {
			if c.Formula != nil {
				s.formulas++
			}
			v := cellRead{c.Value, c.Kind}
			if c.Kind == "inlineStr" {
				v.value = c.Inline
			}
			s.cells[c.Ref] = v
		}
	}
	for _, l := range ws.Links {
		s.links = append(s.links, l.Location)
		s.linkAt[l.Ref] = l.Location
	}
	if len(ws.Tables) == 1 {
		targets := relations(part, path.Join(path.Dir(name), "_rels", path.Base(name)+".rels"))
		s.table = &tableRead{}
		part(path.Join(path.Dir(name), targets[ws.Tables[0].ID]), s.table)
		s.table.Filter = s.table.Auto.Ref
		s.readTable()
	}
	return s
}

var refPattern = regexp.MustCompile(`^([A-Z]+)(\d+):([A-Z]+)(\d+)$`) // "A1:C9"

// readTable reads the heads and rows that the table spans.
func (s *sheetRead) readTable() {
	m := refPattern.FindStringSubmatch(s.table.Ref)
	if m == nil {
		return
	}
	from, to := atoi(m[2]), atoi(m[4])
	for col := columnNumber(m[1]); col <= columnNumber(m[3]); col++ {
		s.head = append(s.head, s.cells[at(col, from)].value)
	}
	for row := from + 1; row <= to; row++ {
		cells := map[string]cellRead{}
		for i, h := range s.head {
			cells[h] = s.cells[at(columnNumber(m[1])+i, row)]
		}
		s.rows = append(s.rows, cells)
	}
}

func atoi(s string) int {
	n := 0
	for _, r := range s {
		n = 10*n + int(r-'0')
	}
	return n
}

func columnNumber(s string) int {
	n := 0
	for _, r := range s {
		n = 26*n + int(r-'A') + 1
	}
	return n
}

// headOf is the head of the table over a cell; "" for a cell outside.
func (s *sheetRead) headOf(cell string) string {
	i := strings.IndexAny(cell, "0123456789")
	if col := columnNumber(cell[:i]); col <= len(s.head) {
		return s.head[col-1]
	}
	return ""
}

// find returns the cell of a column in the first row in which key has a value.
func (s *sheetRead) find(column, key, value string) (cellRead, bool) {
	i := slices.IndexFunc(s.rows, func(r map[string]cellRead) bool { return r[key].value == value })
	if i < 0 {
		return cellRead{}, false
	}
	c, ok := s.rows[i][column]
	return c, ok
}

// at returns what stands where a link leads: 'Dữ liệu'!A7.
func (wb *workbook) at(location string) string {
	sheet, cell, ok := strings.Cut(location, "!")
	if !ok || wb.sheets[strings.Trim(sheet, "'")] == nil {
		return ""
	}
	return wb.sheets[strings.Trim(sheet, "'")].cells[cell].value
}
