// Package ocr recognises the pages of a PDF that are scans: poppler's pdftoppm renders a page;
// red stamps, shade and grey paper are taken away (image.go, light.go) and the ink of pens set apart
// (pen.go), the page is set upright (orient.go) and straight (skew.go, lean.go), the rings of stamps
// without colour are painted over (rings.go); tesseract reads it, the cells of a table and the columns
// of a head each by themselves (rules.go, cells.go, head.go); what it misreads again and again is
// mended (quarters.go on the image, repair.go, slots.go and marks.go in the text), and package
// layout makes lines of the words' boxes, so that heads and signatures come column by column as
// they do from a text layer. Both programs are started without a shell, each page by itself,
// within the limits of package sandbox; what a page gave is kept (cache.go), so that no page is
// recognised twice and an interrupted run goes on. Begin with Find and Engine.Pages.
package ocr

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"kehoach/ingest/sandbox"
)

// Resolution in dots per inch. 200 reads better than 300 and is three times faster,
// with the model of Debian's tesseract-ocr-vie.
const Resolution = 200

// method counts the ways in which an image is made ready for tesseract and its table read. It is
// raised with each change of them, so that pages recognised before are recognised anew.
const method = 8

// Engine is what recognises pages on this computer.
type Engine struct {
	Version string // of both programs and of the way in which they are called

	pdftoppm, tesseract string
}

// Missing says which Debian packages there must be and are not.
type Missing struct{ Packages []string }

func (m *Missing) Error() string { return "not installed: " + strings.Join(m.Packages, ", ") }

var engine struct {
	once sync.Once
	e    *Engine
	err  error
}

// Find looks for the programs, once. An error is a *Missing.
func Find() (*Engine, error) {
	engine.once.Do(func() { engine.e, engine.err = find() })
	return engine.e, engine.err
}

func find() (*Engine, error) {
	e, missing := &Engine{}, &Missing{}
	var err error
	if e.pdftoppm, err = exec.LookPath("pdftoppm"); err != nil {
		missing.Packages = append(missing.Packages, "poppler-utils")
	}
	if e.tesseract, err = exec.LookPath("tesseract"); err != nil {
		missing.Packages = append(missing.Packages, "tesseract-ocr", "tesseract-ocr-vie")
		return nil, missing
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	languages, _ := exec.CommandContext(ctx, e.tesseract, "--list-langs").CombinedOutput()
	if !slices.Contains(strings.Fields(string(languages)), "vie") {
		missing.Packages = append(missing.Packages, "tesseract-ocr-vie")
	}
	if len(missing.Packages) > 0 {
		return nil, missing
	}
	e.Version = fmt.Sprintf("%s, %s, %d dpi, psm 3, cells psm 6, method %d", firstLine(ctx, e.tesseract, "--version"), firstLine(ctx, e.pdftoppm, "-v"), Resolution, method)
	return e, nil
}

func firstLine(ctx context.Context, name, arg string) string {
	out, _ := exec.CommandContext(ctx, name, arg).CombinedOutput()
	line, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(line)
}

// Options for Pages. The zero value is ready.
type Options struct {
	Cache    string        // folder; "" is that of the user
	Timeout  time.Duration // of one program on one page; 0 is a minute
	Progress func(done, all int)
}

const standardTimeout = time.Minute

// slots bound the pages that are recognised at a time, over all files: tesseract uses
// one core each.
var slots = make(chan struct{}, max(1, runtime.NumCPU()))

// Pages recognises the pages of a PDF with these numbers, from 1. Of a page that could
// not be recognised there is an error in failed, the others are there all the same.
func (e *Engine) Pages(ctx context.Context, pdf []byte, numbers []int, opt Options) (pages map[int]Page, failed map[int]error, err error) {
	if opt.Timeout == 0 {
		opt.Timeout = standardTimeout
	}
	dir, err := os.MkdirTemp("", "kehoach-ocr-")
	if err != nil {
		return nil, nil, fmt.Errorf("recognise pages: %w", err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "document.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		return nil, nil, fmt.Errorf("recognise pages: %w", err)
	}
	sum := sha256.Sum256(pdf)
	job := job{engine: e, file: file, cache: newCache(opt.Cache, hex.EncodeToString(sum[:]), e.Version), opt: opt}
	pages, failed = job.all(ctx, numbers)
	return pages, failed, ctx.Err()
}

// job is the recognition of one file.
type job struct {
	engine *Engine
	file   string
	cache  cache
	opt    Options

	read, slow atomic.Int32 // pages that were read, and that took longer than the limit
}

// hopeless is how many pages may take too long, if none was read, before the others are
// not tried: pictures that are no text at all have each page cost the limit.
const hopeless = 4

// ErrHopeless tells of a page that was not tried.
var ErrHopeless = errors.New("not tried, the pages before it took too long")

func (j *job) all(ctx context.Context, numbers []int) (pages map[int]Page, failed map[int]error) {
	pages, failed = map[int]Page{}, map[int]error{}
	var mu sync.Mutex
	var wait sync.WaitGroup
	for _, n := range numbers {
		wait.Go(func() {
			p, err := j.one(ctx, n)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failed[n] = err
			} else {
				pages[n] = p
			}
			if j.opt.Progress != nil {
				j.opt.Progress(len(pages)+len(failed), len(numbers))
			}
		})
	}
	wait.Wait()
	return pages, failed
}

func (j *job) one(ctx context.Context, number int) (Page, error) {
	if p, ok := j.cache.get(number); ok {
		return p, nil
	}
	select {
	case slots <- struct{}{}:
		defer func() { <-slots }()
	case <-ctx.Done():
		return Page{}, ctx.Err()
	}
	if j.slow.Load() >= hopeless && j.read.Load() == 0 {
		return Page{}, fmt.Errorf("recognise page %d: %w", number, ErrHopeless)
	}
	p, err := j.recognise(ctx, number)
	if sandbox.OverLimit(err) {
		j.slow.Add(1)
	}
	if err != nil {
		return Page{}, fmt.Errorf("recognise page %d: %w", number, err)
	}
	j.read.Add(1)
	j.cache.put(number, p)
	return p, nil
}

// Pixels of the longer side of a page. Of a page that says another size than paper has,
// as those of telephones do, perhaps one too large to render, the image has as many as
// one of A4.
const (
	leastSide = 1400 // A6 is 1165, A5 is 1654
	mostSide  = 4800 // A2 is 4678
	sideOfA4  = 2339
)

// recognise renders a page and reads it.
func (j *job) recognise(ctx context.Context, number int) (Page, error) {
	image, err := j.render(ctx, number, "-r", fmt.Sprint(Resolution))
	if side := max(image.print.width, image.print.height); ctx.Err() == nil && (err != nil || side < leastSide || side > mostSide) {
		image, err = j.render(ctx, number, "-scale-to", fmt.Sprint(sideOfA4))
	}
	if err != nil {
		return Page{}, err
	}
	image.print = image.print.evened().cleared()
	return read(ctx, image, j)
}

// render returns the image of a page, its size given as pdftoppm wants it.
func (j *job) render(ctx context.Context, number int, size ...string) (sheet, error) {
	n := fmt.Sprint(number)
	args := append([]string{"-q", "-f", n, "-l", n, "-singlefile"}, size...)
	data, err := j.run(ctx, nil, j.engine.pdftoppm, append(args, j.file)...)
	if err != nil {
		return sheet{}, err
	}
	image, ok := readPNM(data)
	if !ok {
		return sheet{}, errors.New("no image of the page")
	}
	return image, nil
}

// page has tesseract read an image as a page.
func (j *job) page(ctx context.Context, image gray) ([]byte, error) {
	return j.run(ctx, image.pgm(), j.engine.tesseract,
		"stdin", "stdout", "-l", "vie", "--psm", "3", "--dpi", fmt.Sprint(Resolution), "tsv")
}

// blocks has tesseract read images, each as a block of lines, in one go.
func (j *job) blocks(ctx context.Context, images []gray) ([]byte, error) {
	dir, err := os.MkdirTemp(filepath.Dir(j.file), "cells-")
	if err != nil {
		return nil, fmt.Errorf("recognise cells: %w", err)
	}
	defer os.RemoveAll(dir)
	var list strings.Builder
	for i, g := range images {
		name := filepath.Join(dir, fmt.Sprintf("%d.pgm", i))
		if err := os.WriteFile(name, g.pgm(), 0o600); err != nil {
			return nil, fmt.Errorf("recognise cells: %w", err)
		}
		list.WriteString(name + "\n")
	}
	return j.run(ctx, []byte(list.String()), j.engine.tesseract,
		"stdin", "stdout", "-l", "vie", "--psm", "6", "--dpi", fmt.Sprint(Resolution), "tsv")
}

// run has one of the programs work.
func (j *job) run(ctx context.Context, stdin []byte, path string, args ...string) ([]byte, error) {
	p := sandbox.Program{Path: path, Args: args, Stdin: stdin, Wall: j.opt.Timeout}
	if v := os.Getenv("TESSDATA_PREFIX"); v != "" {
		p.Env = append(p.Env, "TESSDATA_PREFIX="+v)
	}
	out, _, err := p.Run(ctx)
	return out, err
}
