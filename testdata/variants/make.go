//go:build ignore

// Make turns the PDFs of one plan into variants as they occur: enciphered, damaged,
// rewritten by other programs, without the maps that tell what their codes mean. It
// reads each and prints a table of character error rates, beside those of pdftotext.
// It needs qpdf, gs, mutool, poppler's programs, pdftk, pdfjam, pdfcrop and img2pdf in the
// PATH; a variant that cannot be made is left out.
//
//	go run testdata/variants/make.go [-keep DIR] > testdata/variants/results.txt
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"kehoach/ingest/measure"
	"kehoach/ingest/pdf"
)

const documents = "testdata/documents/"

// A variant is made by a program, IN and OUT standing for files, or by changing bytes.
type variant struct {
	name     string
	command  string
	change   func([]byte) []byte
	password string
}

var variants = []variant{
	{name: "as it is", change: func(b []byte) []byte { return b }},
	{name: "RC4, 40 bits", command: "qpdf --allow-weak-crypto --encrypt  o 40 -- IN OUT"},
	{name: "RC4, 128 bits", command: "qpdf --allow-weak-crypto --encrypt  o 128 --use-aes=n -- IN OUT"},
	{name: "RC4, 128 bits, version 4", command: "qpdf --allow-weak-crypto --encrypt  o 128 --force-V4 -- IN OUT"},
	{name: "AES, 128 bits", command: "qpdf --allow-weak-crypto --encrypt  o 128 --use-aes=y -- IN OUT"},
	{name: "AES, 256 bits", command: "qpdf --encrypt  o 256 -- IN OUT"},
	{name: "AES, 256 bits, revision 5", command: "qpdf --allow-weak-crypto --encrypt  o 256 --force-R5 -- IN OUT"},
	{name: "RC4, 128 bits, password", command: "qpdf --allow-weak-crypto --encrypt user o 128 --use-aes=n -- IN OUT", password: "user"},
	{name: "AES, 128 bits, password", command: "qpdf --allow-weak-crypto --encrypt user o 128 --use-aes=y -- IN OUT", password: "user"},
	{name: "AES, 256 bits, password", command: "qpdf --encrypt user o 256 -- IN OUT", password: "user"},
	{name: "AES, 256 bits, owner's password", command: "qpdf --encrypt user o 256 -- IN OUT", password: "o"},
	{name: "AES, 256 bits, object streams", command: "qpdf --object-streams=generate --encrypt  o 256 -- IN OUT"},
	{name: "object streams", command: "qpdf --object-streams=generate IN OUT"},
	{name: "no object streams", command: "qpdf --object-streams=disable IN OUT"},
	{name: "linearized", command: "qpdf --linearize IN OUT"},
	{name: "uncompressed", command: "qpdf --stream-data=uncompress IN OUT"},
	{name: "one content stream", command: "qpdf --coalesce-contents IN OUT"},
	{name: "turned by 90", command: "qpdf --rotate=+90 IN OUT"},
	{name: "turned by 180", command: "qpdf --rotate=+180 IN OUT"},
	{name: "turned by 270", command: "qpdf --rotate=+270 IN OUT"},
	{name: "each page turned otherwise", command: "qpdf --rotate=+90:1,5 --rotate=+180:2,6 --rotate=+270:3 IN OUT"},
	{name: "turned, the turn taken into it", command: "qpdf --rotate=+90 --flatten-rotation IN OUT"},
	{name: "set askew (pdfjam)", command: "pdfjam -q --angle 90 IN -o OUT"},
	{name: "made smaller (pdfjam)", command: "pdfjam -q --scale 0.7 IN -o OUT"},
	{name: "two pages on a sheet", command: "pdfjam -q --nup 2x1 --landscape IN -o OUT"},
	{name: "four pages on a sheet", command: "pdfjam -q --nup 2x2 IN -o OUT"},
	{name: "cropped (pdfcrop)", command: "pdfcrop --margins 5 IN OUT"},
	{name: "media box elsewhere", command: "qpdf --qdf --object-streams=disable IN OUT", change: moved},
	{name: "a word across each page", command: "qpdf IN --overlay WORD --repeat=1 -- OUT"},
	{name: "a word below each page", command: "qpdf IN --underlay WORD --repeat=1 -- OUT"},
	{name: "a word askew on each page", command: "qpdf IN --overlay ASKEW --repeat=1 -- OUT"},
	{name: "PDF 2.0", command: "qpdf --force-version=2.0 IN OUT"},
	{name: "as forms (overlay)", command: "qpdf IN --overlay IN -- OUT"},
	{name: "rewritten by mutool", command: "mutool clean -gggg -z IN OUT"},
	{name: "in ASCII by mutool", command: "mutool clean -a IN OUT"},
	{name: "rewritten by mutool convert", command: "mutool convert -F pdf -o OUT IN"},
	{name: "uncompressed by pdftk", command: "pdftk IN output OUT uncompress"},
	{name: "enciphered by pdftk", command: "pdftk IN output OUT encrypt_128bit owner_pw o"},
	{name: "turned by pdftk", command: "pdftk IN cat 1-endeast output OUT"},
	{name: "taken apart and merged", command: "sh -c pdfseparate IN OUT.%d && pdfunite OUT.? OUT"},
	{name: "Ghostscript, PDF 1.3", command: "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dCompatibilityLevel=1.3 -sOutputFile=OUT IN"},
	{name: "Ghostscript, for the screen", command: "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dPDFSETTINGS=/screen -sOutputFile=OUT IN"},
	{name: "Ghostscript, letters drawn", command: "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -dNoOutputFonts -sOutputFile=OUT IN"},
	{name: "scanned", command: "sh -c pdftoppm -r 100 -gray -png IN OUT && img2pdf OUT-*.png -o OUT"},
	{name: "rewritten by Ghostscript", command: "gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=OUT IN"},
	{name: "rewritten by cairo", command: "pdftocairo -pdf IN OUT"},
	{name: "through PostScript", command: "sh -c pdftops IN OUT.ps && ps2pdf OUT.ps OUT"},
	{name: "no ToUnicode", command: "qpdf --qdf --object-streams=disable IN OUT", change: renamed("/ToUnicode", "/ToUnicodx")},
	{name: "partial ToUnicode", command: "qpdf --qdf --object-streams=disable IN OUT", change: partial},
	{name: "one font without ToUnicode", command: "qpdf --qdf --object-streams=disable IN OUT", change: func(b []byte) []byte {
		return bytes.Replace(b, []byte("/ToUnicode"), []byte("/ToUnicodx"), 1)
	}},
	{name: "Ghostscript, partial ToUnicode", command: "sh -c gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile=OUT.gs IN && qpdf --qdf --object-streams=disable OUT.gs OUT", change: partial},
	{name: "an update behind it", change: updated},
	{name: "byte order mark in front", change: func(b []byte) []byte { return append([]byte("\xef\xbb\xbf"), b...) }},
	{name: "500 bytes in front", change: func(b []byte) []byte { return append(bytes.Repeat([]byte("X-Header: 1\r\n"), 40), b...) }},
	{name: "blank behind the header", change: func(b []byte) []byte { return bytes.Replace(b, []byte("\n"), []byte(" \n"), 1) }},
	{name: "3,000 bytes behind", change: func(b []byte) []byte { return append(b, bytes.Repeat([]byte("<html>"), 500)...) }},
	{name: "5,000 zeros behind", change: func(b []byte) []byte { return append(b, make([]byte, 5000)...) }},
	{name: "no %%EOF", change: renamed("%%EOF", "")},
	{name: "wrong startxref", change: func(b []byte) []byte {
		return regexp.MustCompile(`startxref\s+\d+`).ReplaceAll(b, []byte("startxref\n77"))
	}},
	{name: "damaged table", change: renamed("0000", "00x0")},
	{name: "no trailer", change: renamed("trailer", "tr--ler")},
	{name: "wrong lengths", change: renamed("/Length ", "/Length 9")},
	{name: "line ends changed", change: renamed("\n", "\r\n")},
	{name: "1 KB cut off", change: func(b []byte) []byte { return b[:len(b)-1024] }},
	{name: "a twentieth cut off", change: func(b []byte) []byte { return b[:len(b)*19/20] }},
	{name: "a fifth cut off", change: func(b []byte) []byte { return b[:len(b)*4/5] }},
	{name: "half cut off", change: func(b []byte) []byte { return b[:len(b)/2] }},
	{name: "3,000 bytes left", change: func(b []byte) []byte { return b[:3000] }},
	{name: "zeros for the last third", change: func(b []byte) []byte {
		clear(b[len(b)*2/3:])
		return b
	}},
	{name: "100 bytes of a page damaged", change: damaged},
	{name: "appended to itself", change: func(b []byte) []byte { return append(bytes.Clone(b), b...) }},
}

func renamed(old, with string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(old), []byte(with)) }
}

// moved takes the origin of the pages off their corner.
func moved(b []byte) []byte {
	return regexp.MustCompile(`/MediaBox \[\s*0\s+0\s+\S+\s+\S+\s*\]`).ReplaceAll(b, []byte("/MediaBox [-100 -50 495 792]"))
}

// updated appends an update that changes the catalog's version, as programs of signatures
// do, and a table of its own.
func updated(b []byte) []byte {
	start := regexp.MustCompile(`startxref\s+(\d+)`).FindAllSubmatch(b, -1)
	root := regexp.MustCompile(`/Root (\d+) 0 R`).FindSubmatch(b)
	if len(start) == 0 || root == nil {
		return b
	}
	number := string(root[1])
	catalog := regexp.MustCompile(`(?s)\n` + number + ` 0 obj\s*<<(.*?)endobj`).FindSubmatch(b)
	if catalog == nil {
		return b
	}
	at := len(b) + 1
	b = fmt.Appendf(b, "\n%s 0 obj\n<</Version/1.7 %s\nendobj\n", number, catalog[1])
	return fmt.Appendf(b, "xref\n%s 1\n%010d 00000 n \ntrailer\n<</Size 9999/Root %s 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		number, at, number, start[len(start)-1][1], len(b))
}

// damaged writes over bytes in the middle of the first stream.
func damaged(b []byte) []byte {
	at := bytes.Index(b, []byte("stream\n"))
	clear(b[at+1000 : at+1100])
	return b
}

// word is a PDF of one page with a word across it, level or askew.
func word(matrix string) []byte {
	stream := "BT /F 90 Tf 0.8 g " + matrix + " Tm (DU THAO) Tj ET"
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"+
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n"+
		"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Size 5/Root 1 0 R>>\n%%%%EOF\n", len(stream), stream)
}

// partial drops every fifth entry of the maps to Unicode.
func partial(b []byte) []byte {
	n := 0
	return regexp.MustCompile(`(?m)^<[0-9A-Fa-f]+> *<[0-9A-Fa-f]+>( *<[0-9A-Fa-f]+>)?$`).ReplaceAllFunc(b, func(entry []byte) []byte {
		if n++; n%5 == 0 {
			return bytes.Repeat([]byte(" "), len(entry))
		}
		return entry
	})
}

// words are the files that are laid over others.
var words map[string]string

func main() {
	keep := flag.String("keep", "", "folder in which the variants stay")
	plan := flag.String("plan", "xuan-loc-02-kh-tctda06", "plan in "+documents)
	flag.Parse()
	dir := *keep
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "variants-"); err != nil {
			log.Fatal(err)
		}
		defer os.RemoveAll(dir)
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		log.Fatal(err)
	}
	words = map[string]string{"WORD": filepath.Join(dir, "word.pdf"), "ASKEW": filepath.Join(dir, "askew.pdf")}
	for name, matrix := range map[string]string{"WORD": "1 0 0 1 80 420", "ASKEW": "0.7 0.7 -0.7 0.7 120 200"} {
		if err := os.WriteFile(words[name], word(matrix), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	want, err := os.ReadFile(documents + *plan + ".want.txt")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Character errors in percent; \"-\" nothing, \"bad\" over 30. What is wrong is said behind: pages, and how.")
	for _, producer := range []string{"chromium", "libreoffice"} {
		fmt.Printf("\n%-34s %8s %10s\n", producer, "kehoach", "pdftotext")
		for i, v := range variants {
			path := filepath.Join(dir, fmt.Sprintf("%s-%02d.pdf", producer, i))
			if !v.make(documents+*plan+"."+producer+".pdf", path) {
				continue
			}
			ours, note := read(path, v.password)
			theirs, _ := exec.Command("pdftotext", "-q", "-enc", "UTF-8", "-upw", v.password, path, "-").Output()
			fmt.Printf("%-34s %8s %10s  %s\n", v.name, rate(string(want), ours), rate(string(want), string(theirs)), note)
		}
	}
}

// make writes the variant of a file.
func (v variant) make(in, out string) bool {
	if v.command != "" {
		args := strings.Split(v.command, " ")
		if args[0] == "sh" {
			args = []string{"sh", "-c", strings.TrimPrefix(v.command, "sh -c ")}
		}
		for i := range args {
			args[i] = strings.NewReplacer("IN", in, "OUT", out, "WORD", words["WORD"], "ASKEW", words["ASKEW"]).Replace(args[i])
		}
		_ = exec.Command(args[0], args[1:]...).Run() // qpdf warns by its exit code
		in = out
	}
	data, err := os.ReadFile(in)
	if err == nil && v.change != nil {
		data = v.change(data)
	}
	return err == nil && os.WriteFile(out, data, 0o644) == nil
}

func read(path, password string) (text, note string) {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	f, err := pdf.Read(data, pdf.Options{Password: password})
	if err != nil {
		return "", err.Error()
	}
	count := map[string]int{}
	for _, d := range f.Diagnostics {
		count[d.Code]++
	}
	for _, code := range slices.Sorted(maps.Keys(count)) {
		note += fmt.Sprintf("%d %s ", count[code], code)
	}
	return f.Text, strings.TrimSpace(note)
}

// rate returns the character error rate as the table prints it.
func rate(want, got string) string {
	count := map[rune]int{}
	for _, r := range want {
		count[r]++
	}
	both, letters := 0, len([]rune(want))
	for _, r := range got {
		if count[r]--; count[r] >= 0 {
			both++
		}
	}
	switch n := len([]rune(got)); {
	case strings.TrimSpace(got) == "":
		return "-"
	case both*10 < letters*7 || both*10 < n*7:
		return "bad"
	}
	return fmt.Sprintf("%.2f", 100*measure.ErrorRate(want, got))
}
