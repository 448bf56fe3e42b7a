package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach/ingest/measure"
	"kehoach/ingest/source"
)

const documents = "../../testdata/documents/"

const ceiling = 0.001 // character error rate

func TestReadPlans(t *testing.T) {
	paths, err := filepath.Glob(documents + "*.docx")
	if err != nil || len(paths) != 5 {
		t.Fatalf("%d documents, %v", len(paths), err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(path, "docx") + "want.txt")
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(data)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if rate := measure.ErrorRate(string(want), f.Text); rate > ceiling {
			t.Errorf("%s: character error rate %.2f %%", path, 100*rate)
		}
	}
}

const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"`

// made returns an archive with a body and other parts, name and content in turn.
func made(t testing.TB, body string, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	parts = append([]string{"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>"}, parts...)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func p(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func tc(text, properties string) string {
	return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>"
}

// flat writes a text on one line: "|" between paragraphs, "/" between lines.
func flat(text string) string {
	return strings.NewReplacer("\n\n", "|", "\n", "/").Replace(strings.TrimSuffix(text, "\n"))
}

const lines = `<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>`

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":       {p("Kế hoạch") + p("") + p("số 2"), "Kế hoạch|số 2"},
		"runs":             {`<w:p><w:r><w:t xml:space="preserve">Kế </w:t></w:r><w:hyperlink><w:r><w:t>hoạch</w:t></w:r></w:hyperlink></w:p>`, "Kế hoạch"},
		"decomposed":       {p("Kế"), "Kế"},
		"break and tab":    {"<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>", "a/b c-d"},
		"tracked changes":  {"<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>", "mới"},
		"deleted mark":     {"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>một </w:t></w:r></w:p>" + p("dòng"), "một dòng"},
		"field":            {"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>", "7"},
		"hidden":           {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>y</w:t></w:r></w:p>", "y"},
		"capitals":         {"<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>", "KẾ HOẠCH"},
		"TCVN3":            {`<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r></w:p>`, "Kế hoạch"},
		"VNI":              {`<w:p><w:r><w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr><w:t>Keá hoaïch</w:t></w:r></w:p>`, "Kế hoạch"},
		"symbol":           {`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:t>a</w:t></w:r></w:p>`, "▪a"},
		"content control":  {"<w:sdt><w:sdtContent>" + p("a") + "</w:sdtContent></w:sdt>" + p("b"), "a|b"},
		"table":            {"<w:tbl>" + lines + "<w:tr>" + tc("TT", "") + tc("Mô hình", "") + "</w:tr><w:tr>" + tc("1", "") + "<w:tc>" + p("Khám") + p("bệnh") + "</w:tc></w:tr></w:tbl>", "TT\tMô hình/1\tKhám\u2028bệnh"},
		"merged across":    {"<w:tbl>" + lines + "<w:tr>" + tc("Nhóm", `<w:gridSpan w:val="3"/>`) + tc("x", "") + "</w:tr></w:tbl>", "Nhóm\t\t\tx"},
		"merged down":      {"<w:tbl>" + lines + "<w:tr>" + tc("a", `<w:vMerge w:val="restart"/>`) + tc("b", "") + "</w:tr><w:tr>" + tc("", "<w:vMerge/>") + tc("c", "") + "</w:tr></w:tbl>", "a\tb/\u2063\tc"},
		"starts later":     {"<w:tbl>" + lines + `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>` + tc("a", "") + "</w:tr></w:tbl>", "\t\ta"},
		"deleted row":      {"<w:tbl>" + lines + "<w:tr><w:trPr><w:del/></w:trPr>" + tc("a", "") + "</w:tr><w:tr>" + tc("b", "") + tc("c", "") + "</w:tr></w:tbl>", "b\tc"},
		"table in a table": {"<w:tbl>" + lines + "<w:tr><w:tc><w:tbl>" + lines + "<w:tr>" + tc("a", "") + tc("b", "") + "</w:tr></w:tbl>" + p("c") + "</w:tc>" + tc("d", "") + "</w:tr></w:tbl>", "a b\u2028c\td"},
		"head side by side": {"<w:tbl><w:tr>" + tc("ỦY BAN", "") + tc("CỘNG HÒA", "") + "</w:tr><w:tr>" + tc("Số: 2", "") + tc("Long An", "") + "</w:tr></w:tbl>",
			"ỦY BAN|Số: 2|CỘNG HÒA|Long An"},
		"headings without lines": {"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + tc("Mô hình", "") + tc("Hạn", "") + "</w:tr><w:tr>" + tc("Khám", "") + tc("2023", "") + "</w:tr></w:tbl>",
			"Mô hình\tHạn/Khám\t2023"},
		"numbers without lines": {"<w:tbl><w:tr>" + tc("Stt", "") + tc("Mô hình", "") + "</w:tr><w:tr>" + tc("1", "") + tc("Khám", "") + "</w:tr></w:tbl>",
			"Stt\tMô hình/1\tKhám"},
		"text box": {"<w:p><w:r><w:t>a</w:t><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" + p("hộp") + "</w:txbxContent></wps:txbx></mc:Choice>" +
			"<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + p("hộp") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>", "a|hộp"},
	} {
		f, err := Read(made(t, c.body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := flat(f.Text); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

const lists = `<w:numbering` + space + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:isLgl/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Muc"/><w:lvlText w:val="Điều %1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

const looks = `<w:styles` + space + `><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Muc"/></w:style></w:styles>`

func item(properties, text string) string {
	return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

func TestNumbering(t *testing.T) {
	in := func(list, level string) string {
		return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
	}
	body := item(in("1", "0"), "a") + item(in("1", "1"), "b") + item(in("1", "1"), "c") + item(in("1", "2"), "d") + item(in("1", "0"), "e") +
		item(in("1", "1"), "f") + item(in("2", "0"), "g") + item(in("2", "1"), "h") + item(in("3", "0"), "i") + item(in("1", "0"), "j") +
		item(`<w:pStyle w:val="Muc"/>`, "k") + item(`<w:pStyle w:val="Con"/>`, "l") + item(`<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "m")
	const want = "I. a|1.1. b|1.2. c|a) d|II. e|2.1. f|• g|- h|V. i|VI. j|Điều 1. k|Điều 2. l|m"
	f, err := Read(made(t, body, "word/numbering.xml", lists, "word/styles.xml", looks))
	if err != nil {
		t.Fatal(err)
	}
	if got := flat(f.Text); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

func TestFootnotes(t *testing.T) {
	notes := `<w:footnotes` + space + `><w:footnote w:id="-1">` + p("gạch") + `</w:footnote><w:footnote w:id="7">` + p("Chú thích") + `</w:footnote></w:footnotes>`
	f, err := Read(made(t, `<w:p><w:r><w:t>năm 2023</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>`+p("b"), "word/footnotes.xml", notes))
	if err != nil || f.Text != "năm 2023\n\nb\n\n1 Chú thích\n" {
		t.Errorf("%q, %v", f.Text, err)
	}
}

func TestPages(t *testing.T) {
	f, err := Read(made(t, p("a")+"<w:p><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>"+p("c")))
	if err != nil {
		t.Fatal(err)
	}
	if s := f.Span(strings.Index(f.Text, "c"), strings.Index(f.Text, "c")+1); s.Page != 2 {
		t.Errorf("%+v", s)
	}
}

func TestLetters(t *testing.T) {
	for n, want := range map[int]string{1: "a", 26: "z", 27: "aa", 53: "aaa", 0: "0", -3: "-3"} {
		if got := letters(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
	if roman(1994) != "MCMXCIV" || roman(0) != "0" {
		t.Errorf("1994 is %s, 0 is %s", roman(1994), roman(0))
	}
}

func TestRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want source.Refusal
	}{
		"cut off":    {made(t, p("a"))[:90], source.Refusal{Reason: source.CutOff}},
		"bad record": {bytes.Replace(made(t, p("a")), []byte("PK\x01\x02"), []byte("PK\x09\x09"), 1), source.Refusal{Reason: source.Damaged}},
		"bad XML":    {made(t, "<w:p><w:r>"), source.Refusal{Reason: source.Damaged}},
		"no text":    {made(t, p(" ")), source.Refusal{Reason: source.Empty}},
		"an entity":  {made(t, p("&lol;")), source.Refusal{Reason: source.Damaged}},
		"too deep":   {made(t, "<w:p>"+strings.Repeat("<w:r>", 2*maxDepth)), source.Refusal{Reason: source.OverLimit, Detail: "nesting 1000"}},
		"too packed": {made(t, p(strings.Repeat("a", 20<<20))), source.Refusal{Reason: source.OverLimit, Detail: "ratio 500"}},
	} {
		_, err := Read(c.data)
		var got *source.Refusal
		if !errors.As(err, &got) || got.Reason != c.want.Reason || c.want.Detail != "" && got.Detail != c.want.Detail {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<w:tbl><w:tr>" + tc("a", `<w:gridSpan w:val="3"/>`) + "</w:tr></w:tbl>" + item(`<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>`, "b"))
	f.Fuzz(func(t *testing.T, body string) {
		_, _ = Read(made(t, body, "word/numbering.xml", lists, "word/styles.xml", looks))
	})
}

func FuzzReadArchive(f *testing.F) {
	f.Add(made(f, p("a"), "word/styles.xml", looks))
	f.Add([]byte(package1))
	f.Fuzz(func(t *testing.T, data []byte) { _, _ = Read(data) })
}
