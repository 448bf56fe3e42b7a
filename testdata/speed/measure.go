//go:build ignore && linux

// Measure prints what reading PDFs costs, in one run and therefore in ratios: long files
// beside pdftotext, and many files of 30 pages ingested at once. It needs qpdf and
// pdftotext in the PATH:
//
//	go build -o /path/to/kehoach ./cmd/kehoach
//	go run testdata/speed/measure.go -kehoach /path/to/kehoach -files 500 > testdata/speed/results.txt
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

const rounds = 3 // the best of which counts

func main() {
	kehoach := flag.String("kehoach", "kehoach", "the program")
	files := flag.Int("files", 500, "files to ingest")
	flag.Parse()
	dir, err := os.MkdirTemp("", "speed-")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	fmt.Printf("%-14s %6s %30s %30s %7s\n", "file", "pages", "kehoach text: ms/page, MB", "pdftotext: ms/page, MB", "ratio")
	for _, producer := range []string{"chromium", "libreoffice"} {
		plans, _ := filepath.Glob("testdata/documents/*." + producer + ".pdf")
		long := filepath.Join(dir, producer+".pdf")
		args := append([]string{"--empty", "--pages"}, plans...)
		args = append(append(args, plans...), plans...)
		must(exec.Command("qpdf", append(args, "--", long)...).Run())
		pages := count(long)
		ours, theirs := best(*kehoach, "text", long), best("pdftotext", "-enc", "UTF-8", long, "-")
		fmt.Printf("%-14s %6d %20.2f %9d %20.2f %9d %7.2f\n", producer, pages, ours.per(pages), ours.peak, theirs.per(pages), theirs.peak, ours.per(pages)/theirs.per(pages))
		must(exec.Command("qpdf", "--empty", "--pages", long, "1-30", "--", filepath.Join(dir, producer+"-30.pdf")).Run())
	}
	fmt.Printf("\n%d files of 30 pages ingested: files, seconds, files a second, seconds of CPU, peak MB of one process\n", *files)
	for _, n := range []int{*files / 10, *files} {
		in := filepath.Join(dir, fmt.Sprint(n))
		must(os.MkdirAll(in, 0o755))
		for i := range n {
			data, err := os.ReadFile(filepath.Join(dir, []string{"chromium", "libreoffice"}[i%2]+"-30.pdf"))
			must(err)
			must(os.WriteFile(filepath.Join(in, fmt.Sprintf("%04d.pdf", i)), fmt.Appendf(data, "\n%%%% copy %d\n", i), 0o644))
		}
		start := time.Now()
		c := run(*kehoach, "ingest", in, "--corpus", filepath.Join(dir, fmt.Sprint("corpus", n)))
		took := time.Since(start).Seconds()
		fmt.Printf("%5d %8.1f %6.2f %8.1f %6d\n", n, took, float64(n)/took, c.cpu.Seconds(), c.peak)
	}
}

// cost is what a program and those it started took.
type cost struct {
	cpu  time.Duration
	peak int64 // MB of the largest of them
}

func (c cost) per(pages int) float64 { return float64(c.cpu.Microseconds()) / 1000 / float64(pages) }

func best(name string, args ...string) cost {
	least := run(name, args...)
	for range rounds - 1 {
		if c := run(name, args...); c.cpu < least.cpu {
			least = c
		}
	}
	return least
}

func run(name string, args ...string) cost {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	must(cmd.Run())
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), usage.Maxrss / 1024}
}

func count(path string) (n int) {
	out, err := exec.Command("qpdf", "--show-npages", path).Output()
	must(err)
	_, err = fmt.Sscan(string(out), &n)
	must(err)
	return n
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
