//go:build ignore

// Make prints the sample plans as an authority would issue them and as other people
// would hand them on: a web page, the PDF a browser prints of it, a Word document
// and the PDF that LibreOffice makes of that. Beside them stands what a reader ought
// to find in them (NAME.want.txt). It needs chromium and soffice in the PATH:
//
//	go run testdata/documents/make.go -out DIR testdata/plans/*.txt
//
// With -sheets it prints plans whose tables have narrow columns, so that words and rows are broken: each line of a text
// is a paragraph, lines with tabs or bars are the rows of a table. It needs soffice alone:
//
//	go run testdata/documents/make.go -sheets -out testdata/documents/sheets testdata/layouts/NAME.txt …
package main

import (
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf8"

	"kehoach/extract"
	"kehoach/ingest/source"
)

const style = `<style>
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font: 14pt/1.3 "Tinos", "Times New Roman", serif }
p { margin: 6pt 0; text-align: justify; text-indent: 1cm }
.c, td p { text-indent: 0; text-align: center; margin: 0 }
table { width: 100%; border-collapse: collapse }
table.b td { border: 1px solid black; padding: 2px 4px; font-size: 12pt; vertical-align: top; text-align: left }
table.n, table.n tr { page-break-inside: avoid }
table.n td { vertical-align: top; width: 50% }
.l p { text-align: left }
</style>`

func main() {
	out := flag.String("out", ".", "folder for the documents")
	sheets := flag.Bool("sheets", false, "only a PDF, with tables of narrow columns")
	flag.Parse()
	for _, path := range flag.Args() {
		text, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		if *sheets {
			write(*out, name+".html", "<html><meta charset=utf-8>"+sheetStyle+"<body>"+sheet(string(text))+"</body></html>\n")
			run("soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", *out, filepath.Join(*out, name+".html"))
			os.Remove(filepath.Join(*out, name+".html"))
			continue
		}
		page, want := render(string(text))
		write(*out, name+".html", "<!DOCTYPE html>\n<html lang=vi><meta charset=utf-8><title>Kế hoạch</title>"+style+"\n<body>"+page+"</body></html>\n")
		write(*out, name+".want.txt", want)
		base, _ := filepath.Abs(filepath.Join(*out, name))
		run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+base+".chromium.pdf", "file://"+base+".html")
		run("soffice", "--headless", "--infilter=HTML (StarWriter)", "--convert-to", "odt", "--outdir", *out, base+".html")
		run("soffice", "--headless", "--convert-to", "docx", "--outdir", *out, base+".odt")
		run("soffice", "--headless", "--convert-to", "pdf", "--outdir", *out, base+".docx")
		if err := os.Rename(base+".pdf", base+".libreoffice.pdf"); err != nil {
			log.Fatal(err)
		}
		os.Remove(base + ".odt")
	}
}

func write(dir, name, text string) {
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}

func run(name string, args ...string) {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		log.Fatalf("%s: %v\n%s", name, err, out)
	}
}

var (
	bold  = regexp.MustCompile(`\*\*`)
	slant = regexp.MustCompile(`(^|[\s(])\*([^*]+)\*`) // "*Chi tiết*", but not the stars of hotels: "4*; 5*"
	title = regexp.MustCompile(`^(KẾ HOẠCH|PHỤ LỤC|Phụ lục)`)
	date  = regexp.MustCompile(`, ngày|^\d+ tháng \d+ năm|^CỘNG |^CHỦ NGHĨA|^Độc lập|^-{10,}`)
)

// render returns the body of the page and the text it shows, a paragraph or a table
// row a line.
func render(text string) (page, want string) {
	var b, w strings.Builder
	lines := strings.Split(strings.ReplaceAll(text, "\r", ""), "\n")
	if wrapped(lines) {
		lines = unwrap(text)
	}
	body := 0
	for body < len(lines) && !title.MatchString(clean(lines[body])) {
		body++
	}
	head(&b, &w, lines[:body])
	for i := body; i < len(lines); i++ {
		line := clean(lines[i])
		switch {
		case line == "" || line == "|":
		case strings.Contains(line, "\t"):
			rows := i
			for rows < len(lines) && strings.Contains(lines[rows], "\t") {
				rows++
			}
			table(&b, &w, lines[i:rows])
			i = rows - 1
		case strings.HasPrefix(line, "Nơi nhận:"):
			i = signature(&b, &w, lines, i)
		case title.MatchString(line):
			para(&b, &w, line, ` class=c`)
		default:
			para(&b, &w, line, "")
		}
	}
	return b.String(), w.String()
}

// wrapped reports whether a text was saved with its paragraphs broken into short lines
// and nothing between them.
func wrapped(lines []string) bool {
	for _, l := range lines {
		if utf8.RuneCountInString(l) > 100 {
			return false
		}
	}
	return true
}

// unwrap puts the lines of each paragraph together, as the program itself does: its
// reading of the text is held by other tests.
func unwrap(text string) []string {
	return extract.Paragraphs(source.NewText("", text))
}

// clean drops Markdown marks and what separates the cells of a head in a web page.
func clean(line string) string {
	return strings.TrimSpace(slant.ReplaceAllString(bold.ReplaceAllString(line, ""), "$1$2"))
}

func para(b, w *strings.Builder, line, attr string) {
	fmt.Fprintf(b, "<p%s>%s</p>\n", attr, html.EscapeString(line))
	w.WriteString(line + "\n")
}

// head sets what stands above the title in two columns: the issuer and the number on
// the left, the motto, place and date on the right.
func head(b, w *strings.Builder, lines []string) {
	var left, right []string
	for _, l := range lines {
		for _, part := range strings.Split(l, "|") {
			switch part = clean(part); {
			case part == "" || strings.HasPrefix(part, "- "):
			case date.MatchString(part):
				right = append(right, part)
			default:
				left = append(left, part)
			}
		}
	}
	columns(b, w, left, right, "c")
}

func columns(b, w *strings.Builder, left, right []string, class string) {
	b.WriteString("<table class=n border=0 style=\"page-break-inside: avoid\"><tr valign=top>")
	for _, column := range [][]string{left, right} {
		fmt.Fprintf(b, "<td class=%s>", class)
		for _, l := range column {
			para(b, w, l, "")
		}
		b.WriteString("</td>")
	}
	b.WriteString("</tr></table>\n")
}

var recipient = regexp.MustCompile(`^(-|Nơi nhận)`)

// signature sets the recipients beside those who sign and returns the last line that
// it used.
func signature(b, w *strings.Builder, lines []string, at int) int {
	var left, right []string
	i := at
	for ; i < len(lines) && (len(right) == 0 || i < at+40); i++ {
		l := clean(lines[i])
		if l == "" || l == "|" {
			continue
		}
		if title.MatchString(l) || strings.Contains(l, "\t") || strings.HasPrefix(l, "FILE") || len(right) > 0 && recipient.MatchString(l) {
			break
		}
		if recipient.MatchString(l) {
			left = append(left, l)
		} else {
			right = append(right, l)
		}
	}
	columns(b, w, left, right, "l")
	return i - 1
}

func table(b, w *strings.Builder, rows []string) {
	b.WriteString("<table class=b border=1 cellspacing=0>\n")
	for _, r := range rows {
		b.WriteString("<tr valign=top>")
		var cells []string
		for _, cell := range strings.Split(strings.TrimRight(r, "\r"), "\t") {
			fmt.Fprintf(b, "<td>%s</td>", html.EscapeString(clean(cell)))
			cells = append(cells, clean(cell))
		}
		b.WriteString("</tr>\n")
		w.WriteString(strings.Join(cells, "\t") + "\n")
	}
	b.WriteString("</table>\n")
}

// The style of a sheet's paragraph stands with each: in a sheet of its own it would go for the cells too.
const (
	sheetStyle     = "<style>body { font: 13pt serif } p { margin: 2pt 0 }</style>"
	sheetParagraph = "<p style=\"text-align: justify; text-indent: 1cm\">%s</p>\n"
)

var (
	marks = strings.NewReplacer("**", "", "<br>", "\n")
	drawn = regexp.MustCompile(`^[|\s:-]+$`) // the line below the head of a Markdown table
)

// sheet returns what the page of a sheet shows.
func sheet(text string) string {
	var b strings.Builder
	inTable := false
	for line := range strings.Lines(text) {
		line = strings.Trim(marks.Replace(line), "\r\n ")
		cells := cellsOf(line)
		if rows := len(cells) > 1; rows != inTable {
			inTable = rows
			b.WriteString(map[bool]string{true: "<table border=1 cellspacing=0 cellpadding=3 width=100%>\n", false: "</table>\n"}[rows])
		}
		switch {
		case line == "" || drawn.MatchString(line):
		case inTable:
			b.WriteString("<tr>")
			for _, c := range cells {
				fmt.Fprintf(&b, "<td>%s</td>", strings.ReplaceAll(html.EscapeString(strings.TrimSpace(c)), "\n", "<br>"))
			}
			b.WriteString("</tr>\n")
		default:
			fmt.Fprintf(&b, sheetParagraph, html.EscapeString(line))
		}
	}
	if inTable {
		b.WriteString("</table>\n")
	}
	return b.String()
}

func cellsOf(line string) []string {
	if strings.Contains(line, "\t") {
		return strings.Split(line, "\t")
	}
	if strings.Count(line, "|") < 2 {
		return nil
	}
	return strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
}
