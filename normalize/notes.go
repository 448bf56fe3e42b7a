package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach/ingest/source"
)

// A footnote stands in the midst of the text of its page, and its mark within a word or right
// behind one. Neither is text of the document: "… chứng nhận VietGAP¹ ghi nhật ký …" and below
// it "¹ Tiêu chuẩn thực hành nông nghiệp tốt". Marks are raised figures, or "[1]".

const (
	raised  = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	raised1 = "¹" // ² and ³ begin with the same byte
	raised4 = "⁴" // so do the others
)

// mostFigures has the number of a footnote.
const mostFigures = 3

// longestNote is the lines of a footnote, at most.
const longestNote = 12

// noteMark returns the mark with which a line begins, and what stands behind it; "" where it
// begins no footnote.
func noteMark(line string) (mark, rest string) {
	blank := func(r rune) bool { return r == ' ' || r == '\t' || unprinted(r) }
	line = strings.TrimLeftFunc(line, blank)
	n := markLength(line)
	rest = strings.TrimLeftFunc(line[n:], blank)
	if r, _ := utf8.DecodeRuneInString(rest); n == 0 || !unicode.IsLetter(r) {
		return "", ""
	}
	return line[:n], rest
}

// unprinted reports whether a character of a file is none of its text.
func unprinted(r rune) bool {
	return r != '\n' && r != '\r' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}

// markLength is how many bytes of a mark s begins with.
func markLength(s string) int {
	n := 0
	for figures := 0; n < len(s) && figures < mostFigures; figures++ {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(raised, r) {
			break
		}
		n += size
	}
	if n > 0 || len(s) < 3 || s[0] != '[' {
		return n
	}
	end := 1
	for end < len(s) && end < 4 && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	if end > 1 && end < len(s) && s[end] == ']' {
		return end + 1
	}
	return 0
}

// BeginsNote reports whether the i-th line begins with the mark of a footnote.
func (t *Text) BeginsNote(i int) bool {
	mark, _ := noteMark(t.Line(i))
	return mark != ""
}

// notes are the footnotes of a file: the lines that are theirs, and their marks.
type notes struct {
	lines map[int]bool
	marks map[string]bool
}

// findNotes finds the footnotes that the text refers to. A line that begins with a mark is one where
// the same mark stands behind a word elsewhere.
func findNotes(f *source.File) (n notes) {
	if !mayHaveNotes(f.Text) {
		return n
	}
	referred := references(f.Text)
	for i, l := range f.Lines {
		mark, _ := noteMark(f.Text[l.Start:l.End])
		if mark == "" || !referred[mark] {
			continue
		}
		if n.lines == nil {
			n = notes{map[int]bool{}, map[string]bool{}}
		}
		n.lines[i], n.marks[mark] = true, true
		if i == 0 || f.Lines[i-1].Start < f.Lines[i-1].End && !n.lines[i-1] {
			continue // no blank line parts paragraphs here
		}
		for k := i + 1; k < len(f.Lines) && k < i+longestNote && f.Lines[k].Page == l.Page && f.Lines[k].Start < f.Lines[k].End; k++ {
			if next, _ := noteMark(f.Text[f.Lines[k].Start:f.Lines[k].End]); next != "" {
				break
			}
			n.lines[k] = true
		}
	}
	return n
}

// leadRaised are the first bytes of the raised figures, in UTF-8.
var leadRaised = [...]string{"\u00b9", "\u00b2", "\u00b3", "\xe2\x81"}

// mayHaveNotes reports whether a mark may stand in a text; in most none does.
func mayHaveNotes(text string) bool {
	for _, lead := range leadRaised {
		if strings.Contains(text, lead) {
			return true
		}
	}
	return strings.IndexByte(text, ']') >= 0
}

// references returns the marks that stand behind a word of a text.
func references(text string) map[string]bool {
	out := map[string]bool{}
	for i := 0; i < len(text); {
		if c := text[i]; c != '[' && c != raised1[0] && c != raised4[0] {
			i++
			continue
		}
		n := markLength(text[i:])
		if n > 0 && marksWord(text[:i]) {
			out[text[i:i+n]] = true
		}
		i += max(1, n)
	}
	return out
}

// marksWord reports whether a mark may stand behind a text: behind a letter or a sign that ends
// something, but for the units of area and volume.
func marksWord(before string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	if unprinted(r) {
		before = strings.TrimRightFunc(before, unprinted)
		r, n = utf8.DecodeLastRuneInString(before)
	}
	if r == 'm' {
		previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-n])
		return unicode.IsLetter(previous) && previous != 'k' && previous != 'c' && previous != 'd' && previous != 'm'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("”\"')’.,;:", r)
}

// withoutMarks drops the marks of footnotes from a line.
func (n notes) withoutMarks(c []char) []char {
	if len(n.marks) == 0 {
		return c
	}
	out := c[:0]
	var before strings.Builder
	for i := 0; i < len(c); {
		if size := n.markAt(c[i:]); size > 0 && marksWord(before.String()) {
			i += size
			continue
		}
		before.WriteRune(c[i].r)
		out = append(out, c[i])
		i++
	}
	return out
}

// markAt is how many characters of a known mark c begins with.
func (n notes) markAt(c []char) int {
	if len(c) == 0 || c[0].r != '[' && !strings.ContainsRune(raised, c[0].r) {
		return 0
	}
	var ahead strings.Builder
	for _, x := range c[:min(len(c), 6)] {
		ahead.WriteRune(x.r)
	}
	mark := ahead.String()[:markLength(ahead.String())]
	if !n.marks[mark] {
		return 0
	}
	return utf8.RuneCountInString(mark)
}
