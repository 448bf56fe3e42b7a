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

// A table is rows of cells under a header. On a terminal it is aligned, its header is
// bold and cells are wrapped where the terminal is too narrow for them; anywhere else
// it is one line a row with tabs between, for other programs.
type table struct {
	header []string
	rows   [][]string
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
	printRow(w, t.header, widths, styleFor(w).bold)
	for _, row := range t.rows {
		printRow(w, cleanAll(row), widths, func(s string) string { return s })
	}
}

const (
	columnGap  = "  "
	leastWidth = 8 // below which no column is made narrower, in letters
)

// widths are the widths of the columns in letters: what they need, or, where that is
// more than total, less for the widest of them.
func (t *table) widths(total int) []int {
	widths := make([]int, len(t.header))
	for _, row := range append([][]string{t.header}, t.rows...) {
		for i, c := range row {
			widths[i] = max(widths[i], displayWidth(c))
		}
	}
	over := len(columnGap)*(len(widths)-1) - total
	for _, n := range widths {
		over += n
	}
	for ; over > 0; over-- {
		widest := 0
		for i, n := range widths {
			if n > widths[widest] {
				widest = i
			}
		}
		if widths[widest] <= leastWidth {
			break
		}
		widths[widest]--
	}
	return widths
}

// printRow writes one row, over as many lines as its longest cell needs.
func printRow(w io.Writer, cells []string, widths []int, style func(string) string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for i, c := range cells {
		wrapped[i] = wrap(c, widths[i])
		height = max(height, len(wrapped[i]))
	}
	for n := range height {
		var b strings.Builder
		for i, lines := range wrapped {
			if i > 0 {
				b.WriteString(columnGap)
			}
			text := ""
			if n < len(lines) {
				text = lines[n]
			}
			b.WriteString(pad(text, widths[i]))
		}
		fmt.Fprintln(w, style(strings.TrimRight(b.String(), " ")))
	}
}

// wrap breaks s between words into lines of at most width letters; a word that is
// longer is broken too.
func wrap(s string, width int) []string {
	var lines []string
	line, n := "", 0
	for word := range strings.FieldsSeq(s) {
		length := displayWidth(word)
		if n > 0 && n+1+length > width {
			lines, line, n = append(lines, line), "", 0
		}
		if n > 0 {
			line, n = line+" ", n+1
		}
		for length > width {
			head := prefix(word, width)
			lines, word = append(lines, head), word[len(head):]
			length = displayWidth(word)
		}
		line, n = line+word, n+length
	}
	return append(lines, line)
}

// prefix is the beginning of s that is at most width letters wide, up to a hyphen if
// it has one.
func prefix(s string, width int) string {
	n, hyphen := 0, 0
	for i, r := range s {
		if n += runeWidth(r); n > width {
			if hyphen > 0 {
				return s[:hyphen]
			}
			return s[:i]
		}
		if r == '-' {
			hyphen = i + 1
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
