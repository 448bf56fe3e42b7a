//go:build ignore

// Sheets prints plans whose tables have narrow columns, so that words and rows are broken: each line of a text is a
// paragraph, lines with tabs or bars are the rows of a table. It needs soffice in the PATH:
//
//	go run testdata/documents/sheets.go -out testdata/documents/sheets testdata/layouts/NAME.txt …
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
)

// The style of a paragraph stands with each: in a sheet of its own it would go for the cells too.
const (
	style     = "<style>body { font: 13pt serif } p { margin: 2pt 0 }</style>"
	paragraph = "<p style=\"text-align: justify; text-indent: 1cm\">%s</p>\n"
)

func main() {
	out := flag.String("out", ".", "folder for the documents")
	flag.Parse()
	for _, path := range flag.Args() {
		text, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err)
		}
		page := filepath.Join(*out, strings.TrimSuffix(filepath.Base(path), ".txt")+".html")
		if err := os.WriteFile(page, []byte("<html><meta charset=utf-8>"+style+"<body>"+body(string(text))+"</body></html>\n"), 0o644); err != nil {
			log.Fatal(err)
		}
		if out, err := exec.Command("soffice", "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", *out, page).CombinedOutput(); err != nil {
			log.Fatalf("soffice: %v\n%s", err, out)
		}
		if err := os.Remove(page); err != nil {
			log.Fatal(err)
		}
	}
}

var (
	marks = strings.NewReplacer("**", "", "<br>", "\n")
	drawn = regexp.MustCompile(`^[|\s:-]+$`) // the line below the head of a Markdown table
)

// body returns what the page shows.
func body(text string) string {
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
			fmt.Fprintf(&b, paragraph, html.EscapeString(line))
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
