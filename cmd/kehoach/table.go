package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
)

// A table is rows of cells under a header. On a terminal it is aligned, fitted to
// the width and its header is bold; anywhere else it is one line a row with tabs
// between, complete, for other programs.
type table struct {
	header []string
	rows   [][]string
	wide   int // the column that is cut where the terminal is too narrow
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print writes t to w.
func (t *table) print(w io.Writer) {
	width := terminalWidth(w)
	if width == 0 {
		for _, row := range append([][]string{t.header}, t.rows...) {
			fmt.Fprintln(w, strings.Join(cleanAll(row), "\t"))
		}
		return
	}
	widths := t.widths(width)
	s := styleFor(w)
	fmt.Fprintln(w, s.bold(line(t.header, widths)))
	for _, row := range t.rows {
		fmt.Fprintln(w, line(cleanAll(row), widths))
	}
}

const columnGap = "  "

// widths are the widths of the columns in letters, so that a line fits total.
func (t *table) widths(total int) []int {
	widths := make([]int, len(t.header))
	for _, row := range append([][]string{t.header}, t.rows...) {
		for i, c := range row {
			widths[i] = max(widths[i], displayWidth(c))
		}
	}
	sum := len(columnGap) * (len(widths) - 1)
	for _, n := range widths {
		sum += n
	}
	const least = 12
	if sum > total {
		widths[t.wide] = max(min(least, widths[t.wide]), widths[t.wide]-(sum-total))
	}
	return widths
}

func line(cells []string, widths []int) string {
	var b strings.Builder
	for i, c := range cells {
		if i > 0 {
			b.WriteString(columnGap)
		}
		b.WriteString(pad(cut(c, widths[i]), widths[i]))
	}
	return strings.TrimRight(b.String(), " ")
}

// cut shortens s to width letters, the last of them "…".
func cut(s string, width int) string {
	if displayWidth(s) <= width {
		return s
	}
	n := 0
	for i, r := range s {
		if n += runeWidth(r); n >= width {
			return s[:i] + "…"
		}
	}
	return s
}

func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-displayWidth(s)))
}

// displayWidth is how many columns s takes on a terminal: combining marks take none.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	if unicode.Is(unicode.Mn, r) {
		return 0
	}
	return 1
}

// cleanAll makes cells that cannot break a line or steer a terminal: text of a
// document is shown, never obeyed.
func cleanAll(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = clean(c)
	}
	return out
}

func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == utf8.RuneError:
			return -1
		}
		return r
	}, s)
}

// terminalWidth is the width of the terminal w in columns, 0 if w is none.
func terminalWidth(w io.Writer) int {
	if o, ok := w.(*output); ok {
		w = o.w
	}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		return width
	}
	return 80
}

// style colours text for a terminal that wants it.
type style bool

// styleFor heeds NO_COLOR (no-color.org) and terminals without colours.
func styleFor(w io.Writer) style {
	return style(terminalWidth(w) > 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb")
}

func (s style) with(code, text string) string {
	if !s || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (s style) bold(text string) string   { return s.with("1", text) }
func (s style) faint(text string) string  { return s.with("2", text) }
func (s style) red(text string) string    { return s.with("31", text) }
func (s style) green(text string) string  { return s.with("32", text) }
func (s style) yellow(text string) string { return s.with("33", text) }
