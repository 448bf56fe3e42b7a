//go:build ignore

// Producers has many programs set one plan, each in its own way, reads what they print and
// prints a table of character error rates, beside those of pdftotext. A program that is
// missing is left out:
//
//	go run testdata/variants/producers.go [-keep DIR] > testdata/variants/producers.txt
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"

	"kehoach/ingest/measure"
	"kehoach/ingest/pdf"
)

const plan = "testdata/documents/xuan-loc-02-kh-tctda06"

// A page is the web page of the plan with other style sheets or letters.
type page struct {
	name   string
	change func(string) string
}

func styled(rules string) func(string) string {
	return func(s string) string { return strings.Replace(s, "</style>", rules+"</style>", 1) }
}

func inBody(html string) func(string) string {
	return func(s string) string { return strings.Replace(s, "<body>", "<body>"+html, 1) }
}

// inColumns sets all behind the title in two columns.
func inColumns(s string) string {
	s = styled(".two{columns:2;column-gap:1cm}")(s)
	s = strings.Replace(s, "<p class=c>KẾ HOẠCH</p>", "<p class=c>KẾ HOẠCH</p><div class=two>", 1)
	return strings.Replace(s, "</body>", "</div></body>", 1)
}

// mixed sets the letters with two marks in another font.
func mixed(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r >= 0x1EA0 && r <= 0x1EF9 {
			fmt.Fprintf(&b, `<span style="font-family:Liberation Serif">%c</span>`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

var pages = []page{
	{"as it is", func(s string) string { return s }},
	{"marks as characters of their own", norm.NFD.String},
	{"letters with marks in another font", mixed},
	{"two columns", inColumns},
	{"bold", styled("p{font-weight:bold}")},
	{"italic", styled("p{font-style:italic}")},
	{"underlined", styled("p{text-decoration:underline}")},
	{"9 points", styled("body{font-size:9pt;line-height:1.1}")},
	{"letters 1.5 px apart", styled("p{letter-spacing:1.5px}")},
	{"letters 3 px apart", styled("p{letter-spacing:3px}")},
	{"landscape", styled("@page{size:A4 landscape}")},
	{"a word across each page", inBody(`<div style="position:fixed;top:45%;left:10%;font-size:70pt;color:#ddd">DỰ THẢO</div>`)},
	{"a word askew on each page", inBody(`<div style="position:fixed;top:40%;left:10%;transform:rotate(-45deg);font-size:80pt;color:#ddd">BẢN SAO</div>`)},
}

// printers print IN, a web page, to OUT.
var printers = []struct{ name, command string }{
	{"chromium", "chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf=OUT file://IN"},
	{"chromium, heads and feet", "chromium --headless --no-sandbox --disable-gpu --print-to-pdf=OUT file://IN"},
	{"weasyprint", "weasyprint -q IN OUT"},
	{"wkhtmltopdf", "wkhtmltopdf -q IN OUT"},
}

// setters set the paragraphs of the plan: FILE is written with its ending and a head and
// a foot around them, OUT is what it becomes.
var setters = []struct{ name, ending, head, foot, command string }{
	{"XeLaTeX", "tex", `\documentclass[12pt]{article}\usepackage{fontspec}\setmainfont{Tinos}\begin{document}\sloppy `, `\end{document}`,
		"xelatex -interaction=batchmode -output-directory=DIR FILE"},
	{"LuaLaTeX", "tex", `\documentclass[12pt]{article}\usepackage{fontspec}\setmainfont{Tinos}\begin{document}\sloppy `, `\end{document}`,
		"lualatex -interaction=batchmode -output-directory=DIR FILE"},
	{"pdfLaTeX, T5", "tex", `\documentclass[12pt]{article}\usepackage[utf8]{inputenc}\usepackage[T5]{fontenc}\usepackage[vietnamese]{babel}\begin{document}\sloppy `, `\end{document}`,
		"pdflatex -interaction=batchmode -output-directory=DIR FILE"},
	{"Pango", "txt", "", "", "pango-view -q --no-display --font=Tinos_13 --width=450 -o OUT FILE"},
}

func main() {
	keep := flag.String("keep", "", "folder in which the files stay")
	flag.Parse()
	dir := *keep
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "producers-"); err != nil {
			log.Fatal(err)
		}
		defer os.RemoveAll(dir)
	}
	fmt.Printf("%-26s %-36s %8s %10s\n", "producer", "what", "kehoach", "pdftotext")
	html, want := read(plan+".html"), read(plan+".want.txt")
	for _, p := range printers {
		for i, page := range pages {
			in := filepath.Join(dir, fmt.Sprintf("%d.html", i))
			write(in, page.change(html))
			print(want, p.name, page.name, filepath.Join(dir, fmt.Sprintf("%s-%d.pdf", p.name, i)), p.command, "IN", in)
		}
	}
	text := strings.Join(strings.Split(strings.TrimSpace(strings.ReplaceAll(want, "\t", " ")), "\n"), "\n\n")
	for i, s := range setters {
		body := text
		if s.ending == "tex" {
			body = strings.NewReplacer("&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`).Replace(text)
		}
		file := filepath.Join(dir, fmt.Sprintf("set%d.%s", i, s.ending))
		write(file, s.head+body+s.foot)
		print(text, s.name, "paragraphs", strings.TrimSuffix(file, s.ending)+"pdf", s.command, "FILE", file, "DIR", dir)
	}
}

// print runs a command that makes a file and prints how it is read.
func print(want, producer, what, out, command string, names ...string) {
	names = append(names, "OUT", out, "_", " ")
	var args []string
	for _, a := range strings.Fields(command) {
		args = append(args, strings.NewReplacer(names...).Replace(a))
	}
	_ = exec.Command(args[0], args[1:]...).Run() // TeX warns by its exit code
	data, err := os.ReadFile(out)
	if err != nil {
		return
	}
	f, err := pdf.Read(data, pdf.Options{})
	if err != nil {
		fmt.Printf("%-26s %-36s %v\n", producer, what, err)
		return
	}
	theirs, _ := exec.Command("pdftotext", "-q", "-enc", "UTF-8", out, "-").Output()
	fmt.Printf("%-26s %-36s %8.2f %10.2f\n", producer, what, 100*measure.ErrorRate(want, f.Text), 100*measure.ErrorRate(want, string(theirs)))
}

func read(path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	return string(data)
}

func write(path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		log.Fatal(err)
	}
}
