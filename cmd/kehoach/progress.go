package main

import (
	"fmt"
	"io"
	"sync"

	"github.com/schollz/progressbar/v3"
)

// progress is a bar on a terminal, and nothing anywhere else. Its nil value does
// nothing.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer, total int) *progress {
	if terminalWidth(w) == 0 || total < 2 {
		return nil
	}
	return &progress{progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(msgProgress),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(false),
		progressbar.OptionFullWidth(),
	)}
}

// The bar is an ornament: that it cannot be drawn is no failure.

func (p *progress) clear() {
	if p != nil {
		_ = p.bar.Clear()
	}
}

func (p *progress) advance() {
	if p != nil {
		_ = p.bar.Add(1)
	}
}

func (p *progress) reach(done int) {
	if p != nil {
		_ = p.bar.Set(done)
	}
}

// describe tells what is being done, if it is not reading.
func (p *progress) describe(what string) {
	if p != nil {
		p.bar.Describe(what)
	}
}

// pages tells how far the recognition of a scan is that is being read.
func (p *progress) pages(done, all int) {
	switch {
	case p == nil:
	case done < all:
		p.bar.Describe(fmt.Sprintf(msgProgressPages, done, all))
	default:
		p.bar.Describe(msgProgress)
	}
}

// pageProgress is for one document: a bar that appears with the first page that is
// recognised. It returns what is to be told of pages, and what takes the bar away.
func pageProgress(w io.Writer) (pages func(done, all int), end func()) {
	if terminalWidth(w) == 0 {
		return nil, func() {}
	}
	var once sync.Once
	var p *progress
	pages = func(done, all int) {
		once.Do(func() { p = newProgress(w, max(all, 2)) })
		p.advance()
		p.pages(done, all)
	}
	return pages, func() { p.finish() }
}

func (p *progress) finish() {
	if p != nil {
		_ = p.bar.Finish()
	}
}
