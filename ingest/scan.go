package ingest

import (
	"cmp"
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"

	"kehoach/ingest/ocr"
	"kehoach/ingest/pdf"
	"kehoach/ingest/pdf/content"
	"kehoach/ingest/pdf/layout"
	"kehoach/ingest/source"
)

// readPDF reads the text layer of a PDF in a child process and has the pages that are
// scans, or whose text layer is not what they show, recognised.
func readPDF(ctx context.Context, data []byte, opt Options) (*source.File, error) {
	f, err := confined("pdf")(ctx, data, opt)
	if err != nil {
		return nil, err
	}
	scans := unread(f)
	if len(scans) == 0 {
		return f, tellNothing(f)
	}
	engine, err := ocr.Find()
	if err != nil {
		return withoutOCR(f, scans, err)
	}
	if opt.Password != "" { // the arguments of a program are for all to see
		if data, err = deciphered(ctx, data, opt.Password); err != nil {
			return nil, err
		}
	}
	pages, failed, err := engine.Pages(ctx, data, scans, ocr.Options{Cache: opt.Cache, Progress: opt.Progress})
	if err != nil {
		return nil, err
	}
	whole, err := recognised(f, scans, pages, failed)
	var r *source.Refusal
	if errors.As(err, &r) && r.Reason != source.OverLimit && pdf.CutOff(data) {
		return nil, &source.Refusal{Reason: source.CutOff}
	}
	return whole, err
}

// tellNothing says of a PDF without text that it has none, or refuses it if that may be
// for what is damaged of it.
func tellNothing(f *source.File) error {
	if strings.TrimSpace(f.Text) != "" {
		return nil
	}
	for _, d := range f.Diagnostics {
		if d.Code == pdf.CodeDamaged || d.Code == pdf.CodeIncomplete {
			return &source.Refusal{Reason: source.Damaged, Detail: "no text in what is left of it"}
		}
	}
	f.Diagnostics = append(f.Diagnostics, noText(f))
	return nil
}

// unread returns the pages that the reader could not read.
func unread(f *source.File) (pages []int) {
	for _, d := range f.Diagnostics {
		if isUnread(d) {
			pages = append(pages, d.Span.Page)
		}
	}
	return pages
}

func isUnread(d source.Diagnostic) bool {
	return d.Code == pdf.CodeScan || d.Code == pdf.CodeBadTextLayer || isDoubted(d)
}

// isDoubted reports whether a page, for want of anything better, is what its text layer
// says.
func isDoubted(d source.Diagnostic) bool {
	return d.Code == pdf.CodeUnclear || d.Code == pdf.CodeImage
}

// withoutOCR tells what must be installed: as a refusal where there is no page that
// could be read.
func withoutOCR(f *source.File, scans []int, why error) (*source.File, error) {
	var missing *ocr.Missing
	if !errors.As(why, &missing) {
		return nil, why
	}
	install := "apt install " + strings.Join(missing.Packages, " ")
	doubted := slices.ContainsFunc(f.Diagnostics, isDoubted)
	if strings.TrimSpace(f.Text) == "" || len(scans) >= f.Pages() && !doubted {
		return nil, &source.Refusal{Reason: source.NeedsTool, Detail: install}
	}
	f.Diagnostics = append(f.Diagnostics, needsOCR(install))
	return f, nil
}

// flowOf tells of the lines of each page how they stand to the one before.
func flowOf(f *source.File, pages int) [][]source.Flow {
	flow := make([][]source.Flow, pages)
	for _, l := range f.Lines {
		flow[l.Page-1] = append(flow[l.Page-1], l.Flow)
	}
	return flow
}

// recognised puts the pages that were recognised in the place of those that were not
// read, and tells of both.
func recognised(f *source.File, scans []int, pages map[int]ocr.Page, failed map[int]error) (*source.File, error) {
	last := max(f.Pages(), slices.Max(scans))
	texts := pageTexts(f, last)
	for _, d := range f.Diagnostics {
		if isUnread(d) && pdf.Keep(d.Code, texts[d.Span.Page-1], pages[d.Span.Page].Text()) {
			delete(pages, d.Span.Page)
		}
	}
	contents := make([]*content.Page, last)
	for i := range contents {
		contents[i] = &content.Page{}
		if p, ok := pages[i+1]; ok {
			contents[i] = p.Content()
		}
	}
	lines := layout.Document(contents)
	repaired := map[int][]source.Diagnostic{}
	var numerals ocr.Numerals
	head := mottoOf(lines[0])
	for i := range lines {
		for j := range lines[i] {
			l := &lines[i][j]
			for c, text := range l.Cells {
				if mended := ocr.Mend(text); mended != text {
					repaired[i+1] = append(repaired[i+1], repairedLine(i+1, j+1, text, mended))
					l.Cells[c] = mended
				}
			}
			if l.Cells != nil {
				continue
			}
			mended := ocr.Mend(l.Text)
			if i > 0 || j > head {
				mended, _ = numerals.Next(mended)
			}
			if mended != l.Text {
				repaired[i+1] = append(repaired[i+1], repairedLine(i+1, j+1, l.Text, mended))
				gaps := strings.Count(mended, source.Unread) - strings.Count(l.Text, source.Unread)
				l.Text = mended
				l.Doubts = slices.DeleteFunc(l.Doubts, func(w string) bool { return !strings.Contains(mended, w) })
				for range gaps {
					l.Doubts = append(l.Doubts, source.Unread)
				}
			}
		}
	}
	flow := flowOf(f, last)
	for n := range pages {
		texts[n-1], flow[n-1] = layout.Text(lines[n-1]), layout.Flow(lines[n-1])
	}
	old := f.Diagnostics
	f.Diagnostics = nil
	for _, d := range old {
		if _, done := pages[d.Span.Page]; !isUnread(d) || !done {
			f.Diagnostics = append(f.Diagnostics, d)
		}
	}
	f.SetPages(texts)
	for i := range flow {
		f.SetFlow(i, flow[i])
	}
	f.NumberPrinted()
	if len(pages) > 0 {
		f.Diagnostics = append(f.Diagnostics, recognisedPages(f, pages))
	}
	for _, n := range scans {
		if p, ok := pages[n]; ok {
			if p.Confidence < poorPage {
				f.Diagnostics = append(f.Diagnostics, poorlyRecognised(f, n, p.Confidence))
			}
			for _, d := range repaired[n] {
				span := f.LineSpan(n, d.Span.Line)
				d.Span = &span
				f.Diagnostics = append(f.Diagnostics, d)
			}
			f.Diagnostics = append(f.Diagnostics, doubts(f, n, lines[n-1])...)
		} else if failed[n] != nil {
			f.Diagnostics = append(f.Diagnostics, failedPage(f, n, failed[n]))
		}
	}
	if strings.TrimSpace(f.Text) == "" {
		return nil, nothingRead(scans, failed)
	}
	return f, nil
}

// mottoOf returns which line of a page holds the national motto, -1 where none does: no heading is
// numbered above it.
func mottoOf(lines []layout.Line) int {
	return slices.IndexFunc(lines, func(l layout.Line) bool { return motto.MatchString(l.Text) })
}

var motto = regexp.MustCompile(`(?i)h[aạảãá]nh ph[uúùủũụ]c`)

// nothingRead says why a file of scans gave no text: what the first of its pages failed
// of, or that there is none on them.
func nothingRead(scans []int, failed map[int]error) error {
	for _, n := range scans {
		var r *source.Refusal
		switch err := failed[n]; {
		case err == nil:
		case errors.As(err, &r):
			return r
		default:
			return &source.Refusal{Reason: source.Damaged, Detail: err.Error()}
		}
	}
	return &source.Refusal{Reason: source.Empty}
}

// pageTexts returns the text of each of n pages of f.
func pageTexts(f *source.File, n int) []string {
	texts := make([]string, n)
	for _, l := range f.Lines {
		texts[l.Page-1] += f.Text[l.Start:l.End] + "\n"
	}
	return texts
}

// doubts notes the words of a page that are not sure, and returns a diagnostic for each
// line of them.
func doubts(f *source.File, page int, lines []layout.Line) (ds []source.Diagnostic) {
	var printed []source.Line
	for _, l := range f.Lines {
		if l.Page == page && l.End > l.Start {
			printed = append(printed, l)
		}
	}
	for i, l := range lines {
		if len(l.Doubts) == 0 || i >= len(printed) {
			continue
		}
		start, end := printed[i].Start, printed[i].End
		at := 0
		for _, w := range l.Doubts {
			n := wordIn(f.Text[start+at:end], w)
			if n < 0 {
				at, n = 0, wordIn(f.Text[start:end], w) // the cells of a row come in any order
			}
			if n < 0 {
				continue // it was mended, or joined with another
			}
			at += n + len(w)
			f.Doubts = append(f.Doubts, source.Doubt{Text: w, Span: f.Span(start+at-len(w), start+at)})
		}
		span := f.Span(start, end)
		ds = append(ds, doubtfulWords(&span, l.Doubts))
	}
	slices.SortFunc(f.Doubts, func(a, b source.Doubt) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return ds
}

// wordIn returns where a word stands in a line, or -1.
func wordIn(line, word string) int {
	for at := 0; ; at++ {
		n := strings.Index(line[at:], word)
		if n < 0 {
			return -1
		}
		at += n
		before, after := line[:at], line[at+len(word):]
		if (before == "" || strings.ContainsAny(before[at-1:], " \t")) && (after == "" || strings.ContainsAny(after[:1], " \t")) {
			return at
		}
	}
}
